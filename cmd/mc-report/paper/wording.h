/*
 * What papers say, apart from what records hold: one table of Dutch and
 * English, so that words can be changed, and a language added, without
 * touching what a paper is made of. Labels of tokens come from the vocabulary,
 * names of days and months from tool/language.h.
 */

#ifndef WORDING_H
#define WORDING_H

#include "records/vocabulary.h"

enum wording {
	WORDING_NONE, /* says nothing */
#define WORDING(id, dutch, english) WORDING_##id,
#include "paper/wording.def"
#undef WORDING
	WORDING_COUNT
};

/* A wording; {1} and {2} in it stand for what phrase_say() puts there. */
const char *wording_text(enum wording wording, enum language language);

/* A partner, and a party to a talk, as it stands in a sentence, with its article: "het kernteam".
 */
const char *wording_partner(enum word partner, enum language language);
const char *wording_party(enum word party, enum language language);

#endif
