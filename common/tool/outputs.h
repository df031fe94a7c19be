/* The files that standard output and standard error go to. */

#ifndef OUTPUTS_H
#define OUTPUTS_H

#include <stdbool.h>
#include <sys/stat.h>

/* Whether both are the same regular file. */
bool outputs_is_same_file(const struct stat *a, const struct stat *b);

/* Ends the program with status 2 when a file that is to be read, or that is written by its name, is
 * one of them: what goes there would be read again, or spoil it. name is for the message, which
 * stands at the terminal when it would go to that file. */
void outputs_refuse(const struct stat *file, const char *name);

#endif
