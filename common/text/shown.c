#include "text/shown.h"

#include <utf8proc.h>

#include "text/harmful.h"
#include "text/text.h"

/* U+FE0F makes the character before it a wide one. */
enum { WIDENING = 0xFE0F };

/* Characters that terminals do not agree about, nor utf8proc and C libraries of another year of
 * Unicode: each is as wide as the widest of them has it. Sorted. */
static const struct {
	uint32_t first, last;
	unsigned width;
} disputed[] = {
    {0x2630, 0x2637, 2},   /* trigrams */
    {0x268A, 0x268F, 2},   /* lines of trigrams */
    {0x3248, 0x324F, 2},   /* numbers in circles */
    {0x4DC0, 0x4DFF, 2},   /* hexagrams */
    {0x1171E, 0x1171E, 1}, /* a sign of Ahom, which was a mark on its letter */
    {0x1D300, 0x1D376, 2}, /* tetragrams, counting rods */
};

static unsigned
disputed_width(uint32_t point)
{
	for (size_t i = 0; i < sizeof(disputed) / sizeof(disputed[0]); i++)
		if (point <= disputed[i].last)
			return point >= disputed[i].first ? disputed[i].width : 0;
	return 0;
}

/* Where utf8proc may be wrong, rather too much. It gives marks that stand beside their letter no
 * width either; and what it does not know may be a picture of a later year, drawn wide. */
static unsigned
width_of(uint32_t point)
{
	utf8proc_int32_t character = (utf8proc_int32_t)point;
	utf8proc_category_t category = utf8proc_category(character);
	unsigned width = (unsigned)utf8proc_charwidth(character);
	unsigned least = disputed_width(point);
	bool stands_on_letter =
	    (category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME)
	    && point != WIDENING;

	if (category == UTF8PROC_CATEGORY_CN)
		return 2;
	if (width < least)
		return least;
	return width > 0 || stands_on_letter ? width : 1;
}

struct shown
shown_next(struct bytes *text)
{
	static const struct shown replacement = {SHOWN_PLAIN, {"\xEF\xBF\xBD", 3}, 1},
				  nothing = {SHOWN_PLAIN, {"", 0}, 0},
				  blank = {SHOWN_BLANK, {" ", 1}, 1},
				  end = {SHOWN_BREAK, {"", 0}, 0};
	size_t length;
	uint32_t point = text_code_point(*text, &length);
	struct bytes shown = {text->at, length};

	text->at += length > 0 ? length : 1;
	text->length -= length > 0 ? length : 1;
	if (length == 0)
		return replacement;
	if (point == ' ' || point == '\t')
		return blank;
	if (point == '\n')
		return end;
	switch (harmful_sort(point)) {
	case HARMFUL_CONTROL:
		return replacement;
	case HARMFUL_BREAK:
		return end;
	case HARMFUL_INKLESS:
		return nothing;
	case HARMLESS:
		break;
	}
	return (struct shown){SHOWN_PLAIN, shown, width_of(point)};
}

unsigned
shown_width_of(struct bytes text)
{
	unsigned width = 0;

	while (text.length > 0)
		width += shown_next(&text).width;
	return width;
}
