/*
 * Goal: the quick way takes each word where it may stand and nowhere else, no
 * word that is one byte off, too long or of another list, and each day and
 * time that the calendar has and no other.
 */

#include "support/both_ways.h"

static const char behind[100] = "K-2,2026-11-29,03AB00,need,food,,,,\nK-3,2026-11-29,03AB00,";

static enum both_ways_result
compare(const char *line)
{
	return both_ways_compare(&ways, bytes_of(line), BYTES(behind));
}

/* The columns that come from lists, and the line of a record with these. */
struct words {
	const char *kind, *code, *value, *due, *by, *text;
};

static const char *
line_of(const struct words *words)
{
	static char line[1024];

	snprintf(line, sizeof(line), "%s,2026-11-29,03AB00,%s,%s,%s,%s,%s,%s",
	    strcmp(words->kind, "school") == 0 ? "" : "K-1", words->kind, words->code, words->value,
	    words->due, words->by, words->text);
	return line;
}

/* A right record of every kind. */
static const struct words kinds[] = {
    {"signal", "hunger", "seen", "2026-11-29", "teacher", "x"},
    {"consult", "veilig-thuis", "anonymous", "", "af", "x"},
    {"talk", "parents", "wants-help", "", "", ""},
    {"talk", "parents", "unreached", "", "", "x"},
    {"consent", "kernteam", "yes", "", "", ""},
    {"answer", "suspicion", "doubt", "", "", ""},
    {"answer", "unsafe", "acute", "", "", ""},
    {"plan", "goal", "", "", "", "x"},
    {"plan", "term", "", "2026-12-29", "", ""},
    {"plan", "casemanager", "teacher", "", "", ""},
    {"need", "food", "", "", "", ""},
    {"done", "af", "talk", "", "af", ""},
    {"school", "team", "yes", "", "", ""},
    {"weigh", "close", "W22", "", "mc-weigh", ""},
    {"refer", "kernteam", "help", "", "mc-refer", "R25 named"},
};

static void
test_kinds(void **state)
{
	bool is_seen[KIND_END] = {false};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		check_number(line_of(&kinds[i]), "taken", compare(line_of(&kinds[i])), BOTH_TAKE);
		is_seen[vocabulary_find(LIST_KIND, bytes_of(kinds[i].kind))] = true;
	}
	for (enum word kind = KIND_FIRST; kind < KIND_END; kind++)
		check_number(vocabulary_token(kind), "tried", is_seen[kind], true);
}

/* Where a word is put in place of what stands there. */
static const size_t places[] = {offsetof(struct words, kind), offsetof(struct words, code),
    offsetof(struct words, value), offsetof(struct words, due), offsetof(struct words, by),
    offsetof(struct words, text)};

static const char *
with(const struct words *words, size_t place, const char *word)
{
	struct words changed = *words;

	memcpy((char *)&changed + place, &word, sizeof(word));
	return line_of(&changed);
}

/* Every word of the vocabulary in every place of every kind. */
static void
test_words_everywhere(void **state)
{
	unsigned results[BOTH_TAKE + 1] = {0};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		for (enum word word = WORD_NONE; word < WORD_COUNT; word++)
			for (size_t at = 0; at < COUNT_OF(places); at++)
				results[compare(
				    with(&kinds[i], places[at], vocabulary_token(word)))]++;
	assert_int_equal(results[SLOW_ALONE], 0);
	assert_true(results[BOTH_TAKE] > 1000 && results[BOTH_REFUSE] > 5000);
}

/* Every code of every kind, with every word as its value. */
static void
test_pairs_of_words(void **state)
{
	unsigned results[BOTH_TAKE + 1] = {0};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		enum word kind = vocabulary_find(LIST_KIND, bytes_of(kinds[i].kind));
		enum word_list codes = record_code_list(kind);

		for (enum word code = vocabulary_first(codes); code < vocabulary_end(codes); code++)
			for (enum word value = WORD_NONE; value < WORD_COUNT; value++) {
				struct words words = kinds[i];

				words.code = vocabulary_token(code);
				words.value = vocabulary_token(value);
				results[compare(line_of(&words))]++;
			}
	}
	assert_int_equal(results[SLOW_ALONE], 0);
	assert_true(results[BOTH_TAKE] > 1000 && results[BOTH_REFUSE] > 5000);
}

