/*
 * mc-signal: from what people write down to records.
 *
 * Takes a school's sheet, or records, or what a person says at the terminal,
 * and writes canonical records, to standard output or into the case log. A row
 * that breaks a rule is refused with what would be right, and kept apart to be
 * mended; every other row goes on.
 */

#include <getopt.h>
#include <stdio.h>
#include <unistd.h>

#include "ask/ask.h"
#include "tool/sandbox/confine.h"
#include "tool/diagnostics.h"
#include "store/edit.h"
#include "destinations.h"
#include "settings.h"
#include "run.h"
#include "words.h"

/* Gives up all but taking in: what is read was written by others. */
static void
confine(const struct settings *settings, const struct run *run, struct operands *files)
{
	struct confinement confinement;
	const char *replaced = rejects_replaced(&run->rejects);

	confinement_open(&confinement, 0);
	if (settings->log != NULL)
		confinement_give(&confinement, CONFINE_STORE, settings->log);
	if (replaced != NULL)
		confinement_give(&confinement, CONFINE_REPLACE, replaced);
	operands_confine(files, &confinement);
}

/* Takes every file in. */
static void
take_in(const struct settings *settings, char *const operands[])
{
	struct operands files;
	struct run run;

	options_tell_awaited(&settings_tool, operands);
	operands_open(&files, operands);
	destinations_check(settings, &files);
	run_open(&run, settings);
	confine(settings, &run, &files);
	run_begin(&run);
	for (const struct operand *file;;) {
		if (operands_next_waits(&files))
			run_idle(&run);
		if ((file = operands_next(&files)) == NULL)
			break;
		run_file(&run, file);
	}
	run_close(&run);
	operands_close(&files);
}

/* Changes the log: takes lines, or a case, out of it. */
static void
edit_log(const struct settings *settings)
{
	const struct edit_case wanted = {
	    settings->forget, settings->school, settings->is_school_said};
	struct edit edit;
	struct writer output;
	struct confinement confinement;

	confinement_open(&confinement, 0);
	confinement_give(&confinement, CONFINE_STORE, settings->log);
	confinement_enforce(&confinement);
	edit_open(&edit, settings->log);
	writer_open(&output, STDOUT_FILENO, _("standard output"));
	if (settings->mode == MODE_STRIKE)
		(void)edit_strike(&edit, settings->strike, &output);
	else
		(void)edit_forget(&edit, &wanted);
	edit_close(&edit);
	writer_close(&output);
}

int
main(int argc, char *argv[])
{
	struct settings settings;

	diagnostics_start(settings_tool.name);
	settings_read(&settings, argc, argv);
	if (settings.log != NULL)
		destinations_check_log(settings.log);
	switch (settings.mode) {
	case MODE_TAKE_IN:
		take_in(&settings, argv + optind);
		break;
	case MODE_STRIKE:
	case MODE_FORGET:
		edit_log(&settings);
		break;
	case MODE_ASK:
		ask_run(&settings);
		break;
	case MODE_WORDS:
		words_write(argv + optind);
		break;
	}
	settings_free(&settings);
	return diagnostics_status();
}
