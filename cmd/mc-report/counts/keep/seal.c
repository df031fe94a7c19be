#include "counts/keep/seal.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "records/fields.h"
#include "records/lines.h"
#include "tool/diagnostics.h"

const char seal_header[] = "month,what,school,pupils,board,region,name";

/* That of the first edition, which held true counts by outcome. */
static const char old_header[] = "month,school,outcome,route,signal,cases,units";

void
seal_begin(struct seal *seal, const struct ledger *ledger)
{
	seal->rows = 0;
	crypto_generichash_init(&seal->state, ledger->key->bytes, KEY_BYTES, LEDGER_HASH_BYTES);
	crypto_generichash_update(&seal->state, ledger->hash, LEDGER_HASH_BYTES);
}

static void
take(struct seal *seal, struct bytes line)
{
	crypto_generichash_update(&seal->state, (const unsigned char *)line.at, line.length);
	crypto_generichash_update(&seal->state, (const unsigned char *)"\n", 1);
}

void
seal_take(struct seal *seal, struct bytes line)
{
	take(seal, line);
	seal->rows++;
}

const char *
seal_close(struct seal *seal, struct ledger *ledger, month_number month, const char *what,
    char line[SEAL_LINE_SIZE])
{
	char text[MONTH_TEXT_SIZE], hex[2 * LEDGER_HASH_BYTES + 1];

	snprintf(line, SEAL_LINE_SIZE, "%s,%s,%u,%s,%zu", month_write(month, text), what,
	    ledger->base, ledger->key->fingerprint, seal->rows);
	take(seal, bytes_of(line));
	crypto_generichash_final(&seal->state, ledger->hash, LEDGER_HASH_BYTES);
	sodium_bin2hex(hex, sizeof(hex), ledger->hash, LEDGER_HASH_BYTES);
	snprintf(line, SEAL_LINE_SIZE, "%s,%s,%u,%s,%s,%zu,\n", text, what, ledger->base,
	    ledger->key->fingerprint, hex, seal->rows);
	return line;
}

struct verification {
	struct ledger *ledger;
	struct fields fields;
	struct seal seal;
	unsigned long line;    /* the current one */
	unsigned long opening; /* the first that is not closed yet */
	size_t bytes;	       /* of all lines so far */
	bool is_open;	       /* lines wait for the one that closes them */
};

static _Noreturn void
stop_changed(const struct verification *verification)
{
	diagnostics_stop(_("%s:%lu: what stands from line %lu on is not as it was written: put the "
			   "newest copy of the ledger back; nothing is published from this one"),
	    verification->ledger->name, verification->line, verification->opening);
}

/* Another key than the ledger's would round the year a second time. */
static void
check_key(const struct verification *verification)
{
	const struct ledger *ledger = verification->ledger;
	struct bytes given = verification->fields.field[LEDGER_KEY];
	char shown[SHOWN_SIZE];

	if (bytes_equal(given, bytes_of(ledger->key->fingerprint)))
		return;
	if (ledger->first != NO_MONTH)
		stop_changed(verification);
	diagnostics_stop(
	    _("%s: belongs to another key (fingerprint %s) than the one given (%s): put its old "
	      "key back; without it nothing can be published until August, when a new key and a "
	      "new ledger may begin"),
	    ledger->name, diagnostics_show(given, shown), ledger->key->fingerprint);
}

static unsigned
read_base(struct bytes text)
{
	if (bytes_equal(text, bytes_of("10")))
		return 10;
	return bytes_equal(text, bytes_of("5")) ? 5 : 3;
}

/* The ledger's line that closes something is what it would be if it were written now. */
static void
take_closing(
    struct verification *verification, month_number month, const char *what, struct bytes raw)
{
	struct ledger *ledger = verification->ledger;
	char line[SEAL_LINE_SIZE];

	check_key(verification);
	ledger->base = read_base(verification->fields.field[LEDGER_BASE]);
	seal_close(&verification->seal, ledger, month, what, line);
	if (!bytes_equal(raw, (struct bytes){line, strlen(line) - 1}))
		stop_changed(verification);
	verification->is_open = false;
}

static void
take_line(struct verification *verification, struct bytes raw)
{
	struct ledger *ledger = verification->ledger;
	struct fields *fields = &verification->fields;

	if (!verification->is_open) {
		verification->is_open = true;
		verification->opening = verification->line;
		seal_begin(&verification->seal, ledger);
	}
	if (fields_split(fields, raw, FIELDS_RECORD) != FIELDS_FINE
	    || fields->count != LEDGER_COLUMNS)
		stop_changed(verification);
	month_number month = month_read(fields->field[LEDGER_MONTH]);
	if (month == NO_MONTH)
		stop_changed(verification);
	if (ledger->first == NO_MONTH) {
		take_closing(verification, month, LEDGER_IS_BEGIN, raw);
		ledger->first = month;
		ledger->last = month - 1;
	} else if (bytes_equal(fields->field[LEDGER_WHAT], bytes_of(LEDGER_IS_END))) {
		take_closing(verification, month, LEDGER_IS_END, raw);
		ledger->last = month;
	} else {
		seal_take(&verification->seal, raw);
	}
}

static void
check_header(const struct ledger *ledger, struct bytes line)
{
	if (bytes_equal(line, bytes_of(seal_header)))
		return;
	if (bytes_equal(line, bytes_of(old_header)))
		diagnostics_stop(
		    _("%s: is a ledger of the first edition of the counts, which cannot go on: put "
		      "it away with its key, and begin a new school year: mc-report --new-key "
		      "FILE, "
		      "then mc-report --new-ledger FILE --from YYYY-08 --key FILE"),
		    ledger->name);
	diagnostics_stop(_("%s:1: is no ledger of counts (the first line is not \"%s\"): put the "
			   "newest copy of the ledger back"),
	    ledger->name, seal_header);
}

static void
take_lines(struct verification *verification, struct lines *lines)
{
	const struct ledger *ledger = verification->ledger;
	struct bytes line;
	enum lines_event event;

	while ((event = lines_next(lines, &line)) == LINES_LINE) {
		verification->line = lines->number;
		verification->bytes += line.length + 1;
		/* A line without its LF is the last, and cannot be whole. */
		if (verification->bytes > ledger->size)
			verification->is_open = true;
		else if (verification->line == 1)
			check_header(ledger, line);
		else
			take_line(verification, line);
	}
	if (event == LINES_TROUBLE)
		diagnostics_stop("%s: %s", ledger->name, language_error(errno));
	if (event == LINES_TOO_LONG)
		stop_changed(verification);
}

void
seal_verify(struct ledger *ledger)
{
	struct verification verification = {.ledger = ledger, .opening = 1};
	struct lines lines;

	fields_open(&verification.fields, ',');
	lines_open(&lines, ledger->descriptor, NULL, NULL);
	take_lines(&verification, &lines);
	if (verification.is_open || ledger->first == NO_MONTH)
		diagnostics_stop(
		    _("%s:%lu: what begins here was not written to its end, as when the power "
		      "goes, and nothing of it was published: put the newest copy of the ledger "
		      "back"),
		    ledger->name, verification.opening);
	lines_close(&lines);
	fields_close(&verification.fields);
}
