#!/usr/bin/env bash
#
# Goal: whatever fails under a tool, memory, a file or the system, it ends as it
# would have or says what failed, never in between; and no file that it changes
# is left half.
#
#   BIN=build/bin tests/cli/faults.sh
#
# Each call of each mode is made to fail in turn (tests/support/faults.py); with FAULTS=all also
# those of which some are left out here, since they are very many.

# Each run writes a folder: in memory that is soon done.
if [ -w /dev/shm ]; then
	export TMPDIR=/dev/shm
fi
# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"

# A sanitizer has memory of its own, and ends the tool when there is none.
if is_sanitized; then
	skip 'every fault' 'built with a sanitizer'
	finish
fi
need_terminal
if ! "${CC:-cc}" -std=c11 -D_GNU_SOURCE -shared -fPIC -o "$scratch/faults.so" \
    "$repository/tests/support/faults.c" -ldl 2> "$scratch/why"; then
	result 'faults.c compiles' "$scratch/why"
	finish
fi
mkdir "$scratch/runs"
"$PYTHON" -S "$repository/tests/support/faults.py" "$loadable" "$scratch/faults.so" "$scratch/runs"
