#!/usr/bin/env bash
#
# Goal: the case log takes each record once, all of a run's or none, however
# many write to it; what is no whole log is named and never built upon.
#
#   BIN=build/bin tests/cli/mc-signal-log.sh

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/log-helpers"

# stays NAME: the log is as it was when it was put aside, and nothing else is beside it.
aside() {
	cp -p log/a.csv aside.csv
	stat -c '%i %y %a %u:%g' log/a.csv > aside.stat
}
stays() {
	cp -- log/a.csv now.csv
	stat -c '%i %y %a %u:%g' log/a.csv > now.stat
	check "$1" same now.csv aside.csv
	check "$1, untouched" same now.stat aside.stat
}
mkdir log

# ---------------------------------------------------------------- appending

(
	umask 000
	printf '%s\n' "$header" "$one" "$two" | mc-signal --log log/a.csv > out 2> err
)
check 'a new log: status 0' test $? = 0
check 'nothing on standard output' test ! -s out
check 'nothing to say' test ! -s err
holds 'begins with its header' "$one" "$two"
check 'and is mode 0600, whatever the mask' test "$(stat -c %a log/a.csv)" = 600
alone 'no temporary file stays'

input "$header\n$three\n"
run 'a record more' 0 none '' -l log/a.csv
holds 'stands behind the others' "$one" "$two" "$three"

aside
input "$header\n$two\n$one\n$three\n$one\n"
run 'the same records again' 0 none '' -l log/a.csv
stays 'leave the log as it is'
input "$header\n$(record K-4)\n$two\n$(record K-5)\n$(record K-4)\n"
run 'old and new, one of them twice' 0 none '' -l log/a.csv
holds 'each new one once, in their order' "$one" "$two" "$three" "$(record K-4)" "$(record K-5)"

printf '%s\n' "$header" '"K-1",2025-10-03,"03AB00",need,food,,,,"a ""b"" c"' > log/a.csv
input "$header\nK-1,2025-10-03,03AB00,need,food,,,,\"a \"\"b\"\" c\"\n"
aside
run 'a record that the log has with other quotes' 0 none '' -l log/a.csv
stays 'is the same'
input "$header\n\"K-1\",2025-10-03,03AB00,\"need\",food,,,,\nK-1,2025-10-03,03AB00,need,food,,,,\n"
run 'a record that comes twice with other quotes' 0 none '' -l log/a.csv
holds 'goes in once, with quotes only where needed' \
    '"K-1",2025-10-03,"03AB00",need,food,,,,"a ""b"" c"' "$one"

printf '%s\n' "$header" > log/a.csv
input 'zaak;datum;soort;code;tekst\nK-1;3-10-2025;behoefte;eten;"een\ntwee"\nK 2;3-10-2025;behoefte;eten;\n'
run 'a sheet, one row of it refused' 1 none 'mc-signal: standard input:4: case: "K 2" is no pseudonym (a letter or digit, then letters, digits, ".", "_" or "-", 32 at most; never a name)\n'"$(summary 2 1 1)" -l log/a.csv -s 03AB00
holds 'the others go in' "$(printf 'K-1,2025-10-03,03AB00,need,food,,,,een\xE2\x80\xA8twee')"
aside
input 'zaak;datum;soort;code;tekst\nK-1;03-10-25;need;Eten;"een\r\ntwee"\n'
run 'the same in another sheet' 0 none '' -l log/a.csv -s 03AB00
stays 'is known'

printf '%s\n' "$header" "$one" > log/a.csv
aside
input "$header\n$(record 'K 2')\n"
run 'nothing but refused rows' 1 none 'mc-signal: standard input:2: case: "K 2" is no pseudonym (a letter or digit, then letters, digits, ".", "_" or "-", 32 at most; never a name)\n'"$(summary 1 0 1)" -l log/a.csv
stays 'leaves the log as it is'
printf '%s\n' "$header" "$two" > b.csv
run 'a missing file among others' 2 none 'mc-signal: none.csv: No such file or directory\n' \
    -l log/a.csv none.csv b.csv
holds 'the others go in' "$one" "$two"
run 'the log itself as input' 2 none \
    'mc-signal: log/a.csv is the log itself: what it holds need not be fed to it\n' \
    -l log/a.csv b.csv log/a.csv
holds 'adds nothing' "$one" "$two"
: > log/a.csv
run 'an empty file' 0 none '' -l log/a.csv b.csv
holds 'becomes a log' "$two"

