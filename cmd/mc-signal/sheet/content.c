#include "sheet/content.h"

#include <stdlib.h>

#include "records/seems.h"
#include "text/text.h"
#include "tool/diagnostics.h"

/* Whether the bytes are those of a file that is no CSV, which is told. */
static bool
is_something_else(struct bytes beginning, const char *name)
{
	enum seems seems = seems_by_beginning(beginning);

	if (seems == SEEMS_UNKNOWN)
		return false;
	diagnostics_trouble(
	    _("%s is %s: save it as CSV and feed that"), name, _(seems_name(seems)));
	return true;
}

/* The number of the line at the end of text. */
static unsigned long
last_line(struct bytes text)
{
	char end = text.length == 0 || memchr(text.at, '\n', text.length) != NULL ? '\n' : '\r';
	unsigned long line = 1;

	for (size_t i = 0; i < text.length; i++)
		line += text.at[i] == end;
	return line;
}

/* Whether CR ends the lines: no LF does, outside quotes, and some CR may. */
static bool
ends_with_return(struct bytes text)
{
	bool in_quotes = false, has_return = false;

	for (size_t i = 0; i < text.length; i++) {
		in_quotes ^= text.at[i] == '"';
		if (text.at[i] == '\n' && !in_quotes)
			return false;
		has_return |= text.at[i] == '\r' && !in_quotes;
	}
	return has_return;
}

static void
end_with_feed(char *at, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (at[i] == '\r')
			at[i] = '\n';
}

/* Makes the text UTF-8; false, and told, when it is not in its encoding. */
static bool
decode(
    struct content *content, struct bytes *text, const struct encoding *encoding, const char *name)
{
	enum encoding_found found = encoding_find(encoding, *text);
	struct bytes converted;

	if (found == ENCODING_MACINTOSH) {
		diagnostics_trouble(
		    _("%s seems to be written on a Macintosh: say so with --encoding "
		      "MACINTOSH, or else with --encoding WINDOWS-1252"),
		    name);
		return false;
	}
	if (!encoding_to_utf8(encoding, found, *text, &content->memory, &converted)) {
		diagnostics_trouble(_("%s:%lu: is not %s: say the encoding with --encoding"), name,
		    last_line(converted), encoding_name(encoding, found));
		return false;
	}
	if (found == ENCODING_WINDOWS)
		diagnostics_note(_("%s is read as Windows-1252 (--encoding says another)"), name);
	content->was_converted = found != ENCODING_UTF8;
	*text = converted;
	return true;
}

bool
content_read(
    struct content *content, struct lines *lines, const struct encoding *encoding, const char *name)
{
	struct bytes text;

	*content = (struct content){.memory = NULL};
	if (lines_peek(lines, &text) != LINES_TROUBLE && is_something_else(text, name))
		return false;
	if (!lines_read_all(lines)) {
		diagnostics_trouble_errno("%s", name);
		return false;
	}
	text = lines_ahead(lines);
	if (!decode(content, &text, encoding, name) || is_something_else(text, name))
		return false;
	if (ends_with_return(text))
		end_with_feed(content->memory, text.length);
	lines_close(lines);
	lines_open_memory(lines, text);
	return true;
}

void
content_free(struct content *content)
{
	free(content->memory);
	content->memory = NULL;
}
