/*
 * The referral: who does what before when, named or anonymous.
 *
 * The table is data (rules/referral_table.h), row by row as mc-refer(1) shows it. Unlike
 * the weighing, every row that holds gives its records, in the table's order.
 */

#ifndef REFERRAL_H
#define REFERRAL_H

#include "rules/assessment.h"
#include "partners.h"
#include "rules/weighing.h"

struct referral {
	unsigned rule; /* 1 for R01 */
	enum word partner, action;
	day_number since; /* the day from which it counts */
	day_number due;	  /* NO_DAY for R36 */
	bool is_anonymous;
};

/* More than all rows can give together. */
enum { REFERRALS_MAX = 64 };

/* Fills list with the referrals of a case and returns how many: at least one, since a case of
 * which nothing is due says so (R36). The weighing is that of the stream's weigh record, date that
 * record's day. */
size_t referral_list(const struct assessment *assessment, const struct weighing *weighing,
    day_number date, const struct partners *partners, struct referral list[REFERRALS_MAX]);

#endif
