#!/usr/bin/env bash
#
# Goal: columns and tokens are recognised in any order and in either language;
# a file whose columns will not do is named and refused alone; a stream of
# records is taken in line by line.
#
#   BIN=build/bin tests/cli/mc-signal-columns.sh

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/signal-helpers"

food='K-1,2025-10-03,03AB00,need,food,,,,\n'
map='(--map OLD=NEW says which column one is'
known="$map, --ignore-unknown passes over what is unknown)"
needed="case, date, kind, code"

# ------------------------------------------------------------------ columns

input 'tekst;door;uiterlijk;waarde;code;soort;school;datum;zaak
Brood;ib;;zelf;honger;signaal;03AB00;3-10-2025;K-1\n'
run 'Dutch, backwards' 0 'K-1,2025-10-03,03AB00,signal,hunger,seen,,ib,Brood\n' ''
input 'code,kind,case,date,school\nfood,need,K-1,2025-10-03,03AB00\n'
run 'English, few and in another order' 0 "$food" ''
input ' ZAAK ;Date;kind;Code;SCHOOL\nK-1;3-10-2025;need;eten;03AB00\n'
run 'both languages, any case, blanks around' 0 "$food" ''
input '"zaak"\t"datum"\t"soort"\t"code"\t"school"\nK-1\t3-10-2025\tbehoefte\teten\t03AB00\n'
run 'quoted names, tabs' 0 "$food" ''
input ';;;\n\n ; ; ; \nzaak;datum;soort;code\n;;;\n\n \nK-1;3-10-2025;behoefte;eten\n;;;\n'
run 'blank rows before, between and behind' 0 "$food" '' -s 03AB00
input 'zaak;datum;soort;code;;\nK-1;3-10-2025;behoefte;eten;;\nK-1;4-10-2025;behoefte;eten; ;\n'
run 'columns without a name and with nothing in them' 0 \
    "${food}K-1,2025-10-04,03AB00,need,food,,,,\n" '' -s 03AB00
input 'zaak;datum;soort;code\nK-1;3-10-2025;behoefte;eten;;;\n'
run 'empty cells beyond the columns' 0 "$food" '' -s 03AB00
input 'zaak;datum;soort;code;school;tekst\nK-1;3-10-2025;behoefte;eten\n'
run 'separators left out at the end' 0 "$food" '' -s 03AB00
input 'sep=;\r\nzaak;datum;soort;code\r\nK-1;3-10-2025;behoefte;eten\r\n'
run 'a line sep=; before the header' 0 "$food" '' -s 03AB00
input '\xEF\xBB\xBFSEP=\t\nzaak\tdatum\tsoort\tcode\nK-1\t3-10-2025\tniets\teten\n'
run 'a line sep=TAB behind a mark; lines keep their numbers' 1 '' 'mc-signal: standard input:3: kind: unknown kind "niets" (signal, consult, talk, consent, answer, plan, need, done, school); case K-1 lacks this line
mc-signal: 1 rows read, 0 accepted, 1 refused\n' -s 03AB00
input 'zaak;datum;soort;code;"op-\nmerking"\nK-1;3-10-2025;behoefte;eten;x\n'
run 'a header over two lines' 0 "${food%\\n}x\n" '' -i -s 03AB00

no_columns() { # name, header line, what is wrong
	input "$2\nK-1;3-10-2025;behoefte;eten;x;y\n"
	run "$1" 2 '' "mc-signal: standard input: $3\n" -s 03AB00
}
no_columns 'twice, in two languages' 'zaak;datum;soort;code;date' \
    'column date twice'
no_columns 'twice, in one' 'zaak;datum;soort;code;Zaak' \
    'column case twice'
no_columns 'a column that nobody knows' 'zaak;datum;soort;code;naam' \
    "unknown column \"naam\" $known"
no_columns 'its name shown safely' 'zaak;datum;soort;code;na\x1Bam' \
    "unknown column \"na\\\\x1Bam\" $known"
no_columns 'no header' 'K-1;2-10-2025;behoefte;eten' \
    "none of the first 20 lines names the columns $needed $map)"
