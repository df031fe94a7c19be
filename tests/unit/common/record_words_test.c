/*
 * Goal: code, value and by take every word of their lists (mc-record(5)) and
 * none of another; answers fit their question; integers come out as written.
 */

#include "support/check.h"

#include "records/record.h"

static const struct kind_row {
	enum word kind;
	enum word_list code, value;
} kind_rows[] = {
    {KIND_SIGNAL, LIST_SIGNAL, LIST_KNOWN},
    {KIND_CONSULT, LIST_PARTNER, LIST_MANNER},
    {KIND_TALK, LIST_PARTY, LIST_TALK},
    {KIND_CONSENT, LIST_PARTNER, LIST_ANSWER},
    {KIND_ANSWER, LIST_QUESTION, LIST_ANSWER},
    {KIND_PLAN, LIST_PLAN, NO_LIST},
    {KIND_NEED, LIST_NEED, NO_LIST},
    {KIND_DONE, LIST_PARTNER, LIST_ACTION},
    {KIND_SCHOOL, LIST_SCHOOL, LIST_ANSWER},
    {KIND_WEIGH, LIST_OUTCOME, NO_LIST},
    {KIND_REFER, LIST_PARTNER, LIST_ACTION},
};

/* A record of these words with all else that its kind needs; true when it has no fault. */
static bool
is_right(struct record *record, enum word kind, const char *code, const char *value)
{
	struct faults faults = {0};
	bool has_due = kind == KIND_PLAN
	    && (strcmp(code, "term") == 0 || strcmp(code, "monitor") == 0
		|| strcmp(code, "review") == 0);

	*record = (struct record){.column = {
				      [COLUMN_CASE] = bytes_of(kind == KIND_SCHOOL ? "" : "K-1"),
				      [COLUMN_DATE] = bytes_of("2026-03-01"),
				      [COLUMN_SCHOOL] = bytes_of("03AB00"),
				      [COLUMN_KIND] = bytes_of(vocabulary_token(kind)),
				      [COLUMN_CODE] = bytes_of(code),
				      [COLUMN_VALUE] = bytes_of(value),
				      [COLUMN_DUE] = bytes_of(has_due ? "2026-06-01" : ""),
				      [COLUMN_BY] = bytes_of(""),
				      [COLUMN_TEXT] = bytes_of("x"),
				  }};
	record_read(record, &faults);
	return faults.count == 0;
}

static const char *
first_token(enum word_list list)
{
	return list == NO_LIST ? "" : vocabulary_token(vocabulary_first(list));
}

/* What each partner does, as mc-record(5) has it; nobody else does anything. */
static const struct pair_row {
	enum word partner;
	const char *actions;
} pair_rows[] = {
    {PARTNER_AF, "tell-parents monitor comfort discuss weigh talk review plan handover"},
    {PARTNER_BOARD, "inform staff-duty peer-protocol"},
    {PARTNER_INSPECTOR, "advise"},
    {PARTNER_VEILIG_THUIS,
	"report-now report add-to-report feedback final-feedback advise advise-now "
	"advise-expert"},
    {PARTNER_KERNTEAM,
	"discuss explore-grey bear-and-normalise think-along absence joint-talk help "
	"practical-help"},
    {PARTNER_SOCIUS, "joint-talk help practical-help"},
    {PARTNER_GGD, "joint-talk help practical-help"},
    {PARTNER_CJG, "joint-talk help practical-help"},
    {PARTNER_LPA, "joint-talk help practical-help absence"},
    {PARTNER_EXPERT, "advise advise-now advise-expert help"},
    {PARTNER_SOCIAL_BASE, "help"},
    {PARTNER_SUPPORT_TEAM, "help"},
    {PARTNER_YOUTH_CARE, "help"},
    {PARTNER_GUARDIAN, "help"},
    {PARTNER_COLLEAGUE, "help"},
    {PARTNER_SMW, "help"},
    {PARTNER_NURSE, "help"},
    {PARTNER_OTHER_SCHOOL, "left handover"},
};

static bool
is_pair(enum word partner, const char *action)
{
	char word[64];

	for (size_t i = 0; i < COUNT_OF(pair_rows); i++) {
		const char *at = pair_rows[i].actions;

		for (int used = 0;
		     pair_rows[i].partner == partner && sscanf(at, "%63s%n", word, &used) == 1;
		     at += used)
			if (strcmp(word, action) == 0)
				return true;
	}
	return false;
}

