#!/usr/bin/env bash
#
# Goal: mc-refer as a filter: what it writes to standard output and standard
# error and the status with which it ends, for right, wrong and hostile input,
# and for every kernteam file.
#
#   BIN=build/bin tests/cli/mc-refer.sh
#
# TAP on standard output; exits 1 when a test failed, 2 when none can run.

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/filter-helpers"
tool=(mc-refer)

signal='K-1,2026-03-02,03AB00,signal,fear,seen,,teacher,schrok'
weighed='K-1,2026-03-02,03AB00,weigh,talk-first,W14,,mc-weigh,'
talk='K-1,2026-03-02,03AB00,refer,af,talk,2026-03-09,mc-refer,R21 named'
discuss='K-1,2026-03-02,03AB00,refer,kernteam,discuss,2026-03-09,mc-refer,R22 anonymous'
# Another case: from behind its id, of school 03AB00.
need=',2026-03-02,03AB00,need,food,,,,'
need_weighed=',2026-03-02,03AB00,weigh,talk-first,W14,,mc-weigh,'
need_referred=",2026-03-02,03AB00,refer,af,talk,2026-03-09,mc-refer,R21 named"
need_help=",2026-03-02,03AB00,refer,socius,practical-help,2026-03-16,mc-refer,R34 anonymous"
both() { # case: its two refer records, as printf %b has them
	printf '%s' "$1$need_referred\n$1$need_help\n"
}
lacks() { # case, school, what it has, other cases as they are named
	printf '%s' "mc-refer: case $1 of school $2${4-} has $3: pipe its facts through mc-weigh first \
(mc-weigh file ... | mc-refer)\n"
}

# ------------------------------------------------------------ right input

input ''
run 'empty input: the header alone' 0 '' ''
input "$header\n"
run 'a header alone' 0 '' ''
input "$signal\n$weighed\n"
run 'without a header' 0 "$signal\n$weighed\n$talk\n$discuss\n" ''
input "$header\n$signal\n$header\n$weighed\n$header\n"
run 'headers in the middle' 0 "$signal\n$weighed\n$talk\n$discuss\n" ''
input "$signal\n$weighed"
run 'without the final newline' 0 "$signal\n$weighed\n$talk\n$discuss\n" ''
run 'a file, and standard input as -' 2 "$signal\n$weighed\n$signal\n$weighed\n" \
    "$(lacks K-1 03AB00 'more than one weigh record')" - in
