#!/usr/bin/env bash
#
# Goal: workers that share a log by --part take every line of it once, and what
# they write together is what one run writes, whatever goes wrong on the way:
# side by side by GNU parallel, on other machines, and when one is killed.
#
#   BIN=build/bin BUILD=build tests/cli/part.sh
#
# TAP on standard output.

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/filter-helpers"
export LC_ALL=C

# A log of some schools, with what may stand in one: headers in the middle, records of the school,
# derived ones, quotes and accents, and lines that are refused, with and without their case.
make_log() {
	awk 'BEGIN {
		srand(7)
		split("hunger fear tired late injury positive", signal, " ")
		split("suspicion unsafe can-help accepts", question, " ")
		for (i = 1; i <= 3000; i++) {
			of = sprintf("K-%d,2026-0%d-1%d,0%dAB0%d", rand() * 200, 1 + rand() * 5, rand() * 9,
			    1 + rand() * 5, rand() * 2)
			if (rand() < 0.6)
				print of ",signal," signal[1 + int(rand() * 5)] ",seen,,teacher,\"Zei: \"\"n\303\251e\"\", en ging\""
			else if (rand() < 0.9)
				print of ",answer," question[1 + int(rand() * 4)] ",yes,,af,"
			else
				print of ",consult,kernteam,anonymous,,af,overlegd"
		}
		print "case,date,school,kind,code,value,due,by,text"
		print ",2026-03-01,03AB00,school,team,yes,,,"
		print "K-7,2026-03-01,01AB00,weigh,talk-first,W14,,mc-weigh,"
		print "K-7,2026-13-01,01AB00,signal,fear,seen,,,schrok"
		print "K-8,2026-03-01,01AB00,signal,fear,seen,,,schrok,en meer"
		print "K-9,2026-03-01,01AB00,signal,fear,seen,,,\"schrok"
		print "K-10,2026-03-01,1AB0,signal,fear,seen,,,schrok"
		print "K-11,2026-03-01"
		print ""
		print "K-12,2027-03-01,01AB00,signal,fear,seen,,,schrok"
	}'
}
make_log > log.csv
today=(--as-of 2026-06-30)

# The whole: what one run of both writes, sorted, and says, and each status.
mc-weigh "${today[@]}" log.csv 2> whole.err > whole.weighed
weigh_status=$?
mc-refer whole.weighed 2>> whole.err > whole.referred
refer_status=$?
sort whole.referred > whole.out
sort whole.err > whole.told

same_as_whole() { # name; what came is in the files joined and said
	: > why
	sort joined | diff whole.out - > why
	sort said | diff whole.told - >> why
	result "$1" why
}

check 'the whole has refusals and referrals' \
    eval '[ $weigh_status$refer_status = 10 ] && [ "$(grep -c ,refer, whole.out)" -gt 300 ] && [ "$(wc -l < whole.told)" -gt 5 ]'

for count in 1 2 3 5; do
	: > joined
	: > said
	statuses=
	for ((number = 1; number <= count; number++)); do
		mc-weigh "${today[@]}" --part $number/$count log.csv 2>> said > part
		statuses+=$?
		mc-refer -p $number/$count part 2>> said >> joined || statuses+=R
	done
	same_as_whole "$count parts are the whole, and each refused line is told once"
	check "... and the status tells it ($statuses)" eval '[[ $statuses == *1* && $statuses != *[!01]* ]]'
	check "... with one header" eval '[ "$(grep -c "^case," joined)" = 1 ]'
done

sort -t, -k1,1 -k3,3 -s log.csv > grouped.csv
: > joined
for number in 1 2 3; do
	mc-weigh -g "${today[@]}" --part $number/3 grouped.csv 2> /dev/null | mc-refer -g >> joined 2> /dev/null
done
check 'grouped parts are the whole too, the second stage without --part' \
    eval 'grep -v "^case," joined | sort | cmp -s - <(grep -v "^case," whole.out)'

split -n l/2 log.csv halves.
: > joined
: > said
for number in 1 2; do
	mc-weigh "${today[@]}" --part $number/2 halves.aa - < halves.ab 2>> said | mc-refer -p $number/2 >> joined 2>> said
done
check 'several files and standard input' eval 'sort joined | cmp -s - whole.out'

# ------------------------------------------------ what is no log of records

tool=(mc-weigh)
input 'naam;datum\nSam;3-10-2026\n'
: > said
for number in 1 2 3; do
	keep mc-weigh --part $number/3 in
	cat err >> said
done
check 'of a file of other lines every line is told, or the file is' \
    eval '[ -s said ] && ! grep -v "^mc-weigh: in[: ]" said'
input "$header\n"
run 'the first part writes the header' 0 '' '' --part 1/2
run 'and the second none' 0 none '' --part 2/2
run 'K is one of N' 2 none \
    'mc-weigh: --part "3/2" is no part of several (as 2/4: the second of four, of at most 9999) (see mc-weigh --help)\n' --part 3/2

# A cut through a case, as by parallel --pipe, makes two weighings of it: that is named.
head -n 1501 log.csv > first
tail -n +1502 log.csv > second
cat <(mc-weigh "${today[@]}" first 2> /dev/null) <(mc-weigh "${today[@]}" second 2> /dev/null) > halves
mc-refer halves > /dev/null 2> err
status=$?
check 'a case that was cut in two is named by the second stage' \
    eval '[ $status = 2 ] && grep -q "has more than one weigh record" err'

