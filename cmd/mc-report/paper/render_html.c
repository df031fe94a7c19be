#include "paper/render_html.h"

#include <stdio.h>

#include "paper/bars.h"
#include "paper/markup.h"
#include "paper/strip.h"
#include "text/text.h"

/* Dark on light with a contrast of at least 7 to 1; nothing is told by colour alone. */
static const char *const style[] = {
    ":root { color: #1a1a1a; background: #ffffff; }",
    "body { font: 1rem/1.5 'Noto Sans', 'Segoe UI', Helvetica, Arial, sans-serif; margin: 0; }",
    "article { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem;"
    " overflow-wrap: anywhere; }",
    "article + article { border-top: 4px solid #1f3a5f; }",
    "h1 { font-size: 1.7rem; line-height: 1.25; color: #1f3a5f; margin: 0 0 1rem; }",
    "h2 { font-size: 1.2rem; color: #1f3a5f; border-bottom: 1px solid #8a97a6;"
    " margin: 2rem 0 0.6rem; }",
    "h3 { font-size: 1rem; margin: 1.4rem 0 0.4rem; }",
    "p { margin: 0.6rem 0; }",
    "dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1.2rem;"
    " margin: 0 0 1rem; }",
    "dt { font-weight: bold; } dd { margin: 0; }",
    "ul { margin: 0.4rem 0; padding-left: 1.2rem; } li { margin: 0.35rem 0; }",
    ".said { margin: 0.1rem 0 0.5rem; unicode-bidi: isolate; }",
    ".result { margin: 0.2rem 0 0.6rem; padding-left: 0.6rem; border-left: 0.2rem solid #1f3a5f;"
    " font-weight: bold; }",
    ".notice { font-weight: bold; background: #fff4d6; border-left: 0.4rem solid #8a5a00;"
    " padding: 0.6rem 0.8rem; }",
    "table { border-collapse: collapse; width: 100%; margin: 0.6rem 0; }",
    "th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem;"
    " border: 1px solid #8a97a6; overflow-wrap: break-word; min-width: 4.2rem; }",
    ".number { text-align: right; font-variant-numeric: tabular-nums; min-width: 0;"
    " font-size: 0.9em; padding: 0.35rem 0.3rem; }",
    "th { background: #eef2f6; } tbody th { font-weight: normal; background: none; }",
    ".blank { display: flex; gap: 0.6rem; align-items: flex-end; margin: 1rem 0; }",
    ".blank .line { flex: 1 1 8rem; min-width: 8rem; }",
    ".line { display: block; border-bottom: 1px solid #1a1a1a; height: 1.9rem; }",
    ".room { margin: 1rem 0; } .room p { margin: 0; }",
    ".bars { display: block; width: 100%; height: auto; margin: 0.6rem 0; }",
    ".bars text { font-size: 13px; }",
    ".strip { width: 100%; height: auto; stroke: #1a1a1a; }",
    ".strip text { stroke: none; fill: #1a1a1a; font: 9px sans-serif; }",
    ".strip .mark { font-weight: bold; text-anchor: middle; }",
    ".strip .scale { font-size: 6px; text-anchor: end; } .strip .end { text-anchor: end; }",
    ".legend { font-size: 0.85rem; }",
    "@page { size: A4; margin: 22mm 18mm 20mm; }",
    "@media print {",
    "body { font-size: 10.5pt; line-height: 1.4; }",
    "article { max-width: none; margin: 0; padding: 0; }",
    "article + article { border: 0; break-before: page; }",
    "h1, h2, h3 { break-after: avoid; break-inside: avoid; }",
    "thead { display: table-header-group; }",
    "li, tr, dl, .notice, .blank, .room, .bars, .strip { break-inside: avoid; }",
    "h1 + dl { break-inside: auto; }",
    ".notice, th, rect { -webkit-print-color-adjust: exact; print-color-adjust: exact; }",
    "p, li { orphans: 3; widows: 3; }",
    "}",
};

enum { STYLE_LINES = sizeof(style) / sizeof(style[0]), ROOM_LINES = 3 };

struct html {
	const struct document *document;
	struct markup markup;
	unsigned papers;
	size_t columns; /* of the table that is open */
};

/* At the top of each page of a paper what it is about, at the bottom its number: a page that goes
 * astray can be brought back. */
