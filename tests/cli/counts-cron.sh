#!/usr/bin/env bash
#
# Goal: the script that cron runs works as it stands, for fourteen months in a
# row with every accident of such a time: nothing wrong is ever published,
# nothing is stuck, and each mail says what to do.
#
#   BIN=build/bin tests/cli/counts-cron.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2016,SC2034,SC2154,SC2317 # the helpers' variables; checks called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/report-helpers"

"$PYTHON" "$repository/tests/counts/simulate.py" 21 6 2017 "$scratch/year" || exit 2
script=$repository/man/examples/meldcode-counts

# Today is what the test says; mail is kept in a file.
mkdir "$scratch/stubs"
cat > "$scratch/stubs/date" << 'EOT'
#!/bin/sh
case $* in
+%Y-%m-15) echo "$TODAY-15" ;;
+%Y-%m) echo "$TODAY" ;;
*) exec /bin/date "$@" ;;
esac
EOT
cat > "$scratch/stubs/mail" << 'EOT'
#!/bin/sh
{ echo "$*"; cat; } >> "$MAILBOX"
EOT
# The power goes before the page that is named in DIES_AT gets its name.
cat > "$scratch/stubs/mv" << 'EOT'
#!/bin/sh
case $* in *"$DIES_AT") kill -KILL $PPID && exit 1 ;; esac
exec /bin/mv "$@"
EOT
chmod +x "$scratch"/stubs/*
# What they say is read from the catalogue that was built.
export TEXTDOMAINDIR=${BUILD:-$bin/..}/locale DIES_AT=nothing TMPDIR=$scratch PATH=$scratch/stubs:$bin:$PATH MAILBOX=$scratch/mailbox \
    MELDCODE_MAILTO=af@example.org

new_folder() {
	export MELDCODE_FOLDER=$scratch/$1
	folder=$MELDCODE_FOLDER
	keep "$script" --setup 2017-08
	cp "$scratch"/year/[0-9]*.csv "$folder/logs"
	cp "$scratch/year/units.csv" "$folder"
}
cron() { # the month in which it runs
	: > "$MAILBOX"
	TODAY=$1 keep "$script"
}
# Whatever was published is as it was: the pages are kept when all is well.
keep_pages() { rm -rf "$scratch/pages" && cp -r "$folder/published" "$scratch/pages"; }
is_published() { [ -s "$folder/published/counts-$1.csv" ] && [ -s "$folder/published/counts-$1.html" ]; }
is_unchanged() { # ... but for these new months
	local page
	for page in "$scratch"/pages/*; do
		[ ! -e "$page" ] || cmp "$page" "$folder/published/${page##*/}" || return
	done
	[ "$(find "$folder/published" -type f | wc -l)" -eq $(($(find "$scratch/pages" -type f | wc -l) + 2 * ${1:-0})) ]
}
mails() { tr -s ' \n' ' ' < "$MAILBOX" > "$scratch/mail.flat" && grep -qF -e "$1" "$scratch/mail.flat"; }
is_mailed() { # each part
	local part
	grep -q 'af@example.org' "$MAILBOX" || return
	for part; do mails "$part" || { echo "lacks: $part"; cat "$MAILBOX"; return 1; }; done
}
is_tidy() { [ -z "$(find "$folder" -name '.run*')" ]; }
goes_well() { # month in which it runs, month that it publishes
	cron "$1"
	fine && is_mailed 'Meldcode in aantallen: klaar' 'klaar om te lezen en door te geven' \
	    "published/counts-$2.html" && is_published "$2" && is_unchanged 1 && is_tidy || return
	keep_pages
}
# What goes wrong is mailed with what to do, and nothing is published.
goes_wrong() { # month in which it runs, part of the mail ...
	cron "$1"
	ends 2 && is_mailed 'Meldcode in aantallen: er is iets nodig' "${@:2}" 'haalt de volgende keer de maand in' &&
	    is_unchanged && is_tidy
}

# Setting up

