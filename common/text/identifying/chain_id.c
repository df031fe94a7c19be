/* ECK iD: the address by which a pupil is known to publishers, https://ketenid.nl/... */

#include "text/identifying/parts.h"

static const char host[] = "ketenid.nl";

bool
identifying_chain_id(struct bytes text, size_t at, struct sighting *seen)
{
	struct glyph glyph = glyph_at(text, at);
	size_t begin = at, end = glyph.end;

	for (size_t i = sizeof(host) - 1; i > 0; i--) {
		struct glyph before = glyph_before(text, begin);

		if (glyph_small(before.as) != host[i - 1])
			return false;
		begin = before.begin;
	}
	for (glyph = glyph_at(text, end); glyph_is_letter_or_digit(glyph.as) || glyph.as == '/';
	     glyph = glyph_at(text, glyph.end))
		end = glyph.end;
	*seen = (struct sighting){IDENTIFYING_CHAIN_ID, begin, end};
	return true;
}
