/*
 * A record: one line of a case log, as bytes and as small integers.
 *
 * What each kind requires is a table in record.c; mc-record(5) shows the same
 * table to people. record_read.c reads a record by it.
 */

#ifndef RECORD_H
#define RECORD_H

#include <stdint.h>

#include "text/bytes.h"
#include "text/identifying/identifying.h"
#include "records/span.h"
#include "records/vocabulary.h"

enum { RECORD_COLUMNS = COLUMN_END - COLUMN_FIRST };

/* The first line of every stream of records, without its LF. */
extern const char record_header[];

/* A BRIN and location packed into a number; 0 is none. Equal exactly when the schools are. */
typedef uint32_t school_code;

struct record {
	struct bytes line;		 /* as it came, without its LF */
	bool has_feed;			 /* an LF stands right behind the line */
	struct bytes column[COLUMN_END]; /* by COLUMN_CASE ... COLUMN_TEXT */
	enum word kind, code, value, by; /* WORD_NONE for an empty field */
	unsigned rule;			 /* kind weigh: 1 for W01 ... W35 */
	school_code school;
	struct span when;
	day_number due; /* NO_DAY when empty */
};

/* What can be wrong with one field. */
enum fault_kind {
	FAULT_MISSING,	   /* must be given; list says from what */
	FAULT_NOT_EMPTY,   /* must be empty for this kind */
	FAULT_UNKNOWN,	   /* no word of list */
	FAULT_NOT_ALLOWED, /* a word of list, but not here (given narrows it) */
	FAULT_CASE,	   /* no pseudonym of the right form */
	FAULT_DATE,	   /* no date that exists, or not in the form of a record */
	FAULT_DUE,
	FAULT_SCHOOL,
	FAULT_FUTURE,	   /* dated after today */
	FAULT_BY,	   /* neither a role nor empty */
	FAULT_RULE,	   /* no rule of the weighing */
	FAULT_FLAGS,	   /* no flags of a weighing */
	FAULT_MANNER,	   /* no rule, and named or anonymous, of a referral */
	FAULT_IDENTIFYING, /* holds what tells who somebody is */
	FAULT_DERIVED,	   /* a derived record where facts are taken in */
	FAULT_TOO_LONG,	   /* the record would be longer than a line may be */
	FAULT_NO_COLUMN,   /* a cell of a sheet beyond its columns */
	FAULT_OUTCOME,	   /* an outcome that is not that of its rule */
	FAULT_CONTROL,	   /* a control character */
	FAULT_BEFORE,	   /* a due before the date */
	FAULT_SPOILT,	   /* an id of which a spreadsheet made a date, a number or a truth value */
	/* Of a date in a sheet, why it is none: */
	FAULT_DATE_DAY,	   /* the month has no such day (number: the month, 0 when there is none) */
	FAULT_DATE_YEAR,   /* there is no year */
	FAULT_DATE_YEARS,  /* the year is not one of 2000 to 2199 */
	FAULT_DATE_TIME,   /* the clock has no such time */
	FAULT_DATE_NUMBER, /* it is the number of a day, as a spreadsheet counts them */
	FAULT_DATE_ZONE,   /* it has a time zone */
	FAULT_DATE_HALF,   /* it has AM or PM */
	FAULT_DATE_NARROW, /* the column was too narrow to show it */
	FAULT_DATE_TWICE,  /* a time or day stands in two columns, and differs */
	FAULT_DATE_FIRST = FAULT_DATE_DAY,
	FAULT_DATE_LAST = FAULT_DATE_TWICE
};

struct fault {
	enum fault_kind kind;
	enum word column;	      /* where */
	struct bytes value;	      /* what stands there */
	enum word_list list;	      /* from which it should have come, or NO_LIST */
	enum word given;	      /* the kind, or the code, that asks for it, or WORD_NONE */
	enum identifying identifying; /* what FAULT_IDENTIFYING found */
	unsigned number;	      /* see the kind */
};

/* A fault of one field that no list and no other field has to do with. */
static inline struct fault
fault_in(enum fault_kind kind, enum word column, struct bytes value)
{
	return (struct fault){.kind = kind, .column = column, .value = value};
}

enum { FAULTS_MAX = 16 };

struct faults {
	size_t count;
	struct fault list[FAULTS_MAX];
};

/* Begins with none, without a look at the list, since this is done for every row. */
static inline void
faults_clear(struct faults *faults)
{
	faults->count = 0;
}

/* Adds a fault; more than FAULTS_MAX are not kept. */
void faults_add(struct faults *faults, struct fault fault);

/* Fills the record's integers from its columns and checks every rule of its kind. Every fault is
 * added, not the first alone; a record with a fault must not be used, but for its school and
 * case, when they could be read (record_names_case()). */
void record_read(struct record *record, struct faults *faults);

/* Whether school and case stand in the record in the right form. */
bool record_names_case(const struct record *record);

/* Whether the kind is derived (weigh, refer): computed from facts, never stored. */
bool record_is_derived(enum word kind);

/* Whether value may stand with this kind and code: for an answer the answers to its question,
 * for a consent yes or no, for what was done the actions of the partner (which record_read() does
 * not ask for). */
bool record_allows_value(enum word kind, enum word code, enum word value);

/* The lists from which code, value and by come for a kind; NO_LIST where the field must be empty.
 * For a plan's case manager the value comes from LIST_PARTNER or LIST_ROLE. */
enum word_list record_code_list(enum word kind);
enum word_list record_value_list(enum word kind, enum word code);

/* Whether a value of a talk says that it was not held. */
bool record_is_skipped(enum word talk);

/* Whether due, or text, must be given. */
bool record_wants_due(enum word kind, enum word code);
bool record_wants_text(enum word kind, enum word code, enum word value);

/* Whether text is a pseudonym of the right form; a BRIN with location (0 when not). */
bool record_is_case(struct bytes text);
school_code record_read_school(struct bytes text);

/* Room for a school's six characters and a NUL. */
enum { SCHOOL_TEXT_SIZE = 7, CASE_MAX_LENGTH = 32 };

/* Writes the school as text. Returns text. */
const char *record_write_school(school_code school, char text[SCHOOL_TEXT_SIZE]);

#endif
