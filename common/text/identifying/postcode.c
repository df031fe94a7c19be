/*
 * Postcodes with a house number: together they are one address.
 *
 * In small letters a postcode is hard to tell from a year and a word (1998 en 12, 2026 om 9 uur),
 * so those two letters must be no word, and in capitals a word among capitals is one too.
 */

#include "text/identifying/parts.h"

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

/* Words that say that a house number follows. */
static const char *const number_words[] = {
    "nr", "no", "num", "nummer", "huisnr", "huisnummer", "hnr"};

/* Words after which a number is none of a house. */
static const char *const counting_words[] = {"groep", "groepen", "lokaal", "klas", "kamer", "unit",
    "leerjaar", "week", "weken", "fase", "stap", "vraag", "bijlage", "blz", "pagina", "punt",
    "leeftijd", "om", "op", "van", "tot", "in", "is", "zijn", "was", "waren", "heeft", "had", "met",
    "en", "of", "na", "voor", "ongeveer", "circa", "ca", "plus", "maar", "nog", "al", "de", "het",
    "pas", "bijna", "rond", "keer", "kind", "leerling", "casus", "zaak"};

/* Words before which a number is none of a house. */
static const char *const counted_words[] = {"uur", "u", "keer", "maal", "x", "jaar", "jr", "dag",
    "dagen", "week", "weken", "maand", "maanden", "min", "minuten", "euro", "procent", "kinderen",
    "kind", "leerlingen", "broers", "broertjes", "zussen", "zusjes", "personen", "mensen",
    "gesprekken", "signalen", "meldingen", "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december", "jan", "feb", "mrt", "apr",
    "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec"};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* A longer word is none of ours; that many words may stand between a postcode and its street; a
 * gap of more between two words parts them. */
enum { WORD_LENGTH = 40, WORDS_BETWEEN = 5, GAP_LENGTH = 4 };

/* Letters and digits that stand together, in small letters. */
struct token {
	char text[WORD_LENGTH + 1]; /* "" for none */
	size_t begin, end;
	unsigned digits; /* that it begins with */
	char next;	 /* the character after it */
};

/* Measures the token from its first character to its end. */
static void
fill_token(struct bytes text, struct token *token, size_t limit)
{
	unsigned length = 0;

	token->digits = 0;
	for (size_t at = token->begin; at < limit && length < WORD_LENGTH;) {
		struct glyph glyph = glyph_at(text, at);

		if (text_is_digit(glyph.as) && token->digits == length)
			token->digits++;
		token->text[length++] = glyph_small(glyph.as);
		at = glyph.end;
	}
	token->text[length] = '\0';
	token->end = limit;
	token->next = glyph_at(text, limit).as;
}

/* The token at or after at. A digit directly behind letters begins another one. */
static struct token
token_after(struct bytes text, size_t at)
{
	struct glyph glyph = glyph_at(text, at);
	struct token token = {.text = ""};

	for (unsigned gap = 0; gap < GAP_LENGTH && !glyph_is_letter_or_digit(glyph.as); gap++)
		glyph = glyph_at(text, glyph.end);
	token.begin = token.end = glyph.begin;
	for (unsigned i = 0; i < WORD_LENGTH && glyph_is_letter_or_digit(glyph.as); i++) {
		token.end = glyph.end;
		glyph = glyph_at(text, glyph.end);
	}
	if (!glyph_is_letter_or_digit(glyph.as))
		fill_token(text, &token, token.end);
	return token;
}

/* The token that ends at or before at. */
static struct token
token_before(struct bytes text, size_t at)
{
	struct glyph glyph = glyph_before(text, at);
	struct token token = {.text = ""};

	for (unsigned gap = 0; gap < GAP_LENGTH && !glyph_is_letter_or_digit(glyph.as); gap++)
		glyph = glyph_before(text, glyph.begin);
	token.begin = token.end = glyph.end;
	for (unsigned i = 0; i < WORD_LENGTH && glyph_is_letter_or_digit(glyph.as); i++) {
		token.begin = glyph.begin;
		glyph = glyph_before(text, glyph.begin);
	}
	if (!glyph_is_letter_or_digit(glyph.as))
		fill_token(text, &token, token.end);
	return token;
}

static bool
is_one_of(const char *word, const char *const words[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(word, words[i]) == 0)
			return true;
	return false;
}

static bool
is_word(const struct token *token)
{
	return token->text[0] != '\0' && token->digits == 0;
}

