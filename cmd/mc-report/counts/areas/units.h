/*
 * The schools of a school year, and of which of them together numbers may be
 * published: the groups.
 *
 * Public facts alone decide, the numbers of schools and pupils: a decision by
 * the number of cases would itself tell something. (mc-counts(7), "WHO IS
 * PRINTED")
 */

#ifndef UNITS_H
#define UNITS_H

#include <stdbool.h>
#include <stddef.h>

#include "paper/arena.h"
#include "records/record.h"

/* No school, no group. */
#define UNITS_NONE SIZE_MAX

enum group_kind {
	GROUP_ALL, /* all schools together, a board, a region: the units of which months are told */
	GROUP_BOARD,
	GROUP_REGION,
	GROUP_SCHOOL, /* rows of the table of schools: one school, or the small ones of a board */
	GROUP_SMALL
};

/* A school belongs to one group of each kind at most, and has one row at most. */
enum { GROUP_SLOTS = GROUP_SMALL };

struct group {
	enum group_kind kind;
	struct bytes name; /* of the board or the region; else empty */
	size_t first;	   /* the first of its schools */
	size_t schools;	   /* how many it has */
	size_t same_as;	   /* the first group of exactly these schools, mostly itself */
};

struct school {
	school_code code;
	uint32_t pupils;
	size_t number;			  /* as which it was added, from 0 */
	struct bytes name, board, region; /* empty for none */
	size_t group[GROUP_SLOTS];	  /* that it belongs to, or UNITS_NONE */
};

/* Schools in order of their code; groups in the order of their kinds, then of their names.
 * {0} has none; to be freed. */
struct units {
	struct arena texts;
	struct school *school;
	size_t schools, room;
	struct group *group;
	size_t groups;
};

/* Reads an open units file (table_file_descriptor()); ends the program with status 2 when it cannot
 * be read or a line is wrong. */
void units_read(struct units *units, const char *file, int descriptor);

/* Adds a school unless it is there; the texts are copied. Only before groups are there. Ends the
 * program when memory is out. */
void units_add(struct units *units, const struct school *school);

/* Decides which groups may be published. */
void units_qualify(struct units *units);

/* Makes groups of all schools, every board, every region and each school: for counts that are not
 * published. */
void units_take_all(struct units *units);

/* The number of a school by its code; UNITS_NONE when it is not there. */
size_t units_find(const struct units *units, school_code code);

/* Whether months are told of a group; else it is a row of the table of schools. */
static inline bool
group_is_unit(const struct group *group)
{
	return group->kind < GROUP_SCHOOL;
}

/* Room for the name of a group as csv has it: "all", "board:NAME", "region:NAME", "12AB00",
 * "small:NAME". */
enum { GROUP_TEXT_SIZE = 128 };

/* Writes that name. Returns text. */
const char *units_group_name(const struct units *units, size_t group, char text[GROUP_TEXT_SIZE]);

void units_free(struct units *units);

#endif
