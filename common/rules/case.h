/*
 * The state of a case: all that the weighing and the referral need to know of
 * its records, in a size that does not grow with their number.
 *
 * Every set of section "TIME" of mc-record(5) is one number (span.h), so the
 * order in which records come makes no difference. Free text is never kept.
 */

#ifndef CASE_H
#define CASE_H

#include "records/record.h"
#include "records/span.h"

/* School and case together identify a case. */
struct case_key {
	char id[CASE_MAX_LENGTH]; /* filled up with NUL */
	school_code school;
};

/* A set of signals that calls for something: its newest, and its earliest beginning. */
struct duty_set {
	struct span_set newest;
	moment first; /* 0 when empty */
};

/* The value of the newest records of a set, where the least value counts: apart for the whole
 * days of the set's day and for its latest minute, until it is known which are the newest. */
struct newest_least {
	struct span_set when;
	uint32_t of_day, of_minute; /* 0 is none */
};

/* The answers of which the toolkit keeps a set: three to a question, six to unsafe. */
enum { ANSWER_SETS = 5 * 3 + 6, TALK_SETS = TALK_END - TALK_FIRST };

/* Whom consent can make the difference for: the kernteam, its members and the other helpers. */
enum consent_slot {
	CONSENT_KERNTEAM,
	CONSENT_SOCIUS,
	CONSENT_GGD,
	CONSENT_CJG,
	CONSENT_LPA,
	CONSENT_SOCIAL_BASE,
	CONSENT_COLLEAGUE,
	CONSENT_EXPERT,
	CONSENT_SLOTS
};

/* The (partner, action) pairs of which it matters when they were done: case.c has the table. */
enum { DONE_SLOTS = 34 };

struct case_state {
	struct case_key key;
	struct span_set all;	 /* every record */
	struct duty_set signals; /* S: not of class positive */
	uint8_t topics;		 /* bit 1 << topic: of S and of the needs */
	bool has_home_signal;	 /* one of S of none of the classes staff, pupil, notice */
	bool has_refused_line;	 /* a line of the case was refused: something may lack */
	/* What the stream's weigh record says, for mc-refer: how many there are, 2 for more. */
	uint8_t weighed, weighed_rule, weighed_outcome;
	uint16_t weighed_flags;
	struct span_set absence;	  /* A: topic absence */
	struct span_set talks[TALK_SETS]; /* with parents or family */
	struct span_set consults;
	struct span_set answers[ANSWER_SETS];
	struct span_set done[DONE_SLOTS];
	/* What is above is all that most records are about: case_table.c fetches no more ahead. */
	struct duty_set safety;	      /* D: class urgent, talks skipped-safety */
	struct duty_set expert;	      /* E: class expert, talks skipped-expert and -contact */
	struct duty_set staff;	      /* F */
	struct duty_set pupil;	      /* P */
	struct duty_set notice;	      /* H */
	struct span_set reports;      /* R */
	struct span_set expert_asked; /* consult with the expert, and done advise... by it */
	struct span_set needs[TOPIC_COUNT];
	struct {
		struct span_set yes, no;
	} consent[CONSENT_SLOTS];
	struct span_set goal;
	struct newest_least term, monitor, review; /* of day numbers */
	struct newest_least casemanager;	   /* of words: partners come before roles */
};

_Static_assert(sizeof(struct case_state) <= 756, "a case takes at most 768 bytes, its index too");

/* The key of a record that names its case. */
static inline struct case_key
case_key_of(const struct record *record)
{
	struct bytes id = record->column[COLUMN_CASE];
	struct case_key key = {.school = record->school};

	memcpy(key.id, id.at, id.length);
	return key;
}

/* The pseudonym of a case; points into the key, or the state. */
static inline struct bytes
case_key_id(const struct case_key *key)
{
	return (struct bytes){key->id, strnlen(key->id, CASE_MAX_LENGTH)};
}

static inline struct bytes
case_id(const struct case_state *state)
{
	return case_key_id(&state->key);
}

/* What a case takes of a record. */
struct case_fact {
	enum word kind, code, value;
	struct span when;
	day_number due;
};

static inline struct case_fact
case_fact_of(const struct record *record)
{
	return (struct case_fact){
	    record->kind, record->code, record->value, record->when, record->due};
}

/* Takes a fact into the state. Derived records and records of kind school are left alone. */
void case_take_fact(struct case_state *state, const struct case_fact *fact);

static inline void
case_take(struct case_state *state, const struct record *record)
{
	struct case_fact fact = case_fact_of(record);

	case_take_fact(state, &fact);
}

/* The set of one answer given to a question; of all answers given to it, of whatever round. */
struct span_set case_answers(const struct case_state *state, enum word question, enum word answer);
struct span_set case_answers_of(const struct case_state *state, enum word question);

/* The talks with parents or family that went so; all of them. */
struct span_set case_talks(const struct case_state *state, enum word talk);
struct span_set case_talks_all(const struct case_state *state);

/* V: what asked Veilig Thuis, a report included. */
struct span_set case_veilig_thuis_asked(const struct case_state *state);

/* When a partner did an action, with all that counts as that; PARTNER_END stands for any
 * partner. The empty set for a pair that no rule asks about. */
struct span_set case_done(const struct case_state *state, enum word partner, enum word action);

/* The consent slot of a partner; CONSENT_SLOTS for one that needs none. */
enum consent_slot case_consent_slot(enum word partner);

/* The least value among the newest; 0 when there is none. */
uint32_t newest_least_value(const struct newest_least *least);

#endif
