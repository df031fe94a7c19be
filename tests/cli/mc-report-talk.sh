#!/usr/bin/env bash
#
# Goal: who prepares a talk gets the facts to name and the guideline's
# questions; what a child told never lies on the table before its parents; and
# while a talk could put somebody in danger there is no sheet.
#
#   BIN=build/bin tests/cli/mc-report-talk.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2016,SC2317 # the checks are called by name, or evaluated later
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/report-helpers"

# Weighs the records of standard input, and prepares the talk; with the notes' text, but for one
# check below.
talk() {
	"$BIN/mc-weigh" -a 2026-10-30 > "$scratch/weighed" 2> /dev/null
	run -t talk -a 2026-10-30 --with-text "$@" < "$scratch/weighed"
}
# What lies on the table: from the sheet's title to the next paper.
sheet() { sed -n '/^Gesprek met de ouders$/,/^Gesprek met het kind/p' "$scratch/out" | sed '$d'; }
on_sheet() { sheet | tr -s ' \n' ' ' | grep -qF -e "$1"; }
not_on_sheet() { ! on_sheet "$1"; }

# One signal of each sort: seen or told, of every class, with somebody's words or without.
cat > "$scratch/records" << 'EOF'
T-1,2026-10-05,03AB00,signal,tired,seen,,teacher,ZAG viel in slaap tijdens het voorlezen.
T-1,2026-10-06T09:05,03AB00,signal,hunger,seen,,teacher,"CITAAT ""ik heb geen brood""."
T-1,2026-10-07,03AB00,signal,clothing,seen,,teacher,CITAAT vertelde dat de jas kwijt is.
T-1,2026-10-08,03AB00,signal,other,seen,,teacher,ZAG liep de hele pauze alleen.
T-1,2026-10-09,03AB00,signal,hygiene,child,,teacher,VERTELD
T-1,2026-10-09,03AB00,signal,divorce,parent,,teacher,VERTELD
T-1,2026-10-09,03AB00,signal,late,third,,teacher,VERTELD
T-1,2026-10-10,03AB00,signal,tells-quarrel,seen,,teacher,VERTELD
T-1,2026-10-10,03AB00,signal,plays-violence,seen,,teacher,VERTELD
T-1,2026-10-11,03AB00,signal,runs-away,seen,,teacher,KLASSE
T-1,2026-10-11,03AB00,signal,injury-pattern,seen,,teacher,KLASSE
T-1,2026-10-11,03AB00,signal,handle-with-care,seen,,teacher,KLASSE
T-1,2026-10-11,03AB00,signal,staff,seen,,teacher,KLASSE
T-1,2026-10-11,03AB00,signal,pupil,seen,,teacher,KLASSE
T-1,2026-10-11,03AB00,signal,protective,seen,,teacher,KLASSE
T-1,2026-10-12,03AB00,talk,child,no-concern,,teacher,GESPREK
T-1,2026-10-12,03AB00,consult,veilig-thuis,anonymous,,af,OVERLEG
T-1,2026-10-12,03AB00,answer,unsafe,no,,af,WEGING
T-1,2026-10-12,03AB00,done,board,staff-duty,,head,KLASSE
EOF
run -t talk -a 2026-10-30 < <("$BIN/mc-weigh" -a 2026-10-30 < "$scratch/records")
check 'sheet: no text of a note unless it is asked for' eval \
    'on_sheet "Ik zie dat uw kind erg moe is. Concreet: ___" && not_on_sheet ZAG &&
    on_sheet "8 oktober 2026: Ik zie dat ___" && not_on_sheet CITAAT'
check 'preparation: what was seen, with its note' eval 'in_order "Wat op school is gezien" \
    "5 oktober 2026: oververmoeid of slaapproblemen" "ZAG viel in slaap" "Gesprek met de ouders" &&
    has "8 oktober 2026: overig ZAG liep de hele pauze alleen."'
check 'preparation: nothing about a report where there is none' lacks 'U vertelt het hun'
check 'preparation: a note with the words of somebody stays in the file' eval 'lacks CITAAT &&
    has "geen eten mee of honger (lees de notitie in het dossier"'
talk < "$scratch/records"
check 'preparation, sheet, its last page, and a page for the child' eval 'fine && papers 4 && in_order \
    "Gesprek voorbereiden: zaak T-1" "Gesprek met de ouders" "Hoe gaan wij samen verder?" "Gesprek met het kind: zaak T-1"'
