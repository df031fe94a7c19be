/*
 * The records of a run that are to be appended to the log, each once.
 *
 * They wait in memory until the whole run is read, since all of them are
 * appended or none. An index by hash tells which the log holds already: the
 * log is read once, whatever its length, and only what is to be added is kept.
 */

#ifndef ADDITIONS_H
#define ADDITIONS_H

#include <stdint.h>

#include "text/bytes.h"
#include "records/writer.h"

struct addition {
	uint64_t hash;
	size_t start, length; /* of its line in lines, without LF */
	bool is_known;	      /* the log holds it */
};

struct additions {
	char *lines;
	size_t used, size;
	struct addition *list;
	size_t count, room;
	uint32_t *place; /* an index by hash: one more than the addition's number, 0 is free */
	size_t places;
	size_t known; /* how many came that the log or the run held already */
};

void additions_open(struct additions *additions);
void additions_close(struct additions *additions);

/* Adds a record's line, in the writer's form and without LF; once more is counted as known. */
void additions_add(struct additions *additions, struct bytes line);

/* Marks the addition that is equal to a line of the log, if there is one. */
void additions_mark_known(struct additions *additions, struct bytes line);

/* Writes those that are not known; how many. */
size_t additions_write(const struct additions *additions, struct writer *writer);

#endif
