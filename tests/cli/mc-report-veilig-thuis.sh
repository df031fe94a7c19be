#!/usr/bin/env bash
#
# Goal: a report to Veilig Thuis holds every block that Veilig Thuis asks for,
# filled in from the records or with a line to write on; it refuses nothing,
# and says what is missing.
#
#   BIN=build/bin tests/cli/mc-report-veilig-thuis.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2016,SC2317 # the checks are called by name, or evaluated later
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/report-helpers"

# V-1 has everything, V-2 next to nothing; both of one family.
cat > "$scratch/records" << 'EOF'
case,date,school,kind,code,value,due,by,text
V-1,2026-10-06,03AB00,signal,injury,seen,,teacher,FEIT blauwe plek op de arm.
V-1,2026-10-20T09:15,03AB00,signal,tells-violence,child,,teacher,"FEIT ""papa slaat mama""."
V-1,2026-10-21,03AB00,signal,protective,third,,teacher,BESCHERMT oma woont dichtbij.
V-1,2026-10-21,03AB00,signal,staff,child,,teacher,MEDEWERKER
V-1,2026-10-21,03AB00,signal,pupil,child,,teacher,LEERLING
V-1,2026-10-21,03AB00,done,board,staff-duty,,head,MEDEWERKER
V-1,2026-10-21,03AB00,consult,inspector,anonymous,,head,MEDEWERKER
V-1,2026-10-21,03AB00,consult,veilig-thuis,anonymous,,af,ADVIES melden.
V-1,2026-10-22,03AB00,talk,child,no-concern,,teacher,KINDGESPREK liever niets.
V-1,2026-10-23,03AB00,talk,parents,skipped-safety,,af,REDEN een gesprek is gevaarlijk.
V-1,2026-10-24,03AB00,answer,suspicion,yes,,af,ARGUMENT het verhaal is concreet.
V-1,2026-10-24,03AB00,answer,unsafe,structural,,af,ARGUMENT het houdt aan.
V-1,2026-10-24,03AB00,plan,goal,,,af,DOEL rust in huis.
V-1,2026-10-24,03AB00,need,food,,,af,NODIG een maaltijd.
V-2,2026-10-25,03AB00,signal,fear,seen,,teacher,ZUSJE schrok.
EOF
report() { run -t veilig-thuis -a 2026-10-30 "$@"; }
# What the attention officer reads first; the report itself.
checklist() { sed '/^####/,$d' "$scratch/out" | tr -s ' \n' ' '; }
itself() { sed '1,/^####/d' "$scratch/out" | tr -s ' \n' ' '; }
misses() { checklist | grep -qF -e "$1"; }
misses_not() { ! misses "$1"; }
reports() { itself | grep -qF -e "$1"; }
reports_not() { ! reports "$1"; }
misses_all() { local part; for part; do misses "V-2: $part" || { echo "# not missing: $part"; return 1; }; done; }
lines_for() { local label; for label; do reports "$label ___" || { echo "# no line: $label"; return 1; }; done; }

report < <(of V-1)
check 'facts alone are enough; what to read first, and the report' eval 'fine && papers 2 &&
    in_order "Eerst nalezen: wat nog ontbreekt" "Melding bij Veilig Thuis"'
check 'every block, in a sensible order' in_order 'Melding bij Veilig Thuis' 'Zaak       V-1' \
    'School     03AB00' 'Spoed' 'Waarom wij melden' 'Wie meldt' 'Over wie het gaat' 'Ouders en verzorgers' \
    'Wat is gezien en gehoord' 'Wat het kind zelf zegt' 'Wat beschermt, en wat de zorgen tegenspreekt' \
    'Wat er al is gedaan' 'Hoe wij hebben gewogen' 'Welke afspraken er zijn' \
    'Welke praktische hulp nodig is' 'Veiligheid, hulp en netwerk' 'Wat het gezin weet' \
    'Wat wij doen, en wat wij van u vragen' 'Datum en handtekening'
