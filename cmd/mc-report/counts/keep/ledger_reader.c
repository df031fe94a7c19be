#include "counts/keep/ledger_reader.h"

#include <errno.h>
#include <stdlib.h>

#include "tool/diagnostics.h"
#include "records/fields.h"
#include "records/lines.h"
#include "counts/keep/seal.h"
#include "text/text.h"

const char ledger_header[] = "month,school,outcome,route,signal,cases,units";

enum column { MONTH, SCHOOL, OUTCOME, ROUTE, SIGNAL, CASES, UNITS, COLUMNS };

/* What the columns of a closing line hold behind the month. */
enum {
	END_MARK = SCHOOL,
	END_BASE = OUTCOME,
	END_KEY = ROUTE,
	END_HASH = SIGNAL,
	END_ROWS = CASES
};

struct ledger_reader {
	struct ledger *ledger;
	struct fields fields;
	unsigned long line;	  /* the current one */
	size_t bytes;		  /* of all lines so far */
	month_number month;	  /* under way; NO_MONTH between months */
	unsigned long month_line; /* its first */
	size_t month_rows;
	struct seal seal;
};

static _Noreturn void
stop_changed(const struct ledger_reader *reader)
{
	diagnostics_stop(
	    _("%s:%lu: not as it was written: somebody changed the ledger; put the true "
	      "one back, since nothing can be published from this one"),
	    reader->ledger->file, reader->line);
}

static bool
read_number(struct bytes text, uint32_t *number)
{
	*number = 0;
	if (text.length == 0 || text.length > 9)
		return false;
	for (size_t i = 0; i < text.length; i++) {
		if (!text_is_digit(text.at[i]))
			return false;
		*number = *number * 10 + (uint32_t)(text.at[i] - '0');
	}
	return true;
}

/* The place of a token in a list; count when it is not there. */
static unsigned
find(struct bytes token, const char *const list[], unsigned count)
{
	unsigned i = 0;

	while (i < count && !bytes_equal(token, bytes_of(list[i])))
		i++;
	return i;
}

static void
take_row(struct ledger_reader *reader, month_number month)
{
	const struct bytes *field = reader->fields.field;
	unsigned outcome = find(field[OUTCOME], groups_outcome_token, OUTCOME_GROUPS);
	unsigned route = find(field[ROUTE], groups_route_token, ROUTE_GROUPS);
	unsigned signal = find(field[SIGNAL], groups_signal_token, SIGNAL_GROUPS);
	struct ledger_row row = {
	    .month = month,
	    .school = record_read_school(field[SCHOOL]),
	    .profile = groups_profile(outcome, route, signal),
	};

	if (row.school == 0 || outcome == OUTCOME_GROUPS || route == ROUTE_GROUPS
	    || signal == SIGNAL_GROUPS || !read_number(field[CASES], &row.cases)
	    || !read_number(field[UNITS], &row.units))
		stop_changed(reader);
	ledger_add(reader->ledger, row);
	reader->month_rows++;
}

/* Another key than the ledger's would round the year a second time. */
static void
check_key(const struct ledger_reader *reader)
{
	const struct ledger *ledger = reader->ledger;
	struct bytes given = reader->fields.field[END_KEY];
	char shown[SHOWN_SIZE];

	if (bytes_equal(given, bytes_of(ledger->key->fingerprint)))
		return;
	if (ledger->last != NO_MONTH)
		stop_changed(reader);
	diagnostics_stop(
	    _("%s: belongs to another key (fingerprint %s) than the one given (%s): one "
	      "ledger has one key"),
	    ledger->file, diagnostics_show(given, shown), ledger->key->fingerprint);
}

static void
check_hash(struct ledger_reader *reader, month_number month, unsigned base)
{
	struct ledger *ledger = reader->ledger;
	char hex[SEAL_HASH_SIZE], text[MONTH_TEXT_SIZE];

	seal_end(&reader->seal, ledger->key, month, base, reader->month_rows, ledger->hash);
	sodium_bin2hex(hex, sizeof(hex), ledger->hash, LEDGER_HASH_BYTES);
	if (!bytes_equal(reader->fields.field[END_HASH], bytes_of(hex)))
		diagnostics_stop(
		    _("%s:%lu: month %s (from line %lu on), or what stood before it, is not as it "
		      "was "
		      "written: somebody changed the ledger; put the true one back, since nothing "
		      "can be published from this one"),
		    ledger->file, reader->line, month_write(month, text), reader->month_line);
}

static void
take_end(struct ledger_reader *reader, month_number month)
{
	struct ledger *ledger = reader->ledger;
	const struct bytes *field = reader->fields.field;
	uint32_t base, rows;

	check_key(reader);
	if (!read_number(field[END_BASE], &base) || !read_number(field[END_ROWS], &rows)
	    || rows != reader->month_rows || field[UNITS].length != 0)
		stop_changed(reader);
	check_hash(reader, month, base);
	if (ledger->first == NO_MONTH)
		ledger->first = month;
	ledger->last = month;
	ledger->base = base;
	reader->month = NO_MONTH;
}

static void
take_line(struct ledger_reader *reader, struct bytes line)
{
	struct ledger *ledger = reader->ledger;
	struct fields *fields = &reader->fields;

	if (fields_split(fields, line, FIELDS_SHEET) != FIELDS_FINE || fields->count != COLUMNS)
		stop_changed(reader);
	month_number month = month_read(fields->field[MONTH]);
	if (month == NO_MONTH)
		stop_changed(reader);
	if (reader->month == NO_MONTH) {
		reader->month = month;
		reader->month_line = reader->line;
		reader->month_rows = 0;
		seal_begin(&reader->seal, ledger->key, ledger->hash);
	}
	if (month != reader->month)
		stop_changed(reader);
	if (bytes_equal(fields->field[END_MARK], bytes_of("end"))) {
		take_end(reader, month);
	} else {
		take_row(reader, month);
		seal_take(&reader->seal, line);
	}
}

static void
read_lines(struct ledger_reader *reader, struct lines *lines)
{
	struct ledger *ledger = reader->ledger;
	struct bytes line;
	enum lines_event event;

	while ((event = lines_next(lines, &line)) == LINES_LINE) {
		reader->line = lines->number;
		reader->bytes += line.length + 1;
		/* A line without its LF is the last, and cannot be whole. */
		if (reader->bytes > ledger->size)
			break;
		if (reader->line > 1)
			take_line(reader, line);
		else if (!bytes_equal(line, bytes_of(ledger_header)))
			diagnostics_stop(
			    _("%s:1: is no ledger of counts (the first line is not \"%s\")"),
			    ledger->file, ledger_header);
	}
	if (event == LINES_TROUBLE)
		diagnostics_stop("%s: %s", ledger->file, strerror(errno));
	if (event == LINES_TOO_LONG)
		stop_changed(reader);
	if (reader->bytes != ledger->size || reader->month != NO_MONTH)
		diagnostics_stop(_("%s:%lu: the month that begins here was not written to its end, "
				   "and nothing of it "
				   "was published: take off its lines, and run the month again"),
		    ledger->file, reader->month == NO_MONTH ? reader->line : reader->month_line);
}

void
ledger_reader_read(struct ledger *ledger)
{
	struct ledger_reader reader = {.ledger = ledger};
	struct lines lines;

	fields_open(&reader.fields, ',');
	lines_open(&lines, ledger->descriptor, NULL, NULL);
	read_lines(&reader, &lines);
	lines_close(&lines);
	fields_close(&reader.fields);
}
