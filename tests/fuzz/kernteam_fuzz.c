/*
 * Fuzzing of the file of partners: mc-refer reads it whole or not at all; who
 * it names changes whom a step is asked of, never which steps, nor when.
 */

#include <stdint.h>
#include <unistd.h>

#include "check.h"
#include "tools.h"

static const char facts[] = "case,date,school,kind,code,value,due,by,text\n"
			    "K-1,2026-10-01,03AB00,signal,hunger,seen,,teacher,Geen brood\n"
			    "K-1,2026-10-02,03AB00,need,money,,,,\n"
			    "K-1,2026-10-02,03AB00,consent,kernteam,yes,,,\n"
			    "K-1,2026-10-03,03AB00,talk,parents,wants-help,,,\n"
			    "K-2,2026-10-01,03AB00,signal,absence,seen,,teacher,Acht dagen weg\n"
			    "K-3,2026-10-01,03AB00,signal,injury,child,,teacher,Blauwe plek\n"
			    "K-3,2026-10-01,03AB00,answer,unsafe,acute,,,Durft niet naar huis\n"
			    "K-4,2026-10-01,03AB00,signal,hunger,seen,,teacher,Ruzie thuis\n"
			    "K-4,2026-10-02,03AB00,answer,suspicion,doubt,,,Wisselend\n";

/* The partner of a line, which a file may change, is passed over. */
static void
check_same_step(struct bytes with, struct bytes without)
{
	static const char kind[] = ",refer,";
	const char *a = memmem(with.at, with.length, kind, sizeof(kind) - 1);
	const char *b = memmem(without.at, without.length, kind, sizeof(kind) - 1);

	must((a == NULL) == (b == NULL));
	if (a == NULL)
		must(bytes_equal(with, without));
}

static void
check_stream(struct bytes with, struct bytes without)
{
	struct bytes a, b;

	while (check_next_line(&without, &b)) {
		if (check_holds(b, ",refer,"))
			break;
		must(check_next_line(&with, &a));
		check_same_step(a, b);
	}
}

/* What is asked of Veilig Thuis has nothing to do with who is in the kernteam. */
static size_t
reports_in(struct bytes stream)
{
	size_t count = 0;

	for (struct bytes line; check_next_line(&stream, &line);)
		count += check_holds(line, ",refer,veilig-thuis,");
	return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const none[] = {NULL};
	static struct output weighed, plain;
	char path[FILE_NAME_SIZE];

	if (plain.out.length == 0) {
		weighed = tools_run(MC_WEIGH, none, bytes_of(facts));
		must(weighed.status == 0);
		plain = tools_run(MC_REFER, none, weighed.out);
		must(plain.status == 0 && reports_in(plain.out) > 0);
	}
	int file = tools_file((struct bytes){(const char *)data, size}, path);
	struct output output =
	    tools_run(MC_REFER, (const char *const[]){"-k", path, NULL}, weighed.out);

	check_clean(output.messages);
	must((output.status == 0) == (output.messages.length == 0));
	must(output.status == 0 || output.out.length == 0);
	if (output.status == 0) {
		check_stream(output.out, plain.out);
		must(reports_in(output.out) == reports_in(plain.out));
	}
	output_free(&output);
	close(file);
	return 0;
}