check 'sheet: what was seen, as a sentence, with its text' eval \
    'on_sheet "5 oktober 2026: Ik zie dat uw kind erg moe is. ZAG viel in slaap" &&
    on_sheet "8 oktober 2026: Ik zie dat ___" && not_on_sheet "hele pauze"'
check 'sheet: the words of somebody are left open' eval \
    'on_sheet "6 oktober 2026, 9.05 uur: Ik zie dat uw kind honger heeft of geen eten bij zich heeft. Concreet: ___" &&
    on_sheet "7 oktober 2026: Ik zie dat uw kind kleren draagt" && not_on_sheet CITAAT'
check 'sheet: nothing that was told, by whom it may be' eval \
    'not_on_sheet VERTELD && not_on_sheet ongewassen && not_on_sheet scheiding && not_on_sheet ruzie'
check 'sheet: no signal with a class' eval 'not_on_sheet KLASSE && not_on_sheet medewerker'
check 'sheet: nothing of a talk with the child' eval 'not_on_sheet GESPREK && not_on_sheet T-1'
check 'the free text that is not on the sheet stands nowhere else either' lacks_all CITAAT VERTELD KLASSE GESPREK
check 'sheet: the questions of the guideline in their order' in_order 'Gesprek met de ouders' 'Wat wij zien' \
    'Herkent u de benoemde zorgen?' 'Gaat het goed met jullie?' 'Kan ik iets voor jullie doen?' \
    '####' 'Willen jullie hulp?'
check 'preparation: in the same order, the last one not too early' in_order 'in deze volgorde' \
    'Herkent u de benoemde zorgen?' 'Gaat het goed met jullie?' 'Kan ik iets voor jullie doen?' \
    'Willen jullie hulp? (Let op dat u deze vraag niet te vroeg stelt.)' 'Gesprek met de ouders'
check 'sheet: no word that is meant for the teacher' eval 'not_on_sheet "Let op" && not_on_sheet "te vroeg" &&
    not_on_sheet "Wat ik zag" && not_on_sheet "vastgelegd"'
check 'sheet: room for the answers' eval '[ "$(sheet | grep -c "^_____")" -ge 12 ]'
check 'preparation: purpose, grounds for no talk, whom to ask, what comes after' has_all \
    'Wat willen wij met dit gesprek bereiken? ___' 'Wanneer de veiligheid van het kind' \
    'het contact verbreekt' 'eergerelateerd geweld' '(anoniem) bellen voor advies' \
    'benader iemand uit het kernteam (SOCIUS, GGD, CJG of LPA) en ga samen in gesprek' \
    'ga naar de volgende stap, de meldcode op school' 'een nieuw signaal en een nieuwe weging'
check 'child: a page of its own, never before the parents' has_all 'Leg dit blad nooit bij de ouders' \
    'Wat het kind zelf zegt, woordelijk' 'Beloof niet dat u het geheim houdt.'

run -t talk -a 2026-10-30 < <({ cat "$scratch/records"; echo T-1,2026-10-05T10:00,03AB00,signal,tired,seen,,ib,ZAG gaapte.; } | "$BIN/mc-weigh" -a 2026-10-30)
check 'sheet: what two colleagues saw on one day is one sentence' eval '[ "$(sheet | grep -c "erg moe is")" -eq 1 ]'
run -t talk -a 2026-10-30 < <({ cat "$scratch/records"; echo T-1,2026-10-05T10:00,03AB00,signal,fear,seen,,ib,ZAG schrok.; } | "$BIN/mc-weigh" -a 2026-10-30)
check 'sheet: two things on one day are two' eval 'on_sheet "erg moe is" && on_sheet "bang is"'
talk < "$scratch/records"
cp "$scratch/out" "$scratch/before"
talk < <(sort -r "$scratch/records")
check 'the order of the lines makes no difference' cmp -s "$scratch/out" "$scratch/before"
talk -w < "$scratch/records"
check '--with-text brings nothing of a child onto the sheet' eval 'fine && lacks_all CITAAT VERTELD KLASSE'

