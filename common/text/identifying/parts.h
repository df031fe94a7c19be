/* The parts of identifying.c: one matcher for each sort of writing. */

#ifndef IDENTIFYING_PARTS_H
#define IDENTIFYING_PARTS_H

#include "text/glyph.h"
#include "text/identifying/identifying.h"

/* What a matcher saw. Of IDENTIFYING_NONE there is nothing to find before end: a public number,
 * say. */
struct sighting {
	enum identifying kind;
	size_t begin, end;
};

/* No identifying number has more; an international phone number has at most 15 after its 00. */
enum { NUMBER_DIGITS = 17 };

/* Of a year that is written in full. */
enum { YEAR_DIGITS = 4 };

/* Digits of a number that stand together, and what is between them and those before. */
struct digit_group {
	size_t begin, end;
	unsigned char count;
	char separator; /* its mark, or ' ' */
	bool is_spaced; /* a blank stands there too */
};

/* Groups of digits one after the other, as far as they can be one number. */
struct number {
	unsigned char count, groups;
	char digit[NUMBER_DIGITS]; /* '0' to '9' */
	struct digit_group group[NUMBER_DIGITS];
};

/* Reads the number of which the first digit is at at. No groups when the first is too long. */
void identifying_read_number(struct bytes text, size_t at, struct number *number);

/* How many of its first groups have exactly count digits together; 0 when none do. */
unsigned identifying_groups(const struct number *number, unsigned count);

/* Whether a digit and then one of the marks stand directly before at: its digits go on there. */
bool identifying_goes_on(struct bytes text, size_t at, const char *marks);

/* Whether among the first groups a day of a year stands, in groups of its own. */
bool identifying_has_date(const struct number *number, unsigned groups);

/* Whether three groups from one on, with one mark between them, are a day of a year. */
bool identifying_is_day(const struct number *number, unsigned from);

/* Whether the groups count, each as much more than the one before: pages 06 07 08 09 10. */
bool identifying_is_in_steps(const struct number *number, unsigned groups);

/* Whether another single digit stands behind the groups, with the separator that their last has:
 * then they are some of a longer row, as of marks. */
bool identifying_goes_on_by_digit(const struct number *number, unsigned groups);

/* The same, or a single digit stands before them with the separator of their second. */
bool identifying_is_part_of_row(struct bytes text, const struct number *number, unsigned groups);

/* What the group of at most four digits counts to; of more, the first four. */
unsigned identifying_value(const struct number *number, unsigned group);

/* Whether two digits begin a year: 19 or 20. */
bool identifying_is_century(const char *digits);

/* Whether eight digits are a date, year first or last. */
bool identifying_is_date(const char *digits);

/* What nine digits are by the eleven test. */
enum identifying identifying_eleven_test(const char digits[]);

/* Matchers for a number, from its first digit on. False when it is nothing to them. */
bool identifying_citizen_number(
    struct bytes text, const struct number *number, struct sighting *seen);
bool identifying_phone(struct bytes text, const struct number *number, struct sighting *seen);
bool identifying_postcode(struct bytes text, const struct number *number, struct sighting *seen);
bool identifying_street(struct bytes text, const struct number *number, struct sighting *seen);
bool identifying_birth(struct bytes text, const struct number *number, struct sighting *seen);

/* A mobile number without its 0. Such digits may be a citizen service number as well: that comes
 * first. */
bool identifying_mobile(struct bytes text, const struct number *number, struct sighting *seen);

/* A number that a spreadsheet has written with an exponent. */
bool identifying_exponent(struct bytes text, const struct number *number, struct sighting *seen);

/* The address of a pupil's ECK iD, of which a slash is at at. */
bool identifying_chain_id(struct bytes text, size_t at, struct sighting *seen);

/* For an IBAN of which the first digit is at at. */
bool identifying_iban(struct bytes text, size_t at, struct sighting *seen);

/* For an e-mail address of which the @, or the bracket of an (at), is at at. */
bool identifying_email(struct bytes text, size_t at, struct sighting *seen);

#endif
