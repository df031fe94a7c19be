#include "counts/keep/ledger.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "counts/keep/private_file.h"
#include "counts/keep/seal.h"
#include "records/lines.h"
#include "records/writer.h"
#include "tool/diagnostics.h"
#include "tool/disk.h"
#include "tool/lock.h"
#include "tool/memory.h"

void
ledger_make(const char *file, const struct key *key, month_number first, unsigned base)
{
	struct ledger ledger = {.file = file, .key = key, .base = base};
	char line[SEAL_LINE_SIZE], text[2 * SEAL_LINE_SIZE];
	struct seal seal;

	seal_begin(&seal, &ledger);
	snprintf(text, sizeof(text), "%s\n%s", seal_header,
	    seal_close(&seal, &ledger, first, LEDGER_IS_BEGIN, line));
	private_file_make(file, bytes_of(text));
}

static void
open_file(struct ledger *ledger)
{
	ledger->descriptor = open(ledger->file, O_RDWR | O_APPEND | O_CLOEXEC);
	if (ledger->descriptor == -1 && errno == ENOENT)
		diagnostics_stop(
		    _("%s: is not there: put its newest copy back; where nothing was published "
		      "yet, make it: mc-report --new-ledger FILE --from YYYY-MM --key FILE"),
		    ledger->name);
	if (ledger->descriptor == -1)
		diagnostics_stop("%s: %s", ledger->name, language_error(errno));
}

void
ledger_open(struct ledger *ledger, const char *file)
{
	*ledger = (struct ledger){.file = file};
	diagnostics_show_file(file, ledger->name);
	open_file(ledger);
	/* The second of two runs then finds the month, and prints the same. */
	lock_wait(ledger->descriptor, ledger->name);
	ledger->size = (size_t)private_file_check(ledger->descriptor, file);
}

void
ledger_verify(struct ledger *ledger, const struct key *key)
{
	ledger->key = key;
	seal_verify(ledger);
}

void
ledger_close(struct ledger *ledger)
{
	close(ledger->descriptor);
}

/* Lines of a month under construction. */
struct lines_to_add {
	struct seal seal;
	char *text;
	size_t length, room;
};

static void
add_line(struct lines_to_add *lines, const struct bytes field[LEDGER_COLUMNS])
{
	struct bytes line;

	if (lines->room - lines->length < LINE_MAX_LENGTH + 1) {
		lines->room = 2 * lines->room + 2 * (size_t)LINE_MAX_LENGTH;
		lines->text = memory_resize(lines->text, lines->room, 1);
	}
	line.at = lines->text + lines->length;
	/* Names are far shorter than a line may be. */
	char *end = writer_format(lines->text + lines->length, field, LEDGER_COLUMNS, ',');
	line.length = (size_t)(end - line.at);
	seal_take(&lines->seal, line);
	*end = '\n';
	lines->length += line.length + 1;
}

static void
add_school(struct lines_to_add *lines, const char *month, const struct school *school)
{
	char code[SCHOOL_TEXT_SIZE], pupils[16];

	snprintf(pupils, sizeof(pupils), "%u", school->pupils);
	add_line(lines,
	    (struct bytes[LEDGER_COLUMNS]){
		[LEDGER_MONTH] = bytes_of(month),
		[LEDGER_WHAT] = bytes_of(LEDGER_IS_SCHOOL),
		[LEDGER_SCHOOL] = bytes_of(record_write_school(school->code, code)),
		[LEDGER_PUPILS] = bytes_of(pupils),
		[LEDGER_BOARD] = school->board,
		[LEDGER_REGION] = school->region,
		[LEDGER_NAME] = school->name,
	    });
}

static void
add_without(struct lines_to_add *lines, const char *month, const struct school *school)
{
	char code[SCHOOL_TEXT_SIZE];

	add_line(lines,
	    (struct bytes[LEDGER_COLUMNS]){
		[LEDGER_MONTH] = bytes_of(month),
		[LEDGER_WHAT] = bytes_of(LEDGER_IS_WITHOUT),
		[LEDGER_SCHOOL] = bytes_of(record_write_school(school->code, code)),
	    });
}

static void
add_units(struct lines_to_add *lines, const char *month, const struct school *school,
    enum count_kind kind, uint32_t units)
{
	char code[SCHOOL_TEXT_SIZE], number[16];

	snprintf(number, sizeof(number), "%u", units);
	add_line(lines,
	    (struct bytes[LEDGER_COLUMNS]){
		[LEDGER_MONTH] = bytes_of(month),
		[LEDGER_WHAT] = bytes_of(LEDGER_IS_UNITS),
		[LEDGER_SCHOOL] = bytes_of(record_write_school(school->code, code)),
		[LEDGER_KIND] = bytes_of(kinds[kind].token),
		[LEDGER_UNITS] = bytes_of(number),
	    });
}

/* What the last month of the year adds to a school. */
static uint32_t
units_added(const struct ledger *ledger, const struct year *year, size_t school, size_t kind)
{
	size_t month = year->months - 1;
	uint32_t number = year_numbers(year, month, school)[kind];

	if (month > 0 && kind < COUNT_STANDINGS)
		number -= year_numbers(year, month - 1, school)[kind];
	return number / ledger->base;
}

static void
add_rows(struct lines_to_add *lines, const struct ledger *ledger, const struct year *year)
{
	const struct units *units = &year->units;
	char month[MONTH_TEXT_SIZE];

	month_write(year_last(year), month);
	for (size_t i = 0; i < units->schools && year->months == 1; i++)
		add_school(lines, month, &units->school[i]);
	for (size_t i = 0; i < units->schools; i++)
		if (*year_without(year, year->months - 1, i))
			add_without(lines, month, &units->school[i]);
	for (size_t i = 0; i < units->schools; i++)
		for (enum count_kind kind = 0; kind < COUNT_KINDS; kind++) {
			uint32_t added = units_added(ledger, year, i, kind);

			if (added > 0)
				add_units(lines, month, &units->school[i], kind, added);
		}
}

static void
add_end(struct lines_to_add *lines, struct ledger *ledger, month_number month)
{
	char line[SEAL_LINE_SIZE];
	size_t length = strlen(seal_close(&lines->seal, ledger, month, LEDGER_IS_END, line));

	lines->text = memory_resize(lines->text, lines->length + length, 1);
	memcpy(lines->text + lines->length, line, length);
	lines->length += length;
}

/* Whether the file is as it was read: nobody else may write while it is locked, but could. */
static bool
is_unchanged(const struct ledger *ledger)
{
	struct stat status;

	if (fstat(ledger->descriptor, &status) == 0 && (size_t)status.st_size == ledger->size)
		return true;
	diagnostics_trouble(
	    _("%s: somebody wrote to it meanwhile; nothing is published"), ledger->name);
	return false;
}

static bool
write_lines(const struct ledger *ledger, struct bytes text)
{
	if (private_file_write(ledger->descriptor, text) && disk_sync(ledger->descriptor))
		return true;
	diagnostics_trouble_errno("%s", ledger->name);
	if (ftruncate(ledger->descriptor, (off_t)ledger->size) == -1)
		diagnostics_trouble_errno("%s", ledger->name);
	return false;
}

bool
ledger_append(struct ledger *ledger, const struct year *year)
{
	struct lines_to_add lines = {.length = 0};

	seal_begin(&lines.seal, ledger);
	add_rows(&lines, ledger, year);
	add_end(&lines, ledger, year_last(year));
	bool is_written =
	    is_unchanged(ledger) && write_lines(ledger, (struct bytes){lines.text, lines.length});
	free(lines.text);
	return is_written;
}
