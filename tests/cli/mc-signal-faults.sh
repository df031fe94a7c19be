#!/usr/bin/env bash
#
# Goal: each rule of a record is held, each fault of a row told with where it
# is, what stands there and what would be right, and nothing else is refused.
#
#   BIN=build/bin tests/cli/mc-signal-faults.sh

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/signal-helpers"

lacks='; case K-1 lacks this line'
good='K-9,2025-10-03,03AB00,need,food,,,,\n'
roles='(teacher, af, ib, head, board, smw, nurse, support, other)'

# refuses NAME LINE MESSAGE...: the line costs itself, with these messages, and no other line.
refuses() {
	local name=$1 line=$2 messages=
	shift 2
	for message; do
		messages+="mc-signal: standard input:2: $message\n"
	done
	input "$header\n$line\n$good"
	run "$name" 1 "$good" "${messages}mc-signal: 2 rows read, 1 accepted, 1 refused\n"
}
# accepts NAME LINE
accepts() {
	input "$header\n$2\n"
	run "$1" 0 "$2\n" ''
}
c=K-1,2025-10-03,03AB00

# ------------------------------------------------------- case, date, school

case='is no pseudonym (a letter or digit, then letters, digits, ".", "_" or "-", 32 at most; never a name)'
refuses 'no case' ',2025-10-03,03AB00,need,food,,,,' "case: \"\" $case"
refuses 'a case with a blank' 'K 1,2025-10-03,03AB00,need,food,,,,' "case: \"K 1\" $case"
refuses 'a case of 33 characters' 'A23456789.123456789_123456789-123,2025-10-03,03AB00,need,food,,,,' \
    "case: \"A23456789.123456789_123456789-123\" $case"
accepts 'a case of 32' 'A23456789.123456789_123456789-12,2025-10-03,03AB00,need,food,,,,'
refuses 'a case that begins with a dash' '-1,2025-10-03,03AB00,need,food,,,,' "case: \"-1\" $case"
refuses 'a case with an accent' 'Zo\xC3\xAB,2025-10-03,03AB00,need,food,,,,' "case: \"Zo\xC3\xAB\" $case"
refuses 'a record of the school with a case' "$c,school,team,yes,,," \
    "case: must be left empty for kind school"
refuses 'no school' 'K-1,2025-10-03,,need,food,,,,' \
    'school: is missing (--school BRIN or MC_SCHOOL fills it in)'
for school in 03ab00 03AB0 03AB000 3AB00 O3AB00; do
	refuses "school $school" "K-1,2025-10-03,$school,need,food,,,," \
	    "school: \"$school\" is no BRIN with location (two digits, two capitals, two digits)"
done
refuses 'no date' 'K-1,,03AB00,need,food,,,,' "date: is missing$lacks"
refuses 'February 30' 'K-1,2026-02-30,03AB00,need,food,,,,' "date: \"2026-02-30\" does not exist: February has 28 days, or 29$lacks"
for id in 1-mrt 12-jan 2E12 WAAR true 2026-10-03; do
	refuses "an id that a spreadsheet made of another: $id" "$id,2025-10-03,03AB00,need,food,,,," \
	    "case: \"$id\" is what a spreadsheet makes of an id: give the column the format text and type \
the id again; case $id lacks this line"
done
refuses 'an id with an exponent' '"1,5E+12",2025-10-03,03AB00,need,food,,,,' \
    "case: \"1,5E+12\" is what a spreadsheet makes of an id: give the column the format text and type \
the id again"

# ------------------------------------------------------- kind, code, value

kinds='(signal, consult, talk, consent, answer, plan, need, done, school)'
refuses 'no kind' "$c,,food,,,," "kind: is missing $kinds$lacks"
refuses 'an unknown kind' "$c,niets,food,,,," "kind: unknown kind \"niets\" $kinds$lacks"
refuses 'a column too many' "$c,need,food,,,,,x" \
    "something stands in a column without a name (a text with a separator in it needs quotes)$lacks"

refuses 'signal without code' "$c,signal,,seen,,,x" \
    "code: is missing for kind signal (see mc-record(5))$lacks"
refuses 'signal with an unknown code' "$c,signal,xyzzy,seen,,,x" \
    "code: unknown signal \"xyzzy\" for kind signal (see mc-record(5))$lacks"
refuses 'signal without value' "$c,signal,fear,,,,x" \
    "value: is missing for kind signal (seen, child, parent, third)$lacks"
refuses 'signal without text' "$c,signal,fear,seen,,," "text: is missing for kind signal$lacks"
refuses 'signal with blanks for text' "$c,signal,fear,seen,,,\"  \"" \
    "text: is missing for kind signal$lacks"
accepts 'signal with the day on which the school came to know' "$c,signal,fear,seen,2025-10-05,,x"
refuses 'signal known before it happened' "$c,signal,fear,seen,2025-10-02,,x" \
    "due: \"2025-10-02\" lies before the date of the record$lacks"
