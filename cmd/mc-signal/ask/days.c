#include "ask/days.h"

#include "ask/weighing/standing.h"
#include "text/text.h"

/* Takes a word for a day off the front of what was said; false when there is none. */
static bool
take_day_word(struct bytes *said, day_number *day)
{
	static const struct {
		const char *word;
		int ahead;
	} words[] = {{"vandaag", 0}, {"today", 0}, {"gisteren", -1}, {"yesterday", -1},
	    {"eergisteren", -2}, {"morgen", 1}, {"tomorrow", 1}, {"overmorgen", 2}};
	const char *blank = memchr(said->at, ' ', said->length);
	size_t length = blank == NULL ? said->length : (size_t)(blank - said->at);

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (text_equal_ignoring_case(
			(struct bytes){said->at, length}, bytes_of(words[i].word))) {
			*day = (day_number)((int)span_today() + words[i].ahead);
			said->at += length;
			said->length -= length;
			return true;
		}
	return false;
}

/* Whether this can be a time by itself: "9:05" or "9u05", but not "3.10", which may be a day. */
static bool
is_time(struct bytes said)
{
	size_t digits = 0;

	while (digits < said.length && text_is_digit(said.at[digits]))
		digits++;
	return digits > 0 && digits < said.length
	    && (said.at[digits] == ':' || said.at[digits] == 'u');
}

enum { SAID_SIZE = 64 };

/* A day with what was said of its time. */
static bool
read_time_of(day_number day, struct bytes time, struct span *span)
{
	char said[SAID_SIZE], text[DAY_TEXT_SIZE];

	snprintf(
	    said, sizeof(said), "%s %.*s", span_write_day(day, text), (int)time.length, time.at);
	return time.length < SAID_SIZE - DAY_TEXT_SIZE
	    && dates_read(bytes_of(said), DATES_FOUND, span);
}

/* Reads what stands for a date here: what a sheet may have, a word for a day with a time or
 * without, or a time of today. */
static bool
read_day(struct bytes said, struct span *span)
{
	day_number day = span_today();

	if (text_equal_ignoring_case(said, bytes_of("nu"))
	    || text_equal_ignoring_case(said, bytes_of("now"))) {
		*span = draft_now();
		return true;
	}
	if (take_day_word(&said, &day) && said.length == 0) {
		*span = span_of_day(day);
		return true;
	}
	if (said.length > 0 && (said.at[0] == ' ' || is_time(said)))
		return read_time_of(day, said, span);
	return dates_read(said, DATES_FOUND, span);
}

static bool
is_today(struct span span)
{
	return span_is_whole_day(span) && span_day(span) == span_today();
}

enum asked
ask_date(struct ask *ask, struct draft *draft)
{
	char now[ASK_DATE_SIZE];
	struct span preset = draft->when.begin != 0 ? draft->when : draft_now(), when;
	const struct question question = {dialog_text(&ask->dialog, SAY_ASK_DATE), SAY_WHY_DATE,
	    ask_wording_date(preset, ask->dialog.language, now)};
	struct bytes answer;

	for (;;) {
		enum asked asked = dialog_ask(&ask->dialog, &question, &answer);

		if (asked != ASKED_ANSWER)
			return asked;
		when = preset;
		if (answer.at != question.preset && !read_day(answer, &when))
			dialog_say(&ask->dialog, SAY_BAD_DATE);
		else if (when.begin > draft_now().end)
			dialog_say(&ask->dialog, SAY_FUTURE_DATE);
		else
			break;
	}
	/* When the school came to know is another question of another day. */
	if (draft->kind == KIND_SIGNAL && span_day(when) != span_day(draft->when))
		draft->due = NO_DAY;
	draft->when = is_today(when) ? draft_now() : when;
	return ASKED_ANSWER;
}

/* Asks for a day until one is given that can be read. */
static enum asked
ask_day(struct ask *ask, enum ask_wording prompt, enum ask_wording why, day_number preset,
    day_number *day)
{
	char date[ASK_DATE_SIZE];
	const struct question question = {dialog_text(&ask->dialog, prompt), why,
	    preset == NO_DAY ? NULL
			     : ask_wording_date(span_of_day(preset), ask->dialog.language, date)};
	struct bytes answer;
	struct span span;

	for (;;) {
		enum asked asked = dialog_ask(&ask->dialog, &question, &answer);

		*day = preset;
		if (asked != ASKED_ANSWER || answer.at == question.preset)
			return asked;
		if (read_day(answer, &span) && span_is_whole_day(span)) {
			*day = span_day(span);
			return ASKED_ANSWER;
		}
		dialog_say(&ask->dialog, SAY_BAD_DUE);
	}
}

/* The newest answers of the draft's case in the log. */
static struct span_set
newest_answers(const struct ask *ask, const struct draft *draft)
{
	struct standing_case standing;

	if (ask->settings->log == NULL
	    || !standing_read(&standing, ask->settings->log, draft_key(draft)))
		return (struct span_set){0};
	return case_newest_answers(&standing.alone.state, WORD_NONE);
}

/* A signal from before an answer did not count in it, so it counts from a later day. The day that
 * was said will do when it lies after the answers; else it is today. */
static void
settle_known_day(struct ask *ask, struct draft *draft, day_number known, struct span_set answers)
{
	bool is_before = draft->when.end < span_set_begin(answers);

	draft->due = known > span_day(draft->when) ? known : NO_DAY;
	if (is_before && span_of_day(known).begin <= span_set_end(answers)) {
		draft->due = span_today();
		dialog_say(&ask->dialog, SAY_KNOWN_UNWEIGHED);
	}
}

enum asked
ask_known_day(struct ask *ask, struct draft *draft)
{
	char date[ASK_DATE_SIZE];
	day_number first = span_day(draft->when), known;

	for (;;) {
		enum asked asked = ask_day(ask, SAY_ASK_KNOWN_DAY, SAY_WHY_KNOWN_DAY,
		    draft->due != NO_DAY ? draft->due : first, &known);

		if (asked != ASKED_ANSWER)
			return asked;
		if (known >= first && known <= span_today())
			break;
		if (known < first)
			dialog_say_with(&ask->dialog, SAY_KNOWN_BEFORE,
			    ask_wording_date(span_of_day(first), ask->dialog.language, date), NULL);
		else
			dialog_say(&ask->dialog, SAY_FUTURE_DATE);
	}
	settle_known_day(ask, draft, known, newest_answers(ask, draft));
	return ASKED_ANSWER;
}

enum asked
ask_due(struct ask *ask, struct draft *draft)
{
	char date[ASK_DATE_SIZE];
	day_number first = span_day(draft->when), due;

	for (;;) {
		enum asked asked = ask_day(ask, SAY_PLAN_DUE, SAY_PLAN_DUE_WHY, draft->due, &due);

		if (asked != ASKED_ANSWER)
			return asked;
		if (due >= first)
			break;
		dialog_say_with(&ask->dialog, SAY_DUE_BEFORE,
		    ask_wording_date(span_of_day(first), ask->dialog.language, date), NULL);
	}
	draft->due = due;
	if (due < span_today())
		dialog_say(&ask->dialog, SAY_PAST_DUE);
	return ASKED_ANSWER;
}
