#!/usr/bin/env bash
#
# Goal: --new-to writes what a log that is kept elsewhere does not hold yet, as
# --log would append it.
#
#   BIN=build/bin tests/cli/mc-signal-new-to.sh
#
# TAP on standard output; exits 1 when a test failed.

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
export LC_ALL=C
cd -- "$scratch" || exit 2
stand_still 2026-11-28

header=case,date,school,kind,code,value,due,by,text
first=K-1,2026-10-01,03AB00,signal,hunger,seen,,,x
answer=K-1,2026-10-05,03AB00,answer,suspicion,no,,,x
later=K-1,2026-10-03,03AB00,signal,tired,seen,,,x
other=k-1,2026-10-06,03AB00,signal,tired,seen,,,x

# said NAME STATUS OUTPUT MESSAGES ARGUMENT...: lines between blanks; standard input is the file in.
said() {
	local name=$1 wanted=$2
	printf '%b' "$3" > want.out
	printf '%b' "$4" > want.err
	shift 4
	keep mc-signal "$@" < in
	{
		[ "$status" = "$wanted" ] || echo "status $status, should be $wanted"
		diff -u --label wanted --label got want.out out
		diff -u --label wanted --label got want.err err
	} > why
	result "$name" why
}

printf '%s\n' "$header" "$first" "$answer" > log.csv
printf '%s\n' "$header" "$first" "$later" "$other" > in
cp log.csv before.csv
late="mc-signal: case K-1: a signal of 2026-10-03 came in after the newest answer (2026-10-05): it is recorded \
as known on 2026-11-28; another day belongs in known (in a record: due)\\n"
twin='mc-signal: "K-1" and "k-1" of school 03AB00: one child? They differ in capitals, marks or leading zeros alone\n'
stamped=K-1,2026-10-03,03AB00,signal,tired,seen,2026-11-28,,x
said 'what is new, without a header, and what --log would say' 0 "$stamped\\n$other\\n" "$twin$late" --new-to log.csv
check 'the log is as it was' same log.csv before.csv
cp log.csv both.csv
mc-signal --log both.csv < in 2> err
{ cat log.csv; mc-signal --new-to log.csv < in 2>> err; } > put.csv
check 'with the log it is what --log makes' same put.csv both.csv
keep mc-signal --new-to <(cat put.csv) in
check 'nothing twice; the log may be a pipe' test "$status$(wc -c < out)" = 00

printf '%s\n' 'K-1,2026-10-01,03AB00,signal,hunger,,,,x' >> in
keep mc-signal --new-to log.csv in
check 'a refused row is told, the others are written' test "$status$(wc -l < out)" = 12

printf '%s\n' "$header" "$other" > in
: > empty
said 'a log that did not come' 2 '' "mc-signal: empty is no case log: its first line is not $header\\n" --new-to empty
printf '%s\n%s' "$header" "$first" > torn
said 'a log that was cut off' 2 '' 'mc-signal: torn:2: the last line is torn, so it is not known what is new\n' \
    --new-to torn
printf '%s\r\n' "$header" "$first" > windows
said 'a log of Windows' 2 '' "mc-signal: windows:1: the line ends in CR LF, as Windows ends lines, and those of a log \
end in LF: take the CR out of the log first, with: sed 's/\\\\r*\$//'\\n" --new-to windows
echo 'zaak;datum' > sheet
said 'a sheet is no log' 2 '' "mc-signal: sheet is no case log: its first line is not $header\\n" --new-to sheet
said 'no such log' 2 '' 'mc-signal: none: No such file or directory\n' --new-to none
said 'a folder' 2 '' 'mc-signal: .: Is a directory\n' --new-to .
said 'not with --log' 2 '' 'mc-signal: --new-to and --log do not go together (see mc-signal --help)\n' \
    --new-to log.csv --log log.csv
said 'not with --ask' 2 '' 'mc-signal: --rejects and --new-to go with sheets and records (see mc-signal --help)\n' \
    --new-to log.csv --ask
finish
