/*
 * Goal: a word is found by any of its names, whole or in part, as people write
 * it, and what was meant is never passed over for something milder.
 */

#include "support/check.h"

#include "ask/search.h"

/* All words of a list. */
static size_t
words_of(enum word_list list, enum word words[SEARCH_MAX])
{
	size_t count = 0;

	for (enum word word = vocabulary_first(list); word < vocabulary_end(list); word++)
		words[count++] = word;
	assert_true(count <= SEARCH_MAX);
	return count;
}

static struct search
search_list(enum word_list list, const char *written, enum language language)
{
	enum word words[SEARCH_MAX];
	struct search found;

	search_words(words, words_of(list, words), bytes_of(written), language, &found);
	return found;
}

/* What is typed, and the word that it settles. */
static const struct settled {
	enum word_list list;
	const char *written;
	enum word want;
} settled[] = {
    {LIST_SIGNAL, "besnijdenis", SIGNAL_FGM},
    {LIST_SIGNAL, "suicide", SIGNAL_SELF_HARM},
    {LIST_SIGNAL, "Suïcide", SIGNAL_SELF_HARM},
    {LIST_SIGNAL, "blauwe plek", SIGNAL_INJURY},
    {LIST_SIGNAL, "BLAUWE PLEKKEN", SIGNAL_INJURY},
    {LIST_SIGNAL, "slaat", SIGNAL_TELLS_VIOLENCE},
    {LIST_SIGNAL, "handafdruk", SIGNAL_INJURY_PATTERN},
    {LIST_SIGNAL, "vgv", SIGNAL_FGM},
    {LIST_SIGNAL, "honger", SIGNAL_HUNGER},
    {LIST_SIGNAL, "geen eten mee of honger", SIGNAL_HUNGER},
    {LIST_SIGNAL, "no food or hungry", SIGNAL_HUNGER},
    {LIST_SIGNAL, "moe", SIGNAL_TIRED},
    {LIST_SIGNAL, "onder invloed", SIGNAL_UNFIT_COLLECTS},
    {LIST_SIGNAL, "loverboy", SIGNAL_EXPLOITATION},
    {LIST_SIGNAL, "uithuwelijken", SIGNAL_FORCED_MARRIAGE},
    {LIST_SIGNAL, "hygiene", SIGNAL_HYGIENE},
    {LIST_SIGNAL, "zorgt voor broertje", SIGNAL_PARENTIFIED},
    {LIST_KIND, "weging", KIND_ANSWER},
    {LIST_KIND, "ruggespraak", KIND_CONSULT},
    {LIST_PARTY, "moeder", PARTY_ONE_PARENT},
    {LIST_PARTY, "vader en moeder", PARTY_PARENTS},
    {LIST_PARTNER, "VT", PARTNER_VEILIG_THUIS},
    {LIST_PARTNER, "wijkteam", PARTNER_SUPPORT_TEAM},
    {LIST_PARTNER, "juf", PARTNER_COLLEAGUE},
    {LIST_ACTION, "gebeld om te melden", ACTION_REPORT_NOW},
    {LIST_ROLE, "juf", ROLE_TEACHER},
    {LIST_TALK, "geen gehoor", TALK_UNREACHED},
};

static void
test_settles(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(settled); i++) {
		struct search found = search_list(settled[i].list, settled[i].written, DUTCH);

		if (!found.is_settled)
			fail_msg("%s is not settled", settled[i].written);
		check_string(settled[i].written, "the word", vocabulary_token(found.word[0]),
		    vocabulary_token(settled[i].want));
	}
}

/* What is typed, and the words that come close, in their order. */
static const struct near {
	const char *written;
	enum language language;
	enum word want[6];
} nears[] = {
    {"bang", DUTCH, {SIGNAL_RUNS_AWAY, SIGNAL_FEAR}},
    {"alcohol", DUTCH, {SIGNAL_UNFIT_COLLECTS, SIGNAL_SUBSTANCE}},
    {"in de hals", DUTCH, {SIGNAL_INJURY_PATTERN}},
    {"op het plein", DUTCH, {SIGNAL_ISOLATED}},
    {"genital", DUTCH, {SIGNAL_FGM}},
    {"genital", ENGLISH, {SIGNAL_SEXUAL_COMPLAINT, SIGNAL_FGM}},
    {"geslachtsdelen", ENGLISH, {SIGNAL_SEXUAL_COMPLAINT}},
    {"kwam met striemen op zijn rug", DUTCH, {SIGNAL_INJURY_PATTERN}},
    /* Spelt nearly so. */
    {"besnijdnis", DUTCH, {SIGNAL_FGM}},
    {"hobger", DUTCH, {SIGNAL_HUNGER}},
    {"xyzzy", DUTCH, {WORD_NONE}},
    {"", DUTCH, {WORD_NONE}},
    {"?!", DUTCH, {WORD_NONE}},
};

