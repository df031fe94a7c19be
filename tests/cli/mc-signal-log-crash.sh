#!/usr/bin/env bash
#
# Goal: whatever happens while the log changes (the disk is full, a signal
# comes), it is the old log or the new one, after SIGKILL as soon as the next
# run has looked at it; a run that fails says so; nothing is left lying about
# but after SIGKILL; and the next run mends what was not done.
#
#   BIN=build/bin tests/cli/mc-signal-log-crash.sh
#
# Each change is done again and again, with trouble at its first call that
# changes a file, at its second, and so on (tests/support/inject.c), until a run gets
# through without having met any.

# Some hundred runs that each wait for the disk: in memory they are soon done.
if [ -w /dev/shm ]; then
	export TMPDIR=/dev/shm
fi
# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/signal-helpers"

if ! "${CC:-cc}" -std=c11 -D_GNU_SOURCE -shared -fPIC -o inject.so "$repository/tests/support/inject.c" \
    -ldl 2> why; then
	result 'inject.c compiles' why
	finish
fi

PATH=$loadable:$PATH
umask 077
mkdir log

# The old log, big enough for several writes, and what is fed.
big=$(head -c 60000 /dev/zero | tr '\0' x)
{
	echo "$header"
	for i in {1..9}; do echo "$(record "K-$i")$big"; done
} > old.csv
{ echo "$header"; record new-1; echo "$(record new-2)$big"; record new-3; } > fed.csv

