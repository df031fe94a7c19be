#!/usr/bin/env bash
#
# Goal: each room of the code knows no more than it must: an include tells the
# floor that it comes from, none goes where it may never go, and no files call
# each other in a circle.
#
#   BIN=build/bin BUILD=build tests/cli/rooms.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
build=$(cd -- "${BUILD:?BUILD is the folder of what was built}" && pwd) || exit 2
cd -- "$repository" || exit 2
why=$scratch/why

# Each include: the file, and what it includes.
grep -r --include='*.[ch]' --include='*.def' '^ *# *include *"' common cmd | sort |
    sed 's/: *# *include *"\([^"]*\)".*/ \1/' > "$scratch/includes"

never() { # from, to [, except from]
	grep -E "^$1[^ ]* $2" "$scratch/includes" | grep -vE "^${3:-none}" > "$why"
	result "never $1 -> $2" "$why"
}

check 'there are includes to look at' test "$(wc -l < "$scratch/includes")" -gt 300
never common/text/ '(tool|records|rules)/'
never common/tool/ '(records|rules)/'
never common/records/ rules/
# What a paper may tell, the reader knows. These are for the attention officer alone; of the papers
# for a talk, reader/observation chooses what may lie before the parents.
report=cmd/mc-report
never "$report/(papers|parts)/" cases/ "$report/papers/(chronology|agenda|overview|transfer|talk/page)"
never "$report/paper/" '(cases|parts|papers|reader|counts|rules)/'
never "$report/counts/" '(papers|parts|reader)/'
never "$report/(papers|parts|reader)/" counts/
never "$report/counts/rounding/" counts/print/

# So never from another tool, and never from common to one.
while read -r file included; do
	[[ $file =~ ^cmd/[^/]*/ ]]
	[[ $included != *..* ]] &&
	    { [ -e "common/$included" ] || [ -e "${BASH_REMATCH[0]:-no tool/}$included" ]; } ||
		echo "$file: $included"
done < "$scratch/includes" > "$why"
result 'an include carries its path from common/ or from the root of its own tool' "$why"

find common cmd -name '*.c' | sort > "$scratch/sources"
sed 's,/[^/]*$,,' "$scratch/sources" | uniq -c |
    awk '$1 > 15 && $2 != "cmd/mc-report/paper"' > "$why"
result 'no folder holds more than fifteen sources, but that of the paper' "$why"

# Which file calls which, by their objects; no order is found when they go round.
sed "s,^\(.*\)\.c\$,$build/\1.o," "$scratch/sources" | xargs nm -A 2> "$why" |
    sed "s,^$build/\(.*\)\.o:,\1 ," | awk '
function room(file) { return match(file, /^cmd\/[^\/]*/) ? substr(file, 1, RLENGTH) : "common" }
$3 ~ /^[A-TV-Z]$/ { file_of[room($1), $4] = $1 }
$2 == "U" { needs[$1, $3] }
END {
	for (need in needs) {
		split(need, part, SUBSEP)
		from = room(part[1])
		if (!((from, part[2]) in file_of))
			from = "common"
		if ((from, part[2]) in file_of)
			print part[1], file_of[from, part[2]]
	}
}' > "$scratch/calls"
[ -s "$scratch/calls" ] || echo 'no calls found in the objects' >> "$why"
tsort "$scratch/calls" 2>&1 > "$scratch/order" | sed 's/.*: //' |
    grep -v 'contains a loop' >> "$why"
result 'no files call each other in a circle' "$why"

finish
