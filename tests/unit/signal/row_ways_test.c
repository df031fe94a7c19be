/*
 * Goal: intake of a stream of records takes in and refuses the same rows, for
 * the same reasons, by the quick way and by both slow ones, and no way lets
 * identifying data through.
 *
 * Read byte by byte no row has anything behind it when it is taken, so that
 * the quick way takes none. The other slow way is that of a sheet, in which
 * every cell is made canonical before it is looked at.
 */

#include "support/made_line.h"
#include "support/pieces.h"
#include "support/same_record.h"

#include "records/writer.h"
#include "row_record.h"

enum { LINES = 150, ALL_SIZE = LINES * MADE_LINE_SIZE, MOST_EVENTS = 2 * LINES, TODAY = 9830 };

enum way { RECORDS, ROWS, CELLS };

/* What became of a row: what would be written, or why it is refused. */
struct told {
	enum rows_event event;
	unsigned long line;
	enum fields_fault fault;
	struct bytes raw, written;
	struct faults faults;
	enum word kind;
	char storage[4 * MADE_LINE_SIZE];
	size_t used;
};

static struct told want[MOST_EVENTS], got;

static void
keep(struct told *told, struct bytes *bytes)
{
	char *copy = told->storage + told->used;

	assert_true(told->used + bytes->length <= sizeof(told->storage));
	if (bytes->length > 0)
		memcpy(copy, bytes->at, bytes->length);
	bytes->at = copy;
	told->used += bytes->length;
}

static void
tell_row(struct told *told, struct row_record *row_record, struct sheet *sheet,
    const struct row *row, enum way way)
{
	static char line[LINE_MAX_LENGTH];
	struct record record;
	bool is_as_it_stood;

	faults_clear(&told->faults);
	/* In a stream of records dates are theirs alone. */
	sheet->is_canonical = way != CELLS;
	sheet->order = way == CELLS ? DATES_RECORD : DATES_FOUND;
	row_record_take(row_record, sheet, row, &record, &told->faults, &is_as_it_stood);
	sheet->is_canonical = true;
	told->kind = record.kind;
	told->written = record.line;
	if (!is_as_it_stood) {
		char *end = writer_format(line, &record.column[COLUMN_FIRST], RECORD_COLUMNS, ',');

		assert_non_null(end);
		told->written = (struct bytes){line, (size_t)(end - line)};
	}
	if (told->faults.count > 0)
		told->written.length = 0;
	keep(told, &told->written);
	for (size_t i = 0; i < told->faults.count; i++)
		keep(told, &told->faults.list[i].value);
}

static void
tell(struct told *told, struct row_record *row_record, struct sheet *sheet, enum way way)
{
	struct row row;

	told->used = 0;
	told->event = sheet_next(sheet, &row);
	if (told->event == ROWS_END)
		return;
	told->line = row.line;
	told->raw = row.raw;
	keep(told, &told->raw);
	if (told->event == ROWS_ROW)
		tell_row(told, row_record, sheet, &row, way);
	else
		told->fault = row.fault;
}

static void
check_faults(const char *row, const struct faults *faults, const struct faults *wanted)
{
	check_number(row, "faults", faults->count, wanted->count);
	for (size_t i = 0; i < wanted->count; i++) {
		const struct fault *fault = &faults->list[i], *other = &wanted->list[i];

		check_same_fault(row, fault, other);
		check_number(row, "identifying", fault->identifying, other->identifying);
		check_bytes(row, "value", fault->value, other->value);
	}
}

static void
check_told(const struct told *told, const struct told *wanted, size_t size, enum way way)
{
	char row[200];

	snprintf(row, sizeof(row), "pieces of %zu, way %d: %.*s", size, way,
	    (int)(wanted->raw.length < 150 ? wanted->raw.length : 150), wanted->raw.at);
	check_number(row, "event", told->event, wanted->event);
	if (wanted->event == ROWS_END)
		return;
	check_number(row, "line", told->line, wanted->line);
	check_bytes(row, "row", told->raw, wanted->raw);
	if (wanted->event == ROWS_NO_CSV)
		check_number(row, "form", told->fault, wanted->fault);
	if (wanted->event != ROWS_ROW)
		return;
	check_number(row, "kind", told->kind, wanted->kind);
	check_faults(row, &told->faults, &wanted->faults);
	/* A sheet's quotes need not stay where none are needed. */
	if (way != CELLS)
		check_bytes(row, "what is written", told->written, wanted->written);
	else
		check_number(
		    row, "refused", told->written.length == 0, wanted->written.length == 0);
}

