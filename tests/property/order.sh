#!/usr/bin/env bash
#
# Goal: what mc-weigh and mc-refer derive depends on the set of the records of a
# case, not on their order, their files or their grouping, nor on any record of
# another case or school.
#
#   BIN=build/bin tests/property/order.sh [seeds [cases]]
#
# Random cases in their order, shuffled, in reverse, split over files with
# headers in the middle, sorted with --grouped, and each case by itself.
# TAP on standard output.

# shellcheck disable=SC2154,SC2317 # the helpers' variables; checks called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
export LC_ALL=C
cd -- "$scratch" || exit 2

seeds=${1:-3}
count=${2:-800}
today=2026-10-31
generate=$repository/tests/oracle/generate.py

alike() { # want and got are the same, and not empty
	[ -s want ] && same got want
}

# The derived records of a stream, sorted: no fact has those fourth columns.
derived() {
	awk -F, '$4 == "weigh" || $4 == "refer"' | sort
}

# The lines of a file in an order that the seed gives.
shuffle() { # file
	awk -v seed="$seed" 'BEGIN { srand(seed) } { printf "%.9f\t%s\n", rand(), $0 }' "$1" |
	    sort | cut -f 2-
}

# What both tools make of files, or of standard input: facts, weigh records, refer records.
derive() { # [--grouped] [file...]
	local grouped=()
	if [ "${1-}" = --grouped ]; then
		grouped=(--grouped)
		shift
	fi
	: > err
	mc-weigh --as-of "$today" "${grouped[@]}" "$@" 2>> err | mc-refer "${grouped[@]}" 2>> err ||
	    echo "status $?"
	cat err
}

for ((seed = 1; seed <= seeds; seed++)); do
	rm -f ./*
	"$PYTHON" "$generate" "$seed" "$count" > cases || exit 2
	# The stream has headers, derived records and those of schools in it.
	tail -n +2 cases | awk -F, '$4 != "kind"' > records
	derive cases > weighed
	facts=$({ head -n 1 cases; awk -F, '$4 != "weigh" && $4 != "refer"' records; } | tee want |
	    wc -l)

	head -n "$facts" weighed > got
	check "seed $seed: the facts pass byte for byte" alike

	awk -F, '$4 != "school" { print $1 "," $3 }' records | sort -u > want
	tail -n +$((facts + 1)) weighed | awk -F, '$4 == "weigh" { print $1 "," $3 }' | sort > got
	check "seed $seed: one weigh record a case" alike
	tail -n +$((facts + 1)) weighed | awk -F, '$4 == "refer" { print $1 "," $3 }' | sort -u > got
	check "seed $seed: and something to do, or nothing" alike

	derived < weighed > want
	shuffle records > shuffled
	derive shuffled | derived > got
	check "seed $seed: shuffled" alike

	tac records > reversed
	derive reversed | derived > got
	check "seed $seed: in reverse" alike

	split -n l/5 shuffled part.
	for part in part.??; do
		{ head -n 1 cases; cat "$part"; } > "with.$part"
	done
	derive with.part.?? | derived > got
	check "seed $seed: over five files" alike
	cat with.part.?? | derive | derived > got
	check "seed $seed: five files in one, with their headers" alike

	sort shuffled > sorted
	derive --grouped sorted | derived > got
	check "seed $seed: sorted and grouped" alike
	# Grouped by the case alone: its schools may come mixed.
	sort -t , -k 1,1 -s shuffled > bycase
	derive --grouped bycase | derived > got
	check "seed $seed: grouped by the case alone" alike

	derive weighed | derived > got
	check "seed $seed: weighed again" alike

	# Referred as they come, weighings find their case as it is at the end: between facts, and when
	# the last facts come behind them.
	awk -F, '$4 != "refer"' weighed > stream
	shuffle stream | mc-refer 2>&1 | derived > got
	check "seed $seed: weighings anywhere" alike
	awk -F, '$4 != "weigh" && NR % 9 == 5 { late[NR] = $0; next } { print }
	    END { for (i in late) print late[i] }' stream |
	    mc-refer 2>&1 | derived > got
	check "seed $seed: facts behind the weighings" alike
done

# Some cases each in a run of their own: nothing of another case, or of another school's of the same
# name, counts.
awk -F, '$4 != "school" { print $1 "," $3 }' records | sort -u | awk 'NR % 20 == 1' > some
: > got
while IFS=, read -r name school; do
	awk -F, -v name="$name" -v school="$school" '$1 == name && $3 == school' shuffled |
	    derive | derived >> got
done < some
sort -o got got
awk -F, 'NR == FNR { some[$0]; next } ($1 "," $3) in some' some want > part
mv part want
check "each case by itself" alike

finish
