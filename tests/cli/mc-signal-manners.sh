#!/usr/bin/env bash
#
# Goal: mc-signal as one of a family of filters: help, options and what does not
# go together, files that cannot be read, outputs that fail.
#
#   BIN=build/bin tests/cli/mc-signal-manners.sh

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/signal-helpers"

good='K-1,2025-10-03,03AB00,need,food,,,,\n'
input "$header\n$good"
see='(see mc-signal --help)'

# ------------------------------------------------------------- help, version

mc-signal --help > out 2> err
check '--help: status 0' test $? = 0
check '--help: on standard output alone' test -s out -a ! -s err
for option in allow by delimiter dates encoding forget ignore-unknown log rejects school strike help \
    version; do
	check "--help names --$option" grep -q -- "^  -[A-Za-z], --$option\b" out
done
mc-signal -h > other
check '-h is the same' same out other
mc-signal --version > out
check '--version' grep -qx 'mc-signal [0-9.]*' out
mc-signal --help > /dev/full 2> err
check '--help to a full disk: status 2' test $? = 2

# ------------------------------------------------------------------- options

misused() { # name, message, argument...
	run "$1" 2 none "mc-signal: $2 $see\n" "${@:3}"
}
for option in --nonsense -z --log -d; do
	mc-signal $option < in > out 2> err
	check "$option: status 2" test "$?$(wc -c < out)" = 20
	check "$option: told, and where to look" grep -q '^mc-signal: see mc-signal --help$' err
done
misused 'a school that is none' 'school "3AB00" is no BRIN with location (03AB00)' -s 3AB00
MC_SCHOOL=Haarlem misused 'MC_SCHOOL that is none' 'school "Haarlem" is no BRIN with location (03AB00)'
MC_SCHOOL='' run 'an empty MC_SCHOOL is none' 0 "$good" ''
misused 'a role that is none' 'unknown role "Piet" (see mc-record(5))' -b Piet
misused 'a separator that is none' 'delimiter "|" is none of , ; tab' -d '|'
misused 'a separator of two' 'delimiter ";;" is none of , ; tab' --delimiter ';;'
for twice in 'log=a' 'rejects=a' 'forget=K-1' 'strike=2' 'school=03AB00' 'new-to=a' 'dates=dmy' 'by=ib' 'allow=phone' \
    'case=K-1' 'kind=signal' 'encoding=UTF-8' 'delimiter=;'; do
	misused "--$twice twice, and the same" "--${twice%=*} is given twice, and one alone counts" "--$twice" "--$twice"
done
misused 'once by its letter' '--log is given twice, and one alone counts' -l a --log b
misused 'two cases to forget' '--forget is given twice, and one alone counts' -l a --forget K-1 --forget K-2
misused '--strike and --forget' '--ask, --strike, --forget and --words do not go together' -l x -S 2 -f K-1
misused '--words and --ask' '--ask, --strike, --forget and --words do not go together' --words --ask
misused '--strike and a file' '--ask, --strike and --forget read no files' -l x -S 2 in
misused '--forget and --rejects' '--rejects and --new-to go with sheets and records' -l x -f K-1 -r y
misused '--case without --ask' '--case and --kind go with --ask' -c K-1
check 'nothing of all this makes a file' test ! -e x -a ! -e y
run 'a file after --' 0 "$good" '' -- in
misused 'an option behind a file' "option '-i' stands behind a file: options come first (mc-signal -i ... in)" in -i
misused 'a long one with a value, which is not shown' \
    "option '--school' stands behind a file: options come first (mc-signal --school ... in)" in --school=03AB00
misused 'and one that nobody knows' \
    "option '--skool' stands behind a file: options come first (mc-signal --skool ... in)" in - --skool
run 'but not behind --' 2 "$good" 'mc-signal: -i: No such file or directory\n' -- in -i
cp in ./-i
run 'nor when a file is called so' 0 "$good$good" '' in -i
rm ./-i
run 'standard input as -' 0 "$good$good" '' - in

# --------------------------------------------------------------------- files

mkdir folder
run 'a folder among files' 2 "$good$good" 'mc-signal: folder: Is a directory\n' in folder in
run 'a missing file among files' 2 "$good$good" 'mc-signal: none: No such file or directory\n' in none in
run 'missing files alone' 2 '' \
    'mc-signal: none: No such file or directory\nmc-signal: -x: No such file or directory\n' none -x
printf '%s\nK-1,2025-10-03,03AB00,need,,,,,\n' "$header" > bad
run 'a refused line and a missing file: the worse status' 2 "$good" 'mc-signal: none: No such file or directory
mc-signal: bad:2: code: is missing for kind need (money, sport, buddy, bicycle, clothing, food, housing, upbringing, other); case K-1 lacks this line
mc-signal: 2 rows read, 1 accepted, 1 refused\n' none bad in

# ------------------------------------------------------------------- outputs

printf '%s\n' 'mc-signal: standard output: No space left on device' > want.err
mc-signal < in > /dev/full 2> err
check 'a full disk: status 2' test $? = 2
check 'a full disk: told once' same err want.err
printf '%s\n' 'mc-signal: standard output: Bad file descriptor' > want.err
mc-signal < in >&- 2> err
check 'standard output closed: status 2' test $? = 2
check 'standard output closed: told once' same err want.err
mc-signal <&- > out 2> err
check 'standard input closed: status 2' test $? = 2
check 'standard input closed: told' test "$(cat err)" = 'mc-signal: standard input: Bad file descriptor'
mc-signal < in > out 2>&-
check 'standard error closed' test $? = 0
{ echo "$header"; yes "${good%\\n}" | head -n 20000; } > many
(mc-signal < many 2> err; echo $? > status) | head -n 1 > out
check 'a reader that is gone: quietly' test ! -s err
check 'a reader that is gone: ended by it' test "$(cat status)" = 141
check 'what came through is whole' test "$(cat out)" = "$header"

# Whole records only, when there is no more room in the middle of one.
(
	ulimit -f 100
	mc-signal < many > part
) 2>&1 | cat > err
check 'no more room: told' test "$(cat err)" = 'mc-signal: standard output: File too large'
tail -n +2 part | sort -u > got
printf '%b' "$good" > want
check 'no more room: nothing is written in part' same got want

# Many files at once.
mkdir many.files
for i in {1..1500}; do
	printf '%s\n%b' "$header" "$good" > many.files/$i
done
(ulimit -S -n 64; mc-signal many.files/* > out 2> err)
check '1500 files, where 64 may be open' test "$?$(wc -l < out)" = 01501

finish
