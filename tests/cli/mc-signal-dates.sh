#!/usr/bin/env bash
#
# Goal: every date that a person or a spreadsheet writes becomes the right day
# and minute, and a date that may mean another day is never taken in.
#
#   BIN=build/bin tests/cli/mc-signal-dates.sh

# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/signal-helpers"

form='(YYYY-MM-DD or YYYY-MM-DDTHH:MM, a day that exists, 2000 to 2199)'

# reads WRITTEN WANTED [ARGUMENT...]: a sheet's date becomes the record's.
reads() {
	input "zaak;datum;soort;code\nK-1;$1;behoefte;eten\n"
	run "\"$1\" is $2${3:+ with ${*:3}}" 0 "K-1,$2,03AB00,need,food,,,,\n" '' -s 03AB00 "${@:3}"
}

# refuses WRITTEN [ARGUMENT...]
refuses() {
	input "zaak;datum;soort;code\nK-1;$1;behoefte;eten\n"
	run "\"$1\" is no date${2:+ with ${*:2}}" 1 '' "mc-signal: standard input:2: date: \"$1\" is \
no date $form; case K-1 lacks this line\nmc-signal: 1 rows read, 0 accepted, 1 refused\n" \
	    -s 03AB00 "${@:2}"
}

reads 2025-10-03 2025-10-03
reads 3-10-2025 2025-10-03
reads 03-10-2025 2025-10-03
reads 3/10/2025 2025-10-03
reads 03/10/2025 2025-10-03
reads 03-10-25 2025-10-03
reads 3-10-25 2025-10-03
reads 3/10/25 2025-10-03
reads 31-12-25 2025-12-31
reads ' 3-10-2025 ' 2025-10-03
reads '3-10-2025\xC2\xA0' 2025-10-03
reads 29-2-2024 2024-02-29
reads 1-1-2000 2000-01-01
reads 2025/10/03 2025-10-03

reads '3-10-2025 9:05' 2025-10-03T09:05
reads '03-10-25 09:05' 2025-10-03T09:05
reads '3-10-2025 09:05:00' 2025-10-03T09:05
reads '3-10-2025 09:05:59' 2025-10-03T09:05
reads '2025-10-03T09:05' 2025-10-03T09:05
reads '2025-10-03 9:05' 2025-10-03T09:05
reads '2025-10-03T09:05:30' 2025-10-03T09:05
reads '3-10-2025  9:05' 2025-10-03T09:05
reads '3-10-2025 0:00' 2025-10-03T00:00
reads '3-10-2025 23:59' 2025-10-03T23:59

refuses 30-2-2025
refuses 31-4-2025
refuses 29-2-2025
refuses 0-10-2025
refuses 3-0-2025
refuses 2025-13-03
refuses 2025-02-30
refuses 3-10-1999
refuses 3-10-2200
refuses 3-10-202
refuses 3-10-20255
refuses 003-10-2025
refuses 3-10
refuses 3.10.2025
refuses 3-10/2025
refuses '3 oktober 2025'
refuses 45933
refuses ''
refuses gisteren
refuses '3-10-2025 24:00'
refuses '3-10-2025 9:60'
refuses '3-10-2025 9:5'
refuses '3-10-2025 9:05:60'
refuses '3-10-2025 9:05 PM'
refuses '3-10-2025 9'
refuses '3-10-2025T'
refuses '2025-10-03T09:05Z'
refuses '3-10-2025x'

# -------------------------------------------------------------- month first

sheet='zaak;datum;soort;code;uiterlijk\n'
refused() { # name, sheet, line, column, date
	input "$2"
	run "$1" 2 '' "mc-signal: standard input:$3: $4: \"$5\" has its month first, so no date of \
this sheet can be trusted: say the order with --dates dmy, mdy or ymd\n" -s 03AB00
}
refused 'one date with its month first refuses the sheet' \
    "${sheet}K-1;3-10-2025;behoefte;eten;\nK-1;10/13/25;behoefte;eten;\nK-1;x;y;z;\n" \
    3 date 10/13/25
refused 'a due date counts too' \
    "${sheet}K-1;3-10-2025;plan;termijn;1/31/2026\n" 2 due 1/31/2026
