/* What spreadsheets do to the ids of cases. */

#ifndef IDS_H
#define IDS_H

#include "text/bytes.h"

/* Whether a spreadsheet has made a date (1-mrt), a number (2E12) or a truth value (WAAR) of an
 * id. */
bool ids_is_spoilt(struct bytes id);

#endif
