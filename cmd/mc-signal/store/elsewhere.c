#include "store/elsewhere.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "records/lines.h"
#include "records/record.h"
#include "store/comparison.h"
#include "text/text.h"

static _Noreturn void
stop(const struct elsewhere *elsewhere)
{
	diagnostics_stop("%s: %s", elsewhere->name, language_error(errno));
}

void
elsewhere_open(struct elsewhere *elsewhere, const char *path)
{
	diagnostics_show_file(path, elsewhere->name);
	elsewhere->descriptor = open(path, O_RDONLY | O_CLOEXEC);
	if (elsewhere->descriptor == -1)
		stop(elsewhere);
}

/* A stream of which the source failed is empty, or ends within a line. */
static void
check_line(const struct elsewhere *elsewhere, const struct lines *lines, struct bytes line)
{
	struct bytes bare = text_without_return(line);

	if (lines->number == 1 && !bytes_equal(bare, bytes_of(record_header)))
		diagnostics_stop(_("%s is no case log: its first line is not %s"), elsewhere->name,
		    record_header);
	if (lines->is_unended)
		diagnostics_stop(_("%s:%lu: the last line is torn, so it is not known what is new"),
		    elsewhere->name, lines->number);
	if (bare.length < line.length)
		diagnostics_stop(_("%s:%lu: the line ends in CR LF, as Windows ends lines, and "
				   "those of a log end in LF: take the CR out of the log first, "
				   "with: sed 's/\\r*$//'"),
		    elsewhere->name, lines->number);
}

void
elsewhere_compare(struct elsewhere *elsewhere, struct additions *additions)
{
	struct comparison comparison;
	struct lines lines;
	struct bytes line;
	enum lines_event event;

	lines_open(&lines, elsewhere->descriptor, NULL, NULL);
	comparison_open(&comparison, additions);
	while ((event = lines_next(&lines, &line)) == LINES_LINE) {
		check_line(elsewhere, &lines, line);
		comparison_take(&comparison, line);
	}
	if (event == LINES_TOO_LONG)
		diagnostics_stop(_("%s:%lu: the line is longer than 64 KiB: take it out by hand"),
		    elsewhere->name, lines.number);
	if (event == LINES_TROUBLE)
		stop(elsewhere);
	if (lines.number <= 1)
		check_line(elsewhere, &lines, (struct bytes){"", 0});
	comparison_close(&comparison);
	lines_close(&lines);
	close(elsewhere->descriptor);
}
