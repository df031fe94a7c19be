#!/usr/bin/env bash
#
# Goal: --strike and --forget take out of the log what they are told to, whole
# or not at all, and what is struck can be mended and fed again.
#
#   BIN=build/bin tests/cli/mc-signal-log-edit.sh

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/signal-helpers"

mkdir log
lines=("$(record K-1)" "$(record K-2)" '"K-1",2025-10-04,03AB00,signal,fear,seen,,,"a, ""b"""' \
    "$(record K-3)" "$(record K-1 04AB00)")
fresh() {
	printf '%s\n' "$header" "${lines[@]}" > log/a.csv
	chmod 700 log/a.csv
}
# holds NAME INDEX...: the log is the header and these of the lines.
holds() {
	local name=$1 i
	{
		echo "$header"
		for i in "${@:2}"; do printf '%s\n' "${lines[i]}"; done
	} > want.log
	check "$name" same log/a.csv want.log
	check "$name: nothing else" test "$(ls -A1 log)$(stat -c %a log/a.csv)" = a.csv700
}
all=(0 1 2 3 4)

# ------------------------------------------------------------------- strike

fresh
run '--strike a line' 0 "${lines[1]}\n" '' --log log/a.csv --strike 3
holds 'it is out' 0 2 3 4
fresh
run '--strike several, in any order' 0 "${lines[0]}\n${lines[2]}\n${lines[4]}\n" '' \
    -l log/a.csv -S 6,2,4,2
holds 'they are out' 1 3
fresh
run '--strike all' 0 "$(printf '%s\\n' "${lines[@]}")" '' -l log/a.csv -S 2,3,4,5,6
holds 'the header stays'
run 'of a log without records' 2 none 'mc-signal: log/a.csv has no record on line 2 (2 to 1)\n' \
    -l log/a.csv -S 2
for line in 1 7 4000000000; do
	fresh
	run "--strike line $line, which is no record" 2 none \
	    "mc-signal: log/a.csv has no record on line $line (2 to 6)\n" -l log/a.csv -S 2,$line
	holds 'nothing is out' "${all[@]}"
done
for list in '' 0 x '2,' ,2 2,,3 -2 +2 ' 2' 2x 2-4 02 99999999999999999999; do
	mc-signal -l log/a.csv --strike="$list" > out 2> err
	check "--strike \"$list\": status 2" test "$?$(wc -c < out)" = 20
	check "--strike \"$list\": told" \
	    grep -q '^mc-signal: lines .* are no numbers with commas between (see' err
done

# What is struck would go into the file that it is taken out of, and be lost.
fresh
mc-signal -l log/a.csv -S 3 2> err >> log/a.csv
status=$?
echo 'mc-signal: log/a.csv is the file that the output goes to: write to another' > want.err
check '--strike into the log itself: status 2' test "$status" = 2
check 'and told' same err want.err
holds 'nothing is out' "${all[@]}"

fresh
mc-signal -l log/a.csv -S 3 > struck
sed -i 's/K-2/K-4/' struck
mc-signal -l log/a.csv struck
check 'what is struck can be mended and fed again' test "$(tail -n 1 log/a.csv)" = "$(record K-4)"
fresh
{ printf '%s\nK-1,nonsense\n' "$header"; printf '%s\n' "${lines[0]}"; } > log/a.csv
run 'a line that is no record can be struck' 0 'K-1,nonsense\n' '' -l log/a.csv -S 2
holds 'and the others stay' 0

fresh
mc-signal -l log/a.csv -S 3 > /dev/full 2> err
check 'to a full disk: status 2' test $? = 2
printf '%s\n' 'mc-signal: standard output: No space left on device' > want.err
check 'told once' same err want.err
holds 'to a full disk: nothing is out' "${all[@]}"
mc-signal -l log/a.csv -S 3 >&- 2> err
check 'to nowhere: status 2' test $? = 2
holds 'to nowhere: nothing is out' "${all[@]}"
(mc-signal -l log/a.csv -S 3 2> err; echo $? > piped) | true
check 'to a reader that is gone: no word' test ! -s err
check 'and nothing else beside the log' test "$(ls -A1 log)" = a.csv
lost=$(grep -c . log/a.csv)
check 'to a reader that is gone: out only if it arrived' test "$lost" = 6 -o "$(cat piped)" = 0

