#include "records/table_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "records/fault.h"
#include "text/fold.h"
#include "text/text.h"
#include "tool/memory.h"
#include "tool/outputs.h"

/* Room for "partner,name,phone": the names of all columns. */
enum { NAMES_SIZE = 512 };

static const char *
write_names(const struct table_file *table, char names[NAMES_SIZE])
{
	size_t used = 0;

	for (size_t i = 0; i < table->count && used < NAMES_SIZE; i++)
		used += (size_t)snprintf(names + used, NAMES_SIZE - used, "%s%s", i > 0 ? "," : "",
		    table->columns[i].name);
	return names;
}

/* The next line that is not blank; false at the end of the file. */
static bool
next_line(struct table_file *table)
{
	do {
		enum lines_event event = lines_next(&table->lines, &table->raw);

		if (event == LINES_END)
			return false;
		if (event == LINES_TROUBLE)
			diagnostics_stop("%s: %s", table->name, language_error(errno));
		table->line = table->lines.number;
		if (event == LINES_TOO_LONG)
			diagnostics_stop(
			    _("%s:%lu: the line is longer than 64 KiB"), table->name, table->line);
		table->end += table->raw.length + 1;
	} while (text_trim(text_without_return(text_without_mark(table->raw))).length == 0);
	return true;
}

static void
split(struct table_file *table)
{
	struct bytes line = text_without_return(text_without_mark(table->raw));
	enum fields_fault fault = fields_split(&table->fields, line, FIELDS_SHEET);

	if (fault != FIELDS_FINE)
		diagnostics_stop("%s:%lu: %s", table->name, table->line, fault_of_row(fault));
}

/* Names of columns hold no separator, so that the first of the header is the file's. */
static char
separator_of(struct bytes header)
{
	for (size_t i = 0; i < header.length; i++)
		if (header.at[i] != '\0' && strchr(",;\t", header.at[i]) != NULL)
			return header.at[i];
	return ',';
}

/* Whether both are the same word, as words of the vocabulary are compared. */
static bool
is_same_word(struct bytes written, struct bytes name)
{
	char *folded = memory_allocate(fold_size(written.length) + fold_size(name.length));
	size_t length = fold(written, folded);
	struct bytes first = {folded, length},
		     second = {folded + length, fold(name, folded + length)};
	bool is_same = length > 0 && bytes_equal(first, second);

	free(folded);
	return is_same;
}

/* The column that a cell of the header names, in either language; the number of columns for a
 * blank one. */
static size_t
recognise(struct table_file *table, struct bytes name)
{
	char names[NAMES_SIZE], shown[SHOWN_SIZE];

	if (name.length == 0)
		return table->count;
	for (size_t i = 0; i < table->count; i++) {
		const struct table_column *column = &table->columns[i];
		bool is_english = is_same_word(name, bytes_of(column->name));

		if (!is_english && !is_same_word(name, bytes_of(column->dutch)))
			continue;
		if (table->called[i] != NULL)
			diagnostics_stop(
			    _("%s:%lu: %s: stands twice in the header, in whatever language"),
			    table->name, table->line, column->name);
		table->called[i] = is_english ? column->name : column->dutch;
		return i;
	}
	diagnostics_stop(_("%s:%lu: unknown column \"%s\" (%s)"), table->name, table->line,
	    diagnostics_show(name, shown), write_names(table, names));
}

static void
read_header(struct table_file *table)
{
	char names[NAMES_SIZE];

	if (!next_line(table))
		diagnostics_stop(_("%s: is empty: its first line must name the columns (%s)"),
		    table->name, write_names(table, names));
	fields_open(&table->fields, separator_of(table->raw));
	split(table);
	table->places = table->fields.count;
	for (size_t i = 0; i < table->places; i++)
		table->column_at[i] = recognise(table, text_trim(table->fields.field[i]));
	for (size_t i = 0; i < table->count; i++)
		if (table->columns[i].is_needed && table->called[i] == NULL)
			diagnostics_stop(_("%s:%lu: %s: is missing from the header (%s)"),
			    table->name, table->line, table->columns[i].name,
			    write_names(table, names));
}

int
table_file_descriptor(const char *file)
{
	char shown[SHOWN_SIZE];
	struct stat status;
	int descriptor = open(file, O_RDONLY | O_CLOEXEC);

	diagnostics_show_file(file, shown);
	if (descriptor == -1 || fstat(descriptor, &status) == -1)
		diagnostics_stop("%s: %s", shown, language_error(errno));
	outputs_refuse(&status, shown);
	return descriptor;
}

void
table_file_open(struct table_file *table, const char *file, int descriptor,
    const struct table_column columns[], size_t count)
{
	*table = (struct table_file){.columns = columns, .count = count};
	diagnostics_show_file(file, table->name);
	lines_open(&table->lines, descriptor, NULL, NULL);
	read_header(table);
}

static bool
is_blank(const struct fields *fields)
{
	for (size_t i = 0; i < fields->count; i++)
		if (text_trim(fields->field[i]).length > 0)
			return false;
	return true;
}

/* Gives the cells of the row to their columns. */
static void
take_cells(struct table_file *table)
{
	char shown[SHOWN_SIZE];

	if (table->fields.count != table->places)
		diagnostics_stop(_("%s:%lu: %zu fields, and the header has %zu (a text with a "
				   "separator in it needs quotes)"),
		    table->name, table->line, table->fields.count, table->places);
	for (size_t i = 0; i < table->places; i++) {
		struct bytes cell = text_trim(table->fields.field[i]);

		if (table->column_at[i] < table->count)
			table->cell[table->column_at[i]] = cell;
		else if (cell.length > 0)
			diagnostics_stop(_("%s:%lu: \"%s\" stands in a column without a name (a "
					   "text with a separator in it needs quotes)"),
			    table->name, table->line, diagnostics_show(cell, shown));
	}
}

bool
table_file_next(struct table_file *table)
{
	do {
		if (!next_line(table))
			return false;
		split(table);
	} while (is_blank(&table->fields));
	take_cells(table);
	return true;
}

void
table_file_stop(const struct table_file *table, size_t column, const char *format, ...)
{
	char what[FAULT_TEXT_SIZE];
	const char *called = table->called[column];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(what, sizeof(what), format, arguments);
	va_end(arguments);
	diagnostics_stop("%s:%lu: %s: %s", table->name, table->line,
	    called != NULL ? called : table->columns[column].name, what);
}

void
table_file_close(struct table_file *table)
{
	fields_close(&table->fields);
	lines_close(&table->lines);
}