check 'lines for what is never in records' lines_for 'Naam (verplicht)' Functie 'School en vestiging' \
    'Telefoon, en wanneer bereikbaar' 'Relatie tot het gezin, en sinds wanneer' 'Geboortedatum en geslacht' Adres \
    'Wie heeft het gezag?' 'Huisarts (naam, praktijk, telefoon)' 'Nummer van een eerdere melding bij Veilig Thuis' 'Gebeld met Veilig Thuis: dag, tijd, met wie' '112 of politie gebeld: dag, tijd, waarom' \
    'Vorm van geweld of verwaarlozing' 'Letsel: wat, waar, gezien door wie en wanneer' \
    'Weet het gezin van deze melding? Door wie, wanneer?' 'Hoe reageerden zij?' 'Zo niet: waarom niet?' \
    'Naam niet vertellen, op grond van 1, 2 of 3' 'Terugkoppeling graag aan' 'Taal van het gezin; is een tolk nodig?' \
    'De veiligheid van onze medewerkers'
check 'urgent: phone first, on both' eval 'misses "Bel eerst 112. Bel daarna meteen Veilig Thuis:" &&
    misses "Wacht met bellen niet op wat hieronder ontbreekt." && notices "Spoed: wij zien onveiligheid." && misses "Bel eerst met Veilig Thuis (0800-2000), en schrijf daarna"'
check "and no instruction to the school in the report" eval 'reports_not 0800-2000 && reports_not "Eerst bellen" && reports_not Uitkomst'
check 'why it is reported' eval 'reports "V-1: wij zien structurele onveiligheid" && reports_not "Onze reden"'
check 'facts with date, source and text, the newest first; what the child told is what the child says' in_order 'Wat is gezien en gehoord' \
    '6 oktober 2026: onverklaarbaar letsel (zelf gezien of gehoord; leerkracht)' 'FEIT blauwe plek' \
    'Het laatste signaal is van 20 oktober 2026.' 'Wat het kind zelf zegt' 'KINDGESPREK' \
    '20 oktober 2026, 9.15 uur: vertelt over geweld thuis (van het kind gehoord;' 'FEIT "papa slaat mama"' \
    'BESCHERMT' 'REDEN' 'ADVIES' \
    'Tot hier de feiten.' 'ARGUMENT het verhaal' 'ARGUMENT het houdt' 'DOEL' 'NODIG'
check 'why the family was not told' eval 'itself | grep -q "Wat het gezin weet.*veiligheid van iemand in geding Weet" && [ "$(count_of REDEN)" -eq 1 ]'
check 'what is gone through with Veilig Thuis is not called unanswered' eval 'reports "doorlopen wij samen met Veilig Thuis" &&
    reports_not "Nog niet beantwoord"'
check 'nothing about staff or between pupils, but for the attention officer' eval \
    'lacks_all MEDEWERKER LEERLING && reports_not inspecteur && reports_not "vermoeden over een medewerker" &&
    misses "signalen over een medewerker staan niet in deze melding" && misses 0900-1113111 &&
    misses "tussen leerlingen staan niet in deze melding" && misses_not "er zijn geen signalen over thuis"'
check 'who may read it' misses 'Ouders, en kinderen van twaalf jaar en ouder, mogen deze melding lezen.'
check 'no BSN is asked' eval 'reports "Geen BSN." && misses "Vul geen BSN in."'
check 'missing: the name of the reporter, and why it is obligatory' misses \
    'Veilig Thuis neemt geen melding van een professional aan zonder naam.'
check 'missing: whether the family knows, and nothing that is there' eval 'misses "V-1: of het gezin van deze melding weet" &&
    misses_not "V-1: advies" && misses_not "V-1: een gesprek" && misses_not "V-1: feiten" &&
    misses_not "V-1: antwoord" && misses_not "V-1: de weging"'
cp "$scratch/out" "$scratch/before"
report < <(of V-1 | sort -r)
check 'the order of the lines makes no difference' cmp -s "$scratch/out" "$scratch/before"

report < <(of V-1; echo V-1,2026-10-22,03AB00,talk,child,divided,,teacher,ANDER)
check 'whether parents agree is not the word of the child' eval 'reports "gesprek met het kind (leerkracht) ANDER" && reports_not "niet eens"'
report < <(of V-1; echo V-1,2026-10-25,03AB00,done,veilig-thuis,report-now,,af,GEBELD
    echo V-1,2026-10-26,03AB00,done,af,tell-parents,,af,VERTELD)
check 'reported before: told where it cannot wait' reports 'eerder gemeld bij Veilig Thuis'
check 'reported before: room for what is new' reports 'Onze reden om te melden: ___'
check 'reported before, and the family told' eval 'fine && misses "V-1: al gemeld op 25 oktober 2026." && reports "25 oktober 2026: eerder gemeld bij Veilig Thuis GEBELD" &&
    reports "het gezin weet van de melding (aandachtsfunctionaris) VERTELD" && misses_not "of het gezin"'

