#!/usr/bin/env bash
#
# Goal: a refused row is kept as it stood, with its reasons, in a form that can
# be mended and fed again; and no row is ever lost on the way.
#
#   BIN=build/bin tests/cli/mc-signal-rejects.sh

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/signal-helpers"

good='K-9,2025-10-03,03AB00,need,food,,,,\n'
# holds NAME WANTED: what is in r.csv, as printf %b has it.
holds() {
	printf '%b' "$2" > want.csv
	check "$1" same r.csv want.csv
}
# alone NAME: r.csv alone is in its folder; no temporary file stays behind.
alone() {
	check "$1" test "$(ls -A1 "$folder")" = r.csv
}
folder=$scratch/kept
mkdir "$folder"
ln -s kept/r.csv r.csv
: > kept/r.csv

# ------------------------------------------------------------------- content

cat > sheet.csv <<'END'
zaak;datum;soort;code;waarde;tekst
K-1;3-10-2025;signaal;letsl;zelf;"Zei: ""au""; wees op de arm."
K-9;3-10-2025;behoefte;eten
K-2;31-9-2025;signaal;moe;;" twee
regels "
K-3;3-10-2025;signaal;moe;zelf;"nooit gesloten
K-9;3-10-2025;behoefte;eten
K-4;3-10-2025;behoefte;eten;;Brood; en melk
K-5;3-10-2025;niets
END
cat > wanted.csv <<'END'
zaak;datum;soort;code;waarde;tekst;reasons
K-1;3-10-2025;signaal;letsl;zelf;"Zei: ""au""; wees op de arm.";"code: unknown signal ""letsl"" for kind signal (see mc-record(5)); did you mean ""injury"", ""sexual-complaint"", ""injury-pattern""?"
K-2;31-9-2025;signaal;moe;;" twee
regels ";"date: ""31-9-2025"" does not exist: September has 30 days; value: is missing for kind signal (seen, child, parent, third)"
"K-3;3-10-2025;signaal;moe;zelf;""nooit gesloten";;;;;;a quote is never closed
K-4;3-10-2025;behoefte;eten;;Brood;something stands in a column without a name (a text with a separator in it needs quotes);" en melk"
K-5;3-10-2025;niets;;;;"kind: unknown kind ""niets"" (signal, consult, talk, consent, answer, plan, need, done, school)"
END
mc-signal -s 03AB00 --rejects r.csv sheet.csv > out 2> err
check 'status 1' test $? = 1
check 'rows as they stood, each with its reasons' same r.csv wanted.csv
printf '%s\n%b%b' "$header" "$good" "$good" > want.out
check 'the other rows go on' same out want.out
check 'mode 0600' test "$(stat -c %a kept/r.csv)" = 600
check 'a link to it stays one' test -L r.csv
alone 'no temporary file stays'
rm -- sheet.csv wanted.csv

# -------------------------------------------------------------- fed again

printf '%s\n' "$header" 'K-1,2025-10-03,03AB00,need,fod,,,,x' 'K-2,2025-10-03,03AB00,need,food,,,,' \
    'K-3,2025-10-03,03AB00,need,food,,juf,,"a,b"' > in
food='(money, sport, buddy, bicycle, clothing, food, housing, upbringing, other)'
fod="code: unknown need \"fod\" for kind need $food; did you mean \"food\"?"
fod_cell="\"code: unknown need \"\"fod\"\" for kind need $food; did you mean \"\"food\"\"?\""
juf='due: must be left empty for kind need'
juf_cell=$juf
run 'records with faults' 1 'K-2,2025-10-03,03AB00,need,food,,,,\n' "mc-signal: standard input:2: $fod; \
case K-1 lacks this line\nmc-signal: standard input:4: $juf; case K-3 lacks this line
$(summary 3 1 2)" -r r.csv
rows="$header,reasons\nK-1,2025-10-03,03AB00,need,fod,,,,x,$fod_cell
K-3,2025-10-03,03AB00,need,food,,juf,,\"a,b\",$juf_cell\n"
holds 'are kept' "$rows"