# --------------------------------------------------- what comes in late, twins

stand_still 2026-11-28
answer='K-1,2026-10-05,03AB00,answer,suspicion,no,,,x'
signal='K-1,2026-10-03,03AB00,signal,injury,seen,,,brandplek'
filled='K-1,2026-10-03,03AB00,signal,injury,seen,2026-11-28,,brandplek'
printf '%s\n' "$header" "$answer" > log/a.csv
input "$header\n$signal\n"
run 'a signal from before the newest answer' 0 none "mc-signal: case K-1: a signal of 2026-10-03 came in \
after the newest answer (2026-10-05): it is recorded as known on 2026-11-28; another day belongs in known \
(in a record: due)\n" -l log/a.csv
holds 'counts from today' "$answer" "$filled"
run 'the same again' 0 none '' -l log/a.csv
holds 'is known, whatever its due' "$answer" "$filled"
stand_still 2026-12-05
run 'and on a later day' 0 none '' -l log/a.csv
holds 'too' "$answer" "$filled"
input "$header\n${signal/,,,brand/,2026-10-06,,brand}\n"
run 'with another day of knowing' 0 none '' -l log/a.csv
holds 'it is another record' "$answer" "$filled" "${signal/,,,brand/,2026-10-06,,brand}"
input "$header\nK-1,2026-10-04,03AB00,talk,parents,no-concern,,,\nK-1,2026-10-06,03AB00,need,food,,,,\n"
run 'any other fact from before it is named' 0 none "mc-signal: case K-1: talk of 2026-10-04 is dated \
before the newest answer in the log (2026-10-05): look whether the case must be weighed again\n" -l log/a.csv
holds 'and stays as it is' "$answer" "$filled" "${signal/,,,brand/,2026-10-06,,brand}" \
    'K-1,2026-10-04,03AB00,talk,parents,no-concern,,,' 'K-1,2026-10-06,03AB00,need,food,,,,'

input 'zaak;datum;soort;code;waarde;tekst
K-5;1-10-2026;signaal;honger;zelf;x
K-5;5-10-2026;afweging;vermoeden;nee;x
K-5;3-10-2026;signaal;letsel;zelf;x
K-5;6-10-2026;signaal;letsel;zelf;x\n'
run 'a signal below an answer of its sheet that came after it' 0 \
    'K-5,2026-10-01,03AB00,signal,hunger,seen,,,x\nK-5,2026-10-05,03AB00,answer,suspicion,no,,,x
K-5,2026-10-03,03AB00,signal,injury,seen,,,x\nK-5,2026-10-06,03AB00,signal,injury,seen,,,x\n' \
    "mc-signal: standard input:4: this signal of case K-5 stands below an answer that is dated after it: \
when the school came to know of it later, say so in known (in a record: due)\n" -s 03AB00

# How the sheets are split over commands makes no difference to what becomes of them.
names='zaak;datum;soort;code;waarde;tekst'
printf '%s\n' "$names" 'K-1;20-10-2026;afweging;vermoeden;nee;x' 'K-1;20-10-2026;afweging;zorgen;nee;x' \
    'K-2;20-10-2026;afweging;zorgen;nee;x' > w1.csv
