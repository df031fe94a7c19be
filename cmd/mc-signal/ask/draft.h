/* A record that is being made of answers: shown in words, and kept after a yes. */

#ifndef ASK_DRAFT_H
#define ASK_DRAFT_H

#include "ask/interview.h"
#include "rules/case.h"

struct draft {
	enum word kind, code, value, by; /* WORD_NONE where there is none */
	enum word chosen;		 /* the code, before it was found to be a graver one */
	enum word is_graver;		 /* the answer to whether it is */
	char school[SCHOOL_TEXT_SIZE];	 /* the next two are "" where there is none */
	char id[CASE_MAX_LENGTH + 1];
	struct span when; /* begin is 0 where it was not asked yet */
	day_number due;
	char *text;	  /* owned; NULL for none */
	bool by_is_given; /* by was answered, if only with nothing */
	bool is_settled;  /* school, case, code and date follow from the record before */
	bool by_is_settled;
};

/* A draft of that kind with nothing in it; to be closed. */
void draft_open(struct draft *draft, enum word kind);
void draft_close(struct draft *draft);

/* A draft of that kind and code about the case of another, as of this minute; to be closed. */
void draft_open_settled(
    struct draft *draft, enum word kind, enum word code, const struct draft *before);

/* Copies text in place of the draft's, which may be none. */
void draft_set_text(struct draft *draft, struct bytes text);

/* The key of the draft's case. */
struct case_key draft_key(const struct draft *draft);

/* This minute by the system's clock. */
struct span draft_now(void);

enum draft_end {
	DRAFT_KEPT,
	DRAFT_CHANGE,  /* the person said no: what was typed stays, to be changed */
	DRAFT_REFUSED, /* it breaks a rule, which was told: an answer must change */
	DRAFT_BACK,
	DRAFT_END
};

/* Shows the record in words, asks whether it is right, and keeps it after a yes. */
enum draft_end draft_finish(struct ask *ask, const struct draft *draft);

#endif
