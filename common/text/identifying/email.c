/*
 * E-mail addresses: a name, an @ and a domain with a dot.
 *
 * Also as people hide them from machines: name (at) school.nl, name[at]school(punt)nl. A plain
 * "at" between words is no sign of one: in Dutch it means that somebody ate.
 */

#include "text/identifying/parts.h"

/* Words that stand for @ and for a dot, in brackets. */
static const char *const at_words[] = {"at", "@", "apenstaart", "apenstaartje"};
static const char *const dot_words[] = {"dot", "punt", "."};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* What is longer is no address; where blanks stand beside the @, a longer last part is the
 * beginning of a sentence. */
enum { NAME_LENGTH = 64, DOMAIN_LENGTH = 255, SPACED_TOP_LENGTH = 4 };

static bool
is_open_bracket(char as)
{
	return as == '(' || as == '[' || as == '{' || as == '<';
}

static bool
is_closed_bracket(char as)
{
	return as == ')' || as == ']' || as == '}' || as == '>';
}

static struct glyph
skip_blank(struct bytes text, size_t at)
{
	struct glyph glyph = glyph_at(text, at);

	return glyph.as == ' ' ? glyph_at(text, glyph.end) : glyph;
}

/* The end of one of the words in brackets of which the first is open; 0 when it is none. */
static size_t
bracketed(struct bytes text, size_t open, const char *const words[], size_t count)
{
	struct glyph first = skip_blank(text, glyph_at(text, open).end);

	for (size_t i = 0; i < count; i++) {
		struct glyph glyph = first;
		const char *c = words[i];

		for (; *c != '\0' && glyph_small(glyph.as) == *c; c++)
			glyph = glyph_at(text, glyph.end);
		if (glyph.as == ' ')
			glyph = glyph_at(text, glyph.end);
		if (*c == '\0' && is_closed_bracket(glyph.as))
			return glyph.end;
	}
	return 0;
}

static bool
is_of_name(char as)
{
	return glyph_is_letter_or_digit(as) || (as > ' ' && strchr("._%+-'&=~", as) != NULL);
}

/* Where the name begins that ends at end; end itself when there is none. */
static size_t
name_before(struct bytes text, size_t end)
{
	size_t begin = end;

	for (unsigned length = 0; length < NAME_LENGTH; length++) {
		struct glyph glyph = glyph_before(text, end);

		if (!is_of_name(glyph.as))
			break;
		end = glyph.begin;
		if (glyph_is_letter_or_digit(glyph.as))
			begin = end;
	}
	return begin;
}

/* The dot at at, also a spelled one; an other glyph when there is none. */
static struct glyph
dot_at(struct bytes text, size_t at)
{
	struct glyph glyph = glyph_at(text, at), spelled = skip_blank(text, at);
	size_t end = 0;

	if (is_open_bracket(spelled.as))
		end = bracketed(text, spelled.begin, dot_words, COUNT(dot_words));
	if (end > 0)
		return (struct glyph){'.', glyph.begin, skip_blank(text, end).begin};
	return glyph;
}

/* The end of the domain at at; 0 when it has no dot with a top of letters after it. */
static size_t
domain_end(struct bytes text, size_t at, bool is_spaced)
{
	size_t end = 0;
	unsigned length = 0, letters = 0, dots = 0;

	for (; length < DOMAIN_LENGTH; length++) {
		struct glyph glyph = glyph_at(text, at);

		if (glyph_is_letter(glyph.as)) {
			letters++;
			if (dots > 0 && letters >= 2)
				end = glyph.end;
		} else if (!text_is_digit(glyph.as) && glyph.as != '-') {
			glyph = dot_at(text, at);
			if (glyph.as != '.' || length == 0)
				break;
			dots++;
			letters = 0;
		}
		at = glyph.end;
	}
	return is_spaced && letters > SPACED_TOP_LENGTH ? 0 : end;
}

bool
identifying_email(struct bytes text, size_t at, struct sighting *seen)
{
	struct glyph sign = glyph_at(text, at), before = glyph_before(text, at);
	size_t begin = at, end = sign.end;
	bool is_spaced = false;

	if (is_open_bracket(sign.as)) {
		end = bracketed(text, at, at_words, COUNT(at_words));
		is_spaced = true;
		if (end == 0)
			return false;
	}
	if (before.as == ' ') {
		begin = before.begin;
		is_spaced = true;
	}
	struct glyph after = skip_blank(text, end);
	is_spaced = is_spaced || after.begin > end;
	end = domain_end(text, after.begin, is_spaced);
	begin = name_before(text, begin);
	if (end == 0 || begin >= at || !is_of_name(glyph_at(text, begin).as))
		return false;
	*seen = (struct sighting){IDENTIFYING_EMAIL, begin, end};
	return true;
}
