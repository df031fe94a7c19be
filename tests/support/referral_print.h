/*
 * The referral's table as text, for the golden file: each row with what it
 * asks, and below it the rules of the weighing after which it can hold, behind
 * what must hold besides (nothing: always), with the sets that it then counts
 * from, what ends them and its due. What always holds after a rule is left
 * out, so the text is the same however a row is written.
 */

#ifndef REFERRAL_PRINT_H
#define REFERRAL_PRINT_H

#include "rules/situation.h"
#include "support/situations.h"

enum { REFERRAL_TEXT = 512 };

/* By bit of enum counted_set and of enum ending_set. */
static const char *const set_names[] = {"S", "D", "E", "F", "P", "H", "the newest of H", "A", "R",
    "G", "talks but wants-help", "answers", "the partner's needs", "the stand of the question",
    "the stand of suspicion", "the stand of concern", "the stand of unsafe",
    "the stand of can-help", "the stand of accepts", "the stand of result",
    "each set that overtook the answer", "each stand asked and unreported", "each stand asked",
    "R in days when none or never done"};
static const char *const ending_names[] = {"R", "V", "X", "S", "U", "T and O", "C and O", "answers",
    "answers to unsafe", "answers to the question", "plan review"};

/* Adds the names of the bits, with commas between, behind the word when there is one. */
static inline void
add_bits(char text[REFERRAL_TEXT], const char *word, uint32_t bits, const char *const names[])
{
	const char *separator = word;

	for (; bits != 0; bits &= bits - 1) {
		size_t used = strlen(text);

		snprintf(text + used, REFERRAL_TEXT - used, "%s%s", separator,
		    names[__builtin_ctz(bits)]);
		separator = ", ";
	}
}

static inline bool
fits_rule(uint64_t rules, unsigned rule)
{
	return rules == 0 || (rules & UINT64_C(1) << rule) != 0;
}

static inline void
add_from(char text[REFERRAL_TEXT], const struct table_row *row, unsigned rule)
{
	for (size_t i = 0; i < FROMS; i++)
		if (row->from[i].sets != 0 && fits_rule(row->from[i].rules, rule)) {
			add_bits(text, " from ", row->from[i].sets, set_names);
			add_bits(text, " until ", row->from[i].until, ending_names);
			return;
		}
	strcat(text, " from nothing");
}

static inline void
add_due(char text[REFERRAL_TEXT], const struct due_column *due)
{
	static const char *const patterns[] = {[WORKDAYS] = "+%u",
	    [MONITOR_DATE] = "the monitor date when earlier or done, else +%u",
	    [MONITOR_DATE_ELSE] = "the monitor date, else +%u",
	    [REVIEW_DATE_ELSE] = "the review date, else +%u",
	    [TERM_DATE] = "the term",
	    [REVIEW_DATE] = "the review date"};
	size_t used = strlen(text);

	snprintf(text + used, REFERRAL_TEXT - used, patterns[due->kind], due->workdays);
}

/* The dues that can be after the rule, up to the first that then always is. */
static inline void
add_dues(char text[REFERRAL_TEXT], const struct table_row *row, unsigned rule)
{
	strcat(text, ", due ");
	for (const struct due_column *due = row->due;; due++) {
		uint32_t needed = due->conditions & ~rule_conditions[rule].always;

		if (!fits_rule(due->rules, rule)
		    || (due->conditions & rule_conditions[rule].never) != 0)
			continue;
		add_due(text, due);
		if (needed == 0)
			return;
		add_bits(text, " if ", needed, condition_names);
		strcat(text, ", else ");
	}
}

/* What the row asks after the rule: "" when it cannot hold then. */
static inline void
describe_row(char text[REFERRAL_TEXT], const struct table_row *row, unsigned rule)
{
	const char *either = "";

	text[0] = '\0';
	for (size_t i = 0; i < WHENS; i++) {
		uint32_t needed = row->when[i].conditions & ~rule_conditions[rule].always;

		if (!situations_may_meet(&row->when[i], rule))
			continue;
		strcat(text, either);
		if (needed == 0)
			strcat(text, "always");
		else
			add_bits(text, "", needed, condition_names);
		either = " or ";
	}
	if (text[0] == '\0')
		return;
	strcat(text, ":");
	add_from(text, row, rule);
	add_dues(text, row, rule);
}

static inline const char *
asked_partner(unsigned partner)
{
	switch (partner) {
	case ONE_PARTNER:
		return "(one partner)";
	case CASEMANAGER_OR_TOPIC:
		return "(case manager, or by topic)";
	case BY_NEED:
		return "(by need)";
	default:
		return vocabulary_token((enum word)partner);
	}
}

/* The rules at which the same stands: "W05-W07 W09". */
static inline void
print_rules(FILE *file, char texts[][REFERRAL_TEXT], unsigned first)
{
	for (unsigned rule = first; rule <= WEIGHING_RULES; rule++) {
		unsigned last = rule;

		if (strcmp(texts[rule], texts[first]) != 0)
			continue;
		while (last < WEIGHING_RULES && strcmp(texts[last + 1], texts[first]) == 0)
			last++;
		fprintf(file, rule == first ? "W%02u" : " W%02u", rule);
		if (last > rule)
			fprintf(file, "-W%02u", last);
		rule = last;
	}
}

static inline void
print_row(FILE *file, const struct table_row *row)
{
	static const char *const marks[] = {[SILENCED] = "", [KEPT] = " !", [RENEWED] = " ~"};
	static char texts[WEIGHING_RULES + 1][REFERRAL_TEXT];

	fprintf(file, "R%02u%s %s %s", row->rule, marks[row->when_done],
	    asked_partner(row->partner), vocabulary_token(row->action));
	if (row->action_after_report != WORD_NONE)
		fprintf(file, ", after R %s", vocabulary_token(row->action_after_report));
	fputc('\n', file);
	for (unsigned rule = 1; rule <= WEIGHING_RULES; rule++)
		describe_row(texts[rule], row, rule);
	for (unsigned rule = 1; rule <= WEIGHING_RULES; rule++) {
		bool is_first = texts[rule][0] != '\0';

		for (unsigned earlier = 1; earlier < rule; earlier++)
			is_first &= strcmp(texts[earlier], texts[rule]) != 0;
		if (!is_first)
			continue;
		fputs("    ", file);
		print_rules(file, texts, rule);
		fprintf(file, " %s\n", texts[rule]);
	}
}

static inline void
print_table(FILE *file)
{
	for (size_t row = 0; row < table_row_count; row++)
		print_row(file, &table_rows[row]);
}

#endif
