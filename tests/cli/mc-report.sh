#!/usr/bin/env bash
#
# Goal: a paper says what its reader needs, and never more than that reader may
# know; whatever stands in a text, it stays text; nothing is lost in silence.
#
#   BIN=build/bin tests/cli/mc-report.sh
#
# TAP on standard output; exits 1 when a test fails.  The records stand here in
# full, with their weigh and refer records, so no other tool is needed.

# shellcheck disable=SC2016,SC2317 # the checks are called by name, or evaluated later
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/report-helpers"

# Of O-1, by whatever name, it is said each time that its texts are to be read again, since staff is in it.
is_quiet() { ! grep -qv '^mc-report: case [A-Z]-[12]: read the texts on its papers' "$scratch/err"; }

# G-1 grey area, no consent: anonymous.  O-1 open to help: several partners.
# L-1 absence and a need: each partner only its own.  D-1 done, nothing asked.
cat > "$scratch/records" <<'EOF'
case,date,school,kind,code,value,due,by,text
G-1,2026-09-30,03AB00,signal,hygiene,seen,,teacher,GEHEIM vier dagen dezelfde trui.
G-1,2026-10-20T09:15,03AB00,signal,parentified,child,,teacher,GEHEIM ik zet zelf de wekker.
G-1,2026-10-26,03AB00,signal,contradicting,seen,,teacher,GEHEIM schone kleren.
G-1,2026-10-21,03AB00,talk,child,no-concern,,teacher,GEHEIM liever voetbal.
G-1,2026-10-26,03AB00,talk,parents,no-help,,ib,GEHEIM wil geen hulp.
G-1,2026-10-28,03AB00,consult,kernteam,anonymous,,af,GEHEIM advies.
G-1,2026-10-26,03AB00,consent,kernteam,no,,ib,GEHEIM niet met naam.
G-1,2026-10-26,03AB00,answer,suspicion,no,,af,GEHEIM net goed genoeg.
G-1,2026-10-26,03AB00,answer,concern,yes,,af,GEHEIM wij gunnen meer.
G-1,2026-10-26,03AB00,need,sport,,,af,GEHEIM judo.
G-1,2026-10-26,03AB00,plan,review,,2026-12-03,af,GEHEIM opnieuw kijken.
G-1,2026-10-28,03AB00,weigh,grey,W19,2026-12-03,mc-weigh,
G-1,2026-10-28,03AB00,refer,af,review,2026-12-03,mc-refer,R27 named
G-1,2026-10-28,03AB00,refer,kernteam,explore-grey,2026-11-09,mc-refer,R29 anonymous
G-1,2026-10-28,03AB00,refer,kernteam,bear-and-normalise,2026-11-09,mc-refer,R30 anonymous
G-1,2026-10-28,03AB00,refer,kernteam,think-along,2026-11-09,mc-refer,R31 anonymous
O-1,2026-10-02,03AB00,signal,supervision,seen,,teacher,Stond alleen op het plein.
O-1,2026-10-01,03AB00,signal,divorce,parent,,teacher,Ouders hebben ruzie over de week.
O-1,2026-10-03,03AB00,signal,protective,seen,,teacher,Oma haalt elke vrijdag op.
O-1,2026-10-03,03AB00,signal,staff,child,,teacher,MEDEWERKER
O-1,2026-10-03,03AB00,signal,pupil,child,,teacher,LEERLING
O-1,2026-10-04,03AB00,done,board,staff-duty,,head,MEDEWERKER
O-1,2026-10-04,03AB00,consult,inspector,anonymous,,head,MEDEWERKER
O-1,2026-10-04,03AB00,talk,child,no-concern,,teacher,Het is best leuk thuis.
O-1,2026-10-05,03AB00,talk,parents,wants-help,,ib,Zij willen graag hulp.
O-1,2026-10-05,03AB00,consent,kernteam,yes,,ib,Ouders vinden het goed.
O-1,2026-10-05,03AB00,weigh,early-help,W12,,mc-weigh,
O-1,2026-10-05,03AB00,refer,board,peer-protocol,2026-10-03,mc-refer,R12 named
O-1,2026-10-05,03AB00,refer,socius,joint-talk,2026-10-12,mc-refer,R23 named
O-1,2026-10-05,03AB00,refer,cjg,joint-talk,2026-10-12,mc-refer,R23 named
O-1,2026-10-05,03AB00,refer,cjg,help,2026-10-14,mc-refer,R25 named
O-1,2026-10-05,03AB00,refer,af,review,2026-11-02,mc-refer,R24 named
L-1,2026-10-21,03AB00,signal,late,seen,,teacher,Zeven keer te laat.
L-1,2026-10-22,03AB00,signal,fear,seen,,teacher,BANG
L-1,2026-10-22,03AB00,signal,protective,seen,,teacher,BESCHERMEND
L-1,2026-10-23,03AB00,talk,parents,no-help,,ib,GESPREK
L-1,2026-10-23,03AB00,talk,child,no-concern,,ib,KIND
L-1,2026-10-23,03AB00,plan,goal,,,af,DOEL
L-1,2026-10-23,03AB00,consult,veilig-thuis,anonymous,,af,ADVIES
L-1,2026-10-23,03AB00,answer,suspicion,yes,,af,ARGUMENT
L-1,2026-10-23,03AB00,need,bicycle,,,ib,Een kinderfiets.
L-1,2026-10-23,03AB00,need,upbringing,,,ib,OPVOEDING
L-1,2026-10-23,03AB00,consent,kernteam,yes,,ib,
L-1,2026-10-23,03AB00,weigh,incomplete,W24,,mc-weigh,missing:unsafe
L-1,2026-10-23,03AB00,refer,af,weigh,2026-10-26,mc-refer,R18 named
L-1,2026-10-23,03AB00,refer,socius,practical-help,2026-11-06,mc-refer,R34 named
L-1,2026-10-23,03AB00,refer,lpa,absence,2026-10-28,mc-refer,R35 named
D-1,2026-10-23,03AB00,answer,suspicion,no,,af,
D-1,2026-10-23,03AB00,answer,concern,no,,af,
D-1,2026-10-23,03AB00,weigh,close,W22,,mc-weigh,
D-1,2026-10-23,03AB00,refer,af,none,,mc-refer,R36 named
EOF

# ------------------------------------------------------ an anonymous referral

run -a 2026-10-30 < <(of G-1)
check 'anonymous: one paper, no message' eval 'fine && papers 1 && has "Vraag aan het kernteam"'
check 'anonymous: the three questions of the grey area, and their day' has_all \
    'in het grijze gebied zit, en wat dit betekent?' 'het verdragen van de situatie ("we gunnen kinderen vaak meer"' \
    'meedenken wat nog wel kan' 'Graag in november 2026; de dag hoort u van de school.'
check 'anonymous: no case, no school' lacks_all G-1 03AB00
check 'anonymous: no free text' lacks GEHEIM
check 'anonymous: no day on which something happened' lacks_all '2026-' \
    '20 oktober' '21 oktober' '26 oktober' '28 oktober' '30 oktober' '30 september' '3 december' \
    '9 november' 9:15
check 'anonymous: the school tells the day itself' has 'vertelt de school u zelf'
check 'anonymous: months and labels instead' has_all 'september 2026: ongewassen of vieze kleren' \
    'oktober 2026: ouwelijk' '(van het kind gehoord)' 'december 2026'
check 'anonymous: the outcome, and no rule' eval 'has "Uitkomst: grijs gebied." && lacks regel'
check 'anonymous: how to answer' has_all 'Wie u kunt bellen ___' 'Kenmerk (kiest de school, geen naam of zaaknummer) ___'
check 'anonymous: whether the parents know, by the month' has 'De ouders weten van deze zorgen; het laatste gesprek met hen was in oktober 2026.'
check 'anonymous: why it is' eval 'has "het gezin wil niet dat wij met naam overleggen met het kernteam" && lacks "voor een deel"'

run -a 2026-10-30 -w < <(of G-1)
check '--with-text: the texts, still no case, school or day' eval \
    'fine && has "GEHEIM ik zet zelf de wekker." && lacks_all G-1 03AB00 "20 oktober" "26 oktober"'

# A day that is near, or past, is not told by a third of a month either.
run -a 2026-11-06 < <(of G-1)
check 'anonymous and due on the next working day: contact at once' eval \
    'fine && has "Dit heeft haast. Wij spreken u hierover graag vandaag nog." && lacks_all uiterlijk "9 november"'