input ''
run 'fed again as they are, into the same file' 1 '' "mc-signal: r.csv:2: $fod; case K-1 lacks this \
line\nmc-signal: r.csv:3: $juf; case K-3 lacks this line\n$(summary 2 0 2)" --rejects r.csv r.csv
holds 'they are kept as they were' "$rows"
sed -i --follow-symlinks 's/fod,/food,/' r.csv
run 'fed again, one mended' 1 'K-1,2025-10-03,03AB00,need,food,,,,x\n' \
    "mc-signal: r.csv:3: $juf; case K-3 lacks this line\n$(summary 2 1 1)" --rejects r.csv r.csv
holds 'the other one stays' "$header,reasons\nK-3,2025-10-03,03AB00,need,food,,juf,,\"a,b\",$juf_cell\n"
sed -i --follow-symlinks 's/,juf,/,,/' r.csv
run 'fed again, all mended' 0 'K-3,2025-10-03,03AB00,need,food,,,,"a,b"\n' '' --rejects r.csv r.csv
holds 'nothing stays' "$header,reasons\n"
input "$header\n$good"
run 'a run without refusals leaves an earlier file without rows' 0 "$good" '' --rejects r.csv
holds 'but with its header' "$header,reasons\n"

input 'zaak,datum,redenen,soort,code\nK-1,3-10-2025,oud,niets,eten\nK-9,3-10-2025,,need,eten\n'
run 'reasons in the middle, under their Dutch name' 1 "$good" 'mc-signal: standard input:2: kind: unknown kind "niets" (signal, consult, talk, consent, answer, plan, need, done, school); case K-1 lacks this line\n'"$(summary 2 1 1)" -s 03AB00 --rejects r.csv
holds 'are put anew where they stood' 'zaak,datum,redenen,soort,code\nK-1,3-10-2025,"kind: unknown kind ""niets"" (signal, consult, talk, consent, answer, plan, need, done, school)",niets,eten\n'

input "zaak;datum;soort;code;tekst\r\nK-1;3-10-2025;behoefte;eten;caf\xE9 \x80 5; x\r\n"
run 'a sheet in Windows-1252' 1 '' "mc-signal: standard input is read as Windows-1252 (--encoding says another)
mc-signal: standard input:2: something stands in a column without a \
name (a text with a separator in it needs quotes); case K-1 lacks this line\n$(summary 1 0 1)" \
    -s 03AB00 --rejects r.csv
holds 'is kept in UTF-8, with the mark by which a spreadsheet knows it' '\xEF\xBB\xBFzaak;datum;soort;code;tekst;reasons\nK-1;3-10-2025;behoefte;eten;café € 5;something stands in a column without a name (a text with a separator in it needs quotes);" x"\n'

# --------------------------------------------------------------- several files

printf 'zaak;datum;soort;code\nK-1;3-10-2025;behoefte;x\n' > a.csv
printf 'zaak;datum;soort;code\nK-2;3-10-2025;behoefte;y\n' > b.csv
printf 'datum;zaak;soort;code\n3-10-2025;K-3;behoefte;z\n' > other.csv
told() { # file, case, code
	echo "mc-signal: $1:2: code: unknown need \"$3\" for kind need $food; case $2 lacks this line\n"
}
kept() { # case, code
	echo "$1;3-10-2025;behoefte;$2;code: unknown need \"\"$2\"\" for kind need $food\n" |
	    sed 's/code: \(.*\)\\n/"code: \1"\\n/'
}
input ''
run 'files with one header' 1 '' "$(told a.csv K-1 x)$(told b.csv K-2 y)$(summary 2 0 2)" \
    -s 03AB00 -r r.csv a.csv b.csv
