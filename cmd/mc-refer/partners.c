#include "partners.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "tool/diagnostics.h"
#include "records/fault.h"
#include "records/fields.h"
#include "records/lines.h"
#include "text/text.h"

static const char header[] = "partner,name,phone,email,topics";

enum { FILE_COLUMNS = 5 };

static void
read_partner(
    struct partners *partners, const struct fields *fields, const char *file, unsigned long number)
{
	char shown[SHOWN_SIZE];
	enum word partner = vocabulary_recognise(LIST_PARTNER, fields->field[0]);

	if (fields->count != FILE_COLUMNS)
		diagnostics_stop(_("%s:%lu: %zu fields (%s)"), file, number, fields->count, header);
	if (partner == WORD_NONE)
		diagnostics_stop(_("%s:%lu: partner: unknown partner \"%s\" (see mc-record(5))"),
		    file, number, diagnostics_show(fields->field[0], shown));
	partners->is_listed[partner] = true;
}

/* Takes a line that is not empty; the first of them is the header. */
static void
read_line(struct partners *partners, struct fields *fields, struct bytes line, const char *file,
    unsigned long number, bool *has_header)
{
	enum fields_fault fault = fields_split(fields, line, false);

	if (fault != FIELDS_FINE)
		diagnostics_stop("%s:%lu: %s", file, number, fault_of_row(fault));
	if (*has_header)
		read_partner(partners, fields, file, number);
	else if (!bytes_equal(line, bytes_of(header)))
		diagnostics_stop(_("%s:%lu: the first line is not \"%s\""), file, number, header);
	*has_header = true;
}

void
partners_read(struct partners *partners, const char *file)
{
	struct lines lines;
	struct fields fields;
	struct bytes line;
	enum lines_event event;
	bool has_header = false;
	int descriptor = open(file, O_RDONLY | O_CLOEXEC);

	*partners = (struct partners){.is_given = true};
	if (descriptor == -1)
		diagnostics_stop("%s: %s", file, strerror(errno));
	lines_open(&lines, descriptor, NULL, NULL);
	fields_open(&fields, ',');
	while ((event = lines_next(&lines, &line)) == LINES_LINE) {
		line = text_without_return(text_without_mark(line));
		if (line.length > 0)
			read_line(partners, &fields, line, file, lines.number, &has_header);
	}
	if (event == LINES_TROUBLE)
		diagnostics_stop("%s: %s", file, strerror(errno));
	if (event == LINES_TOO_LONG)
		diagnostics_stop(_("%s:%lu: the line is longer than 64 KiB"), file, lines.number);
	if (!has_header)
		diagnostics_stop(_("%s:%lu: the first line is not \"%s\""), file, 1ul, header);
	fields_close(&fields);
	lines_close(&lines);
	close(descriptor);
}

enum word
partners_address(const struct partners *partners, enum word partner)
{
	bool through_kernteam =
	    vocabulary_is_member(partner) && partners->is_given && !partners->is_listed[partner];

	return through_kernteam ? PARTNER_KERNTEAM : partner;
}
