#!/usr/bin/env bash
#
# Goal: every date that a person or a spreadsheet writes becomes the right day
# and minute, and a date that may mean another day is never taken in.
#
#   BIN=build/bin tests/cli/mc-signal-dates.sh

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/signal-helpers"

stand_still 2026-11-28
like='(as 3-10-2026 14:30)'
none='is no date (as 3-10-2026, or 3-10-2026 14:30)'

# reads WRITTEN WANTED [ARGUMENT...]: a sheet's date becomes the record's.
reads() {
	input "zaak;datum;soort;code\nK-1;$1;behoefte;eten\n"
	run "\"$1\" is $2${3:+ with ${*:3}}" 0 "K-1,$2,03AB00,need,food,,,,\n" '' -s 03AB00 "${@:3}"
}

# refuses WRITTEN WHY [ARGUMENT...]: WHY has % for what was written.
refuses() {
	input "zaak;datum;soort;code\nK-1;$1;behoefte;eten\n"
	run "\"$1\" is no date${3:+ with ${*:3}}" 1 '' "mc-signal: standard input:2: date: \
${2//%/\"$1\"}; case K-1 lacks this line\n$(summary 1 0 1)" -s 03AB00 "${@:3}"
}

for written in 2026-10-03 3-10-2026 03-10-2026 3/10/2026 03/10/2026 03-10-26 3-10-26 3.10.2026 \
    03.10.26 '3 10 2026' ' 3-10-2026 ' '3-10-2026\xC2\xA0' 2026/10/03 3-okt-26 '3 okt. 2026' \
    '3 oktober 2026' 'wo 3 oktober 2026' "'03-10-2026" '3\xE2\x80\x9310\xE2\x80\x932026' \
    '="3-10-2026"' '3-10\xE2\x80\x8B-2026' '3-10-2026 0:00' '3-10-2026 00:00:00' \
    '2026-10-03T00:00'; do
	reads "$written" 2026-10-03
done
reads 31-12-25 2025-12-31
reads 29-2-2024 2024-02-29
for written in '3-10-2026 9:05' '03-10-26 09:05' '3-10-2026 09:05:00' '3-10-2026 09:05:59' \
    '2026-10-03T09:05' '2026-10-03 9:05' '2026-10-03T09:05:30.123' '3-10-2026  9:05' \
    '3-10-2026, 9:05' '3-10-2026 9.05' '3-10-2026 9u05' '3-10-2026 om 9.05 uur'; do
	reads "$written" 2026-10-03T09:05
done
reads '3-10-2026 23:59' 2026-10-03T23:59

refuses 31-11-2025 '% does not exist: November has 30 days'
refuses '31 april 2025' '% does not exist: April has 30 days'
refuses 31-06-2025 '% does not exist: June has 30 days'
refuses 31-9-2025 '% does not exist: September has 30 days'
refuses 32-1-2025 '% does not exist: January has 31 days'
refuses 30-2-2025 '% does not exist: February has 28 days, or 29'
refuses 29-2-2025 '% does not exist: February has 28 days, or 29'
refuses 2025-02-30 '% does not exist: February has 28 days, or 29'
refuses 0-10-2025 "% does not exist $like"
refuses 3-0-2025 "% does not exist $like"
refuses 2025-13-03 "% does not exist $like"
refuses 3-10-1999 "% does not lie in 2000 to 2199 $like"
refuses 3-10-2200 "% does not lie in 2000 to 2199 $like"
refuses 3-10 "% has no year $like"
refuses '3 okt' "% has no year $like"
refuses 45933 "% is a day number of a spreadsheet: give the column a date format $like"
refuses '##########' "% is a date in a column that was too narrow when the sheet was saved: make it \
wider and save it again $like"
refuses '3-10-2025 24:00' "no clock shows the time in % $like"
refuses '3-10-2025 9:60' "no clock shows the time in % $like"
refuses '3-10-2025 9:05 PM' "% has AM or PM: write the hours from 0 to 23 $like"
refuses 2025-10-03T09:05Z "% has a time zone: write what the clock at school showed $like"
for written in 3-10-202 3-10-20255 003-10-2025 3-10/2025 gisteren '3-10-2025 9:5' '3-10-2025 9' \
    3-10-2025T 3-10-2025x; do
	refuses "$written" "% $none"