holds 'are kept together' "zaak;datum;soort;code;reasons\n$(kept K-1 x)$(kept K-2 y)"
differ='its columns are not those of the files before, so its rejects do not fit in r.csv: feed it by itself'
run 'a file with another header is refused' 2 '' \
    "$(told a.csv K-1 x)mc-signal: other.csv: $differ\n$(told b.csv K-2 y)$(summary 2 0 2)" \
    -s 03AB00 -r r.csv a.csv other.csv b.csv
holds 'and the others are kept' "zaak;datum;soort;code;reasons\n$(kept K-1 x)$(kept K-2 y)"
run 'a missing file among them' 2 '' \
    "mc-signal: none.csv: No such file or directory\n$(told b.csv K-2 y)$(summary 1 0 1)" \
    -s 03AB00 -r r.csv none.csv b.csv
holds 'and the others are kept as well' "zaak;datum;soort;code;reasons\n$(kept K-2 y)"
alone 'no temporary file stays behind them'

# ----------------------------------------------------- where it cannot be put

fod_told="mc-signal: standard input:2: $fod; case K-1 lacks this line\n"
input "$header\nK-1,2025-10-03,03AB00,need,fod,,,,\n$good"
tool=("${as_nobody[@]}")
run 'a full disk' 2 "$good" \
    "${fod_told}mc-signal: /dev/full: No space left on device\n$(summary 2 1 1)" -r /dev/full
mkdir locked
run 'a folder that may not be written to' 2 none 'mc-signal: locked/r.csv: Permission denied\n' \
    -r locked/r.csv
tool=(mc-signal)
mkfifo pipe
cat pipe > got &
run 'a pipe' 1 "$good" "$fod_told$(summary 2 1 1)" -r pipe
wait
printf '%s\n' "$header,reasons" "K-1,2025-10-03,03AB00,need,fod,,,,,$fod_cell" > want
check 'is written to as it is' same got want
run 'no such folder' 2 none 'mc-signal: none/r.csv: No such file or directory\n' -r none/r.csv
run 'a folder' 2 none 'mc-signal: kept: Is a directory\n' -r kept
printf 'no log\n' > log
run 'what stops the run leaves no temporary file' 2 none \
    "mc-signal: log is no case log: its first line is not $header\n" -r r.csv -l log
alone 'and none it is'
run 'the log itself' 2 none \
    'mc-signal: --log and --rejects name the same file (see mc-signal --help)\n' -r log -l ./log
check 'and the log stays' test "$(cat log)" = 'no log'
for name in ./new.csv "$scratch/new.csv" "../${scratch##*/}/new.csv"; do
	run "the log itself, which is still to be made, as $name" 2 none \
	    'mc-signal: --log and --rejects name the same file (see mc-signal --help)\n' -r "$name" -l new.csv
done
check 'and none is made' test ! -e new.csv

# --------------------------------------------------------- a run that is killed

# A run that waits for its input, with its rejects beside r.csv, and not yet in its place.
begin_run() {
	mkfifo waits
	mc-signal -r r.csv waits > got 2> why &
	process=$!
	exec 3> waits
	for ((i = 0; i < 200; i++)); do
		[ ! -e kept/.r.csv.rejects ] || break
		sleep 0.02
	done
}
echo oud > r.csv
begin_run
input "$header\n$good"
run 'while another run writes the same rejects' 2 none \
    'mc-signal: r.csv: another run is writing it: give each run a file of its own\n' -r r.csv
kill -9 "$process"
exec 3>&-
wait "$process"
rm waits
check 'it leaves what it began' test -e kept/.r.csv.rejects
holds 'and the earlier file' 'oud\n'
keep mc-signal -r r.csv < in
check 'the next run goes on' test "$status" = 0
check 'and says what it found' grep -q \
    '^mc-signal: r.csv: an earlier run was cut off: what it left, .*/.r.csv.rejects, is taken away$' err
