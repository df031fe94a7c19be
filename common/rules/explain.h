/*
 * A rule in words, for who reads its number in a paper: what mc-weigh and
 * mc-refer share of --explain. What is said comes from the tables themselves, so
 * that it says what they do.
 */

#ifndef EXPLAIN_H
#define EXPLAIN_H

#include <stdint.h>

#include "records/vocabulary.h"
#include "tool/options.h"

/* The rules of one tool: from 1 to the last. */
struct explain_rules {
	char table;
	unsigned last;
	const char *tool;
};

extern const struct explain_rules explain_weighing, explain_referral;

/* The rule that a person names, as "W13", "w13" or "W3". Ends the program with a usage message of
 * the tool when it is none: with the nearest, or the tool that has it. */
unsigned explain_read(const struct tool *tool, const struct explain_rules *rules, const char *name);

/* Writes a paragraph to standard output, at most 80 columns wide; an item of a list stands behind a
 * hyphen. */
void explain_say(const char *format, ...) __attribute__((format(printf, 1, 2)));
void explain_item(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* An empty line. */
void explain_skip(void);

/* Words with "or" between: "yes or doubt". {0} is none. */
struct explain_words {
	char text[1024];
	size_t used;
};

void explain_add(struct explain_words *words, const char *text);

/* The label of a word in the person's language. */
const char *explain_label(enum word word);

/* Adds each rule of a set (bit 1 << rule) as "W18 (grey area)"; each outcome of one (bit 1 <<
 * (outcome - OUTCOME_FIRST)) as "grey (grey area)". */
void explain_add_rules(struct explain_words *words, uint64_t rules);
void explain_add_outcomes(struct explain_words *words, uint32_t outcomes);

#endif
