/*
 * What one partner gets to see of a case.
 *
 * Nobody gets more than the task needs: the rules of who may read what stand
 * here and nowhere else. The parts of a referral (referral_parts.h) ask a view
 * before they show anything, and write what they show to its document.
 */

#ifndef VIEW_H
#define VIEW_H

#include "assessment.h"
#include "document.h"
#include "dossier.h"
#include "phrase.h"
#include "report.h"

/* What is asked decides what is shown. */
enum view_scope {
	SCOPE_ABSENCE = 1 << 0, /* signals of absence */
	SCOPE_NEEDS = 1 << 1,	/* practical needs */
	SCOPE_CASE = 1 << 2	/* the case */
};

struct view {
	const struct dossier *dossier;
	const struct report_order *order;
	struct assessment assessment;
	enum word partner; /* who reads it */
	unsigned scope;	   /* view_scope */
	unsigned asked;	   /* how many refer records ask something of the partner */
	bool is_anonymous; /* one of them says so */
	bool is_mixed;	   /* and another says named */
	struct document *document;
	struct phrase phrase; /* to build texts in */
};

/* Whether a partner ever gets a referral. */
bool view_is_for(enum word partner);

/* The view of a partner; to be closed. The dossier has one weigh record. */
void view_open(struct view *view, enum word partner, struct document *document,
    const struct dossier *dossier, const struct report_order *order);
void view_close(struct view *view);

/* Whether a refer record is asked of this partner. */
bool view_is_asked(const struct view *view, const struct entry *refer);

/* Whether a refer record of somebody else is of use to this partner. */
bool view_shows_next(const struct view *view, const struct entry *refer);

/* Whether the partner may see a fact; its text is another matter. */
bool view_shows(const struct view *view, const struct entry *fact);

/* Whether the outcome may be told. */
bool view_shows_outcome(const struct view *view);

/* Whether nobody may speak with the family before the attention officer was asked. */
bool view_forbids_contact(const struct view *view);

/* The free text of a fact, empty when the partner does not get it. */
struct bytes view_text(const struct view *view, const struct entry *fact);

/* When a fact happened, and a day, as exactly as the partner may know. Each returns text. */
const char *view_date(const struct view *view, struct span span, char text[DATE_SIZE]);
const char *view_day(const struct view *view, day_number day, char text[DATE_SIZE]);

/* The label of a word in the language of the paper. */
const char *view_label(const struct view *view, enum word word);

/* Adds a block with the view's phrase as its only part, or with a wording. */
void view_put_phrase(struct view *view, enum block_kind kind);
void view_put(struct view *view, enum block_kind kind, enum wording wording);

#endif
