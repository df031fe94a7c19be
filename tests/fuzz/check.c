#include "check.h"

#include <libxml/parser.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "records/fields.h"
#include "text/text.h"

void
check_that(bool holds, const char *what, const char *file, int line)
{
	if (holds)
		return;
	fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
	abort();
}

/* Not the tools' own table: that could be wrong. */
static const struct {
	uint32_t first, last;
	bool is_control;
} dirty[] = {
    {0x00, 0x09, true},
    {0x0B, 0x1F, true},
    {0x7F, 0x9F, true},
    {0xAD, 0xAD, false},
    {0x34F, 0x34F, false},
    {0x61C, 0x61C, false},
    {0x115F, 0x1160, false},
    {0x180E, 0x180E, false},
    {0x200B, 0x200F, false},
    {0x202A, 0x202E, false},
    {0x2060, 0x206F, false},
    {0x3164, 0x3164, false},
    {0xFEFF, 0xFEFF, false},
    {0xE0000, 0xE007F, false},
};

static bool
is_dirty(uint32_t point, bool of_records)
{
	for (size_t i = 0; i < sizeof(dirty) / sizeof(dirty[0]); i++)
		if (point >= dirty[i].first && point <= dirty[i].last)
			return dirty[i].is_control || !of_records;
	return false;
}

static void
check_characters(struct bytes text, bool of_records)
{
	while (text.length > 0) {
		size_t length;
		uint32_t point = text_code_point(text, &length);

		must(length > 0);
		must(!is_dirty(point, of_records));
		text.at += length;
		text.length -= length;
	}
}

void
check_clean(struct bytes text)
{
	check_characters(text, false);
}

void
check_clean_records(struct bytes text)
{
	check_characters(text, true);
}

bool
check_begins(struct bytes text, const char *string)
{
	return text.length >= strlen(string) && memcmp(text.at, string, strlen(string)) == 0;
}

bool
check_holds(struct bytes text, const char *string)
{
	return text.length > 0 && memmem(text.at, text.length, string, strlen(string)) != NULL;
}

bool
check_next_line(struct bytes *text, struct bytes *line)
{
	const char *end;

	if (text->length == 0)
		return false;
	end = memchr(text->at, '\n', text->length);
	must(end != NULL);
	*line = (struct bytes){text->at, (size_t)(end - text->at)};
	text->at += line->length + 1;
	text->length -= line->length + 1;
	return true;
}

/* What runs, or is fetched, or changes where links lead. */
static bool
is_harmful_element(const char *name)
{
	static const char *const elements[] = {"script", "iframe", "object", "embed", "link", "img",
	    "image", "a", "base", "form", "foreignObject", "animate", "set", "use"};

	for (size_t i = 0; i < sizeof(elements) / sizeof(elements[0]); i++)
		if (strcmp(name, elements[i]) == 0)
			return true;
	return false;
}

static bool
is_harmful_attribute(const char *name)
{
	return strncmp(name, "on", 2) == 0 || strcmp(name, "href") == 0 || strcmp(name, "src") == 0
	    || strcmp(name, "http-equiv") == 0;
}

static void
check_elements(const xmlNode *node)
{
	for (; node != NULL; node = node->next) {
		if (node->type != XML_ELEMENT_NODE)
			continue;
		must(!is_harmful_element((const char *)node->name));
		for (const xmlAttr *it = node->properties; it != NULL; it = it->next)
			must(!is_harmful_attribute((const char *)it->name));
		check_elements(node->children);
	}
}

void
check_html(struct bytes page)
{
	xmlDocPtr document;

	check_clean(page);
	must(check_begins(page, "<!DOCTYPE html>\n"));
	document = xmlReadMemory(page.at, (int)page.length, NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
	must(document != NULL);
	check_elements(xmlDocGetRootElement(document));
	xmlFreeDoc(document);
}

void
check_csv(struct bytes table)
{
	struct fields fields;
	size_t cells = 0;

	check_clean(table);
	fields_open(&fields, ',');
	for (struct bytes line; check_next_line(&table, &line);) {
		must(fields_split(&fields, line, FIELDS_RECORD) == FIELDS_FINE);
		must(cells == 0 || fields.count == cells);
		cells = fields.count;
		for (size_t i = 0; i < cells; i++)
			must(fields.field[i].length == 0
			    || strchr("=+-@", fields.field[i].at[0]) == NULL);
	}
	fields_close(&fields);
}

/* What stands in the calendar that is being read. */
struct reading {
	char component[4][16]; /* within which we are */
	size_t depth;
	unsigned has; /* the properties of this event, a bit each */
};

static const char *const needed[] = {"UID:", "DTSTAMP:", "SEQUENCE:", "DTSTART", "SUMMARY:"};
enum { HAS_ALL = (1 << (sizeof(needed) / sizeof(needed[0]))) - 1 };

static void
begin_component(struct reading *reading, struct bytes name)
{
	must(reading->depth < 4 && name.length < sizeof(reading->component[0]));
	snprintf(reading->component[reading->depth++], sizeof(reading->component[0]), "%.*s",
	    (int)name.length, name.at);
	reading->has = 0;
}

static void
end_component(struct reading *reading, struct bytes name)
{
	must(reading->depth > 0);
	must(bytes_equal(name, bytes_of(reading->component[--reading->depth])));
	must(!bytes_equal(name, bytes_of("VEVENT")) || reading->has == HAS_ALL);
}

static struct bytes
without(struct bytes line, const char *beginning)
{
	return (struct bytes){line.at + strlen(beginning), line.length - strlen(beginning)};
}

static void
take_property(struct reading *reading, struct bytes line)
{
	must(reading->depth > 0);
	must(line.length > 0 && text_is_capital(line.at[0]));
	must(memchr(line.at, ':', line.length) != NULL);
	for (size_t i = 0; i < sizeof(needed) / sizeof(needed[0]); i++)
		if (check_begins(line, needed[i])) {
			must((reading->has & 1U << i) == 0
			    || strncmp(reading->component[reading->depth - 1], "VEVENT", 6) != 0);
			reading->has |= 1U << i;
		}
}

void
check_calendar(struct bytes calendar)
{
	struct reading reading = {.depth = 0};

	must(check_begins(calendar, "BEGIN:VCALENDAR\r\n"));
	for (struct bytes line; check_next_line(&calendar, &line);) {
		must(line.length > 0 && line.at[--line.length] == '\r');
		must(line.length > 0 && line.length <= 75);
		check_clean(line);
		if (check_begins(line, "BEGIN:"))
			begin_component(&reading, without(line, "BEGIN:"));
		else if (check_begins(line, "END:"))
			end_component(&reading, without(line, "END:"));
		else if (line.at[0] != ' ')
			take_property(&reading, line);
	}
	must(reading.depth == 0);
}
