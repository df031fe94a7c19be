/*
 * Goal: a small table reads the same however a spreadsheet or a person wrote
 * it, and what cannot be trusted ends the program, with one message that says
 * where and what would be right.
 */

#include "support/apart.h"
#include "support/small_file.h"

#include "records/table_file.h"

enum { SCHOOL, NAME, PUPILS, COLUMNS };

static const struct table_column columns[COLUMNS] = {
    [SCHOOL] = {"school", "school", true},
    [NAME] = {"name", "naam", false},
    [PUPILS] = {"pupils", "leerlingen", true},
};

/* Adds "LINE: school|name|pupils" and an LF for each row. */
static void
tell_rows(struct table_file *table, char *told, size_t size)
{
	told[0] = '\0';
	while (table_file_next(table)) {
		size_t used = strlen(told);

		used += (size_t)snprintf(told + used, size - used, "%lu: ", table->line);
		for (size_t i = 0; i < COLUMNS; i++)
			used += (size_t)snprintf(told + used, size - used, "%s%.*s",
			    i > 0 ? "|" : "", (int)table->cell[i].length,
			    table->cell[i].length > 0 ? table->cell[i].at : "");
		snprintf(told + used, size - used, "\n");
	}
}

static const struct rows_row {
	const char *file, *rows;
} rows_rows[] = {
    {"school,name,pupils\n", ""},
    {"school,name,pupils\na,b,c\nd,e,f\n", "2: a|b|c\n3: d|e|f\n"},
    {"school,name,pupils\na,b,c", "2: a|b|c\n"},
    /* Columns: any order, left out, either language, any case, without a name. */
    {"pupils,school\n1,a\n", "2: a||1\n"},
    {"LEERLINGEN,Naam,School\n1,b,a\n", "2: a|b|1\n"},
    {" school ,\"naam\",\tpupils\xC2\xA0\na,b,1\n", "2: a|b|1\n"},
    {"school,pupils,,\na,1,,\n", "2: a||1\n"},
    {",school,,pupils\n ,a,,1\n", "2: a||1\n"},
    /* The separator is the header's. */
    {"SCHOOL,\"leer-lingen \"\na,1\n", "2: a||1\n"},
    {"sch\xC3\xB6ol,Na am,pupils\na,b,1\n", "2: a|b|1\n"},
    {"school;name;pupils\na,b;c;1\n", "2: a,b|c|1\n"},
    {"school\tname\tpupils\na\tb;c\t1\n", "2: a|b;c|1\n"},
    {"\"school\";\"name\";\"pupils\"\n\"a;b\";;1\n", "2: a;b||1\n"},
    {"\xEF\xBB\xBFschool;pupils\r\na;1\r\n", "2: a||1\n"},
    /* Blank lines and rows are passed over, and counted. */
    {"\n \t\n\r\nschool,pupils\n\na,1\n,\n\r\n , \nb,2\n\n", "6: a||1\n10: b||2\n"},
    /* Quotes, and blanks around a cell. */
    {"school,name,pupils\n\"a,b\",\"zei \"\"ja\"\"\",\" 1 \"\n", "2: a,b|zei \"ja\"|1\n"},
    {"school,name,pupils\n a b ,\xC2\xA0"
     "c\t,1\n",
	"2: a b|c|1\n"},
    {"school,name,pupils\na,J\xC3\xBCrgen,1\n", "2: a|J\xC3\xBCrgen|1\n"},
    /* A mark is taken off wherever a line begins with one: files that were joined. */
    {"\xEF\xBB\xBFschool,pupils\n\xEF\xBB\xBF"
     "a,1\n",
	"2: a||1\n"},
};

static void
test_rows(void **state)
{
	char name[SMALL_FILE_NAME_SIZE], told[1024];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows_rows); i++) {
		const struct rows_row *row = &rows_rows[i];
		struct table_file table;

		int descriptor = small_file_open(bytes_of(row->file), name);
		table_file_open(&table, name, descriptor, columns, COLUMNS);
		tell_rows(&table, told, sizeof(told));
		table_file_close(&table);
		close(descriptor);
		check_string(row->file, "rows", told, row->rows);
	}
}

/* Of a file that the caller opened, the rows as they stand and where each ends. */
static void
test_raw(void **state)
{
	static const char text[] = "school,pupils\r\na,\"1\"\r\n\nb,2";
	static const struct {
		const char *raw;
		size_t end;
	} rows[] = {{"a,\"1\"\r", 22}, {"b,2", 27}};
	char name[SMALL_FILE_NAME_SIZE];
	int descriptor = small_file_open(bytes_of(text), name);
	struct table_file table;

	(void)state;
	table_file_open(&table, "ledger.csv", descriptor, columns, COLUMNS);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_true(table_file_next(&table));
		check_bytes(text, "raw", table.raw, bytes_of(rows[i].raw));
		check_number(text, "end", table.end, rows[i].end);
	}
	assert_false(table_file_next(&table));
	table_file_close(&table);
	/* It is still open. */
	assert_int_equal(close(descriptor), 0);
}

/* A file and what it costs, from behind the file's name. */
struct fault_row {
	struct bytes file;
	const char *message;
};

#define NAMES	     "(school,name,pupils)"
#define NEEDS_QUOTES "(a text with a separator in it needs quotes)"

