#!/usr/bin/env bash
#
# Goal: what mc-weigh derives depends on the set of the records, not on their
# order, their files or their grouping.
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

# The derived records of a weighed stream, sorted: no fact has that fourth column.
derived() {
	awk -F, '$4 == "weigh"' | sort
}

weigh() {
	mc-weigh --as-of "$today" "$@" 2> err || echo "status $?"
	cat err
}

for ((seed = 1; seed <= seeds; seed++)); do
	rm -f ./*
	"$PYTHON" "$generate" "$seed" "$count" > cases || exit 2
	# The stream has headers, derived records and those of schools in it.
	tail -n +2 cases | awk -F, '$4 != "kind"' > records
	weigh cases > weighed
	facts=$({ head -n 1 cases; awk -F, '$4 != "weigh" && $4 != "refer"' records; } | tee want |
	    wc -l)

	head -n "$facts" weighed > got
	check "seed $seed: the facts pass byte for byte" alike

	awk -F, '$4 != "school" { print $1 "," $3 }' records | sort -u > want
	tail -n +$((facts + 1)) weighed | awk -F, '$4 == "weigh" { print $1 "," $3 }' | sort > got
	check "seed $seed: one derived record a case" alike

	derived < weighed > want
	awk -v seed="$seed" 'BEGIN { srand(seed) } { printf "%.9f\t%s\n", rand(), $0 }' records |
	    sort | cut -f 2- > shuffled
	weigh shuffled | derived > got
	check "seed $seed: shuffled" alike

	tac records > reversed
	weigh reversed | derived > got
	check "seed $seed: in reverse" alike

	split -n l/5 shuffled part.
	for part in part.??; do
		{ head -n 1 cases; cat "$part"; } > "with.$part"
	done
	weigh with.part.?? | derived > got
	check "seed $seed: over five files" alike
	cat with.part.?? | weigh | derived > got
	check "seed $seed: five files in one, with their headers" alike

	sort shuffled > sorted
	weigh --grouped sorted | derived > got
	check "seed $seed: sorted and grouped" alike
	# Grouped by the case alone: its schools may come mixed.
	sort -t , -k 1,1 -s shuffled > bycase
	weigh --grouped bycase | derived > got
	check "seed $seed: grouped by the case alone" alike

	weigh weighed | derived > got
	check "seed $seed: weighed again" alike
done

# Some cases each in a run of their own.
awk -F, '$4 != "school" { print $1 "," $3 }' records | sort -u | awk 'NR % 20 == 1' > some
: > got
while IFS=, read -r name school; do
	awk -F, -v name="$name" -v school="$school" '$1 == name && $3 == school' shuffled |
	    weigh | derived >> got
done < some
sort -o got got
awk -F, 'NR == FNR { some[$0]; next } ($1 "," $3) in some' some want > part
mv part want
check "each case by itself" alike

finish
