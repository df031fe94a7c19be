#include "text/wrap.h"

#include "text/shown.h"

/* More marks than this on one character count as columns, so that a line's bytes are bounded. */
enum { MARKS_MAX = 4 };

/* A place where the line can end: what stood before the blank, and what comes after it. */
struct end {
	size_t length;
	unsigned width;
	struct bytes rest;
};

static void
put(struct wrapped_line *line, struct shown shown)
{
	memcpy(line->at + line->length, shown.text.at, shown.text.length);
	line->length += shown.text.length;
	line->width += shown.width;
}

static void
end_at(struct wrapped_line *line, struct bytes *text, struct end end)
{
	line->length = end.length;
	line->width = end.width;
	*text = end.rest;
}

static void
skip_blanks(struct bytes *text)
{
	while (text->length > 0) {
		struct bytes rest = *text;

		if (shown_next(&rest).kind != SHOWN_BLANK)
			return;
		*text = rest;
	}
}

bool
wrap_next(struct bytes *text, unsigned width, struct wrapped_line *line)
{
	struct end blank = {0};
	bool after_blank = false, has_blank = false;
	unsigned marks_put = 0;

	line->length = 0;
	line->width = 0;
	skip_blanks(text);
	if (text->length == 0)
		return false;
	while (text->length > 0) {
		struct bytes before = *text;
		struct shown shown = shown_next(text);

		marks_put = shown.width == 0 ? marks_put + (shown.text.length > 0) : 0;
		if (marks_put > MARKS_MAX)
			shown.width = 1;
		if (shown.kind == SHOWN_BREAK)
			return true;
		if (shown.kind == SHOWN_BLANK && !after_blank) {
			blank = (struct end){line->length, line->width, *text};
			has_blank = true;
		}
		after_blank = shown.kind == SHOWN_BLANK;
		if (line->width + shown.width > width) {
			struct end here = {line->length, line->width, before};

			end_at(line, text, has_blank ? blank : here);
			return true;
		}
		put(line, shown);
	}
	if (after_blank)
		end_at(line, text, (struct end){blank.length, blank.width, *text});
	return true;
}
