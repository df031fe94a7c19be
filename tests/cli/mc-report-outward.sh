#!/usr/bin/env bash
#
# Goal: what leaves the school with a case holds what its reader may know: what
# parents see is what the school saw and did; what the next school gets, its
# log takes.
#
#   BIN=build/bin tests/cli/mc-report-outward.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2016,SC2317 # the checks are called by name, or evaluated later
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/report-helpers"

cat > "$scratch/records" << 'EOF'
case,date,school,kind,code,value,due,by,text
I-1,2026-10-01,03AB00,signal,tired,seen,,teacher,GEZIEN viel in slaap.
I-1,2026-10-01,03AB00,signal,hunger,seen,,teacher,"WOORDEN zei ""ik heb honger""."
I-1,2026-10-02,03AB00,signal,tells-quarrel,child,,teacher,KIND
I-1,2026-10-02,03AB00,signal,plays-violence,seen,,teacher,KIND
I-1,2026-10-02,03AB00,signal,poverty,third,,teacher,DERDE
I-1,2026-10-03,03AB00,signal,staff,third,,teacher,MEDEWERKER
I-1,2026-10-03,03AB00,signal,pupil,seen,,teacher,LEERLING
I-1,2026-10-03,03AB00,signal,handle-with-care,third,,af,BERICHT
I-1,2026-10-03,03AB00,signal,contact,seen,,af,AANTEKENING
I-1,2026-10-04,03AB00,done,board,staff-duty,,head,MEDEWERKER
I-1,2026-10-04,03AB00,consult,inspector,anonymous,,head,MEDEWERKER
I-1,2026-10-05T09:30,03AB00,talk,child,wants-help,,ib,KIND
I-1,2026-10-05,03AB00,talk,one-parent,wants-help,,ib,MOEDER
I-1,2026-10-06,03AB00,talk,parents,wants-help,,ib,GESPREK
I-1,2026-10-06,03AB00,consult,kernteam,named,,ib,ADVIES
I-1,2026-10-07,03AB00,answer,suspicion,no,,af,ARGUMENT
I-1,2026-10-07,03AB00,answer,concern,yes,,af,ARGUMENT
I-1,2026-10-07,03AB00,plan,review,,2026-12-01,af,AFSPRAAK
I-1,2026-10-07,03AB00,consent,kernteam,yes,,ib,TOESTEMMING
EOF
weighed() { cat; echo "$1,$2,03AB00,weigh,$3,$4,,mc-weigh,"; }
inspect() { run -t inspection -a 2026-10-12 "$@"; }
# What parents get; what the attention officer keeps.
page() { sed '1,/^####/d' "$scratch/out" | tr -s ' \n' ' '; }
kept() { sed '/^####/,$d' "$scratch/out" | tr -s ' \n' ' '; }
shows() { local part; for part; do page | grep -qF -e "$part" || { echo "# not shown: $part"; return 1; }; done; }
hides() { local part; for part; do ! page | grep -qF -e "$part" || { echo "# shown: $part"; return 1; }; done; }
keeps() { local part; for part; do kept | grep -qF -e "$part" || { echo "# not listed: $part"; return 1; }; done; }

inspect < <(weighed I-1 2026-10-07 staff-duty W08 < "$scratch/records")
check 'inspection: the page of the attention officer, then that of the parents' eval 'ends 0 && papers 2 &&
    in_order "Niet in de inzage: zaak I-1" "Geef het nooit mee." "Inzage voor ouders"'
check 'inspection: of safety no word' eval '! keeps "stond de veiligheid voorop" > /dev/null'
check 'inspection: what the school saw and did' shows 'oververmoeid of slaapproblemen' 'geen eten mee of honger' \
    'gesprek met de ouders of verzorgers: zij herkennen de zorgen en willen hulp' 'overleg met het kernteam' \
    'kindermishandeling: nee' 'datum van herbeoordeling, 1 december 2026' 'het gezin vindt het goed' \
    'De rechten van anderen kunnen de inzage beperken.'
check 'inspection: nothing that the child or others told, of others, or with one parent' hides ruzie 'geweld na' armoede medewerker leerlingen \
    Handle aantekening inspecteur gezag 'het kind herkent' 'één ouder'