run 'a file after --' 0 "$signal\n$weighed\n$talk\n$discuss\n" '' -- in
input "$weighed\n$signal\n"
run 'the weigh record before the facts' 0 "$weighed\n$signal\n$talk\n$discuss\n" ''
quoted='"K-1",2026-03-02,"03AB00",signal,"fear",seen,,,"zei: ""nee"", \xE2\x80\xA8 en  "'
input "$quoted\nK-1,2026-03-02,03AB00,weigh,talk-first,W14,,mc-weigh,\"\"\n"
run 'quotes pass byte for byte' 0 "$(cat in)\n$talk\n$discuss\n" ''
input ',2026-03-02,03AB00,school,team,yes,,,\n'
run 'a record of the school has no case' 0 "$(cat in)\n" ''
input "$talk\n$signal\n$discuss\n$weighed\n$talk\n"
run 'refer records are dropped' 0 "$signal\n$weighed\n$talk\n$discuss\n" ''
input "$talk\n"
run 'refer records alone make no case' 0 '' ''
input "b$need\na$need\nb$need_weighed\na$need_weighed\n"
run 'in the order in which the cases came' 0 "$(cat in)\n$(both b)$(both a)" ''
input "K-1$need\nK-1$need_weighed\nK-1,2026-03-03,04AB00,signal,pupil,third,,,x
K-1,2026-03-03,04AB00,weigh,own-protocol,W11,,mc-weigh,\n"
run 'schools are kept apart' 0 "$(cat in)\n$(both K-1)\
K-1,2026-03-03,04AB00,refer,board,peer-protocol,2026-03-03,mc-refer,R12 named
K-1,2026-03-03,04AB00,refer,af,review,2026-03-31,mc-refer,R39 named\n" ''
closed='K-1,2026-03-02,03AB00,answer,suspicion,no,,,\nK-1,2026-03-02,03AB00,answer,concern,no,,,
K-1,2026-03-02,03AB00,talk,family,open,,,\nK-1,2026-03-03,03AB00,consult,ib,named,,,\n'
input "${closed}K-1,2026-03-03,03AB00,weigh,close,W22,,mc-weigh,\n"
run 'nothing is due: R36, without a due' 0 "$(cat in)
K-1,2026-03-03,03AB00,refer,af,none,,mc-refer,R36 named\n" ''
# A record is dated the day from which its row counts, and stands in the order of the table.
input "$signal\nK-1,2026-03-05,03AB00,answer,unsafe,structural,,,\n\
K-1,2026-03-05,03AB00,weigh,report-now,W01,2026-03-05,mc-weigh,with-vt\n"
run 'the date is the day from which the row counts' 0 "$(cat in)
K-1,2026-03-05,03AB00,refer,veilig-thuis,report-now,2026-03-05,mc-refer,R01 named
K-1,2026-03-05,03AB00,refer,af,tell-parents,2026-03-05,mc-refer,R04 named
K-1,2026-03-05,03AB00,refer,board,inform,2026-03-05,mc-refer,R03 named\n" ''
# A rule or an outcome stands for that of also too.
input "$signal\nK-1,2026-03-05,03AB00,signal,staff,third,,,greep hem vast\n\
K-1,2026-03-05,03AB00,weigh,staff-duty,W08,,mc-weigh,also:W14\n"
run 'what the weigh record says also' 0 "$(cat in)
K-1,2026-03-05,03AB00,refer,board,staff-duty,2026-03-05,mc-refer,R10 named
K-1,2026-03-05,03AB00,refer,inspector,advise,2026-03-05,mc-refer,R11 named
$talk\n$discuss\n" ''
# Of a case of which every line was refused the weigh record is all that there is.
without='K-1,2026-03-09,03AB00,weigh,incomplete,W35,,mc-weigh,missing:suspicion refused'
input "$without\n"
run 'a case of which every line was refused' 0 "$without
K-1,2026-03-09,03AB00,refer,af,weigh,2026-03-09,mc-refer,R18 named\n" ''
# The outcome is the stream's: what was seen weighed, whatever the facts are now.
input "$signal\nK-1,2026-03-02,03AB00,weigh,close,W22,,mc-weigh,\n"
run 'the outcome is that of the weigh record' 0 "$(cat in)
K-1,2026-03-02,03AB00,refer,af,none,,mc-refer,R36 named\n" ''
input "$signal\nK-1,2026-03-02,03AB00,weigh,close,W22,,mc-weigh,missing:goal refused\n"
run 'and so are the flags' 0 "$(cat in)
K-1,2026-03-02,03AB00,refer,af,plan,2026-03-09,mc-refer,R33 named\n" ''

# --------------------------------------------------- cases without a weighing

input "$signal\na$need\na$need_weighed\n"
run 'without a weigh record: named, the others are handled' 2 "$(cat in)\n$(both a)" \
    "$(lacks K-1 03AB00 'no weigh record')"
input "$signal\n$weighed\n$weighed\na$need\na$need_weighed\n"
run 'two weigh records: named, the others are handled' 2 "$(cat in)\n$(both a)" \
    "$(lacks K-1 03AB00 'more than one weigh record')"
input "$signal\na$need\n$weighed\n$weighed\na$need_weighed\n"
run 'behind all facts: named, the others are handled' 2 "$(cat in)\n$(both a)" \
    "$(lacks K-1 03AB00 'more than one weigh record')"
input "$weighed\na$need\na$need_weighed\n"
run 'a weigh record without facts: named, the others are handled' 2 "$(cat in)\n$(both a)" \
    "$(lacks K-1 03AB00 'a weigh record and no facts')"
