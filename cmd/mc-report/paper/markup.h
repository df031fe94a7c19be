/*
 * HTML on its way out: tags as they are, text escaped, in lines of a length
 * that can be written.
 *
 * What must not reach a terminal does not reach a browser either (shown.h), so
 * that whatever stands in a text stays text.
 */

#ifndef MARKUP_H
#define MARKUP_H

#include "paper/wording.h"
#include "records/writer.h"

enum { MARKUP_LINE_SIZE = 4096 };

/* {.writer = ...} is ready. */
struct markup {
	struct writer *writer;
	char line[MARKUP_LINE_SIZE];
	size_t used;
};

/* Adds tags, at most MARKUP_LINE_SIZE bytes. */
void markup_tags(struct markup *markup, const char *tags);

/* Adds tags, and ends the line. */
void markup_line(struct markup *markup, const char *tags);

/* Adds a text between tags; a line break in it becomes one. */
void markup_text(struct markup *markup, struct bytes text);

/* Adds a text in one element, which open begins and close ends, and ends the line. */
void markup_element(struct markup *markup, const char *open, struct bytes text, const char *close);

/* Begins a page in a language, up to what only this page has in its head. */
void markup_begin(struct markup *markup, enum language language);

/* Adds a text between the quotes of a CSS string, within a style element. */
void markup_css_string(struct markup *markup, struct bytes text);

#endif
