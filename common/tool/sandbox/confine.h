/*
 * What a tool gives up before it reads what others wrote: records are about children.
 *
 * From confinement_enforce() on the process can make only those system calls that its work still
 * needs: it reads and writes the files that are open, opens no others, uses no network, starts no
 * programs or threads, makes no memory executable and leaves no core dump. What it must keep for
 * longer is given to it by name; where the kernel has Landlock, for those paths alone.
 *
 *	confinement_open(&confinement, 0);
 *	confinement_give(&confinement, CONFINE_STORE, log);
 *	confinement_enforce(&confinement);
 *
 * To be called when every other file, the clock's time zone and the messages are open. Nothing but
 * confinement_give() takes memory. What cannot be put in force ends the program with status 2 and
 *is told; with MC_NO_SANDBOX=1 in the environment it is told, once, and the tool goes on with less.
 */

#ifndef CONFINE_H
#define CONFINE_H

/* What a tool may keep, to be added up. */
enum {
	CONFINE_READ = 1, /* open the given file to read it */
	CONFINE_REPLACE =
	    2, /* put a file that is open in the place of the given one, or take it away */
	CONFINE_STORE = 4, /* open, make, lock, link and remove files in the folder of the given */
	CONFINE_ASK = 8,   /* talk with a person at the terminal, which is open */
	CONFINE_BITS = 4
};

struct confinement {
	unsigned kept; /* a sum of CONFINE_* */
	int ruleset;   /* of Landlock; -1 where there is none */
};

/* Begins, with what is kept and needs no path. */
void confinement_open(struct confinement *confinement, unsigned kept);

/* Lets the tool keep this right for a path too. What is not there yet cannot be given. */
void confinement_give(struct confinement *confinement, unsigned right, const char *path);

/* Puts it in force, for good. */
void confinement_enforce(const struct confinement *confinement);

/* Gives up more of what was kept: kept is what is left. Only after a CONFINE_READ. */
void confine_further(unsigned kept);

#endif
