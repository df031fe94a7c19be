#include "sheet/common_words.h"

#include "text/fold.h"
#include "text/text.h"

enum { WORD_LEAST = 4 };

/* Words that stand in all sorts of sentences, and say nothing of what was seen. */
static const char *const little_words[] = {"door", "voor", "over", "naar", "niet", "geen", "zijn",
    "haar", "heeft", "hebben", "wordt", "worden", "werd", "deze", "maar", "veel", "vaak", "weer",
    "zelf", "kind", "child", "omdat", "waar", "soms", "altijd", "nooit", "tegen", "zonder", "onder",
    "tussen", "andere", "with", "from", "that", "this", "does"};

/* Endings that leave a word the same: blauwe, ogen, slaapt, plekjes. */
static const char *const endings[] = {"e", "s", "n", "t", "en", "je", "jes"};

/* What a person may write, and a word of the vocabulary's that says the same: what is done to a
 * child most of all, since an urgent word must not be missed for want of the right one. */
static const struct same {
	const char *written, *word;
} same_words[] = {
    {"verkracht", "misbruik"},
    {"verkracht", "seksueel"},
    {"verkracht", "seksuele"},
    {"verkrachting", "misbruik"},
    {"verkrachting", "seksueel"},
    {"verkrachting", "seksuele"},
    {"aangerand", "misbruik"},
    {"aangerand", "seksueel"},
    {"aangerand", "seksuele"},
    {"misbruikt", "misbruik"},
    {"misbruikt", "seksueel"},
    {"geschopt", "geslagen"},
    {"mishandeling", "mishandeld"},
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* A word longer than this is none of ours: what it folds to always has room. */
enum { WORD_LENGTH = 24 };

static bool
is_of_word(char c)
{
	return text_is_letter_or_digit(c) || (unsigned char)c >= 0x80;
}

/* Takes the next word off the text; one of no length at its end. */
static struct bytes
take_word(struct bytes *text)
{
	size_t begin = 0, end;
	struct bytes word;

	while (begin < text->length && !is_of_word(text->at[begin]))
		begin++;
	for (end = begin; end < text->length && is_of_word(text->at[end]);)
		end++;
	word = (struct bytes){text->at + begin, end - begin};
	*text = (struct bytes){text->at + end, text->length - end};
	return word;
}

static struct bytes
folded_bytes(const struct common_word *word)
{
	return (struct bytes){word->folded, word->length};
}

/* Folds a word; false when it is too short or too long, or a little one. */
static bool
read_word(struct bytes written, struct common_word *word)
{
	_Static_assert(WORD_LENGTH * 5 + 1 <= COMMON_WORD_SIZE, "a folded word has room");

	if (written.length > WORD_LENGTH)
		return false;
	word->length = fold(written, word->folded);
	for (size_t i = 0; i < COUNT(little_words); i++)
		if (bytes_equal(folded_bytes(word), bytes_of(little_words[i])))
			return false;
	return word->length >= WORD_LEAST;
}

void
common_words_read(struct bytes written, struct common_words *words)
{
	words->count = 0;
	for (struct bytes word;
	     words->count < COMMON_WORDS_MAX && (word = take_word(&written)).length > 0;)
		words->count += read_word(word, &words->word[words->count]);
}

/* Whether longer is shorter with one of the endings. */
static bool
is_inflected(struct bytes shorter, struct bytes longer)
{
	struct bytes begin = {longer.at, shorter.length}, ending;

	if (longer.length <= shorter.length || !bytes_equal(begin, shorter))
		return false;
	ending = (struct bytes){longer.at + shorter.length, longer.length - shorter.length};
	for (size_t i = 0; i < COUNT(endings); i++)
		if (bytes_equal(ending, bytes_of(endings[i])))
			return true;
	return false;
}

static bool
is_same(struct bytes written, struct bytes word)
{
	return bytes_equal(written, word) || is_inflected(written, word)
	    || is_inflected(word, written);
}

/* Whether a word of the form is the wanted one. Nearly all forms have not even its beginning. */
static bool
has_word(struct bytes wanted, struct bytes form, struct bytes folded)
{
	struct common_word word;

	if (memmem(folded.at, folded.length, wanted.at, WORD_LEAST) == NULL)
		return false;
	for (struct bytes other; (other = take_word(&form)).length > 0;)
		if (read_word(other, &word) && is_same(wanted, folded_bytes(&word)))
			return true;
	return false;
}

/* Whether the form has a word that says the same. */
static bool
has_same(struct bytes written, struct bytes form, struct bytes folded)
{
	for (size_t i = 0; i < COUNT(same_words); i++)
		if (bytes_equal(written, bytes_of(same_words[i].written))
		    && has_word(bytes_of(same_words[i].word), form, folded))
			return true;
	return has_word(written, form, folded);
}

unsigned
common_words_letters(const struct common_words *words, struct bytes form, struct bytes folded)
{
	size_t letters = 0;

	for (size_t i = 0; i < words->count; i++)
		if (has_same(folded_bytes(&words->word[i]), form, folded))
			letters += words->word[i].length;
	return (unsigned)letters;
}
