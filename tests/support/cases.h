/*
 * Cases told in one line, for the tests of what becomes of them:
 *
 *   "03-01 signal fear seen; 03-02T09:05 answer suspicion no"
 *
 * Records are parted by a semicolon, the columns of one by blanks: date
 * (without its year, 2026), kind, code, value, due. A "-" is an empty column.
 * The other columns get what makes the record right.
 */

#ifndef CASES_H
#define CASES_H

#include "support/check.h"

#include "rules/assessment.h"

enum { CASES_RECORDS = 64 };

/* The records of a case; their bytes are kept in storage. */
struct told_case {
	size_t count;
	struct record record[CASES_RECORDS];
	char storage[4096];
};

/* The next word of *at, "" when there is none or it is "-". */
static inline const char *
cases_word(char **at)
{
	char *word;

	while (**at == ' ')
		++*at;
	word = *at;
	while (**at != ' ' && **at != '\0')
		++*at;
	if (**at == ' ')
		*(*at)++ = '\0';
	return strcmp(word, "-") == 0 ? "" : word;
}

/* A date with its year, written behind the storage's end at *used. */
static inline struct bytes
cases_date(struct told_case *told, size_t *used, const char *date)
{
	char *at = told->storage + *used;
	int length;

	if (date[0] == '\0')
		return (struct bytes){"", 0};
	length = snprintf(at, sizeof(told->storage) - *used, "%s%s",
	    strlen(date) == 10 || strlen(date) == 16 ? "" : "2026-", date);
	*used += (size_t)length + 1;
	assert_true(*used < sizeof(told->storage));
	return (struct bytes){at, (size_t)length};
}

/* Reads a story; fails unless each of its records is right. */
static inline void
cases_tell(struct told_case *told, const char *story)
{
	size_t used = strlen(story) + 1;
	char *at = told->storage, *end;

	assert_true(used < sizeof(told->storage));
	memcpy(at, story, used);
	told->count = 0;
	for (; at[strspn(at, " ")] != '\0'; at = end) {
		struct faults faults = {0};

		assert_true(told->count < CASES_RECORDS);
		end = at + strcspn(at, ";");
		if (*end == ';')
			*end++ = '\0';
		struct record *record = &told->record[told->count++];
		*record = (struct record){.column = {[COLUMN_CASE] = {"K-1", 3}}};
		record->column[COLUMN_DATE] = cases_date(told, &used, cases_word(&at));
		record->column[COLUMN_SCHOOL] = bytes_of("03AB00");
		record->column[COLUMN_KIND] = bytes_of(cases_word(&at));
		record->column[COLUMN_CODE] = bytes_of(cases_word(&at));
		record->column[COLUMN_VALUE] = bytes_of(cases_word(&at));
		record->column[COLUMN_DUE] = cases_date(told, &used, cases_word(&at));
		record->column[COLUMN_BY] = (struct bytes){"", 0};
		record->column[COLUMN_TEXT] = bytes_of("x");
		if (bytes_equal(record->column[COLUMN_KIND], bytes_of("school")))
			record->column[COLUMN_CASE].length = 0;
		record_read(record, &faults);
		if (faults.count > 0)
			fail_msg("record %zu of \"%s\" is wrong in %s", told->count, story,
			    vocabulary_token(faults.list[0].column));
	}
}

/* Where the rests of the cases of tests stand. A test holds few cases at a time: the rests of those
 * of long before are taken back. */
static inline struct blocks *
cases_rests(void)
{
	enum { MANY = 20000 };
	static struct blocks rests = {.size = sizeof(struct case_rest)};

	if (rests.count > MANY)
		blocks_empty(&rests);
	return &rests;
}

/* A case of its own with what another has. */
static inline struct case_state
cases_copy(const struct case_state *state)
{
	struct case_state copy = *state;

	if (state->rest != NULL) {
		copy.rest = blocks_give(cases_rests());
		*copy.rest = *state->rest;
	}
	return copy;
}

/* Whether two states are equal, and have an equal rest, wherever it stands. */
static inline bool
cases_are_equal(const struct case_state *a, const struct case_state *b)
{
	struct case_state like_a = *b;

	like_a.rest = a->rest;
	return memcmp(a, &like_a, sizeof(*a)) == 0 && (a->rest == NULL) == (b->rest == NULL)
	    && memcmp(case_rest(a), case_rest(b), sizeof(struct case_rest)) == 0;
}

/* The state of a case with these records. */
static inline struct case_state
cases_state(const struct record record[], size_t count)
{
	struct case_state state = {0};

	for (size_t i = 0; i < count; i++)
		case_take(&state, &record[i], cases_rests());
	return state;
}

/* The state of a story. */
static inline struct case_state
cases_state_of(const char *story)
{
	struct told_case told;

	cases_tell(&told, story);
	return cases_state(told.record, told.count);
}

/* The day of a date of the year 2026, "03-01". */
static inline day_number
cases_day(const char *date)
{
	char text[DAY_TEXT_SIZE];

	if (date[0] == '\0')
		return NO_DAY;
	snprintf(text, sizeof(text), "2026-%.5s", date);
	return span_read_day(bytes_of(text));
}

/* Fails unless the set's newest lie on this day ("" for the empty set). */
static inline void
cases_check_day(const char *row, const char *what, struct span_set set, const char *date)
{
	char text[DAY_TEXT_SIZE], want[DAY_TEXT_SIZE];

	check_string(row, what, span_write_day(span_set_day(set), text),
	    span_write_day(cases_day(date), want));
}

#endif
