#include "rules/derived.h"

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

void
derived_write(struct writer *writer, const struct case_state *state, const struct derived *derived)
{
	char date[DAY_TEXT_SIZE], school[SCHOOL_TEXT_SIZE], due[DAY_TEXT_SIZE];
	const struct bytes column[COLUMN_END] = {
	    [COLUMN_CASE] = case_id(state),
	    [COLUMN_DATE] = bytes_of(span_write_day(derived->date, date)),
	    [COLUMN_SCHOOL] = bytes_of(record_write_school(state->key.school, school)),
	    [COLUMN_KIND] = bytes_of(vocabulary_token(derived->kind)),
	    [COLUMN_CODE] = bytes_of(vocabulary_token(derived->code)),
	    [COLUMN_VALUE] = bytes_of(derived->value),
	    [COLUMN_DUE] = bytes_of(span_write_day(derived->due, due)),
	    [COLUMN_BY] = bytes_of(derived->by),
	    [COLUMN_TEXT] = bytes_of(derived->text),
	};

	/* Much shorter than a line may be. */
	(void)writer_record(writer, column);
}
