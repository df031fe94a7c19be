#include "sheet/columns.h"

#include <stdio.h>
#include <stdlib.h>

#include "records/record.h"
#include "text/fold.h"
#include "text/text.h"
#include "tool/diagnostics.h"
#include "tool/memory.h"

/* What every sheet needs. */
static const enum word needed[COLUMNS_NEEDED] = {
    COLUMN_CASE, COLUMN_DATE, COLUMN_KIND, COLUMN_CODE};

/* A column of records, or one that sheets have besides. */
static enum word
recognise(struct bytes name)
{
	enum word column = vocabulary_recognise(LIST_COLUMN, name);

	return column != WORD_NONE ? column : vocabulary_recognise(LIST_SHEET, name);
}

bool
columns_read_map(const char *text, struct column_map *map)
{
	const char *equals = strrchr(text, '=');

	if (equals == NULL || text_is_blank((struct bytes){text, (size_t)(equals - text)}))
		return false;
	*map =
	    (struct column_map){{text, (size_t)(equals - text)}, recognise(bytes_of(equals + 1))};
	return map->column != WORD_NONE;
}

/* Whether both are the same by their letters and digits. */
static bool
is_same_name(struct bytes a, struct bytes b)
{
	char *folded_a = memory_allocate(fold_size(a.length));
	char *folded_b = memory_allocate(fold_size(b.length));
	struct bytes left = {folded_a, fold(a, folded_a)}, right = {folded_b, fold(b, folded_b)};
	bool is_same = left.length > 0 && bytes_equal(left, right);

	free(folded_a);
	free(folded_b);
	return is_same;
}

/* The length of the brackets, and what is in them, at the start of text; 0 for none. */
static size_t
bracketed(struct bytes text)
{
	char closing = text.at[0] == '(' ? ')' : text.at[0] == '[' ? ']' : '\0';
	const char *end = closing == '\0' ? NULL : memchr(text.at, closing, text.length);

	return end == NULL ? 0 : (size_t)(end + 1 - text.at);
}

/* Copies the name less what stands in brackets; to has room for it. */
static struct bytes
without_brackets(struct bytes name, char *to)
{
	size_t used = 0;

	for (size_t i = 0; i < name.length;) {
		size_t length = bracketed((struct bytes){name.at + i, name.length - i});

		if (length == 0)
			to[used++] = name.at[i++];
		else
			i += length;
	}
	return (struct bytes){to, used};
}

enum word
columns_recognise(const struct columns_options *options, struct bytes name)
{
	char *copy;
	enum word column;

	for (size_t i = 0; i < options->map_count; i++)
		if (is_same_name(options->map[i].name, name))
			return options->map[i].column;
	copy = memory_allocate(name.length + 1);
	column = recognise(without_brackets(name, copy));
	free(copy);
	return column != WORD_NONE ? column : recognise(name);
}

size_t
columns_rate(const struct columns_options *options, const struct fields *row, bool *is_header)
{
	bool has[WORD_COUNT] = {false};
	size_t known = 0, lacking = 0;

	for (size_t i = 0; i < row->count && i < FIELDS_MAX; i++) {
		enum word column = columns_recognise(options, row->field[i]);

		known += column != WORD_NONE;
		has[column] = true;
	}
	for (size_t i = 0; i < COLUMNS_NEEDED; i++)
		lacking += !has[needed[i]];
	*is_header = lacking == 0;
	return known;
}

bool
columns_are_again(
    const struct columns *columns, const struct columns_options *options, const struct fields *row)
{
	if (row->count != columns->count)
		return false;
	for (size_t i = 0; i < columns->count; i++)
		if (columns_recognise(options, row->field[i]) != columns->word[i])
			return false;
	return true;
}

enum {
	NAMES_SHOWN = 5,
	LIST_SIZE = NAMES_SHOWN * (SHOWN_SIZE + 4) + 8,
	MESSAGE_SIZE = 3 * (LIST_SIZE + 64)
};

/* A list of names in a message: "naam", "groep". */
struct list {
	char text[LIST_SIZE];
	size_t used;
	unsigned count;
};

static void
add_name(struct list *list, const char *format, const char *name)
{
	char *end = list->text + list->used;

	if (++list->count > NAMES_SHOWN + 1)
		return;
	if (list->count > 1)
		end = stpcpy(end, ", ");
	end += list->count > NAMES_SHOWN ? sprintf(end, "...") : sprintf(end, format, name);
	list->used = (size_t)(end - list->text);
}

/* What is wrong with the names of a header. */
struct complaints {
	struct list unknown, missing, twice;
};

/* Adds one sort of complaint to a message. */
static void
say(char message[MESSAGE_SIZE], const char *pattern, const struct list *list)
{
	size_t used = strlen(message);

	if (list->used == 0)
		return;
	used += (size_t)snprintf(message + used, MESSAGE_SIZE - used, "%s", used > 0 ? "; " : "");
	snprintf(message + used, MESSAGE_SIZE - used, pattern, list->text);
}

/* Tells all of them in one message; false when there are none. Apart, since its room is large. */
__attribute__((noinline)) static bool
tell(const char *file, const struct complaints *complaints)
{
	char message[MESSAGE_SIZE] = "";

	say(message, _("unknown column %s"), &complaints->unknown);
	say(message, _("no column %s"), &complaints->missing);
	say(message, _("column %s twice"), &complaints->twice);
	if (message[0] == '\0')
		return false;
	if (complaints->unknown.used > 0)
		diagnostics_trouble(_("%s: %s (--map OLD=NEW says which column one is, "
				      "--ignore-unknown passes over what is unknown)"),
		    file, message);
	else if (complaints->missing.used > 0)
		diagnostics_trouble(
		    _("%s: %s (--map OLD=NEW says which column one is)"), file, message);
	else
		diagnostics_trouble("%s: %s", file, message);
	return true;
}

bool
columns_read(struct columns *columns, const struct columns_options *options,
    const struct fields *header, const char *file)
{
	bool has[WORD_COUNT] = {false};
	struct complaints complaints = {.unknown = {.used = 0}};
	char shown[SHOWN_SIZE];

	columns->count = columns->reasons = header->count;
	for (size_t i = 0; i < header->count; i++) {
		struct bytes name = header->field[i];
		enum word column = columns_recognise(options, name);

		columns->word[i] = (uint8_t)column;
		if (column == WORD_NONE && !text_is_blank(name) && !options->ignore_unknown)
			add_name(&complaints.unknown, "\"%s\"", diagnostics_show(name, shown));
		else if (column == SHEET_REASONS)
			columns->reasons = i;
		else if (column != WORD_NONE && has[column])
			add_name(&complaints.twice, "%s", vocabulary_name(column));
		has[column] = true;
	}
	for (size_t i = 0; i < COLUMNS_NEEDED; i++)
		if (!has[needed[i]])
			add_name(&complaints.missing, "%s", vocabulary_name(needed[i]));
	return !tell(file, &complaints);
}
