#include "counts/begin.h"

#include "counts/keep/ledger.h"
#include "tool/sandbox/confine.h"

enum { DEFAULT_BASE = 5 };

/* From here on nothing is done but making a file. */
static void
confine_to(const char *file)
{
	struct confinement confinement;

	confinement_open(&confinement, 0);
	confinement_give(&confinement, CONFINE_STORE, file);
	confinement_enforce(&confinement);
}

void
begin_key(const struct counts_order *order)
{
	struct key key;

	key_start(&key);
	confine_to(order->new_key);
	key_make(&key, order->new_key);
	key_forget(&key);
}

void
begin_ledger(const struct counts_order *order)
{
	struct key key;
	int descriptor = key_open(&key, order->key);

	confine_to(order->new_ledger);
	key_read(&key, order->key, descriptor);
	ledger_make(
	    order->new_ledger, &key, order->from, order->base != 0 ? order->base : DEFAULT_BASE);
	key_forget(&key);
}
