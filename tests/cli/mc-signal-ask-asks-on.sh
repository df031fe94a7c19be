#!/usr/bin/env bash
#
# Goal: a signal is never recorded milder than it is, counts from the day on which
# the school knew of it, and what may not wait is judged at once.
#
#   BIN=build/bin tests/cli/mc-signal-ask-asks-on.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2154,SC2317 # the helpers' variables; checks called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/ask-helpers"

# Signals of K-1 without a log: the school is asked, the case is not.
signals() {
	play -s 03AB00 --kind signal --case K-1
}

# From how it is known to the end; what comes between, and after, is standard input.
rest() { # how-known [question-and-answer]
	printf '%s\n' 'expect Hoe weet u dit?' "type $1" "${@:2}" 'expect Wanneer [' type 'expect Wie zag of hoorde dit' \
		'type leerkracht' 'expect concreet)' 'type Tekst.' 'expect Klopt' 'type ja' 'expect Bewaard.'
}

# The word is taken at once, or stands first among those that come close; the list goes on then.
found() { # word label
	printf '%s\n' 'expect School' type 'expect gezien of gehoord?' "type $1" "expect $2" 'type q' 'status 0' | signals ||
		echo "$1: $2"
}

every_word_is_found() {
	local failed=
	failed+=$(found 'besnijdenis' 'Gekozen: (dreigende) vrouwelijke genitale verminking.')
	failed+=$(found 'suicide' 'Gekozen: kind praat over dood')
	failed+=$(found 'blauwe plek' 'Gekozen: onverklaarbaar letsel.')
	failed+=$(found 'slaat' 'Gekozen: vertelt over geweld thuis.')
	failed+=$(found 'STRIEMEN' 'Gekozen: letsel op ongewone plek')
	failed+=$(found 'in de hals' '1 letsel op ongewone plek')
	failed+=$(found 'bang' '1 wil of durft niet naar huis')
	failed+=$(found 'münchhausen' 'Gekozen: verzonnen of veroorzaakte ziekte')
	[ -z "$failed" ] || { echo "$failed"; return 1; }
}
check 'a signal is found by what people call it, the graver one first' every_word_is_found

words_of_other_lists() {
	play -s 03AB00 <<-'END' || return 1
	expect Wat wilt u
	type ruggespraak
	expect Gekozen: collegiale consultatie (stap 2).
	expect School
	type 
	expect Zaak
	type K-1
	expect Met wie is overlegd?
	type wijkteam
	expect Gekozen: ondersteuningsteam, wijkteam of samenwerkingsverband.
	expect Anoniem
	type zonder naam
	expect Wanneer
	type 2-10-2026
	expect Wie legt dit vast
	type kc'er
	expect advies
	type Blijf kijken.
	expect Klopt
	type ja
	expect Bewaard.
	expect Wat wilt u
	type gesproken
	expect School
	type 
	expect Zaak
	type 
	expect Met wie is het gesprek?
	type Moeder
	expect Gekozen: één ouder of verzorger.
	expect verlopen?
	type niet verschenen
	expect Gekozen: niet gevoerd: ouders niet bereikt.
	expect Wanneer
	type 2-10-2026
	expect Wie
	type 
	expect Waarom is het gesprek niet gevoerd?:
	type 
	expect in woorden nodig
	type Kwam niet.
	expect Klopt
	type ja
	expect Dit telt nog niet als gesprek.
	type q
	status 0
	END
	holds out 'K-1,2026-10-02,03AB00,consult,support-team,anonymous,,ib,Blijf kijken.' &&
		holds out 'K-1,2026-10-02,03AB00,talk,one-parent,unreached,,ib,Kwam niet.'
}
check 'a kind, a partner, a party, a role are found by any word; why there was no talk is asked' words_of_other_lists

