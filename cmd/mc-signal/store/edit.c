#include "store/edit.h"

#include <stdio.h>
#include <sys/stat.h>

#include "records/lines.h"
#include "store/cases.h"
#include "tool/disk.h"
#include "store/rights.h"
#include "tool/diagnostics.h"

void
edit_open(struct edit *edit, const char *path)
{
	log_open(&edit->log, path, true);
	replacement_open_locked(&edit->next, path, edit->log.name);
	writer_open(&edit->writer, edit->next.descriptor, edit->log.name);
	if (edit->log.status.st_size == 0)
		writer_line(&edit->writer, bytes_of(record_header));
}

void
edit_close(struct edit *edit)
{
	writer_free(&edit->writer);
	replacement_abandon(&edit->next);
	log_close(&edit->log);
}

/* The file under its other names is the log as it was. */
static void
name_links(const struct log *log)
{
	if (log->status.st_nlink > 1)
		diagnostics_note(_("%s: the file has another name as well (a hard link), under "
				   "which it still holds what was taken out: do the same there"),
		    log->name);
}

/* Puts what was written in the log's place, with all the rights of the old one. */
static bool
commit(struct edit *edit)
{
	const struct log *log = &edit->log;

	writer_flush(&edit->writer);
	if (edit->writer.has_failed)
		return false;
	if (!rights_copy(log->descriptor, edit->next.descriptor)) {
		diagnostics_trouble_errno(
		    _("%s: nothing is changed, since owner, group and rights cannot be kept"),
		    log->name);
		return false;
	}
	if (!replacement_commit(&edit->next))
		return false;
	name_links(log);
	return true;
}

static bool
is_struck(const unsigned long numbers[], unsigned long number)
{
	for (; *numbers != 0; numbers++)
		if (*numbers == number)
			return true;
	return false;
}

/* Whether every number has a line behind the header; told when one has none. */
static bool
have_lines(const struct log *log, const unsigned long numbers[])
{
	struct lines lines;
	struct bytes line;
	unsigned long count = 0;

	log_read(log, &lines);
	while (log_next_line(log, &lines, &line))
		count++;
	lines_close(&lines);
	for (; *numbers != 0; numbers++)
		if (*numbers < 2 || *numbers > count) {
			diagnostics_trouble(_("%s has no record on line %lu (2 to %lu)"), log->name,
			    *numbers, count);
			return false;
		}
	return true;
}

/* Sends on what is taken out; a file must have it on the disk before it goes from the log. */
static bool
hand_out(struct writer *output)
{
	struct stat status;

	writer_flush(output);
	if (output->has_failed)
		return false;
	if (fstat(output->descriptor, &status) == -1 || !S_ISREG(status.st_mode)
	    || disk_sync(output->descriptor))
		return true;
	diagnostics_trouble_errno("%s", output->name);
	return false;
}

bool
edit_strike(struct edit *edit, const unsigned long numbers[], struct writer *output)
{
	struct lines lines;
	struct bytes line;

	if (!have_lines(&edit->log, numbers))
		return false;
	log_read(&edit->log, &lines);
	writer_line(output, bytes_of(record_header));
	while (log_next_line(&edit->log, &lines, &line))
		writer_line(is_struck(numbers, lines.number) ? output : &edit->writer, line);
	lines_close(&lines);
	return hand_out(output) && commit(edit);
}

/* Whose line it is, as far as that can be read. */
struct whose {
	struct bytes id, school;
};

static struct whose
whose_line(struct fields *fields, struct bytes line)
{
	const struct bytes none = {"", 0};
	struct whose whose = {none, none};

	(void)fields_split(fields, line, FIELDS_SHEET);
	if (fields->count > COLUMN_SCHOOL - COLUMN_FIRST) {
		whose.id = fields->field[COLUMN_CASE - COLUMN_FIRST];
		whose.school = fields->field[COLUMN_SCHOOL - COLUMN_FIRST];
	}
	return whose;
}

/* The lines of a log with whose each is; to be closed. */
struct reading {
	struct lines lines;
	struct fields fields;
	struct bytes line;
	struct whose whose;
};

static void
reading_open(struct reading *reading, const struct log *log)
{
	log_read(log, &reading->lines);
	fields_open(&reading->fields, ',');
}

/* False after the last line. */
static bool
reading_next(struct reading *reading, const struct log *log)
{
	if (!log_next_line(log, &reading->lines, &reading->line))
		return false;
	reading->whose = whose_line(&reading->fields, reading->line);
	return true;
}

static void
reading_close(struct reading *reading)
{
	fields_close(&reading->fields);
	lines_close(&reading->lines);
}

/* Names the id of a line when it may be the same child as the case, once. */
static void
name_twin(const struct log *log, struct cases *cases, const struct whose *whose, struct bytes id)
{
	school_code school = record_read_school(whose->school);
	size_t twin;

	if (school == 0 || !record_is_case(whose->id))
		return;
	(void)cases_add(cases, school, id, &twin);
	if (!cases_have_key(cases, school, whose->id))
		return;
	(void)cases_add(cases, school, whose->id, &twin);
	if (twin != cases->count)
		diagnostics_note(
		    _("%s: there is a case %.*s, which differs from %.*s in capitals, marks "
		      "or leading zeros alone: one child?"),
		    log->name, (int)whose->id.length, whose->id.at, (int)id.length, id.at);
}

