#!/usr/bin/env bash
#
# Goal: nothing that is due is missing from the agenda, in whatever form it is
# written; an agenda that is empty means that nothing is due.
#
#   BIN=build/bin tests/cli/mc-report-agenda.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2016,SC2034,SC2154,SC2317 # the helpers' variables; the checks are called by name, or evaluated later
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/report-helpers"

# The date of a refer record is the day from which it counts. A-1 and C-1 are due on one day; D-1 is
# done.
cat > "$scratch/records" << 'EOF'
case,date,school,kind,code,value,due,by,text
B-1,2026-10-21,03AB00,signal,late,seen,,teacher,GEHEIM
B-1,2026-10-29,03AB00,signal,tired,seen,,teacher,GEHEIM
B-1,2026-10-29,03AB00,weigh,talk-first,W14,,mc-weigh,
B-1,2026-10-21,03AB00,refer,af,talk,2026-10-28,mc-refer,R21 named
B-1,2026-10-29,03AB00,refer,kernteam,discuss,2026-11-05,mc-refer,R22 anonymous
A-1,2026-10-30,03AB00,signal,pupil,child,,teacher,GEHEIM
A-1,2026-10-30,03AB00,weigh,own-protocol,W11,,mc-weigh,
A-1,2026-10-30,03AB00,refer,board,peer-protocol,2026-10-30,mc-refer,R12 named
C-1,2026-10-30T13:20,03AB00,signal,runs-away,seen,,teacher,GEHEIM
C-1,2026-10-30,03AB00,weigh,check-safety,W03,2026-10-30,mc-weigh,
C-1,2026-10-30,03AB00,refer,veilig-thuis,advise-now,2026-10-30,mc-refer,R08 anonymous
D-1,2026-10-23,03AB00,answer,suspicion,no,,af,
D-1,2026-10-23,03AB00,answer,concern,no,,af,
D-1,2026-10-23,03AB00,weigh,close,W22,,mc-weigh,
D-1,2026-10-23,03AB00,refer,af,none,,mc-refer,R36 named
E-1,2026-10-06,03AB00,answer,suspicion,yes,,af,
E-1,2026-10-06,03AB00,answer,unsafe,no,,af,
E-1,2026-10-06,03AB00,answer,can-help,yes,,af,
E-1,2026-10-06,03AB00,answer,accepts,yes,,af,
E-1,2026-10-06,03AB00,plan,term,,2027-01-08,af,
E-1,2026-10-20,03AB00,weigh,help,W34,2027-01-08,mc-weigh,
E-1,2026-10-20,03AB00,done,socius,help,,smw,
E-1,2026-10-06,03AB00,refer,af,review,2027-01-08,mc-refer,R26 named
EOF
agenda() { run -t agenda -a 2026-10-30 "$@" < "$scratch/records"; }
is() {
	printf '%s\n' "$@" | diff - "$scratch/out" > "$scratch/diff" && return
	sed 's/^/# /' "$scratch/diff"
	return 1
}

agenda
check 'text: overdue, today, soon, later; each with why, and its rule' eval 'fine && is \
    "Agenda voor vrijdag 30 oktober 2026" \
    "===================================" "" \
    "! Bel nu Veilig Thuis, 0800-2000 (levensgevaar: eerst 112): C-1." "" \
    "Te laat" "-------" \
    "- wo 28 okt, B-1: AF - gesprek voorbereiden en voeren" \
    "  Sinds wo 21 okt zijn er zorgen waarover nog niet met de ouders is gesproken." \
    "  (R21)" "" \
    "Vandaag" "-------" \
    "- vr 30 okt, C-1: Veilig Thuis - vandaag advies vragen" \
    "  Na een signaal of gesprek van vr 30 okt moet dezelfde dag de veiligheid worden" \
    "  beoordeeld; Veilig Thuis is daarover nog niet gebeld. (R08)" \
    "- vr 30 okt, A-1: bevoegd gezag - protocol voor grensoverschrijdend gedrag" \
    "  tussen leerlingen volgen" \
    "  Op vr 30 okt kwam een signaal over gedrag tussen leerlingen. (R12)" "" \
    "Komende vijf werkdagen" "----------------------" \
    "- do 5 nov, B-1: kernteam - bespreken" \
    "  Sinds do 29 okt zijn er zorgen waarover nog met niemand is overlegd. (R22)" "" \
    "Later" "-----" \
    "- vr 8 jan 2027, E-1: AF - opnieuw beoordelen hoe het gaat" \
    "  Op di 6 okt is de hulp aanvaard; de afgesproken termijn is vr 8 jan 2027." "  (R26)" "" \
    "Wat een regel zegt: mc-refer --explain R21"'
