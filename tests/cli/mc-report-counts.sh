#!/usr/bin/env bash
#
# Goal: counts are published once and never again otherwise; whatever is wrong
# with key, ledger, units, month or records is named with what to do, and then
# nothing is published and nothing written.
#
#   BIN=build/bin tests/cli/mc-report-counts.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2016,SC2034,SC2154,SC2317 # the helpers' variables; checks called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/report-helpers"

"$PYTHON" "$repository/tests/counts/simulate.py" 11 12 2017 "$scratch/year" || exit 2
units=$scratch/year/units.csv key=$scratch/key ledger=$scratch/ledger
cd "$scratch" || exit 2

records() { # last day
	"$bin/mc-weigh" --as-of "$1" "$scratch"/year/[0-9]*.csv | "$bin/mc-refer"
}
records 2017-08-31 > records.08
records 2017-09-30 > records.09
records 2017-10-31 > records.10
counts() { # month, option ...
	local month=$1
	shift
	run -t counts -m "$month" -L "$ledger" -k "$key" -u "$units" "$@" < "records.${month#*-}"
}
counts_of() { # month, of these records, option ...
	local month=$1 of=$2
	shift 2
	run -t counts -m "$month" -L "$ledger" -k "$key" -u "$units" "$@" < "$of"
}
kept() { cp "$ledger" "$scratch/kept"; }
is_kept() { cmp -s "$ledger" "$scratch/kept"; }
refuses() { ends 2 && is_empty && says "$1" && is_kept; }
restore() { cp "$scratch/kept" "$ledger"; }

# Key and ledger

run --new-key "$key"
check "--new-key makes a key" fine
check "... of 32 bytes, for its owner alone" \
    eval '[ "$(stat -c "%s %a" "$key")" = "32 600" ]'
cp "$key" key.before
: > empty
chmod 644 empty
run --new-key empty
check "an empty file, as a run leaves that was killed, becomes a key" \
    eval 'fine && [ "$(stat -c "%s %a" empty)" = "32 600" ]'
: > empty
ln -s empty link
run --new-key link
check "... but not by a link" eval 'ends 2 && says "exists already" && [ ! -s empty ]'
flock empty "$report" --new-key empty 2> err
check "... nor while another run is about to write to it" \
    eval 'grep -q "exists already" err && [ ! -s empty ]'
mkfifo pipe
run --new-key pipe
check "... nor a pipe, for which nobody waits" eval 'ends 2 && says "exists already"'
run --new-key "$key"
check "a key is never overwritten" eval 'ends 2 && says "exists already" && cmp -s "$key" key.before'
run --new-key "$scratch/no/key"
check "a key that cannot be written is named" eval 'ends 2 && says "No such file"'
counts 2017-08
check "without a ledger nothing is published, and none is made" \
    eval 'ends 2 && says "--new-ledger FILE --from YYYY-MM --key FILE" && [ ! -e "$ledger" ]'
run --new-ledger "$ledger" --from 2017-08 --key "$key"
check "--new-ledger makes a ledger" fine
check "... of two lines, for its owner alone" \
    eval '[ "$(stat -c %a "$ledger") $(wc -l < "$ledger")" = "600 2" ]'
kept
: > empty
run --new-ledger empty --from 2017-08 --key "$key"
check "... and in an empty file too" eval 'fine && cmp -s empty "$ledger"'
run --new-ledger "$ledger" --from 2017-09 --key "$key"
check "a ledger is never overwritten" refuses 'exists already'
run --new-ledger other-ledger --key "$key"
check "a ledger needs its first month" eval 'ends 2 && says "needs --from YYYY-MM"'

# The page would stand in them.
for file in "$ledger" "$key" "$units"; do
	cp "$file" before
	"$report" -t counts -m 2017-08 -L "$ledger" -k "$key" -u "$units" < records.08 2> err >> "$file"
	status=$?
	check "the output does not go to ${file##*/}" \
	    eval 'ends 2 && says "is the file that the output goes to" && cmp -s "$file" before'
	cp before "$file"
