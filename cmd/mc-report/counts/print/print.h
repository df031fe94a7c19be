/* The page of counts: as a document, and as a table for programs. */

#ifndef PRINT_H
#define PRINT_H

#include "counts/areas/year.h"
#include "paper/document.h"
#include "records/writer.h"

/* What is printed. */
struct page {
	const struct year *year;
	unsigned base;
	bool is_internal; /* the truth, not for publication */
};

/* Adds the page to the document. */
void print_document(const struct page *page, struct document *document);

/* Writes month,table,unit,column,count with canonical tokens. */
void print_csv(const struct page *page, enum language language, struct writer *writer);

#endif
