#!/usr/bin/env bash
#
# Goal: a head sees of each school which of the six preconditions of the
# guideline are met, since when, and what to do; what nobody answered is not
# known, never met.
#
#   BIN=build/bin tests/cli/mc-report-readiness.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2016,SC2317 # the checks are called by name, or evaluated later
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/report-helpers"

ready() { run -t readiness -a 2026-10-30 "$@"; }
csv() { ready -f csv; }
row() { grep -qE -e "^$1" "$scratch/out" || { sed 's/^/# /' "$scratch/out"; return 1; }; }

cat > "$scratch/records" << 'EOF'
case,date,school,kind,code,value,due,by,text
,2025-09-01,03AB00,school,af,yes,,head,
,2026-09-01,03AB00,school,af,yes,,head,
,2026-01-10,03AB00,school,meldcode,no,,head,
,2026-02-10,03AB00,school,meldcode,yes,,head,
,2026-03-10,03AB00,school,team,yes,,head,
,2026-04-10,03AB00,school,team,no,,head,
,2026-05-10,03AB00,school,team,no,,head,
,2026-06-10,03AB00,school,kernteam,yes,,head,
,2026-06-10,03AB00,school,kernteam,no,,head,
,2026-06-10T09:00,03AB00,school,website,no,,head,
,2026-06-10T10:00,03AB00,school,website,yes,,head,
K-1,2026-06-10,07CD01,signal,fear,seen,,teacher,GEHEIM
EOF
csv < "$scratch/records"
check 'csv: a header and six rows a school' eval 'fine && [ "$(wc -l < "$scratch/out")" -eq 13 ] &&
    [ "$(head -n 1 "$scratch/out")" = school,precondition,state,since,todo ]'
check 'yes twice: met since the first' row '03AB00,af,met,2025-09-01,$'
check 'yes after no: met since then' row '03AB00,meldcode,met,2026-02-10,$'
check 'no after yes: not met since the first no' row '03AB00,team,not-met,2026-04-10,Zorg dat het team'
check 'yes and no on one day: no counts' row '03AB00,kernteam,not-met,2026-06-10,'
check 'yes at a later minute of that day: met' row '03AB00,website,met,2026-06-10,$'
check 'no answer: not known' row '03AB00,veilig-thuis,unknown,,School kent de werkwijze van Veilig Thuis: ga na of dit zo is\. Zo niet: zorg dat'
check 'a school of which only a case is known: nothing is known' eval \
    '[ "$(grep -c ^07CD01,.*,unknown,, "$scratch/out")" -eq 6 ] && lacks GEHEIM'
cp "$scratch/out" "$scratch/before"
csv < <(sort -r "$scratch/records")
check 'the order of the lines makes no difference' cmp -s "$scratch/out" "$scratch/before"

ready < "$scratch/records"
check 'text: one paper a school' eval 'fine && papers 2 && in_order "Randvoorwaarden op school 03AB00" \
    "Op orde: 3 van de 6 randvoorwaarden." "Randvoorwaarden op school 07CD01" "Op orde: 0 van de 6"'
check 'text: state and since' has_all 'Geschoolde aandachtsfunctionaris aangesteld op orde 1 september 2025' \
    'Team kent de stappen en kan signaleren niet op orde 10 april 2026' \
    'School kent de werkwijze van Veilig Thuis niet bekend'
check 'text: what to do, in the words of the guideline, for what is not met alone' eval \
    'has "op de hoogte is van de stappen van de meldcode en kan signaleren" &&
    has "Op orde: 0 van de 6" && [ "$(grep -o "Elke school is daartoe verplicht" "$scratch/flat" | wc -l)" -eq 1 ]'
ready -s 03AB00 < "$scratch/records"
check '--school: that school alone' eval 'fine && papers 1 && lacks 07CD01'
ready -l en < "$scratch/records"
check 'English' eval 'fine && has_all "Preconditions at school 03AB00" "Preconditions met: 3 of the 6." \
    "not known" "What to do" && lacks_all "School kent" "op orde"'
ready < <(for code in af meldcode team veilig-thuis kernteam website; do echo ",2026-06-10,03AB00,school,$code,yes,,head,"; done)
check 'all met: said, and nothing to do' eval 'fine && has "Alle randvoorwaarden zijn op orde." && lacks "ga na"'
run -t readiness -a 2026-03-01 < "$scratch/records"
check '--as-of: what was answered later does not count' eval 'fine && papers 1 && has "2 van de 6"'

ready < <(cat "$scratch/records"; echo ,2026-10-01,03AB00,school,af,nee,,head,)
check 'a refused answer: said on the page' eval 'ends 1 && notices "Let op: een regel kon niet worden gelezen"'
ready < "$scratch/records"
check 'and not said when there is none' lacks "kon niet worden gelezen"
run -t readiness < <(echo ,2199-01-01,03AB00,school,af,yes,,head,)
check 'a record dated after today is refused' eval 'ends 1 && says "2199-01-01"'
ready -c K-1 < "$scratch/records"
check '--case does not apply' eval 'ends 2 && is_empty && says "--case does not apply"'
ready -s 99ZZ99 < "$scratch/records"
check 'a school that does not occur' eval 'ends 2 && is_empty && says "school 99ZZ99 does not occur"'
run -a 2026-10-30 < <(grep ,school, "$scratch/records")
check 'records of a school are no case' eval 'ends 0 && is_empty && says "no referral"'

finish
