/*
 * The questions that make a record, one a field. Each checks its answer at
 * once and asks again when it cannot be right.
 */

#ifndef ASK_FIELDS_H
#define ASK_FIELDS_H

#include "ask/draft.h"

enum asked ask_kind(struct ask *ask, struct draft *draft);
enum asked ask_school(struct ask *ask, struct draft *draft);
enum asked ask_case(struct ask *ask, struct draft *draft);
enum asked ask_code(struct ask *ask, struct draft *draft);
enum asked ask_value(struct ask *ask, struct draft *draft);
enum asked ask_by(struct ask *ask, struct draft *draft);
enum asked ask_text(struct ask *ask, struct draft *draft);

/* School and case, as far as the command line and the log leave them open. */
enum asked ask_whose(struct ask *ask, struct draft *draft);

/* What was done, and then who did it: of the partners whom the action fits, where these are
 * several. */
enum asked ask_action(struct ask *ask, struct draft *draft);
enum asked ask_partner(struct ask *ask, struct draft *draft);

/* Whether more than one partner can have done this. */
bool fields_has_partners(const struct draft *draft);

/* Whether an injury has a shape or is at an unusual place, and whether a child that told something
 * else told of being unsafe: a graver signal, which stands in the record instead. */
enum asked ask_shape(struct ask *ask, struct draft *draft);
enum asked ask_told(struct ask *ask, struct draft *draft);

#endif