printf '%s\n' "$names" 'K-1;12-10-2026;signaal;letsel;zelf;x' 'K-2;21-10-2026;signaal;letsel;zelf;x' > w2.csv
printf '%s\n' "$header" "$answer" > first.csv
answers='K-1,2026-10-20,03AB00,answer,suspicion,no,,,x\nK-1,2026-10-20,03AB00,answer,concern,no,,,x
K-2,2026-10-20,03AB00,answer,concern,no,,,x\n'
cp first.csv log/a.csv
mc-signal -s 03AB00 -l log/a.csv w1.csv 2> apart.err
mc-signal -s 03AB00 -l log/a.csv w2.csv 2>> apart.err
cp log/a.csv apart.csv
cp first.csv log/a.csv
run 'a signal in a file behind that of an answer' 0 none "mc-signal: case K-1: a signal of 2026-10-12 came in \
after the newest answer (2026-10-20): it is recorded as known on 2026-12-05; another day belongs in known \
(in a record: due)\n" -s 03AB00 -l log/a.csv w1.csv w2.csv
check 'goes in as in a run of its own' same log/a.csv apart.csv
check 'and is told so' same err apart.err
mc-signal -s 03AB00 --new-to first.csv w1.csv w2.csv 2> err | cat first.csv - > new.csv
check '... with --new-to' same new.csv apart.csv
check '... and told too' same err apart.err
mc-signal -s 03AB00 -l log/a.csv w2.csv w1.csv 2> err
check 'and once more is known' same log/a.csv apart.csv
run 'without a log it is named' 0 "${answers}K-1,2026-10-12,03AB00,signal,injury,seen,,,x
K-2,2026-10-21,03AB00,signal,injury,seen,,,x\n" "mc-signal: w2.csv:2: a file before this one has an answer of \
case K-1 that is dated after this signal: when the school came to know of it later, say so in known (in a \
record: due)\n" -s 03AB00 w1.csv w2.csv
{ echo "$header"; printf %b "$answers"; } > r1.csv
{ echo "$header"; echo K-1,2026-10-12,03AB00,signal,injury,seen,,,x; } > r2.csv
run '... records too' 0 "${answers}K-1,2026-10-12,03AB00,signal,injury,seen,,,x\n" \
    "mc-signal: r2.csv:2: a file before this one has an answer of case K-1 that is dated after this signal: \
when the school came to know of it later, say so in known (in a record: due)\n" r1.csv r2.csv
run 'not in the file before it' 0 "K-1,2026-10-12,03AB00,signal,injury,seen,,,x\n$answers" '' r2.csv r1.csv

printf '%s\n' "$header" "$(record K-7)" "$(record K-7 04AB00)" "$(record k-10)" > log/a.csv
input "$header\n$(record k-07)\n$(record k-07)\n$(record K-9)\n$(record k-9)\n"
run 'twins, in the log and in the run, each once' 0 none "mc-signal: \"K-9\" and \"k-9\" of school 03AB00: one \
child? They differ in capitals, marks or leading zeros alone
mc-signal: \"k-07\" and \"K-7\" of school 03AB00: one child? They differ in capitals, marks or leading zeros alone\n" \
    -l log/a.csv
holds 'go in all the same' "$(record K-7)" "$(record K-7 04AB00)" "$(record k-10)" "$(record k-07)" \
    "$(record K-9)" "$(record k-9)"
input 'zaak;datum;soort;code\nK.9;3-10-2025;behoefte;eten\nk-9;3-10-2025;behoefte;eten\n'
run 'twins in a sheet, without a log' 0 "$(record K.9)\n$(record k-9)\n" "mc-signal: \"K.9\" and \"k-9\" of \
school 03AB00: one child? They differ in capitals, marks or leading zeros alone\n" -s 03AB00
go_on

# ------------------------------------------------------------- what is no log

input "$header\n$three\n"
refused() { # name, message
	aside
	run "$1" 2 none "mc-signal: $2\n" -l log/a.csv
	stays "$1"
}
printf 'case,date\n%s\n' "$one" > log/a.csv
refused 'no log' "log/a.csv is no case log: its first line is not $header"
printf '\xEF\xBB\xBF%s\n%s\n' "$header" "$one" > log/a.csv
refused 'a mark before the header' "log/a.csv is no case log: its first line is not $header"
{ printf '%s\n' "$header"; head -c 65537 /dev/zero | tr '\0' x; printf '\n%s\n' "$one"; } > log/a.csv
refused 'a line that is too long' \
    'log/a.csv:2: the line is longer than 64 KiB: take it out by hand'
run 'a folder' 2 none 'mc-signal: log: Is a directory\n' -l log
tool=("${as_nobody[@]}")
run 'a device' 2 none 'mc-signal: /dev/null: a log must be a regular file\n' -l /dev/null
tool=(mc-signal)
mkfifo pipe
run 'a pipe' 2 none 'mc-signal: pipe: a log must be a regular file\n' -l pipe
run 'in no folder' 2 none 'mc-signal: none/a.csv: No such file or directory\n' -l none/a.csv

torn() { # file as messages have it, as a shell has it, line
	echo "$1:$3: the last line is torn: an earlier write was cut off. Look at it (tail -n 1 $2); \
take it off with: sed -i --follow-symlinks '\$d' $2  or, when it is whole, end it with: echo >> $2"
}
printf '%s\n%s\nK-2,2025-10' "$header" "$one" > log/a.csv
refused 'a torn last line' "$(torn log/a.csv log/a.csv 3)"
printf '%s' "$header" > log/a.csv
refused 'a torn header' "$(torn log/a.csv log/a.csv 1)"

