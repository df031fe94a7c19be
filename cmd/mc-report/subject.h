/* What the papers are about: the dossiers that have what their type needs. */

#ifndef SUBJECT_H
#define SUBJECT_H

#include "command.h"

/* Takes the dossiers by school and pseudonym, so that papers do not depend on the order of the
 * lines; what a case lacks is told (status 2). Ends the program when memory is out. To be closed;
 * dossiers and schools must outlive it. */
void subject_open(struct report_subject *subject, const struct dossiers *dossiers,
    const struct schools *schools, const struct command *command);
void subject_close(struct report_subject *subject);

/* Ends the program when two cases have one pseudonym: they are two families. */
void subject_check_family(const struct report_subject *subject);

#endif
