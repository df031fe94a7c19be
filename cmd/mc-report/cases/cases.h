/* What a paper is about: the cases that it can be made of, and the schools. */

#ifndef REPORT_CASES_H
#define REPORT_CASES_H

#include "cases/dossiers.h"
#include "cases/schools.h"

struct cases {
	struct dossier *dossier; /* one case, or all of them */
	size_t count;
	struct dossier *left_out; /* cases that lack their derived records */
	size_t left_out_count;
	bool lacks_files; /* a file could not be read, or not whole */
	bool lacks_lines; /* a line was refused of which the case is not known */
	const struct schools *schools;
};

/* How far a case must have come through the tools. */
enum cases_stage {
	STAGE_RECORDED, /* it occurs, whatever there is of it */
	STAGE_WEIGHED,	/* its facts and one weigh record of their day */
	STAGE_REFERRED	/* and refer records */
};

/* Takes the dossiers that have come so far, by school and pseudonym, so that papers do not depend
 * on the order of the lines; what the others lack is told, once for all that lack the same, with
 * the pipeline that makes it (status 2), and that the facts of a case give another outcome today
 * than its weigh record has: an agreed day passed, or a fact was added since. Ends the program when
 * memory is out. To be closed; dossiers and schools must outlive it. */
void cases_open(struct cases *cases, const struct dossiers *dossiers, const struct schools *schools,
    enum cases_stage stage, day_number today);
void cases_close(struct cases *cases);

/* Asks for the memory of a case some cases after this one: for who goes through all of them, in
 * another order than that in which they came. */
void cases_fetch_ahead(const struct cases *cases, size_t number);

/* Ends the program when two cases have one pseudonym: they are two families. */
void cases_check_family(const struct cases *cases);

#endif
