#!/usr/bin/env bash
#
# Goal: mc-weigh and mc-refer derive for random cases exactly what a second
# program does, which was written from the same rules and shares no code; and
# that makes of the small cases of tests/data/stories.md what is written there,
# as the tools do (tests/cli/stories.sh).
#
#   BIN=build/bin tests/property/oracle.sh [seeds [cases]]
#
# TAP on standard output: one test a seed, after those of the stories. More
# seeds and cases than check takes are a matter of time alone.

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"

seeds=${1:-6}
cases=${2:-1500}

check 'the tools and Python are there' command -v "$PYTHON"
check 'the stories, as meldcode.py tells them' \
    "$PYTHON" "$repository/tests/oracle/stories.py" "$data/stories.md"
# shellcheck disable=SC2317 # called by name
reach_every_rule() {
	"$PYTHON" "$repository/tests/oracle/generate.py" 1 6000 > "$scratch/cases" &&
	    "$PYTHON" "$repository/tests/oracle/meldcode.py" count --as-of 2026-10-31 "$scratch/cases"
}
check 'the random cases reach every rule' reach_every_rule
for ((seed = 1; seed <= seeds; seed++)); do
	check "seed $seed: $cases cases, as meldcode.py derives them" \
	    "$repository/tests/oracle/differ.sh" "$bin" "$seed" "$cases"
done
finish
