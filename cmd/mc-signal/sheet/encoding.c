#include "sheet/encoding.h"

#include <string.h>
#include <strings.h>

#include "sheet/system_encoding.h"
#include "text/text.h"
#include "tool/memory.h"

/* The names of what needs no help of the system. UTF-16 without a mark is what Windows writes. */
static const struct {
	const char *name;
	decoder *decode;
} own[] = {
    {"UTF-8", decode_utf8},
    {"UTF8", decode_utf8},
    {"UTF-16", decode_utf16_le},
    {"UTF-16LE", decode_utf16_le},
    {"UTF-16BE", decode_utf16_be},
    {"WINDOWS-1252", decode_windows_1252},
    {"CP1252", decode_windows_1252},
    {"MACINTOSH", decode_macintosh},
};

/* NULL when there is none of ours. */
static decoder *
own_decode(const char *name)
{
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		if (strcasecmp(name, own[i].name) == 0)
			return own[i].decode;
	return NULL;
}

bool
encoding_open(struct encoding *encoding, const char *name)
{
	*encoding = (struct encoding){.name = name, .system = no_system_encoding};
	if (name == NULL || (encoding->named = own_decode(name)) != NULL)
		return true;
	return system_encoding_open(&encoding->system, name);
}

void
encoding_close(struct encoding *encoding)
{
	if (encoding->system != no_system_encoding)
		iconv_close(encoding->system);
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

static bool
copy(struct bytes text, char *to, struct bytes *converted)
{
	if (text.length > 0)
		memcpy(to, text.at, text.length);
	*converted = (struct bytes){to, text.length};
	return true;
}

static decoder *
decode_of(const struct encoding *encoding, enum encoding_found found)
{
	/* Of what is only found to be UTF-8 each row is looked at by itself. */
	static decoder *const decodes[] = {[ENCODING_UTF8] = copy,
	    [ENCODING_UTF16_LE] = decode_utf16_le,
	    [ENCODING_UTF16_BE] = decode_utf16_be,
	    [ENCODING_WINDOWS] = decode_windows_1252,
	    [ENCODING_MACINTOSH] = decode_macintosh};

	return found == ENCODING_NAMED ? encoding->named : decodes[found];
}

bool
encoding_to_utf8(const struct encoding *encoding, enum encoding_found found, struct bytes text,
    char **memory, struct bytes *converted)
{
	decoder *decode = decode_of(encoding, found);

	if (decode == NULL)
		return system_encoding_to_utf8(encoding->system, text, memory, converted);
	*memory = memory_allocate(DECODE_GROWTH * text.length + 1);
	return decode(text, *memory, converted);
}
