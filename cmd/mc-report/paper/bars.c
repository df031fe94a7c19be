#include "paper/bars.h"

#include <stdio.h>
#include <stdlib.h>

/* In the units of the drawing, which is as wide as the page. */
enum {
	CHART_WIDTH = 640,
	LABEL_WIDTH = 150,
	NUMBER_WIDTH = 60,
	BARS_WIDTH = CHART_WIDTH - LABEL_WIDTH - NUMBER_WIDTH,
	BAR_STEP = 20,
	BAR_HEIGHT = 14,
	BASELINE = 12, /* of the text, in a bar's step */
	GAP = 6
};

enum { TAGS_SIZE = 192 };

static unsigned long
number_of(const struct block *block)
{
	unsigned long number = 0;

	for (size_t i = 0; i < block->part[1].length; i++)
		number = number * 10 + (unsigned long)(block->part[1].at[i] - '0');
	return number;
}

static void
put_text(struct markup *markup, unsigned long x, size_t y, const char *anchor, struct bytes text)
{
	char tags[TAGS_SIZE];

	snprintf(tags, sizeof(tags), "<text x=\"%lu\" y=\"%zu\" text-anchor=\"%s\">", x, y, anchor);
	markup_element(markup, tags, text, "</text>");
}

static void
put_bar(struct markup *markup, const struct block *block, size_t place, unsigned long greatest)
{
	unsigned long length = greatest == 0 ? 0 : number_of(block) * BARS_WIDTH / greatest;
	size_t top = place * BAR_STEP;
	char tags[TAGS_SIZE];

	put_text(markup, LABEL_WIDTH - GAP, top + BASELINE, "end", block->part[0]);
	snprintf(tags, sizeof(tags),
	    "<rect x=\"%d\" y=\"%zu\" width=\"%lu\" height=\"%d\" fill=\"#777\" "
	    "stroke=\"#000\"/>",
	    LABEL_WIDTH, top, length, BAR_HEIGHT);
	markup_line(markup, tags);
	put_text(markup, LABEL_WIDTH + length + GAP, top + BASELINE, "start", block->part[1]);
}

void
bars_put(struct markup *markup, const struct block *block, size_t count)
{
	unsigned long greatest = 0;
	size_t bars = 0;
	char tags[TAGS_SIZE];

	for (; bars < count && block[bars].kind == BLOCK_BAR; bars++)
		if (number_of(&block[bars]) > greatest)
			greatest = number_of(&block[bars]);
	snprintf(tags, sizeof(tags),
	    "<svg class=\"bars\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 -2 %d %zu\" "
	    "aria-hidden=\"true\">",
	    CHART_WIDTH, bars * BAR_STEP + 2);
	markup_line(markup, tags);
	for (size_t i = 0; i < bars; i++)
		put_bar(markup, &block[i], i, greatest);
	markup_line(markup, "</svg>");
}
