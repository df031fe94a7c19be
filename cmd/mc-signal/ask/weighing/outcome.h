/* What an outcome says to a person: in words, what it still lacks, what it asks for. */

#ifndef ASK_OUTCOME_H
#define ASK_OUTCOME_H

#include "ask/dialog.h"
#include "ask/weighing/standing.h"

/* Shows the outcome with its day, the same of the home beside a duty about staff, and a sentence
 * for each thing that it lacks. */
void outcome_say(struct dialog *dialog, const struct standing_case *standing);

/* Says what the outcome asks for; nothing where its words have said it all. */
void outcome_say_meaning(struct dialog *dialog, const struct standing_case *standing);

/* Shows in one screen where the case stands: facts, outcome, what may not wait, answers. */
void outcome_say_case(struct dialog *dialog, const struct standing_case *standing);

/* Whether what it asks for may not wait until the weighing is finished. */
bool outcome_is_urgent(const struct standing_case *standing);

/* The question that the outcome waits for, or at which a weighing begins; WORD_NONE when it waits
 * for something else than an answer. */
enum word outcome_question(const struct standing_case *standing);

/* Whether the outcome says that a question must be answered, or answered anew. */
bool outcome_lacks(const struct standing_case *standing, enum word question);

#endif
