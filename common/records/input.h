/*
 * The operands of a tool, one after the other, as one stream of records.
 *
 * The one loop of mc-weigh, mc-refer and mc-report: it names the operands that it
 * cannot read, tells what is wrong with each refused line, and goes on. What is
 * wrong with the first lines of a file is told only when a record follows: a
 * file without any is something else, and is named as that, once.
 */

#ifndef INPUT_H
#define INPUT_H

#include "tool/operands.h"
#include "records/reader.h"
#include "records/seems.h"

/* Refusals that wait for a record: enough to tell what a file of records has wrong. */
enum { HELD_MAX = 8 };

struct input {
	struct operands operands;
	const struct operand *file; /* that is read; NULL for none */
	struct reader reader;
	struct part part; /* see reader.h; for the caller to set, all to begin with */
	lines_idle *idle;
	void *idle_argument;
	struct refusal refusal;
	enum seems seems;      /* what the current file seems to be */
	bool has_begun;	       /* a line that is not blank stood in it */
	bool holds_records;    /* a record or a header stood in it, or a line that names its case */
	unsigned long refused; /* lines of it so far */
	char *held[HELD_MAX];  /* messages about them, owned */
	size_t held_count;
	unsigned long held_lines; /* that the held messages are about */
};

enum input_event {
	INPUT_END,
	INPUT_RECORD,
	INPUT_REFUSED /* told; record_names_case() says whether its case is known */
};

/* Opens the operands (operands_open()); idle as in lines_open(). */
void input_open(struct input *input, char *const operands[], lines_idle *idle, void *idle_argument);
void input_close(struct input *input);

/* Gives up what the tool no longer needs (operands_confine()). */
void input_confine(struct input *input);

/* The next record of all operands, in their order; its bytes stay until the next call, those of
 * its line until idle is called. Says what is wrong with a refused line (status 1) and with a file
 * that cannot be read (status 2). */
enum input_event input_next(struct input *input, struct record *record);

/* Refuses the record that input_next() gave last for one more fault, which a tool alone can see
 * (dated after today): told like any other. */
void input_refuse(struct input *input, const struct record *record, struct fault fault);

#endif