# ---------------------------------------------------------- what is not there yet

report < <(echo Y-1,2026-10-24,03AB00,answer,suspicion,yes,,af,x; echo Y-1,2026-10-25,03AB00,done,veilig-thuis,report,,af,GEMELD
    echo Y-1,2026-10-25,03AB00,done,veilig-thuis,advise,,af,x)
check 'a report is one of either sort, advice is none' eval 'misses "Y-1: signalen die in deze melding horen" &&
    [ "$(itself | grep -o "eerder gemeld bij Veilig Thuis" | wc -l)" -eq 1 ] && reports "eerder gemeld bij Veilig Thuis GEMELD"'
report < <(of V-2)
check 'nothing is refused' eval 'fine && papers 2'
check 'what is missing is named' misses_all "feiten die beschermen" \
    "overleg met een collega" "advies van Veilig Thuis" "een gesprek met de ouders, of de reden" \
    "een gesprek met het kind zelf" "antwoord op afweging 1" \
    "de weging vraagt nu niet om een melding (eerst in gesprek met ouders en kind)"
check 'no reason from the weighing: a line for it' eval 'reports "Onze reden om te melden: ___" && reports_not Spoed: && misses "Ziet u acute onveiligheid? Bel dan direct Veilig Thuis"'
report < <(echo U-1,2026-10-30,03AB00,signal,runs-away,seen,,teacher,x)
check 'safety not judged yet: today, and no word of calm' eval 'fine &&
    notices "Spoed: wij willen de veiligheid van het kind vandaag samen met u beoordelen." && misses "Bel daarna meteen Veilig Thuis" && misses_not "Ziet u acute" &&
    misses "U-1: de veiligheid is nog niet beoordeeld" && misses_not "vraagt nu niet om een melding"'
report < <(echo X-1,2026-10-30,03AB00,signal,honour,third,,teacher,x)
check 'an expert first: advice today, no contact' eval 'fine && notices "Deze signalen vragen om een deskundige." &&
    misses "Wacht met bellen niet" && has "tot dan heeft niemand contact met het gezin" &&
    misses "X-1: vraag eerst advies aan Veilig Thuis of een deskundige, zonder de naam van het gezin" && misses_not "bij twijfel" &&
    misses "X-1: de reden waarom er nog geen gesprek met de ouders was" && misses_not "een gesprek met de ouders, of"'
report < <(of V-1 | sed 's/structural/doubt/')
check 'doubt about safety is urgent too' eval 'notices "Spoed: wij twijfelen of het veilig is." &&
    reports "V-1: wij twijfelen of er acute of structurele onveiligheid is" && reports_not "zien onveiligheid"'
ground() { # answer, words
	report < <(of V-1 | sed "s/unsafe,structural/unsafe,$1/")
	reports "V-1: $2" && reports 'Spoed: wij zien onveiligheid.'
}
check 'the reason is that of the answer' eval 'ground acute "wij zien acute onveiligheid" &&
    ground disclosure "er is een onthulling" && ground yes "wij zien acute of structurele onveiligheid"'
report < <(of V-1 | sed '/unsafe/s/structural/no/'; for a in can-help,yes accepts,no; do echo "V-1,2026-10-25,03AB00,answer,$a,,af,x"; done)
check 'help that is not accepted is a reason' reports 'V-1: de betrokkenen aanvaarden de hulp niet'
report < <(of V-1; echo V-1,2026-10-04,03AB00,signal,x,seen,,,y)
check 'a refused line is missing, and Veilig Thuis knows it' eval 'ends 1 &&
    misses "V-1: een regel die niet kon worden gelezen" && reports "Een regel van deze zaak kon niet worden gelezen."'
report < <(of V-1; echo V-1,2026-10-24,03AB00,weigh,report-now,W01,2026-10-24,mc-weigh,with-vt refused)
check 'so is one that mc-weigh refused' eval 'fine && misses "V-1: een regel die niet" && reports "Een regel van deze zaak"'

# A block without a fact has a line, or room, of its own.
report < <(of V-2)
check 'what nobody recorded can be written' lines_for "De eigen woorden van het kind: wat, tegen wie, wanneer" \
    "Feiten, met de dag en van wie u ze weet" "Waarom er niet met de ouders is gesproken" \
    "Advies van Veilig Thuis: dag, van wie, wat" "Is er nu acuut gevaar? [ ] nee [ ] ja, namelijk" \
    "Wat die hulp tot nu toe heeft gebracht" "Is het kernteam betrokken? Wie, sinds wanneer?" \
    "Naam, rol, geboortedatum en geslacht"
