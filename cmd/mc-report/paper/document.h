/*
 * A document in memory: what a report says, without how it looks.
 *
 * A report builds one, a renderer writes it (render_text.h, render_html.h). A
 * title begins a new paper. Neighbouring pairs, items, entries, bars and rows
 * belong together.
 */

#ifndef DOCUMENT_H
#define DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "paper/arena.h"
#include "text/bytes.h"
#include "paper/wording.h"

enum block_kind {
	/*		      its parts */
	BLOCK_TITLE,	  /* the title: a new paper begins; what stands at the top of each page */
	BLOCK_HEADING,	  /* the heading of what follows */
	BLOCK_SUBHEADING, /* a heading under a heading */
	BLOCK_PARAGRAPH,  /* the text */
	BLOCK_NOTICE,	  /* a text that must not be overlooked */
	BLOCK_ITEM,	  /* a text, one of a list */
	BLOCK_ENTRY,	  /* when or about what; what it is; free text or empty; what came of it
			     or empty: one of a list */
	BLOCK_PAIR,	  /* a key; its value */
	BLOCK_COLUMNS,	  /* the headings of a table's columns: a new table, which has rows */
	BLOCK_ROW,	  /* the cells of a row */
	BLOCK_BLANK,	  /* a label, behind which a person writes */
	BLOCK_ROOM,	  /* a label, under which a person writes several lines */
	BLOCK_BAR,   /* a label; a number: one bar of a chart of what a table shows too, which a
			text does not show */
	BLOCK_STRIP, /* a time strip (strip.h), which a text does not show: what it shows in
			words; its first day; its last day */
	BLOCK_STRIP_LANE,  /* the name of its next lane */
	BLOCK_STRIP_MARK,  /* lane; place; shape; letter */
	BLOCK_STRIP_LEVEL, /* place; level */
	BLOCK_STRIP_LEGEND /* what its shapes and letters mean */
};

enum { BLOCK_PARTS = 9 };

struct block {
	enum block_kind kind;
	struct bytes part[BLOCK_PARTS];
};

/* {.language = ...} is an empty document. */
struct document {
	enum language language;
	enum wording title;	       /* of the file; WORDING_NONE: that of its first paper */
	enum wording nothing;	       /* what an empty page says; WORDING_NONE: that it is empty */
	bool lacks_files, lacks_lines; /* not all could be read: every paper of it says so */
	struct arena arena;
	struct block *block;
	size_t count, room;
};

/* Adds a block with its first parts; the others are empty. The parts are copied. Ends the program
 * when memory is out. */
void document_add(
    struct document *document, enum block_kind kind, const struct bytes part[], size_t parts);

/* Makes the document empty. */
void document_clear(struct document *document);

void document_free(struct document *document);

#endif
