/*
 * Goal: a message says which column, what stands there and what would be
 * right, word for word, and shows no value that could play tricks.
 */

#include "support/apart.h"

#include "tool/diagnostics.h"
#include "records/fault.h"

static const struct fault_row {
	enum fault_kind kind;
	enum word column;
	struct bytes value;
	enum word_list list;
	enum word given;
	const char *message;
	unsigned number;
} fault_rows[] = {
    {FAULT_UNKNOWN, COLUMN_VALUE, BYTES("jaa"), LIST_ANSWER, QUESTION_UNSAFE,
	"value: unknown answer \"jaa\" for question unsafe (yes, no, doubt, acute, "
	"structural, disclosure)",
	0},
    {FAULT_UNKNOWN, COLUMN_VALUE, BYTES("jaa"), LIST_ANSWER, QUESTION_ACCEPTS,
	"value: unknown answer \"jaa\" for question accepts (yes, no, doubt)", 0},
    {FAULT_NOT_ALLOWED, COLUMN_VALUE, BYTES("acute"), LIST_ANSWER, QUESTION_RESULT,
	"value: answer \"acute\" does not fit for question result (yes, no, doubt)", 0},
    {FAULT_NOT_ALLOWED, COLUMN_VALUE, BYTES("doubt"), LIST_ANSWER, KIND_CONSENT,
	"value: answer \"doubt\" does not fit for kind consent (yes, no)", 0},
    {FAULT_NOT_ALLOWED, COLUMN_VALUE, BYTES("doubt"), LIST_ANSWER, KIND_SCHOOL,
	"value: answer \"doubt\" does not fit for kind school (yes, no)", 0},
    {FAULT_MISSING, COLUMN_VALUE, BYTES(""), LIST_KNOWN, KIND_SIGNAL,
	"value: is missing for kind signal (seen, child, parent, third)", 0},
    {FAULT_MISSING, COLUMN_CODE, BYTES(""), LIST_PARTY, KIND_TALK,
	"code: is missing for kind talk (parents, one-parent, child, family)", 0},
    {FAULT_UNKNOWN, COLUMN_CODE, BYTES("hongr"), LIST_SIGNAL, KIND_SIGNAL,
	"code: unknown signal \"hongr\" for kind signal (see mc-record(5))", 0},
    {FAULT_UNKNOWN, COLUMN_VALUE, BYTES("bel"), LIST_ACTION, PARTNER_BOARD,
	"value: unknown action \"bel\" for partner board (inform, staff-duty, peer-protocol)", 0},
    {FAULT_MISSING, COLUMN_VALUE, BYTES(""), LIST_ACTION, PARTNER_SOCIUS,
	"value: is missing for partner socius (joint-talk, help, practical-help)", 0},
    {FAULT_MISSING, COLUMN_VALUE, BYTES(""), LIST_ACTION, PARTNER_POLICE,
	"value: is missing for partner police (see mc-record(5))", 0},
    {FAULT_NOT_ALLOWED, COLUMN_VALUE, BYTES("report"), LIST_ACTION, PARTNER_KERNTEAM,
	"value: action \"report\" is not done by kernteam but by veilig-thuis", 0},
    {FAULT_NOT_ALLOWED, COLUMN_VALUE, BYTES("discuss"), LIST_ACTION, PARTNER_SOCIUS,
	"value: action \"discuss\" is not done by socius but by af, kernteam", 0},
    {FAULT_NOT_ALLOWED, COLUMN_VALUE, BYTES("none"), LIST_ACTION, PARTNER_AF,
	"value: action \"none\" is never recorded as done", 0},
    {FAULT_UNKNOWN, COLUMN_VALUE, BYTES("piet"), LIST_PARTNER, PLAN_CASEMANAGER,
	"value: unknown partner \"piet\" for plan casemanager (a role or a partner, see "
	"mc-record(5))",
	0},
    {FAULT_UNKNOWN, COLUMN_KIND, BYTES("sigaal"), LIST_KIND, WORD_NONE,
	"kind: unknown kind \"sigaal\" (signal, consult, talk, consent, answer, plan, need, done, "
	"school, weigh, refer)",
	0},
    {FAULT_MISSING, COLUMN_DUE, BYTES(""), NO_LIST, PLAN_TERM, "due: is missing for plan term", 0},
    {FAULT_MISSING, COLUMN_TEXT, BYTES(""), NO_LIST, KIND_SIGNAL,
	"text: is missing for kind signal", 0},
    {FAULT_MISSING, COLUMN_TEXT, BYTES(""), NO_LIST, TALK_SKIPPED_SAFETY,
	"text: is missing for talk skipped-safety", 0},
    {FAULT_NOT_EMPTY, COLUMN_DUE, BYTES("2026-03-01"), NO_LIST, KIND_NEED,
	"due: must be left empty for kind need", 0},
    {FAULT_CASE, COLUMN_CASE, BYTES("Jan J."), NO_LIST, KIND_NEED,
	"case: \"Jan J.\" is no pseudonym (a letter or digit, then letters, digits, \".\", \"_\" "
	"or \"-\", 32 at most; never a name)",
	0},
    {FAULT_DATE, COLUMN_DATE, BYTES("30-2-2026"), NO_LIST, WORD_NONE,
	"date: \"30-2-2026\" is no date (YYYY-MM-DD or YYYY-MM-DDTHH:MM, a day that exists, 2000 "
	"to 2199)",
	0},
    {FAULT_DUE, COLUMN_DUE, BYTES("soon"), NO_LIST, PLAN_TERM,
	"due: \"soon\" is no day (YYYY-MM-DD, a day that exists, 2000 to 2199)", 0},
    {FAULT_SCHOOL, COLUMN_SCHOOL, BYTES("3AB00"), NO_LIST, WORD_NONE,
	"school: \"3AB00\" is no BRIN with location (two digits, two capitals, two digits)", 0},
    {FAULT_FUTURE, COLUMN_DATE, BYTES("2199-01-01"), NO_LIST, WORD_NONE,
	"date: \"2199-01-01\" lies after today", 0},
    {FAULT_BY, COLUMN_BY, BYTES("juf"), LIST_ROLE, WORD_NONE,
	"by: unknown role \"juf\" (teacher, af, ib, head, board, smw, nurse, support, other)", 0},
    {FAULT_RULE, COLUMN_VALUE, BYTES("W99"), NO_LIST, WORD_NONE,
	"value: \"W99\" is no rule of the weighing (W01 to W35)", 0},
    {FAULT_FLAGS, COLUMN_TEXT, BYTES("R36"), NO_LIST, WORD_NONE,
	"text: \"R36\" holds no flags of a weighing", 0},
    {FAULT_MANNER, COLUMN_TEXT, BYTES("R36"), NO_LIST, WORD_NONE,
	"text: \"R36\" is no rule and manner of a referral (such as R22 anonymous)", 0},
    {FAULT_DERIVED, COLUMN_KIND, BYTES("weigh"), NO_LIST, WORD_NONE,
	"kind: \"weigh\" is computed from the facts each time and never stored", 0},
    {FAULT_TOO_LONG, WORD_NONE, BYTES(""), NO_LIST, WORD_NONE,
	"the record would be longer than 64 KiB", 0},
    {FAULT_NO_COLUMN, WORD_NONE, BYTES("rest"), NO_LIST, WORD_NONE,
	"something stands in a column without a name (a text with a separator in it needs quotes)",
	0},
    {FAULT_CONTROL, COLUMN_TEXT, BYTES("geheim\x07"), NO_LIST, WORD_NONE,
	"text: holds a control character: take it out", 0},
    {FAULT_BEFORE, COLUMN_DUE, BYTES("2026-03-01"), NO_LIST, WORD_NONE,
	"due: \"2026-03-01\" lies before the date of the record", 0},
    {FAULT_SPOILT, COLUMN_CASE, BYTES("1-mrt"), NO_LIST, WORD_NONE,
	"case: \"1-mrt\" is what a spreadsheet makes of an id: give the column the format text and "
	"type the id again",
	0},
};

