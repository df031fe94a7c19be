/* Words in a table that a message is made of. */

#ifndef MARKED_H
#define MARKED_H

/* Marks a string for translation; _() fetches it where it is printed (tool/language.h). */
#define N_(string) (string)

#endif
