#include "records/plain.h"

#include "records/lines.h"
#include "records/marks.h"
#include "records/record_rules.h"
#include "text/text.h"

/* Takes a text out of its quotes and makes one of each two within; false when they are not in
 * pairs. */
static bool
unquote(struct fields *fields, struct bytes *text)
{
	struct bytes rest = {text->at + 1, text->length - 2};
	const char *quote;
	char *to = fields->unquoted;

	if (text->length < 2 || rest.at[rest.length] != '"')
		return false;
	*text = rest;
	while ((quote = memchr(rest.at, '"', rest.length)) != NULL) {
		size_t length = (size_t)(quote + 1 - rest.at);

		if (length == rest.length || rest.at[length] != '"')
			return false;
		memcpy(to, rest.at, length);
		to += length;
		rest.at += length + 1;
		rest.length -= length + 1;
	}
	if (rest.at == text->at)
		return true;
	memcpy(to, rest.at, rest.length);
	*text = (struct bytes){fields->unquoted, (size_t)(to - fields->unquoted) + rest.length};
	return true;
}

/* Whether the marks of a piece that begins at from can be had, with room behind it. */
static bool
has_piece(struct bytes ahead, size_t from)
{
	return from <= LINE_MAX_LENGTH && from + MARKS_PIECE + PLAIN_ROOM <= ahead.length;
}

/* Goes from the first byte of a piece that is not plain to the LF; *length is then where that is,
 * and *has_separator whether a comma or a quote was on the way. False when there is no LF within
 * the longest line, or something on the way is no prose. */
static bool
find_feed(struct bytes ahead, size_t from, struct marks marks, size_t *length, bool *has_separator)
{
	uint64_t left = UINT64_MAX << __builtin_ctzll(marks.others); /* not passed yet */

	*has_separator = false;
	for (;;) {
		struct bytes rest = {ahead.at + from, ahead.length - from};
		uint64_t separators = (marks.delimiters | marks.quotes) & left;
		uint64_t others = marks.others & ~marks.quotes & left;
		size_t next = 0;

		while (others != 0) {
			size_t at = (size_t)__builtin_ctzll(others), size;

			if (rest.at[at] == '\n') {
				*has_separator |= (separators & (others ^ (others - 1))) != 0;
				*length = from + at;
				return *length <= LINE_MAX_LENGTH;
			}
			if ((size = text_prose_at(rest, at)) == 0)
				return false;
			next = at + size;
			others &= next < MARKS_PIECE ? UINT64_MAX << next : 0;
		}
		*has_separator |= separators != 0;
		left = next < MARKS_PIECE ? UINT64_MAX : UINT64_MAX << (next - MARKS_PIECE);
		from += MARKS_PIECE;
		if (!has_piece(ahead, from))
			return false;
		marks = marks_of(ahead.at + from, ',');
	}
}

/* The text of a line that has more than visible ASCII in it, or quotes: marks are of the piece at
 * from, in which the first of these stands. */
static bool
take_text(struct fields *fields, struct bytes *text, struct bytes ahead, size_t from,
    struct marks marks, size_t *length)
{
	bool has_separator;

	fields->is_plain = false;
	if (!find_feed(ahead, from, marks, length, &has_separator))
		return false;
	text->length = (size_t)(ahead.at + *length - text->at);
	return *text->at == '"' ? unquote(fields, text) : !has_separator;
}

bool
plain_split(
    struct fields *fields, struct bytes column[RECORD_COLUMNS], struct bytes ahead, size_t *length)
{
	const char *begin = ahead.at; /* of the field that is not ended yet */
	size_t count = 0;

