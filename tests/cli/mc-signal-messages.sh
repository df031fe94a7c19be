#!/usr/bin/env bash
#
# Goal: whoever fills in a sheet reads in her own language what is wrong with it
# and a form that the sheet can have; and what is wrong with a file that is no
# records at all.
#
#   BIN=build/bin BUILD=build tests/cli/mc-signal-messages.sh
#
# TAP on standard output; exits 1 when a test failed, 2 when none can run.

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/language-helpers"
cd -- "$scratch" || exit 2
names='zaak;datum;school;soort;code;waarde;uiterlijk;bekend;door;tekst'

# row NAME ROW DUTCH ENGLISH: a row of its own that is refused.
row() {
	printf '%s\n' "$names" "$2" > in
	fault "$1" \
	    "mc-signal: standaardinvoer:2: $3; zaak K-1 mist deze regel\\nmc-signal: rijen gelezen: 1, aangenomen: 0, geweigerd: 1\\n" \
	    "mc-signal: standard input:2: $4; case K-1 lacks this line\\nmc-signal: 1 rows read, 0 accepted, 1 refused\\n" \
	    mc-signal
}

# date NAME CELL DUTCH ENGLISH: a date that is none.
date() {
	row "$1" "K-1;$2;03AB00;behoefte;eten;;;;;" "datum: $3" "date: $4"
}

# sheet NAME BYTES DUTCH ENGLISH [ARGUMENT...]: one message about a file as a whole, before what
# is made of it.
sheet() {
	local name=$1 dutch=$3 english=$4
	printf '%b' "$2" > in
	shift 4
	fault "$name" "mc-signal: $dutch\\n" "mc-signal: $english\\n" mc-signal "$@"
}

# ------------------------------------------------------------------- dates

date 'no date' gisteren '"gisteren" is geen datum (schrijf bijvoorbeeld 3-10-2026 of 3-10-2026 14:30)' \
    '"gisteren" is no date (as 3-10-2026, or 3-10-2026 14:30)'
date 'a day that does not exist' 31-11-2025 '"31-11-2025" bestaat niet: november heeft 30 dagen' \
    '"31-11-2025" does not exist: November has 30 days'
date 'a day of February' '29-2-2025' '"29-2-2025" bestaat niet: februari heeft 28 of 29 dagen' \
    '"29-2-2025" does not exist: February has 28 days, or 29'
date 'no year' 3-10 '"3-10" heeft geen jaar (schrijf bijvoorbeeld 3-10-2026 14:30)' \
    '"3-10" has no year (as 3-10-2026 14:30)'
date 'a year that is none' 3-10-1998 \
    '"3-10-1998" ligt niet in 2000 tot en met 2199 (schrijf bijvoorbeeld 3-10-2026 14:30)' \
    '"3-10-1998" does not lie in 2000 to 2199 (as 3-10-2026 14:30)'
date 'no time' '3-10-2025 25:00' \
    'geen klok geeft de tijd in "3-10-2025 25:00" aan (schrijf bijvoorbeeld 3-10-2026 14:30)' \
    'no clock shows the time in "3-10-2025 25:00" (as 3-10-2026 14:30)'
date 'a number of a spreadsheet' 45933 \
    '"45933" is een dagnummer van een spreadsheet: maak de kolom op als datum (bijvoorbeeld 3-10-2026 14:30)' \
    '"45933" is a day number of a spreadsheet: give the column a date format (as 3-10-2026 14:30)'
date 'a time zone' 2025-10-03T14:30Z \
    '"2025-10-03T14:30Z" heeft een tijdzone: schrijf wat de klok op school aangaf (bijvoorbeeld 3-10-2026 14:30)' \
    '"2025-10-03T14:30Z" has a time zone: write what the clock at school showed (as 3-10-2026 14:30)'
date 'half a day' '3-10-2025 2:30 PM' \
    '"3-10-2025 2:30 PM" heeft AM of PM: schrijf de uren van 0 tot en met 23 (bijvoorbeeld 3-10-2026 14:30)' \
    '"3-10-2025 2:30 PM" has AM or PM: write the hours from 0 to 23 (as 3-10-2026 14:30)'
date 'a narrow column' '#########' \
    '"#########" is een datum in een kolom die bij het opslaan te smal was: maak de kolom breder en sla het werkblad opnieuw op (dan staat er bijvoorbeeld 3-10-2026 14:30)' \
    '"#########" is a date in a column that was too narrow when the sheet was saved: make it wider and save it again (as 3-10-2026 14:30)'
