/* The parts of a report to Veilig Thuis. */

#ifndef VEILIG_THUIS_H
#define VEILIG_THUIS_H

#include "view.h"

/* A report about the children of one family, one or more. */
struct family {
	struct view *child; /* one a case; the first's paper is that of the whole report */
	size_t children;
};

/* Adds what is missing, for the attention officer, as a paper of its own. */
void veilig_thuis_put_check(struct family *family);

/* Adds what cannot wait, and why the school reports. */
void veilig_thuis_put_urgency(struct family *family);
void veilig_thuis_put_grounds(struct family *family);

/* The paper of the whole report. */
struct paper *veilig_thuis_paper(struct family *family);

/* Adds a fact with its date, its case when there are several, and its text; the phrase of the
 * child's paper is what it is. */
void veilig_thuis_put_fact(struct family *family, struct view *child, const struct entry *fact);

/* Whether a fact says that the family was told of a report. */
bool veilig_thuis_tells(const struct entry *fact);

/* What cannot wait, for one of them: a report at once, that safety is judged today, or advice
 * before any contact; WORDING_NONE when nothing. */
enum wording veilig_thuis_urgency(const struct family *family);

#endif
