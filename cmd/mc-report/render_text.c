#include "render_text.h"

#include <stdlib.h>

#include "glyph.h"
#include "memory.h"
#include "wrap.h"

enum {
	PAGE_WIDTH = 80,
	LIST_INDENT = 2,   /* of what belongs to an item, under its dash */
	COLUMN_GAP = 2,	   /* between a key and its value, and between cells */
	COLUMN_WIDTH = 27, /* at most, but for the last column */
	NOTICE_INDENT = 4
};

/* A line: blanks or a mark up to indent, and the text behind it. */
static void
write_line(
    struct writer *writer, unsigned indent, const char *mark, const struct wrapped_line *line)
{
	char text[PAGE_WIDTH + sizeof(line->at)];
	size_t length = strlen(mark);

	memcpy(text, mark, length);
	while (length < indent)
		text[length++] = ' ';
	memcpy(text + length, line->at, line->length);
	writer_line(writer, (struct bytes){text, length + line->length});
}

/* A text under an indent; the first line has the mark in it, the others have hanging there. */
static void
write_text(struct writer *writer, unsigned indent, const char *mark, const char *hanging,
    struct bytes text)
{
	struct wrapped_line line;

	while (wrap_next(&text, PAGE_WIDTH - indent, &line)) {
		write_line(writer, indent, mark, &line);
		mark = hanging;
	}
}

static void
write_rule(struct writer *writer, char stroke, unsigned width)
{
	char rule[PAGE_WIDTH];

	if (width > PAGE_WIDTH)
		width = PAGE_WIDTH;
	memset(rule, stroke, width);
	writer_line(writer, (struct bytes){rule, width});
}

static void
write_underlined(struct writer *writer, char stroke, struct bytes text)
{
	write_text(writer, 0, "", "", text);
	write_rule(writer, stroke, glyph_width_of(text));
}

/* "- 5 oktober 2026: what it is", and free text under it. */
static void
write_entry(struct writer *writer, const struct block *block)
{
	struct bytes key = block->part[0], what = block->part[1];
	char *head = memory_allocate(key.length + 2 + what.length);
	size_t length = key.length;

	memcpy(head, key.at, key.length);
	if (key.length > 0 && what.length > 0) {
		memcpy(head + length, ": ", 2);
		length += 2;
	}
	memcpy(head + length, what.at, what.length);
	write_text(writer, LIST_INDENT, "-", "", (struct bytes){head, length + what.length});
	write_text(writer, LIST_INDENT, "", "", block->part[2]);
	free(head);
}

/* A label, and a line to write on up to the end of the page. */
static void
write_blank(struct writer *writer, struct bytes label)
{
	struct wrapped_line line;

	if (!wrap_next(&label, PAGE_WIDTH / 2, &line))
		line.length = line.width = 0;
	line.at[line.length++] = ' ';
	for (line.width++; line.width < PAGE_WIDTH; line.width++)
		line.at[line.length++] = '_';
	write_line(writer, 0, "", &line);
}

static bool
is_tabular(enum block_kind kind)
{
	return kind == BLOCK_PAIR || kind == BLOCK_COLUMNS || kind == BLOCK_ROW;
}

/* Whether a block goes on with what the one before began. */
static bool
continues(enum block_kind kind, enum block_kind before)
{
	switch (kind) {
	case BLOCK_PAIR:
	case BLOCK_ITEM:
	case BLOCK_ENTRY:
		return kind == before;
	case BLOCK_ROW:
		return before == BLOCK_ROW || before == BLOCK_COLUMNS;
	default:
		return false;
	}
}

/* Where each column of the run of blocks begins, as wide as its widest cell; the last one takes
 * what is left. */
static void
measure(const struct block *block, size_t count, unsigned start[BLOCK_PARTS])
{
	size_t run = 1;

	while (run < count && continues(block[run].kind, block[0].kind))
		run++;
	start[0] = 0;
	for (size_t column = 0; column + 1 < BLOCK_PARTS; column++) {
		unsigned widest = 0;

		for (size_t i = 0; i < run; i++) {
			unsigned width = glyph_width_of(block[i].part[column]);

			widest = width > widest ? width : widest;
		}
		widest = widest > COLUMN_WIDTH ? COLUMN_WIDTH : widest;
		start[column + 1] = start[column] + (widest == 0 ? 0 : widest + COLUMN_GAP);
	}
}

/* Adds the next line of a cell, in its column; false when the cell has none left. */
static bool
put_cell(struct wrapped_line *row, unsigned start, unsigned end, struct bytes *cell)
{
	struct wrapped_line line;

	if (end < start + 2 || !wrap_next(cell, end - start, &line))
		return false;
	for (; row->width < start; row->width++)
		row->at[row->length++] = ' ';
	memcpy(row->at + row->length, line.at, line.length);
	row->length += line.length;
	row->width += line.width;
	return true;
}

static void
write_cells(struct writer *writer, const struct block *block, const unsigned start[BLOCK_PARTS])
{
	struct bytes rest[BLOCK_PARTS];
	size_t last = block->kind == BLOCK_PAIR ? 1 : BLOCK_PARTS - 1;
	bool has_more = true;

	memcpy(rest, block->part, sizeof(rest));
	while (has_more) {
		struct wrapped_line row = {.length = 0};

		has_more = false;
		for (size_t i = 0; i <= last; i++) {
			unsigned end = i == last ? PAGE_WIDTH : start[i + 1] - COLUMN_GAP;

			if (start[i] < PAGE_WIDTH && put_cell(&row, start[i], end, &rest[i]))
				has_more = true;
		}
		if (has_more)
			write_line(writer, 0, "", &row);
	}
}

static void
write_block(struct writer *writer, const struct block *block, const unsigned start[BLOCK_PARTS])
{
	switch (block->kind) {
	case BLOCK_TITLE:
		write_underlined(writer, '=', block->part[0]);
		break;
	case BLOCK_HEADING:
		write_underlined(writer, '-', block->part[0]);
		break;
	case BLOCK_PARAGRAPH:
		write_text(writer, 0, "", "", block->part[0]);
		break;
	case BLOCK_NOTICE:
		write_text(writer, NOTICE_INDENT, "  !", "  !", block->part[0]);
		break;
	case BLOCK_ITEM:
		write_text(writer, LIST_INDENT, "-", "", block->part[0]);
		break;
	case BLOCK_ENTRY:
		write_entry(writer, block);
		break;
	case BLOCK_BLANK:
		write_blank(writer, block->part[0]);
		break;
	case BLOCK_PAIR:
	case BLOCK_COLUMNS:
	case BLOCK_ROW:
		write_cells(writer, block, start);
		break;
	}
}

void
render_text(const struct document *document, struct writer *writer)
{
	unsigned start[BLOCK_PARTS] = {0};
	const struct bytes empty = {"", 0};

	for (size_t i = 0; i < document->count; i++) {
		const struct block *block = &document->block[i];
		bool goes_on = i > 0 && continues(block->kind, block[-1].kind);

		if (i > 0 && block->kind == BLOCK_TITLE) {
			writer_line(writer, empty);
			write_rule(writer, '#', PAGE_WIDTH);
		}
		/* A heading stands on what follows it. */
		if (i > 0 && !goes_on && block[-1].kind != BLOCK_HEADING)
			writer_line(writer, empty);
		if (is_tabular(block->kind) && !goes_on)
			measure(block, document->count - i, start);
		write_block(writer, block, start);
	}
}