# Every way to write somebody's words: each text is left out.
told() {
	talk < <(printf 'T-2,2026-10-05,03AB00,signal,tired,seen,,teacher,"WOORDEN %s"\n' "$1")
	fine && has 'Ik zie dat uw kind erg moe is.' && lacks WOORDEN && return
	echo "# shown: $1"
	return 1
}
all_told() { local text; for text; do told "$text" || return; done; }
check 'quotation marks of every sort' all_told '""ik ben moe""' '“ik ben moe”' '„ik ben moe' '«ik' "‘ik ben moe’" "'ik ben moe'"
check 'verbs of speech, whatever their form' all_told 'Zei dat hij moe was' 'zegt niets' 'vertelt veel' \
    'Vertelde het' 'heeft verteld' 'noemde zijn oom' 'fluisterde iets' 'riep om mama' 'said so' 'tells it' 'Told me'
talk < <(printf 'T-2,2026-10-05,03AB00,signal,tired,seen,,teacher,%s\n' \
    "Foto's van de gymzaal; opgezegd en getelde punten.")
check 'an apostrophe or a part of a word is no speech' on_sheet "Foto's van de gymzaal"

talk -l en < "$scratch/records"
check 'English' eval 'fine && papers 4 && has_all "Prepare the talk: case T-1" "I see that your child is very tired." \
    "Do you recognise these concerns?" "not to ask this too early" "Talk with the child: case T-1" &&
    lacks_all Gesprek Wanneer VERTELD'

talk < <(grep VERTELD "$scratch/records")
check 'nothing was seen: said, with a line to write on' eval 'fine && papers 4 && has "Er is nog niets vastgelegd" &&
    on_sheet "Ik zie dat ____" && not_on_sheet VERTELD'
for signal in gaming emotional-neglect animal rejecting substance parent-ill; do
	talk < <(printf 'T-3,2026-10-05,03AB00,signal,%s,seen,,teacher,"Zei iets."\n' "$signal")
	check "sheet: no ready-made sentence for $signal" eval 'fine && on_sheet "5 oktober 2026: Ik zie dat ____"'
done

# ------------------------------------------------------ the child's sheet alone

child() { talk -P child < <(printf 'C-1,2026-10-30,03AB00,signal,%s,seen,,teacher,GEZIEN\n' "$1"); }
child tired
check 'the sheet for the child alone' eval 'fine && papers 1 && has "Gesprek met het kind: zaak C-1" && lacks GEZIEN'
child runs-away
check 'also while safety is to be judged, with whom to phone' eval 'fine && papers 1 && has_all "Gesprek met het kind: zaak C-1" 0800-2000 "Vraag het kind niet uit"'
run -t talk -P parents < /dev/null
check 'no other party has one' eval 'ends 2 && is_empty && says "--party \"parents\" has no sheet of its own (child)"'
run -t chronology -P child < /dev/null
check 'nor has another type' eval 'ends 2 && is_empty && says "--party belongs to --type talk"'

# --------------------------------------------------------------- no talk yet

talk < <(printf 'A-1,2026-10-28,03AB00,signal,runs-away,seen,,teacher,GEZIEN\nA-1,2026-10-29,03AB00,consult,veilig-thuis,anonymous,,af,ADVIES\n')
check 'advice that is recorded: of which day, and which weighing to answer' eval 'fine && papers 1 &&
    notices "Op 29 oktober 2026 is advies van Veilig Thuis vastgelegd" && has "doe wat daarin staat." && has "Beantwoord nu afweging 2" &&
    lacks_all "Spreek niet met de ouders" ADVIES GEZIEN'
talk < <(printf 'A-1,2026-10-28,03AB00,answer,unsafe,yes,,af,x\nA-1,2026-10-29,03AB00,consult,veilig-thuis,anonymous,,af,ADVIES\n')
check 'advice after an answer that asks for a report: the report is recorded, or the answer given anew' eval 'fine && papers 1 &&
    notices "Op 29 oktober 2026 is advies" && has "Is de melding gedaan?"'
talk < <(printf 'A-1,2026-10-29,03AB00,signal,runs-away,seen,,teacher,GEZIEN\nA-1,2026-10-28,03AB00,consult,veilig-thuis,anonymous,,af,ADVIES\n')
check 'advice from before is none' eval 'fine && lacks "is advies van Veilig Thuis vastgelegd" && has "Spreek niet met de ouders voordat"'

