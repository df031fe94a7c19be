/* What may be laid before parents: what somebody at school saw, and nothing that a child told. */

#ifndef OBSERVATION_H
#define OBSERVATION_H

#include "cases/dossier.h"
#include "paper/wording.h"

/* Whether a fact is a signal that was seen at school, of no class, and not told or played by the
 * child. */
bool observation_is(const struct entry *fact);

/* The end of a sentence that begins with "I see that"; WORDING_NONE when there is none. */
enum wording observation_wording(enum word signal);

/* The text of an observation; empty when it seems to hold somebody's words: a quotation mark, or a
 * verb of speech. A guard and no proof: it leaves out too much rather than too little. */
struct bytes observation_text(const struct entry *fact);

#endif
