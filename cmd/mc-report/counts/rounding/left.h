/*
 * What printed numbers leave of a larger one when they are taken off it: the
 * few schools of a unit that are in none of the smaller units within it.
 *
 * Nothing is printed of them by themselves. But whoever they are knows that
 * number, and with it how the larger unit and the smaller ones were rounded
 * against each other.
 */

#ifndef LEFT_H
#define LEFT_H

#include "counts/areas/units.h"

/* More than two schools do not talk. A school is left at most once by each kind of smaller units
 * in each unit that it belongs to. */
enum { LEFT_SCHOOLS = 2, LEFT_SLOTS = 4 };

struct left {
	size_t school[LEFT_SCHOOLS];
	size_t schools;
	size_t parts; /* how many printed numbers it is the difference of */
};

/* Finds them all; sets *list, which is to be freed, and returns how many there are. Ends the
 * program when memory is out. */
size_t left_find(const struct units *units, struct left **list);

#endif