date 'an empty date' '' 'ontbreekt' 'is missing'
date 'a day to come' 3-10-2199 '"3-10-2199" ligt na vandaag' '"3-10-2199" lies after today'
row 'a due that is none' 'K-1;3-10-2025;03AB00;plan;herbeoordeling;;snel;;;' \
    'uiterlijk: "snel" is geen dag (schrijf bijvoorbeeld 3-10-2026, zonder tijd)' \
    'due: "snel" is no day (as 3-10-2026, without a time)'
row 'a day of knowing before what was seen' \
    'K-1;3-10-2025;03AB00;signaal;angst;gezien;;2-10-2025;;schrok' \
    'bekend: "2-10-2025" ligt vóór de datum van het record' \
    'known: "2-10-2025" lies before the date of the record'
printf '%s\n' 'zaak;datum;tijd;school;soort;code' 'K-1;3-10-2025 14:30;9:05;03AB00;behoefte;eten' > in
fault 'two times' \
    'mc-signal: standaardinvoer:2: tijd: "9:05" is iets anders dan wat in een andere kolom staat; zaak K-1 mist deze regel\nmc-signal: rijen gelezen: 1, aangenomen: 0, geweigerd: 1\n' \
    'mc-signal: standard input:2: time: "9:05" differs from what stands in another column; case K-1 lacks this line\nmc-signal: 1 rows read, 0 accepted, 1 refused\n' \
    mc-signal
need='behoefte;eten;;;;;'
sheet 'dates in another order' "$names\\nK-1;10/25/2025;03AB00;$need\\nK-1;3/10/2025;03AB00;$need\\n" \
    'standaardinvoer:2: datum: "10/25/2025" past bij een andere volgorde dan dag, maand, jaar, dus geen enkele datum van dit werkblad is zeker: noem de volgorde met --dates dmy, mdy of ymd' \
    'standard input:2: date: "10/25/2025" fits another order than day, month, year, so no date of this sheet can be trusted: say the order with --dates dmy, mdy or ymd'
sheet 'dates that may be turned' "$names\\nK-1;3/10/25;03AB00;$need\\nK-1;4/10/25;03AB00;$need\\n" \
    "standaardinvoer: bij elke datum kan de dag of de maand voorop staan; de dag is voorop gelezen (met --dates mdy is dat de maand)" \
    "standard input: each date may have its day or its month first and is read with the day first (--dates mdy reads the month first)"
sheet 'an old date' "$names\\nK-1;23-10-2005;03AB00;$need\\n" \
    "standaardinvoer:2: een datum van dit werkblad ligt meer dan 14 jaar terug" \
    "standard input:2: a date of this sheet lies more than 14 years back"

# ------------------------------------------------------------------- words

row 'a word of another list' 'K-1;3-10-2025;03AB00;signaal;moeder;gezien;;;;x' \
    'code: signaal "moeder" is niet bekend bij soort signaal (zie mc-record(5)); bedoelt u "vertelt-geweld", "partnergeweld", "ouder-suïcidaal", "onthulling-ouder", "ouder-ziek"?; een andere lijst heeft het wel: bron, gesprekspartner' \
    'code: unknown signal "moeder" for kind signal (see mc-record(5)); did you mean "tells-violence", "partner-violence", "parent-suicidal", "disclosure-parent", "parent-ill"?; another list has it: source, party'
row 'a partner that does not do it' 'K-1;3-10-2025;03AB00;gedaan;kernteam;melden;;;;' \
    'waarde: actie "melden" wordt niet gedaan door kernteam maar door veilig-thuis' \
    'value: action "report" is not done by kernteam but by veilig-thuis'
row 'what is never done' 'K-1;3-10-2025;03AB00;gedaan;af;geen;;;;' \
    'waarde: actie "geen" wordt nooit als gedaan vastgelegd' \
    'value: action "none" is never recorded as done'
row 'a field too many' 'K-1;3-10-2025;03AB00;behoefte;eten;ja;;;;' \
    'waarde: moet leeg blijven bij soort behoefte' 'value: must be left empty for kind need'
printf '%s\n' "$names" 'K-1;3-10-2025;;behoefte;eten;;;;;' > in
fault 'no school' \
    'mc-signal: standaardinvoer:2: school: ontbreekt (--school BRIN of MC_SCHOOL vult dit in)\nmc-signal: rijen gelezen: 1, aangenomen: 0, geweigerd: 1\n' \
    'mc-signal: standard input:2: school: is missing (--school BRIN or MC_SCHOOL fills it in)\nmc-signal: 1 rows read, 0 accepted, 1 refused\n' \
    mc-signal
