#include "paper/render_text.h"

#include <stdlib.h>

#include "text/text.h"
#include "tool/memory.h"
#include "text/shown.h"
#include "text/wrap.h"

enum {
	PAGE_WIDTH = 80,
	LIST_INDENT = 2,  /* of what belongs to an item, under its dash */
	COLUMN_GAP = 2,	  /* between a key and its value, and between cells */
	CELL_WIDTH = 4,	  /* at least */
	LABEL_WIDTH = 60, /* of a blank, at most, so that there is room to write */
	ROOM_LINES = 3,
	MARK_INDENT =
	    2 /* of what stands behind a mark at the very left, where no free text comes */
};

/* Where the cells of a run of pairs or rows stand: the first column of each. */
struct layout {
	size_t count;
	unsigned start[BLOCK_PARTS + 1]; /* one more: where a cell behind the last would begin */
	bool is_number[BLOCK_PARTS]; /* the column holds numbers alone, which stand at its right */
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
	write_rule(writer, stroke, shown_width_of(text));
}

/* "- 5 oktober 2026: what it is", and under it free text and what came of it. */
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
	write_text(writer, MARK_INDENT, ">", "", block->part[3]);
	free(head);
}

/* A label, and a line to write on up to the end of the page. */
static void
write_blank(struct writer *writer, struct bytes label)
{
	struct wrapped_line line = {.length = 0};

	while (wrap_next(&label, LABEL_WIDTH, &line) && label.length > 0)
		write_line(writer, 0, "", &line);
	line.at[line.length++] = ' ';
	for (line.width++; line.width < PAGE_WIDTH; line.width++)
		line.at[line.length++] = '_';
	write_line(writer, 0, "", &line);
}

/* A label, and lines to write on under it. */
static void
write_room(struct writer *writer, struct bytes label)
{
	const struct bytes empty = {"", 0};

	write_text(writer, 0, "", "", label);
	for (unsigned i = 0; i < ROOM_LINES; i++) {
		writer_line(writer, empty);
		write_rule(writer, '_', PAGE_WIDTH);
	}
}

static bool
is_tabular(enum block_kind kind)
{
	return kind == BLOCK_PAIR || kind == BLOCK_COLUMNS || kind == BLOCK_ROW;
}

