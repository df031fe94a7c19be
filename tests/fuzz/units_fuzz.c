/*
 * Fuzzing of the file of schools: the counts of it are clean, well-formed and
 * whole, or none and one message.
 */

#include <stdint.h>
#include <unistd.h>

#include "check.h"
#include "tools.h"

static const char facts[] = "case,date,school,kind,code,value,due,by,text\n"
			    ",2026-09-01,03AB00,school,af,yes,,head,\n"
			    "K-1,2026-10-01,03AB00,signal,hunger,seen,,teacher,Geen brood\n"
			    "K-2,2026-10-01,03AC00,signal,absence,seen,,teacher,Weg\n"
			    "K-3,2026-10-01,12AB00,signal,injury,child,,teacher,Plek\n";

static const struct {
	const char *format;
	void (*check)(struct bytes page);
} pages[] = {{"text", check_clean}, {"html", check_html}, {"csv", check_csv}};

static void
count(struct bytes stream, struct bytes units)
{
	char path[FILE_NAME_SIZE];
	int file = tools_file(units, path);

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		const char *const arguments[] = {
		    "-t", "counts", "-i", "-y", "2026", "-u", path, "-f", pages[i].format, NULL};
		struct output output = tools_run(MC_REPORT, arguments, stream);

		check_clean(output.messages);
		must(output.status == 0 || output.messages.length > 0);
		must(output.status != 2 || output.out.length == 0);
		if (output.out.length > 0)
			pages[i].check(output.out);
		output_free(&output);
	}
	close(file);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const none[] = {NULL};
	static struct output weighed, referred;

	if (referred.out.length == 0) {
		weighed = tools_run(MC_WEIGH, none, bytes_of(facts));
		referred = tools_run(MC_REFER, none, weighed.out);
		must(weighed.status == 0 && referred.status == 0);
	}
	count(referred.out, (struct bytes){(const char *)data, size});
	return 0;
}