done

# While it waits for records the key is kept out of the swap space.
mkfifo waits
"$report" -t counts -m 2017-08 -L "$ledger" -k "$key" -u "$units" < waits > out 2> err &
process=$!
exec 3> waits
for ((i = 0; i < 100; i++)); do
	! grep -q '^VmLck:.* [1-9]' "/proc/$process/status" || break
	sleep 0.05
done
if is_sanitized; then
	skip 'the key is locked in memory' 'a sanitizer locks nothing'
else
	check 'the key is locked in memory' grep -q '^VmLck:.* [1-9]' "/proc/$process/status"
fi
exec 3>&-
wait "$process"

# Publishing

counts 2017-09
check "a ledger begins with the month that it was made for" refuses 'the next month is 2017-08'
counts 2017-08 -f csv
cp out first.csv
check "the first month is published" fine
check "... as month, table, unit, column, count" \
    eval '[ "$(head -n 1 out)" = month,table,unit,column,count ]'
check "... all of them multiples of five" eval '! tail -n +2 out | grep -vqE ",[0-9]*[05]$"'
cat > columns << 'EOT'
month all active
school 10AA00 cases
school 10AA00 new
school 10AA00 consulted
school 10AA00 talked
year all cases
year all new
year all consulted
year all talked
year all help
year all closed
year all advice
year all report
EOT
check "... with every kind, and by school only what nobody is named by" \
    diff columns <(grep -E ',(all|10AA00),' out | cut -d, -f2-4 | tr , ' ' | sort -s -k1,1)
kept
check "the schools of the year are in the ledger" \
    eval '[ "$(grep -c "^2017-08,school," "$ledger")" -eq 12 ]'
check "... and nothing true" eval '! grep -vE "^(month|2017-08,(begin|school|units|end)),"  "$ledger"'
counts 2017-08 -f csv
check "the same month again gives the same bytes" eval 'fine && cmp -s out first.csv && is_kept'
head -n 50 records.08 > records.08x
run -t counts -m 2017-08 -L "$ledger" -k "$key" -f csv < records.08x
check "... whatever the records are now, and without the units file" \
    eval 'fine && cmp -s out first.csv && is_kept'
counts 2017-09 -f csv
cp out second.csv
check "the next month is published" fine
check "... and the ledger only grew" \
    eval 'cmp -s -n "$(stat -c %s kept)" "$ledger" kept && [ "$(stat -c %s "$ledger")" -gt "$(stat -c %s kept)" ]'
check "... of which the schools were told in its first month alone" \
    eval '[ "$(grep -c "^2017-..,school," "$ledger")" -eq 12 ]'
check "... and by school the latest standing alone is printed" \
    eval 'grep -q "^2017-09,school," second.csv && ! grep -q "^2017-08,school," second.csv'
months_of() { grep "^$1,[my]" "$2"; }
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
cp twin "$ledger"
kept

# What is refused

run -t counts -m 2017-12 -L "$ledger" -k "$key" -u "$units" < records.10
check "a gap is named, with the month that is next" refuses 'the next month is 2017-10'
run -t counts -m 2017-07 -L "$ledger" -k "$key" -u "$units" < records.08
check "a month before the ledger is refused" refuses 'begins with 2017-08'
counts_of 2017-10 <(records 2017-11-30)
check "a later record is refused, with the right pipeline" \
    refuses 'mc-weigh --as-of 2017-10-31 FILE ... | mc-refer | mc-report --type counts --month 2017-10'
