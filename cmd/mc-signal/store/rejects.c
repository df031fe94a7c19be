#include "store/rejects.h"

#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "tool/diagnostics.h"
#include "tool/memory.h"
#include "text/text.h"

/* The number at the end of a path below a folder of descriptors; -1 for none. */
static int
number_below(const char *path, const char *folder)
{
	size_t length = strlen(folder), digits = strspn(path + length, "0123456789");

	return digits > 0 && digits < 6 && path[length + digits] == '\0' ? atoi(path + length) : -1;
}

/* The descriptor of ours that a path is a name of; -1 for none. */
static int
named_descriptor(const char *path)
{
	static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};
	static const char *const streams[] = {"/dev/stdin", "/dev/stdout", "/dev/stderr"};

	for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++)
		if (strcmp(path, streams[i]) == 0)
			return i;
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
		if (strncmp(path, folders[i], strlen(folders[i])) == 0)
			return number_below(path, folders[i]);
	return -1;
}

int
rejects_descriptor(const char *path)
{
	char target[PATH_MAX];
	ssize_t length;
	int descriptor = named_descriptor(path);

	/* It may be a link to such a name. */
	if (descriptor != -1 || (length = readlink(path, target, sizeof(target) - 1)) == -1)
		return descriptor;
	target[length] = '\0';
	return named_descriptor(target);
}

enum { DESCRIPTORS_SEARCHED = 256 };

/* The descriptor by which we were given a regular file to write to, but for standard output; -1 for
 * none. */
static int
open_descriptor(const struct stat *file)
{
	struct stat status;

	for (int i = STDERR_FILENO; S_ISREG(file->st_mode) && i < DESCRIPTORS_SEARCHED; i++) {
		int flags = fcntl(i, F_GETFL);

		if (flags != -1 && (flags & O_ACCMODE) != O_RDONLY && fstat(i, &status) == 0
		    && status.st_dev == file->st_dev && status.st_ino == file->st_ino)
			return i;
	}
	return -1;
}

void
rejects_open(struct rejects *rejects, const char *path)
{
	int descriptor;

	*rejects = (struct rejects){.path = path};
	if (path == NULL)
		return;
	diagnostics_show_file(path, rejects->name);
	rejects->has_earlier = stat(path, &rejects->earlier) == 0;
	descriptor = rejects_descriptor(path);
	if (descriptor == -1 && rejects->has_earlier)
		descriptor = open_descriptor(&rejects->earlier);
	if (descriptor != -1) {
		rejects->is_direct = true;
		rejects->has_earlier = false;
		replacement_open_descriptor(&rejects->file, rejects->name, descriptor);
	} else {
		replacement_open(&rejects->file, path, rejects->name);
	}
	writer_open(&rejects->writer, rejects->file.descriptor, rejects->name);
}

const char *
rejects_replaced(const struct rejects *rejects)
{
	return rejects->path == NULL || rejects->file.temporary == NULL ? NULL : rejects->path;
}

/* A row that has a column of reasons already is written anew without it. */
static bool
has_reasons(const struct sheet *sheet)
{
	return sheet->columns.reasons < sheet->columns.count;
}

/* The cells of the row but for the reasons; count is how many. */
static size_t
cells_but_reasons(const struct sheet *sheet, struct bytes cell[FIELDS_MAX])
{
	const struct fields *fields = &sheet->rows.fields;
	size_t count = 0;

	for (size_t i = 0; i < fields->count; i++)
		if (i != sheet->columns.reasons || !has_reasons(sheet))
			cell[count++] = fields->field[i];
	return count;
}

