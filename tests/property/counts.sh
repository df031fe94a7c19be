#!/usr/bin/env bash
#
# Goal: an attacker who has read all published counts learns no number exactly
# or nearly, and one that was published wrongly is found; and every outcome can
# go with every route, so that no cell of the counts is empty by the rules.
#
#   BIN=build/bin tests/property/counts.sh
#
# A short part of "make audit". TAP on standard output; exits 1 when a test
# fails, 2 when it cannot run.

set -u
set -o pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd) || exit 2
bin=$(cd -- "${BIN:?BIN is the folder of the tools}" && pwd) || exit 2
scratch=$(mktemp -d) || exit 2
trap 'rm -rf -- "$scratch"' EXIT
export PYTHONDONTWRITEBYTECODE=1
failed=0

if python3 -c 'import ctypes; ctypes.CDLL("libglpk.so.40")' 2> /dev/null; then
	python3 "$here/counts/audit.py" "$bin" --short > "$scratch/tap" || failed=1
	tests=$(grep -c '^\(not \)\?ok' "$scratch/tap")
	grep -v '^1\.\.' "$scratch/tap"
	[ "$tests" -ge 16 ] || exit 2
else
	tests=1
	echo "ok 1 - the attack # SKIP no GLPK (apt-get install glpk-utils)"
fi

# The pairs of outcome group and route group that a few thousand random cases have.
"$here/oracle/generate.py" 6 6000 > "$scratch/cases" || exit 2
"$bin/mc-weigh" --as-of 2026-10-31 "$scratch/cases" | "$bin/mc-refer" > "$scratch/records" || exit 2
PYTHONPATH=$here/counts python3 - "$scratch/records" > "$scratch/missing" << 'EOF' || exit 2
import sys
import attack
import year

with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
seen = set()
for month in sorted({line.split(",")[1][:7] for line in text.split("\n")[1:] if line}):
    seen |= {(outcome, route) for _, outcome, route, _ in year.count_cases(text, month)}
for outcome in attack.OUTCOMES:
    for route in attack.ROUTES:
        if (outcome, route) not in seen:
            print(outcome, route)
EOF
tests=$((tests + 1))
if [ ! -s "$scratch/missing" ]; then
	echo "ok $tests - every outcome goes with every route in some case"
else
	failed=1
	echo "not ok $tests - every outcome goes with every route in some case"
	sed 's/^/# never: /' "$scratch/missing"
fi
echo "1..$tests"
exit $failed
