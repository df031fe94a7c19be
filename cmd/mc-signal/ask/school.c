#include "ask/school.h"

#include <fcntl.h>
#include <unistd.h>

#include "records/reader.h"

/* The schools that were seen: the first, and whether there are more. */
struct seen {
	school_code first;
	bool are_several;
};

struct schools {
	struct bytes id;
	school_code given;
	struct seen all, of_case;
	bool has_given;
};

static void
see(struct seen *seen, school_code school)
{
	if (seen->first == 0)
		seen->first = school;
	seen->are_several |= school != seen->first;
}

static void
take_record(struct schools *schools, const struct record *record)
{
	see(&schools->all, record->school);
	if (bytes_equal(record->column[COLUMN_CASE], schools->id))
		see(&schools->of_case, record->school);
	schools->has_given |= record->school == schools->given;
}

/* Whether the rest of the log can change nothing more. */
static bool
is_settled(const struct schools *schools)
{
	return schools->id.length == 0 && schools->all.are_several
	    && (schools->given == 0 || schools->has_given);
}

/* False when reading fails. */
static bool
read_log(struct schools *schools, int descriptor)
{
	struct reader reader;
	struct record record;
	struct refusal refusal;
	enum reader_event event;

	reader_open(&reader, descriptor, NULL, NULL);
	do {
		event = reader_next(&reader, &record, &refusal);
		if (event == READER_RECORD)
			take_record(schools, &record);
	} while (event != READER_END && event != READER_TROUBLE && !is_settled(schools));
	reader_close(&reader);
	return event != READER_TROUBLE;
}

school_code
school_of_log(const char *log, struct bytes id, school_code given)
{
	struct schools schools = {.id = id, .given = given};
	struct seen seen;
	int descriptor = open(log, O_RDONLY | O_CLOEXEC);
	bool is_read;

	if (descriptor == -1)
		return 0;
	is_read = read_log(&schools, descriptor);
	close(descriptor);
	/* What is read of it may lack the other schools. */
	if (!is_read)
		return 0;
	seen = schools.of_case.first != 0 && id.length > 0 ? schools.of_case : schools.all;
	if (!seen.are_several && (given == 0 || given == seen.first))
		return seen.first;
	return schools.has_given ? given : 0;
}