static void
test_pairs(void **state)
{
	struct record record;
	(void)state;
	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++)
		for (enum word action = ACTION_FIRST; action < ACTION_END; action++) {
			const char *code = vocabulary_token(partner),
				   *value = vocabulary_token(action);

			check_number(
			    code, "may be read", is_right(&record, KIND_DONE, code, value), true);
			check_number(code, value, record.value, action);
			check_number(code, value, record_allows_value(KIND_DONE, partner, action),
			    is_pair(partner, value));
			check_number(
			    code, "refers", is_right(&record, KIND_REFER, code, value), true);
		}
}

static void
test_codes(void **state)
{
	struct record record;

	(void)state;
	assert_int_equal(COUNT_OF(kind_rows), KIND_END - KIND_FIRST);
	for (size_t i = 0; i < COUNT_OF(kind_rows); i++) {
		const struct kind_row *row = &kind_rows[i];
		const char *kind = vocabulary_token(row->kind);

		check_number(kind, "kind", row->kind, KIND_FIRST + i);
		check_number(kind, "code list", record_code_list(row->kind), row->code);
		for (enum word word = WORD_NONE + 1; word < WORD_COUNT; word++) {
			const char *token = vocabulary_token(word);
			enum word found = vocabulary_find(row->code, bytes_of(token));
			const char *value = row->kind == KIND_WEIGH ? "W01"
			    : found == PLAN_CASEMANAGER		    ? "socius"
								    : first_token(row->value);
			check_number(token, kind, is_right(&record, row->kind, token, value),
			    found != WORD_NONE);
			check_number(token, "code", record.code, found);
			check_number(token, "kind", record.kind, row->kind);
		}
	}
}

static void
test_values(void **state)
{
	struct record record;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(kind_rows); i++) {
		const struct kind_row *row = &kind_rows[i];
		const char *kind = vocabulary_token(row->kind);

		if (row->kind == KIND_ANSWER || row->value == NO_LIST)
			continue;
		check_number(
		    kind, "value list", record_value_list(row->kind, WORD_NONE), row->value);
		for (enum word word = WORD_NONE + 1; word < WORD_COUNT; word++) {
			const char *token = vocabulary_token(word);
			enum word found = vocabulary_find(row->value, bytes_of(token));
			bool fits = row->value != LIST_ANSWER || found <= ANSWER_NO;

			check_number(token, kind,
			    is_right(&record, row->kind, first_token(row->code), token),
			    found != WORD_NONE && fits);
			if (found != WORD_NONE)
				check_number(token, "value", record.value, found);
		}
	}
}

static void
test_answers_of_each_question(void **state)
{
	struct record record;

	(void)state;
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++)
		for (enum word answer = ANSWER_FIRST; answer < ANSWER_END; answer++) {
			bool is_right_answer = answer == ANSWER_YES || answer == ANSWER_NO
			    || answer == ANSWER_DOUBT || question == QUESTION_UNSAFE;

			check_number(vocabulary_token(question), vocabulary_token(answer),
			    is_right(&record, KIND_ANSWER, vocabulary_token(question),
				vocabulary_token(answer)),
			    is_right_answer);
		}
}

/* A partner, or when no partner has the name, a role; partners come before roles. */
static void
test_case_managers(void **state)
{
	struct record record;

	(void)state;
	for (enum word word = WORD_NONE + 1; word < WORD_COUNT; word++) {
		struct bytes token = bytes_of(vocabulary_token(word));
		enum word expected = vocabulary_find(LIST_PARTNER, token);

		if (expected == WORD_NONE)
			expected = vocabulary_find(LIST_ROLE, token);
		check_number(token.at, "may be case manager",
		    is_right(&record, KIND_PLAN, "casemanager", token.at), expected != WORD_NONE);
		check_number(token.at, "case manager", record.value, expected);
	}
	assert_true(PARTNER_END <= ROLE_FIRST);
}