no_columns 'all that is wrong with a header, in one message' 'zaak;naam;soort;Groep (1-8);Zaak;naam' \
    "unknown column \"naam\", \"Groep (1-8)\", \"naam\"; no column date, code; column case twice $known"
no_columns 'at most five names of one sort' 'zaak;datum;soort;code;a1;b1;c1;d1;e1;f1;g1' \
    "unknown column \"a1\", \"b1\", \"c1\", \"d1\", \"e1\", ... $known"
input 'zaak;datum;soort;code;"tekst\nK-1;3-10-2025;behoefte;eten;x;y\n'
run 'a header that is no CSV' 2 '' 'mc-signal: standard input:1: the header is no CSV (a quote is never closed, or stands in the middle of a name)\n' -s 03AB00
for column in zaak/case datum/date soort/kind code/code; do
	line=zaak\;datum\;soort\;code
	no_columns "without column ${column#*/}" "${line/${column%/*}/tekst}" \
	    "no column ${column#*/} $map)"
done
head -c 70000 /dev/zero | tr '\0' 'x' > in
run 'a first line of 70,000 bytes' 2 '' \
    'mc-signal: standard input:1: the line is longer than 64 KiB\n'
input 'zaak;datum;soort;code;naam;groep\nK-1;3-10-2025;behoefte;eten;x;y\n'
run '--ignore-unknown passes them over' 0 "$food" '' -s 03AB00 --ignore-unknown
input 'zaak;datum;soort;code;reasons;Redenen\nK-1;3-10-2025;behoefte;eten;oud;old\n'
run 'the reasons of a file of rejects are passed over' 0 "$food" '' -s 03AB00

# ------------------------------------------------------- where the header is

row='K-1;3-10-2025;behoefte;eten\n'
above() { # name, lines above, the header's line
	input "$2zaak;datum;soort;code\n$row"
	run "$1" 0 "$food" "mc-signal: standard input: the header is line $3; what stands above it is \
passed over\n" -s 03AB00
}
above 'a title above it, as a spreadsheet prints it' \
    'Observaties groep 5;;;\nafgedrukt 28-11-2026;;;\n;;;\n' 4
above 'a title with a quote in it' 'Lijst "groep 5"\n' 2
above 'a title with a quote that is never closed' 'Tablet van 10" groep 5\n' 2
above 'a title that names a column' 'School;zaak;;\n' 2
above 'nineteen lines' "$(printf 'titel\\n%.0s' {1..19})" 20
input "$(printf 'titel\\n%.0s' {1..20})zaak;datum;soort;code\n$row"
run 'twenty lines: too many' 2 '' "mc-signal: standard input: none of the first 20 lines names the columns \
$needed $map)\n" -s 03AB00
for blank in '' ';;;;;' ' ; '; do
	input "$(printf "$blank\\\\n%.0s" {1..20})zaak;datum;soort;code\n$row"
	run "twenty lines \"$blank\": what follows is not lost as if the file were empty" 2 '' "mc-signal: standard \
input: none of the first 20 lines names the columns $needed $map)\n" -s 03AB00
	input "$(printf "$blank\\\\n%.0s" {1..40})"
	run "forty lines \"$blank\" and nothing else" 0 '' 'mc-signal: standard input is empty\n' -s 03AB00
