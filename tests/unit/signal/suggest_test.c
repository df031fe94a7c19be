/*
 * Goal: a typing error leads to the word that was meant; what resembles no word
 * leads to none, and what is suggested is always a word of the list.
 */

#include "support/check.h"

#include "sheet/suggest.h"

static void
typing_errors(void **state)
{
	static const struct {
		enum word_list list;
		const char *written, *want; /* "" for nothing */
	} rows[] = {
	    /* A letter left out, added, changed, swapped; in either language and any case. */
	    {LIST_SIGNAL, "letsl", "letsel"},
	    {LIST_SIGNAL, "lettsel", "letsel"},
	    {LIST_SIGNAL, "letzel", "letsel"},
	    {LIST_SIGNAL, "lestel", "letsel"},
	    {LIST_SIGNAL, "LETSL", "letsel"},
	    {LIST_SIGNAL, " letsl ", "letsel"},
	    {LIST_SIGNAL, "injry", "injury"},
	    {LIST_SIGNAL, "hongr", "honger"},
	    {LIST_SIGNAL, "hygiene.", "hygiene"},
	    {LIST_KIND, "singaal", "signaal"},
	    {LIST_KIND, "overlegg", "overleg"},
	    {LIST_ROLE, "leerkracgt", "leerkracht"},
	    {LIST_PARTNER, "veilig thuis!", "veilig-thuis"},
	    {LIST_PARTNER, "veiligthuis", "veilig-thuis"},
	    {LIST_ANSWER, "jaa", "ja"},
	    {LIST_ANSWER, "twijffel", "twijfel"},
	    {LIST_ANSWER, "structurel", "structureel"},
	    {LIST_QUESTION, "vermoedn", "vermoeden"},
	    /* Two in a long word, one in a short one. */
	    {LIST_ACTION, "final-fedback", "final-feedback"},
	    {LIST_ACTION, "finel-fedback", "final-feedback"},
	    {LIST_ROLE, "leerkrat", "leerkracht"},
	    {LIST_ANSWER, "ene", "nee"},
	    {LIST_ANSWER, "aj", "ja"},
	    {LIST_PARTNER, "gdg", "ggd"},
	    /* Nothing near. */
	    {LIST_SIGNAL, "xyzzy", ""},
	    {LIST_ROLE, "juf", ""},
	    {LIST_ROLE, "meester", ""},
	    {LIST_SIGNAL, "", ""},
	    {LIST_SIGNAL, " ", ""},
	    {LIST_SIGNAL, "x", ""},
	    {LIST_SIGNAL, "Het kind kwam vandaag zonder jas naar school en bibberde", ""},
	    {NO_LIST, "letsl", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *got = suggest_word(rows[i].list, bytes_of(rows[i].written));

		check_string(rows[i].written, "meant", got == NULL ? "" : got, rows[i].want);
	}
}

/* One error anywhere in any token of four letters or more finds a word, and it is of the list. */
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
				const char *got;

				memcpy(written, token, left_out);
				strcpy(written + left_out, token + left_out + 1);
				got = suggest_word(list, bytes_of(written));
				if (got == NULL)
					fail_msg("%s: nothing meant", written);
				check_number(written, "a word of the list",
				    vocabulary_recognise(list, bytes_of(got)) != WORD_NONE, true);
			}
		}
}

/* A word itself is its own nearest, and the longest words are no longer than there is room for. */
static void
long_words(void **state)
{
	char written[100];

	(void)state;
	for (size_t length = 0; length < sizeof(written); length++) {
		memset(written, 'a', length);
		assert_null(suggest_word(LIST_OUTCOME, (struct bytes){written, length}));
	}
	assert_string_equal(suggest_word(LIST_SIGNAL, bytes_of("letsel")), "letsel");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(typing_errors),
	    cmocka_unit_test(every_token),
	    cmocka_unit_test(long_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
