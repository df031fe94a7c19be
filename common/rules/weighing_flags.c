/* The flags of an outcome, as text and back. */

#include "rules/weighing.h"

static const char *const flag_names[] = {"with-vt", "missing:consult", "missing:talk",
    "missing:suspicion", "missing:concern", "missing:unsafe", "missing:can-help", "missing:accepts",
    "missing:result", "missing:goal", "missing:term", "missing:casemanager", "missing:review",
    "missing:monitor", "refused"};

enum { FLAGS = sizeof(flag_names) / sizeof(flag_names[0]) };

const char *
weighing_write_flags(unsigned flags, char text[FLAGS_TEXT_SIZE])
{
	char *at = text;

	*at = '\0';
	for (unsigned i = 0; i < FLAGS; i++) {
		if ((flags & 1u << i) == 0)
			continue;
		if (at > text)
			*at++ = ' ';
		at = stpcpy(at, flag_names[i]);
	}
	return text;
}

static unsigned
flag_named(struct bytes name)
{
	for (unsigned i = 0; i < FLAGS; i++)
		if (bytes_equal(name, bytes_of(flag_names[i])))
			return 1u << i;
	return 0;
}

bool
weighing_read_flags(struct bytes text, unsigned *flags)
{
	*flags = 0;
	while (text.length > 0) {
		const char *blank = memchr(text.at, ' ', text.length);
		size_t length = blank == NULL ? text.length : (size_t)(blank - text.at);
		unsigned flag = flag_named((struct bytes){text.at, length});

		if (flag == 0)
			return false;
		*flags |= flag;
		if (length + 1 == text.length)
			return false; /* a blank and nothing behind it */
		length += blank != NULL;
		text.at += length;
		text.length -= length;
	}
	return true;
}
