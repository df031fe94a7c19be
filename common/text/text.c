#include "text/text.h"

#include "text/harmful.h"

/* Beyond ASCII: no-break space, Ogham, the widths of type, line and paragraph separator,
 * ideographic. */
static bool
is_wide_blank(uint32_t point)
{
	return point == 0xA0 || point == 0x1680 || (point >= 0x2000 && point <= 0x200A)
	    || point == 0x2028 || point == 0x2029 || point == 0x202F || point == 0x205F
	    || point == 0x3000;
}

bool
text_read_number(struct bytes text, size_t max_digits, uint32_t *number)
{
	uint32_t read = 0;

	if (!text_is_number(text) || text.length > max_digits)
		return false;
	for (size_t i = 0; i < text.length; i++)
		read = read * 10 + (uint32_t)(text.at[i] - '0');
	*number = read;
	return true;
}

size_t
text_leading_blank(struct bytes text)
{
	char c = text.length > 0 ? text.at[0] : '\0';
	size_t length;

	if ((unsigned char)c < 0x80)
		return c == ' ' || c == '\t' || c == '\n' || c == '\r';
	return is_wide_blank(text_code_point(text, &length)) ? length : 0;
}

static size_t
trailing_blank(struct bytes text)
{
	size_t first = text.length, blank;

	while (first > 0 && text.length - first < 3) {
		first--;
		blank = text_leading_blank((struct bytes){text.at + first, text.length - first});
		if (blank == text.length - first)
			return blank;
		if (((unsigned char)text.at[first] & 0xC0) != 0x80)
			break;
	}
	return 0;
}

struct bytes
text_trim(struct bytes text)
{
	for (size_t blank; (blank = text_leading_blank(text)) > 0;) {
		text.at += blank;
		text.length -= blank;
	}
	for (size_t blank; (blank = trailing_blank(text)) > 0;)
		text.length -= blank;
	return text;
}

bool
text_has_nothing_seen(struct bytes text)
{
	while (text.length > 0) {
		size_t length = text_leading_blank(text);

		if (length == 0 && harmful_sort(text_code_point(text, &length)) != HARMFUL_INKLESS)
			return false;
		text.at += length;
		text.length -= length;
	}
	return true;
}

const char text_mark[] = "\xEF\xBB\xBF";

enum { MARK_LENGTH = sizeof(text_mark) - 1 };

bool
text_has_mark(struct bytes line)
{
	return line.length >= MARK_LENGTH && memcmp(line.at, text_mark, MARK_LENGTH) == 0;
}

struct bytes
text_without_mark(struct bytes line)
{
	while (text_has_mark(line))
		line = (struct bytes){line.at + MARK_LENGTH, line.length - MARK_LENGTH};
	return line;
}

struct bytes
text_without_return(struct bytes line)
{
	while (line.length > 0 && line.at[line.length - 1] == '\r')
		line.length--;
	return line;
}

/* The small letter of a capital: A-Z, and in UTF-8 the second byte of À to Þ (C3 80 - C3 9E). */
static unsigned char
small_letter(const char *at, size_t i)
{
	unsigned char c = (unsigned char)at[i];

	if (c >= 'A' && c <= 'Z')
		return (unsigned char)(c + ('a' - 'A'));
	if (i > 0 && (unsigned char)at[i - 1] == 0xC3 && c >= 0x80 && c <= 0x9E && c != 0x97)
		return (unsigned char)(c + 0x20);
	return c;
}

bool
text_equal_ignoring_case(struct bytes a, struct bytes b)
{
	if (a.length != b.length)
		return false;
	for (size_t i = 0; i < a.length; i++)
		if (small_letter(a.at, i) != small_letter(b.at, i))
			return false;
	return true;
}

uint32_t
text_code_point(struct bytes text, size_t *length)
{
	/* The least code point that may be written with so many bytes. */
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	unsigned char first = (unsigned char)text.at[0];
	size_t wanted = first < 0x80 ? 1
	    : first < 0xC2	     ? 0
	    : first < 0xE0	     ? 2
	    : first < 0xF0	     ? 3
	    : first < 0xF5	     ? 4
				     : 0;
	uint32_t point = wanted < 2 ? first : first & (0x7Fu >> wanted);

	*length = 0;
	if (wanted == 0 || wanted > text.length)
		return 0;
	for (size_t i = 1; i < wanted; i++) {
		unsigned char next = (unsigned char)text.at[i];

		if ((next & 0xC0) != 0x80)
			return 0;
		point = point << 6 | (next & 0x3F);
	}
	if (point < least[wanted] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
		return 0;
	*length = wanted;
	return point;
}

bool
text_is_control(uint32_t point)
{
	return point < 0x20 || (point >= 0x7F && point < 0xA0);
}

bool
text_is_prose(struct bytes text)
{
	for (size_t at = 0; (at = text_skip_visible(text, at)) < text.length;) {
		size_t size = text_prose_at(text, at);

		if (size == 0)
			return false;
		at += size;
	}
	return true;
}

bool
text_is_utf8(struct bytes text, size_t *valid)
{
	size_t at = 0;

	while (at < text.length) {
		size_t length = 1;

		if ((unsigned char)text.at[at] >= 0x80)
			text_code_point((struct bytes){text.at + at, text.length - at}, &length);
		if (length == 0)
			break;
		at += length;
	}
	*valid = at;
	return at == text.length;
}
