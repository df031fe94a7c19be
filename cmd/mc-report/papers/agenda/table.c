/* The agenda as csv. */

#include "papers/agenda/agenda.h"
#include "records/rule.h"
#include "paper/csv.h"
#include "tool/memory.h"

enum { COLUMNS = 9 };

static void
write_row(
    struct writer *writer, const struct agenda_item *item, const char *status, struct bytes why)
{
	const struct entry *refer = agenda_refer(item);
	const struct case_state *state = item->dossier->state;
	char due[DAY_TEXT_SIZE], since[DAY_TEXT_SIZE], school[SCHOOL_TEXT_SIZE];
	char rule[RULE_TEXT_SIZE];

	csv_write_row(writer,
	    (struct bytes[COLUMNS]){bytes_of(span_write_day(refer->due, due)), bytes_of(status),
		bytes_of(record_write_school(state->key.school, school)), case_id(state),
		bytes_of(vocabulary_token(refer->code)), bytes_of(vocabulary_token(refer->value)),
		bytes_of(rule_write('R', refer->rule, rule)),
		bytes_of(span_write_day(span_day(refer->when), since)), why},
	    COLUMNS);
}

/* A row of what was not read, so that it never looks like nothing due: of a case, or of nobody
 * knows which (NULL). */
static void
write_unread(struct writer *writer, const struct case_state *state, enum wording wording,
    const struct report_order *order)
{
	struct phrase why = {.language = order->language};
	char today[DAY_TEXT_SIZE], school[SCHOOL_TEXT_SIZE] = "", name[CASE_MAX_LENGTH + 1] = "";

	if (state != NULL) {
		record_write_school(state->key.school, school);
		dossier_case(state, name);
	}
	phrase_say(&why, wording, name, NULL);
	csv_write_row(writer,
	    (struct bytes[COLUMNS]){bytes_of(span_write_day(order->today, today)),
		bytes_of("unread"), bytes_of(school), bytes_of(name),
		bytes_of(vocabulary_token(PARTNER_AF)), {"", 0}, {"", 0}, {"", 0},
		phrase_bytes(&why)},
	    COLUMNS);
	phrase_close(&why);
}

static void
write_unread_rows(
    struct writer *writer, const struct cases *cases, const struct report_order *order)
{
	if (cases->lacks_files)
		write_unread(writer, NULL, WORDING_NOTICE_FILES, order);
	if (cases->lacks_lines)
		write_unread(writer, NULL, WORDING_NOTICE_LINES, order);
	for (size_t i = 0; i < cases->left_out_count; i++)
		write_unread(writer, cases->left_out[i].state, WORDING_UNREAD_WEIGHING, order);
	for (size_t i = 0; i < cases->count; i++)
		if (dossier_lacks_line(&cases->dossier[i]))
			write_unread(
			    writer, cases->dossier[i].state, WORDING_NOTICE_CASES_REFUSED, order);
}

/* Asks for what rows further on need: the actions of one day are of cases that lie far apart. */
static void
fetch_ahead(const struct agenda *agenda, size_t row)
{
	enum { AHEAD = 8 };
	size_t next = row + AHEAD, after = next + AHEAD;

	if (after < agenda->count)
		memory_fetch(agenda->item[after].dossier, sizeof(struct dossier));
	if (next < agenda->count) {
		memory_fetch(agenda_refer(&agenda->item[next]), sizeof(struct entry));
		memory_fetch(&agenda->item[next].dossier->state->key, sizeof(struct case_key));
	}
}

void
agenda_write_csv(struct writer *writer, const struct cases *cases, const struct report_order *order)
{
	static const char *const header[COLUMNS] = {
	    "due", "status", "school", "case", "partner", "action", "rule", "since", "why"};
	static const char *const statuses[DUE_STATUSES] = {
	    "overdue", "today", "before-holidays", "coming", "coming"};
	struct agenda agenda = agenda_of(cases, order);
	struct phrase why = {.language = order->language};

	csv_write_header(writer, header, COLUMNS);
	write_unread_rows(writer, cases, order);
	for (size_t i = 0; i < agenda.count; i++) {
		const struct agenda_item *item = &agenda.item[i];

		fetch_ahead(&agenda, i);
		if (i == 0 || !agenda_has_same_why(&item[-1], item)) {
			phrase_clear(&why);
			agenda_say_why(&why, item, order);
		}
		write_row(writer, item, statuses[item->status], phrase_bytes(&why));
	}
	phrase_close(&why);
	agenda_free(&agenda);
}