/* Names the ids of the log that may be the same child as the case; of this school, or of any when
 * it is empty. */
static void
name_twins(const struct log *log, struct bytes id, struct bytes school)
{
	struct reading reading;
	struct cases cases;

	cases_open(&cases);
	reading_open(&reading, log);
	while (reading_next(&reading, log))
		if (school.length == 0 || bytes_equal(reading.whose.school, school))
			name_twin(log, &cases, &reading.whose, id);
	reading_close(&reading);
	cases_close(&cases);
}

enum { HOLDERS_SHOWN = 5 };

/* The schools that have a case of a name, as the lines of the log have them. */
struct holders {
	size_t count;				/* of those beyond the shown ones, of their lines */
	char school[HOLDERS_SHOWN][SHOWN_SIZE]; /* the first ones */
	bool has_wanted;			/* the one that is asked for is among all of them */
};

static void
add_holder(struct holders *holders, struct bytes school)
{
	for (size_t i = 0; i < holders->count && i < HOLDERS_SHOWN; i++)
		if (bytes_equal(school, bytes_of(holders->school[i])))
			return;
	if (holders->count < HOLDERS_SHOWN)
		snprintf(holders->school[holders->count], SHOWN_SIZE, "%.*s", (int)school.length,
		    school.at);
	holders->count++;
}

static struct holders
find_holders(const struct log *log, const struct edit_case *wanted)
{
	struct holders holders = {.count = 0};
	struct reading reading;

	reading_open(&reading, log);
	while (reading_next(&reading, log)) {
		if (!bytes_equal(reading.whose.id, wanted->id))
			continue;
		add_holder(&holders, reading.whose.school);
		holders.has_wanted |= bytes_equal(reading.whose.school, wanted->school);
	}
	reading_close(&reading);
	return holders;
}

/* Room for the schools of a message: 03AB00, 04AB00, ... */
enum { HOLDERS_SIZE = HOLDERS_SHOWN * (SHOWN_SIZE + 2) + 8 };

static const char *
list_holders(const struct holders *holders, char list[HOLDERS_SIZE])
{
	char shown[SHOWN_SIZE], *end = list;

	*end = '\0';
	for (size_t i = 0; i < holders->count && i < HOLDERS_SHOWN; i++) {
		end = stpcpy(end, i > 0 ? ", " : "");
		end = stpcpy(end, diagnostics_show(bytes_of(holders->school[i]), shown));
	}
	if (holders->count > HOLDERS_SHOWN)
		strcpy(end, ", ...");
	return list;
}

/* Whether it is left open whose case is meant. That the person has one school in the environment
 * says nothing of a log that has more: what is forgotten is gone for good. */
static bool
is_open(const struct holders *holders, const struct edit_case *wanted)
{
	return holders->count > 1 && !wanted->is_school_said;
}

/* Whether it is clear whose case is meant, and it is there; told when it is not. */
static bool
is_clear(const struct log *log, const struct holders *holders, const struct edit_case *wanted)
{
	char id[SHOWN_SIZE], list[HOLDERS_SIZE];

	diagnostics_show(wanted->id, id);
	list_holders(holders, list);
	if (holders->count == 0)
		diagnostics_trouble(_("%s has no case %s"), log->name, id);
	else if (is_open(holders, wanted))
		diagnostics_trouble(
		    _("%s: more than one school has case %s: say which with --school (%s)"),
		    log->name, id, list);
	else if (wanted->school.length > 0 && !holders->has_wanted)
		diagnostics_trouble(_("%s: school %.*s has no case %s; the case of that name is of "
				      "%s: say so with --school"),
		    log->name, (int)wanted->school.length, wanted->school.at, id, list);
	else
		return true;
	return false;
}

/* Writes what the log holds besides the case. */
static void
write_others(struct edit *edit, const struct edit_case *wanted)
{
	struct reading reading;

	reading_open(&reading, &edit->log);
	while (reading_next(&reading, &edit->log))
		if (!bytes_equal(reading.whose.id, wanted->id)
		    || (wanted->school.length > 0
			&& !bytes_equal(reading.whose.school, wanted->school)))
			writer_line(&edit->writer, reading.line);
	reading_close(&reading);
}

bool
edit_forget(struct edit *edit, const struct edit_case *wanted)
{
	const struct log *log = &edit->log;
	struct holders holders = find_holders(log, wanted);
	bool is_found = is_clear(log, &holders, wanted);

	if (!is_open(&holders, wanted))
		name_twins(log, wanted->id,
		    wanted->school.length > 0 || !is_found ? wanted->school
							   : bytes_of(holders.school[0]));
	if (!is_found)
		return false;
	write_others(edit, wanted);
	return commit(edit);
}
