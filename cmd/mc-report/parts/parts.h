/* The parts of a paper about a case; each adds what its reader may see, and nothing when that is
 * nothing. */

#ifndef PARTS_H
#define PARTS_H

#include "reader/view.h"

/* Signals in order of time, but for what the child told. */
void parts_put_concerns(struct view *view);

/* Protective and contradicting facts. False when there are none. */
bool parts_put_positive(struct view *view);

/* Adds a fact that the view shows as an entry with its date and text: the view's phrase is what it
 * is, and is empty then; its source and its author come behind it (WORD_NONE: nothing). */
void parts_put_fact(
    struct view *view, const struct entry *fact, enum word source, enum word author);

/* Whether a fact is a signal that protects, or that contradicts the concerns; and whether it is a
 * talk with the child that was held. */
bool parts_is_positive(const struct entry *fact);
bool parts_is_talk_with_child(const struct entry *fact);

/* Says with whom a talk was and how it went, or why it was not held, in the paper's phrase. */
void parts_say_talk(struct paper *paper, const struct entry *fact);

/* Says what was done, with or by whom, in the paper's phrase. */
void parts_say_done(struct paper *paper, const struct entry *fact);

/* What the child said in a talk, or told so that it became a signal. False when there is nothing.
 */
bool parts_put_child(struct view *view);

/* Whether it was told that somebody was consulted, or that there was a talk with the parents, in
 * whatever way: a record of its own, or something that was done. */
bool parts_has_consulted(const struct view *view);
bool parts_has_talked(const struct view *view);

/* Whether the view shows a signal that was heard from the child. */
bool parts_has_told(const struct view *view);

/* Consultations, talks with the parents and what else was done, or that there was none. */
void parts_put_steps(struct view *view);

/* The practical needs. */
void parts_put_needs(struct view *view);

/* The five weighings, their answers and arguments, and the outcome for who helps: what Veilig Thuis
 * reads are answers. */
void parts_put_weighing(struct view *view);

/* The agreements that were made, and those that are missing. */
void parts_put_plan(struct view *view);

#endif
