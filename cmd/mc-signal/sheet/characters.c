#include "sheet/characters.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "records/lines.h"
#include "text/harmful.h"
#include "text/text.h"
#include "tool/diagnostics.h"
#include "tool/memory.h"

/* How a line break in a text is kept on one line: LINE SEPARATOR, U+2028. */
static const char line_separator[] = "\xE2\x80\xA8";

enum { SEPARATOR_LENGTH = sizeof(line_separator) - 1 };

/* A line break of one byte becomes three, and composing makes at most three bytes of one again, of
 * which both forms are kept: in all, so many times the row. */
enum { MEMORY_SIZE = (SEPARATOR_LENGTH + 3 * SEPARATOR_LENGTH) * LINE_MAX_LENGTH };

void
characters_open(struct characters *characters)
{
	*characters = (struct characters){.memory = memory_allocate(MEMORY_SIZE)};
}

void
characters_close(struct characters *characters)
{
	free(characters->memory);
	characters->memory = NULL;
}

void
characters_start_row(struct characters *characters)
{
	characters->used = 0;
}

static char *
room(struct characters *characters)
{
	return characters->memory + characters->used;
}

/* What is written at room() is the cell. */
static struct bytes
keep(struct characters *characters, size_t length)
{
	struct bytes kept = {room(characters), length};

	characters->used += length;
	return kept;
}

/* Whether the character may be an accent by itself, or one that has another form; what is common
 * in prose (blanks, dashes, quotes, the euro) is neither. */
static bool
may_be_apart(uint32_t point)
{
	return point >= 0x300 && !(point >= 0x2002 && point <= 0x20CF);
}

/* Whether a byte of 0xCC or more is in the text: with such a one every character from U+0300 on
 * begins, and hardly any text has one. Eight bytes are looked at in one go. */
static bool
reaches_apart(struct bytes text)
{
	uint64_t found = 0;

	for (size_t at = 0; at < text.length; at += sizeof(found)) {
		uint64_t word = bytes_word(text.at + at, text.length - at);

		/* The highest two bits, and the third, the fourth, or the fifth and sixth. */
		found |= word & word << 1 & (word << 2 | word << 3 | (word << 4 & word << 5));
	}
	return (found & UINT64_C(0x8080808080808080)) != 0;
}

bool
characters_stand_alone(struct bytes text)
{
	if (!reaches_apart(text))
		return true;
	while (text.length > 0) {
		size_t length = 1;

		if ((unsigned char)text.at[0] >= 0x80
		    && may_be_apart(text_code_point(text, &length)))
			return false;
		text.at += length;
		text.length -= length;
	}
	return true;
}

/* One character of a letter and the marks that belong to it. */
static void
compose(struct characters *characters, struct bytes *cell)
{
	utf8proc_uint8_t *composed;
	utf8proc_ssize_t length;

	if (characters_stand_alone(*cell))
		return;
	length = utf8proc_map((const utf8proc_uint8_t *)cell->at, (utf8proc_ssize_t)cell->length,
	    &composed, (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
	if (length < 0)
		diagnostics_stop(_("out of memory"));
	memcpy(room(characters), composed, (size_t)length);
	free(composed);
	*cell = keep(characters, (size_t)length);
}

/* Whether every byte is visible ASCII, or a blank between two that are. */
static bool
is_plain(struct bytes cell)
{
	char before = ' ';

	for (size_t i = 0; i < cell.length; i++) {
		char c = cell.at[i];

		if (c < ' ' || c > '~' || (c == ' ' && before == ' '))
			return false;
		before = c;
	}
	return cell.length == 0 || before != ' ';
}

/* Copies the cell with each run of blanks as one, none at the ends, and nothing that is not seen.
 * False when a control character stands in it. */
static bool
fold_blanks(struct characters *characters, struct bytes *cell)
{
	struct bytes rest = *cell;
	char *to = room(characters);
	size_t used = 0, length;

	for (; rest.length > 0; rest.at += length, rest.length -= length) {
		uint32_t point;

		if ((length = text_leading_blank(rest)) > 0) {
			if (used > 0 && to[used - 1] != ' ')
				to[used++] = ' ';
			continue;
		}
		point = text_code_point(rest, &length);
		if (text_is_control(point))
			return false;
		if (harmful_sort(point) == HARMFUL_INKLESS)
			continue;
		memcpy(to + used, rest.at, length);
		used += length;
	}
	*cell = text_trim(keep(characters, used));
	return true;
}

/* The cell out of ="..." or from behind an apostrophe, by which people keep a spreadsheet from
 * making a number or a date of it. */
static struct bytes
unwrap(struct bytes cell)
{
	if (cell.length >= 3 && memcmp(cell.at, "=\"", 2) == 0 && cell.at[cell.length - 1] == '"')
		cell = (struct bytes){cell.at + 2, cell.length - 3};
	if (cell.length > 0 && cell.at[0] == '\'')
		cell = (struct bytes){cell.at + 1, cell.length - 1};
	return text_trim(cell);
}

bool
characters_of_column(struct characters *characters, struct bytes *cell)
{
	if (!is_plain(*cell) && !fold_blanks(characters, cell))
		return false;
	*cell = unwrap(*cell);
	compose(characters, cell);
	return true;
}

/* The length of the line break at the start of text: LF, CR, or an LF behind its CRs. */
static size_t
line_break(struct bytes text)
{
	size_t length = 0;

	while (length < text.length && text.at[length] == '\r')
		length++;
	if (length < text.length && text.at[length] == '\n')
		return length + 1;
	return length > 0 ? 1 : 0;
}

/* Copies the text on one line. False when a control character stands in it that is no blank. */
static bool
join_lines(struct characters *characters, struct bytes *cell)
{
	struct bytes rest = *cell;
	char *to = room(characters);
	size_t used = 0, length;

	for (; rest.length > 0; rest.at += length, rest.length -= length) {
		if ((length = line_break(rest)) > 0) {
			memcpy(to + used, line_separator, SEPARATOR_LENGTH);
			used += SEPARATOR_LENGTH;
			continue;
		}
		length = 1;
		if (rest.at[0] == '\t') {
			to[used++] = ' ';
			continue;
		}
		if (text_is_control(text_code_point(rest, &length)))
			return false;
		memcpy(to + used, rest.at, length);
		used += length;
	}
	*cell = keep(characters, used);
	return true;
}

bool
characters_are_of_text(struct bytes text)
{
	return text_is_prose(text) && characters_stand_alone(text);
}

bool
characters_of_text(struct characters *characters, struct bytes *cell)
{
	if (!text_is_prose(*cell) && !join_lines(characters, cell))
		return false;
	compose(characters, cell);
	return true;
}
