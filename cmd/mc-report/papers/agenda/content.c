#include "papers/agenda/content.h"

#include <stdio.h>

/* A line is at most this many bytes; what is longer is folded. */
enum { LINE_BYTES = 75 };

static bool
begins_character(char c)
{
	return ((unsigned char)c & 0xC0) != 0x80;
}

void
content_put(struct writer *writer, const char *content)
{
	struct bytes line = bytes_of(content);
	char part[LINE_BYTES + 2];
	size_t used = 0;

	while (line.length > 0) {
		size_t length = 1;

		while (length < line.length && !begins_character(line.at[length]))
			length++;
		if (used + length > LINE_BYTES) {
			part[used++] = '\r';
			writer_line(writer, (struct bytes){part, used});
			part[0] = ' ';
			used = 1;
		}
		memcpy(part + used, line.at, length);
		used += length;
		line.at += length;
		line.length -= length;
	}
	part[used++] = '\r';
	writer_line(writer, (struct bytes){part, used});
}

void
content_put_text(struct writer *writer, const char *name, const char *text)
{
	struct phrase line = {.language = DUTCH};

	phrase_add(&line, name);
	phrase_add(&line, ":");
	for (; *text != '\0'; text++) {
		if (strchr("\\;,\n", *text) != NULL)
			phrase_add(&line, "\\");
		phrase_add(&line, (char[]){*text == '\n' ? 'n' : *text, '\0'});
	}
	content_put(writer, phrase_string(&line));
	phrase_close(&line);
}

void
content_put_day(struct writer *writer, const char *name, day_number day)
{
	unsigned year, month, of_month;
	char line[64];

	span_date_of(day, &year, &month, &of_month);
	snprintf(line, sizeof(line), "%s;VALUE=DATE:%04u%02u%02u", name, year % 10000, month % 100,
	    of_month % 100);
	content_put(writer, line);
}
