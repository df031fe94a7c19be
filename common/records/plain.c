#include "records/plain.h"

#include "records/lines.h"
#include "records/marks.h"

bool
plain_split(struct bytes ahead, struct bytes field[RECORD_COLUMNS], size_t *length)
{
	const char *begin = ahead.at; /* of the field that is not ended yet */
	size_t count = 0;

	for (size_t from = 0;
	     from <= LINE_MAX_LENGTH && from + MARKS_PIECE + RECORD_ROOM <= ahead.length;
	     from += MARKS_PIECE) {
		const char *piece = ahead.at + from, *end;
		struct marks marks = marks_of(piece, ',');
		/* Up to the first byte that is not plain, which must be the LF; else all. */
		uint64_t commas = marks.delimiters & (marks.others ^ (marks.others - 1));

		for (; commas != 0; commas &= commas - 1) {
			if (count == RECORD_COLUMNS - 1)
				return false;
			end = piece + __builtin_ctzll(commas);
			field[count++] = (struct bytes){begin, (size_t)(end - begin)};
			begin = end + 1;
		}
		if (marks.others == 0)
			continue;
		end = piece + __builtin_ctzll(marks.others);
		field[count] = (struct bytes){begin, (size_t)(end - begin)};
		*length = (size_t)(end - ahead.at);
		return *end == '\n' && count == RECORD_COLUMNS - 1 && *length <= LINE_MAX_LENGTH;
	}
	return false;
}