/* A heading stands on what follows it. */
static bool
is_heading(enum block_kind kind)
{
	return kind == BLOCK_HEADING || kind == BLOCK_SUBHEADING;
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

static size_t
cells_of(const struct block *block)
{
	size_t count = BLOCK_PARTS;

	if (block->kind == BLOCK_PAIR)
		return 2;
	while (count > 1 && block->part[count - 1].length == 0)
		count--;
	return count;
}

/* Makes the widest cells narrower until all fit the page. */
static void
fit(unsigned width[BLOCK_PARTS], size_t count)
{
	for (;;) {
		size_t widest = 0;
		unsigned all = (unsigned)(count - 1) * COLUMN_GAP;

		for (size_t i = 0; i < count; i++) {
			all += width[i];
			widest = width[i] > width[widest] ? i : widest;
		}
		if (all <= PAGE_WIDTH || width[widest] <= CELL_WIDTH)
			return;
		width[widest]--;
	}
}

/* Whether a run of rows has numbers alone in a column. */
static bool
is_number(const struct block *block, size_t count, size_t column)
{
	bool has_rows = false;

	for (size_t i = 0; i < count && (i == 0 || continues(block[i].kind, block[0].kind)); i++) {
		if (block[i].kind != BLOCK_ROW)
			continue;
		if (!text_is_number(block[i].part[column]))
			return false;
		has_rows = true;
	}
	return has_rows;
}

/* Lays out the run that begins with this block: each column as wide as its widest cell, and
 * narrower where the page asks for it. The last one takes what is left. */
static struct layout
lay_out(const struct block *block, size_t count)
{
	struct layout layout = {.count = cells_of(block)};
	unsigned width[BLOCK_PARTS] = {0};

	for (size_t i = 0; i < count && (i == 0 || continues(block[i].kind, block[0].kind)); i++)
		for (size_t column = 0; column < layout.count; column++) {
			unsigned wide = shown_width_of(block[i].part[column]);

			wide = wide > PAGE_WIDTH ? PAGE_WIDTH : wide == 1 ? 2 : wide;
			width[column] = wide > width[column] ? wide : width[column];
		}
	fit(width, layout.count);
	for (size_t i = 0; i + 1 < layout.count; i++)
		layout.start[i + 1] = layout.start[i] + (width[i] == 0 ? 0 : width[i] + COLUMN_GAP);
	size_t last = layout.count - 1;
	for (size_t i = 0; i < layout.count; i++)
		layout.is_number[i] = is_number(block, count, i);
	layout.start[layout.count] =
	    COLUMN_GAP + (layout.is_number[last] ? layout.start[last] + width[last] : PAGE_WIDTH);
	return layout;
}

/* Adds the next line of a cell, in its column; false when the cell has none left. */
static bool
put_cell(struct wrapped_line *row, const struct layout *layout, size_t column, struct bytes *cell)
{
	unsigned start = layout->start[column], end = layout->start[column + 1] - COLUMN_GAP;
	struct wrapped_line line;

	if (end < start + 2 || !wrap_next(cell, end - start, &line))
		return false;
	if (layout->is_number[column])
		start = end - line.width;
	for (; row->width < start; row->width++)
		row->at[row->length++] = ' ';
	memcpy(row->at + row->length, line.at, line.length);
	row->length += line.length;
	row->width += line.width;
	return true;
}

static void
write_cells(struct writer *writer, const struct block *block, const struct layout *layout)
{
	struct bytes rest[BLOCK_PARTS];
	bool has_more = true;

	memcpy(rest, block->part, sizeof(rest));
	while (has_more) {
		struct wrapped_line row = {.length = 0};

		has_more = false;
		for (size_t i = 0; i < layout->count; i++)
			if (put_cell(&row, layout, i, &rest[i]))
				has_more = true;
		if (has_more)
			write_line(writer, 0, "", &row);
	}
}

static void
write_block(struct writer *writer, const struct block *block, const struct layout *layout)
{
	switch (block->kind) {
	case BLOCK_TITLE:
		write_underlined(writer, '=', block->part[0]);
		break;
	case BLOCK_HEADING:
		write_underlined(writer, '-', block->part[0]);
		break;
	case BLOCK_SUBHEADING:
		write_underlined(writer, '.', block->part[0]);
		break;
	case BLOCK_PARAGRAPH:
		write_text(writer, 0, "", "", block->part[0]);
		break;
	case BLOCK_NOTICE:
		write_text(writer, MARK_INDENT, "!", "!", block->part[0]);
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
	case BLOCK_ROOM:
		write_room(writer, block->part[0]);
		break;
	case BLOCK_PAIR:
	case BLOCK_COLUMNS:
	case BLOCK_ROW:
		write_cells(writer, block, layout);
		break;
	default: /* bars and a strip are for the eye */
		break;
	}
}

void
render_text(const struct document *document, struct writer *writer)
{
	struct layout layout = {.count = 0};
	const struct block *before = NULL;
	const struct bytes empty = {"", 0};

	for (size_t i = 0; i < document->count; i++) {
		const struct block *block = &document->block[i];
		bool goes_on = before != NULL && continues(block->kind, before->kind);

		if (block->kind >= BLOCK_BAR)
			continue;
		if (before != NULL && block->kind == BLOCK_TITLE) {
			writer_line(writer, empty);
			write_rule(writer, '#', PAGE_WIDTH);
		}
		if (before != NULL && !goes_on && !is_heading(before->kind))
			writer_line(writer, empty);
		if (is_tabular(block->kind) && !goes_on)
			layout = lay_out(block, document->count - i);
		write_block(writer, block, &layout);
		before = block;
	}
}
