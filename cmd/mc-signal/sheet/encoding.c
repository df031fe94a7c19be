#include "sheet/encoding.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <strings.h>

#include "sheet/windows_1252.h"
#include "text/text.h"
#include "tool/memory.h"

static const iconv_t none = (iconv_t)-1;

/* Names of the encoding that needs no help of the system. */
static bool
is_windows(const char *name)
{
	return name != NULL
	    && (strcasecmp(name, "WINDOWS-1252") == 0 || strcasecmp(name, "CP1252") == 0);
}

bool
encoding_open(struct encoding *encoding, const char *name)
{
	*encoding = (struct encoding){name, none, none, none};
	encoding->utf16_le = iconv_open("UTF-8", "UTF-16LE");
	encoding->utf16_be = iconv_open("UTF-8", "UTF-16BE");
	if (name == NULL || is_windows(name))
		return true;
	encoding->named = iconv_open("UTF-8", name);
	return encoding->named != none;
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
	close_one(encoding->utf16_le);
	close_one(encoding->utf16_be);
}

/* What a mark before the text says; ENCODING_NAMED for none. */
static enum encoding_found
find_mark(struct bytes text)
{
	if (text_has_mark(text))
		return ENCODING_UTF8;
	if (text.length >= 2 && memcmp(text.at, "\xFF\xFE", 2) == 0)
		return ENCODING_UTF16_LE;
	if (text.length >= 2 && memcmp(text.at, "\xFE\xFF", 2) == 0)
		return ENCODING_UTF16_BE;
	return ENCODING_NAMED;
}

/* Whether at least half of the bytes at every other place are NUL, and hardly any of the others:
 * so is text that is mostly Latin. */
static bool
has_nul_at_every_other(const size_t nuls[2], size_t pairs, unsigned place)
{
	return pairs > 0 && nuls[place] * 2 >= pairs && nuls[1 - place] * 16 <= nuls[place];
}

/* UTF-16 without a mark, by its NULs; ENCODING_NAMED when there is none. */
static enum encoding_found
find_nuls(struct bytes text)
{
	size_t nuls[2] = {0, 0};

	for (size_t i = 0; i < text.length; i++)
		nuls[i % 2] += text.at[i] == '\0';
	if (has_nul_at_every_other(nuls, text.length / 2, 1))
		return ENCODING_UTF16_LE;
	return has_nul_at_every_other(nuls, text.length / 2, 0) ? ENCODING_UTF16_BE
								: ENCODING_NAMED;
}

/* Whether all of it is UTF-8, or some sequence of several bytes is. */
static bool
seems_utf8(struct bytes text)
{
	bool is_ascii = true;

	for (size_t i = 0, length; i < text.length; i += length) {
		length = 1;
		if ((unsigned char)text.at[i] < 0x80)
			continue;
		is_ascii = false;
		text_code_point((struct bytes){text.at + i, text.length - i}, &length);
		if (length > 1)
			return true;
		length = 1;
	}
	return is_ascii;
}

/* Bytes that are a letter with an accent on a Macintosh, and hardly ever stand between letters in
 * Windows-1252: c with cedilla, the accents of e, i and the diaereses of o and u. */
static bool
is_macintosh_letter(unsigned char c)
{
	return (c >= 0x8D && c <= 0x91) || c == 0x95 || c == 0x9A || c == 0x9F;
}

static bool
is_letter(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_macintosh_letter(c);
}

static bool
seems_macintosh(struct bytes text)
{
	const unsigned char *c = (const unsigned char *)text.at;

	for (size_t i = 1; i + 1 < text.length; i++)
		if (is_macintosh_letter(c[i]) && is_letter(c[i - 1]) && is_letter(c[i + 1]))
			return true;
	return false;
}

enum encoding_found
encoding_find(const struct encoding *encoding, struct bytes text)
{
	enum encoding_found found = find_mark(text);

	/* Not iconv's "UTF-16": that goes on with the byte order of the text before. */
	if (encoding->name != NULL
	    && (strcasecmp(encoding->name, "UTF-16") != 0
		|| (found != ENCODING_UTF16_LE && found != ENCODING_UTF16_BE)))
		return ENCODING_NAMED;
	if (found == ENCODING_NAMED)
		found = find_nuls(text);
	if (found != ENCODING_NAMED)
		return found;
	if (seems_utf8(text))
		return ENCODING_UTF8;
	return seems_macintosh(text) ? ENCODING_MACINTOSH : ENCODING_WINDOWS;
}

const char *
encoding_name(const struct encoding *encoding, enum encoding_found found)
{
	static const char *const names[] = {
	    "UTF-8", "UTF-16", "UTF-16", "Windows-1252", "Macintosh"};

	return found == ENCODING_NAMED ? encoding->name : names[found];
}

/* Whether the system's iconv wants more room: the only failure that is no fault of the text. */
static bool
wants_room(size_t result)
{
	return result == (size_t)-1 && errno == E2BIG;
}

/* Converts by the system's iconv. */
static bool
convert(iconv_t conversion, struct bytes text, char **memory, struct bytes *converted)
{
	char *from = (char *)(size_t)text.at; /* iconv's interface; it does not write there */
	size_t left = text.length, size = 2 * text.length + 64, used = 0, result;

	*memory = memory_allocate(size);
	*converted = (struct bytes){*memory, 0};
	if (conversion == none)
		return false;
	iconv(conversion, NULL, NULL, NULL, NULL);
	do {
		char *to = *memory + used;
		size_t space = size - used;

		result = iconv(conversion, &from, &left, &to, &space);
		used = (size_t)(to - *memory);
		if (wants_room(result)) {
			*memory = memory_resize(*memory, 2, size);
			size *= 2;
		}
	} while (wants_room(result));
	*converted = (struct bytes){*memory, used};
	return result != (size_t)-1 && left == 0;
}

static bool
copy(struct bytes text, char **memory, struct bytes *converted)
{
	*memory = memory_allocate(text.length + 1);
	if (text.length > 0)
		memcpy(*memory, text.at, text.length);
	*converted = (struct bytes){*memory, text.length};
	return true;
}

static bool
convert_windows(struct bytes text, char **memory, struct bytes *converted)
{
	*memory = memory_allocate(WINDOWS_1252_GROWTH * text.length + 1);
	return windows_1252_to_utf8(text, *memory, converted);
}

bool
encoding_to_utf8(const struct encoding *encoding, enum encoding_found found, struct bytes text,
    char **memory, struct bytes *converted)
{
	switch (found) {
	case ENCODING_UTF16_LE:
		return convert(encoding->utf16_le, text, memory, converted);
	case ENCODING_UTF16_BE:
		return convert(encoding->utf16_be, text, memory, converted);
	case ENCODING_WINDOWS:
		return convert_windows(text, memory, converted);
	case ENCODING_NAMED:
		return is_windows(encoding->name)
		    ? convert_windows(text, memory, converted)
		    : convert(encoding->named, text, memory, converted);
	case ENCODING_UTF8:
	case ENCODING_MACINTOSH:
		break;
	}
	return copy(text, memory, converted);
}
