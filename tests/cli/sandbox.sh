#!/usr/bin/env bash
#
# Goal: whoever takes a tool over by what it reads gets nothing more by it. In the
# middle of the work of each tool, in each mode, files, programs, threads, sockets
# and queues of calls are tried (tests/support/attempts.c), and each is refused. The
# system calls that are left are those that the mode needs, and no others.
#
#   BIN=build/bin tests/cli/sandbox.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2154,SC2317 # the helpers' variables; checks called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
mkdir "$scratch/elsewhere" "$scratch/school"
echo secret | tee "$scratch/elsewhere/file" > "$scratch/elsewhere/file.spare"
cd -- "$scratch/school" || exit 2
export TZ=Europe/Amsterdam HOME=$scratch MC_SCHOOL=03AB00
PATH=$loadable:$PATH
if ! grep -q ^Seccomp: /proc/self/status; then
	skip 'the sandbox' 'this system does not filter system calls'
	finish
fi
if grep -Eq -e '-fsanitize=[^ ]*(address|thread|memory)|WITHOUT_SANDBOX' "$bin/../settings"; then
	skip 'the sandbox' 'this build looks into its own process, and has none'
	finish
fi

library() { # name [argument of the compiler ...]
	"${CC:-cc}" -std=c11 -D_GNU_SOURCE -shared -fPIC -o "$1.so" \
	    "$repository/tests/support/$1.c" "${@:2}"
}
check 'the attempts compile' library attempts -lseccomp

# --- what can be tried at all

attempted=(env "ATTEMPTS_ELSEWHERE=$scratch/elsewhere/file" ATTEMPTS_TO=9 "LD_PRELOAD=$scratch/school/attempts.so")

# A program that is not confined: the attempts that succeed in it can be refused.
ATTEMPTS_ANYWAY=1 "${attempted[@]}" head -c 1 /dev/zero 9> report > out
sort -u report | grep -v '^not in force$' > possible
rm -f "$scratch/elsewhere/file.new"
cp "$scratch/elsewhere/file" "$scratch/elsewhere/file.spare"
sed -n 's/^	ATTEMPT("\([^"]*\)".*/\1/p' "$repository/tests/support/attempts.c" | sort > attempts
while read -r attempt; do
	skip "$attempt" 'this system refuses it to everybody'
done < <(comm -23 attempts possible)
enough() { [ "$(wc -l < possible)" -ge 20 ]; }
check 'what is attempted could succeed' enough

has_landlock() {
	"$PYTHON" -c 'import ctypes, sys; sys.exit(ctypes.CDLL(None).syscall(444, None, 0, 1) < 1)'
}
has_landlock || skip 'files elsewhere' 'this kernel has no Landlock'

# --- what a mode keeps

calls_of() { # right
	case $1 in
	always) echo brk clock_gettime close fstat fsync ftruncate getpid getrandom gettid gettimeofday \
	    lseek mremap munmap pread64 read rt_sigaction rt_sigprocmask sysinfo time \
	    write writev ;;
	replace) echo rename renameat renameat2 unlink unlinkat ;;
	store) echo access faccessat faccessat2 fchmod fchown fgetxattr flistxattr flock \
	    fremovexattr fsetxattr getcwd link linkat lstat newfstatat openat readlink readlinkat \
	    rename renameat renameat2 stat unlink unlinkat ;;
	ask) echo getpgid getpgrp poll ppoll restart_syscall ;;
	esac
}

# What is then not refused: a file elsewhere only where nothing but its call can be looked at.
kept_by() { # right ...
	local right call
	echo 'in force'
	for right in always "$@"; do
		for call in $(calls_of "$right"); do echo "call $call"; done
		has_landlock && continue
		case $right in
		read) printf '%s\n' 'read another file' 'list a folder' ;;
		replace) printf '%s\n' 'move another file' 'take away another file' ;;
		store) printf '%s\n' 'read another file' 'write another file' 'make a file' \
		    'move another file' 'take away another file' 'list a folder' ;;
		esac
	done | sort -u
}

