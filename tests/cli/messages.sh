#!/usr/bin/env bash
#
# Goal: what the tools say is there in Dutch, all of it, and shown to who asks
# for Dutch; the same in English to everybody else.
#
#   BIN=build/bin BUILD=build tests/cli/messages.sh
#
# TAP on standard output; exits 1 when a test failed, 2 when none can run.

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/language-helpers"
tools='mc-signal mc-weigh mc-refer mc-report'

cd -- "$scratch" || exit 2

# ----------------------------------------------------------- the catalogue

po=$repository/common/po/nl.po
(cd -- "$repository" && find common cmd -name "*.c" | sort) > sources
xgettext --directory="$repository" --files-from=sources --from-code=UTF-8 -k_ -kN_ \
    --no-location --sort-output --omit-header -o code.pot 2> xgettext.err || exit 2

# The messages of a file, one a line, sorted.
messages() {
	msgattrib --no-wrap --no-location "$@" | sed -n 's/^msgid //p' | grep -v '^""$' | LC_ALL=C sort
}

# Messages of several lines begin with an empty one; these are compared by msgcmp.
messages code.pot > of.code
messages --no-obsolete "$po" > of.po
[ -s of.code ] || echo 'no messages found in the code' > of.code
diff -u --label 'common/po/nl.po' --label 'the code (make messages brings the first up to date)' \
    of.po of.code > why
result 'the catalogue has the messages of the code, and no others' why
msgcmp --use-fuzzy --use-untranslated "$po" code.pot > why 2>&1 && : > why
result 'and each message of several lines' why
messages --untranslated "$po" > why
result 'every message is translated' why
messages --only-fuzzy "$po" > why
result 'no translation is a guess' why
messages --only-obsolete "$po" > why
grep '^#~' "$po" >> why
result 'no translation is of a message that is gone' why
msgfmt --check --statistics -o /dev/null "$po" > checked 2>&1 ||
	echo 'msgfmt --check fails' >> checked
grep -v "warning: internationalized messages should not contain the '.r' escape sequence" checked |
	grep -Ev '^[0-9]+ translated messages\.$' > why
result 'msgfmt finds formats, line ends and header in order' why
grep -qx '"Language: nl\\n"' "$po" && grep -qx '"Content-Type: text/plain; charset=UTF-8\\n"' "$po" &&
	grep -q '^"Plural-Forms: nplurals=2; ' "$po" && : > why || echo 'no such header' > why
result 'the header names language, encoding and plural forms' why
msgcat --sort-output "$po" > sorted.po 2> why
sed '1,/^$/d' "$po" > got
sed '1,/^$/d' sorted.po > want
diff -u --label sorted --label "$po" want got > why
result 'the catalogue is sorted' why

# ----------------------------------------------------------------- the help

# The option and its argument, without what is said of it.
options_of() {
	sed -n 's/^\(  -[A-Za-z], --[a-z-]*\( [^ ]*\)\{0,1\}\) .*/\1/p' "$1" | sed 's/ *$//'
}

for tool in $tools; do
	in_dutch "$tool" --help > dutch 2> why
	"$tool" --help > english 2>> why
	options_of english > of.english
	options_of dutch > of.dutch
	[ -s of.english ] || echo 'no options' >> why
	diff -u --label English --label Dutch of.english of.dutch >> why
	result "$tool: the options are the same in both languages" why
	sed -n '1s/^usage: //p' english > want
	sed -n '1s/^gebruik: //p' dutch > got
	[ -s want ] || echo 'no usage' > want
	diff -u --label English --label Dutch want got > why
	result "$tool: and so is the usage line" why
	# Everything else is another line, but for empty ones and further usages.
	sed '1d; /^ \{7\}mc-/d' english | grep . | grep -Fxf dutch > why
	result "$tool: every other line of the help is Dutch" why
done
in_dutch mc-weigh --help > got
cat > want << 'END'
gebruik: mc-weigh [-g] [-a DATE] [-p K/N] [file ...]
       mc-weigh --explain RULE
Weegt elke zaak met het afwegingskader van de meldcode en zegt welke regel de uitkomst gaf.

  -a, --as-of DATE             weeg alsof het DATE is; latere records blijven weg
  -e, --explain RULE           leg uit wat een regel (W13) of een markering (missing:child) betekent
  -g, --grouped                regels van één zaak staan bij elkaar: weeg elke groep apart
  -p, --part K/N               alleen de zaken van deel K van N, voor N werkers die een logboek delen
  -h, --help                   toon deze hulp
  -V, --version                toon de versie