input "$(yes "$weighed" | head -n 257)\n$signal\n"
run 'many weigh records are no single one' 2 "$(cat in)\n" \
    "$(lacks K-1 03AB00 'more than one weigh record')"
input "$without\n$signal\na$need\na$need_weighed\n"
run 'facts that came after the weighing of none' 2 "$(cat in)\n$(both a)" \
    "$(lacks K-1 03AB00 'a weigh record from before its facts')"
input "b$need\na,2026-03-02,04AB00,need,food,,,,\na$need\na$need_weighed\n"
run 'each is named, with its school, in one message' 2 "$(cat in)\n$(both a)" \
    "$(lacks b 03AB00 'no weigh record' ', a of school 04AB00')"
input "$(for i in 1 2 3 4 5 6 7; do printf 'c%s' "$i$need\n"; done)"
run 'of many the first, and how many more' 2 "$(printf '%b' "$(cat in)")\n" \
    "$(lacks c1 03AB00 'no weigh record' ', c2 of school 03AB00, c3 of school 03AB00, c4 of school 03AB00, c5 of school 03AB00 (and 2 more)')"

# ------------------------------------------------------------ refused lines

refused() { # name, line, message: the case has a good weigh record besides
	input "$2\n$signal\n$weighed\n"
	run "$1" 1 "$signal\n$weighed\n$talk\n$discuss\n" \
	    "mc-refer: standard input:1: $3; case K-1 lacks this line\n"
}
refused 'unknown flags' "${weighed}missing:doel" 'text: "missing:doel" holds no flags of a weighing'
refused 'a flag twice apart' "${weighed}with-vt  refused" \
    'text: "with-vt  refused" holds no flags of a weighing'
refused 'an outcome that another rule gives' "${weighed/W14/W01}" \
    'code: "talk-first" is not the outcome of its rule'
refused 'a weigh record with an unknown rule' "${weighed/W14/W36}" \
    'value: "W36" is no rule of the weighing (W01 to W35)'
refused 'an also that is no rule' "${weighed}also:W36" 'text: "also:W36" holds no flags of a weighing'
refused 'a weigh record with an unknown outcome' "${weighed/talk-first/gesprek}" \
    'code: unknown outcome "gesprek" for kind weigh (see mc-record(5))'
refused 'a refer record with an unknown action' "${talk/,talk,/,praten,}" \
    'value: unknown action "praten" for kind refer (see mc-record(5))'
refused 'a fact with an unknown word' 'K-1,2026-03-02,03AB00,answer,unsafe,jaa,,,' \
    'value: unknown answer "jaa" for question unsafe (yes, no, doubt, acute, structural, disclosure)'
refused 'a carriage return' 'K-1,2026-03-02,03AB00,need,food,,,,a\rb' \
    'holds a carriage return that ends no line'
refused 'too few fields' 'K-1,2026-03-02,03AB00,need,food,,,' "8 fields (a record has 9: $header)"
input "$signal\n${weighed}missing:doel\na$need\na$need_weighed\n"
run 'without its weigh record a case is named again' 2 "$signal\na$need\na$need_weighed\n$(both a)" \
    "mc-refer: standard input:2: text: \"missing:doel\" holds no flags of a weighing; \
case K-1 lacks this line\n$(lacks K-1 03AB00 'no weigh record')"
input "$signal\n${weighed/W14/W00}\n"
run 'so when the record cannot be read' 2 "$signal\n" \
    "mc-refer: standard input:2: value: \"W00\" is no rule of the weighing (W01 to W35); \
case K-1 lacks this line\n$(lacks K-1 03AB00 'no weigh record')"
input "K-1,2026-03-02,03AB00,need,eten,,,,\na$need\na$need_weighed\n"
eten='code: unknown need "eten" for kind need (money, sport, buddy, bicycle, clothing, food, '
eten+='housing, upbringing, other); case K-1 lacks this line'
run 'a case of refused lines alone is named too' 2 "a$need\na$need_weighed\n$(both a)" \
    "mc-refer: standard input:1: $eten\n$(lacks K-1 03AB00 'no weigh record')"
