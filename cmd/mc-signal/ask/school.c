#include "ask/school.h"

#include <fcntl.h>
#include <unistd.h>

#include "records/reader.h"

struct schools {
	struct bytes id;
	school_code given, first;
	bool are_several, has_given;
};

static void
take_record(struct schools *schools, const struct record *record)
{
	if (record->school == schools->given)
		schools->has_given = true;
	if (schools->id.length > 0 && !bytes_equal(record->column[COLUMN_CASE], schools->id))
		return;
	if (schools->first == 0)
		schools->first = record->school;
	else if (record->school != schools->first)
		schools->are_several = true;
}

/* Whether the rest of the log can change nothing more. */
static bool
is_settled(const struct schools *schools)
{
	return schools->are_several && (schools->given == 0 || schools->has_given);
}

static void
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
}

school_code
school_of_log(const char *log, struct bytes id, school_code given)
{
	struct schools schools = {.id = id, .given = given};
	int descriptor = open(log, O_RDONLY | O_CLOEXEC);

	if (descriptor == -1)
		return 0;
	read_log(&schools, descriptor);
	close(descriptor);
	if (schools.first != 0 && !schools.are_several && (given == 0 || given == schools.first))
		return schools.first;
	return schools.has_given ? given : 0;
}