Meer: man -L nl mc-weigh
END
diff -u --label wanted --label got want got > why
result 'the help of mc-weigh, word for word' why

# --------------------------------------------------- which language is shown

: > in
dutch='mc-weigh: --as-of "x" is geen dag (YYYY-MM-DD) (zie mc-weigh --help)\n'
english='mc-weigh: --as-of "x" is no day (YYYY-MM-DD) (see mc-weigh --help)\n'
catalogues=TEXTDOMAINDIR=$build/locale
says 'LANGUAGE=nl LC_ALL=C.UTF-8 is Dutch' "$dutch" \
    env LANGUAGE=nl LC_ALL=C.UTF-8 "$catalogues" mc-weigh -a x
says 'so is LANGUAGE=nl_NL' "$dutch" \
    env LANGUAGE=nl_NL LC_ALL=C.UTF-8 "$catalogues" mc-weigh -a x
says 'LC_ALL=C is English' "$english" env LC_ALL=C "$catalogues" mc-weigh -a x
says 'LC_ALL=C.UTF-8 is English' "$english" env LC_ALL=C.UTF-8 "$catalogues" mc-weigh -a x
for locale in nl_NL.UTF-8 nl_XX.UTF-8; do
	says "LANG=$locale is Dutch, whether or not the locale is there" "$dutch" \
	    env -u LC_ALL LANG=$locale "$catalogues" mc-weigh -a x
	says "and so is LC_ALL=$locale" "$dutch" env LC_ALL=$locale "$catalogues" mc-weigh -a x
done
says 'LANGUAGE goes before the locale, also before C' "$dutch" \
    env LC_ALL=C LANGUAGE=nl "$catalogues" mc-weigh -a x
says 'and to English too' "$english" \
    env LC_ALL=nl_NL.UTF-8 LANGUAGE=en:nl "$catalogues" mc-weigh -a x
says 'the locale of another language is English' "$english" \
    env LC_ALL=de_DE.UTF-8 "$catalogues" mc-weigh -a x
says 'a language that is not there is English' "$english" \
    env LC_ALL=C.UTF-8 LANGUAGE=fy "$catalogues" mc-weigh -a x
says 'of several languages the first that is there' "$dutch" \
    env LC_ALL=C.UTF-8 LANGUAGE=fy:nl:en "$catalogues" mc-weigh -a x
says 'without a catalogue it is English' "$english" \
    env LC_ALL=C.UTF-8 LANGUAGE=nl TEXTDOMAINDIR="$scratch" mc-weigh -a x

# --------------------------------------------------------------- the faults

# These come after the tool has given up opening files.
records() {
	printf '%s\n' "$header" "$@" > in
}
k=K-1,2025-10-03,03AB00

# What reads records alone shows their own words, since no others would be right.
records "$k,answer,unsafe,jaa,,,"
fault 'an unknown answer' \
    'mc-weigh: standaardinvoer:2: waarde: antwoord "jaa" is niet bekend bij vraag unsafe (yes, no, doubt, acute, structural, disclosure); zaak K-1 mist deze regel\n' \
    'mc-weigh: standard input:2: value: unknown answer "jaa" for question unsafe (yes, no, doubt, acute, structural, disclosure); case K-1 lacks this line\n' \
    mc-weigh
fault 'an unknown answer, in a sheet' \
    'mc-signal: standaardinvoer:2: waarde: antwoord "jaa" is niet bekend bij vraag onveilig (ja, nee, twijfel, acuut, structureel, onthulling); bedoelt u "ja"?; zaak K-1 mist deze regel\nmc-signal: rijen gelezen: 1, aangenomen: 0, geweigerd: 1\n' \
    'mc-signal: standard input:2: value: unknown answer "jaa" for question unsafe (yes, no, doubt, acute, structural, disclosure); did you mean "yes"?; case K-1 lacks this line\nmc-signal: 1 rows read, 0 accepted, 1 refused\n' \
    mc-signal
records "$k,plan,casemanager,piet,,,"
fault 'an unknown case manager' \
    'mc-weigh: standaardinvoer:2: waarde: partner "piet" is niet bekend bij afspraak casemanager (een functie of een partner, zie mc-record(5)); zaak K-1 mist deze regel\n' \
    'mc-weigh: standard input:2: value: unknown partner "piet" for plan casemanager (a role or a partner, see mc-record(5)); case K-1 lacks this line\n' \
    mc-weigh
