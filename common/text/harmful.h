/*
 * Characters that must not reach a terminal or a paper as they are: they are
 * not text, or nobody sees them, and both can hide what stands there. One table
 * for messages, papers, the interview and what is looked for in texts.
 */

#ifndef HARMFUL_H
#define HARMFUL_H

#include <stdint.h>

enum harmful {
	HARMLESS,
	HARMFUL_CONTROL, /* C0 (tab and line ends among them), DEL and C1 */
	HARMFUL_BREAK,	 /* U+2028 and U+2029, which begin a line */
	HARMFUL_INKLESS	 /* without ink and no blank: fillers, zero width, marks of direction, tags
			  */
};

enum harmful harmful_sort(uint32_t point);

#endif
