#include "sheet/encoding.h"

#include <errno.h>
#include <stdlib.h>
#include <strings.h>

#include "tool/memory.h"
#include "text/text.h"

static const iconv_t none = (iconv_t)-1;

bool
encoding_open(struct encoding *encoding, const char *name)
{
	*encoding = (struct encoding){name, none, none, none, none};
	if (name != NULL && (encoding->named = iconv_open("UTF-8", name)) == none)
		return false;
	encoding->windows = iconv_open("UTF-8", "WINDOWS-1252");
	encoding->utf16_le = iconv_open("UTF-8", "UTF-16LE");
	encoding->utf16_be = iconv_open("UTF-8", "UTF-16BE");
	return encoding->windows != none && encoding->utf16_le != none
	    && encoding->utf16_be != none;
}

static void
close_one(iconv_t conversion)
{
	if (conversion != none)
		iconv_close(conversion);
}

void
encoding_close(struct encoding *encoding)
{
	close_one(encoding->named);
	close_one(encoding->windows);
	close_one(encoding->utf16_le);
	close_one(encoding->utf16_be);
}

/* The conversion that a UTF-16 mark asks for, none without one. Not iconv's "UTF-16": that goes on
 * with the byte order of the text before. */
static iconv_t
conversion_by_mark(const struct encoding *encoding, struct bytes text)
{
	if (text.length >= 2 && memcmp(text.at, "\xFF\xFE", 2) == 0)
		return encoding->utf16_le;
	if (text.length >= 2 && memcmp(text.at, "\xFE\xFF", 2) == 0)
		return encoding->utf16_be;
	return none;
}

/* The conversion that a text needs; none when it is UTF-8. */
static iconv_t
conversion_for(const struct encoding *encoding, struct bytes text)
{
	iconv_t by_mark = conversion_by_mark(encoding, text);
	bool has_name = encoding->name != NULL;
	size_t valid;

	if (by_mark != none && (!has_name || strcasecmp(encoding->name, "UTF-16") == 0))
		return by_mark;
	if (has_name)
		return encoding->named;
	return text_is_utf8(text, &valid) ? none : encoding->windows;
}

const char *
encoding_name(const struct encoding *encoding, struct bytes text)
{
	if (encoding->name != NULL)
		return encoding->name;
	return conversion_by_mark(encoding, text) != none ? "UTF-16" : "Windows-1252";
}

/* Whether the system's iconv wants more room: the only failure that is no fault of the text. */
static bool
wants_room(size_t result)
{
	return result == (size_t)-1 && errno == E2BIG;
}

static unsigned long
lines_in(const char *at, size_t length)
{
	unsigned long lines = 1;

	for (const char *feed; (feed = memchr(at, '\n', length)) != NULL; at = feed + 1) {
		length -= (size_t)(feed + 1 - at);
		lines++;
	}
	return lines;
}

bool
encoding_to_utf8(
    const struct encoding *encoding, struct bytes *text, char **converted, unsigned long *line)
{
	iconv_t conversion = conversion_for(encoding, *text);
	char *from = (char *)(size_t)text->at; /* iconv's interface; it does not write there */
	size_t left = text->length, size = 2 * text->length + 64, used = 0, result;

	*converted = NULL;
	if (conversion == none)
		return true;
	*converted = memory_allocate(size);
	iconv(conversion, NULL, NULL, NULL, NULL);
	do {
		char *to = *converted + used;
		size_t room = size - used;

		result = iconv(conversion, &from, &left, &to, &room);
		used = (size_t)(to - *converted);
		if (wants_room(result)) {
			*converted = memory_resize(*converted, 2, size);
			size *= 2;
		}
	} while (wants_room(result));
	*line = lines_in(*converted, used);
	if (result == (size_t)-1 || left > 0)
		return false;
	*text = (struct bytes){*converted, used};
	return true;
}
