# Of each case the newest answer to six questions; of one day the most protective.
# Printed: school, case, and for each question 0 (none), 1 (reassures), 2 (doubt), 3 (worries) or,
# of unsafe, 4 (structural), 5 (disclosure), 6 (acute).
BEGIN {
	split("suspicion concern unsafe can-help accepts result", questions, " ")
	for (q = 1; q <= 6; q++) {
		level[questions[q], "yes"] = q <= 3 ? 3 : 1
		level[questions[q], "no"] = q <= 3 ? 1 : 3
		level[questions[q], "doubt"] = 2
	}
	level["unsafe", "structural"] = 4
	level["unsafe", "disclosure"] = 5
	level["unsafe", "acute"] = 6
}
NR == 1 { next }
{ name = $3 "," $1 }
$4 != "answer" { if (!(name in cases)) cases[name]; next }
{
	cases[name]
	answer = $2 level[$5, $6]
	if (answer > newest[name, $5])
		newest[name, $5] = answer
}
function of(name, question) { return substr(newest[name, question], 11) + 0 }
END {
	for (name in cases) {
		line = name
		for (q = 1; q <= 6; q++)
			line = line "," of(name, questions[q])
		print line
	}
}
