#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "diagnostics.h"
#include "fault.h"
#include "memory.h"

/* All operands are open at once: as many as the system allows. */
static void
allow_many_files(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
		limit.rlim_cur = limit.rlim_max;
		setrlimit(RLIMIT_NOFILE, &limit);
	}
}

static void
open_operand(struct input *input, const char *operand)
{
	struct input_file *file = &input->file[input->count];

	if (strcmp(operand, "-") == 0) {
		*file = (struct input_file){_("standard input"), STDIN_FILENO};
		input->count++;
		return;
	}
	*file = (struct input_file){operand, open(operand, O_RDONLY | O_CLOEXEC)};
	if (file->descriptor == -1)
		diagnostics_trouble_errno("%s", operand);
	else
		input->count++;
}

void
input_open(struct input *input, char *const operands[], lines_idle *idle, void *idle_argument)
{
	size_t count = 0;

	while (operands[count] != NULL)
		count++;
	*input = (struct input){.file = memory_allocate_zero(count + 1, sizeof(*input->file)),
	    .idle = idle,
	    .idle_argument = idle_argument};
	if (count > 1)
		allow_many_files();
	if (count == 0)
		open_operand(input, "-");
	for (size_t i = 0; i < count; i++)
		open_operand(input, operands[i]);
}

static void
close_current(struct input *input)
{
	int descriptor = input->file[input->current].descriptor;

	reader_close(&input->reader);
	input->is_reading = false;
	if (descriptor != STDIN_FILENO)
		close(descriptor);
	input->current++;
}

void
input_close(struct input *input)
{
	if (input->is_reading)
		close_current(input);
	free(input->file);
	input->file = NULL;
}

/* "file:17: what is wrong; case K-07 of school 03AB00 lacks this line" */
static void
tell(const struct input *input, const struct record *record, const char *what)
{
	const char *name = input->file[input->current].name;
	char shown[SHOWN_SIZE];

	if (record_names_case(record))
		diagnostics_refused(_("%s:%lu: %s; case %s lacks this line"), name,
		    input->refusal.line, what,
		    diagnostics_show(record->column[COLUMN_CASE], shown));
	else
		diagnostics_refused("%s:%lu: %s", name, input->refusal.line, what);
}

static void
tell_refusal(const struct input *input, const struct record *record)
{
	const struct refusal *refusal = &input->refusal;
	char text[FAULT_TEXT_SIZE];

	if (refusal->is_too_long)
		tell(input, record, _("the line is longer than 64 KiB"));
	else if (refusal->has_mark)
		tell(input, record, _("the line begins with a byte order mark (mc-signal takes it off)"));
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
	while (input->current < input->count) {
		const struct input_file *file = &input->file[input->current];

		if (!input->is_reading) {
			reader_open(&input->reader, file->descriptor, input->idle,
			    input->idle_argument);
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
