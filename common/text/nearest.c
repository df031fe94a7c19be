#include "text/nearest.h"

/* How many bytes of the longer lie between the beginning and the end that both have. */
static size_t
apart(struct bytes a, struct bytes b)
{
	size_t shorter = a.length < b.length ? a.length : b.length;
	size_t begin = 0, end = 0;

	while (begin < shorter && a.at[begin] == b.at[begin])
		begin++;
	while (end < shorter - begin && a.at[a.length - 1 - end] == b.at[b.length - 1 - end])
		end++;
	return (a.length > b.length ? a.length : b.length) - begin - end;
}

void
nearest_try(struct nearest *nearest, struct bytes written, struct bytes name)
{
	size_t longer = written.length > name.length ? written.length : name.length;
	size_t now = apart(written, name);
	size_t found = strlen(nearest->name);

	if (2 * now > longer || name.length == 0 || name.length >= NEAREST_SIZE
	    || memchr(name.at, '\0', name.length) != NULL)
		return;
	if (found > 0
	    && (now > nearest->apart
		|| (now == nearest->apart && strncmp(nearest->name, name.at, name.length) <= 0)))
		return;
	memcpy(nearest->name, name.at, name.length);
	nearest->name[name.length] = '\0';
	nearest->apart = now;
}
