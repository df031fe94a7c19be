#!/usr/bin/env bash
#
# Goal: a person who knows no token can record what happened and walk through
# the weighings; whatever goes wrong on the way, nothing is half kept and the
# terminal is left as it was.
#
#   BIN=build/bin tests/cli/mc-signal-ask.sh
#
# TAP on standard output; exits 1 when a test fails. tests/terminal.py plays a
# script at a pseudo-terminal: what is typed, and what must be shown.

# shellcheck disable=SC2154,SC2317 # the helpers' variables; checks called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/helpers"
need_terminal
export TZ=Europe/Amsterdam
cd -- "$scratch" || exit 2
mkdir home
export HOME=$scratch/home
terminal=$repository/tests/terminal.py

# Plays standard input as a script; what the tool writes goes to out, what is shown to shown.
play_in() { # locale [argument ...]
	local locale=$1
	shift
	cat > script
	TERMINAL_SHOWN=shown "$terminal" script env LC_ALL="$locale" mc-signal --ask "$@" \
		> out 2> err
}

play() {
	play_in nl_NL.UTF-8 "$@"
}

holds() { # file line
	grep -Fxq -- "$2" "$1" || { echo "no line: $2"; cat "$1"; return 1; }
}

lines() { # file number
	[ "$(wc -l < "$1")" -eq "$2" ] || { cat "$1"; return 1; }
}

# The answers of a whole signal; its text is $1, its date $2.
a_signal() {
	cat <<-END
	expect Wat wilt u vastleggen?
	type 1
	expect School
	type 03AB00
	expect Zaak
	type K-2603
	expect gezien of gehoord?
	type honger
	expect Hoe weet u dit?
	type 1
	expect Wanneer
	type ${2:-3-10-2026 9:05}
	expect Wie legt dit vast
	type leerkracht
	expect concreet):
	type $1
	expect Klopt dit
	type ja
	expect Bewaard.
	END
}

