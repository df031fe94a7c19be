#include "records/input.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "records/fault.h"
#include "text/text.h"
#include "tool/diagnostics.h"
#include "tool/memory.h"

void
input_open(struct input *input, char *const operands[], lines_idle *idle, void *idle_argument)
{
	*input = (struct input){.idle = idle, .idle_argument = idle_argument};
	operands_open(&input->operands, operands);
}

void
input_confine(struct input *input)
{
	struct confinement confinement;

	confinement_open(&confinement, 0);
	operands_confine(&input->operands, &confinement);
}

/* Opens the next operand; what is written so far is sent on first when that may have to wait. */
static bool
open_next(struct input *input)
{
	if (operands_next_waits(&input->operands) && input->idle != NULL)
		input->idle(input->idle_argument);
	input->file = operands_next(&input->operands);
	if (input->file == NULL)
		return false;
	reader_open(&input->reader, input->file->descriptor, input->idle, input->idle_argument);
	input->reader.may_be_torn = input->file->has_journal;
	input->reader.part = input->part;
	input->seems = SEEMS_UNKNOWN;
	input->holds_records = input->has_begun = false;
	input->refused = input->held_lines = 0;
	return true;
}

/* Says what was held back about the current file, or forgets it. */
static void
end_holding(struct input *input, bool says)
{
	for (size_t i = 0; i < input->held_count; i++) {
		if (says)
			diagnostics_refused("%s", input->held[i]);
		free(input->held[i]);
	}
	if (says && input->refused > input->held_lines)
		diagnostics_refused(_("%s: before its first record %lu more lines are refused"),
		    input->file->name, input->refused - input->held_lines);
	input->held_count = 0;
}

/* A file of lines without a record is something else; but where some are of another part, nobody
 * here can tell, and what is wrong with ours is said. */
static void
tell_no_records(const struct input *input)
{
	const char *name = input->file->name;

	if (input->seems == SEEMS_SHEET)
		diagnostics_trouble(_("%s holds no records: it seems to be a sheet, so take it in "
				      "with: mc-signal FILE"),
		    name);
	else if (input->seems != SEEMS_UNKNOWN)
		diagnostics_trouble(
		    _("%s holds no records: it is %s, so save it as CSV and take that "
		      "in with: mc-signal FILE"),
		    name, _(seems_name(input->seems)));
	else
		diagnostics_trouble(
		    _("%s holds no records (%s on each line)"), name, record_header);
}

static void
close_file(struct input *input)
{
	bool is_something_else = input->refused > 0 && !input->holds_records;
	bool is_told = is_something_else && input->reader.has_others;

	end_holding(input, is_told);
	if (is_something_else && !is_told)
		tell_no_records(input);
	reader_close(&input->reader);
	input->file = NULL;
}

void
input_close(struct input *input)
{
	if (input->file != NULL) {
		end_holding(input, false);
		reader_close(&input->reader);
	}
	operands_close(&input->operands);
}

/* A record, a header, or a line that names its case shows what the file is. */
static void
note_records(struct input *input)
{
	if (input->holds_records)
		return;
	input->holds_records = true;
	end_holding(input, true);
}

static void
tell(struct input *input, const struct record *record, const char *what)
{
	char text[FAULT_LINE_SIZE];

	fault_line(text, input->file->name, input->refusal.line, record, what);
	if (input->holds_records) {
		diagnostics_refused("%s", text);
	} else if (input->held_count < HELD_MAX) {
		size_t size = strlen(text) + 1;

		input->held[input->held_count] = memory_allocate(size);
		memcpy(input->held[input->held_count++], text, size);
	}
}

static void
tell_refusal(struct input *input, const struct record *record)
{
	const struct refusal *refusal = &input->refusal;
	char text[FAULT_TEXT_SIZE];

	if (refusal->is_torn) {
		tell(input, record,
		    _("the last line is torn: what appends to the log was cut off, or is still "
		      "at work"));
		return;
	}
	if (refusal->is_too_long)
		tell(input, record, _("the line is longer than 64 KiB"));
	else if (refusal->has_mark)
		tell(input, record,
		    _("the line begins with a byte order mark (mc-signal takes it off)"));
	else if (refusal->form != FIELDS_FINE)
		tell(input, record, fault_of_row(refusal->form));
	else if (refusal->field_count != RECORD_COLUMNS) {
		snprintf(text, sizeof(text), _("%zu fields (a record has %d: %s)"),
		    refusal->field_count, RECORD_COLUMNS, record_header);
		tell(input, record, text);
	}
	for (size_t i = 0; i < refusal->faults.count; i++)
		tell(input, record, fault_describe(&refusal->faults.list[i], text));
}

/* Looks what a file may be that has shown no record yet. */
static void
look(struct input *input, const struct record *record)
{
	if (!input->has_begun)
		input->seems = seems_by_beginning(record->line);
	input->has_begun |= !text_is_blank(record->line);
	if (input->seems == SEEMS_UNKNOWN && seems_header(record->line))
		input->seems = SEEMS_SHEET;
}

/* Apart, as other rare things with much room of their own: else it is made ready at every start. */
__attribute__((cold, noinline)) static void
take_refusal(struct input *input, const struct record *record)
{
	if (input->reader.has_header || record_names_case(record))
		note_records(input);
	if (!input->holds_records)
		look(input, record);
	input->held_lines += !input->holds_records && input->held_count < HELD_MAX;
	tell_refusal(input, record);
	input->refused++;
}

void
input_refuse(struct input *input, const struct record *record, struct fault fault)
{
	char text[FAULT_TEXT_SIZE];

	tell(input, record, fault_describe(&fault, text));
}

enum input_event
input_next(struct input *input, struct record *record)
{
	while (input->file != NULL || open_next(input)) {
		switch (reader_next(&input->reader, record, &input->refusal)) {
		case READER_RECORD:
			note_records(input);
			return INPUT_RECORD;
		case READER_REFUSED:
			take_refusal(input, record);
			return INPUT_REFUSED;
		case READER_TROUBLE:
			diagnostics_trouble_errno("%s", input->file->name);
			note_records(input);
			close_file(input);
			break;
		case READER_END:
			close_file(input);
			break;
		}
	}
	return INPUT_END;
}
