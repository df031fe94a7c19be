#include "records/input.h"

#include <stdio.h>

#include "tool/diagnostics.h"
#include "records/fault.h"

void
input_open(struct input *input, char *const operands[], lines_idle *idle, void *idle_argument)
{
	*input = (struct input){.idle = idle, .idle_argument = idle_argument};
	operands_open(&input->operands, operands);
}

static void
close_current(struct input *input)
{
	reader_close(&input->reader);
	input->is_reading = false;
	operands_close_file(&input->operands.file[input->current]);
	input->current++;
}

void
input_close(struct input *input)
{
	if (input->is_reading)
		close_current(input);
	operands_close(&input->operands);
}

static void
tell(const struct input *input, const struct record *record, const char *what)
{
	fault_tell(input->operands.file[input->current].name, input->refusal.line, record, what);
}

static void
tell_refusal(const struct input *input, const struct record *record)
{
	const struct refusal *refusal = &input->refusal;
	char text[FAULT_TEXT_SIZE];

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

void
input_refuse(struct input *input, const struct record *record, struct fault fault)
{
	char text[FAULT_TEXT_SIZE];

	tell(input, record, fault_describe(&fault, text));
}

enum input_event
input_next(struct input *input, struct record *record)
{
	while (input->current < input->operands.count) {
		const struct operand *file = &input->operands.file[input->current];

		if (!input->is_reading) {
			reader_open(
			    &input->reader, file->descriptor, input->idle, input->idle_argument);
			input->is_reading = true;
		}
		switch (reader_next(&input->reader, record, &input->refusal)) {
		case READER_RECORD:
			return INPUT_RECORD;
		case READER_REFUSED:
			tell_refusal(input, record);
			return INPUT_REFUSED;
		case READER_TROUBLE:
			diagnostics_trouble_errno("%s", file->name);
			close_current(input);
			break;
		case READER_END:
			close_current(input);
			break;
		}
	}
	return INPUT_END;
}
