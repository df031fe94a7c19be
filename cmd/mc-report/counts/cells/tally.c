#include "counts/cells/tally.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>

#include "tool/diagnostics.h"
#include "tool/memory.h"
#include "rules/weighing.h"

enum { FIRST_PLACES = 1024, CASES_MAX = INT32_MAX };

void
tally_open(struct tally *tally)
{
	*tally = (struct tally){.places = FIRST_PLACES};
	if (sodium_init() == -1)
		diagnostics_stop(_("the system gives no random numbers"));
	/* Nobody can choose pseudonyms that make the table slow. */
	randombytes_buf(tally->seed, sizeof(tally->seed));
	tally->place = memory_allocate_zero(tally->places, sizeof(*tally->place));
}

void
tally_close(struct tally *tally)
{
	free(tally->place);
	free(tally->list);
	*tally = (struct tally){.places = 0};
}

static bool
is_of(const struct tally_case *of, struct bytes id, school_code school)
{
	return of->school == school && memcmp(of->id, id.at, id.length) == 0
	    && (id.length == CASE_MAX_LENGTH || of->id[id.length] == '\0');
}

static size_t
first_place(const struct tally *tally, const char id[CASE_MAX_LENGTH], school_code school)
{
	unsigned char message[CASE_MAX_LENGTH + sizeof(school)];
	unsigned char hash[crypto_shorthash_BYTES];
	uint64_t number;

	memcpy(message, id, CASE_MAX_LENGTH);
	memcpy(message + CASE_MAX_LENGTH, &school, sizeof(school));
	crypto_shorthash(hash, message, sizeof(message), tally->seed);
	memcpy(&number, hash, sizeof(number));
	return number & (tally->places - 1);
}

static void
put_place(struct tally *tally, size_t number)
{
	const struct tally_case *of = &tally->list[number];
	size_t at = first_place(tally, of->id, of->school);

	while (tally->place[at] != 0)
		at = (at + 1) & (tally->places - 1);
	tally->place[at] = (uint32_t)number + 1;
}

static void
grow(struct tally *tally)
{
	if (tally->count == tally->room) {
		tally->room = tally->room == 0 ? FIRST_PLACES : 2 * tally->room;
		tally->list = memory_resize(tally->list, tally->room, sizeof(*tally->list));
	}
	if (tally->count < tally->places / 2)
		return;
	free(tally->place);
	tally->places *= 2;
	tally->place = memory_allocate_zero(tally->places, sizeof(*tally->place));
	for (size_t i = 0; i < tally->count; i++)
		put_place(tally, i);
}

/* The number of the record's case, made anew when it did not come before. */
static size_t
number_of(struct tally *tally, const struct record *record)
{
	struct bytes id = record->column[COLUMN_CASE];
	struct tally_case new = {.school = record->school, .route = ROUTE_GROUPS};

	if (tally->count > 0 && is_of(&tally->list[tally->latest], id, record->school))
		return tally->latest;
	memcpy(new.id, id.at, id.length);
	size_t at = first_place(tally, new.id, new.school);
	for (; tally->place[at] != 0; at = (at + 1) & (tally->places - 1))
		if (is_of(&tally->list[tally->place[at] - 1], id, record->school))
			return tally->latest = tally->place[at] - 1;
	if (tally->count == CASES_MAX)
		diagnostics_stop(_("too many cases"));
	grow(tally);
	tally->list[tally->count] = new;
	put_place(tally, tally->count);
	return tally->latest = tally->count++;
}

static void
keep_first(uint16_t *first, enum word word)
{
	if (*first == 0 || word < *first)
		*first = (uint16_t)word;
}

/* A whole day is among the newest of its day; a minute only when none is later. */
static void
take_signal(struct tally_signal *signal, enum word word, struct span when)
{
	day_number day = span_set_day(signal->when);

	if (vocabulary_entry(word)->class == CLASS_POSITIVE || span_day(when) < day)
		return;
	if (span_day(when) > day)
		*signal = (struct tally_signal){.of_day = 0};
	if (span_is_whole_day(when)) {
		keep_first(&signal->of_day, word);
	} else if (when.begin >= span_set_begin(signal->when)) {
		if (when.begin > span_set_begin(signal->when))
			signal->of_minute = 0;
		keep_first(&signal->of_minute, word);
	}
	span_set_add(&signal->when, when);
}

static enum word
first_signal(const struct tally_signal *signal)
{
	uint16_t word = signal->of_day;

	if (signal->of_minute != 0)
		keep_first(&word, signal->of_minute);
	return word;
}

void
tally_take(struct tally *tally, const struct record *record)
{
	size_t number = number_of(tally, record); /* the list may move */
	struct tally_case *of = &tally->list[number];
	struct weighing weighing;

	if (record->kind == KIND_WEIGH) {
		of->weighed = of->weighed == 0 ? 1 : 2;
		of->weighed_on = span_day(record->when);
		of->outcome = (uint8_t)groups_of_outcome(record->code);
		if (weighing_read_flags(record->column[COLUMN_TEXT], &weighing)
		    && (weighing.flags & FLAG_REFUSED) != 0)
			tally->has_refused = true;
	} else if (record->kind == KIND_REFER) {
		uint8_t route = (uint8_t)groups_of_partner(record->code);

		if (route < of->route)
			of->route = route;
	} else {
		of->has_facts = true;
		if (record->kind == KIND_SIGNAL)
			take_signal(&of->signal, record->code, record->when);
	}
}

const char *
tally_pipeline(month_number month, char text[TALLY_PIPELINE_SIZE])
{
	char day[DAY_TEXT_SIZE], of[MONTH_TEXT_SIZE];

	snprintf(text, TALLY_PIPELINE_SIZE,
	    "mc-weigh --as-of %s FILE ... | mc-refer | mc-report --type counts --month %s ...",
	    span_write_day(month_last_day(month), day), month_write(month, of));
	return text;
}

/* What a case lacks, or NULL. */
static const char *
lacks(const struct tally_case *of)
{
	if (of->weighed == 0)
		return _("no weigh record");
	if (of->weighed > 1)
		return _("more than one weigh record");
	if (of->route == ROUTE_GROUPS)
		return _("no refer record");
	return of->has_facts ? NULL : _("no facts");
}

bool
tally_is_complete(const struct tally *tally, month_number month)
{
	char text[TALLY_PIPELINE_SIZE], school[SCHOOL_TEXT_SIZE];
	bool is_complete = true;

	for (size_t i = 0; i < tally->count; i++) {
		const struct tally_case *of = &tally->list[i];
		const char *what = lacks(of);

		if (what == NULL)
			continue;
		is_complete = false;
		diagnostics_trouble(_("case %.*s of school %s has %s (%s)"), CASE_MAX_LENGTH,
		    of->id, record_write_school(of->school, school), what,
		    tally_pipeline(month, text));
	}
	return is_complete;
}

bool
tally_counts(const struct tally_case *of, month_number month)
{
	return month_of_day(of->weighed_on) == month;
}

unsigned
tally_profile(const struct tally_case *of)
{
	return groups_profile(of->outcome, of->route, groups_of_signal(first_signal(&of->signal)));
}