calls() { # action, due
	run -t agenda -a 2026-10-30 < <(grep ^C-1 "$scratch/records" | sed "s/advise-now,2026-10-30/$1,$2/")
	fine && notices "Bel nu Veilig Thuis"
}
check 'whom to phone today stands on top' eval 'calls report-now 2026-10-30 && calls advise-expert 2026-10-29 &&
    calls add-to-report 2026-10-30 &&
    ! calls advise-now 2026-10-31 && ! calls feedback 2026-10-30 && ! calls report 2026-10-30'
agenda -l en
check 'text in English' eval 'fine && has_all "Agenda for Friday 30 October 2026" Overdue Today \
    "Coming five working days" Later "- Wed 28 Oct, B-1: AF - prepare and hold the talk" \
    "Since Wed 21 Oct there have been concerns that were not discussed with the parents yet. (R21)" &&
    lacks_all Zaak Vandaag okt'
cp "$scratch/out" "$scratch/before"
run -t agenda -l en -a 2026-10-30 < <(sort -r "$scratch/records")
check 'the order of the lines makes no difference' cmp -s "$scratch/out" "$scratch/before"
agenda -c B-1
check '--case: that case alone' eval 'fine && has B-1 && lacks_all A-1 C-1 E-1'
run -t agenda -a 2026-10-31 < "$scratch/records"
check 'on a later day more is overdue' eval 'fine &&
    in_order "Te laat" "wo 28 okt" "vr 30 okt" "vr 30 okt" "Komende vijf werkdagen" "do 5 nov" &&
    lacks Vandaag'
run -t agenda -a 2026-11-06 < <(grep ^B-1 "$scratch/records" | sed 's/2026-11-05/2026-11-13/')
check 'five working days ahead is soon, over a weekend too' has 'Komende vijf werkdagen'
run -t agenda -a 2026-11-06 < <(grep ^B-1 "$scratch/records" | sed 's/2026-11-05/2026-11-14/')
check 'the day after that is later' eval 'has Later && lacks Komende'
run -t agenda -a 2026-10-30 < <(cat "$scratch/records"; grep ^B-1 "$scratch/records" | sed 's/03AB00/07CD01/')
check 'two schools: each line names its own, and so do the notices' eval 'fine && has "112): 03AB00 C-1." && has_all "03AB00 B-1" "07CD01 B-1" "03AB00 C-1"'
run -t agenda -a 2026-10-30 < <(sed 's/2026-10-28,mc-refer/,mc-refer/' "$scratch/records")
check 'an action without a day is due today' eval 'fine && lacks "Te laat" && in_order Vandaag "vr 30 okt, B-1: AF"'

# ------------------------------------------------------------------- nothing due

run -t agenda -a 2026-10-30 < <(grep ^D-1 "$scratch/records")
check 'nothing due: quiet, status 0' eval 'fine && is_empty'
for format in html csv ics; do
	run -t agenda -f "$format" -a 2026-10-30 < <(grep ^D-1 "$scratch/records")
	cp "$scratch/out" "$scratch/nothing.$format"
	check "nothing due, as $format: status 0" fine
done
keep cat "$scratch/nothing.html"
check 'nothing due, as html: a page that says so' eval 'is_well_formed && grep -q "Hier staat niets" "$scratch/out"'
keep cat "$scratch/nothing.csv"
check 'nothing due, as csv: its header' is due,status,school,case,partner,action,rule,since,why
for type in agenda overview retention referral chronology talk veilig-thuis readiness; do
	for lines in '' "$header"; do
		run -t "$type" -f html -a 2026-10-30 < <(printf '%s' "${lines:+$lines
}")
		check "$type of no record, ${#lines} bytes: no page, status 2" eval 'ends 2 && is_empty &&
		    says "no record was read"'
	done
done
run -t agenda -f csv -a 2026-10-30 < /dev/null
check 'as csv too' eval 'ends 2 && is_empty'
run -t agenda -f ics -a 2026-10-30 < /dev/null
check 'as ics too' eval 'ends 2 && is_empty'
run -t agenda -a 2026-10-30 < <(grep ^D-1 "$scratch/records"; echo D-2,2026-12-01,03AB00,signal,fear,seen,,teacher,x)
check 'one that lies after today is a record' eval 'ends 0 && is_empty'

