/* Counts as one html file, with bars for the months. */

#include <stdio.h>

#include "paper/markup.h"
#include "counts/print/print.h"

/* Black on white, and greys that a copier keeps apart. */
static const char *const style[] = {
    ":root { color: #000; background: #fff; }",
    "body { font: 11pt/1.4 sans-serif; max-width: 44em; margin: 1em auto; padding: 0 1em; }",
    "h1 { font-size: 16pt; } h2 { font-size: 12pt; margin: 1.5em 0 .3em; }",
    "table { border-collapse: collapse; width: 100%; }",
    "th, td { border-bottom: 1px solid #999; padding: .15em .4em; text-align: right; }",
    "td { font-variant-numeric: tabular-nums; }",
    "th[scope=row] { text-align: left; font-weight: normal; overflow-wrap: anywhere; }",
    "tbody tr:last-child > *, tr > :last-child { font-weight: bold; }",
    ".warning { border: 3px solid #000; padding: .6em; font-weight: bold; }",
    ".note { font-size: 9.5pt; margin: .4em 0; }",
    "svg { display: block; margin: .6em 0; max-width: 100%; }",
    "svg text { font: 10px sans-serif; text-anchor: middle; }",
    "@page { size: A4; margin: 22mm 18mm 20mm; }",
    "@media print {",
    "body { max-width: none; margin: 0; padding: 0; }",
    "section, tr, svg, .note, .warning { break-inside: avoid; }",
    "h1, h2 { break-after: avoid; } thead { display: table-header-group; }",
    "rect { -webkit-print-color-adjust: exact; print-color-adjust: exact; }",
    "}",
};

enum { STYLE_LINES = sizeof(style) / sizeof(style[0]), TAGS_SIZE = 256 };

/* A text in one element. */
static void
put_element(struct markup *markup, const char *open, const char *text, const char *close)
{
	markup_element(markup, open, bytes_of(text), close);
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

/* A bar with its number over it and its month under it. */
static void
put_bar(struct markup *markup, const struct grid_row *month, size_t middle, unsigned height,
    uint64_t count)
{
	char tags[TAGS_SIZE], number[PRINT_NUMBER_SIZE];
	unsigned top = BAR_TOP + BAR_HEIGHT - height;

	snprintf(tags, sizeof(tags),
	    "<rect x=\"%zu\" y=\"%u\" width=\"%d\" height=\"%u\" fill=\"#777\" stroke=\"#000\"/>",
	    middle - BAR_WIDTH / 2, top, BAR_WIDTH, height);
	markup_line(markup, tags);
	snprintf(tags, sizeof(tags),
	    "<text x=\"%zu\" y=\"%u\">%s</text><text x=\"%zu\" y=\"%d\">%.7s</text>", middle,
	    top - 3, print_number(count, number), middle, CHART_HEIGHT - 4, month->token);
	markup_line(markup, tags);
}

/* A bar for each month's total. */
static void
put_chart(struct markup *markup, const struct page *page, const struct grid *grid)
{
	size_t months = grid->rows - 1, width = months * BAR_STEP;
	uint64_t most = greatest(grid, months);
	char tags[TAGS_SIZE];

	snprintf(tags, sizeof(tags),
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %zu %d\" width=\"%zu\" "
	    "height=\"%d\" role=\"img\">",
	    width, CHART_HEIGHT, width, CHART_HEIGHT);
	markup_line(markup, tags);
	put_element(markup, "<title>", words_text(WORDS_CHART, page->language), "</title>");
	for (size_t i = 0; i < months; i++) {
		uint64_t count = grid->row[i].number[grid->columns - 1];

		put_bar(markup, &grid->row[i], i * BAR_STEP + BAR_STEP / 2,
		    (unsigned)(count * BAR_HEIGHT / most), count);
	}
	markup_line(markup, "</svg>");
}

static void
put_columns(struct markup *markup, const struct grid *grid)
{
	markup_line(markup, "<table><thead><tr><td></td>");
	for (size_t j = 0; j < grid->columns; j++)
		put_element(markup, "<th scope=\"col\">", grid->label[j], "</th>");
	markup_line(markup, "</tr></thead><tbody>");
}

static void
put_row(struct markup *markup, const struct grid *grid, const struct grid_row *row)
{
	char number[PRINT_NUMBER_SIZE];

	put_element(markup, "<tr><th scope=\"row\">", row->label, "</th>");
	for (size_t j = 0; j < grid->columns; j++)
		put_element(markup, "<td>", print_number(row->number[j], number), "</td>");
	markup_line(markup, "</tr>");
}

static void
put_note(struct markup *markup, const char *text)
{
	put_element(markup, "<p class=\"note\">", text, "</p>");
}

static void
put_grid(const struct page *page, const struct grid *grid, void *context)
{
	struct markup *markup = context;
	char text[WORDS_SIZE];

	put_element(markup, "<section><h2>", grid->title, "</h2>");
	put_columns(markup, grid);
	for (size_t i = 0; i < grid->rows; i++)
		put_row(markup, grid, &grid->row[i]);
	markup_line(markup, "</tbody></table>");
	if (grid->has_chart)
		put_chart(markup, page, grid);
	put_note(markup, words_text(grid->legend, page->language));
	if (grid->has_never)
		put_note(markup, words_text(WORDS_NEVER, page->language));
	put_note(markup, print_explanation(page, text));
	markup_line(markup, "</section>");
}

/* At the top of each sheet of paper what it is, at the bottom its number: also the sheet of a
 * long table says that it is not for publication. */
static void
put_page_rule(struct markup *markup, const struct page *page)
{
	char title[WORDS_SIZE];

	markup_tags(markup, "@page { @top-left { font: 9pt sans-serif; content: ");
	markup_css_string(markup, bytes_of(print_title(page, title)));
	markup_line(markup, "; }");
	markup_tags(markup, "@bottom-right { font: 9pt sans-serif; content: ");
	markup_css_string(markup, bytes_of(wording_text(WORDING_PAGE, page->language)));
	markup_line(markup, " \" \" counter(page); } }");
}

static void
put_head(struct markup *markup, const struct page *page)
{
	char title[WORDS_SIZE];

	markup_begin(markup, page->language);
	put_element(markup, "<title>", print_title(page, title), "</title>");
	markup_line(markup, "<style>");
	for (size_t i = 0; i < STYLE_LINES; i++)
		markup_line(markup, style[i]);
	put_page_rule(markup, page);
	markup_line(markup, "</style>");
	markup_line(markup, "</head>");
}

void
print_html(const struct page *page, struct writer *writer)
{
	struct markup markup = {.writer = writer};
	char text[WORDS_SIZE];

	put_head(&markup, page);
	markup_line(&markup, "<body><main>");
	put_element(&markup, "<h1>", print_title(page, text), "</h1>");
	if (page->is_internal)
		put_element(
		    &markup, "<p class=\"warning\">", print_explanation(page, text), "</p>");
	put_element(&markup, "<p>",
	    words_text(page->is_internal ? WORDS_WHAT_INTERNAL : WORDS_WHAT, page->language),
	    "</p>");
	grid_each(page, put_grid, &markup);
	markup_line(&markup, "</main></body>");
	markup_line(&markup, "</html>");
}