stop() { # signal, another record
	talk < <(printf 'S-1,2026-10-30,03AB00,signal,%s,seen,,teacher,GEZIEN\nS-1,2026-10-30,03AB00,signal,tired,seen,,teacher,GEZIEN\n%s\n' "$1" "${2-}")
	fine && papers 1 && has 'Nog geen gesprek: zaak S-1' && lacks_all GEZIEN 'Ik zie dat' 'Herkent u'
}
check 'report-now: no sheet, phone now' eval 'stop tired S-1,2026-10-30,03AB00,answer,unsafe,acute,,af,x &&
    notices "Bel nu Veilig Thuis: 0800-2000."  && has "Bel dan eerst 112." && lacks "deskundige"'
check 'check-safety: no sheet, judge today' eval 'stop runs-away &&
    notices "Beoordeel vandaag de veiligheid van het kind" && has 0800-2000'
check 'expert-first: no sheet, not the parents' eval 'stop honour &&
    notices "Spreek niet met de ouders" && has "voordat Veilig Thuis of een deskundige advies heeft gegeven" &&
    [ "$(count_of "Spreek niet met de ouders")" -eq 1 ]'
check 'a danger with signals for an expert says both' eval 'stop fgm S-1,2026-10-30,03AB00,signal,runs-away,seen,,teacher,x &&
    notices "Beoordeel vandaag" && notices "Spreek niet met de ouders, en ook niet met broers"'
check 'no talk: whom to call first' in_order 'Wie u eerst belt' '112' 'Veilig Thuis: 0800-2000' 'aandachtsfunctionaris'

talk << 'EOF'
E-1,2026-10-05,03AB00,signal,honour,third,,teacher,x
E-1,2026-10-06,03AB00,talk,parents,skipped-expert,,af,Eerst advies.
E-1,2026-10-07,03AB00,consult,veilig-thuis,anonymous,,af,x
EOF
check 'an expert was asked: only as agreed, and it was skipped before' eval 'fine && papers 4 &&
    notices "Hier horen signalen bij die een deskundige vragen." && notices "Eerder is besloten om dit gesprek niet te voeren."'
talk << 'EOF'
D-2,2026-10-05,03AB00,signal,partner-violence,parent,,teacher,x
D-2,2026-10-06,03AB00,consult,veilig-thuis,anonymous,,af,x
D-2,2026-10-06,03AB00,answer,unsafe,no,,af,x
EOF
check 'safety came first: only as agreed with Veilig Thuis, and both parents where that is safe' eval 'fine && papers 4 &&
    notices "Hier horen signalen bij waarbij de veiligheid voorop staat." && has "allebei, tenzij dat voor iemand niet veilig is"'
talk << 'EOF'
M-1,2026-10-05,03AB00,answer,can-help,no,,af,x
EOF
check 'a report: ask Veilig Thuis how to tell it' eval 'fine && has "U vertelt het hun; u vraagt geen toestemming."'

outside=O-1,2026-10-05,03AB00,signal,staff,child,,teacher,x
talk < <(echo "$outside"; echo O-1,2026-10-05,03AB00,signal,tired,seen,,teacher,x)
check 'outside the meldcode: the board first, and not a word of it on the sheet' eval 'fine && papers 4 &&
    notices "Bij deze zaak horen signalen die buiten de meldcode vallen." && not_on_sheet gezag && lacks medewerker'
talk <<< "$outside"
check 'about staff alone: no sheet, the board and the inspector' eval 'fine && papers 1 &&
    notices "Er is een vermoeden over een medewerker." && has 0900-1113111 && lacks_all "Herkent u" kernteam "Ik zie dat"'
talk < <(echo "$outside" | sed 's/staff,child/pupil,child/')
check 'between pupils alone: no sheet, the protocol' eval 'fine && papers 1 &&
    notices "Er is iets gebeurd tussen leerlingen." && lacks_all medewerker "Herkent u"'
talk < <(echo "$outside" | sed 's/staff,child/handle-with-care,third/')
check 'Handle with Care alone: no sheet, receive the child calmly' eval 'fine && papers 1 &&
    notices "Er is een Handle-with-Care-bericht." && lacks_all medewerker leerlingen "Herkent u"'

lines() { # kind of signal
	talk <<< "S-1,2026-10-30,03AB00,signal,$1,seen,,teacher,GEZIEN"
}
lines self-harm
check 'a child that speaks of death is not left alone' eval 'has_all "Laat het kind niet alleen." 0800-0113 && lacks "andere ouder"'
lines disclosure-parent
check 'a parent who asks for help: the other one must not know' eval 'has "De andere ouder mag het niet weten." && lacks 0800-0113'
talk <<< S-1,2026-10-30,03AB00,signal,partner-violence,parent,,teacher,x
check 'also when a parent told of partner violence' has "De andere ouder mag het niet weten."
talk <<< S-1,2026-10-30,03AB00,signal,partner-violence,third,,teacher,x
check 'but not when somebody else did' lacks "De andere ouder"

