#include "text/glyph.h"

#include "text/harmful.h"

/* Not seen at all, so not there. */
enum { INVISIBLE = 3 };

/*
 * What characters with ink look like; the first row that holds. In a row that
 * counts, each next character looks like the next in ASCII, from the first again
 * after so many.
 */
static const struct look {
	uint32_t first, last;
	char as;
	unsigned char counts; /* 0: all look alike */
} looks[] = {
    {0x0000, 0x0008, GLYPH_OTHER, 0},
    {'\t', '\t', ' ', 0},
    {'\n', '\r', '\n', 0},
    {0x000E, 0x001F, GLYPH_OTHER, 0},
    {0x007F, 0x0084, GLYPH_OTHER, 0},
    {0x0085, 0x0085, '\n', 0},
    {0x0086, 0x009F, GLYPH_OTHER, 0},
    {0x00A0, 0x00A0, ' ', 0},
    {0x00B7, 0x00B7, '.', 0}, /* middle dot */
    {0x00A1, 0x00BF, GLYPH_OTHER, 0},
    {0x0660, 0x0669, '0', 10}, /* Arabic */
    {0x06F0, 0x06F9, '0', 10}, /* Persian */
    {0x1680, 0x1680, ' ', 0},
    {0x2000, 0x200A, ' ', 0},
    {0x2010, 0x2015, '-', 0},
    {0x2018, 0x2019, '\'', 0},
    {0x2022, 0x2022, '.', 0},
    {0x2024, 0x2024, '.', 0},
    {0x2027, 0x2027, '.', 0},
    {0x2028, 0x2029, '\n', 0},
    {0x202F, 0x202F, ' ', 0},
    {0x2043, 0x2043, '-', 0},
    {0x2044, 0x2044, '/', 0},
    {0x205F, 0x205F, ' ', 0},
    {0x20E3, 0x20E3, INVISIBLE, 0}, /* the frame of a keycap */
    {0x2212, 0x2212, '-', 0},
    {0x2215, 0x2215, '/', 0},
    {0x2000, 0x2BFF, GLYPH_OTHER, 0},
    {0x3000, 0x3000, ' ', 0},
    {0x3002, 0x3002, '.', 0},
    {0x3001, 0x303F, GLYPH_OTHER, 0},
    {0xFE00, 0xFE0F, INVISIBLE, 0}, /* variation selectors */
    {0xFE52, 0xFE52, '.', 0},
    {0xFE58, 0xFE58, '-', 0},
    {0xFE63, 0xFE63, '-', 0},
    {0xFE6B, 0xFE6B, '@', 0},
    {0xFF01, 0xFF5E, '!', '~' - '!' + 1}, /* full-width ASCII */
    {0xFF61, 0xFF61, '.', 0},
    {0x1D7CE, 0x1D7FF, '0', 10},      /* mathematical digits */
    {0xE0100, 0xE01EF, INVISIBLE, 0}, /* variation selectors */
    {0x1F000, 0x10FFFF, GLYPH_OTHER, 0},
};

static char
look_of(uint32_t point)
{
	if (harmful_sort(point) == HARMFUL_INKLESS)
		return INVISIBLE;
	for (size_t i = 0; i < sizeof(looks) / sizeof(looks[0]); i++) {
		const struct look *look = &looks[i];

		if (point < look->first || point > look->last)
			continue;
		uint32_t step = look->counts > 0 ? (point - look->first) % look->counts : 0;
		return (char)(look->as + (char)step);
	}
	return point <= '~' ? (char)point : GLYPH_LETTER;
}

/* The character of at least one byte at at, seen or not. */
static struct glyph
decode(struct bytes text, size_t at)
{
	size_t length;
	uint32_t point = text_code_point((struct bytes){text.at + at, text.length - at}, &length);

	if (length == 0)
		return (struct glyph){GLYPH_OTHER, at, at + 1};
	return (struct glyph){look_of(point), at, at + length};
}

struct glyph
glyph_any_at(struct bytes text, size_t at)
{
	while (at < text.length) {
		struct glyph glyph = decode(text, at);

		if (glyph.as != INVISIBLE)
			return glyph;
		at = glyph.end;
	}
	return (struct glyph){GLYPH_END, at, at};
}

/* The character of which the last byte is before at, which is not 0. */
static struct glyph
decode_before(struct bytes text, size_t at)
{
	size_t first = at - 1;

	while (first > 0 && at - first < 4 && ((unsigned char)text.at[first] & 0xC0) == 0x80)
		first--;
	struct glyph glyph = decode((struct bytes){text.at, at}, first);
	return glyph.end == at ? glyph : (struct glyph){GLYPH_OTHER, at - 1, at};
}

struct glyph
glyph_any_before(struct bytes text, size_t at)
{
	while (at > 0) {
		struct glyph glyph = decode_before(text, at);

		if (glyph.as != INVISIBLE)
			return glyph;
		at = glyph.begin;
	}
	return (struct glyph){GLYPH_END, at, at};
}
