#include "counts/options.h"

#include <getopt.h>
#include <string.h>

#include "text/text.h"
#include "tool/diagnostics.h"
#include "tool/memory.h"

static const struct tool_option options[] = {
    {'b', "base", "3|5|10", N_("what all numbers are multiples of (5)")},
    {'f', "format", "FORMAT", N_("text (default), html, csv")},
    {'F', "from", "YYYY-MM", N_("the first month of a new ledger")},
    {'i', "internal", NULL, N_("the exact counts, not for publication")},
    {'k', "key", "FILE", N_("the key of the rounding")},
    {'l', "language", "nl|en", N_("the language of the page (nl)")},
    {'L', "ledger", "FILE", N_("the ledger of what was published")},
    {'m', "month", "YYYY-MM", N_("the month to publish")},
    {'n', "new-key", "FILE", N_("make a key in a new file, and nothing else")},
    {'N', "new-ledger", "FILE", N_("make a ledger in a new file, and nothing else")},
    {'t', "type", "counts", N_("counts: other types have options of their own")},
    {'u', "units", "FILE", N_("the schools, their pupils, boards and regions")},
    {'W', "without", "BRIN", N_("publish though this school delivered nothing (several times)")},
    {'y', "year", "YYYY", N_("internal: the school year that begins in August of this year")},
    {0, NULL, NULL, NULL},
};

const struct tool counts_tool = {
    "mc-report --type counts",
    "[-i] [-b 3|5|10] [-f FORMAT] [-k FILE] [-l nl|en] [-L FILE] [-m YYYY-MM] "
    "[-u FILE] [-W BRIN] [-y YYYY] [file ...]\n"
    "       mc-report --new-key FILE\n"
    "       mc-report --new-ledger FILE --from YYYY-MM [-b 3|5|10] -k FILE",
    N_("Count the cases of a month, so that the numbers may be published."),
    options,
    N_("records that were weighed and referred"),
};

enum { YEAR_DIGITS = 4 };

static bool
is_type_counts(const char *name)
{
	return vocabulary_recognise(LIST_TYPE, bytes_of(name)) == TYPE_COUNTS;
}

static bool
means_counts(char letter, const char *argument)
{
	return letter == 'n' || letter == 'N' || (letter == 't' && is_type_counts(argument));
}

bool
counts_options_are_meant(int argc, char *argv[])
{
	return options_have(&counts_tool, argc, argv, means_counts);
}

static unsigned
read_base(const char *argument)
{
	static const struct {
		const char *text;
		unsigned base;
	} bases[] = {{"3", 3}, {"5", 5}, {"10", 10}};

	for (size_t i = 0; i < sizeof(bases) / sizeof(bases[0]); i++)
		if (strcmp(bases[i].text, argument) == 0)
			return bases[i].base;
	options_misused(
	    &counts_tool, _("--base \"%s\" is not known (3, 5, 10)"), options_show(argument));
}

static enum counts_format
read_format(const char *argument)
{
	static const char *const formats[COUNTS_FORMATS] = {"text", "html", "csv"};
	static const char dutch_text[] = "tekst";
	struct nearest nearest = {.apart = 0};

	if (strcmp(argument, dutch_text) == 0)
		return COUNTS_TEXT;
	for (enum counts_format format = 0; format < COUNTS_FORMATS; format++) {
		nearest_try(&nearest, bytes_of(argument), bytes_of(formats[format]));
		if (strcmp(formats[format], argument) == 0)
			return format;
	}
	options_misused(&counts_tool, _("--format \"%s\" is not known (text, html, csv)%s"),
	    options_show(argument), options_meant(&nearest));
}

static enum language
read_language(const char *argument)
{
	if (strcmp(argument, "nl") != 0 && strcmp(argument, "en") != 0)
		options_misused(&counts_tool, _("--language \"%s\" is not known (nl, en)"),
		    options_show(argument));
	return strcmp(argument, "en") == 0 ? ENGLISH : DUTCH;
}

static month_number
read_month(const char *option, const char *argument)
{
	month_number month = month_read(bytes_of(argument));

	if (month == NO_MONTH)
		options_misused(&counts_tool, _("--%s \"%s\" is no month (YYYY-MM)"), option,
		    options_show(argument));
	return month;
}

