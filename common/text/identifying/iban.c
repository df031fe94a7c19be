/* Bank account numbers: by the length of their country and their checksum. */

#include "text/identifying/parts.h"

/* Each country's code and how many letters and digits its IBANs have, by the IBAN registry. */
static const char lengths[] =
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 "
    "DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 "
    "IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 "
    "MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 "
    "SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";

/* The longest IBAN; digits after the check digits by which words that happen to pass are told
 * apart; what an IBAN leaves when 97 divides it. */
enum { IBAN_LENGTH = 34, DIGITS_LEAST = 8, CHECK_REMAINDER = 1 };

/* So many may stand between two characters. */
enum { SEPARATORS = 2 };

/* The form of a Dutch one: the country, two check digits, the bank, the account. */
static const char dutch_form[] = "NL00AAAA0000000000";

static unsigned
length_of_country(const char *code)
{
	for (const char *entry = lengths;; entry += 5) {
		if (entry[0] == code[0] && entry[1] == code[1])
			return (unsigned)(entry[2] - '0') * 10 + (unsigned)(entry[3] - '0');
		if (entry[4] == '\0')
			return 0;
	}
}

static char
capital(char as)
{
	return as >= 'a' && as <= 'z' ? (char)(as - ('a' - 'A')) : as;
}

static bool
is_separator(char as)
{
	return as == ' ' || as == '.' || as == '-' || as == '\n';
}

/* The character after at, over a blank, stop or dash between groups and the end of a line. */
static struct glyph
next_of_groups(struct bytes text, size_t at)
{
	struct glyph glyph = glyph_at(text, at);

	for (unsigned i = 0; i < SEPARATORS && is_separator(glyph.as); i++)
		glyph = glyph_at(text, glyph.end);
	return glyph;
}

/* Reads length letters and digits from at on; false when they are fewer or go on. */
static bool
read_iban(struct bytes text, size_t at, unsigned length, char iban[IBAN_LENGTH], size_t *end)
{
	*end = at;
	for (unsigned i = 0; i < length; i++) {
		struct glyph glyph = next_of_groups(text, *end);

		iban[i] = capital(glyph.as);
		*end = glyph.end;
		if (!text_is_letter_or_digit(glyph.as))
			return false;
	}
	return !glyph_is_letter_or_digit(glyph_at(text, *end).as);
}

/* What is left of the number that the checksum is about: the first four stand last, and A to Z
 * are 10 to 35. */
static unsigned
remainder_of(const char *iban, unsigned length)
{
	unsigned remainder = 0;

	for (unsigned i = 0; i < length; i++) {
		char c = iban[(i + 4) % length];

		remainder = text_is_digit(c) ? remainder * 10 + (unsigned)(c - '0')
					     : remainder * 100 + (unsigned)(c - 'A') + 10;
		remainder %= 97;
	}
	return remainder;
}

static unsigned
count_digits(const char *iban, unsigned length)
{
	unsigned count = 0;

	for (unsigned i = 4; i < length; i++)
		count += text_is_digit(iban[i]);
	return count;
}

static bool
is_dutch(const char *iban, unsigned length)
{
	if (length != sizeof(dutch_form) - 1 || memcmp(iban, dutch_form, 2) != 0)
		return false;
	for (unsigned i = 2; i < length; i++)
		if (text_is_digit(iban[i]) != text_is_digit(dutch_form[i]))
			return false;
	return true;
}

/* Where the country's two letters begin that stand before the digit at at, as capitals in code;
 * at itself when there are none. */
static size_t
country_before(struct bytes text, size_t at, char code[2])
{
	struct glyph last = glyph_before(text, at);

	if (is_separator(last.as))
		last = glyph_before(text, last.begin);
	struct glyph first = glyph_before(text, last.begin);
	code[0] = capital(first.as);
	code[1] = capital(last.as);
	if (!text_is_capital(code[0]) || !text_is_capital(code[1])
	    || glyph_is_letter_or_digit(glyph_before(text, first.begin).as))
		return at;
	return first.begin;
}

bool
identifying_iban(struct bytes text, size_t at, struct sighting *seen)
{
	char code[2], iban[IBAN_LENGTH];
	size_t begin = country_before(text, at, code), end;
	unsigned length = begin == at ? 0 : length_of_country(code);

	if (length == 0 || !read_iban(text, begin, length, iban, &end) || !text_is_digit(iban[2])
	    || !text_is_digit(iban[3]))
		return false;
	bool is_valid = remainder_of(iban, length) == CHECK_REMAINDER
	    && count_digits(iban, length) >= DIGITS_LEAST;
	/* The account in a Dutch one that fails is still no phone number. */
	if (!is_valid && !is_dutch(iban, length))
		return false;
	*seen = (struct sighting){is_valid ? IDENTIFYING_IBAN : IDENTIFYING_NONE, begin, end};
	return true;
}
