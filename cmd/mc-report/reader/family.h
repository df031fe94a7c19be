/* The children of one family, one or more, whom one report to Veilig Thuis is about. */

#ifndef FAMILY_H
#define FAMILY_H

#include "reader/view.h"

struct family {
	struct view *child; /* one a case; the first's paper is that of the whole report */
	size_t children;
};

/* Opens the views of the cases that have facts. Ends the program when memory is out. To be closed;
 * cases and order must outlive it. */
void family_open(struct family *family, struct document *document, const struct cases *cases,
    const struct report_order *order);
void family_close(struct family *family);

/* The paper of the whole report. */
struct paper *family_paper(struct family *family);

/* Says the pseudonyms of the cases. */
void family_say_cases(const struct family *family, struct phrase *phrase);

/* Adds a fact with its date, its case when there are several, and its text; the phrase of the
 * child's paper is what it is. */
void family_put_fact(const struct family *family, struct view *child, const struct entry *fact);

/* Adds the phrase of the child's paper as an entry of its case. */
void family_put_of_child(struct view *child);

/* Whether a fact says that the family was told of a report. */
bool family_is_told(const struct entry *fact);

/* What cannot wait, for one of them: a report at once, that safety is judged today, or advice
 * before any contact; WORDING_NONE when nothing. */
enum wording family_urgency(const struct family *family);

#endif