static void
put_page_rule(struct html *html, unsigned number, struct bytes top)
{
	struct markup *markup = &html->markup;
	char tags[64];

	snprintf(tags, sizeof(tags), "#paper%u { page: paper%u; } @page paper%u {", number, number,
	    number);
	markup_line(markup, tags);
	markup_tags(markup, "@top-left { font: 9pt sans-serif; content: ");
	markup_css_string(markup, top);
	markup_line(markup, "; }");
	markup_tags(markup, "@bottom-right { font: 9pt sans-serif; content: ");
	markup_css_string(markup, bytes_of(wording_text(WORDING_PAGE, html->document->language)));
	markup_line(markup, " \" \" counter(page); } }");
}

static struct bytes
title_of(const struct document *document)
{
	if (document->count == 0)
		return bytes_of(wording_text(WORDING_EMPTY, document->language));
	return document->block[0].part[0];
}

static void
put_head(struct html *html)
{
	const struct document *document = html->document;
	struct markup *markup = &html->markup;
	unsigned number = 0;

	markup_begin(markup, document->language);
	markup_line(markup, "<meta name=\"robots\" content=\"noindex\"/>");
	markup_element(markup, "<title>", title_of(document), "</title>");
	markup_line(markup, "<style>");
	for (size_t i = 0; i < STYLE_LINES; i++)
		markup_line(markup, style[i]);
	for (size_t i = 0; i < document->count; i++)
		if (document->block[i].kind == BLOCK_TITLE)
			put_page_rule(html, ++number, document->block[i].part[1]);
	markup_line(markup, "</style>");
	markup_line(markup, "</head>");
	markup_line(markup, "<body>");
	markup_line(markup, "<main>");
}

/* A text in one element. */
static void
put_element(struct html *html, const char *open, struct bytes text, const char *close)
{
	markup_element(&html->markup, open, text, close);
}

static void
put_title(struct html *html, struct bytes title)
{
	char tags[48];

	if (html->papers > 0)
		markup_line(&html->markup, "</article>");
	snprintf(tags, sizeof(tags), "<article id=\"paper%u\">", ++html->papers);
	markup_line(&html->markup, tags);
	put_element(html, "<h1>", title, "</h1>");
}

/* Free text is somebody's own words, and may run from right to left. */
static void
put_entry(struct html *html, const struct block *block)
{
	struct markup *markup = &html->markup;
	bool has_key = block->part[0].length > 0;

	markup_tags(markup, has_key ? "<li><strong>" : "<li>");
	markup_text(markup, block->part[0]);
	markup_tags(markup, has_key && block->part[1].length > 0 ? ":</strong> " : "");
	markup_tags(markup, has_key && block->part[1].length == 0 ? "</strong>" : "");
	markup_text(markup, block->part[1]);
	if (block->part[2].length > 0)
		put_element(html, "<p class=\"said\" dir=\"auto\">", block->part[2], "</p>");
	if (block->part[3].length > 0)
		put_element(html, "<p class=\"result\">", block->part[3], "</p>");
	markup_line(markup, "</li>");
}

static size_t
columns_of(const struct block *block)
{
	size_t count = BLOCK_PARTS;

	while (count > 1 && block->part[count - 1].length == 0)
		count--;
	return count;
}

/* A column is of numbers when the cell under its heading is one. */
static void
put_heading_cell(struct html *html, const struct block *columns, size_t column)
{
	bool has_rows = columns + 1 < html->document->block + html->document->count;

	put_element(html,
	    has_rows && text_is_number(columns[1].part[column])
		? "<th scope=\"col\" class=\"number\">"
		: "<th scope=\"col\">",
	    columns->part[column], "</th>");
}

/* The first cell says what its row is about. */
static void
put_row_cell(struct html *html, struct bytes cell, bool is_first)
{
	if (is_first)
		put_element(html, "<th scope=\"row\">", cell, "</th>");
	else
		put_element(
		    html, text_is_number(cell) ? "<td class=\"number\">" : "<td>", cell, "</td>");
}

static void
put_row(struct html *html, const struct block *block)
{
	if (block->kind == BLOCK_COLUMNS)
		html->columns = columns_of(block);
	markup_tags(&html->markup, "<tr>");
	for (size_t i = 0; i < html->columns; i++)
		if (block->kind == BLOCK_COLUMNS)
			put_heading_cell(html, block, i);
		else
			put_row_cell(html, block->part[i], i == 0);
	markup_line(&html->markup, "</tr>");
}

