/* The agenda: what is due, of all cases together. Written as a paper, a table and a calendar. */

#ifndef AGENDA_H
#define AGENDA_H

#include "cases/cases.h"
#include "papers/agenda/holidays.h"
#include "papers/agenda/why.h"
#include "report.h"

/* Soon is within five working days. Before the holidays stands what is due in holidays that are
 * near, beside its own place. */
enum due_status { DUE_OVERDUE, DUE_TODAY, DUE_BEFORE_HOLIDAYS, DUE_SOON, DUE_LATER, DUE_STATUSES };

struct agenda_item {
	const struct dossier *dossier;
	uint32_t refer; /* which of the dossier's */
	uint32_t place; /* what has a lesser one stands before it */
	struct why why;
	uint8_t status; /* enum due_status */
};

static inline const struct entry *
agenda_refer(const struct agenda_item *item)
{
	return &item->dossier->refer[item->refer];
}

/* Sorted: what is overdue by level, the highest first, then what is asked of Veilig Thuis, then by
 * day; the rest by day. Then in the order of mc-refer's rules, by school and case. */
struct agenda {
	struct agenda_item *item; /* to be freed */
	size_t count;
};

/* The day by which an action is due. One without a day must not be lost: it is due today. */
day_number agenda_due(const struct entry *refer, day_number today);

/* Whether an action stands in the agenda: "no further action" does not, and neither does receiving
 * the child calmly once its day is over. */
bool agenda_has(const struct entry *refer, day_number today);

/* Every action of the cases that is due. Ends the program when memory is out. */
struct agenda agenda_of(const struct cases *cases, const struct report_order *order);

void agenda_free(struct agenda *agenda);

/* Adds a partner in short: "AF", and of the others what stands before the explanation in their
 * label. */
void agenda_say_partner(struct phrase *phrase, enum word partner);

/* Adds why an item stands there, and that it falls in a holiday. */
void agenda_say_why(
    struct phrase *phrase, const struct agenda_item *item, const struct report_order *order);

/* Whether that is the same of both, as it often is of neighbours. */
bool agenda_has_same_why(const struct agenda_item *a, const struct agenda_item *b);

#endif
