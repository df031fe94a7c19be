#include "text/shown.h"

#include <stdint.h>

#include "text/text.h"

struct range {
	uint32_t first, last;
};

/* Sorted. What has no width of its own: marks that stand on the character before. */
static const struct range marks[] = {
    {0x0300, 0x036F},
    {0x0483, 0x0489},
    {0x0591, 0x05BD},
    {0x0610, 0x061A},
    {0x064B, 0x065F},
    {0x0900, 0x0902},
    {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF},
    {0x200B, 0x200D},
    {0x20D0, 0x20F0},
    {0xFE00, 0xFE0E},
    {0xFE20, 0xFE2F},

    {0xE0100, 0xE01EF},
};

/* Sorted. What takes two columns, or does on some terminals: counting too much never makes a
 * line too long. */
static const struct range wide[] = {
    {0x1100, 0x115F},
    {0x231A, 0x231B},
    {0x2329, 0x232A},
    {0x23E9, 0x23F3},
    {0x25FD, 0x25FE},
    {0x2600, 0x27BF},
    {0x2B1B, 0x2B55},
    {0x2E80, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE10, 0xFE19},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x16FE0, 0x1B2FF},
    {0x1D300, 0x1D376},
    {0x1F000, 0x1FAFF},
    {0x20000, 0x3FFFD},
};

/* Sorted. Control characters and what turns the direction of text, hides or annotates it; and
 * what XML does not allow. */
static const struct range harmful[] = {
    {0x0000, 0x001F},
    {0x007F, 0x009F},
    {0x061C, 0x061C},
    {0x200E, 0x200F},
    {0x2028, 0x202E},
    {0x2060, 0x206F},
    {0xFEFF, 0xFEFF},
    {0xFFF9, 0xFFFB},
    {0xFFFE, 0xFFFF},
    {0xE0000, 0xE007F},
};

#define IS_IN(point, ranges) is_in(point, ranges, sizeof(ranges) / sizeof((ranges)[0]))

static bool
is_in(uint32_t point, const struct range *range, size_t count)
{
	for (size_t i = 0; i < count && range[i].first <= point; i++)
		if (point <= range[i].last)
			return true;
	return false;
}

struct shown
shown_next(struct bytes *text)
{
	static const struct bytes replacement = {"\xEF\xBF\xBD", 3};
	size_t length;
	uint32_t point = text_code_point(*text, &length);
	struct bytes shown = {text->at, length};

	text->at += length > 0 ? length : 1;
	text->length -= length > 0 ? length : 1;
	if (length == 0)
		return (struct shown){SHOWN_PLAIN, replacement, 1};
	if (point == ' ' || point == '\t')
		return (struct shown){SHOWN_BLANK, {" ", 1}, 1};
	if (point == '\n' || point == 0x2028 || point == 0x2029)
		return (struct shown){SHOWN_BREAK, {"", 0}, 0};
	if (IS_IN(point, harmful))
		return (struct shown){SHOWN_PLAIN, replacement, 1};
	if (IS_IN(point, marks))
		return (struct shown){SHOWN_PLAIN, shown, 0};
	/* U+FE0F among them: it makes the character before it a wide one. */
	return (struct shown){SHOWN_PLAIN, shown, IS_IN(point, wide) ? 2 : 1};
}

unsigned
shown_width_of(struct bytes text)
{
	unsigned width = 0;

	while (text.length > 0)
		width += shown_next(&text).width;
	return width;
}
