#!/usr/bin/env bash
#
# Goal: what tells who a child or parent is does not come in, in whatever
# column it stands, and is never shown; what only looks like it comes in.
# (What is found, and what is not, has its own table: identifying_test.c.)
#
#   BIN=build/bin tests/cli/mc-signal-identifying.sh

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/signal-helpers"

c=K-1,2025-10-03,03AB00
lacks='; case K-1 lacks this line'
pseudonym='records are about a pseudonym, leave it out'
summary='mc-signal: 1 rows read, 0 accepted, 1 refused\n'

# refuses NAME DATA LINE MESSAGE... [-- ARGUMENT...]: and DATA is in no message.
refuses() {
	local name=$1 data=$2 line=$3 messages=
	shift 3
	while [ $# -gt 0 ] && [ "$1" != -- ]; do
		messages+="mc-signal: standard input:2: $1\n"
		shift
	done
	input "$header\n$line\n"
	run "$name" 1 '' "$messages$summary" "${@:2}"
	check "$name: not shown" bash -c '! grep -qF -- "$1" err' - "$data"
}
accepts() { # name, line [argument...]
	input "$header\n$2\n"
	run "$1" 0 "$2\n" '' "${@:3}"
}

bsn='a citizen service number (BSN)'
kinds=("123456782|$bsn" '101222331|a pupil number (onderwijsnummer)' 'moeder@example.org|an e-mail address'
    '06-12345678|a phone number' '2011 AB 12|a postcode with a house number'
    'NL91ABNA0417164300|a bank account number (IBAN)' 'Dorpsstraat 12|a street with a house number'
    "geb. 3-10-2018|a date of birth" "ketenid.nl/201703/x1|a pupil's ECK iD" '612345678|a phone number'
    '6,12345678E+08|a phone number' "1,2E+08|$bsn" "1 2 3 4 5 6 7 8 2|$bsn"
    '0800-2000/06-12345678|a phone number' '0800-2000-06-12345678|a phone number'
    'groep 5/06-12345678|a phone number' '0 6 1 2 3 4 5 6 7 8|a phone number'
    '06,12345678|a phone number' '06\n12345678|a phone number' "1234\n56782|$bsn"
    'born October 3, 2015|a date of birth' 'geb. 2015 oktober 3|a date of birth'
    'geboren te Haarlem, 3-10-2015|a date of birth' 'geboren 3-10|a date of birth'
    'geb.\n3-10-2015|a date of birth' '1234-AB-5|a postcode with a house number'
    'Kerkstraat (5)|a street with a house number' 'Kerkstraat op nummer 5|a street with a house number')

for kind in "${kinds[@]}"; do
	written=${kind%%|*} name=${kind#*|}
	refuses "$name in the text" "$written" "$c,need,food,,,,\"Bel $written.\"" \
	    "text: holds $name: $pseudonym$lacks"
done

# ------------------------------------------------------------- in any column

shown="\"($bsn)\""
refuses 'as the case' 123456782 '123456782,2025-10-03,03AB00,need,food,,,,' \
    "case: holds $bsn: $pseudonym; case ($bsn) lacks this line"
refuses 'as the case of a row that is no CSV' 123456782 '123456782,2025-10-03,03AB00,need,food,,,,"x' \
    "a quote is never closed; case ($bsn) lacks this line"
refuses 'as the date' 123456782 'K-1,123456782,03AB00,need,food,,,,' \
    "date: $shown is no date (as 2026-10-03, or 2026-10-03 14:30)$lacks" \
    "date: holds $bsn: $pseudonym$lacks"
refuses 'as the school' 123456782 'K-1,2025-10-03,123456782,need,food,,,,' \
    "school: $shown is no BRIN with location (two digits, two capitals, two digits)" \
    "school: holds $bsn: $pseudonym"
refuses 'as the kind' 123456782 "$c,123456782,food,,,," "kind: unknown kind $shown (signal, consult, \
talk, consent, answer, plan, need, done, school)$lacks" \
    "kind: holds $bsn: $pseudonym$lacks"
refuses 'as the code' 123456782 "$c,talk,123456782,no-help,,," \
    "code: unknown party $shown for kind talk (parents, one-parent, child, family)$lacks" \
    "code: holds $bsn: $pseudonym$lacks"
refuses 'as the value' 123456782 "$c,consent,kernteam,123456782,,," "value: unknown answer $shown for \
kind consent (yes, no)$lacks" "value: holds $bsn: $pseudonym$lacks"
refuses 'as the due' 123456782 "$c,plan,term,,123456782,," \
    "due: $shown is no day (as 2026-10-03, without a time)$lacks" \
    "due: holds $bsn: $pseudonym$lacks"
refuses 'as who says it' 123456782 "$c,need,food,,,123456782," "by: unknown role $shown (teacher, af, \
ib, head, board, smw, nurse, support, other)$lacks" "by: holds $bsn: $pseudonym$lacks"
refuses 'beyond the columns' 123456782 "$c,need,food,,,,,123456782" \
    "something stands in a column without a name (a text with a separator in it needs quotes)$lacks"
refuses 'within a longer value' 123456782 "$c,need,het nummer is 123456782 dus,,,," "code: unknown need \
$shown for kind need (money, sport, buddy, bicycle, clothing, food, housing, upbringing, other)$lacks" \
    "code: holds $bsn: $pseudonym$lacks"
input 'zaak;datum;soort;code;123456782\n'
run 'as the name of a column' 2 '' "mc-signal: standard input: unknown column $shown (--map OLD=NEW says \
which column one is, --ignore-unknown passes over what is unknown)\n"
input 'zaak;datum;soort;code\nK-1;10/13/25 123456782;behoefte;eten\n'
run 'beside a date' 1 '' "mc-signal: standard input:2: date: $shown is no date (as 3-10-2026, or \
3-10-2026 14:30)$lacks\nmc-signal: standard input:2: date: holds \
$bsn: $pseudonym$lacks\n$summary" -s 03AB00

# ------------------------------------------------------- what may be written

accepts 'public numbers' "$c,need,food,,,,\"0800-2000, 0900-1113111, 112, 0800 0432\""
accepts 'times, dates, rooms, amounts' "$c,need,food,,,,\"Om 10.15 op 3-10-2025, lokaal 2011, 123.456,78\""
accepts 'days joined to days' "$c,need,food,,,,\"5-10-2025/6-10-2025, 06-10-25 - 13-10-25, 112/0800-2000\""
accepts 'what is counted in a street' "$c,need,food,,,,\"In de Kerkstraat: 2 jongens, kenmerk 2025-VT-3\""
accepts 'nine digits that fail the test' "$c,need,food,,,,123456789"
accepts 'a postcode without a number' "$c,need,food,,,,2011 AB"

# --------------------------------------------------------------------- --allow

accepts '--allow email' "$c,need,food,,,,moeder@example.org" --allow email
accepts '--allow, a list' "$c,need,food,,,,\"moeder@example.org, 06-12345678, 2011 AB 12, Dorpsstraat 12, \
geb. 3-10-2018, NL91ABNA0417164300\"" -A email,phone,postcode,iban,street,birth
for written in 123456782 '1,2E+08' 'ketenid.nl/201703/x1'; do
	input "$header\n$c,need,food,,,,\"$written\"\n"
	mc-signal --allow email,phone,postcode,iban,street,birth < in > out 2> err
	check "--allow never lets $written through" test "$?$(wc -l < out)" = 11
done
refuses '--allow lets through what it names alone' 06-12345678 \
    "$c,need,food,,,,moeder@example.org 06-12345678" \
    "text: holds a phone number: $pseudonym$lacks" -- --allow email
refuses '--allow never a BSN' 123456782 "$c,need,food,,,,BSN 123456782" \
    "text: holds $bsn: $pseudonym$lacks" -- --allow email,phone,postcode,iban
input ''
for list in bsn '' 'email,' 'email phone'; do
	run "--allow \"$list\"" 2 none \
	    "mc-signal: \"$list\" is no list of phone, email, iban, postcode, street, birth (see mc-signal --help)\n" \
	    --allow "$list"
done

# The rejects hold the row as it stood: for the person who must mend it alone.
input "$header\n$c,need,food,,,,BSN 123456782\n"
mc-signal --rejects r.csv < in > out 2> err
printf '%s\n' "$header,reasons" "$c,need,food,,,,BSN 123456782,\"text: holds $bsn: $pseudonym\"" > want.csv
check 'the rejects say why' same r.csv want.csv
check 'and are for their owner alone' test "$(stat -c %a r.csv)" = 600

finish
