/*
 * Goal: of all the records that come, each that the log does not hold is
 * written once, in the order in which they came, however many there are; a
 * signal that the log's newest answer could not know of counts from today.
 */

#include "support/apart.h"

#include <fcntl.h>

#include "records/lines.h"
#include "store/additions.h"
#include "tool/diagnostics.h"

static struct fields fields;

static int
open_fields(void **state)
{
	(void)state;
	fields_open(&fields, ',');
	return 0;
}

static int
close_fields(void **state)
{
	(void)state;
	fields_close(&fields);
	return 0;
}

/* What additions_write() gives, as one string, and how many lines; to be freed by the caller. */
static char *
written(const struct additions *additions, size_t *count)
{
	struct writer writer;
	FILE *file = tmpfile();
	size_t size;
	char *text;

	writer_open(&writer, fileno(file), "a temporary file");
	additions_write(additions, &writer);
	writer_flush(&writer);
	writer_free(&writer);
	size = (size_t)lseek(fileno(file), 0, SEEK_END);
	text = malloc(size + 1);
	assert_int_equal(pread(fileno(file), text, size, 0), size);
	text[size] = '\0';
	*count = 0;
	for (size_t i = 0; i < size; i++)
		*count += text[i] == '\n';
	fclose(file);
	return text;
}

static void
check_written(const struct additions *additions, const char *want, size_t known)
{
	size_t count, lines = 0;
	char *text = written(additions, &count);

	for (const char *at = want; *at != '\0'; at++)
		lines += *at == '\n';
	check_string(want, "it", text, want);
	check_number(want, "new ones", additions_have_new(additions), lines > 0);
	check_number(want, "lines", count, lines);
	check_number(want, "known", additions->known, known);
	free(text);
}

static struct record
record_of(const char *line)
{
	struct record record;
	struct faults faults = {.count = 0};

	check_number(
	    line, "form", fields_split(&fields, bytes_of(line), FIELDS_RECORD), FIELDS_FINE);
	assert_int_equal(fields.count, RECORD_COLUMNS);
	for (size_t i = 0; i < RECORD_COLUMNS; i++)
		record.column[COLUMN_FIRST + i] = fields.field[i];
	record_read(&record, &faults);
	check_number(line, "faults", faults.count, 0);
	return record;
}

/* Stands between the lines of two sheets. */
#define NEXT_SHEET "-"

static void
add(struct additions *additions, const char *line)
{
	struct record record;

	if (strcmp(line, NEXT_SHEET) == 0) {
		cases_start_sheet(&additions->cases);
		return;
	}
	record = record_of(line);
	(void)cases_take_row(&additions->cases, &record);
	assert_true(additions_add(additions, bytes_of(line), &record));
}

static void
compare(struct additions *additions, const char *line)
{
	(void)record_of(line);
	additions_compare(additions, bytes_of(line), &fields);
}

#define NEED(id, text) id ",2026-03-01,03AB00,need,food,,,," text

static void
each_line_once(void **state)
{
	struct additions additions;

	(void)state;
	additions_open(&additions);
	check_written(&additions, "", 0);
	add(&additions, NEED("b", ""));
	add(&additions, NEED("a", "x"));
	add(&additions, NEED("b", ""));
	add(&additions, NEED("a", "x "));
	add(&additions, NEED("b", ""));
	check_written(&additions, NEED("b", "\n") NEED("a", "x\n") NEED("a", "x \n"), 2);
	compare(&additions, NEED("a", "x"));
	compare(&additions, NEED("a", "x"));
	compare(&additions, NEED("c", ""));
	check_written(&additions, NEED("b", "\n") NEED("a", "x \n"), 3);
	add(&additions, NEED("a", "x"));
	check_written(&additions, NEED("b", "\n") NEED("a", "x \n"), 4);
	compare(&additions, NEED("b", ""));
	compare(&additions, NEED("a", "x "));
	check_written(&additions, "", 6);
	additions_close(&additions);
}

#define SIGNAL(date, due) "K-1," date ",03AB00,signal,fear,seen," due ",,x"
#define LF		  "\n"
#define ANSWER(id, date)  id "," date ",03AB00,answer,suspicion,no,,,"