export MELDCODE_FOLDER=$scratch/none
cron 2017-09
check "without a folder it says how to begin" eval 'ends 2 && says "--setup YYYY-MM"'
new_folder a
check "it is set up once" eval 'fine && [ "$(stat -c %a "$folder/key") $(stat -c %a "$folder/ledger")" = "600 600" ]'
check "... with what to do next" grep -q 'logs en de scholen in .*units.csv, en neem sleutel en grootboek op in de back-up' "$scratch/out"
keep "$script" --setup 2017-09
check "... and never again" eval 'ends 2 && says "Maak er nooit een tweede bij"'
keep "$script" --begin
check "... and nothing else is an option" eval 'ends 2 && says "usage: meldcode-counts"'
mkdir -p "$scratch/pages"

# Fourteen months

check "1: the first month" goes_well 2017-09 2017-08
check "... pages for everybody to read, all else for its owner" eval \
    '[ "$(stat -c %a "$folder/published" "$folder/published/counts-2017-08.csv" "$folder/logs" | xargs)" = "755 644 700" ]'
cron 2017-09
check "... run twice, nothing changes and nothing is said" eval 'fine && is_empty && [ ! -s "$MAILBOX" ] && is_unchanged'

mv "$folder/key" "$scratch/key"
check "2: the key is lost" goes_wrong 2017-10 'zet de sleutel terug' 'tot augustus'
mc-report --new-key "$folder/key"
check "... and another is put in its place" goes_wrong 2017-10 'zet de oude sleutel terug' 'tot augustus'
mv "$scratch/key" "$folder/key"
check "... once it is back, the month is published" goes_well 2017-10 2017-09

mv "$folder/ledger" "$scratch/ledger"
check "3: the ledger is lost" goes_wrong 2017-11 'zet de nieuwste kopie terug'
sed 's/,cases,1,/,cases,2,/' "$scratch/ledger" > "$folder/ledger"
chmod 600 "$folder/ledger"
check "... or changed" goes_wrong 2017-11 'zet de nieuwste kopie van het grootboek terug'
head -c -9 "$scratch/ledger" > "$folder/ledger"
check "... or torn" goes_wrong 2017-11 'zet de nieuwste kopie van het grootboek terug'
: > "$folder/ledger"
check "... or empty" goes_wrong 2017-11 'zet de nieuwste kopie van het grootboek terug'
cp -p "$scratch/ledger" "$folder/ledger"
check "... once it is back, the month is published" goes_well 2017-11 2017-10

cp -p "$folder/ledger" "$scratch/newest"
cp "$scratch/ledger" "$folder/ledger"
check "4: an older ledger" goes_wrong 2017-12 'is ouder dan' 'counts-2017-10.csv. Zet de nieuwste kopie'
cp -p "$scratch/newest" "$folder/ledger"
check "... once the newest is back, the month is published" goes_well 2017-12 2017-11

sed -i '2s/[0-9]*$/7/' "$folder/published/counts-2017-09.csv"
cp "$folder/published/counts-2017-09.csv" "$scratch/pages/counts-2017-09.csv"
check "5: a changed page is named, and left" \
    goes_wrong 2018-01 'counts-2017-09.csv: staat er anders dan in het grootboek' 'haal het dan weg'
rm "$folder"/published/counts-2017-09.csv
rm "$scratch"/pages/counts-2017-09.csv
cron 2018-01
check "... taken away, it is printed again, and the month is published" \
    eval 'fine && is_published 2017-09 && is_published 2017-12 && ! grep -q "[^05]$" <(tail -n +2 "$folder/published/counts-2017-09.csv")'
keep_pages

rm "$folder"/published/counts-2017-{08,11}.csv "$folder/published/counts-2017-12.html"
check "6: lost pages are put back as they were" goes_well 2018-02 2018-01

mv "$folder/logs/10AA00.csv" "$scratch"
check "7: a school without a log" goes_wrong 2018-03 'school 10AA00 (School 1)' 'MELDCODE_WITHOUT=10AA00'
export MELDCODE_WITHOUT="10AA00 11AB00"
check "... may be done without" goes_well 2018-03 2018-02
sed 's/<[^>]*>//g' "$folder/published/counts-2018-02.html" > "$scratch/page"
check "... as the page tells" grep -q '10AA00 School 1: februari 2018' "$scratch/page"
unset MELDCODE_WITHOUT
mv "$scratch/10AA00.csv" "$folder/logs"