accepts 'signal' "$c,signal,fear,seen,,,x"

refuses 'consult without manner' "$c,consult,af,,,," \
    "value: is missing for kind consult (anonymous, named)$lacks"
refuses 'consult with who is no partner' "$c,consult,parents,named,,," \
    "code: unknown partner \"parents\" for kind consult (see mc-record(5)); another list has it: party$lacks"
accepts 'consult without text' "$c,consult,af,named,,,"

refuses 'talk with whom' "$c,talk,af,no-help,,,x" \
    "code: unknown party \"af\" for kind talk (parents, one-parent, child, family); another list has it: \
partner, school, role$lacks"
refuses 'talk that went how' "$c,talk,parents,,,,x" "value: is missing for kind talk (divided, \
wants-help, no-help, no-concern, open, unreached, skipped-safety, skipped-contact, skipped-expert)$lacks"
for talk in unreached skipped-safety skipped-contact skipped-expert; do
	refuses "talk $talk without reason" "$c,talk,parents,$talk,,," \
	    "text: is missing for talk $talk$lacks"
done
accepts 'talk held, without text' "$c,talk,parents,wants-help,,,"
accepts 'talk skipped, with a reason' "$c,talk,family,skipped-safety,,,dreiging"

refuses 'consent is yes or no' "$c,consent,kernteam,doubt,,," \
    "value: answer \"doubt\" does not fit for kind consent (yes, no)$lacks"
accepts 'consent' "$c,consent,kernteam,no,,,"

questions='(suspicion, concern, unsafe, can-help, accepts, result)'
refuses 'answer to nothing' "$c,answer,,yes,,," \
    "code: is missing for kind answer $questions$lacks"
for question in suspicion concern can-help accepts result; do
	refuses "answer acute to $question" "$c,answer,$question,acute,,," \
	    "value: answer \"acute\" does not fit for question $question (yes, no, doubt)$lacks"
	accepts "answer doubt to $question" "$c,answer,$question,doubt,,,"
done
refuses 'answer jaa to unsafe' "$c,answer,unsafe,jaa,,," "value: unknown answer \"jaa\" for \
question unsafe (yes, no, doubt, acute, structural, disclosure); did you mean \"yes\"?$lacks"
for answer in yes no doubt acute structural disclosure; do
	accepts "answer $answer to unsafe" "$c,answer,unsafe,$answer,,,"
done

refuses 'plan for what' "$c,plan,,,,," \
    "code: is missing for kind plan (goal, term, casemanager, monitor, review, agreement)$lacks"
refuses 'plan goal without text' "$c,plan,goal,,,," "text: is missing for plan goal$lacks"
refuses 'plan goal with a due' "$c,plan,goal,,2026-01-01,,x" \
    "due: must be left empty for plan goal$lacks"
for plan in term monitor review; do
	refuses "plan $plan without due" "$c,plan,$plan,,,," "due: is missing for plan $plan$lacks"
	refuses "plan $plan with a value" "$c,plan,$plan,af,2026-01-01,," \
	    "value: must be left empty for plan $plan$lacks"
	accepts "plan $plan" "$c,plan,$plan,,2026-01-01,,"
done
refuses 'plan term with a time' "$c,plan,term,,2026-01-01T09:00,," \
    "due: \"2026-01-01T09:00\" is no day (as 2026-10-03, without a time)$lacks"
refuses 'plan casemanager nobody' "$c,plan,casemanager,,,," \
    "value: is missing for plan casemanager (a role or a partner, see mc-record(5))$lacks"
accepts 'plan casemanager a partner' "$c,plan,casemanager,socius,,,"
accepts 'plan casemanager a role' "$c,plan,casemanager,teacher,,,"

refuses 'need of what' "$c,need,xyzzy,,,," "code: unknown need \"xyzzy\" for kind need (money, \
sport, buddy, bicycle, clothing, food, housing, upbringing, other)$lacks"
refuses 'need with a value' "$c,need,food,yes,,," \
    "value: must be left empty for kind need$lacks"
refuses 'done what' "$c,done,af,,,," "value: is missing for partner af (tell-parents, \
discuss, weigh, talk, review, plan, monitor, comfort, handover)$lacks"
refuses 'done by who does not do it' "$c,done,kernteam,report,,," \
    "value: action \"report\" is not done by kernteam but by veilig-thuis$lacks"
refuses 'done by who does not do it, but several do' "$c,done,board,advise,,," \
    "value: action \"advise\" is not done by board but by veilig-thuis, expert, inspector$lacks"
refuses 'what nobody records as done' "$c,done,af,none,,," \
    "value: action \"none\" is never recorded as done$lacks"
refuses 'an agreement without words' "$c,plan,agreement,,,," "text: is missing for plan agreement$lacks"
accepts 'an agreement' "$c,plan,agreement,,,,Moeder belt bij ruzie"
accepts 'done' "$c,done,af,discuss,,,"
refuses 'school precondition doubted' ',2025-10-03,03AB00,school,team,doubt,,,' \
    'value: answer "doubt" does not fit for kind school (yes, no)'
