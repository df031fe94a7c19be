# Of each case the newest answer to four questions; of one day the most protective.
# Printed: school, case, and for each question 0 (none), 1 (reassures), 2 (doubt) or 3 (worries).
BEGIN {
	level["suspicion", "yes"] = level["unsafe", "yes"] = 3
	level["can-help", "no"] = level["accepts", "no"] = 3
	level["suspicion", "no"] = level["unsafe", "no"] = 1
	level["can-help", "yes"] = level["accepts", "yes"] = 1
}
NR == 1 { next }
{ name = $3 "," $1 }
$4 != "answer" { if (!(name in cases)) cases[name]; next }
{
	cases[name]
	answer = $2 ($6 == "doubt" ? 2 : level[$5, $6])
	if (answer > newest[name, $5])
		newest[name, $5] = answer
}
function of(name, question) { return substr(newest[name, question], 11) + 0 }
END {
	for (name in cases)
		print name "," of(name, "suspicion") "," of(name, "unsafe") "," of(name, "can-help") "," of(name, "accepts")
}