# The calls of another machine have other names.
relevant() {
	if [ "$(uname -m)" = x86_64 ]; then sort -u; else grep -v '^call ' | sort -u; fi
}

# The command ends well, attempted upon, and what it kept is what its rights say. It is run through
# another, where that is named.
through=()
keeps() { # rights (read replace store ask), command ...
	local rights=$1
	shift
	: > report
	"${through[@]}" "${attempted[@]}" "$@" > out 2> err 9> report || { cat err; return 1; }
	# shellcheck disable=SC2086 # the rights are words
	kept_by $rights | relevant > wanted
	relevant < report > got
	same got wanted
}

# --- each tool in each mode

sheet=$data/observaties.csv
check 'mc-signal, a sheet' keeps '' mc-signal "$sheet"
head -n 2 "$sheet" > plain.csv
check '... in another encoding' keeps '' mc-signal --encoding ISO-8859-15 plain.csv
check '... with rejects' keeps replace mc-signal --rejects rejects.csv "$sheet"
check '... into a log that is made' keeps store mc-signal --log zaken.csv "$sheet"
check '... into one that is there' keeps store mc-signal --log zaken.csv "$sheet"
check '... with rejects too' keeps 'store replace' mc-signal --log zaken.csv --rejects rejects.csv "$sheet"
check '--strike' keeps store mc-signal --log zaken.csv --strike 2
check '--forget' keeps store mc-signal --log zaken.csv --forget K-2616
mc-signal --log zaken.csv "$sheet" 2> /dev/null

check 'mc-weigh' keeps '' mc-weigh zaken.csv zaken.csv
check '... by the case' keeps '' mc-weigh --grouped zaken.csv
mc-weigh zaken.csv > weighed.csv
check 'mc-refer' keeps '' mc-refer --kernteam "$data/kernteam.csv" weighed.csv
mc-refer weighed.csv > referred.csv
printf 'from,to\n2026-12-19,2027-01-03\n' > holidays.csv
for type in referral chronology overview transfer; do
	check "mc-report, $type" keeps '' mc-report --type $type --case K-2601 referred.csv
done
check 'mc-report, agenda' keeps '' mc-report --type agenda --holidays holidays.csv referred.csv
check 'mc-report, readiness' keeps '' mc-report --type readiness referred.csv
check 'mc-report, a calendar' keeps '' mc-report --type agenda --format ics referred.csv

# A pipe is opened when the file before it has been read: until then the right is there.
waiting() {
	keeps read mc-weigh zaken.csv <(cat zaken.csv) && grep -q '^K-2616,.*,weigh,' out
}
check 'an operand that waits' waiting
check '... with a log' keeps 'store read' mc-signal --log zaken.csv "$sheet" <(cat "$sheet")

printf 'school,name,pupils,board,region\n03AB00,De Brug,200,,\n' > units.csv
printf '%s\n,2017-08-31,03AB00,school,af,yes,,,\n' "$header" > school.csv
check '--new-key' keeps store mc-report --new-key key
check '--new-ledger' keeps store mc-report --new-ledger ledger --from 2017-08 --key key
counts=(mc-report --type counts --units units.csv)
check 'counts' keeps '' "${counts[@]}" --month 2017-08 --ledger ledger --key key school.csv
check '... of a month that is published' keeps '' "${counts[@]}" --month 2017-08 --ledger ledger --key key school.csv
check '... not for publication' keeps '' "${counts[@]}" --internal --month 2017-08 school.csv