row 'more cells than columns' "K-1;3-10-2025;03AB00;$need;en de rest" \
    'er staat iets in een kolom zonder naam (een tekst met een scheidingsteken erin moet tussen aanhalingstekens)' \
    'something stands in a column without a name (a text with a separator in it needs quotes)'
row 'what must not be in a text' $'K-1;3-10-2025;03AB00;behoefte;eten;;;;;piep\x07' \
    'tekst: bevat een besturingsteken: haal het weg' 'text: holds a control character: take it out'
printf '%s\n' "$names" '1-mrt;3-10-2025;03AB00;behoefte;eten;;;;;' > in
fault 'an id that a spreadsheet spoilt' \
    'mc-signal: standaardinvoer:2: zaak: "1-mrt" is wat een spreadsheet van een schuilnaam maakt: maak de kolom op als tekst en typ de schuilnaam opnieuw; zaak 1-mrt mist deze regel\nmc-signal: rijen gelezen: 1, aangenomen: 0, geweigerd: 1\n' \
    'mc-signal: standard input:2: case: "1-mrt" is what a spreadsheet makes of an id: give the column the format text and type the id again; case 1-mrt lacks this line\nmc-signal: 1 rows read, 0 accepted, 1 refused\n' \
    mc-signal
identifies() { # name, text, Dutch, English
	row "$1" "K-1;3-10-2025;03AB00;behoefte;eten;;;;;$2" \
	    "tekst: bevat $3: records gaan over een schuilnaam, laat dit weg" \
	    "text: holds $4: records are about a pseudonym, leave it out"
}
identifies 'a date of birth' 'geboren op 3-5-2014' 'een geboortedatum' 'a date of birth'
identifies 'a street' 'woont Dorpsstraat 12' 'een straat met huisnummer' 'a street with a house number'
identifies 'an ECK iD' 'https://ketenid.nl/201703/0612345678abcdef' 'het ECK iD van een leerling' \
    "a pupil's ECK iD"

# --------------------------------------------------------- sheets and files

sheet 'a quote that stays open' "$names\\nK-1;3-10-2025;03AB00;behoefte;eten;;;;;\"open\\n" \
    'standaardinvoer:2: een aanhalingsteken wordt nergens gesloten; zaak K-1 mist deze regel\nmc-signal: rijen gelezen: 1, aangenomen: 0, geweigerd: 1' \
    'standard input:2: a quote is never closed; case K-1 lacks this line\nmc-signal: 1 rows read, 0 accepted, 1 refused'
sheet 'a quote in a header' 'zaak;"datum;soort;code\nK-1;3-10-2025;behoefte;eten\n' \
    'standaardinvoer:1: de regel met kolomnamen is geen CSV (een aanhalingsteken wordt nergens gesloten of staat midden in een naam)' \
    'standard input:1: the header is no CSV (a quote is never closed, or stands in the middle of a name)'
sheet 'no header at all' 'hallo\nwereld\n' \
    'standaardinvoer: geen van de eerste 20 regels noemt de kolommen zaak, datum, soort, code (--map OLD=NEW zegt welke kolom wat is)' \
    'standard input: none of the first 20 lines names the columns case, date, kind, code (--map OLD=NEW says which column one is)'
sheet 'a title above the header' "Zorgregistratie\\n\\n$names\\nK-1;23-10-2025;03AB00;$need\\n" \
    "standaardinvoer: de kolomnamen staan op regel 3; wat daarboven staat, is overgeslagen" \
    "standard input: the header is line 3; what stands above it is passed over"
sheet 'a record above the header' "K-1;23-10-2025;03AB00;$need\\n$names\\n" \
    "standaardinvoer:1: er staat een record boven de kolomnamen (regel 2), alsof die mee zijn gesorteerd: zet de kolomnamen bovenaan" \
    "standard input:1: a record stands above the header, which is line 2, as when the header was sorted with the rows: put the header on top"
sheet 'another header below' 'zaak;datum;soort;code\nK-1;23-10-2025;behoefte;eten\ncode;zaak;datum;soort\n' \
    'standaardinvoer:3: hier staan opnieuw kolomnamen, in een andere volgorde: bied elk werkblad apart aan' \
    'standard input:3: another header stands here, with its columns in other places: feed each sheet by itself' \
    -s 03AB00
sheet 'a column that stands twice' 'zaak;dossier;datum;soort;code\n' \
    'standaardinvoer: kolom zaak twee keer' \
    'standard input: column case twice'
