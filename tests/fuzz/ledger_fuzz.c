/*
 * Fuzzing of the ledger of what was published: as it lies there, and, since
 * nobody without the key gets far with that, sealed as the tool seals it, with
 * lines of whatever kind in it. A ledger only grows, and by a whole month; one
 * that will not do stays as it is.
 */

#include <sodium.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "tools.h"

static const unsigned char key[32] = "Thirty-two bytes, as a key has..";

static const char units[] = "school,name,pupils,board,region\n"
			    "03AB00,De Brug,230,Stichting A,Noord\n"
			    "03AC00,De Wal,190,Stichting A,Noord\n"
			    "12AB00,De Kade,310,Stichting B,Zuid\n";

static const char facts[] = "case,date,school,kind,code,value,due,by,text\n"
			    ",2026-08-01,03AB00,school,af,yes,,head,\n"
			    ",2026-08-01,03AC00,school,af,yes,,head,\n"
			    ",2026-08-01,12AB00,school,af,yes,,head,\n"
			    "K-1,2026-10-01,03AB00,signal,hunger,seen,,teacher,Geen brood\n"
			    "K-2,2026-10-01,03AC00,signal,absence,seen,,teacher,Weg\n";

/* Months that are closed one after the other, up to the one before what is asked for. */
struct sealing {
	FILE *file;
	unsigned month; /* of 2026 */
	char fingerprint[17];
	unsigned char hash[32];
};

/* Closes rows of lines as the tool would. */
static void
seal(struct sealing *sealing, struct bytes lines, unsigned rows, const char *what)
{
	crypto_generichash_state state;
	char line[192], hex[65];

	crypto_generichash_init(&state, key, sizeof(key), sizeof(sealing->hash));
	crypto_generichash_update(&state, sealing->hash, sizeof(sealing->hash));
	crypto_generichash_update(&state, (const unsigned char *)lines.at, lines.length);
	snprintf(line, sizeof(line), "2026-%02u,%s,5,%s,%u\n", sealing->month, what,
	    sealing->fingerprint, rows);
	crypto_generichash_update(&state, (const unsigned char *)line, strlen(line));
	crypto_generichash_final(&state, sealing->hash, sizeof(sealing->hash));
	sodium_bin2hex(hex, sizeof(hex), sealing->hash, sizeof(sealing->hash));
	fprintf(sealing->file, "%.*s2026-%02u,%s,5,%s,%s,%u,\n", (int)lines.length, lines.at,
	    sealing->month, what, sealing->fingerprint, hex, rows);
}

/* Closes the lines up to the next that is empty as one month; false when there are none left. */
static bool
seal_month(struct sealing *sealing, struct bytes *body)
{
	struct bytes line, lines = {body->at, 0};
	unsigned rows = 0;

	while (check_next_line(body, &line) && line.length > 0) {
		lines.length += line.length + 1;
		rows++;
	}
	if (rows > 0)
		seal(sealing, lines, rows, "end");
	sealing->month++;
	return rows > 0;
}

/* A ledger of these lines that the key fits; to be freed. */
static struct bytes
sealed(struct bytes body)
{
	unsigned char print[crypto_generichash_BYTES_MIN];
	char *text = NULL;
	size_t size = 0;
	struct sealing sealing = {.file = open_memstream(&text, &size), .month = 8};

	while (body.length > 0 && body.at[body.length - 1] != '\n')
		body.length--;
	crypto_generichash(print, sizeof(print), key, sizeof(key), NULL, 0);
	sodium_bin2hex(sealing.fingerprint, sizeof(sealing.fingerprint), print, 8);
	fputs("month,what,school,pupils,board,region,name\n", sealing.file);
	seal(&sealing, (struct bytes){"", 0}, 0, "begin");
	while (sealing.month < 10 && seal_month(&sealing, &body))
		continue;
	fclose(sealing.file);
	return (struct bytes){text, size};
}

static const struct {
	const char *format;
	void (*check)(struct bytes page);
} pages[] = {{"text", check_clean}, {"html", check_html}, {"csv", check_csv}};

static void
publish(struct bytes stream, struct bytes ledger, const char *month, size_t page)
{
	char key_path[FILE_NAME_SIZE], units_path[FILE_NAME_SIZE], ledger_path[FILE_NAME_SIZE];
	int files[] = {
	    tools_file((struct bytes){(const char *)key, sizeof(key)}, key_path),
	    tools_file(bytes_of(units), units_path),
	    tools_file(ledger, ledger_path),
	};
	const char *const arguments[] = {"-t", "counts", "-m", month, "-k", key_path, "-u",
	    units_path, "-L", ledger_path, "-f", pages[page].format, NULL};
	struct output output = tools_run(MC_REPORT, arguments, stream);
	struct bytes after = tools_content(files[2]);

	check_clean(output.messages);
	must(output.status == 0 || output.messages.length > 0);
	must(after.length >= ledger.length && memcmp(after.at, ledger.at, ledger.length) == 0);
	must(output.status != 2 || (output.out.length == 0 && after.length == ledger.length));
	if (output.out.length > 0)
		pages[page].check(output.out);
	free((char *)after.at);
	output_free(&output);
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		close(files[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The last byte chooses. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const none[] = {NULL},
				 *const months[] = {"2026-08", "2026-09", "2026-10"};
	static struct output weighed, referred;

	if (referred.out.length == 0) {
		weighed = tools_run(MC_WEIGH, none, bytes_of(facts));
		referred = tools_run(MC_REFER, none, weighed.out);
		must(weighed.status == 0 && referred.status == 0);
	}
	if (size == 0)
		return 0;
	uint8_t choice = data[--size];
	struct bytes input = {(const char *)data, size};
	bool is_raw = (choice & 3) == 3;
	struct bytes ledger = is_raw ? input : sealed(input);
	publish(referred.out, ledger, months[(choice >> 2) % 3], (choice >> 4) % 3);
	if (!is_raw)
		free((char *)ledger.at);
	return 0;
}
