/*
 * The state of a case: all that the weighing and the referral need to know of
 * its records, in a size that does not grow with their number.
 *
 * Every set of section "TIME" of mc-record(5) is one number, or three where it
 * is asked since when a duty counts (span.h), so the order in which records
 * come makes no difference. Free text is never kept.
 */

#ifndef CASE_H
#define CASE_H

#include "records/record.h"
#include "records/span.h"
#include "rules/newest_least.h"
#include "tool/blocks.h"
#include "tool/memory.h"

/* School and case together identify a case. */
struct case_key {
	char id[CASE_MAX_LENGTH]; /* filled up with NUL */
	school_code school;
};

/* What the family said about being named to a partner: the newest, of which a no counts. */
struct case_consent {
	uint32_t when : WHEN_BITS;
	uint32_t no_of_day : 1, no_of_minute : 1;
};

/*
 * The answers of which the toolkit keeps a history, apart where they say something else: the
 * answers to unsafe that ask for a report say the same, and so do yes and doubt to concern.
 */
enum voice {
	SUSPICION_YES,
	SUSPICION_DOUBT,
	SUSPICION_NO,
	CONCERN_WORRY,
	CONCERN_NO,
	UNSAFE_ASKS,
	UNSAFE_NO,
	CAN_HELP_NO,
	CAN_HELP_DOUBT,
	CAN_HELP_YES,
	ACCEPTS_NO,
	ACCEPTS_DOUBT,
	ACCEPTS_YES,
	RESULT_NO,
	RESULT_DOUBT,
	RESULT_YES,
	VOICES
};

/* The (partner, action) pairs of which it matters when they were done (done.c has the table; the
 * first are what consultations count for), and the topics that needs have (case.c). */
enum { PARTNERS = PARTNER_END - PARTNER_FIRST, CONSULT_SLOTS = 6, DONE_SLOTS = 35, NEED_SLOTS = 2 };

/* What few cases have: signals about staff and pupils, needs, a plan, consents, and most of what
 * can be done. */
struct case_rest {
	struct span_history staff; /* F */
	struct span_history pupil; /* P */
	struct span_history needs[NEED_SLOTS];
	struct newest_least term, monitor, review; /* of day numbers */
	struct newest_least casemanager;	   /* of words: partners come before roles */
	day_number first_term, first_review;	   /* the earliest of all; NO_DAY for none */
	struct span_set done[DONE_SLOTS - CONSULT_SLOTS];
	struct case_consent consent[PARTNERS];
};

/*
 * A case is found, and its records are taken in, while the memory of many others is touched too. So
 * its state stands in lines of the processor's cache, and what a record touches stands in few: a
 * record of any kind in the first, and mostly in one more. What few cases have stands beside the
 * state: a case has it from the first record on that goes into it, and it is read by case_rest(),
 * which is empty until then.
 */
struct case_state {
	struct case_key key;
	struct span_history all;     /* every fact */
	struct span_history signals; /* S: not of class positive or note */
	uint8_t topics;		     /* bit 1 << topic: of S and of the needs */
	bool has_home_signal;	     /* one of S of none of the classes staff, pupil, notice */
	bool has_absence_signal;     /* one of A is the signal absence itself */
	bool has_consent;	     /* any consent record, of whatever partner */

	/* Signals that ask for more than a discussion, and what few records touch. */
	struct span_history safety;  /* D: class urgent, talks skipped-safety */
	struct span_history expert;  /* E: class expert, talks skipped-expert and -contact */
	struct span_history absence; /* A: topic absence */
	struct span_set injuries;    /* I */
	struct case_rest *rest;	     /* use case_rest(); NULL as long as nothing is in it */
	/* What the stream's weigh record says, for mc-refer: how many there are, 2 for more. */
	uint8_t weighed, weighed_rule, weighed_also;
	bool has_refused_line; /* a line of the case was refused: something may lack */
	uint32_t weighed_flags;
	day_number weighed_date;
	struct span_set concern_yes;

	struct span_history voice[VOICES]; /* the answers */

	/* Consultations; who was asked, a report included: V, X, C; and reports: R. */
	struct span_set consults;
	struct span_set veilig_thuis_asked, expert_asked, somebody_asked;
	struct span_set done[CONSULT_SLOTS]; /* use done_by() */
	struct span_history reports;
	struct span_history notice; /* H: few signals, for which there is room here */

