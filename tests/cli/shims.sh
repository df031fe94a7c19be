#!/usr/bin/env bash
#
# Goal: no call of the C library that the tools make can fail without a test that
# makes it fail: each is in the shims that do so, by the name that the linker sees.
#
#   BIN=build/bin tests/cli/shims.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
cd -- "$scratch" || exit 2
if ! command -v nm > /dev/null; then
	skip 'calls that fail' 'nm (binutils) is not found'
	finish
fi
if is_sanitized; then
	skip 'calls that fail' 'built with a sanitizer, which stands between'
	finish
fi

# What changes a file, or may: tests/support/inject.c. With all flags known, __open_2 makes none.
change='open|openat|creat|mkstemp|mkostemp|fsync|fdatasync|rename|renameat2?|link|linkat|unlink|unlinkat'
change+='|truncate|ftruncate|l?chown|fchown(at)?|chmod|fchmod(at)?|write|pwrite|p?writev|pwritev2'
# tests/support/faults.c. The C library takes the memory that others of its functions give
# (reallocarray, strdup) from these.
fail="$change|__open(at)?|malloc|calloc|realloc|aligned_alloc|posix_memalign"
fail+='|close|read|pread|p?readv|preadv2|flock|getrandom|getentropy'

nm -D --undefined-only "$loadable"/mc-* | awk '$1 == "U" { print $2 }' | sed 's/@.*//' | sort -u > imports

# covers SHIM FAMILIES: prints which of these that the tools import are not in the shim.
covers() {
	"${CC:-cc}" -std=c11 -D_GNU_SOURCE -shared -fPIC -o shim.so "$repository/tests/support/$1.c" -ldl
	nm -D --defined-only shim.so | awk '{ print $3 }' | sort -u > made
	grep -xE "($2)(64)?(_2|_chk)?" imports > wanted
	grep -qx 'open\(64\)\?' wanted && grep -qx write wanted || echo 'the imports were not read'
	comm -23 wanted made
}
covers inject "$change" > missing 2>&1
result 'each call that changes a file' missing
covers faults "$fail" > missing 2>&1
result 'each call that gives memory, opens, reads, writes, locks or closes' missing

finish
