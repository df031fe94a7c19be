/*
 * A paper under construction: a document, and a phrase to build its texts in.
 * What every kind of paper writes with.
 */

#ifndef PAPER_H
#define PAPER_H

#include <stdbool.h>

#include "paper/document.h"
#include "paper/phrase.h"

struct paper {
	struct document *document;
	enum block_kind
	    heading;	      /* of paper_put_heading(): a heading, until it is made a subheading */
	struct phrase phrase; /* in the language of the document */
};

/* A paper that adds to the document; to be closed. */
void paper_open(struct paper *paper, struct document *document);
void paper_close(struct paper *paper);

/* Adds a block of one part: a wording, or the paper's phrase, which is empty then. */
void paper_put(struct paper *paper, enum block_kind kind, enum wording wording);
void paper_put_phrase(struct paper *paper, enum block_kind kind);

/* Adds a block of a kind for each wording, up to the first WORDING_NONE. */
void paper_put_all(struct paper *paper, enum block_kind kind, const enum wording wordings[]);

/* Adds a heading of the level that the paper is at. */
void paper_put_heading(struct paper *paper, enum wording wording);

/* The same, over the first of what comes under it: not when *has_heading, which is true then. */
void paper_put_heading_once(struct paper *paper, enum wording wording, bool *has_heading);

/* Adds a title, under it what the document lacks, and what stands at the top of each page: two
 * wordings and what {1} in each of them becomes, NULL where there is no {1}. Nothing stands at the
 * top by WORDING_NONE. */
void paper_put_title(struct paper *paper, enum wording title, const char *title_about,
    enum wording top, const char *top_about);

/* Adds a pair of a key and its value. */
void paper_put_pair(struct paper *paper, enum wording key, const char *value);

/* Adds an entry of a key and a free text; the phrase is what it is, and is empty then. */
void paper_put_entry(struct paper *paper, struct bytes key, struct bytes text);

/* Takes back an entry that says to the letter what the one before it says. */
void paper_drop_repeated(struct paper *paper);

/* Adds the headings of a table's columns, up to the first WORDING_NONE. */
void paper_put_columns(struct paper *paper, const enum wording columns[BLOCK_PARTS]);

/* The label of a word, and a wording, in the language of the paper. */
const char *paper_label(const struct paper *paper, enum word word);
const char *paper_wording(const struct paper *paper, enum wording wording);

#endif