	fields->count = RECORD_COLUMNS;
	fields->is_plain = fields->is_roomy = true;
	for (size_t from = 0; has_piece(ahead, from); from += MARKS_PIECE) {
		const char *piece = ahead.at + from, *end;
		struct marks marks = marks_of(piece, ',');
		/* Up to the first byte that is not plain; else all. */
		uint64_t commas = marks.delimiters & (marks.others ^ (marks.others - 1));

		for (; commas != 0; commas &= commas - 1) {
			if (count == RECORD_COLUMNS - 1)
				return false;
			end = piece + __builtin_ctzll(commas);
			column[count++] = (struct bytes){begin, (size_t)(end - begin)};
			begin = end + 1;
		}
		if (marks.others == 0)
			continue;
		if (count < RECORD_COLUMNS - 1)
			return false;
		end = piece + __builtin_ctzll(marks.others);
		column[count] = (struct bytes){begin, (size_t)(end - begin)};
		if (*end != '\n')
			return take_text(fields, &column[count], ahead, from, marks, length);
		*length = (size_t)(end - ahead.at);
		return *length <= LINE_MAX_LENGTH;
	}
	return false;
}

/*
 * What a record says first, its kind, code and value, is said in few ways. Each that the thorough
 * way found right is remembered by its bytes, so most records need no look-up of these words, and
 * the quick way has no rule of its own about them.
 */

enum { SAYING_WORDS = 5, SAYING_BITS = 10 };

struct saying {
	uint64_t word[SAYING_WORDS];
	uint8_t length;
	uint8_t kind, code, value, rule;
	uint8_t due;   /* enum need */
	uint8_t roles; /* the list from which by comes; NO_LIST when nothing is asked of it */
	bool wants_text;
};

/* Those so far stand one behind the other, from number 1 on: few pages of memory hold them. */
static struct saying sayings[1 + (1 << SAYING_BITS)];
static uint16_t saying_count, saying_numbers[1 << SAYING_BITS];

/* Records of one day stand together, and those of one school: the last that were right. */
enum { DATE_WORDS = 2 };

static struct {
	uint64_t word[DATE_WORDS];
	size_t length;
	struct span when;
} last_date;

static struct {
	uint64_t word; /* with the commas before and behind */
	school_code school;
} last_school;

/* The bytes from one column to the end of another, with the commas between. */
static inline struct bytes
stretch(const struct record *record, enum word from, enum word to)
{
	const char *at = record->column[from].at;
	struct bytes last = record->column[to];

	return (struct bytes){at, (size_t)(last.at + last.length - at)};
}

/* From 8 bytes to as many as so many words have as words, of which the last ones overlap: the same
 * for the same bytes, and of those of one length for no others. Without a branch, since lengths
 * come in no order. */
static inline void
to_words(struct bytes bytes, uint64_t word[], size_t words)
{
	size_t last = bytes.length - sizeof(*word);

	for (size_t i = 0; i < words; i++) {
		size_t at = i * sizeof(*word);

		memcpy(&word[i], bytes.at + (at < last ? at : last), sizeof(*word));
	}
}

static inline bool
words_equal(const uint64_t a[], const uint64_t b[], size_t words)
{
	uint64_t difference = 0;

	for (size_t i = 0; i < words; i++)
		difference |= a[i] ^ b[i];
	return difference == 0;
}

/* The highest bits of a product depend on every bit of what is multiplied; the factors are odd, and
 * differ. */
static inline uint16_t *
place_of(const uint64_t word[SAYING_WORDS])
{
	uint64_t mix = 0;

	for (size_t i = 0; i < SAYING_WORDS; i++)
		mix += word[i] * (UINT64_C(0x9E3779B97F4A7C15) * (2 * i + 1));
	return &saying_numbers[mix >> (64 - SAYING_BITS)];
}

static bool
read_thoroughly(struct record *record)
{
	struct faults faults;

	faults_clear(&faults);
	record_read(record, &faults);
	return faults.count == 0;
}

/* The thorough way, which is remembered when all is right; but for what a school says of itself,
 * which has no case. */
static bool
read_new_saying(
    struct record *record, uint16_t *place, const uint64_t word[SAYING_WORDS], size_t length)
{
	struct saying *saying;