alone 'and takes it away'
holds 'and its own rejects are in their place' "$header,reasons\n"
for make in 'ln -s ../own' 'mkdir' 'mkfifo' 'cp -p own'; do
	echo eigen > own
	chmod 644 own
	$make kept/.r.csv.rejects
	mc-signal -r r.csv < in > out 2> err
	check "what is not left by a run ($make): status 2" test $? = 2
	check 'it is named' grep -q '^mc-signal: .*kept/.r.csv.rejects' err
	check 'and left alone' test -e kept/.r.csv.rejects -a "$(cat own)" = eigen
	rm -r kept/.r.csv.rejects
done
rm own

# ---------------------------------------------------- descriptors of the run

input "$header\nK-1,2025-10-03,03AB00,need,fod,,,,\n$good"
fod_rows="$header,reasons\nK-1,2025-10-03,03AB00,need,fod,,,,,$fod_cell\n"
# written NAME FILE WANTED: what a run put behind what stood there.
written() {
	printf '%b' "$3" > want
	check "$1" same "$2" want
}
for path in /dev/stdout /dev/fd/1 /proc/self/fd/1; do
	echo oud > all.csv
	mc-signal -r $path < in >> all.csv 2> err
	check "$path: status 1" test $? = 1
	written "$path is written to, behind what stood there" all.csv "oud\n$header\n$good$fod_rows"
done
mc-signal -r /dev/stdout < in > all.csv 2> err
written '/dev/stdout that was made empty' all.csv "$header\n$good$fod_rows"
echo oud > cron.log
mc-signal -r /dev/stderr < in > out 2>> cron.log
written '/dev/stderr keeps what a log of cron holds' cron.log \
    "oud\n$fod_told$fod_rows$(summary 2 1 1)"
echo oud > cron.log
mc-signal -r cron.log < in > out 2>> cron.log
written 'the file of standard error by its name too' cron.log \
    "oud\n$fod_told$fod_rows$(summary 2 1 1)"
echo oud > three
mc-signal -r /dev/fd/3 < in > out 2> err 3>> three
written '/dev/fd/3' three "oud\n$fod_rows"
echo oud > three
mc-signal -r three < in > out 2> err 3>> three
written 'a file that we were given open' three "oud\n$fod_rows"
ln -s /dev/stdout link
mc-signal -r link < in > out 2> err
written 'a link to /dev/stdout' out "$header\n$good$fod_rows"
check 'stays one' test "$(readlink link)" = /dev/stdout
mc-signal -r /dev/stdout < in 2> err | cat > out
written 'a pipe' out "$header\n$good$fod_rows"
run 'a descriptor that is not open' 2 none 'mc-signal: /dev/fd/77: Bad file descriptor\n' -r /dev/fd/77

echo oud > all.csv
mc-signal -r all.csv < in >> all.csv 2> err
check 'the file of the output by its name: status 2' test $? = 2
written 'it is left alone' all.csv 'oud\n'
written 'and that is said' err \
    'mc-signal: --rejects names the file of the output (see mc-signal --help)\n'
printf '%s\nK-1,2025-10-03,03AB00,need,fod,,,,\n%b' "$header" "$good" > bron.csv
cp bron.csv copy.csv
mc-signal -r /dev/fd/3 bron.csv > out 2> err 3>> bron.csv
check 'an input that is still to be read: status 2' test $? = 2
check 'it is left alone' same bron.csv copy.csv
written 'and that is said' err \
    'mc-signal: --rejects leads to bron.csv, which is still to be read (see mc-signal --help)\n'
run 'an input that is read by then' 1 "$good" \
    "mc-signal: bron.csv:2: $fod; case K-1 lacks this line\n$(summary 2 1 1)" -r bron.csv bron.csv
written 'is replaced' bron.csv "$fod_rows"

# -------------------------------------------- the input itself is never lost

stays='mc-signal: r.csv stays as it was, since not all could be taken in\n'
before="$header,reasons\nK-1,2025-10-03,03AB00,need,fod,,,,x,$fod_cell\n${good%\\n},\n"
again() {
	printf '%b' "$before" > kept/r.csv
}
fod_told="mc-signal: r.csv:2: $fod; case K-1 lacks this line\n"

