/*
 * Random lines of records: right ones of every kind, code and value, and the
 * same spoilt in the ways in which files are. The same seed gives the same
 * lines on every machine.
 */

#ifndef MADE_LINE_H
#define MADE_LINE_H

#include "support/check.h"

#include "records/record.h"
#include "text/text.h"

enum { MADE_FIELD_SIZE = 1024, MADE_LINE_SIZE = (MADE_FIELD_SIZE + 3) * COLUMN_END };

struct made_line {
	char field[COLUMN_END][MADE_FIELD_SIZE]; /* by column, as they stand in the line */
	char at[MADE_LINE_SIZE];
	size_t length; /* without an LF, which the line has not */
};

static inline struct bytes
made_bytes(const struct made_line *made)
{
	return (struct bytes){made->at, made->length};
}

static inline const char *
made_of(struct chance *chance, const char *const some[], size_t count)
{
	return some[chance_below(chance, (uint32_t)count)];
}

/* Some text of a record, as it stands in a line. It stays until the next call. */
static inline const char *
made_text(struct chance *chance, bool is_wanted)
{
	/* The first ones are blank. */
	enum { BLANK = 6 };
	static const char *const texts[] = {"", "", "\"\"", " ", "\" \"", "\xC2\xA0", "x",
	    "Had geen eten mee.", "Moeder zegt: het gaat niet; vader is weg", " een blank vooraan",
	    "een blank achteraan ", "\"komma, en nog een\"", "\"zonder reden in quotes\"",
	    "\"Hij zei \"\"nee\"\", en ging\"", "\"\"\"Nee\"\"\"", "\"\"\"\"", "\"x\"\"\"",
	    "Zo\xC3\xABven", "\"Zo\xC3\xABven, of \"\"eerder\"\"\"", "\xC3\x89\xC3\xA9n keer",
	    "\xE2\x82\xAC 5 voor eten", "twee regels\xE2\x80\xA8in een", "\xF0\x9F\x98\x80 lacht",
	    "los accent: e\xCC\x81", "'t is niets", "=1+2", "@ ~ ! { } |"};
	static const char *const sounds[] = {"", "Is moe. ", "Heeft honger. ", "Slaapt slecht. ",
	    "Vertelt niets. ", "Komt te laat. "};
	static char text[MADE_FIELD_SIZE];
	size_t which = BLANK * is_wanted;

	which += chance_below(chance, (uint32_t)(COUNT_OF(texts) + 1 - which));
	if (which < COUNT_OF(texts))
		return texts[which];
	strcpy(text, "Lang: ");
	for (uint32_t left = chance_below(chance, 60); left > 0; left--)
		strcat(text, made_of(chance, sounds, COUNT_OF(sounds)));
	return text;
}

static inline enum word
made_word(struct chance *chance, enum word_list list)
{
	enum word first = vocabulary_first(list);

	if (list == NO_LIST)
		return WORD_NONE;
	return first + chance_below(chance, (uint32_t)(vocabulary_end(list) - first));
}

/* A value that kind and code may have; whatever action for what is done. */
static inline enum word
made_value(struct chance *chance, enum word kind, enum word code)
{
	enum word_list list = record_value_list(kind, code);
	enum word value;

	if (code == PLAN_CASEMANAGER && kind == KIND_PLAN && chance_is(chance, 40))
		list = LIST_ROLE;
	do
		value = made_word(chance, list);
	while (value != WORD_NONE && kind != KIND_DONE && !record_allows_value(kind, code, value));
	return value;
}

