/*
 * Fuzzing of the whole way of a sheet: mc-signal | mc-weigh | mc-refer |
 * mc-report, each encoding, each type of paper in each format, in one process.
 *
 *	make fuzz [SECONDS=480]
 *
 * Besides crashes it looks for what must hold of any sheet: what intake accepts
 * it accepts again, byte for byte, and every later tool gives it on so; the
 * order of the lines is nothing to the outcome; one more signal never lowers
 * the protection; and no message or paper holds what it may not.
 *
 * The last bytes of an input choose the options, so that any file is one.
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "check.h"
#include "records/fields.h"
#include "records/record.h"
#include "rules/weighing.h"
#include "tools.h"

/* What the last bytes of an input say. */
struct choice {
	uint8_t sheet, report, manner, signal;
};

static const char units[] = "school,name,pupils,board,region\n"
			    "03AB00,De Brug,230,Stichting A,Noord\n"
			    "03AC00,De Wal,190,Stichting A,Noord\n"
			    "03AD00,De Kade,310,Stichting B,Zuid\n";

static const struct paper {
	const char *type, *format;
	void (*check)(struct bytes paper);
	bool is_of_one_case;
	bool needs_units;
} papers[] = {
    {"referral", "text", check_clean, false, false},
    {"referral", "html", check_html, false, false},
    {"chronology", "text", check_clean, false, false},
    {"chronology", "html", check_html, false, false},
    {"agenda", "text", check_clean, false, false},
    {"agenda", "html", check_html, false, false},
    {"agenda", "csv", check_csv, false, false},
    {"agenda", "ics", check_calendar, false, false},
    {"overview", "text", check_clean, false, false},
    {"overview", "html", check_html, false, false},
    {"overview", "csv", check_csv, false, false},
    {"retention", "text", check_clean, false, false},
    {"retention", "html", check_html, false, false},
    {"retention", "csv", check_csv, false, false},
    {"talk", "text", check_clean, false, false},
    {"talk", "html", check_html, false, false},
    {"veilig-thuis", "text", check_clean, false, false},
    {"veilig-thuis", "html", check_html, false, false},
    {"veilig-thuis", "html", check_html, true, false},
    {"inspection", "text", check_clean, false, false},
    {"inspection", "html", check_html, false, false},
    {"transfer", "records", check_clean_records, true, false},
    {"transfer", "text", check_clean, true, false},
    {"transfer", "html", check_html, true, false},
    {"readiness", "text", check_clean, false, false},
    {"readiness", "html", check_html, false, false},
    {"readiness", "csv", check_csv, false, false},
    {"counts", "text", check_clean, false, true},
    {"counts", "html", check_html, false, true},
    {"counts", "csv", check_csv, false, true},
};

enum { PAPERS = sizeof(papers) / sizeof(papers[0]) };

/* Lines of a stream: the first record of which the case is chosen by a number. */
static bool
find_case(struct bytes stream, unsigned number, char name[CASE_MAX_LENGTH + 1],
    char school[SCHOOL_TEXT_SIZE], char date[32])
{
	struct bytes line;

	for (unsigned i = 0; check_next_line(&stream, &line); i++) {
		char kind[32];

		if (i < 1 + number % 8 && stream.length > 0)
			continue;
		char text[256];
		snprintf(text, sizeof(text), "%.*s", (int)line.length, line.at);
		if (sscanf(text, "%32[^,],%31[^,],%6[^,],%31[^,]", name, date, school, kind) == 4
		    && strcmp(name, "case") != 0)
			return true;
	}
	return false;
}

/* Runs a tool that must handle every record, and says nothing. */
static struct output
run_quietly(enum tool_name name, const char *const arguments[], struct bytes input)
{
	struct output output = tools_run(name, arguments, input);

	must(output.status == 0);
	must(output.messages.length == 0);
	return output;
}

static const char *const no_arguments[] = {NULL};

static struct output
take_in(struct bytes input, uint8_t choice)
{
	static const char *const encodings[] = {
	    NULL, NULL, NULL, "UTF-8", "Windows-1252", "UTF-16LE", "UTF-16BE", "MACINTOSH"};
	static const char *const delimiters[] = {NULL, NULL, NULL, "tab"};
	static const char *const orders[] = {NULL, "dmy", "mdy", "ymd"};
	const char *arguments[ARGUMENTS_MAX] = {"-i", "-s", "03AB00", "-b", "af"};
	size_t count = 5;

	if (encodings[choice & 7] != NULL) {
		arguments[count++] = "-e";
		arguments[count++] = encodings[choice & 7];
	}
	if (delimiters[choice >> 3 & 3] != NULL) {
		arguments[count++] = "-d";
		arguments[count++] = delimiters[choice >> 3 & 3];
	}
	if (orders[choice >> 5 & 3] != NULL) {
		arguments[count++] = "-D";
		arguments[count++] = orders[choice >> 5 & 3];
	}
	struct output output = tools_run(MC_SIGNAL, arguments, input);
	check_clean(output.messages);
	check_clean_records(output.out);
	return output;
}