static void
test_comes_close(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(nears); i++) {
		const struct near *near = &nears[i];
		struct search found = search_list(LIST_SIGNAL, near->written, near->language);
		size_t count = 0;

		while (near->want[count] != WORD_NONE)
			count++;
		check_number(near->written, "settled", found.is_settled, false);
		check_number(near->written, "words", found.count, count);
		for (size_t j = 0; j < count; j++)
			check_string(near->written, "a word", vocabulary_token(found.word[j]),
			    vocabulary_token(near->want[j]));
	}
}

/* What asks for nothing, for a talk, for safety or an expert today. */
static unsigned
weight(enum word signal)
{
	switch (vocabulary_entry(signal)->class) {
	case CLASS_URGENT:
	case CLASS_EXPERT:
	case CLASS_STAFF:
		return 2;
	case CLASS_POSITIVE:
	case CLASS_NOTE:
		return 0;
	default:
		return 1;
	}
}

/* Whether a signal is found by a name of its own, with nothing milder before it. */
static void
check_found(enum word signal, struct bytes name, bool is_whole)
{
	char written[256];
	struct search found;
	bool is_there = false;

	snprintf(written, sizeof(written), "%.*s", (int)name.length, name.at);
	for (enum language language = 0; language < LANGUAGES; language++) {
		found = search_list(LIST_SIGNAL, written, language);
		is_there = false;
		for (size_t i = 0; i < found.count; i++)
			is_there |= found.word[i] == signal;
		if (is_whole && !is_there)
			fail_msg("%s is not found by \"%s\"", vocabulary_token(signal), written);
		for (size_t i = 1; i < found.count; i++)
			if (weight(found.word[i]) > weight(found.word[0]))
				fail_msg("\"%s\": %s stands before %s", written,
				    vocabulary_token(found.word[0]),
				    vocabulary_token(found.word[i]));
	}
}

/* By a name, and by its first half. */
static void
check_names(enum word signal, struct bytes name)
{
	check_found(signal, name, true);
	name.length /= 2;
	if (name.length >= 4 && ((unsigned char)name.at[name.length] & 0x80) == 0)
		check_found(signal, name, false);
}

static void
test_every_name(void **state)
{
	(void)state;
	for (enum word signal = SIGNAL_FIRST; signal < SIGNAL_END; signal++) {
		struct word_names names = vocabulary_names(signal);
		struct bytes rest = bytes_of(names.synonyms), synonym;

		check_names(signal, bytes_of(vocabulary_token(signal)));
		check_names(signal, bytes_of(names.dutch_token));
		check_names(signal, bytes_of(names.dutch));
		check_names(signal, bytes_of(names.english));
		while (vocabulary_next_synonym(&rest, &synonym))
			check_names(signal, synonym);
	}
}

/* A synonym that stands for something mild, while the same words are part of something graver. */
static void
test_synonym_of_something_mild(void **state)
{
	(void)state;
	assert_false(search_list(LIST_SIGNAL, "bang", DUTCH).is_settled);
	assert_false(search_list(LIST_SIGNAL, "sad", ENGLISH).count == 0);
	/* Of an injury is asked whether it is the graver one. */
	assert_true(search_list(LIST_SIGNAL, "brandwond", DUTCH).is_settled);
}

/* Of a case manager, roles stand before partners. */
static void
test_first_of_two_lists(void **state)
{
	const enum word words[] = {ROLE_TEACHER, ROLE_IB, PARTNER_COLLEAGUE, PARTNER_KERNTEAM};
	struct search found;

	(void)state;
	search_words(words, COUNT_OF(words), BYTES("juf"), DUTCH, &found);
	assert_true(found.is_settled);
	assert_int_equal(found.word[0], ROLE_TEACHER);
	search_words(words, COUNT_OF(words), BYTES("kernteam"), DUTCH, &found);
	assert_int_equal(found.word[0], PARTNER_KERNTEAM);
	/* What is not to be chosen here is not found. */
	search_words(words, COUNT_OF(words), BYTES("directeur"), DUTCH, &found);
	assert_int_equal(found.count, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_settles),
	    cmocka_unit_test(test_comes_close),
	    cmocka_unit_test(test_every_name),
	    cmocka_unit_test(test_synonym_of_something_mild),
	    cmocka_unit_test(test_first_of_two_lists),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