/* What is added to what log, and what is written of it on 20 November 2026; NULL ends a list. */
static const struct late_row {
	const char *name;
	const char *log[3], *run[5];
	const char *want; /* with an LF behind each line */
} late_rows[] = {
    {"before the newest answer", {ANSWER("K-1", "2026-10-05")}, {SIGNAL("2026-10-03", "")},
	SIGNAL("2026-10-03", "2026-11-20") LF},
    {"an older answer does not count", {ANSWER("K-1", "2026-10-05"), ANSWER("K-1", "2026-10-01")},
	{SIGNAL("2026-10-03", "")}, SIGNAL("2026-10-03", "2026-11-20") LF},
    {"after the newest answer", {ANSWER("K-1", "2026-10-05")}, {SIGNAL("2026-10-06", "")},
	SIGNAL("2026-10-06", "") LF},
    {"the same day, which is not before", {ANSWER("K-1", "2026-10-05")}, {SIGNAL("2026-10-05", "")},
	SIGNAL("2026-10-05", "") LF},
    {"the same day, earlier", {ANSWER("K-1", "2026-10-05T10:00")}, {SIGNAL("2026-10-05T09:00", "")},
	SIGNAL("2026-10-05T09:00", "2026-11-20") LF},
    {"of another case", {ANSWER("K-2", "2026-10-05")}, {SIGNAL("2026-10-03", "")},
	SIGNAL("2026-10-03", "") LF},
    {"an answer of its own sheet does not count", {NULL},
	{ANSWER("K-1", "2026-10-05"), SIGNAL("2026-10-03", "")},
	ANSWER("K-1", "2026-10-05") LF SIGNAL("2026-10-03", "") LF},
    {"one of a sheet before it does, as in a run of its own", {NULL},
	{ANSWER("K-1", "2026-10-05"), NEXT_SHEET, SIGNAL("2026-10-03", "")},
	ANSWER("K-1", "2026-10-05") LF SIGNAL("2026-10-03", "2026-11-20") LF},
    {"though the log has an older one", {ANSWER("K-1", "2026-10-01")},
	{ANSWER("K-1", "2026-10-05"), NEXT_SHEET, SIGNAL("2026-10-03", "")},
	ANSWER("K-1", "2026-10-05") LF SIGNAL("2026-10-03", "2026-11-20") LF},
    {"and two sheets before it", {NULL},
	{ANSWER("K-1", "2026-10-05"), NEXT_SHEET, NEED("K-1", "x"), NEXT_SHEET,
	    SIGNAL("2026-10-03", "")},
	ANSWER("K-1", "2026-10-05") LF NEED("K-1", "x\n") SIGNAL("2026-10-03", "2026-11-20") LF},
    {"one of a sheet behind it does not", {NULL},
	{SIGNAL("2026-10-03", ""), NEXT_SHEET, ANSWER("K-1", "2026-10-05")},
	SIGNAL("2026-10-03", "") LF ANSWER("K-1", "2026-10-05") LF},
    {"of another case in the sheet before", {NULL},
	{ANSWER("K-2", "2026-10-05"), NEXT_SHEET, SIGNAL("2026-10-03", "")},
	ANSWER("K-2", "2026-10-05") LF SIGNAL("2026-10-03", "") LF},
    {"a day of knowing was given", {ANSWER("K-1", "2026-10-05")},
	{SIGNAL("2026-10-03", "2026-10-06")}, SIGNAL("2026-10-03", "2026-10-06") LF},
    {"and is before the answer too", {ANSWER("K-1", "2026-10-05")},
	{SIGNAL("2026-10-03", "2026-10-04")}, SIGNAL("2026-10-03", "2026-10-04") LF},
    {"another fact stays as it is", {ANSWER("K-1", "2026-10-05")}, {NEED("K-1", "x")},
	NEED("K-1", "x\n")},
    {"of today", {ANSWER("K-1", "2026-11-20T10:00")}, {SIGNAL("2026-11-20T09:00", "")},
	SIGNAL("2026-11-20T09:00", "") LF},
    {"fed again, after its due was filled in",
	{ANSWER("K-1", "2026-10-05"), SIGNAL("2026-10-03", "2026-11-12")},
	{SIGNAL("2026-10-03", "")}, ""},
    {"fed again, as it stands in the log", {SIGNAL("2026-10-03", ""), ANSWER("K-1", "2026-10-05")},
	{SIGNAL("2026-10-03", "")}, ""},
    {"another due than the log has", {SIGNAL("2026-10-03", "2026-10-06")},
	{SIGNAL("2026-10-03", "2026-10-07")}, SIGNAL("2026-10-03", "2026-10-07") LF},
    {"a due where the log has none", {SIGNAL("2026-10-03", "")},
	{SIGNAL("2026-10-03", "2026-10-07")}, SIGNAL("2026-10-03", "2026-10-07") LF},
};

