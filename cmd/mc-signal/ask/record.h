/* One record, asked of a person: question by question, back and forth. */

#ifndef ASK_RECORD_H
#define ASK_RECORD_H

#include "ask/draft.h"

/* Asks for a record whose kind is known, from its school to a yes, and says what it means when it
 * means something at once. ASKED_BACK is for the question of its kind. */
enum asked ask_record(struct ask *ask, struct draft *draft);

#endif