/* What intake says of dates and of what a sheet may have in the place of a record's words. */
static const struct fault_row sheet_rows[] = {
    {FAULT_DATE, COLUMN_DATE, BYTES("gisteren"), NO_LIST, WORD_NONE,
	"date: \"gisteren\" is no date (as 3-10-2026, or 3-10-2026 14:30)", 0},
    {FAULT_DUE, COLUMN_DUE, BYTES("snel"), NO_LIST, WORD_NONE,
	"due: \"snel\" is no day (as 3-10-2026, without a time)", 0},
    {FAULT_DATE_DAY, COLUMN_DATE, BYTES("31-11-2025"), NO_LIST, WORD_NONE,
	"date: \"31-11-2025\" does not exist: November has 30 days", 11},
    {FAULT_DATE_DAY, COLUMN_DATE, BYTES("32-1-2025"), NO_LIST, WORD_NONE,
	"date: \"32-1-2025\" does not exist: January has 31 days", 1},
    {FAULT_DATE_DAY, COLUMN_DATE, BYTES("30-2-2025"), NO_LIST, WORD_NONE,
	"date: \"30-2-2025\" does not exist: February has 28 days, or 29", 2},
    {FAULT_DATE_DAY, COLUMN_DATE, BYTES("1-13-2025"), NO_LIST, WORD_NONE,
	"date: \"1-13-2025\" does not exist (as 3-10-2026 14:30)", 0},
    {FAULT_DATE_YEAR, COLUMN_DATE, BYTES("3-10"), NO_LIST, WORD_NONE,
	"date: \"3-10\" has no year (as 3-10-2026 14:30)", 0},
    {FAULT_DATE_YEARS, COLUMN_DATE, BYTES("3-10-1998"), NO_LIST, WORD_NONE,
	"date: \"3-10-1998\" does not lie in 2000 to 2199 (as 3-10-2026 14:30)", 0},
    {FAULT_DATE_TIME, COLUMN_DATE, BYTES("3-10-2026 24:00"), NO_LIST, WORD_NONE,
	"date: no clock shows the time in \"3-10-2026 24:00\" (as 3-10-2026 14:30)", 0},
    {FAULT_DATE_NUMBER, COLUMN_DATE, BYTES("46298"), NO_LIST, WORD_NONE,
	"date: \"46298\" is a day number of a spreadsheet: give the column a date format (as "
	"3-10-2026 14:30)",
	0},
    {FAULT_DATE_ZONE, COLUMN_DATE, BYTES("2026-10-03T14:30Z"), NO_LIST, WORD_NONE,
	"date: \"2026-10-03T14:30Z\" has a time zone: write what the clock at school showed (as "
	"3-10-2026 14:30)",
	0},
    {FAULT_DATE_HALF, COLUMN_DATE, BYTES("3-10-2026 2:30 PM"), NO_LIST, WORD_NONE,
	"date: \"3-10-2026 2:30 PM\" has AM or PM: write the hours from 0 to 23 (as 3-10-2026 "
	"14:30)",
	0},
    {FAULT_DATE_NARROW, COLUMN_DATE, BYTES("########"), NO_LIST, WORD_NONE,
	"date: \"########\" is a date in a column that was too narrow when the sheet was saved: "
	"make it "
	"wider and save it again (as 3-10-2026 14:30)",
	0},
    {FAULT_DATE_TWICE, SHEET_TIME, BYTES("9:05"), NO_LIST, WORD_NONE,
	"time: \"9:05\" differs from what stands in another column", 0},
    {FAULT_SCHOOL, COLUMN_SCHOOL, BYTES(""), NO_LIST, WORD_NONE,
	"school: is missing (--school BRIN or MC_SCHOOL fills it in)", 0},
    {FAULT_UNKNOWN, COLUMN_KIND, BYTES("sigaal"), LIST_KIND, WORD_NONE,
	"kind: unknown kind \"sigaal\" (signal, consult, talk, consent, answer, plan, need, done, "
	"school)",
	0},
    {FAULT_NOT_EMPTY, SHEET_KNOWN, BYTES("2026-03-01"), NO_LIST, KIND_TALK,
	"known: must be left empty for kind talk", 0},
    {FAULT_NOT_ALLOWED, COLUMN_VALUE, BYTES("report"), LIST_ACTION, PARTNER_KERNTEAM,
	"value: action \"report\" is not done by kernteam but by veilig-thuis", 0},
};