static void
what_came_in_late(void **state)
{
	int loud = dup(STDERR_FILENO), quiet = open("/dev/null", O_WRONLY);

	(void)state;
	dup2(quiet, STDERR_FILENO);
	for (size_t i = 0; i < COUNT_OF(late_rows); i++) {
		const struct late_row *row = &late_rows[i];
		struct additions additions;
		size_t count;
		char *text;

		additions_open(&additions);
		for (size_t j = 0; j < 5 && row->run[j] != NULL; j++)
			add(&additions, row->run[j]);
		for (size_t j = 0; j < 3 && row->log[j] != NULL; j++)
			compare(&additions, row->log[j]);
		additions_settle(&additions, span_day_of(2026, 11, 20));
		text = written(&additions, &count);
		check_string(row->name, "it", text, row->want);
		free(text);
		additions_close(&additions);
	}
	dup2(loud, STDERR_FILENO);
	close(loud);
	close(quiet);
}

/* What is said of it. */
static void
settle(const void *argument)
{
	const struct late_row *row = argument;
	struct additions additions;

	additions_open(&additions);
	for (size_t j = 0; j < 5 && row->run[j] != NULL; j++)
		add(&additions, row->run[j]);
	for (size_t j = 0; j < 3 && row->log[j] != NULL; j++)
		compare(&additions, row->log[j]);
	additions_settle(&additions, span_day_of(2026, 11, 20));
	additions_close(&additions);
}

static void
lateness_is_said(void **state)
{
	static const struct {
		struct late_row row;
		const char *want;
	} rows[] = {
	    {{"", {ANSWER("K-1", "2026-10-05")}, {SIGNAL("2026-10-03", "")}, ""},
		"meldcode: case K-1: a signal of 2026-10-03 came in after the newest answer "
		"(2026-10-05): it is recorded as known on 2026-11-20; another day belongs in "
		"known (in a record: due)\n"},
	    {{"", {ANSWER("K-1", "2026-10-05")}, {NEED("K-1", "x")}, ""},
		"meldcode: case K-1: need of 2026-03-01 is dated before the newest answer in the "
		"log "
		"(2026-10-05): look whether the case must be weighed again\n"},
	    {{"", {ANSWER("K-1", "2026-10-05")}, {SIGNAL("2026-10-03", "2026-10-04")}, ""},
		"meldcode: case K-1: signal of 2026-10-03 is dated before the newest answer in the "
		"log "
		"(2026-10-05): look whether the case must be weighed again\n"},
	    {{"", {ANSWER("K-1", "2026-10-01")},
		 {ANSWER("K-1", "2026-10-05"), NEXT_SHEET, SIGNAL("2026-10-03", "")}, ""},
		"meldcode: case K-1: a signal of 2026-10-03 came in after the newest answer "
		"(2026-10-05): it is recorded as known on 2026-11-20; another day belongs in "
		"known (in a record: due)\n"},
	    {{"", {ANSWER("K-1", "2026-10-05")}, {SIGNAL("2026-10-03", "2026-10-06")}, ""}, ""},
	    {{"", {ANSWER("k-01", "2026-10-05")}, {NEED("K-1", "x"), NEED("K-1", "y")}, ""},
		"meldcode: \"K-1\" and \"k-01\" of school 03AB00: one child? They differ in "
		"capitals, "
		"marks or leading zeros alone\n"},
	    {{"", {NULL}, {NEED("K.1", "x"), NEED("K-1", "y")}, ""},
		"meldcode: \"K.1\" and \"K-1\" of school 03AB00: one child? They differ in "
		"capitals, "
		"marks or leading zeros alone\n"},
	};
	char said[1024];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		apart_ask(settle, &rows[i].row, said, sizeof(said));
		check_string(rows[i].row.run[0], "said", said, rows[i].want);
	}
}

