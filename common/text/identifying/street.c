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

/* Whether blanks and commas alone stand between two places. */
static bool
is_gap(struct bytes text, size_t at, size_t end)
{
	while (at < end) {
		struct glyph glyph = glyph_at(text, at);

		if (glyph.begin < end && glyph.as != ' ' && glyph.as != ',' && glyph.as != '\n')
			return false;
		at = glyph.end;
	}
	return true;
}

bool
identifying_street(struct bytes text, const struct number *number, struct sighting *seen)
{
	size_t end = number->group[0].begin;
	char before = glyph_before(text, end).as;
	struct token house, word;

	/* Most numbers of a log are those of its ids, as in K-12. */
	if (before != ' ' && before != ',' && before != '.' && before != '\n')
		return false;
	house = words_after(text, end);
	word = words_before(text, end);
	if (words_is_of_number(&word)) {
		end = word.begin;
		word = words_before(text, word.begin);
	}
	if (!is_street(&word) || !is_capital_at(text, word.begin) || !is_gap(text, word.end, end)
	    || !words_is_house_number(&house) || words_is_counting(text, &house))
		return false;
	*seen = (struct sighting){IDENTIFYING_STREET, word.begin, house.end};
	return true;
}
