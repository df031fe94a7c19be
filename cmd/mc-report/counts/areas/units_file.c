/* Reading of the units file. */

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "tool/diagnostics.h"
#include "records/fault.h"
#include "records/fields.h"
#include "records/lines.h"
#include "tool/memory.h"
#include "text/text.h"
#include "counts/areas/units.h"

static const char header[] = "school,name,pupils,board,region";

enum column { SCHOOL, NAME, PUPILS, BOARD, REGION, COLUMNS };

/* More pupils than any school has; sums of them stay far from overflow. */
enum { PUPILS_MAX = 99999, NAME_MAX_LENGTH = 100 };

struct units_file {
	const char *name;
	unsigned long line;
	struct units *units;
};

/* Keeps a name as a string. */
static const char *
keep(struct units_file *file, struct bytes name)
{
	struct units *units = file->units;
	char shown[SHOWN_SIZE];

	name = text_trim(name);
	if (name.length == 0)
		return "";
	if (name.length > NAME_MAX_LENGTH)
		diagnostics_stop(_("%s:%lu: \"%s\" is longer than %d bytes"), file->name,
		    file->line, diagnostics_show(name, shown), NAME_MAX_LENGTH);
	for (size_t i = 0; i < name.length; i++)
		if ((unsigned char)name.at[i] < ' ' || name.at[i] == 0x7F)
			diagnostics_stop(_("%s:%lu: \"%s\" holds a control character"), file->name,
			    file->line, diagnostics_show(name, shown));
	units->names = memory_resize(units->names, units->name_count + 1, sizeof(*units->names));
	char *kept = memory_allocate(name.length + 1);
	memcpy(kept, name.at, name.length);
	kept[name.length] = '\0';
	return units->names[units->name_count++] = kept;
}

static uint32_t
read_pupils(const struct units_file *file, struct bytes text)
{
	uint32_t number = 0;
	char shown[SHOWN_SIZE];
	bool is_number = text.length > 0 && text.length <= 5;

	for (size_t i = 0; i < text.length && is_number; i++) {
		is_number = text_is_digit(text.at[i]);
		number = number * 10 + (uint32_t)(text.at[i] - '0');
	}
	if (!is_number)
		diagnostics_stop(_("%s:%lu: pupils: \"%s\" is no number (0 to %d)"), file->name,
		    file->line, diagnostics_show(text, shown), PUPILS_MAX);
	return number;
}

static void
read_school(struct units_file *file, const struct fields *fields)
{
	struct units *units = file->units;
	struct unit_school school;
	char shown[SHOWN_SIZE];

	if (fields->count != COLUMNS)
		diagnostics_stop(
		    _("%s:%lu: %zu fields (%s)"), file->name, file->line, fields->count, header);
	school = (struct unit_school){
	    .code = record_read_school(fields->field[SCHOOL]),
	    .name = keep(file, fields->field[NAME]),
	    .pupils = read_pupils(file, fields->field[PUPILS]),
	    .board = keep(file, fields->field[BOARD]),
	    .region = keep(file, fields->field[REGION]),
	};
	if (school.code == 0)
		diagnostics_stop(_("%s:%lu: school: \"%s\" is no BRIN with location (two digits, "
				   "two capitals, two digits)"),
		    file->name, file->line, diagnostics_show(fields->field[SCHOOL], shown));
	for (size_t i = 0; i < units->schools; i++)
		if (units->school[i].code == school.code)
			diagnostics_stop(_("%s:%lu: school: \"%s\" stands there twice"), file->name,
			    file->line, diagnostics_show(fields->field[SCHOOL], shown));
	units->school = memory_resize(units->school, units->schools + 1, sizeof(*units->school));
	units->school[units->schools++] = school;
}

static void
read_line(struct units_file *file, struct fields *fields, struct bytes line)
{
	enum fields_fault fault = fields_split(fields, line, FIELDS_SHEET);

	if (fault != FIELDS_FINE)
		diagnostics_stop("%s:%lu: %s", file->name, file->line, fault_of_row(fault));
	if (file->line > 1)
		read_school(file, fields);
	else if (!bytes_equal(line, bytes_of(header)))
		diagnostics_stop(_("%s:1: the first line is not \"%s\""), file->name, header);
}

static int
compare_schools(const void *left, const void *right)
{
	const struct unit_school *a = left, *b = right;

	return (a->code > b->code) - (a->code < b->code);
}

static void
read_lines(struct units_file *file, struct lines *lines)
{
	struct fields fields;
	struct bytes line;
	enum lines_event event;

	fields_open(&fields, ',');
	while ((event = lines_next(lines, &line)) == LINES_LINE) {
		file->line = lines->number;
		line = text_without_return(text_without_mark(line));
		if (line.length > 0)
			read_line(file, &fields, line);
	}
	if (event == LINES_TROUBLE)
		diagnostics_stop("%s: %s", file->name, strerror(errno));
	if (event == LINES_TOO_LONG)
		diagnostics_stop(
		    _("%s:%lu: the line is longer than 64 KiB"), file->name, lines->number);
	if (file->units->schools == 0)
		diagnostics_stop(_("%s: names no school (%s)"), file->name, header);
	fields_close(&fields);
}

void
units_read(struct units *units, const char *name)
{
	struct units_file file = {.name = name, .units = units};
	struct lines lines;
	int descriptor = open(name, O_RDONLY | O_CLOEXEC);

	*units = (struct units){.schools = 0};
	if (descriptor == -1)
		diagnostics_stop("%s: %s", name, strerror(errno));
	lines_open(&lines, descriptor, NULL, NULL);
	read_lines(&file, &lines);
	qsort(units->school, units->schools, sizeof(*units->school), compare_schools);
	lines_close(&lines);
	close(descriptor);
}
