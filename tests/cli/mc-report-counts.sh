#!/usr/bin/env bash
#
# Goal: counts are published once and never again otherwise; whatever is wrong
# with key, ledger, units, month or records is named, and then nothing is
# published and nothing written.
#
#   BIN=build/bin tests/cli/mc-report-counts.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2016,SC2034,SC2154,SC2317 # the helpers' variables; checks called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/report-helpers"

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd) || exit 2
"$PYTHON" "$here/counts/simulate.py" 11 12 2017 "$scratch/year" || exit 2
units=$scratch/year/units.csv key=$scratch/key ledger=$scratch/ledger
cd "$scratch" || exit 2

records() { # last day
	"$BIN/mc-weigh" --as-of "$1" "$scratch"/year/[0-9]*.csv | "$BIN/mc-refer"
}
case $BIN in /*) ;; *) BIN=$OLDPWD/$BIN report=$BIN/mc-report ;; esac
records 2017-08-31 > records.08
records 2017-09-30 > records.09
records 2017-10-31 > records.10
counts() { # month, option ...
	local month=$1
	shift
	run -t counts -m "$month" -L "$ledger" -k "$key" -u "$units" "$@" < "records.${month#*-}"
}
kept() { cp "$ledger" "$scratch/kept"; }
is_kept() { cmp -s "$ledger" "$scratch/kept"; }
refuses() { ends 2 && is_empty && says "$1" && is_kept; }
restore() { cp "$scratch/kept" "$ledger"; }

# The key

run --new-key "$key"
check "--new-key makes a key" fine
check "... of 32 bytes, for its owner alone" \
    eval '[ "$(stat -c "%s %a" "$key")" = "32 600" ]'
cp "$key" key.before
run --new-key "$key"
check "a key is never overwritten" eval 'ends 2 && says "exists already" && cmp -s "$key" key.before'
run --new-key "$scratch/no/key"
check "a key that cannot be written is named" eval 'ends 2 && says "No such file"'

# Publishing

counts 2017-08 -f csv
cp out first.csv
check "the first month is published" fine
check "... as table, unit, row, column, count" \
    eval '[ "$(head -n 1 out)" = table,unit,row,column,count ]'
check "... all of them multiples of five" \
    eval '! tail -n +2 out | grep -vqE ",(-|0|[0-9]*[05])$"'
check "... with every code, also where there is none" \
    eval '[ "$(grep -c "^outcome-route,all," out)" -eq 56 ]'
check "the ledger is for its owner alone" eval '[ "$(stat -c %a "$ledger")" = 600 ]'
check "... and - alone where the rules can never give a case" \
    eval '[ "$(grep -c -- ",-$" out)" -eq "$(grep -c -- ",closed,ggd,-$" out)" ] && grep -q "^outcome-route,all,closed,ggd,-$" out'
kept
counts 2017-08 -f csv
check "the same month again gives the same bytes" eval 'fine && cmp -s out first.csv && is_kept'
records 2017-09-30 | head -n 50 > records.08x
run -t counts -m 2017-08 -L "$ledger" -k "$key" -u "$units" -f csv < records.08x
check "... whatever the records are now" eval 'fine && cmp -s out first.csv && is_kept'
counts 2017-09 -f csv
cp out second.csv
check "the next month is published" fine
check "... and the ledger only grew" \
    eval 'cmp -s -n "$(stat -c %s kept)" "$ledger" kept && [ "$(stat -c %s "$ledger")" -gt "$(stat -c %s kept)" ]'
months_of() { grep ",$1," "$2"; }
check "... with the earlier month as it was" \
    eval 'months_of 2017-08 first.csv > a; months_of 2017-08 second.csv > b; [ -s a ] && cmp -s a b'
cp "$ledger" twin
counts 2017-10 -f csv
cp out third.csv
cp twin "$ledger"
counts 2017-10 -f csv
check "same input, ledger and key give the same bytes" cmp -s out third.csv
counts 2017-08 -f csv
check "an old month comes from the ledger" cmp -s out first.csv
cp twin "$ledger"

# Two at once: the second waits, finds the month, and prints the same.
counts_to() { "$report" -t counts -m 2017-10 -L "$ledger" -k "$key" -u "$units" -f csv < records.10 > "$1"; }
counts_to one & counts_to two & wait
check "two runs at once publish one month once" \
    eval 'cmp -s one two && cmp -s one third.csv && [ "$(grep -c "^2017-10,end" "$ledger")" -eq 1 ]'

# What is refused

cp twin "$ledger"
kept
run -t counts -m 2017-12 -L "$ledger" -k "$key" -u "$units" < records.10
check "a gap is named, with the month that is next" refuses 'the next month is 2017-10'
run -t counts -m 2017-07 -L "$ledger" -k "$key" -u "$units" < records.08
check "a month before the ledger is refused" refuses 'begins with 2017-08'
run -t counts -m 2017-10 -L "$ledger" -k "$key" -u "$units" < <(records 2017-11-30)
check "a later record is refused, with the right pipeline" \
    refuses 'mc-weigh --as-of 2017-10-31 FILE ... | mc-refer | mc-report --type counts --month 2017-10'
run -t counts -m 2199-01 -L "$ledger" -k "$key" -u "$units" < records.08
check "a month that is not over is refused" refuses 'is not over yet'
run -t counts -m 2017-10 -L "$ledger" -k "$key" -u "$units" < <(grep -v ,refer, records.10)
check "a case without refer records is named" refuses 'has no refer record'
run -t counts -m 2017-10 -L "$ledger" -k "$key" -u "$units" < <(grep -v ,weigh, records.10)
check "a case without a weigh record is named" refuses 'has no weigh record'
run -t counts -m 2017-10 -L "$ledger" -k "$key" -u "$units" < <(cat records.10; echo 'no record')
check "with a refused line nothing is published" refuses 'nothing is published'
run -t counts -m 2017-10 -L "$ledger" -k "$key" -u "$units" < /dev/null
check "no record at all is taken for a mistake" refuses 'there is no record at all'
no_case() { echo ,2017-08-02,10AA00,school,af,yes,,head,; }
run -t counts -m 2017-10 -L "$ledger" -k "$key" -u "$units" < <(no_case)
check "... and so is no case at all, when earlier months had some" refuses 'no record is of a case'
run -t counts -m 2017-10 -L "$ledger" -k "$key" -u "$units" no-such-file
check "a file that cannot be read is named" refuses 'no-such-file'
grep -v ^10AA00 "$units" > fewer.csv
run -t counts -m 2017-10 -L "$ledger" -k "$key" -u fewer.csv < records.10
check "a school that is not among the units is named" refuses 'school 10AA00 stands in'

chmod 640 "$ledger"
counts 2017-10
check "a ledger that others may read is refused" refuses 'others than its owner may use it (mode 0640'
chmod 600 "$ledger"
chmod 604 "$key"
counts 2017-10
check "a key that others may read is refused" refuses 'others than its owner may use it (mode 0604'
chmod 600 "$key"
head -c 31 "$key" > short-key
chmod 600 short-key
run -t counts -m 2017-10 -L "$ledger" -k short-key -u "$units" < records.10
check "a file that is no key is refused" refuses 'is no key'
run --new-key other-key
run -t counts -m 2017-09 -L "$ledger" -k other-key -u "$units" < records.09
check "another key is refused before anything is printed" refuses 'belongs to another key'
counts 2017-10 -b 10
check "another base is refused" refuses 'was begun with --base 5'

# A ledger that was changed: each time the old month would be printed otherwise.
tamper() { # name, sed command, message
	sed -i "$2" "$ledger"
	counts 2017-09
	check "$1" eval 'ends 2 && is_empty && says "$message"'
	restore
}
message='not as it was written'
tamper "a unit more is found" '2s/$/9/'
tamper "a case more is found" '3s/,\([0-9]*\),\([0-9]*\)$/,9\1,\2/'
tamper "a row taken away is found" 4d
tamper "a row twice is found" 4p
tamper "a month taken away is found" /^2017-08/d
tamper "another school is found" '2s/,......,/,99ZZ99,/'
message='is no ledger of counts'
tamper "another header is found" '1s/cases/Cases/'
message='not written to its end'
tamper "a month without its end is found" '$d'
head -c -7 kept > "$ledger"
counts 2017-09
check "a torn last line is found" eval 'ends 2 && is_empty && says "$message"'
restore
check "... in its place" says 'ledger:'

# On a full disk the ledger is as it was before.
(ulimit -f 4; trap '' XFSZ; counts_to limited) 2> err
status=$?
check "a ledger that cannot be written stays as it was" \
    eval 'ends 2 && is_kept && [ ! -s limited ]'

# A run that publishes nothing leaves no ledger that was not there before.

first() { run -t counts -m 2017-08 -L new-ledger -k "$key" -u "$units" -f csv "$@"; }
leaves_none() { ends 2 && is_empty && says "$1" && [ ! -e new-ledger ]; }
first < records.09
check "a refused first month leaves no ledger" leaves_none 'lies after the month 2017-08'
first no-such-file
check "... nor does a file that cannot be read" leaves_none no-such-file
first < <(cat records.08; echo 'no record')
check "... nor a refused line" leaves_none 'nothing is published'
(
	ulimit -f 0
	exec "$report" -t counts -m 2017-08 -L new-ledger -k "$key" -u "$units" < records.08
) 2>&1 > /dev/null | cat > err
status=${PIPESTATUS[0]}
: > out
check "... nor a full disk" leaves_none 'new-ledger: File too large'
first < /dev/null
check "... nor does an empty input, which says what to do" leaves_none 'give a record of kind school'
first < <(head -n 1 records.08)
check "... nor a header alone" leaves_none 'there is no record at all'
first < <(echo 'no record')
check "... nor refused lines alone, which are to be mended" leaves_none 'holds no records'
is_zero() { fine && tail -n +2 out | grep -q . && ! tail -n +2 out | grep -qvE ',[-0]$'; }
first < <(no_case | "$BIN/mc-weigh" -a 2017-08-31 | "$BIN/mc-refer")
check "a school that says it has no case publishes zeros" is_zero
rm -f new-ledger
first < <("$BIN/mc-weigh" -a 2017-08-31 <(echo K-1,2017-06-01,10AA00,need,money,,,af,
    echo K-1,2017-06-01,10AA00,signal,fear,seen,,af,feit
    echo K-1,2017-06-01,10AA00,answer,suspicion,no,,af,
    echo K-1,2017-06-01,10AA00,answer,concern,no,,af,) | "$BIN/mc-refer")
check "... and so does one with cases and none in the month" is_zero
rm -f new-ledger
ln -s elsewhere new-ledger
first < records.09
check "... nor does a link lead to one, and the link stays" \
    eval 'ends 2 && [ -L new-ledger ] && [ ! -e elsewhere ]'
rm new-ledger
install -m 600 /dev/null new-ledger
first < records.09
check "an empty ledger that was there stays there" eval 'ends 2 && [ -e new-ledger ]'
rm new-ledger

# The second of two runs waits for a ledger that the first takes away.
mkfifo slow
first_to() { "$report" -t counts -m 2017-08 -L new-ledger -k "$key" -u "$units" -f csv > "$1" 2> /dev/null; }
first_to refused < slow &
exec 3> slow
for _ in {1..100}; do [ -e new-ledger ] && break; sleep 0.05; done
first_to waiting < records.08 &
sleep 0.3
cat records.09 >&3
exec 3>&-
wait
check "a run that waited for a ledger that was taken away makes its own" \
    eval 'cmp -s waiting first.csv && [ ! -s refused ] && [ "$(grep -c "^2017-08,end" new-ledger)" -eq 1 ]'

# Formats

counts 2017-09
check "as text it fits 80 columns" eval 'fine && ! grep -qE "^.{81}" out'
check "... and says in Dutch what the numbers are, under every table" \
    eval '[ "$(grep -c "^Alle aantallen zijn veelvouden van 5" out)" -eq "$(grep -c "^-----" out)" ]'
check "... never more than 10 away" has 'nooit meer dan 10'
counts 2017-09 -l en
check "... and in English" \
    eval '[ "$(grep -c "^All counts are multiples of 5 and add up" out)" -eq "$(grep -c "^-----" out)" ]'
counts 2017-09
check "... and the column of closed cases has a whole word in Dutch" \
    eval 'has " grijs afgesloten wegen " && has " afgesloten: geen vermoeden"'

# Every row of a table begins with what it is about, and says so to a screen reader.
cat > headings.py << 'EOF'
import sys, xml.dom.minidom as m
tables = m.parse(sys.argv[1]).getElementsByTagName("table")
assert tables, "no tables"
for table in tables:
    rows = [[cell for cell in row.childNodes if cell.nodeType == cell.ELEMENT_NODE]
            for row in table.getElementsByTagName("tr")]
    assert len({len(row) for row in rows}) == 1, "rows of different widths"
    assert {cell.getAttribute("scope") for cell in rows[0][1:]} == {"col"}, "columns"
    assert {row[0].getAttribute("scope") for row in rows[1:]} == {"row"}, "rows"
    assert {cell.tagName for row in rows[1:] for cell in row[1:]} == {"td"}, "numbers"
EOF
has_headings() { "$PYTHON" headings.py "$scratch/out"; }
is_for_paper() { # what stands at the top of each page
	has_all '@page { size: A4;' "@top-left { font: 9pt sans-serif; content: \"$1" 'counter(page)' \
	    'table-header-group' 'break-inside: avoid'
}
counts 2017-09 -f html
check "as html it is well-formed, in Dutch" \
    eval 'fine && is_well_formed && has "<html lang=\"nl\" "'
check "... with headings of rows and columns" has_headings
check "... for paper: A4, page numbers, the month on each page" \
    is_for_paper 'Meldcode in aantallen: september 2017'
check "... with bars for the months" \
    eval '[ "$(count_of "<svg ")" -eq "$(grep -c "zaken per maand, naar uitkomst" out)" ] && has "<rect "'
check "... with the explanation under every table" \
    eval '[ "$(grep -c "Alle aantallen zijn veelvouden van 5" out)" -eq "$(grep -c "<table>" out)" ]'
check "... and nothing from elsewhere" eval '! grep -qiE "<[^>]* (src|href|on[a-z]+)=|url\(|@import" out'
counts 2017-09 -f html -l en
check "... and in English" eval 'fine && is_well_formed && has_headings && has "<html lang=\"en\" "'
sed 's/School 1,/<b>School \& \xe2\x80\xae1,/' "$units" > marked.csv
run -t counts -m 2017-09 -L "$ledger" -k "$key" -u marked.csv -f html < records.09
check "... in which a name is no markup" \
    eval 'is_well_formed && has "&lt;b&gt;School &amp; " && lacks_all "<b>School" "$(printf "\xe2\x80\xae")"'
counts 2017-09 -f ics
check "there is no other format" eval 'ends 2 && says "has no format ics"'
sums() { # csv
	awk -F, 'NR > 1 { key = $1 "," $2 "," $3 }
	NR > 1 && $4 != "total" { sum[key] += $5 } NR > 1 && $4 == "total" { total[key] = $5 }
	END { for (key in total) if (total[key] != sum[key]) { print "# " key; bad = 1 } exit bad }' "$1"
}
check "every row adds up" sums second.csv

# Other bases, one school, small schools, internal counts

for base in 3 10; do
	rm -f base-ledger
	run -t counts -m 2017-09 -L base-ledger -k "$key" -u "$units" -b $base -f csv < records.09
	check "base $base gives multiples of $base" \
	    eval 'fine && awk -F, -v b='$base' "NR > 1 && \$5 % b { exit 1 }" out'
done
one() { # pupils, option ...
	printf 'school,name,pupils,board,region\n10AA00,De Brug,%s,,\n' "$1" > one.csv
	shift
	rm -f one-ledger
	"$BIN/mc-weigh" -a 2017-09-30 year/10AA00.csv | "$BIN/mc-refer" > one.records
	run -t counts -m 2017-09 -u one.csv "$@" < one.records
}
one 150 -L one-ledger -k "$key" -f csv
check "one school publishes its own row" eval 'fine && [ "$(cut -d, -f1,3 out | sort -u | wc -l)" -eq 3 ]'
one 149 -L one-ledger -k "$key" -f csv
check "a school too small publishes nothing, says why, and all is well" \
    eval 'ends 0 && is_empty && says "too small to publish" && [ ! -e one-ledger ]'
one 149 --internal
check "... and has its internal counts" eval 'fine && has "NIET VOOR PUBLICATIE" && has "De Brug"'
one 149 --internal -f html -l en
check "... headed as such in html, on each page of paper" \
    eval 'is_well_formed && has_headings && is_for_paper "NOT FOR PUBLICATION" && has "<p class=\"warning\">"'
one 149 --internal -f csv
check "... and in csv" eval 'head -n 1 out | grep -q "niet voor publicatie"'
check "... which are exact" \
    eval '[ "$(awk -F, "\$1 == \"school-outcome\" && \$3 == \"total\" && \$4 == \"total\" { print \$5 }" out)" -eq "$(grep -c "^[^,]*,2017-09[^,]*,[^,]*,weigh" one.records)" ]'
run -t counts -m 2017-09 --internal < one.records
check "internal counts need no units file" eval 'fine && has 10AA00'
one 149 --internal -L one-ledger
check "internal counts take no ledger" eval 'ends 2 && says "takes no --ledger"'

# The units file

units_fault() { # name, message, line ...
	printf '%s\n' 'school,name,pupils,board,region' "${@:3}" > bad.csv
	run -t counts -m 2017-10 -L "$ledger" -k "$key" -u bad.csv < records.10
	check "units: $1" refuses "$2"
}
units_fault "pupils that are no number" 'bad.csv:2: pupils: "veel" is no number' 10AA00,x,veel,,
units_fault "a school that is no BRIN" 'bad.csv:2: school: "10A" is no BRIN' 10A,x,10,,
units_fault "a school twice" 'bad.csv:3: school: "10AA00" stands there twice' 10AA00,x,10,, 10AA00,x,10,,
units_fault "too few fields" 'bad.csv:2: 3 fields' 10AA00,x,10
units_fault "a control character" 'holds a control character' $'10AA00,\e[31mx,10,,'
units_fault "nothing" 'names no school'
run -t counts -m 2017-10 -L "$ledger" -k "$key" -u no-units < records.10
check "units that cannot be read are named" refuses no-units
printf '\xef\xbb\xbf' > excel.csv
sed 's/$/\r/' "$units" >> excel.csv
run -t counts -m 2017-09 -L "$ledger" -k "$key" -u excel.csv -f csv < records.09
check "units as a spreadsheet saves them" eval 'fine && cmp -s out second.csv'

# The command line

for wrong in "-m 2017-13" "-b 4" "" "-m 2017-09 -a 2017-09-30" "-m 2017-09 -c K-1" "-m 2017-09 -L l"; do
	# shellcheck disable=SC2086 # several words
	run -t counts $wrong < /dev/null
	check "wrong usage: $wrong" eval 'ends 2 && is_empty && says "see mc-report --help"'
done
run -m 2017-09 < /dev/null
check "options of the counts without the type" eval 'ends 2 && says "belong to --type counts"'
finish
