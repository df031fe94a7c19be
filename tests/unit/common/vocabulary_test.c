/*
 * Goal: the vocabulary is tests/data/vocabulary.csv, row for row in its order
 * and in every column, and each word is found by all that may be written for it.
 *
 * The file is read here by a reader of its own, so that a fault of the
 * toolkit's reader cannot hide one of the table.
 */

#include "support/check.h"

#include "records/vocabulary.h"

#define VOCABULARY_FILE "tests/data/vocabulary.csv"

enum { SHEET_COLUMNS = 9 };

/* One row of the file, its fields without quotes. */
struct sheet_row {
	char field[SHEET_COLUMNS][1024];
	size_t count;
};

static void
split_sheet_row(const char *line, struct sheet_row *row)
{
	bool in_quotes = false;
	size_t used = 0;

	memset(row, 0, sizeof(*row));
	for (; *line != '\0' && *line != '\n'; line++) {
		if (*line == '"') {
			in_quotes = !in_quotes;
		} else if (*line == ',' && !in_quotes) {
			row->count++;
			used = 0;
			assert_true(row->count < SHEET_COLUMNS);
		} else {
			assert_true(used + 1 < sizeof(row->field[0]));
			row->field[row->count][used++] = *line;
		}
	}
	row->count++;
}

/* The file's names of the lists. */
static const char *const list_names[LIST_COUNT] = {"", "column", "sheet", "kind", "outcome",
    "action", "signal", "known", "partner", "manner", "party", "talk", "question", "answer", "plan",
    "need", "school", "role", "type"};
static const char *const area_names[] = {"", "body", "care", "emotion", "behaviour", "learning",
    "social", "sexual", "witness", "disclosure", "parent", "family", "honour", "absence", "notice",
    "note", "outside", "positive", "other"};
static const char *const topic_names[] = {"", "social", "health", "parenting", "absence"};
static const char *const class_names[] = {
    "", "urgent", "expert", "staff", "pupil", "notice", "positive", "note"};
/* The file tells of a partner's sort no more than this. */
static const char *const sort_names[] = {"", "", "", "", "colleague", "outside"};

static FILE *
open_vocabulary(char line[4096])
{
	FILE *file = fopen(VOCABULARY_FILE, "r");

	if (file == NULL)
		fail_msg("cannot open %s", VOCABULARY_FILE);
	assert_non_null(fgets(line, 4096, file));
	assert_string_equal(line, "list,token,nl_token,nl,en,area,topic,class,synonyms\n");
	return file;
}

static void
test_table_is_the_file(void **state)
{
	char line[4096];
	struct sheet_row row;
	FILE *file = open_vocabulary(line);
	enum word word = WORD_NONE;

	(void)state;
	while (fgets(line, sizeof(line), file) != NULL) {
		const struct word_entry *entry = vocabulary_entry(++word);
		struct word_names names = vocabulary_names(word);

		assert_true(word < WORD_COUNT);
		split_sheet_row(line, &row);
		check_number(line, "columns", row.count, SHEET_COLUMNS);
		check_string(line, "list", list_names[entry->list], row.field[0]);
		check_string(line, "token", entry->token, row.field[1]);
		check_string(line, "Dutch token", names.dutch_token, row.field[2]);
		check_string(line, "Dutch label", names.dutch, row.field[3]);
		check_string(line, "English label", names.english, row.field[4]);
		check_string(line, "area", area_names[entry->area], row.field[5]);
		check_string(line, "topic", topic_names[entry->topic], row.field[6]);
		check_string(line, "class",
		    entry->list == LIST_PARTNER ? sort_names[entry->sort]
						: class_names[entry->class],
		    row.field[7]);
		check_string(line, "synonyms", names.synonyms, row.field[8]);
	}
	fclose(file);
	assert_int_equal(word + 1, WORD_COUNT);
}

