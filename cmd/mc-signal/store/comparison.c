#include "store/comparison.h"

#include <stdlib.h>

#include "records/lines.h"
#include "records/span.h"
#include "tool/memory.h"

void
comparison_open(struct comparison *comparison, struct additions *additions)
{
	comparison->additions = additions;
	comparison->form = memory_allocate(LINE_MAX_LENGTH);
	fields_open(&comparison->fields, ',');
}

/* Compared in the writer's form: equal records are then equal bytes whatever quotes they had. */
void
comparison_take(struct comparison *comparison, struct bytes line)
{
	struct fields *fields = &comparison->fields;
	char *form = comparison->form, *end;

	if (fields_split(fields, line, FIELDS_SHEET) == FIELDS_FINE
	    && fields->count == RECORD_COLUMNS
	    && (end = writer_format(form, fields->field, fields->count, ',')) != NULL)
		additions_compare(
		    comparison->additions, (struct bytes){form, (size_t)(end - form)}, fields);
}

void
comparison_close(struct comparison *comparison)
{
	fields_close(&comparison->fields);
	free(comparison->form);
	additions_settle(comparison->additions, span_today());
}