	/* Talks, and which of the answers to unsafe. */
	struct newest_least talk;   /* of T: 1 for skipped-safety to 8 for wants-help */
	struct newest_least unsafe; /* of the answers that ask: 1 for acute to 5 for doubt */
	struct span_history wants_help, other_talks; /* G; the rest of T */
	struct span_history withdrawals;	     /* U */
	struct span_set with_parents,
	    with_child;	      /* talks with parents or family; child or family */
	struct span_set goal; /* of the plan, for which there is room here */
};

_Static_assert(sizeof(void *) != sizeof(uint64_t)
	|| (offsetof(struct case_state, safety) == MEMORY_LINE
	    && offsetof(struct case_state, voice) == 2 * MEMORY_LINE
	    && offsetof(struct case_state, consults) == 5 * MEMORY_LINE
	    && offsetof(struct case_state, talk) == 6 * MEMORY_LINE
	    && sizeof(struct case_state) == 7 * MEMORY_LINE),
    "a state's parts begin with a line");

/* What few cases have, to read. */
static inline const struct case_rest *
case_rest(const struct case_state *state)
{
	static const struct case_rest nothing;

	return state->rest != NULL ? state->rest : &nothing;
}

/* The same to write: one of rests, blocks of struct case_rest, where the case has none. */
static inline struct case_rest *
case_own_rest(struct case_state *state, struct blocks *rests)
{
	if (state->rest == NULL)
		state->rest = blocks_give(rests);
	return state->rest;
}

/* A case by itself, that has its rest with it and needs no other. Must not be copied. */
struct case_alone {
	struct case_state state;
	struct case_rest rest;
};

/* Begins without facts. */
static inline void
case_alone_open(struct case_alone *alone)
{
	*alone = (struct case_alone){.state.rest = &alone->rest};
}

/* Sets the key to that of a record that names its case. */
static inline void
case_key_set(struct case_key *key, const struct record *record)
{
	struct bytes id = record->column[COLUMN_CASE];

	key->school = record->school;
	/* By words, since what was written byte by byte is slow to read as one. */
	for (size_t at = 0; at < CASE_MAX_LENGTH; at += sizeof(uint64_t)) {
		uint64_t word = at < id.length ? bytes_word(id.at + at, id.length - at) : 0;

		memcpy(key->id + at, &word, sizeof(word));
	}
}

static inline struct case_key
case_key_of(const struct record *record)
{
	struct case_key key;

	case_key_set(&key, record);
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

/* When a record counts: a signal that the school came to know later, on that whole day
 * (mc-record(5), "TIME"). */
static inline struct span
case_counts_on(enum word kind, struct span when, day_number due)
{
	return kind == KIND_SIGNAL && due > span_day(when) ? span_of_day(due) : when;
}

static inline struct case_fact
case_fact_of(const struct record *record)
{
	return (struct case_fact){record->kind, record->code, record->value,
	    case_counts_on(record->kind, record->when, record->due), record->due};
}

/* Takes a fact into the state, and into its rest where it goes there; one of rests, which may be
 * NULL for a case alone. Derived records and records of kind school are left alone. */
void case_take_fact(struct case_state *state, const struct case_fact *fact, struct blocks *rests);

/* Where in its state a fact is kept, beside the first line, which every fact touches: for who asks
 * for memory before it is needed. A guess, since few facts go elsewhere. */
size_t case_fact_at(const struct case_fact *fact);

static inline void
case_take(struct case_state *state, const struct record *record, struct blocks *rests)
{
	struct case_fact fact = case_fact_of(record);

	case_take_fact(state, &fact, rests);
}

/* The day of all records of the case. */
static inline day_number
case_date(const struct case_state *state)
{
	return span_set_day(state->all.newest);
}

/* T: the talks with parents, family or one parent, held or skipped. */
struct span_history case_talks(const struct case_state *state);

/* All answers ever given to a question; to any question for WORD_NONE. */
struct span_history case_answers(const struct case_state *state, enum word question);

/* The newest of them. */
struct span_set case_newest_answers(const struct case_state *state, enum word question);

/* The first voice of a question (of all for WORD_NONE) and the one after its last. Within a
 * question the most protective stand first, and of each question the first that asks for a
 * report. */
enum voice case_first_voice(enum word question);
enum voice case_end_voice(enum word question);

/* The needs that one partner of the kernteam helps with, by its topic. */
struct span_history case_needs(const struct case_state *state, enum topic topic);

/* What the family said of being named to a partner. */
static inline struct case_consent
case_consent(const struct case_state *state, enum word partner)
{
	return case_rest(state)->consent[partner - PARTNER_FIRST];
}

#endif