/* The word of a place with so much more behind it, perhaps so that it ends as it did. */
static const char *
with_more(const struct words *words, size_t place, size_t more, char filler)
{
	static char word[600];
	const char *was;

	memcpy(&was, (const char *)words + place, sizeof(was));
	size_t used = strlen(was);
	memcpy(word, was, used);
	memset(word + used, filler, more);
	if (filler == 'x')
		memcpy(word + more, was, used);
	word[used + more] = '\0';
	return with(words, place, word);
}

/* Up to lengths at which a number of one byte, or of as many as a key has room for, begins anew.
 * Who derived a record is looked at nowhere. */
static void
test_long_words(void **state)
{
	static const size_t lengths[] = {16, 17, 23, 24, 25, 31, 32, 33, 63, 64, 65, 254, 255, 256};
	static const char fillers[] = "-a.x";

	(void)state;
	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		for (size_t at = 0; at + 1 < COUNT_OF(places); at++)
			for (size_t j = 0; j < COUNT_OF(lengths) * (sizeof(fillers) - 1); j++) {
				const char *line = with_more(&kinds[i], places[at],
				    lengths[j % COUNT_OF(lengths)], fillers[j / COUNT_OF(lengths)]);
				bool is_free = strncmp(kinds[i].by, "mc-", 3) == 0
				    && places[at] == offsetof(struct words, by);

				check_number(line, "taken", compare(line),
				    is_free ? BOTH_TAKE : BOTH_REFUSE);
			}
}

static bool
is_leap(unsigned year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static bool
is_day(unsigned year, unsigned month, unsigned day)
{
	static const unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	if (year < 2000 || year > 2199 || month < 1 || month > 12)
		return false;
	return day >= 1 && day <= days[month - 1] + (month == 2 && is_leap(year));
}

static void
check_date(const char *date, bool is_right)
{
	char line[160];

	snprintf(line, sizeof(line), "K-1,%s,03AB00,signal,hunger,seen,,,x", date);
	check_number(line, "date", compare(line), is_right ? BOTH_TAKE : BOTH_REFUSE);
	if (strlen(date) > 10)
		is_right = false;
	snprintf(line, sizeof(line), "K-1,2026-11-29,03AB00,plan,term,,%s,,", date);
	check_number(line, "due", compare(line), is_right ? BOTH_TAKE : BOTH_REFUSE);
}

static void
test_days(void **state)
{
	static const unsigned years[] = {0, 199, 1000, 1900, 1999, 2000, 2001, 2004, 2024, 2026,
	    2099, 2100, 2104, 2196, 2199, 2200, 2400, 9999};
	char date[32];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(years); i++)
		for (unsigned month = 0; month < 20; month++)
			for (unsigned day = 0; day < 42; day++) {
				snprintf(
				    date, sizeof(date), "%04u-%02u-%02u", years[i], month, day);
				check_date(date, is_day(years[i], month, day));
			}
	for (unsigned year = 1990; year < 2210; year++)
		for (unsigned day = 28; day < 31; day++) {
			snprintf(date, sizeof(date), "%u-02-%u", year, day);
			check_date(date, is_day(year, 2, day));
		}
}

static void
test_times(void **state)
{
	char date[32];

	(void)state;
	for (unsigned hour = 0; hour < 100; hour++)
		for (unsigned minute = 0; minute < 100; minute++) {
			snprintf(date, sizeof(date), "2024-02-29T%02u:%02u", hour, minute);
			check_date(date, hour < 24 && minute < 60);
		}
}

/* Every byte at every place of a day and a time. */
static void
test_bytes_of_dates(void **state)
{
	static const char right[] = "2026-10-20T10:20";
	char date[sizeof(right)];

	(void)state;
	for (size_t at = 0; at < sizeof(right) - 1; at++)
		for (unsigned c = 1; c < 256; c++) {
			memcpy(date, right, sizeof(right));
			date[at] = (char)c;
			if (c != '\n' && (c < '0' || c > '9'))
				check_date(date, date[at] == right[at]);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_kinds),
	    cmocka_unit_test(test_words_everywhere),
	    cmocka_unit_test(test_pairs_of_words),
	    cmocka_unit_test(test_long_words),
	    cmocka_unit_test(test_days),
	    cmocka_unit_test(test_times),
	    cmocka_unit_test(test_bytes_of_dates),
	};

	return cmocka_run_group_tests(tests, open_ways, close_ways);
}
