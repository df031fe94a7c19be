#include "text/shown.h"

#include <utf8proc.h>

#include "text/harmful.h"
#include "text/text.h"

/* U+FE0F makes the character before it a wide one. */
enum { WIDENING = 0xFE0F };

/* utf8proc gives marks that stand beside their letter no width either: rather too much. */
static unsigned
width_of(uint32_t point)
{
	utf8proc_int32_t character = (utf8proc_int32_t)point;
	utf8proc_category_t category = utf8proc_category(character);
	unsigned width = (unsigned)utf8proc_charwidth(character);
	bool stands_on_letter =
	    (category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME)
	    && point != WIDENING;

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