# ------------------------------------------------------------------- forget

fresh
run '--forget a case' 0 none '' --log log/a.csv --forget K-2
holds 'is out' 0 2 3 4
run 'once more' 2 none 'mc-signal: log/a.csv has no case K-2\n' -l log/a.csv -f K-2
holds 'nothing more is out' 0 2 3 4
fresh
run 'a case of two schools' 2 none \
    'mc-signal: log/a.csv: more than one school has case K-1: say which with --school (03AB00, 04AB00)\n' \
    -l log/a.csv -f K-1
holds 'a case of two schools stays' "${all[@]}"
# The school that somebody works for says nothing of which of two cases is meant.
MC_SCHOOL=04AB00 run 'with MC_SCHOOL alone' 2 none \
    'mc-signal: log/a.csv: more than one school has case K-1: say which with --school (03AB00, 04AB00)\n' \
    -l log/a.csv -f K-1
holds 'a case of two schools stays all the same' "${all[@]}"
run 'with --school' 0 none '' -l log/a.csv -f K-1 --school 03AB00
holds 'that school'\''s is out, quoted lines too' 1 3 4
fresh
MC_SCHOOL=03AB00 run '--school before MC_SCHOOL' 0 none '' -l log/a.csv -f K-1 -s 04AB00
holds 'the one of --school alone is out' 0 1 2 3
others='school 04AB00 has no case K-2; the case of that name is of 03AB00: say so with --school'
run 'a case that this school does not have' 2 none "mc-signal: log/a.csv: $others\n" -l log/a.csv -f K-2 -s 04AB00
MC_SCHOOL=04AB00 run 'a case that the school of MC_SCHOOL does not have' 2 none "mc-signal: log/a.csv: $others\n" \
    -l log/a.csv -f K-2
holds 'is not forgotten of another' 0 1 2 3
MC_SCHOOL=03AB00 run 'a case that it alone has' 0 none '' -l log/a.csv -f K-2
holds 'is' 0 2 3
fresh
mc-signal -l log/a.csv -f K-1 -s 04AB00
run 'part of a name' 2 none 'mc-signal: log/a.csv has no case K\n' -l log/a.csv -f K
run 'capitals count, and the twin is named' 2 none "mc-signal: log/a.csv has no case k-2
mc-signal: log/a.csv: there is a case K-2, which differs from k-2 in capitals, marks or leading zeros \
alone: one child?\n" -l log/a.csv -f k-2
holds 'nothing is out' 0 1 2 3
run 'no pseudonym' 2 none 'mc-signal: case "K 2" is no pseudonym (see mc-signal --help)\n' \
    -l log/a.csv -f 'K 2'
{ echo "$header"; for i in {1..7}; do record K-1 "0${i}AB00"; done; } > log/a.csv
run 'a case of seven schools: five are named' 2 none 'mc-signal: log/a.csv: more than one school has case K-1: say '\
'which with --school (01AB00, 02AB00, 03AB00, 04AB00, 05AB00, ...)\n' -l log/a.csv -f K-1
run 'one of the others may be said' 0 none '' -l log/a.csv -f K-1 -s 07AB00
check 'and is the one that is out' test "$(cut -d, -f3 log/a.csv | tr '\n' ' ')" = \
    'school 01AB00 02AB00 03AB00 04AB00 05AB00 06AB00 '
printf '%s\n' "$header" "$(record K-1)" "$(record k-01)" "$(record k-01)" "$(record K1 04AB00)" "$(record K-11)" \
    "$(record K_1)" > log/a.csv
run 'a case that has twins' 0 none "mc-signal: log/a.csv: there is a case k-01, which differs from K-1 in \
capitals, marks or leading zeros alone: one child?
mc-signal: log/a.csv: there is a case K_1, which differs from K-1 in capitals, marks or leading zeros alone: \
one child?\n" -l log/a.csv -f K-1
printf '%s\n' "$header" "$(record k-01)" "$(record k-01)" "$(record K1 04AB00)" "$(record K-11)" \
    "$(record K_1)" > want.log
