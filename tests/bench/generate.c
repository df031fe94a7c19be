/*
 * A deterministic log of many schools: plain records, school by school, in
 * order of time, with the cases of a school that are active at one time mixed.
 * Given a number of cases, the records are spread over them at random instead.
 * With -a every text has letters with accents, and every third a comma and so quotes.
 * usage: generate [-a] RECORDS [CASES]
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SCHOOLS = 150, ACTIVE = 40, LINES_A_CASE = 20 };

static uint64_t state = 20261001;
static int has_accents;

/* splitmix64, so that the file is the same on every machine */
static unsigned
below(unsigned limit)
{
	uint64_t mix = state += UINT64_C(0x9E3779B97F4A7C15);

	mix = (mix ^ mix >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	mix = (mix ^ mix >> 27) * UINT64_C(0x94D049BB133111EB);
	return (unsigned)((mix ^ mix >> 31) % limit);
}

static const char *
one_of(const char *const choice[], unsigned count)
{
	return choice[below(count)];
}

static void
put_text(void)
{
	static const char *const plain[] = {"Kwam zonder jas en zonder eten naar school",
	    "Zei in de kring dat het thuis druk is", "Speelt weer mee in de pauze",
	    "Was moe en legde het hoofd op tafel"};
	static const char *const accented[] = {"Kwam zónder jas en zónder eten naar school",
	    "Zei in de kring dat het thuis drúk is, één keer",
	    "Speelt weer mee in de pauze, geïnteresseerd",
	    "Was moe en legde het hoofd op tafel: hè hè"};

	if (!has_accents)
		puts(one_of(plain, 4));
	else if (below(3) != 0)
		puts(accented[3 * below(2)]);
	else
		printf("\"%s\"\n", accented[1 + below(2)]);
}

static void
put_rest(void)
{
	static const char *const signals[] = {
	    "hunger", "clothing", "tired", "fear", "low-mood", "late", "supervision", "poverty"};
	static const char *const known[] = {"seen", "child", "parent", "third"};
	static const char *const talks[] = {"wants-help", "no-help", "no-concern", "divided"};
	static const char *const partners[] = {"kernteam", "veilig-thuis", "af", "socius"};
	static const char *const doers[] = {"kernteam", "af"};
	static const char *const questions[] = {
	    "suspicion", "concern", "can-help", "accepts", "result", "unsafe"};
	static const char *const answers[] = {
	    "yes", "no", "doubt", "acute", "disclosure", "structural"};
	unsigned kind = below(100);

	if (kind < 60)
		printf("signal,%s,%s,,teacher,", one_of(signals, 8), one_of(known, 4));
	else if (kind < 75)
		printf("talk,parents,%s,,af,", one_of(talks, 4));
	else if (kind < 85)
		printf("consult,%s,anonymous,,af,", one_of(partners, 4));
	else if (kind < 95) {
		unsigned question = below(6);

		/* The last three answers are of the last question alone. */
		printf("answer,%s,%s,,af,", questions[question],
		    one_of(answers, question < 5 ? 3 : 6));
	} else
		printf("done,%s,discuss,,af,", one_of(doers, 2));
	put_text();
}

/* One record; past of the whole of the school year, from September to June, is over. */
static void
put_record(unsigned long number, unsigned school, unsigned long past, unsigned long whole)
{
	unsigned month = (unsigned)(past * 10 / whole);

	printf("K-%lu,%u-%02u-%02u,%02uAB%02u,", number, month < 4 ? 2025 : 2026,
	    month < 4 ? month + 9 : month - 3, 1 + (unsigned)(past * 280 / whole % 28),
	    school % 90 + 10, school / 90);
	put_rest();
}

static void
put_school(unsigned school, unsigned long count, unsigned long *cases)
{
	unsigned long active[ACTIVE];

	for (unsigned i = 0; i < ACTIVE; i++)
		active[i] = ++*cases;
	for (unsigned long i = 0; i < count; i++) {
		unsigned place = below(ACTIVE);

		if (below(LINES_A_CASE) == 0)
			active[place] = ++*cases;
		put_record(active[place], school, i, count + 1);
	}
}

/* Any record may be of any case. */
static void
put_mixed(unsigned long records, unsigned cases)
{
	for (unsigned long i = 0; i < records; i++) {
		unsigned number = 1 + below(cases);

		put_record(number, number % SCHOOLS, i, records + 1);
	}
}

int
main(int argc, char *argv[])
{
	unsigned long records, cases = 0;

	has_accents = argc >= 2 && strcmp(argv[1], "-a") == 0;
	argc -= has_accents;
	argv += has_accents;
	records = argc >= 2 ? strtoul(argv[1], NULL, 10) : 1000;
	puts("case,date,school,kind,code,value,due,by,text");
	if (argc >= 3) {
		put_mixed(records, (unsigned)strtoul(argv[2], NULL, 10));
		return 0;
	}
	for (unsigned school = 0; school < SCHOOLS; school++)
		put_school(school, records / SCHOOLS, &cases);
	return 0;
}