static void
check_message(const struct fault_row *row)
{
	char text[FAULT_TEXT_SIZE];
	struct fault fault = {.kind = row->kind,
	    .column = row->column,
	    .value = row->value,
	    .list = row->list,
	    .given = row->given,
	    .number = row->number};

	check_string(row->message, "message", fault_describe(&fault, text), row->message);
}

static void
test_messages(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(fault_rows); i++)
		check_message(&fault_rows[i]);
}

/* To be run last: from then on messages show the words of sheets. */
static void
test_messages_about_sheets(void **state)
{
	(void)state;
	fault_show_sheet_words();
	fault_show_day("3-10-2026");
	for (size_t i = 0; i < COUNT_OF(sheet_rows); i++)
		check_message(&sheet_rows[i]);
	assert_string_equal(fault_of_row(FIELDS_QUOTE_OPEN), "a quote is never closed");
	fault_show_day("2026-10-03");
	check_message(&(struct fault_row){FAULT_DATE, COLUMN_DATE, BYTES("3-10"), NO_LIST,
	    WORD_NONE, "date: \"3-10\" is no date (as 2026-10-03, or 2026-10-03 14:30)", 0});
	check_message(&(struct fault_row){
	    FAULT_DATE, COLUMN_DATE, BYTES(""), NO_LIST, WORD_NONE, "date: is missing", 0});
}

