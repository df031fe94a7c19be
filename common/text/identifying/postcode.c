/*
 * Postcodes with a house number: together they are one address.
 *
 * In small letters a postcode is hard to tell from a year and a word (1998 en 12, 2026 om 9 uur),
 * so those two letters must be no word, and in capitals a word among capitals is one too.
 */

#include "text/identifying/parts.h"
#include "text/identifying/words.h"

/* Letters that no postcode has. */
static const char *const unused_letters[] = {"sa", "sd", "ss"};

/* Words, abbreviations and units of two letters, that stand after years and amounts. */
static const char *const two_letter_words[] = {"af", "al", "am", "as", "bv", "ca", "cc", "cl", "cm",
    "da", "de", "di", "dl", "dm", "do", "dr", "du", "ed", "ee", "eh", "el", "en", "er", "et", "eu",
    "ex", "gb", "gr", "ha", "he", "hm", "ie", "ik", "in", "is", "it", "ja", "je", "jl", "jr", "ka",
    "kb", "kg", "km", "kw", "la", "lo", "ma", "mb", "me", "mg", "mi", "ml", "mm", "mn", "mr", "mw",
    "na", "nl", "no", "nr", "nu", "of", "oh", "ok", "om", "on", "op", "or", "os", "pa", "pk", "pm",
    "re", "sr", "st", "te", "tl", "to", "tv", "ui", "ur", "uu", "uw", "va", "ve", "vm", "vr", "wc",
    "we", "wk", "wo", "xl", "za", "ze", "zn", "zo"};

/* What a street's name ends in; not what other words end in too (vergadering 3, antwoord 2). */
static const char *const street_ends[] = {"straat", "str", "laan", "weg", "plein", "pad", "kade",
    "gracht", "dijk", "singel", "hof", "steeg", "park", "plantsoen", "dreef", "markt"};

/* So many words may stand between a postcode and its house number. */
enum { WORDS_BETWEEN = 5 };

/* So many blanks and marks may stand between a postcode's digits and its letters. */
enum { LETTERS_GAP = 3 };

static bool
ends_as_street(const struct token *token)
{
	size_t length = strlen(token->text);

	for (size_t i = 0; words_is_word(token) && i < WORDS_COUNT(street_ends); i++) {
		size_t end = strlen(street_ends[i]);

		if (length >= end && strcmp(token->text + length - end, street_ends[i]) == 0)
			return true;
	}
	return false;
}

/* Whether a sentence, or a line, ends between two places. */
static bool
ends_between(struct bytes text, size_t at, size_t end)
{
	while (at < end) {
		struct glyph glyph = glyph_at(text, at);

		if (glyph.begin >= end)
			break;
		if (glyph.as == '\n' || (glyph.as > ' ' && strchr(".!?;:", glyph.as) != NULL))
			return true;
		at = glyph.end;
	}
	return false;
}

/* Whether a number that stands some words after a postcode is its house number by the word before
 * it. In the same sentence any word that does not count may be a place. */
static bool
is_of_place(struct bytes text, size_t postcode, const struct token *word, const struct token *house)
{
	if (ends_as_street(word))
		return true;
	return words_is_word(word) && !words_counts(word) && house->next != ')'
	    && !ends_between(text, postcode, house->begin);
}

/* The end of the house number after a postcode: at once, or behind its street or place; 0 for
 * none. */
static size_t
house_number_after(struct bytes text, size_t at)
{
	struct token word = {.text = ""}, house = words_after(text, at);

	for (unsigned i = 0; i <= WORDS_BETWEEN && house.text[0] != '\0'; i++) {
		bool is_number = words_is_house_number(&house);

		if (is_number && words_is_of_number(&word))
			return house.end;
		if (is_number && !words_is_counting(text, &house)
		    && (i == 0 || is_of_place(text, at, &word, &house)))
			return house.end;
		word = house;
		house = words_after(text, word.end);
	}
	return 0;
}

/* Whether the house number that stands i tokens before a postcode is one by the word before it.
 * Right before capitals any word that does not count is a street's. */