# --------------------------------------------------------------------- what was not read

run -t agenda -a 2026-10-30 < <(grep -v 'C-1.*weigh' "$scratch/records")
check 'a case without its weigh record: named, and the page says so' eval 'ends 2 &&
    says "case C-1 of school 03AB00: it has no weigh record" && says "mc-weigh | mc-refer | mc-report" &&
    notices "Let op: van deze zaken ontbreekt de weging" && has "aan mc-weigh | mc-refer: C-1." &&
    notices "Bel nu Veilig Thuis" && has "B-1: AF"'
run -t agenda -a 2026-10-30 < <(grep -v 'mc-weigh' "$scratch/records")
check 'many cases without: said once' eval 'ends 2 && [ "$(wc -l < "$scratch/err")" -eq 2 ] &&
    says "case A-1 of school 03AB00 (and 4 more): it has no weigh record" && has "A-1, B-1, C-1, D-1, E-1."'
run -t agenda -a 2026-10-30 < <(grep ^B-1 "$scratch/records"; grep ^C-1 "$scratch/records" | grep -v weigh | sed 's/03AB00/07CD01/')
check 'one of another school that is left out: each has its school' has_all 'mc-weigh | mc-refer: 07CD01 C-1.' '03AB00 B-1: AF'
run -t agenda -a 2026-10-30 < <(grep ^D-1 "$scratch/records" | grep -v mc-refer)
check 'no refer record, nothing else due: not quiet' eval 'ends 2 && says "no refer record" &&
    notices "Let op: van deze zaken ontbreekt de weging"'
run -t agenda -a 2026-10-30 < <(grep ^D-1 "$scratch/records"; echo D-1,2026-10-23,03AB00,signal,x,seen,,,y)
check 'a refused line: not quiet' eval 'ends 1 &&
    notices "Let op: een regel van D-1 kon niet worden gelezen."'
run -t agenda -a 2026-10-30 < <(sed '/^[BE]-1.*,weigh,/s/$/refused/' "$scratch/records")
check 'lines that mc-weigh refused: each case is named' has 'een regel van B-1, E-1 kon niet worden gelezen.'
run -t agenda -a 2026-10-30 < <(cat "$scratch/records"; echo D-1,2026-10-23T09:00,03AB00,answer,concern,yes,,af,x)
check 'a fact that came after the weighing: weigh again' eval 'ends 0 && notices "Na de weging is iets vastgelegd" && has "Weeg opnieuw: D-1."'
run -t agenda -a 2026-10-30 < <(cat "$scratch/records"; echo D-1,2026-10-23T09:00,03AB00,answer,unsafe,yes,,af,x)
check 'a danger that came after the weighing: phone' has 'levensgevaar: eerst 112): C-1, D-1.'
run -t agenda -a 2027-01-11 < <(grep ^E-1 "$scratch/records")
check 'a day that passed is no such fact' eval 'ends 0 && has "Te laat" && lacks "Na de weging"'
run -t agenda -a 2026-10-30 < <(cat "$scratch/records"; echo ,,x)
check 'a line of nobody knows which case: said' eval 'ends 1 && [ "$(sed -n 4p "$scratch/out")" = "! Let op: een regel kon niet worden gelezen, en waar die bij hoort, is niet" ]'
keep "$report" -t agenda -a 2026-10-30 "$scratch/gone" "$scratch/records"
cp "$scratch/out" "$scratch/flat"
check 'a file that is not there: on top of the page' eval 'ends 2 && says gone && has "B-1: AF" &&
    [ "$(sed -n 4p "$scratch/out")" = "! Let op: niet elk bestand kon worden gelezen. Er kan dus iets ontbreken." ]'
keep "$report" -t referral -f html -a 2026-10-30 "$scratch/gone" "$scratch/records"
check 'on a page for a partner too, without the name of the file' eval 'ends 2 && ! grep -q gone "$scratch/out" &&
    grep -q "niet elk bestand kon worden gelezen" "$scratch/out"'
{ grep -v 'C-1.*weigh' "$scratch/records" | sed '/^E-1.*,weigh,/s/$/refused/'; echo ,,x; } > "$scratch/broken"
keep "$report" -t agenda -f csv -a 2026-10-30 "$scratch/gone" "$scratch/broken"
grep ,unread, "$scratch/out" > "$scratch/unread"
printf '2026-10-30,unread,%s\n' ',,af,,,,Let op: niet elk bestand kon worden gelezen. Er kan dus iets ontbreken.' \
    ',,af,,,,"Let op: een regel kon niet worden gelezen, en waar die bij hoort, is niet bekend. Er kan dus iets ontbreken."' \
    '03AB00,C-1,af,,,,De weging van deze zaak ontbreekt: geef alle feiten aan mc-weigh | mc-refer.' \
    '03AB00,E-1,af,,,,Let op: een regel van E-1 kon niet worden gelezen. Er kan dus iets ontbreken.' > "$scratch/wanted"