static void
test_roles(void **state)
{
	struct record record;

	(void)state;
	for (enum word word = WORD_NONE + 1; word < WORD_COUNT; word++) {
		struct faults faults = {0};
		struct bytes token = bytes_of(vocabulary_token(word));
		enum word expected = vocabulary_find(LIST_ROLE, token);

		is_right(&record, KIND_NEED, "food", "");
		record.column[COLUMN_BY] = token;
		record_read(&record, &faults);
		check_number(token.at, "may be by", faults.count == 0, expected != WORD_NONE);
		check_number(token.at, "by", record.by, expected);
	}
}

static void
test_integers(void **state)
{
	struct record record;
	struct faults faults = {0};

	(void)state;
	is_right(&record, KIND_PLAN, "term", "");
	record.column[COLUMN_DATE] = bytes_of("2026-03-01T09:05");
	record_read(&record, &faults);
	assert_int_equal(faults.count, 0);
	assert_int_equal(record.when.begin, span_of_minute(span_day_of(2026, 3, 1), 545).begin);
	assert_false(span_is_whole_day(record.when));
	assert_int_equal(record.due, span_day_of(2026, 6, 1));
	assert_int_equal(record.value, WORD_NONE);
	/* What an earlier record held must not stay. */
	is_right(&record, KIND_WEIGH, "close", "W34");
	assert_int_equal(record.rule, 34);
	record.column[COLUMN_KIND] = bytes_of("need");
	record.column[COLUMN_CODE] = bytes_of("food");
	record.column[COLUMN_VALUE] = bytes_of("");
	record.due = 99;
	record.by = ROLE_AF;
	record_read(&record, &faults);
	assert_int_equal(record.rule, 0);
	assert_int_equal(record.due, NO_DAY);
	assert_int_equal(record.by, WORD_NONE);
}

static void
test_schools_are_told_apart(void **state)
{
	static bool is_taken[100 * 676 * 100 + 1];
	char text[SCHOOL_TEXT_SIZE], again[SCHOOL_TEXT_SIZE];

	(void)state;
	for (unsigned number = 0; number < 100; number++)
		for (unsigned letters = 0; letters < 676; letters++)
			for (unsigned location = 0; location < 100; location++) {
				text[0] = (char)('0' + number / 10);
				text[1] = (char)('0' + number % 10);
				text[2] = (char)('A' + letters / 26);
				text[3] = (char)('A' + letters % 26);
				text[4] = (char)('0' + location / 10);
				text[5] = (char)('0' + location % 10);
				text[6] = '\0';
				school_code code = record_read_school(bytes_of(text));

				if (code == 0 || code >= COUNT_OF(is_taken) || is_taken[code]
				    || strcmp(record_write_school(code, again), text) != 0)
					fail_msg("%s is read as %u", text, code);
				is_taken[code] = true;
			}
}

static void
test_names_case(void **state)
{
	struct record record;

	(void)state;
	assert_true(is_right(&record, KIND_NEED, "food", ""));
	assert_true(record_names_case(&record));
	assert_false(is_right(&record, KIND_NEED, "fod", ""));
	assert_true(record_names_case(&record)); /* refused, and still known whose it is */
	assert_true(is_right(&record, KIND_SCHOOL, "team", "yes"));
	assert_false(record_names_case(&record));
	record.column[COLUMN_CASE] = bytes_of("K-1");
	record.school = 0;
	assert_false(record_names_case(&record));
	assert_true(record_is_derived(KIND_WEIGH) && record_is_derived(KIND_REFER));
	for (enum word kind = KIND_FIRST; kind < KIND_WEIGH; kind++)
		assert_false(record_is_derived(kind));
}

static void
test_faults_are_bounded(void **state)
{
	struct faults faults = {0};

	(void)state;
	for (unsigned i = 0; i < FAULTS_MAX + 5; i++)
		faults_add(&faults, (struct fault){.kind = FAULT_DATE, .given = i});
	assert_int_equal(faults.count, FAULTS_MAX);
	assert_int_equal(faults.list[FAULTS_MAX - 1].given, FAULTS_MAX - 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_pairs),
	    cmocka_unit_test(test_codes),
	    cmocka_unit_test(test_values),
	    cmocka_unit_test(test_answers_of_each_question),
	    cmocka_unit_test(test_case_managers),
	    cmocka_unit_test(test_roles),
	    cmocka_unit_test(test_integers),
	    cmocka_unit_test(test_schools_are_told_apart),
	    cmocka_unit_test(test_names_case),
	    cmocka_unit_test(test_faults_are_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
