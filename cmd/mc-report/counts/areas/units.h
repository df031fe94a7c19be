/*
 * Who may be published, by public facts alone: the units file.
 *
 * CSV with the header school,name,pupils,board,region. A decision by the
 * number of cases would itself tell something, so only the numbers of schools
 * and pupils count. (mc-report(1), "COUNTS")
 */

#ifndef UNITS_H
#define UNITS_H

#include <stddef.h>

#include "records/record.h"

/* No unit, no row. */
#define UNITS_NONE SIZE_MAX

enum unit_kind { UNIT_ALL, UNIT_BOARD, UNIT_REGION, UNIT_KINDS };

/* A unit of which the months are published. */
struct unit {
	enum unit_kind kind;
	const char *name; /* "" for all; else as the file has it */
	size_t schools;	  /* how many it has */
};

/* A row of the table of schools: one school, or the small schools of a board together. */
struct unit_row {
	size_t school; /* the school; the first of them of a joined row */
	bool is_joined;
	size_t schools;	   /* how many it has */
	const char *board; /* "" for none */
};

struct unit_school {
	school_code code;
	const char *name, *board, *region; /* "" for none */
	uint32_t pupils;
	size_t unit[UNIT_KINDS]; /* the published units that it belongs to, or UNITS_NONE */
	size_t row;		 /* its row, or UNITS_NONE */
	size_t guard;		 /* the number of its guard as a unit, or UNITS_NONE */
	size_t row_guard;	 /* the number of its guard as a row, or UNITS_NONE */
};

/* Schools in order of their code; units and rows in a fixed order too. */
struct units {
	struct unit_school *school;
	size_t schools;
	struct unit *unit;
	size_t unit_count;
	struct unit_row *row;
	size_t rows;
	/* Schools of which the printed numbers together tell what is left of a larger unit: their
	 * own numbers are guarded, so that none of them learns the rest by taking off its own
	 * cases. */
	size_t guards, row_guards;
	char **names; /* what the names of the file point to */
	size_t name_count;
};

/* Reads the file; ends the program with status 2 when it cannot be read or a line is wrong. To
 * be freed. */
void units_read(struct units *units, const char *file);

/* Decides which units and rows may be published, and which schools are guarded. */
void units_qualify(struct units *units);

/* Makes every unit and each school a row of its own: for counts that are not published. */
void units_take_all(struct units *units);

/* Adds a school of which nothing is known but its code, unless it is there. */
void units_add(struct units *units, school_code code);

/* The number of a school by its code; UNITS_NONE when it is not there. */
size_t units_find(const struct units *units, school_code code);

/* Whether anything at all may be published. */
bool units_publish(const struct units *units);

/* Whether the school's cases are in any published number. */
bool units_show(const struct units *units, size_t school);

void units_free(struct units *units);

#endif
