#include "fault.h"

#include <stdio.h>

#include "diagnostics.h"

/* A list longer than this is not spelled out in a message: mc-record(5) has it. */
enum { LONGEST_CHOICE = 12 };

/* Appends to text what fits. */
static void
append(char text[FAULT_TEXT_SIZE], const char *more)
{
	size_t used = strlen(text);

	snprintf(text + used, FAULT_TEXT_SIZE - used, "%s", more);
}

/* Appends " (yes, no, doubt)", or where to look when the list is long. */
static void
append_choice(char text[FAULT_TEXT_SIZE], const struct fault *fault)
{
	enum word first = vocabulary_first(fault->list), end = vocabulary_end(fault->list);
	enum word kind = fault->given >= QUESTION_FIRST && fault->given < QUESTION_END
	    ? KIND_ANSWER
	    : fault->given;
	const char *separator = " (";

	if (fault->list == NO_LIST)
		return;
	if (end - first > LONGEST_CHOICE) {
		append(text, _(" (see mc-record(5))"));
		return;
	}
	for (enum word word = first; word < end; word++) {
		if (fault->column == COLUMN_VALUE && !record_allows_value(kind, fault->given, word))
			continue;
		append(text, separator);
		append(text, vocabulary_token(word));
		separator = ", ";
	}
	append(text, fault->given == PLAN_CASEMANAGER ? _("; or a role)") : ")");
}

/* "for question unsafe", "for kind signal": what asks for the field. */
static void
append_given(char text[FAULT_TEXT_SIZE], enum word given)
{
	if (given == WORD_NONE)
		return;
	append(text, _(" for "));
	append(text, vocabulary_list_name(vocabulary_entry(given)->list));
	append(text, " ");
	append(text, vocabulary_token(given));
}

static const char *
pattern_of(enum fault_kind kind)
{
	switch (kind) {
	case FAULT_MISSING:
		return _("is missing");
	case FAULT_NOT_EMPTY:
		return _("\"%s\" must be left empty");
	case FAULT_UNKNOWN:
		return _("unknown %2$s \"%1$s\"");
	case FAULT_NOT_ALLOWED:
		return _("%2$s \"%1$s\" does not fit");
	case FAULT_CASE:
		return _("\"%s\" is no pseudonym (a letter or digit, then letters, digits, "
			 "\".\", \"_\" or \"-\", 32 at most; never a name)");
	case FAULT_DATE:
		return _("\"%s\" is no date (YYYY-MM-DD or YYYY-MM-DDTHH:MM, a day that exists, "
			 "2000 to 2199)");
	case FAULT_DUE:
		return _("\"%s\" is no day (YYYY-MM-DD, a day that exists, 2000 to 2199)");
	case FAULT_SCHOOL:
		return _("\"%s\" is no BRIN with location (two digits, two capitals, two digits)");
	case FAULT_FUTURE:
		return _("\"%s\" lies after today");
	case FAULT_BY:
		return _("unknown role \"%s\"");
	case FAULT_RULE:
		return _("\"%s\" is no rule of the weighing (W01 to W34)");
	case FAULT_FLAGS:
		return _("\"%s\" holds no flags of a weighing");
	case FAULT_MANNER:
		return _("\"%s\" is no rule and manner of a referral (such as R22 anonymous)");
	case FAULT_IDENTIFYING:
		return _("holds %s: records are about a pseudonym, leave it out");
	case FAULT_DERIVED:
		return _("\"%s\" is computed from the facts each time and never stored");
	case FAULT_TOO_LONG:
		return _("the record would be longer than 64 KiB");
	case FAULT_NO_COLUMN:
		return _("\"%s\" stands in a column without a name (a text with a separator in it "
			 "needs quotes)");
	}
	return "%s";
}

const char *
fault_describe(const struct fault *fault, char text[FAULT_TEXT_SIZE])
{
	char shown[SHOWN_SIZE];
	size_t used;

	snprintf(text, FAULT_TEXT_SIZE, "%s%s", vocabulary_token(fault->column),
	    fault->column == WORD_NONE ? "" : ": ");
	used = strlen(text);
	snprintf(text + used, FAULT_TEXT_SIZE - used, pattern_of(fault->kind),
	    fault->kind == FAULT_IDENTIFYING ? _(identifying_name(fault->identifying))
					     : diagnostics_show(fault->value, shown),
	    vocabulary_list_name(fault->list));
	if (fault->kind == FAULT_MISSING || fault->kind == FAULT_NOT_EMPTY
	    || fault->kind == FAULT_UNKNOWN || fault->kind == FAULT_NOT_ALLOWED)
		append_given(text, fault->given);
	append_choice(text, fault);
	return text;
}

const char *
fault_of_row(enum fields_fault fault)
{
	switch (fault) {
	case FIELDS_FINE:
		break;
	case FIELDS_NUL:
		return _("holds a NUL byte");
	case FIELDS_RETURN:
		return _("holds a carriage return (a record ends with LF alone)");
	case FIELDS_NO_UTF8:
		return _("is not UTF-8");
	case FIELDS_QUOTE_OPEN:
		return _("a quoted field is not closed on its line");
	case FIELDS_QUOTE_STRAY:
		return _("a quote stands where no quoted field begins or ends");
	case FIELDS_TOO_MANY:
		return _("has too many fields");
	}
	return "";
}

void
fault_tell(const char *file, unsigned long line, const struct record *record, const char *what)
{
	char shown[SHOWN_SIZE];

	if (record_names_case(record))
		diagnostics_refused(_("%s:%lu: %s; case %s lacks this line"), file, line, what,
		    diagnostics_show(record->column[COLUMN_CASE], shown));
	else
		diagnostics_refused("%s:%lu: %s", file, line, what);
}
