#include "cases/selection.h"

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
	selection->wanted[selection->count++] = (struct selected_case){id, false};
	return true;
}

bool
selection_takes(struct selection *selection, const struct record *record)
{
	bool is_taken = selection->count == 0;

	if (selection->school != 0) {
		if (record->school != selection->school)
			return false;
		selection->school_is_found = true;
	}
	for (size_t i = 0; i < selection->count; i++) {
		struct selected_case *wanted = &selection->wanted[i];

		if (bytes_equal(record->column[COLUMN_CASE], bytes_of(wanted->id)))
			is_taken = wanted->is_found = true;
	}
	return is_taken;
}

void
selection_tell_missing(const struct selection *selection)
{
	char school[SCHOOL_TEXT_SIZE], shown[SHOWN_SIZE];

	if (selection->school != 0 && !selection->school_is_found)
		diagnostics_trouble(
		    _("school %s does not occur"), record_write_school(selection->school, school));
	for (size_t i = 0; i < selection->count; i++)
		if (!selection->wanted[i].is_found)
			diagnostics_trouble(_("case %s does not occur"),
			    diagnostics_show(bytes_of(selection->wanted[i].id), shown));
}

void
selection_free(struct selection *selection)
{
	free(selection->wanted);
	selection->wanted = NULL;
	selection->count = 0;
}
