#include "records/plain.h"

#include "records/lines.h"
#include "records/marks.h"
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

/* The text of a line that has more than visible ASCII in it, or quotes. */
static bool
take_text(struct fields *fields, struct bytes ahead, const char *begin, size_t *length)
{
	const char *feed = memchr(begin, '\n', (size_t)(ahead.at + ahead.length - begin));
	struct bytes *text = &fields->field[RECORD_COLUMNS - 1];

	if (feed == NULL || (*length = (size_t)(feed - ahead.at)) > LINE_MAX_LENGTH)
		return false;
	*text = (struct bytes){begin, (size_t)(feed - begin)};
	fields->is_plain = false;
	if (!text_is_prose(*text))
		return false;
	if (*begin == '"')
		return unquote(fields, text);
	return memchr(begin, ',', text->length) == NULL && memchr(begin, '"', text->length) == NULL;
}

bool
plain_split(struct fields *fields, struct bytes ahead, size_t *length)
{
	const char *begin = ahead.at; /* of the field that is not ended yet */
	size_t count = 0;

	fields->count = RECORD_COLUMNS;
	fields->is_plain = fields->is_roomy = true;
	for (size_t from = 0;
	     from <= LINE_MAX_LENGTH && from + MARKS_PIECE + RECORD_ROOM <= ahead.length;
	     from += MARKS_PIECE) {
		const char *piece = ahead.at + from, *end;
		struct marks marks = marks_of(piece, ',');
		/* Up to the first byte that is not plain; else all. */
		uint64_t commas = marks.delimiters & (marks.others ^ (marks.others - 1));

		for (; commas != 0; commas &= commas - 1) {
			if (count == RECORD_COLUMNS - 1)
				return false;
			end = piece + __builtin_ctzll(commas);
			fields->field[count++] = (struct bytes){begin, (size_t)(end - begin)};
			begin = end + 1;
		}
		if (marks.others == 0)
			continue;
		if (count < RECORD_COLUMNS - 1)
			return false;
		end = piece + __builtin_ctzll(marks.others);
		if (*end != '\n')
			return take_text(fields, ahead, begin, length);
		fields->field[count] = (struct bytes){begin, (size_t)(end - begin)};
		*length = (size_t)(end - ahead.at);
		return *length <= LINE_MAX_LENGTH;
	}
	return false;
}
