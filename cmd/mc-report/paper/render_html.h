/*
 * A document as one file of HTML that needs nothing else: for the screen, for
 * a screen reader, and for paper of A4. It is well-formed XML too.
 */

#ifndef RENDER_HTML_H
#define RENDER_HTML_H

#include "paper/document.h"
#include "records/writer.h"

/* Writes the document. */
void render_html(const struct document *document, struct writer *writer);

#endif