static void
test_lists_are_whole(void **state)
{
	enum word expected = WORD_NONE + 1;

	(void)state;
	for (enum word_list list = NO_LIST + 1; list < LIST_COUNT; list++) {
		const char *name = vocabulary_list_name(list);

		/* Messages call the list of how a signal is known by a word that stands alone. */
		check_string(list_names[list], "name", name,
		    list == LIST_KNOWN	     ? "source"
			: list == LIST_SHEET ? "column of a sheet"
					     : list_names[list]);
		check_number(name, "first", vocabulary_first(list), expected);
		assert_true(vocabulary_end(list) > vocabulary_first(list));
		for (enum word word = vocabulary_first(list); word < vocabulary_end(list); word++)
			check_number(name, "list of a word", vocabulary_entry(word)->list, list);
		expected = vocabulary_end(list);
	}
	assert_int_equal(expected, WORD_COUNT);
	assert_int_equal(vocabulary_first(NO_LIST), vocabulary_end(NO_LIST));
	assert_string_equal(vocabulary_token(WORD_NONE), "");
}

/* Every token is found in its list, and in no other list unless that has it too. */
static void
test_find_every_token(void **state)
{
	(void)state;
	for (enum word word = WORD_NONE + 1; word < WORD_COUNT; word++) {
		const char *token = vocabulary_token(word);

		for (enum word_list list = NO_LIST + 1; list < LIST_COUNT; list++) {
			enum word found = vocabulary_find(list, bytes_of(token));

			if (list == vocabulary_entry(word)->list)
				check_number(token, "found word", found, word);
			else if (found != WORD_NONE) {
				check_number(
				    token, "found list", vocabulary_entry(found)->list, list);
				check_string(token, "found token", vocabulary_token(found), token);
			}
		}
	}
}

/* Nothing but the token itself: not a part of it, not more than it, not in another case. */
static void
test_find_nothing_else(void **state)
{
	char changed[64];

	(void)state;
	for (enum word word = WORD_NONE + 1; word < WORD_COUNT; word++) {
		const struct word_entry *entry = vocabulary_entry(word);
		size_t length = strlen(entry->token);

		snprintf(changed, sizeof(changed), "%sx", entry->token);
		check_number(changed, "with more", vocabulary_find(entry->list, bytes_of(changed)),
		    WORD_NONE);
		changed[length] = '\0';
		check_number(changed, "with a NUL",
		    vocabulary_find(entry->list, (struct bytes){changed, length + 1}), WORD_NONE);
		changed[0] = (char)(changed[0] - 'a' + 'A');
		check_number(
		    changed, "capital", vocabulary_find(entry->list, bytes_of(changed)), WORD_NONE);
		/* A shorter one may be another word ("report" of "report-now"). */
		enum word shorter =
		    vocabulary_find(entry->list, (struct bytes){entry->token, length - 1});
		if (shorter != WORD_NONE)
			check_number(entry->token, "length of a part",
			    strlen(vocabulary_token(shorter)), length - 1);
	}
	assert_int_equal(vocabulary_find(LIST_SIGNAL, (struct bytes){NULL, 0}), WORD_NONE);
	assert_int_equal(vocabulary_find(LIST_ANSWER, bytes_of("maybe")), WORD_NONE);
}

/* A token with one byte changed, whichever it is, is none. */
static void
test_every_byte_counts(void **state)
{
	char changed[64];

	(void)state;
	for (enum word word = WORD_NONE + 1; word < WORD_COUNT; word++) {
		const struct word_entry *entry = vocabulary_entry(word);
		struct bytes token = {changed, strlen(entry->token)};

		for (size_t i = 0; i < token.length; i++) {
			memcpy(changed, entry->token, token.length);
			changed[i] ^= 0x20;
			changed[token.length] = '\0';
			check_number(changed, "with another byte",
			    vocabulary_find(entry->list, token), WORD_NONE);
		}
	}
	memset(changed, 'a', sizeof(changed));
	assert_int_equal(
	    vocabulary_find(LIST_SIGNAL, (struct bytes){changed, sizeof(changed)}), WORD_NONE);
}

/* Text in capitals, accented letters of Latin-1 too. */
static void
capitals(const char *text, char *upper)
{
	for (unsigned char before = 0; *text != '\0'; before = (unsigned char)*text++) {
		unsigned char c = (unsigned char)*text;

		if (c >= 'a' && c <= 'z')
			c = (unsigned char)(c - 32);
		else if (before == 0xC3 && c >= 0xA0 && c <= 0xBE && c != 0xB7)
			c = (unsigned char)(c - 32);
		*upper++ = (char)c;
	}
	*upper = '\0';
}

