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
enum asked ask_due(struct ask *ask, struct draft *draft);
enum asked ask_date(struct ask *ask, struct draft *draft);
enum asked ask_by(struct ask *ask, struct draft *draft);
enum asked ask_text(struct ask *ask, struct draft *draft);

#endif