done
input 'zaak;datum;soort;code\nK-1;;behoefte;eten\n'
run 'no date at all' 1 '' "mc-signal: standard input:2: date: is missing; case K-1 lacks this line
$(summary 1 0 1)" -s 03AB00

# --------------------------------------------- the order of day, month and year

sheet='zaak;datum;soort;code;uiterlijk\n'
refused() { # name, sheet, line, column, date
	input "$2"
	run "$1" 2 '' "mc-signal: standard input:$3: $4: \"$5\" fits another order than day, month, \
year, so no date of this sheet can be trusted: say the order with --dates dmy, mdy or ymd\n" -s 03AB00
}
taken() { # name, sheet, records, message
	input "$2"
	run "$1" 0 "$3" "$4" -s 03AB00
}
refused 'one date with its month first refuses the sheet' \
    "${sheet}K-1;3-10-2025;behoefte;eten;\nK-1;10/13/25;behoefte;eten;\nK-1;x;y;z;\n" \
    3 date 10/13/25
refused 'a due date counts too' \
    "${sheet}K-1;3-10-2025;plan;termijn;1/31/2026\n" 2 due 1/31/2026
refused 'with a time too' "${sheet}K-1;10-13-2025 9:05;behoefte;eten;\n" 2 date '10-13-2025 9:05'
refused 'also in a row that is wrong in itself' \
    "${sheet}\nK 1;10/13/2025;niets;eten;\n" 3 date 10/13/2025

# One that exists with its day first, but lies after today.
needs='zaak;datum;soort;code\n'
refused 'a slash: 11 December is still to come' \
    "${needs}K-1;10/03/26;behoefte;eten\nK-1;11/12/26;behoefte;eten\nK-1;11/05/26;behoefte;eten\n" \
    3 date 11/12/26
refused 'a year of two digits' "${needs}K-1;11-12-26;behoefte;eten\n" 2 date 11-12-26
refused 'the year first, of two digits' "${needs}K-1;26-10-03;behoefte;eten\n" 2 date 26-10-03
future() { # name, sheet, records, line, date
	input "$2"
	run "$1" 1 "$3" "mc-signal: standard input:$4: date: \"$5\" lies after today; case K-1 lacks \
this line\n$(summary "$6" "$7" 1)" -s 03AB00
}
future 'four digits and dashes: an error of typing, which costs its row' \
    "${needs}K-1;11-12-2026;behoefte;eten\nK-1;3-10-2026;behoefte;eten\n" \
    'K-1,2026-10-03,03AB00,need,food,,,,\n' 2 11-12-2026 2 1
future 'another date shows that the day comes first' \
    "${needs}K-1;11/12/26;behoefte;eten\nK-1;30/10/26;behoefte;eten\n" \
    'K-1,2026-10-30,03AB00,need,food,,,,\n' 2 11/12/26 2 1
taken 'a term may lie after today' "${sheet}K-1;3-10-2026;plan;termijn;11/12/26\n" \
    'K-1,2026-10-03,03AB00,plan,term,,2026-12-11,,\n' ''
refused 'the day of knowing may not' \
    'zaak;datum;soort;code;waarde;tekst;bekend\nK-1;3-10-2026;signaal;moe;zelf;x;11/12/26\n' 2 known 11/12/26
taken 'nothing tells: said once' \
    "${needs}K-1;10/03/26;behoefte;eten\nK-1;11/05/26;behoefte;eten\n" \
    'K-1,2026-03-10,03AB00,need,food,,,,\nK-1,2026-05-11,03AB00,need,food,,,,\n' \
    "mc-signal: standard input: each date may have its day or its month first and is read with the day \
first (--dates mdy reads the month first)\n"
taken 'a date long ago: said once' \
    "${needs}K-1;27-11-2012;behoefte;eten\nK-1;3-10-2010;behoefte;eten\nK-1;28-11-2012;behoefte;eten\n" \
    'K-1,2012-11-27,03AB00,need,food,,,,\nK-1,2010-10-03,03AB00,need,food,,,,
K-1,2012-11-28,03AB00,need,food,,,,\n' \
    'mc-signal: standard input:2: a date of this sheet lies more than 14 years back\n'

