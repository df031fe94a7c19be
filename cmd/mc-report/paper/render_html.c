#include "paper/render_html.h"

#include <stdio.h>

#include "paper/bars.h"
#include "paper/markup.h"
#include "paper/moment.h"
#include "paper/strip.h"
#include "paper/style.h"
#include "text/text.h"

enum { ROOM_LINES = 3, WRAPPED_COLUMNS = 4 };

struct html {
	const struct document *document;
	struct markup markup;
	unsigned papers;
	size_t columns; /* of the table that is open */
};

/* At the top of each page of a paper what it is about, at the bottom its number: a page that goes
 * astray can be brought back. Each paper counts for itself: who gets one does not see that there is
 * another before it. */
static void
put_page_rule(struct html *html, unsigned number, struct bytes top)
{
	struct markup *markup = &html->markup;
	char tags[96];

	snprintf(tags, sizeof(tags),
	    "#paper%u { page: paper%u; } @page paper%u { counter-increment: page%u;", number,
	    number, number, number);
	markup_line(markup, tags);
	markup_tags(markup, "@top-left { font: 9pt sans-serif; content: ");
	markup_css_string(markup, top);
	markup_line(markup, "; }");
	markup_tags(markup, "@bottom-right { font: 9pt sans-serif; content: ");
	markup_css_string(markup, bytes_of(wording_text(WORDING_PAGE, html->document->language)));
	snprintf(tags, sizeof(tags), " \" \" counter(page%u); } }", number);
	markup_line(markup, tags);
}

/* It stands in the list of windows, where anybody may see it: no case is named there. */
static struct bytes
title_of(const struct document *document)
{
	if (document->count == 0)
		return bytes_of(wording_text(
		    document->nothing == WORDING_NONE ? WORDING_EMPTY : document->nothing,
		    document->language));
	if (document->title != WORDING_NONE)
		return bytes_of(wording_text(document->title, document->language));
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
	style_put(markup);
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

/* A text in which a program finds the days. */
static void
put_words(struct html *html, struct bytes text)
{
	struct markup *markup = &html->markup;
	struct moment moment;

	while (moment_find(text, html->document->language, &moment)) {
		markup_text(markup, (struct bytes){text.at, (size_t)(moment.text.at - text.at)});
		markup_tags(markup, "<time datetime=\"");
		markup_tags(markup, moment.datetime);
		markup_tags(markup, "\">");
		markup_text(markup, moment.text);
		markup_tags(markup, "</time>");
		const char *end = moment.text.at + moment.text.length;
		text = (struct bytes){end, text.length - (size_t)(end - text.at)};
	}
	markup_text(markup, text);
}

static void
put_worded(struct html *html, const char *open, struct bytes text, const char *close)
{
	markup_tags(&html->markup, open);
	put_words(html, text);
	markup_line(&html->markup, close);
}

static void
put_title(struct html *html, struct bytes title)
{
	char tags[48];

	if (html->papers > 0)
		markup_line(&html->markup, "</article>");
	snprintf(tags, sizeof(tags), "<article id=\"paper%u\">", ++html->papers);
	markup_line(&html->markup, tags);
	put_worded(html, "<h1>", title, "</h1>");
}

/* Free text is somebody's own words, and may run from right to left. */
static void
put_entry(struct html *html, const struct block *block)
{
	struct markup *markup = &html->markup;
	bool has_key = block->part[0].length > 0;

	markup_tags(markup, has_key ? "<li><strong>" : "<li>");
	put_words(html, block->part[0]);
	markup_tags(markup, has_key && block->part[1].length > 0 ? ":</strong> " : "");
	markup_tags(markup, has_key && block->part[1].length == 0 ? "</strong>" : "");
	put_words(html, block->part[1]);
	if (block->part[2].length > 0)
		put_worded(html, "<p class=\"said\" dir=\"auto\">", block->part[2], "</p>");
	if (block->part[3].length > 0)
		put_worded(html, "<p class=\"result\">", block->part[3], "</p>");
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
		put_worded(html, "<th scope=\"row\">", cell, "</th>");
	else
		put_worded(
		    html, text_is_number(cell) ? "<td class=\"number\">" : "<td>", cell, "</td>");
}

/* On a telephone few columns wrap; of more, the box scrolls and not the page. Keys scroll what has
 * the focus. */
static void
open_table(struct html *html, const struct block *columns)
{
	html->columns = columns_of(columns);
	markup_line(&html->markup,
	    html->columns > WRAPPED_COLUMNS ? "<div class=\"table\" tabindex=\"0\">"
					    : "<div class=\"table\">");
	markup_line(&html->markup, "<table><thead>");
}

static void
put_row(struct html *html, const struct block *block)
{
	if (block->kind == BLOCK_COLUMNS)
		open_table(html, block);
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
	put_worded(html, "<dd>", block->part[1], "</dd>");
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
    [BLOCK_COLUMNS] = {NULL, "</thead>"},
    [BLOCK_ROW] = {"<tbody>", "</tbody></table></div>"},
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
		put_worded(html, "<p>", block->part[0], "</p>");
		break;
	case BLOCK_NOTICE:
		put_worded(html, "<p class=\"notice\"><strong>", block->part[0], "</strong></p>");
		break;
	case BLOCK_ITEM:
		put_worded(html, "<li>", block->part[0], "</li>");
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