counts_of 2017-10 <(cat records.10; echo 'K-1,2017-10-01,10AA00,signal,fear,seen,2017-11-02,af,feit')
check "... and so is a signal that was known later" refuses 'a record of 2017-11-02 lies after'
run -t counts -m 2199-01 -L "$ledger" -k "$key" -u "$units" < records.08
check "a month far away is refused" refuses 'the next month is 2017-10'
run --new-ledger far-ledger --from 2199-01 --key "$key"
run -t counts -m 2199-01 -L far-ledger -k "$key" -u "$units" < records.08
check "a month that is not over is refused" refuses 'is not over yet'
counts_of 2017-10 <(grep -v ,refer, records.10)
check "a case without refer records is named" refuses 'has no refer record'
counts_of 2017-10 <(grep -v ,weigh, records.10)
check "a case without a weigh record is named" refuses 'has no weigh record'
counts_of 2017-10 <(cat records.10; grep -m 1 ,weigh, records.10)
check "... and so is one with two" refuses 'has more than one weigh record'
counts_of 2017-10 <(cat records.10; echo 'no record')
check "with a refused line nothing is published" refuses 'first mend what is refused'
counts_of 2017-10 <(sed '/,weigh,/s/,mc-weigh,.*$/,mc-weigh,refused/' records.10)
check "... nor with a case that lacks one" refuses 'first mend what is refused'
run -t counts -m 2017-10 -L "$ledger" -k "$key" -u "$units" no-such-file
check "a file that cannot be read is named" refuses 'no-such-file'

# Schools

counts_of 2017-10 /dev/null
check "no record at all is taken for a mistake" refuses 'school 10AA00 (School 1) has no record at all'
grep -v 10AA00 records.10 > records.less
counts_of 2017-10 records.less
check "a school without a record is named, with what to do" \
    refuses 'publish without it, by --without 10AA00 (meldcode-counts: MELDCODE_WITHOUT=10AA00)'
counts_of 2017-10 records.less -W 99ZZ99
check "a slip in --without is named" refuses '99ZZ99: is no school of this school year'
counts_of 2017-10 records.less -W 10AA00 -W 11AB00
check "... and without it the month is published" fine
check "... the page tells of it" has 'Niet aangeleverd 10AA00 School 1: oktober 2017 Geteld'
check "... and so does the ledger" eval 'grep -q "^2017-10,without,10AA00,,,,$" "$ledger"'
cp out without.txt
counts 2017-10
check "... each time that it is printed" cmp -s out without.txt
restore
{ cat records.less; echo ,2017-08-02,10AA00,school,af,yes,,head,; } > records.none
counts_of 2017-10 records.none
check "a school without a case says so by a record of kind school" \
    eval 'fine && has "elke school heeft elke maand aangeleverd"'
restore
{ cat records.10; echo ,2017-08-02,99ZZ99,school,af,yes,,head,; } > records.more
counts_of 2017-10 records.more
check "a school in no list is named, with what to do" refuses 'mend its BRIN, or add it to the units file'
{ cat "$units"; echo 99ZZ99,Nieuw,500,Stichting A,Regio 1; } > grown.csv
run -t counts -m 2017-10 -L "$ledger" -k "$key" -u grown.csv -f csv < records.more
check "a school that opened in mid-year counts from August on" \
    eval 'fine && cmp -s out third.csv'
restore
grep -v ^10AA00 "$units" | sed 's/Stichting A/Stichting Z/' > changed.csv
run -t counts -m 2017-10 -L "$ledger" -k "$key" -u changed.csv -f csv < records.10
check "a school that closed, and a change of board, change nothing until August" \
    eval 'fine && cmp -s out third.csv'
restore

# Files that are not as they were

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
run -t counts -m 2017-10 -L "$ledger" -k no-key -u "$units" < records.10
check "a key that is not there is asked for" refuses 'put the key back'
run --new-key other-key
run -t counts -m 2017-09 -L "$ledger" -k other-key -u "$units" < records.09
check "another key is refused before anything is printed, with what to do" \
    refuses 'put its old key back; without it nothing can be published until August'
counts 2017-10 -b 10
check "another base is refused" refuses 'was begun with --base 5'
echo month,school,outcome,route,signal,cases,units > old-ledger
chmod 600 old-ledger
run -t counts -m 2017-10 -L old-ledger -k "$key" -u "$units" < records.10
check "a ledger of the first edition is refused, with how to begin a new school year" \
    refuses 'begin a new school year: mc-report --new-key FILE, then mc-report --new-ledger FILE --from YYYY-08 --key FILE'

