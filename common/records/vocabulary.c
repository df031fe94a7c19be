/*
 * The vocabulary's table and its look-ups.
 *
 * Finding a canonical token is on the path of every record, so the words stand
 * in an open-addressing index. What people write is found in a sorted list of
 * all folded forms. Both are made once, at the first look-up.
 */

#include "records/vocabulary.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "text/fold.h"
#include "tool/diagnostics.h"
#include "tool/memory.h"

/* The tables are made of words alone. */
#define LIST(list)
#define END(list)

static const struct word_entry entries[WORD_COUNT] = {
    [WORD_NONE] = {.token = ""},
#define PLAIN	       .area = AREA_NONE
#define ABOUT(a, t, c) .area = AREA_##a, .topic = TOPIC_##t, .class = CLASS_##c
#define LEVEL(n, may)  .protection = n, .approach = may
#define SORT(s, t)     .sort = SORT_##s, .topic = TOPIC_##t
#define WORD(of_list, name, of_token, dutch_token, traits, dutch, english, synonyms)               \
	[of_list##_##name] = {                                                                     \
	    .token = of_token, .list = LIST_##of_list, .length = sizeof(of_token) - 1, traits},
#include "records/vocabulary.def"
#undef PLAIN
#undef ABOUT
#undef LEVEL
#undef SORT
#undef WORD
};

/* What people call the words: all names in a row, and where each begins; no pointers here. */
static const struct {
	char none[1];
#define WORD(list, name, token, dutch_token, traits, dutch, english, synonyms)                     \
	char list##_##name##_token[sizeof(dutch_token)];                                           \
	char list##_##name##_dutch[sizeof(dutch)];                                                 \
	char list##_##name##_english[sizeof(english)];                                             \
	char list##_##name##_synonyms[sizeof(synonyms)];
#include "records/vocabulary.def"
#undef WORD
} said = {
    "",
#define WORD(list, name, token, dutch_token, traits, dutch, english, synonyms)                     \
	dutch_token, dutch, english, synonyms,
#include "records/vocabulary.def"
#undef WORD
};

static const struct {
	uint16_t dutch_token, dutch, english, synonyms;
} begins[WORD_COUNT] = {
#define WORD(list, name, ...)                                                                      \
	[list##_##name] = {offsetof(__typeof__(said), list##_##name##_token),                      \
	    offsetof(__typeof__(said), list##_##name##_dutch),                                     \
	    offsetof(__typeof__(said), list##_##name##_english),                                   \
	    offsetof(__typeof__(said), list##_##name##_synonyms)},
#include "records/vocabulary.def"
#undef WORD
};

_Static_assert(sizeof(said) <= UINT16_MAX, "16 bits must tell where a name begins");

static const struct {
	const char *name, *dutch_name;
	enum word first, end;
} lists[LIST_COUNT] = {
    [NO_LIST] = {"", "", WORD_NONE, WORD_NONE},
#define LOWER(list, name, dutch_name) [LIST_##list] = {name, dutch_name, list##_FIRST, list##_END}
    LOWER(COLUMN, "column", "kolom"),
    LOWER(SHEET, "column of a sheet", "kolom van een blad"),
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
    LOWER(TYPE, "type", "soort"),
#undef LOWER
};

/* Many more places than words, so that each is found at its first. */
enum { INDEX_BITS = 11, INDEX_SIZE = 1 << INDEX_BITS };

/* A token as numbers of eight bytes, so that two are compared without a loop. */
struct token_key {
	uint64_t first, second, third;
};

static uint8_t token_index[INDEX_SIZE];
static bool index_is_filled;

_Static_assert(WORD_COUNT <= UINT8_MAX, "a word must fit the index and a record's byte");
#define WORD(list, name, token, ...)                                                               \
	_Static_assert(sizeof(token) <= VOCABULARY_ROOM, "a row must hold " token);
#include "records/vocabulary.def"
#undef LIST
#undef WORD
#undef END

/* Eight bytes as a number, which is the same for the same bytes on one machine. */
static inline uint64_t
number_at(const void *bytes, size_t place)
{
	uint64_t number;

	memcpy(&number, (const char *)bytes + place * sizeof(number), sizeof(number));
	return number;
}

/* The key of a token with room behind its beginning, of which VOCABULARY_ROOM bytes count at most.
 * It is made without a branch, since the lengths of tokens come in no order that a processor could
 * foresee. */
static inline struct token_key
key_of(struct bytes token)
{
	static const unsigned char counting[2 * VOCABULARY_ROOM] = {
	    [0 ... VOCABULARY_ROOM - 1] = 0xFF};
	size_t length = token.length < VOCABULARY_ROOM ? token.length : VOCABULARY_ROOM;
	const void *mask = counting + VOCABULARY_ROOM - length;

	return (struct token_key){
	    .first = number_at(token.at, 0) & number_at(mask, 0),
	    .second = number_at(token.at, 1) & number_at(mask, 1),
	    .third = number_at(token.at, 2) & number_at(mask, 2),
	};
}

static inline bool
is_called(
    const struct word_entry *entry, enum word_list list, const struct token_key *key, size_t length)
{
	return ((number_at(entry->token, 0) ^ key->first)
		   | (number_at(entry->token, 1) ^ key->second)
		   | (number_at(entry->token, 2) ^ key->third) | (entry->list ^ list)
		   | (entry->length ^ length))
	    == 0;
}

/* The highest bits of a product depend on every bit of what is multiplied. The list, which is known
 * only when the kind is, comes in last. The factors are such that no two words meet; where two do,
 * they are told apart, in more time. */
static inline unsigned
slot_of(enum word_list list, const struct token_key *key)
{
	uint64_t mix = key->first * UINT64_C(0x99A9656F3EE51E07);

	mix ^= (key->second + key->third) * UINT64_C(0xFD9631DF604FB665);
	return ((unsigned)(mix >> (64 - INDEX_BITS)) + list * 227u) % INDEX_SIZE;
}

/* Apart, so that a look-up need not make room for it. */
__attribute__((noinline)) static void
fill_index(void)
{
	memset(token_index, WORD_NONE, sizeof(token_index));
	for (enum word word = WORD_NONE + 1; word < WORD_COUNT; word++) {
		const struct word_entry *entry = &entries[word];
		struct token_key key = key_of((struct bytes){entry->token, entry->length});
		unsigned slot = slot_of(entry->list, &key);

		while (token_index[slot] != WORD_NONE)
			slot = (slot + 1) % INDEX_SIZE;
		token_index[slot] = (uint8_t)word;
	}
	index_is_filled = true;
}

enum word
vocabulary_find_roomy(enum word_list list, struct bytes token)
{
	enum word word;

	if (!index_is_filled)
		fill_index();

	struct token_key key = key_of(token);
	unsigned slot = slot_of(list, &key);
	while ((word = token_index[slot]) != WORD_NONE
	    && !is_called(&entries[word], list, &key, token.length))
		slot = (slot + 1) % INDEX_SIZE;
	return word;
}

enum word
vocabulary_find(enum word_list list, struct bytes token)
{
	char room[VOCABULARY_ROOM] = "";

	if (token.length == 0 || token.length > VOCABULARY_ROOM)
		return WORD_NONE;
	memcpy(room, token.at, token.length);
	return vocabulary_find_roomy(list, (struct bytes){room, token.length});
}

/* A form in which people write a word, folded. */
struct form {
	enum word_list list;
	char *folded; /* owned, kept until the program ends */
	size_t length;
	struct bytes written;
	enum word word;
};

static struct {
	struct form *form;
	size_t count, room;
} forms;

static int
compare_forms(const void *left, const void *right)
{
	const struct form *a = left, *b = right;
	size_t shorter = a->length < b->length ? a->length : b->length;
	int order;

	if (a->list != b->list)
		return a->list < b->list ? -1 : 1;
	if ((order = memcmp(a->folded, b->folded, shorter)) != 0)
		return order;
	return a->length < b->length ? -1 : a->length > b->length;
}

static void
add_form(enum word word, struct bytes written)
{
	struct form form = {.list = entries[word].list, .written = written, .word = word};

	form.folded = memory_allocate(fold_size(written.length));
	form.length = fold(written, form.folded);
	if (form.length == 0) {
		free(form.folded);
		return;
	}
	if (forms.count == forms.room) {
		forms.room = forms.room * 2 + 512;
		forms.form = memory_resize(forms.form, forms.room, sizeof(*forms.form));
	}
	forms.form[forms.count++] = form;
}

static void
fill_forms(void)
{
	for (enum word word = WORD_NONE + 1; word < WORD_COUNT; word++) {
		struct word_names names = vocabulary_names(word);
		struct bytes rest = bytes_of(names.synonyms), synonym;

		add_form(word, bytes_of(entries[word].token));
		add_form(word, bytes_of(names.dutch_token));
		add_form(word, bytes_of(names.dutch));
		add_form(word, bytes_of(names.english));
		while (vocabulary_next_synonym(&rest, &synonym))
			add_form(word, synonym);
	}
	qsort(forms.form, forms.count, sizeof(*forms.form), compare_forms);
}

bool
vocabulary_next_synonym(struct bytes *rest, struct bytes *synonym)
{
	const char *bar;

	if (rest->length == 0)
		return false;
	bar = memchr(rest->at, '|', rest->length);
	synonym->at = rest->at;
	synonym->length = bar == NULL ? rest->length : (size_t)(bar - rest->at);
	rest->at += synonym->length + (bar != NULL);
	rest->length -= synonym->length + (bar != NULL);
	return true;
}

enum word
vocabulary_recognise(enum word_list list, struct bytes written)
{
	struct form wanted = {.list = list};
	const struct form *found;
	enum word token = vocabulary_find(list, written);

	/* Who writes tokens needs no other forms, of which there are many. */
	if (token != WORD_NONE)
		return token;
	if (forms.count == 0)
		fill_forms();
	wanted.folded = memory_allocate(fold_size(written.length));
	wanted.length = fold(written, wanted.folded);
	found = bsearch(&wanted, forms.form, forms.count, sizeof(*forms.form), compare_forms);
	free(wanted.folded);
	return found == NULL ? WORD_NONE : found->word;
}

bool
vocabulary_next_form(
    enum word_list list, size_t *at, struct bytes *folded, struct bytes *written, enum word *word)
{
	if (forms.count == 0)
		fill_forms();
	while (*at < forms.count && forms.form[*at].list != list)
		++*at;
	if (*at == forms.count)
		return false;
	*folded = (struct bytes){forms.form[*at].folded, forms.form[*at].length};
	*written = forms.form[*at].written;
	*word = forms.form[(*at)++].word;
	return true;
}

const struct word_entry *
vocabulary_entry(enum word word)
{
	return &entries[word];
}

struct word_names
vocabulary_names(enum word word)
{
	return (struct word_names){
	    .dutch_token = (const char *)&said + begins[word].dutch_token,
	    .dutch = (const char *)&said + begins[word].dutch,
	    .english = (const char *)&said + begins[word].english,
	    .synonyms = (const char *)&said + begins[word].synonyms,
	};
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

const char *
vocabulary_label(enum word word, enum language language)
{
	return language == DUTCH ? vocabulary_names(word).dutch : vocabulary_names(word).english;
}

const char *
vocabulary_name(enum word word)
{
	const char *dutch = vocabulary_names(word).dutch_token;

	return dutch[0] != '\0' && language_of_person() == DUTCH ? dutch : entries[word].token;
}

const char *
vocabulary_list_name(enum word_list list)
{
	return language_of_person() == DUTCH ? lists[list].dutch_name : lists[list].name;
}

const char *
vocabulary_list_token(enum word_list list)
{
	return lists[list].name;
}

bool
vocabulary_list_is_called(enum word_list list, const char *name)
{
	return strcmp(lists[list].name, name) == 0 || strcmp(lists[list].dutch_name, name) == 0;
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
