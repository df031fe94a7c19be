/*
 * A record's columns into its integers: the thorough way, which says everything that is wrong, and
 * the quick way, which says only whether anything is.
 */

#include "records/record_rules.h"
#include "records/rule.h"
#include "text/text.h"

/* mc-weigh's rules, W01 to the last. */
enum { LAST_RULE = 35 };

static void
add(struct faults *faults, enum fault_kind kind, const struct record *record, enum word column,
    enum word_list list, enum word given)
{
	struct fault fault = fault_in(kind, column, record->column[column]);

	fault.list = list;
	fault.given = given;
	faults_add(faults, fault);
}

/* The word of a required field; every way in which it can be wrong is a fault. */
static enum word
read_word(const struct record *record, enum word column, enum word_list list, enum word given,
    struct faults *faults)
{
	struct bytes field = record->column[column];
	enum word word;

	if (list == NO_LIST) {
		if (field.length > 0)
			add(faults, FAULT_NOT_EMPTY, record, column, NO_LIST, given);
		return WORD_NONE;
	}
	if (field.length == 0) {
		add(faults, FAULT_MISSING, record, column, list, given);
		return WORD_NONE;
	}
	word = vocabulary_find(list, field);
	/* A case manager may be a partner or, when no partner has the name, a role. */
	if (word == WORD_NONE && given == PLAN_CASEMANAGER)
		word = vocabulary_find(LIST_ROLE, field);
	if (word == WORD_NONE)
		add(faults, FAULT_UNKNOWN, record, column, list, given);
	return word;
}

static void
read_value(struct record *record, struct faults *faults)
{
	bool is_by_code =
	    record->kind == KIND_ANSWER || record->kind == KIND_PLAN || record->kind == KIND_DONE;
	enum word given = is_by_code ? record->code : record->kind;
	enum word_list list = record_value_list(record->kind, record->code);

	/* Without its code nobody knows what the value of a plan, an answer or a deed must be. */
	if (is_by_code && record->code == WORD_NONE)
		return;
	record->value = read_word(record, COLUMN_VALUE, list, given, faults);
	/* Which partner does what is for intake to ask: a log that has other pairs is read. */
	if (record->value != WORD_NONE && record->kind != KIND_DONE
	    && !record_allows_value(record->kind, record->code, record->value))
		add(faults, FAULT_NOT_ALLOWED, record, COLUMN_VALUE, list, given);
}

static void
read_due(struct record *record, struct faults *faults)
{
	enum need need = due_need(record->kind, record->code);
	struct bytes field = record->column[COLUMN_DUE];
	enum word given = record->kind == KIND_PLAN ? record->code : record->kind;

	if (field.length == 0) {
		if (need == REQUIRED)
			add(faults, FAULT_MISSING, record, COLUMN_DUE, NO_LIST, given);
		return;
	}
	if (need == EMPTY)
		add(faults, FAULT_NOT_EMPTY, record, COLUMN_DUE, NO_LIST, given);
	else if ((record->due = span_read_day(field)) == NO_DAY)
		add(faults, FAULT_DUE, record, COLUMN_DUE, NO_LIST, given);
}

static void
read_text(const struct record *record, struct faults *faults)
{
	enum word given = record->kind == KIND_SIGNAL ? record->kind
	    : record->kind == KIND_TALK		      ? record->value
						      : record->code;

	if (record_wants_text(record->kind, record->code, record->value)
	    && text_is_blank(record->column[COLUMN_TEXT]))
		add(faults, FAULT_MISSING, record, COLUMN_TEXT, NO_LIST, given);
}

static void
read_who_and_when(struct record *record, struct faults *faults)
{
	bool of_school = record->kind == KIND_SCHOOL;

	if (of_school ? record->column[COLUMN_CASE].length > 0
		      : !record_is_case(record->column[COLUMN_CASE]))
		add(faults, of_school ? FAULT_NOT_EMPTY : FAULT_CASE, record, COLUMN_CASE, NO_LIST,
		    record->kind);
	if (!span_read(record->column[COLUMN_DATE], &record->when))
		add(faults, FAULT_DATE, record, COLUMN_DATE, NO_LIST, WORD_NONE);
	if ((record->school = record_read_school(record->column[COLUMN_SCHOOL])) == 0)
		add(faults, FAULT_SCHOOL, record, COLUMN_SCHOOL, NO_LIST, WORD_NONE);
}

static void
read_role(struct record *record, struct faults *faults)
{
	struct bytes field = record->column[COLUMN_BY];

	if (field.length > 0 && (record->by = vocabulary_find(LIST_ROLE, field)) == WORD_NONE)
		add(faults, FAULT_BY, record, COLUMN_BY, LIST_ROLE, WORD_NONE);
}

