/*
 * The weighing framework for education as it is put to people: each question
 * in its own words, and what each answer leads to.
 */

#ifndef ASK_FRAMEWORK_H
#define ASK_FRAMEWORK_H

#include "ask/choice.h"

/* The title of a question, such as "Weighing 2 of 5: safety", and its name in a sentence. */
enum ask_wording framework_title(enum word question);
enum ask_wording framework_name(enum word question);

/* The number of a question as people know it: "1" to "5", and "1b" for what follows a no to the
 * first. */
const char *framework_number(enum word question);

/* The question that a person means: by its number, its title, what stands before or behind the
 * colon of that, or a word of the vocabulary. WORD_NONE for none. */
enum word framework_find(struct bytes written);

/* Makes a choice of the answers to a question, each with what it leads to. Title and why are
 * filled in too. */
void framework_choice(enum word question, struct choice *choice);

/* Says what an answer asks for by itself, where nothing else is known of the case. */
void framework_say(struct dialog *dialog, enum word question, enum word answer);

/* The question of the framework that follows an answer; WORD_NONE where it stops. */
enum word framework_next(enum word question, enum word answer);

#endif