# A ledger that was changed: each time the old month would be printed otherwise.
tamper() { # name, sed command, message
	sed -i "$2" "$ledger"
	counts 2017-09
	check "$1" eval 'ends 2 && is_empty && says "$message" && says "put the newest copy of the ledger back"'
	restore
}
message='is not as it was written'
tamper "a unit more is found" '/units/s/,\([0-9]\),,$/,9\1,,/'
tamper "a row taken away is found" '/^2017-09,units/d'
tamper "a row twice is found" 5p
tamper "a month taken away is found" '/^2017-08,[^b]/d'
tamper "a school of another size is found" '3s/,School/x,School/'
tamper "a school that did deliver is found" '3s/.*/&\n2017-08,without,10AA00,,,,/'
tamper "a base of 10 is found" '/end/s/,5,/,10,/'
tamper "an earlier begin is found" '2s/2017-08/2017-07/'
tamper "a line that is none is found" '7s/,.*//'
message='is no ledger of counts'
tamper "another header is found" '1s/name/Name/'
message='was not written to its end'
tamper "a month without its end is found" '$d'
head -c -7 kept > "$ledger"
counts 2017-09
check "a torn last line is found" eval 'ends 2 && is_empty && says "$message"'
: > "$ledger"
counts 2017-09
check "an empty ledger is found" eval 'ends 2 && is_empty && says "$message"'
restore

# On a full disk the ledger is as it was before.
(ulimit -f $(($(stat -c %s "$ledger") / 1024 + 1)); trap '' XFSZ; counts_to limited) 2> err
status=$?
check "a ledger that cannot be written stays as it was" \
    eval 'ends 2 && is_kept && [ ! -s limited ]'
if is_watched; then
	skip '... and one that cannot be made is not there' 'valgrind writes files too'
else
	(ulimit -f 0; exec "$report" --new-ledger none --from 2017-08 --key "$key") 2> err
	status=$?
	check '... and one that cannot be made is not there' eval 'ends 2 && [ ! -e none ]'
fi

# Formats

counts 2017-09
check "as text it fits 80 columns" eval 'fine && ! grep -qE "^.{81}" out'
check "... and tells once whose numbers they are" has_all 'Meldcode in aantallen: augustus 2017 tot en met september 2017' \
    'Uitgegeven door Stichting A' 'Scholen 10AA00 School 1, 11AB00 School 2,' \
    'Niet aangeleverd elke school heeft elke maand aangeleverd'
check "... and what they are" eval '[ "$(count_of "zijn veelvouden van 5 en tellen op")" -eq 1 ] && has_all \
    "Een zaak is één kind of gezin" "meestal hooguit 5 hoger of lager, een enkele keer verder" \
    "Een 0 kan 5 betekenen, en een 5 geen enkele." "hoeft niet te betekenen dat er in die maand iets is gebeurd" \
    "is te zien in een latere maand" "meldingen bij Veilig Thuis"'
check "... and never says how far a number can be at most" lacks_all 'nooit meer' 'hooguit 10'
counts 2017-09 -l en
check "... and in English" eval 'fine && [ "$(count_of "All numbers are multiples of 5")" -eq 1 ] && has_all \
    "The meldcode in numbers: August 2017 to September 2017" "mostly within 5 of the printed one, seldom further away" \
    "A 0 can mean 5, and a 5 none." "every school delivered every month"'

# Every row of a table begins with what it is about, and says so to a screen reader.
cat > headings.py << 'EOT'
import sys, xml.dom.minidom as m
document = m.parse(sys.argv[1])
tables = document.getElementsByTagName("table")
assert tables, "no tables"
for table in tables:
    rows = [[cell for cell in row.childNodes if cell.nodeType == cell.ELEMENT_NODE]
            for row in table.getElementsByTagName("tr")]
    assert len({len(row) for row in rows}) == 1, "rows of different widths"
    assert {cell.getAttribute("scope") for cell in rows[0][1:]} == {"col"}, "columns"
    assert {row[0].getAttribute("scope") for row in rows[1:]} == {"row"}, "rows"
    assert {cell.tagName for row in rows[1:] for cell in row[1:]} == {"td"}, "numbers"
    assert {cell.getAttribute("class") for row in rows for cell in row[1:]} == {"number"}, "right"