/* For lines of which the record plays no part. */
static const struct record of_school = {.kind = KIND_SCHOOL};

/* Lines that differ in one byte, wherever it stands, are different. */
static void
one_byte_differs(void **state)
{
	struct additions additions;
	char line[64];
	size_t count;

	(void)state;
	additions_open(&additions);
	for (size_t length = 1; length < sizeof(line); length++)
		for (size_t at = 0; at < length; at++) {
			memset(line, 'x', length);
			line[at] = 'y';
			assert_true(
			    additions_add(&additions, (struct bytes){line, length}, &of_school));
			line[at] = '\0';
			assert_true(
			    additions_add(&additions, (struct bytes){line, length}, &of_school));
		}
	assert_int_equal(additions.known, 0);
	free(written(&additions, &count));
	assert_int_equal(count, 2 * 63 * 64 / 2);
	additions_close(&additions);
}

/* A hundred thousand random lines, many of them equal, against a table of which there were. */
static void
many_lines(void **state)
{
	enum { KINDS = 30000, LINES = 100000 };
	static bool came[KINDS], is_known[KINDS];
	struct chance chance = {20251003};
	struct additions additions;
	size_t want = 0, known = 0, count;
	char line[64];

	(void)state;
	additions_open(&additions);
	for (size_t i = 0; i < LINES; i++) {
		uint32_t kind = chance_below(&chance, KINDS);

		snprintf(line, sizeof(line), NEED("K-%u", "%0*u"), kind, (int)(kind % 9), 7);
		add(&additions, line);
		known += came[kind];
		came[kind] = true;
	}
	for (uint32_t kind = 0; kind < KINDS; kind += 3) {
		snprintf(line, sizeof(line), NEED("K-%u", "%0*u"), kind, (int)(kind % 9), 7);
		compare(&additions, line);
		known += came[kind];
		is_known[kind] = true;
	}
	for (size_t kind = 0; kind < KINDS; kind++)
		want += came[kind] && !is_known[kind];
	assert_int_equal(additions.known, known);
	free(written(&additions, &count));
	assert_int_equal(count, want);
	additions_close(&additions);
}

/* The longest lines, more than one of which must fit; a signal's leaves room for its due. */
static void
long_lines(void **state)
{
	static char line[LINE_MAX_LENGTH];
	struct record late = record_of(SIGNAL("2026-10-03", ""));
	struct additions additions;
	size_t count;

	(void)state;
	additions_open(&additions);
	for (int i = 0; i < 50; i++) {
		memset(line, 'a' + i, sizeof(line));
		assert_true(
		    additions_add(&additions, (struct bytes){line, sizeof(line)}, &of_school));
		assert_true(
		    additions_add(&additions, (struct bytes){line, sizeof(line) - 1}, &of_school));
	}
	free(written(&additions, &count));
	assert_int_equal(count, 100);
	assert_false(additions_add(&additions, (struct bytes){line, sizeof(line) - 9}, &late));
	assert_true(additions_add(&additions, (struct bytes){line, sizeof(line) - 10}, &late));
	late.due = span_day_of(2026, 11, 20);
	assert_true(additions_add(&additions, (struct bytes){line, sizeof(line) - 9}, &late));
	additions_close(&additions);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_line_once),
	    cmocka_unit_test(what_came_in_late),
	    cmocka_unit_test(lateness_is_said),
	    cmocka_unit_test(one_byte_differs),
	    cmocka_unit_test(many_lines),
	    cmocka_unit_test(long_lines),
	};

	return cmocka_run_group_tests(tests, open_fields, close_fields);
}
