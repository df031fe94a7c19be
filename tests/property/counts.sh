#!/usr/bin/env bash
#
# Goal: an attacker who has read all published counts learns no number exactly
# or nearly, one who knows the program no more than the page says, and every
# publication that was broken on purpose is found.
#
#   BIN=build/bin BUILD=build tests/property/counts.sh
#
# A short part of "make audit". TAP on standard output; exits 1 when a test
# fails, 2 when it cannot run.

# shellcheck disable=SC2034,SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
broken=${BUILD:?BUILD is the folder of what was built}/broken

if ! "$PYTHON" -c 'import ctypes; ctypes.CDLL("libglpk.so.40")' 2> /dev/null; then
	skip 'the attack' 'no GLPK (apt-get install glpk-utils)'
	finish
fi
[ -x "$broken/no-need/mc-report" ] || exit 2
"$PYTHON" "$repository/tests/counts/audit.py" "$bin" "$broken" --short > "$scratch/tap" || failed=1
tests=$(grep -c '^\(not \)\?ok' "$scratch/tap")
grep -v '^1\.\.' "$scratch/tap"
# All of them, and the figures that are reported of each year.
[ "$tests" -ge 25 ] || exit 2
tests=$((tests + 1))
if [ "$(grep -c '^# [0-9]* schools\{0,1\}.*: [0-9]* numbers, mean error .* narrowest cell ' "$scratch/tap")" -eq 2 ]; then
	echo "ok $tests - the figures of each year are told"
else
	failed=1
	echo "not ok $tests - the figures of each year are told"
fi
finish
