/*
 * Characters as people and spreadsheets leave them in cells, made those of records.
 *
 * A column but the text is a word, a date or an id: in it blanks of any width
 * count as one, what nobody sees counts as nothing, and a wrapping that keeps a
 * spreadsheet from its arithmetic is taken off. A text stays as it was written,
 * on one line. In both a letter and its accent become one character (NFC).
 */

#ifndef CHARACTERS_H
#define CHARACTERS_H

#include "text/bytes.h"

/* Memory for the cells of one row that had to change. */
struct characters {
	char *memory;
	size_t used;
};

/* Ends the program when memory is out. */
void characters_open(struct characters *characters);
void characters_close(struct characters *characters);

/* To be called before the first cell of a row; the cells of the row before are forgotten. */
void characters_start_row(struct characters *characters);

/* Whether a text, valid UTF-8, is that of a record as it stands, by its characters one by one: some
 * rare ones make it false though nothing would change. */
bool characters_are_of_text(struct bytes text);

/* The same for a text that is known to be prose: text_is_prose(). */
bool characters_stand_alone(struct bytes text);

/* Makes *cell, valid UTF-8, that of a column but the text, or of the text; it may point into
 * memory of characters then. False when it holds a control character that neither may have. The
 * cells of a row together may be as long as a line. */
bool characters_of_column(struct characters *characters, struct bytes *cell);
bool characters_of_text(struct characters *characters, struct bytes *cell);

#endif