static inline void
made_case(struct chance *chance, char *id)
{
	static const char bytes[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				    "._-";
	size_t length = 1 + chance_below(chance, CASE_MAX_LENGTH);

	for (size_t i = 0; i < length; i++)
		id[i] = bytes[chance_below(chance, sizeof(bytes) - (i == 0 ? 4 : 1))];
	id[length] = '\0';
}

/* Any day that a record may have, the first and last ones often; perhaps with a time. */
static inline void
made_date(struct chance *chance, bool may_have_time, char *date)
{
	static const char *const often[] = {"2000-01-01", "2000-02-29", "2024-02-29", "2199-12-31",
	    "2100-02-28", "2026-12-31", "2026-11-29"};

	if (chance_is(chance, 20))
		strcpy(date, made_of(chance, often, COUNT_OF(often)));
	else
		span_write_day(1 + chance_below(chance, LAST_DAY), date);
	if (may_have_time && chance_is(chance, 50))
		sprintf(date + strlen(date), "T%02u:%02u", chance_below(chance, 24),
		    chance_below(chance, 60));
}

static inline void
made_join(struct made_line *made)
{
	made->length = 0;
	for (enum word column = COLUMN_FIRST; column < COLUMN_END; column++)
		made->length += (size_t)sprintf(made->at + made->length, "%s%s",
		    column == COLUMN_FIRST ? "" : ",", made->field[column]);
}

/* Fields that hang on the kind, and on nothing else that was chosen. */
static inline void
made_derived(struct chance *chance, struct made_line *made, enum word kind)
{
	if (kind == KIND_WEIGH) {
		sprintf(made->field[COLUMN_VALUE], "W%02u", 1 + chance_below(chance, 35));
		strcpy(made->field[COLUMN_BY], "mc-weigh");
	}
	if (kind == KIND_REFER)
		strcpy(made->field[COLUMN_BY], "mc-refer");
}

/* A right line. */
static inline void
made_right(struct chance *chance, struct made_line *made)
{
	enum word kind = made_word(chance, LIST_KIND);
	enum word code = made_word(chance, record_code_list(kind));
	enum word value = made_value(chance, kind, code);
	bool may_have_due = kind == KIND_SIGNAL || record_is_derived(kind);

	for (enum word column = COLUMN_FIRST; column < COLUMN_END; column++)
		made->field[column][0] = '\0';
	if (kind != KIND_SCHOOL)
		made_case(chance, made->field[COLUMN_CASE]);
	made_date(chance, true, made->field[COLUMN_DATE]);
	record_write_school(1 + chance_below(chance, 100 * 676 * 100), made->field[COLUMN_SCHOOL]);
	strcpy(made->field[COLUMN_KIND], vocabulary_token(kind));
	strcpy(made->field[COLUMN_CODE], vocabulary_token(code));
	strcpy(made->field[COLUMN_VALUE], vocabulary_token(value));
	if (record_wants_due(kind, code) || (may_have_due && chance_is(chance, 50)))
		made_date(chance, false, made->field[COLUMN_DUE]);
	if (chance_is(chance, 70))
		strcpy(made->field[COLUMN_BY], vocabulary_token(made_word(chance, LIST_ROLE)));
	strcpy(made->field[COLUMN_TEXT], made_text(chance, record_wants_text(kind, code, value)));
	made_derived(chance, made, kind);
	made_join(made);
}

/* One field is not what it should be. */
static inline void
made_spoil_field(struct chance *chance, struct made_line *made)
{
	static const char *const odd[] = {"", " ", "\"\"", "signaal", "yes", "W22", "2026-02-30",
	    "2100-02-29", "2026-13-01", "1999-12-31", "2200-01-01", "2026-1-1", "2026-11-29T24:00",
	    "2026-11-29T23:60", "2026-11-29T9:00", "2026-11-29 09:00", "03ab00", "03AB0", "03AB000",
	    "naam van een kind", "-", "case", "kind", "text", "\xEF\xBB\xBF", "\xC3\xA9", "\xC3"};
	enum word column = COLUMN_FIRST + chance_below(chance, RECORD_COLUMNS);
	char *field = made->field[column], before[MADE_FIELD_SIZE];

	strcpy(before, field);
	switch (chance_below(chance, 5)) {
	case 0:
		strcpy(field, made_of(chance, odd, COUNT_OF(odd)));
		break;
	case 1: /* a word of any list */
		strcpy(field, vocabulary_token(1 + chance_below(chance, WORD_COUNT - 1)));
		break;
	case 2: /* that of another column */
		memmove(field, made->field[COLUMN_FIRST + chance_below(chance, RECORD_COLUMNS)],
		    MADE_FIELD_SIZE);
		break;
	case 3: /* in quotes */
		if (before[0] != '"' && strlen(before) < MADE_FIELD_SIZE - 3)
			sprintf(field, "\"%s\"", before);
		break;
	default: /* a blank before or behind it */
		if (strlen(before) < MADE_FIELD_SIZE - 2)
			sprintf(field, chance_is(chance, 50) ? " %s" : "%s ", before);
	}
	made_join(made);
}

/* One byte is not what it should be. */
static inline void
made_spoil_byte(struct chance *chance, struct made_line *made)
{
	static const char hostile[] =
	    "\"\",,\r\r\t\x1F\x7F\x80\x85\xC2\xC3\xE2\xEF\xFF ~!/09:@AZ`az-";
	/* Its NUL too. */
	char byte = hostile[chance_below(chance, sizeof(hostile))];
	size_t at = chance_below(chance, (uint32_t)made->length + 1), rest = made->length - at;

	switch (rest == 0 ? 0 : chance_below(chance, 3)) {
	case 0: /* one more */
		memmove(made->at + at + 1, made->at + at, rest);
		made->at[at] = byte;
		made->length++;
		break;
	case 1: /* another */
		made->at[at] = byte;
		break;
	default: /* one less */
		memmove(made->at + at, made->at + at + 1, rest - 1);
		made->length--;
	}
}

/* A line that is right no more, in one way or several; some are right all the same. */
static inline void
made_spoilt(struct chance *chance, struct made_line *made)
{
	made_right(chance, made);
	if (chance_is(chance, 50))
		made_spoil_field(chance, made);
	while (chance_is(chance, 50))
		made_spoil_byte(chance, made);
	if (chance_is(chance, 3)) {
		memmove(made->at + 3, made->at, made->length);
		memcpy(made->at, "\xEF\xBB\xBF", 3);
		made->length += 3;
	}
	if (chance_is(chance, 3))
		made->length = chance_below(chance, (uint32_t)made->length + 1);
}

#endif