done
above 'behind a line sep=;' 'sep=;\nObservaties\n' 3
input "$(printf '\\n%.0s' {1..5})zaak;datum;soort;code\n$row"
run 'empty lines above it are not worth a word' 0 "$food" '' -s 03AB00
# Sorted with its rows, a header may come to stand among them.
sorted() { # name, lines above, the first that is a record, the header's
	input "$2zaak;datum;soort;code;waarde;tekst\n$row"
	run "$1" 2 '' "mc-signal: standard input:$3: a record stands above the header, which is line $4, as when \
the header was sorted with the rows: put the header on top\n" -s 03AB00
}
sorted 'a record above it' "$row" 1 2
sorted 'below a title' "titel\n\n${row}titel\n$row" 3 6
sorted 'one that would be refused' 'K 1;5-10;SIGNAL;hongr\n' 1 2
sorted 'a date that a spreadsheet spoilt' 'K-1;########;signaal;honger;zelf\n' 1 2
sorted 'as a spreadsheet wraps its cells' '="K-1";"=""5-10-2026""";\xC2\xA0signaal ;honger\n' 1 2
sorted 'no CSV behind its cells' 'K-1;5-10-2026;signaal;honger;zelf;een "woord"\n' 1 2
sorted 'a quote that is never closed behind them' 'K-1;5-10-2026;signaal;honger;zelf;"woord\n' 1 2
lines_above() { # name, line
	input "$2\nzaak;datum;soort;code\n$row"
	run "$1" 0 "$food" 'mc-signal: standard input: the header is line 2; what stands above it is passed over\n' -s 03AB00
}
lines_above 'no record: too few cells' ';5-10-2026;signaal;honger'
lines_above 'no record: no kind' 'K-1;5-10-2026;groep 5;honger'
lines_above 'no record: no date' 'nummer;dag-maand-jaar;signaal;woord'
lines_above 'no record: elsewhere' 'signaal;K-1;5-10-2026;honger'
printf 'zaak;datum;soort;code\nK-1;3-10-2025;behoefte;eten\n' > a.csv
printf 'K-2;3-10-2025;behoefte;eten\nzaak;datum;soort;code\nK-3;3-10-2025;behoefte;eten\n' > sorted.csv
run 'nothing of that file is taken, all of the others' 2 "$food" "mc-signal: sorted.csv:1: a record stands above the \
header, which is line 2, as when the header was sorted with the rows: put the header on top\n" -s 03AB00 sorted.csv a.csv

input "zaak;datum;soort;code\n${row}zaak;datum;soort;code\nZaak;\"Datum\";Kind;code (x)\n$row"
run 'the header again, as after cat' 0 "$food$food" '' -s 03AB00
input "zaak;datum;soort;code;tekst\n${row}datum;zaak;soort;code;tekst\n3-10-2025;K-2;behoefte;eten;\n"
run 'another header in the middle' 2 '' "mc-signal: standard input:3: another header stands here, with its \
columns in other places: feed each sheet by itself\n" -s 03AB00

# -------------------------------------------------------------------- names

names() { # name, header, row
	input "$2\n$3\n"
	run "$1" 0 'K-1,2025-10-03,03AB00,signal,hunger,seen,,teacher,x\n' '' -s 03AB00 "${@:4}"
}
cells='K-1;3-10-2025;signaal;honger;zelf;juf;x'
names 'without what stands in brackets' \
    'zaak (nummer);Datum [dd-mm-jjjj];soort;code (wat?);waarde;door (functie);tekst (kort)' "$cells"
names 'in brackets altogether' '(zaak);[datum];soort;code;waarde;door;tekst' "$cells"
names 'as people call them' 'Zaaknummer;Wanneer;Type;Onderwerp;Hoe bekend;Waargenomen door;Toelichting' "$cells"
names 'with marks, accents and blanks of all sorts' \
    'Z\xC3\xA1\xC3\xA1k:;Datum\xC2\xA0;*soort*;co-de;_waarde_;door?;\xE2\x80\x8Btekst' "$cells"
names 'by --map' 'Naam leerling;datum;soort;code;waarde;door;tekst' "$cells" --map 'naam leerling=zaak'
names 'several' 'A;B;soort;code;waarde;door;C' "$cells" -m A=zaak -m b=date -m C=tekst
names '--map before what it would be' 'datum;zaak;soort;code;waarde;door;tekst' "$cells" -m datum=zaak -m zaak=datum
names '--map with an equals sign in the name' 'a=b;datum;soort;code;waarde;door;tekst' "$cells" -m a=b=zaak
names '--map to reasons passes a column over' \
    'zaak;datum;soort;code;waarde;door;tekst;Groep' "$cells;5" -m Groep=redenen
input ''
for map in x =zaak x= x=y ' =zaak'; do
	run "--map \"$map\"" 2 none "mc-signal: \"$map\" does not say which column one is (OLD=NEW, NEW one of \
case, date, school, kind, code, value, due, by, text, time, known, reasons) (see mc-signal --help)\n" -m "$map"
done

