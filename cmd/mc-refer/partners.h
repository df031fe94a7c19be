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
	bool is_given; /* without a file every member is reached by itself */
	bool is_listed[PARTNER_END];
};

/* Reads the open file (table_file_descriptor()); ends the program with status 2 when it cannot be
 * read or a line is wrong. */
void partners_read(struct partners *partners, const char *file, int descriptor);

/* Whom to address for a partner: itself, or the kernteam. */
enum word partners_address(const struct partners *partners, enum word partner);

#endif