accepts 'school precondition' ',2025-10-03,03AB00,school,team,no,,,'

refuses 'by nobody knows whom' "$c,need,food,,,Piet," "by: unknown role \"Piet\" $roles$lacks"
refuses 'by a tool' "$c,need,food,,,mc-weigh," "by: unknown role \"mc-weigh\" $roles$lacks"
refuses 'dated after today' 'K-1,2062-10-03,03AB00,need,food,,,,' \
    "date: \"2062-10-03\" lies after today$lacks"
refuses 'a derived record' "$c,weigh,close,W21,,mc-weigh," \
    "kind: \"weigh\" is computed from the facts each time and never stored$lacks"

# --------------------------------------------- several at once, suggestions

refuses 'every fault of a row at once' 'K 1,2025-02-30,3AB00,talk,pa,skipped-safety,2025-10-03,Piet,' \
    "case: \"K 1\" $case" \
    'date: "2025-02-30" does not exist: February has 28 days, or 29' \
    'school: "3AB00" is no BRIN with location (two digits, two capitals, two digits)' \
    'code: unknown party "pa" for kind talk (parents, one-parent, child, family)' \
    'due: must be left empty for kind talk' \
    'text: is missing for talk skipped-safety' \
    "by: unknown role \"Piet\" $roles"
refuses 'what one fault hides is not guessed at' "$c,plan,x,,,," \
    "code: unknown plan \"x\" for kind plan (goal, term, casemanager, monitor, review, agreement)$lacks"

meant() { # written, column, list, words that may be meant, line, what comes behind
	refuses "\"$1\": did you mean $4" "$5" "$2: unknown $3 \"$1\"$6; did you mean $4?$lacks"
}
meant letsl code signal '"injury", "sexual-complaint", "injury-pattern"' "$c,signal,letsl,seen,,,x" \
    ' for kind signal (see mc-record(5))'
meant injry code signal '"injury"' "$c,signal,injry,seen,,,x" \
    ' for kind signal (see mc-record(5))'
meant 'blauwe plekjes' code signal '"injury", "injury-pattern"' "$c,signal,blauwe plekjes,seen,,,x" \
    ' for kind signal (see mc-record(5))'
meant 'geslagen door vader' code signal '"tells-violence", "partner-violence", "parent-suicidal", "disclosure-parent", "parent-ill"' \
    "$c,signal,geslagen door vader,seen,,,x" ' for kind signal (see mc-record(5))'
meant 'niet eten' code signal '"hunger"' "$c,signal,niet eten,seen,,,x" ' for kind signal (see mc-record(5))'
meant singaal kind kind '"signal"' "$c,singaal,fear,seen,,,x" " $kinds"
meant zellf value source '"seen"' "$c,signal,fear,zellf,,,x" ' for kind signal (seen, child, parent, third)'
meant leerkacht by role '"teacher"' "$c,need,food,,,leerkacht," " $roles"
refuses 'a word of another list' "$c,signal,gesprek,seen,,,x" \
    "code: unknown signal \"gesprek\" for kind signal (see mc-record(5)); did you mean \"isolated\"?; another \
list has it: kind, action$lacks"

# ------------------------------------------------------------- what is shown

long=$(printf 'x%.0s' {1..60})
refuses 'forty characters of a value' "$c,need,$long,,,," "code: unknown need \"${long:0:40}...\" for \
kind need (money, sport, buddy, bicycle, clothing, food, housing, upbringing, other)$lacks"
refuses 'control characters escaped' "$c,need,food,,,a\x1B[2Jb," "by: holds a control character: take it out$lacks"

# ------------------------------------------------------- the summary, status

input "$header\n$good$good\n"
run 'nothing to say of a run without refusals' 0 "$good$good" ''
input "zaak;datum;soort;code\nK-9;3-10-2025;behoefte;eten\n\n;;;\n\"K-1;3-10-2025;behoefte;eten\nK-9;3-10-2025;behoefte;eten\n"
run 'blank rows are not counted, rows that are no CSV are' 1 "$good$good" "mc-signal: standard \
input:5: a quote is never closed\nmc-signal: 3 rows read, 2 accepted, 1 refused\n" \
    -s 03AB00
printf '%s\n%s\n' "$header" 'K-1,2025-10-03,03AB00,need,x,,,,' > one.csv
input "$header\n$good"
run 'one summary over all files' 1 "$good" "mc-signal: one.csv:2: code: unknown need \"x\" for kind \
need (money, sport, buddy, bicycle, clothing, food, housing, upbringing, other)$lacks
mc-signal: one.csv:2: code: unknown need \"x\" for kind need (money, sport, buddy, bicycle, \
clothing, food, housing, upbringing, other)$lacks\nmc-signal: 3 rows read, 1 accepted, 2 refused\n" \
    one.csv - one.csv

finish