check 'csv: a row each of status unread' eval 'ends 2 && same "$scratch/unread" "$scratch/wanted"'

# ------------------------------------------------------------------------ weight and order

# Each is overdue: level 3 for long, level 6 since yesterday, level 5 and Veilig Thuis last.
cat > "$scratch/heavy" << 'EOF'
L-1,2026-08-03,03AB00,signal,late,seen,,teacher,x
L-1,2026-08-03,03AB00,weigh,talk-first,W14,,mc-weigh,
L-1,2026-08-03,03AB00,refer,af,talk,2026-08-10,mc-refer,R21 named
N-1,2026-10-29,03AB00,answer,unsafe,acute,,af,x
N-1,2026-10-29,03AB00,weigh,report-now,W01,2026-10-29,mc-weigh,with-vt
N-1,2026-10-29,03AB00,refer,af,tell-parents,2026-10-28,mc-refer,R04 named
N-1,2026-10-29,03AB00,refer,veilig-thuis,report-now,2026-10-29,mc-refer,R01 named
S-1,2026-10-01,03AB00,signal,staff,parent,,teacher,x
S-1,2026-10-01,03AB00,weigh,staff-duty,W08,,mc-weigh,also:W14
S-1,2026-10-01,03AB00,refer,board,staff-duty,2026-10-01,mc-refer,R10 named
EOF
order() { cut -d, -f4-6 "$scratch/out" | tail -n +2; }
run -t agenda -f csv -a 2026-10-30 < "$scratch/heavy"
order > "$scratch/got"
printf '%s\n' N-1,veilig-thuis,report-now N-1,af,tell-parents S-1,board,staff-duty L-1,af,talk > "$scratch/wanted"
check 'what is overdue: the heaviest first, Veilig Thuis before others, then by day' eval \
    'fine && same "$scratch/got" "$scratch/wanted"'
run -t agenda -f csv -a 2026-08-01 < <(sed 's/^\(.-1\),2026-..-..,/\1,2026-07-01,/' "$scratch/heavy")
order > "$scratch/got"
printf '%s\n' L-1,af,talk S-1,board,staff-duty N-1,af,tell-parents N-1,veilig-thuis,report-now > "$scratch/wanted"
check 'the rest by day' eval 'fine && same "$scratch/got" "$scratch/wanted"'

cat > "$scratch/notice" << 'EOF'
H-1,2026-10-29,03AB00,signal,handle-with-care,third,,af,x
EOF
weighed() { mc-weigh -a "$1" "$scratch/notice" | mc-refer > "$scratch/referred"; run -t agenda -a "$1" "$scratch/referred"; }
weighed 2026-10-29
check 'receiving the child calmly stands on its day' has 'do 29 okt, H-1: AF - kind rustig opvangen'
weighed 2026-10-30
check 'and is dropped afterwards; what else is due is not' eval 'fine && lacks opvangen && has "H-1: AF - opnieuw beoordelen"'

# ------------------------------------------------------------------------------ which and why

# Whatever a rule asks, it says why: no sentence of the rules that the example reaches is the one
# for a rule that nobody thought of.
mc-signal -s 03AB00 "$data/observaties.csv" > "$scratch/facts"
mc-weigh -a 2026-10-30 "$scratch/facts" | mc-refer > "$scratch/example"
run -t agenda -a 2026-10-30 "$scratch/example"
check 'which question waits' has_all 'Op do 22 okt is afweging 3 (hulp is mogelijk) beantwoord; de weging is nog niet af. Te beantwoorden: afweging 4 (hulp wordt aanvaard). (R18)' \
    'Na het antwoord op afweging 1 (vermoeden) kwam er op di 27 okt een signaal bij. Te beantwoorden: afweging 1 (vermoeden). (R17)'