input "a$need\na$need_weighed\nK-1,2026-03-02,03AB00,need,eten,,,,\n$signal\n$weighed\n"
run '--grouped: a refused line ends the run before it too' 1 \
    "a$need\na$need_weighed\n$(both a)$signal\n$weighed\n$talk\n$discuss\n" \
    "mc-refer: standard input:3: $eten\n" -g
input "\"open\n$signal\n$weighed\n"
run 'a line that names no case' 1 "$signal\n$weighed\n$talk\n$discuss\n" \
    'mc-refer: standard input:1: a quoted field is not closed on its line\n'

# ------------------------------------------------------------------ grouped

input "a$need\na$need_weighed\nb$need\nb,2026-03-02,04AB00,need,food,,,,\nb$need_weighed\nc$need\n\
c$need_weighed\n"
run '--grouped: each run by itself, its schools apart' 2 "a$need\na$need_weighed\n$(both a)b$need
b,2026-03-02,04AB00,need,food,,,,\nb$need_weighed\n$(both b)c$need\nc$need_weighed\n$(both c)" \
    "$(lacks b 04AB00 'no weigh record')" --grouped
input "a$need\nb$need\na$need_weighed\nb$need_weighed\n"
run '--grouped: lines that do not stand together' 2 "$(cat in)\n" \
    "$(lacks a 03AB00 'no weigh record' ', b of school 03AB00')$(lacks a 03AB00 \
'a weigh record and no facts' ', b of school 03AB00')" -g
input "a$need\n,2026-03-02,03AB00,school,team,yes,,,\na$need_weighed\n"
run '--grouped: a record of the school ends no run' 0 "$(cat in)\n$(both a)" '' -g

# On sorted input --grouped derives the same, with two schools that have the same pseudonyms.
mc-signal --school 03AB00 "$data/observaties.csv" > zaken.csv
{ cat zaken.csv; sed 's/,03AB00,/,04AB00,/' zaken.csv; } | mc-weigh -a 2026-10-31 | tail -n +2 |
    sort > sorted
mc-refer sorted | grep ,refer, | sort > want.out
mc-refer --grouped sorted 2> err | grep ,refer, | sort > out
status=$?
: > want.err
compare '--grouped is the same on sorted input' 0
: > why
[ "$(grep -c ,04AB00, want.out)" -gt 10 ] || echo 'too few records' > why
sed 's/,04AB00,/,03AB00,/' want.out | sort | uniq -c | awk '$1 != 2' >> why
result 'each school has the same' why

# ------------------------------------------------------------ kernteam file

# The kernteam, when socius is not there.
by_kernteam() { both "$1" | sed 's/,socius,/,kernteam,/'; }
columns=partner,name,phone,email,topics
input "a$need\na$need_weighed\n"
facts="a$need\na$need_weighed\n"
kernteam() { # name, file as printf %b has it, OUT behind the facts
	printf '%b' "$2" > team.csv
	run "$1" 0 "$facts$3" '' --kernteam team.csv
}
kernteam 'a file that has the partner' "$columns\nsocius,SOCIUS,023,s@example.org,social\n" "$(both a)"
kernteam 'a file that has not' "$columns\nggd,,,,\n" "$(by_kernteam a)"
kernteam 'a file of a header alone' "$columns\n" "$(by_kernteam a)"
kernteam 'a byte order mark' "\xEF\xBB\xBF$columns\nsocius,,,,\n" "$(both a)"
kernteam 'CRLF' "$columns\r\nsocius,,,,\r\nggd,,,,\r\n" "$(both a)"
kernteam 'quoted names with commas' "$columns\nsocius,\"Wit, J. de (\"\"Jo\"\")\",,,\"a,b\"\n" "$(both a)"
kernteam 'no final newline, empty lines, Dutch names' "$columns\n\nSOCIUS,,,,\nbestuur,,,," "$(both a)"
run '-k FILE' 0 "$facts$(both a)" '' -k "$data/kernteam.csv"
printf '%s\n' $columns ggd,,,, > none.csv
MC_KERNTEAM=none.csv run 'MC_KERNTEAM' 0 "$facts$(by_kernteam a)" ''
MC_KERNTEAM=none.csv run '-k goes before MC_KERNTEAM' 0 "$facts$(both a)" '' \
    -k "$data/kernteam.csv"