echo ',2018-03-01,99ZZ99,school,af,yes,,head,' > "$folder/logs/wrong.csv"
check "8: a wrong BRIN" goes_wrong 2018-04 'school 99ZZ99' 'verbeter het BRIN-nummer'
rm "$folder/logs/wrong.csv"
echo 'K-1,2018-03-01,10AA00,signal,fear,ja,,teacher,feit' >> "$folder/logs/10AA00.csv"
check "... and a refused line" goes_wrong 2018-04 '10AA00.csv:' '"ja" is niet bekend'
sed -i '$d' "$folder/logs/10AA00.csv"
check "... once they are mended, the month is published" goes_well 2018-04 2018-03

limited() { (ulimit -f 4; trap '' XFSZ; goes_wrong 2018-05 "$1"); }
check "9: a full disk" limited te\ groot
check "... once there is room, the month is published" goes_well 2018-05 2018-04

DIES_AT=2018-05.html
cron 2018-06
DIES_AT=nothing
check "10: the power goes between the ledger and the page" \
    eval '! ends 0 && ! is_published 2018-05 && grep -q "^2018-05,end" "$folder/ledger"'
rm -f "$folder/published/counts-2018-05.csv"
cron 2018-06
check "... the next run prints that page" eval 'fine && is_published 2018-05 && is_unchanged 1 && is_tidy'
keep_pages

# In mid-year one school closes, one opens, and a board takes another's schools.
sed -i '/^11AB00/d; s/Stichting A/Stichting Nieuw/' "$folder/units.csv"
echo '99ZZ99,School 99,300,Stichting Nieuw,Regio 1' >> "$folder/units.csv"
{ head -n 1 "$folder/logs/10AA00.csv"; echo ',2018-06-01,99ZZ99,school,af,yes,,head,'
	echo 'N-1,2018-06-02,99ZZ99,signal,fear,seen,,teacher,feit'
	echo 'N-1,2018-08-20,99ZZ99,signal,fear,seen,,teacher,feit'; } > "$folder/logs/99ZZ99.csv"
(cron 2018-07) & (cron 2018-07) & wait
check "11: two runs at once publish one month once" \
    eval 'is_published 2018-06 && is_unchanged 1 && [ "$(grep -c "^2018-06,end" "$folder/ledger")" -eq 1 ] && is_tidy'
check "... the schools of the year are as they were in August" \
    eval 'grep -q 11AB00 "$folder/published/counts-2018-06.html" && ! grep -qE "99ZZ99|Nieuw" "$folder/published/counts-2018-06.csv"'
keep_pages
flock "$folder" sleep 2 &
sleep 0.2
cron 2018-08
check "... the second says so, and ends well" eval 'ends 0 && grep -q "loopt al" "$scratch/out" && is_unchanged'
wait

check "12: a clock that is set back" goes_wrong 2018-03 'Zet de klok goed' 'heeft 2018-06 al'
check "... and forward again" goes_well 2018-08 2018-07

# The log of the school that closed may go with it.
mv "$folder/logs/11AB00.csv" "$scratch"
check "13: a new school year, in which one school is gone and one counts" goes_well 2018-09 2018-08
check "... with its new board" eval \
    'grep -q "board:Stichting Nieuw" "$folder/published/counts-2018-08.csv" && grep -q ",99ZZ99,cases," "$folder/published/counts-2018-08.csv" && ! grep -q 11AB00 "$folder/published/counts-2018-08.html"'