records "$k,signal,letsl,seen,,,x"
fault 'an unknown signal' \
    'mc-signal: standaardinvoer:2: code: signaal "letsl" is niet bekend bij soort signaal (zie mc-record(5)); bedoelt u "letsel", "seksuele-klacht", "letsel-patroon"?; zaak K-1 mist deze regel\nmc-signal: rijen gelezen: 1, aangenomen: 0, geweigerd: 1\n' \
    'mc-signal: standard input:2: code: unknown signal "letsl" for kind signal (see mc-record(5)); did you mean "injury", "sexual-complaint", "injury-pattern"?; case K-1 lacks this line\nmc-signal: 1 rows read, 0 accepted, 1 refused\n' \
    mc-signal
records "$k,talk,parents,skipped-safety,,,"
fault 'no reason' \
    'mc-signal: standaardinvoer:2: tekst: ontbreekt bij gesprek niet-veiligheid; zaak K-1 mist deze regel\nmc-signal: rijen gelezen: 1, aangenomen: 0, geweigerd: 1\n' \
    'mc-signal: standard input:2: text: is missing for talk skipped-safety; case K-1 lacks this line\nmc-signal: 1 rows read, 0 accepted, 1 refused\n' \
    mc-signal
records "$k,need,food,,2026-01-01,,"
fault 'a due too many' \
    'mc-report: standaardinvoer:2: uiterlijk: moet leeg blijven bij soort need; zaak K-1 mist deze regel\nmc-report: er is geen enkel record gelezen, dus er wordt niets geschreven (ging het bij het programma hiervoor mis?)\n' \
    'mc-report: standard input:2: due: must be left empty for kind need; case K-1 lacks this line\nmc-report: no record was read, so nothing is written (did the program before this one fail?)\n' \
    mc-report -t chronology
records "$k,consent,kernteam,doubt,,,"
fault 'an answer that does not fit' \
    'mc-signal: standaardinvoer:2: waarde: antwoord "doubt" past niet bij soort toestemming (ja, nee); zaak K-1 mist deze regel\nmc-signal: rijen gelezen: 1, aangenomen: 0, geweigerd: 1\n' \
    'mc-signal: standard input:2: value: answer "doubt" does not fit for kind consent (yes, no); case K-1 lacks this line\nmc-signal: 1 rows read, 0 accepted, 1 refused\n' \
    mc-signal
records "$k,need,food,,,,bel 06-12345678"
fault 'what tells who somebody is' \
    'mc-signal: standaardinvoer:2: tekst: bevat een telefoonnummer: records gaan over een schuilnaam, laat dit weg; zaak K-1 mist deze regel\nmc-signal: rijen gelezen: 1, aangenomen: 0, geweigerd: 1\n' \
    'mc-signal: standard input:2: text: holds a phone number: records are about a pseudonym, leave it out; case K-1 lacks this line\nmc-signal: 1 rows read, 0 accepted, 1 refused\n' \
    mc-signal
records "$k,need,food"
fault 'fields that are lacking' \
    "mc-weigh: standaardinvoer:2: het aantal velden is 5 (een record heeft er 9: $header); zaak K-1 mist deze regel\n" \
    "mc-weigh: standard input:2: 5 fields (a record has 9: $header); case K-1 lacks this line\n" \
    mc-weigh
records "$k,need,food,,,,"
fault 'a case that was not weighed' \
    'mc-refer: zaak K-1 van school 03AB00 heeft geen weging: geef de feiten ervan eerst aan mc-weigh (mc-weigh file ... | mc-refer)\n' \
    'mc-refer: case K-1 of school 03AB00 has no weigh record: pipe its facts through mc-weigh first (mc-weigh file ... | mc-refer)\n' \
    mc-refer
fault 'a case that was not weighed' \
    'mc-report: zaak K-1 van school 03AB00: er is geen weging\nmc-report: geef alle feiten aan mc-weigh | mc-refer | mc-report\n' \
    'mc-report: case K-1 of school 03AB00: it has no weigh record\nmc-report: give all facts to the pipeline: mc-weigh | mc-refer | mc-report\n' \
    mc-report
fault 'a case that is not there' \
    'mc-report: zaak K-9 komt niet voor (het dichtst erbij komt K-1)\n' \
    'mc-report: case K-9 does not occur (the nearest is K-1)\n' \
    mc-report -t chronology -c K-9

