/*
 * A whole function as text, compared with what people have reviewed: the
 * golden file. A change of the function shows in review as exactly what it
 * moves. With --write a test writes its file anew.
 */

#ifndef GOLDEN_H
#define GOLDEN_H

#include <errno.h>

#include "support/check.h"

enum { GOLDEN_LINE = 512, GOLDEN_SHOWN = 10 };

/* Prints the function as it is now. */
typedef void golden_print(FILE *file);

/* Shows the first lines that differ, each behind the last line that begins a part. */
static inline unsigned
golden_show_difference(FILE *golden, FILE *now)
{
	char want[GOLDEN_LINE], got[GOLDEN_LINE], part[GOLDEN_LINE] = "\n";
	unsigned line = 0, shown = 0;

	while (shown < GOLDEN_SHOWN) {
		char *w = fgets(want, sizeof(want), golden), *g = fgets(got, sizeof(got), now);

		line++;
		if (w == NULL && g == NULL)
			break;
		if (g != NULL && g[0] != ' ' && g[0] != '\n')
			snprintf(part, sizeof(part), "%s", g);
		if (w != NULL && g != NULL && strcmp(want, got) == 0)
			continue;
		print_error("line %u, of %s  reviewed: %s  now:      %s", line, part,
		    w == NULL ? "-\n" : want, g == NULL ? "-\n" : got);
		shown++;
	}
	return shown;
}

/* Fails unless what is printed is the file. */
static inline void
golden_check(const char *path, golden_print *print)
{
	FILE *golden = fopen(path, "r"), *now = tmpfile();

	assert_non_null(now);
	if (golden == NULL)
		fail_msg("cannot open %s", path);
	print(now);
	rewind(now);
	if (golden_show_difference(golden, now) > 0)
		fail_msg("this is not what %s has; if it was meant to change, run %s --write and "
			 "have the difference reviewed",
		    path, program_invocation_short_name);
	fclose(golden);
	fclose(now);
}

/* Whether the test is run to write its file. */
static inline bool
golden_is_written(int argc, char *argv[])
{
	return argc > 1 && strcmp(argv[1], "--write") == 0;
}

/* Writes the file; the status with which the test ends. */
static inline int
golden_write(const char *path, golden_print *print)
{
	FILE *golden = fopen(path, "w");

	if (golden == NULL)
		return EXIT_FAILURE;
	print(golden);
	return fclose(golden) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
