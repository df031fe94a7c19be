/* The name of a rule: its table's letter and two digits, as W01 and R22. */

#ifndef RULE_H
#define RULE_H

#include "text/bytes.h"

/* Room for a rule and its NUL. */
enum { RULE_TEXT_SIZE = 4 };

/* Writes a rule (1 to 99) of a table. Returns text. */
const char *rule_write(char table, unsigned rule, char text[RULE_TEXT_SIZE]);

/* The number of a rule of the table; 0 when text is none. */
unsigned rule_read(char table, struct bytes text);

#endif