sheet 'Windows-1252' "zaak;datum;school;soort;code;tekst\\nK-1;23-10-2025;03AB00;behoefte;eten;priv\\0351\\n" \
    "standaardinvoer wordt gelezen als Windows-1252 (--encoding noemt een andere tekencodering)" \
    "standard input is read as Windows-1252 (--encoding says another)"
sheet 'a Macintosh' "zaak;datum;school;soort;code;tekst\\nK-1;23-10-2025;03AB00;behoefte;eten;priv\\0216 ge\\0225n\\n" \
    'standaardinvoer lijkt op een Macintosh gemaakt: bevestig dat met --encoding MACINTOSH, of kies anders --encoding WINDOWS-1252' \
    'standard input seems to be written on a Macintosh: say so with --encoding MACINTOSH, or else with --encoding WINDOWS-1252'
no_sheet() { # name, bytes, Dutch, English
	sheet "$1" "$2" "standaardinvoer is $3: sla het op als CSV en bied dat bestand aan" \
	    "standard input is $4: save it as CSV and feed that"
	mv in other
	: > in
	fault "$1 instead of records" \
	    "mc-weigh: other bevat geen records: dit is $3, sla het op als CSV en neem dat bestand in met: mc-signal FILE\\n" \
	    "mc-weigh: other holds no records: it is $4, so save it as CSV and take that in with: mc-signal FILE\\n" \
	    mc-weigh other
}
no_sheet 'a workbook' 'PK\0003\0004\0024\0000' 'een werkmap van Excel of LibreOffice' \
    'a workbook of Excel or LibreOffice'
no_sheet 'an old workbook' '\0320\0317\0021\0340\0241\0261\0032\0341' 'een werkmap van een oude Excel' \
    'a workbook of an old Excel'
no_sheet 'a PDF' '%PDF-1.7\n' 'een PDF' 'a PDF'
no_sheet 'a web page' '<!DOCTYPE html>\n<html>\n' 'een webpagina (HTML) of XML' 'a web page (HTML) or XML'
no_sheet 'a list in JSON' '[\n  {"zaak": "K-1"}\n]\n' 'JSON' 'JSON'
no_sheet 'a document' '{\\rtf1\\ansi zaak}\n' 'een document van een tekstverwerker (RTF)' \
    'a document of a word processor (RTF)'
no_sheet 'a compressed file' '\0037\0213\0010\0000' 'een ingepakt bestand (gzip)' 'a compressed file (gzip)'
no_sheet 'JSON' '{"zaak": "K-1"}\n' 'JSON' 'JSON'
printf '%s\n' "$names" "K-1;3-10-2025;03AB00;$need" > in
fault 'a sheet instead of records' \
    'mc-weigh: standaardinvoer bevat geen records: dit lijkt een werkblad, neem het in met: mc-signal FILE\n' \
    'mc-weigh: standard input holds no records: it seems to be a sheet, so take it in with: mc-signal FILE\n' \
    mc-weigh
printf '%s\n' "$header" "K-1,2025-10-03,03AB00,need,food,,,,piep"$'\x07' "K-1,2025-10-03,03AB00,need,fo"$'\r'"od,,,," > in
fault 'what records may not hold' \
    'mc-weigh: standaardinvoer:2: bevat een besturingsteken; zaak K-1 mist deze regel\nmc-weigh: standaardinvoer:3: bevat een regelterugloop (carriage return) die geen regel afsluit; zaak K-1 mist deze regel\n' \
    'mc-weigh: standard input:2: holds a control character; case K-1 lacks this line\nmc-weigh: standard input:3: holds a carriage return that ends no line; case K-1 lacks this line\n' \
    mc-weigh

# ------------------------------------------------------- children and facts

sheet 'twins' "$names\\nK-1;23-10-2025;03AB00;$need\\nk1;23-10-2025;03AB00;$need\\n" \
    "\"K-1\" en \"k1\" van school 03AB00: is dit één kind? Ze verschillen alleen in hoofdletters, leestekens of nullen vooraan" \
    "\"K-1\" and \"k1\" of school 03AB00: one child? They differ in capitals, marks or leading zeros alone"
sheet 'a signal below an answer' "$names\\nK-1;23-10-2025;03AB00;afweging;vermoeden;ja;;;;\\nK-1;22-10-2025;03AB00;signaal;angst;gezien;;;;schrok\\n" \
    "standaardinvoer:3: dit signaal van zaak K-1 staat onder een antwoord van een latere datum: kwam de school het pas later te weten, zet die dag dan bij bekend (in een record: uiterlijk)" \
    "standard input:3: this signal of case K-1 stands below an answer that is dated after it: when the school came to know of it later, say so in known (in a record: due)"
