#include "records/fault.h"

#include <stdio.h>

#include "tool/diagnostics.h"

/* A list longer than this is not spelled out in a message: mc-record(5) has it. */
enum { LONGEST_CHOICE = 12 };

static bool shows_sheet_words;
static const char *example_day;

void
fault_show_sheet_words(void)
{
	shows_sheet_words = true;
}

void
fault_show_day(const char *example)
{
	example_day = example;
}

static const char *
show_word(enum word word)
{
	return shows_sheet_words ? vocabulary_name(word) : vocabulary_token(word);
}

/* The kind whose values are asked for; an answer's stand with its question, a deed's with its
 * partner. */
static enum word
kind_of(enum word given)
{
	if (given >= QUESTION_FIRST && given < QUESTION_END)
		return KIND_ANSWER;
	return given >= PARTNER_FIRST && given < PARTNER_END ? KIND_DONE : given;
}

/* Whether the word would be right in the fault's column. */
static bool
would_be_right(const struct fault *fault, enum word word)
{
	if (fault->column == COLUMN_KIND)
		return !(shows_sheet_words && record_is_derived(word));
	return fault->column != COLUMN_VALUE
	    || record_allows_value(kind_of(fault->given), fault->given, word);
}

/* How many words of the list would be right. */
static unsigned
count_choice(const struct fault *fault)
{
	unsigned count = 0;

	for (enum word word = vocabulary_first(fault->list); word < vocabulary_end(fault->list);
	     word++)
		count += would_be_right(fault, word);
	return count;
}

/* Writes "yes, no, doubt": the words of the list that would be right. */
static void
write_choice(char choice[FAULT_TEXT_SIZE], const struct fault *fault)
{
	size_t used = 0;

	choice[0] = '\0';
	for (enum word word = vocabulary_first(fault->list);
	     word < vocabulary_end(fault->list) && used < FAULT_TEXT_SIZE; word++)
		if (would_be_right(fault, word))
			used += (size_t)snprintf(choice + used, FAULT_TEXT_SIZE - used, "%s%s",
			    used > 0 ? ", " : "", show_word(word));
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
		return _("must be left empty");
	case FAULT_UNKNOWN:
		return _("unknown %2$s \"%1$s\"");
	case FAULT_NOT_ALLOWED:
		return _("%2$s \"%1$s\" does not fit");
	case FAULT_CASE:
		return _("\"%s\" is no pseudonym (a letter or digit, then letters, digits, "
			 "\".\", \"_\" or \"-\", 32 at most; never a name)");
	case FAULT_SPOILT:
		return _("\"%s\" is what a spreadsheet makes of an id: give the column the format "
			 "text and type the id again");
	case FAULT_DATE:
		return example_day == NULL ? _("\"%s\" is no date (YYYY-MM-DD or YYYY-MM-DDTHH:MM, "
					       "a day that exists, 2000 "
					       "to 2199)")
					   : _("\"%1$s\" is no date (as %2$s, or %2$s 14:30)");
	case FAULT_DUE:
		return example_day == NULL
		    ? _("\"%s\" is no day (YYYY-MM-DD, a day that exists, 2000 to 2199)")
		    : _("\"%1$s\" is no day (as %2$s, without a time)");
	case FAULT_DATE_DAY:
		return _("\"%1$s\" does not exist (as %2$s 14:30)");
	case FAULT_DATE_YEAR:
		return _("\"%1$s\" has no year (as %2$s 14:30)");
	case FAULT_DATE_YEARS:
		return _("\"%1$s\" does not lie in 2000 to 2199 (as %2$s 14:30)");
	case FAULT_DATE_TIME:
		return _("no clock shows the time in \"%1$s\" (as %2$s 14:30)");
	case FAULT_DATE_NUMBER:
		return _(
		    "\"%1$s\" is a day number of a spreadsheet: give the column a date format (as "
		    "%2$s 14:30)");
	case FAULT_DATE_ZONE:
		return _("\"%1$s\" has a time zone: write what the clock at school showed (as "
			 "%2$s 14:30)");
	case FAULT_DATE_HALF:
		return _("\"%1$s\" has AM or PM: write the hours from 0 to 23 (as %2$s 14:30)");
	case FAULT_DATE_NARROW:
		return _(
		    "\"%1$s\" is a date in a column that was too narrow when the sheet was saved: "
		    "make it wider and save it again (as %2$s 14:30)");
	case FAULT_DATE_TWICE:
		return _("\"%s\" differs from what stands in another column");
	case FAULT_SCHOOL:
		return _("\"%s\" is no BRIN with location (two digits, two capitals, two digits)");
	case FAULT_FUTURE:
		return _("\"%s\" lies after today");
	case FAULT_BEFORE:
		return _("\"%s\" lies before the date of the record");
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
	case FAULT_CONTROL:
		return _("holds a control character: take it out");
	case FAULT_DERIVED:
		return _("\"%s\" is computed from the facts each time and never stored");
	case FAULT_TOO_LONG:
		return _("the record would be longer than 64 KiB");
	case FAULT_NO_COLUMN:
		return _(
		    "something stands in a column without a name (a text with a separator in it "
		    "needs quotes)");
	}
	return "%s";
}

