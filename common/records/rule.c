#include "records/rule.h"

#include "text/text.h"

const char *
rule_write(char table, unsigned rule, char text[RULE_TEXT_SIZE])
{
	text[0] = table;
	text[1] = (char)('0' + rule / 10);
	text[2] = (char)('0' + rule % 10);
	text[3] = '\0';
	return text;
}

unsigned
rule_read(char table, struct bytes text)
{
	if (text.length != RULE_TEXT_SIZE - 1 || text.at[0] != table || !text_is_digit(text.at[1])
	    || !text_is_digit(text.at[2]))
		return 0;
	return (unsigned)((text.at[1] - '0') * 10 + (text.at[2] - '0'));
}