refused 'with a time too' "${sheet}K-1;10-13-2025 9:05;behoefte;eten;\n" 2 date '10-13-2025 9:05'
refused 'also in a row that is wrong in itself' \
    "${sheet}\nK 1;10/13/2025;niets;eten;\n" 3 date 10/13/2025

american="${sheet}K-1;10/13/25;plan;termijn;01/31/26\nK-2;10/3/25 9:05;behoefte;eten;\n"
input "$american"
run '--dates mdy reads them' 0 'K-1,2025-10-13,03AB00,plan,term,,2026-01-31,,
K-2,2025-10-03T09:05,03AB00,need,food,,,,\n' '' -s 03AB00 --dates mdy
run '--dates dmy refuses the row alone' 1 'K-2,2025-03-10T09:05,03AB00,need,food,,,,\n' \
    "mc-signal: standard input:2: date: \"10/13/25\" is no date $form; case K-1 lacks this line
mc-signal: standard input:2: due: \"01/31/26\" is no day (YYYY-MM-DD, a day that exists, 2000 to \
2199); case K-1 lacks this line\nmc-signal: 2 rows read, 1 accepted, 1 refused\n" \
    -s 03AB00 -D dmy
reads 25-10-03 2025-10-03 --dates ymd
reads 2025-10-03 2025-10-03 --dates mdy
reads 2025-10-03 2025-10-03 --dates dmy
refuses 13-10-2025 --dates mdy
refuses 3-10-2025 --dates ymd
input ''
run 'an order that is none' 2 none \
    'mc-signal: order "ydm" is none of dmy, mdy, ymd (see mc-signal --help)\n' --dates ydm

# A sheet that is refused leaves the others alone.
printf 'zaak;datum;soort;code\nK-1;10/13/25;behoefte;eten\n' > us.csv
printf 'zaak;datum;soort;code\nK-2;3-10-2025;behoefte;eten\n' > nl.csv
run 'the other sheets go on' 2 'K-2,2025-10-03,03AB00,need,food,,,,\n' \
    'mc-signal: us.csv:2: date: "10/13/25" has its month first, so no date of this sheet can be trusted: say the order with --dates dmy, mdy or ymd\n' \
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
run 'a due is a day, without a time' 1 '' 'mc-signal: standard input:2: due: "9-1-2026 9:00" is no day (YYYY-MM-DD, a day that exists, 2000 to 2199); case K-1 lacks this line
mc-signal: 1 rows read, 0 accepted, 1 refused\n' -s 03AB00

today=$(TZ=Europe/Amsterdam date +%F) tomorrow=$(TZ=Europe/Amsterdam date -d tomorrow +%F)
input "zaak;datum;soort;code\nK-1;$today;behoefte;eten\nK-1;$tomorrow;behoefte;eten
K-1;2062-10-03;behoefte;eten\n"
TZ=Europe/Amsterdam run 'today is the last day that has happened' 1 \
    "K-1,$today,03AB00,need,food,,,,\n" "mc-signal: standard input:3: date: \"$tomorrow\" lies after \
today; case K-1 lacks this line\nmc-signal: standard input:4: date: \"2062-10-03\" lies after today; \
case K-1 lacks this line\nmc-signal: 3 rows read, 1 accepted, 2 refused\n" -s 03AB00

# In a stream of records nothing tells day from year: its own form alone is read.
stream() { # date, name
	input "$header\nK-1,$1,03AB00,need,food,,,,\n"
	run "in a stream of records \"$1\" is refused" 1 '' "mc-signal: standard input:2: date: \"$1\" \
is no date $form; case K-1 lacks this line\nmc-signal: 1 rows read, 0 accepted, 1 refused\n"
}
stream 03-10-25
stream 3-10-2025
stream 10/13/25
input "$header\nK-1,3-10-25,03AB00,need,food,,,,\nK-1,2025-10-03 9:05,03AB00,need,food,,,,\n"
run 'but where the order is said' 0 'K-1,2025-10-03,03AB00,need,food,,,,
K-1,2025-10-03T09:05,03AB00,need,food,,,,\n' '' --dates dmy

finish
