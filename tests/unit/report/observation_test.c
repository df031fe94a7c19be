/*
 * Goal: what may lie on the table before parents is decided for every signal
 * and every way of knowing it, and each that may has its sentence.
 */

#include "support/check.h"

#include "reader/observation.h"

/* Those for which the right words are not the toolkit's to find. */
static bool
is_open(enum word signal)
{
	switch (signal) {
	case SIGNAL_GAMING:
	case SIGNAL_STEALING:
	case SIGNAL_MEDICAL_NEGLECT:
	case SIGNAL_REJECTING:
	case SIGNAL_EMOTIONAL_NEGLECT:
	case SIGNAL_MINIMISES:
	case SIGNAL_SUBSTANCE:
	case SIGNAL_PARENT_ILL:
	case SIGNAL_DIVORCE:
	case SIGNAL_POVERTY:
	case SIGNAL_SIBLING:
	case SIGNAL_ANIMAL:
	case SIGNAL_OTHER:
		return true;
	default:
		return false;
	}
}

static void
test_signals(void **state)
{
	size_t count = 0;

	(void)state;
	for (enum word signal = SIGNAL_FIRST; signal < SIGNAL_END; signal++)
		for (enum word known = KNOWN_FIRST; known < KNOWN_END; known++) {
			const struct word_entry *entry = vocabulary_entry(signal);
			struct entry fact = {.kind = KIND_SIGNAL,
			    .code = (uint16_t)signal,
			    .value = (uint16_t)known};
			bool may = observation_is(&fact);

			if (may && (known != KNOWN_SEEN || entry->class != CLASS_NONE))
				fail_msg("%s may lie on the table", entry->token);
			if (may && is_open(signal) != (observation_wording(signal) == WORDING_NONE))
				fail_msg("%s: a sentence, or none", entry->token);
			count += may;
		}
	/* The child's own: quarrels, play, loyalty. */
	assert_false(observation_is(&(struct entry){
	    .kind = KIND_SIGNAL, .code = SIGNAL_TELLS_QUARREL, .value = KNOWN_SEEN}));
	assert_false(observation_is(
	    &(struct entry){.kind = KIND_TALK, .code = PARTY_CHILD, .value = TALK_NO_CONCERN}));
	assert_int_equal(count, 40);
}

static const struct words_row {
	const char *text;
	bool has_words;
} texts[] = {
    {"", false},
    {"Viel in slaap.", false},
    {"Foto's en video\xE2\x80\x99s", false},
    {"opgezegd, aanvertellen", false},
    {"Zei niets", true},
    {"en ZEI: ja", true},
    {"hij zegt iets", true},
    {"vertelde", true},
    {"(vertelt)", true},
    {"\"ja\"", true},
    {"\xE2\x80\x9Eja\xE2\x80\x9D", true},
    {"\xE2\x80\x98ja\xE2\x80\x99", true},
    {"'ja' of nee", true},
    {"nee 'ja'", true},
    {"\xC2\xABja\xC2\xBB", true},
    {"she said so", true},
    {"Gaf aan dat het niet ging", true},
    {"vroeg of hij mocht blijven", true},
    {"Antwoordde niet", true},
    {"klaagt over buikpijn", true},
    {"gaf een tas aan", false},
    {"z", false},
    {"Op de vraag wat er was ('ja').", true},
    {"zuchtte:'ja'", true},
    {"\xE2\x80\xB9ja\xE2\x80\xBA", true},
    {"\xE2\x80\x99ja\xE2\x80\x99", true},
    {"`ja`", true},
    {"Volgens haar was het laat", true},
    {"Schreef op een briefje", true},
    {"heeft uitgeroepen dat", true},
    {"heeft doorverteld", true},
};

static void
test_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct bytes text = bytes_of(texts[i].text);
		struct entry fact = {.kind = KIND_SIGNAL, .text = text};

		check_number(texts[i].text, "what is left", observation_text(&fact).length,
		    texts[i].has_words ? 0 : text.length);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_signals),
	    cmocka_unit_test(test_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
