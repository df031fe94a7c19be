/* What a file seems to be that people take for a sheet or for records. */

#ifndef SEEMS_H
#define SEEMS_H

#include "text/bytes.h"

enum seems {
	SEEMS_UNKNOWN,
	SEEMS_SHEET,	/* observations, as a spreadsheet program saves them */
	SEEMS_WORKBOOK, /* what a spreadsheet program keeps for itself, zipped */
	SEEMS_OLD_WORKBOOK,
	SEEMS_PDF,
	SEEMS_MARKUP, /* HTML or XML */
	SEEMS_RTF,
	SEEMS_GZIP,
	SEEMS_JSON
};

/* By the first bytes of a file: anything but SEEMS_SHEET. */
enum seems seems_by_beginning(struct bytes beginning);

/* Whether a line, in UTF-8 or UTF-16, names some columns of a sheet. Ends the program when memory
 * is out. */
bool seems_header(struct bytes line);

/* What it is, with its article, to be passed through _(); "" for SEEMS_UNKNOWN. */
const char *seems_name(enum seems seems);

#endif