run -a 2026-11-10 < <(of G-1)
check 'anonymous and overdue: contact at once' eval 'fine && has "Dit heeft haast." && lacks "had uiterlijk"'
run -a 2026-10-30 -l en < <(of G-1 | sed 's/2026-11-09/2026-12-31/')
check 'anonymous: a month, whatever the day' has 'In December 2026, please; the school tells you the day.'
check 'anonymous: not which of the roles was there' lacks_all leerkracht teacher coordinator 'officer)'

run -a 2026-10-30 < <(of G-1 | sed '/consent/s/,no,/,yes,/')
check 'anonymous although the kernteam may hear names: said why' has 'voor een deel ervan is er geen toestemming'

# A partner who is asked one thing with names and another without gets no names.
unauthorised='G-1,2026-09-30,03AB00,signal,absence,seen,,teacher,GEHEIM een dag weg.'
run -a 2026-10-30 < <(of G-1; echo "$unauthorised"; of G-1 | grep R31 | sed 's/R31 anonymous/R35 named/; s/think-along/absence/')
check 'named and anonymous together: anonymous, and said' eval \
    'fine && papers 1 && lacks_all G-1 03AB00 GEHEIM && has "bespreekt de school apart met u"'

# Between two papers with names one without would tell its school.
run -a 2026-10-30 < <(of O-1; of G-1; of O-1 | sed s/O-1/A-1/)
check 'papers without names come before all others' eval 'fine && in_order "Zaak       anoniem" "Zaak       A-1" "Zaak       O-1"'
check 'hidden signals about staff, and texts in a paper: the attention officer reads those again' eval \
    'says "case O-1: read the texts on its papers" && ! grep -q G-1 "$scratch/err"'

# What another partner hears with names stays out of an anonymous paper.
run -a 2026-10-30 < <(of G-1; of G-1 | grep R31 | sed 's/kernteam,think-along/lpa,absence/; s/R31 anonymous/R35 named/')
check 'anonymous: no word of what is asked of others with names' eval \
    'fine && papers 2 && [ "$(grep -c leerplichtambtenaar "$scratch/out")" -eq 1 ]'
check 'papers of many cases: no word' fine
run -a 2026-10-30 -c G-1 < <(of G-1; echo "$unauthorised"; of G-1 | grep R31 | sed 's/kernteam,think-along/lpa,absence/; s/R31 anonymous/R35 named/')
check 'papers of one case with names and without: a word of warning' eval \
    'ends 0 && papers 2 && says "give each partner its own (--partner)"'

# Who was told of the family by name could be asked which family it is.
named_steps='G-1,2026-10-27,03AB00,consult,cjg,named,,af,GEHEIM
G-1,2026-10-27,03AB00,done,lpa,absence,,af,GEHEIM
G-1,2026-10-27,03AB00,done,kernteam,explore-grey,,af,GEHEIM
G-1,2026-10-27,03AB00,consult,colleague,named,,af,GEHEIM
G-1,2026-10-27,03AB00,consult,veilig-thuis,named,,af,GEHEIM
G-1,2026-10-27,03AB00,done,af,discuss,,af,ZELF
G-1,2026-10-27,03AB00,done,af,discuss,,ib,ANDER
G-1,2026-10-27,03AB00,plan,casemanager,cjg,,af,GEHEIM'
run -a 2026-10-30 < <(of G-1; echo "$named_steps")
check 'anonymous: not who knows the family by name' eval 'fine && lacks_all CJG leerplicht \
    "samen met het kernteam onderzocht" "een collega," "kernteam, anoniem" GEHEIM &&
    has_all "overleg met een collega" "overleg met Veilig Thuis" "overleg met het kernteam" \
    "Casemanager: vastgelegd" "Wat met naam is besproken of gedaan, staat hier niet bij."'
for action in help joint-talk practical-help; do
	run -a 2026-10-30 < <(of G-1 | grep -v 'R29\|R30\|consent' | sed "s/think-along/$action/")
	check "anonymous: $action is thought about together, names come after consent" eval 'fine && papers 1 &&
	    has "Wilt u met ons meedenken hoe dit gezin geholpen kan worden? Wij vragen het gezin eerst" &&
	    lacks_all "Wilt u het gezin helpen" "samen met ons en de ouders" "Kind en gezin" "Naam en telefoon" "Weten de ouders hiervan"'
	run -a 2026-10-30 < <(of G-1 | grep -v 'R29\|R30' | sed "s/think-along/$action/")
	check "anonymous: $action, and a family that said no is not asked again" eval 'has "meedenken hoe dit gezin geholpen" &&
	    lacks "Wij vragen het gezin"'
	run -a 2026-10-30 < <(of G-1 | grep -v 'R29\|R30\|consent' | sed "s/think-along/$action/; s/grey,W19/expert-first,W04/")
	check "anonymous: $action, and nobody asks the family while it is in danger" eval 'has "Neem nog geen contact op" &&
	    lacks "Wij vragen het gezin"'
done
run -a 2026-10-30 < <(of G-1 | sed "/consent/d; s/anonymous$/named/")
check 'the day of the review' eval 'has "Datum van herbeoordeling: 3 december 2026 GEHEIM opnieuw kijken." && lacks "geen signalen vastgelegd"'
run -a 2026-10-30 < <(of G-1 | grep -v 'R29\|consent' | sed "s/think-along/help/; s/bear-and-normalise/joint-talk/; s/2026-11-09,mc-refer,R31/2026-12-09,mc-refer,R31/")
check 'anonymous: what becomes the same question is asked once, by the earlier day' eval 'fine && papers 1 &&
    [ "$(grep -o "meedenken hoe dit gezin" "$scratch/flat" | wc -l)" -eq 1 ] && has "Graag in november 2026;" && lacks "Graag in december"'
run -a 2026-10-30 < <(of G-1 | grep -v 'R29\|consent' | sed "s/think-along/help/; s/bear-and-normalise/joint-talk/; s/2026-11-09,mc-refer,R30/2026-12-09,mc-refer,R30/")
check 'anonymous: whichever of them that is' eval 'has "Graag in november 2026;" && lacks "Graag in december"'
run -a 2026-10-30 < <(of G-1 | sed s/anonymous$/named/; echo G-1,2026-10-27,03AB00,consent,kernteam,yes,,ib,)
check 'consent that was given later counts' eval 'fine && has "Zaak G-1"'
run -a 2026-10-30 < <(of G-1 | sed s/anonymous$/named/)
check 'the family said no, whatever the refer record says: anonymous' eval 'fine && papers 1 && lacks_all G-1 03AB00 GEHEIM'
run -a 2026-10-30 < <(of G-1 | grep -v R30 | sed 's/anonymous$/named/; s/explore-grey\|think-along/absence/'; echo "$unauthorised")
check 'but for unauthorised absence' eval 'fine && has "Zaak G-1"'
run -a 2026-10-30 < <(of G-1 | grep -v R30 | sed 's/anonymous$/named/; s/explore-grey\|think-along/absence/')
check 'of which being late or ill is none' eval 'fine && papers 1 && lacks_all G-1 03AB00 GEHEIM'
run -a 2026-10-13 < <(of O-1 | sed 's/consent,kernteam,yes/consent,kernteam,no/')
check 'a no for the kernteam holds for its members' eval 'fine && papers 2 && lacks_all O-1 03AB00 "Stond alleen"'
run -a 2026-10-13 -p cjg < <(of O-1 | sed 's/consent,kernteam,yes/consent,kernteam,no/'; echo O-1,2026-10-06,03AB00,consent,cjg,yes,,ib,x | sed 's/-06,/-05T09:00,/'
    echo O-1,2026-10-05,03AB00,consent,cjg,no,,ib,x)
check 'a no of the same day counts before a yes' eval 'fine && lacks O-1 && has "wil niet dat wij met naam overleggen met het CJG" &&
    lacks "vindt het goed"'
run -a 2026-10-13 -p cjg < <(of O-1 | sed 's/2026-10-05,03AB00,consent,kernteam,yes/2026-10-04,03AB00,consent,kernteam,no/'; echo O-1,2026-10-05,03AB00,consent,cjg,yes,,ib,x)
check 'and yields to a later yes for the member' eval 'fine && has "Zaak O-1"'