report < <(of V-2; echo V-2,2026-10-25,03AB00,signal,tells-quarrel,child,,teacher,ZUSJE vertelde.)
check 'the words of the child that are signals stand with what it says' eval 'itself | grep -q "Wat het kind zelf zegt -* - 25 oktober 2026: vertelt over ruzie thuis (van het kind gehoord; leerkracht) ZUSJE vertelde." && reports_not "De eigen woorden" &&
    misses_not "een gesprek met het kind zelf"'
report < <(of V-2; echo V-2,2026-10-26,03AB00,talk,child,skipped-safety,,af,x; echo V-2,2026-10-26,03AB00,talk,family,skipped-safety,,af,x)
check 'a talk that was not held is no talk with the child' misses "V-2: een gesprek met het kind zelf"
report < <(of V-2; echo V-2,2026-10-26,03AB00,talk,family,no-concern,,af,x)
check 'one with the family is' misses_not "een gesprek met het kind zelf"
report < <(of V-2; echo V-2,2026-10-26,03AB00,done,kernteam,discuss,,af,x; echo V-2,2026-10-26,03AB00,done,socius,joint-talk,,af,x)
check 'what was done tells of consultation and talk too' eval 'misses_not "overleg met een collega" && misses_not "een gesprek met de ouders" &&
    reports_not "nog geen overleg" && reports_not "nog geen gesprek" && reports_not "Waarom er niet"'
report < <(of V-2; echo V-2,2026-10-25,03AB00,consult,kernteam,anonymous,,af,x)
check 'the kernteam as a whole is one too' eval 'reports_not "Is het kernteam betrokken?"'
report < <(of V-2; echo V-2,2026-10-25,03AB00,consult,expert,anonymous,,af,x; echo V-2,2026-10-25,03AB00,talk,parents,no-help,,af,x)
check 'an expert is none, and a talk with the parents none with the child' eval 'reports "Is het kernteam betrokken?" && misses "een gesprek met het kind zelf"'
tells() { # partner, action: does it say that somebody was consulted, or that there was a talk?
	report < <(of V-2; echo "V-2,2026-10-26,03AB00,done,$1,$2,,af,x")
	reports_not "nog geen $3"
}
check 'each of these is a consultation' eval 'for action in discuss advise advise-now advise-expert explore-grey bear-and-normalise think-along absence; do
        tells kernteam "$action" overleg || { echo "# $action"; break; }; done'
check 'and none of these' eval 'for action in review plan weigh talk tell-parents help feedback; do ! tells af "$action" overleg || { echo "# $action"; break; }; done'
check 'each of these is a talk' eval 'for action in talk joint-talk tell-parents; do tells af "$action" gesprek || { echo "# $action"; break; }; done'
check 'and none of these is' eval 'for action in review discuss help advise; do ! tells af "$action" gesprek || { echo "# $action"; break; }; done'
report < <(of V-2; echo V-2,2026-10-26,03AB00,done,lpa,absence,,af,x)
check 'absence that was discussed is a consultation' misses_not "overleg met een collega"
report < <(of V-2; echo V-2,2026-10-26,03AB00,consult,inspector,anonymous,,head,x)
check 'a consultation that is not told is not told by silence either' eval 'reports "nog geen overleg" && misses_not "overleg met een collega"'
report < <(of V-2; echo V-2,2026-10-26,03AB00,talk,child,skipped-safety,,af,KINDREDEN)
check 'a talk with the child that was not held says nothing of what the family knows' eval \
    '! itself | grep -q "Wat het gezin weet.*KINDREDEN" && reports KINDREDEN'
report < <(of V-2; echo V-2,2026-10-25,03AB00,consult,ggd,anonymous,,af,x)
check 'the kernteam may be a member of it' eval 'reports "overleg met de GGD" && reports_not "Is het kernteam betrokken?"'
check 'with a heading' in_order 'Wat is gezien en gehoord' 'Wat het kind zelf zegt' 'De eigen woorden' \
    'Wat beschermt, en wat de zorgen tegenspreekt' 'Feiten, met de dag' 'Wat er al is gedaan'
report < <(of V-1)
check 'what was recorded needs no line' eval 'reports_not "De eigen woorden" && reports_not "Feiten, met de dag" &&
    reports_not "Waarom er niet" && reports_not "Advies van Veilig Thuis: dag"'