american="${sheet}K-1;10/13/25;plan;termijn;01/31/26\nK-2;10/3/25 9:05;behoefte;eten;\n"
input "$american"
run '--dates mdy reads them' 0 'K-1,2025-10-13,03AB00,plan,term,,2026-01-31,,
K-2,2025-10-03T09:05,03AB00,need,food,,,,\n' '' -s 03AB00 --dates mdy
run '--dates dmy refuses the row alone' 1 'K-2,2025-03-10T09:05,03AB00,need,food,,,,\n' \
    "mc-signal: standard input:2: date: \"10/13/25\" does not exist $like; case K-1 lacks this line
mc-signal: standard input:2: due: \"01/31/26\" does not exist $like; case K-1 lacks this line
$(summary 2 1 1)" -s 03AB00 -D dmy
reads 25-10-03 2025-10-03 --dates ymd
reads 2025-10-03 2025-10-03 --dates mdy
reads 2025-10-03 2025-10-03 --dates dmy
refuses 13-10-2025 '% does not exist (as 2026-10-03 14:30)' --dates mdy
refuses 3-10-2025 '% is no date (as 2026-10-03, or 2026-10-03 14:30)' --dates ymd
input ''
run 'an order that is none' 2 none \
    'mc-signal: order "ydm" is none of dmy, mdy, ymd (see mc-signal --help)\n' --dates ydm

# A sheet that is refused leaves the others alone.
printf 'zaak;datum;soort;code\nK-1;10/13/25;behoefte;eten\n' > us.csv
printf 'zaak;datum;soort;code\nK-2;3-10-2025;behoefte;eten\n' > nl.csv
run 'the other sheets go on' 2 'K-2,2025-10-03,03AB00,need,food,,,,\n' \
    'mc-signal: us.csv:2: date: "10/13/25" fits another order than day, month, year, so no date of this sheet can be trusted: say the order with --dates dmy, mdy or ymd\n' \
    -s 03AB00 us.csv nl.csv

# -------------------------------------------------------------- due, today

due() { # written, wanted
	input "zaak;datum;soort;code;uiterlijk\nK-1;3-10-2025;plan;termijn;$1\n"
	run "due \"$1\" is $2" 0 "K-1,2025-10-03,03AB00,plan,term,,$2,,\n" '' -s 03AB00
}
due 9-1-2026 2026-01-09
due 09/01/26 2026-01-09
due 2026-01-09 2026-01-09
due 31-12-2199 2199-12-31
input "zaak;datum;soort;code;uiterlijk\nK-1;3-10-2025;plan;termijn;9-1-2026 9:00\n"
run 'a due is a day, without a time' 1 '' 'mc-signal: standard input:2: due: "9-1-2026 9:00" is no day (as 3-10-2026, without a time); case K-1 lacks this line
mc-signal: 1 rows read, 0 accepted, 1 refused\n' -s 03AB00

input "${needs}K-1;28-11-2026;behoefte;eten\nK-1;29-11-2026;behoefte;eten
K-1;2062-10-03;behoefte;eten\nK-1;28-11-2026 23:59;behoefte;eten\n"
run 'today is the last day that has happened' 1 \
    'K-1,2026-11-28,03AB00,need,food,,,,\nK-1,2026-11-28T23:59,03AB00,need,food,,,,\n' \
    "mc-signal: standard input:3: date: \"29-11-2026\" lies after today; case K-1 lacks this line
mc-signal: standard input:4: date: \"2062-10-03\" lies after today; case K-1 lacks this line
$(summary 4 2 2)" -s 03AB00

# The day on which the school came to know of a signal.
signal='zaak;datum;soort;code;waarde;tekst;'
known() { # name, header, cells behind the text, due
	input "${signal}$2\nK-1;3-10-2026;signaal;moe;zelf;x;$3\n"
	run "$1" 0 "K-1,2026-10-03,03AB00,signal,tired,seen,$4,,x\n" '' -s 03AB00
}
not_known() { # name, header, cells, message
	input "${signal}$2\nK-1;3-10-2026;signaal;moe;zelf;x;$3\n"
	run "$1" 1 '' "mc-signal: standard input:2: $4; case K-1 lacks this line\n$(summary 1 0 1)" -s 03AB00
}
known 'as its due' uiterlijk 5-10-26 2026-10-05
known 'in a column of its own' bekend 5-10-26 2026-10-05
known 'under another name' 'Ontvangen op' '5 oktober 2026' 2026-10-05
known 'with a time, which is dropped' 'known on' '5-10-2026 14:30' 2026-10-05
known 'the day itself' bekend 3-10-2026 2026-10-03
known 'nobody has filled it in' bekend '' ''
known 'twice the same' 'bekend;uiterlijk' '5-10-26;5-10-2026' 2026-10-05
known 'the due alone' 'bekend;uiterlijk' ';5-10-2026' 2026-10-05
not_known 'twice, and it differs' 'bekend;uiterlijk' '5-10-26;6-10-26' \
    'known: "5-10-26" differs from what stands in another column'