check 'inspection: no free text' hides GEZIEN WOORDEN GESPREK ADVIES ARGUMENT AFSPRAAK
check 'inspection: each that is left out, with its ground' keeps 'vertelt over ruzie thuis > komt van het kind zelf' \
    'speelt of tekent geweld na > komt van het kind zelf' 'huisvesting > is verteld door een ander' \
    'vermoeden over een medewerker > gaat over anderen' 'tussen leerlingen > gaat over anderen' \
    'gesprek met één ouder of verzorger: deze ouder herkent de zorgen en wil hulp > is met één ouder besproken' \
    'het kind herkent de zorgen en wil hulp > komt van het kind zelf' \
    'Handle-with-Care-bericht ontvangen > hoort bij een Handle-with-Care-bericht' \
    'vertrouwensinspecteur > blijft tussen de school, het bevoegd gezag en' 'opgepakt door het bevoegd gezag > gaat over anderen' 'contact of aantekening zonder zorg (telt niet mee) > eigen aantekening'
check 'inspection: then those of which the text alone is left out, without a ground for each' eval 'keeps "geen eten mee of honger - 6 oktober" &&
    in_order "Wat is weggelaten, en waarom" "Waar alleen de vrije tekst ontbreekt" "oververmoeid"'
inspect -f html < <(weighed I-1 2026-10-07 staff-duty W08 < "$scratch/records")
check 'inspection: the page of the parents does not name the case' eval '[ "$(count_of I-1)" -eq 2 ] && has_all "\"Vertrouwelijk\"" "\"Zaak I-1 - vertrouwelijk\""'
inspect < <(grep 'staff\|inspector' "$scratch/records"; echo I-1,2026-10-04,03AB00,weigh,own-protocol,W11,,mc-weigh,)
page > "$scratch/of-staff"
check 'inspection: with nothing to show says so, and not why' eval 'fine && shows "Er is niets dat wij u hier kunnen laten zien." "Klopt er iets niet?" &&
    hides "Wat wij" "Wat er"'
inspect < <(grep 'contact' "$scratch/records"; echo I-1,2026-10-03,03AB00,weigh,talk-first,W14,,mc-weigh,)
check 'inspection: ... the same whatever is hidden' eval 'fine && page | same "$scratch/of-staff" -'
inspect < <(grep 'tired' "$scratch/records"; echo I-1,2026-10-01,03AB00,need,bicycle,,,ib,FIETS; echo I-1,2026-10-01,03AB00,weigh,talk-first,W14,,mc-weigh,)
check 'inspection: a need is called one' eval 'keeps "praktische hulpbehoefte: fiets" && ! kept | grep -q "en waarom"'
inspect -w < <(weighed I-1 2026-10-07 staff-duty W08 < "$scratch/records")
check 'inspection --with-text: the texts that hold nobody'"'"'s words, and no advice' eval 'shows "GEZIEN viel in slaap." GESPREK ARGUMENT AFSPRAAK &&
    hides WOORDEN ADVIES KIND DERDE MOEDER MEDEWERKER LEERLING BERICHT AANTEKENING'
inspect -l en < <(weighed I-1 2026-10-07 staff-duty W08 < "$scratch/records")
check 'inspection in English' eval 'shows "Inspection by parents" "exhausted or sleep problems" && keeps "came from the child"'
for sign in signal,partner-violence,parent signal,fgm,third talk,parents,skipped-safety; do
	inspect < <(weighed I-1 2026-10-07 grey W19 < <(cat "$scratch/records"; echo "I-1,2026-10-02,03AB00,$sign,,af,x"
	    echo I-1,2026-10-03,03AB00,consult,expert,anonymous,,af,x
	    echo I-1,2026-10-03,03AB00,consult,veilig-thuis,anonymous,,af,x
	    echo I-1,2026-10-04,03AB00,answer,unsafe,no,,af,x))
	check "inspection: where safety came first the attention officer asks Veilig Thuis: $sign" keeps 'stond de veiligheid voorop'
done

