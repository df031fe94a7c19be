#include "cases/selection.h"

#include <stdio.h>
#include <stdlib.h>

#include "tool/diagnostics.h"
#include "tool/memory.h"

bool
selection_add(struct selection *selection, const char *id)
{
	if (!record_is_case(bytes_of(id)))
		return false;
	selection->wanted =
	    memory_resize(selection->wanted, selection->count + 1, sizeof(*selection->wanted));
	selection->wanted[selection->count++] = (struct selected_case){.id = bytes_of(id)};
	return true;
}

static void
try_school(struct selection *selection, struct bytes other)
{
	char school[SCHOOL_TEXT_SIZE];

	record_write_school(selection->school, school);
	nearest_try(&selection->nearest_school, bytes_of(school), other);
}

bool
selection_takes(struct selection *selection, const struct record *record)
{
	bool is_taken = selection->count == 0;

	if (selection->school != 0) {
		if (record->school != selection->school) {
			try_school(selection, record->column[COLUMN_SCHOOL]);
			return false;
		}
		selection->school_is_found = true;
	}
	for (size_t i = 0; i < selection->count; i++) {
		struct selected_case *wanted = &selection->wanted[i];

		if (bytes_equal(record->column[COLUMN_CASE], wanted->id))
			is_taken = wanted->is_found = true;
		else if (!wanted->is_found)
			nearest_try(&wanted->nearest, wanted->id, record->column[COLUMN_CASE]);
	}
	return is_taken;
}

/* " (the nearest is K-2601)", or nothing. */
static const char *
say_nearest(const struct nearest *nearest, char text[64 + NEAREST_SIZE])
{
	text[0] = '\0';
	if (nearest->name[0] != '\0')
		snprintf(text, 64 + NEAREST_SIZE, _(" (the nearest is %s)"), nearest->name);
	return text;
}

void
selection_tell_missing(const struct selection *selection)
{
	char school[SCHOOL_TEXT_SIZE], shown[SHOWN_SIZE], nearest[64 + NEAREST_SIZE];

	if (selection->school != 0 && !selection->school_is_found)
		diagnostics_trouble(_("school %s does not occur%s"),
		    record_write_school(selection->school, school),
		    say_nearest(&selection->nearest_school, nearest));
	for (size_t i = 0; i < selection->count; i++)
		if (!selection->wanted[i].is_found)
			diagnostics_trouble(_("case %s does not occur%s"),
			    diagnostics_show(selection->wanted[i].id, shown),
			    say_nearest(&selection->wanted[i].nearest, nearest));
}

void
selection_free(struct selection *selection)
{
	free(selection->wanted);
	selection->wanted = NULL;
	selection->count = 0;
}