# One change after the other: each has a way to put things in place, to run, and what they are
# before and after.
start() {
	rm -f log/* got
	case $change in
	make) ;;
	rejects) cp -p old.csv log/a.csv; cp rejects.csv log/r.csv ;;
	*) cp -p old.csv log/a.csv ;;
	esac
}
go() {
	case $change in
	make | append) "$@" mc-signal -l log/a.csv fed.csv ;;
	strike) "$@" mc-signal -l log/a.csv -S 2,5,10 > got ;;
	forget) "$@" mc-signal -l log/a.csv -f K-4 ;;
	rejects) "$@" mc-signal -l log/a.csv -r log/r.csv log/r.csv ;;
	esac
}

# Whether the log is the old or the new one; which is printed. For a log to be made an empty one,
# with its header, is as good as none.
which_log() {
	if [ "$change" = make ] && { [ ! -s log/a.csv ] || cmp -s log/a.csv header.csv; }; then
		echo old
	elif cmp -s log/a.csv new.csv; then
		echo new
	elif [ "$change" != make ] && cmp -s log/a.csv old.csv; then
		echo old
	else
		echo neither
	fi
}
# What lies beside the log and does not belong there.
left_over() {
	for file in log/*; do
		case $file in
		log/a.csv | log/r.csv | 'log/*') ;;
		*) echo "$file" ;;
		esac
	done
}

# What must be so after each run: prints what is not.
verify() { # signalled|failed
	local now call
	if [ "$1.${INJECT_SIGNAL:-9}" = signalled.9 ]; then
		mc-signal -l log/a.csv header.csv 2> /dev/null || echo 'the log cannot be mended'
		rm -f log/.r.csv.rejects
		[ -z "$(left_over)" ] || echo "left over by the next run: $(left_over)"
	fi
	now=$(which_log) call=$(< call)
	[ "$now" != neither ] || echo "the log is neither the old nor the new one"
	case $1 in
	failed)
		[ -z "$(left_over)" ] || echo "left over: $(left_over)"
		case $status.$call in
		# The journal is made as open to others as the log where that can be; what it leaves
		# behind when it is gone does no harm.
		0.fchown | 0.fchmod | 0.fsync-folder) [ "$now" = new ] || echo 'not the new log' ;;
		# Too late to take it back; rejects come when the log is done.
		2.fsync-folder) ;;
		2.*) [ "$now" = old ] || { [ "$change" = rejects ] && cmp -s log/r.csv rejects.csv; } ||
		    echo 'it failed, and the log is not the old one' ;;
		*) echo "status $status" ;;
		esac
		[ "$status" = 0 ] || grep -q '^mc-signal: .*\(No space left\|Input/output\)' err ||
		    echo "no word of it: $(cat err)"
		;;
	signalled)
		[ $status = $((128 + ${INJECT_SIGNAL:-9})) ] || echo "status $status"
		[ "${INJECT_SIGNAL:-9}" = 9 ] || [ -z "$(left_over)" ] ||
		    echo "left over: $(left_over)"
		;;
	smooth)
		[ "$status" = 0 ] || echo "status $status: $(cat err)"
		[ "$now" = new ] || echo 'not the new log'
		;;
	esac
	# What is struck has gone out before it goes from the log.
	if [ "$change.$now" = strike.new ] && ! cmp -s got struck.csv; then
		echo 'struck, and not written'
	fi
	# Each row of the file of rejects is in the log or still there.
	if [ "$change" = rejects ]; then
		grep -qs '^new-1,' log/a.csv || grep -q '^new-1,' log/r.csv || echo 'new-1 is lost'
		grep -q '^K 2,' log/r.csv || echo 'K 2 is lost'
	fi
	# The next run does what is left to do.
	if [ "$now" = old ] || [ "$change" = rejects ]; then
		rm -f log/.r.csv.rejects
		go > /dev/null 2>&1
		[ "$(which_log)" = new ] || echo 'the next run does not mend it'
	fi
}

# Trouble of one sort at every call of a change.
at_every_call() { # failed|signalled|smooth, how
	local n
	export INJECT_HOW=$2 INJECT_LOG=$scratch/call
	for ((n = 1; n < 200; n++)); do
		start
		: > call
		# env: where this runs in the background, SIGINT would be ignored.
		go env --default-signal=INT,HUP,TERM,QUIT ASAN_OPTIONS=verify_asan_link_order=0 \
		    INJECT_AT=$n LD_PRELOAD="$scratch/inject.so" 2> err > /dev/null
		status=$?
		[ -s call ] || break
		if [ "$change.$status" = rejects.1 ]; then
			status=0
		fi
		verify "$1" | sed "s/^/call $n ($(< call)): /"
	done
	[ $status -le 1 ] || echo "without trouble: status $status"
	[ "$(which_log)" = new ] || echo 'without trouble: not the new log'
	[ -z "$(left_over)" ] || echo "without trouble left over: $(left_over)"
	[ $n -gt "$calls" ] || echo "only $n calls"
}

echo "$header" > header.csv
{ echo "$header,reasons"; echo "$(record new-1),"; echo "$(record 'K 2'),"; } > rejects.csv
{ echo "$header"; sed -n '2p;5p;10p' old.csv; } > struck.csv

for change in make append strike forget rejects; do
	calls=5
	case $change in
	make) cp fed.csv new.csv ;;
	append) { cat old.csv; tail -n +2 fed.csv; } > new.csv ;;
	strike) sed '2d;5d;10d' old.csv > new.csv ;;
	forget) grep -v '^K-4,' old.csv > new.csv ;;
	rejects) { cat old.csv; record new-1; } > new.csv ;;
	esac
	# After a call is before the next: for SIGKILL they are the same.
	at_every_call signalled before > why 2>&1
	result "$change: SIGKILL before every call" why
	if [ "$change" = append ] || [ "$change" = strike ]; then
		at_every_call signalled half > why 2>&1
		result "$change: SIGKILL in the middle of every write" why
	fi
	INJECT_SIGNAL=15 at_every_call signalled before > why 2>&1
	result "$change: SIGTERM before every call" why
	INJECT_SIGNAL=2 at_every_call signalled after > why 2>&1
	result "$change: SIGINT after every call" why
	at_every_call failed ENOSPC > why 2>&1
	result "$change: a full disk at every call" why
done

change=append
{ cat old.csv; tail -n +2 fed.csv; } > new.csv
for number in 1 3; do
	INJECT_SIGNAL=$number at_every_call signalled after > why 2>&1
	result "$change: signal $number at every call" why
done
at_every_call failed EIO > why 2>&1
result "$change: a broken disk at every call" why
at_every_call smooth short > why 2>&1
result "$change: short writes" why

# What a program that knows of no lock writes at any moment stays whole, and so does what is fed.
beside_another() {
	local n
	export INJECT_HOW=other INJECT_LOG=$scratch/call
	for ((n = 1; n < 50; n++)); do
		start
		: > call
		INJECT_AT=$n INJECT_OTHER=log/a.csv LD_PRELOAD="$scratch/inject.so" \
		    ASAN_OPTIONS=verify_asan_link_order=0 mc-signal -l log/a.csv small.csv 2> err
		status=$?
		[ -s call ] || break
		sort log/a.csv > now.csv
		if [ "$status" != 0 ] || ! cmp -s now.csv both.csv; then
			echo "call $n ($(< call)): status $status, $(wc -l < now.csv) lines"
		fi
	done
	[ $n -gt 5 ] || echo "only $n calls"
}
{ echo "$header"; record new-1; record new-3; } > small.csv
{ cat old.csv; record new-1; record new-3; echo 'a line of another program'; } | sort > both.csv
beside_another > why 2>&1
result 'what another program writes meanwhile' why

# A signal that the run was started to ignore, as nohup does, does not end it.
start
INJECT_HOW=before INJECT_AT=3 INJECT_SIGNAL=1 LD_PRELOAD=$scratch/inject.so \
    ASAN_OPTIONS=verify_asan_link_order=0 env --ignore-signal=HUP mc-signal -l log/a.csv fed.csv
check 'SIGHUP under nohup' test "$?$(which_log)" = 0new

finish