static bool
begins_with(struct bytes text, struct bytes beginning)
{
	return text.length >= beginning.length
	    && memcmp(text.at, beginning.at, beginning.length) == 0;
}

static int
compare_lines(const void *a, const void *b)
{
	const struct bytes *left = a, *right = b;
	size_t least = left->length < right->length ? left->length : right->length;
	int order = memcmp(left->at, right->at, least);

	return order != 0 ? order : (left->length > right->length) - (left->length < right->length);
}

/* The lines of a stream; to be freed. */
static struct bytes *
lines_of(struct bytes stream, size_t *count)
{
	struct bytes *lines = malloc((stream.length + 1) * sizeof(*lines)), line;

	must(lines != NULL);
	for (*count = 0; check_next_line(&stream, &line);)
		lines[(*count)++] = line;
	return lines;
}

static void
check_same_lines(struct bytes a, struct bytes b)
{
	size_t count_a, count_b;
	struct bytes *of_a = lines_of(a, &count_a), *of_b = lines_of(b, &count_b);

	must(count_a == count_b);
	qsort(of_a, count_a, sizeof(*of_a), compare_lines);
	qsort(of_b, count_b, sizeof(*of_b), compare_lines);
	for (size_t i = 0; i < count_a; i++)
		must(bytes_equal(of_a[i], of_b[i]));
	free(of_a);
	free(of_b);
}

/* The lines the other way round; to be freed. */
static struct bytes
reversed(struct bytes stream)
{
	char *copy = malloc(stream.length + 1), *at = copy;
	size_t count;
	struct bytes *lines = lines_of(stream, &count);

	must(copy != NULL);
	while (count-- > 0) {
		at = mempcpy(at, lines[count].at, lines[count].length);
		*at++ = '\n';
	}
	free(lines);
	return (struct bytes){copy, stream.length};
}

/* The weighing of a case in a stream of mc-weigh. */
static struct weighing
weighing_in(struct bytes stream, const char *name, const char *school)
{
	struct weighing weighing = {.rule = 0};
	struct fields fields;

	fields_open(&fields, ',');
	for (struct bytes line; check_next_line(&stream, &line);) {
		struct record record = {.school = 0};
		struct faults faults = {.count = 0};

		must(fields_split(&fields, line, FIELDS_RECORD) == FIELDS_FINE);
		for (size_t i = 0; i < RECORD_COLUMNS; i++)
			record.column[COLUMN_FIRST + i] = fields.field[i];
		if (!bytes_equal(record.column[COLUMN_KIND], bytes_of("weigh"))
		    || !bytes_equal(record.column[COLUMN_CASE], bytes_of(name))
		    || !bytes_equal(record.column[COLUMN_SCHOOL], bytes_of(school)))
			continue;
		record_read(&record, &faults);
		must(faults.count == 0);
		must(weighing_read_flags(record.column[COLUMN_TEXT], &weighing));
		weighing.rule = record.rule;
		weighing.outcome = record.code;
	}
	fields_close(&fields);
	return weighing;
}

/* The records, and a signal of the case; to be freed. */
static struct bytes
with_signal(
    struct bytes records, const char *name, const char *school, const char *date, uint8_t number)
{
	enum word signal = SIGNAL_FIRST + number % (SIGNAL_END - SIGNAL_FIRST);
	char *text = NULL;
	int length = asprintf(&text, "%.*s%s,%s,%s,signal,%s,seen,,,Gezien\n", (int)records.length,
	    records.at, name, date, school, vocabulary_token(signal));

	must(length > 0);
	return (struct bytes){text, (size_t)length};
}

/* How much the outcome at home protects, which a duty about staff does not hide. */
static unsigned
protection_at_home(const struct weighing *weighing)
{
	return vocabulary_entry(weighing_outcome_of(weighing_rule_at_home(weighing)))->protection;
}

/* Whatever more is seen, the case is protected as much, and at home too where a duty about staff
 * stands beside that. */