# What came after the last talk is not known by the parents.
later='O-1,2026-10-06,03AB00,signal,fear,seen,,teacher,Kroop weg.'
weighed_at() { sed "s/^O-1,2026-10-05\(,03AB00,weigh\)/O-1,2026-10-$1\1/"; }
run -a 2026-10-13 -p cjg < <(of O-1 | weighed_at 06; echo "$later")
check 'a concern after the last talk: the parents do not know of that' eval \
    'has "Het laatste gesprek met de ouders was op 5 oktober 2026. Over wat daarna is gezien of gehoord," && lacks "weten van deze zorgen"'
run -a 2026-10-13 -p cjg < <(of O-1; echo "$later" | sed s/10-06/10-05/)
check '... one of its day may have been spoken of' has 'De ouders weten van deze zorgen'
run -a 2026-10-13 -p cjg < <(of O-1 | weighed_at 06; echo "$later" | sed s/fear,seen/staff,child/)
check '... nor does one that the reader may not know count' has 'De ouders weten van deze zorgen'
run -a 2026-10-30 < <(of G-1; echo G-1,2026-10-27,03AB00,signal,fear,seen,,teacher,x)
check '... without names, by the month' has 'Het laatste gesprek met de ouders was in oktober 2026. Over wat daarna'
run -a 2026-10-13 -p cjg < <(of O-1 | sed s/talk,parents/talk,one-parent/)
check 'a talk with one parent' has 'Eén ouder weet van deze zorgen'
run -a 2026-10-13 -p cjg < <(of O-1 | weighed_at 06 | sed s/talk,parents/talk,one-parent/; echo "$later")
check '... and a concern after it' has 'Met één ouder is gesproken, maar niet over alles wat is gezien of gehoord.'

# An agreement on safety stands beside a later one; a round that ended it is none of this paper.
agreed() { printf 'O-1,2026-10-%s,03AB00,plan,agreement,,,af,%s\n' 05 'Belt oma bij ruzie.' 06 'Oma haalt op.'; }
run -a 2026-10-13 -p cjg < <(of O-1 | weighed_at 06; agreed)
check 'agreements with the family, each with its day' eval 'in_order "Welke afspraken er zijn" \
    "- 5 oktober 2026: veiligheidsafspraak" "Belt oma bij ruzie." "- 6 oktober 2026: veiligheidsafspraak" "Oma haalt op." &&
    lacks "nog niet afgesproken"'
run -a 2026-10-13 -p cjg < <(of O-1 | weighed_at 06; agreed; echo O-1,2026-10-06,03AB00,answer,suspicion,no,,af,x)
check '... those of this round' eval 'lacks "Belt oma" && has "Oma haalt op."'
run -a 2026-10-30 < <(of G-1; agreed | sed s/^O-1/G-1/; echo G-1,2026-10-27,03AB00,plan,agreement,,,af,Belt oma.)
check '... without names: the month, and no text' eval '[ "$(count_of "- oktober 2026: veiligheidsafspraak")" -eq 1 ] && lacks oma'
run -a 2026-10-13 < <(of O-1 | sed 's/consent,kernteam,yes/consent,socius,yes/; s/refer,socius/refer,kernteam/; /,cjg,/d')
check 'a kernteam that stands in for a member sees its consent' has 'het gezin vindt het goed dat wij met naam overleggen met SOCIUS'
run -a 2026-10-13 < <(of O-1 | sed 's/consent,kernteam,yes/consent,socius,yes/; s/refer,socius\(.*\)named/refer,kernteam\1anonymous/; /,cjg,/d')
check 'but not without names, when it is a yes' eval 'papers 1 && lacks SOCIUS'
run -a 2026-10-13 < <(of O-1 | sed 's/consent,kernteam,yes/consent,socius,no/; s/refer,socius/refer,kernteam/; /,cjg,/d')
check 'a kernteam that is asked to help hears no name that a member may not hear' eval 'fine && papers 1 && lacks O-1 && has "wil niet"'
run -a 2026-10-13 -p cjg < <(of O-1 | sed 's/R2[35] named/R23 anonymous/')
check 'an anonymous paper does not tell that the kernteam may hear the name' eval 'fine && papers 1 && lacks "vindt het goed"'
run -a 2026-10-13 -p cjg < <(of O-1 | sed 's/early-help,W12/check-safety,W03/')
check 'while nobody may go near the family a partner is asked to be ready, once and without a day' eval 'papers 1 && has "Zaak O-1" &&
    [ "$(grep -o "Wilt u klaarstaan om te helpen?" "$scratch/flat" | wc -l)" -eq 1 ] &&
    lacks_all "Wilt u samen met ons" "Wilt u het gezin helpen" pasklare "Dit had uiterlijk"'
run -a 2026-10-30 < <(of G-1; echo G-1,2026-10-26T09:00,03AB00,answer,suspicion,no,,ib,GEHEIM anders; echo G-1,2026-10-26T09:00,03AB00,consent,kernteam,no,,af,GEHEIM anders)
check 'anonymous: what reads the same stands once' eval 'fine && [ "$(grep -o "het gezin wil niet dat" "$scratch/flat" | wc -l)" -eq 1 ] &&
    [ "$(grep -o "kindermishandeling: nee (oktober 2026)" "$scratch/flat" | wc -l)" -eq 1 ]'
run -a 2026-10-30 < <(of G-1 | sed "/consent/d; s/anonymous$/named/"; echo "$named_steps")
check 'named: the same steps are told, and how' eval 'fine && has_all \
    "overleg met het CJG (Centrum voor Jeugd en Gezin), met naam" "verzuim besproken met de leerplichtambtenaar" \
    "samen met het kernteam onderzocht of het grijs gebied is" "overleg met een collega, met naam" \
    "Casemanager: CJG" "besproken met de aandachtsfunctionaris ZELF" \
    "besproken met de aandachtsfunctionaris (intern begeleider of kwaliteitscoördinator) ANDER" && lacks "staat hier niet bij"'
run -a 2026-10-30 -p lpa < <(of G-1; of G-1 | grep R31 | sed 's/kernteam,think-along/lpa,absence/; s/R31 anonymous/R35 named/')
check '--partner: the paper of that partner alone' eval 'fine && papers 1 && has "Vraag aan de leerplichtambtenaar"'
run -a 2026-10-30 -p leerplichtambtenaar < <(of G-1)
check '--partner of whom nothing is asked: a note' eval 'ends 0 && is_empty && says "nothing is asked of this partner: no referral"'
for partner in af board veilig-thuis inspector nobody; do
	run -p "$partner" < /dev/null
	check "--partner $partner gets no referral" eval 'ends 2 && is_empty && says "gets no referral"'
done
run -t chronology -p cjg < /dev/null
check '--partner belongs to the referral' eval 'ends 2 && is_empty && says "--partner belongs to"'

run -a 2026-12-04 < <(of G-1 | sed 's/grey,W19/overdue,W18/')
check 'the grey area, its review overdue' has_all 'De afgesproken datum is voorbij.' \
    'zo snel mogelijk aandachtsfunctionaris opnieuw beoordelen'

# ----------------------------------------------------------- named referrals

run -a 2026-10-13 < <(of O-1)
check 'one paper for each partner' eval \
    'fine && papers 2 && has_all "Vraag aan SOCIUS (maatschappelijk werk)" "Vraag aan het CJG"'
check 'a rule between papers' eval '[ "$(grep -c "^####" "$scratch/out")" -eq 1 ]'
check 'named: case, school, days and texts' has_all 'Zaak O-1' 'School 03AB00' \
    '2 oktober 2026: te weinig toezicht of te laat opgehaald' 'Stond alleen op het plein.'
check 'signals in order of time, how they are known, then what protects' in_order \
    '1 oktober 2026: complexe scheiding (van de ouder gehoord; leerkracht)' \
    '2 oktober 2026: te weinig toezicht of te laat opgehaald (zelf gezien of' \
    'Wat het kind zelf zegt' 'Het is best leuk thuis.' \
    'Wat beschermt, en wat de zorgen tegenspreekt' 'Oma haalt elke vrijdag op.' 'Wat er al is gedaan' 'Zij willen graag hulp.'
check 'what protects and what the child said stand once in each paper' eval \
    '[ "$(count_of "Oma haalt")" -eq 2 ] && [ "$(count_of "best leuk")" -eq 2 ]'
