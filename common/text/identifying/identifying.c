#include "text/identifying/identifying.h"

#include "text/identifying/parts.h"
#include "text/identifying/search.h"
#include "text/marked.h"

/* Each kind: what messages call it, and its name where it may be allowed. */
static const struct kind {
	const char *name, *allowed;
} kinds[IDENTIFYING_KINDS] = {
    [IDENTIFYING_NONE] = {"", NULL},
    [IDENTIFYING_BSN] = {N_("a citizen service number (BSN)"), NULL},
    [IDENTIFYING_PUPIL_NUMBER] = {N_("a pupil number (onderwijsnummer)"), NULL},
    [IDENTIFYING_EMAIL] = {N_("an e-mail address"), "email"},
    [IDENTIFYING_PHONE] = {N_("a phone number"), "phone"},
    [IDENTIFYING_POSTCODE] = {N_("a postcode with a house number"), "postcode"},
    [IDENTIFYING_IBAN] = {N_("a bank account number (IBAN)"), "iban"},
    [IDENTIFYING_STREET] = {N_("a street with a house number"), "street"},
    [IDENTIFYING_BIRTH] = {N_("a date of birth"), "birth"},
    [IDENTIFYING_CHAIN_ID] = {N_("a pupil's ECK iD"), NULL},
};

/* Where the digits at at end. */
static size_t
end_of_digits(struct bytes text, size_t at)
{
	size_t end = at;

	for (struct glyph glyph = glyph_at(text, at); text_is_digit(glyph.as);
	     glyph = glyph_at(text, glyph.end))
		end = glyph.end;
	return end;
}

/* A phone number comes before a BSN: the digits of +31 23 512 34 56 may pass the eleven test. */
static struct sighting
look_at_number(struct bytes text, size_t at)
{
	struct sighting seen;
	struct number number;

	if (identifying_iban(text, at, &seen))
		return seen;
	identifying_read_number(text, at, &number);
	if (number.groups == 0)
		return (struct sighting){IDENTIFYING_NONE, at, end_of_digits(text, at)};
	if (identifying_exponent(text, &number, &seen) || identifying_phone(text, &number, &seen)
	    || identifying_citizen_number(text, &number, &seen)
	    || identifying_birth(text, &number, &seen) || identifying_mobile(text, &number, &seen)
	    || identifying_postcode(text, &number, &seen)
	    || identifying_street(text, &number, &seen))
		return seen;
	return (struct sighting){IDENTIFYING_NONE, at, number.group[0].end};
}

/* What begins at at, or how far there is nothing. */
static struct sighting
look(struct bytes text, size_t at)
{
	struct glyph glyph = glyph_at(text, at);
	struct sighting seen;

	if (text_is_digit(glyph.as))
		return look_at_number(text, glyph.begin);
	if (glyph.as == '/' && identifying_chain_id(text, glyph.begin, &seen))
		return seen;
	if (glyph.as != GLYPH_END && strchr("@([{<", glyph.as) != NULL
	    && identifying_email(text, glyph.begin, &seen))
		return seen;
	return (struct sighting){IDENTIFYING_NONE, at, at + 1};
}

enum identifying
identifying_find(struct bytes text, unsigned allowed, struct bytes *where)
{
	for (size_t at = 0; (at = identifying_search(text, at)) < text.length;) {
		struct sighting seen = look(text, at);

		if (seen.kind != IDENTIFYING_NONE
		    && (kinds[seen.kind].allowed == NULL
			|| (allowed & identifying_bit(seen.kind)) == 0)) {
			*where = (struct bytes){text.at + seen.begin, seen.end - seen.begin};
			return seen.kind;
		}
		at = seen.end;
	}
	return IDENTIFYING_NONE;
}

const char *
identifying_name(enum identifying kind)
{
	return kinds[kind].name;
}

static unsigned
read_name(struct bytes name)
{
	for (unsigned kind = 0; kind < IDENTIFYING_KINDS; kind++)
		if (kinds[kind].allowed != NULL && bytes_equal(bytes_of(kinds[kind].allowed), name))
			return identifying_bit(kind);
	return 0;
}

bool
identifying_read_allowed(const char *list, unsigned *allowed)
{
	unsigned set = 0;

	for (;; list++) {
		size_t length = strcspn(list, ",");
		unsigned bit = read_name((struct bytes){list, length});

		if (bit == 0)
			return false;
		set |= bit;
		list += length;
		if (*list == '\0')
			break;
	}
	*allowed = set;
	return true;
}