stray='something stands in a column without a name (a text with a separator in it needs quotes)'
input 'zaak;datum;soort;code;tekst;\nK-1;3-10-2025;behoefte;eten;Brood; en melk\nK-2;3-10-2025;behoefte;eten;a;;b\n'
run 'nothing that stands beyond the columns is lost' 1 '' "mc-signal: standard input:2: $stray; case K-1 lacks this line\nmc-signal: standard input:3: $stray; case K-2 lacks this \
line\nmc-signal: 2 rows read, 0 accepted, 2 refused\n" -s 03AB00
run 'nor with --ignore-unknown, beyond the header' 1 'K-1,2025-10-03,03AB00,need,food,,,,Brood\n' \
    "mc-signal: standard input:3: $stray; case K-2 lacks this line
mc-signal: 2 rows read, 1 accepted, 1 refused\n" -i -s 03AB00

# -------------------------------------------------------- school, by, tokens

input 'zaak;datum;soort;code;school;door\nK-1;3-10-2025;behoefte;eten;;\nK-2;3-10-2025;behoefte;eten;04AB00;af\n'
run '--school and --by for rows that do not say so' 0 \
    'K-1,2025-10-03,03AB00,need,food,,,ib,\nK-2,2025-10-03,04AB00,need,food,,,af,\n' '' \
    --school 03AB00 --by IB
MC_SCHOOL=05AB00 run 'MC_SCHOOL' 0 \
    'K-1,2025-10-03,05AB00,need,food,,,,\nK-2,2025-10-03,04AB00,need,food,,,af,\n' ''
MC_SCHOOL=05AB00 run '--school before MC_SCHOOL' 0 \
    'K-1,2025-10-03,03AB00,need,food,,,,\nK-2,2025-10-03,04AB00,need,food,,,af,\n' '' -s 03AB00
input "$header\nK-1,2025-10-03,,need,food,,,,\nK-2,2025-10-03,04AB00,need,food,,,af,\n"
run 'both in a stream of records' 0 \
    'K-1,2025-10-03,03AB00,need,food,,,teacher,\nK-2,2025-10-03,04AB00,need,food,,,af,\n' '' \
    -s 03AB00 -b leerkracht
input "$header\n$food"
run '--by in a record that is whole without it' 0 'K-1,2025-10-03,03AB00,need,food,,,ib,\n' '' -b ib

input 'zaak;datum;soort;code;waarde;door;tekst
K-1;3-10-2025;signal;injury;seen;teacher;x
K-1;3-10-2025;signaal;letsel;zelf;leerkracht;x
K-1;3-10-2025;signaal (stap 1);onverklaarbaar letsel;zelf gezien of gehoord;leerkracht;x
K-1;3-10-2025;signal (step 1);Unexplained Injury;SEEN OR HEARD ONESELF;Teacher;x
K-1;3-10-2025; SIGNAAL;\tLetsel\xC2\xA0;Zelf ;  LeerKracht ;x\n'
record='K-1,2025-10-03,03AB00,signal,injury,seen,,teacher,x\n'
run 'token, Dutch token, both labels, any case and blanks' 0 \
    "$record$record$record$record$record" '' -s 03AB00
input 'zaak;datum;soort;code\nK-1;3-10-2025;behoefte;ETEN\nK-1;3-10-2025;signaal;HYGI\xC3\x8BNE\n'
run 'capitals with accents' 1 "$food" 'mc-signal: standard input:3: value: is missing for kind signal (seen, child, parent, third); case K-1 lacks this line
mc-signal: standard input:3: text: is missing for kind signal; case K-1 lacks this line
mc-signal: 2 rows read, 1 accepted, 1 refused\n' -s 03AB00
input 'zaak;datum;soort;code;waarde\nK-1;3-10-2025;plan;casemanager;leerkracht\nK-1;3-10-2025;plan;casemanager;GGD\nK-1;3-10-2025;plan;casemanager;directie\n'
run 'a case manager is a partner or a role' 0 'K-1,2025-10-03,03AB00,plan,casemanager,teacher,,,
K-1,2025-10-03,03AB00,plan,casemanager,ggd,,,\nK-1,2025-10-03,03AB00,plan,casemanager,head,,,\n' '' -s 03AB00
input 'zaak;datum;soort;code;waarde\n;3-10-2025;randvoorwaarde;team;ja\n'
run 'a record of the school has no case' 0 ',2025-10-03,03AB00,school,team,yes,,,\n' '' -s 03AB00

