/* The signals that end a run, and what must not be cut off by them. */

#ifndef ENDS_H
#define ENDS_H

#include <signal.h>

/* From here on the signals wait, until ends_release(); before is where it puts what was so. */
void ends_hold(sigset_t *before);
void ends_release(const sigset_t *before);

/* Has a function called when such a signal comes. What the run was started to ignore, as nohup
 * does, stays ignored. */
void ends_watch(void (*handler)(int number));

#endif
