/*
 * The vocabulary's table and its look-ups.
 *
 * Finding a canonical token is on the path of every record, so the words stand
 * in an open-addressing index that is filled once, at the first look-up.
 */

#include "records/vocabulary.h"

#include <stdint.h>

#include "tool/diagnostics.h"
#include "text/text.h"

static const struct word_entry entries[WORD_COUNT] = {
    [WORD_NONE] = {NO_LIST, "", "", "", "", AREA_NONE, TOPIC_NONE, CLASS_NONE},
#define LIST(list)
#define WORD(list, name, token, dutch_token, dutch, english, area, topic, class)                   \
	[list##_##name] = {LIST_##list, token, dutch_token, dutch, english, AREA_##area,           \
	    TOPIC_##topic, CLASS_##class},
#define END(list)
#include "records/vocabulary.def"
#undef LIST
#undef WORD
#undef END
};

static const struct {
	const char *name, *dutch_name;
	enum word first, end;
} lists[LIST_COUNT] = {
    [NO_LIST] = {"", "", WORD_NONE, WORD_NONE},
#define LOWER(list, name, dutch_name) [LIST_##list] = {name, dutch_name, list##_FIRST, list##_END}
    LOWER(COLUMN, "column", "kolom"),
    LOWER(KIND, "kind", "soort"),
    LOWER(OUTCOME, "outcome", "uitkomst"),
    LOWER(ACTION, "action", "actie"),
    LOWER(SIGNAL, "signal", "signaal"),
    LOWER(KNOWN, "source", "bron"),
    LOWER(PARTNER, "partner", "partner"),
    LOWER(MANNER, "manner", "wijze"),
    LOWER(PARTY, "party", "gesprekspartner"),
    LOWER(TALK, "talk", "gesprek"),
    LOWER(QUESTION, "question", "vraag"),
    LOWER(ANSWER, "answer", "antwoord"),
    LOWER(PLAN, "plan", "afspraak"),
    LOWER(NEED, "need", "behoefte"),
    LOWER(SCHOOL, "school", "randvoorwaarde"),
    LOWER(ROLE, "role", "functie"),
#undef LOWER
};

/* A power of two, over twice the number of words so that probes stay short. */
enum { INDEX_SIZE = 1024 };

static uint8_t token_index[INDEX_SIZE];
static uint8_t token_length[WORD_COUNT];
static bool index_is_filled;

_Static_assert(WORD_COUNT <= UINT8_MAX, "a word must fit the index and a record's byte");

/* First, last and middle byte and the length tell the tokens of a list well apart. */
static unsigned
slot_of(enum word_list list, const char *token, size_t length)
{
	unsigned mix = (unsigned)list * 977u + (unsigned)length * 131u;

	mix += (unsigned char)token[0] * 31u;
	mix += (unsigned char)token[length / 2] * 257u;
	mix += (unsigned char)token[length - 1] * 61u;
	return (mix ^ mix >> 7) % INDEX_SIZE;
}

static void
fill_index(void)
{
	for (enum word word = WORD_NONE + 1; word < WORD_COUNT; word++) {
		size_t length = strlen(entries[word].token);
		unsigned slot = slot_of(entries[word].list, entries[word].token, length);

		while (token_index[slot] != WORD_NONE)
			slot = (slot + 1) % INDEX_SIZE;
		token_index[slot] = (uint8_t)word;
		token_length[word] = (uint8_t)length;
	}
	index_is_filled = true;
}

enum word
vocabulary_find(enum word_list list, struct bytes token)
{
	if (!index_is_filled)
		fill_index();
	if (token.length == 0)
		return WORD_NONE;
	for (unsigned slot = slot_of(list, token.at, token.length);;
	     slot = (slot + 1) % INDEX_SIZE) {
		enum word word = token_index[slot];

		if (word == WORD_NONE)
			return WORD_NONE;
		if (entries[word].list == list
		    && bytes_equal((struct bytes){entries[word].token, token_length[word]}, token))
			return word;
	}
}

enum word
vocabulary_recognise(enum word_list list, struct bytes written)
{
	written = text_trim(written);
	if (written.length == 0)
		return WORD_NONE;
	for (enum word word = lists[list].first; word < lists[list].end; word++) {
		const struct word_entry *entry = &entries[word];

		if (text_equal_ignoring_case(written, bytes_of(entry->token))
		    || text_equal_ignoring_case(written, bytes_of(entry->dutch_token))
		    || text_equal_ignoring_case(written, bytes_of(entry->dutch))
		    || text_equal_ignoring_case(written, bytes_of(entry->english)))
			return word;
	}
	return WORD_NONE;
}

const struct word_entry *
vocabulary_entry(enum word word)
{
	return &entries[word];
}

enum word
vocabulary_partner_for(enum topic topic)
{
	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++)
		if (vocabulary_is_member(partner) && entries[partner].topic == topic)
			return partner;
	return PARTNER_KERNTEAM;
}

const char *
vocabulary_token(enum word word)
{
	return entries[word].token;
}

/* Which of the vocabulary's two languages messages take is for their catalogue to say. */
static bool
messages_are_dutch(void)
{
	return strcmp(_("en"), "nl") == 0;
}

const char *
vocabulary_name(enum word word)
{
	const struct word_entry *entry = &entries[word];

	return entry->dutch_token[0] != '\0' && messages_are_dutch() ? entry->dutch_token
								     : entry->token;
}

const char *
vocabulary_list_name(enum word_list list)
{
	return messages_are_dutch() ? lists[list].dutch_name : lists[list].name;
}

enum word
vocabulary_first(enum word_list list)
{
	return lists[list].first;
}

enum word
vocabulary_end(enum word_list list)
{
	return lists[list].end;
}
