#include "paper/markup.h"

#include "text/shown.h"

/* A line is ended at the first blank after this many bytes; one without blanks is cut where it
 * must be, inside a comment, so that no blank is added to the text. */
enum { LINE_ENOUGH = 96 };

/* The top of a page holds no more; a line of the file does. */
enum { CSS_STRING_ENOUGH = 160 };

static void
end_line(struct markup *markup)
{
	writer_line(markup->writer, (struct bytes){markup->line, markup->used});
	markup->used = 0;
}

static void
add(struct markup *markup, struct bytes part)
{
	memcpy(markup->line + markup->used, part.at, part.length);
	markup->used += part.length;
}

/* Adds something that stays together. */
static void
put(struct markup *markup, struct bytes part)
{
	static const struct bytes cut = {"<!--", 4}, joined = {"-->", 3};

	if (part.length + cut.length > sizeof(markup->line) - markup->used) {
		add(markup, cut);
		end_line(markup);
		add(markup, joined);
	}
	add(markup, part);
}

void
markup_tags(struct markup *markup, const char *tags)
{
	put(markup, bytes_of(tags));
}

void
markup_line(struct markup *markup, const char *tags)
{
	markup_tags(markup, tags);
	end_line(markup);
}

static void
put_blank(struct markup *markup)
{
	if (markup->used >= LINE_ENOUGH)
		end_line(markup);
	else
		markup_tags(markup, " ");
}

static void
put_character(struct markup *markup, struct bytes character)
{
	switch (character.at[0]) {
	case '&':
		markup_tags(markup, "&amp;");
		break;
	case '<':
		markup_tags(markup, "&lt;");
		break;
	case '>':
		markup_tags(markup, "&gt;");
		break;
	case '"':
		markup_tags(markup, "&quot;");
		break;
	case '\'':
		markup_tags(markup, "&#39;");
		break;
	default:
		put(markup, character);
		break;
	}
}

void
markup_text(struct markup *markup, struct bytes text)
{
	while (text.length > 0) {
		struct shown shown = shown_next(&text);

		switch (shown.kind) {
		case SHOWN_PLAIN:
			put_character(markup, shown.text);
			break;
		case SHOWN_BLANK:
			put_blank(markup);
			break;
		case SHOWN_BREAK:
			markup_tags(markup, "<br/>");
			break;
		}
	}
}

void
markup_element(struct markup *markup, const char *open, struct bytes text, const char *close)
{
	markup_tags(markup, open);
	markup_text(markup, text);
	markup_line(markup, close);
}

void
markup_begin(struct markup *markup, enum language language)
{
	markup_line(markup, "<!DOCTYPE html>");
	markup_line(markup,
	    language == ENGLISH ? "<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">"
				: "<html lang=\"nl\" xmlns=\"http://www.w3.org/1999/xhtml\">");
	markup_line(markup, "<head>");
	markup_line(markup, "<meta charset=\"utf-8\"/>");
	markup_line(
	    markup, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
}

/* What could end the string or the element, or is no ASCII, is left out: what stands at the top of
 * a page is made of words and pseudonyms. */
void
markup_css_string(struct markup *markup, struct bytes text)
{
	markup_tags(markup, "\"");
	for (size_t i = 0; i < text.length && i < CSS_STRING_ENOUGH; i++)
		if (text.at[i] >= ' ' && text.at[i] <= '~' && strchr("\"\\<>&", text.at[i]) == NULL)
			put(markup, (struct bytes){text.at + i, 1});
	markup_tags(markup, "\"");
}
