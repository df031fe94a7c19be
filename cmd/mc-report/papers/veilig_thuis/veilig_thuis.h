/* The parts of a report to Veilig Thuis. */

#ifndef VEILIG_THUIS_H
#define VEILIG_THUIS_H

#include "reader/family.h"

/* Adds what is missing, for the attention officer, as a paper of its own. */
void veilig_thuis_put_check(struct family *family);

/* Adds what cannot wait, and why the school reports. */
void veilig_thuis_put_urgency(struct family *family);
void veilig_thuis_put_grounds(struct family *family);

#endif
