/* Days of birth: a day of a year behind a word that says that somebody was born on it. */

#include "text/calendar_names.h"
#include "text/identifying/parts.h"
#include "text/identifying/words.h"

static const char *const birth_words[] = {"geb", "geboren", "geboortedatum", "geboortedag",
    "gebdatum", "gebdat", "born", "dob", "birth", "birthday"};

/* So many words may stand between: geboren in het ziekenhuis te Haarlem op zaterdag 3 oktober;
 * behind a longer word a point ends the sentence. */
enum { WORDS_BETWEEN = 7, LONGEST_SHORTENED = 6 };

enum { DAYS = 31, MONTHS = 12 };

/* Whether the day may still belong to the word behind which it stands: blanks, ends of lines and
 * signs of a form are all that is between. A comma is one right before the day alone; elsewhere
 * it ends what is said of the birth. */
static bool
goes_on(struct bytes text, const struct token *word, size_t end, bool is_before_day)
{
	const char *signs = is_before_day ? " \n:=()-.,|/[\"'" : " \n:=()-.|/[\"'";

	for (size_t at = word->end; at < end;) {
		struct glyph glyph = glyph_at(text, at);

		if (glyph.begin < end && (glyph.as < '\n' || strchr(signs, glyph.as) == NULL))
			return false;
		if (glyph.begin < end && glyph.as == '.' && strlen(word->text) > LONGEST_SHORTENED)
			return false;
		at = glyph.end;
	}
	return true;
}

static bool
is_birth_word(const struct token *word)
{
	return words_is_one_of(word->text, birth_words, WORDS_COUNT(birth_words));
}

/* Whether a birth word stands before at, with no digit between. */
static bool
is_of_birth(struct bytes text, size_t at)
{
	struct token word = words_before(text, at);
	bool is_before_day = true;

	for (unsigned i = 0; i <= WORDS_BETWEEN && words_is_word(&word); i++) {
		/* geb., 3-10-2018 */
		if (!goes_on(text, &word, at, is_before_day || is_birth_word(&word)))
			return false;
		if (is_birth_word(&word))
			return true;
		is_before_day = is_before_day && calendar_names_weekday(bytes_of(word.text));
		at = word.begin;
		word = words_before(text, at);
	}
	return false;
}

/* Whether two groups are a day without its year: 3-10, 3/10, 3.10; not groep 5/6, 3-10 dagen, 3.5
 * kg, om 9.05. */
static bool
is_day_of_year(struct bytes text, const struct number *number)
{
	static const char *const others[] = {"groep", "groepen", "klas", "leerjaar", "lokaal",
	    "kamer", "week", "weken", "blz", "bladzijde", "pagina", "om", "met"};
	const struct digit_group *group = number->group;
	unsigned first, second;
	struct token word, counted;

	if (number->groups != 2 || group[0].count > 2 || group[1].count > 2
	    || strchr("-/.", group[1].separator) == NULL
	    || (group[1].separator == '.' && group[1].is_spaced))
		return false;
	first = identifying_value(number, 0);
	second = identifying_value(number, 1);
	if (first < 1 || second < 1 || first > DAYS || second > DAYS
	    || (first > MONTHS && second > MONTHS))
		return false;
	word = words_before(text, group[0].begin);
	counted = words_after(text, group[1].end);
	return !words_is_one_of(word.text, others, WORDS_COUNT(others))
	    && glyph_at(text, group[1].end).as != '%' && !words_are_counted(&counted);
}

/* The groups that a day in numbers takes: 3-10-2018, 3/10/18, 2018-10-03, 03102018, 3-10; 0 for
 * none. */
static unsigned
groups_of_day(struct bytes text, const struct number *number)
{
	const struct digit_group *group = number->group;

	if (group[0].count == 8 && identifying_is_date(number->digit))
		return 1;
	if (number->groups < 3)
		return is_day_of_year(text, number) ? 2 : 0;
	if (group[0].count <= 2 && group[1].count <= 2
	    && (group[2].count == 2 || group[2].count == YEAR_DIGITS))
		return 3;
	return group[0].count == YEAR_DIGITS && group[1].count <= 2 && group[2].count <= 2 ? 3 : 0;
}

static bool
is_month(const struct token *token)
{
	return calendar_names_month(bytes_of(token->text)) > 0;
}

/* Where the year at at ends; at itself when none stands there. */
static size_t
end_of_year(struct bytes text, size_t at)
{
	struct token year = words_after(text, at);

	return (year.digits == 2 || year.digits == YEAR_DIGITS) && year.text[year.digits] == '\0'
	    ? year.end
	    : at;
}

/* The end of the number's first group, with what makes it the first or the third. */
static size_t
end_of_ordinal(struct bytes text, const struct number *number)
{
	static const char *const endings[] = {"e", "de", "ste", "st", "nd", "rd", "th"};
	size_t end = number->group[0].end;
	struct token ending = words_after(text, end);

	return ending.begin == end && words_is_one_of(ending.text, endings, WORDS_COUNT(endings))
	    ? ending.end
	    : end;
}

/* A day with its month's name, from begin to end: end is 0 for none. */
struct named_day {
	size_t begin, end;
};

/* A day behind its month: October 3, 2015, okt. 3; not in mei 3 keer. */
static struct named_day
day_behind_month(struct bytes text, const struct number *number)
{
	struct token month = words_before(text, number->group[0].begin), next;
	size_t day = end_of_ordinal(text, number), end;

	if (!is_month(&month) || !goes_on(text, &month, number->group[0].begin, false))
		return (struct named_day){0, 0};
	end = end_of_year(text, day);
	next = words_after(text, day);
	return (struct named_day){month.begin, end == day && words_are_counted(&next) ? 0 : end};
}

/* A day with its month's name: 3 okt 2018, 3 oktober, October 3, 2018, 2018 oktober 3. */
static struct named_day
read_named_day(struct bytes text, const struct number *number)
{
	const struct digit_group *group = &number->group[0];
	bool is_year = group->count == YEAR_DIGITS;
	struct token month = words_after(text, is_year ? group->end : end_of_ordinal(text, number));

	if (group->count > 2 && !is_year)
		return (struct named_day){0, 0};
	if (is_year) {
		struct token day = words_after(text, month.end);
		bool is_day = is_month(&month) && (day.digits == 1 || day.digits == 2);

		return (struct named_day){group->begin, is_day ? day.end : 0};
	}
	if (is_month(&month))
		return (struct named_day){group->begin, end_of_year(text, month.end)};
	return day_behind_month(text, number);
}

bool
identifying_birth(struct bytes text, const struct number *number, struct sighting *seen)
{
	unsigned groups = groups_of_day(text, number);
	struct named_day day = {number->group[0].begin, 0};

	if (groups > 0)
		day.end = number->group[groups - 1].end;
	else
		day = read_named_day(text, number);
	if (day.end == 0 || !is_of_birth(text, day.begin))
		return false;
	*seen = (struct sighting){IDENTIFYING_BIRTH, day.begin, day.end};
	return true;
}