returned() { # file as a shell has it, line
	printf '%s\n' "log/a.csv:$2: the line ends in CR LF, as Windows ends lines, and those of a log end in LF: mend it \
with: sed -i --follow-symlinks 's/\\\\r*\$//' $1"
}
printf '%s\r\n' "$header" "$one" > log/a.csv
refused 'the line ends of Windows' "$(returned log/a.csv 1)"
printf '%s\n%s\r\n%s\n' "$header" "$one" "$two" > log/a.csv
refused '... in one line' "$(returned log/a.csv 2)"
run '... is refused by --forget too' 2 none "mc-signal: $(returned log/a.csv 2)\n" -l log/a.csv -f K-1
bash -c "$(sed 's/.*mend it with: //' err)"
run 'mended with the command that the message names' 0 none '' -l log/a.csv
holds 'it takes records again' "$one" "$two" "$three"
printf 'zaak;datum\r\n' > log/a.csv
refused 'a sheet of Windows is no log' "log/a.csv is no case log: its first line is not $header"

# The commands that the message names mend it: taken from the message, in a folder with blanks.
mkdir "it's a log"
ln -s "../log/a.csv" "it's a log/b.csv"
quoted="'it'\\\\''s a log/b.csv'"
mends() { # command
	printf '%s\n%s\n%s' "$header" "$one" "$two" > log/a.csv
	mc-signal -l "it's a log/b.csv" < in > out 2> err
	bash -c "$(sed "$1" err)"
	run "mended with: $(sed "$1" err)" 0 none '' -l "it's a log/b.csv"
}
printf '%s\n%s\n%s' "$header" "$one" "$two" > log/a.csv
run 'a path with blanks and a quote' 2 none \
    "mc-signal: $(torn "it's a log/b.csv" "$quoted" 3)\n" -l "it's a log/b.csv"
mends 's/.*take it off with: //; s/  or, when.*//'
holds 'is without the torn line then' "$one" "$three"
mends 's/.*end it with: //'
holds 'is with the whole line then' "$one" "$two" "$three"
check 'the link is still one' test -L "it's a log/b.csv"

# ------------------------------------------------------- links, modes, owners

printf '%s\n' "$header" > log/a.csv
chmod 700 log/a.csv
ln -s log/a.csv link.csv
input "$header\n$one\n"
run 'through a link' 0 none '' -l link.csv
holds 'the log changes' "$one"
check 'the link stays one' test -L link.csv
check 'the mode is kept' test "$(stat -c %a log/a.csv)" = 700
if [ "$(id -u)" = 0 ]; then
	chown 65534:65534 log/a.csv
	input "$header\n$two\n"
	run 'of another owner' 0 none '' -l log/a.csv
	check 'the owner is kept' test "$(stat -c %u:%g:%a log/a.csv)" = 65534:65534:700
	chown 0:0 log/a.csv
fi
ln -s nothing dangling.csv
run 'a link to nothing' 2 none \
    'mc-signal: dangling.csv is a link to a file that does not exist\n' -l dangling.csv
check 'makes no file' test ! -e nothing
alone 'nothing stays beside the log'

# -------------------------------------------------------------- many at once

# Twenty runs of fifty records, half of them the same in all runs, into a log that does not exist.
rm log/a.csv
for run in {1..20}; do
	{
		echo "$header"
		for i in {1..25}; do record "own-$run-$i"; record "all-$i"; done
	} > in.$run
	mc-signal -l log/a.csv in.$run > /dev/null 2> err.$run &
done
for job in $(jobs -p); do
	wait "$job" || echo "status $?"
done > why
grep -hv 'waiting for another writer' err.? err.?? >> why
result 'twenty writers at once end well' why
{
	echo "$header"
	for run in {1..20}; do for i in {1..25}; do record "own-$run-$i"; done; done
	for i in {1..25}; do record "all-$i"; done
} | LC_ALL=C sort > want.log
LC_ALL=C sort log/a.csv > got.log
check 'they lose nothing, mix nothing and add nothing twice' same got.log want.log
check 'each run stands together' test \
    "$(sed -n 's/^own-\([0-9]*\)-.*/\1/p' log/a.csv | uniq | wc -l)" = 20
check 'the header is the first line' test "$(head -n 1 log/a.csv)" = "$header"
alone 'and leave nothing beside the log'

finish