check 'what the plan lacks' has 'Er ontbreekt: datum van herbeoordeling. (R33)'
check 'the date that passed' has 'Op ma 21 sep is de hulp aanvaard. De afgesproken termijn van vr 23 okt is voorbij, en het resultaat van de hulp is nog niet beoordeeld. (R26)'
check 'a rule that nobody thought of has none' lacks 'Dit telt vanaf'
run -t agenda -a 2026-10-30 < <(printf '%s\n' Z-1,2026-10-30,03AB00,weigh,incomplete,W35,,mc-weigh,'missing:suspicion refused' \
    Z-1,2026-10-30,03AB00,refer,af,weigh,2026-10-30,mc-refer,'R18 named')
check 'a case of which nothing could be read' eval 'ends 0 && notices "Let op: een regel van Z-1 kon niet" &&
    has "vr 30 okt, Z-1: AF - afwegingen beantwoorden Van deze zaak kon geen enkele regel worden gelezen"'
run -t agenda -a 2026-10-30 < <(printf '%s\n' 'M-1,2026-10-30,03AB00,answer,suspicion,yes,,af,x' \
    'M-1,2026-10-29,03AB00,answer,can-help,yes,,af,x' 'M-1,2026-10-29,03AB00,answer,accepts,yes,,af,x' |
    mc-weigh -a 2026-10-30 | mc-refer)
check 'several of each, as a list' has 'doel op veiligheid of welzijn, termijn waarbinnen effect merkbaar is en casemanager.'

# ------------------------------------------------------------------------------- the holidays

printf '%s\n' 'van;tot' '2026-11-02;2026-11-08' '2026-12-19;2027-01-10' > "$scratch/holidays"
holidays() { run -t agenda -a "$@" < "$scratch/records"; }
holidays 2026-10-30 --holidays "$scratch/holidays"
check 'due in the holidays: marked, and listed before them' eval 'fine &&
    in_order Vandaag "Vóór de vakantie" "do 5 nov, B-1: kernteam" Komende "do 5 nov, B-1: kernteam" &&
    has "Dit valt in de vakantie van ma 2 nov tot en met zo 8 nov. (R22)" &&
    has "Dit valt in de vakantie van za 19 dec tot en met zo 10 jan 2027. (R26)" && [ "$(count_of "B-1: kernteam")" -eq 2 ] &&
    [ "$(count_of "E-1: AF")" -eq 1 ]'
MC_HOLIDAYS=$scratch/holidays holidays 2026-10-30 -f csv
check 'MC_HOLIDAYS; csv: a row of status before-holidays, and no day changes' eval 'fine &&
    [ "$(grep -c "^2026-11-05,.*,03AB00,B-1,kernteam,discuss,R22," "$scratch/out")" -eq 2 ] &&
    [ "$(grep -c ,before-holidays, "$scratch/out")" -eq 1 ]'
# Ten working days before Saturday 19 December is Friday 4 December.
holidays 2026-12-04 --holidays "$scratch/holidays"
check 'not yet eleven working days before' lacks 'Vóór de vakantie'
holidays 2026-12-07 --holidays "$scratch/holidays"
check 'ten working days before' eval '! lacks "Vóór de vakantie"'
holidays 2026-12-21 --holidays "$scratch/holidays"
check 'no more when it has begun' eval 'lacks "Vóór de vakantie" && has "Dit valt in de vakantie van"'
for wrong in '2026-11-02;2026-11-01' '2026-11-02;later' '2-11-2026;8-11-2026'; do
	printf '%s\n' 'van;tot' "$wrong" > "$scratch/wrong"
	holidays 2026-10-30 --holidays "$scratch/wrong"
	check "holidays of $wrong" eval 'ends 2 && is_empty && says "wrong:2: "'
done
run -t overview -H "$scratch/holidays" < "$scratch/records"
check 'of the agenda alone' eval 'ends 2 && says "--holidays belongs to --type agenda"'

# ---------------------------------------------------------------- csv, calendar

agenda -f csv
check 'csv' eval 'fine && is due,status,school,case,partner,action,rule,since,why \
    "2026-10-28,overdue,03AB00,B-1,af,talk,R21,2026-10-21,Sinds wo 21 okt zijn er zorgen waarover nog niet met de ouders is gesproken." \
    "2026-10-30,today,03AB00,C-1,veilig-thuis,advise-now,R08,2026-10-30,Na een signaal of gesprek van vr 30 okt moet dezelfde dag de veiligheid worden beoordeeld; Veilig Thuis is daarover nog niet gebeld." \
    "2026-10-30,today,03AB00,A-1,board,peer-protocol,R12,2026-10-30,Op vr 30 okt kwam een signaal over gedrag tussen leerlingen." \
    "2026-11-05,coming,03AB00,B-1,kernteam,discuss,R22,2026-10-29,Sinds do 29 okt zijn er zorgen waarover nog met niemand is overlegd." \
    "2027-01-08,coming,03AB00,E-1,af,review,R26,2026-10-06,Op di 6 okt is de hulp aanvaard; de afgesproken termijn is vr 8 jan 2027."'

