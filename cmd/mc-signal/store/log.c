#include "store/log.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include "tool/diagnostics.h"
#include "records/fields.h"
#include "records/lines.h"
#include "tool/memory.h"
#include "records/record.h"

static _Noreturn void
stop(const char *path)
{
	diagnostics_stop("%s: %s", path, language_error(errno));
}

/* Makes a log that does not exist: under its name it is whole from the first moment. */
static void
make_log(const char *path)
{
	struct replacement first;
	struct writer writer;

	replacement_open(&first, path);
	writer_open(&writer, first.descriptor, path);
	writer_line(&writer, bytes_of(record_header));
	writer_flush(&writer);
	/* Another writer may make it at the same moment: then its log is the one. */
	if (writer.has_failed || fsync(first.descriptor) == -1
	    || (link(first.temporary, first.path) == -1 && errno != EEXIST)
	    || fsync(first.folder) == -1) {
		int error = errno;

		replacement_abandon(&first);
		errno = error;
		stop(path);
	}
	writer_free(&writer);
	replacement_abandon(&first);
	if (access(path, F_OK) == -1)
		diagnostics_stop(_("%s is a link to a file that does not exist"), path);
}

static void
lock(struct log *log)
{
	static bool is_told;

	if (flock(log->descriptor, LOCK_EX | LOCK_NB) == 0)
		return;
	if (errno == EWOULDBLOCK && !is_told)
		diagnostics_note(_("%s: waiting for another writer"), log->path);
	is_told = true;
	while (flock(log->descriptor, LOCK_EX) == -1)
		if (errno != EINTR)
			stop(log->path);
}

/* Whether the file that is locked still has the name: a writer before us may have put another in
 * its place. */
static bool
still_has_name(const struct log *log)
{
	struct stat named;

	return stat(log->path, &named) == 0 && named.st_dev == log->status.st_dev
	    && named.st_ino == log->status.st_ino;
}

static void
open_locked(struct log *log, bool must_exist)
{
	for (;;) {
		log->descriptor = open(log->path, O_RDWR | O_CLOEXEC);
		if (log->descriptor == -1 && errno == ENOENT && !must_exist) {
			make_log(log->path);
			continue;
		}
		if (log->descriptor == -1)
			stop(log->path);
		lock(log);
		if (fstat(log->descriptor, &log->status) == -1)
			stop(log->path);
		if (!S_ISREG(log->status.st_mode))
			diagnostics_stop(_("%s: a log must be a regular file"), log->path);
		if (still_has_name(log))
			return;
		close(log->descriptor);
	}
}

/* Starts reading the log anew. */
static void
open_lines(const struct log *log, struct lines *lines)
{
	if (lseek(log->descriptor, 0, SEEK_SET) == -1)
		stop(log->path);
	lines_open(lines, log->descriptor, NULL, NULL);
}

/* The next line of the log; false at its end. A log that cannot be read is none to write to. */
static bool
next_line(const struct log *log, struct lines *lines, struct bytes *line)
{
	switch (lines_next(lines, line)) {
	case LINES_LINE:
		return true;
	case LINES_END:
		return false;
	case LINES_TOO_LONG:
		diagnostics_stop(_("%s:%lu: the line is longer than 64 KiB: take it out by hand"),
		    log->path, lines->number);
	case LINES_TROUBLE:
		break;
	}
	stop(log->path);
}

/* A path as a shell takes it; to be freed by the caller. */
static char *
shell_word(const char *path)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789._/-";
	char *word = memory_allocate(4 * strlen(path) + 3), *end = word;

	if (path[strspn(path, plain)] == '\0')
		return strcpy(word, path);
	*end++ = '\'';
	for (; *path != '\0'; path++) {
		const char one[] = {*path, '\0'};

		end = stpcpy(end, *path == '\'' ? "'\\''" : one);
	}
	strcpy(end, "'");
	return word;
}

static void
check_end(const struct log *log, unsigned long lines)
{
	char last, *word;

	if (log->status.st_size == 0
	    || (pread(log->descriptor, &last, 1, log->status.st_size - 1) == 1 && last == '\n'))
		return;
	word = shell_word(log->path);
	diagnostics_stop(
	    _("%s:%lu: the last line is torn: an earlier write was cut off. Look at it "
	      "(tail -n 1 %s); take it off with: sed -i --follow-symlinks '$d' %s  or, "
	      "when it is whole, end it with: echo >> %s"),
	    log->path, lines, word, word, word);
}

/* A log begins with the header of records and ends with a line end. */
static void
check_log(struct log *log)
{
	struct lines lines;
	struct bytes line;
	unsigned long count = 0;

	open_lines(log, &lines);
	while (next_line(log, &lines, &line))
		if (++count == 1 && !bytes_equal(line, bytes_of(record_header)))
			diagnostics_stop(_("%s is no case log: its first line is not %s"),
			    log->path, record_header);
	check_end(log, count);
	lines_close(&lines);
}