MC_KERNTEAM='' run 'an empty MC_KERNTEAM is none' 0 "$facts$(both a)" ''
input "a$need\na,2026-03-02,03AB00,need,upbringing,,,,\na$need_weighed\n"
run 'records that fall together are one' 0 "$(cat in)\n$(by_kernteam a)" '' -k none.csv
input "a$need\na$need_weighed\n"

wrong() { # name, file as printf %b has it, message
	printf '%b' "$2" > team.csv
	run "$1" 2 none "mc-refer: team.csv$3\n" -k team.csv
}
wrong 'an empty file' '' ": is empty: its first line must name the columns ($columns)"
wrong 'a header without the partner' 'name,phone\nx,y\n' \
    ":1: partner: is missing from the header ($columns)"
wrong 'no header' 'socius,,,,\n' ":1: unknown column \"socius\" ($columns)"
wrong 'an unknown partner' "$columns\nggd,,,,\nsocus,,,,\n" \
    ':3: partner: unknown partner "socus" (see mc-record(5))'
wrong 'an unknown partner with an escape sequence' "$columns\n\x1B[31m,,,,\n" \
    ':2: partner: unknown partner "\\x1B[31m" (see mc-record(5))'
quotes='(a text with a separator in it needs quotes)'
wrong 'too few fields' "$columns\nggd,,,\n" ":2: 4 fields, and the header has 5 $quotes"
wrong 'too many fields' "$columns\nggd,Wit, J.,,,\n" ":2: 6 fields, and the header has 5 $quotes"
wrong 'a quote that is never closed' "$columns\nggd,\"Wit\n,,,\n" \
    ':2: a quoted field is not closed on its line'
wrong 'Windows-1252' "$columns\nggd,Andr\xE9,,,\n" ':2: is not UTF-8'
run 'a missing kernteam file' 2 none 'mc-refer: nergens.csv: No such file or directory\n' \
    -k nergens.csv
run 'a folder as kernteam file' 2 none 'mc-refer: .: Is a directory\n' -k .
MC_KERNTEAM=nergens.csv run 'a missing MC_KERNTEAM' 2 none \
    'mc-refer: nergens.csv: No such file or directory\n'

# -------------------------------------------------------- files and streams

input "$signal\n$weighed\n"
ok="$signal\n$weighed\n$talk\n$discuss\n"
run 'a folder is named, the others are handled' 2 "$ok" 'mc-refer: .: Is a directory\n' . in
run 'a missing file is named, the others are handled' 2 "$ok" \
    'mc-refer: nergens.csv: No such file or directory\n' nergens.csv in
broken_streams
echo "$header" > want.out
{ yes "$signal" | head -n 200000; echo "$weighed"; } > many
mc-refer many 2> err | head -n 1 > out
status=${PIPESTATUS[0]}
: > want.err
compare 'a broken pipe ends quietly' 141

# ------------------------------------------------------------- command line

: > in
see='mc-refer: see mc-refer --help\n'
run 'an unknown long option' 2 none "mc-refer: unrecognized option '--nope'\n$see" --nope
run 'an unknown short option' 2 none "mc-refer: invalid option -- 'x'\n$see" -x
run '--kernteam without its argument' 2 none \
    "mc-refer: option '--kernteam' requires an argument\n$see" --kernteam
cat > help << 'END'
usage: mc-refer [-g] [-k FILE] [-p K/N] [file ...]
       mc-refer --explain RULE
Say who does what before when, named or anonymous, for each weighed case.

  -e, --explain RULE           say what a rule (R22) asks, of whom and by when
  -g, --grouped                lines with equal cases stand together: refer each run by itself
  -k, --kernteam FILE          the school's partners (or MC_KERNTEAM)
  -p, --part K/N               only the cases of part K of N, for N workers that share a log
  -h, --help                   show this help
  -V, --version                show the version

More: man mc-refer
END
help_and_version

finish
