#!/usr/bin/env bash
#
# Goal: read aloud, what a paper says is true of its case, and said once.
#
#   BIN=build/bin tests/cli/mc-report-words.sh
#
# Small stories go the whole way, from records to paper.  TAP on standard
# output; exits 1 when a test fails.

# shellcheck disable=SC2016,SC2154,SC2317 # the checks are called by name, or evaluated later
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/report-helpers"

# One case of the day and kind of each line, weighed and referred.
story() { sed 's/^/S-1,2026-/; s/ /,03AB00,/'; }
paper() { # type, option ... < story
	story | "$bin/mc-weigh" -a 2026-10-30 | "$bin/mc-refer" > "$scratch/records"
	run -a 2026-10-30 -t "$@" < "$scratch/records"
}

hunger='10-01 signal,hunger,seen,,teacher,Geen brood mee.'
wants='10-05 talk,parents,wants-help,,ib,Zij willen hulp.'
suspicion='10-06 answer,suspicion,yes,,af,Reden.'
unsafe='10-06 answer,unsafe,yes,,af,Reden.'
reported='10-07 done,veilig-thuis,report,,af,Gemeld.'
told='10-08 done,af,tell-parents,,af,Verteld.'
lines() { printf '%s\n' "$@"; }

# ------------------------------------------------------------------- the agenda

paper agenda < <(lines "$hunger" "$suspicion" "$unsafe" "$reported")
check 'agenda: a report that was made is of no day on which it was not' eval 'fine &&
    has "Er is gemeld bij Veilig Thuis; de reden daarvoor is van di 6 okt. (R03)" && lacks "telt vanaf"'
paper agenda < <(lines '10-27 signal,disclosure-child,child,,teacher,Verteld.' '10-27 consult,veilig-thuis,anonymous,,af,Advies.')
check 'agenda: what had to be today is not today for ever' eval 'fine &&
    has "Na een signaal of gesprek van di 27 okt is de veiligheid nog niet beoordeeld; dat moet dezelfde dag." && lacks "om vandaag"'
paper agenda < <(lines "$hunger" '10-20 answer,suspicion,doubt,,af,Reden.')
check 'agenda: a doubt is of its own day, and not of that of the concerns' eval 'fine && lacks "Sinds do 1 okt is er twijfel" &&
    has "Sinds do 1 okt zijn er zorgen waarover nog met niemand is overlegd, en er is twijfel over afweging 1 (vermoeden): maak die bespreekbaar binnen de school. (R14)" &&
    has "Sinds di 20 okt is er twijfel over afweging 1 (vermoeden). (R16)"'
paper agenda < <(lines "$hunger" '10-02 consult,colleague,named,,teacher,Overleg.' '10-20 answer,suspicion,doubt,,af,Reden.')
check 'agenda: a doubt is talked over within the school' eval 'fine &&
    has "Sinds di 20 okt is er twijfel over afweging 1 (vermoeden): maak die bespreekbaar binnen de school. (R14)"'
helped() { lines "$hunger" "$wants" "$suspicion" '10-06 answer,unsafe,no,,af,Reden.' '10-06 answer,can-help,yes,,af,Reden.' \
    '10-06 answer,accepts,yes,,af,Reden.' '10-06 plan,goal,,,af,Doel.' '10-06 plan,casemanager,socius,,af,' "10-06 plan,term,,$1,af,"; }
paper agenda < <(helped 2026-12-18)
check 'agenda: help that was accepted has not begun by that' eval 'fine && lacks "loopt de hulp" &&
    has_all "Op di 6 okt hebben de betrokkenen de hulp aanvaard. (R25)" "Op di 6 okt is de hulp aanvaard; de afgesproken termijn is vr 18 dec. (R26)"'
paper agenda -l en < <(helped 2026-10-23)
check 'agenda: a term that passed' has 'The help was accepted on Tue 6 Oct. The agreed term of Fri 23 Oct has passed, and the result of the help was not judged yet. (R26)'
grey() { lines "$hunger" '10-06 answer,suspicion,no,,af,Reden.' '10-06 answer,concern,yes,,af,Reden.' "10-06 plan,review,,$1,af,"; }
paper agenda < <(grey 2026-10-20)
check 'agenda: a review that passed' has 'De herbeoordeling was afgesproken op di 20 okt, en is nog niet gedaan. (R27)'
paper agenda < <(grey 2026-12-01)
check 'agenda: a review to come' has 'de herbeoordeling is afgesproken op di 1 dec. (R27)'

paper overview < <(lines "$hunger" "$wants")
check 'overview: it waits for somebody, with the article' has 'Wacht op SOCIUS (maatschappelijk werk), uiterlijk ma 12 okt (te laat): samen met ouders in gesprek.'
paper overview < <(lines '10-29 signal,staff,child,,teacher,Verteld.')
check '... so for the board' has 'Wacht op het bevoegd gezag, uiterlijk do 29 okt (te laat)'