static void
check_more_signals(struct bytes records, struct bytes weighed, uint8_t number)
{
	char name[CASE_MAX_LENGTH + 1], school[SCHOOL_TEXT_SIZE], date[32];

	if (!find_case(records, number, name, school, date))
		return;
	struct bytes more = with_signal(records, name, school, date, number);
	struct output output = run_quietly(MC_WEIGH, no_arguments, more);
	struct weighing before = weighing_in(weighed, name, school);
	struct weighing after = weighing_in(output.out, name, school);

	must(weighing_protection(&after) >= weighing_protection(&before));
	must(before.also == 0 || protection_at_home(&after) >= protection_at_home(&before));
	output_free(&output);
	free((char *)more.at);
}

static void
check_order(struct bytes records, struct bytes referred)
{
	struct bytes backwards = reversed(records);
	struct output weighed = run_quietly(MC_WEIGH, no_arguments, backwards);
	struct output output = run_quietly(MC_REFER, no_arguments, weighed.out);

	check_same_lines(referred, output.out);
	output_free(&weighed);
	output_free(&output);
	free((char *)backwards.at);
}

/* Writes a paper; of what intake accepted, one must come. */
static void
write_paper(struct bytes stream, const struct choice *choice, bool must_come)
{
	const struct paper *paper = &papers[choice->report % PAPERS];
	char name[CASE_MAX_LENGTH + 1], school[SCHOOL_TEXT_SIZE], date[32], path[FILE_NAME_SIZE];
	const char *arguments[ARGUMENTS_MAX] = {"-t", paper->type, "-f", paper->format};
	size_t count = 4;
	int file = -1;

	arguments[count++] = "-l";
	arguments[count++] = (choice->manner & 1) != 0 ? "en" : "nl";
	if (paper->is_of_one_case) {
		if (!find_case(stream, choice->signal, name, school, date))
			return;
		arguments[count++] = "-c";
		arguments[count++] = name;
		arguments[count++] = "-s";
		arguments[count++] = school;
	}
	if (paper->needs_units) {
		file = tools_file(bytes_of(units), path);
		arguments[count++] = "-i";
		arguments[count++] = "-u";
		arguments[count++] = path;
		arguments[count++] = "-y";
		arguments[count++] = "2026";
	} else if ((choice->manner & 2) != 0)
		arguments[count++] = "-w";
	struct output output = tools_run(MC_REPORT, arguments, stream);
	check_clean(output.messages);
	must(!must_come || output.status == 0 || paper->needs_units);
	if (output.out.length > 0)
		paper->check(output.out);
	output_free(&output);
	if (file != -1)
		close(file);
}

/* What intake accepted goes all the way. */
static void
follow(struct bytes records, const struct choice *choice)
{
	bool has_records =
	    memchr(records.at, '\n', records.length) != records.at + records.length - 1;
	struct output again = tools_run(MC_SIGNAL, no_arguments, records);
	struct output weighed = run_quietly(MC_WEIGH, no_arguments, records);
	struct output referred = run_quietly(MC_REFER, no_arguments, weighed.out);

	must(again.status == 0 && bytes_equal(again.out, records));
	must(begins_with(weighed.out, records));
	must(begins_with(referred.out, weighed.out));
	check_order(records, referred.out);
	check_more_signals(records, weighed.out, choice->signal);
	if (has_records)
		write_paper(referred.out, choice, true);
	output_free(&again);
	output_free(&weighed);
	output_free(&referred);
}

/* Whatever bytes the later tools are given, records or not. */
static void
pass_intake_by(struct bytes input, const struct choice *choice)
{
	struct output weighed = tools_run(MC_WEIGH, no_arguments, input);
	struct output referred = tools_run(MC_REFER, no_arguments, weighed.out);

	check_clean(weighed.messages);
	check_clean_records(weighed.out);
	check_clean(referred.messages);
	write_paper(referred.out, choice, false);
	output_free(&weighed);
	output_free(&referred);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct choice choice;

	if (size < sizeof(choice))
		return 0;
	size -= sizeof(choice);
	memcpy(&choice, data + size, sizeof(choice));
	struct bytes input = {(const char *)data, size};

	setenv("LANGUAGE", (choice.manner & 4) != 0 ? "nl" : "en", 1);
	if ((choice.manner & 24) == 24) {
		pass_intake_by(input, &choice);
		return 0;
	}
	struct output taken = take_in(input, choice.sheet);
	if (taken.out.length > 0)
		follow(taken.out, &choice);
	output_free(&taken);
	return 0;
}