# What a chart shows stands in the table behind it.
for chart in document.getElementsByTagName("svg"):
    table = chart.nextSibling
    while table.nodeType != table.ELEMENT_NODE:
        table = table.nextSibling
    assert table.getElementsByTagName("table"), "no table behind a chart"
    text = lambda node: node.toxml()
    cells = {cell.firstChild.data for cell in table.getElementsByTagName("td")}
    numbers = [t.firstChild.data for t in chart.getElementsByTagName("text")][1::2]
    assert numbers and set(numbers) <= cells, "numbers that the table lacks"
    fills = {bar.getAttribute("fill") for bar in chart.getElementsByTagName("rect")}
    assert fills == {"#777"}, "colours"
EOT
has_headings() { "$PYTHON" headings.py "$scratch/out"; }
is_for_paper() { # what stands at the top of each page
	has_all '@page { size: A4;' "@top-left { font: 9pt sans-serif; content: \"$1" 'counter(page1)' \
	    'table-header-group' 'break-inside: avoid'
}
counts 2017-09 -f html
check "as html it is well-formed, in Dutch" \
    eval 'fine && is_well_formed && has "<html lang=\"nl\" "'
check "... with headings of rows and columns, and a table behind each chart" has_headings
check "... for paper: A4, page numbers, the months on each page" \
    is_for_paper 'Meldcode in aantallen: augustus 2017 tot en met september 2017'
check "... with bars for what was active and for the standings of each unit" \
    eval '[ "$(count_of "<svg ")" -eq 6 ] && [ "$(count_of "<table>")" -eq 7 ]'
check "... with the explanation once" eval '[ "$(count_of "Alle aantallen zijn veelvouden van 5")" -eq 1 ]'
check "... and nothing from elsewhere" eval '! grep -qiE "<[^>]* (src|href|on[a-z]+)=|url\(|@import" out'
counts 2017-09 -f html -l en
check "... and in English" eval 'fine && is_well_formed && has_headings && has "<html lang=\"en\" "'
sed 's/School 1,/<b>School \& 1,/' "$units" > marked.csv
run --new-ledger marked-ledger --from 2017-09 --key "$key"
run -t counts -m 2017-09 -L marked-ledger -k "$key" -u marked.csv -f html < records.09
check "... in which a name is no markup" \
    eval 'is_well_formed && has "&lt;b&gt;School &amp; " && lacks "<b>School"'
counts 2017-09 -f ics
check "there is no other format" eval 'ends 2 && says "--format \"ics\" is not known (text, html, csv)"'

# Rows of schools that cover a unit add up to it.
awk -F, 'BEGIN { OFS = "," } NR > 1 { $3 = 300 } 1' "$units" > large.csv
run --new-ledger large-ledger --from 2017-09 --key "$key"
run -t counts -m 2017-09 -L large-ledger -k "$key" -u large.csv -f csv < records.09
sums() {
	awk -F, '$2 == "school" { sum[$4] += $5 }
	$2 == "year" && $3 == "all" { all[$4] = $5 }
	END { for (kind in sum) if (sum[kind] != all[kind]) bad = 1; exit bad || !("cases" in sum) }' out
}
check "all schools are the sum of the rows of schools" sums

# Other bases, one school, small schools

for base in 3 10; do
	rm -f base-ledger
	run --new-ledger base-ledger --from 2017-09 --key "$key" -b $base
	run -t counts -m 2017-09 -L base-ledger -k "$key" -u "$units" -f csv < records.09
	check "base $base gives multiples of $base" \
	    eval 'fine && awk -F, -v b='$base' "NR > 1 && \$5 % b { exit 1 }" out'