	if (!read_thoroughly(record))
		return false;
	if (record->kind == KIND_SCHOOL)
		return true;
	if (*place == 0)
		*place = ++saying_count;
	saying = &sayings[*place];
	memcpy(saying->word, word, sizeof(saying->word));
	saying->length = (uint8_t)length;
	saying->kind = (uint8_t)record->kind;
	saying->code = (uint8_t)record->code;
	saying->value = (uint8_t)record->value;
	saying->rule = (uint8_t)record->rule;
	saying->due = (uint8_t)due_need(record->kind, record->code);
	saying->wants_text = record_wants_text(record->kind, record->code, record->value);
	saying->roles = record_is_derived(record->kind) ? NO_LIST : LIST_ROLE;
	return true;
}

static bool
read_new_date(struct record *record, struct bytes date)
{
	if (!span_read(date, &record->when))
		return false;
	to_words(date, last_date.word, DATE_WORDS);
	last_date.length = date.length;
	last_date.when = record->when;
	return true;
}

/* When it was, and whether it is right. */
static inline bool
read_date(struct record *record)
{
	struct bytes date = record->column[COLUMN_DATE];
	uint64_t word[DATE_WORDS];

	if (date.length != last_date.length)
		return read_new_date(record, date);
	to_words(date, word, DATE_WORDS);
	if (!words_equal(word, last_date.word, DATE_WORDS))
		return read_new_date(record, date);
	record->when = last_date.when;
	return true;
}

/* Which school's it is, and whether it is right. With its commas a school is a word. */
static inline bool
read_school(struct record *record)
{
	struct bytes school = record->column[COLUMN_SCHOOL];
	uint64_t word;

	memcpy(&word, school.at - 1, sizeof(word));
	if (word != last_school.word) {
		if ((record->school = record_read_school(school)) == 0)
			return false;
		last_school.word = word;
		last_school.school = record->school;
	}
	record->school = last_school.school;
	return true;
}

/* Whether the field is right that must be empty, may be empty, or must not. */
static inline bool
suits(enum need need, bool is_given)
{
	return !((need == EMPTY) & is_given) & !((need == REQUIRED) & !is_given);
}

/* Text that is not blank, or that shows at its first byte that it is not. */
static inline bool
is_seen(struct bytes text)
{
	return (text.length > 0) & (text.at[0] > ' ') & (text.at[0] <= '~');
}

/* What stands behind a saying, and whether it is right. */
static inline bool
read_rest(struct record *record, const struct saying *saying)
{
	const struct bytes *column = record->column;
	bool has_due = column[COLUMN_DUE].length > 0, has_role = column[COLUMN_BY].length > 0;
	bool is_right = true;

	record->due = has_due ? span_read_day(column[COLUMN_DUE]) : NO_DAY;
	record->by = vocabulary_find_roomy(saying->roles, column[COLUMN_BY]);
	is_right &= suits(saying->due, has_due);
	is_right &= has_due == (record->due != NO_DAY);
	is_right &= (record->by != WORD_NONE) | !has_role | (saying->roles == NO_LIST);
	is_right &= !saying->wants_text | is_seen(column[COLUMN_TEXT]);
	return is_right;
}

/* Nearly all records are right and kinds come in no order, so all is looked at: a branch that a
 * processor foresees wrongly takes longer than all of it. */
bool
plain_read(struct record *record)
{
	struct bytes said = stretch(record, COLUMN_KIND, COLUMN_VALUE);
	uint64_t word[SAYING_WORDS];
	bool is_right;

	if (said.length < sizeof(*word) || said.length > sizeof(word))
		return read_thoroughly(record);
	to_words(said, word, SAYING_WORDS);

	uint16_t *place = place_of(word);
	const struct saying *saying = &sayings[*place];
	if (said.length != saying->length || !words_equal(word, saying->word, SAYING_WORDS))
		return read_new_saying(record, place, word, said.length);
	record->kind = saying->kind;
	record->code = saying->code;
	record->value = saying->value;
	record->rule = saying->rule;
	is_right = record_is_case(record->column[COLUMN_CASE]);
	is_right &= read_date(record);
	is_right &= read_school(record);
	is_right &= read_rest(record, saying);
	return is_right;
}
