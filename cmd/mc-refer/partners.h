/*
 * The school's partners: the kernteam file.
 *
 * A small table (records/table_file.h): partner,name,phone,email,topics, of
 * which only the first is needed; the others are for people. Who is listed can
 * be called in by itself; a member of the kernteam (socius, ggd, cjg, lpa) that
 * is not listed is reached through the kernteam.
 */

#ifndef PARTNERS_H
#define PARTNERS_H

#include <stdbool.h>

#include "records/vocabulary.h"

struct partners {
	const char *file; /* NULL for none */
	int descriptor;	  /* of the open file; partners_read() closes it */
	bool is_given;	  /* without a file every member is reached by itself */
	bool is_listed[PARTNER_END];
};

/* Opens the file and reads nothing of it; NULL or "" is none. Ends the program with status 2 when
 * it cannot be opened. */
void partners_open(struct partners *partners, const char *file);

/* Reads the file, where there is one; ends the program with status 2 when it cannot be read or a
 * line is wrong. */
void partners_read(struct partners *partners);

/* Whom to address for a partner: itself, or the kernteam. */
enum word partners_address(const struct partners *partners, enum word partner);

#endif