for log in "$folder"/logs/*.csv; do
	for case in $(cut -d, -f1 "$log" | sort -u | grep -v '^case$'); do
		[ -z "$case" ] || mc-signal --log "$log" --forget "$case" > /dev/null 2>> "$scratch/forget.err"
	done
done
forgets_all() { [ "$(cat "$folder"/logs/*.csv | grep -cvE '^(case)?,')" -eq 0 ]; }
check "14: every case is forgotten" forgets_all
check "... which is no failure: standings stay" goes_well 2018-10 2018-09
falls() {
	local number
	while IFS=, read -r month table unit column number; do
		[ "$table" = year ] && [ "$month" = 2018-08 ] || continue
		[ "$(grep "^2018-09,year,$unit,$column," "$folder/published/counts-2018-09.csv" | cut -d, -f5)" -ge "$number" ] || return 0
	done < "$folder/published/counts-2018-09.csv"
	return 1
}
check "... none is less than before" eval '! falls'
check "fourteen months are published" eval '[ "$(find "$folder/published" -name "*.csv" | wc -l)" -eq 14 ]'
agree() { # every page tells of an earlier month what its own page told
	local page
	for page in "$folder"/published/*.csv; do
		grep -hE '^[^,]*,(year|month),' "$page"
	done | sort -u | cut -d, -f1-4 | uniq -d > "$scratch/twice"
	[ ! -s "$scratch/twice" ]
}
check "... and no two pages differ in a number" agree

# Other folders

new_folder b
cron 2018-02
check "months that were missed are published in order, from the first" \
    eval 'fine && is_mailed counts-2017-08.html counts-2018-01.html && [ "$(find "$folder/published" -name "*.csv" | wc -l)" -eq 6 ]'
echo 'geen record' >> "$folder/logs/10AA00.csv"
keep_pages
check "the first that fails stops the rest" goes_wrong 2018-05 'van 2018-02 zijn niet gepubliceerd'
sed -i '$d' "$folder/logs/10AA00.csv"
MELDCODE_PAGE_MODE=640 MELDCODE_LANGUAGE=en cron 2018-03
check "pages of another mode, and mail in English" eval \
    'fine && is_mailed "These pages are ready" && [ "$(stat -c %a "$folder/published/counts-2018-02.csv")" = 640 ] && grep -q "<html lang=\"en\"" "$folder/published/counts-2018-02.html"'
rm "$folder/ledger" "$folder/key"
MELDCODE_LANGUAGE=en cron 2018-04
check "... of what is needed too" eval 'ends 2 && is_mailed "something is needed" "meldcode-counts --setup YYYY-MM" "Read above what is needed"'
# shellcheck disable=SC2097,SC2098 # each sets the folder before the PATH that is there now
PATH=$bin:$PATH TODAY=2018-04 keep env -u MAILBOX PATH="$bin:$PATH" "$script"
check "without a mail program it says so on standard output" eval 'ends 2 && grep -q "er is iets nodig\|sleutel" "$scratch/out"'

new_folder c
rm "$folder"/logs/*
rm -rf "$scratch/pages" && mkdir "$scratch/pages"
check "without logs it fails" goes_wrong 2017-09 'geen logboeken'

export POSIXLY_CORRECT=1
new_folder e
check "where options end at the first operand a folder is made too" \
    eval 'ends 0 && [ "$(stat -c %a "$folder" "$folder/published")" = $'"'711\\n755'"' ]'
unset POSIXLY_CORRECT
MELDCODE_PAGE_MODE=rubbish cron 2017-09
check "why a page could not be put stands in the mail" eval 'ends 2 && is_mailed "chmod: " rubbish'

new_folder d
sed -i 's/^\([^,]*,[^,]*\),[0-9]*,.*/\1,20,,/' "$folder/units.csv"
cron 2017-09
check "schools too small: no page, and why" eval 'ends 0 && is_unchanged && grep -q "te klein" "$scratch/out" && [ ! -s "$MAILBOX" ]'

if command -v systemd-analyze > /dev/null; then
	sed '/^User=/d; /^Documentation=/d; s|/usr/local/bin/meldcode-counts|/bin/true|' \
	    "$repository/man/examples/meldcode-counts.service" > "$scratch/meldcode-counts.service"
	cp "$repository/man/examples/meldcode-counts.timer" "$scratch"
	(cd "$scratch" && keep systemd-analyze verify ./meldcode-counts.timer ./meldcode-counts.service)
	check "the timer and its service are valid" ends 0
else
	skip "the timer and its service are valid" 'no systemd-analyze'
fi
finish
