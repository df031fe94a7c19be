#!/usr/bin/env bash
#
# Goal: the example of the demo comes to what the pages say of it, and the demo runs.
#
#   BIN=build/bin tests/cli/demo.sh
#
# tests/data/observaties.expected says of each case of observaties.csv, as of
# 30 October 2026, "case rule outcome @due flags" and then each referral, "case
# rule partner/action counts-from>due manner".  Each line was held against
# mc-meldcode(7) and mc-refer(1) by hand.  TAP on standard output; exits 1 when
# something differs.

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"

derived() {
	awk -F, '
	{ due = $7 == "" ? "-" : $7; split($9, word, " ") }
	$4 == "weigh" { print $1, $6, $5, "@" due ($9 == "" ? "" : " " $9) }
	$4 == "refer" { print $1, word[1], $5 "/" $6, $2 ">" due, word[2] }' | sort
}

cd -- "$scratch" || exit 2
keep mc-signal --school 03AB00 "$data/observaties.csv"
cp out zaken.csv
result 'the sheet is taken in whole, without a word' err
mc-weigh -a 2026-10-30 zaken.csv | mc-refer | derived > got
sort "$data/observaties.expected" > want
check 'every case comes to what the pages say' same got want
LC_ALL=C sort -r zaken.csv | mc-weigh -g -a 2026-10-30 | mc-refer -g | derived > got
check 'in another order too' same got want

keep "$repository/tests/demo" "$bin"
check 'the demo ends well' [ "$status" -eq 0 ]
result 'and says nothing on standard error' err
check 'it shows a part of each step' test "$(grep -c '^\$ mc-' out)" -eq 5

finish
