/* The command line: which papers, about which cases, in which format. */

#ifndef COMMAND_H
#define COMMAND_H

#include "tool/options.h"
#include "report.h"
#include "cases/selection.h"
#include "papers/agenda/holidays.h"

enum format { FORMAT_TEXT, FORMAT_HTML, FORMAT_CSV, FORMAT_ICS, FORMAT_RECORDS, FORMATS };

/* What one paper is about. */
enum report_about {
	ABOUT_CASE,   /* one case */
	ABOUT_FAMILY, /* one case; all that were asked for by name, when several were */
	ABOUT_CASES,  /* all cases */
	ABOUT_SCHOOLS /* no case */
};

/* A type of paper. */
struct report_type {
	const char *name;
	report_build *build;
	report_write *write[FORMATS]; /* the formats that are no document; NULL: it has them not */
	enum report_about about;
	enum dossiers_depth depth; /* what it needs of the records */
	enum cases_stage stage;	   /* and of each case */
	bool is_of_one_case;	   /* it must be asked for by its pseudonym */
	enum format format;	   /* the format that it has without being asked */
	bool is_for_partners;	   /* it has a paper for each, and --partner chooses one */
	const char *nothing;	   /* said when no paper was due, marked N_(); NULL: quiet */
};

struct command {
	const struct report_type *type;
	enum format format;
	bool has_format; /* it was asked for */
	bool is_as_of;	 /* today was given: later records are left out, not refused */
	struct report_order order;
	struct selection selection;
	const char *holidays_file; /* NULL for none */
	int holidays_descriptor;
	struct holidays holidays;
};

extern const struct tool command_tool;

/* Reads the options; operands stand from optind on. The files that they name are open then, and not
 * read. What is wrong ends the program with status 2. To be freed. */
void command_parse(struct command *command, int argc, char *argv[]);

/* Reads those files; what is wrong ends the program with status 2. */
void command_read_files(struct command *command);
void command_free(struct command *command);

#endif
