#include "cases/schools.h"

#include <stdlib.h>

#include "tool/memory.h"

static void
add(struct schools *schools, struct school_answer answer)
{
	if (schools->count == schools->room) {
		schools->room = schools->room == 0 ? 64 : 2 * schools->room;
		schools->answer =
		    memory_resize(schools->answer, schools->room, sizeof(*schools->answer));
	}
	schools->answer[schools->count++] = answer;
}

void
schools_take(struct schools *schools, const struct record *record)
{
	add(schools,
	    (struct school_answer){record->school, record->code, record->value, record->when});
}

void
schools_add(struct schools *schools, school_code school)
{
	add(schools, (struct school_answer){.school = school});
}

static int
compare_schools(const void *first, const void *second)
{
	const struct school_answer *a = first, *b = second;

	return a->school < b->school ? -1 : a->school > b->school;
}

void
schools_sort(struct schools *schools)
{
	if (schools->count > 0)
		qsort(schools->answer, schools->count, sizeof(*schools->answer), compare_schools);
}

/* The first answer of a school that comes after this one. */
static size_t
first_after(const struct schools *schools, school_code after)
{
	size_t low = 0, high = schools->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (schools->answer[middle].school <= after)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

school_code
schools_next(const struct schools *schools, school_code after)
{
	size_t at = first_after(schools, after);

	return at < schools->count ? schools->answer[at].school : 0;
}

/* The answers of one school to one precondition that are of this value. */
static struct span_set
answers_of(
    const struct schools *schools, school_code school, enum word precondition, enum word value)
{
	struct span_set set = {0};

	for (size_t i = first_after(schools, school - 1);
	     i < schools->count && schools->answer[i].school == school; i++) {
		const struct school_answer *answer = &schools->answer[i];

		if (answer->precondition == precondition && answer->answer == value)
			span_set_add(&set, answer->when);
	}
	return set;
}

/* The day of the first answer of this value that is before no answer of the other. */
static day_number
first_since(const struct schools *schools, school_code school, enum word precondition,
    enum word value, struct span_set other)
{
	moment first = 0;

	for (size_t i = first_after(schools, school - 1);
	     i < schools->count && schools->answer[i].school == school; i++) {
		const struct school_answer *answer = &schools->answer[i];

		if (answer->precondition == precondition && answer->answer == value
		    && answer->when.end >= span_set_begin(other)
		    && (first == 0 || answer->when.begin < first))
			first = answer->when.begin;
	}
	return first >> MINUTE_BITS;
}

struct precondition
schools_precondition(const struct schools *schools, school_code school, enum word precondition)
{
	struct span_set yes = answers_of(schools, school, precondition, ANSWER_YES);
	struct span_set no = answers_of(schools, school, precondition, ANSWER_NO);

	if (span_set_since(no, yes))
		return (struct precondition){PRECONDITION_NOT_MET,
		    first_since(schools, school, precondition, ANSWER_NO, yes)};
	if (!span_set_is_empty(yes))
		return (struct precondition){
		    PRECONDITION_MET, first_since(schools, school, precondition, ANSWER_YES, no)};
	return (struct precondition){PRECONDITION_UNKNOWN, NO_DAY};
}

void
schools_free(struct schools *schools)
{
	free(schools->answer);
	*schools = (struct schools){.count = 0};
}
