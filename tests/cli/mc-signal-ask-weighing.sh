#!/usr/bin/env bash
#
# Goal: a person walks through the weighings as the framework says, and is told at
# once what may not wait.
#
#   BIN=build/bin tests/cli/mc-signal-ask-weighing.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2154,SC2317 # the helpers' variables; checks called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/ask-helpers"

# A case with two signals and a talk; more lines may follow.
a_case() {
	a_log log.csv \
		'K-1,2026-10-01,03AB00,signal,hygiene,seen,,teacher,Vies.' \
		'K-1,2026-10-02,03AB00,signal,hunger,seen,,teacher,Honger.' \
		'K-1,2026-10-03,03AB00,talk,parents,no-help,,ib,Geen hulp.' \
		'K-2,2026-10-03,03AB00,signal,fear,seen,,ib,Anders.' "$@"
}

begin() { # question
	printf '%s\n' "expect Vraag [$1]" type 'expect Wanneer' type 'expect Wie' 'type af'
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
	a_case 'K-1,2026-10-03,03AB00,signal,contact,seen,,ib,Gebeld.' 'K-1,2026-10-03,03AB00,signal,protective,seen,,ib,Oma.'
	{ begin 1; answer 'Afweging 1 van 5' twijfel; printf '%s\n' 'expect Uitkomst nu: twijfel' \
		'expect Veilig Thuis: 0800-2000, ook anoniem' 'status 0' modes; } | walk &&
		answers suspicion,doubt && grep -q ',Omdat: twijfel$' log.csv &&
		grep -q '^Signalen: 2; het nieuwste van 2 oktober 2026' shown && ! grep -q 'Honger\.' shown
}
check 'weighing: doubt about the suspicion stops at consulting' walk_doubt

walk_grey() {
	a_case
	{ begin 1; answer 'Afweging 1 van 5' nee; answer 'Na afweging 1' 1
		printf '%s\n' 'expect Uitkomst nu: grijs gebied' 'expect nog geen datum van herbeoordeling' \
			'expect Dit is het grijze gebied' 'expect Hulpplan: datum van herbeoordeling' 'type q' 'status 0'; } | walk &&
		answers 'suspicion,no concern,yes'
}
check 'weighing: no suspicion, concerns remain: grey area' walk_grey

walk_close() {
	a_case
	{ begin 1; answer 'Afweging 1 van 5' nee; answer 'Na afweging 1' nee
		printf '%s\n' 'expect Uitkomst nu: afsluiten' 'expect nog geen overleg' 'expect Doe eerst nog wat ontbreekt' \
			'expect Sluit daarna af' 'status 0'; } | walk &&
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
		printf '%s\n' 'absent Meld bij' 'expect Uitkomst nu: direct' 'status 0'; } | walk &&
		answers 'suspicion,yes unsafe,acute can-help,yes accepts,no'
}
check 'weighing: with Veilig Thuis 3 to 5 are gone through' walk_with_vt

walk_help() { # answers-to-3-and-4 said log
	a_case
	{ begin 1; answer 'Afweging 1 van 5' ja; answer 'Afweging 2 van 5' nee; answer 'Afweging 3 van 5' "$1"
		[ -z "$2" ] || answer 'Afweging 4 van 5' "$2"
		printf '%s\n' "expect $3" 'status 0'; } | walk && answers "suspicion,yes unsafe,no $4"
}
check 'weighing: no help possible: report, stop' walk_help nee '' 'Meld bij Veilig Thuis: 0800-2000' can-help,no
check 'weighing: doubt about help: consult, stop' walk_help twijfel '' 'Hier stopt' can-help,doubt
check 'weighing: help not accepted: report, stop' walk_help ja nee 'Meld bij Veilig Thuis: 0800-2000' 'can-help,yes accepts,no'
check 'weighing: doubt about accepting: consult, stop' walk_help ja twijfel 'Hier stopt' 'can-help,yes accepts,doubt'

