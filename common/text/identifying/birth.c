/* Days of birth: a day of a year behind a word that says that somebody was born on it. */

#include "text/calendar_names.h"
#include "text/identifying/parts.h"
#include "text/identifying/words.h"

static const char *const birth_words[] = {"geb", "geboren", "geboortedatum", "geboortedag",
    "gebdatum", "gebdat", "born", "dob", "birth", "birthday"};

/* So many words may stand between: geboren te Haarlem op zaterdag 3 oktober; behind a longer word a
 * point ends the sentence. */
enum { WORDS_BETWEEN = 4, LONGEST_SHORTENED = 6 };

/* Whether the day may still belong to the word behind which it stands: blanks and signs of a form
 * are all that is between. */
static bool
goes_on(struct bytes text, const struct token *word, size_t end)
{
	for (size_t at = word->end; at < end;) {
		struct glyph glyph = glyph_at(text, at);

		if (glyph.begin < end && (glyph.as < ' ' || strchr(" :=(-.", glyph.as) == NULL))
			return false;
		if (glyph.begin < end && glyph.as == '.' && strlen(word->text) > LONGEST_SHORTENED)
			return false;
		at = glyph.end;
	}
	return true;
}

/* Whether a birth word stands before at, with no digit between. */
static bool
is_of_birth(struct bytes text, size_t at)
{
	struct token word = words_before(text, at);

	for (unsigned i = 0; i <= WORDS_BETWEEN && words_is_word(&word) && goes_on(text, &word, at);
	     i++) {
		if (words_is_one_of(word.text, birth_words, WORDS_COUNT(birth_words)))
			return true;
		at = word.begin;
		word = words_before(text, at);
	}
	return false;
}

/* The groups that a day in numbers takes: 3-10-2018, 3/10/18, 2018-10-03, 03102018; 0 for none. */
static unsigned
groups_of_day(const struct number *number)
{
	const struct digit_group *group = number->group;

	if (group[0].count == 8 && identifying_is_date(number->digit))
		return 1;
	if (number->groups < 3)
		return 0;
	if (group[0].count <= 2 && group[1].count <= 2
	    && (group[2].count == 2 || group[2].count == 4))
		return 3;
	return group[0].count == 4 && group[1].count <= 2 && group[2].count <= 2 ? 3 : 0;
}

/* The end of a day with its month's name: 3 okt 2018, 3 oktober; 0 for none. */
static size_t
end_of_named_day(struct bytes text, const struct number *number)
{
	struct token month, year;

	if (number->group[0].count > 2)
		return 0;
	month = words_after(text, number->group[0].end);
	if (calendar_names_month(bytes_of(month.text)) == 0)
		return 0;
	year = words_after(text, month.end);
	return year.digits == 2 || year.digits == 4 ? year.end : month.end;
}

bool
identifying_birth(struct bytes text, const struct number *number, struct sighting *seen)
{
	size_t begin = number->group[0].begin;
	unsigned groups = groups_of_day(number);
	size_t end = groups > 0 ? number->group[groups - 1].end : end_of_named_day(text, number);

	if (end == 0 || !is_of_birth(text, begin))
		return false;
	*seen = (struct sighting){IDENTIFYING_BIRTH, begin, end};
	return true;
}
