#include "rules/derived.h"

#include "rules/weighing.h"

/* Room for the longest line: of tokens, the case's names and days, and flags as text. */
enum {
	DERIVED_LINE_SIZE = CASE_MAX_LENGTH + 1 + SCHOOL_TEXT_SIZE + 2 * DAY_TEXT_SIZE
	    + 4 * (VOCABULARY_ROOM + 1) + FLAGS_TEXT_SIZE
};

static const char *
manner_name(bool is_anonymous)
{
	return is_anonymous ? "anonymous" : "named";
}

const char *
derived_write_manner(unsigned rule, bool is_anonymous, char text[MANNER_TEXT_SIZE])
{
	rule_write('R', rule, text);
	stpcpy(stpcpy(text + strlen(text), " "), manner_name(is_anonymous));
	return text;
}

bool
derived_read_manner(struct bytes text, unsigned *rule, bool *is_anonymous)
{
	const size_t behind = RULE_TEXT_SIZE;

	if (text.length <= behind || text.at[behind - 1] != ' ')
		return false;
	struct bytes manner = {text.at + behind, text.length - behind};
	*rule = rule_read('R', (struct bytes){text.at, behind - 1});
	*is_anonymous = bytes_equal(manner, bytes_of(manner_name(true)));
	return *rule != 0 && (*is_anonymous || bytes_equal(manner, bytes_of(manner_name(false))));
}

/* Puts a field and the comma behind it; returns the place behind both. */
static char *
put(char *at, const char *text)
{
	at = stpcpy(at, text);
	*at = ',';
	return at + 1;
}

void
derived_write(struct writer *writer, const struct case_state *state, const struct derived *derived)
{
	char date[DAY_TEXT_SIZE], school[SCHOOL_TEXT_SIZE], due[DAY_TEXT_SIZE];
	char line[DERIVED_LINE_SIZE], *at;
	struct bytes id = case_id(state);

	at = mempcpy(line, id.at, id.length);
	*at++ = ',';
	at = put(at, span_write_day(derived->date, date));
	at = put(at, record_write_school(state->key.school, school));
	at = put(at, vocabulary_token(derived->kind));
	at = put(at, vocabulary_token(derived->code));
	at = put(at, derived->value);
	at = put(at, span_write_day(derived->due, due));
	at = put(at, derived->by);
	at = stpcpy(at, derived->text);
	writer_line(writer, (struct bytes){line, (size_t)(at - line)});
}
