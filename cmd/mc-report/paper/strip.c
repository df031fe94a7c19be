#include "paper/strip.h"

#include <stdio.h>
#include <stdlib.h>

/* In the units of the drawing. */
enum {
	WIDTH = 360,
	HEIGHT = 186,
	LEFT = 62,
	RIGHT = 350,
	LANE_HEIGHT = 26,
	FIRST_LANE = 18,
	LEVELS_TOP = 100,
	LEVEL_HEIGHT = 9,
	MARK = 7 /* half a mark */
};

/* The parts of BLOCK_STRIP_MARK: lane, place, shape, letter; of BLOCK_STRIP_LEVEL: place, level. */
enum { PART_LANE, PART_AT, PART_SHAPE, PART_LETTER };

static struct bytes
number_text(unsigned number, char text[12])
{
	snprintf(text, 12, "%u", number);
	return bytes_of(text);
}

static unsigned
number_of(const struct block *block, size_t part)
{
	unsigned number = 0;
	struct bytes text = block->part[part];

	for (size_t i = 0; i < text.length; i++)
		number = number * 10 + (unsigned)(text.at[i] - '0');
	return number;
}

void
strip_begin(struct document *document, struct bytes words, struct bytes first, struct bytes last)
{
	document_add(document, BLOCK_STRIP, (struct bytes[]){words, first, last}, 3);
}

void
strip_name_lane(struct document *document, struct bytes name)
{
	document_add(document, BLOCK_STRIP_LANE, &name, 1);
}

void
strip_mark(struct document *document, unsigned lane, unsigned at, enum strip_shape shape,
    const char *letter)
{
	char text[3][12];

	document_add(document, BLOCK_STRIP_MARK,
	    (struct bytes[]){number_text(lane, text[0]), number_text(at, text[1]),
		number_text(shape, text[2]), bytes_of(letter)},
	    4);
}

void
strip_level(struct document *document, unsigned at, unsigned level)
{
	char text[2][12];

	document_add(document, BLOCK_STRIP_LEVEL,
	    (struct bytes[]){number_text(at, text[0]), number_text(level, text[1])}, 2);
}

static unsigned
place_of(unsigned at)
{
	return LEFT + MARK + at * (RIGHT - LEFT - 2 * MARK) / STRIP_LENGTH;
}

/* The name of a lane, and its line. */
static void
put_lane(struct markup *markup, unsigned lane, struct bytes name)
{
	unsigned y = lane < STRIP_LANES ? FIRST_LANE + lane * LANE_HEIGHT
					: LEVELS_TOP + STRIP_LEVELS * LEVEL_HEIGHT / 2;
	char tags[160];

	if (lane < STRIP_LANES) {
		snprintf(tags, sizeof(tags), "<path d=\"M%d %uH%d\" stroke-width=\"0.4\"/>", LEFT,
		    y, RIGHT);
		markup_line(markup, tags);
	}
	snprintf(tags, sizeof(tags), "<text x=\"0\" y=\"%u\" class=\"lane\">", y + 3);
	markup_element(markup, tags, name, "</text>");
}

static void
put_shape(struct markup *markup, enum strip_shape shape, unsigned x, unsigned y)
{
	char tags[160];

	switch (shape) {
	case STRIP_TRIANGLE:
		snprintf(tags, sizeof(tags), "<path d=\"M%u %ul%d %dh%dz\" fill=\"#fff\"/>", x,
		    y - MARK - 2, MARK + 1, 2 * MARK + 1, -2 * MARK - 2);
		break;
	case STRIP_DIAMOND:
		snprintf(tags, sizeof(tags),
		    "<path d=\"M%u %ul%d %dl%d %dl%d %dz\" fill=\"#fff\"/>", x, y - MARK - 1,
		    MARK + 1, MARK + 1, -MARK - 1, MARK + 1, -MARK - 1, -MARK - 1);
		break;
	case STRIP_SQUARE:
		snprintf(tags, sizeof(tags),
		    "<rect x=\"%u\" y=\"%u\" width=\"%d\" height=\"%d\" fill=\"#fff\"/>",
		    x - MARK + 1, y - MARK + 1, 2 * MARK - 2, 2 * MARK - 2);
		break;
	default:
		snprintf(tags, sizeof(tags), "<circle cx=\"%u\" cy=\"%u\" r=\"%d\" fill=\"#fff\"/>",
		    x, y, MARK);
		break;
	}
	markup_line(markup, tags);
}