# In one go from the accepted help to its plan; the date is known, and who records it.
walk_plan() {
	a_case
	{ begin 1; answer 'Afweging 1 van 5' ja; answer 'Afweging 2 van 5' nee; answer 'Afweging 3 van 5' ja
		answer 'Afweging 4 van 5' ja; cat; } <<-'END' | walk || return 1
	expect Uitkomst nu: hulp organiseren
	expect nog geen doel
	expect nog geen termijn
	expect nog geen casemanager
	expect Bied de hulp volgens het plan
	absent resultaat:
	expect Hulpplan: doel op veiligheid
	expect precies afgesproken?
	type Elke dag ontbijt
	expect Klopt
	type ja
	expect Hulpplan: termijn
	expect Welke datum is afgesproken?
	type <
	expect Dit is de eerste vraag
	expect Welke datum is afgesproken?
	type overmorgen
	expect precies
	type 
	expect Klopt
	type ja
	expect Hulpplan: casemanager
	expect Wie is de casemanager?
	type juf
	expect Gekozen: leerkracht.
	expect precies
	type 
	expect Klopt
	type ja
	expect Bewaard.
	status 0
	END
	answers 'suspicion,yes unsafe,no can-help,yes accepts,yes' &&
		grep -q "^K-1,$(date +%F)T.*,plan,goal,,,af,Elke dag ontbijt\$" log.csv &&
		grep -q ",plan,term,,$(date -d '2 days' +%F),af,\$" log.csv && grep -q ',plan,casemanager,teacher,,af,$' log.csv
}
check 'weighing: help accepted: goal, term and case manager follow, no result is asked' walk_plan

# A case whose help runs.
a_running_case() {
	a_case 'K-1,2026-10-04,03AB00,answer,suspicion,yes,,af,x' 'K-1,2026-10-04,03AB00,answer,unsafe,no,,af,x' \
		'K-1,2026-10-04,03AB00,answer,can-help,yes,,af,x' 'K-1,2026-10-04,03AB00,answer,accepts,yes,,af,x' \
		'K-1,2026-10-04,03AB00,plan,term,,2150-11-01,af,x' "$@"
}
running='suspicion,yes unsafe,no can-help,yes accepts,yes'

walk_not_judged() {
	a_running_case
	{ begin 5; printf '%s\n' 'expect Afgesproken termijn: 1 november 2150' 'expect termijn bereikt' 'type nee' \
		'expect Dan komt afweging 5 later' 'expect Uitkomst nu: hulp' 'expect Hulpplan: doel' 'type q' 'status 0'; } |
		walk && answers "$running"
}
check 'weighing: the result is not asked before it is judged' walk_not_judged

walk_result() { # answer token < what follows
	a_running_case
	{ begin 5; printf '%s\n' 'expect termijn bereikt' 'type ja'; answer 'Afweging 5 van 5' "$1"
		cat; } | walk && answers "$running result,$2"
}
check 'weighing: result reached: end with agreements' walk_result ja yes <<-'END'
	expect Uitkomst nu: afsluiten met afspraken over volgen
	expect nog geen afspraak over het volgen
	expect De hulp kan eindigen
	expect Hulpplan: afspraak over het volgen
	type q
	status 0
END
check 'weighing: result not reached: report' walk_result nee no <<-'END'
	expect Meld bij Veilig Thuis
	expect Uitkomst nu: melden
	status 0
END
check 'weighing: doubt about the result: consult' walk_result twijfel doubt <<-'END'
	expect Uitkomst nu: twijfel
	expect Hier stopt de weging
	expect Hulpplan: doel
	type q
	status 0
END

walk_stale() {
	a_running_case 'K-1,2026-10-05,03AB00,signal,hunger,seen,,teacher,Weer.'
	{ cat <<-'END'; begin 2; answer 'Afweging 2 van 5' nee; printf '%s\n' 'expect Afweging 3' 'type q' 'status 0'; } | walk || return 1
	expect Nog niet meegewogen: 1.
	expect 2  Afweging 2 van 5: veiligheid: nee (4 oktober 2026), achterhaald
	END
	answers "$running unsafe,no"
}
check 'weighing: begins with what a new signal has overtaken' walk_stale

walk_again() {
	a_running_case
	walk <<-'END' && answers "$running"
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
	expect structurally unsafe?
	type q
	expect 1 record kept.
	status 0
	END
}
check 'weighing: a new case, in English' walk_unknown

no_log_yet() {
	rm -f new.csv
	{ printf '%s\n' 'expect School' type; begin 1; answer 'Afweging 1 van 5' nee
		printf '%s\n' 'expect Na afweging 1' 'type q' 'status 0'; } |
		play -s 03AB00 --kind answer --case K-1 --log new.csv && lines new.csv 2
}
check 'weighing: a log that does not exist yet' no_log_yet

