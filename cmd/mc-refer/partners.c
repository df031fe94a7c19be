#include "partners.h"

#include <unistd.h>

#include "records/table_file.h"

enum { PARTNER, NAME, PHONE, EMAIL, TOPICS, COLUMNS };

static const struct table_column columns[COLUMNS] = {
    [PARTNER] = {"partner", "partner", true},
    /* For people. */
    [NAME] = {"name", "naam", false},
    [PHONE] = {"phone", "telefoon", false},
    [EMAIL] = {"email", "mailadres", false},
    [TOPICS] = {"topics", "onderwerpen", false},
};

void
partners_open(struct partners *partners, const char *file)
{
	*partners = (struct partners){.is_given = file != NULL && file[0] != '\0', .file = file};
	if (partners->is_given)
		partners->descriptor = table_file_descriptor(file);
}

void
partners_read(struct partners *partners)
{
	struct table_file table;
	char shown[SHOWN_SIZE];

	if (!partners->is_given)
		return;
	table_file_open(&table, partners->file, partners->descriptor, columns, COLUMNS);
	while (table_file_next(&table)) {
		enum word partner = vocabulary_recognise(LIST_PARTNER, table.cell[PARTNER]);

		if (partner == WORD_NONE)
			table_file_stop(&table, PARTNER,
			    _("unknown partner \"%s\" (see mc-record(5))"),
			    diagnostics_show(table.cell[PARTNER], shown));
		partners->is_listed[partner] = true;
	}
	table_file_close(&table);
	close(partners->descriptor);
}

enum word
partners_address(const struct partners *partners, enum word partner)
{
	bool through_kernteam =
	    vocabulary_is_member(partner) && partners->is_given && !partners->is_listed[partner];

	return through_kernteam ? PARTNER_KERNTEAM : partner;
}