a_log() { # file line ...
	printf '%s\n' "$header" > "$1"
	chmod 600 "$1"
	[ $# -lt 2 ] || printf '%s\n' "${@:2}" >> "$1"
}

whole_signal() {
	{ a_signal "Geen brood mee."; printf '%s\n' 'expect Klaar?' 'type q' 'status 0' modes; } | play &&
		holds out "$header" &&
		holds out 'K-2603,2026-10-03T09:05,03AB00,signal,hunger,seen,,teacher,Geen brood mee.' &&
		lines out 2
}
check 'a whole signal goes to standard output' whole_signal

shown_in_words() {
	grep -q '^Wat  *geen eten mee of honger$' shown && grep -q '^Hoe bekend  *zelf gezien' shown &&
		grep -q '^Wanneer  *3 oktober 2026 9:05$' shown && grep -q '^1 regel bewaard' shown
}
check 'the record is shown in labels before it is kept' shown_in_words

defaults() {
	{ a_signal Een.; cat; } <<-'END' | play --school 03AB00 --by ib || return 1
	expect Wat wilt u
	type gesprek
	expect School (BRIN en vestiging, zoals 03AB00) [03AB00]
	type 
	expect Zaak (schuilnaam) [K-2603]
	type 
	expect Met wie is het gesprek?
	type ouders
	expect Hoe is het gesprek verlopen?
	type wil-hulp
	expect Wanneer [
	type 
	expect [leerkracht]
	type 
	expect afgesproken? (Enter: geen)
	type 
	expect Klopt
	type j
	expect Benader iemand uit het kernteam
	type q
	status 0
	END
	sed -n 3p out | grep -Eq "^K-2603,$(date +%F)T[0-9:]{5},03AB00,talk,parents,wants-help,,teacher,\$"
}
check 'Enter takes what stands in brackets: now, school, last case, last role' defaults

back() {
	play -s 03AB00 <<-'END' || return 1
	expect Wat wilt u
	type <
	expect Dit is de eerste vraag
	type 1
	expect School
	type <
	expect Wat wilt u
	type behoefte
	expect School
	type 
	expect Zaak
	type K-1
	expect praktische hulp
	type fiets
	expect Wanneer
	type vandaag
	expect Wie
	type <
	expect Wanneer
	type <
	expect praktische hulp
	type <
	expect [K-1]
	type K-2
	expect praktische hulp
	expect [fiets]
	type sport
	expect Wanneer
	type 
	expect Wie
	type 
	expect Toelichting
	type Judo
	expect Klopt
	type <
	expect Toelichting
	keys , of voetbal\r
	expect Judo, of voetbal
	expect Klopt
	type <
	expect Uw tekst staat er al
	keys <\r
	expect Wie
	type 
	expect Toelichting
	keys \r
	expect Klopt
	type ja
	expect Bewaard
	type q
	status 0
	END
	holds out "K-2,$(date +%F),03AB00,need,sport,,,,\"Judo, of voetbal\""
}
check '< goes back, answers stay to be changed, text is edited' back

explains() {
	play <<-'END'
	expect Wat wilt u
	type ?
	expect blijf signaleren en waar nodig blijven melden
	type 2
	expect School
	type ?
	expect BRIN-nummer
	type 03AB00
	expect Zaak
	type ?
	expect Nooit een naam
	type K-1
	expect Met wie is overlegd?
	type ?
	expect U kunt altijd (anoniem) bellen voor advies en ondersteuning naar Veilig Thuis.
	type q
	status 0
	END
}
check '? explains in the words of the guideline' explains

quits() {
	play -s 03AB00 <<-'END' && lines out 1 && holds out "$header" &&
	expect Wat wilt u
	type 1
	expect School
	type 
	expect Zaak
	type K-1
	expect gezien of
	type honger
	expect Hoe weet
	type 1
	expect Wanneer
	type 
	expect Wie
	type -
	expect concreet)
	type Een tekst
	expect Klopt
	type q
	expect Er is niets bewaard.
	status 0
	modes
	END
		! grep -q 'Een tekst' out
}
check 'q ends and keeps nothing that is not finished' quits

control_d() {
	play <<-'END'
	expect Nummer
	keys \x04
	expect Er is niets bewaard.
	status 0
	modes
	END
}
check 'Ctrl-D ends' control_d

interrupts() {
	a_log log.csv
	{ a_signal Eerste.; cat; } <<-'END' | play --log log.csv || return 1
	expect Wat wilt u
	type 1
	expect School
	type 
	expect Zaak
	keys K-99
	expect K-99
	keys \x03
	status 130
	modes
	END
	lines log.csv 2 && [ -z "$(find . -name 'log.csv.*')" ]
}
check 'Ctrl-C ends at once, the terminal restored, the first record kept' interrupts

terminates() {
	play <<-'END'
	expect Nummer
	keys 1
	expect 1
	kill TERM
	status 143
	modes
	END
}
check 'a SIGTERM restores the terminal, too' terminates

wrong() {
	play <<-'END' || return 1
	expect Wat wilt u
	type qwerty
	expect niet in de lijst
	type 44
	expect geen nummer 44
	type 
	expect een keuze nodig
	type 1
	expect School
	type 3AB
	expect geen BRIN
	type 03AB00
	expect Zaak
	type Jan Jansen
	expect geen schuilnaam
	type K-1
	expect gezien
	type honger
	expect Hoe weet
	type 1
	expect Wanneer
	type 31-2-2026
	expect geen dag die bestaat
	type 1-1-2199
	expect in de toekomst
	type 2-10-2026
	expect Wie
	type 1
	expect concreet)
	type 
	expect in woorden nodig
	keys a\x16\x1bb\r
	expect geen tekst
	type Goed zo
	expect Klopt
	type 
	expect ja of nee
	type nee
	expect Niet bewaard.
	type q
	status 0
	END
	lines out 1
}
check 'a wrong answer is asked again, a no keeps nothing' wrong

identifying() {
	play -s 03AB00 <<-'END' || return 1
	expect Wat wilt u
	type 7
	expect School
	type 
	expect Zaak
	type 111222333
	expect een burgerservicenummer (BSN)
	type K-1
	expect praktische
	type 1
	expect Wanneer
	type 
	expect Wie
	type 
	expect Toelichting
	type Bel moeder op 06-12345678
	expect een telefoonnummer
	expect Toelichting
	run sleep 0.1
	keys \x15Mail j.jansen@example.nl\r
	expect een e-mailadres
	expect Toelichting
	run sleep 0.1
	keys \x15Zonder\r
	expect Klopt
	type ja
	expect Bewaard
	type q
	status 0
	END
	[ "$(grep -o 111222333 shown | wc -l)" -eq 1 ] && ! grep 12345678 shown | grep -qv '^Toelichting' &&
		[ ! -s err ] && lines out 2 && ! grep -qE '1122|12345678|@' out
}
check 'identifying data are refused by kind, never repeated' identifying

