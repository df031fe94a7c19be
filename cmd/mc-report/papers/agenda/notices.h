/* What stands on top of the attention officer's pages about all cases. */

#ifndef NOTICES_H
#define NOTICES_H

#include "cases/cases.h"
#include "paper/paper.h"

/* Whether all cases are of one school. */
bool notices_have_one_school(const struct cases *cases);

/* Says a case, with its school where there are several. */
void notices_say_case(struct phrase *phrase, const struct case_state *state, bool one_school);

/* Adds which cases were not read whole and which lack their weighing; then about which Veilig Thuis
 * must be phoned now, and which must be weighed again. Needs the derived records. */
void notices_put(struct paper *paper, const struct cases *cases, day_number today);

/* Adds which cases were not read whole. */
void notices_put_refused(struct paper *paper, const struct cases *cases);

/* Adds all that was not read, files and lines too, in sentences; nothing when all was. */
void notices_say_unread(struct phrase *phrase, const struct cases *cases);

/* Says on standard error which cases were not read whole, for what has no page: a table. */
void notices_tell_refused(const struct cases *cases);

#endif
