#!/usr/bin/env bash
#
# Goal: an attacker who has read all published counts learns no number exactly
# or nearly, and one that was published wrongly is found; and the cells that are
# printed as empty by the rules are those that no case can be in.
#
#   BIN=build/bin tests/property/counts.sh
#
# A short part of "make audit". TAP on standard output; exits 1 when a test
# fails, 2 when it cannot run.

# shellcheck disable=SC2034,SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"

if "$PYTHON" -c 'import ctypes; ctypes.CDLL("libglpk.so.40")' 2> /dev/null; then
	"$PYTHON" "$repository/tests/counts/audit.py" "$bin" --short > "$scratch/tap" || failed=1
	tests=$(grep -c '^\(not \)\?ok' "$scratch/tap")
	grep -v '^1\.\.' "$scratch/tap"
	[ "$tests" -ge 18 ] || exit 2
	# The figure that is reported of each year.
	tests=$((tests + 1))
	if [ "$(grep -c '^# [0-9]* schools\{0,1\}, .*: narrowest interval: [0-9]' "$scratch/tap")" -eq 2 ]; then
		echo "ok $tests - the narrowest interval of each year is told"
	else
		failed=1
		echo "not ok $tests - the narrowest interval of each year is told"
	fi
else
	skip 'the attack' 'no GLPK (apt-get install glpk-utils)'
fi

# The pairs of outcome group and route group that some thousands of random cases have, and a few
# that are told for a rare pair, with and without a kernteam of which no member is listed.
"$PYTHON" "$repository/tests/oracle/generate.py" 6 6000 > "$scratch/cases" || exit 2
tell() { # case, step ...
	local step
	for step in "${@:2}"; do
		echo "$1,2026-09-${step%% *},12AB00,${step#* },af,tekst"
	done
}
help_runs=("01 signal,fear,seen," "02 answer,suspicion,yes," "02 answer,can-help,yes," "02 answer,accepts,yes,")
reported=("02 answer,unsafe,yes," "03 done,veilig-thuis,report," "04 done,veilig-thuis,feedback,"
    "04 done,veilig-thuis,final-feedback,")
{
	tell T-1 "${help_runs[@]}" "${reported[@]}" "02 plan,casemanager,ggd,"
	tell T-2 "${help_runs[@]}" "${reported[@]}" "02 plan,casemanager,kernteam,"
	tell T-3 "${help_runs[@]}" "02 answer,unsafe,no," "02 plan,casemanager,ggd," "05 signal,staff,seen,"
	tell T-4 "${help_runs[@]}" "02 answer,unsafe,no," "02 plan,casemanager,kernteam," "05 signal,staff,seen,"
	tell T-5 "01 signal,fear,seen," "02 answer,suspicion,no," "02 answer,concern,yes," \
	    "03 done,kernteam,explore-grey," "03 done,kernteam,bear-and-normalise," \
	    "03 done,kernteam,think-along,"
	tell T-6 "01 signal,fear,seen," "02 need,money,," "02 answer,suspicion,no," "02 answer,concern,no,"
} >> "$scratch/cases"
printf 'partner,name,phone,email,topics\naf,,,,\n' > "$scratch/kernteam"
mc-weigh --as-of 2026-10-31 "$scratch/cases" > "$scratch/weighed" || exit 2
mc-refer "$scratch/weighed" > "$scratch/alone" || exit 2
mc-refer --kernteam "$scratch/kernteam" "$scratch/weighed" > "$scratch/together" || exit 2
PYTHONPATH=$repository/tests/counts "$PYTHON" - "$scratch/alone" "$scratch/together" > "$scratch/never" << 'EOF' || exit 2
import sys
import attack
import year

seen = set()
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for month in sorted({line.split(",")[1][:7] for line in text.split("\n")[1:] if line}):
        seen |= {(outcome, route) for _, outcome, route, _ in year.count_cases(text, month)}
for outcome in attack.OUTCOMES:
    for route in attack.ROUTES:
        if (outcome, route) not in seen:
            print(outcome + "," + route)
EOF
# What is printed as "-".
mc-weigh --as-of 2026-09-30 "$scratch/cases" | mc-refer |
	mc-report --type counts --month 2026-09 --internal --format csv |
	grep '^outcome-route,all,.*,-$' | cut -d, -f3,4 > "$scratch/dashes"
check 'a cell is printed as - exactly when no case can be in it' \
    diff "$scratch/never" "$scratch/dashes"
finish