# A parser of RFC 5545 that forgives nothing: it prints each event of the calendars.
cat > "$scratch/ics.py" << 'EOF'
import re, sys

def read(data):
    assert data.endswith(b"\r\n") and b"\r\n\r\n" not in data, "lines end with CRLF"
    for line in data[:-2].split(b"\r\n"):
        assert 1 <= len(line) <= 75, "a line of %d bytes" % len(line)
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line), "a control character"
        line.decode("utf-8")
    content = re.sub(b"\r\n[ \t]", b"", data).decode("utf-8").split("\r\n")[:-1]
    stack, uids, events, components = [], set(), [], 0
    for line in content:
        match = re.fullmatch(r"([A-Z-]+)((?:;[A-Z-]+=[^;:,\"]+)*):(.*)", line)
        assert match, "no content line: " + line
        name, parameters, value = match.groups()
        if name == "BEGIN":
            components += len(stack) == 1
            stack.append((value, {}))
            continue
        if name != "END":
            stack[-1][1].setdefault(name + parameters, []).append(value)
            continue
        assert stack and stack[-1][0] == value, "END of another component"
        kind, properties = stack.pop()
        if kind == "VEVENT":
            for once in ("UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY", "SEQUENCE"):
                assert len(properties.get(once, [])) == 1, once + " must stand once"
            assert re.fullmatch(r"\d{8}T\d{6}Z", properties["DTSTAMP"][0])
            assert re.fullmatch(r"\d{8}", properties["DTSTART;VALUE=DATE"][0])
            assert 14000000 < int(properties["SEQUENCE"][0]) < 2 ** 31
            assert properties.get("STATUS", ["CANCELLED"]) == ["CANCELLED"]
            assert re.fullmatch(r"(?:[^\\,;]|\\[\\;,nN])*", properties["SUMMARY"][0]), "no TEXT"
            assert "STATUS" in properties or "DESCRIPTION" in properties
            assert properties["UID"][0] not in uids, "a UID twice"
            uids.add(properties["UID"][0])
            events.append(properties)
        elif kind == "VCALENDAR":
            assert properties["VERSION"] == ["2.0"] and len(properties["PRODID"]) == 1
            assert components >= 1, "a calendar holds a component"
    assert not stack, "a component is open"
    return events

for path in sys.argv[1:]:
    for event in read(open(path, "rb").read()):
        print(event["DTSTART;VALUE=DATE"][0], event["UID"][0], *event.get("STATUS", []), event["SUMMARY"][0])
EOF
parse() { # calendar ...
	"$PYTHON" "$scratch/ics.py" "$@" > "$scratch/events" 2> "$scratch/why" && return
	sed 's/^/# /' "$scratch/why"
	return 1
}
parses() { parse "$scratch/out"; }
has_event() {
	grep -qxF -- "$1" "$scratch/events" && return
	sed 's/^/# event: /' "$scratch/events"
	return 1
}

agenda -f ics
check 'ics: parses, one event an action' eval 'fine && parses && [ "$(grep -vc " CANCELLED " "$scratch/events")" -eq 5 ]'
check 'ics: day, identity and summary' has_event \
    '20261028 03AB00.B-1.af.talk@mc-report B-1: aandachtsfunctionaris - gesprek voorbereiden en voeren'
check 'ics: a long line is folded, and comes back whole' has_event \
    '20261030 03AB00.A-1.board.peer-protocol@mc-report A-1: bevoegd gezag (schoolbestuur) - protocol voor grensoverschrijdend gedrag tussen leerlingen volgen'
check 'ics: no text of a case' lacks GEHEIM
without_now() { grep -vE '^(DTSTAMP|SEQUENCE):' "$1"; }
check 'ics: it says when it was written' grep -qE "^DTSTAMP:$(date -u +%Y)[0-9]{4}T[0-9]{6}Z" "$scratch/out"
check 'ics: why, and the rule' grep -qF 'DESCRIPTION:Sinds do 29 okt zijn er zorgen waarover nog met' "$scratch/out"
without_now "$scratch/out" > "$scratch/before"
run -t agenda -f ics -a 2026-10-30 < <(sort "$scratch/records")
check 'ics: the same calendar for the same day, whatever the order' cmp -s <(without_now "$scratch/out") "$scratch/before"
run -t agenda -f ics -a 2026-11-02 < <(sed 's/2026-11-05/2026-11-09/' "$scratch/records")
check 'ics: on another day, with another due, the same identity' eval \
    'parses && has_event "20261109 03AB00.B-1.kernteam.discuss@mc-report B-1: kernteam - bespreken"'
