/*
 * Goal: every rule of a record's columns (mc-record(5)) is kept, and each
 * fault is told at its column: all of them, not the first alone.
 */

#include "support/check.h"

#include "records/fields.h"
#include "records/record.h"

static struct fields fields;
static struct record record;
static struct faults faults;

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

static void
split_line(const char *line)
{
	check_number(
	    line, "form", fields_split(&fields, bytes_of(line), FIELDS_RECORD), FIELDS_FINE);
	check_number(line, "fields", fields.count, RECORD_COLUMNS);
	for (size_t i = 0; i < RECORD_COLUMNS; i++)
		record.column[COLUMN_FIRST + i] = fields.field[i];
}

/* The faults as "column:kind", a blank between. */
static const char *
read_faults(void)
{
	static const char *const names[] = {"missing", "not-empty", "unknown", "not-allowed",
	    "case", "date", "due", "school", "future", "by", "rule", "flags"};
	static char text[512];
	size_t used = 0;

	faults.count = 0;
	record_read(&record, &faults);
	text[0] = '\0';
	for (size_t i = 0; i < faults.count; i++)
		used +=
		    (size_t)snprintf(text + used, sizeof(text) - used, "%s%s:%s", i > 0 ? " " : "",
			vocabulary_token(faults.list[i].column), names[faults.list[i].kind]);
	return text;
}

