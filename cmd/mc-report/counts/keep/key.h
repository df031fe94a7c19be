/*
 * The key of the counts: 32 random bytes in a file of mode 0600.
 *
 * Every choice of the rounding follows from it, and every month of the ledger
 * is sealed with it. Who has it and guesses at the true counts can try them
 * out, so it is kept like the case log.
 */

#ifndef KEY_H
#define KEY_H

enum { KEY_BYTES = 32, KEY_FINGERPRINT_SIZE = 17 };

struct key {
	unsigned char bytes[KEY_BYTES];
	char fingerprint[KEY_FINGERPRINT_SIZE]; /* tells keys apart, says nothing about them */
};

/* Starts what makes keys; ends the program with status 2 when it cannot be used. key_open() does it
 * too. */
void key_start(void);

/* Makes a new key in a new file, on disk before it returns. Ends the program with status 2 when
 * the file exists or cannot be written. */
void key_make(const char *file);

/* Opens the file of a key and reads nothing of it; ends the program with status 2 when it cannot be
 * opened. */
int key_open(const char *file);

/* Reads the key from its open file, which it closes; ends the program with status 2 when that is
 * not a key, or others than its owner may use it. */
void key_read(struct key *key, const char *file, int descriptor);

/* Wipes the key from memory. */
void key_forget(struct key *key);

#endif
