/* The school that need not be asked, since the log knows it. */

#ifndef ASK_SCHOOL_H
#define ASK_SCHOOL_H

#include "records/record.h"

/* The school of a log: the only one that has a case with this id, or when none has (or the id is
 * empty) the only one of the log; else the one that was given (0 for none) when the log has records
 * of it. 0 when there is no such school, or no log. */
school_code school_of_log(const char *log, struct bytes id, school_code given);

#endif
