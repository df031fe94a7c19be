#include "records/record.h"

#include <limits.h>

#include "records/rule.h"
#include "text/text.h"

const char record_header[] = "case,date,school,kind,code,value,due,by,text";

enum need { EMPTY, OPTIONAL, REQUIRED, BY_CODE };

/* What each kind requires, row by row as mc-record(5) shows it. BY_CODE: see the plan's table. */
static const struct kind_rule {
	enum word_list code, value;
	enum need due, text;
} kind_rules[KIND_END] = {
    /*                code           value        due       text */
    [KIND_SIGNAL] = {LIST_SIGNAL, LIST_KNOWN, OPTIONAL, REQUIRED},
    [KIND_CONSULT] = {LIST_PARTNER, LIST_MANNER, EMPTY, OPTIONAL},
    [KIND_TALK] = {LIST_PARTY, LIST_TALK, EMPTY, BY_CODE},
    [KIND_CONSENT] = {LIST_PARTNER, LIST_ANSWER, EMPTY, OPTIONAL},
    [KIND_ANSWER] = {LIST_QUESTION, LIST_ANSWER, EMPTY, OPTIONAL},
    [KIND_PLAN] = {LIST_PLAN, NO_LIST, BY_CODE, BY_CODE},
    [KIND_NEED] = {LIST_NEED, NO_LIST, EMPTY, OPTIONAL},
    [KIND_DONE] = {LIST_PARTNER, LIST_ACTION, EMPTY, OPTIONAL},
    [KIND_SCHOOL] = {LIST_SCHOOL, LIST_ANSWER, EMPTY, OPTIONAL},
    [KIND_WEIGH] = {LIST_OUTCOME, NO_LIST, OPTIONAL, OPTIONAL},
    [KIND_REFER] = {LIST_PARTNER, LIST_ACTION, OPTIONAL, REQUIRED},
};

/* The agreements of a plan differ. */
static const struct plan_rule {
	enum word_list value;
	enum need due, text;
} plan_rules[PLAN_END] = {
    /*                   value      due       text */
    [PLAN_GOAL] = {NO_LIST, EMPTY, REQUIRED},
    [PLAN_TERM] = {NO_LIST, REQUIRED, OPTIONAL},
    [PLAN_CASEMANAGER] = {LIST_PARTNER, EMPTY, OPTIONAL},
    [PLAN_MONITOR] = {NO_LIST, REQUIRED, OPTIONAL},
    [PLAN_REVIEW] = {NO_LIST, REQUIRED, OPTIONAL},
    [PLAN_AGREEMENT] = {NO_LIST, EMPTY, REQUIRED},
};

enum { ACTIONS_MAX = 9 };

/* What each partner does; who does nothing that is recorded as done is not in it. */
static const uint8_t partner_actions[PARTNER_END][ACTIONS_MAX] = {
    [PARTNER_AF] = {ACTION_TELL_PARENTS, ACTION_MONITOR, ACTION_COMFORT, ACTION_DISCUSS,
	ACTION_WEIGH, ACTION_TALK, ACTION_REVIEW, ACTION_PLAN, ACTION_HANDOVER},
    [PARTNER_BOARD] = {ACTION_INFORM, ACTION_STAFF_DUTY, ACTION_PEER_PROTOCOL},
    [PARTNER_INSPECTOR] = {ACTION_ADVISE},
    [PARTNER_VEILIG_THUIS] = {ACTION_REPORT_NOW, ACTION_REPORT, ACTION_ADD_TO_REPORT,
	ACTION_FEEDBACK, ACTION_FINAL_FEEDBACK, ACTION_ADVISE, ACTION_ADVISE_NOW,
	ACTION_ADVISE_EXPERT},
    [PARTNER_KERNTEAM] = {ACTION_DISCUSS, ACTION_EXPLORE_GREY, ACTION_BEAR_AND_NORMALISE,
	ACTION_THINK_ALONG, ACTION_ABSENCE, ACTION_JOINT_TALK, ACTION_HELP, ACTION_PRACTICAL_HELP},
    [PARTNER_SOCIUS] = {ACTION_JOINT_TALK, ACTION_HELP, ACTION_PRACTICAL_HELP},
    [PARTNER_GGD] = {ACTION_JOINT_TALK, ACTION_HELP, ACTION_PRACTICAL_HELP},
    [PARTNER_CJG] = {ACTION_JOINT_TALK, ACTION_HELP, ACTION_PRACTICAL_HELP},
    [PARTNER_LPA] = {ACTION_JOINT_TALK, ACTION_HELP, ACTION_PRACTICAL_HELP, ACTION_ABSENCE},
    [PARTNER_EXPERT] = {ACTION_ADVISE, ACTION_ADVISE_NOW, ACTION_ADVISE_EXPERT, ACTION_HELP},
    [PARTNER_SOCIAL_BASE] = {ACTION_HELP},
    [PARTNER_SUPPORT_TEAM] = {ACTION_HELP},
    [PARTNER_YOUTH_CARE] = {ACTION_HELP},
    [PARTNER_GUARDIAN] = {ACTION_HELP},
    [PARTNER_COLLEAGUE] = {ACTION_HELP},
    [PARTNER_SMW] = {ACTION_HELP},
    [PARTNER_NURSE] = {ACTION_HELP},
    [PARTNER_OTHER_SCHOOL] = {ACTION_LEFT, ACTION_HANDOVER},
};