static const struct line_row {
	const char *line, *faults;
} line_rows[] = {
    /* one that is right of each kind */
    {"K-1,2026-03-01,03AB00,signal,fear,seen,,teacher,schrok", ""},
    {"K-1,2026-03-01,03AB00,signal,fear,third,2026-03-04,teacher,hoorde het van oma", ""},
    {"K-1,2026-03-01T09:05,03AB00,consult,veilig-thuis,anonymous,,af,", ""},
    {"K-1,2026-03-01,03AB00,talk,parents,wants-help,,ib,", ""},
    {"K-1,2026-03-01,03AB00,talk,one-parent,open,,ib,", ""},
    {"K-1,2026-03-01,03AB00,consent,kernteam,yes,,,", ""},
    {"K-1,2026-03-01,03AB00,answer,suspicion,doubt,,af,omdat", ""},
    {"K-1,2026-03-01,03AB00,plan,goal,,,af,veilig thuis", ""},
    {"K-1,2026-03-01,03AB00,plan,term,,2026-06-01,af,", ""},
    {"K-1,2026-03-01,03AB00,plan,casemanager,socius,,af,", ""},
    {"K-1,2026-03-01,03AB00,plan,monitor,,2026-06-01,,", ""},
    {"K-1,2026-03-01,03AB00,plan,review,,2026-06-01,,elke maand", ""},
    {"K-1,2026-03-01,03AB00,plan,agreement,,,,elke maandag bellen", ""},
    {"K-1,2026-03-01,03AB00,need,bicycle,,,,", ""},
    {"K-1,2026-03-01,03AB00,done,veilig-thuis,report,,af,", ""},
    {"K-1,2026-03-01,03AB00,done,other-school,left,,af,", ""},
    {",2026-03-01,03AB00,school,website,no,,head,", ""},
    {"K-1,2026-03-01,03AB00,weigh,help,W34,2026-06-01,mc-weigh,missing:goal", ""},
    {"K-1,2026-03-01,03AB00,weigh,close,W22,,mc-weigh,", ""},
    {"K-1,2026-03-01,03AB00,weigh,incomplete,W35,,mc-weigh,refused", ""},
    {"K-1,2026-03-01,03AB00,refer,af,none,,mc-refer,R36 named", ""},
    /* the pseudonym */
    {"a,2026-03-01,03AB00,need,food,,,,", ""},
    {"7.b_C-d,2026-03-01,03AB00,need,food,,,,", ""},
    {"abcdefghijklmnopqrstuvwxyz012345,2026-03-01,03AB00,need,food,,,,", ""},
    {"abcdefghijklmnopqrstuvwxyz0123456,2026-03-01,03AB00,need,food,,,,", "case:case"},
    {",2026-03-01,03AB00,need,food,,,,", "case:case"},
    {"-a,2026-03-01,03AB00,need,food,,,,", "case:case"},
    {".a,2026-03-01,03AB00,need,food,,,,", "case:case"},
    {"_a,2026-03-01,03AB00,need,food,,,,", "case:case"},
    {"Jan Jansen,2026-03-01,03AB00,need,food,,,,", "case:case"},
    {"a ,2026-03-01,03AB00,need,food,,,,", "case:case"},
    {"Zo\xC3\xAB,2026-03-01,03AB00,need,food,,,,", "case:case"},
    {"a/b,2026-03-01,03AB00,need,food,,,,", "case:case"},
    {"K-1,2026-03-01,03AB00,school,website,no,,,", "case:not-empty"},
    /* the date */
    {"K-1,,03AB00,need,food,,,,", "date:date"},
    {"K-1,2026-02-30,03AB00,need,food,,,,", "date:date"},
    {"K-1,2024-02-29,03AB00,need,food,,,,", ""},
    {"K-1,2026-02-29,03AB00,need,food,,,,", "date:date"},
    {"K-1,1999-12-31,03AB00,need,food,,,,", "date:date"},
    {"K-1,2000-01-01,03AB00,need,food,,,,", ""},
    {"K-1,2199-12-31,03AB00,need,food,,,,", ""},
    {"K-1,2200-01-01,03AB00,need,food,,,,", "date:date"},
    {"K-1,3-10-2026,03AB00,need,food,,,,", "date:date"},
    {"K-1,2026-03-01T9:05,03AB00,need,food,,,,", "date:date"},
    {"K-1,2026-03-01T24:00,03AB00,need,food,,,,", "date:date"},
    {"K-1,2026-03-01 ,03AB00,need,food,,,,", "date:date"},
    /* the school */
    {"K-1,2026-03-01,,need,food,,,,", "school:school"},
    {"K-1,2026-03-01,03ab00,need,food,,,,", "school:school"},
    {"K-1,2026-03-01,03AB,need,food,,,,", "school:school"},
    {"K-1,2026-03-01,03AB0,need,food,,,,", "school:school"},
    {"K-1,2026-03-01,03AB000,need,food,,,,", "school:school"},
    {"K-1,2026-03-01,O3AB00,need,food,,,,", "school:school"},
    {"K-1,2026-03-01,0AAB00,need,food,,,,", "school:school"},
    {"K-1,2026-03-01,030B00,need,food,,,,", "school:school"},
    {"K-1,2026-03-01,03A000,need,food,,,,", "school:school"},
    {"K-1,2026-03-01,03ABA0,need,food,,,,", "school:school"},
    {"K-1,2026-03-01,03AB0A,need,food,,,,", "school:school"},
    {"K-1,2026-03-01,00AA00,need,food,,,,", ""},
    {"K-1,2026-03-01,99ZZ99,need,food,,,,", ""},
    /* the kind: without it nothing can be said of code, value, due and text */
    {"K-1,2026-03-01,03AB00,,food,,,,", "kind:missing"},
    {"K-1,2026-03-01,03AB00,signaal,fear,seen,,,x", "kind:unknown"},
    {"K-1,2026-03-01,03AB00,Signal,fear,seen,,,x", "kind:unknown"},
    {",x,y,z,,,,,", "kind:unknown case:case date:date school:school"},
    /* tokens: exactly as the vocabulary has them */
    {"K-1,2026-03-01,03AB00,signal,Fear,seen,,,x", "code:unknown"},
    {"K-1,2026-03-01,03AB00,signal,angst,seen,,,x", "code:unknown"},
    {"K-1,2026-03-01,03AB00,signal,fear ,seen,,,x", "code:unknown"},
    {"K-1,2026-03-01,03AB00,signal,fear,Seen,,,x", "value:unknown"},
    {"K-1,2026-03-01,03AB00,signal,hongr,zelf,2026-03-02,juf,",
	"code:unknown value:unknown text:missing by:by"},
    /* a signal's due is the day on which the school came to know */
    {"K-1,2026-03-01,03AB00,signal,fear,seen,2026-03-02,,x", ""},
    {"K-1,2026-03-01,03AB00,signal,fear,seen,2026-03-02T09:00,,x", "due:due"},
    {"K-1,2026-03-01,03AB00,signal,fear,seen,gisteren,,x", "due:due"},
    /* text that is required is more than blanks */
    {"K-1,2026-03-01,03AB00,signal,fear,seen,,,", "text:missing"},
    {"K-1,2026-03-01,03AB00,signal,fear,seen,,, ", "text:missing"},
    {"K-1,2026-03-01,03AB00,signal,fear,seen,,,\xC2\xA0", "text:missing"},
    {"K-1,2026-03-01,03AB00,plan,goal,,,,", "text:missing"},
    {"K-1,2026-03-01,03AB00,plan,agreement,,,,", "text:missing"},
    {"K-1,2026-03-01,03AB00,talk,parents,skipped-safety,,,", "text:missing"},
    {"K-1,2026-03-01,03AB00,talk,parents,skipped-contact,,,", "text:missing"},
    {"K-1,2026-03-01,03AB00,talk,parents,skipped-expert,,,", "text:missing"},
    {"K-1,2026-03-01,03AB00,talk,parents,unreached,,,", "text:missing"},
    {"K-1,2026-03-01,03AB00,talk,one-parent,unreached,,,niemand nam op", ""},
    {"K-1,2026-03-01,03AB00,talk,parents,open,,,", ""},
    {"K-1,2026-03-01,03AB00,signal,fear,seen,,,\xE2\x80\x8B\xE3\x80\x80", "text:missing"},
    {"K-1,2026-03-01,03AB00,talk,child,skipped-safety,,,vader slaat", ""},
    {"K-1,2026-03-01,03AB00,talk,family,no-help,,,", ""},
    {"K-1,2026-03-01,03AB00,talk,family,divided,,,", ""},
    {"K-1,2026-03-01,03AB00,talk,family,no-concern,,,", ""},
    {"K-1,2026-03-01,03AB00,refer,af,none,,mc-refer,", "text:missing"},
    /* consent and school: yes or no */
    {"K-1,2026-03-01,03AB00,consent,ggd,no,,,", ""},
    {"K-1,2026-03-01,03AB00,consent,ggd,doubt,,,", "value:not-allowed"},
    {"K-1,2026-03-01,03AB00,consent,ggd,acute,,,", "value:not-allowed"},
    {"K-1,2026-03-01,03AB00,consent,ggd,ja,,,", "value:unknown"},
    {",2026-03-01,03AB00,school,af,doubt,,,", "value:not-allowed"},
    {",2026-03-01,03AB00,school,af,structural,,,", "value:not-allowed"},
    /* the plan */
    {"K-1,2026-03-01,03AB00,plan,goal,socius,2026-06-01,,x", "value:not-empty due:not-empty"},
    {"K-1,2026-03-01,03AB00,plan,term,,,,", "due:missing"},
    {"K-1,2026-03-01,03AB00,plan,monitor,,,,", "due:missing"},
    {"K-1,2026-03-01,03AB00,plan,review,,,,", "due:missing"},
    {"K-1,2026-03-01,03AB00,plan,term,yes,2026-06-01,,", "value:not-empty"},
    {"K-1,2026-03-01,03AB00,plan,casemanager,,,,", "value:missing"},
    {"K-1,2026-03-01,03AB00,plan,casemanager,teacher,,,", ""},
    {"K-1,2026-03-01,03AB00,plan,casemanager,other,,,", ""},
    {"K-1,2026-03-01,03AB00,plan,casemanager,piet,,,", "value:unknown"},
    {"K-1,2026-03-01,03AB00,plan,casemanager,socius,2026-06-01,,", "due:not-empty"},
    {"K-1,2026-03-01,03AB00,plan,agreement,,,,belt bij ruzie", ""},
    {"K-1,2026-03-01,03AB00,plan,agreement,af,2026-06-01,,x", "value:not-empty due:not-empty"},
    {"K-1,2026-03-01,03AB00,plan,aim,,,,", "code:unknown"},
    {"K-1,2026-03-01,03AB00,plan,,,,,", "code:missing"},
    /* what was done: who does it is not asked of a log */
    {"K-1,2026-03-01,03AB00,done,kernteam,report,,,", ""},
    {"K-1,2026-03-01,03AB00,done,police,none,,,", ""},
    {"K-1,2026-03-01,03AB00,done,piet,report,,,", "code:unknown"},
    {"K-1,2026-03-01,03AB00,done,af,bel,,,", "value:unknown"},
    {"K-1,2026-03-01,03AB00,done,af,,,,", "value:missing"},
    /* due is a day */
    {"K-1,2026-03-01,03AB00,plan,term,,2026-06-31,,", "due:due"},
    {"K-1,2026-03-01,03AB00,plan,term,,2026-06-01T09:00,,", "due:due"},
    {"K-1,2026-03-01,03AB00,plan,term,,1999-12-31,,", "due:due"},
    {"K-1,2026-03-01,03AB00,plan,term,,2200-01-01,,", "due:due"},
    {"K-1,2026-03-01,03AB00,signal,fear,third,2026-03-04T09:00,,x", "due:due"},
    {"K-1,2026-03-01,03AB00,weigh,help,W34,soon,mc-weigh,", "due:due"},
    {"K-1,2026-03-01,03AB00,refer,af,none,soon,mc-refer,R36 named", "due:due"},
    /* by is a role, in a fact */
    {"K-1,2026-03-01,03AB00,need,food,,,juf Anja,", "by:by"},
    {"K-1,2026-03-01,03AB00,need,food,,,mc-weigh,", "by:by"},
    {"K-1,2026-03-01,03AB00,need,food,,,AF,", "by:by"},
    {"K-1,2026-03-01,03AB00,need,food,,,socius,", "by:by"},
    /* rules of a weighing */
    {"K-1,2026-03-01,03AB00,weigh,close,W01,,mc-weigh,", ""},
    {"K-1,2026-03-01,03AB00,weigh,close,W00,,mc-weigh,", "value:rule"},
    {"K-1,2026-03-01,03AB00,weigh,close,W36,,mc-weigh,", "value:rule"},
    {"K-1,2026-03-01,03AB00,weigh,close,w01,,mc-weigh,", "value:rule"},
    {"K-1,2026-03-01,03AB00,weigh,close,W1,,mc-weigh,", "value:rule"},
    {"K-1,2026-03-01,03AB00,weigh,close,W001,,mc-weigh,", "value:rule"},
    {"K-1,2026-03-01,03AB00,weigh,close,,,mc-weigh,", "value:rule"},
    {"K-1,2026-03-01,03AB00,weigh,open,W22,,mc-weigh,", "code:unknown"},
    {"K-1,2026-03-01,03AB00,refer,jan,none,,mc-refer,R36 named", "code:unknown"},
    {"K-1,2026-03-01,03AB00,refer,af,rest,,mc-refer,R36 named", "value:unknown"},
};