# -------------------------------------------------------------- several files

printf 'zaak;datum;soort;code\nK-1;3-10-2025;behoefte;eten\n' > a.csv
printf 'naam;datum;soort;code\nK-2;3-10-2025;behoefte;eten\n' > b.csv
printf '%s\nK-3,2025-10-03,03AB00,need,food,,,,\n' "$header" > c.csv
: > empty.csv
printf '\xEF\xBB\xBF\r\n;;\n' > blank.csv
printf 'zaak;datum;soort;code\n' > header.csv
third="K-3${food#K-1}"
run 'one of three files refused' 2 "$food$third" "mc-signal: b.csv: unknown column \"naam\"; no column case $known\n" \
    -s 03AB00 a.csv b.csv c.csv
run 'a header only' 0 '' '' header.csv
run 'an empty file' 0 "$food" 'mc-signal: empty.csv is empty\n' -s 03AB00 empty.csv a.csv
run 'a file of blank rows' 0 "$food" 'mc-signal: blank.csv is empty\n' -s 03AB00 blank.csv a.csv
input ''
run 'empty standard input' 0 '' 'mc-signal: standard input is empty\n'
input "$(cat a.csv)\n"
run 'standard input among files' 0 "$third$food$third" '' -s 03AB00 c.csv - c.csv

# ---------------------------------------------------------- streams of records

input "$header\n$food$header\n$third$header\n"
run 'headers in the middle' 0 "$food$third" ''
input "$header\r\n${food%\\n}\r\n\r\n$third"
run 'CR LF and an empty line' 0 "$food$third" ''
input "\xEF\xBB\xBF$header\n$food"
run 'a byte order mark' 0 "$food" ''
quoted='"K-1",2025-10-03,"03AB00",need,"food",,,,"a ""b"", c"\n'
input "$header\n$quoted"
run 'quotes pass byte for byte' 0 "$quoted" ''
input "$header\nK-1,2025-10-03,03AB00,need,food,,,,\"een\ntwee\r\ndrie\"\n$food"
run 'a cell over several lines' 0 \
    "K-1,2025-10-03,03AB00,need,food,,,,een\xE2\x80\xA8twee\xE2\x80\xA8drie\n$food" ''
input "$header\nK-1,2025-10-03,03AB00,need,food,,,,\"een\rtwee\"\n"
run 'a carriage return within a cell is a line break too' 0 \
    'K-1,2025-10-03,03AB00,need,food,,,,een\xE2\x80\xA8twee\n' ''
input "$header\n K-1 , 2025-10-03 ,03AB00,Behoefte,ETEN,,,,\n"
run 'tokens in Dutch, in a stream' 0 "$food" ''
input "$header\nK-1,2025-10-03,03AB00,need,food,,,,caf\xE9\n$food"
run 'a line of another encoding costs itself' 1 "$food" 'mc-signal: standard input:2: is not UTF-8; case K-1 lacks this line
mc-signal: 2 rows read, 1 accepted, 1 refused\n'
input "$header\nK-1,2025-10-03,03AB00,weigh,close,W21,,mc-weigh,\nK-1,2025-10-03,03AB00,refer,af,talk,,mc-refer,R21 named\n"
run 'derived records are refused' 1 '' 'mc-signal: standard input:2: kind: "weigh" is computed from the facts each time and never stored; case K-1 lacks this line
mc-signal: standard input:3: kind: "refer" is computed from the facts each time and never stored; case K-1 lacks this line
mc-signal: 2 rows read, 0 accepted, 2 refused\n'

# A line comes out while the input is still open.
mkfifo pipe
: > out
mc-signal < pipe >> out 2> err &
exec 7> pipe
printf '%s\n%b' "$header" "$food" >&7
for _ in {1..200}; do
	[ "$(wc -l < out)" = 2 ] && break
	sleep 0.01
done
printf '%s\n%b' "$header" "$food" > want.out
check 'a line arrives before the end of input' same out want.out
exec 7>&-
wait

finish