allowed() {
	play -s 03AB00 --allow phone --kind need --case K-1 <<-'END' && grep -q 06-12345678 out
	expect School
	type 
	expect praktische
	type 1
	expect Wanneer
	type 
	expect Wie
	type 
	expect Toelichting
	type Bel 06-12345678
	expect Klopt
	type ja
	expect Bewaard
	type q
	status 0
	END
}
check '--allow lets a kind through; --kind and --case are not asked' allowed

long=$(printf 'lange tekst %.0s' {1..1500})
long=${long% }
long_text() {
	{ a_signal "$long"; echo 'type q'; echo 'status 0'; } | play &&
		holds out "K-2603,2026-10-03T09:05,03AB00,signal,hunger,seen,,teacher,$long"
}
check 'a text of 18,000 characters' long_text

utf8='Zei: één "crème" ☕ 日本 😀 ñ'
utf8_text() {
	{ a_signal "$utf8"; echo 'type q'; echo 'status 0'; } | play &&
		holds out "K-2603,2026-10-03T09:05,03AB00,signal,hunger,seen,,teacher,\"${utf8//\"/\"\"}\""
}
check 'a text in UTF-8, in a locale that is not installed' utf8_text

in_c_locale() {
	{ a_signal "$utf8" | sed 's/^expect .*/expect :/'; } > /dev/null
	play_in C -s 03AB00 --kind need --case K-1 <<-END && grep -q "${utf8:5:3}" out
	expect School
	type 
	expect practical help
	type sport
	expect When
	type 
	expect Who records
	type 
	expect Remarks
	type $utf8
	expect Is this right
	type y
	expect Kept.
	type q
	status 0
	END
}
check 'the same in the C locale, and in English' in_c_locale

editing() {
	{ a_signal Tekst. | sed 's/^type Tekst\.$/keys Téékstt\\x08\\x02\\x02\\x02\\x7f!\\x05.\\r/'; printf '%s\n' 'type q' 'status 0'; } | play &&
		grep -q ',T.*!.*\.$' out && iconv -f UTF-8 -t UTF-8 out > /dev/null
}
check 'a line is edited without tearing a character' editing

pasted() {
	{ a_signal Tekst. | sed 's/^type Tekst\.$/keys Eerste.\\rTweede.\\rDerde.\\r/'; printf '%s\n' 'type q' 'status 0'; } | play &&
		holds out "K-2603,2026-10-03T09:05,03AB00,signal,hunger,seen,,teacher,Eerste."$'\u2028'"Tweede."$'\u2028'"Derde."
}
check 'lines that are pasted together are one text' pasted

searches() {
	play <<-'END'
	expect Wat wilt u
	type sign
	expect Dit komt in de buurt
	expect [signaal (stap 1)]
	type 
	expect School
	type 03AB00
	expect Zaak
	type K-1
	expect gezien
	expect verzorging en toezicht
	type 2
	expect geen eten mee of honger
	type <
	expect lichaam
	type GESLACHT
	expect pijn of letsel
	type unexplained injury
	expect Hoe weet
	type <
	expect [onverklaarbaar letsel]
	type q
	status 0
	END
}
check 'a long list is grouped, searched, and takes labels of both languages' searches

means() { # signal text
	play -s 03AB00 --kind signal --case K-1 <<-END
	expect School
	type 
	expect gezien
	type $1
	expect Hoe weet
	type 2
	expect Wanneer
	type 
	expect Wie
	type 
	expect concreet)
	type Vertelde het.
	expect Klopt
	type ja
	expect Bewaard.
	expect $2
	type q
	status 0
	END
}
check 'an urgent signal: safety today, with the number' means vertelt-geweld 'Beoordeel vandaag de veiligheid, samen met Veilig Thuis: bel 0800-2000'
check 'an expert signal: not yet the parents' means vgv 'nog niet met de ouders. Vraag eerst advies aan Veilig Thuis, 0800-2000'
check 'a staff signal: the competent authority' means medewerker 'Vertel het direct aan het bevoegd gezag'
check 'a Handle with Care notice: comfort' means handle-with-care 'Vraag het kind niet uit.'