/* A stream of records in pieces of size bytes. Returns the number of its events. */
static size_t
read_all(struct bytes all, size_t size, enum way way, bool is_wanted)
{
	static const struct encoding encoding;
	static const struct sheet_options options;
	struct row_record row_record;
	struct pieces pieces;
	struct sheet sheet;
	size_t count = 0;

	pieces_open(&pieces, all, size, false);
	struct operand operand = {.name = (char[]){"rows"}, .descriptor = pieces.read_end};
	struct sheet_source source = {&operand, &encoding, pieces_next, &pieces, TODAY};
	row_record_open(&row_record, BYTES(""), BYTES(""), 0);
	row_record.today = TODAY;
	assert_true(sheet_open(&sheet, &source, &options));
	assert_true(sheet.is_canonical && sheet.rows.of_records);
	sheet.rows.of_records = way == RECORDS;
	do {
		assert_true(count < MOST_EVENTS);
		tell(is_wanted ? &want[count] : &got, &row_record, &sheet, way);
		if (!is_wanted)
			check_told(&got, &want[count], size, way);
	} while (want[count++].event != ROWS_END);
	sheet_close(&sheet);
	row_record_close(&row_record);
	pieces_close(&pieces);
	return count;
}

/* What every way makes of all is left in want. */
static size_t
check_every_way(struct bytes all)
{
	static const size_t sizes[] = {
	    2, 3, 7, 31, 63, 64, 65, 87, 88, 89, 127, 200, 255, 1000, 4096, 30000, PIECE_MAX};
	size_t count = read_all(all, 1, RECORDS, true);

	for (size_t i = 0; i < COUNT_OF(sizes); i++)
		read_all(all, sizes[i], RECORDS, false);
	read_all(all, PIECE_MAX, ROWS, false);
	read_all(all, PIECE_MAX, CELLS, false);
	return count;
}

/* Rows below the header of records. */
static struct {
	char at[ALL_SIZE];
	size_t used;
} stream;

static void
begin_stream(void)
{
	stream.used = (size_t)sprintf(stream.at, "%s\n", record_header);
}

static void
add_line(struct bytes line, const char *end)
{
	assert_true(stream.used + line.length + strlen(end) <= ALL_SIZE);
	memcpy(stream.at + stream.used, line.at, line.length);
	stream.used += line.length;
	memcpy(stream.at + stream.used, end, strlen(end));
	stream.used += strlen(end);
}

static struct bytes
all_rows(void)
{
	return (struct bytes){stream.at, stream.used};
}

/* A right line, mostly of this year, so that it can be taken in. */
static void
make_recent(struct chance *chance, struct made_line *made)
{
	made_right(chance, made);
	if (chance_is(chance, 80)) {
		sprintf(made->field[COLUMN_DATE], "2026-0%u-1%u", 1 + chance_below(chance, 9),
		    chance_below(chance, 10));
		if (made->field[COLUMN_DUE][0] != '\0')
			strcpy(made->field[COLUMN_DUE], "2026-11-01");
	}
	made_join(made);
}

/* How a row ends, and what may stand below it that only a sheet has. */
static const char *const ends[] = {"\n", "\n", "\n", "\n", "\n", "\n", "\r\n", "\r\r\n", "\n\n",
    "\n,,,,,,,,\n", "\n \xC2\xA0,,,,,,,,\n", "\n\xEF\xBB\xBF", "\n\x1A\n",
    "\ncase,date,school,kind,code,value,due,by,text\n",
    "\nK-1,2026-10-01,03AB00,need,food,,,,\"over\ntwee regels\"\n",
    "\nK-1,2026-10-01,03AB00,need,food,,,,=\"007\"\n",
    "\nK-1,2026-10-01,03AB00,need,food,,,,\"nooit gesloten\n",
    "\n=\"K-1\",2026-10-01,03AB00,need,food,,,,x\n", "\n'K-1,2026-10-01,03AB00,need,eten,,,,x\n"};

static void
test_random_rows(void **state)
{
	static struct made_line made;
	struct chance chance = {173001};
	unsigned taken = 0, refused = 0;

	(void)state;
	for (unsigned i = 0; i < 12; i++) {
		begin_stream();
		for (unsigned line = 0; line < LINES / 2; line++) {
			make_recent(&chance, &made);
			if (i % 2 == 1 && chance_is(&chance, 50))
				made_spoilt(&chance, &made);
			add_line(made_bytes(&made), made_of(&chance, ends, COUNT_OF(ends)));
		}
		for (size_t count = check_every_way(all_rows()); count > 0; count--) {
			taken += want[count - 1].written.length > 0;
			refused += want[count - 1].written.length == 0;
		}
	}
	assert_true(taken > 200 && refused > 200);
}

/* What identifies, of every kind, also as a pseudonym might hold it. */
static const char *const data[] = {"123456782", "bsn 12345678", "1234.56.782", "101222331",
    "1,01222331E+08", "jan.jansen@school.nl", "jan (at) school.nl", "0612345678", "06-12345678",
    "+31 23 512 34 56", "6,12345678E+08", "2011AB 12", "2011 ab 12", "NL91ABNA0417164300",
    "NL91 ABNA 0417 1643 00", "Kerkstraat 12", "Lange Dijk 3a", "geb. 3-4-2018",
    "geboren 2018-04-03", "geb 3 april 2018", "https://ketenid.nl/201703/ab12cd", "K123456782",
    "K-0612345678", "K.6.1E+08", "geb-3-4-2018", "geb3apr2018", "2011AB-12", "Kerkstraat-12",
    "Kerkstraat12", "1-mrt", "2E12", "WAAR", "6.12345678E8", "1234-56-782", "x_123456782",
    "\xEF\xBC\x91"
    "23456782",
    "12345678-2", "12345-6782", "123456782-x"};

