#!/usr/bin/env bash
#
# Goal: no case is kept longer than somebody decided, and none is removed by a
# program: a case is named when the pupil left, or else the newest fact is, so many
# years ago, to the day.
#
#   BIN=build/bin tests/cli/mc-report-retention.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2016,SC2317 # the checks are called by name, or evaluated later
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/report-helpers"

cat > "$scratch/records" << 'EOF'
case,date,school,kind,code,value,due,by,text
A-1,2023-05-01,03AB00,signal,late,seen,,teacher,GEHEIM
A-1,2024-10-30,03AB00,signal,tired,seen,,teacher,GEHEIM
B-1,2024-10-30,03AB00,signal,late,seen,,teacher,GEHEIM
B-1,2024-10-31,03AB00,signal,tired,seen,,teacher,GEHEIM
C-1,2022-01-10,03AB00,signal,late,seen,,teacher,GEHEIM
C-1,2024-07-12,03AB00,done,other-school,left,,af,GEHEIM
C-1,2024-11-20T10:00,03AB00,done,other-school,handover,,af,GEHEIM
D-1,2024-01-10,03AB00,done,other-school,left,,af,GEHEIM
D-1,2026-01-10,03AB00,done,other-school,left,,af,GEHEIM
E-1,2024-02-29,03AB00,signal,late,seen,,teacher,GEHEIM
,2020-01-01,03AB00,school,af,yes,,head,
EOF
old() { run -t retention "$@" < "$scratch/records"; }
cases() { sed 1d "$scratch/out" | cut -d, -f2 | tr '\n' ' '; }
names() { # cases
	fine && [ "$(cases)" = "$1" ]
}

old -f csv -a 2026-10-30
check 'csv: two years ago to the day, by leaving, else by the newest fact' eval 'fine &&
    printf "%s\n" school,case,left,newest 03AB00,A-1,,2024-10-30 03AB00,C-1,2024-07-12,2024-11-20 03AB00,E-1,,2024-02-29 |
    same "$scratch/out" -'
old -f csv -a 2026-10-31
check 'a day later one more' names 'A-1 B-1 C-1 E-1 '
old -f csv -a 2026-10-30 --years 3
check 'three years' eval 'ends 0 && [ -z "$(cases)" ]'
old -f csv -a 2026-10-30 --years 1
check 'one year' names 'A-1 B-1 C-1 E-1 '
old -f csv -a 2026-02-28
check 'a leap day: not the day before' eval 'ends 0 && ! cases | grep -q E-1'
old -f csv -a 2026-03-01
check 'a leap day: two years later' eval 'cases | grep -q E-1'
old -f csv -a 2028-02-29
check 'from a leap day' eval 'cases | grep -q D-1 && cases | grep -q B-1'
old -f csv -a 2026-10-30 < <(sort -r "$scratch/records")
check 'the order of the lines makes no difference' names 'A-1 C-1 E-1 '

old -a 2026-10-30
check 'text: what it is about, and that it removes nothing' eval 'fine && has_all "Zaken om na te kijken: bewaartermijn" \
    "2 jaar of langer geleden" "Dit blad wist niets" "Zaak Van school Nieuwste feit A-1 - 30 oktober 2024 C-1 12 juli 2024 20 november 2024" &&
    lacks GEHEIM'
old -a 2026-10-30 -l en
check 'in English' eval 'fine && has_all "Cases to review for retention" "C-1 12 July 2024 20 November 2024" && lacks_all Zaak juli'
old -f html -a 2026-10-30
check 'html' eval 'fine && is_well_formed && has "<th scope=\"row\">A-1</th>" && ! grep "<title>" "$scratch/out" | grep -q A-1'
run -t bewaartermijn -a 2026-10-30 < <(cat "$scratch/records"; sed -n 's/^A-1,\(.*\)03AB00/A-1,\107CD01/p' "$scratch/records")
check 'two schools: each row names its own' has_all '03AB00 A-1' '07CD01 A-1'
old -a 2024-10-30
check 'none: a note, and no page' eval 'ends 0 && is_empty && says "no case is so old"'

run -t retention -a 2026-10-30 < <(cat "$scratch/records"; echo A-1,2024-10-30,03AB00,signal,fear,oog,,,x)
check 'a refused line: on top of the page' eval 'ends 1 && notices "Let op: een regel van A-1 kon niet worden gelezen."'
run -t retention -f csv -a 2026-10-30 < <(cat "$scratch/records"; echo A-1,2024-10-30,03AB00,signal,fear,oog,,,x)
check 'as csv: on standard error' eval 'ends 1 && says "case A-1 of school 03AB00: a line of it could not be read"'
run -t retention -a 2024-10-30 < <(cat "$scratch/records"; echo Z-1,2024-10-30,03AB00,signal,fear,oog,,,x)
check 'none, but a case of which nothing could be read: said' eval 'ends 1 && notices "Let op: een regel van Z-1"'

for years in 0 -1 100 two 2.5 '' ' 2' 99999999999999999999; do
	old --years "$years"
	check "--years \"$years\"" eval 'ends 2 && is_empty && says "is no number of years (1 to 99)"'
done
run -t agenda -y 3 < "$scratch/records"
check 'of retention alone' eval 'ends 2 && says "--years belongs to --type retention"'
old -a 2001-01-01 --years 9
check 'more years than there are' eval 'ends 0 && is_empty'

finish
