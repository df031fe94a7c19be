/*
 * What one reader gets to see of a case: a partner, or Veilig Thuis.
 *
 * Nobody gets more than the task needs: the rules of who may read what stand
 * here and nowhere else. The parts of a paper (parts.h) ask a view before they
 * show anything, and write what they show to its paper.
 *
 * A suspicion about staff, what is between pupils, and for all but Veilig Thuis
 * a Handle with Care notice, must not show through either: what a view says of
 * answers and outcome is weighed without those signals, and what is asked of
 * others because of them is not told.
 */

#ifndef VIEW_H
#define VIEW_H

#include "cases/dossier.h"
#include "paper/date.h"
#include "paper/paper.h"
#include "report.h"
#include "rules/weighing.h"

/* What is asked decides what is shown. */
enum view_scope {
	SCOPE_ABSENCE = 1 << 0, /* signals of absence */
	SCOPE_NEEDS = 1 << 1,	/* practical needs */
	SCOPE_CASE = 1 << 2	/* the case */
};

struct view {
	const struct dossier *dossier;
	const struct report_order *order;
	struct case_alone known;      /* without what the reader may not know */
	struct assessment assessment; /* of that */
	struct weighing weighing;     /* what the outcome and the flags are taken from */
	bool hides_facts;	      /* there are some that the reader may not know */
	bool shows_outcome;	      /* whether there is one to tell */
	bool forbids_contact;	      /* no talk at home before the AF was asked */
	enum word partner;	      /* who reads it */
	unsigned scope;		      /* view_scope */
	unsigned asked;		      /* how many refer records ask something of the partner */
	bool is_anonymous;	      /* one of them says so */
	bool is_mixed;		      /* and another says named */
	struct paper paper;
};

/* Whether a partner ever gets a referral. */
bool view_is_for(enum word partner);

/* The view of a partner; to be closed, and not to be moved. The dossier has one weigh record. */
void view_open(struct view *view, enum word partner, struct document *document,
    const struct dossier *dossier, const struct report_order *order);

/* The view of Veilig Thuis, for a report to it: with names, weighed here. */
void view_open_report(struct view *view, struct document *document, const struct dossier *dossier,
    const struct report_order *order);

void view_close(struct view *view);

/* Whether a refer record is asked of this partner. */
bool view_is_asked(const struct view *view, const struct entry *refer);

/* Whether a partner hears of staff and pupils alone: the board and the inspector. What is asked of
 * it, or done with it, is in no paper. */
bool view_is_outside(enum word partner);

/* The facts in the reader's order (0 <= number < dossier->facts): that of time, for Veilig Thuis
 * the newest first. */
const struct entry *view_fact(const struct view *view, size_t number);

/* Whether the reader may see a fact; its text is another matter. */
bool view_shows(const struct view *view, const struct entry *fact);

/* Whether a step is left out since a partner that could be asked which family it is knows it by
 * name, or perhaps by name. */
bool view_leaves_out(const struct view *view, const struct entry *fact);

/* Whether any fact is so that is told: to the reader, or with a word that something is left out. */
bool view_tells_any(const struct view *view, bool (*is_so)(const struct entry *fact));

/* Whether free text is in the paper: in one with names, and where the attention officer has read
 * it. */
bool view_shows_texts(const struct view *view);

/* The free text of a fact, empty when the reader does not get it. */
struct bytes view_text(const struct view *view, const struct entry *fact);

/* When a fact happened, and a day, as exactly as the reader may know. Each returns text. */
const char *view_date(const struct view *view, struct span span, char text[DATE_SIZE]);
const char *view_day(const struct view *view, day_number day, char text[DATE_SIZE]);

#endif