again
mc-signal -r r.csv r.csv > /dev/full 2> err
printf '%b' "mc-signal: standard output: No space left on device\n${fod_told}$stays$(summary 2 1 1)" > want.err
check 'when what was accepted has not arrived' same err want.err
holds 'it stays' "$before"
printf 'zaak;datum;soort;code\nK-2;3-10-2025;behoefte;y\n' > b.csv
run 'when it is refused as a whole' 2 '' \
    "$(told b.csv K-2 y)mc-signal: r.csv: $differ\n$stays$(summary 1 0 1)" \
    -s 03AB00 -r r.csv b.csv r.csv
holds 'it stays so too' "$before"
again
long=$(head -c 65600 /dev/zero | tr '\0' x)
printf '%s\n' "K-2,2025-10-03,03AB00,need,food,,,,$long" >> kept/r.csv
cp kept/r.csv copy.csv
run 'when a row is too long to be kept' 2 "$good" "${fod_told}mc-signal: r.csv:4: the line is longer \
than 64 KiB; case K-2 lacks this line\nmc-signal: r.csv:4: the row is too long for r.csv\n$stays$(summary 3 1 2)" -r r.csv r.csv
check 'it stays as well' same kept/r.csv copy.csv
: > kept/r.csv
run 'an empty file of rejects loses nothing' 1 '' \
    "mc-signal: r.csv is empty\n$(told b.csv K-2 y)$(summary 1 0 1)" -s 03AB00 -r r.csv r.csv b.csv
holds 'and is replaced' "zaak;datum;soort;code;reasons\n$(kept K-2 y)"

again
run 'when no sheet could be read' 2 '' 'mc-signal: none.csv: No such file or directory\n' \
    -r r.csv none.csv
holds 'it stays once more' "$before"

# A row that fits in a line, but not with its reasons, is kept without them.
long=$(head -c 65400 /dev/zero | tr '\0' x)
input "$header\nK-1,2025-10-03,03AB00,need,fod,,,,$long\n"
run 'a row that is nearly too long' 1 '' \
    "mc-signal: standard input:2: $fod; case K-1 lacks this line\n$(summary 1 0 1)" -r r.csv
holds 'is kept' "$header,reasons\nK-1,2025-10-03,03AB00,need,fod,,,,$long,\n"

# --------------------------------------------------------------------- --log

again
printf '%s\n' "$header" > log
mc-signal -l log -r r.csv r.csv > out 2> err
printf '%s\n%b' "$header" "$good" > want.csv
check 'with a log: what was accepted is in it' same log want.csv
holds 'and what was refused is kept' "$header,reasons\nK-1,2025-10-03,03AB00,need,fod,,,,x,$fod_cell\n"
printf '%b' "$header\n${good/K-9/K-8}" > log
chmod 600 log
again
(
	ulimit -f 0
	exec mc-signal -l log -r r.csv r.csv
) 2>&1 | cat > err
printf '%b' "${fod_told}mc-signal: log: File too large
mc-signal: r.csv: File too large\n$stays$(summary 2 1 1)" > want.err
if is_watched; then
	skip 'when the log cannot be written' 'valgrind writes files too'
else
	check 'when the log cannot be written' same err want.err
fi
check 'the log stays' test "$(tail -n 1 log)" = K-8,2025-10-03,03AB00,need,food,,,,
holds 'and the rejects stay' "$before"
alone 'and nothing else'

# The log is still to be made when the link that leads to it is named for what is refused.
ln -s made.csv refused.csv
printf '%s\n' "$header" K-3,2026-03-02,03AB00,need,food,,,, K-4,2026-03-02,03AB00,need,nonsense,,,, > in
mc-signal -l made.csv -r refused.csv < in > out 2> err
check 'a link to the log that is made: the log has the record' grep -q '^K-3,' made.csv
check '... and the other file the row' grep -q '^K-4,' refused.csv

finish