not_known 'before the signal' bekend 2-10-26 'known: "2-10-26" lies before the date of the record'
not_known 'after today' uiterlijk 29-11-2026 'due: "29-11-2026" lies after today'
not_known 'after today, in its own column' bekend 29-11-2026 'known: "29-11-2026" lies after today'
not_known 'that is none' bekend gisteren 'known: "gisteren" is no day (as 3-10-2026, without a time)'
not_known 'that does not exist' bekend 31-9-2026 \
    'known: "31-9-2026" does not exist: September has 30 days'
input "zaak;datum;soort;code;bekend\nK-1;3-10-2026;behoefte;eten;5-10-26\n"
run 'of what is no signal' 1 '' "mc-signal: standard input:2: known: must be left empty for kind need; \
case K-1 lacks this line\n$(summary 1 0 1)" -s 03AB00
input "${sheet}K-1;3-10-2026;plan;termijn;2-10-2026\nK-1;3-10-2026;plan;termijn;3-10-2026\n"
run 'a term before it was agreed' 1 'K-1,2026-10-03,03AB00,plan,term,,2026-10-03,,\n' \
    "mc-signal: standard input:2: due: \"2-10-2026\" lies before the date of the record; case K-1 lacks \
this line\n$(summary 2 1 1)" -s 03AB00

# A time in a column of its own joins the date.
timed() { # date, time, wanted
	input "zaak;datum;tijd;soort;code\nK-1;$1;$2;behoefte;eten\n"
	run "$1 and $2" 0 "K-1,$3,03AB00,need,food,,,,\n" '' -s 03AB00
}
timed 3-10-2026 9:05 2026-10-03T09:05
timed 3-10-2026 '14.30 uur' 2026-10-03T14:30
timed 3-10-2026 '' 2026-10-03
timed 3-10-2026 0:00 2026-10-03
timed '3-10-2026 0:00' 9:05 2026-10-03T09:05
timed '3-10-2026 9:05' 9:05 2026-10-03T09:05
timed '3-10-2026 9:05' 0:00:00 2026-10-03T09:05
not_timed() { # date, time, message
	input "zaak;datum;tijd;soort;code\nK-1;$1;$2;behoefte;eten\n"
	run "$1 and $2" 1 '' "mc-signal: standard input:2: $3; case K-1 lacks this line\n$(summary 1 0 1)" \
	    -s 03AB00
}
not_timed '3-10-2026 9:05' 9:06 'time: "9:06" differs from what stands in another column'
not_timed 3-10-2026 ochtend "time: no clock shows the time in \"ochtend\" $like"
not_timed 3-10-2026 '9:05 PM' "time: \"9:05 PM\" has AM or PM: write the hours from 0 to 23 $like"

# In a stream of records nothing tells day from year: its own form alone is read.
stream() { # date, name
	input "$header\nK-1,$1,03AB00,need,food,,,,\n"
	run "in a stream of records \"$1\" is refused" 1 '' "mc-signal: standard input:2: date: \"$1\" \
is no date (as 2026-10-03, or 2026-10-03 14:30); case K-1 lacks this line\nmc-signal: 1 rows read, 0 accepted, 1 refused\n"
}
stream 03-10-25
stream 3-10-2025
stream 10/13/25
input "$header\nK-1,3-10-25,03AB00,need,food,,,,\nK-1,2025-10-03 9:05,03AB00,need,food,,,,\n"
run 'but where the order is said' 0 'K-1,2025-10-03,03AB00,need,food,,,,
K-1,2025-10-03T09:05,03AB00,need,food,,,,\n' '' --dates dmy

input "$header\nK-1,2025-10-03T00:00,03AB00,need,food,,,,\nK-1,2025-10-03 0:00,03AB00,need,food,,,,\n"
run 'midnight in a record is a time, in what a spreadsheet made of one it is none' 0 \
    'K-1,2025-10-03T00:00,03AB00,need,food,,,,\nK-1,2025-10-03,03AB00,need,food,,,,\n' ''

finish
