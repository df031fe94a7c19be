#include "ask/wording.h"

#include <stdio.h>

static const char *const wordings[SAY_COUNT][LANGUAGES] = {
    {"", ""},
#define WORDING(id, dutch, english) [SAY_##id] = {dutch, english},
#include "ask/wording.def"
#undef WORDING
};

static const enum ask_wording areas[] = {
    [AREA_NONE] = SAY_NOTHING,
    [AREA_BODY] = SAY_AREA_BODY,
    [AREA_CARE] = SAY_AREA_CARE,
    [AREA_EMOTION] = SAY_AREA_EMOTION,
    [AREA_BEHAVIOUR] = SAY_AREA_BEHAVIOUR,
    [AREA_LEARNING] = SAY_AREA_LEARNING,
    [AREA_SOCIAL] = SAY_AREA_SOCIAL,
    [AREA_SEXUAL] = SAY_AREA_SEXUAL,
    [AREA_WITNESS] = SAY_AREA_WITNESS,
    [AREA_DISCLOSURE] = SAY_AREA_DISCLOSURE,
    [AREA_PARENT] = SAY_AREA_PARENT,
    [AREA_FAMILY] = SAY_AREA_FAMILY,
    [AREA_HONOUR] = SAY_AREA_HONOUR,
    [AREA_ABSENCE] = SAY_AREA_ABSENCE,
    [AREA_NOTICE] = SAY_AREA_NOTICE,
    [AREA_NOTE] = SAY_AREA_NOTE,
    [AREA_OUTSIDE] = SAY_AREA_OUTSIDE,
    [AREA_POSITIVE] = SAY_AREA_POSITIVE,
    [AREA_OTHER] = SAY_AREA_OTHER,
};

const char *
ask_wording_text(enum ask_wording wording, enum language language)
{
	return wordings[wording][language];
}

enum ask_wording
ask_wording_area(enum area area)
{
	return areas[area];
}

const char *
ask_wording_date(struct span span, enum language language, char text[ASK_DATE_SIZE])
{
	unsigned year, month, day, minute = span.begin & ((1u << MINUTE_BITS) - 1);
	int used;

	text[0] = '\0';
	if (span_day(span) == NO_DAY)
		return text;
	span_date_of(span_day(span), &year, &month, &day);
	used =
	    snprintf(text, ASK_DATE_SIZE, "%u %s %u", day, language_month(month, language), year);
	if (!span_is_whole_day(span))
		snprintf(text + used, ASK_DATE_SIZE - (size_t)used, " %u:%02u", minute / 60,
		    minute % 60);
	return text;
}
