/* A record that is being made of answers: shown in words, and kept after a yes. */

#ifndef ASK_DRAFT_H
#define ASK_DRAFT_H

#include "ask/interview.h"

struct draft {
	enum word kind, code, value, by; /* WORD_NONE where there is none */
	char school[SCHOOL_TEXT_SIZE];	 /* the next two are "" where there is none */
	char id[CASE_MAX_LENGTH + 1];
	struct span when; /* begin is 0 where it was not asked yet */
	day_number due;
	char *text; /* owned; NULL for none */
};

/* A draft of that kind with nothing in it; to be closed. */
void draft_open(struct draft *draft, enum word kind);
void draft_close(struct draft *draft);

/* Copies text in place of the draft's, which may be none. */
void draft_set_text(struct draft *draft, struct bytes text);

/* This minute by the system's clock. */
struct span draft_now(void);

enum draft_end {
	DRAFT_KEPT,
	DRAFT_DROPPED, /* the person said no */
	DRAFT_REFUSED, /* it breaks a rule, which was told: an answer must change */
	DRAFT_BACK,
	DRAFT_END
};

/* Shows the record in words, asks whether it is right, and keeps it after a yes. */
enum draft_end draft_finish(struct ask *ask, const struct draft *draft);

#endif
