#include "records/seems.h"

#include "records/vocabulary.h"
#include "text/text.h"
#include "tool/diagnostics.h"

/* How files of each sort begin, behind a mark and blanks. */
static const struct beginning {
	const char *bytes;
	enum seems seems;
} beginnings[] = {
    {"PK\x03\x04", SEEMS_WORKBOOK},
    {"PK\x05\x06", SEEMS_WORKBOOK},
    {"\xD0\xCF\x11\xE0", SEEMS_OLD_WORKBOOK},
    {"%PDF", SEEMS_PDF},
    {"<", SEEMS_MARKUP},
    {"{\\rtf", SEEMS_RTF},
    {"\x1F\x8B", SEEMS_GZIP},
    {"{", SEEMS_JSON},
};

static const char *const names[] = {
    [SEEMS_UNKNOWN] = "",
    [SEEMS_SHEET] = N_("a sheet"),
    [SEEMS_WORKBOOK] = N_("a workbook of Excel or LibreOffice"),
    [SEEMS_OLD_WORKBOOK] = N_("a workbook of an old Excel"),
    [SEEMS_PDF] = N_("a PDF"),
    [SEEMS_MARKUP] = N_("a web page (HTML) or XML"),
    [SEEMS_RTF] = N_("a document of a word processor (RTF)"),
    [SEEMS_GZIP] = N_("a compressed file (gzip)"),
    [SEEMS_JSON] = N_("JSON"),
};

/* Whether a list begins, and its first item, if any, on another line. */
static bool
is_open_list(struct bytes beginning)
{
	struct bytes rest;

	if (beginning.length == 0 || beginning.at[0] != '[')
		return false;
	rest = text_trim((struct bytes){beginning.at + 1, beginning.length - 1});
	return rest.length == 0 || rest.at[0] == '{' || rest.at[0] == '[';
}

enum seems
seems_by_beginning(struct bytes beginning)
{
	beginning = text_trim(text_without_mark(beginning));
	if (is_open_list(beginning))
		return SEEMS_JSON;
	for (size_t i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]); i++) {
		size_t length = strlen(beginnings[i].bytes);

		if (beginning.length >= length
		    && memcmp(beginning.at, beginnings[i].bytes, length) == 0)
			return beginnings[i].seems;
	}
	return SEEMS_UNKNOWN;
}

/* No longer header can be told from text; so many names make one. */
enum { LONGEST_HEADER = 4096, NAMES_LEAST = 2 };

bool
seems_header(struct bytes line)
{
	char plain[LONGEST_HEADER + 1];
	size_t used = 0, start = 0;
	unsigned known = 0;

	for (size_t i = 0; i < line.length && used < LONGEST_HEADER; i++)
		if (line.at[i] != '\0' && line.at[i] != '"')
			plain[used++] = line.at[i];
	plain[used++] = ',';
	for (size_t i = 0; i < used; i++)
		if (plain[i] == ',' || plain[i] == ';' || plain[i] == '\t') {
			struct bytes name = {plain + start, i - start};

			known += vocabulary_recognise(LIST_COLUMN, name) != WORD_NONE;
			start = i + 1;
		}
	return known >= NAMES_LEAST;
}

const char *
seems_name(enum seems seems)
{
	return names[seems];
}
