/*
 * Every situation that mc-refer's table can meet: the rule of the weighing,
 * and the conditions that can hold together beside it.
 *
 * What goes together follows from the weighing's table and from how a case
 * works (mc-meldcode(7)); refer_random_test holds it against random cases. So
 * a row can be told by what it asks beyond what its rule of the weighing says
 * already.
 */

#ifndef REFER_SITUATIONS_H
#define REFER_SITUATIONS_H

#include "support/check.h"

#include "rules/referral_table.h"

enum { WEIGHING_RULES = 34, CONDITIONS = 26 };

/* By bit of enum condition. */
static const char *const condition_names[CONDITIONS] = {"asked", "unsafe asks",
    "unsafe does not ask", "not reported", "E empty", "talk not skipped-safety",
    "D empty or advised on", "not advised on D", "unsafe not since D", "R", "F", "P", "H", "A", "S",
    "no consult", "no talk", "some talk", "talk lapsed", "talk open", "talk not open", "help runs",
    "expert not open", "term", "review date", "plan lacks"};

/* The outcome of each rule of the weighing. */
static const uint8_t rule_outcomes[WEIGHING_RULES + 1] = {0, OUTCOME_REPORT_NOW, OUTCOME_REPORT_NOW,
    OUTCOME_CHECK_SAFETY, OUTCOME_EXPERT_FIRST, OUTCOME_REPORT, OUTCOME_REPORT,
    OUTCOME_REPORT_AGAIN, OUTCOME_STAFF_DUTY, OUTCOME_REWEIGH, OUTCOME_REPORTED,
    OUTCOME_OWN_PROTOCOL, OUTCOME_EARLY_HELP, OUTCOME_START_MELDCODE, OUTCOME_TALK_FIRST,
    OUTCOME_REWEIGH, OUTCOME_INCOMPLETE, OUTCOME_CONSULT, OUTCOME_OVERDUE, OUTCOME_GREY,
    OUTCOME_REWEIGH, OUTCOME_INCOMPLETE, OUTCOME_CLOSE, OUTCOME_REWEIGH, OUTCOME_INCOMPLETE,
    OUTCOME_CONSULT, OUTCOME_REWEIGH, OUTCOME_INCOMPLETE, OUTCOME_CONSULT, OUTCOME_REWEIGH,
    OUTCOME_INCOMPLETE, OUTCOME_OVERDUE, OUTCOME_CONSULT, OUTCOME_CLOSE_MONITOR, OUTCOME_HELP};

/* What a case is like, as far as the table asks. */
struct facts {
	enum { NOT_ASKED, BY_UNSAFE, BY_OTHER } asked;
	enum { NO_TALK_YET, IS_OPEN, HAS_LAPSED, UNSAFE_TALK, OTHER_TALK_HELD } talk;
	/* D is empty, and V too; D alone is; V is since D; V is not */
	enum { NO_D_NO_V, NO_D, ADVISED, NOT_ADVISED } d;
	bool unreported, r, f, p, h, a, s, e, expert_open, consult, runs, term, review, lacks;
	bool unsafe_since_d; /* or, when D is empty, unsafe was ever answered */
};

static inline bool
has_d(const struct facts *is)
{
	return is->d == ADVISED || is->d == NOT_ADVISED;
}

/* What any case is like, whatever the weighing. */
static inline bool
is_coherent(const struct facts *is)
{
	if (is->asked == NOT_ASKED && is->unreported)
		return false;
	if (is->asked != NOT_ASKED && !is->unreported && !is->r)
		return false;
	if (is->asked == BY_UNSAFE && !has_d(is) && !is->unsafe_since_d)
		return false;
	if (is->r && is->d == NO_D_NO_V) /* a report asks Veilig Thuis */
		return false;
	/* a reason not to hold a talk belongs to D */
	if (is->talk == UNSAFE_TALK && !has_d(is))
		return false;
	/* a talk lapses by a signal, and each class is one of signals */
	if (!is->s && (is->f || is->p || is->h || is->a || is->talk == HAS_LAPSED))
		return false;
	if (is->expert_open && !is->e)
		return false;
	/* help that is refused or failed does not run */
	if (is->asked == BY_OTHER && is->runs)
		return false;
	return !is->runs || is->term || is->lacks;
}

static inline bool
is_judged(const struct facts *is)
{
	return !has_d(is) || (is->d == ADVISED && is->unsafe_since_d);
}

/* Whether an unfinished plan can be told beside the rule. */
static inline bool
plan_fits(const struct facts *is, unsigned rule)
{
	bool may_run = rule <= 4 || (rule >= 8 && rule <= 10) || rule == 23 || rule == 24
	    || rule == 26 || rule == 29 || rule == 31 || rule == 32 || rule == 34;

	if (is->runs)
		return may_run && (rule <= 2 || !is->unreported);
	return rule == 33 || is->lacks == (rule == 19 && !is->review);
}

