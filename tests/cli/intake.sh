#!/usr/bin/env bash
#
# Goal: files as real programs and people leave them are taken in as what they
# mean, or refused for the right reason; no case vanishes, and nothing that is
# known too late or read wrongly reassures anybody (tests/data/intake).
#
#   BIN=build/bin tests/cli/intake.sh

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/signal-helpers"

cp -- "$data"/intake/*.csv .
stand_still 2026-11-28
export MC_SCHOOL=03AB00

hunger() { # case, date, text
	printf '%s\\n' "$1,$2,03AB00,signal,hunger,seen,,,$3"
}
one_child='of school 03AB00: one child? They differ in capitals, marks or leading zeros alone'

# ------------------------------------------------- read as what it means

run 'CR ends the lines' 0 "$(hunger K-1 2026-10-05 'Zei: één boterham')" '' cr-only.csv
run 'marks wherever a line begins' 0 \
    "$(hunger K-1 2026-10-05 'Zei: één boterham')$(hunger K-2 2026-10-06 weer)" '' double-mark.csv
{
	for form in 0 1 2 3 4 5; do hunger K-1 2026-10-03 "vorm $form"; done
	for form in 6 7 8 9; do hunger K-1 2026-10-03T14:30 "vorm $form"; done
	for form in 10 11; do hunger K-1 2026-10-03 "vorm $form"; done
} > forms
run 'dates as they are written here' 0 "$(cat forms)" '' dutch-dates.csv
run 'what nobody sees' 0 "$(hunger K-1 2026-10-05 'zwsp in zaak')$(hunger K-1 2026-10-05 'dunne spatie')\
$(hunger K-1 2026-10-05 'zwsp in code')K-1,2026-10-05,03AB00,signal,fear,seen,,,nbsp binnen
K-1,2026-10-05,03AB00,signal,fear,seen,,,twee spaties\n$(hunger K-1 2026-10-05 'zacht koppelteken')" '' \
    invisible.csv
run 'UTF-16 without its mark' 0 "$(hunger K-1 2026-10-05 'Zei: één boterham')" '' utf16-no-mark.csv
run 'what stands above the header' 0 "$(hunger K-1 2026-10-05 'x y')" \
    'mc-signal: title-rows.csv: the header is line 4; what stands above it is passed over\n' title-rows.csv

# 0:00 is no time: nobody knows which of the two answers of that day came last.
run 'midnight' 0 "$(hunger K-1 2026-10-01 'Geen brood')\
K-1,2026-10-05T10:00,03AB00,answer,suspicion,no,,,rustig gesprek
K-1,2026-10-05T10:00,03AB00,answer,concern,no,,,rustig gesprek
K-1,2026-10-05,03AB00,answer,suspicion,yes,,,nieuw gesprek in de middag\n" '' midnight-suspicion.csv
check 'midnight closes no case' test "$(mc-weigh out | tail -n 1 | cut -d, -f5,6)" = incomplete,W24

# ------------------------------------------------- refused for the right reason

run 'one byte of another encoding costs its row' 1 "$(hunger K-1 2026-10-05 'Zei: één boterham')" \
    "mc-signal: one-bad-byte.csv:3: is not UTF-8; case K-2 lacks this line\n$(summary 2 1 1)" one-bad-byte.csv
run 'month first, by a day that is still to come' 2 '' "mc-signal: us-future-row.csv:3: date: \"11/12/26\" fits \
another order than day, month, year, so no date of this sheet can be trusted: say the order with --dates dmy, \
mdy or ymd\n" us-future-row.csv
run 'and with its order said' 0 \
    "$(hunger K-1 2026-10-03 '3 oktober')$(hunger K-1 2026-11-12 '12 november')$(hunger K-1 2026-11-05 '5 november')" '' \
    --dates mdy us-future-row.csv
run 'a workbook' 2 '' \
    'mc-signal: xlsx.csv is a workbook of Excel or LibreOffice: save it as CSV and feed that\n' xlsx.csv
number() { # line, what it is
	printf '%s\\n' "mc-signal: phone-lost-zero.csv:$1: text: holds $2: records are about a pseudonym, leave it \
out; case K-1 lacks this line"
}
bsn='a citizen service number (BSN)'
run 'numbers as a spreadsheet leaves them' 1 '' "$(number 2 'a phone number')$(number 3 'a phone number')\
$(number 4 'a phone number')$(number 5 "$bsn")$(number 6 "$bsn")$(summary 5 0 5)" phone-lost-zero.csv

# ------------------------------------------------------- no case is split or lost

run 'one child under two ids' 0 "$(hunger K-2603 2026-10-05 'x y')k-2603,2026-10-06,03AB00,signal,injury,seen,,,x y
$(hunger 007 2026-10-05 'x y')7,2026-10-06,03AB00,signal,injury,seen,,,x y\n" \
    "mc-signal: \"K-2603\" and \"k-2603\" $one_child\nmc-signal: \"007\" and \"7\" $one_child\n" case-twins.csv
keep mc-weigh refused-only-line.csv
check 'CRLF costs no case its only line' test "$status$(wc -c < err)" = 00
check 'and is weighed' test "$(tail -n 1 out | cut -d, -f1,5)" = K-2,check-safety
check 'and not written' test "$(tr -cd '\r' < out | wc -c)" = 0
keep mc-weigh crlf-quoted.csv
check 'CRLF behind a quote is no quote out of place' test "$status$(wc -c < err)" = 00
check 'and not written either' test "$(sed -n 2p out)" = \
    'K-1,2026-11-20,03AB00,signal,hunger,seen,,,"Geen brood, en moe"'

# ------------------------------------------------------------ what comes in late

head -n 6 late-signal.csv > weighed.csv
{ head -n 1 late-signal.csv; tail -n 1 late-signal.csv; } > later.csv
mc-signal --log log.csv weighed.csv
check 'a case that was closed' test "$(mc-weigh log.csv | tail -n 1 | cut -d, -f5,6)" = close,W22
keep mc-signal late-signal.csv
check 'records that pass by are given on as they are' same out late-signal.csv
check 'and one that came in below an answer is named' test "$(cat err)" = "mc-signal: late-signal.csv:7: this signal of \
case K-1 stands below an answer that is dated after it: when the school came to know of it later, say so in known (in a \
record: due)"
{
	head -n 1 late-signal.csv
	seq -f 'M-%04g,2026-10-01,03AB00,need,money,,,,' 4096
	tail -n +2 late-signal.csv
} > many.csv
keep mc-signal many.csv
check 'of a region that passes by only the first cases are remembered' test "$status$(wc -c < err)" = 00
run 'a burn that is told later' 0 none "mc-signal: case K-1: a signal of 2026-10-03 came in after the newest answer \
(2026-10-05): it is recorded as known on 2026-11-28; another day belongs in known (in a record: due)\n" --log log.csv later.csv
check 'is weighed anew' test "$(mc-weigh log.csv | tail -n 1 | cut -d, -f5,6)" = reweigh,W15
cp log.csv copy.csv
run 'fed once more' 0 none '' --log log.csv later.csv
check 'changes nothing' same log.csv copy.csv

# ------------------------------------------------------------- files in use

echo oud > all.csv
mc-signal -r /dev/stdout rejects-stdout.csv >> all.csv 2> err
{
	printf 'oud\n%s\n' "$header"
	printf '%b' "$(hunger K-1 2026-10-05 goed)"
	echo 'zaak;datum;soort;code;waarde;tekst;reasons'
	echo 'K-2;06-10-26;signaal;xx;zelf;fout;"code: unknown signal ""xx"" for kind signal (see mc-record(5))"'
} > want
check 'rejects go behind what stands in the file' same all.csv want

# ------------------------------------------------------ pipes, one after the other

mkfifo a b
for tool in mc-signal mc-weigh; do
	(timeout 20 bash -c 'cat fifo-order.csv > a; cat fifo-order.csv > b' &)
	timeout 20 $tool a b > out 2> err
	check "$tool reads two pipes that are filled in turn" test "$?$(grep -c signal out)" = 06000
done

finish
