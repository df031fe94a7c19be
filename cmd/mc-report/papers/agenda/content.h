/* Content lines of a calendar (RFC 5545). */

#ifndef CONTENT_H
#define CONTENT_H

#include "paper/phrase.h"
#include "records/span.h"
#include "records/writer.h"

/* Writes a content line, folded between characters, with CRLF behind it. */
void content_put(struct writer *writer, const char *line);

/* Writes a property of type TEXT: what has meaning in a text is escaped. The name has no colon. */
void content_put_text(struct writer *writer, const char *name, const char *text);

/* Writes a property that is a day. */
void content_put_day(struct writer *writer, const char *name, day_number day);

#endif