/* Marks of one time stand beside each other as far as there is room. */
static unsigned
beside(unsigned place, unsigned *free_from)
{
	if (place < *free_from)
		place = *free_from;
	if (place > RIGHT - MARK)
		place = RIGHT - MARK;
	*free_from = place + 2 * MARK + 2;
	return place;
}

static void
put_mark(struct markup *markup, const struct block *block, unsigned free_from[STRIP_LANES])
{
	unsigned lane = number_of(block, PART_LANE);
	unsigned x = beside(place_of(number_of(block, PART_AT)), &free_from[lane]);
	unsigned y = FIRST_LANE + lane * LANE_HEIGHT;
	char tags[160];

	put_shape(markup, (enum strip_shape)number_of(block, PART_SHAPE), x, y);
	snprintf(tags, sizeof(tags), "<text x=\"%u\" y=\"%u\" class=\"mark\">", x, y + 3);
	markup_element(markup, tags, block->part[PART_LETTER], "</text>");
}

/* The levels are one line that goes up and down, from the first to the right end. */
static void
put_levels(struct markup *markup, const struct block *block, size_t blocks)
{
	char tags[64];
	bool is_first = true;

	markup_tags(markup, "<path fill=\"none\" stroke-width=\"2\" d=\"");
	for (size_t i = 0; i < blocks; i++) {
		if (block[i].kind != BLOCK_STRIP_LEVEL)
			continue;
		unsigned x = place_of(number_of(&block[i], 0));
		unsigned y =
		    LEVELS_TOP + (STRIP_LEVELS - 1 - number_of(&block[i], 1)) * LEVEL_HEIGHT;
		snprintf(tags, sizeof(tags), is_first ? "M%u %u" : "H%uV%u", x, y);
		markup_tags(markup, tags);
		is_first = false;
	}
	snprintf(tags, sizeof(tags), is_first ? "\"/>" : "H%d\"/>", RIGHT);
	markup_line(markup, tags);
}

/* A number before each level, so that the height can be read. */
static void
put_scale(struct markup *markup)
{
	char tags[160];

	for (unsigned level = 0; level < STRIP_LEVELS; level++) {
		unsigned y = LEVELS_TOP + (STRIP_LEVELS - 1 - level) * LEVEL_HEIGHT;

		snprintf(tags, sizeof(tags),
		    "<path d=\"M%d %uH%d\" stroke-width=\"0.2\"/><text x=\"%d\" y=\"%u\" "
		    "class=\"scale\">%u</text>",
		    LEFT, y, RIGHT, LEFT - 4, y + 2, level);
		markup_line(markup, tags);
	}
}

static void
put_ends(struct markup *markup, const struct block *block)
{
	char tags[96];

	snprintf(tags, sizeof(tags), "<text x=\"%d\" y=\"%d\" class=\"lane\">", LEFT, HEIGHT - 8);
	markup_element(markup, tags, block->part[1], "</text>");
	snprintf(tags, sizeof(tags), "<text x=\"%d\" y=\"%d\" class=\"end\">", RIGHT, HEIGHT - 8);
	markup_element(markup, tags, block->part[2], "</text>");
}

void
strip_write(struct markup *markup, const struct block *block, size_t blocks)
{
	unsigned free_from[STRIP_LANES] = {0}, lane = 0;
	char tags[160];

	snprintf(tags, sizeof(tags),
	    "<svg class=\"strip\" role=\"img\" viewBox=\"0 0 %d %d\" "
	    "xmlns=\"http://www.w3.org/2000/svg\">",
	    WIDTH, HEIGHT);
	markup_line(markup, tags);
	markup_element(markup, "<title>", block->part[0], "</title>");
	put_scale(markup);
	for (size_t i = 1; i < blocks; i++)
		if (block[i].kind == BLOCK_STRIP_LANE)
			put_lane(markup, lane++, block[i].part[0]);
	put_levels(markup, block, blocks);
	for (size_t i = 1; i < blocks; i++)
		if (block[i].kind == BLOCK_STRIP_MARK)
			put_mark(markup, &block[i], free_from);
	put_ends(markup, block);
	markup_line(markup, "</svg>");
}
