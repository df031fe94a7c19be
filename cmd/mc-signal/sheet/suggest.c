#include "sheet/suggest.h"

#include "text/text.h"

/* Longer than any token and its typing errors. */
enum { LONGEST = 40 };

static unsigned
least_of(unsigned a, unsigned b, unsigned c)
{
	unsigned least = a < b ? a : b;

	return least < c ? least : c;
}

static unsigned char
small(char c)
{
	return (unsigned char)(text_is_capital(c) ? c + ('a' - 'A') : c);
}

/* How many letters must be added, left out, changed or swapped with the next to make one of the
 * other (optimal string alignment). */
static unsigned
distance(struct bytes a, struct bytes b)
{
	unsigned row[3][LONGEST + 1];

	for (size_t j = 0; j <= b.length; j++)
		row[0][j] = (unsigned)j;
	for (size_t i = 1; i <= a.length; i++) {
		unsigned *now = row[i % 3], *before = row[(i + 2) % 3], *earlier = row[(i + 1) % 3];

		now[0] = (unsigned)i;
		for (size_t j = 1; j <= b.length; j++) {
			bool equal = small(a.at[i - 1]) == small(b.at[j - 1]);

			now[j] = least_of(
			    before[j] + 1, now[j - 1] + 1, before[j - 1] + (equal ? 0 : 1));
			if (i > 1 && j > 1 && small(a.at[i - 1]) == small(b.at[j - 2])
			    && small(a.at[i - 2]) == small(b.at[j - 1])
			    && earlier[j - 2] + 1 < now[j])
				now[j] = earlier[j - 2] + 1;
		}
	}
	return row[a.length % 3][b.length];
}

/* One letter in five may be wrong, and one more. */
static bool
is_close(unsigned errors, size_t length)
{
	return errors <= 1 + length / 5;
}

const char *
suggest_word(enum word_list list, struct bytes written)
{
	const char *best = NULL;
	unsigned fewest = LONGEST;

	written = text_trim(written);
	if (written.length < 2 || written.length > LONGEST)
		return NULL;
	for (enum word word = vocabulary_first(list); word < vocabulary_end(list); word++) {
		const char *tokens[] = {
		    vocabulary_entry(word)->dutch_token, vocabulary_token(word)};

		for (size_t i = 0; i < 2; i++) {
			struct bytes token = bytes_of(tokens[i]);
			unsigned errors;

			if (token.length == 0 || token.length > LONGEST)
				continue;
			errors = distance(written, token);
			if (errors < fewest && is_close(errors, token.length)) {
				fewest = errors;
				best = tokens[i];
			}
		}
	}
	return best;
}
