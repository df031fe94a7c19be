/*
 * The vocabulary: every token that a record may hold, as a small integer.
 *
 * Strings and codes meet here alone: the reader turns a token into a word,
 * the rest of the toolkit compares words. Words are numbered in the order of
 * vocabulary.def, so an order there is an order here.
 */

#ifndef VOCABULARY_H
#define VOCABULARY_H

#include "text/bytes.h"
#include "tool/language.h"

/* Each word by name (SIGNAL_INJURY, ANSWER_YES ...), and for each list the
 * first word and the one after the last (SIGNAL_FIRST, SIGNAL_END). */
enum word {
	WORD_NONE, /* an empty field */
#define LIST(list)	      list##_FIRST, list##_BEFORE_FIRST = list##_FIRST - 1,
#define WORD(list, name, ...) list##_##name,
#define END(list)	      list##_END, list##_LAST = list##_END - 1,
#include "records/vocabulary.def"
#undef LIST
#undef WORD
#undef END
	WORD_COUNT
};

enum word_list {
	NO_LIST,
#define LIST(list) LIST_##list,
#define WORD(list, name, ...)
#define END(list)
#include "records/vocabulary.def"
#undef LIST
#undef WORD
#undef END
	LIST_COUNT
};

enum area {
	AREA_NONE,
	AREA_BODY,
	AREA_CARE,
	AREA_EMOTION,
	AREA_BEHAVIOUR,
	AREA_LEARNING,
	AREA_SOCIAL,
	AREA_SEXUAL,
	AREA_WITNESS,
	AREA_DISCLOSURE,
	AREA_PARENT,
	AREA_FAMILY,
	AREA_HONOUR,
	AREA_ABSENCE,
	AREA_NOTICE,
	AREA_NOTE,
	AREA_OUTSIDE,
	AREA_POSITIVE,
	AREA_OTHER
};

/* What a signal or a need is about; in the order in which partners are asked. */
enum topic { TOPIC_NONE, TOPIC_SOCIAL, TOPIC_HEALTH, TOPIC_PARENTING, TOPIC_ABSENCE, TOPIC_COUNT };

/* What a signal asks for by itself (mc-record(5), "Signals"). */
enum signal_class {
	CLASS_NONE,
	CLASS_URGENT,	/* judge safety today */
	CLASS_EXPERT,	/* Veilig Thuis or an expert before the parents */
	CLASS_STAFF,	/* about a member of staff: outside the meldcode */
	CLASS_PUPIL,	/* between pupils: outside the meldcode */
	CLASS_NOTICE,	/* a Handle with Care notice */
	CLASS_POSITIVE, /* protects or contradicts: no signal of concern */
	CLASS_NOTE	/* a contact without concern: plays no part */
};

/* Who a partner is to the school. The family's consent counts for all but the first two. */
enum partner_sort {
	SORT_SELF,	/* the attention officer, whose log it is */
	SORT_AUTHORITY, /* who is told by duty: board, Veilig Thuis, inspector */
	SORT_KERNTEAM,	/* the kernteam and its members */
	SORT_HELPER,	/* help beside the kernteam */
	SORT_COLLEAGUE, /* within the school: a consultation of it is one of the school's own */
	SORT_OUTSIDE	/* any other organisation */
};

/* Whether the family may be approached while an outcome stands. */
enum approach { APPROACH, APPROACH_LATER };

/* So many bytes hold every token. */
enum { VOCABULARY_ROOM = 24 };

/* One row of the vocabulary, but for what people call the word. It has no pointer in it: a table of
 * pointers is written anew at each start of a program that is loaded anywhere. */
struct word_entry {
	char token[VOCABULARY_ROOM]; /* canonical, what records hold; zeros behind it */
	enum word_list list : 8;
	unsigned length : 8; /* of the token */
	enum area area : 8;
	enum topic topic : 8;
	enum signal_class class : 8;
	enum partner_sort sort : 8; /* of a partner */
	unsigned protection : 8;    /* of an outcome: 0 (close) to 6 (report now) */
	enum approach approach : 8; /* of an outcome */
};

