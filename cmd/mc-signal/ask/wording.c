#include "ask/wording.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const wordings[SAY_COUNT][ASK_LANGUAGES] = {
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
    [AREA_OUTSIDE] = SAY_AREA_OUTSIDE,
    [AREA_POSITIVE] = SAY_AREA_POSITIVE,
    [AREA_OTHER] = SAY_AREA_OTHER,
};

static const enum ask_wording kinds_of_data[IDENTIFYING_KINDS] = {
    [IDENTIFYING_BSN] = SAY_A_BSN,
    [IDENTIFYING_PUPIL_NUMBER] = SAY_A_PUPIL_NUMBER,
    [IDENTIFYING_EMAIL] = SAY_AN_EMAIL,
    [IDENTIFYING_PHONE] = SAY_A_PHONE,
    [IDENTIFYING_POSTCODE] = SAY_A_POSTCODE,
    [IDENTIFYING_IBAN] = SAY_AN_IBAN,
};

/* The locale of messages. Not by setlocale(): it knows only locales that this machine has. */
static const char *
messages_locale(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *locale = getenv(names[i]);

		if (locale != NULL && locale[0] != '\0')
			return locale;
	}
	return "C";
}

/* Whether a list of locales, with a colon between, begins with one that asks for no translation. */
static bool
begins_untranslated(const char *locales)
{
	size_t length = strcspn(locales, ":");

	return (length == 1 && locales[0] == 'C')
	    || (length == 5 && strncmp(locales, "POSIX", length) == 0);
}

/* Whether it begins with a locale of the Dutch language, such as nl or nl_NL.UTF-8. */
static bool
begins_dutch(const char *locales)
{
	return strncmp(locales, "nl", 2) == 0 && strchr("_.@:", locales[2]) != NULL;
}

enum ask_language
ask_language_of_person(void)
{
	const char *locales = messages_locale(), *languages = getenv("LANGUAGE");

	if (begins_untranslated(locales))
		return ASK_ENGLISH;
	if (languages != NULL && languages[0] != '\0')
		locales = languages;
	while (!begins_dutch(locales)) {
		if (begins_untranslated(locales))
			return ASK_ENGLISH;
		locales += strcspn(locales, ":");
		if (*locales++ == '\0')
			return ASK_ENGLISH;
	}
	return ASK_DUTCH;
}

const char *
ask_wording_text(enum ask_wording wording, enum ask_language language)
{
	return wordings[wording][language];
}

const char *
ask_wording_label(enum word word, enum ask_language language)
{
	const struct word_entry *entry = vocabulary_entry(word);

	return language == ASK_DUTCH ? entry->dutch : entry->english;
}

enum ask_wording
ask_wording_area(enum area area)
{
	return areas[area];
}

enum ask_wording
ask_wording_identifying(enum identifying kind)
{
	return kinds_of_data[kind];
}

const char *
ask_wording_fill(const char *pattern, const char *one, const char *two, char text[ASK_TEXT_SIZE])
{
	size_t used = 0;

	while (*pattern != '\0') {
		bool is_place = strncmp(pattern, "{1}", 3) == 0 || strncmp(pattern, "{2}", 3) == 0;
		const char *from = is_place ? (pattern[1] == '1' ? one : two) : pattern;
		size_t length = !is_place ? 1 : from == NULL ? 0 : strlen(from);

		if (length >= ASK_TEXT_SIZE - used)
			break;
		if (length > 0)
			memcpy(text + used, from, length);
		used += length;
		pattern += is_place ? 3 : 1;
	}
	text[used] = '\0';
	return text;
}

const char *
ask_wording_date(struct span span, enum ask_language language, char text[ASK_DATE_SIZE])
{
	unsigned year, month, day, minute = span.begin & ((1u << MINUTE_BITS) - 1);
	int used;

	text[0] = '\0';
	if (span_day(span) == NO_DAY)
		return text;
	span_date_of(span_day(span), &year, &month, &day);
	used = snprintf(text, ASK_DATE_SIZE, "%u %s %u", day,
	    ask_wording_text(SAY_JANUARY + (enum ask_wording)(month - 1), language), year);
	if (!span_is_whole_day(span))
		snprintf(text + used, ASK_DATE_SIZE - (size_t)used, " %u:%02u", minute / 60,
		    minute % 60);
	return text;
}