check 'nothing about staff or between pupils' lacks_all MEDEWERKER LEERLING medewerker leerlingen \
    inspecteur gezag
check 'the CJG: no ready-made question is needed, parents are open to a talk' has_all \
    'Er hoeft geen pasklare hulpvraag te zijn' 'ouders openstaan voor een gesprek met het CJG'
check 'overdue is said, and what is not overdue is not' eval \
    'has "Dit had uiterlijk 12 oktober 2026 moeten gebeuren." && has "Graag uiterlijk 14 oktober 2026."'
check 'named: lines for whom it is about, which no record holds' has_all 'Naam en telefoon van de aandachtsfunctionaris ___' \
    'Kind en gezin (vult de school in) ___'
check 'named: whether the parents know, by the talks' eval 'has "De ouders weten van deze zorgen; het laatste gesprek met hen was op 5 oktober 2026." &&
    lacks "Weten de ouders hiervan?"'
check 'named: of agreements that nobody made with the family, none is said to lack' lacks afspraak
check 'with words of the child: the paper stays at home' eval \
    '[ "$(count_of "Dit blad is alleen voor u. Neem het niet mee naar een gesprek met de ouders")" -eq 2 ]'
check 'named: no word of what is asked without names' lacks 'bespreekt de school apart'
check 'named: the whole case needs no word that there is less' lacks 'U krijgt alleen'
check 'papers have no two empty lines in a row' eval '! grep -Pzq "\n\n\n" "$scratch/out"'
check 'consent' has 'het gezin vindt het goed dat wij met naam overleggen'
check 'a new signal can give a new outcome' has 'een nieuw signaal en een nieuwe weging kan een nieuwe uitkomst geven'

cp "$scratch/out" "$scratch/sorted"
run -a 2026-10-13 -p cjg < <(of O-1; for partner in socius expert; do echo "O-1,2026-10-05,03AB00,consent,$partner,yes,,ib,NIET"; done)
check 'every consent is shown' eval 'fine && has_all "met naam overleggen met SOCIUS" "met naam overleggen met een deskundige" NIET'
run -a 2026-10-13 < <(of O-1 | sort -r)
check 'the order of the lines makes no difference' cmp -s "$scratch/out" "$scratch/sorted"

run -a 2026-10-13 < <(of O-1; echo O-1,2026-10-05,03AB00,refer,af,comfort,2026-10-05,mc-refer,R13 named
    echo O-1,2026-10-05,03AB00,refer,af,none,,mc-refer,R36 named; echo O-1,2026-10-05,03AB00,done,af,comfort,,af,ROOSTER
    echo O-1,2026-10-05,03AB00,done,af,peer-protocol,,af,ROOSTER)
check 'what the school does in the classroom is nothing for a partner' eval 'fine && lacks_all ROOSTER opvangen "geen vervolgactie"'
run -a 2026-10-13 < <(of O-1 | sed 's/2026-10-05,03AB00,\(weigh\|refer\)/2026-10-07,03AB00,\1/; s/early-help,W12/talk-first,W14/'
    echo 'O-1,2026-10-07,03AB00,signal,fear,seen,,teacher,Schrok van de bel.')
check 'help was wanted, and then came a new signal' eval \
    'fine && has "De ouders wilden eerder hulp. Daarna is er een nieuw signaal gekomen."'

run -a 2026-10-13 << 'EOF'
M-1,2026-10-05,03AB00,signal,hunger,seen,,teacher,Geen brood mee.
M-1,2026-10-05,03AB00,weigh,talk-first,W14,,mc-weigh,
M-1,2026-10-05,03AB00,refer,kernteam,discuss,2026-10-12,mc-refer,R22 anonymous
EOF
check 'a discussion without doubt is not' eval 'has "Wilt u deze zorgen met ons bespreken en meedenken" && lacks "Wij twijfelen"'
check 'a first talk is not called a second one' eval 'has "De meldcode is nog niet gestart." && lacks "De ouders wilden eerder hulp"'
run -a 2026-10-30 -c G-1 < <(of G-1)
check 'one paper without names needs no word of warning' fine
run -a 2026-10-13 -l en < <(of O-1)
check 'English, the texts as they were written' eval 'fine && papers 2 &&
    has_all "Request to the CJG" "What we ask of you" "conflict divorce (heard from the parent; teacher)" \
    "1 October 2026" "Oma haalt elke vrijdag op." "Note: a new signal" && lacks_all Wat Vraag oktober'

# Help runs while there is a suspicion about staff, which is nobody's business here.
run -a 2026-10-12 << 'EOF'
S-1,2026-10-01,03AB00,signal,hunger,seen,,teacher,Geen brood mee.
S-1,2026-10-02,03AB00,talk,family,wants-help,,ib,Willen hulp.
S-1,2026-10-02,03AB00,consult,colleague,named,,teacher,Advies.
S-1,2026-10-05,03AB00,answer,suspicion,yes,,af,Al lang geen eten.
S-1,2026-10-05,03AB00,answer,unsafe,no,,af,Geen gevaar.
S-1,2026-10-05,03AB00,answer,can-help,yes,,af,
S-1,2026-10-05,03AB00,answer,accepts,yes,,af,
S-1,2026-10-05,03AB00,plan,term,,2026-12-18,af,Voor de kerst.
S-1,2026-10-01,03AB00,consent,socius,no,,ib,VORIGE
S-1,2026-10-05,03AB00,consent,socius,yes,,ib,NIEUWE
S-1,2026-10-12,03AB00,signal,staff,child,,teacher,MEDEWERKER
S-1,2026-10-12,03AB00,weigh,staff-duty,W08,,mc-weigh,missing:goal missing:casemanager
S-1,2026-10-12,03AB00,refer,board,staff-duty,2026-10-12,mc-refer,R10 named
S-1,2026-10-12,03AB00,refer,inspector,advise,2026-10-12,mc-refer,R11 named
S-1,2026-10-12,03AB00,refer,socius,help,2026-10-12,mc-refer,R25 named
S-1,2026-10-12,03AB00,refer,af,review,2026-12-18,mc-refer,R26 named
S-1,2026-10-12,03AB00,refer,af,plan,2026-10-12,mc-refer,R33 named
EOF
check 'help: what is agreed, and what is not yet' eval 'fine && papers 1 && has_all \
    "de hulp" "helpen volgens de afspraken" "Termijn waarbinnen effect merkbaar is: 18 december 2026" \
    "Doel op veiligheid of welzijn: nog niet afgesproken" "Casemanager: nog niet afgesproken"'
check 'an agreement has its own text' eval 'has "18 december 2026 Voor de kerst." && [ "$(count_of "Voor de kerst")" -eq 1 ]'
check 'answers and their arguments' has_all \
    'kindermishandeling: ja (5 oktober 2026) Al lang geen eten.' \
    'Nog niet beantwoord: afweging 5.'
check 'what changed since is not hinted at when it may not be told' eval \
    'has "onveiligheid: nee (5 oktober 2026)" && lacks "sindsdien"'
check 'the outcome is that without what tells of staff' eval 'lacks_all MEDEWERKER medewerker W08 &&
    has "Uitkomst: hulp organiseren en uitvoeren."'
cp "$scratch/out" "$scratch/before"
run -a 2026-10-30 < <(of G-1 | sed 's/anonymous$/named/; s/grey,W19/staff-duty,W08/')
check 'nor does the weigh record alone tell of it' eval 'ends 0 && lacks medewerker && has "Uitkomst: grijs gebied."'
cp "$scratch/before" "$scratch/out"
tr -s ' \n' ' ' < "$scratch/out" > "$scratch/flat"
check 'the newest consent alone' eval 'has NIEUWE && lacks VORIGE'
run -a 2026-10-12 < <(sed -n '/^S-1/p' "$0" | grep -v MEDEWERKER | sed 's/staff-duty,W08/help,W34/; /R10/d; /R11/d; s/2026-10-12,03AB00/2026-10-05,03AB00/'
    echo S-1,2026-10-04,03AB00,answer,can-help,yes,,af,OUD; echo S-1,2026-10-03,03AB00,plan,term,,2026-11-30,af,OUD
    echo S-1,2026-10-05,03AB00,plan,term,,2026-12-20,af,OUD)