injury() { # answer token
	{ printf '%s\n' 'expect School' type 'expect gezien' 'type letsel' 'expect Heeft het letsel de vorm van iets' \
		'expect ongewone plek' 'type ?' 'expect voordat er met de ouders wordt gepraat' 'expect Antwoord' "type $1"
		rest zelf; printf '%s\n' 'expect Kan dit wachten' 'type ja' 'expect Klaar?' 'type q' 'status 0'; } | signals &&
		grep -q "signal,$2,seen" out
}
check 'an injury without a shape' injury nee injury
check 'an injury with a shape' injury ja injury-pattern
check 'an injury that may have one' injury twijfel injury-pattern
check 'it is said as what it is recorded' grep -q '^Dit wordt vastgelegd als: letsel op ongewone plek' shown

injury_again() {
	{ printf '%s\n' 'expect School' type 'expect gezien' 'type letsel' 'expect Antwoord' 'type ja' 'expect Hoe weet' \
		'type <' 'expect Antwoord [ja]' 'type nee'
		rest zelf; printf '%s\n' 'expect Kan dit wachten' 'type q' 'status 0'; } | signals && grep -q signal,injury,seen out
}
check 'the answer about the shape can be changed' injury_again

told() { # answer token
	{ printf '%s\n' 'expect School' type 'expect gezien' 'type overig'
		rest kind 'expect Vertelde het kind dat het thuis niet veilig is, of vroeg het om hulp?' 'type '"$1"
		printf '%s\n' 'expect Klaar?' 'type q' 'status 0'; } | signals && grep -q "signal,$2,child" out
}
check 'something else that a child told' told nee other
check 'something else that a child told, of home' told ja disclosure-child
check 'something else that a child told, perhaps of home' told 'weet niet' disclosure-child

told_by_another() {
	{ printf '%s\n' 'expect School' type 'expect gezien' 'type overig' 'expect Hoe weet' 'type kind' \
		'expect Vertelde het kind' 'type ja' 'expect Wanneer' 'type <' 'expect Antwoord [ja]' 'type <'
		rest derde; printf '%s\n' 'expect Klaar?' 'type q' 'status 0'; } | signals && grep -q signal,other,third out
}
check 'what another told is no disclosure of the child' told_by_another

# Without a log the answer is a record by itself; with one the walk through the weighings begins.
cannot_wait() { # signal
	{ printf '%s\n' 'expect School' type 'expect gezien' "type $1"; rest zelf; cat; } <<-'END' | signals || return 1
	expect Kan dit wachten
	type <
	expect al bewaard
	expect Kan dit wachten
	type misschien
	expect Beoordeel vandaag de veiligheid, samen met Veilig Thuis: bel 0800-2000
	expect Afweging 2 van 5: veiligheid
	expect acute en/of structurele onveiligheid?
	type acuut
	expect Wie legt dit vast
	type af
	expect Waarom?
	type Nu.
	expect Klopt
	type ja
	expect MELD DIRECT
	expect Klaar?
	type q
	status 0
	END
	grep -q "^K-1,$(date +%F)T[0-9:]*,03AB00,answer,unsafe,acute,,af,Nu\.\$" out && lines out 3
}
check 'hunger that cannot wait: safety is judged' cannot_wait honger
check 'medical care that cannot wait: safety is judged' cannot_wait medische-zorg
check 'supervision that cannot wait: safety is judged' cannot_wait toezicht
check 'a shape that cannot wait: safety is judged' cannot_wait handafdruk

cannot_wait_with_log() {
	a_log log.csv K-1,2026-10-01,03AB00,need,sport,,,,
	{ printf '%s\n' 'expect gezien' 'type honger'; rest zelf; cat; } <<-'END' | play --kind signal --case K-1 --log log.csv || return 1
	expect Kan dit wachten
	type nee
	expect Afweging 2 van 5
	type <
	expect Dit is de eerste vraag
	expect Afweging 2 van 5
	type nee
	expect Wie legt dit vast
	type af
	expect Waarom?
	type Er is brood.
	expect Klopt
	type ja
	expect Afweging 1 van 5
	type q
	status 0
	END
	grep -q ',answer,unsafe,no,,af,Er is brood.$' log.csv && lines log.csv 4
}
check 'with a log the walk goes on from safety to what waits for an answer' cannot_wait_with_log