done
run -t counts -m 2017-09 -L base-ledger -k "$key" < /dev/null
check "... and the page says so" has 'zijn veelvouden van 10 en'
one() { # pupils, option ...
	printf 'school,name,pupils,board,region\n10AA00,De Brug,%s,,\n' "$1" > one.csv
	shift
	rm -f one-ledger
	"$report" --new-ledger one-ledger --from 2017-09 --key "$key"
	cp one-ledger one-kept
	"$bin/mc-weigh" -a 2017-09-30 year/10AA00.csv | "$bin/mc-refer" > one.records
	run -t counts -m 2017-09 -u one.csv "$@" < one.records
}
one 150 -L one-ledger -k "$key" -f csv
check "one school publishes its own row" eval 'fine && [ "$(cut -d, -f2,3 out | sort -u | wc -l)" -eq 2 ]'
run -t counts -m 2017-09 -L one-ledger -k "$key" < /dev/null
check "... in its own name" eval 'fine && has "Uitgegeven door de scholen zelf"'
one 149 -L one-ledger -k "$key" -f csv
check "a school too small publishes nothing, says why, and all is well" \
    eval 'ends 0 && is_empty && says "too small to publish" && cmp -s one-ledger one-kept'
one 150 -L one-ledger -k "$key"
run -t counts -m 2017-10 -L one-ledger -k "$key" < one.records
check "within the school year the units file is not needed" fine
run --new-ledger none --from 2017-09 --key "$key"
run -t counts -m 2017-09 -L none -k "$key" < one.records
check "... and in its first month it is" eval 'ends 2 && is_empty && says "2017-09 is the first month of its school year: --units FILE"'

# The exact counts

one 149 --internal
check "internal counts are headed as such" eval 'fine && has "NIET VOOR PUBLICATIE: echte aantallen, september 2017" && notices "Dit zijn de echte" && has "De Brug"'
one 149 --internal -f html -l en
check "... in html, on each page of paper" \
    eval 'is_well_formed && has_headings && is_for_paper "NOT FOR PUBLICATION" && has "<p class=\"notice\">"'
one 149 --internal -f csv
check "... and in csv" eval '[ "$(head -n 1 out)" = "month,table,unit,column,count (niet voor publicatie)" ]'
active=$(grep -E '^[^,]+,2017-09' year/10AA00.csv | cut -d, -f1 | sort -u | wc -l)
check "... and are exact" eval '[ $active -gt 0 ] && grep -q "^2017-09,month,all,active,$active$" out'
check "... of every kind by school too" eval 'grep -q "^2017-09,school,10AA00,report," out && grep -q "^2017-09,school,10AA00,active,$active$" out'
run -t counts -m 2017-09 --internal < one.records
check "... without a units file" eval 'fine && has 10AA00'
cp flat month.flat
"$bin/mc-weigh" -a 2018-07-31 year/10AA00.csv | "$bin/mc-refer" > one.year
run -t counts --year 2017 --internal -f csv < one.year
cp out year.csv
check "the year tells each month" \
    eval 'fine && [ "$(grep -c ",year,all,cases," out)" -eq 12 ] && grep -q "^2017-09,month,all,active,$active$" out'
run -t counts -m 2017-09 --internal -f csv < one.year
check "... as it was at its end, whatever came later" \
    diff <(grep '^2017-09,[my]' year.csv) <(grep '^2017-09,[my]' out)
run -t counts --year 2199 --internal < one.year
check "a year that has not begun is refused" eval 'ends 2 && is_empty && says "2199-08 has not begun"'
run -t counts -m 2017-09 --internal < /dev/null
check "no record at all gives no page" eval 'ends 2 && is_empty && says "there is no record at all"'
run -t counts -m 2017-09 --internal < <(cat one.records; echo 'no record')
check "a refused line is told at the top" eval 'ends 1 && notices "Let op: een regel kon niet worden gelezen"'
run -t counts -m 2017-09 --internal -u "$units" < <(cat one.records; echo ,2017-08-02,99ZZ99,school,af,yes,,head,)
check "a school that the units file lacks is named" eval 'ends 2 && is_empty && says "school 99ZZ99 stands in the records"'