static void
put_pair(struct html *html, const struct block *block)
{
	put_element(html, "<dt>", block->part[0], "</dt>");
	put_element(html, "<dd>", block->part[1], "</dd>");
}

static void
put_room(struct html *html, struct bytes label)
{
	put_element(html, "<div class=\"room\"><p>", label, "</p>");
	for (unsigned i = 0; i < ROOM_LINES; i++)
		markup_line(&html->markup, "<span class=\"line\">&#160;</span>");
	markup_line(&html->markup, "</div>");
}

/* What stands around a run of blocks of a kind. */
struct group {
	const char *open, *close;
};

static const struct group groups[] = {
    [BLOCK_ITEM] = {"<ul>", "</ul>"},
    [BLOCK_ENTRY] = {"<ul>", "</ul>"},
    [BLOCK_PAIR] = {"<dl>", "</dl>"},
    [BLOCK_COLUMNS] = {"<table><thead>", "</thead>"},
    [BLOCK_ROW] = {"<tbody>", "</tbody></table>"},
    [BLOCK_STRIP_LEGEND] = {NULL, NULL},
};

/* This block, and how many stand behind it. */
static size_t
blocks_behind(const struct html *html, const struct block *block)
{
	return (size_t)(html->document->block + html->document->count - block);
}

/* How many blocks a strip is made of. */
static size_t
blocks_of_strip(const struct html *html, const struct block *block)
{
	const struct block *end = html->document->block + html->document->count;
	size_t count = 1;

	while (block + count < end && block[count].kind > BLOCK_STRIP
	    && block[count].kind < BLOCK_STRIP_LEGEND)
		count++;
	return count;
}

static void
put_block(struct html *html, const struct block *block)
{
	switch (block->kind) {
	case BLOCK_TITLE:
		put_title(html, block->part[0]);
		break;
	case BLOCK_HEADING:
		put_element(html, "<h2>", block->part[0], "</h2>");
		break;
	case BLOCK_SUBHEADING:
		put_element(html, "<h3>", block->part[0], "</h3>");
		break;
	case BLOCK_PARAGRAPH:
		put_element(html, "<p>", block->part[0], "</p>");
		break;
	case BLOCK_NOTICE:
		put_element(html, "<p class=\"notice\"><strong>", block->part[0], "</strong></p>");
		break;
	case BLOCK_ITEM:
		put_element(html, "<li>", block->part[0], "</li>");
		break;
	case BLOCK_ENTRY:
		put_entry(html, block);
		break;
	case BLOCK_PAIR:
		put_pair(html, block);
		break;
	case BLOCK_COLUMNS:
	case BLOCK_ROW:
		put_row(html, block);
		break;
	case BLOCK_BLANK:
		put_element(html, "<p class=\"blank\"><span>", block->part[0],
		    "</span><span class=\"line\">&#160;</span></p>");
		break;
	case BLOCK_ROOM:
		put_room(html, block->part[0]);
		break;
	case BLOCK_BAR:
		if (block == html->document->block || block[-1].kind != BLOCK_BAR)
			bars_put(&html->markup, block, blocks_behind(html, block));
		break;
	case BLOCK_STRIP:
		strip_write(&html->markup, block, blocks_of_strip(html, block));
		break;
	case BLOCK_STRIP_LANE:
	case BLOCK_STRIP_MARK:
	case BLOCK_STRIP_LEVEL:
		break;
	case BLOCK_STRIP_LEGEND:
		put_element(html, "<p class=\"legend\">", block->part[0], "</p>");
		break;
	}
}

void
render_html(const struct document *document, struct writer *writer)
{
	struct html html = {.document = document, .markup = {.writer = writer}};

	put_head(&html);
	if (document->count == 0)
		put_element(&html, "<p>", title_of(document), "</p>");
	for (size_t i = 0; i < document->count; i++) {
		const struct block *block = &document->block[i];
		const struct group *group = &groups[block->kind];
		bool ends = i + 1 == document->count || block[1].kind != block->kind;

		if (group->open != NULL && (i == 0 || block[-1].kind != block->kind))
			markup_line(&html.markup, group->open);
		put_block(&html, block);
		if (group->close != NULL && ends)
			markup_line(&html.markup, group->close);
	}
	if (html.papers > 0)
		markup_line(&html.markup, "</article>");
	markup_line(&html.markup, "</main>");
	markup_line(&html.markup, "</body>");
	markup_line(&html.markup, "</html>");
}
