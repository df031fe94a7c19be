#include "text/identifying/words.h"

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
    "gesprekken", "signalen", "meldingen", "km", "meter", "cm", "kg", "kilo", "gram", "liter",
    "pond", "uren", "kwartier", "graden", "jongens", "meisjes", "meiden", "jongeren", "ouders",
    "vrouwen", "mannen", "vrienden", "vriendinnen", "klasgenoten", "agenten", "honden", "katten",
    "huizen", "auto", "fietsen", "januari", "februari", "maart", "april", "mei", "juni", "juli",
    "augustus", "september", "oktober", "november", "december", "jan", "feb", "mrt", "apr", "jun",
    "jul", "aug", "sep", "sept", "okt", "nov", "dec"};

/* Words that say that a house number follows. */
static const char *const number_words[] = {
    "nr", "no", "num", "nummer", "huisnr", "huisnummer", "hnr"};

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

struct token
words_after(struct bytes text, size_t at)
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

struct token
words_before(struct bytes text, size_t at)
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

bool
words_is_word(const struct token *token)
{
	return token->text[0] != '\0' && token->digits == 0;
}

bool
words_is_one_of(const char *word, const char *const words[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(word, words[i]) == 0)
			return true;
	return false;
}

bool
words_is_house_number(const struct token *token)
{
	size_t letters = strlen(token->text) - token->digits;

	if (token->digits == 0 || token->digits > 5 || token->text[0] == '0' || letters > 3)
		return false;
	if (token->digits == 4
	    && (memcmp(token->text, "19", 2) == 0 || memcmp(token->text, "20", 2) == 0))
		return false;
	return letters == 0
	    || !words_is_one_of(
		token->text + token->digits, counted_words, WORDS_COUNT(counted_words));
}

bool
words_is_counting(struct bytes text, const struct token *token)
{
	struct glyph mark = glyph_at(text, token->end);
	struct token next = words_after(text, token->end);

	if (mark.as == '%')
		return true;
	if (mark.as > ' ' && strchr(".,:/", mark.as) != NULL
	    && text_is_digit(glyph_at(text, mark.end).as))
		return true;
	if (mark.as == '-' && next.digits > 0 && next.next == '-')
		return true;
	return words_are_counted(&next);
}

bool
words_are_counted(const struct token *token)
{
	return words_is_one_of(token->text, counted_words, WORDS_COUNT(counted_words));
}

bool
words_is_of_number(const struct token *token)
{
	return words_is_one_of(token->text, number_words, WORDS_COUNT(number_words));
}

bool
words_counts(const struct token *token)
{
	return words_is_one_of(token->text, counting_words, WORDS_COUNT(counting_words));
}
