#include "subject.h"

#include <stdlib.h>

#include "diagnostics.h"
#include "memory.h"

static int
compare_dossiers(const void *first, const void *second)
{
	const struct dossier *a = first, *b = second;

	return dossier_compare_states(a->state, b->state);
}

void
subject_open(struct report_subject *subject, const struct dossiers *dossiers,
    const struct schools *schools, const struct command *command)
{
	const struct report_type *type = command->type;
	size_t cases = dossiers->cases.count;
	struct dossier *dossier = memory_allocate_zero(cases + 1, sizeof(*dossier));

	*subject = (struct report_subject){.dossier = dossier, .schools = schools};
	for (size_t i = 0; i < cases; i++)
		dossier[i] = dossiers_number(dossiers, i);
	qsort(dossier, cases, sizeof(*dossier), compare_dossiers);
	for (size_t i = 0; i < cases; i++) {
		if (type->wants_weigh && !dossier_is_weighed(&dossier[i], type->wants_refer)) {
			subject->left_out++;
			continue;
		}
		if (type->wants_weigh)
			dossier_tell_overtaken(&dossier[i], command->order.today);
		dossier[subject->count++] = dossier[i];
	}
}

void
subject_close(struct report_subject *subject)
{
	free(subject->dossier);
	subject->dossier = NULL;
	subject->count = 0;
}

void
subject_check_family(const struct report_subject *subject)
{
	for (size_t i = 0; i < subject->count; i++)
		for (size_t j = 0; j < i; j++) {
			const struct case_key *a = &subject->dossier[i].state->key;
			const struct case_key *b = &subject->dossier[j].state->key;

			if (memcmp(a->id, b->id, sizeof(a->id)) == 0)
				diagnostics_stop(_("a case occurs at several schools: choose one "
						   "with --school"));
		}
}
