#include "ask/keep.h"

#include <stdlib.h>
#include <unistd.h>

#include "tool/diagnostics.h"
#include "store/log.h"
#include "tool/memory.h"

void
keep_open(struct keep *keep, const struct settings *settings)
{
	const struct bytes nothing = {"", 0};

	*keep = (struct keep){.log = settings->log, .line = memory_allocate(LINE_MAX_LENGTH)};
	/* School and role are asked, so nothing is filled in behind the person's back. */
	row_record_open(&keep->row_record, nothing, nothing, settings->allowed);
	if (keep->log != NULL) {
		struct log log;

		log_open(&log, keep->log, false);
		log_close(&log);
	} else {
		writer_open(&keep->output, STDOUT_FILENO, _("standard output"));
	}
}

static enum keep_result
append_to_log(const struct keep *keep, struct bytes line, const struct record *record)
{
	struct log log;
	struct additions additions;
	bool is_kept, is_known;

	log_open(&log, keep->log, false);
	additions_open(&additions);
	is_kept = additions_add(&additions, line, record) && log_append(&log, &additions);
	is_known = additions.known > 0;
	additions_close(&additions);
	log_close(&log);
	return !is_kept ? KEEP_FAILED : is_known ? KEEP_KNOWN : KEEP_DONE;
}

static void
write_header(struct keep *keep)
{
	if (!keep->has_header)
		writer_line(&keep->output, bytes_of(record_header));
	keep->has_header = true;
}

static enum keep_result
write_out(struct keep *keep, struct bytes line)
{
	write_header(keep);
	writer_line(&keep->output, line);
	writer_flush(&keep->output);
	return keep->output.has_failed ? KEEP_FAILED : KEEP_DONE;
}

enum keep_result
keep_record(struct keep *keep, const struct bytes column[COLUMN_END], struct faults *faults)
{
	struct record record;
	enum keep_result result;
	char *end;

	keep->row_record.today = span_today();
	row_record_take_columns(&keep->row_record, column, &record, faults);
	end = writer_format(keep->line, &record.column[COLUMN_FIRST], RECORD_COLUMNS, ',');
	if (faults->count == 0 && end == NULL)
		faults_add(faults, fault_in(FAULT_TOO_LONG, COLUMN_TEXT, (struct bytes){"", 0}));
	if (faults->count > 0)
		return KEEP_REFUSED;
	struct bytes line = {keep->line, (size_t)(end - keep->line)};
	result = keep->log != NULL ? append_to_log(keep, line, &record) : write_out(keep, line);
	if (result == KEEP_DONE)
		keep->kept++;
	return result;
}

void
keep_close(struct keep *keep)
{
	if (keep->log == NULL) {
		/* A file without records has its header; a person needs none. */
		if (!isatty(STDOUT_FILENO))
			write_header(keep);
		writer_close(&keep->output);
	}
	row_record_close(&keep->row_record);
	free(keep->line);
}
