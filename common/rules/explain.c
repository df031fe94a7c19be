#include "rules/explain.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "records/rule.h"
#include "rules/weighing.h"
#include "text/text.h"
#include "text/wrap.h"
#include "tool/diagnostics.h"

const struct explain_rules explain_weighing = {'W', 35, "mc-weigh"};
const struct explain_rules explain_referral = {'R', 39, "mc-refer"};

/* The number behind the table's letter; 0 when it is none of the table. */
static unsigned
number_in(const struct explain_rules *rules, const char *name)
{
	char *end;
	unsigned long number;

	if ((name[0] & ~0x20) != rules->table || !text_is_digit(name[1]))
		return 0;
	number = strtoul(name + 1, &end, 10);
	return *end == '\0' && number <= rules->last ? (unsigned)number : 0;
}

static struct nearest
nearest_rule(const struct explain_rules *rules, const char *name)
{
	struct nearest nearest = {.apart = 0};
	char text[RULE_TEXT_SIZE];

	for (unsigned rule = 1; rule <= rules->last; rule++)
		nearest_try(
		    &nearest, bytes_of(name), bytes_of(rule_write(rules->table, rule, text)));
	return nearest;
}

unsigned
explain_read(const struct tool *tool, const struct explain_rules *rules, const char *name)
{
	const struct explain_rules *other =
	    rules == &explain_weighing ? &explain_referral : &explain_weighing;
	unsigned rule = number_in(rules, name), theirs = number_in(other, name);
	struct nearest nearest = nearest_rule(rules, name);
	char text[RULE_TEXT_SIZE], first[RULE_TEXT_SIZE], last[RULE_TEXT_SIZE];

	if (rule != 0)
		return rule;
	if (theirs != 0)
		options_misused(tool, _("rule %s is explained by %s --explain %s"),
		    rule_write(other->table, theirs, text), other->tool, text);
	options_misused(tool, _("--explain \"%s\" is no rule (%s to %s)%s"), options_show(name),
	    rule_write(rules->table, 1, first), rule_write(rules->table, rules->last, last),
	    options_meant(&nearest));
}

/* Room for a paragraph. */
enum { PARAGRAPH_SIZE = 2048 };

static void
print_wrapped(const char *first, const char *rest, const char *paragraph)
{
	struct bytes text = bytes_of(paragraph);
	unsigned width = WRAP_WIDTH_MAX - 1 - (unsigned)strlen(first);
	struct wrapped_line line;

	for (const char *indent = first; wrap_next(&text, width, &line); indent = rest)
		printf("%s%.*s\n", indent, (int)line.length, line.at);
}

#define PRINT_WRAPPED(first, rest, format)                                                         \
	do {                                                                                       \
		char paragraph[PARAGRAPH_SIZE];                                                    \
		va_list arguments;                                                                 \
		va_start(arguments, format);                                                       \
		vsnprintf(paragraph, sizeof(paragraph), format, arguments);                        \
		va_end(arguments);                                                                 \
		print_wrapped(first, rest, paragraph);                                             \
	} while (0)

void
explain_say(const char *format, ...)
{
	PRINT_WRAPPED("", "", format);
}

void
explain_item(const char *format, ...)
{
	PRINT_WRAPPED("  - ", "    ", format);
}

void
explain_skip(void)
{
	putchar('\n');
}

void
explain_add(struct explain_words *words, const char *text)
{
	size_t room = sizeof(words->text) - words->used;

	words->used += (size_t)snprintf(
	    words->text + words->used, room, "%s%s", words->used > 0 ? _(" or ") : "", text);
}

const char *
explain_label(enum word word)
{
	return vocabulary_label(word, language_of_person());
}

static void
add_labelled(struct explain_words *words, const char *name, enum word outcome)
{
	char text[256];

	snprintf(text, sizeof(text), "%s (%s)", name, explain_label(outcome));
	explain_add(words, text);
}

void
explain_add_rules(struct explain_words *words, uint64_t rules)
{
	char text[RULE_TEXT_SIZE];

	for (unsigned rule = 1; rule <= explain_weighing.last; rule++)
		if ((rules & UINT64_C(1) << rule) != 0)
			add_labelled(words, rule_write(explain_weighing.table, rule, text),
			    weighing_outcome_of(rule));
}

void
explain_add_outcomes(struct explain_words *words, uint32_t outcomes)
{
	for (enum word outcome = OUTCOME_FIRST; outcome < OUTCOME_END; outcome++)
		if ((outcomes & UINT32_C(1) << (outcome - OUTCOME_FIRST)) != 0)
			add_labelled(words, vocabulary_token(outcome), outcome);
}
