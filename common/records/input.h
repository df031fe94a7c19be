/*
 * The operands of a tool, one after the other, as one stream of records.
 *
 * The one loop of mc-weigh, mc-refer and mc-report: it opens every operand
 * first (so that the tool can give up the right to open more), names those it
 * cannot read, tells what is wrong with each refused line, and goes on.
 */

#ifndef INPUT_H
#define INPUT_H

#include "tool/operands.h"
#include "records/reader.h"

struct input {
	struct operands operands;
	size_t current;
	struct reader reader;
	bool is_reading; /* the reader is open */
	lines_idle *idle;
	void *idle_argument;
	struct refusal refusal;
};

enum input_event {
	INPUT_END,
	INPUT_RECORD,
	INPUT_REFUSED /* told; record_names_case() says whether its case is known */
};

/* Opens the operands (operands_open()); idle as in lines_open(). */
void input_open(struct input *input, char *const operands[], lines_idle *idle, void *idle_argument);
void input_close(struct input *input);

/* The next record of all operands, in their order; its bytes stay until the next call. Says what
 * is wrong with a refused line (status 1) and with a file that cannot be read (status 2). */
enum input_event input_next(struct input *input, struct record *record);

/* Refuses the record that input_next() gave last for one more fault, which a tool alone can see
 * (dated after today): told like any other. */
void input_refuse(struct input *input, const struct record *record, struct fault fault);

#endif
