/* The agreements of the help plan that an outcome lacks. */

#ifndef ASK_PLAN_H
#define ASK_PLAN_H

#include "ask/draft.h"

/* Asks for each agreement that the flags of a weighing say is missing, about the case of another
 * draft, and keeps them one by one. Never ASKED_BACK. */
enum asked plan_ask_missing(struct ask *ask, const struct draft *about, unsigned flags);

#endif
