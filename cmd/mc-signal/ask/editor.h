/*
 * The editor of lines, libedit, which the interview alone loads: a filter that starts a thousand
 * times a day does without it and the libraries that it needs.
 */

#ifndef ASK_EDITOR_H
#define ASK_EDITOR_H

#include <histedit.h>
#include <stdio.h>

/* What is used of it; see editline(3). */
struct editor {
	EditLine *(*init)(const char *program, FILE *input, FILE *output, FILE *errors);
	void (*end)(EditLine *line);
	int (*set)(EditLine *line, int what, ...);
	int (*get)(EditLine *line, int what, ...);
	void (*resize)(EditLine *line);
	void (*push)(EditLine *line, const char *text);
	const char *(*gets)(EditLine *line, int *count);
};

/* Loads it; ends the program with status 2 when it cannot be. To be called before the tool gives up
 * opening files. */
struct editor editor_load(void);

#endif