plan() {
	play -s 03AB00 --kind plan --case K-1 <<-'END' || return 1
	expect School
	type 
	expect Welke afspraak?
	type casemanager
	expect casemanager?
	type intern
	expect [intern begeleider
	type 
	expect Wanneer
	type 2-10-2026
	expect Wie
	type af
	expect precies
	type 
	expect Klopt
	type ja
	expect Bewaard
	expect School
	type 
	expect Welke afspraak?
	type termijn
	expect Welke datum
	type morgen
	expect geen dag
	type 3-12-2026
	expect Wanneer
	type 2-10-2026
	expect Wie
	type 
	expect precies
	type 
	expect Klopt
	type ja
	expect Bewaard
	expect School
	type 
	expect Welke afspraak?
	type doel
	expect Wanneer
	type 2-10-2026
	expect Wie
	type 
	expect precies
	type 
	expect in woorden nodig
	type Elke dag ontbijt
	expect Klopt
	type ja
	expect Bewaard
	type q
	status 0
	END
	holds out 'K-1,2026-10-02,03AB00,plan,casemanager,ib,,af,' &&
		holds out 'K-1,2026-10-02,03AB00,plan,term,,2026-12-03,af,' &&
		holds out 'K-1,2026-10-02,03AB00,plan,goal,,,af,Elke dag ontbijt'
}
check 'a plan asks what each agreement needs' plan

of_school() {
	play -s 03AB00 --kind school <<-'END' && holds out ',2026-10-02,03AB00,school,team,no,,,'
	expect School
	type 
	expect Welke randvoorwaarde?
	type team
	expect Is dit in orde?
	type nee
	expect Wanneer
	type 2-10-2026
	expect Wie
	type 
	expect Toelichting
	type 
	expect Klopt
	type ja
	expect Bewaard
	type q
	status 0
	END
}
check 'a precondition of the school has no case' of_school

with_log() {
	rm -f log.csv
	{ a_signal Eerste.; cat; } <<-END | play --log log.csv || return 1
	run grep -q ',Eerste.$' log.csv
	run [ \$(stat -c %a log.csv) = 600 ]
	run printf '%s\n' $header K-9,2026-10-01,03AB00,need,sport,,,, | timeout 5 mc-signal --log log.csv
	expect Wat wilt u
	type 1
	expect School
	type 
	kill KILL
	status 137
	END
	[ ! -s out ] && lines log.csv 3 && grep -q ',Eerste.$' log.csv && grep -q '^K-9,' log.csv
}
check 'with --log each record is there at once, and others may write meanwhile' with_log

known() {
	{ a_signal Eerste. | sed 's/^expect Bewaard.*/expect stond er al/'; printf '%s\n' 'type q' 'status 0'; } |
		play --log log.csv && lines log.csv 3
}
check 'a record that the log holds is not kept twice' known

torn() {
	a_log torn.csv
	printf 'K-1,2026' >> torn.csv
	printf 'status 2\n' | play --log torn.csv && grep -q torn.csv:2 err
}
check 'a torn log is found before anything is asked' torn

# The tool learns of it by a signal, or sooner by a read that fails.
hangs_up() {
	a_log log.csv
	{ a_signal Eerste.; cat; } <<-'END' | play --log log.csv || return 1
	expect Wat wilt u
	keys 1
	hangup
	status 129 2
	END
	lines log.csv 2
}
check 'a terminal that is closed ends it; what was kept stays' hangs_up

to_pipe() {
	{ a_signal Pijp.; printf '%s\n' 'type q' 'status 0'; } > script
	"$terminal" script env LC_ALL=nl mc-signal --ask 2> err | tail -n 1 > out
	holds out 'K-2603,2026-10-03T09:05,03AB00,signal,hunger,seen,,teacher,Pijp.'
}
check 'standard output may be a pipe' to_pipe

no_terminal() {
	setsid -w mc-signal --ask --log none.csv < /dev/null > out 2> err
	[ $? -eq 2 ] && grep -q 'needs a terminal' err && [ ! -s out ] && [ ! -e none.csv ]
}
check 'without a terminal: said so, status 2' no_terminal

# A case with two signals and a talk; more lines may follow.
a_case() {
	a_log log.csv \
		'K-1,2026-10-01,03AB00,signal,hygiene,seen,,teacher,Vies.' \
		'K-1,2026-10-02,03AB00,signal,hunger,seen,,teacher,Honger.' \
		'K-1,2026-10-03,03AB00,talk,parents,no-help,,ib,Geen hulp.' \
		'K-2,2026-10-03,03AB00,signal,fear,seen,,ib,Anders.' "$@"
}

begin() { # question
	printf '%s\n' 'expect School' type "expect Vraag [$1]" type 'expect Wanneer' type 'expect Wie' 'type af'
}

answer() { # title answer
	printf '%s\n' "expect $1" 'expect Nummer' "type $2" 'expect Waarom?' "type Omdat: $2" 'expect Klopt' 'type ja' 'expect Bewaard.'
}

walk() {
	play -s 03AB00 --kind answer --case K-1 --log log.csv
}

answers() { # the answers in the log, in order
	[ "$(grep ',answer,' log.csv | cut -d, -f5,6 | paste -sd' ')" = "$1" ] || { cat log.csv; return 1; }
}

walk_doubt() {
	a_case
	{ begin 1; answer 'Afweging 1 van 5' twijfel; printf '%s\n' 'expect Veilig Thuis: 0800-2000, ook anoniem' \
		'expect Uitkomst nu: twijfel' 'status 0' modes; } | walk &&
		answers suspicion,doubt && grep -q ',Omdat: twijfel$' log.csv &&
		grep -q '^Signalen: 2; het nieuwste van 2 oktober 2026' shown && ! grep -q 'Honger\.' shown
}
check 'weighing: doubt about the suspicion stops at consulting' walk_doubt

walk_grey() {
	a_case
	{ begin 1; answer 'Afweging 1 van 5' nee; answer 'Na afweging 1' 1
		printf '%s\n' 'expect Dit is het grijze gebied' 'expect Uitkomst nu: grijs gebied' 'status 0'; } | walk &&
		answers 'suspicion,no concern,yes'
}
check 'weighing: no suspicion, concerns remain: grey area' walk_grey

walk_close() {
	a_case
	{ begin 1; answer 'Afweging 1 van 5' nee; answer 'Na afweging 1' nee
		printf '%s\n' 'expect Leg vast waarom' 'expect Uitkomst nu: afsluiten' 'status 0'; } | walk &&
		answers 'suspicion,no concern,no'
}
check 'weighing: no suspicion, no concern: close' walk_close

walk_unsafe() { # answer token
	a_case
	{ begin 1; answer 'Afweging 1 van 5' ja; answer 'Afweging 2 van 5' "$1"
		printf '%s\n' 'expect MELD DIRECT, PER TELEFOON, BIJ VEILIG THUIS: 0800-2000' 'expect 112' \
			'expect Doorloopt u' type 'expect Hier stopt de weging' 'expect Uitkomst nu: direct' 'status 0'; } | walk &&
		answers "suspicion,yes unsafe,$2"
}
check 'weighing: doubt about safety: report at once, stop' walk_unsafe twijfel doubt
check 'weighing: acute: report at once, stop' walk_unsafe acuut acute
check 'weighing: structural: report at once, stop' walk_unsafe structureel structural
check 'weighing: disclosure: report at once, stop' walk_unsafe onthulling disclosure
check 'weighing: unsafe: report at once, stop' walk_unsafe ja yes

walk_with_vt() {
	a_case
	{ begin 1; answer 'Afweging 1 van 5' ja; answer 'Afweging 2 van 5' acuut
		printf '%s\n' 'expect Doorloopt u' 'type ?' 'expect niet alleen' 'type ja'
		answer 'Afweging 3 van 5' ja; answer 'Afweging 4 van 5' nee
		printf '%s\n' 'expect Meld bij Veilig Thuis' 'status 0'; } | walk &&
		answers 'suspicion,yes unsafe,acute can-help,yes accepts,no'
}
check 'weighing: with Veilig Thuis 3 to 5 are gone through' walk_with_vt

walk_help() { # answers-to-3-and-4 said log
	a_case
	{ begin 1; answer 'Afweging 1 van 5' ja; answer 'Afweging 2 van 5' nee; answer 'Afweging 3 van 5' "$1"
		[ -z "$2" ] || answer 'Afweging 4 van 5' "$2"
		printf '%s\n' "expect $3" 'expect Uitkomst nu' 'status 0'; } | walk && answers "suspicion,yes unsafe,no $4"
}
check 'weighing: no help possible: report, stop' walk_help nee '' 'Meld bij Veilig Thuis: 0800-2000' can-help,no
check 'weighing: doubt about help: consult, stop' walk_help twijfel '' 'Hier stopt' can-help,doubt
check 'weighing: help not accepted: report, stop' walk_help ja nee 'Meld bij Veilig Thuis: 0800-2000' 'can-help,yes accepts,no'
check 'weighing: doubt about accepting: consult, stop' walk_help ja twijfel 'Hier stopt' 'can-help,yes accepts,doubt'
check 'weighing: help accepted: it begins, no result is asked' walk_help ja ja 'De hulp kan beginnen' 'can-help,yes accepts,yes'

# A case whose help runs.
a_running_case() {
	a_case 'K-1,2026-10-04,03AB00,answer,suspicion,yes,,af,x' 'K-1,2026-10-04,03AB00,answer,unsafe,no,,af,x' \
		'K-1,2026-10-04,03AB00,answer,can-help,yes,,af,x' 'K-1,2026-10-04,03AB00,answer,accepts,yes,,af,x' \
		'K-1,2026-10-04,03AB00,plan,term,,2026-11-01,af,x' "$@"
}
running='suspicion,yes unsafe,no can-help,yes accepts,yes'

walk_not_judged() {
	a_running_case
	{ begin 5; printf '%s\n' 'expect Afgesproken termijn: 1 november 2026' 'expect termijn bereikt' 'type nee' \
		'expect Dan komt afweging 5 later' 'status 0'; } | walk && answers "$running"
}
check 'weighing: the result is not asked before it is judged' walk_not_judged

walk_result() { # answer token said
	a_running_case
	{ begin 5; printf '%s\n' 'expect termijn bereikt' 'type ja'; answer 'Afweging 5 van 5' "$1"
		printf '%s\n' "expect $3" 'status 0'; } | walk && answers "$running result,$2"
}
check 'weighing: result reached: end with agreements' walk_result ja yes 'Sluit de hulp af'
check 'weighing: result not reached: report' walk_result nee no 'Meld bij Veilig Thuis'
check 'weighing: doubt about the result: consult' walk_result twijfel doubt 'Hier stopt de weging'

walk_stale() {
	a_running_case 'K-1,2026-10-05,03AB00,signal,hunger,seen,,teacher,Weer.'
	{ cat <<-'END'; begin 2 | tail -n +3; answer 'Afweging 2 van 5' nee; printf '%s\n' 'expect Afweging 3' 'type q' 'status 0'; } | walk || return 1
	expect School
	type 
	expect Nog niet meegewogen: 1.
	expect 2  Afweging 2 van 5: veiligheid: nee (4 oktober 2026), achterhaald
	END
	answers "$running unsafe,no"
}
check 'weighing: begins with what a new signal has overtaken' walk_stale

walk_again() {
	a_running_case
	walk <<-'END' && answers "$running"
	expect School
	type 
	expect Vraag [5]
	type 1b
	expect eerst vraag 5
	type 3
	expect Wanneer
	type <
	expect Vraag [5]
	type 3
	expect Wanneer
	type 
	expect Wie
	type af
	expect Afweging 3 van 5
	type <
	expect Vraag [5]
	type q
	expect Er is niets bewaard.
	status 0
	END
}
check 'weighing: an earlier question can be answered again, a later one not' walk_again

walk_back() {
	a_case
	{ begin 1; answer 'Afweging 1 van 5' ja; printf '%s\n' 'expect Afweging 2 van 5' 'expect Nummer' 'type <' \
		'expect Terug naar de vorige vraag' 'expect Afweging 1 van 5' 'type ?' 'expect bewijs is niet nodig' 'type q' 'status 0'; } |
		walk && answers suspicion,yes
}
check 'weighing: < goes back a question' walk_back

walk_danger() {
	a_case 'K-1,2026-10-04,03AB00,answer,suspicion,yes,,af,x' 'K-1,2026-10-04,03AB00,answer,unsafe,acute,,af,x'
	{ cat <<-'END'; answer 'Afweging 2 van 5' nee; printf '%s\n' 'expect telt nu: ja, acute' 'expect MELD DIRECT' 'expect Doorloopt' 'type q' 'status 0'; } | walk || return 1
	expect School
	type 
	expect Uitkomst nu: direct telefonisch melden
	expect Vraag:
	type 2
	expect Wanneer
	type 
	expect Wie
	type af
	END
	answers 'suspicion,yes unsafe,acute unsafe,no'
}
check 'weighing: a danger once seen is not taken back alone' walk_danger

walk_unknown() {
	a_case
	play_in en_GB.UTF-8 -s 03AB00 --kind answer --log log.csv <<-'END'
	expect School
	type 
	expect Case (pseudonym):
	type K-7
	expect The log holds nothing of this case yet.
	expect Weighing 2 of 5: safety: not answered yet
	expect Question [1]
	type 
	expect When
	type 
	expect Who records
	type head teacher
	expect Do the steps so far leave me with a suspicion
	type yes
	expect Why?
	type Because
	expect Is this right
	type y
	expect Kept.
	expect acute or structural unsafety?
	type q
	expect 1 record kept.
	status 0
	END
}
check 'weighing: a new case, in English' walk_unknown

no_log_yet() {
	rm -f new.csv
	{ begin 1; answer 'Afweging 1 van 5' nee; printf '%s\n' 'expect Na afweging 1' 'type q' 'status 0'; } |
		play -s 03AB00 --kind answer --case K-1 --log new.csv && lines new.csv 2
}
check 'weighing: a log that does not exist yet' no_log_yet

walk_refused() {
	a_case 'K-1,2026-10-04,03AB00,signal,nonsense,seen,,af,x' 'K-1,2026-10-05,03AB00,signal,vgv,seen,,af,x' \
		'K-1,2026-10-05,03AB00,signal,fgm,seen,,af,x'
	walk <<-'END'
	expect School
	type 
	expect Let op: een regel van deze zaak in het logboek is niet te lezen.
	expect Signalen: 3;
	expect Uitkomst nu: eerst Veilig Thuis of deskundige
	expect Praat hierover nog niet met de ouders.
	type q
	status 0
	END
}
check 'weighing: a line that cannot be read is told, and so is what may not wait' walk_refused

without_log() {
	play -s 03AB00 --kind answer --case K-1 <<-'END' || return 1
	expect School
	type <
	expect Dit is de eerste vraag
	expect School
	type 
	expect Welke afweging?
	type onveilig
	expect acute en/of structurele onveiligheid?
	type structureel
	expect Wanneer
	type 2-10-2026
	expect Wie
	type af
	expect Waarom?
	type Elke week
	expect Klopt
	type ja
	expect MELD DIRECT
	type q
	status 0
	END
	holds out 'K-1,2026-10-02,03AB00,answer,unsafe,structural,,af,Elke week'
}
check 'an answer without a log is one record, with what it leads to' without_log

# gettext takes no translation for the locale C, and of LANGUAGE the first that it has.
speaks_as_messages() {
	local locale language dutch seen=
	for locale in C C.UTF-8; do
		for language in '' nl nl_NL.UTF-8:en en:nl fy:de C:nl; do
			export LANGUAGE=$language
			TEXTDOMAINDIR=$bin/../locale LC_ALL=$locale mc-signal --school x 2> said
			printf '%s\n' 'expect 1' 'type q' 'status 0' | play_in "$locale" || return 1
			dutch=$(grep -c 'is geen BRIN' said)
			seen+=$dutch
			if [ "$dutch" -ne "$(grep -c 'Wat wilt u vastleggen?' shown)" ]; then
				echo "LC_ALL=$locale LANGUAGE=$language"
				cat said shown
				return 1
			fi
		done
	done
	[ $seen = 000000011100 ] || { echo "the messages were Dutch: $seen"; return 1; }
}
check 'the interview speaks the language of the messages' speaks_as_messages
unset LANGUAGE

# Ctrl-Z needs a shell that waits; what the terminal is then, that shell sees.
suspends() {
	local look='(echo MODES; stty -a < /dev/tty | grep -o "[ -]icanon") > /dev/tty'
	cat > script <<-'END'
	expect Nummer
	keys 1
	keys \x1a
	expect MODES icanon
	run sleep 0.3
	keys \x0c
	expect Nummer
	keys \x15
	run sleep 0.1
	keys q\r
	expect niets bewaard
	expect MODES icanon
	status 0
	END
	"$terminal" script bash --norc -i -c \
		"set -m; env LC_ALL=nl mc-signal --ask; $look; fg; $look" > out 2> err
}
check 'Ctrl-Z stops with the terminal restored, and goes on' suspends

no_trace() {
	[ -z "$(ls -A home)" ]
}
check 'nothing is left in the home folder' no_trace

finish