static void
test_lines(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(line_rows); i++) {
		split_line(line_rows[i].line);
		check_string(line_rows[i].line, "faults", read_faults(), line_rows[i].faults);
	}
}

/* For each kind a right line, and of code, value and due whether it is required (r), must be
 * empty (e) or may be either (o). */
static const struct column_row {
	const char *line;
	char code, value, due, text;
} column_rows[] = {
    {"K-1,2026-03-01,03AB00,signal,fear,seen,,teacher,x", 'r', 'r', 'o', 'r'},
    {"K-1,2026-03-01,03AB00,signal,fear,seen,2026-03-02,teacher,x", 'r', 'r', 'o', 'r'},
    {"K-1,2026-03-01,03AB00,consult,af,named,,af,x", 'r', 'r', 'e', 'o'},
    {"K-1,2026-03-01,03AB00,talk,parents,wants-help,,af,x", 'r', 'r', 'e', 'o'},
    {"K-1,2026-03-01,03AB00,talk,parents,skipped-safety,,af,x", 'r', 'r', 'e', 'r'},
    {"K-1,2026-03-01,03AB00,talk,one-parent,unreached,,af,x", 'r', 'r', 'e', 'r'},
    {"K-1,2026-03-01,03AB00,plan,agreement,,,af,x", 'r', 'e', 'e', 'r'},
    {"K-1,2026-03-01,03AB00,consent,ggd,yes,,af,x", 'r', 'r', 'e', 'o'},
    {"K-1,2026-03-01,03AB00,answer,concern,yes,,af,x", 'r', 'r', 'e', 'o'},
    {"K-1,2026-03-01,03AB00,plan,goal,,,af,x", 'r', 'e', 'e', 'r'},
    {"K-1,2026-03-01,03AB00,plan,term,,2026-06-01,af,x", 'r', 'e', 'r', 'o'},
    {"K-1,2026-03-01,03AB00,plan,casemanager,cjg,,af,x", 'r', 'r', 'e', 'o'},
    {"K-1,2026-03-01,03AB00,plan,monitor,,2026-06-01,af,x", 'r', 'e', 'r', 'o'},
    {"K-1,2026-03-01,03AB00,plan,review,,2026-06-01,af,x", 'r', 'e', 'r', 'o'},
    {"K-1,2026-03-01,03AB00,need,money,,,af,x", 'r', 'e', 'e', 'o'},
    {"K-1,2026-03-01,03AB00,done,af,talk,,af,x", 'r', 'r', 'e', 'o'},
    {",2026-03-01,03AB00,school,team,no,,af,x", 'r', 'r', 'e', 'o'},
    {"K-1,2026-03-01,03AB00,weigh,help,W34,2026-06-01,mc-weigh,x", 'r', 'r', 'o', 'o'},
    {"K-1,2026-03-01,03AB00,refer,af,none,2026-06-01,mc-refer,R36 named", 'r', 'r', 'o', 'r'},
};