/* mc-weigh's rules, W01 to the last. */
enum { LAST_RULE = 35 };

void
faults_add(struct faults *faults, struct fault fault)
{
	if (faults->count < FAULTS_MAX)
		faults->list[faults->count++] = fault;
}

bool
record_is_derived(enum word kind)
{
	return kind == KIND_WEIGH || kind == KIND_REFER;
}

enum word_list
record_code_list(enum word kind)
{
	return kind_rules[kind].code;
}

enum word_list
record_value_list(enum word kind, enum word code)
{
	return kind == KIND_PLAN && code != WORD_NONE ? plan_rules[code].value
						      : kind_rules[kind].value;
}

static enum need
due_need(enum word kind, enum word code)
{
	enum need need = kind_rules[kind].due;

	if (need != BY_CODE)
		return need;
	return code == WORD_NONE ? OPTIONAL : plan_rules[code].due;
}

bool
record_wants_due(enum word kind, enum word code)
{
	return due_need(kind, code) == REQUIRED;
}

bool
record_is_skipped(enum word talk)
{
	return talk == TALK_SKIPPED_SAFETY || talk == TALK_SKIPPED_CONTACT
	    || talk == TALK_SKIPPED_EXPERT || talk == TALK_UNREACHED;
}

bool
record_wants_text(enum word kind, enum word code, enum word value)
{
	if (kind == KIND_TALK)
		return record_is_skipped(value);
	if (kind == KIND_PLAN)
		return code != WORD_NONE && plan_rules[code].text == REQUIRED;
	return kind_rules[kind].text == REQUIRED;
}

static bool
does(enum word partner, enum word action)
{
	for (size_t i = 0; i < ACTIONS_MAX; i++)
		if (partner_actions[partner][i] == action)
			return action != WORD_NONE;
	return false;
}

bool
record_allows_value(enum word kind, enum word code, enum word value)
{
	bool is_plain = value == ANSWER_YES || value == ANSWER_NO;

	if (kind == KIND_CONSENT || kind == KIND_SCHOOL)
		return is_plain;
	if (kind == KIND_ANSWER)
		return is_plain || value == ANSWER_DOUBT || code == QUESTION_UNSAFE;
	if (kind == KIND_DONE && code != WORD_NONE)
		return does(code, value);
	return true;
}

/* The bytes of a case's id. */
static const bool case_bytes[UCHAR_MAX + 1] = {
    ['0' ... '9'] = true,
    ['A' ... 'Z'] = true,
    ['a' ... 'z'] = true,
    ['.'] = true,
    ['_'] = true,
    ['-'] = true,
};

bool
record_is_case(struct bytes text)
{
	if (text.length == 0 || text.length > CASE_MAX_LENGTH
	    || !text_is_letter_or_digit(text.at[0]))
		return false;
	for (size_t i = 1; i < text.length; i++)
		if (!case_bytes[(unsigned char)text.at[i]])
			return false;
	return true;
}

school_code
record_read_school(struct bytes text)
{
	const char *at = text.at;

	if (text.length != 6 || !text_is_digit(at[0]) || !text_is_digit(at[1])
	    || !text_is_capital(at[2]) || !text_is_capital(at[3]) || !text_is_digit(at[4])
	    || !text_is_digit(at[5]))
		return 0;
	unsigned number = (unsigned)((at[0] - '0') * 10 + (at[1] - '0'));
	unsigned letters = (unsigned)((at[2] - 'A') * 26 + (at[3] - 'A'));
	unsigned location = (unsigned)((at[4] - '0') * 10 + (at[5] - '0'));
	return (number * 676 + letters) * 100 + location + 1;
}

const char *
record_write_school(school_code school, char text[SCHOOL_TEXT_SIZE])
{
	unsigned rest = school - 1;
	unsigned location = rest % 100, letters = rest / 100 % 676, number = rest / 67600;

	text[0] = (char)('0' + number / 10);
	text[1] = (char)('0' + number % 10);
	text[2] = (char)('A' + letters / 26);
	text[3] = (char)('A' + letters % 26);
	text[4] = (char)('0' + location / 10);
	text[5] = (char)('0' + location % 10);
	text[6] = '\0';
	return text;
}

bool
record_names_case(const struct record *record)
{
	return record->school != 0 && record_is_case(record->column[COLUMN_CASE]);
}

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
