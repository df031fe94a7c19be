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

/* Starts what makes and uses keys, and locks the key in memory: it is not written to the swap
 * space; where the system does not allow that, it is said. Ends the program with status 2 when the
 * system gives no random numbers, now or later. */
void key_start(struct key *key);

/* Makes a new key in a new file, on disk before it returns. After key_start(). Ends the program
 * with status 2 when the file exists or cannot be written. */
void key_make(struct key *key, const char *file);

/* Starts as key_start() does, opens the file of a key and reads nothing of it; ends the program
 * with status 2 when it cannot be opened. */
int key_open(struct key *key, const char *file);

/* Reads the key from its open file, which it closes; ends the program with status 2 when that is
 * not a key, or others than its owner may use it. */
void key_read(struct key *key, const char *file, int descriptor);

/* Wipes the key from memory, and lets go of that. */
void key_forget(struct key *key);

#endif
