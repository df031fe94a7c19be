/*
 * The agenda as a calendar (RFC 5545): one event an action, on the day by
 * which it is due. No word of a record's text is in it, and a calendar that
 * takes the same action in again knows it by its UID.
 */

#include <stdio.h>

#include "papers/agenda/agenda.h"
#include "paper/phrase.h"
#include "report.h"

/* A line is at most this many bytes; what is longer is folded. */
enum { LINE_BYTES = 75 };

static bool
begins_character(char c)
{
	return ((unsigned char)c & 0xC0) != 0x80;
}

/* Writes one line of content, folded between characters, each part with CRLF behind it. */
static void
put_line(struct writer *writer, struct bytes line)
{
	char part[LINE_BYTES + 2];
	size_t used = 0;

	while (line.length > 0) {
		size_t length = 1;

		while (length < line.length && !begins_character(line.at[length]))
			length++;
		if (used + length > LINE_BYTES) {
			part[used++] = '\r';
			writer_line(writer, (struct bytes){part, used});
			part[0] = ' ';
			used = 1;
		}
		memcpy(part + used, line.at, length);
		used += length;
		line.at += length;
		line.length -= length;
	}
	part[used++] = '\r';
	writer_line(writer, (struct bytes){part, used});
}

static void
put(struct writer *writer, const char *line)
{
	put_line(writer, bytes_of(line));
}

/* Adds a value of type TEXT: what has meaning in it is escaped. */
static void
add_text(struct phrase *line, const char *text)
{
	for (; *text != '\0'; text++) {
		if (strchr("\\;,", *text) != NULL)
			phrase_add(line, "\\");
		phrase_add(line, (char[]){*text, '\0'});
	}
}

static const char *
write_date(day_number day, char text[16])
{
	unsigned year, month, of_month;

	span_date_of(day, &year, &month, &of_month);
	snprintf(text, 16, "%04u%02u%02u", year % 10000, month % 100, of_month % 100);
	return text;
}

/* What says of a thing that it is the same: school, case, partner and action. */
static void
put_identity(struct writer *writer, const struct entry *refer)
{
	char line[160], school[SCHOOL_TEXT_SIZE];

	snprintf(line, sizeof(line), "UID:%s.%.*s.%s.%s@mc-report",
	    record_write_school(refer->state->key.school, school), CASE_MAX_LENGTH,
	    refer->state->key.id, vocabulary_token(refer->code), vocabulary_token(refer->value));
	put(writer, line);
}

static void
put_summary(struct writer *writer, const struct entry *refer, enum language language)
{
	struct phrase line = {.language = language};
	char name[CASE_MAX_LENGTH + 1];

	phrase_add(&line, "SUMMARY:");
	add_text(&line, dossier_case(refer->state, name));
	phrase_add(&line, ": ");
	add_text(&line, vocabulary_label(refer->code, language));
	phrase_add(&line, " - ");
	add_text(&line, vocabulary_label(refer->value, language));
	put_line(writer, phrase_bytes(&line));
	phrase_close(&line);
}

static void
put_event(struct writer *writer, const struct agenda_item *item, const struct report_order *order)
{
	day_number due = item->refer->due == NO_DAY ? order->today : item->refer->due;
	char line[64], date[16];

	put(writer, "BEGIN:VEVENT");
	put_identity(writer, item->refer);
	snprintf(line, sizeof(line), "DTSTAMP:%sT000000Z", write_date(order->today, date));
	put(writer, line);
	snprintf(line, sizeof(line), "DTSTART;VALUE=DATE:%s", write_date(due, date));
	put(writer, line);
	put_summary(writer, item->refer, order->language);
	put(writer, "CLASS:CONFIDENTIAL");
	put(writer, "TRANSP:TRANSPARENT");
	put(writer, "END:VEVENT");
}

/* A calendar must hold something: of an empty agenda this, which no program shows. */
static void
put_time_zone(struct writer *writer)
{
	static const char *const lines[] = {"BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD",
	    "DTSTART:19700101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD",
	    "END:VTIMEZONE"};

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		put(writer, lines[i]);
}

void
agenda_write_ics(struct writer *writer, const struct cases *cases, const struct report_order *order)
{
	struct agenda agenda = agenda_of(cases, order->today);

	put(writer, "BEGIN:VCALENDAR");
	put(writer, "VERSION:2.0");
	put(writer,
	    order->language == ENGLISH ? "PRODID:-//mc-report//mc-report//EN"
				       : "PRODID:-//mc-report//mc-report//NL");
	put(writer, "METHOD:PUBLISH");
	if (agenda.count == 0)
		put_time_zone(writer);
	for (size_t i = 0; i < agenda.count; i++)
		put_event(writer, &agenda.item[i], order);
	put(writer, "END:VCALENDAR");
	agenda_free(&agenda);
}