# At a terminal: a signal is kept, and the interview is left.
asks() { # rights [argument ...]
	local rights=$1
	shift
	printf '%s\n' 'expect Wat wilt u' 'type 1' "${school[@]}" 'expect Zaak' 'type K-2699' \
	    'expect gezien of gehoord?' 'type honger' 'expect Hoe weet u dit?' 'type 1' 'expect Wanneer' \
	    'type 3-10-2026' 'expect Wanneer wist' 'type ' 'expect Wie zag' 'type leerkracht' \
	    'expect concreet):' 'type Geen brood.' 'expect Klopt dit' 'type ja' 'expect Bewaard.' \
	    'expect Kan dit wachten' 'type q' 'status 0' modes > script
	through=("$PYTHON" -S "$repository/tests/support/terminal.py" script)
	keeps "$rights" LC_ALL=nl_NL.UTF-8 TEXTDOMAINDIR="$bin/../locale" mc-signal --ask "$@"
}
if "$PYTHON" -c 'import os; os.openpty()' 2> /dev/null; then
	school=('expect School' 'type ')
	check '--ask' asks ask
	# The log tells it.
	school=()
	cp zaken.csv asked.csv
	check '... into a log' asks 'ask store' --log asked.csv
	through=()
else
	skip '--ask' 'no pseudo-terminal here'
fi

# --- what the system shows of it

# Of a tool that waits for its input.
shows() { # file below /proc/PID, pattern ...
	local tool found=0
	mkfifo waits
	mc-weigh < waits > out &
	tool=$!
	exec 5> waits
	for _ in {1..200}; do
		grep -q '^Seccomp:.2' "/proc/$tool/status" && break
		sleep 0.05
	done
	for pattern in "${@:2}"; do
		grep -Eq "$pattern" "/proc/$tool/$1" || { grep -H . "/proc/$tool/$1"; found=1; }
	done
	exec 5>&-
	wait "$tool"
	rm waits
	return $found
}
check 'calls are filtered, and nothing gives them back' shows status '^Seccomp:.2' '^NoNewPrivs:.1'
check 'there is no core dump' shows limits '^Max core file size +0 +0 '

# --- where it cannot be put in force

# A system that knows one of these calls not.
check 'a system without it compiles' library refuse
lacking() { # call, command ...
	env REFUSE="$1" LD_PRELOAD="$scratch/school/refuse.so" "${@:2}" > out 2> err
	status=$?
}
stops() { # call
	lacking "$1" mc-weigh zaken.csv
	[ "$status" -eq 2 ] && [ ! -s out ] && [ "$(wc -l < err)" -eq 1 ] &&
		grep -q '^mc-weigh: the sandbox cannot be put in force: .*MC_NO_SANDBOX=1' err
}
goes_on() { # call, value
	lacking "$1" env MC_NO_SANDBOX="$2" mc-weigh zaken.csv <(echo "$header")
	[ "$status" -eq 0 ] && same out weighed.csv && [ "$(wc -l < err)" -eq 1 ] &&
		grep -q '^mc-weigh: works without its sandbox' err
}
for call in seccomp landlock_restrict_self landlock_create_ruleset prctl; do
	case $call in landlock*) has_landlock || continue ;; esac
	check "without $call nothing is read" stops "$call"
	check '... but with MC_NO_SANDBOX=1, which is said once' goes_on "$call" 1
done
check '... and with nothing else' eval '! goes_on seccomp yes && ! goes_on seccomp "" && [ "$status" -eq 2 ]'
check 'where it can be put in force MC_NO_SANDBOX=1 changes nothing' \
    keeps '' MC_NO_SANDBOX=1 mc-weigh zaken.csv
check 'what is not confined is seen not to be' eval \
    '! REFUSE=seccomp keeps "" LD_PRELOAD="$PWD/attempts.so $PWD/refuse.so" MC_NO_SANDBOX=1 mc-weigh zaken.csv'
# Which is no reason to stop.
older() { # none or hidden
	lacking "$1" mc-weigh zaken.csv
	[ "$status" -eq 0 ] && [ ! -s err ] && same out weighed.csv
}
check 'a kernel without Landlock will do' older none
check '... and one that does not let us use it' older hidden

finish