# With a log and a file by name this is the first message of all.
records "$k,need,food,,,Piet,"
mv in rows.csv
: > in
fault 'the first message of all' \
    'mc-signal: rows.csv:2: door: functie "Piet" is niet bekend (leerkracht, af, ib, directie, bestuur, smw, jgz, ondersteuner, overig); zaak K-1 mist deze regel\nmc-signal: rijen gelezen: 1, aangenomen: 0, geweigerd: 1\n' \
    'mc-signal: rows.csv:2: by: unknown role "Piet" (teacher, af, ib, head, board, smw, nurse, support, other); case K-1 lacks this line\nmc-signal: 1 rows read, 0 accepted, 1 refused\n' \
    mc-signal --log log.csv rows.csv

# And these before.
printf 'zaak;datum;soort;kode\n' > in
fault 'an unknown column' \
    'mc-signal: standaardinvoer: kolom "kode" is niet bekend; geen kolom code (--map OLD=NEW zegt welke kolom wat is, --ignore-unknown slaat over wat niet bekend is)\n' \
    'mc-signal: standard input: unknown column "kode"; no column code (--map OLD=NEW says which column one is, --ignore-unknown passes over what is unknown)\n' \
    mc-signal
printf 'zaak;datum;code\n' > in
fault 'a column that is lacking' \
    'mc-signal: standaardinvoer: geen kolom soort (--map OLD=NEW zegt welke kolom wat is)\n' \
    'mc-signal: standard input: no column kind (--map OLD=NEW says which column one is)\n' \
    mc-signal
: > in
fault 'an unknown role' \
    'mc-signal: functie "direktie" is niet bekend (zie mc-record(5)); bedoelt u "directie"? (zie mc-signal --help)\n' \
    'mc-signal: unknown role "direktie" (see mc-record(5)); did you mean "head"? (see mc-signal --help)\n' \
    mc-signal --by direktie
fault 'an unknown type' \
    'mc-report: --type "agneda" is niet bekend (referral, overview, agenda, chronology, talk, veilig-thuis, inspection, transfer, retention, readiness, counts); het dichtst erbij komt agenda (zie mc-report --help)\n' \
    'mc-report: --type "agneda" is not known (referral, overview, agenda, chronology, talk, veilig-thuis, inspection, transfer, retention, readiness, counts); the nearest is agenda (see mc-report --help)\n' \
    mc-report -t agneda
: > kernteam.csv
fault 'a file of partners that is empty' \
    'mc-refer: kernteam.csv: is leeg: de eerste regel moet de kolommen noemen (partner,name,phone,email,topics)\n' \
    'mc-refer: kernteam.csv: is empty: its first line must name the columns (partner,name,phone,email,topics)\n' \
    mc-refer -k kernteam.csv

# What getopt and the system say, which a bare system has in English alone.
wrong_option() { # what is wrong, Dutch, English, arguments
	local name=$1 dutch=$2 english=$3
	shift 3
	fault "$name" "mc-refer: $dutch\nmc-refer: zie mc-refer --help\n" \
	    "mc-refer: $english\nmc-refer: see mc-refer --help\n" mc-refer "$@"
}
wrong_option 'an unknown option' "optie '--nope' bestaat niet" "unrecognized option '--nope'" --nope
wrong_option 'an unknown letter' "optie '-x' bestaat niet" "invalid option -- 'x'" --grouped -gx
wrong_option 'an option without its value' "bij optie '--kernteam' hoort een waarde" \
    "option '--kernteam' requires an argument" --kernteam
wrong_option 'a letter without its value' "bij optie '-k' hoort een waarde" \
    "option requires an argument -- 'k'" -gk
wrong_option 'a value too many' "bij optie '--grouped' hoort geen waarde" \
    "option '--grouped' doesn't allow an argument" --grouped=06-12345678
wrong_option 'an option that may be two' "optie '--' kan meer dan één optie zijn" \
    "option '--' is ambiguous" --=
wrong_option 'an option that plays tricks' "optie '--\\\\x1B[31m\\\\u2060' bestaat niet" \
    "unrecognized option '--\\\\x1B[31m\\\\u2060'" $'--\e[31m\xE2\x81\xA0'
fault 'an option that is spelt wrongly' \
    "mc-refer: optie '--kernteem' bestaat niet\nmc-refer: zie mc-refer --help; het dichtst erbij komt --kernteam\n" \
    "mc-refer: unrecognized option '--kernteem'\nmc-refer: see mc-refer --help; the nearest is --kernteam\n" \
    mc-refer --kernteem=kernteam.csv
fault 'an option behind a file' \
    "mc-weigh: optie '--as-of' staat achter een bestand: opties komen eerst (mc-weigh --as-of ... zaken.csv) (zie mc-weigh --help)\n" \
    "mc-weigh: option '--as-of' stands behind a file: options come first (mc-weigh --as-of ... zaken.csv) (see mc-weigh --help)\n" \
    mc-weigh zaken.csv --as-of=2026-10-30