walk_refused() {
	a_case 'K-1,2026-10-04,03AB00,signal,nonsense,seen,,af,x' 'K-1,2026-10-05,03AB00,signal,vgv,seen,,af,x' \
		'K-1,2026-10-05,03AB00,signal,fgm,seen,,af,x'
	walk <<-'END'
	expect Signalen: 3;
	expect Uitkomst nu: eerst Veilig Thuis of een deskundige
	expect Let op: een regel van deze zaak in het logboek is niet te lezen.
	expect Praat hierover nog niet met de ouders.
	type q
	status 0
	END
}
check 'weighing: a line that cannot be read is told, and so is what may not wait' walk_refused

# A child has told; nobody has judged its safety yet.
a_disclosure() {
	a_log log.csv 'K-1,2026-10-05T09:00,03AB00,signal,disclosure-child,child,,teacher,Zei het.' "$@"
}

walk_safety() {
	a_disclosure
	{ begin 2; answer 'Afweging 2 van 5' nee; printf '%s\n' 'expect bel 0800-2000' \
		'expect Uitkomst nu: vandaag de veiligheid beoordelen' 'absent sluit' 'status 0'; } | walk && answers unsafe,no
}
check 'weighing: a disclosure begins at safety, and Veilig Thuis is called whatever is answered' walk_safety

# What was closed before a child told is not closed now.
walk_safety_of_closed() {
	a_disclosure 'K-1,2026-10-01,03AB00,answer,suspicion,no,,af,x' 'K-1,2026-10-01,03AB00,answer,concern,no,,af,x'
	{ begin 2; answer 'Afweging 2 van 5' nee; printf '%s\n' 'expect Uitkomst nu: vandaag' 'status 0'; } | walk &&
		! grep -iq sluit shown && answers 'suspicion,no concern,no unsafe,no'
}
check 'weighing: what was closed before is not spoken of as closed' walk_safety_of_closed

walk_safety_called() {
	a_disclosure 'K-1,2026-10-05T10:00,03AB00,consult,veilig-thuis,anonymous,,af,Kijk samen.'
	{ cat <<-'END'; answer 'Afweging 2 van 5' nee; printf '%s\n' 'expect Afweging 1 van 5' 'type q' 'status 0'; } | walk || return 1
	expect Afweging 2 (veiligheid) is nog niet beantwoord.
	expect Veilig Thuis is al gevraagd. Beantwoord nu afweging 2 (veiligheid).
	absent bel 0800
	expect Vraag [2]
	type de veiligheid
	expect Welke vraag is dat?
	type veiligheid
	expect Wanneer
	type 
	expect Wie
	type af
	END
	answers unsafe,no
}
check 'weighing: Veilig Thuis was asked: safety, then the suspicion; a question by its printed word' walk_safety_called

# First the phone, then the pen.
walk_reported() {
	a_disclosure "K-1,$(date +%F)T00:00,03AB00,done,veilig-thuis,report-now,,af,Gebeld."
	{ begin 2; answer 'Afweging 2 van 5' onthulling; cat; } <<-'END' | walk && answers unsafe,disclosure
	absent MELD
	expect Doorloopt u
	type 
	expect Hier stopt de weging, tot u samen met Veilig Thuis verdergaat.
	expect Uitkomst nu: gemeld: kind blijven volgen.
	expect De melding is gedaan.
	absent MELD
	status 0
	END
}
check 'weighing: reported first and written down after: not to be reported again' walk_reported

walk_staff() {
	a_case 'K-1,2026-10-04,03AB00,answer,suspicion,doubt,,af,x' 'K-1,2026-10-05,03AB00,signal,staff,third,,ib,x'
	walk <<-'END'
	expect Uitkomst nu: vermoeden over een medewerker
	expect Daarnaast, voor de thuissituatie: twijfel: overleggen.
	expect Er is voor deze weging nog geen overleg vastgelegd (stap 2).
	expect Er is voor deze weging nog geen gesprek met het kind vastgelegd.
	expect Vertel het direct aan het bevoegd gezag
	expect Vraag [1]
	type q
	status 0
	END
}
check 'weighing: beside a duty about staff the home is told' walk_staff

walk_change() {
	a_case
	{ begin 1; cat; } <<-'END' | walk && answers suspicion,doubt && grep -q ',Omdat het zo is.$' log.csv
	expect Afweging 1 van 5
	type ja
	expect Waarom?
	type Omdat
	expect Klopt
	type nee
	expect Wat u typte staat er nog
	expect [ja]
	type twijfel
	expect Uw tekst staat er al
	keys \x05 het zo is.\r
	expect Klopt
	type ja
	expect Bewaard.
	status 0
	END
}
check 'weighing: after a no answer and argument can be changed' walk_change

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

check 'nothing is left in the home folder' no_trace
finish