static void
check_recognised(enum word word, const char *written)
{
	char padded[300], upper[300];
	enum word_list list = vocabulary_entry(word)->list;

	if (written[0] == '\0')
		return;
	snprintf(padded, sizeof(padded), " \t%s\xC2\xA0 ", written);
	capitals(padded, upper);
	check_number(padded, "recognised", vocabulary_recognise(list, bytes_of(padded)), word);
	check_number(upper, "recognised", vocabulary_recognise(list, bytes_of(upper)), word);
}

static void
check_synonyms(enum word word, struct bytes rest)
{
	struct bytes synonym;
	char written[128];

	while (vocabulary_next_synonym(&rest, &synonym)) {
		snprintf(written, sizeof(written), "%.*s", (int)synonym.length, synonym.at);
		check_recognised(word, written);
	}
}

/* So no form is that of two words of a list: one of the two would not be found by it. */
static void
test_recognise_all_that_is_written(void **state)
{
	(void)state;
	for (enum word word = WORD_NONE + 1; word < WORD_COUNT; word++) {
		struct word_names names = vocabulary_names(word);

		check_recognised(word, vocabulary_token(word));
		check_recognised(word, names.dutch_token);
		check_recognised(word, names.dutch);
		check_recognised(word, names.english);
		check_synonyms(word, bytes_of(names.synonyms));
	}
}

static const struct recognise_row {
	enum word_list list;
	struct bytes written;
	enum word word;
} recognise_rows[] = {
    {LIST_SIGNAL, BYTES("HYGI\xC3\x8BNE"), SIGNAL_HYGIENE},
    {LIST_SIGNAL, BYTES("Hygi\xC3\xABne"), SIGNAL_HYGIENE},
    {LIST_SIGNAL, BYTES("Kind Onthult Zelf"), SIGNAL_DISCLOSURE_CHILD},
    {LIST_ROLE, BYTES("  AF "), ROLE_AF},
    {LIST_PARTNER, BYTES("AF"), PARTNER_AF},
    {LIST_ROLE, BYTES("JGZ"), ROLE_NURSE},
    {LIST_KIND, BYTES("Afweging"), KIND_ANSWER},
    {LIST_ANSWER, BYTES("JA"), ANSWER_YES},
    {LIST_ANSWER, BYTES("ja, acute onveiligheid"), ANSWER_ACUTE},
    {LIST_ANSWER, BYTES("jaa"), WORD_NONE},
    {LIST_ANSWER, BYTES(""), WORD_NONE},
    {LIST_ANSWER, BYTES(" \t "), WORD_NONE},
    {LIST_SIGNAL, BYTES("hygi\xC3ne"), WORD_NONE},
    {LIST_SIGNAL, BYTES("bang of schrik-achtig!"), SIGNAL_FEAR},
    {LIST_SIGNAL, BYTES("Blauwe Plekken"), SIGNAL_INJURY},
    {LIST_SIGNAL,
	BYTES("su\xC3\xAF"
	      "cide"),
	SIGNAL_SELF_HARM},
    {LIST_SIGNAL,
	BYTES("sui\xCC\x88"
	      "cide"),
	SIGNAL_SELF_HARM},
    {LIST_SIGNAL, BYTES("blauwe"), WORD_NONE},
    {LIST_PARTNER, BYTES("VT"), PARTNER_VEILIG_THUIS},
    {LIST_QUESTION, BYTES("Afweging 2"), QUESTION_UNSAFE},
    {LIST_SIGNAL, BYTES("?!"), WORD_NONE},
    {LIST_SIGNAL, BYTES("hygiene"), SIGNAL_HYGIENE},
    {LIST_SIGNAL, BYTES("hunger\0"), WORD_NONE},
    {NO_LIST, BYTES("hunger"), WORD_NONE},
};

static void
test_recognise_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(recognise_rows); i++) {
		const struct recognise_row *row = &recognise_rows[i];

		check_number(row->written.at, "recognised",
		    vocabulary_recognise(row->list, row->written), row->word);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_table_is_the_file),
	    cmocka_unit_test(test_lists_are_whole),
	    cmocka_unit_test(test_find_every_token),
	    cmocka_unit_test(test_find_nothing_else),
	    cmocka_unit_test(test_every_byte_counts),
	    cmocka_unit_test(test_recognise_all_that_is_written),
	    cmocka_unit_test(test_recognise_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
