#include "rules/derived.h"

const char *
derived_write_rule(char table, unsigned rule, char text[RULE_TEXT_SIZE])
{
	text[0] = table;
	text[1] = (char)('0' + rule / 10);
	text[2] = (char)('0' + rule % 10);
	text[3] = '\0';
	return text;
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
