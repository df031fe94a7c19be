/* The pages of counts, as plain text, csv and html. */

#ifndef PRINT_H
#define PRINT_H

#include "counts/cells/grid.h"
#include "records/writer.h"

typedef void print_page(const struct page *page, struct writer *writer);

/* At most 80 columns; the explanation under each table. */
print_page print_text;

/* table,unit,row,column,count with canonical tokens. */
print_page print_csv;

/* One file, that a browser prints on A4; the months of each unit as bars too. */
print_page print_html;

/* The page's title, and the explanation under its tables ("" when the page needs none). Each
 * returns text. */
const char *print_title(const struct page *page, char text[WORDS_SIZE]);
const char *print_explanation(const struct page *page, char text[WORDS_SIZE]);

/* The number as digits, or "-" for GRID_NEVER. Returns text. */
enum { PRINT_NUMBER_SIZE = 24 };
const char *print_number(uint64_t number, char text[PRINT_NUMBER_SIZE]);

#endif
