/*
 * The walk through the weighings of a case: in the order of the framework, from
 * the first question that is open, to where the framework stops.
 */

#ifndef ASK_WEIGHING_H
#define ASK_WEIGHING_H

#include "ask/draft.h"

/* Walks through the weighings of one case of the log, asking first which case it is where that is
 * not settled. Each answer is kept by itself. ASKED_BACK is for the question before the walk. */
enum asked weighing_walk(struct ask *ask);

#endif
