/*
 * The journal of the log: what takes an append back that was cut off.
 *
 * It lies beside the log (tool/beside.h) while records are appended. It holds
 * the length of the log before on its first line, then what is appended, then
 * an empty line, and is safe on the disk before the log gets the first byte.
 * When it is gone, the append is done. So whatever happens in between, the next
 * writer can tell which bytes at the end of the log are of a run that was cut
 * off, and takes back those alone: what somebody else wrote there stays.
 */

#ifndef JOURNAL_H
#define JOURNAL_H

#include <sys/types.h>

#include "records/writer.h"

struct journal {
	const char *name;     /* of the log, as messages show it */
	char *path;	      /* of the journal */
	int log;	      /* the caller's descriptor of the log, which it has locked */
	int folder;	      /* of both */
	off_t length;	      /* of the log before */
	struct writer writer; /* of what is to be appended; from journal_begin() to _settle() */
};

/* The journal of the log at path; one that a run left behind takes the log back, which is said.
 * Ends the program with status 2 when that cannot be. The name must outlive it. */
void journal_open(struct journal *journal, const char *path, const char *name, int log);
void journal_close(struct journal *journal);

/* Begins an append: what is to be appended goes to the writer. False, and told as trouble, when it
 * cannot be; then there is no journal. */
bool journal_begin(struct journal *journal);

/* Makes the journal safe on the disk; what it holds may then be written to the log. False, and
 * told as trouble, when it cannot be. */
bool journal_settle(struct journal *journal);

/* Ends an append: takes what was written of it back unless it is whole, and the journal away. What
 * cannot be is told as trouble, and left to the next run. */
void journal_end(struct journal *journal, bool is_whole);

#endif
