/* Counts as one html file, with bars for the months. */

#include <stdarg.h>
#include <stdio.h>

#include "../shown.h"
#include "print.h"

/* Black on white, and greys that a copier keeps apart. */
static const char style[] =
    "@page { size: A4; margin: 18mm; }\n"
    "body { font: 11pt/1.4 sans-serif; max-width: 44em; margin: 1em auto; padding: 0 1em; }\n"
    "h1 { font-size: 16pt; } h2 { font-size: 12pt; margin: 1.5em 0 .3em; }\n"
    "section { break-inside: avoid; }\n"
    "table { border-collapse: collapse; width: 100%; }\n"
    "th, td { border-bottom: 1px solid #999; padding: .15em .4em; text-align: right; "
    "font-variant-numeric: tabular-nums; }\n"
    "th[scope=row], thead th:first-child { text-align: left; font-weight: normal; }\n"
    "tbody tr:last-child > *, tr > :last-child { font-weight: bold; }\n"
    ".warning { border: 3px solid #000; padding: .6em; font-weight: bold; }\n"
    ".note { font-size: 9.5pt; margin: .4em 0; }\n"
    "svg { display: block; margin: .6em 0; max-width: 100%; }\n"
    "svg text { font: 10px sans-serif; text-anchor: middle; }";

enum { LINE_SIZE = 2048 };

static void __attribute__((format(printf, 2, 3)))
write_format(struct writer *writer, const char *format, ...)
{
	char line[LINE_SIZE];
	va_list arguments;

	va_start(arguments, format);
	int length = vsnprintf(line, sizeof(line), format, arguments);
	va_end(arguments);
	if (length >= LINE_SIZE)
		length = LINE_SIZE - 1;
	writer_line(writer, (struct bytes){line, (size_t)length});
}

/* Text as html holds it: markup escaped, what could play tricks on a reader replaced. */
static const char *
escape(const char *text, char escaped[WORDS_SIZE])
{
	struct bytes rest = bytes_of(text);
	size_t used = 0;

	while (rest.length > 0 && used < WORDS_SIZE - 8) {
		struct bytes shown = shown_next(&rest).text;

		if (shown.length == 1 && strchr("&<>\"'", shown.at[0]) != NULL) {
			used += (size_t)snprintf(
			    escaped + used, WORDS_SIZE - used, "&#%d;", shown.at[0]);
			continue;
		}
		memcpy(escaped + used, shown.at, shown.length);
		used += shown.length;
	}
	escaped[used] = '\0';
	return escaped;
}

static void
write_text(struct writer *writer, const char *before, const char *text, const char *after)
{
	char escaped[WORDS_SIZE];

	write_format(writer, "%s%s%s", before, escape(text, escaped), after);
}

enum { BAR_STEP = 48, BAR_WIDTH = 30, BAR_HEIGHT = 90, BAR_TOP = 14, CHART_HEIGHT = 122 };

static uint64_t
greatest(const struct grid *grid, size_t months)
{
	uint64_t most = 1;

	for (size_t i = 0; i < months; i++)
		if (grid->row[i].number[grid->columns - 1] > most)
			most = grid->row[i].number[grid->columns - 1];
	return most;
}

/* A bar for each month's total, with the month as MM under it. */
static void
write_chart(struct writer *writer, const struct page *page, const struct grid *grid)
{
	size_t months = grid->rows - 1;
	uint64_t most = greatest(grid, months);
	char number[PRINT_NUMBER_SIZE], title[WORDS_SIZE];

	write_format(writer,
	    "<svg viewBox=\"0 0 %zu %d\" width=\"%zu\" height=\"%d\" role=\"img\">"
	    "<title>%s</title>",
	    months * BAR_STEP, CHART_HEIGHT, months * BAR_STEP, CHART_HEIGHT,
	    escape(words_text(WORDS_CHART, page->language), title));
	for (size_t i = 0; i < months; i++) {
		uint64_t count = grid->row[i].number[grid->columns - 1];
		unsigned height = (unsigned)(count * BAR_HEIGHT / most);
		size_t middle = i * BAR_STEP + BAR_STEP / 2;

		write_format(writer,
		    "<rect x=\"%zu\" y=\"%u\" width=\"%d\" height=\"%u\" fill=\"#777\" "
		    "stroke=\"#000\"/><text x=\"%zu\" y=\"%u\">%s</text>"
		    "<text x=\"%zu\" y=\"%d\">%.7s</text>",
		    middle - BAR_WIDTH / 2, BAR_TOP + BAR_HEIGHT - height, BAR_WIDTH, height,
		    middle, BAR_TOP + BAR_HEIGHT - height - 3, print_number(count, number), middle,
		    CHART_HEIGHT - 4, grid->row[i].token);
	}
	write_format(writer, "</svg>");
}

static void
write_head(struct writer *writer, const struct grid *grid)
{
	write_format(writer, "<table><thead><tr><td></td>");
	for (size_t j = 0; j < grid->columns; j++)
		write_text(writer, "<th scope=\"col\">", grid->label[j], "</th>");
	write_format(writer, "</tr></thead><tbody>");
}

static void
write_row(struct writer *writer, const struct grid *grid, const struct grid_row *row)
{
	char number[PRINT_NUMBER_SIZE];

	write_text(writer, "<tr><th scope=\"row\">", row->label, "</th>");
	for (size_t j = 0; j < grid->columns; j++)
		write_format(writer, "<td>%s</td>", print_number(row->number[j], number));
	write_format(writer, "</tr>");
}

static void
write_grid(const struct page *page, const struct grid *grid, void *context)
{
	struct writer *writer = context;
	char text[WORDS_SIZE];

	write_text(writer, "<section><h2>", grid->title, "</h2>");
	write_head(writer, grid);
	for (size_t i = 0; i < grid->rows; i++)
		write_row(writer, grid, &grid->row[i]);
	write_format(writer, "</tbody></table>");
	if (grid->has_chart)
		write_chart(writer, page, grid);
	write_text(writer, "<p class=\"note\">", words_text(grid->legend, page->language), "</p>");
	if (grid->has_never)
		write_text(
		    writer, "<p class=\"note\">", words_text(WORDS_NEVER, page->language), "</p>");
	write_text(writer, "<p class=\"note\">", print_explanation(page, text), "</p></section>");
}

void
print_html(const struct page *page, struct writer *writer)
{
	char text[WORDS_SIZE];

	write_format(writer, "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">",
	    page->language == ENGLISH ? "en" : "nl");
	write_text(writer, "<title>", print_title(page, text), "</title>");
	write_format(writer, "<style>\n%s\n</style></head><body>", style);
	write_text(writer, "<h1>", print_title(page, text), "</h1>");
	if (page->is_internal)
		write_text(writer, "<p class=\"warning\">", print_explanation(page, text), "</p>");
	write_text(writer, "<p>",
	    words_text(page->is_internal ? WORDS_WHAT_INTERNAL : WORDS_WHAT, page->language),
	    "</p>");
	grid_each(page, write_grid, writer);
	write_format(writer, "</body></html>");
}
