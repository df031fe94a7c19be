/* Counts as plain text. */

#include <stdio.h>

#include "text/shown.h"
#include "paper/wrap.h"
#include "counts/print/print.h"

enum { PAGE_WIDTH = 80, GAP = 1, CELL_LEAST = 6 };

/* A line under construction; a glyph has at most four bytes, and a mark stays with it. */
struct text_line {
	char at[PAGE_WIDTH * 24];
	size_t length;
};

static void
put(struct text_line *line, struct bytes text)
{
	if (text.length > sizeof(line->at) - line->length)
		text.length = sizeof(line->at) - line->length;
	memcpy(line->at + line->length, text.at, text.length);
	line->length += text.length;
}

static void
put_blanks(struct text_line *line, unsigned count)
{
	while (count-- > 0)
		put(line, (struct bytes){" ", 1});
}

static void
write_wrapped(struct writer *writer, const char *text)
{
	struct bytes rest = bytes_of(text);
	struct wrapped_line line;

	while (wrap_next(&rest, PAGE_WIDTH, &line))
		writer_line(writer, (struct bytes){line.at, line.length});
}

static void
write_underlined(struct writer *writer, const char *text, char rule)
{
	struct bytes rest = bytes_of(text);
	struct wrapped_line line = {.width = 0};
	char under[PAGE_WIDTH];
	unsigned width = 0;

	memset(under, rule, sizeof(under));
	while (wrap_next(&rest, PAGE_WIDTH, &line)) {
		writer_line(writer, (struct bytes){line.at, line.length});
		if (line.width > width)
			width = line.width;
	}
	writer_line(writer, (struct bytes){under, width});
}

static void
write_blank(struct writer *writer)
{
	writer_line(writer, (struct bytes){"", 0});
}

/* The widths of a table: of its labels, and of each column with the gap before it. */
struct widths {
	unsigned label, column[GRID_COLUMNS_MAX];
};

static struct widths
measure(const struct grid *grid)
{
	struct widths widths = {.label = 0};
	unsigned columns = 0;
	char number[PRINT_NUMBER_SIZE];

	for (size_t j = 0; j < grid->columns; j++) {
		unsigned widest = shown_width_of(bytes_of(grid->label[j]));

		for (size_t i = 0; i < grid->rows; i++) {
			size_t length = strlen(print_number(grid->row[i].number[j], number));
			if (length > widest)
				widest = (unsigned)length;
		}
		widths.column[j] = GAP + (widest < CELL_LEAST ? CELL_LEAST : widest);
		columns += widths.column[j];
	}
	for (size_t i = 0; i < grid->rows; i++) {
		unsigned width = shown_width_of(bytes_of(grid->row[i].label));

		if (width > widths.label)
			widths.label = width;
	}
	if (columns + widths.label > PAGE_WIDTH)
		widths.label =
		    columns < PAGE_WIDTH - CELL_LEAST ? PAGE_WIDTH - columns : CELL_LEAST;
	return widths;
}

static void
put_right(struct text_line *line, const char *text, unsigned width)
{
	unsigned has = shown_width_of(bytes_of(text));

	put_blanks(line, has < width ? width - has : 1);
	put(line, bytes_of(text));
}

/* A label that is too long goes on in lines of its own; the numbers stand on the last. */
static void
put_label(struct writer *writer, struct text_line *line, const char *label, unsigned width)
{
	struct bytes rest = bytes_of(label);
	struct wrapped_line part;
	unsigned last = 0;

	while (wrap_next(&rest, width, &part)) {
		if (line->length > 0)
			writer_line(writer, (struct bytes){line->at, line->length});
		line->length = 0;
		put(line, (struct bytes){part.at, part.length});
		last = part.width;
	}
	put_blanks(line, width - last);
}

static void
write_head(struct writer *writer, const struct grid *grid, const struct widths *widths)
{
	struct text_line line = {.length = 0};

	put_blanks(&line, widths->label);
	for (size_t j = 0; j < grid->columns; j++)
		put_right(&line, grid->label[j], widths->column[j]);
	writer_line(writer, (struct bytes){line.at, line.length});
}

static void
write_row(struct writer *writer, const struct grid *grid, const struct grid_row *row,
    const struct widths *widths)
{
	struct text_line line = {.length = 0};
	char number[PRINT_NUMBER_SIZE];

	put_label(writer, &line, row->label, widths->label);
	for (size_t j = 0; j < grid->columns; j++)
		put_right(&line, print_number(row->number[j], number), widths->column[j]);
	writer_line(writer, (struct bytes){line.at, line.length});
}

static void
write_grid(const struct page *page, const struct grid *grid, void *context)
{
	struct writer *writer = context;
	struct widths widths = measure(grid);
	char text[WORDS_SIZE];

	write_blank(writer);
	write_underlined(writer, grid->title, '-');
	write_head(writer, grid, &widths);
	for (size_t i = 0; i < grid->rows; i++)
		write_row(writer, grid, &grid->row[i], &widths);
	write_blank(writer);
	write_wrapped(writer, words_text(grid->legend, page->language));
	if (grid->has_never)
		write_wrapped(writer, words_text(WORDS_NEVER, page->language));
	if (!page->is_internal)
		write_wrapped(writer, print_explanation(page, text));
}

void
print_text(const struct page *page, struct writer *writer)
{
	char text[WORDS_SIZE];

	write_underlined(writer, print_title(page, text), '=');
	write_blank(writer);
	if (page->is_internal) {
		write_wrapped(writer, print_explanation(page, text));
		write_blank(writer);
	}
	write_wrapped(writer,
	    words_text(page->is_internal ? WORDS_WHAT_INTERNAL : WORDS_WHAT, page->language));
	grid_each(page, write_grid, writer);
}
