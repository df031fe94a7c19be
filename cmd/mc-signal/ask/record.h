/* One record, asked of a person: question by question, back and forth. */

#ifndef ASK_RECORD_H
#define ASK_RECORD_H

#include "ask/draft.h"

/* Asks for a record whose kind is known, from its school (of a settled draft: from its value) to a
 * yes. ASKED_BACK is for the question before. */
enum asked ask_record(struct ask *ask, struct draft *draft);

#endif
