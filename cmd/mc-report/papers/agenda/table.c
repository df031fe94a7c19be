/* The agenda as csv. */

#include "papers/agenda/agenda.h"
#include "records/rule.h"
#include "paper/csv.h"
#include "report.h"

void
agenda_write_csv(struct writer *writer, const struct cases *cases, const struct report_order *order)
{
	static const char *const header[] = {
	    "due", "status", "school", "case", "partner", "action", "rule", "since"};
	static const char *const statuses[DUE_STATUSES] = {"overdue", "today", "coming", "coming"};
	struct agenda agenda = agenda_of(cases, order->today);

	csv_write_header(writer, header, 8);
	for (size_t i = 0; i < agenda.count; i++) {
		const struct entry *refer = agenda.item[i].refer;
		char due[DAY_TEXT_SIZE], since[DAY_TEXT_SIZE], school[SCHOOL_TEXT_SIZE];
		char name[CASE_MAX_LENGTH + 1], rule[RULE_TEXT_SIZE];

		csv_write_row(writer,
		    (struct bytes[]){bytes_of(span_write_day(refer->due, due)),
			bytes_of(statuses[agenda.item[i].status]),
			bytes_of(record_write_school(refer->state->key.school, school)),
			bytes_of(dossier_case(refer->state, name)),
			bytes_of(vocabulary_token(refer->code)),
			bytes_of(vocabulary_token(refer->value)),
			bytes_of(rule_write('R', refer->rule, rule)),
			bytes_of(span_write_day(agenda.item[i].since, since))},
		    8);
	}
	agenda_free(&agenda);
}
