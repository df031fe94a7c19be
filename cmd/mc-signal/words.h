/* The words that a sheet may hold, for who makes one. */

#ifndef WORDS_H
#define WORDS_H

/* Writes the words as CSV, behind a header, to standard output: those of the lists named, each the
 * name of a list or of a kind, which has a list of codes and one of values; of all when none is
 * named (names ends with NULL). Labels are in the person's language, words the canonical ones. Ends
 * the program with status 2 when a name is none. */
void words_write(char *const names[]);

#endif
