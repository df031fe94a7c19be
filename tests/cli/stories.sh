#!/usr/bin/env bash
#
# Goal: mc-weigh and mc-refer make of every small case of tests/data/stories.md
# what is written there - rule, outcome, due, flags, and each row with its days
# and its manner - whatever the order of the lines.
#
#   BIN=build/bin tests/cli/stories.sh
#
# TAP on standard output: one test an order. A story that differs is shown.

# shellcheck disable=SC2154,SC2317 # the helpers' variables; a check called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
cd -- "$scratch" || exit 2

# As many stories as the table has rows, under its heading, and every one as it is told.
told() { # command that puts the lines in order, options of both tools
	local rows
	rows=$(grep -c '^|' "$data/stories.md")
	"$PYTHON" "$repository/tests/oracle/stories.py" "$data/stories.md" \
	    "$1 | mc-weigh --as-of 2026-11-15 $2 | mc-refer $2" > tap
	grep -A 3 '^not ok' tap
	[ "$(grep -c '^ok' tap)" -eq $((rows - 2)) ] && [ "$rows" -gt 20 ]
}

check 'as they are told' told cat ''
check 'the last line first' told tac ''
check 'sorted, each case by itself' told sort --grouped
yes | head -c 100000 > dice
check 'shuffled, all cases among each other' told 'shuf --random-source=dice' ''

finish
