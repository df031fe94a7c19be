#include "reader/observation.h"

#include "text/text.h"

#define SEE(signal) [SIGNAL_##signal] = WORDING_SEE_##signal

/* For what somebody must find the words for, who knows the case, there is none. */
static const enum wording sees[SIGNAL_END] = {
    SEE(INJURY),
    SEE(SOMATIC),
    SEE(GROWTH),
    SEE(SOILING),
    SEE(TIRED),
    SEE(HYGIENE),
    SEE(CLOTHING),
    SEE(HUNGER),
    SEE(SUPERVISION),
    SEE(BASICS),
    SEE(FEAR),
    SEE(LOW_MOOD),
    SEE(WITHDRAWN),
    SEE(AGGRESSION),
    SEE(RESTLESS),
    SEE(ATTENTION),
    SEE(SUDDEN_CHANGE),
    SEE(WANDERS),
    SEE(PARENTIFIED),
    SEE(RESULTS_DROP),
    SEE(DELAY),
    SEE(ISOLATED),
    SEE(BULLIED),
    SEE(NO_SHOWS),
    SEE(ABSENCE),
    SEE(SICK_ABSENCE),
    SEE(LATE),
};

/* How words of speech begin, in Dutch and English. */
static const char *const speech[] = {"zei", "zeg", "gezeg", "vertel", "doorvertel", "navertel",
    "noem", "roep", "geroep", "uitgeroep", "riep", "uitriep", "fluister", "vroeg", "vraag", "vrag",
    "gevraag", "antwoord", "geantwoord", "klaag", "klag", "geklaag", "schreeuw", "geschreeuw",
    "schreef", "schrijf", "geschreven", "volgens", "gaf aan", "geeft aan", "gaf toe", "geeft toe",
    "toevertrouw", "vertrouwde", "liet weten", "laat weten", "uitte", "snik", "sprak", "spreek",
    "gesproken", "meld", "mompel", "beweer", "verklaar", "bevestig", "legde", "legt uit",
    "uitgelegd", "biecht", "opgebiecht", "hoord", "gehoord", "als reden", "beken", "ontken", "papa",
    "mama", "said", "say", "told", "tells", "telling", "ask", "answer", "complain", "shout",
    "wrote", "writes"};

/* Quotation marks, straight and curved; those that stand inside words too are apostrophes. */
static const char *const quotes[] = {"\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E",
    "\xE2\x80\x9F", "\xC2\xAB", "\xC2\xBB", "\xE2\x80\xB9", "\xE2\x80\xBA", "\xE2\x80\x9A",
    "\xE2\x80\x9B"};
static const char *const apostrophes[] = {"'", "`", "\xE2\x80\x98", "\xE2\x80\x99"};

/* What a child tells, or acts out because it cannot tell it, is the child's. */
bool
observation_is(const struct entry *fact)
{
	const struct word_entry *signal = vocabulary_entry(fact->code);

	return fact->kind == KIND_SIGNAL && fact->value == KNOWN_SEEN && signal->class == CLASS_NONE
	    && signal->area != AREA_WITNESS;
}

enum wording
observation_wording(enum word signal)
{
	return sees[signal];
}

static bool
begins_with(struct bytes text, const char *start)
{
	for (; *start != '\0'; start++, text.at++, text.length--) {
		if (text.length == 0)
			return false;
		char small = text_is_capital(*text.at) ? (char)(*text.at - 'A' + 'a') : *text.at;
		if (small != *start)
			return false;
	}
	return true;
}

static bool
begins_with_any(struct bytes text, const char *const starts[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (begins_with(text, starts[i]))
			return true;
	return false;
}

/* The length of an apostrophe at the start of a text; 0 when there is none. */
static size_t
apostrophe_length(struct bytes text)
{
	for (size_t i = 0; i < sizeof(apostrophes) / sizeof(apostrophes[0]); i++)
		if (begins_with(text, apostrophes[i]))
			return strlen(apostrophes[i]);
	return 0;
}

/* Whether the mark at the start of the text is no part of a word. */
static bool
is_quote(struct bytes text, bool in_word)
{
	size_t length = apostrophe_length(text);

	if (length == 0)
		return begins_with_any(text, quotes, sizeof(quotes) / sizeof(quotes[0]));
	return !in_word || text.length == length || !text_is_letter_or_digit(text.at[length]);
}

static bool
has_words(struct bytes text)
{
	bool in_word = false;

	for (; text.length > 0; text.at++, text.length--) {
		if (is_quote(text, in_word))
			return true;
		if (!in_word && begins_with_any(text, speech, sizeof(speech) / sizeof(speech[0])))
			return true;
		in_word = text_is_letter_or_digit(*text.at);
	}
	return false;
}

struct bytes
observation_text(const struct entry *fact)
{
	return has_words(fact->text) ? (struct bytes){"", 0} : fact->text;
}