# The units file

kept
units_fault() { # name, message, line ...
	printf '%s\n' 'school,name,pupils,board,region' "${@:3}" > bad.csv
	run -t counts -m 2017-10 -L "$ledger" -k "$key" -u bad.csv < records.10
	check "units: $1" refuses "$2"
}
units_fault "pupils that are no number" 'bad.csv:2: pupils: "veel" is no number' 10AA00,x,veel,,
units_fault "a school that is no BRIN" 'bad.csv:2: school: "10A" is no BRIN' 10A,x,10,,
units_fault "a school twice" 'bad.csv:3: school: "10AA00" stands there twice' 10AA00,x,10,, 10AA00,x,10,,
units_fault "too few fields" 'bad.csv:2: 3 fields' 10AA00,x,10
units_fault "a control character" 'bad.csv:2: name: "\x1B[31mx" holds a character that is not seen' $'10AA00,\e[31mx,10,,'
units_fault "a mark of direction" 'bad.csv:2: board: "\u202Ex" holds a character that is not seen' $'10AA00,x,10,\u202ex,'
units_fault "nothing" 'names no school'
run -t counts -m 2017-10 -L "$ledger" -k "$key" -u no-units < records.10
check "units that cannot be read are named" refuses no-units
printf '\xef\xbb\xbf' > excel.csv
sed 's/$/\r/; s/,/;/g; 1s/.*/School;Naam;Leerlingen;Bestuur;Regio/' "$units" >> excel.csv
run --new-ledger excel-ledger --from 2017-08 --key "$key"
run -t counts -m 2017-08 -L excel-ledger -k "$key" -u excel.csv -f csv < records.08
check "units as a spreadsheet saves them" eval 'fine && cmp -s out first.csv'

# Lines that the tool does not write, sealed by who has the key

cp "$ledger" before
seal() { "$PYTHON" "$repository/tests/counts/seal.py" "$key" < "$1" > "$ledger"; }
seal before
check "a ledger that is sealed anew is the same" cmp -s "$ledger" before
awk -F , '!moved && $2 == "school" { moved = $0; next } { print } $2 == "units" && !done { print moved; done = 1 }' \
    before > moved
seal moved
kept
counts 2017-10
check "a school below what was published is refused" \
    refuses ": what: a school stands below what was published"
for cell in "'" 12345 -1 ''; do
	awk -F , -v OFS=, -v cell="$cell" '$2 == "units" && !done { $5 = cell; done = 1 } { print }' before > moved
	seal moved
	kept
	counts 2017-10
	check "units that are no number, $cell, are refused" refuses ": is no number of the ledger"
done
cp before "$ledger"

# The command line

for wrong in "-m 2017-13" "-b 4" "" "-m 2017-09 -a 2017-09-30" "-m 2017-09 -c K-1" "-m 2017-09 -L l" \
    "-m 2017-09 -y 2017" "--internal" "--internal -m 2017-09 -y 2017" "--internal -m 2017-09 -L l" \
    "-m 2017-09 -F 2017-09" "-m 2017-09 -t agenda" "-W 10A -m 2017-09" "-y 17 -i"; do
	# shellcheck disable=SC2086 # several words
	run -t counts $wrong < /dev/null
	check "wrong usage: $wrong" eval 'ends 2 && is_empty && says "see mc-report --type counts --help"'
done
run -m 2017-09 < /dev/null
check "options of the counts without the type" eval 'ends 2 && says "see mc-report --help"'
for asked in "-t counts" "-tcounts" "--type=counts" "--ty aantallen" "-it counts" "-L l -t counts"; do
	# shellcheck disable=SC2086 # several words
	run $asked --help
	check "the counts have a help of their own: $asked" eval 'fine && has "--without BRIN"'
done
run --help
check "... to which that of the papers points" \
    eval 'fine && lacks "--without" && has "mc-report --new-ledger FILE --from YYYY-MM --key FILE"'
finish
