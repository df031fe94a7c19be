#include "records/record.h"

#include <limits.h>

#include "records/record_rules.h"
#include "text/text.h"

const char record_header[] = "case,date,school,kind,code,value,due,by,text";

const struct kind_rule kind_rules[KIND_END] = {
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

const struct plan_rule plan_rules[PLAN_END] = {
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

bool
record_wants_due(enum word kind, enum word code)
{
	return due_need(kind, code) == REQUIRED;
}

bool
record_is_skipped(enum word talk)
{
	return (talk == TALK_SKIPPED_SAFETY) | (talk == TALK_SKIPPED_CONTACT)
	    | (talk == TALK_SKIPPED_EXPERT) | (talk == TALK_UNREACHED);
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
	bool is_plain = (value == ANSWER_YES) | (value == ANSWER_NO);
	bool is_answer = is_plain | (value == ANSWER_DOUBT) | (code == QUESTION_UNSAFE);
	bool of_agreement = (kind == KIND_CONSENT) | (kind == KIND_SCHOOL);

	if ((of_agreement & !is_plain) | ((kind == KIND_ANSWER) & !is_answer))
		return false;
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
	bool is_school = true;

	if (text.length != 6)
		return 0;
	/* All are looked at, since nearly every school is one. */
	is_school &= text_is_digit(at[0]);
	is_school &= text_is_digit(at[1]);
	is_school &= text_is_capital(at[2]);
	is_school &= text_is_capital(at[3]);
	is_school &= text_is_digit(at[4]);
	is_school &= text_is_digit(at[5]);
	if (!is_school)
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
