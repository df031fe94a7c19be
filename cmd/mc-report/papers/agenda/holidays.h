/* The school's holidays, as it keeps them in a file: in those weeks partners are hard to reach. */

#ifndef HOLIDAYS_H
#define HOLIDAYS_H

#include "records/span.h"

/* Both days belong to it. */
struct holiday {
	day_number from, to;
};

/* {0} knows of none. */
struct holidays {
	struct holiday *list;
	size_t count;
};

/* Reads the open file (table_file_descriptor()), CSV with the columns from and to (table_file.h),
 * days as YYYY-MM-DD. Ends the program when it will not do. To be freed. */
void holidays_read(struct holidays *holidays, const char *file, int descriptor);
void holidays_free(struct holidays *holidays);

/* The holiday in which a day falls; NULL when it falls in none. */
const struct holiday *holidays_at(const struct holidays *holidays, day_number day);

/* Whether it begins after today, and within ten working days. */
bool holidays_is_near(const struct holiday *holiday, day_number today);

#endif