check 'an answer and an agreement that were overtaken are not shown' eval 'fine && papers 1 && lacks OUD'
check 'one question is no list' eval '! grep -q "^- Wilt u" "$scratch/out"'

run -a 2026-12-30 < <(sed -n '/^S-1/p' "$0" | grep -v MEDEWERKER | sed 's/staff-duty,W08/overdue,W31/; /R10/d; /R11/d; s/2026-10-12,03AB00/2026-10-05,03AB00/')
check 'a term that passed is told as one' has 'De termijn die voor de hulp is afgesproken, is voorbij.'
run -a 2026-10-12 << 'EOF'
R-1,2026-10-01,03AB00,answer,suspicion,yes,,af,x
R-1,2026-10-01,03AB00,answer,unsafe,no,,af,x
R-1,2026-10-01,03AB00,answer,can-help,yes,,af,x
R-1,2026-10-01,03AB00,answer,accepts,yes,,af,x
R-1,2026-10-02,03AB00,answer,result,yes,,af,x
R-1,2026-10-02,03AB00,plan,monitor,,2027-01-15,af,AFSPRAAK
R-1,2026-10-02,03AB00,need,sport,,,af,x
R-1,2026-10-02,03AB00,weigh,close-monitor,W33,,mc-weigh,missing:consult missing:talk
R-1,2026-10-02,03AB00,refer,board,inform,2026-10-05,mc-refer,R03 named
R-1,2026-10-02,03AB00,refer,kernteam,discuss,2026-10-16,mc-refer,R22 named
EOF
check 'the agreement on monitoring, and that there are no signals' has_all 'Afspraak over het volgen van de veiligheid: 15 januari 2027 AFSPRAAK' \
    'Er zijn geen signalen vastgelegd die hierbij horen.'
check 'what the board is asked is not for a partner' lacks_all 'bevoegd gezag' informeren
run -a 2026-10-12 < <(echo R-2,2026-10-01,03AB00,answer,unsafe,acute,,af,x; echo R-2,2026-10-01,03AB00,weigh,report-now,W01,2026-10-01,mc-weigh,with-vt
    echo R-2,2026-10-01,03AB00,refer,kernteam,discuss,2026-10-16,mc-refer,R22 named)
check 'a suspicion that follows from weighing 2 is said so' has 'kindermishandeling: ja (dit volgt uit afweging 2)'

# What the reader may know of is said: a new signal makes an answer out of date.
run -a 2026-10-12 << 'EOF'
N-1,2026-10-01,03AB00,signal,hunger,seen,,teacher,Geen brood mee.
N-1,2026-10-05,03AB00,answer,suspicion,no,,af,Geen vermoeden.
N-1,2026-10-05,03AB00,answer,concern,yes,,af,Wel zorgen.
N-1,2026-10-12,03AB00,signal,fear,seen,,teacher,Schrok van de bel.
N-1,2026-10-12,03AB00,weigh,reweigh,W15,,mc-weigh,missing:suspicion
N-1,2026-10-12,03AB00,refer,af,weigh,2026-10-13,mc-refer,R17 named
N-1,2026-10-12,03AB00,refer,kernteam,discuss,2026-10-19,mc-refer,R22 named
EOF
check 'what changed since is said when it may be told' has_all \
    'nee (5 oktober 2026), maar sindsdien is er iets veranderd' 'Uitkomst: nieuwe feiten: opnieuw wegen' \
    'afwegingen beantwoorden'
run -a 2026-10-12 << 'EOF'
N-2,2026-10-01,03AB00,signal,hunger,seen,,teacher,Geen brood mee.
N-2,2026-10-05,03AB00,answer,suspicion,no,,af,Geen vermoeden.
N-2,2026-10-05,03AB00,answer,concern,yes,,af,Wel zorgen.
N-2,2026-10-12T09:00,03AB00,signal,staff,child,,teacher,MEDEWERKER
N-2,2026-10-12T10:00,03AB00,done,board,staff-duty,,head,MEDEWERKER
N-2,2026-10-12,03AB00,weigh,reweigh,W15,,mc-weigh,missing:suspicion
N-2,2026-10-12,03AB00,refer,af,weigh,2026-10-13,mc-refer,R17 named
N-2,2026-10-12,03AB00,refer,kernteam,explore-grey,2026-10-19,mc-refer,R29 named
EOF
check 'nor is it by what the outcome or an action shows' eval 'fine && papers 1 &&
    lacks_all MEDEWERKER sindsdien signaal: "afwegingen beantwoorden" && has "Uitkomst: grijs gebied."'

# A suspicion about staff in the midst: the paper is to the letter that of the same case without it.
without='H-1,2026-10-01,03AB00,signal,hunger,seen,,teacher,Geen brood mee.
H-1,2026-10-02,03AB00,talk,parents,wants-help,,ib,Willen hulp.
H-1,2026-10-02,03AB00,weigh,early-help,W12,,mc-weigh,
H-1,2026-10-02,03AB00,refer,socius,joint-talk,2026-10-09,mc-refer,R23 named
H-1,2026-10-02,03AB00,refer,af,review,2026-10-30,mc-refer,R24 named'
run -a 2026-10-12 <<< "$without"
cp "$scratch/out" "$scratch/without"
with=$(sed 's/02,03AB00,weigh,early-help,W12/10,03AB00,weigh,talk-first,W14/; s/02,03AB00,refer/10,03AB00,refer/' <<< "$without"
    echo H-1,2026-10-10T09:00,03AB00,signal,staff,child,,teacher,MEDEWERKER
    echo H-1,2026-10-10T10:00,03AB00,done,board,staff-duty,,head,MEDEWERKER
    echo H-1,2026-10-10T10:00,03AB00,consult,inspector,anonymous,,head,MEDEWERKER
    echo H-1,2026-10-10,03AB00,refer,af,talk,2026-10-17,mc-refer,R21 named
    echo H-1,2026-10-10,03AB00,refer,kernteam,discuss,2026-10-17,mc-refer,R22 named)
run -a 2026-10-12 -p socius <<< "$with"
check 'nothing shows that there is a suspicion about staff' cmp -s "$scratch/out" "$scratch/without"

# In doubt (W17) all is recorded as if there were a suspicion about staff; without it more is asked.
doubt='I-1,2026-10-01,03AB00,signal,hunger,seen,,teacher,Geen brood mee.
I-1,2026-10-02,03AB00,answer,suspicion,doubt,,af,Weet het niet.
I-1,2026-10-02,03AB00,weigh,consult,W17,,mc-weigh,missing:consult missing:talk missing:child
I-1,2026-10-01,03AB00,refer,af,discuss,2026-10-08,mc-refer,R14 named
I-1,2026-10-02,03AB00,refer,kernteam,discuss,2026-10-09,mc-refer,R15 anonymous
I-1,2026-10-02,03AB00,refer,veilig-thuis,advise,2026-10-09,mc-refer,R16 anonymous
I-1,2026-10-02,03AB00,refer,af,weigh,2026-10-16,mc-refer,R20 named
I-1,2026-10-01,03AB00,refer,af,talk,2026-10-08,mc-refer,R21 named'
run -a 2026-10-05 -w <<< "$doubt"
cp "$scratch/out" "$scratch/doubt"
check 'a discussion in doubt is asked so' eval 'has "Wij twijfelen en komen er samen niet uit." && lacks "uit afweging 2"'
check 'what others are asked, by day' eval 'fine && in_order "Wat er verder gebeurt" "aandachtsfunctionaris  bespreken" \
    "Veilig Thuis" "afwegingen beantwoorden"'
run -a 2026-10-05 -w < <(echo "$doubt" | sed 's/consult,W17,,mc-weigh.*/staff-duty,W08,,mc-weigh,/; /R14\|R16\|R20\|R21/d'
    echo I-1,2026-10-02,03AB00,signal,staff,child,,teacher,MEDEWERKER
    echo I-1,2026-10-02,03AB00,refer,board,staff-duty,2026-10-02,mc-refer,R10 named
    echo I-1,2026-10-02,03AB00,refer,inspector,advise,2026-10-02,mc-refer,R11 named)
check 'and the same where a suspicion about staff hides it' cmp -s "$scratch/out" "$scratch/doubt"

