/*
 * The agenda as a calendar (RFC 5545): one event an action, on the day by
 * which it is due. No word of a record's text is in it. A calendar that takes
 * the same action in again knows it by its UID, and that this is newer by its
 * SEQUENCE; what was done is cancelled.
 */

#include <stdio.h>
#include <time.h>

#include "papers/agenda/agenda.h"
#include "papers/agenda/content.h"
#include "papers/agenda/notices.h"
#include "papers/agenda/settled.h"
#include "records/rule.h"

struct calendar {
	struct writer *writer;
	const struct report_order *order;
	char stamp[32], sequence[32]; /* the content lines that say when it was written */
};

/* 2000-01-01T00:00Z. */
enum { YEAR_2000 = 946684800 };

static void
open_calendar(struct calendar *calendar, struct writer *writer, const struct report_order *order)
{
	time_t now = time(NULL);
	struct tm utc;

	*calendar = (struct calendar){.writer = writer, .order = order};
	gmtime_r(&now, &utc);
	strftime(calendar->stamp, sizeof(calendar->stamp), "DTSTAMP:%Y%m%dT%H%M%SZ", &utc);
	snprintf(calendar->sequence, sizeof(calendar->sequence), "SEQUENCE:%ld",
	    ((long)now - YEAR_2000) / 60);
}

/* An event up to its summary; what follows is added by who calls. */
static void
begin_event(const struct calendar *calendar, const char *identity, day_number day)
{
	struct writer *writer = calendar->writer;

	content_put(writer, "BEGIN:VEVENT");
	content_put(writer, identity);
	content_put(writer, calendar->stamp);
	content_put(writer, calendar->sequence);
	content_put_day(writer, "DTSTART", day);
}

static void
end_event(const struct calendar *calendar)
{
	content_put(calendar->writer, "CLASS:CONFIDENTIAL");
	content_put(calendar->writer, "TRANSP:TRANSPARENT");
	content_put(calendar->writer, "END:VEVENT");
}

/* An action of a case, up to its description. What says of it that it is the same: school, case,
 * partner and action. */
static void
begin_action(const struct calendar *calendar, const struct case_state *state, enum word partner,
    enum word action, day_number day)
{
	char line[160], name[CASE_MAX_LENGTH + 1], school[SCHOOL_TEXT_SIZE];
	struct phrase summary = {.language = calendar->order->language};

	dossier_case(state, name);
	snprintf(line, sizeof(line), "UID:%s.%s.%s.%s@mc-report",
	    record_write_school(state->key.school, school), name, vocabulary_token(partner),
	    vocabulary_token(action));
	begin_event(calendar, line, day);
	phrase_add(&summary, name);
	phrase_add(&summary, ": ");
	phrase_say(&summary, WORDING_WHO_AND_WHAT, vocabulary_label(partner, summary.language),
	    vocabulary_label(action, summary.language));
	content_put_text(calendar->writer, "SUMMARY", phrase_string(&summary));
	phrase_close(&summary);
}

static void
put_item(const struct calendar *calendar, const struct agenda_item *item)
{
	const struct entry *refer = agenda_refer(item);
	struct phrase why = {.language = calendar->order->language};
	char rule[RULE_TEXT_SIZE];

	begin_action(calendar, item->dossier->state, refer->code, refer->value,
	    agenda_due(refer, calendar->order->today));
	agenda_say_why(&why, item, calendar->order);
	phrase_say(&why, WORDING_BY_RULE, rule_write('R', refer->rule, rule), NULL);
	phrase_add(&why, "\n");
	phrase_say(&why, WORDING_WHAT_A_RULE_SAYS, "mc-refer", rule);
	content_put_text(calendar->writer, "DESCRIPTION", phrase_string(&why));
	phrase_close(&why);
	end_event(calendar);
}

static void
put_settled(const struct calendar *calendar, const struct dossier *dossier)
{
	struct settled list[SETTLED_MAX];
	size_t count = settled_of(dossier, calendar->order->today, list);

	for (size_t i = 0; i < count; i++) {
		begin_action(
		    calendar, dossier->state, list[i].partner, list[i].action, list[i].day);
		content_put(calendar->writer, "STATUS:CANCELLED");
		end_event(calendar);
	}
}

/* Whether the case has the same asked with a name and without, which is one event, and this is the
 * later of them. */
static bool
is_repeated(const struct agenda_item *item)
{
	const struct entry *refer = agenda_refer(item);

	for (size_t i = 0; i < item->dossier->refers; i++) {
		const struct entry *other = &item->dossier->refer[i];

		if (other->code == refer->code && other->value == refer->value
		    && (other->due < refer->due || (other->due == refer->due && other < refer)))
			return true;
	}
	return false;
}

/* An event of today that says what was not read. */
static void
put_unread(const struct calendar *calendar, const struct cases *cases)
{
	struct phrase what = {.language = calendar->order->language};

	notices_say_unread(&what, cases);
	if (phrase_bytes(&what).length > 0) {
		begin_event(calendar, "UID:unread@mc-report", calendar->order->today);
		content_put_text(
		    calendar->writer, "SUMMARY", wording_text(WORDING_UNREAD_TITLE, what.language));
		content_put_text(calendar->writer, "DESCRIPTION", phrase_string(&what));
		end_event(calendar);
	}
	phrase_close(&what);
}

/* A calendar must hold something: when nothing is due, this, which no program shows. */
static void
put_time_zone(struct writer *writer)
{
	static const char *const lines[] = {"BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD",
	    "DTSTART:19700101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD",
	    "END:VTIMEZONE"};

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		content_put(writer, lines[i]);
}

void
agenda_write_ics(struct writer *writer, const struct cases *cases, const struct report_order *order)
{
	struct agenda agenda = agenda_of(cases, order);
	struct calendar calendar;

	open_calendar(&calendar, writer, order);
	content_put(writer, "BEGIN:VCALENDAR");
	content_put(writer, "VERSION:2.0");
	content_put(writer,
	    order->language == ENGLISH ? "PRODID:-//mc-report//mc-report//EN"
				       : "PRODID:-//mc-report//mc-report//NL");
	content_put(writer, "METHOD:PUBLISH");
	put_time_zone(writer);
	put_unread(&calendar, cases);
	for (size_t i = 0; i < agenda.count; i++)
		if (agenda.item[i].status != DUE_BEFORE_HOLIDAYS && !is_repeated(&agenda.item[i]))
			put_item(&calendar, &agenda.item[i]);
	for (size_t i = 0; i < cases->count; i++)
		put_settled(&calendar, &cases->dossier[i]);
	content_put(writer, "END:VCALENDAR");
	agenda_free(&agenda);
}
