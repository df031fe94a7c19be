#include "sheet/evidence.h"

/* As long as a child is at most in primary education and before it. */
enum { YEARS_BACK = 14 };

static day_number
years_before(day_number today, unsigned years)
{
	unsigned year, month, day;

	span_date_of(today, &year, &month, &day);
	if (year < FIRST_YEAR + years)
		return NO_DAY;
	if (month == 2 && day == 29)
		day = 28;
	return span_day_of(year - years, month, day);
}

void
evidence_start(struct evidence *evidence, enum dates_order order, day_number today)
{
	*evidence = (struct evidence){.order = order,
	    .today = today,
	    .long_ago = years_before(today, YEARS_BACK),
	    .all_are_ambiguous = true};
}

static bool
fits(const struct evidence *evidence, const struct written_date *written, enum dates_order order,
    bool may_come)
{
	day_number day = dates_day(written, order);

	return day != NO_DAY && (may_come || day <= evidence->today) && day >= evidence->long_ago;
}

static bool
is_short(const struct written_date *written)
{
	return written->digits[0] <= 2 && written->digits[2] <= 2;
}

/* Keeps the first. */
static void
call(struct witness *witness, const struct dated_cell *cell)
{
	if (witness->line != 0)
		return;
	witness->line = cell->line;
	witness->column = cell->column;
	witness->length =
	    cell->value.length < EVIDENCE_TEXT_SIZE ? cell->value.length : EVIDENCE_TEXT_SIZE;
	memcpy(witness->text, cell->value.at, witness->length);
}

/* What one date tells of the order. */
static void
weigh(struct evidence *evidence, const struct written_date *written, const struct dated_cell *cell)
{
	bool day_first = fits(evidence, written, DATES_DMY, cell->may_come);
	bool month_first = fits(evidence, written, DATES_MDY, cell->may_come);
	bool other = month_first || fits(evidence, written, DATES_YMD, cell->may_come);
	bool is_slashed = written->separator == '/';

	if (!is_slashed || !is_short(written) || !day_first || !month_first)
		evidence->all_are_ambiguous = false;
	if (day_first && !other)
		evidence->has_day_first = true;
	if (day_first || !other)
		return;
	if (dates_day(written, DATES_DMY) == NO_DAY)
		call(&evidence->against, cell);
	else if (is_slashed || is_short(written))
		call(&evidence->doubt, cell);
}

/* Whether the day stands there, whatever is wrong with the time. */
static bool
has_day(enum dates_flaw flaw)
{
	return flaw == DATES_FINE || flaw == DATES_NO_TIME || flaw == DATES_ZONE
	    || flaw == DATES_HALF;
}

void
evidence_add(struct evidence *evidence, const struct dated_cell *cell)
{
	struct written_date written;
	day_number day;

	if (!has_day(dates_take_apart(cell->value, &written)))
		return;
	evidence->count++;
	weigh(evidence, &written, cell);
	day = dates_day(&written, evidence->order);
	if (day != NO_DAY && day < evidence->long_ago && evidence->old_line == 0)
		evidence->old_line = cell->line;
}

const struct witness *
evidence_against(const struct evidence *evidence)
{
	if (evidence->order != DATES_FOUND)
		return NULL;
	if (evidence->against.line != 0)
		return &evidence->against;
	return evidence->doubt.line != 0 && !evidence->has_day_first ? &evidence->doubt : NULL;
}

bool
evidence_is_ambiguous(const struct evidence *evidence)
{
	return evidence->order == DATES_FOUND && evidence->count > 0 && evidence->all_are_ambiguous;
}