static bool
ends_as_street(const struct token *token)
{
	size_t length = strlen(token->text);

	for (size_t i = 0; is_word(token) && i < COUNT(street_ends); i++) {
		size_t end = strlen(street_ends[i]);

		if (length >= end && strcmp(token->text + length - end, street_ends[i]) == 0)
			return true;
	}
	return false;
}

/* Whether the token can be a house number: 12, 12a, 12bis; no year. */
static bool
is_house_number(const struct token *token)
{
	size_t letters = strlen(token->text) - token->digits;

	if (token->digits == 0 || token->digits > 5 || token->text[0] == '0' || letters > 3)
		return false;
	if (token->digits == 4
	    && (memcmp(token->text, "19", 2) == 0 || memcmp(token->text, "20", 2) == 0))
		return false;
	return letters == 0
	    || !is_one_of(token->text + token->digits, counted_words, COUNT(counted_words));
}

/* Whether the number counts or dates something: 9:05, 2,5, 12-10-2026, 3 keer, 50%. */
static bool
is_counting(struct bytes text, const struct token *token)
{
	struct glyph mark = glyph_at(text, token->end);
	struct token next = token_after(text, token->end);

	if (mark.as == '%')
		return true;
	if (mark.as > ' ' && strchr(".,:/", mark.as) != NULL
	    && text_is_digit(glyph_at(text, mark.end).as))
		return true;
	if (mark.as == '-' && next.digits > 0 && next.next == '-')
		return true;
	return is_one_of(next.text, counted_words, COUNT(counted_words));
}

static bool
is_number_word(const struct token *token)
{
	return is_one_of(token->text, number_words, COUNT(number_words));
}

/* The end of the house number after a postcode: at once, or behind its street; 0 for none. */
static size_t
house_number_after(struct bytes text, size_t at)
{
	struct token word = {.text = ""}, house = token_after(text, at);

	for (unsigned i = 0; i <= WORDS_BETWEEN && house.text[0] != '\0'; i++) {
		if (is_house_number(&house) && i <= 1 && is_number_word(&word))
			return house.end;
		if (is_house_number(&house) && (i == 0 || ends_as_street(&word))
		    && !is_counting(text, &house))
			return house.end;
		word = house;
		house = token_after(text, word.end);
	}
	return 0;
}

/* Whether the house number that stands i tokens before a postcode is one by the word before it.
 * Right before capitals any word that does not count is a street's. */
static bool
is_street(const struct token *word, const struct token *house, unsigned i, bool is_capital)
{
	if (ends_as_street(word) || is_number_word(word))
		return true;
	return i == 0 && is_capital && house->next != ')' && is_word(word)
	    && !is_one_of(word->text, counting_words, COUNT(counting_words));
}

/* Sets *begin to where the house number before a postcode begins. */
static bool
house_number_before(struct bytes text, size_t at, bool is_capital, size_t *begin)
{
	struct token house = token_before(text, at);

	for (unsigned i = 0; i <= WORDS_BETWEEN && house.text[0] != '\0'; i++) {
		struct token word = token_before(text, house.begin);

		*begin = house.begin;
		if (is_house_number(&house) && is_street(&word, &house, i, is_capital))
			return true;
		house = word;
	}
	return false;
}

struct letters {
	char small[3];
	size_t begin, end;
	bool is_capital, is_word;
};

/* Reads the two letters after the digits that end at at. */
static bool
read_letters(struct bytes text, size_t at, struct letters *letters)
{
	struct glyph first = glyph_at(text, at);

	for (unsigned blanks = 0; first.as == ' ' && blanks < 2; blanks++)
		first = glyph_at(text, first.end);
	struct glyph second = glyph_at(text, first.end);
	if (!glyph_is_letter(first.as) || !glyph_is_letter(second.as)
	    || glyph_is_letter(glyph_at(text, second.end).as))
		return false;
	*letters =
	    (struct letters){{glyph_small(first.as), glyph_small(second.as), '\0'}, first.begin,
		second.end, text_is_capital(first.as) && text_is_capital(second.as), false};
	/* Glued to its digits it is no word. */
	letters->is_word = first.begin > at
	    && is_one_of(letters->small, two_letter_words, COUNT(two_letter_words));
	return first.as != GLYPH_LETTER && second.as != GLYPH_LETTER
	    && !is_one_of(letters->small, unused_letters, COUNT(unused_letters));
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
	if (end == 0 || (letters.is_word && is_among_capitals(text, begin)))
		return false;
	seen->end = end;
	return true;
}
