/* The kinds of papers: each builds a document from the dossier of a case. */

#ifndef REPORT_H
#define REPORT_H

#include <stdbool.h>

#include "document.h"
#include "dossier.h"
#include "wording.h"

/* What was asked for on the command line. */
struct report_order {
	enum language language;
	day_number today;
	bool with_text; /* free text in anonymous papers too */
};

/* Adds the papers of one case to the document. Returns how many. */
typedef size_t report_build(
    struct document *document, const struct dossier *dossier, const struct report_order *order);

/* For each partner of whom something is asked. Needs the derived records. */
report_build referral_build;

/* Every record in order of time. Needs facts alone. */
report_build chronology_build;

#endif
