#include "phrase.h"

#include <stdio.h>
#include <stdlib.h>

#include "memory.h"

static void
add_bytes(struct phrase *phrase, struct bytes text)
{
	if (text.length > phrase->room - phrase->length) {
		phrase->room = 2 * (phrase->length + text.length) + 256;
		phrase->at = memory_resize(phrase->at, phrase->room, 1);
	}
	if (text.length > 0)
		memcpy(phrase->at + phrase->length, text.at, text.length);
	phrase->length += text.length;
}

void
phrase_add(struct phrase *phrase, const char *text)
{
	add_bytes(phrase, bytes_of(text));
}

void
phrase_say(struct phrase *phrase, enum wording wording, const char *one, const char *two)
{
	const char *text = wording_text(wording, phrase->language);

	for (const char *open; (open = strchr(text, '{')) != NULL; text = open + strlen("{1}")) {
		const char *argument = open[1] == '1' ? one : two;

		add_bytes(phrase, (struct bytes){text, (size_t)(open - text)});
		phrase_add(phrase, argument == NULL ? "" : argument);
	}
	phrase_add(phrase, text);
}

void
phrase_capitalise(struct phrase *phrase)
{
	if (phrase->length > 0 && phrase->at[0] >= 'a' && phrase->at[0] <= 'z')
		phrase->at[0] = (char)(phrase->at[0] - 'a' + 'A');
}

struct bytes
phrase_bytes(const struct phrase *phrase)
{
	return (struct bytes){phrase->length == 0 ? "" : phrase->at, phrase->length};
}

const char *
phrase_string(struct phrase *phrase)
{
	add_bytes(phrase, (struct bytes){"", 1});
	phrase->length--;
	return phrase->at;
}

void
phrase_clear(struct phrase *phrase)
{
	phrase->length = 0;
}

void
phrase_close(struct phrase *phrase)
{
	free(phrase->at);
	phrase->at = NULL;
	phrase->length = phrase->room = 0;
}

/* 2000-01-01, day 1, was a Saturday. */
static const char *
weekday_of(day_number day, enum language language)
{
	return wording_text(WORDING_MONDAY + (day + 4) % 7, language);
}

const char *
date_of_day(day_number day, enum date_form form, enum language language, char text[DATE_SIZE])
{
	unsigned year, month, of_month;

	text[0] = '\0';
	if (day == NO_DAY)
		return text;
	span_date_of(day, &year, &month, &of_month);
	const char *name = wording_text(WORDING_JANUARY + month - 1, language);
	const char *weekday = weekday_of(day, language);
	switch (form) {
	case DATE_WEEKDAY:
		snprintf(text, DATE_SIZE, "%s %u %s %u", weekday, of_month, name, year);
		break;
	case DATE_SHORT:
	case DATE_BRIEF:
		snprintf(text, DATE_SIZE, "%.*s %u %s", language == ENGLISH ? 3 : 2, weekday,
		    of_month, wording_text(WORDING_SHORT_JANUARY + month - 1, language));
		if (form == DATE_SHORT)
			snprintf(text + strlen(text), DATE_SIZE - strlen(text), " %u", year);
		break;
	case DATE_DAY:
		snprintf(text, DATE_SIZE, "%u %s %u", of_month, name, year);
		break;
	case DATE_MONTH:
		snprintf(text, DATE_SIZE, "%s %u", name, year);
		break;
	}
	return text;
}

const char *
date_of_span(struct span span, enum date_form form, enum language language, char text[DATE_SIZE])
{
	unsigned minute = span.begin & ((1u << MINUTE_BITS) - 1);

	date_of_day(span_day(span), form, language, text);
	if (form <= DATE_DAY && !span_is_whole_day(span)) {
		size_t length = strlen(text);

		snprintf(text + length, DATE_SIZE - length,
		    language == ENGLISH ? ", %u:%02u" : ", %u.%02u uur", minute / 60, minute % 60);
	}
	return text;
}
