#!/usr/bin/env bash
#
# Goal: every rule that a paper names is told in words, in the person's language,
# that need no letters of sets; and they say all that the tables ask.
#
#   BIN=build/bin BUILD=build tests/cli/explain.sh

# shellcheck disable=SC2034,SC2154,SC2317 # the helpers' variables; checks called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/filter-helpers"
# shellcheck source=tests/support/language-helpers
. "$repository/tests/support/language-helpers"
rules=$repository/common/rules

# Explains a rule in both languages: english and dutch.
explained() { # tool, rule
	{ "$1" --explain "$2" > english && in_dutch "$1" --explain "$2" > dutch; } 2> said.err && [ ! -s said.err ]
}
# A rule's words are told in each language, fit the screen, and need no letters of sets.
is_told() { # tool, rule, word of the table
	local file
	explained "$1" "$2" || return
	for file in english dutch; do
		grep -q "^$2 $3: ." "$file" || { echo "no title with $3"; return 1; }
		[ "$(wc -l < "$file")" -ge 4 ] || { echo 'too short'; return 1; }
		! LC_ALL=C.UTF-8 grep -E '^.{81}' "$file" || return
		! grep -E '[ (][A-Z]([ ,.;)]|$)' "$file" || { echo 'a letter of a set'; return 1; }
	done
	! cmp -s english dutch && ! grep -Fxf english dutch | grep -v '^$' | grep -q '[a-z] [a-z]* [a-z]'
}

# "W13 start-meldcode 3": the rule, its outcome, and how many facts its row asks.
sed -n 's/^ *{ *\([0-9]*\), {\(.*\)}, \.outcome = OUTCOME_\([A-Z_]*\).*/\1 \3 \2/p' "$rules/weighing_table.c" |
    awk '{ printf "W%02d %s %d\n", $1, tolower($2), gsub(/\[/, "[") }' | tr _ - > weighing
check 'all rows of the weighing are found' test "$(wc -l < weighing)" -eq 35
while read -r rule outcome facts; do
	check "mc-weigh --explain $rule" is_told mc-weigh "$rule" "$outcome"
	# And that none before it holds, which the first does not say.
	[ "$rule" = W01 ] || facts=$((facts + 1))
	check "$rule: each fact of its row is told" test \
	    "$(grep -c '^  - ' english)$(grep -c '^  - ' dutch)" = "$facts$facts"
done < weighing

{
	awk '/^ *\{ *[0-9]+, / { match($0, /[0-9]+/); rule = substr($0, RSTART, RLENGTH) }
	match($0, /ACTION_[A-Z_]+/) && !done[rule]++ {
		action = tolower(substr($0, RSTART + 7, RLENGTH - 7)); gsub("_", "-", action)
		printf "R%02d %s\n", rule, action }' "$rules/referral_table.c"
	echo 'R36 none'
} > referral
check 'all rows of the referral are found' test "$(sort -u referral | wc -l)" -eq 39
while read -r rule action; do
	check "mc-refer --explain $rule" is_told mc-refer "$rule" "$action"
	[ "$rule" = R36 ] || check "$rule: who, when, from when and by when" test \
	    "$(grep -cE '^(Who|It is asked|The day|It is due|Once|That|Each)' english)" -eq 5
done < referral

explained mc-refer R22
check 'who: the partner, in the language' grep -qx 'Who: kernteam' english
check 'the outcome is told in words' grep -q 'talk-first (eerst in gesprek met ouders en kind)' dutch
explained mc-refer R02
check 'rules that are left out are told as those' eval "tr -s ' \\n' ' ' < english | grep -q 'another than W01 (report to Veilig Thuis at once'"
explained mc-refer R17
check 'another set by another rule' grep -q 'otherwise from what made the answer out of date' english

for flag in with-vt missing:consult missing:talk missing:other-parent missing:child missing:suspicion \
    missing:concern missing:unsafe missing:can-help missing:accepts missing:result missing:goal \
    missing:term missing:casemanager missing:review missing:monitor refused; do
	explained mc-weigh $flag
	check "flag $flag" eval "head -n 1 dutch | grep -qx $flag && test \$(wc -l < dutch) -ge 3 && ! cmp -s english dutch"
done
explained mc-weigh also:W13
check 'also: its rule' grep -q '^W13 ' english
mc-weigh -e w3 > english
check 'as people write it' grep -q '^W03 ' english

tool=(mc-weigh)
input ''
run 'a rule that is none: which there are, and the nearest' 2 none \
    'mc-weigh: --explain "W36" is no rule (W01 to W35); the nearest is W06 (see mc-weigh --help)\n' -e W36
run 'no rule at all' 2 none 'mc-weigh: --explain "x" is no rule (W01 to W35) (see mc-weigh --help)\n' -e x
run 'a letter without its number' 2 none 'mc-weigh: --explain "Wx" is no rule (W01 to W35) (see mc-weigh --help)\n' -e Wx
run 'a number and more' 2 none \
    'mc-weigh: --explain "W1x" is no rule (W01 to W35); the nearest is W10 (see mc-weigh --help)\n' -e W1x
run 'a rule of the other tool' 2 none \
    'mc-weigh: rule R22 is explained by mc-refer --explain R22 (see mc-weigh --help)\n' -e R22
run 'a flag that is none' 2 none \
    'mc-weigh: --explain "missing:chidl" is no flag of a weigh record; the nearest is missing:child (see mc-weigh --help)\n' \
    -e missing:chidl
run 'a flag without what follows it' 2 none \
    'mc-weigh: --explain "also" lacks what follows it (as also:W13, missing:child) (see mc-weigh --help)\n' -e also
tool=(mc-refer)
run 'a rule that is none of mc-refer' 2 none \
    'mc-refer: --explain "R40" is no rule (R01 to R39); the nearest is R10 (see mc-refer --help)\n' -e R40
run 'one of mc-weigh' 2 none \
    'mc-refer: rule W13 is explained by mc-weigh --explain W13 (see mc-refer --help)\n' -e W13
mc-weigh -e W13 > /dev/full 2> err
check 'a full disk: status 2' test $? = 2

finish
