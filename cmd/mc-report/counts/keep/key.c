#include "counts/keep/key.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool/diagnostics.h"
#include "counts/keep/private_file.h"

enum { FINGERPRINT_BYTES = (KEY_FINGERPRINT_SIZE - 1) / 2 };

static _Noreturn void
stop_without_random(void)
{
	diagnostics_stop(_("the system gives no random numbers"));
}

void
key_start(struct key *key)
{
	/* Which else ends the program with a signal. */
	sodium_set_misuse_handler(stop_without_random);
	if (sodium_init() == -1)
		stop_without_random();
	*key = (struct key){.fingerprint = ""};
	if (sodium_mlock(key, sizeof(*key)) == -1)
		diagnostics_note(
		    _("the key cannot be kept out of the swap space: %s"), language_error(errno));
}

void
key_make(struct key *key, const char *file)
{
	randombytes_buf(key->bytes, KEY_BYTES);
	private_file_make(file, (struct bytes){(const char *)key->bytes, KEY_BYTES});
}

static void
read_all(int descriptor, unsigned char *at, size_t length, const char *file)
{
	char shown[SHOWN_SIZE];

	while (length > 0) {
		ssize_t count = read(descriptor, at, length);

		if (count == 0 || (count == -1 && errno != EINTR))
			diagnostics_stop("%s: %s", diagnostics_show_file(file, shown),
			    count == 0 ? _("ends too soon") : language_error(errno));
		if (count > 0) {
			at += count;
			length -= (size_t)count;
		}
	}
}

int
key_open(struct key *key, const char *file)
{
	char shown[SHOWN_SIZE];
	int descriptor;

	key_start(key);
	descriptor = open(file, O_RDONLY | O_CLOEXEC);
	if (descriptor == -1)
		diagnostics_stop(
		    _("%s: %s: put the key back, as it is kept with the case logs; without it "
		      "nothing can be published until August, when a new key and a new "
		      "ledger may begin"),
		    diagnostics_show_file(file, shown), language_error(errno));
	return descriptor;
}

void
key_read(struct key *key, const char *file, int descriptor)
{
	unsigned char fingerprint[crypto_generichash_BYTES_MIN];
	char shown[SHOWN_SIZE];

	if (private_file_check(descriptor, file) != KEY_BYTES)
		diagnostics_stop(_("%s: is no key (%d bytes, as --new-key makes it)"),
		    diagnostics_show_file(file, shown), KEY_BYTES);
	read_all(descriptor, key->bytes, KEY_BYTES, file);
	close(descriptor);
	crypto_generichash(fingerprint, sizeof(fingerprint), key->bytes, KEY_BYTES, NULL, 0);
	sodium_bin2hex(key->fingerprint, sizeof(key->fingerprint), fingerprint, FINGERPRINT_BYTES);
}

void
key_forget(struct key *key)
{
	/* Wipes it too. */
	(void)sodium_munlock(key, sizeof(*key));
}