check 'is forgotten, and they are not' same log/a.csv want.log
# A line that is no record any more, but whose case can be read, goes too.
{ printf '%s\n' "$header" 'K-1,nonsense,03AB00,x' '"K-1",,03AB00,"open' "$(record K-2)"; } > log/a.csv
run 'lines that are no records' 0 none '' -l log/a.csv -f K-1
holds 'go too' 1

# ------------------------------------------------------- torn, locked, together

printf '%s\n%s\nK-2,20' "$header" "${lines[0]}" > log/a.csv
cp log/a.csv torn.csv
for option in '-S 2' '-f K-1'; do
	# shellcheck disable=SC2086
	mc-signal -l log/a.csv $option > out 2> err
	check "$option of a torn log: status 2" test $? = 2
	check "$option of a torn log: told" grep -q '^mc-signal: log/a.csv:3: the last line is torn' err
	check "$option of a torn log: as it was" same log/a.csv torn.csv
done

fresh
mkfifo hold
flock log/a.csv cat hold > /dev/null &
exec 7> hold
: > err
mc-signal -l log/a.csv -S 2 > out 2>> err 7>&- &
for _ in {1..300}; do
	[ -s err ] && break
	sleep 0.01
done
printf '%s\n' 'mc-signal: log/a.csv: waiting for another writer' > want.err
check 'a log that another holds is waited for' same err want.err
holds 'and not touched' "${all[@]}"
exec 7>&-
wait
holds 'until it is free' 1 2 3 4

# Edits and additions at once: each happens wholly, one after the other.
fresh
for i in {1..10}; do
	printf '%s\n' "$header" "$(record "new-$i")" > in.$i
	mc-signal -l log/a.csv in.$i 2> /dev/null &
	mc-signal -l log/a.csv -f "new-$i" 2> /dev/null &
done
mc-signal -l log/a.csv -f K-3 2> /dev/null
wait
grep -v '^new-' log/a.csv > got.log
{ echo "$header"; printf '%s\n' "${lines[@]:0:3}" "${lines[4]}"; } > want.log
check 'twenty edits and additions at once' same got.log want.log
check 'no line of them twice, none cut' test "$(grep '^new-' log/a.csv | sort | uniq -d)" = ''

# What is struck may be corrected and fed into the same log in one pipeline.
fresh
timeout 20 bash -c "set -o pipefail; mc-signal -l log/a.csv -S 2 | sed 's/,tired,/,fear,/' | mc-signal -l log/a.csv" 2> err
check 'strike, correct and feed in one pipeline' test $? -eq 0
check 'no line is lost on the way' test "$(wc -l < log/a.csv)" -eq $((${#lines[@]} + 1))

# A log that is not there is not made by an edit.
run 'strike in a log that is not there' 2 none \
    'mc-signal: missing.csv: No such file or directory\n' -l missing.csv -S 2
run 'forget in a log that is not there' 2 none \
    'mc-signal: missing.csv: No such file or directory\n' -l missing.csv -f K-1
check 'nor made' test ! -e missing.csv

run '--strike needs a log' 2 none \
    'mc-signal: --strike and --forget need --log FILE (or MC_LOG) (see mc-signal --help)\n' -S 2
run '--forget needs a log' 2 none \
    'mc-signal: --strike and --forget need --log FILE (or MC_LOG) (see mc-signal --help)\n' -f K-1

# The log of every day is for what is done by hand; a sheet goes where it is told to.
fresh
MC_LOG=log/a.csv run '--strike: or MC_LOG' 0 "${lines[1]}\n" '' --strike 3
holds 'it is out of that' 0 2 3 4
fresh
MC_LOG=log/a.csv run '--forget: or MC_LOG' 0 none '' --forget K-2
holds 'it is out of that too' 0 2 3 4
fresh
MC_LOG=missing.csv run '--log goes before MC_LOG' 0 "${lines[1]}\n" '' -l log/a.csv -S 3
holds 'out of that of --log' 0 2 3 4
fresh
MC_LOG='' run 'an empty MC_LOG is none' 2 none \
    'mc-signal: --strike and --forget need --log FILE (or MC_LOG) (see mc-signal --help)\n' -S 2
input "$header\n$(record K-5)\n"
MC_LOG=log/a.csv run 'records that are taken in go to standard output' 0 "$(record K-5)\n" ''
holds 'and not into MC_LOG' "${all[@]}"

finish
