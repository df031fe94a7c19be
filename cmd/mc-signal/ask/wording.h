/*
 * What the interview says, in Dutch and in English: one table, so that words
 * can be changed without touching what is asked. Labels of tokens come from
 * the vocabulary.
 */

#ifndef ASK_WORDING_H
#define ASK_WORDING_H

#include "text/identifying/identifying.h"
#include "records/span.h"
#include "records/vocabulary.h"

enum ask_language { ASK_DUTCH, ASK_ENGLISH, ASK_LANGUAGES };

enum ask_wording {
	SAY_NOTHING,
#define WORDING(id, dutch, english) SAY_##id,
#include "ask/wording.def"
#undef WORDING
	SAY_COUNT
};

/* The language of messages by the rules of gettext, so that the interview speaks as they do: Dutch
 * when LANGUAGE or the locale asks for it (whether the system has that locale or not), else
 * English. */
enum ask_language ask_language_of_person(void);

/* A wording; "" for SAY_NOTHING. {1} and {2} in it stand for what ask_wording_fill() puts there. */
const char *ask_wording_text(enum ask_wording wording, enum ask_language language);

/* The label of a word; "" for WORD_NONE. */
const char *ask_wording_label(enum word word, enum ask_language language);

enum ask_wording ask_wording_area(enum area area);
enum ask_wording ask_wording_identifying(enum identifying kind);

/* Room for any wording with its {1} and {2} filled in, but for texts of records. */
enum { ASK_TEXT_SIZE = 2048 };

/* Writes pattern with one and two (NULL when they do not occur) in place of {1} and {2}; what is
 * too long is cut off. Returns text. */
const char *ask_wording_fill(
    const char *pattern, const char *one, const char *two, char text[ASK_TEXT_SIZE]);

/* Room for a date in words. */
enum { ASK_DATE_SIZE = 64 };

/* Writes "5 oktober 2026 9:05", without the time for a whole day. Returns text. */
const char *ask_wording_date(
    struct span span, enum ask_language language, char text[ASK_DATE_SIZE]);

#endif