static void
check_column(const char *line, enum word column, char rule)
{
	const char *token = vocabulary_token(column), *got;
	char expected[32];

	split_line(line);
	if (rule == 'e')
		record.column[column] = bytes_of("2026-06-01");
	else
		record.column[column].length = 0;
	got = read_faults();
	/* A weighing's value is told as no rule, empty or not. Without its code a plan needs no
	 * due and no text. */
	snprintf(expected, sizeof(expected), "%s:%s", token,
	    rule == 'e'						      ? "not-empty"
		: record.kind == KIND_WEIGH && column == COLUMN_VALUE ? "rule"
								      : "missing");
	check_string(line, token, got, rule == 'o' ? "" : expected);
}

static void
test_required_and_empty_columns(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(column_rows); i++) {
		const struct column_row *row = &column_rows[i];

		split_line(row->line);
		check_string(row->line, "faults", read_faults(), "");
		check_number(row->line, "wants due", record_wants_due(record.kind, record.code),
		    row->due == 'r');
		check_number(row->line, "wants text",
		    record_wants_text(record.kind, record.code, record.value), row->text == 'r');
		check_column(row->line, COLUMN_CODE, row->code);
		check_column(row->line, COLUMN_VALUE, row->value);
		check_column(row->line, COLUMN_DUE, row->due);
		check_column(row->line, COLUMN_TEXT, row->text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_lines),
	    cmocka_unit_test(test_required_and_empty_columns),
	};

	return cmocka_run_group_tests(tests, open_fields, close_fields);
}