static bool
is_street(const struct token *word, const struct token *house, unsigned i, bool is_capital)
{
	if (ends_as_street(word) || words_is_of_number(word))
		return true;
	return i == 0 && is_capital && house->next != ')' && words_is_word(word)
	    && !words_counts(word);
}

/* Sets *begin to where the house number before a postcode begins. */
static bool
house_number_before(struct bytes text, size_t at, bool is_capital, size_t *begin)
{
	struct token house = words_before(text, at);

	for (unsigned i = 0; i <= WORDS_BETWEEN && house.text[0] != '\0'; i++) {
		struct token word = words_before(text, house.begin);

		*begin = house.begin;
		if (words_is_house_number(&house) && is_street(&word, &house, i, is_capital)
		    && !words_is_counting(text, &house))
			return true;
		house = word;
	}
	return false;
}

struct letters {
	char small[3];
	size_t begin, end;
	bool is_capital, is_word;
	bool is_marked; /* a mark stands before them */
};

/* What may stand between the digits and the letters: blanks, the end of a line, or one mark. */
static bool
is_gap(char as, bool is_marked)
{
	return as == ' ' || as == '\n' || (!is_marked && (as == '-' || as == '.' || as == '/'));
}

/* Reads the two letters after the digits that end at at. */
static bool
read_letters(struct bytes text, size_t at, struct letters *letters)
{
	struct glyph first = glyph_at(text, at);
	bool is_marked = false;

	for (unsigned gap = 0; is_gap(first.as, is_marked) && gap < LETTERS_GAP; gap++) {
		is_marked = is_marked || (first.as != ' ' && first.as != '\n');
		first = glyph_at(text, first.end);
	}
	struct glyph second = glyph_at(text, first.end);
	if (!glyph_is_letter(first.as) || !glyph_is_letter(second.as)
	    || glyph_is_letter(glyph_at(text, second.end).as))
		return false;
	*letters = (struct letters){{glyph_small(first.as), glyph_small(second.as), '\0'},
	    first.begin, second.end, text_is_capital(first.as) && text_is_capital(second.as), false,
	    is_marked};
	/* Glued to its digits it is no word. */
	letters->is_word = first.begin > at
	    && words_is_one_of(letters->small, two_letter_words, WORDS_COUNT(two_letter_words));
	return first.as != GLYPH_LETTER && second.as != GLYPH_LETTER
	    && !words_is_one_of(letters->small, unused_letters, WORDS_COUNT(unused_letters));
}

/* Whether the letter nearest before at is a capital. */
static bool
is_among_capitals(struct bytes text, size_t at)
{
	struct glyph glyph = glyph_before(text, at);

	for (unsigned i = 0; i < GAP_LENGTH && !glyph_is_letter(glyph.as); i++)
		glyph = glyph_before(text, glyph.begin);
	return text_is_capital(glyph.as);
}

/* Whether digits with a mark behind them are a year of our time: 2026-VT-3 is the third case. */
static bool
is_case_of_year(const struct number *number, const struct letters *letters)
{
	return letters->is_marked && memcmp(number->digit, "20", 2) == 0 && number->digit[2] >= '2';
}

bool
identifying_postcode(struct bytes text, const struct number *number, struct sighting *seen)
{
	size_t begin = number->group[0].begin, end;
	struct letters letters;

	if (number->group[0].count != 4 || number->digit[0] == '0'
	    || !read_letters(text, number->group[0].end, &letters)
	    || (letters.is_word && !letters.is_capital)
	    || glyph_is_letter(glyph_before(text, begin).as)
	    || identifying_goes_on(text, begin, ".-/"))
		return false;
	*seen = (struct sighting){IDENTIFYING_POSTCODE, begin, letters.end};
	if (house_number_before(text, begin, letters.is_capital, &seen->begin))
		return true;
	seen->begin = begin;
	end = house_number_after(text, letters.end);
	if (end == 0 || is_case_of_year(number, &letters)
	    || (letters.is_word && is_among_capitals(text, begin)))
		return false;
	seen->end = end;
	return true;
}