# What is asked because of a hidden signal would contradict the outcome without it.
run -a 2026-10-02 << 'EOF'
J-1,2026-09-01,03AB00,signal,poverty,seen,,teacher,Kapotte schoenen.
J-1,2026-09-02,03AB00,answer,suspicion,yes,,af,x
J-1,2026-09-02,03AB00,answer,unsafe,no,,af,x
J-1,2026-09-02,03AB00,answer,can-help,yes,,af,x
J-1,2026-09-02,03AB00,answer,accepts,yes,,af,x
J-1,2026-09-20,03AB00,answer,result,yes,,af,x
J-1,2026-10-01,03AB00,signal,pupil,seen,,teacher,Geduwd
J-1,2026-10-01,03AB00,weigh,reweigh,W23,,mc-weigh,missing:consult missing:talk missing:unsafe
J-1,2026-10-01,03AB00,refer,socius,help,2026-09-09,mc-refer,R25 named
EOF
check 'an outcome that the question contradicts is not told' eval 'fine && papers 1 && has "Wilt u het gezin helpen" && lacks_all Uitkomst "Waar wij nu staan" "De hulp heeft het afgesproken resultaat"'

# Without a word about names, help may be asked with names of a family that was open to it.
run -a 2026-10-12 < <(echo "$without" | sed 's/parents,wants-help/parents,no-help/; s/early-help,W12/start-meldcode,W13/')
check 'a family that is not open to help any more is not called so' eval 'fine && has "Het gezin stond eerder open voor hulp" && lacks "Het gezin staat open"'
run -a 2026-10-12 <<< "$without"
check 'one that is, is' has 'Het gezin staat open voor hulp; daarom is deze vraag met naam.'
run -a 2026-10-12 < <(echo "$without"; echo H-1,2026-10-02,03AB00,answer,unsafe,acute,,af,x)
check 'a danger that was recorded after the weighing is told' eval 'ends 0 && has "Iemand is niet veilig" &&
    has "Uitkomst: direct telefonisch melden" && has "Neem nog geen contact op" && lacks "ouders willen hulp: kernteam"'

# ------------------------------------------------------------- untrue or clumsy

# T-1: told by the child, known later, with Handle with Care; help after a report, one parent spoken with.
cat > "$scratch/told" << 'EOF'
T-1,2026-10-01,03AB00,signal,tells-quarrel,child,2026-10-03,teacher,RUZIE
T-1,2026-10-02,03AB00,signal,handle-with-care,third,,af,BERICHT
T-1,2026-10-02,03AB00,signal,contact,seen,,af,NOTITIE
T-1,2026-10-02,03AB00,talk,one-parent,no-concern,,ib,MOEDER
T-1,2026-10-05,03AB00,done,veilig-thuis,report,,af,GEMELD
T-1,2026-10-05,03AB00,answer,suspicion,yes,,af,x
T-1,2026-10-05,03AB00,weigh,reported,W10,,mc-weigh,
T-1,2026-10-05,03AB00,refer,socius,help,2026-10-12,mc-refer,R25 named
T-1,2026-10-05,03AB00,refer,veilig-thuis,advise,2026-10-12,mc-refer,R38 anonymous
EOF
run -a 2026-10-07 < "$scratch/told"
check 'what the child told stands with what the child says, with the day the school knew' eval 'ends 0 && papers 1 &&
    in_order "Wat het kind zelf zegt" "1 oktober 2026: vertelt over ruzie thuis (van het kind gehoord; leerkracht;" RUZIE "Neem het niet mee" &&
    has "bij de school bekend sinds 3 oktober 2026)" && lacks "geen signalen vastgelegd" && [ "$(count_of RUZIE)" -eq 1 ]'
check 'a Handle with Care notice is for Veilig Thuis, a note for nobody' lacks_all BERICHT Handle NOTITIE 'advies vragen'
check 'who reported has consulted' lacks 'nog geen overleg'
check 'one parent is one' has_all 'gesprek met één ouder of verzorger: deze ouder herkent de zorgen niet' 'Met één ouder is gesproken, maar niet over alles'
check 'help after a report is given in step with Veilig Thuis' has 'Geef deze hulp in overleg met Veilig Thuis'
run -a 2026-10-07 < <(sed 's/talk,one-parent,no-concern/talk,child,open/; s/done,veilig-thuis,report,/done,colleague,help,/; s/reported,W10/start-meldcode,W13/' "$scratch/told" | grep -v R38)
check 'without a report there is no word of one, nor that parents know' eval 'lacks "in overleg met Veilig Thuis" &&
    has_all "gesprek met het kind (intern" "Ga ervan uit dat zij hiervan niet weten." "Er is hierover nog geen overleg vastgelegd."'
run -a 2026-10-07 < <(grep -v 'child\|,weigh,\|,refer,' "$scratch/told"; grep ,weigh, "$scratch/told"; grep R25 "$scratch/told" | sed 's/R25 named/R25 anonymous/'
    echo T-1,2026-10-05,03AB00,consent,cjg,yes,,ib,x)
check 'consent for another is not called no consent at all' eval 'has "geen toestemming om u de naam van het gezin te noemen" && lacks "Neem het niet mee"'

# ------------------------------------------------- no more than the task needs

run -a 2026-10-30 < <(of L-1)
check 'absence and practical help: two papers' eval 'fine && papers 2'
check 'neither shows the case, nor where it stands' lacks_all 'Waar wij nu staan' Uitkomst BANG BESCHERMEND GESPREK KIND DOEL ADVIES ARGUMENT OPVOEDING W24 \
    Afweging Veilig\ Thuis:
check 'without words of the child: nothing about taking the paper to a talk' lacks 'Neem het niet mee'
check 'what is left out is said' has 'U krijgt alleen de gegevens die voor deze vraag nodig zijn.'
check 'both show what is needed' has_all 'Zeven keer te laat.' 'Een kinderfiets.'
run -a 2026-10-30 -p kernteam < <(of L-1; echo L-1,2026-10-23,03AB00,refer,kernteam,practical-help,2026-11-06,mc-refer,R34 named)
check 'practical help of who stands in for others: what no other partner has' eval 'fine && papers 1 && has OPVOEDING && lacks fiets'
run -a 2026-10-30 -p kernteam < <(of L-1 | grep -v practical-help; echo L-1,2026-10-23,03AB00,done,socius,practical-help,,ib,x
    echo L-1,2026-10-23,03AB00,refer,kernteam,practical-help,2026-11-06,mc-refer,R34 named)
check 'nor what another gave already' eval 'fine && papers 1 && has OPVOEDING && lacks fiets'
run -a 2026-10-30 < <(of L-1 | grep -v ,lpa,)
check 'practical help alone: the needs of that partner' eval \
    'fine && papers 1 && has "Een kinderfiets." && lacks_all laat Zeven OPVOEDING opvoedvraag'
run -a 2026-10-30 < <(of L-1 | grep -v ,socius,)
check 'absence alone: signals of absence' eval \
    'fine && papers 1 && has "Zeven keer te laat." && lacks_all fiets Een\ kinderfiets'
check 'absence alone, overdue' has 'Dit had uiterlijk 28 oktober 2026 moeten gebeuren.'
check 'absence alone: what the attendance officer asks first' has_all 'Aantal uren of dagen verzuim ___' 'In welke periode ___' \
    'Gemeld bij het verzuimloket op ___' 'Weten de ouders hiervan? [ ] nee [ ] ja, besproken op ___'

run -a 2026-10-30 < <(of L-1 | sed 's/incomplete,W24/check-safety,W03/; s/missing:unsafe//')
check 'no contact with the family before safety is judged, and no word of danger to who needs none' eval \
    'has "Neem nog geen contact op met het gezin. Overleg eerst met de aandachtsfunctionaris." && lacks gevaar\ brengen'

# -------------------------------------------------------------- the chronology

run -t chronology -a 2026-10-30 -c O-1 < "$scratch/records"
check 'chronology: without derived records' eval 'fine && papers 1 && lacks_all R23 mc-refer'
check 'chronology: where a rule is told in words' \
    has "Wat een regel zegt: mc-weigh --explain $(grep -o '(regel W[0-9]*' "$scratch/out" | tail -n 1 | cut -d' ' -f2)"
