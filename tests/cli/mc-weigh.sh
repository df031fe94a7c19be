#!/usr/bin/env bash
#
# Goal: mc-weigh as a filter: what it writes to standard output and standard
# error and the status with which it ends, for right, wrong and hostile input.
#
#   BIN=build/bin tests/cli/mc-weigh.sh
#
# TAP on standard output; exits 1 when a test failed, 2 when none can run.

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/filter-helpers"
tool=(mc-weigh)

signal='K-1,2026-03-01,03AB00,signal,fear,seen,,teacher,schrok'
weighed='K-1,2026-03-01,03AB00,weigh,talk-first,W14,,mc-weigh,'

# ------------------------------------------------------------ right input

input ''
run 'empty input: the header alone' 0 '' ''
input "$header\n"
run 'a header alone' 0 '' ''
input "$signal\n"
run 'without a header' 0 "$signal\n$weighed\n" ''
input "$header\n$signal\n"
run 'with a header' 0 "$signal\n$weighed\n" ''
input "$signal\n$header\n$signal\n$header\n"
run 'headers in the middle' 0 "$signal\n$signal\n$weighed\n" ''
input "$signal"
run 'without the final newline' 0 "$signal\n$weighed\n" ''
input "$signal\n"
run 'standard input as -' 0 "$signal\n$signal\n$weighed\n" '' - in
run 'a file' 0 "$signal\n$weighed\n" '' in
run 'a file after --' 0 "$signal\n$weighed\n" '' -- in