# A suspicion about staff alone is no report to Veilig Thuis, and no outcome of it is told.
report < <(echo S-1,2026-10-28,03AB00,signal,staff,child,,teacher,MEDEWERKER)
check 'about staff alone: the board, no outcome in the report' eval 'fine && lacks MEDEWERKER &&
    misses "(vermoeden over een medewerker: via het bevoegd gezag, buiten de meldcode)" &&
    misses "S-1: er zijn geen signalen over thuis." && misses_not "zonder deze signalen" && reports_not Uitkomst && reports_not "eerst in gesprek"'
report < <(echo S-1,2026-10-28,03AB00,signal,staff,child,,teacher,MEDEWERKER; of V-2 | sed s/V-2/S-1/)
cp "$scratch/out" "$scratch/with"
report < <(of V-2 | sed s/V-2/S-1/)
check 'with signals about the home: as it would be without, and the attention officer knows' eval '
    grep -qF "S-1: wat in de melding over de weging staat, is zonder deze signalen" <(tr -s " \n" " " < "$scratch/with") && reports ZUSJE && misses_not "geen signalen over thuis" &&
    cmp -s <(sed "1,/^####/d" "$scratch/with") <(sed "1,/^####/d" "$scratch/out")'

# --------------------------------------------------------------------- a family

report < "$scratch/records"
check 'without --case: a report for each case' eval 'fine && papers 4'
report -c V-1 -c V-2 < "$scratch/records"
check 'several --case: one report of a family, the newest case first' eval 'fine && papers 2 && reports "Zaken (één gezin) V-2, V-1" &&
    in_order "Wie meldt" "Kind (zaak V-2)" "Kind (zaak V-1)" "Ouders en verzorgers" "Kind (zaak V-2)" "ZUSJE" "Kind (zaak V-1)" \
    "FEIT blauwe plek" "ARGUMENT het houdt" "Veiligheid, hulp en netwerk"'
check 'family: what is missing says of whom' eval 'misses "V-1: of het gezin" && misses "V-2: advies van Veilig Thuis"'
check 'family: room for the reason of a child that no answer gives' reports 'Onze reden om te melden: ___'
check 'family: urgent when one of them is' reports 'Spoed: wij zien onveiligheid.'
check 'family: the school keeps following all of them' eval 'reports "blijft de kinderen volgen" && reports_not "blijft het kind volgen"'
check 'family: one school, once' eval '[ "$(grep -c "^School  *03AB00$" "$scratch/out")" -eq 1 ]'
check 'family: one reporter, one date' eval '[ "$(count_of "Naam (verplicht)")" -eq 1 ] && [ "$(count_of "Datum en handtekening")" -eq 1 ]'
report -c V-1 -c V-2 < <(cat "$scratch/records"; echo V-1,2026-10-26,03AB00,done,af,tell-parents,,af,x)
check 'family: who told it of one child told it of all' misses_not 'of het gezin'
report -c V-1 -c V-2 < <(of V-1; of V-2 | sed 's/03AB00/07CD01/')
check 'family: brothers and sisters at two schools' eval 'fine && papers 2 && reports "School 07CD01 School 03AB00"'
report -c V-1 -c V-2 < <(cat "$scratch/records"; of V-1 | sed 's/03AB00/07CD01/')
check 'two children of one pseudonym are no family' eval 'ends 2 && is_empty && says "--school"'
report -c V-1 -c V-1 -c V-9 < <(of V-1; of V-1 | sed 's/03AB00/07CD01/')
check 'nor when one is asked for twice, or another does not occur' eval 'ends 2 && is_empty && says "--school"'
report -c V-1 -c V-1 < <(of V-1)
check 'a case that is asked for twice is one' eval 'fine && papers 2 && reports "Zaak V-1"'
report -c V-1 -c V-9 < "$scratch/records"
check 'a case that does not occur' eval 'ends 2 && papers 2 && says "case V-9 does not occur" && lacks V-9'

report -l en -c V-1 -c V-2 < "$scratch/records"
check 'English' eval 'fine && papers 2 && has_all "Read first: what is still missing" "Report to Veilig Thuis" \
    "Urgent: we see an unsafe situation." "Name (obligatory)" "Child (case V-2)" "What the family knows" "Those were the facts." \
    "V-1: we see a structurally unsafe situation" &&
    lacks_all Melding Naam Gezin Kind\ \('

finish