/* The greatest message: the longest list, the longest value. It fits, and is closed. */
static void
test_message_is_bounded(void **state)
{
	struct {
		char text[FAULT_TEXT_SIZE], guard;
	} room = {.guard = 'g'};
	char value[1000];

	(void)state;
	memset(value, '\x01', sizeof(value));
	for (enum word_list list = NO_LIST; list < LIST_COUNT; list++) {
		struct fault fault = {.kind = FAULT_UNKNOWN,
		    .column = COLUMN_VALUE,
		    .value = {value, sizeof(value)},
		    .list = list,
		    .given = PLAN_CASEMANAGER};

		memset(room.text, 'x', sizeof(room.text));
		fault_describe(&fault, room.text);
		assert_non_null(memchr(room.text, '\0', sizeof(room.text)));
		assert_int_equal(room.guard, 'g');
		assert_null(strchr(room.text, '\x01'));
		assert_int_equal(room.text[strlen(room.text) - 1], list == NO_LIST ? 'r' : ')');
	}
}

static void
test_rows_that_are_no_csv(void **state)
{
	static const char *const messages[] = {"", "holds a NUL byte",
	    "holds a carriage return that ends no line", "holds a control character",
	    "is not UTF-8", "a quoted field is not closed on its line",
	    "a quote stands where no quoted field begins or ends", "has too many fields"};

	(void)state;
	for (enum fields_fault fault = FIELDS_FINE; fault <= FIELDS_TOO_MANY; fault++)
		check_string("row", "message", fault_of_row(fault), messages[fault]);
}

#define TEN "0123456789"

static const struct show_row {
	struct bytes value;
	const char *shown;
} show_rows[] = {
    {BYTES(""), ""},
    {BYTES("jaa"), "jaa"},
    {BYTES("hygi\xC3\xABne \xF0\x9F\x99\x82"), "hygi\xC3\xABne \xF0\x9F\x99\x82"},
    {BYTES("a\x1B[2Jb"), "a\\x1B[2Jb"},
    {BYTES("a\0b\nc\td\x7F"), "a\\x00b\\x0Ac\\x09d\\x7F"},
    {BYTES("\xC2\x9B"
	   "31m"),
	"\\u009B31m"},
    {BYTES("\xE2\x80\xAE"
	   "x\xE2\x80\xA8"),
	"\\u202Ex\\u2028"},
    {BYTES("\xE2\x81\xA6\xD8\x9C\xE2\x80\x8E\xEF\xBB\xBF"), "\\u2066\\u061C\\u200E\\uFEFF"},
    {BYTES("\xE2\x81\xA0\xE2\x80\x8B\xC2\xAD\xE3\x85\xA4"), "\\u2060\\u200B\\u00AD\\u3164"},
    {BYTES("\xF3\xA0\x81\x81x\xEF\xBF\xBE"), "\\uE0041x\\uFFFE"},
    {BYTES("caf\xE9\xC0"), "caf\\xE9\\xC0"},
    {BYTES(TEN TEN TEN TEN), TEN TEN TEN TEN},
    {BYTES(TEN TEN TEN TEN "x"), TEN TEN TEN TEN "..."},
    {BYTES(TEN TEN TEN "012345678\xC3\xAB"), TEN TEN TEN "012345678\xC3\xAB"},
    {BYTES(TEN TEN TEN "012345678\xC3\xABx"), TEN TEN TEN "012345678\xC3\xAB..."},
};