with() { # more records
	talk < <(printf 'W-1,2026-10-05,03AB00,signal,tired,seen,,teacher,x\n%s\n' "$1")
}
with 'W-1,2026-10-05,03AB00,signal,handle-with-care,third,,teacher,x'
check 'a Handle with Care notice is not raised, with nobody' eval \
    'fine && [ "$(count_of "Er is een Handle-with-Care-bericht.")" -eq 2 ] && not_on_sheet "Handle with Care"'
with 'W-1,2026-10-05,03AB00,answer,suspicion,doubt,,af,x'
check 'in doubt: discussed first' notices 'U twijfelt nog. Bespreek dit eerst met de aandachtsfunctionaris'
with 'W-1,2026-10-05,03AB00,answer,suspicion,yes,,af,x'
check 'the meldcode is on its way: what comes after the talk is of that' eval \
    'has "Leg dat vast bij afweging 4" && lacks "de volgende stap, de meldcode op school"'
with 'W-1,2026-10-04,03AB00,talk,parents,no-help,,ib,EERDER
W-1,2026-10-04,03AB00,talk,family,divided,,ib,KIND
W-1,2026-10-04,03AB00,talk,child,no-concern,,ib,KIND'
check 'preparation: what was discussed before, but nothing of the child' eval 'fine && lacks_all KIND "gesprek met het kind:" && not_on_sheet EERDER &&
    in_order "Wat eerder is besproken" "gesprek met de ouders of verzorgers: zij" \
    EERDER "gesprek met de ouders en het kind: zij" "Gesprek met de ouders"'

run -t talk -a 2026-10-30 << 'EOF'
D-1,2026-10-30,03AB00,signal,tired,seen,,teacher,x
D-1,2026-10-30,03AB00,weigh,talk-first,W14,,mc-weigh,
D-1,2026-10-30,03AB00,answer,unsafe,acute,,af,x
EOF
check 'a danger that was recorded after the weighing stops the talk too, and is told' eval 'ends 0 && papers 1 &&
    notices "Bel nu Veilig Thuis" && says "case D-1 of school 03AB00: by its facts the outcome on 2026-10-30 is report-now"'
run -t talk -a 2026-10-30 << 'EOF'
D-1,2026-10-30,03AB00,signal,tired,seen,,teacher,x
D-1,2026-10-30,03AB00,weigh,check-safety,W03,2026-10-30,mc-weigh,
EOF
check 'and so does the weigh record alone' eval 'papers 1 && notices "Beoordeel vandaag"'
talk < <(echo R-1,2026-10-05,03AB00,answer,unsafe,acute,,af,x; echo R-1,2026-10-06,03AB00,done,veilig-thuis,report-now,,af,x
    echo R-1,2026-10-07,03AB00,signal,tired,seen,,teacher,x)
check 'a report that was made is asked about, also after a new signal' eval 'papers 4 && has "Vraag eerst aan Veilig Thuis (0800-2000) of en hoe"'
talk < <(echo R-1,2026-10-06,03AB00,done,veilig-thuis,report,,af,x; echo R-1,2026-10-07,03AB00,signal,tired,seen,,teacher,x)
check 'also when no answer asks for one' has "Vraag eerst aan Veilig Thuis (0800-2000) of en hoe"

# ------------------------------------------------------------- what is lacking

run -t talk -a 2026-10-30 < "$scratch/records"
check 'no weigh record' eval 'ends 2 && is_empty && says "case T-1 of school 03AB00: it has no weigh record"'
talk < <(cat "$scratch/records"; echo T-1,2026-10-04,03AB00,signal,x,seen,,,y)
check 'a line that mc-weigh refused: said on the page' eval 'fine && papers 4 && has "kon niet worden gelezen"'
run -t talk -a 2026-10-30 < <(grep -v refused "$scratch/weighed"; sed -n 's/ refused$//p' "$scratch/weighed"; echo T-1,2026-10-04,03AB00,signal,x,seen,,,y)
check 'a refused line: said on the page' eval 'ends 1 && papers 4 && has "kon niet worden gelezen"'

finish
