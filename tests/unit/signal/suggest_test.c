/*
 * Goal: a typing error, or a word with a part in common, leads to the words that
 * may be meant, the nearest first; what resembles no word leads to none; a word
 * of another list is known as that.
 */

#include "support/check.h"

#include "sheet/suggest.h"

/* The suggestions, with a blank between. */
static const char *
suggested(enum word_list list, const char *written, char text[256])
{
	enum word word[SUGGESTIONS_MAX];
	size_t count = suggest_words(list, bytes_of(written), word), used = 0;

	assert_true(count <= SUGGESTIONS_MAX);
	text[0] = '\0';
	for (size_t i = 0; i < count; i++) {
		check_number(written, "list", vocabulary_entry(word[i])->list, list);
		for (size_t j = 0; j < i; j++)
			assert_int_not_equal(word[i], word[j]);
		used += (size_t)snprintf(
		    text + used, 256 - used, "%s%s", i > 0 ? " " : "", vocabulary_token(word[i]));
	}
	return text;
}

static const struct row {
	enum word_list list;
	const char *written, *first; /* "" for nothing */
} rows[] = {
    /* A letter left out, added, changed, swapped; in either language and any case. */
    {LIST_SIGNAL, "letsl", "injury"},
    {LIST_SIGNAL, "lettsel", "injury"},
    {LIST_SIGNAL, "letzel", "injury"},
    {LIST_SIGNAL, "lestel", "injury"},
    {LIST_SIGNAL, "LETSL", "injury"},
    {LIST_SIGNAL, " letsl ", "injury"},
    {LIST_SIGNAL, "injry", "injury"},
    {LIST_SIGNAL, "hongr", "hunger"},
    {LIST_SIGNAL, "hygi\xC3\xABnne", "hygiene"},
    {LIST_KIND, "singaal", "signal"},
    {LIST_KIND, "overlegg", "consult"},
    {LIST_ROLE, "leerkracgt", "teacher"},
    {LIST_PARTNER, "veilg thuis!", "veilig-thuis"},
    {LIST_ANSWER, "jaa", "yes"},
    {LIST_ANSWER, "twijffel", "doubt"},
    {LIST_ANSWER, "structurel", "structural"},
    {LIST_QUESTION, "vermoedn", "suspicion"},
    /* By a synonym. */
    {LIST_SIGNAL, "blauwe plekn", "injury"},
    {LIST_SIGNAL, "zelfmort", "self-harm"},
    {LIST_ROLE, "juff", "teacher"},
    /* Two in a long word, one in a short one. */
    {LIST_ACTION, "final-fedback", "final-feedback"},
    {LIST_ACTION, "finel-fedback", "final-feedback"},
    {LIST_ROLE, "leerkrat", "teacher"},
    {LIST_ANSWER, "aj", "yes"},
    {LIST_PARTNER, "gdg", "ggd"},
    /* A part in common. */
    {LIST_SIGNAL, "brandwondje op de hand", "injury"},
    {LIST_SIGNAL, "ruzie", "tells-quarrel"},
    {LIST_SIGNAL, "stapelverzuim", "absence"},
    {LIST_NEED, "zwemlesgeld", "sport"},
    /* Whole words in common, before loose letters; little words are none. */
    {LIST_SIGNAL, "geslagen door vader", "tells-violence"},
    {LIST_SIGNAL, "geslagen door papa", "tells-violence"},
    {LIST_SIGNAL, "geslagen door moeder", "tells-violence"},
    {LIST_SIGNAL, "wordt thuis geslagen", "tells-violence"},
    {LIST_SIGNAL, "geschopt door oom", "tells-violence"},
    {LIST_SIGNAL, "blauw oog", "injury"},
    {LIST_SIGNAL, "niet eten", "hunger"},
    {LIST_SIGNAL, "verkracht", "disclosure-child"},
    {LIST_SIGNAL, "slaat altijd", "tells-violence"}, /* not staff: urgent first */
    {LIST_SIGNAL, "heeft haar", ""},
    /* Nothing near. */
    {LIST_SIGNAL, "xyzzy", ""},
    {LIST_SIGNAL, "", ""},
    {LIST_SIGNAL, " ", ""},
    {LIST_SIGNAL, "x", ""},
    {LIST_SIGNAL, "\xFF\xFE", ""},
    {LIST_ANSWER, "qqqqqq", ""},
    {NO_LIST, "letsl", ""},
};

