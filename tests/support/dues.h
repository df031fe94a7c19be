/*
 * When rows of mc-refer count and are due in cases that are told in one line,
 * and what such cases are often made of.
 */

#ifndef DUES_H
#define DUES_H

#include "support/referred.h"

#define LIST(day)   day " answer suspicion yes; " day " answer unsafe no; "
#define REPORT(day) LIST(day) day " answer can-help no; "
#define MADE(day)   day " answer unsafe acute; " day " done veilig-thuis report-now; "
#define DOUBT(day)  day " answer suspicion doubt; "
#define CARE(day)   day " signal fear seen; "
#define HELP(day)   LIST(day) day " answer can-help yes; " day " answer accepts yes; "
#define GREY(day)   day " answer suspicion no; " day " answer concern yes; "
#define EARLY(day)  CARE(day) day " talk parents wants-help; "
#define STEPS(day)  day " talk family open; " day " consult af named; "

/* When a rule's first record counts and is due in a story, "03-10>03-17"; "" when it gives
 * nothing. */
static inline const char *
dues_of(const char *story, const char *rule, char due[REFERRED_SIZE])
{
	char text[REFERRED_SIZE], name[8], *at;

	snprintf(name, sizeof(name), " %s ", rule);
	due[0] = '\0';
	referred_at(story, &every_partner, text);
	if ((at = strstr(text, name)) != NULL)
		sscanf(at, "%*s %*s %*s %s", due);
	return due;
}

struct due_row {
	const char *rule, *story, *due;
};

static inline void
dues_check(const struct due_row rows[], size_t count)
{
	char due[REFERRED_SIZE], name[512];

	for (size_t i = 0; i < count; i++) {
		snprintf(name, sizeof(name), "%s: %s", rows[i].rule, rows[i].story);
		check_string(name, "due", dues_of(rows[i].story, rows[i].rule, due), rows[i].due);
	}
}

#endif
