#!/usr/bin/env bash
#
# Goal: a person who knows no token can record what happened, in words; nothing
# wrong is kept, and nothing twice.
#
#   BIN=build/bin tests/cli/mc-signal-ask.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2154,SC2317 # the helpers' variables; checks called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/ask-helpers"

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
	expect Wie legt dit vast (functie)?
	expect [intern begeleider of kwaliteitscoördinator]
	type 
	expect afgesproken? (Enter: geen)
	type 
	expect Klopt
	type j
	expect Benader iemand uit het kernteam
	type q
	status 0
	END
	sed -n 3p out | grep -Eq "^K-2603,$(date +%F)T[0-9:]{5},03AB00,talk,parents,wants-help,,ib,\$"
}
check 'Enter takes what stands in brackets: now, school, last case, role of --by' defaults

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

wrong() {
	play <<-'END' || return 1
	expect Wat wilt u
	type xyzzy
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
	type 2E12
	expect Een spreadsheet maakt van zo'n schuilnaam
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
	type morgen
	expect in de toekomst
	type 2-10-2026
	expect Wanneer wist de school dit?
	type 1-10-2026
	expect Het gebeurde op 2 oktober 2026
	type morgen
	expect in de toekomst
	type 
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
	expect Niet bewaard. Wat u typte staat er nog
	expect [03AB00]
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
	keys \x15Geboren 3-4-2018, Dorpsstraat 12\r
	expect Hier staat
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
	type no food or hungry
	expect Hoe weet
	type <
	expect [geen eten mee of honger]
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
	expect Wie legt dit vast
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
	expect Wanneer
	type 2-10-2026
	expect Welke datum
	type 31-11-2026
	expect geen dag
	type 1-10-2026
	expect voor de dag waarop het is afgesproken, 2 oktober 2026
	type 3-12-2026
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
	expect Zaak
	type 
	kill KILL
	status 137
	END
	[ ! -s out ] && lines log.csv 3 && grep -q ',Eerste.$' log.csv && grep -q '^K-9,' log.csv
}
check 'with --log each record is there at once, and others may write meanwhile' with_log

known() {
	{ a_signal Eerste. | sed '/^expect School/,+1d; s/^expect Bewaard.*/expect stond er al/'; printf '%s\n' 'type q' 'status 0'; } |
		play --log log.csv && lines log.csv 3
}
check 'a record that the log holds is not kept twice' known

torn() {
	a_log torn.csv
	printf 'K-1,2026' >> torn.csv
	printf 'status 2\n' | play --log torn.csv && grep -q torn.csv:2 err
}
check 'a torn log is found before anything is asked' torn

to_pipe() {
	{ a_signal Pijp.; printf '%s\n' 'type q' 'status 0'; } > script
	"${terminal[@]}" script env LC_ALL=nl mc-signal --ask 2> err | tail -n 1 > out
	holds out 'K-2603,2026-10-03T09:05,03AB00,signal,hunger,seen,,teacher,Pijp.'
}
check 'standard output may be a pipe' to_pipe

no_terminal() {
	setsid -w mc-signal --ask --log none.csv < /dev/null > out 2> err
	[ $? -eq 2 ] && grep -q 'needs a terminal' err && [ ! -s out ] && [ ! -e none.csv ]
}
check 'without a terminal: said so, status 2' no_terminal

# Letters with accents would be dropped there.
no_locale() {
	echo 'status 2' > script
	LC_ALL=en "${terminal[@]}" script unshare -m -- sh -c \
	    'mount -t tmpfs none /usr/lib/locale && exec mc-signal --ask --log none.csv' > out 2> err
	grep -q '^mc-signal: --ask needs the locale C.UTF-8' err && [ ! -s out ] && [ ! -e none.csv ]
}
if unshare -m -- mount -t tmpfs none /usr/lib/locale 2> why; then
	check 'without a locale of UTF-8: said so, status 2' no_locale
else
	skip 'without a locale of UTF-8' "$(tail -n 1 why)"
fi

# Of the variables the first that is set decides, on a machine without the locale too.
speaks_as_messages() {
	local locale language dutch seen=
	for locale in C nl_NL.UTF-8; do
		for language in '' nl nl_NL.UTF-8:en en:nl fy:de C:nl; do
			export LANGUAGE=$language
			LC_ALL=$locale mc-signal --school x 2> said
			printf '%s\n' 'expect 1' 'type 99' 'expect 99' 'type q' 'status 0' |
				play_in "$locale" || return 1
			dutch=$(grep -c 'is geen BRIN' said)
			seen+=$dutch
			if [ "$dutch" -ne "$(grep -c 'Wat wilt u vastleggen?' shown)" ]; then
				echo "LC_ALL=$locale LANGUAGE=$language"
				cat said shown
				return 1
			fi
		done
	done
	[ "$seen" = 011001111001 ] || { echo "the messages were Dutch: $seen"; return 1; }
}
check 'the interview speaks the language of the messages' speaks_as_messages
unset LANGUAGE

check 'nothing is left in the home folder' no_trace
finish