fault 'a file that is not there' 'mc-weigh: nergens.csv: bestand of map bestaat niet\n' \
    'mc-weigh: nergens.csv: No such file or directory\n' mc-weigh nergens.csv
# A folder is found out when the tool has given up opening files.
fault 'a folder' 'mc-weigh: .: is een map\n' 'mc-weigh: .: Is a directory\n' mc-weigh .
fault 'a value that plays tricks' \
    'mc-weigh: --as-of "\\x1B[31m\\uE0041" is geen dag (YYYY-MM-DD) (zie mc-weigh --help)\n' \
    'mc-weigh: --as-of "\\x1B[31m\\uE0041" is no day (YYYY-MM-DD) (see mc-weigh --help)\n' \
    mc-weigh --as-of $'\e[31m\xF3\xA0\x81\x81'
fault 'a value that tells who somebody is' \
    'mc-report: --case "(een e-mailadres)" is geen schuilnaam van een zaak (zie mc-report --help)\n' \
    'mc-report: --case "(an e-mail address)" is no pseudonym of a case (see mc-report --help)\n' \
    mc-report --case jan@example.nl
fault 'a file whose name tells who somebody is' \
    'mc-weigh: (een telefoonnummer): bestand of map bestaat niet\n' \
    'mc-weigh: (a phone number): No such file or directory\n' mc-weigh zaak-0612345678.csv
printf '\377\n' > $'in\n\xE2\x80\xAE.csv'
fault 'a file whose name plays tricks' \
    'mc-weigh: in\\x0A\\u202E.csv bevat geen records (op elke regel '"$header)\n" \
    'mc-weigh: in\\x0A\\u202E.csv holds no records ('"$header on each line)\n" mc-weigh $'in\n\xE2\x80\xAE.csv'
long=een/map/met/een/heel/lange/naam/en/daarin/zaken-van-de-school.csv
fault 'a file with a long name' \
    "mc-weigh: ...${long: -40}: bestand of map bestaat niet\\n" \
    "mc-weigh: ...${long: -40}: No such file or directory\\n" mc-weigh $long

# The column of reasons, which both languages know when it comes back.
records "$k,need,food,,,Piet,"
in_dutch mc-signal -r refused.csv < in > /dev/null 2>&1
printf '%s\n' "$header,redenen" "$k,need,food,,,Piet,,\"door: functie \"\"Piet\"\" is niet bekend \
(leerkracht, af, ib, directie, bestuur, smw, jgz, ondersteuner, overig)\"" > want
diff -u --label wanted --label got want refused.csv > why
result 'the reasons of a refused row are Dutch' why
sed -i 's/Piet,,/leerkracht,,/' refused.csv
mc-signal refused.csv > got 2> why
printf '%s\n' "$header" "$k,need,food,,,teacher," > want
diff -u --label wanted --label got want got >> why
result 'and the mended row is taken in' why

# What is written is the same in every language.
mc-signal -s 03AB00 "$data/observaties.csv" 2> /dev/null |
	mc-weigh 2> /dev/null | mc-refer > want 2> /dev/null
in_dutch mc-signal -s 03AB00 "$data/observaties.csv" 2> /dev/null |
	in_dutch mc-weigh 2> /dev/null | in_dutch mc-refer > got 2> /dev/null
[ "$(wc -l < want)" -gt 10 ] || echo 'no records' >> want
diff -u --label English --label Dutch want got > why
result 'records are the same in both languages' why

# ------------------------------------------------------------- installation

# The parts of it that make knows, without those of the make that runs this. Of what was built:
# another place for the catalogues would build anew what other tests run meanwhile.
unset MAKEFLAGS MAKELEVEL MFLAGS DESTDIR PREFIX LOCALEDIR BINDIR MANDIR
make -s -o all -C "$repository" install BUILD="$build" DESTDIR="$scratch/root" PREFIX=/usr > said 2>&1 ||
	cat said > why
cmp -- "$catalogue" "$scratch/root/usr/share/locale/nl/LC_MESSAGES/meldcode.mo" >> why 2>&1
result 'make install puts the catalogue in its place' why
cp -- "$build/settings" was
make -s -C "$repository" uninstall BUILD="$build" DESTDIR="$scratch/root" PREFIX=/usr > said 2>&1 ||
	cat said > why
find root -name meldcode.mo >> why
result 'make uninstall takes it away' why
cmp -- "$build/settings" was > why 2>&1
result '... and builds nothing anew' why

finish