void
log_open(struct log *log, const char *path, bool must_exist)
{
	*log = (struct log){.path = path};
	open_locked(log, must_exist);
	check_log(log);
	replacement_open_locked(&log->next, path);
	writer_open(&log->writer, log->next.descriptor, path);
	if (log->status.st_size == 0)
		writer_line(&log->writer, bytes_of(record_header));
}

void
log_close(struct log *log)
{
	writer_free(&log->writer);
	replacement_abandon(&log->next);
	close(log->descriptor);
}

/* Puts what was written in the log's place, with the old one's mode and owner. */
static bool
commit(struct log *log)
{
	writer_flush(&log->writer);
	if (log->writer.has_failed)
		return false;
	/* Another owner is kept where that is allowed; the mode must be. */
	if (fchown(log->next.descriptor, log->status.st_uid, log->status.st_gid) == -1)
		errno = 0;
	if (fchmod(log->next.descriptor, log->status.st_mode & 07777) == -1) {
		diagnostics_trouble_errno("%s", log->path);
		return false;
	}
	return replacement_commit(&log->next);
}

/* Compares a line with the additions, in the writer's form: equal records are then equal bytes
 * whatever quotes they had. */
static void
compare(struct additions *additions, struct fields *fields, struct bytes line,
    char form[LINE_MAX_LENGTH])
{
	char *end;

	if (fields_split(fields, line, FIELDS_SHEET) == FIELDS_FINE
	    && fields->count == RECORD_COLUMNS
	    && (end = writer_format(form, fields->field, fields->count, ',')) != NULL)
		additions_compare(additions, (struct bytes){form, (size_t)(end - form)}, fields);
}

bool
log_append(struct log *log, struct additions *additions)
{
	struct lines lines;
	struct fields fields;
	struct bytes line;
	char *form = memory_allocate(LINE_MAX_LENGTH);

	open_lines(log, &lines);
	fields_open(&fields, ',');
	while (next_line(log, &lines, &line)) {
		compare(additions, &fields, line, form);
		writer_line(&log->writer, line);
	}
	fields_close(&fields);
	lines_close(&lines);
	free(form);
	additions_settle(additions, span_today());
	/* A log that holds everything already stays as it is. */
	return additions_write(additions, &log->writer) == 0 || commit(log);
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

	open_lines(log, &lines);
	while (next_line(log, &lines, &line))
		count++;
	lines_close(&lines);
	for (; *numbers != 0; numbers++)
		if (*numbers < 2 || *numbers > count) {
			diagnostics_trouble(_("%s has no record on line %lu (2 to %lu)"), log->path,
			    *numbers, count);
			return false;
		}
	return true;
}

bool
log_strike(struct log *log, const unsigned long numbers[], struct writer *output)
{
	struct lines lines;
	struct bytes line;

	if (!have_lines(log, numbers))
		return false;
	open_lines(log, &lines);
	writer_line(output, bytes_of(record_header));
	while (next_line(log, &lines, &line))
		writer_line(is_struck(numbers, lines.number) ? output : &log->writer, line);
	lines_close(&lines);
	/* What is taken out must have arrived before it goes. */
	writer_flush(output);
	return !output->has_failed && commit(log);
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
		    log->path, (int)whose->id.length, whose->id.at, (int)id.length, id.at);
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
	open_lines(log, &lines);
	fields_open(&fields, ',');
	while (next_line(log, &lines, &line)) {
		struct whose whose = whose_line(&fields, line);

		if (school.length == 0 || bytes_equal(whose.school, school))
			name_twin(log, &cases, &whose, id);
	}
	fields_close(&fields);
	lines_close(&lines);
	cases_close(&cases);
}

bool
log_forget(struct log *log, struct bytes id, struct bytes school)
{
	struct lines lines;
	struct fields fields;
	struct bytes line;
	char first_school[SCHOOL_TEXT_SIZE + 1] = "", shown[SHOWN_SIZE];
	unsigned long forgotten = 0;
	bool is_clear = true;

	open_lines(log, &lines);
	fields_open(&fields, ',');
	while (next_line(log, &lines, &line)) {
		struct whose whose = whose_line(&fields, line);

		if (!bytes_equal(whose.id, id)
		    || (school.length > 0 && !bytes_equal(whose.school, school))) {
			writer_line(&log->writer, line);
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
		    _("%s: more than one school has case %s: say which with --school"), log->path,
		    diagnostics_show(id, shown));
	else if (forgotten == 0)
		diagnostics_trouble(_("%s has no case %s"), log->path, diagnostics_show(id, shown));
	if (is_clear)
		name_twins(log, id, forgotten > 0 ? bytes_of(first_school) : school);
	return is_clear && forgotten > 0 && commit(log);
}
