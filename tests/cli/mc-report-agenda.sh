#!/usr/bin/env bash
#
# Goal: nothing that is due is missing from the agenda, in whatever form it is
# written; an agenda that is empty means that nothing is due.
#
#   BIN=build/bin tests/cli/mc-report-agenda.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2016,SC2317 # the checks are called by name, or evaluated later
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/report-helpers"

# B-1 counts from its first signal; A-1 and C-1 are due on one day; D-1 is done.
cat > "$scratch/records" << 'EOF'
case,date,school,kind,code,value,due,by,text
B-1,2026-10-21,03AB00,signal,late,seen,,teacher,GEHEIM
B-1,2026-10-29,03AB00,signal,tired,seen,,teacher,GEHEIM
B-1,2026-10-29,03AB00,weigh,talk-first,W14,,mc-weigh,
B-1,2026-10-29,03AB00,refer,af,talk,2026-10-28,mc-refer,R21 named
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
E-1,2026-10-20,03AB00,refer,af,review,2027-01-08,mc-refer,R26 named
EOF
agenda() { run -t agenda -a 2026-10-30 "$@" < "$scratch/records"; }
is() {
	printf '%s\n' "$@" | diff - "$scratch/out" > "$scratch/diff" && return
	sed 's/^/# /' "$scratch/diff"
	return 1
}

agenda
check 'text: overdue, today, soon, later; the most urgent first' eval 'fine && is \
    "Agenda voor vrijdag 30 oktober 2026" \
    "===================================" "" \
    "! Bel nu Veilig Thuis, 0800-2000 (levensgevaar: eerst 112): C-1." "" \
    "Te laat" "-------" \
    "Uiterlijk  Zaak  Wie of met wie  Wat                             Sinds" \
    "wo 28 okt  B-1   AF              gesprek voorbereiden en voeren  wo 21 okt" "" \
    "Vandaag" "-------" \
    "Uiterlijk  Zaak  Wie of met wie  Wat                                   Sinds" \
    "vr 30 okt  C-1   Veilig Thuis    vandaag advies vragen                 vr 30 okt" \
    "vr 30 okt  A-1   bevoegd gezag   protocol voor grensoverschrijdend     vr 30 okt" \
    "                                 gedrag tussen leerlingen volgen" "" \
    "Komende vijf werkdagen" "----------------------" \
    "Uiterlijk  Zaak  Wie of met wie  Wat        Sinds" \
    "do 5 nov   B-1   kernteam        bespreken  do 29 okt" "" \
    "Later" "-----" \
    "Uiterlijk      Zaak  Wie of met wie  Wat                 Sinds" \
    "vr 8 jan 2027  E-1   AF              opnieuw beoordelen  di 6 okt"'
calls() { # action, due
	run -t agenda -a 2026-10-30 < <(grep ^C-1 "$scratch/records" | sed "s/advise-now,2026-10-30/$1,$2/")
	fine && notices "Bel nu Veilig Thuis"
}
check 'whom to phone today stands on top' eval 'calls report-now 2026-10-30 && calls advise-expert 2026-10-29 &&
    ! calls advise-now 2026-10-31 && ! calls feedback 2026-10-30 && ! calls report 2026-10-30'
agenda -l en
check 'text in English' eval 'fine && has_all "Agenda for Friday 30 October 2026" Overdue Today \
    "Coming five working days" Later "Wed 28 Oct B-1 AF prepare and hold the talk Wed 21 Oct" &&
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
check 'an action without a day is due today' eval 'fine && lacks "Te laat" && in_order Vandaag "B-1   AF"'

# ------------------------------------------------------------------- nothing due

run -t agenda -a 2026-10-30 < <(grep ^D-1 "$scratch/records")
check 'nothing due: quiet, status 0' eval 'fine && is_empty'
run -t agenda -a 2026-10-30 < /dev/null
check 'no records: quiet, status 0' eval 'fine && is_empty'
run -t agenda -f html -a 2026-10-30 < /dev/null
check 'nothing due, as html: a page that says so' eval 'fine && is_well_formed && has "Hier staat niets"'
run -t agenda -f csv -a 2026-10-30 < /dev/null
check 'nothing due, as csv: its header' eval 'fine && is due,status,school,case,partner,action,rule,since'

run -t agenda -a 2026-10-30 < <(grep -v 'C-1.*weigh' "$scratch/records")
check 'a case without its weigh record: named, and the agenda says that it lacks' eval 'ends 2 &&
    says "case C-1 of school 03AB00: it has no weigh record" && says "mc-weigh | mc-refer | mc-report" &&
    notices "Deze agenda is niet compleet." && has "met alle feiten: C-1." && notices "Bel nu Veilig Thuis" && has "B-1 AF"'
run -t agenda -a 2026-10-30 < <(grep ^B-1 "$scratch/records"; grep ^C-1 "$scratch/records" | grep -v weigh | sed 's/03AB00/07CD01/')
check 'one of another school that is left out: each has its school' has_all 'met alle feiten: 07CD01 C-1.' '03AB00 B-1 AF'
run -t agenda -a 2026-10-30 < <(grep ^D-1 "$scratch/records" | grep -v mc-refer)
check 'no refer record, nothing else due: not quiet' eval 'ends 2 && says "no refer record" &&
    has "Deze agenda is niet compleet"'