static month_number
read_year(const char *argument)
{
	char august[MONTH_TEXT_SIZE] = "";

	if (strlen(argument) == YEAR_DIGITS) {
		memcpy(august, argument, YEAR_DIGITS);
		memcpy(august + YEAR_DIGITS, "-08", sizeof("-08"));
	}
	month_number month = month_read(bytes_of(august));
	if (month == NO_MONTH)
		options_misused(
		    &counts_tool, _("--year \"%s\" is no year (YYYY)"), options_show(argument));
	return month;
}

static void
add_without(struct counts_order *order, const char *argument)
{
	school_code school = record_read_school(bytes_of(argument));

	if (school == 0)
		options_misused(&counts_tool, _("--without \"%s\" is no BRIN with location"),
		    options_show(argument));
	order->without =
	    memory_resize(order->without, order->without_count + 1, sizeof(*order->without));
	order->without[order->without_count++] = school;
}

static void
check_type(const char *argument)
{
	if (!is_type_counts(argument))
		options_misused(&counts_tool, _("--type \"%s\" has options of its own"),
		    options_show(argument));
}

static void
take_option(struct counts_order *order, char letter, const char *argument)
{
	switch (letter) {
	case 'b':
		order->base = read_base(argument);
		break;
	case 'f':
		order->format = read_format(argument);
		break;
	case 'F':
		order->from = read_month("from", argument);
		break;
	case 'i':
		order->is_internal = true;
		break;
	case 'k':
		order->key = argument;
		break;
	case 'l':
		order->language = read_language(argument);
		break;
	case 'L':
		order->ledger = argument;
		break;
	case 'm':
		order->month = read_month("month", argument);
		break;
	case 'n':
		order->new_key = argument;
		break;
	case 'N':
		order->new_ledger = argument;
		break;
	case 't':
		check_type(argument);
		break;
	case 'u':
		order->units = argument;
		break;
	case 'W':
		add_without(order, argument);
		break;
	case 'y':
		order->year = read_year(argument);
		break;
	}
}

static void
check_new_ledger(const struct counts_order *order)
{
	if (order->from == NO_MONTH || order->key == NULL)
		options_misused(&counts_tool,
		    _("--new-ledger needs --from YYYY-MM, the first month, and --key FILE"));
}

static void
check_internal(const struct counts_order *order)
{
	if ((order->month == NO_MONTH) == (order->year == NO_MONTH))
		options_misused(
		    &counts_tool, _("--internal needs either --month YYYY-MM or --year YYYY"));
	if (order->ledger != NULL || order->key != NULL || order->base != 0
	    || order->without_count > 0)
		options_misused(&counts_tool,
		    _("--internal takes no --ledger, --key, --base or --without: it prints the "
		      "exact counts"));
}

static void
check_publication(const struct counts_order *order)
{
	if (order->year != NO_MONTH)
		options_misused(&counts_tool, _("--year belongs to --internal"));
	if (order->month == NO_MONTH)
		options_misused(&counts_tool, _("type counts needs --month YYYY-MM"));
	if (order->ledger == NULL || order->key == NULL)
		options_misused(&counts_tool,
		    _("type counts needs --ledger FILE and --key FILE (--new-key and --new-ledger "
		      "make them)"));
}

static void
check(const struct counts_order *order)
{
	if (order->new_key != NULL && order->new_ledger != NULL)
		options_misused(&counts_tool, _("make the key first, then its ledger"));
	if (order->from != NO_MONTH && order->new_ledger == NULL)
		options_misused(&counts_tool, _("--from belongs to --new-ledger"));
	if (order->new_key != NULL)
		return;
	if (order->new_ledger != NULL)
		check_new_ledger(order);
	else if (order->is_internal)
		check_internal(order);
	else
		check_publication(order);
}

void
counts_options_read(struct counts_order *order, int argc, char *argv[])
{
	*order = (struct counts_order){.format = COUNTS_TEXT};
	for (char letter; (letter = options_next(&counts_tool, argc, argv)) != 0;)
		take_option(order, letter, optarg);
	check(order);
}
