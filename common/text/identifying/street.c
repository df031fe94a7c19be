/* Streets with a house number: a name with a capital that ends as a street's does. */

#include "text/identifying/parts.h"
#include "text/identifying/words.h"

static const char *const ends[] = {
    "straat", "laan", "weg", "plein", "kade", "gracht", "dijk", "hof"};

/* Words that end so and are no street of anybody. */
static const char *const no_streets[] = {"schoolplein", "speelplein", "onderweg", "halverweg",
    "snelweg", "kerkhof", "gerechtshof", "voorhof"};

/* Whether the name of a street stands in the token: before its end is something more. */
static bool
is_street(const struct token *token)
{
	size_t length = strlen(token->text);

	if (!words_is_word(token)
	    || words_is_one_of(token->text, no_streets, WORDS_COUNT(no_streets)))
		return false;
	for (size_t i = 0; i < WORDS_COUNT(ends); i++) {
		size_t end = strlen(ends[i]);

		if (length > end && strcmp(token->text + length - end, ends[i]) == 0)
			return true;
	}
	return false;
}

/* Whether a capital stands at at: A to Z, or one of them with an accent (C3 80 to C3 9E). */
static bool
is_capital_at(struct bytes text, size_t at)
{
	return text_is_capital(glyph_at(text, at).as)
	    || (at + 1 < text.length && (unsigned char)text.at[at] == 0xC3
		&& (unsigned char)text.at[at + 1] < 0x9F);
}

/* So many words may stand between a street and the word for its number: Kerkstraat op nummer 5. */
enum { WORDS_BETWEEN = 3, LITTLE_WORD = 4 };

/* What may stand between a street and its number, or the word for it. */
static const char signs[] = " ,\n(:-.";

/* Whether some of the signs alone stand between two places. */
static bool
is_gap(struct bytes text, size_t at, size_t end, const char *allowed)
{
	while (at < end) {
		struct glyph glyph = glyph_at(text, at);

		if (glyph.begin < end && (glyph.as < '\n' || strchr(allowed, glyph.as) == NULL))
			return false;
		at = glyph.end;
	}
	return true;
}

static bool
is_street_at(struct bytes text, const struct token *word)
{
	return is_street(word) && is_capital_at(text, word->begin);
}

/* The street some words before the word for its number: Kerkstraat, op nummer 5. Its text is ""
 * when there is none. */
static struct token
street_of_number(struct bytes text, const struct token *number_word)
{
	size_t end = number_word->begin;
	struct token word = words_before(text, end);

	for (unsigned i = 0; i <= WORDS_BETWEEN && words_is_word(&word); i++) {
		if (!is_gap(text, word.end, end, i == 0 ? signs : " ,\n"))
			break;
		if (is_street_at(text, &word))
			return word;
		end = word.begin;
		word = words_before(text, end);
	}
	return (struct token){.text = ""};
}

/* Whether behind a sign that also parts sentences, as in Kerkstraat: 5, the number counts what a
 * longer word in small letters says: op de Kerkstraat: 2 jongens. */
static bool
counts_behind_sign(struct bytes text, size_t street, const struct token *house)
{
	struct token next = words_after(text, house->end);
	char first = glyph_at(text, next.begin).as;

	return !is_gap(text, street, house->begin, " ,\n") && house->next == ' '
	    && words_is_word(&next) && !text_is_capital(first) && strlen(next.text) >= LITTLE_WORD;
}

bool
identifying_street(struct bytes text, const struct number *number, struct sighting *seen)
{
	size_t begin = number->group[0].begin;
	char before = glyph_before(text, begin).as;
	struct token house, word;

	if (before < '\n' || (!glyph_is_letter(before) && strchr(signs, before) == NULL))
		return false;
	word = words_before(text, begin);
	if (words_is_of_number(&word))
		word = street_of_number(text, &word);
	else if (!is_street_at(text, &word) || !is_gap(text, word.end, begin, " ,\n(:-"))
		return false;
	house = words_after(text, begin);
	if (word.text[0] == '\0' || !words_is_house_number(&house)
	    || words_is_counting(text, &house) || counts_behind_sign(text, word.end, &house))
		return false;
	*seen = (struct sighting){IDENTIFYING_STREET, word.begin, house.end};
	return true;
}