static const struct fault_row fault_rows[] = {
    {{"", 0}, ": is empty: its first line must name the columns " NAMES},
    {BYTES("\n \n\xEF\xBB\xBF\r\n"), ": is empty: its first line must name the columns " NAMES},
    {BYTES("school,naam\na,b\n"), ":1: pupils: is missing from the header " NAMES},
    {BYTES(";;;\nschool;pupils\n"), ":1: school: is missing from the header " NAMES},
    {BYTES("\nschool,pupils,pupil\n"), ":2: unknown column \"pupil\" " NAMES},
    {BYTES("school,pupils,\x1B[31m\n"), ":1: unknown column \"\\x1B[31m\" " NAMES},
    {BYTES("school,pupils,name,Naam\n"),
	":1: name: stands twice in the header, in whatever language"},
    {BYTES("school,pupils,\"name\n"), ":1: a quoted field is not closed on its line"},
    {BYTES("school,pupils\na,1\nb\n"), ":3: 1 fields, and the header has 2 " NEEDS_QUOTES},
    {BYTES("school,pupils\na,b,1\n"), ":2: 3 fields, and the header has 2 " NEEDS_QUOTES},
    {BYTES("school,pupils,\na,1,x\n"), ":2: \"x\" stands in a column without a name " NEEDS_QUOTES},
    {BYTES("school,pupils\na,\"1\nb,2\n"), ":2: a quoted field is not closed on its line"},
    {BYTES("school,pupils\na,1\"\n"), ":2: a quote stands where no quoted field begins or ends"},
    {BYTES("school,pupils\na,1\0\n"), ":2: holds a NUL byte"},
    {BYTES("sch\0ool,pupils\na,1\n"), ":1: holds a NUL byte"},
    {BYTES("school,pupils\na,Andr\xE9\n"), ":2: is not UTF-8"},
    {BYTES("school,pupils\na\rb,1\n"), ":2: holds a carriage return that ends no line"},
    /* About a cell: the column as this header calls it. */
    {BYTES("school,pupils\na,no\n"), ":2: pupils: \"no\" is no number"},
    {BYTES("Leerlingen;School\nno;a\n"), ":2: leerlingen: \"no\" is no number"},
};

static void
read_apart(const void *argument)
{
	const struct fault_row *row = argument;
	char name[SMALL_FILE_NAME_SIZE];
	int descriptor = small_file_open(row->file, name);
	struct table_file table;

	table_file_open(&table, "scholen.csv", descriptor, columns, COLUMNS);
	while (table_file_next(&table))
		if (bytes_equal(table.cell[PUPILS], bytes_of("no")))
			table_file_stop(&table, PUPILS, "\"%s\" is no number", "no");
}

static void
check_fault(const struct fault_row *row)
{
	char said[1024], wanted[1024];
	int status = apart_ask(read_apart, row, said, sizeof(said));

	snprintf(wanted, sizeof(wanted), "meldcode: scholen.csv%s\n", row->message);
	check_string(row->message, "said", said, wanted);
	check_number(row->message, "status", (unsigned)status, STATUS_TROUBLE);
}

static void
test_faults(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(fault_rows); i++)
		check_fault(&fault_rows[i]);
}

/* A line of one byte over the limit, as header and as row; one of just the limit is read. */
static void
test_long_lines(void **state)
{
	static char text[2 * LINE_MAX_LENGTH];
	size_t head = (size_t)snprintf(text, sizeof(text), "school,pupils\na,");

	(void)state;
	memset(text + head, 'x', LINE_MAX_LENGTH - 1);
	check_fault(&(struct fault_row){
	    {text, head + LINE_MAX_LENGTH - 1}, ":2: the line is longer than 64 KiB"});
	check_fault(&(struct fault_row){
	    {text + head - 2, LINE_MAX_LENGTH + 1}, ":1: the line is longer than 64 KiB"});

	char name[SMALL_FILE_NAME_SIZE], told[2 * LINE_MAX_LENGTH];
	int descriptor = small_file_open((struct bytes){text, head + LINE_MAX_LENGTH - 2}, name);
	struct table_file table;
	table_file_open(&table, name, descriptor, columns, COLUMNS);
	tell_rows(&table, told, sizeof(told));
	table_file_close(&table);
	close(descriptor);
	check_number(
	    "just the limit", "told", strlen(told), strlen("2: a||\n") + LINE_MAX_LENGTH - 2);
}

static void
open_missing(const void *name)
{
	struct table_file table;

	table_file_open(&table, name, table_file_descriptor(name), columns, COLUMNS);
}

static void
test_files_that_cannot_be_read(void **state)
{
	static const char *const files[][2] = {
	    {"nergens.csv", "meldcode: nergens.csv: No such file or directory\n"},
	    {"n\x1B[2J.csv", "meldcode: n\\x1B[2J.csv: No such file or directory\n"},
	    {"/", "meldcode: /: Is a directory\n"},
	};
	char said[1024];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(files); i++) {
		int status = apart_ask(open_missing, files[i][0], said, sizeof(said));

		check_string(files[i][0], "said", said, files[i][1]);
		check_number(files[i][0], "status", (unsigned)status, STATUS_TROUBLE);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rows),
	    cmocka_unit_test(test_raw),
	    cmocka_unit_test(test_faults),
	    cmocka_unit_test(test_long_lines),
	    cmocka_unit_test(test_files_that_cannot_be_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