static void
write_header(struct rejects *rejects, const struct sheet *sheet)
{
	size_t length = sheet->header.length;
	const char *reasons = vocabulary_name(SHEET_REASONS),
		   *mark = sheet->wants_mark ? text_mark : "";
	size_t room = strlen(mark) + length + strlen(reasons) + 1;
	char *line = memory_allocate(room);

	memcpy(line, mark, strlen(mark));
	memcpy(line + strlen(mark), sheet->header.at, length);
	length += strlen(mark);
	if (!has_reasons(sheet)) {
		line[length++] = sheet->rows.fields.delimiter;
		memcpy(line + length, reasons, strlen(reasons));
		length += strlen(reasons);
	}
	writer_line(&rejects->writer, (struct bytes){line, length});
	free(line);
}

bool
rejects_start(struct rejects *rejects, const struct sheet *sheet)
{
	if (rejects->path == NULL)
		return true;
	if (rejects->header == NULL) {
		rejects->header = memory_allocate(sheet->header.length + 1);
		memcpy(rejects->header, sheet->header.at, sheet->header.length);
		rejects->header_length = sheet->header.length;
		write_header(rejects, sheet);
		return true;
	}
	if (bytes_equal(sheet->header, (struct bytes){rejects->header, rejects->header_length}))
		return true;
	diagnostics_trouble(
	    _("%s: its columns are not those of the files before, so its rejects do "
	      "not fit in %s: feed it by itself"),
	    sheet->name, rejects->name);
	return false;
}

/* The place of the reasons: behind the other columns, or where the sheet has them. */
static size_t
reasons_place(const struct sheet *sheet)
{
	return has_reasons(sheet) ? sheet->columns.reasons : sheet->columns.count;
}

/* Writes cells, empty ones up to the reasons, the reasons, and what stands behind them. False when
 * that is longer than a line may be. */
static bool
write_cells(struct rejects *rejects, const struct sheet *sheet, const struct bytes cell[],
    size_t count, const char *reasons)
{
	struct bytes all[FIELDS_MAX + 1];
	size_t place = reasons_place(sheet), used = 0, next = 0;

	while (used < place)
		all[used++] = next < count ? cell[next++] : (struct bytes){"", 0};
	all[used++] = bytes_of(reasons);
	while (next < count && used <= FIELDS_MAX)
		all[used++] = cell[next++];
	return writer_fields(&rejects->writer, all, used, sheet->rows.fields.delimiter);
}

void
rejects_add(struct rejects *rejects, const struct sheet *sheet, const struct row *row, bool is_csv,
    const char *reasons)
{
	struct bytes cell[FIELDS_MAX];
	size_t count = 1;

	if (rejects->path == NULL)
		return;
	cell[0] = row->raw;
	if (is_csv)
		count = cells_but_reasons(sheet, cell);
	if (write_cells(rejects, sheet, cell, count, reasons)
	    || write_cells(rejects, sheet, cell, count, ""))
		return;
	diagnostics_trouble(
	    _("%s:%lu: the row is too long for %s"), sheet->name, row->line, rejects->name);
	rejects->lacks_row = true;
}

void
rejects_finish(struct rejects *rejects, int descriptor, bool is_all_taken_in)
{
	struct stat file;

	if ((!is_all_taken_in || rejects->lacks_row) && rejects->has_earlier
	    && fstat(descriptor, &file) == 0 && file.st_size > 0
	    && file.st_dev == rejects->earlier.st_dev && file.st_ino == rejects->earlier.st_ino)
		rejects->earlier_stays = true;
	rejects->lacks_row = false;
}

void
rejects_close(struct rejects *rejects, bool has_output_arrived)
{
	if (rejects->path == NULL)
		return;
	writer_flush(&rejects->writer);
	if (rejects->earlier_stays || (rejects->has_earlier && !has_output_arrived)) {
		diagnostics_trouble(
		    _("%s stays as it was, since not all could be taken in"), rejects->name);
		replacement_abandon(&rejects->file);
	} else if (rejects->header == NULL || rejects->writer.has_failed) {
		/* With no sheet there is nothing to put in the place of an earlier file. */
		replacement_abandon(&rejects->file);
	} else {
		replacement_commit(&rejects->file);
	}
	writer_free(&rejects->writer);
	free(rejects->header);
}