paper agenda < <(lines '10-20 signal,protective,seen,,teacher,Oma haalt op.')
check 'agenda: a case without a concern has none' eval 'fine && lacks "zijn er zorgen" &&
    has "De zaak loopt sinds di 20 okt; er is nog geen gesprek met de ouders vastgelegd. (R21)"'
paper agenda -l en < <(lines '10-06 answer,suspicion,doubt,,af,Reden.' '10-07 answer,suspicion,no,,af,Reden.' '10-07 answer,concern,yes,,af,Reden.')
check '... nor one of which only the answers are recorded' eval 'fine && lacks "there are concerns" &&
    has "The case has been open since Tue 6 Oct; no consultation has been recorded yet. (R37)"'

# ----------------------------------------------------------------- the referral

paper referral -p socius < <(lines "$hunger" '10-05 talk,one-parent,wants-help,,ib,Moeder wil hulp.')
check 'referral: one parent who wants help is not the family' eval 'fine && lacks "Het gezin staat open" &&
    has "Eén ouder wil hulp; daarom is deze vraag met naam. De andere ouder weet dat misschien nog niet."'
paper referral -p socius < <(lines "$hunger" "$wants")
check 'referral: both are' eval 'has "Het gezin staat open voor hulp" && lacks "Eén ouder"'
paper referral -p kernteam < <(grey 2026-10-20)
check 'referral: what happens next is not in the past' has 'zo snel mogelijk aandachtsfunctionaris opnieuw beoordelen hoe het gaat'
paper referral -p kernteam -l en < <(grey 2026-12-01)
check 'referral: a day to come is told' has 'December 2026 attention officer judge again how it goes'

# --------------------------------------------------------------- the chronology

paper chronology < <(lines "$hunger" "$wants" "$suspicion" '10-06 answer,unsafe,no,,af,Reden.' '10-06 answer,can-help,yes,,af,Reden.' \
    '10-06 answer,accepts,yes,,af,Reden.' '10-08 signal,hunger,seen,,teacher,Weer.' '10-09 talk,child,no-concern,,teacher,Gesprek.')
check 'chronology: a talk is a sentence' has '5 oktober 2026: gesprek met de ouders of verzorgers: zij herkennen de zorgen en willen hulp (intern'
check 'chronology: answers that are missing are named once' has 'antwoord op afweging 2, 3 en 4, doel van de hulp'
paper chronology < <(lines "$hunger" '10-08 signal,staff,child,,teacher,Verteld.')
check 'chronology: on top stands what goes on beside a duty about staff' has 'buiten de meldcode (regel W08); ook: eerst in gesprek met ouders en kind (regel W14)'

# ---------------------------------------------------------------------- the talk

paper talk < <(lines "$hunger")
check 'talk: who leads, who writes, both parents, no Friday' in_order 'Wat u vooraf afspreekt' 'Nodig de ouders uit die het gezag hebben, allebei, tenzij' \
    'Kies geen vrijdag' 'Wie leidt het gesprek? ___' 'Wie schrijft mee? ___' 'Wat op school is gezien'
check 'talk: anger, and how to close' in_order 'Wat u vraagt, in deze volgorde' 'Als een ouder boos wordt' 'Voelt het niet veilig?' \
    'Hoe u het gesprek afsluit' 'Na het gesprek'
check 'talk: a line for each point' has 'Op het gespreksblad is bij elk punt een regel open.'
check 'talk: nothing of a report' lacks_all 'heeft gemeld' 'melding nodig'
paper talk < <(lines "$wants")
check 'talk: nothing was seen, so there is no point' eval 'has "Op het gespreksblad is een regel open." && lacks "elk punt"'
paper talk < <(lines "$hunger" "$suspicion" '10-06 answer,unsafe,no,,af,Reden.' '10-06 answer,can-help,no,,af,Reden.')
check 'talk: a report is needed' eval 'notices "Voor deze zaak is een melding nodig." && lacks "heeft gemeld"'
paper talk < <(lines "$hunger" "$suspicion" "$unsafe" "$reported")
check 'talk: a report was made' eval 'notices "De school heeft gemeld. Vraag eerst aan" && lacks "is een melding nodig"'
paper talk < <(lines "$hunger" "$suspicion" "$unsafe" "$reported" "$told")
check 'talk: and the parents know it' eval 'notices "De school heeft gemeld, en de ouders weten dat." && lacks "geen toestemming"'
paper talk -l en < <(grey 2026-12-01)
check 'talk: in the grey area the next step is the support of the kernteam' eval 'fine && lacks "the meldcode at school" &&
    has "Then ask the kernteam for support: explore together whether the family is in the grey area"'

# ----------------------------------------------------------------- Veilig Thuis

