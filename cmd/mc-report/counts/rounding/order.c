/* The command line of the counts. */

#include <string.h>

#include "counts/counts.h"
#include "tool/diagnostics.h"

enum { BASE_MAX = 10 };

static unsigned
read_base(const struct tool *tool, const char *argument)
{
	if (strcmp(argument, "3") == 0)
		return 3;
	if (strcmp(argument, "5") == 0)
		return 5;
	if (strcmp(argument, "10") == 0)
		return BASE_MAX;
	options_misused(tool, _("--base \"%s\" is not known (3, 5, 10)"), argument);
}

bool
counts_take_option(
    struct counts_order *order, const struct tool *tool, char letter, const char *argument)
{
	switch (letter) {
	case 'b':
		order->base = read_base(tool, argument);
		break;
	case 'i':
		order->is_internal = true;
		break;
	case 'k':
		order->key = argument;
		break;
	case 'L':
		order->ledger = argument;
		break;
	case 'm':
		if ((order->month = month_read(bytes_of(argument))) == NO_MONTH)
			options_misused(tool, _("--month \"%s\" is no month (YYYY-MM)"), argument);
		break;
	case 'n':
		order->new_key = argument;
		break;
	case 'u':
		order->units = argument;
		break;
	default:
		return false;
	}
	order->is_used = true;
	return true;
}

bool
counts_choose_format(struct counts_order *order, const char *name)
{
	static const struct {
		const char *name;
		print_page *print;
	} formats[] = {{"text", print_text}, {"csv", print_csv}, {"html", print_html}};

	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (strcmp(formats[i].name, name) == 0) {
			order->print = formats[i].print;
			return true;
		}
	return false;
}

void
counts_check_order(const struct counts_order *order, const struct tool *tool)
{
	if (order->new_key != NULL)
		return;
	if (order->month == NO_MONTH)
		options_misused(tool, _("type counts needs --month YYYY-MM"));
	if (order->is_internal) {
		if (order->ledger != NULL || order->key != NULL || order->base != 0)
			options_misused(tool,
			    _("--internal takes no --ledger, --key or --base: it prints the "
			      "exact counts of the month alone"));
		return;
	}
	if (order->units == NULL)
		options_misused(tool,
		    _("type counts needs --units FILE: the number of pupils "
		      "decides what may be published"));
	if (order->ledger == NULL || order->key == NULL)
		options_misused(tool,
		    _("type counts needs --ledger FILE and --key FILE (--new-key "
		      "FILE makes one)"));
}
