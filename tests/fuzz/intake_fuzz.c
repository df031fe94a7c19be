/*
 * Fuzzing of all that reads bytes from outside: records by line, rows of a
 * sheet, dates, identifying data, and the checks of a record.
 *
 *	make fuzz [FUZZ_SECONDS=60]
 *
 * Besides crashes it looks for what must hold of any input: whatever is taken
 * for a record is written and read back as the same record.
 */

#include <stdint.h>
#include <stdlib.h>

#include "sheet/dates.h"
#include "sheet/rows.h"
#include "records/fault.h"
#include "records/record.h"
#include "records/writer.h"

static void
must(bool holds)
{
	if (!holds)
		abort();
}

/* What is written of a record must be split into the same columns again. */
static void
check_written(struct fields *again, const struct record *record)
{
	static char line[LINE_MAX_LENGTH];
	char *end = writer_format(line, &record->column[COLUMN_FIRST], RECORD_COLUMNS, ',');

	if (end == NULL)
		return;
	must(fields_split(again, (struct bytes){line, (size_t)(end - line)}, FIELDS_RECORD)
	    == FIELDS_FINE);
	must(again->count == RECORD_COLUMNS);
	for (size_t i = 0; i < RECORD_COLUMNS; i++)
		must(bytes_equal(again->field[i], record->column[COLUMN_FIRST + i]));
}

static void
read_columns(struct record *record, const struct fields *fields)
{
	struct faults faults = {.count = 0};
	char text[FAULT_TEXT_SIZE];
	struct bytes where;
	struct span span;

	for (size_t i = 0; i < RECORD_COLUMNS; i++) {
		record->column[COLUMN_FIRST + i] =
		    i < fields->count ? fields->field[i] : (struct bytes){"", 0};
		(void)dates_read(record->column[COLUMN_FIRST + i], DATES_DMY, &span);
		(void)identifying_find(record->column[COLUMN_FIRST + i], 0, &where);
	}
	record_read(record, &faults);
	for (size_t i = 0; i < faults.count; i++)
		must(fault_describe(&faults.list[i], text)[0] != '\0');
}

static void
read_records(struct bytes input)
{
	struct lines lines;
	struct fields fields, again;
	struct record record;

	lines_open_memory(&lines, input);
	fields_open(&fields, ',');
	fields_open(&again, ',');
	while (lines_next(&lines, &record.line) != LINES_END) {
		if (fields_split(&fields, record.line, FIELDS_RECORD) != FIELDS_FINE)
			continue;
		read_columns(&record, &fields);
		check_written(&again, &record);
	}
	fields_close(&again);
	fields_close(&fields);
	lines_close(&lines);
}

static void
read_rows(struct bytes input)
{
	struct lines lines;
	struct rows rows;
	struct row row;
	struct record record;
	unsigned long line = 0;

	lines_open_memory(&lines, input);
	rows_open(&rows, &lines, ';');
	for (enum rows_event event; (event = rows_next(&rows, &row)) != ROWS_END;) {
		must(row.line > line);
		line = row.line;
		if (event == ROWS_ROW)
			read_columns(&record, &rows.fields);
	}
	rows_close(&rows);
	lines_close(&lines);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct bytes input = {(const char *)data, size};

	read_records(input);
	read_rows(input);
	return 0;
}
