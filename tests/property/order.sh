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

set -u
set -o pipefail
export LC_ALL=C

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd) || exit 2
bin=$(cd -- "${BIN:?BIN is the folder of the tools}" && pwd) || exit 2
seeds=${1:-3}
count=${2:-800}
today=2026-10-31

generate=$here/../oracle/generate.py
scratch=$(mktemp -d) || exit 2
trap 'rm -rf -- "$scratch"' EXIT
cd -- "$scratch" || exit 2

tests=0 failed=0
check() { # name: want and got are the same, and not empty
	tests=$((tests + 1))
	if [ -s want ] && cmp -s want got; then
		echo "ok $tests - $1"
	else
		echo "not ok $tests - $1"
		diff want got | head -n 10 | sed 's/^/# /'
		failed=1
	fi
}

# The derived records of a weighed stream, sorted: no fact has that fourth column.
derived() {
	awk -F, '$4 == "weigh"' | sort
}

weigh() {
	"$bin/mc-weigh" --as-of "$today" "$@" 2> err || echo "status $?"
	cat err
}

for ((seed = 1; seed <= seeds; seed++)); do
	rm -f ./*
	python3 "$generate" "$seed" "$count" > cases || exit 2
	# The stream has headers, derived records and those of schools in it.
	tail -n +2 cases | awk -F, '$4 != "kind"' > records
	weigh cases > weighed
	facts=$({ head -n 1 cases; awk -F, '$4 != "weigh" && $4 != "refer"' records; } | tee want |
	    wc -l)

	head -n "$facts" weighed > got
	check "seed $seed: the facts pass byte for byte"

	awk -F, '$4 != "school" { print $1 "," $3 }' records | sort -u > want
	tail -n +$((facts + 1)) weighed | awk -F, '$4 == "weigh" { print $1 "," $3 }' | sort > got
	check "seed $seed: one derived record a case"

	derived < weighed > want
	awk -v seed="$seed" 'BEGIN { srand(seed) } { printf "%.9f\t%s\n", rand(), $0 }' records |
	    sort | cut -f 2- > shuffled
	weigh shuffled | derived > got
	check "seed $seed: shuffled"

	tac records > reversed
	weigh reversed | derived > got
	check "seed $seed: in reverse"

	split -n l/5 shuffled part.
	for part in part.??; do
		{ head -n 1 cases; cat "$part"; } > "with.$part"
	done
	weigh with.part.?? | derived > got
	check "seed $seed: over five files"
	cat with.part.?? | weigh | derived > got
	check "seed $seed: five files in one, with their headers"

	sort shuffled > sorted
	weigh --grouped sorted | derived > got
	check "seed $seed: sorted and grouped"
	# Grouped by the case alone: its schools may come mixed.
	sort -t , -k 1,1 -s shuffled > bycase
	weigh --grouped bycase | derived > got
	check "seed $seed: grouped by the case alone"

	weigh weighed | derived > got
	check "seed $seed: weighed again"
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
check "each case by itself"

echo "1..$tests"
exit $failed
