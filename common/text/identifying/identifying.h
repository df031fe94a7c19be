/*
 * Data that tell who a child or parent is: found, to be refused.
 *
 * Records are about cases with pseudonyms, so numbers of state, addresses, days of birth, phone and
 * bank account numbers do not belong in them, whole or as a spreadsheet has left them. What is
 * found is a written form with a check (the eleven test, a checksum) or one that hardly anything
 * else has. Look-alikes of characters (a no-break space, full-width digits, other dashes,
 * characters that nobody sees) count as what they look like.
 */

#ifndef IDENTIFYING_H
#define IDENTIFYING_H

#include "text/bytes.h"

enum identifying {
	IDENTIFYING_NONE,
	IDENTIFYING_BSN,	  /* citizen service number */
	IDENTIFYING_PUPIL_NUMBER, /* onderwijsnummer: for a pupil without a BSN */
	IDENTIFYING_EMAIL,
	IDENTIFYING_PHONE,
	IDENTIFYING_POSTCODE, /* with a house number; without one it is not identifying */
	IDENTIFYING_IBAN,
	IDENTIFYING_STREET,   /* with a house number */
	IDENTIFYING_BIRTH,    /* the day on which somebody was born */
	IDENTIFYING_CHAIN_ID, /* ECK iD: what pupils are known by to publishers */
	IDENTIFYING_KINDS
};

/* A kind as a member of a set of kinds. */
static inline unsigned
identifying_bit(enum identifying kind)
{
	return 1u << kind;
}

/* The first identifying thing in text, a number before what it is part of, that is not of a kind
 * in the set allowed; BSN, pupil number and ECK iD are found even when in the set. *where,
 * untouched for IDENTIFYING_NONE, is its part of text. In time linear to the text's length. */
enum identifying identifying_find(struct bytes text, unsigned allowed, struct bytes *where);

/* What kind of thing it is, with its article, to be passed through _(); "" for none. */
const char *identifying_name(enum identifying kind);

/* Reads names of kinds that may be allowed (email, phone, postcode, iban, street, birth) with
 * commas between them. False, and *allowed untouched, when a name is none of these or missing. */
bool identifying_read_allowed(const char *list, unsigned *allowed);

#endif