/* W01 to W10. */
static inline bool
leads_to_report(const struct facts *is, unsigned rule)
{
	if (rule <= 2)
		return is->asked == BY_UNSAFE && is->unreported;
	if (is->asked == BY_UNSAFE && !is->r)
		return false;
	if (rule == 3)
		return !is_judged(is);
	if (!is_judged(is))
		return false;
	if (rule == 4)
		return is->expert_open;
	if (is->expert_open)
		return false;
	if (rule <= 7)
		return is->unreported;
	if (is->unreported)
		return false;
	if (rule == 8)
		return is->f;
	return is->asked != NOT_ASKED && (rule == 10 || is->s);
}

/* W11 to W14: before the meldcode. */
static inline bool
leads_to_early(const struct facts *is, unsigned rule)
{
	if (is->r || has_d(is) || is->unsafe_since_d)
		return false;
	switch (rule) {
	case 11:
		return (is->f || is->p || is->h) && !is->a;
	case 12:
		return is->talk == IS_OPEN && !is->e;
	case 13:
		return is->e || is->talk == OTHER_TALK_HELD;
	default:
		return !is->e && (is->talk == NO_TALK_YET || is->talk == HAS_LAPSED);
	}
}

/* W15 to W34: weighing 1 to 5. */
static inline bool
leads_to_weighing(const struct facts *is, unsigned rule)
{
	switch (rule) {
	case 15: /* something came after the no */
		return is->s || is->r;
	case 18:
		return is->review;
	case 23: /* a signal came after the answer */
	case 26:
		return is->s;
	case 29: /* a signal, or parents who withdrew */
		return is->s || is->talk != NO_TALK_YET;
	case 31:
		return is->runs && is->term;
	case 32:
	case 34:
		return is->runs;
	default:
		return true;
	}
}

/* Whether a case that is like this can come to the rule. */
static inline bool
leads_to(const struct facts *is, unsigned rule)
{
	if (!plan_fits(is, rule))
		return false;
	if (rule <= 10)
		return leads_to_report(is, rule);
	if (is->asked != NOT_ASKED || is->expert_open || !is_judged(is))
		return false;
	return rule <= 14 ? leads_to_early(is, rule) : leads_to_weighing(is, rule);
}

static inline unsigned
conditions_of(const struct facts *is)
{
	bool is_open = is->talk == IS_OPEN;

	return (is->asked != NOT_ASKED ? ASKED : 0)
	    | (is->asked == BY_UNSAFE ? UNSAFE_ASKS : UNSAFE_DOES_NOT)
	    | (is->unreported ? NOT_REPORTED : 0) | (is->e ? 0 : E_EMPTY)
	    | (is->talk == UNSAFE_TALK ? 0 : TALK_NOT_UNSAFE)
	    | (is->d == NOT_ADVISED ? 0 : ADVISED_ON_D)
	    | (is->d == ADVISED || is->d == NO_D ? 0 : NOT_ADVISED_ON_D)
	    | (is->unsafe_since_d ? 0 : UNSAFE_NOT_SINCE_D) | (is->r ? HAS_R : 0)
	    | (is->f ? HAS_F : 0) | (is->p ? HAS_P : 0) | (is->h ? HAS_H : 0) | (is->a ? HAS_A : 0)
	    | (is->s ? HAS_S : 0) | (is->consult ? 0 : NO_CONSULT)
	    | (is->talk == NO_TALK_YET ? NO_TALK_HELD : SOME_TALK)
	    | (is->talk == HAS_LAPSED ? TALK_LAPSED : 0) | (is_open ? TALK_OPEN : TALK_NOT_OPEN)
	    | (is->runs ? HELP_RUNS : 0) | (is->expert_open ? 0 : EXPERT_NOT_OPEN)
	    | (is->term ? HAS_TERM : 0) | (is->review ? HAS_REVIEW : 0)
	    | (is->lacks ? PLAN_LACKS : 0);
}

/* How many there are, coherent or not, and the one that a number below that stands for. */
enum { FACTS_COUNT = (3 * 5 * 4) << 15 };

static inline struct facts
facts_numbered(unsigned number)
{
	unsigned bits = number & 0x7FFF, rest = number >> 15;
	struct facts is = {
	    .asked = rest % 3,
	    .talk = rest / 3 % 5,
	    .d = rest / 15,
	    .unreported = bits & 1,
	    .unsafe_since_d = bits >> 1 & 1,
	    .r = bits >> 2 & 1,
	    .f = bits >> 3 & 1,
	    .p = bits >> 4 & 1,
	    .h = bits >> 5 & 1,
	    .a = bits >> 6 & 1,
	    .s = bits >> 7 & 1,
	    .e = bits >> 8 & 1,
	    .expert_open = bits >> 9 & 1,
	    .consult = bits >> 10 & 1,
	    .runs = bits >> 11 & 1,
	    .term = bits >> 12 & 1,
	    .review = bits >> 13 & 1,
	    .lacks = bits >> 14 & 1,
	};

	return is;
}

#endif