quoted='"K-1",2026-03-01,"03AB00",signal,"fear",seen,,,"zei: ""nee"", \xE2\x80\xA8 en  "'
input "$quoted\n"
run 'quotes pass byte for byte' 0 "$quoted\n$weighed\n" ''
input ",2026-03-01,03AB00,school,team,yes,,,\n"
run 'a record of the school has no case' 0 ',2026-03-01,03AB00,school,team,yes,,,\n' ''
input "$signal\n$weighed\nK-1,2026-03-01,03AB00,refer,af,talk,,mc-refer,R21 named\n"
run 'derived records are dropped' 0 "$signal\n$weighed\n" ''
input "$weighed\n"
run 'derived records alone make no case' 0 '' ''
input "$(printf 'b%s\na%s\nb%s\n' "${signal#K-1}" "${signal#K-1}" "${signal#K-1}")"
run 'weighed in the order in which the cases came' 0 \
    "b${signal#K-1}\na${signal#K-1}\nb${signal#K-1}\nb${weighed#K-1}\na${weighed#K-1}\n" ''
input "$signal\nK-1,2026-03-01,04AB00,signal,fear,seen,,,x\nK-1,2026-03-02,04AB00,need,food,,,,\n"
run 'schools are kept apart' 0 "$(cat in)\n$weighed\n\
K-1,2026-03-02,04AB00,weigh,talk-first,W14,,mc-weigh,\n" ''

# ------------------------------------------------------- --as-of, --grouped

input "$signal\nK-1,2026-03-05,03AB00,answer,unsafe,acute,,,\nK-2,2026-03-05,03AB00,need,food,,,,\n"
run '--as-of leaves out what is later' 0 "$signal\n$weighed\n" '' --as-of 2026-03-04
run '-a, as -a and its date in one' 0 "$signal\n$weighed\n" '' -a2026-03-04
run '--as-of the day itself' 0 "$(cat in)\n\
K-1,2026-03-05,03AB00,weigh,report-now,W01,2026-03-05,mc-weigh,with-vt\n\
K-2,2026-03-05,03AB00,weigh,talk-first,W14,,mc-weigh,\n" '' --as-of=2026-03-05

input "$signal\nK-1,2026-03-02,03AB00,answer,suspicion,no,,,\nK-1,2026-03-02,03AB00,answer,concern,yes,,,
K-1,2026-03-02,03AB00,plan,review,,2026-06-01,,\n"
steps='missing:consult missing:talk missing:child'
run 'a review that is today is not overdue' 0 "$(cat in)\n\
K-1,2026-03-02,03AB00,weigh,grey,W19,2026-06-01,mc-weigh,$steps\n" '' \
    -a 2026-06-01
run 'the day after it is' 0 "$(cat in)\n\
K-1,2026-03-02,03AB00,weigh,overdue,W18,2026-06-01,mc-weigh,$steps\n" '' \
    -a 2026-06-02

# Known later than it happened: it counts on the day on which the school came to know.
known='K-1,2026-03-02,03AB00,signal,runs-away,third,2026-03-05,teacher,hoorde het van oma'
input "$signal\n$known\n"
run '--as-of before a signal was known leaves it out' 0 "$signal\n$weighed\n" '' -a 2026-03-04
run '--as-of the day on which it was known' 0 "$signal\n$known\n\
K-1,2026-03-05,03AB00,weigh,check-safety,W03,2026-03-05,mc-weigh,\n" '' -a 2026-03-05
input "$signal\nK-2,2026-03-09,03AB00,need,food,,,,\n"
run '--as-of before all of a case: it is no case yet' 0 "$signal\n$weighed\n" '' -a 2026-03-08
input "K-1,2026-03-02,03AB00,plan,term,,2026-06-01,,\n"
run 'what a plan agrees may lie after today' 0 "$(cat in)\n\
K-1,2026-03-02,03AB00,weigh,talk-first,W14,,mc-weigh,\n" '' -a 2026-03-02

# A duty about staff hides nothing: the search goes on.
input "$signal\nK-1,2026-03-02,03AB00,signal,staff,third,,ib,greep hem vast\n"
run 'also' 0 "$(cat in)\nK-1,2026-03-02,03AB00,weigh,staff-duty,W08,,mc-weigh,also:W14\n" ''

rest=',2026-03-01,03AB00,need,food,,,,'
done=',2026-03-01,03AB00,weigh,talk-first,W14,,mc-weigh,'
input "a$rest\na$rest\nb$rest\nb,2026-03-01,04AB00,need,food,,,,\nb$rest\nc$rest\n"
run '--grouped: each run by itself' 0 "a$rest\na$rest\na$done\nb$rest\n\
b,2026-03-01,04AB00,need,food,,,,\nb$rest\nb$done\n\
b,2026-03-01,04AB00,weigh,talk-first,W14,,mc-weigh,\nc$rest\nc$done\n" '' --grouped
input "a$rest\nab$rest\na$rest\n"
run '--grouped: a case that comes again is weighed again' 0 \
    "a$rest\na$done\nab$rest\nab$done\na$rest\na$done\n" '' -g

input "a$rest\n,2026-03-01,03AB00,school,team,yes,,,\na$rest\n"
run '--grouped: a record of the school ends no run' 0 "$(cat in)\na$done\n" '' -g

# ------------------------------------------------------------- wrong lines

lacks='; case K-1 lacks this line'
refused="$signal\n${weighed}refused\n"
bad() { # name, line as printf %b has it, message
	input "$2\n$signal\n"
	run "$1" 1 "$refused" "mc-weigh: standard input:1: $3$lacks\n"
}
bad 'a carriage return' 'K-1,2026-03-01,03AB00,need,food,,,,a\rb' \
    'holds a carriage return that ends no line'
bad 'a control character' 'K-1,2026-03-01,03AB00,need,food,,,,a\tb' 'holds a control character'
bad 'a NUL byte' 'K-1,2026-03-01,03AB00,need,food,,,,a\0000b' 'holds a NUL byte'
bad 'Windows-1252' 'K-1,2026-03-01,03AB00,need,food,,,,caf\xE9' 'is not UTF-8'
bad 'an overlong form' 'K-1,2026-03-01,03AB00,need,food,,,,\xC0\xAF' 'is not UTF-8'
bad 'a surrogate' 'K-1,2026-03-01,03AB00,need,food,,,,\xED\xA0\x80' 'is not UTF-8'
bad 'a quote that is never closed' 'K-1,2026-03-01,03AB00,need,food,,,,"open' \
    'a quoted field is not closed on its line'
bad 'text after a closing quote' 'K-1,2026-03-01,03AB00,need,food,,,,"a"b' \
    'a quote stands where no quoted field begins or ends'
bad 'too few fields' 'K-1,2026-03-01,03AB00,need,food,,,' "8 fields (a record has 9: $header)"
bad 'too many fields' 'K-1,2026-03-01,03AB00,need,food,,,,,' "10 fields (a record has 9: $header)"
bad 'an unknown answer' 'K-1,2026-03-01,03AB00,answer,unsafe,jaa,,,' \
    'value: unknown answer "jaa" for question unsafe (yes, no, doubt, acute, structural, disclosure)'
bad 'an answer to another question' 'K-1,2026-03-01,03AB00,answer,result,acute,,,' \
    'value: answer "acute" does not fit for question result (yes, no, doubt)'
bad 'a day that does not exist' 'K-1,2026-02-30,03AB00,need,food,,,,' \
    'date: "2026-02-30" is no date (YYYY-MM-DD or YYYY-MM-DDTHH:MM, a day that exists, 2000 to 2199)'
bad 'dated after today' 'K-1,2199-01-01,03AB00,need,food,,,,' \
    'date: "2199-01-01" lies after today'
bad 'known after today' 'K-1,2026-03-01,03AB00,signal,fear,third,2199-01-01,,x' \
    'due: "2199-01-01" lies after today'
bad 'an escape sequence in a value' 'K-1,2026-03-01,03AB00,need,\x1B[31mfood,,,,' \
    'holds a control character'
bad 'a value that turns the text' 'K-1,2026-03-01,03AB00,need,\xE2\x80\xAEfood,,,,' \
    'code: unknown need "\\u202Efood" for kind need (money, sport, buddy, bicycle, clothing, food, housing, upbringing, other)'

: > why
for value in 123456782 jan@example.nl 06-12345678; do
	printf 'K-1,2026-03-01,03AB00,need,food,,,%s,\n%s,2026-03-01,03AB00,need,fod,,,,\n' \
	    "$value" "$value" | mc-weigh > out 2> err
	if [ "$(wc -l < err)" -lt 2 ] || grep -qF "$value" err; then
		echo "$value is shown" >> why
	fi
done
result 'no message shows an identifying value' why

input "\xEF\xBB\xBF$header\n$signal\n"
run 'a byte order mark' 1 "$signal\n$weighed\n" \
    'mc-weigh: standard input:1: the line begins with a byte order mark (mc-signal takes it off)\n'
# A case of which no line is left: all must be answered, today.
nothing='K-1,2026-03-31,03AB00,weigh,incomplete,W35,,mc-weigh,missing:suspicion refused\n'
input "K-1,2026-03-01,03AB00,signal,hongr,zelf,,juf,\n"
run 'each fault of a line is told' 1 "$nothing" \
    "mc-weigh: standard input:1: code: unknown signal \"hongr\" for kind signal (see mc-record(5))$lacks
mc-weigh: standard input:1: value: unknown source \"zelf\" for kind signal (seen, child, parent, third)$lacks
mc-weigh: standard input:1: text: is missing for kind signal$lacks
mc-weigh: standard input:1: by: unknown role \"juf\" (teacher, af, ib, head, board, smw, nurse, support, other)$lacks\n" \
    -a 2026-03-31
input "$signal\n\n\"\n$header\nx\n$signal\nK-9$rest\n"
run 'lines are numbered, and the next is read afresh' 1 \
    "$signal\n$signal\nK-9$rest\n$weighed\nK-9$done\n" \
    "mc-weigh: standard input:2: 1 fields (a record has 9: $header)
mc-weigh: standard input:3: a quoted field is not closed on its line
mc-weigh: standard input:5: 1 fields (a record has 9: $header)\n"
printf '%s\n' "$signal" > zaken.csv
printf 'K-1,2026-03-01,03AB00,answer,unsafe,jaa,,,\n' >> zaken.csv
input ''
run 'a message names the file, line and column' 1 "$refused" \
    "mc-weigh: zaken.csv:2: value: unknown answer \"jaa\" for question unsafe \
(yes, no, doubt, acute, structural, disclosure)$lacks\n" zaken.csv
input "K-1,2026-03-01,03AB00,need,eten,,,,\nK-2$rest\n"
no_eten="mc-weigh: standard input:1: code: unknown need \"eten\" for kind need \
(money, sport, buddy, bicycle, clothing, food, housing, upbringing, other)$lacks\n"
run 'a case of refused lines alone has its record' 1 "K-2$rest\n${nothing}K-2$done\n" "$no_eten" \
    -a 2026-03-31
run '--grouped: in its place' 1 "${nothing}K-2$rest\nK-2$done\n" "$no_eten" -ga 2026-03-31
input "x,2026-03-01,03AB0,need,food,,,,\nK-2$rest\n"
run 'a line that names no case makes none' 1 "K-2$rest\nK-2$done\n" \
    'mc-weigh: standard input:1: school: "03AB0" is no BRIN with location (two digits, two capitals, two digits)\n'
input "a$rest\nb,2026-03-01,03AB00,need,,,,,\nb$rest\nc$rest\n"
run '--grouped: the flag stays with its case' 1 "a$rest\na$done\nb$rest\nb${done}refused\nc$rest\nc$done\n" \
    "mc-weigh: standard input:2: code: is missing for kind need \
(money, sport, buddy, bicycle, clothing, food, housing, upbringing, other); case b lacks this line\n" -g

# ---------------------------------------------------------- lines too long

long() { # a record of this many bytes
	printf 'K-1,2026-03-01,03AB00,need,food,,,,'
	head -c $(($1 - 35)) /dev/zero | tr '\0' x
	echo
}
too_long="mc-weigh: standard input:1: the line is longer than 64 KiB$lacks\n"
for size in 65537 131072 5000000; do
	{ long $size; printf '%s\n' "$signal"; } > in
	run "a line of $size bytes" 1 "$refused" "$too_long"
done
long 65536 > in
run 'a line of just 64 KiB' 0 "$(cat in)\nK-1$done\n" ''

# ------------------------------------------------------- files and streams

input "$signal\n"
run 'a folder is named, the others are handled' 2 "$signal\n$weighed\n" \
    'mc-weigh: .: Is a directory\n' . in
run 'a missing file is named, the others are handled' 2 "$signal\n$weighed\n" \
    'mc-weigh: none.csv: No such file or directory\n' none.csv in
run 'trouble is worse than a refusal' 2 "$signal\n$refused" \
    "mc-weigh: none.csv: No such file or directory
mc-weigh: zaken.csv:2: value: unknown answer \"jaa\" for question unsafe \
(yes, no, doubt, acute, structural, disclosure)$lacks\n" in none.csv zaken.csv
broken_streams
printf '%s\n' "$signal" > in
keep mc-weigh in - <&-
printf '%s\n' "$header" "$signal" "$weighed" > want.out
compare 'a closed standard input, after a file' 2

# Much more than a pipe holds, to a reader that stops.
yes "$signal" | head -n 200000 > many
: > err
mc-weigh many 2> err | head -n 1 > out
status=${PIPESTATUS[0]}
echo "$header" > want.out
: > want.err
compare 'a broken pipe ends quietly' 141

# As tail -f feeds it: a line is written before the next one comes.
mkfifo fed answered
mc-weigh < fed > answered 2> err &
exec 3> fed 4< answered
printf '%s\n' "$signal" >&3
{ read -r -t 10 one && read -r -t 10 two; } <&4
printf '%s\n%s\n' "${one-}" "${two-}" > out
exec 3>&-
cat <&4 >> out
exec 4<&-
wait $!
status=$?
printf '%s\n' "$header" "$signal" "$weighed" > want.out
: > want.err
compare 'a line is passed on as it comes' 0
printf '%s\n' "$header" "$signal" > want.out
printf '%s\n%s\n' "${one-}" "${two-}" > out
compare 'and before the input ends' 0

# ------------------------------------------------------------ command line

: > in
usage() { # name, errors, arguments
	printf '%b' "$2" > want.err
	local name=$1
	shift 2
	: > want.out
	keep mc-weigh "$@" < in
	sed -i "s|^.*/mc-weigh: |mc-weigh: |" err
	compare "$name" 2
}
usage 'an unknown long option' \
    "mc-weigh: unrecognized option '--nope'\nmc-weigh: see mc-weigh --help\n" --nope
usage 'an unknown short option' \
    "mc-weigh: invalid option -- 'x'\nmc-weigh: see mc-weigh --help\n" -x
usage 'an option without its argument' \
    "mc-weigh: option '--as-of' requires an argument\nmc-weigh: see mc-weigh --help\n" --as-of
for date in nope 2026-02-30 2026-3-1 2026-03-01T09:00 '' 1999-12-31; do
	usage "--as-of \"$date\"" \
	    "mc-weigh: --as-of \"$date\" is no day (YYYY-MM-DD) (see mc-weigh --help)\n" --as-of "$date"
done

# Texts that are read the quick way, but for their last byte.
tells_of_line() { [ "$status" -eq 1 ] && grep -qF "in:2: $1" err; }
almost() { # text, message
	input "$header\nK-1,2025-10-03,03AB00,need,food,,,,$1\nK-1,2025-10-03,03AB00,need,food,,,,\n"
	keep mc-weigh in
	check "almost a record: ${1:0:10}" tells_of_line "$2"
}
almost '"' 'a quoted field is not closed on its line'
almost '"a,b' 'a quoted field is not closed on its line'
almost '"a"b"' 'a quote stands where no quoted field begins or ends'
almost '"a"b' 'a quote stands where no quoted field begins or ends'
almost '\xC3\xAB"' 'a quote stands where no quoted field begins or ends'
almost '\xC3\xAB,b' '10 fields (a record has 9:'
almost "\"$(head -c 66000 /dev/zero | tr '\0' x)\"" 'the line is longer than 64 KiB'

# Without a day that can be, nothing is said of what is due.
input "$header\nK-1,2025-10-03,03AB00,signal,injury,seen,,,\n"
for day in 1899-12-31 1999-12-31 2200-01-01; do
	stand_still "$day"
	run "a clock at $day" 2 none "mc-weigh: the system's clock does not stand in 2000-2199\n"
	go_on
done

# Nobody reads what the pipe holds, and the signal that tells so is blocked.
mkfifo unread
(
	exec 3<> unread 4> unread 3>&-
	env --block-signal=PIPE mc-weigh in >&4 2> err
)
check 'a broken pipe ends it as the signal would' test $? = 141
check 'without a word' test ! -s err

cat > help << 'END'
usage: mc-weigh [-g] [-a DATE] [-p K/N] [file ...]
       mc-weigh --explain RULE
Weigh each case by the meldcode's framework and say which rule gave the outcome.

  -a, --as-of DATE             weigh as if today were DATE; later records are left out
  -e, --explain RULE           say what a rule (W13) or a flag (missing:child) means
  -g, --grouped                lines with equal cases stand together: weigh each run by itself
  -p, --part K/N               only the cases of part K of N, for N workers that share a log
  -h, --help                   show this help
  -V, --version                show the version

More: man mc-weigh
END
help_and_version

finish
