/* The command line of mc-signal: what is asked of one run. */

#ifndef SETTINGS_H
#define SETTINGS_H

#include "tool/options.h"
#include "sheet/sheet.h"

enum mode {
	MODE_TAKE_IN, /* sheets and records, the usual job */
	MODE_ASK,     /* an interview at the terminal */
	MODE_STRIKE,  /* lines out of the log */
	MODE_FORGET,  /* a case out of the log */
	MODE_WORDS    /* the words that a sheet may hold */
};

struct settings {
	enum mode mode;
	struct sheet_options sheet;
	struct bytes school, by; /* empty when not given */
	bool is_school_said;	 /* on the command line, not by the environment alone */
	struct column_map *map;	 /* of sheet.columns */
	const char *encoding;	 /* NULL: found */
	const char *log;	 /* NULL: records go to standard output; MC_LOG counts here */
	const char *new_to;	 /* a log of which the records are not written again; NULL: none */
	const char *rejects;	 /* NULL: nobody keeps them */
	unsigned allowed;	 /* kinds of identifying data that may pass */
	unsigned long *strike;	 /* line numbers, ended by 0 */
	struct bytes forget;	 /* a case */
	struct bytes ask_case;	 /* --ask about this case; empty for any */
	enum word ask_kind;	 /* --ask for this kind; WORD_NONE for any */
};

/* The tool, for its name and messages of misuse. */
extern const struct tool settings_tool;

/* Reads the command line and the environment; operands start at optind. Ends the program with
 * status 2 when options are wrong or do not go together. */
void settings_read(struct settings *settings, int argc, char *argv[]);
void settings_free(struct settings *settings);

#endif
