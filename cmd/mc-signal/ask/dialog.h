/*
 * Questions to a person: asked until there is an answer, explained on "?", a
 * question back on "<", an end on "q".
 */

#ifndef ASK_DIALOG_H
#define ASK_DIALOG_H

#include "ask/terminal.h"
#include "ask/wording.h"

enum asked {
	ASKED_ANSWER,
	ASKED_BACK, /* to the question before */
	ASKED_END   /* no more questions; what was begun is not kept */
};

struct dialog {
	struct ask_terminal terminal;
	enum language language;
	unsigned allowed; /* kinds of identifying data that may pass */
	char *text;	  /* the latest answer */
	size_t room;
};

struct question {
	const char *prompt;
	enum ask_wording why;
	const char *preset; /* what Enter alone stands for; NULL for nothing */
};

/* Opens the terminal (ask_terminal_open()) in the person's language. */
void dialog_open(struct dialog *dialog, unsigned allowed);
void dialog_close(struct dialog *dialog);

/* Shows a wording with its {1} and {2} filled in. */
void dialog_say(struct dialog *dialog, enum ask_wording wording);
void dialog_say_with(
    struct dialog *dialog, enum ask_wording wording, const char *one, const char *two);

/* Shows "key   value", with the value under itself when it is long. */
void dialog_say_pair(struct dialog *dialog, enum ask_wording key, struct bytes value);

void dialog_skip_line(struct dialog *dialog);

static inline const char *
dialog_text(const struct dialog *dialog, enum ask_wording wording)
{
	return ask_wording_text(wording, dialog->language);
}

static inline const char *
dialog_label(const struct dialog *dialog, enum word word)
{
	return vocabulary_label(word, dialog->language);
}

/* Asks until the answer is UTF-8 without control characters and without identifying data; blanks
 * around it are taken off. The answer, which may be empty, stays until the next question. */
enum asked dialog_ask(struct dialog *dialog, const struct question *question, struct bytes *answer);

/* The same for longer text: lines that were pasted together are one text, with U+2028 between
 * them; a text that holds identifying data comes back on the line, to be mended. start, which may
 * be NULL, is what stands there already, to be changed. */
enum asked dialog_ask_text(struct dialog *dialog, const struct question *question,
    const char *start, struct bytes *answer);

/* Asks for yes or no. preset is ANSWER_YES, ANSWER_NO, or WORD_NONE to have it typed. */
enum asked dialog_ask_yes_no(struct dialog *dialog, enum ask_wording prompt, enum ask_wording why,
    enum word preset, bool *is_yes);

/* The same, where doubt is an answer as well: ANSWER_YES, ANSWER_NO or ANSWER_DOUBT. */
enum asked dialog_ask_or_doubt(struct dialog *dialog, enum ask_wording prompt, enum ask_wording why,
    enum word preset, enum word *answer);

#endif