static void
add_planted(struct chance *chance, const char *datum, enum word column, const char *form)
{
	static struct made_line made;
	char with[MADE_FIELD_SIZE];

	make_recent(chance, &made);
	snprintf(with, sizeof(with), form, datum);
	if (strchr(with, ',') == NULL)
		strcpy(made.field[column], with);
	else
		snprintf(made.field[column], MADE_FIELD_SIZE, "\"%.*s\"", 500, with);
	made_join(&made);
	add_line(made_bytes(&made), "\n");
}

/* Every kind in every column, alone and among other things. */
static void
test_identifying_everywhere(void **state)
{
	static const char *const forms[] = {"%s", "Zij zegt %s nu", "K%s", "%sx", "x-%s"};
	struct chance chance = {173002};
	bool is_found[IDENTIFYING_KINDS][COLUMN_END] = {{false}};

	(void)state;
	for (enum word column = COLUMN_FIRST; column < COLUMN_END; column++)
		for (size_t form = 0; form < COUNT_OF(forms); form++) {
			begin_stream();
			for (size_t i = 0; i < COUNT_OF(data); i++)
				add_planted(&chance, data[i], column, forms[form]);
			for (size_t count = check_every_way(all_rows()); count > 0; count--) {
				const struct faults *faults = &want[count - 1].faults;

				for (size_t i = 0; i < faults->count; i++)
					is_found[faults->list[i].identifying]
						[faults->list[i].column] = true;
			}
		}
	for (enum identifying kind = IDENTIFYING_NONE + 1; kind < IDENTIFYING_KINDS; kind++)
		for (enum word column = COLUMN_FIRST; column < COLUMN_END; column++)
			check_number(identifying_name(kind), vocabulary_token(column),
			    is_found[kind][column], true);
}

/* In rows that are right but for it: pseudonyms of the right form, and texts. */
static const struct {
	const char *id, *text;
	enum identifying kind;
} otherwise_right[] = {
    {"K-1", "x", IDENTIFYING_NONE},
    {"1234567", "1234567", IDENTIFYING_NONE},
    {"123456782", "x", IDENTIFYING_BSN},
    {"K123456782", "x", IDENTIFYING_BSN},
    {"123-456-782", "x", IDENTIFYING_BSN},
    {"101222331", "x", IDENTIFYING_PUPIL_NUMBER},
    {"0612345678", "x", IDENTIFYING_PHONE},
    {"K.06-12345678", "x", IDENTIFYING_PHONE},
    {"NL91ABNA0417164300", "x", IDENTIFYING_IBAN},
    {"2011AB12", "x", IDENTIFYING_POSTCODE},
    {"2011AB-12", "x", IDENTIFYING_POSTCODE},
    {"geb-3-4-2018", "x", IDENTIFYING_BIRTH},
    {"born2018-04-03", "x", IDENTIFYING_BIRTH},
    {"K-1", "bel 0612345678", IDENTIFYING_PHONE},
    {"K-1", "bsn 123456782", IDENTIFYING_BSN},
    {"K-1", "van jan@school.nl, zegt zij", IDENTIFYING_EMAIL},
    {"K-1", "zij woont Kerkstraat 12", IDENTIFYING_STREET},
    {"K-1", "\xC3\xA9\xC3\xA9n: \"\"ketenid.nl/1\"\"", IDENTIFYING_CHAIN_ID},
    {"K-1",
	"\xEF\xBC\x91\xEF\xBC\x92\xEF\xBC\x93\xEF\xBC\x94\xEF\xBC\x95\xEF\xBC\x96\xEF\xBC\x97\xEF"
	"\xBC"
	"\x98\xEF\xBC\x92",
	IDENTIFYING_BSN},
};

static void
test_otherwise_right(void **state)
{
	char line[256];

	(void)state;
	begin_stream();
	for (size_t i = 0; i < COUNT_OF(otherwise_right); i++) {
		snprintf(line, sizeof(line), "%s,2026-10-01,03AB00,need,food,,,,\"%s\"",
		    otherwise_right[i].id, otherwise_right[i].text);
		add_line(bytes_of(line), "\n");
	}
	/* Behind the last there is room for the quick way too. */
	for (size_t i = 0; i < 4; i++)
		add_line(BYTES("K-1,2026-10-01,03AB00,need,food,,,,niets bijzonders"), "\n");
	(void)check_every_way(all_rows());
	for (size_t i = 0; i < COUNT_OF(otherwise_right); i++) {
		bool is_clean = otherwise_right[i].kind == IDENTIFYING_NONE;
		const char *row = otherwise_right[i].id;

		check_number(row, "faults", want[i].faults.count, !is_clean);
		if (!is_clean)
			check_number(row, "found", want[i].faults.list[0].identifying,
			    otherwise_right[i].kind);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_random_rows),
	    cmocka_unit_test(test_identifying_everywhere),
	    cmocka_unit_test(test_otherwise_right),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
