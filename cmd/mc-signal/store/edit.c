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
	struct lines lines;
	struct fields fields;
	struct bytes line;
	struct cases cases;

	cases_open(&cases);
	log_read(log, &lines);
	fields_open(&fields, ',');
	while (log_next_line(log, &lines, &line)) {
		struct whose whose = whose_line(&fields, line);

		if (school.length == 0 || bytes_equal(whose.school, school))
			name_twin(log, &cases, &whose, id);
	}
	fields_close(&fields);
	lines_close(&lines);
	cases_close(&cases);
}

bool
edit_forget(struct edit *edit, struct bytes id, struct bytes school)
{
	const struct log *log = &edit->log;
	struct lines lines;
	struct fields fields;
	struct bytes line;
	char first_school[SCHOOL_TEXT_SIZE + 1] = "", shown[SHOWN_SIZE];
	unsigned long forgotten = 0;
	bool is_clear = true;

	log_read(log, &lines);
	fields_open(&fields, ',');
	while (log_next_line(log, &lines, &line)) {
		struct whose whose = whose_line(&fields, line);

		if (!bytes_equal(whose.id, id)
		    || (school.length > 0 && !bytes_equal(whose.school, school))) {
			writer_line(&edit->writer, line);
			continue;
		}
		if (forgotten++ == 0)
			snprintf(first_school, sizeof(first_school), "%.*s",
			    (int)whose.school.length, whose.school.at);
		else if (!bytes_equal(whose.school, bytes_of(first_school)))
			is_clear = false;
	}
	fields_close(&fields);
	lines_close(&lines);
	if (!is_clear)
		diagnostics_trouble(
		    _("%s: more than one school has case %s: say which with --school"), log->name,
		    diagnostics_show(id, shown));
	else if (forgotten == 0)
		diagnostics_trouble(_("%s has no case %s"), log->name, diagnostics_show(id, shown));
	if (is_clear)
		name_twins(log, id, forgotten > 0 ? bytes_of(first_school) : school);
	return is_clear && forgotten > 0 && commit(edit);
}