run -a 2026-10-30 -c O-1 < <(mc-weigh -a 2026-10-30 "$scratch/records" | mc-refer)
check 'but not in a paper for a partner' eval 'lacks "explain"'
run -t chronology -a 2026-10-30 -c O-1 < "$scratch/records"
check 'chronology: by time' in_order 'Verloop van zaak O-1' '1 oktober 2026: signaal' \
    '2 oktober 2026: signaal' '3 oktober 2026: signaal' MEDEWERKER LEERLING '4 oktober 2026: ' \
    '5 oktober 2026: gesprek' '5 oktober 2026: toestemming'
run -t chronology -a 2026-10-30 << 'EOF'
T-1,2026-10-30T14:00,03AB00,signal,fear,seen,,teacher,TWEE
T-1,2026-10-30T09:05,03AB00,signal,fear,seen,,teacher,EEN
T-1,2026-10-30T00:00,03AB00,signal,fear,seen,,teacher,MIDDERNACHT
T-1,2026-10-30,03AB00,signal,fear,seen,,teacher,NUL
EOF
check 'chronology: what has no time comes first on its day' in_order '30 oktober 2026: ' NUL \
    '30 oktober 2026, 0.00 uur: ' MIDDERNACHT '30 oktober 2026, 9.05 uur: ' EEN '30 oktober 2026, 14.00 uur: ' TWEE
run -t chronology -a 2026-10-30 < <(of G-1)
check 'chronology: for the AF alone, with the outcome of today on top' eval 'fine &&
    notices "Dit verloop is alleen voor de aandachtsfunctionaris." &&
    in_order "Uitkomst   grijs gebied (regel W19)" "Wat is vastgelegd"'
check 'chronology: the outcome at the end of the day that changed it, what it misses in words' in_order \
    'ongewassen of vieze kleren' '- 30 september 2026: aan het einde van de dag' '> Uitkomst: eerst in gesprek met ouders en kind (regel W14).' \
    'er blijven zorgen (grijs gebied)' 'praktische hulpbehoefte' '- 26 oktober 2026: aan het einde van de dag' \
    '> Uitkomst: grijs gebied (regel W19). Ontbreekt nog: overleg.' '28 oktober 2026: collegiale consultatie' '> Uitkomst: grijs gebied (regel W19).'
check 'chronology: no outcome on a day that changed nothing' eval '[ "$(count_of "> Uitkomst")" -eq 3 ]'
run -t chronology -a 2026-10-30 << 'EOF'
K-1,2026-10-01,03AB00,signal,tired,seen,,teacher,EERST
K-1,2026-10-02,03AB00,signal,runs-away,third,2026-10-05,teacher,LATER
K-1,2026-10-03,03AB00,signal,staff,seen,,teacher,MEDEWERKER
K-1,2026-10-03,03AB00,done,board,inform,,af,BESTUUR
EOF
check 'chronology: what was known later stands on its day, the outcome on the day of knowing' eval 'fine && in_order EERST \
    "2 oktober 2026: signaal (stap 1): wil of durft niet naar huis" LATER "3 oktober 2026: het bevoegd gezag geïnformeerd" \
    "(regel W08). Daarnaast: eerst in gesprek" "5 oktober 2026: de school hoort wat eerder is gebeurd" "> Uitkomst: vandaag de veiligheid" &&
    has "bij de school bekend sinds 5 oktober 2026"'
run -t chronology -a 2026-12-04 < <(of G-1)
run -t chronology -a 2026-12-30 < <(of G-1; echo G-1,2026-12-20,03AB00,signal,protective,seen,,teacher,LATER)
check 'chronology: a day that passed before the next record is not laid to that record' eval 'fine &&
    in_order "- 4 december 2026: de afgesproken dag is voorbij" "> Uitkomst: termijn of datum verstreken: nu beoordelen (regel W18)." LATER &&
    [ "$(count_of "- 4 december")" -eq 1 ]'
run -t chronology -a 2026-12-30 < <(sed -n '/^S-1/p' "$0" | grep -v 'MEDEWERKER\|,weigh,\|,refer,')
check 'chronology: so with the term of help' in_order "- 19 december 2026: de afgesproken dag is voorbij" "(regel W31)."
run -t chronology -a 2026-12-04 < <(of G-1)
check 'chronology: what changed because a day passed' has_all '4 december 2026: de afgesproken dag is voorbij > Uitkomst: termijn of datum verstreken: nu beoordelen (regel W18).' \
    'Uitkomst termijn of datum verstreken: nu beoordelen (regel W18) Dit verloop'
run -t chronology -a 2026-10-30 < <(of G-1 | sed '/weigh,/s/$/missing:review refused/')
check 'chronology: a line that mc-weigh refused is told' has 'Een regel van deze zaak kon niet worden gelezen.'
run -t chronology -l en -a 2026-10-30 < <(of G-1)
check 'chronology in English' has_all 'Chronology of case G-1' 'talk with the parents or carers: they recognise the concerns, but want no help now (internal' \
    'Outcome: grey area (rule W19).' '20 October 2026, 9:15'

# --------------------------------------------------------------- hostile text

esc=$(printf '\033') bell=$(printf '\007') turn=$(printf '\342\200\256') mark=$(printf '\342\200\250')
c1=$(printf '\302\233') hidden=$(printf '\363\240\201\201')
run -t chronology -a 2026-10-30 << EOF
H-1,2026-10-01,03AB00,signal,fear,seen,,teacher,rood${turn}keer${hidden}einde
H-1,2026-10-02,03AB00,signal,fear,seen,,teacher,eerst${mark}Wat wij u vragen${mark}--------
H-1,2026-10-03,03AB00,signal,fear,seen,,teacher,x${mark}> Uitkomst: vals.${mark}! Bel niemand.${mark}- 4 oktober
EOF
check 'no turned or hidden text' eval 'fine && has "rood" && has "einde" && lacks_all "$turn" "$mark" "$hidden"'
check 'no line of a text can pass for one of the program' eval '! grep -q "^[>!-] *\(Uitkomst: vals\|Bel niemand\|4 oktober\)" "$scratch/out" &&
    grep -qx "  > Uitkomst: vals." "$scratch/out"'
check 'a line break of a cell stays inside its entry' eval \
    'grep -qx "  eerst" "$scratch/out" && grep -qx "  Wat wij u vragen" "$scratch/out"'
for control in "${esc}[31m" "$bell" "$c1"2J; do
	run -t chronology -a 2026-10-30 << EOF
H-1,2026-10-01,03AB00,signal,fear,seen,,teacher,rood
H-1,2026-10-02,03AB00,signal,fear,seen,,teacher,groen${control}
EOF
	check 'a text with a control character is refused, and reaches nobody' eval \
	    '[ "$status" = 1 ] && has "rood" && lacks "groen" && ! LC_ALL=C grep -q "[[:cntrl:]]" "$scratch/out" &&
	    grep -qx "mc-report: standard input:2: holds a control character; case H-1 lacks this line" "$scratch/err"'
done

