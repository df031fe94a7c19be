#include "records/fault.h"

#include <stdio.h>

#include "tool/diagnostics.h"

/* A list longer than this is not spelled out in a message: mc-record(5) has it. */
enum { LONGEST_CHOICE = 12 };

static bool shows_sheet_words;

void
fault_show_sheet_words(void)
{
	shows_sheet_words = true;
}

static const char *
show_word(enum word word)
{
	return shows_sheet_words ? vocabulary_name(word) : vocabulary_token(word);
}

/* The kind whose values are asked for; an answer's stand with its question. */
static enum word
kind_of(enum word given)
{
	return given >= QUESTION_FIRST && given < QUESTION_END ? KIND_ANSWER : given;
}

/* Writes "yes, no, doubt": the words of the list that would be right. */
static void
write_choice(char choice[FAULT_TEXT_SIZE], const struct fault *fault)
{
	size_t used = 0;

	choice[0] = '\0';
	for (enum word word = vocabulary_first(fault->list); word < vocabulary_end(fault->list);
	     word++) {
		if (fault->column == COLUMN_VALUE
		    && !record_allows_value(kind_of(fault->given), fault->given, word))
			continue;
		used += (size_t)snprintf(choice + used, FAULT_TEXT_SIZE - used, "%s%s",
		    used > 0 ? ", " : "", show_word(word));
		if (used >= FAULT_TEXT_SIZE)
			return;
	}
}

/* Whether to say which kind, question or agreement asks for the field. */
static bool
is_asked_for(const struct fault *fault)
{
	return fault->given != WORD_NONE
	    && (fault->kind == FAULT_MISSING || fault->kind == FAULT_NOT_EMPTY
		|| fault->kind == FAULT_UNKNOWN || fault->kind == FAULT_NOT_ALLOWED);
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
	case FAULT_OUTCOME:
		return _("\"%s\" is not the outcome of its rule");
	case FAULT_RULE:
		return _("\"%s\" is no rule of the weighing (W01 to W35)");
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

/* The steps of a message. Each gives the words so far a place in a longer pattern, so that a
 * language may order them in its own way. */

static void
say_what(char text[FAULT_TEXT_SIZE], const struct fault *fault)
{
	char shown[SHOWN_SIZE];

	snprintf(text, FAULT_TEXT_SIZE, pattern_of(fault->kind),
	    fault->kind == FAULT_IDENTIFYING ? _(identifying_name(fault->identifying))
					     : diagnostics_show(fault->value, shown),
	    vocabulary_list_name(fault->list));
}

static void
say_for_what(char text[FAULT_TEXT_SIZE], const char *what, enum word given)
{
	/* "for kind signal", "for question unsafe". */
	snprintf(text, FAULT_TEXT_SIZE, _("%s for %s %s"), what,
	    vocabulary_list_name(vocabulary_entry(given)->list), show_word(given));
}

static void
say_what_is_right(char text[FAULT_TEXT_SIZE], const char *what, const struct fault *fault)
{
	char choice[FAULT_TEXT_SIZE];

	if (vocabulary_end(fault->list) - vocabulary_first(fault->list) > LONGEST_CHOICE) {
		snprintf(text, FAULT_TEXT_SIZE, _("%s (see mc-record(5))"), what);
		return;
	}
	write_choice(choice, fault);
	snprintf(text, FAULT_TEXT_SIZE,
	    fault->given == PLAN_CASEMANAGER ? _("%s (%s; or a role)") : _("%s (%s)"), what,
	    choice);
}

const char *
fault_describe(const struct fault *fault, char text[FAULT_TEXT_SIZE])
{
	char what[FAULT_TEXT_SIZE];

	say_what(text, fault);
	if (is_asked_for(fault)) {
		strcpy(what, text);
		say_for_what(text, what, fault->given);
	}
	if (fault->list != NO_LIST) {
		strcpy(what, text);
		say_what_is_right(text, what, fault);
	}
	if (fault->column != WORD_NONE) {
		strcpy(what, text);
		snprintf(text, FAULT_TEXT_SIZE, _("%s: %s"), vocabulary_name(fault->column), what);
	}
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
