/*
 * What the interview says, in Dutch and in English: one table, so that words
 * can be changed without touching what is asked. Labels of tokens come from
 * the vocabulary.
 */

#ifndef ASK_WORDING_H
#define ASK_WORDING_H

#include "records/span.h"
#include "records/vocabulary.h"

enum ask_wording {
	SAY_NOTHING,
#define WORDING(id, dutch, english) SAY_##id,
#include "ask/wording.def"
#undef WORDING
	SAY_COUNT
};

/* A wording; "" for SAY_NOTHING. {1} and {2} in it stand for what language_fill() puts there. */
const char *ask_wording_text(enum ask_wording wording, enum language language);

enum ask_wording ask_wording_area(enum area area);

/* Room for any wording with its {1} and {2} filled in, but for texts of records. */
enum { ASK_TEXT_SIZE = 2048 };

/* Room for a date in words. */
enum { ASK_DATE_SIZE = 64 };

/* Writes "5 oktober 2026 9:05", without the time for a whole day. Returns text. */
const char *ask_wording_date(struct span span, enum language language, char text[ASK_DATE_SIZE]);

#endif