static void
test_values_are_shown_harmless(void **state)
{
	char shown[SHOWN_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(show_rows); i++)
		check_string(show_rows[i].shown, "shown",
		    diagnostics_show(show_rows[i].value, shown), show_rows[i].shown);
}

/* The end of a name says most of which file it is. */
static const struct file_row {
	const char *name, *shown;
} file_rows[] = {
    {"", ""},
    {"zaken.csv", "zaken.csv"},
    {TEN TEN TEN TEN, TEN TEN TEN TEN},
    {"a" TEN TEN TEN TEN, "..." TEN TEN TEN TEN},
    {"/x/\xC3\xAB" TEN TEN TEN "/a23\xC3\xAB.csv", "...\xC3\xAB" TEN TEN TEN "/a23\xC3\xAB.csv"},
    {"a\x1B[2J\nb\xE2\x80\xAE.csv", "a\\x1B[2J\\x0Ab\\u202E.csv"},
    {"/home/aandachtsfunctionaris/123456782/map/zaken.csv", "(a citizen service number (BSN))"},
};

static void
test_names_of_files(void **state)
{
	char shown[SHOWN_SIZE], wrong[1000];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(file_rows); i++)
		check_string(file_rows[i].name, "shown",
		    diagnostics_show_file(file_rows[i].name, shown), file_rows[i].shown);
	/* Bytes that only go on with a character that never began. */
	memset(wrong, 0x80, sizeof(wrong) - 1);
	wrong[sizeof(wrong) - 1] = '\0';
	check_number("no UTF-8", "length", strlen(diagnostics_show_file(wrong, shown)),
	    SHOWN_CHARACTERS * strlen("\\x80") + strlen("..."));
}

static void
say_harmful(const void *argument)
{
	diagnostics_refused("%s: %s", (const char *)argument, "einde");
}

/* Whatever a message is made of, it is one line and plays no tricks. */
static void
test_messages_are_harmless(void **state)
{
	char said[256];

	(void)state;
	apart_ask(say_harmful, "een\ntwee\x1B[31m \xE2\x80\xAE\xC2\x9B\xFF caf\xC3\xA9", said,
	    sizeof(said));
	assert_string_equal(
	    said, "meldcode: een\\x0Atwee\\x1B[31m \\u202E\\u009B\\xFF caf\xC3\xA9: einde\n");
}

/* A value that tells who somebody is: what it is, never the value. */
static void
test_identifying_values_are_not_shown(void **state)
{
	static const char *const values[] = {
	    "123456782", "jan@example.nl", "06-12345678", "bel 0612345678", "1951 AB 12"};
	char shown[SHOWN_SIZE], text[FAULT_TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(values); i++) {
		struct fault fault = {
		    .kind = FAULT_CASE, .column = COLUMN_CASE, .value = bytes_of(values[i])};

		diagnostics_show(fault.value, shown);
		fault_describe(&fault, text);
		if (shown[0] != '(' || strstr(shown, values[i]) != NULL
		    || strstr(text, values[i]) != NULL)
			fail_msg("\"%s\" is shown as %s, in %s", values[i], shown, text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_messages),
	    cmocka_unit_test(test_message_is_bounded),
	    cmocka_unit_test(test_rows_that_are_no_csv),
	    cmocka_unit_test(test_values_are_shown_harmless),
	    cmocka_unit_test(test_names_of_files),
	    cmocka_unit_test(test_messages_are_harmless),
	    cmocka_unit_test(test_identifying_values_are_not_shown),
	    cmocka_unit_test(test_messages_about_sheets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
