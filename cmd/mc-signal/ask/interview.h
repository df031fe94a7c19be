/* The interview as a whole: what stays the same from one record to the next. */

#ifndef ASK_INTERVIEW_H
#define ASK_INTERVIEW_H

#include "ask/dialog.h"
#include "ask/keep.h"

struct ask {
	const struct settings *settings;
	struct dialog dialog;
	struct keep keep;
	/* What Enter alone stands for: what was given last, or on the command line. */
	char school[SCHOOL_TEXT_SIZE];
	char id[CASE_MAX_LENGTH + 1];
	enum word by, observer; /* who recorded; of a signal who saw or heard it */
	bool school_is_known;	/* by the log: it is not asked */
};

#endif