# Columns of a line: an ideograph takes two, a combining mark none.
ideographs=$(printf '漢%.0s' {1..300})
long=$(printf 'a%.0s' {1..300})
marks=$(printf 'e\314\201%.0s' {1..70})
signs=$(printf '\342\204\242\357\270\217%.0s' {1..70}) # a sign that U+FE0F makes wide
run -t chronology -a 2026-10-30 << EOF
W-1,2026-10-01,03AB00,signal,fear,seen,,teacher,$ideographs
W-1,2026-10-02,03AB00,signal,fear,seen,,teacher,$long en dan nog iets
W-1,2026-10-03,03AB00,signal,fear,seen,,teacher,$marks
W-1,2026-10-04,03AB00,signal,fear,seen,,teacher,$signs
EOF
wide_fits() {
	local line
	while IFS= read -r line; do
		local wide=${line//[!漢]/} bare=${line//$'\u0301'/}
		[ $((${#bare} + ${#wide})) -le 80 ] || { echo "# too wide: $line"; return 1; }
	done < "$scratch/out"
}
check 'no line over 80 columns, wide characters and long words included' eval 'fine && wide_fits'
check 'nothing of a long word is lost' eval \
    '[ "$(count_of 漢)" -eq 300 ] && [ "$(tr -cd "\314" < "$scratch/out" | wc -c)" -eq 70 ]'
check 'combining marks take no column' grep -qxF "  $marks" "$scratch/out"
run -a 2026-10-30 < "$scratch/records"
check 'no line of the papers is over 80 columns' eval 'fine && wide_fits && papers 5'

# ------------------------------------------------ what is lacking, what is wrong

run -a 2026-10-30 < <(of G-1 | grep -v ,weigh,; of O-1)
check 'no weigh record: named with the pipeline, the others handled' eval 'ends 2 && papers 2 &&
    says "case G-1 of school 03AB00: it has no weigh record" && says "mc-weigh | mc-refer | mc-report"'
run -a 2026-10-30 < <(of G-1; of G-1 | grep ,weigh,; of O-1)
check 'two weigh records, even equal ones' eval \
    'ends 2 && papers 2 && says "case G-1 of school 03AB00: it has more than one weigh record"'
run -a 2026-10-30 < <(of G-1 | grep -v ,mc-refer,)
check 'no refer record' eval 'ends 2 && is_empty && says "it has no refer record"'
run -a 2026-10-30 < <(of G-1 | grep ,mc-)
check 'derived records without their facts' eval 'ends 2 && is_empty && says "its facts are not there"'
run -a 2026-10-30 < <(of G-1; echo 'G-1,2026-10-29,03AB00,signal,fear,seen,,teacher,later')
check 'facts that are newer than their weighing' eval 'ends 2 && is_empty && says "of another day"'
run -a 2026-10-30 -c X-9 -c O-1 < "$scratch/records"
check 'a case that does not occur is named, the others handled' eval \
    'ends 2 && papers 2 && says "case X-9 does not occur"'
run -a 2026-10-30 -s 99ZZ99 < "$scratch/records"
check 'a school that does not occur' eval 'ends 2 && is_empty && says "school 99ZZ99 does not occur"'
run -a 2026-12-04 < <(of G-1)
check 'a day that passed since the weighing is told' eval 'ends 0 && papers 1 &&
    says "case G-1 of school 03AB00: by its facts the outcome on 2026-12-04 is overdue"'
run -a 2026-10-30 < "$scratch/records"
cp "$scratch/out" "$scratch/sorted"
run -a 2026-10-30 < <(sort -r "$scratch/records")
check 'papers of several cases stand in the order of their pseudonyms' eval \
    'cmp -s "$scratch/out" "$scratch/sorted" && in_order "Zaak       anoniem" "Zaak       L-1" "Zaak       O-1"'
run -t chronology -a 2026-10-30 < <(of O-1 | sed 's/03AB00/07CD01/; s/^O/A/'; of O-1)
check 'and of their schools' in_order 'zaak O-1' 'zaak A-1'
phone_first() {
	run -a 2026-10-30 -c P-1 "$@" < <(sed -n 's/^L-1\(.*,fear,.*\)/P-1\1/p' "$scratch/records"
	    echo P-1,2026-10-22,03AB00,weigh,check-safety,W03,2026-10-22,mc-weigh,
	    echo P-1,2026-10-22,03AB00,refer,veilig-thuis,advise-now,2026-10-22,mc-refer,R08 anonymous)
}
phone_first
check 'nothing for a partner, but Veilig Thuis is to be phoned: said' eval 'ends 0 && is_empty &&
    says "case P-1: Veilig Thuis first, 0800-2000"'
phone_first -f html
check '... as html: the page says so' eval 'is_well_formed && has "Geen verwijzing: bel eerst Veilig Thuis, 0800-2000." && lacks "Hier staat niets"'
run -a 2026-10-30 -c P-2 << 'EOF'
P-2,2026-10-22,03AB00,answer,unsafe,acute,,af,x
P-2,2026-10-23,03AB00,done,veilig-thuis,report-now,,af,x
P-2,2026-10-24,03AB00,signal,runs-away,seen,,teacher,x
P-2,2026-10-24,03AB00,weigh,check-safety,W03,2026-10-24,mc-weigh,
P-2,2026-10-24,03AB00,refer,board,inform,2026-10-22,mc-refer,R03 named
P-2,2026-10-24,03AB00,refer,veilig-thuis,feedback,2026-10-30,mc-refer,R05 named
P-2,2026-10-24,03AB00,refer,veilig-thuis,advise-now,2026-10-24,mc-refer,R08 anonymous
EOF
check 'also after a report' says 'case P-2: Veilig Thuis first'
run -a 2026-10-30 -c D-1 < "$scratch/records"
check 'nothing asked: no paper, a note, status 0' eval 'ends 0 && is_empty && says "no referral" && ! says "Veilig Thuis"'
run -a 2026-10-30 -c L-1 < "$scratch/records"
check '--case: that case alone' eval 'fine && papers 2 && lacks_all O-1 G-1 kernteam.'
run -a 2026-10-30 < <(of O-1; echo 'O-1,2026-10-04,03AB00,signal,hongr,seen,,teacher,x')
check 'a refused line: said, and the papers say that something may lack' eval \
    'ends 1 && papers 2 && says "unknown signal" && has "kon niet worden gelezen"'
run -a 2026-10-30 < <(of O-1 | sed 's/R23 named/R23 bekend/')
check 'a refer record that cannot be read is refused, not guessed, and the papers say so' eval \
    'ends 1 && papers 1 && says "R23 bekend" && has "kon niet worden gelezen"'
run -a 2026-10-30 -c L-1 < <(cat "$scratch/records"; echo 'O-1,2026-10-04,03AB00,signal,hongr,seen,,teacher,x')
check 'the refused line of another case is not said of this one' eval 'ends 1 && papers 2 && lacks "kon niet worden gelezen"'
run -t chronology < <(of O-1; echo 'O-1,2199-01-01,03AB00,signal,fear,seen,,teacher,LATER')
check 'a record dated after today is refused' eval 'ends 1 && says "2199-01-01" && lacks LATER'
run -t chronology -a 2026-10-03 < <(of O-1)
check '--as-of leaves later records out' eval 'fine && has "3 oktober 2026" && lacks "4 oktober 2026"'

run -t diary < /dev/null
check 'an unknown type' eval 'ends 2 && is_empty && says "--type \"diary\" is not known"'
of O-1 > "$scratch/one"
for words in '-t chronologie -f tekst' '-t verloop -f text' '--type tijdlijn'; do
	# shellcheck disable=SC2086 # words
	run -a 2026-10-30 $words "$scratch/one"
	check "types and formats by Dutch names: $words" eval 'fine && has "Verloop van zaak O-1"'
done
run -t agende < /dev/null
check 'a type that is spelt wrongly' eval 'ends 2 && says "the nearest is agenda"'
run -P chidl < /dev/null
check 'a party too' eval 'ends 2 && says "the nearest is child"'
run -f pdf < /dev/null
check 'an unknown format' eval 'ends 2 && is_empty && says "--format \"pdf\" is not known"'
run -l fr < /dev/null
check 'an unknown language' eval 'ends 2 && is_empty && says "--language \"fr\" is not known"'
run -c 'Jan Jansen' < /dev/null
check 'a case that is no pseudonym' eval 'ends 2 && says "is no pseudonym"'
run -a 30-10-2026 < /dev/null
check 'a day that is none' eval 'ends 2 && says "is no day"'
run -a 2026-10-30 "$scratch/none" "$scratch/records"
check 'a missing file is named, the others handled' eval 'ends 2 && papers 5 && says "/none"'

# What one partner is asked anonymously is not told to another by name, nor the other way round.
run -a 2026-10-05 << 'EOF'
Q-1,2026-10-01,03AB00,signal,poverty,seen,,teacher,x
Q-1,2026-10-01,03AB00,talk,parents,wants-help,,ib,x
Q-1,2026-10-01,03AB00,weigh,early-help,W12,,mc-weigh,
Q-1,2026-10-01,03AB00,refer,socius,joint-talk,2026-10-09,mc-refer,R23 named
Q-1,2026-10-01,03AB00,refer,ggd,joint-talk,2026-10-09,mc-refer,R23 anonymous
EOF
named_paper() { sed '1,/^####/d' "$scratch/out"; }
check 'a named paper tells nothing that another is asked anonymously' eval \
    'fine && papers 2 && named_paper | grep -q Q-1 && ! named_paper | grep -q GGD'

"$report" -a 2026-10-30 < "$scratch/records" > /dev/full 2> "$scratch/err"
status=$?
: > "$scratch/out"
check 'a full disk is trouble' eval 'ends 2 && says "standard output"'
"$report" -a 2026-10-30 < "$scratch/records" >&- 2> "$scratch/err"
status=$?
check 'a closed standard output is trouble' eval 'ends 2 && says "standard output"'

finish
