/*
 * Fuzzing of all that reads bytes from outside: records by line, and whole
 * sheets in whatever encoding, with their headers, words, characters, dates,
 * identifying data, and the checks of a record.
 *
 *	make fuzz [SECONDS=480]
 *
 * Besides crashes it looks for what must hold of any input: whatever is taken
 * for a record is written and read back as the same record, in which no reader
 * finds a fault; every fault has words; and what was cleaned once is clean.
 */

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "records/fault.h"
#include "records/record.h"
#include "records/writer.h"
#include "row_record.h"
#include "sheet/suggest.h"
#include "tool/diagnostics.h"

static void
must(bool holds)
{
	if (!holds)
		abort();
}

/* Opened once, for all inputs. */
static struct row_record row_record;
static struct characters characters;
static struct fields written_again;
static struct encoding found, named;

static void
open_all(void)
{
	if (row_record.today != 0)
		return;
	row_record_open(&row_record, bytes_of("03AB00"), bytes_of("af"), 0);
	characters_open(&characters);
	fields_open(&written_again, ',');
	must(encoding_open(&found, NULL) && encoding_open(&named, "UTF-16LE"));
}

/* What is written of a record must be split into the same columns again, and be right. */
static void
check_written(struct fields *again, const struct record *record, bool is_right)
{
	static char line[LINE_MAX_LENGTH];
	char *end = writer_format(line, &record->column[COLUMN_FIRST], RECORD_COLUMNS, ',');
	struct faults faults = {.count = 0};
	struct record read = {.school = 0};

	if (end == NULL)
		return;
	must(fields_split(again, (struct bytes){line, (size_t)(end - line)}, FIELDS_RECORD)
	    == FIELDS_FINE);
	must(again->count == RECORD_COLUMNS);
	for (size_t i = 0; i < RECORD_COLUMNS; i++) {
		must(bytes_equal(again->field[i], record->column[COLUMN_FIRST + i]));
		read.column[COLUMN_FIRST + i] = again->field[i];
	}
	record_read(&read, &faults);
	must(!is_right || faults.count == 0);
}

static void
check_faults(const struct faults *faults)
{
	char text[FAULT_TEXT_SIZE];

	for (size_t i = 0; i < faults->count; i++) {
		must(fault_describe(&faults->list[i], text)[0] != '\0');
		/* That of a long word takes most of the time, and shows nothing more. */
		if (i == 0 && faults->list[i].value.length < 16)
			suggest_add(
			    text, sizeof(text), faults->list[i].list, faults->list[i].value);
	}
}

static void
read_records(struct bytes input)
{
	struct lines lines;
	struct fields fields;

	lines_open_memory(&lines, input);
	fields_open(&fields, ',');
	for (struct record record; lines_next(&lines, &record.line) != LINES_END;) {
		struct faults faults = {.count = 0};

		if (fields_split(&fields, record.line, FIELDS_RECORD) != FIELDS_FINE)
			continue;
		for (size_t i = 0; i < RECORD_COLUMNS; i++)
			record.column[COLUMN_FIRST + i] =
			    i < fields.count ? fields.field[i] : (struct bytes){"", 0};
		record_read(&record, &faults);
		check_faults(&faults);
		check_written(&written_again, &record, faults.count == 0);
	}
	fields_close(&fields);
	lines_close(&lines);
}

/* A cell that was cleaned must stay as it is. */
static void
check_clean(const struct record *record)
{
	characters_start_row(&characters);
	for (enum word column = COLUMN_FIRST; column < COLUMN_END; column++) {
		struct bytes cell = record->column[column];

		must(column == COLUMN_TEXT ? characters_of_text(&characters, &cell)
					   : characters_of_column(&characters, &cell));
		must(bytes_equal(cell, record->column[column]));
	}
}

static void
take_row(const struct sheet *sheet, const struct row *row)
{
	struct record record = {.school = 0};
	struct faults faults = {.count = 0};
	bool is_as_it_stood;

	row_record_take(&row_record, sheet, row, &record, &faults, &is_as_it_stood);
	check_faults(&faults);
	if (faults.count > 0)
		return;
	check_clean(&record);
	check_written(&written_again, &record, true);
}

static void
take_rows(struct sheet *sheet)
{
	struct row row;
	unsigned long line = 0;

	for (enum rows_event event; (event = sheet_next(sheet, &row)) != ROWS_END;) {
		must(row.line > line);
		line = row.line;
		if (event == ROWS_ROW)
			take_row(sheet, &row);
	}
}

/* What a person may say of a sheet, by the bits of a byte. */
static struct sheet_options
options_of(uint8_t bits)
{
	static const char delimiters[] = {0, ',', ';', '\t'};

	return (struct sheet_options){.delimiter = delimiters[bits & 3],
	    .order = (enum dates_order)((bits >> 2) & 3),
	    .columns = {.ignore_unknown = (bits & 16) != 0}};
}

static void
read_sheet(struct bytes input, uint8_t bits)
{
	struct sheet_options options = options_of(bits);
	struct operand file = {.name = "sheet", .descriptor = memfd_create("sheet", 0)};
	const struct encoding *encoding = (bits & 32) != 0 ? &named : &found;
	struct sheet sheet;

	must(write(file.descriptor, input.at, input.length) == (ssize_t)input.length);
	must(lseek(file.descriptor, 0, SEEK_SET) == 0);
	if (sheet_open(&sheet, &(struct sheet_source){&file, encoding, NULL, NULL, span_today()},
		&options)) {
		take_rows(&sheet);
		sheet_close(&sheet);
	}
	close(file.descriptor);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The first byte chooses the options of the sheet. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct bytes input = {(const char *)data, size};

	open_all();
	read_records(input);
	read_sheet(input, 0);
	if (size > 1)
		read_sheet((struct bytes){input.at + 1, input.length - 1}, data[0]);
	return 0;
}