/* What people call a word. */
struct word_names {
	const char *dutch_token; /* what a Dutch sheet may hold; "" for a derived word */
	const char *dutch;	 /* label */
	const char *english;	 /* label */
	const char *synonyms;	 /* what people write besides, with | between */
};

/* The row of a word, and what people call it; the strings of WORD_NONE are empty. */
const struct word_entry *vocabulary_entry(enum word word);
struct word_names vocabulary_names(enum word word);

/* Whether a partner is a member of the kernteam: those who have a topic (SOCIUS, GGD, CJG, the
 * school attendance officer). */
static inline bool
vocabulary_is_member(enum word partner)
{
	return vocabulary_entry(partner)->topic != TOPIC_NONE;
}

/* Whether a partner is named or not by what the family consents to: everybody but the attention
 * officer and who is told by duty (mc-refer(1), "NAMED OR ANONYMOUS"). */
static inline bool
vocabulary_needs_consent(enum word partner)
{
	return vocabulary_entry(partner)->sort >= SORT_KERNTEAM;
}

/* Whether an action is asking for advice, of whatever urgency. */
static inline bool
vocabulary_is_advice(enum word action)
{
	return action == ACTION_ADVISE || action == ACTION_ADVISE_NOW
	    || action == ACTION_ADVISE_EXPERT;
}

/* Whether an action by Veilig Thuis is taking in a report, or an addition to one. */
static inline bool
vocabulary_is_report(enum word action)
{
	return action == ACTION_REPORT || action == ACTION_REPORT_NOW
	    || action == ACTION_ADD_TO_REPORT;
}

/* Whether only somebody can do this who knows the family: help, and a talk with it. */
static inline bool
vocabulary_needs_names(enum word action)
{
	return action == ACTION_JOINT_TALK || action == ACTION_HELP
	    || action == ACTION_PRACTICAL_HELP;
}

/* The partner who helps with a topic: the member of the kernteam whose topic it is, and the
 * kernteam itself with what is nobody's. */
enum word vocabulary_partner_for(enum topic topic);

/* The canonical token of a word ("" for WORD_NONE). */
const char *vocabulary_token(enum word word);

/* The label of a word ("" for WORD_NONE). */
const char *vocabulary_label(enum word word, enum language language);

/* The token of a word, and the name of a list ("signal"), in the language of messages: for
 * people, never for a record. */
const char *vocabulary_name(enum word word);
const char *vocabulary_list_name(enum word_list list);

/* The name of a list in English, for programs; and whether it is called so, in either language. */
const char *vocabulary_list_token(enum word_list list);
bool vocabulary_list_is_called(enum word_list list, const char *name);

/* The first word of a list and the one after its last. */
enum word vocabulary_first(enum word_list list);
enum word vocabulary_end(enum word_list list);

/* The word of a list with exactly this canonical token; WORD_NONE when there is none.
 * Constant time. */
enum word vocabulary_find(enum word_list list, struct bytes token);

/* The same for a token from whose beginning on VOCABULARY_ROOM bytes can be read, and are, whatever
 * its length. */
enum word vocabulary_find_roomy(enum word_list list, struct bytes token);

/* The same for what a person writes: canonical token, Dutch token, label in either language or
 * synonym, compared by letters and digits alone, in any case and without accents. What is no UTF-8
 * is no word. Ends the program when memory is out. */
enum word vocabulary_recognise(enum word_list list, struct bytes written);

/* Walks the forms in which people write the words of a list, folded (text/fold.h) and as they are
 * written; *at begins at 0. False after the last. The form's bytes stay. Ends the program when
 * memory is out. */
bool vocabulary_next_form(
    enum word_list list, size_t *at, struct bytes *folded, struct bytes *written, enum word *word);

/* Walks the synonyms of a word: rest is what is left of its synonyms, at first all of
 * them. False when there is none left. */
bool vocabulary_next_synonym(struct bytes *rest, struct bytes *synonym);

#endif
