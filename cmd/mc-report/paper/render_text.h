/* A document as plain text of at most 80 columns, for a terminal, a letter or a mail. */

#ifndef RENDER_TEXT_H
#define RENDER_TEXT_H

#include "paper/document.h"
#include "records/writer.h"

/* Writes the document. */
void render_text(const struct document *document, struct writer *writer);

#endif
