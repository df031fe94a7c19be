#!/bin/sh
# differ.sh BIN SEED CASES
#
# Random cases through the mc-weigh and mc-refer of the folder BIN and through
# meldcode.py, in five ways; what they derive must be the same, line for line.
# The first case that differs is printed with all its records and both
# outputs, and the status is 1; 2 when a tool fails. (meldcode.py count tells
# how many cases reach each rule.)

set -u
LC_ALL=C
export LC_ALL
unset MC_KERNTEAM MC_SCHOOL

here=$(dirname "$0")
python=${PYTHON:-/usr/bin/python3}
today=2026-10-31
earlier=2026-06-30

if [ $# -ne 3 ]; then
	echo "usage: differ.sh BIN SEED CASES" >&2
	exit 2
fi
bin=$1
seed=$2
cases=$3

dir=$(mktemp -d) || exit 2
trap 'rm -rf "$dir"' EXIT
trap 'exit 2' HUP INT TERM

# The derived records of a stream: no other kind has these words in its
# fourth column, and the three before it are never quoted.
derived() {
	awk -F, '$4 == "weigh" || $4 == "refer"'
}

# The header first, the other lines in an order that depends on the seed alone.
shuffled() {
	head -n 1 "$1"
	tail -n +2 "$1" |
	    awk -v seed="$seed" 'BEGIN { srand(seed) } { printf "%.9f\t%s\n", rand(), $0 }' |
	    sort | cut -f 2-
}

# tools FILE DATE [OPTION...]: the options are mc-refer's.
tools() {
	input=$1
	date=$2
	shift 2
	"$bin/mc-weigh" --as-of "$date" "$input" >"$dir/weighed" || return
	"$bin/mc-refer" "$@" "$dir/weighed" >"$dir/referred" || return
	derived <"$dir/referred"
}

# wanted FILE DATE [OPTION...]: what the comparisons that follow should give.
wanted() {
	input=$1
	date=$2
	shift 2
	"$python" "$here/meldcode.py" refer --as-of "$date" "$@" "$input" >"$dir/want" || exit 2
	sort "$dir/want" >"$dir/want.sorted"
}

# of_case CASE SCHOOL: the records of that case.
of_case() {
	awk -F, -v name="$1" -v school="$2" '$1 == name && $3 == school'
}

# show_first NAME FILE: the first case of FILE that differs, whole.
show_first() {
	diff "$dir/want.sorted" "$dir/got.sorted" >"$dir/diff"
	one=$(sed -n 's/^[<>] //p' "$dir/diff" | head -n 1)
	name=$(echo "$one" | cut -d , -f 1)
	school=$(echo "$one" | cut -d , -f 3)
	echo "not ok - $1: seed $seed, case $name of school $school"
	echo "records:"
	of_case "$name" "$school" <"$2"
	echo "meldcode.py:"
	of_case "$name" "$school" <"$dir/want"
	echo "mc-weigh and mc-refer:"
	of_case "$name" "$school" <"$dir/got"
	# How many cases differ, and in which rules, tells a slip in one row from a
	# broken program.
	sed -n 's/^[<>] //p' "$dir/diff" | cut -d , -f 1,3 | sort -u |
	    awk 'END { print NR " case(s) differ" }'
	sed -n 's/^[<>] //p' "$dir/diff" |
	    awk -F, '{ split($9, word, " "); print $1, $3, $4 == "weigh" ? $6 : word[1] }' |
	    sort -u | awk '{ n[$3]++ } END { for (rule in n) print rule, n[rule] }' | sort |
	    paste -s -d ' ' -
}

# compare NAME FILE DATE [OPTION...]
compare() {
	what=$1
	shift
	tools "$@" >"$dir/got" || {
		echo "not ok - $what: a tool failed on seed $seed" >&2
		exit 2
	}
	sort "$dir/got" >"$dir/got.sorted"
	if ! cmp -s "$dir/want.sorted" "$dir/got.sorted"; then
		show_first "$what" "$1"
		exit 1
	fi
	echo "ok - $what"
}

"$python" "$here/generate.py" "$seed" "$cases" >"$dir/cases" || exit 2
shuffled "$dir/cases" >"$dir/shuffled"
printf '%s\n' partner,name,phone,email,topics \
    'socius,Maatschappelijk werk,,,social' 'lpa,Leerplicht,,,absence' >"$dir/kernteam"
printf '%s\n' partner,name,phone,email,topics 'social-base,Buurthuis,,,' >"$dir/nobody"

wanted "$dir/cases" "$today"
compare "in order" "$dir/cases" "$today"
# The cases in the order in which they first came, their rows in the table's.
if ! cmp -s "$dir/want" "$dir/got"; then
	echo "not ok - order of the derived records: seed $seed"
	diff "$dir/want" "$dir/got" | head -n 20
	exit 1
fi
compare "shuffled" "$dir/shuffled" "$today"
wanted "$dir/cases" "$earlier"
compare "as of $earlier" "$dir/cases" "$earlier"
wanted "$dir/shuffled" "$today" --kernteam "$dir/kernteam"
compare "with a kernteam file" "$dir/shuffled" "$today" --kernteam "$dir/kernteam"
wanted "$dir/cases" "$earlier" --kernteam "$dir/nobody"
compare "with a kernteam of nobody" "$dir/cases" "$earlier" --kernteam "$dir/nobody"
