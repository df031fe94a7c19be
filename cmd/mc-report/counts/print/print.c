#include "counts/print/print.h"

#include <inttypes.h>
#include <stdio.h>

const char *
print_title(const struct page *page, char text[WORDS_SIZE])
{
	char month[64];

	words_month(page->sums->first + (month_number)page->sums->months - 1, page->language, month,
	    sizeof(month));
	return words_fill(page->is_internal ? WORDS_TITLE_INTERNAL : WORDS_TITLE, page->language,
	    month, NULL, text);
}

const char *
print_explanation(const struct page *page, char text[WORDS_SIZE])
{
	char base[16], twice[16];

	snprintf(base, sizeof(base), "%u", page->base);
	snprintf(twice, sizeof(twice), "%u", 2 * page->base);
	if (page->is_internal)
		return words_fill(WORDS_WARNING_INTERNAL, page->language, NULL, NULL, text);
	return words_fill(WORDS_EXPLANATION, page->language, base, twice, text);
}

const char *
print_number(uint64_t number, char text[PRINT_NUMBER_SIZE])
{
	if (number == GRID_NEVER)
		snprintf(text, PRINT_NUMBER_SIZE, "-");
	else
		snprintf(text, PRINT_NUMBER_SIZE, "%" PRIu64, number);
	return text;
}

static void
write_grid(const struct page *page, const struct grid *grid, void *context)
{
	struct writer *writer = context;
	char number[PRINT_NUMBER_SIZE];

	(void)page;
	for (size_t i = 0; i < grid->rows; i++)
		for (size_t j = 0; j < grid->columns; j++) {
			const struct bytes field[] = {
			    bytes_of(grid->table),
			    bytes_of(grid->unit),
			    bytes_of(grid->row[i].token),
			    bytes_of(grid->token[j]),
			    bytes_of(print_number(grid->row[i].number[j], number)),
			};

			/* Names are far shorter than a line may be. */
			(void)writer_fields(writer, field, sizeof(field) / sizeof(field[0]), ',');
		}
}

void
print_csv(const struct page *page, struct writer *writer)
{
	const struct bytes header[] = {
	    bytes_of("table"),
	    bytes_of("unit"),
	    bytes_of("row"),
	    bytes_of("column"),
	    bytes_of(
		page->is_internal ? words_text(WORDS_COUNT_INTERNAL, page->language) : "count"),
	};

	(void)writer_fields(writer, header, sizeof(header) / sizeof(header[0]), ',');
	grid_each(page, write_grid, writer);
}