stopped() { # a record after the others; outcome and rule
	inspect < <(grep 'tired\|hunger' "$scratch/records"; echo "I-1,2026-10-08,03AB00,$1"; echo "I-1,2026-10-08,03AB00,weigh,$2,,mc-weigh,")
	ends 0 && papers 1 && has 'Nog geen inzage: zaak I-1' && has 0800-2000 && lacks 'Inzage voor ouders'
}
check 'inspection: none while a report must be made at once' stopped 'answer,unsafe,acute,,af,x' report-now,W01
check 'inspection: none while safety is to be judged' stopped 'signal,runs-away,child,,af,x' check-safety,W03
check 'inspection: none before an expert was asked' stopped 'signal,honour,third,,af,x' expert-first,W04
check 'inspection: none before the parents are told of a report' eval 'stopped done,veilig-thuis,report,,af,x reweigh,W09 && has "de ouders horen eerst van u"'
inspect < <(grep tired "$scratch/records"; echo I-1,2026-10-01,03AB00,weigh,talk-first,W14,,mc-weigh,refused)
check 'inspection: none while a line of the case could not be read' eval 'ends 0 && papers 1 && has_all "Nog geen inzage: zaak I-1" \
    "een regel van deze zaak kon niet worden gelezen, en daar kan iets in staan over de veiligheid" && lacks "Inzage voor ouders"'
inspect < <(grep tired "$scratch/records"; echo I-1,2026-10-02,03AB00,answer,suspicion,yes,,af,x; echo I-1,2026-10-02,03AB00,answer,unsafe,disclosure,,af,x
    echo I-1,2026-10-03,03AB00,done,veilig-thuis,report,,af,x; echo I-1,2026-10-05,03AB00,done,af,tell-parents,,af,x
    echo I-1,2026-10-05,03AB00,weigh,reported,W10,,mc-weigh,)
check 'inspection: that a child told is not told by the answer' eval 'shows "structurele onveiligheid: ja" "gemeld bij Veilig Thuis" && hides onthulling'
inspect < "$scratch/records"
check 'inspection needs the weighing' eval 'ends 2 && is_empty && says "it has no weigh record"'

# ----------------------------------------------------------------- the transfer

transfer() { run -t transfer -a 2026-10-12 -c I-1 "$@"; }
transfer < "$scratch/records"
cp "$scratch/out" "$scratch/moved"
check 'transfer: records, without what is about others' eval 'fine && [ "$(head -n 1 "$scratch/out")" = "$(head -n 1 "$scratch/records")" ] &&
    [ "$(wc -l < "$scratch/out")" -eq 15 ] && lacks_all staff pupil handle-with-care inspector board'
check 'transfer: the time of a record stays' has 'I-1,2026-10-05T09:30,03AB00,talk,child,wants-help,,ib,'
check 'transfer: no text, and where one must be, whom to ask' eval 'lacks_all GEZIEN KIND ARGUMENT AFSPRAAK &&
    has "signal,tired,seen,,teacher,Tekst op te vragen bij school 03AB00." && has "answer,suspicion,no,,af, "'
# Whether an intake takes what was written, as it is.
taken() { "$bin/mc-signal" "$scratch/moved" > "$scratch/taken" && cmp "$scratch/moved" "$scratch/taken"; }
check 'transfer: the other log takes it' taken
transfer -w < "$scratch/records"
cp "$scratch/out" "$scratch/moved"
check 'transfer --with-text: as they were written' eval 'fine && has_all GEZIEN "zei \"\"ik heb honger\"\"." ARGUMENT && lacks_all MEDEWERKER LEERLING BERICHT && taken'
transfer -f text < "$scratch/records"
check 'transfer: the cover' eval 'fine && papers 1 && has_all "Overdracht van een zaak" "Eerste dag 1 oktober 2026" "Laatste dag 7 oktober 2026" \
    "signaal (stap 1) 6" "De vrije tekst. De ontvanger" "geen vermoeden dat de ouders niet kennen" "Datum van overdracht ___" \
    "Ontvangst bevestigd op, met handtekening ___" && lacks_all GEZIEN MEDEWERKER'
transfer -f html < <(grep 'staff\|inspector' "$scratch/records")
check 'transfer: a cover without records has no table' eval 'fine && is_well_formed && has "Er zijn geen gegevens die meegaan." && lacks "<table"'
transfer < <(grep 'tired' "$scratch/records"; echo I-1,2026-10-01,03AB00,weigh,talk-first,W14,,mc-weigh,refused)
check 'transfer: a line that could not be read is told' eval 'ends 0 && says "I-1" && has "signal,tired"'
run -t transfer < "$scratch/records"
check 'transfer is of one case' eval 'ends 2 && is_empty && says "type transfer is of one case: give one --case"'
transfer -f csv < "$scratch/records"
check 'and is no table' eval 'ends 2 && says "type transfer has no format csv"'

finish
