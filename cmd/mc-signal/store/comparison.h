/* What a run adds, beside the lines of the log that it is added to. */

#ifndef COMPARISON_H
#define COMPARISON_H

#include "records/fields.h"
#include "store/additions.h"

struct comparison {
	struct additions *additions;
	struct fields fields;
	char *form; /* a line as the writer writes it */
};

/* The additions must outlive it. */
void comparison_open(struct comparison *comparison, struct additions *additions);

/* Takes a line of the log into account, in whatever form it stands. */
void comparison_take(struct comparison *comparison, struct bytes line);

/* Once the log is read: settles the additions for today. */
void comparison_close(struct comparison *comparison);

#endif
