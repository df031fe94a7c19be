/*
 * The walk through the weighings of a case: from the question that its outcome
 * waits for, to where nothing more waits for an answer.
 */

#ifndef ASK_WALK_H
#define ASK_WALK_H

#include "ask/draft.h"

/* Walks through the weighings of one case of the log, asking first which case it is where that is
 * not settled. Each answer is kept by itself. ASKED_BACK is for the question before the walk. */
enum asked walk_case(struct ask *ask);

/* The same for the case of a record that was just kept, from the judgement of safety on, as of this
 * minute. Never ASKED_BACK. */
enum asked walk_safety(struct ask *ask, const struct draft *because);

#endif