/* How long a month is at its longest. */
static unsigned
days_of(unsigned month)
{
	return month == 2 ? 29 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/* The steps of a message. Each gives the words so far a place in a longer pattern, so that a
 * language may order them in its own way. */

/* "31-11-2025": November has 30 days. */
static void
say_days(char text[FAULT_TEXT_SIZE], const struct fault *fault)
{
	char shown[SHOWN_SIZE];

	if (fault->number == 2)
		snprintf(text, FAULT_TEXT_SIZE,
		    _("\"%s\" does not exist: February has 28 days, or 29"),
		    diagnostics_show(fault->value, shown));
	else
		snprintf(text, FAULT_TEXT_SIZE, _("\"%s\" does not exist: %s has %u days"),
		    diagnostics_show(fault->value, shown),
		    language_month(fault->number, language_of_person()), days_of(fault->number));
}

/* Writes "socius, ggd, cjg": who does an action; nobody for some. */
static void
write_partners(char partners[FAULT_TEXT_SIZE], enum word action)
{
	size_t used = 0;

	partners[0] = '\0';
	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++)
		if (record_allows_value(KIND_DONE, partner, action))
			used += (size_t)snprintf(partners + used, FAULT_TEXT_SIZE - used, "%s%s",
			    used > 0 ? ", " : "", show_word(partner));
}

/* An action that another partner does. */
static void
say_whose(char text[FAULT_TEXT_SIZE], const struct fault *fault)
{
	enum word action = vocabulary_find(LIST_ACTION, fault->value);
	char partners[FAULT_TEXT_SIZE];

	write_partners(partners, action);
	if (partners[0] == '\0')
		snprintf(text, FAULT_TEXT_SIZE, _("action \"%s\" is never recorded as done"),
		    show_word(action));
	else
		snprintf(text, FAULT_TEXT_SIZE, _("action \"%s\" is not done by %s but by %s"),
		    show_word(action), show_word(fault->given), partners);
}

/* What a pattern may name besides the value. */
static const char *
second_of(const struct fault *fault)
{
	bool is_of_date = fault->kind == FAULT_DATE || fault->kind == FAULT_DUE
	    || (fault->kind >= FAULT_DATE_FIRST && fault->kind <= FAULT_DATE_LAST);

	return is_of_date ? example_day : vocabulary_list_name(fault->list);
}

static void
say_what(char text[FAULT_TEXT_SIZE], const struct fault *fault)
{
	bool is_empty = fault->value.length == 0 && shows_sheet_words;
	char shown[SHOWN_SIZE];

	if (fault->kind == FAULT_DATE_DAY && fault->number > 0)
		say_days(text, fault);
	else if (fault->kind == FAULT_SCHOOL && is_empty)
		snprintf(text, FAULT_TEXT_SIZE, "%s",
		    _("is missing (--school BRIN or MC_SCHOOL fills it in)"));
	else
		snprintf(text, FAULT_TEXT_SIZE,
		    pattern_of(fault->kind == FAULT_DATE && is_empty ? FAULT_MISSING : fault->kind),
		    fault->kind == FAULT_IDENTIFYING ? _(identifying_name(fault->identifying))
						     : diagnostics_show(fault->value, shown),
		    second_of(fault));
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
	unsigned count = count_choice(fault);

	if (fault->given == PLAN_CASEMANAGER) {
		snprintf(
		    text, FAULT_TEXT_SIZE, _("%s (a role or a partner, see mc-record(5))"), what);
	} else if (count == 0 || count > LONGEST_CHOICE) {
		snprintf(text, FAULT_TEXT_SIZE, _("%s (see mc-record(5))"), what);
	} else {
		write_choice(choice, fault);
		snprintf(text, FAULT_TEXT_SIZE, _("%s (%s)"), what, choice);
	}
}

const char *
fault_describe(const struct fault *fault, char text[FAULT_TEXT_SIZE])
{
	bool is_pair = fault->kind == FAULT_NOT_ALLOWED && kind_of(fault->given) == KIND_DONE;
	char what[FAULT_TEXT_SIZE];

	if (is_pair)
		say_whose(text, fault);
	else
		say_what(text, fault);
	if (is_asked_for(fault) && !is_pair) {
		strcpy(what, text);
		say_for_what(text, what, fault->given);
	}
	if (fault->list != NO_LIST && !is_pair) {
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
		return _("holds a carriage return that ends no line");
	case FIELDS_CONTROL:
		return _("holds a control character");
	case FIELDS_NO_UTF8:
		return _("is not UTF-8");
	case FIELDS_QUOTE_OPEN:
		return shows_sheet_words ? _("a quote is never closed")
					 : _("a quoted field is not closed on its line");
	case FIELDS_QUOTE_STRAY:
		return _("a quote stands where no quoted field begins or ends");
	case FIELDS_TOO_MANY:
		return _("has too many fields");
	}
	return "";
}

const char *
fault_line(char text[FAULT_LINE_SIZE], const char *file, unsigned long line,
    const struct record *record, const char *what)
{
	char shown[SHOWN_SIZE];

	/* What stands for the case of a school must not be there, and is not shown. */
	if (record_names_case(record) && record->kind != KIND_SCHOOL)
		snprintf(text, FAULT_LINE_SIZE, _("%s:%lu: %s; case %s lacks this line"), file,
		    line, what, diagnostics_show(record->column[COLUMN_CASE], shown));
	else
		snprintf(text, FAULT_LINE_SIZE, "%s:%lu: %s", file, line, what);
	return text;
}

void
fault_tell(const char *file, unsigned long line, const struct record *record, const char *what)
{
	char text[FAULT_LINE_SIZE];

	diagnostics_refused("%s", fault_line(text, file, line, record, what));
}