/* The rule of a weigh record: W and two digits. */
static void
read_rule(struct record *record, struct faults *faults)
{
	struct bytes field = record->column[COLUMN_VALUE];

	record->rule = rule_read('W', field);
	if (record->rule == 0 || record->rule > LAST_RULE)
		add(faults, FAULT_RULE, record, COLUMN_VALUE, NO_LIST, WORD_NONE);
}

void
record_read(struct record *record, struct faults *faults)
{
	record->code = record->value = record->by = WORD_NONE;
	record->due = NO_DAY;
	record->when = (struct span){0, 0};
	record->rule = 0;
	record->kind = read_word(record, COLUMN_KIND, LIST_KIND, WORD_NONE, faults);
	read_who_and_when(record, faults);
	if (record->kind == WORD_NONE)
		return;
	record->code =
	    read_word(record, COLUMN_CODE, record_code_list(record->kind), record->kind, faults);
	if (record->kind == KIND_WEIGH)
		read_rule(record, faults);
	else
		read_value(record, faults);
	read_due(record, faults);
	read_text(record, faults);
	if (!record_is_derived(record->kind))
		read_role(record, faults);
}

/* Whether a field is right that must be empty, may be empty, or must not. */
static inline bool
suits(enum need need, bool is_given)
{
	return !((need == EMPTY) & is_given) & !((need == REQUIRED) & !is_given);
}

/* Whether the word of a field is one of its list; an empty field is right where there is none. */
static inline bool
is_right_word(enum word_list list, struct bytes field, enum word word)
{
	return (word != WORD_NONE) | ((list == NO_LIST) & (field.length == 0));
}

/* Text that is not blank, or that shows at its first byte that it is not. */
static inline bool
is_seen(struct bytes text)
{
	return (text.length > 0) & (text.at[0] > ' ') & (text.at[0] <= '~');
}

/* The kinds of which one row of the table tells all; others take the thorough way. */
static inline bool
is_simple(enum word kind)
{
	return (kind != WORD_NONE) & (kind != KIND_PLAN) & (kind != KIND_SCHOOL)
	    & !record_is_derived(kind);
}

static bool
read_thoroughly(struct record *record)
{
	struct faults faults;

	faults_clear(&faults);
	record_read(record, &faults);
	return faults.count == 0;
}

/* The words of a simple kind, and whether they are right. */
static inline bool
read_words(struct record *record, const struct kind_rule *rule)
{
	const struct bytes *column = record->column;
	bool is_right = true;

	record->code = vocabulary_find_roomy(rule->code, column[COLUMN_CODE]);
	record->value = vocabulary_find_roomy(rule->value, column[COLUMN_VALUE]);
	record->by = vocabulary_find_roomy(LIST_ROLE, column[COLUMN_BY]);
	is_right &= record->code != WORD_NONE;
	is_right &= is_right_word(rule->value, column[COLUMN_VALUE], record->value);
	is_right &= is_right_word(NO_LIST, column[COLUMN_BY], record->by);
	if (record->kind != KIND_DONE)
		is_right &= record_allows_value(record->kind, record->code, record->value);
	return is_right;
}

/* Who, when and until when, and whether they are right. */
static inline bool
read_rest(struct record *record, const struct kind_rule *rule)
{
	const struct bytes *column = record->column;
	bool has_due = column[COLUMN_DUE].length > 0, is_right = true;
	bool wants_text = rule->text == REQUIRED;

	if (record->kind == KIND_TALK)
		wants_text = record_is_skipped(record->value);
	record->rule = 0;
	record->due = has_due ? span_read_day(column[COLUMN_DUE]) : NO_DAY;
	record->school = record_read_school(column[COLUMN_SCHOOL]);
	is_right &= record->school != 0;
	is_right &= span_read(column[COLUMN_DATE], &record->when);
	is_right &= record_is_case(column[COLUMN_CASE]);
	is_right &= suits(rule->due, has_due);
	is_right &= has_due == (record->due != NO_DAY);
	is_right &= !wants_text | is_seen(column[COLUMN_TEXT]);
	return is_right;
}

/* Nearly all records are right and kinds come in no order, so all is looked at: a branch that a
 * processor foresees wrongly takes longer than all of it. */
bool
record_read_roomy(struct record *record)
{
	enum word kind = vocabulary_find_roomy(LIST_KIND, record->column[COLUMN_KIND]);
	const struct kind_rule *rule = &kind_rules[kind];
	bool is_right;

	if (!is_simple(kind))
		return read_thoroughly(record);
	record->kind = kind;
	is_right = read_words(record, rule);
	is_right &= read_rest(record, rule);
	return is_right;
}
