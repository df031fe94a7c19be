/* The kinds of papers: each builds a document from the dossiers of cases. */

#ifndef REPORT_H
#define REPORT_H

#include <stdbool.h>

#include "paper/document.h"
#include "cases/cases.h"
#include "records/writer.h"

struct holidays;

/* What was asked for on the command line. */
struct report_order {
	enum language language;
	day_number today;
	bool is_one_case;  /* asked for by its pseudonym */
	enum word partner; /* whose referral; WORD_NONE for everybody's */
	enum word party;   /* of a talk: PARTY_CHILD for the child's sheet alone; else WORD_NONE */
	unsigned years;	   /* after which a case is to be reviewed for retention */
	const struct holidays *holidays; /* of the school; NULL when they are not known */
	bool with_text; /* free text in anonymous papers and on the talk sheet too */
};

/* Adds papers to the document; none when there is nothing to say. */
typedef void report_build(
    struct document *document, const struct cases *cases, const struct report_order *order);

/* Writes the same for programs, as a table or a calendar. */
typedef void report_write(
    struct writer *writer, const struct cases *cases, const struct report_order *order);

/* For each case and partner of whom something is asked; those without names come first. Needs the
 * derived records. */
report_build referral_build;

/* Every record in order of time. Needs facts alone. */
report_build chronology_build;

/* What is due, of all cases together. Needs the derived records alone. */
report_build agenda_build;
report_write agenda_write_csv, agenda_write_ics;

/* How every open case stands. Needs the derived records alone. */
report_build overview_build;
report_write overview_write_csv;

/* The cases to review for retention. Needs facts alone. */
report_build retention_build;
report_write retention_write_csv;

/* To prepare the talk with the parents. Needs the weigh record. */
report_build talk_build;

/* The report to Veilig Thuis, of one case or of a family. Needs facts alone. */
report_build veilig_thuis_build;

/* The case as parents may see it, after a page that says what was left out. Needs the weigh
 * record. */
report_build inspection_build;

/* The facts of a case for the next school, and the cover that goes along. Needs facts alone. */
report_build transfer_build;
report_write transfer_write;

/* A page that says that no line of a case could be read; no other is to be built then. False, and
 * nothing added, when one could, or there was none. Needs facts. */
bool unread_build(
    struct document *document, const struct dossier *dossier, const struct report_order *order);

/* How the preconditions stand at each school. Needs no case. */
report_build readiness_build;
report_write readiness_write_csv;

#endif