run -t agenda -a 2026-10-30 < <(grep ^D-1 "$scratch/records"; echo D-1,2026-10-23,03AB00,signal,x,seen,,,y)
check 'a refused line: not quiet' eval 'ends 1 &&
    notices "Deze agenda is misschien niet compleet" && has "een regel van D-1 kon niet worden gelezen."'
run -t agenda -a 2026-10-30 < <(sed '/^[BE]-1.*,weigh,/s/$/refused/' "$scratch/records")
check 'lines that mc-weigh refused: each case is named' has 'een regel van B-1, E-1 kon niet worden gelezen.'
run -t agenda -a 2026-10-30 < <(cat "$scratch/records"; echo D-1,2026-10-23T09:00,03AB00,answer,concern,yes,,af,x)
check 'a fact that came after the weighing: weigh again' eval 'ends 0 && notices "Na de weging is iets vastgelegd" && has "Weeg opnieuw: D-1."'
run -t agenda -a 2026-10-30 < <(cat "$scratch/records"; echo D-1,2026-10-23T09:00,03AB00,answer,unsafe,yes,,af,x)
check 'a danger that came after the weighing: phone' has 'levensgevaar: eerst 112): C-1, D-1.'
run -t agenda -a 2027-01-11 < <(grep ^E-1 "$scratch/records")
check 'a day that passed is no such fact' eval 'ends 0 && has "Te laat" && lacks "Na de weging"'
run -t agenda -a 2026-10-30 < <(cat "$scratch/records"; echo ,,x)
check 'a line of nobody knows which case: said' eval 'ends 1 && has "van welke zaak die is, is niet bekend."'
run -t agenda -f csv -a 2026-10-30 < <(grep -v 'C-1.*weigh' "$scratch/records")
check 'csv of a case without its weigh record: status 2' eval 'ends 2 && says C-1 && lacks C-1'

# ---------------------------------------------------------------- csv, calendar

agenda -f csv
check 'csv' eval 'fine && is due,status,school,case,partner,action,rule,since \
    2026-10-28,overdue,03AB00,B-1,af,talk,R21,2026-10-21 \
    2026-10-30,today,03AB00,C-1,veilig-thuis,advise-now,R08,2026-10-30 \
    2026-10-30,today,03AB00,A-1,board,peer-protocol,R12,2026-10-30 \
    2026-11-05,coming,03AB00,B-1,kernteam,discuss,R22,2026-10-29 \
    2027-01-08,coming,03AB00,E-1,af,review,R26,2026-10-06'

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
            for once in ("UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY"):
                assert len(properties.get(once, [])) == 1, once + " must stand once"
            assert re.fullmatch(r"\d{8}T\d{6}Z", properties["DTSTAMP"][0])
            assert re.fullmatch(r"\d{8}", properties["DTSTART;VALUE=DATE"][0])
            assert re.fullmatch(r"(?:[^\\,;]|\\[\\;,nN])*", properties["SUMMARY"][0]), "no TEXT"
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
        print(event["DTSTART;VALUE=DATE"][0], event["UID"][0], event["SUMMARY"][0])
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
check 'ics: parses, one event an action' eval 'fine && parses && [ "$(wc -l < "$scratch/events")" -eq 5 ]'
check 'ics: day, identity and summary' has_event \
    '20261028 03AB00.B-1.af.talk@mc-report B-1: aandachtsfunctionaris - gesprek voorbereiden en voeren'
check 'ics: a long line is folded, and comes back whole' has_event \
    '20261030 03AB00.A-1.board.peer-protocol@mc-report A-1: bevoegd gezag - protocol voor grensoverschrijdend gedrag tussen leerlingen volgen'
check 'ics: no text of a case' lacks GEHEIM
cp "$scratch/out" "$scratch/before"
run -t agenda -f ics -a 2026-10-30 < <(sort "$scratch/records")
check 'ics: the same calendar for the same day' cmp -s "$scratch/out" "$scratch/before"
run -t agenda -f ics -a 2026-11-02 < <(sed 's/2026-11-05/2026-11-09/' "$scratch/records")
check 'ics: on another day, with another due, the same identity' eval \
    'parses && has_event "20261109 03AB00.B-1.kernteam.discuss@mc-report B-1: kernteam - bespreken"'
run -t agenda -f ics -a 2026-10-30 < <(grep '^[CD]-1' "$scratch/records" |
    sed 's/refer,veilig-thuis,advise-now/refer,expert,help/; s/^C-1/C.1_x-/')
check 'ics: what has meaning in a text is escaped' eval 'fine && parses && has_event \
    "20261030 03AB00.C.1_x-.expert.help@mc-report C.1_x-: deskundige (letsel\\; eergerelateerd geweld) - hulp bieden volgens plan"'
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
run -t agenda -f ics -a 2026-10-30 < /dev/null
check 'ics: nothing due: a calendar without an event' eval 'fine && parses && [ ! -s "$scratch/events" ]'

for type in referral chronology talk veilig-thuis readiness; do
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
