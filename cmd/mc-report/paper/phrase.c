#include "paper/phrase.h"

#include <stdlib.h>

#include "tool/memory.h"

static void
add_bytes(struct phrase *phrase, struct bytes text)
{
	if (text.length > phrase->room - phrase->length) {
		phrase->room = 2 * (phrase->length + text.length) + 256;
		phrase->at = memory_resize(phrase->at, phrase->room, 1);
	}
	if (text.length > 0)
		memcpy(phrase->at + phrase->length, text.at, text.length);
	phrase->length += text.length;
}

void
phrase_add(struct phrase *phrase, const char *text)
{
	add_bytes(phrase, bytes_of(text));
}

void
phrase_say(struct phrase *phrase, enum wording wording, const char *one, const char *two)
{
	const char *pattern = wording_text(wording, phrase->language);
	struct bytes piece;

	while (language_next_piece(&pattern, one, two, &piece))
		add_bytes(phrase, piece);
}

void
phrase_capitalise(struct phrase *phrase)
{
	if (phrase->length > 0 && phrase->at[0] >= 'a' && phrase->at[0] <= 'z')
		phrase->at[0] = (char)(phrase->at[0] - 'a' + 'A');
}

struct bytes
phrase_bytes(const struct phrase *phrase)
{
	return (struct bytes){phrase->length == 0 ? "" : phrase->at, phrase->length};
}

const char *
phrase_string(struct phrase *phrase)
{
	add_bytes(phrase, (struct bytes){"", 1});
	phrase->length--;
	return phrase->at;
}

void
phrase_clear(struct phrase *phrase)
{
	phrase->length = 0;
}

void
phrase_close(struct phrase *phrase)
{
	free(phrase->at);
	phrase->at = NULL;
	phrase->length = phrase->room = 0;
}