can_wait() {
	{ printf '%s\n' 'expect School' type 'expect gezien' 'type verdrietig'; rest zelf
		printf '%s\n' 'expect Klaar?' 'absent Kan dit wachten' 'type q' 'status 0'; } | signals
}
check 'another signal is not asked whether it can wait' can_wait

# The day on which the school knew.
known_signal() { # date known record-date-and-due [log line ...]
	local date=$1 known=$2 want=$3
	shift 3
	rm -f log.csv
	a_log log.csv K-1,2026-09-01,03AB00,need,sport,,,, "$@"
	play --kind signal --case K-1 --log log.csv <<-END || return 1
	expect gezien
	type verdrietig
	expect Hoe weet
	type derde
	expect Wanneer
	type $date
	expect Wanneer wist de school dit? [
	type $known
	expect Wie zag of hoorde
	type ib
	expect concreet)
	type Huilde.
	expect Klopt
	type ja
	expect Bewaard.
	type q
	status 0
	END
	grep -q "^K-1,${want%,*},03AB00,signal,low-mood,third,${want#*,},ib,Huilde\.\$" log.csv || { tail -1 log.csv; return 1; }
}
answered=K-1,2026-10-07T12:00,03AB00,answer,suspicion,no,,af,x
check 'the school knew the same day: no due' known_signal 3-10-2026 '' 2026-10-03,
check 'the school knew later' known_signal 3-10-2026 5-10-2026 2026-10-03,2026-10-05
check 'the school knew, before an answer without it: it counts from today' \
	known_signal 3-10-2026 5-10-2026 "2026-10-03,$(date +%F)" "$answered"
said() { # words, wherever their lines are broken
	tr '\n' ' ' < shown | grep -q "$1"
}
check 'which is said' said 'daarin telde dit signaal niet mee. Het telt daarom vanaf vandaag'
check 'the same day as the answer: it counts from today' known_signal 3-10-2026 7-10-2026 "2026-10-03,$(date +%F)" "$answered"
check 'the school knew after the answer: from that day' known_signal 3-10-2026 8-10-2026 2026-10-03,2026-10-08 "$answered"
check 'of the day of the answer: nobody knows which came first' known_signal 7-10-2026 '' 2026-10-07, "$answered"
check 'a signal from after the answer has its own day' known_signal 8-10-2026 '' 2026-10-08, "$answered"

today() { # what is typed
	{ printf '%s\n' 'expect School' type 'expect gezien' 'type verdrietig' 'expect Hoe weet' 'type zelf' 'expect Wanneer' \
		"type $1" 'expect Wie zag' 'absent wist de school' 'type 1' 'expect concreet)' 'type x' 'expect Klopt' 'type ja' \
		'type q' 'status 0'; } | signals && grep -q "^K-1,$(date +%F)T[0-9][0-9]:[0-9][0-9],03AB00" out
}
check 'today gets the time' today vandaag
check 'so does the date of today' today "$(date +%-d-%-m-%Y)"
check 'a time alone is of today' today 0:01
check 'a time as people write it' today 0u01

days_in_words() {
	{ printf '%s\n' 'expect School' type 'expect gezien' 'type verdrietig' 'expect Hoe weet' 'type zelf' 'expect Wanneer' \
		'type overmorgen' 'expect in de toekomst' 'type morgen 9:00' 'expect in de toekomst' 'type gisteren 9:05' \
		'expect wist de school' 'type vandaag' 'expect Wie zag' 'type -' 'expect concreet)' 'type x' 'expect Klopt' 'type ja' \
		'expect Bewaard.' 'type q' 'status 0'; } | signals &&
		holds out "K-1,$(date -d yesterday +%F)T09:05,03AB00,signal,low-mood,seen,$(date +%F),,x"
}
check 'a day in words, with a time; days ahead are answered as such' days_in_words