# ---------------------------------------------------------------- parallel

work='set -o pipefail; mc-weigh --as-of 2026-06-30 --part {}/4 log.csv | mc-refer --part {}/4'
if command -v parallel > /dev/null; then
	SHELL=$BASH parallel --will-cite -k "$work" ::: 1 2 3 4 > joined 2> /dev/null
	check 'side by side by parallel' eval 'sort joined | cmp -s - whole.out'
	check '... with the header first' eval '[ "$(head -n 1 joined)" = "$header" ]'

	# The third worker is killed in the middle of its work, the first time.
	killed='if [ {} = 3 ] && mkdir killed 2> /dev/null; then mc-weigh --as-of 2026-06-30 --part 3/4 log.csv 2> /dev/null | head -n 5; kill -9 $$; fi; '
	SHELL=$BASH parallel --will-cite -k --retries 3 "$killed$work" ::: 1 2 3 4 > joined 2> /dev/null
	check 'a worker that is killed half-way is tried again, and nothing is there twice' \
	    eval '[ -d killed ] && sort joined | cmp -s - whole.out'

	# Of the second only the first program is, before it has written anything.
	half='if [ {} = 2 ] && mkdir half 2> /dev/null; then set -o pipefail; (kill -9 $BASHPID) | mc-refer --part 2/4; exit; fi; '
	SHELL=$BASH parallel --will-cite -k --retries 3 "$half$work" ::: 1 2 3 4 > joined 2> /dev/null
	check '... and so is one of which only the first program is killed' \
	    eval '[ -d half ] && sort joined | cmp -s - whole.out'

	rmdir killed
	SHELL=$BASH parallel --will-cite -k --joblog jobs --results results "$killed$work" ::: 1 2 3 4 > /dev/null 2>&1
	check 'without a second try the one that was killed is told' eval '[ $? = 0 ] && [ "$(awk "\$8 == 9 || \$7 != 0" jobs | grep -c part)" -ge 1 ]'
	SHELL=$BASH parallel --will-cite -k --joblog jobs --results results --resume-failed "$killed$work" ::: 1 2 3 4 > /dev/null 2>&1
	check '... and what failed is done by the next run' \
	    eval 'cat results/1/{1,2,3,4}/stdout | sort | cmp -s - whole.out'
else
	skip 'parts side by side' 'parallel is not installed'
fi

# Counts are made of the records of all parts together, not of counts.
head -n 3000 log.csv > right.csv
month=(--as-of 2026-05-31)
for number in 2 1; do
	mc-weigh "${month[@]}" --part $number/2 right.csv | mc-refer --part $number/2
done > joined 2> said
mc-weigh "${month[@]}" right.csv 2> said | mc-refer > whole.may
internal=(mc-report -t counts --internal -m 2026-05 -f csv)
check 'counts of joined parts are those of the whole' \
    eval '"${internal[@]}" joined > counts 2> err; [ "$(wc -l < counts)" -gt 10 ] && "${internal[@]}" whole.may 2> err | cmp -s - counts'

# ---------------------------------------------------------- other machines

# A machine to log in to: this one, on a port of its own and with keys of its own.
start_machine() {
	sshd=$(command -v sshd || command -v /usr/sbin/sshd) && [ "$(command -v ssh ssh-keygen parallel rsync | wc -l)" = 4 ] || return 1
	mkdir -m 700 machine && ssh-keygen -q -t ed25519 -N '' -f machine/host && ssh-keygen -q -t ed25519 -N '' -f machine/user
	[ "$(id -u)" != 0 ] || mkdir -p /run/sshd
	for port in 42022 42123 42224; do
		cat > machine/config <<- END
			Port $port
			ListenAddress 127.0.0.1
			HostKey $PWD/machine/host
			AuthorizedKeysFile $PWD/machine/user.pub
			PidFile $PWD/machine/pid
			PasswordAuthentication no
			StrictModes no
			UsePAM no
			PermitRootLogin prohibit-password
		END
		"$sshd" -f "$PWD/machine/config" -E "$PWD/machine/log" || continue
		login="ssh -p $port -i $PWD/machine/user -F none -o StrictHostKeyChecking=no -o UserKnownHostsFile=$PWD/machine/known -o LogLevel=ERROR $(id -un)@127.0.0.1"
		for _ in 1 2 3 4 5 6 7 8 9 10; do
			$login true 2> /dev/null < /dev/null && return 0
			sleep 0.2
		done
		kill "$(cat machine/pid)"
	done
	return 1
}

if start_machine; then
	# The log travels to the worker and goes there when it is done; what it writes comes back.
	SHELL=$BASH parallel --will-cite -k --sshlogin "2/$login" --transferfile log.csv --cleanup --workdir ... \
	    "PATH=$PATH; $work" ::: 1 2 3 4 > joined 2> /dev/null < /dev/null
	check 'on another machine, over ssh' eval 'sort joined | cmp -s - whole.out'
	kill "$(cat machine/pid)"
else
	skip 'on another machine, over ssh' 'sshd, ssh, rsync or parallel is not installed, or sshd cannot be started'
fi
finish