paper veilig-thuis < <(lines "$hunger" "$suspicion" "$unsafe" "$reported" '10-20 done,veilig-thuis,report,,af,Nog eens.' '10-05 talk,parents,skipped-contact,,af,Waarom.')
check 'Veilig Thuis: the newest report first' in_order 'Spoed' '20 oktober 2026: eerder gemeld' '7 oktober 2026: eerder gemeld' 'Waarom wij melden'
check 'Veilig Thuis: why there was no talk is written once' eval '[ "$(count_of Waarom.)" -eq 1 ]'
paper veilig-thuis < <(lines "$hunger" '10-06 answer,suspicion,doubt,,af,Reden.')
check 'Veilig Thuis: what is open' has 'Nog niet beantwoord: afweging 2, 3, 4 en 5.'

# ------------------------------------------- a case of which no line can be read

unread() { # type, option ...
	printf 'S-1,2026-10-20,03AB00,signal,nonsense,seen,,teacher,GEHEIM\n' | "$bin/mc-weigh" -a 2026-10-30 2> /dev/null |
		"$bin/mc-refer" > "$scratch/records"
	run -a 2026-10-30 -t "$@" < "$scratch/records"
	fine && papers 1 && notices "Van deze zaak kon geen enkele regel worden gelezen." && has 'Niet te lezen: zaak S-1' && lacks GEHEIM
}
for type in chronology talk veilig-thuis inspection 'talk -P child' 'transfer -f text -c S-1'; do
	# shellcheck disable=SC2086 # a type and its options
	check "no line could be read: $type says so, and nothing else" unread $type
done
unread transfer -c S-1 > /dev/null
check 'no line could be read: the records to transfer lack them, and it is said' eval 'ends 0 && same "$scratch/out" <(echo "$header") && says "S-1"'
unread inspection -f html > /dev/null
check '... the title of the file names no case' eval 'is_well_formed && [ "$(count_of "<title>Niet alles kon worden gelezen</title>")" -eq 1 ]'
run -a 2026-10-30 -t overview < "$scratch/records"
check '... and the overview knows no newest fact' eval 'has "Sinds vr 30 okt; geen enkele regel van deze zaak kon worden gelezen. Wacht op" && lacks "nieuwste feit"'
{ cat "$scratch/records"; echo S-2,2026-10-20,03AB00,signal,fear,seen,,teacher,Schrok.; } > "$scratch/family"
run -a 2026-10-30 -t veilig-thuis -c S-1 -c S-2 < "$scratch/family"
check 'Veilig Thuis: a child of the family that could not be read is told before the report' in_order \
    'Niet te lezen: zaak S-1' 'Van deze zaak kon geen' 'Eerst nalezen' 'Melding bij Veilig Thuis'

# ------------------------------------------------------------------- readiness

run -t readiness -a 2026-10-30 < <(printf ',2026-09-01,03AB00,school,%s,,head,\n' af,no meldcode,yes team,yes website,yes)
check 'readiness: what is not known is asked once' eval 'fine && [ "$(count_of "Zo niet")" -eq 1 ] && in_order \
    "- Stel een geschoolde" "Van het volgende is niet bekend of het op orde is." "- School kent de werkwijze van Veilig Thuis: zorg dat" "- Actief kernteam"'
run -t readiness -a 2026-10-30 < <(printf ',2026-09-01,03AB00,school,%s,yes,,head,\n' af meldcode team veilig-thuis kernteam website)
check 'readiness: and not when all is known' eval 'fine && lacks "Zo niet"'

# ------------------------------------------------- rules that are named by their number

"$bin/mc-signal" -s 03AB00 "$data/observaties.csv" | "$bin/mc-weigh" -a 2026-10-30 | "$bin/mc-refer" > "$scratch/all"
# A paper that names a rule names the command that tells it in words; no other names either.
tells_rules() { # tool, type, option ...
	run -a 2026-10-30 -t "${@:2}" < "$scratch/all"
	fine && grep -qE "\([a-z ]*[WR][0-9]{2}\)" "$scratch/out" && has "$1 --explain" && ! grep -q -e "--explain [^WR]" "$scratch/out"
}
names_no_rule() { # type, option ...
	run -a 2026-10-30 -t "$@" < "$scratch/all"
	ends 0 && ! grep -qE '\b[WR][0-9]{2}\b' "$scratch/out" && lacks --explain
}
for language in nl en; do
	for format in text html; do
		for type in mc-weigh:overview mc-weigh:chronology mc-refer:agenda; do
			check "${type#*:}, $format, $language: the command that tells a rule in words" \
			    tells_rules "${type%:*}" "${type#*:}" -l $language -f $format
		done
		for type in referral talk veilig-thuis inspection retention readiness; do
			check "$type, $format, $language: no rule by its number" names_no_rule $type -l $language -f $format
		done
	done
	check "the calendar, $language: the command for its rule with each event" eval 'tells_rules mc-refer agenda -l $language -f ics &&
	    [ "$(tr -d "\r" < "$scratch/out" | sed ":a; N; \$!ba; s/\n //g" | grep -cE "^DESCRIPTION:.*\((R[0-9]+)\).n.*--explain \1$")" -eq "$(grep -c "^DESCRIPTION" "$scratch/out")" ]'
done

finish
