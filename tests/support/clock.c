/*
 * A clock that stands still, to be loaded with LD_PRELOAD into a tool under test.
 *
 *   CLOCK_AT=seconds    since 1970, what time() says
 */

#include <stdlib.h>
#include <time.h>

time_t
time(time_t *where)
{
	const char *at = getenv("CLOCK_AT");
	time_t now = at == NULL ? 0 : (time_t)strtoll(at, NULL, 10);

	if (where != NULL)
		*where = now;
	return now;
}