# A talk that went well does not hide what may not wait.
urgent_first() {
	a_log log.csv K-1,2026-10-01,03AB00,signal,disclosure-child,child,,teacher,x
	play --kind talk --case K-1 --log log.csv <<-'END'
	expect Met wie
	type vader
	expect verlopen?
	type wil-hulp
	expect Wanneer
	type 2-10-2026
	expect Wie
	type af
	expect afgesproken?
	type 
	expect Klopt
	type ja
	expect Uitkomst nu: vandaag de veiligheid beoordelen
	expect bel 0800-2000
	absent Benader iemand
	type q
	status 0
	END
}
check 'with a log, what the case asks for goes before what the talk alone would' urgent_first

one_parent() {
	play -s 03AB00 --kind talk --case K-1 <<-'END'
	expect School
	type 
	expect Met wie
	type moeder
	expect verlopen?
	type wil geen hulp
	expect Wanneer
	type 2-10-2026
	expect Wie
	type af
	expect afgesproken?
	type 
	expect Klopt
	type ja
	expect Ga naar de volgende stap: de meldcode
	expect Spreek ook de andere ouder, tenzij dat voor iemand niet veilig is.
	type q
	status 0
	END
}
check 'after a talk with one parent the other is not forgotten' one_parent

# No, and then Enter on everything but what was wrong.
no_keeps_all() {
	{ printf '%s\n' 'expect School' type 'expect gezien' 'type overig'
		rest kind 'expect Vertelde' 'type twijfel' | sed '/expect Klopt/,$d'; cat; } <<-'END' | signals || return 1
	expect Klopt
	type nee
	expect Wat u typte staat er nog
	expect School (BRIN en vestiging, zoals 03AB00) [03AB00]
	type 
	expect gezien of gehoord?
	expect [overig]
	type 
	expect Hoe weet
	expect [van het kind gehoord]
	type 
	expect Vertelde
	expect [twijfel]
	type nee
	expect Wanneer [
	type 
	expect [leerkracht]
	type -
	expect Uw tekst staat er al
	keys \x05 Meer.\r
	expect Klopt
	type ja
	expect Bewaard.
	expect Klaar?
	type q
	status 0
	END
	grep -q ',signal,other,child,,,Tekst. Meer.$' out && lines out 2
}
check 'after a no everything that was typed stands there again' no_keeps_all

# A log of two schools, and one of one.
schools() {
	a_log two.csv K-1,2026-10-01,03AB00,need,sport,,,, K-2,2026-10-01,12CD00,need,sport,,,,
	a_log one.csv K-1,2026-10-01,03AB00,need,sport,,,,
	printf '%s\n' 'expect School' 'type q' 'status 0' | play --kind need --log two.csv &&
		printf '%s\n' 'expect Zaak' 'absent School' 'type q' 'status 0' | play --kind need --log one.csv &&
		printf '%s\n' 'expect praktische' 'absent School' 'type q' 'status 0' | play --kind need --case K-2 --log two.csv &&
		printf '%s\n' 'expect Zaak' 'absent School' 'type q' 'status 0' | play --kind need -s 12CD00 --log two.csv &&
		printf '%s\n' 'expect School (BRIN en vestiging, zoals 03AB00) [12CD00]' 'type q' 'status 0' |
		play --kind need -s 12CD00 --log one.csv &&
		printf '%s\n' 'expect praktische' 'absent School' 'type q' 'status 0' | play --kind need --case K-9 --log one.csv
}
check 'a school that the log knows is not asked' schools

by_variable() {
	a_log one.csv K-1,2026-10-01,03AB00,need,sport,,,,
	printf '%s\n' 'expect Zaak' 'absent School' 'type q' 'status 0' |
		MC_LOG=$PWD/one.csv play --kind need
}
check 'the log may be that of MC_LOG' by_variable

school_once() {
	rm -f new.csv
	play --kind need --log new.csv <<-'END' && grep -q '^K-2,.*,03AB00,need,bicycle,' new.csv
	expect School
	type 03AB00
	expect Zaak
	type K-1
	expect praktische
	type sport
	expect Wanneer
	type 
	expect Wie
	type 
	expect Toelichting
	type 
	expect Klopt
	type ja
	expect Klaar?
	expect Zaak
	absent School
	type K-2
	expect praktische
	type fiets
	expect Wanneer
	type 
	expect Wie
	type 
	expect Toelichting
	type 
	expect Klopt
	type ja
	expect Bewaard.
	type q
	status 0
	END
}
check 'in a new log the school is asked once' school_once

questions() {
	play -s 03AB00 --kind answer --case K-1 <<-'END' || return 1
	expect School
	type 
	expect Welke afweging?
	expect 1b afweging 1b
	expect 2 afweging 2
	type 9
	expect geen nummer 9
	type 2
	expect acute en/of structurele onveiligheid?
	type <
	expect Welke afweging?
	type hulp aanvaarden
	expect Aanvaarden de betrokkenen de hulp
	type ja
	expect Wanneer
	type 2-10-2026
	expect Wie
	type af
	expect Waarom?
	type Ja.
	expect Klopt
	type ja
	expect Leg nu vast wat er is afgesproken.
	expect Hulpplan: doel
	type Ontbijt.
	expect Klopt
	type ja
	expect Hulpplan: termijn
	type q
	status 0
	END
	holds out 'K-1,2026-10-02,03AB00,answer,accepts,yes,,af,Ja.' &&
		grep -q "^K-1,$(date +%F)T[0-9:]*,03AB00,plan,goal,,,af,Ontbijt.\$" out
}
check 'a question has its own number; accepted help goes on to the plan' questions

agreement() {
	play -s 03AB00 --kind plan --case K-1 <<-'END' && holds out 'K-1,2026-10-02,03AB00,plan,agreement,,,af,Oma haalt op.'
	expect School
	type 
	expect Welke afspraak?
	type veiligheidsafspraak
	expect Gekozen: veiligheidsafspraak of andere afspraak met het gezin.
	expect Wanneer
	type 2-10-2026
	expect Wie
	type af
	expect precies afgesproken?:
	type 
	expect in woorden nodig
	type Oma haalt op.
	expect Klopt
	type ja
	expect Bewaard.
	type q
	status 0
	END
}
check 'a safety agreement with the family' agreement

# What was done by one partner alone is not asked by whom; said is what is told then.
done_by_one() { # action pair said
	play -s 03AB00 --kind 'done' --case K-1 <<-END && holds out "K-1,2026-10-02,03AB00,done,$2,,af,"
	expect School
	type 
	expect Wat is er gedaan?
	type $1
	expect Wanneer
	absent Wie deed dit
	type 2-10-2026
	expect Wie legt dit vast
	type af
	expect Toelichting
	type 
	expect Klopt
	type ja
	expect $3
	type q
	status 0
	END
}
check 'a report is made to Veilig Thuis, and the answer that asked for it belongs to it' \
	done_by_one 'gebeld om te melden' veilig-thuis,report-now 'Leg ook het antwoord vast dat om de melding vroeg'
check 'feedback is of Veilig Thuis' done_by_one teruggekoppeld veilig-thuis,feedback Bewaard.
check 'a talk that was done is recorded as a talk as well' done_by_one gesprek af,talk 'Leg ook vast wat eruit kwam'
check 'comfort is given by the attention officer' done_by_one opgevangen af,comfort Bewaard.

done_by_several() {
	play -s 03AB00 --kind 'done' --case K-1 <<-'END' && holds out 'K-1,2026-10-02,03AB00,done,kernteam,discuss,,,'
	expect School
	type 
	expect Wat is er gedaan?
	absent geen vervolgactie
	type besproken
	expect Gekozen: bespreken.
	expect Wie deed dit, of bij wie is het gedaan?
	expect 1 aandachtsfunctionaris
	expect 2 kernteam
	absent 3
	type socius
	expect niet in de lijst
	type kernteamoverleg
	expect Wanneer
	type <
	expect [kernteam]
	type <
	expect [bespreken]
	type 
	expect [kernteam]
	type 
	expect Wanneer
	type 2-10-2026
	expect Wie
	type -
	expect Toelichting
	type 
	expect Klopt
	type ja
	expect Bewaard.
	type q
	status 0
	END
}
check 'of several partners those alone are shown whom the action fits' done_by_several

check 'nothing is left in the home folder' no_trace
finish
