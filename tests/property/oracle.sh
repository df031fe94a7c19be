#!/usr/bin/env bash
#
# Goal: mc-weigh and mc-refer derive for random cases exactly what a second
# program does, which was written from the same rules and shares no code.
#
#   BIN=build/bin tests/property/oracle.sh [seeds [cases]]
#
# TAP on standard output: one test a seed. More seeds and cases than check
# takes are a matter of time alone.

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"

seeds=${1:-6}
cases=${2:-1500}

check 'the tools and Python are there' command -v "$PYTHON"
for ((seed = 1; seed <= seeds; seed++)); do
	check "seed $seed: $cases cases, as meldcode.py derives them" \
	    "$repository/tests/oracle/differ.sh" "$bin" "$seed" "$cases"
done
finish
