/* Which schools could take off their own cases from what several printed numbers leave. */

#ifndef GUARDS_H
#define GUARDS_H

#include "counts/areas/units.h"

/* Guards the schools that are left, few as they are, when smaller units or rows are taken off a
 * larger unit: a region less its boards, all schools less the rows of schools. The difference of
 * two printed numbers is about them alone, and one of them knows a part of it. */
void guards_add(struct units *units);

#endif