run -t agenda -f ics -a 2026-10-30 < <(grep '^[CD]-1' "$scratch/records" |
    sed 's/refer,veilig-thuis,advise-now/refer,expert,help/; s/^C-1/C.1_x-/')
check 'ics: what has meaning in a text is escaped' eval 'fine && parses && has_event \
    "20261030 03AB00.C.1_x-.expert.help@mc-report C.1_x-: deskundige (letsel\\, seksueel geweld\\, eergerelateerd geweld\\, VGV) - hulp bieden volgens plan"'
# The fold moves over a letter of two bytes.
folds() {
	local name=C names=()
	while [ ${#name} -le 32 ]; do
		"$report" -t agenda -f ics -a 2026-10-30 < <(grep ^C-1 "$scratch/records" |
		    sed "s/^C-1/$name/; s/advise-now/advise-expert/") > "$scratch/$name.ics" || return
		names+=("$name.ics")
		name=${name}x
	done
	parse "${names[@]/#/$scratch/}" && printf '%s: Veilig Thuis - advies vragen vóór elk gesprek\n' \
	    "${names[@]%.ics}" | diff - <(cut -d ' ' -f 3- "$scratch/events")
}
check 'ics: a fold stands between characters, not in one' folds
run -t agenda -f ics -a 2027-10-30 < <(grep ^D-1 "$scratch/records")
check 'ics: nothing due: a calendar without an event' eval 'fine && parses && [ ! -s "$scratch/events" ]'

# What was done is taken off, as long as a calendar may have it; what is due again is not.
done_on() { run -t agenda -f ics -a "$2" < <(cat "$scratch/records"; echo "A-1,$1,03AB00,done,board,peer-protocol,,board,x"); }
cancelled='20261030 03AB00.A-1.board.peer-protocol@mc-report CANCELLED A-1: bevoegd gezag (schoolbestuur) - protocol voor grensoverschrijdend gedrag tussen leerlingen volgen'
grep -v 'A-1.*,refer,' "$scratch/records" > "$scratch/settled" && mv "$scratch/settled" "$scratch/records"
echo 'A-1,2026-10-30,03AB00,refer,af,none,,mc-refer,R36 named' >> "$scratch/records"
done_on 2026-10-30 2026-10-30
check 'ics: done today: cancelled' eval 'parses && has_event "$cancelled"'
done_on 2026-10-30 2026-12-29
check 'ics: done sixty days ago: cancelled' eval 'parses && has_event "$cancelled"'
done_on 2026-10-30 2026-12-30
check 'ics: done longer ago: no more of it' eval 'parses && ! grep -q A-1 "$scratch/events"'
run -t agenda -f ics -a 2026-10-30 < <(cat "$scratch/records"; echo 'B-1,2026-10-29,03AB00,consult,kernteam,anonymous,,af,x')
check 'ics: what is due again is not cancelled' eval 'parses && [ "$(grep -c "B-1.kernteam.discuss" "$scratch/events")" -eq 1 ] &&
    has_event "20261105 03AB00.B-1.kernteam.discuss@mc-report B-1: kernteam - bespreken"'
settles() { # line of a fact, event
	run -t agenda -f ics -a 2026-10-30 < <(grep -v 'C-1.*,refer,' "$scratch/records"; printf '%s\n' "C-1,2026-10-30T$1" \
	    'C-1,2026-10-30,03AB00,refer,board,inform,2026-10-31,mc-refer,R03 named')
	parses && has_event "20261030 03AB00.C-1.$2"
}
check 'ics: what a report ends' settles '14:00,03AB00,done,veilig-thuis,report,,af,x' \
    'veilig-thuis.report-now@mc-report CANCELLED C-1: Veilig Thuis - direct telefonisch melden'
check 'ics: what advice ends' settles '14:00,03AB00,consult,veilig-thuis,anonymous,,af,x' \
    'veilig-thuis.advise-now@mc-report CANCELLED C-1: Veilig Thuis - vandaag advies vragen'
check 'ics: what a talk ends' settles '14:00,03AB00,talk,parents,open,,af,x' \
    'af.talk@mc-report CANCELLED C-1: aandachtsfunctionaris - gesprek voorbereiden en voeren'
check 'ics: a joint talk, of the kernteam and its members alone' eval 'settles 14:00,03AB00,done,cjg,joint-talk,,af,x \
    "cjg.joint-talk@mc-report CANCELLED C-1: CJG (Centrum voor Jeugd en Gezin) - samen met ouders in gesprek" &&
    [ "$(grep -c C-1.*joint-talk "$scratch/events")" -eq 5 ]'
keep "$report" -t agenda -f ics -a 2026-10-30 "$scratch/gone" "$scratch/broken"
check 'ics: what was not read: an event of today' eval 'parses &&
    has_event "20261030 unread@mc-report Niet alles kon worden gelezen" &&
    tr -d "\r\n " < "$scratch/out" | grep -qF "nietelkbestandkonwordengelezen"'

run -t agenda -f ics -a 2026-10-30 < <(cat "$scratch/records"; echo 'B-1,2026-10-29,03AB00,refer,kernteam,discuss,2026-11-04,mc-refer,R22 named')
check 'ics: the same asked with a name and without is one event, on the first day' eval 'parses &&
    has_event "20261104 03AB00.B-1.kernteam.discuss@mc-report B-1: kernteam - bespreken"'

# Two parsers that others wrote.
mc-report -t agenda -f ics -a 2026-10-30 -H "$scratch/holidays" "$scratch/example" > "$scratch/example.ics"
if "$PYTHON" -c 'import icalendar' 2> /dev/null; then
	cat > "$scratch/read.py" << 'EOF'
import icalendar, sys
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
assert calendar["METHOD"] == "PUBLISH"
events = calendar.walk("VEVENT")
for event in events:
    assert not event.errors, event.errors
    status = event.get("STATUS", "DUE")
    print(event["DTSTART"].dt, event["UID"], status, event["SUMMARY"], event.get("DESCRIPTION", ""), sep="\t")
    assert event["DTSTAMP"].dt.tzinfo is not None and int(event["SEQUENCE"]) > 0
EOF
	keep "$PYTHON" "$scratch/read.py" "$scratch/example.ics"
	check 'ics: python3-icalendar reads it' eval 'fine && grep -qF "Op ma 21 sep is de hulp aanvaard. De afgesproken termijn van vr 23 okt is voorbij, en het resultaat van de hulp is nog niet beoordeeld. (R26)" "$scratch/out"'
	cp "$scratch/out" "$scratch/by-python"
else
	skip 'ics: python3-icalendar reads it' 'python3-icalendar is not installed'
fi
if command -v node > /dev/null && node -e 'require("ical.js")' 2> /dev/null; then
	cat > "$scratch/read.js" << 'EOF'
const ICAL = require("ical.js"), parser = ICAL.default || ICAL;
const calendar = new parser.Component(parser.parse(require("fs").readFileSync(process.argv[2], "utf8")));
for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new parser.Event(component);
    console.log([event.startDate.toString(), event.uid, component.getFirstPropertyValue("status") || "DUE",
        event.summary, event.description || ""].join("\t"));
}
EOF
	keep node "$scratch/read.js" "$scratch/example.ics"
	check 'ics: ical.js reads it' eval 'fine && grep -qF "Op ma 21 sep is de hulp aanvaard. De afgesproken termijn van vr 23 okt is voorbij, en het resultaat van de hulp is nog niet beoordeeld. (R26)" "$scratch/out"'
	[ ! -e "$scratch/by-python" ] || check 'ics: both read the same' same "$scratch/out" "$scratch/by-python"
else
	skip 'ics: ical.js reads it' 'ical.js (npm) is not found: set NODE_PATH to where it is installed'
fi

for type in referral overview retention chronology talk veilig-thuis readiness; do
	run -t "$type" -f ics -a 2026-10-30 < "$scratch/records"
	check "$type has no calendar" eval 'ends 2 && is_empty && says "type $type has no format ics"'
done
for type in referral chronology talk veilig-thuis; do
	run -t "$type" -f csv -a 2026-10-30 < "$scratch/records"
	check "$type has no csv" eval 'ends 2 && is_empty && says "type $type has no format csv"'
done

"$report" -t agenda -f ics -a 2026-10-30 < "$scratch/records" > /dev/full 2> "$scratch/err"
status=$?
check 'a full disk is trouble' eval 'ends 2 && says "standard output"'

finish