printf '%s\n' "$header" "K-1,2025-10-23,03AB00,answer,suspicion,yes,,," > kept
chmod 600 kept
late() { # name, record, Dutch, English
	printf '%s\n' "$header" "$2" > in
	cp -p kept log.csv
	says "in Dutch: $1" "mc-signal: $3\\n" in_dutch mc-signal --log log.csv
	cp -p kept log.csv
	says "in English: $1" "mc-signal: $4\\n" mc-signal --log log.csv
}
today=$(command date +%F)
late 'a signal that came in late' K-1,2025-10-20,03AB00,signal,fear,seen,,,schrok \
    "zaak K-1: een signaal van 2025-10-20 kwam binnen na het nieuwste antwoord (2025-10-23): vastgelegd is dat de school het op $today te weten kwam; was dat een andere dag, zet die dan bij bekend (in een record: uiterlijk)" \
    "case K-1: a signal of 2025-10-20 came in after the newest answer (2025-10-23): it is recorded as known on $today; another day belongs in known (in a record: due)"
late 'another fact that came in late' K-1,2025-10-20,03AB00,talk,parents,open,,, \
    'zaak K-1: gesprek van 2025-10-20 ligt vóór het nieuwste antwoord in het logboek (2025-10-23): kijk of de zaak opnieuw moet worden gewogen' \
    'case K-1: talk of 2025-10-20 is dated before the newest answer in the log (2025-10-23): look whether the case must be weighed again'
: > in
fault 'a case to forget that has a twin' \
    'mc-signal: kept heeft geen zaak k1\nmc-signal: kept: er is ook een zaak K-1, die alleen in hoofdletters, leestekens of nullen vooraan verschilt van k1: is dit één kind?\n' \
    'mc-signal: kept has no case k1\nmc-signal: kept: there is a case K-1, which differs from k1 in capitals, marks or leading zeros alone: one child?\n' \
    mc-signal --log kept --forget k1

# ----------------------------------------------------------------- options

option() { # name, Dutch, English, arguments
	local name=$1 dutch=$2 english=$3
	shift 3
	fault "$name" "mc-signal: $dutch (zie mc-signal --help)\\n" \
	    "mc-signal: $english (see mc-signal --help)\\n" mc-signal "$@"
}
option 'a column to no end' \
    '"kode" zegt niet welke kolom wat is (OLD=NEW, met als NEW een van zaak, datum, school, soort, code, waarde, uiterlijk, door, tekst, tijd, bekend, redenen)' \
    '"kode" does not say which column one is (OLD=NEW, NEW one of case, date, school, kind, code, value, due, by, text, time, known, reasons)' \
    --map kode
option 'what cannot be let through' \
    '"bsn" is geen lijst van phone, email, iban, postcode, street, birth' \
    '"bsn" is no list of phone, email, iban, postcode, street, birth' --allow bsn
option 'two cases to forget' '--forget staat er twee keer, en er telt er maar één' \
    '--forget is given twice, and one alone counts' --forget K-1 --forget K-2
printf '%s\n' "$header" "K-1,2025-10-03,03AB00,need,food,,,," > records.csv
# shellcheck disable=SC2094 # it is only asked whether they are one
option 'rejects into what is still to be read' \
    '--rejects gaat naar records.csv, en dat bestand moet nog worden gelezen' \
    '--rejects leads to records.csv, which is still to be read' --rejects /dev/fd/3 records.csv \
    3>> records.csv
# What a tool says when its output is its input, which stays as it is.
into_itself() { # name, wanted, command
	local name=$1
	printf '%s\n' "$2" > want
	shift 2
	cp records.csv both.csv
	# shellcheck disable=SC2094 # that is what the test is about
	"$@" both.csv 2> got >> both.csv
	echo "status $?" >> got
	echo 'status 2' >> want
	diff -u --label wanted --label got want got > why
	cmp records.csv both.csv >> why 2>&1
	result "$name" why
}
for tool in mc-signal mc-weigh mc-refer; do
	into_itself "$tool in Dutch: the output goes into the input" \
	    "$tool: both.csv is het bestand waar de uitvoer heen gaat: schrijf naar een ander bestand" \
	    in_dutch $tool
	into_itself "$tool in English: the output goes into the input" \
	    "$tool: both.csv is the file that the output goes to: write to another" $tool
done

finish