static void
nearest_words(void **state)
{
	char text[256];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *got = suggested(rows[i].list, rows[i].written, text);
		size_t length = strcspn(got, " ");

		check_bytes(rows[i].written, "nearest", (struct bytes){got, length},
		    bytes_of(rows[i].first));
	}
}

/* Derived kinds are never meant; no word stands twice; there are five at most. */
static void
several_words(void **state)
{
	char text[256];
	enum word word[SUGGESTIONS_MAX];

	(void)state;
	assert_string_equal(suggested(LIST_KIND, "verwijzing", text), "");
	assert_null(strstr(suggested(LIST_KIND, "wegin", text), "weigh"));
	assert_int_equal(suggest_words(LIST_SIGNAL, bytes_of("thuis"), word), SUGGESTIONS_MAX);
	suggested(LIST_TALK, "niet gevoert", text);
	assert_non_null(strstr(text, "skipped-safety"));
	assert_non_null(strstr(text, "skipped-contact"));
	assert_non_null(strstr(text, "skipped-expert"));
}

/* One error anywhere in any token of four letters or more finds it, or another that is as near. */
static void
every_token(void **state)
{
	(void)state;
	for (enum word_list list = LIST_COLUMN; list < LIST_COUNT; list++)
		for (enum word word = vocabulary_first(list); word < vocabulary_end(list); word++) {
			const char *token = vocabulary_token(word);
			size_t length = strlen(token);

			for (size_t left_out = 0; length >= 4 && left_out < length; left_out++) {
				char written[64];
				enum word got[SUGGESTIONS_MAX];
				bool is_derived = word == KIND_WEIGH || word == KIND_REFER;

				memcpy(written, token, left_out);
				strcpy(written + left_out, token + left_out + 1);
				if (suggest_words(list, bytes_of(written), got) == 0 && !is_derived)
					fail_msg("%s: nothing meant", written);
			}
		}
}

/* However long it is. */
static void
long_words(void **state)
{
	char written[300];
	enum word word[SUGGESTIONS_MAX];

	(void)state;
	for (size_t length = 0; length < sizeof(written); length++) {
		memset(written, 'q', length);
		assert_int_equal(
		    suggest_words(LIST_OUTCOME, (struct bytes){written, length}, word), 0);
		memset(written, 'a', length);
		(void)suggest_words(LIST_SIGNAL, (struct bytes){written, length}, word);
	}
}

/* Every list of records that has the word. */
static void
lists_that_have_a_word(void **state)
{
	static const struct {
		const char *written, *lists;
	} words[] = {
	    {"moeder", "known party "},
	    {"gesprek", "kind action "},
	    {"ggd", "partner "},
	    {"ja", "answer "},
	    {"zorgen", "signal question "},
	    {"report-now", "action "},
	    {"zaak", ""},
	    {"xyzzy", ""},
	    {"", ""},
	};
	static const char *const names[LIST_COUNT] = {[LIST_KIND] = "kind",
	    [LIST_ACTION] = "action",
	    [LIST_SIGNAL] = "signal",
	    [LIST_KNOWN] = "known",
	    [LIST_PARTNER] = "partner",
	    [LIST_PARTY] = "party",
	    [LIST_QUESTION] = "question",
	    [LIST_ANSWER] = "answer"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(words); i++) {
		char text[256] = "";

		for (enum word_list list = NO_LIST;
		     (list = suggest_list(list, bytes_of(words[i].written))) != NO_LIST;) {
			strcat(text, names[list] == NULL ? "another" : names[list]);
			strcat(text, " ");
		}
		check_string(words[i].written, "lists", text, words[i].lists);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nearest_words),
	    cmocka_unit_test(several_words),
	    cmocka_unit_test(every_token),
	    cmocka_unit_test(long_words),
	    cmocka_unit_test(lists_that_have_a_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
