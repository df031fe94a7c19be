/* What a record that was kept means at once, and what is asked because of it. */

#ifndef ASK_AFTER_H
#define ASK_AFTER_H

#include "ask/draft.h"

/* Says what the record means, and asks on where it may not end there: whether an injury, hunger,
 * lacking care or supervision can wait (else for the judgement of safety), and for the plan of help
 * that was accepted. Never ASKED_BACK. */
enum asked after_record(struct ask *ask, const struct draft *draft);

#endif
