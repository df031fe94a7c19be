#!/usr/bin/env bash
#
# Goal: when the power goes at any moment while the log changes, or the run is
# killed at any of its system calls, the next run finds the old log or the new
# one; the new one for certain when the run had ended well.
#
#   BIN=build/bin tests/cli/mc-signal-log-power.sh
#
# A run is traced, and tests/support/power.py tells from the trace what the disk
# may hold at each moment, when it kept no more than it was asked to.

# Some hundred runs that each wait for the disk: in memory they are soon done.
if [ -w /dev/shm ]; then
	export TMPDIR=/dev/shm
fi
# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/signal-helpers"
# The leak checker of a test build stops the process itself, which a tracer does already.
export ASAN_OPTIONS=detect_leaks=0

if ! strace -o trace true 2> why; then
	skip 'the power goes at any moment' "no strace that may trace: $(head -n 1 why)"
	finish
fi

umask 077
echo "$header" > header.csv
{ echo "$header"; for i in {1..9}; do record "K-$i"; done; } > old.csv
{ echo "$header"; record new-1; record new-2; record new-3; } > fed.csv
{ echo "$header"; sed -n '2p;5p;10p' old.csv; } > struck.csv

# start FOLDER: how things are before the change; go: the change, as the arguments begin it, its
# output in the file got of the folder.
start() {
	rm -rf log
	mkdir log
	: > log/got
	[ "$change" = make ] || cp old.csv log/a.csv
}
go() {
	case $change in
	make | append) "$@" mc-signal -l log/a.csv fed.csv > log/got ;;
	strike) "$@" mc-signal -l log/a.csv -S 2,5,10 > log/got ;;
	forget) "$@" mc-signal -l log/a.csv -f K-4 > log/got ;;
	esac
}

# What must be so of the folder log after the power is back: prints what is not.
verify() { # ended or nothing
	local now
	mc-signal -l log/a.csv header.csv 2> err || echo "the log cannot be mended: $(cat err)"
	[ "$(ls -A log)" = $'a.csv\ngot' ] || echo "left over: $(ls -A log)"
	if cmp -s log/a.csv new.csv; then
		now=new
	elif cmp -s log/a.csv old.log; then
		now=old
	else
		echo 'neither the old log nor the new one'
		return
	fi
	[ "${1-}" != ended ] || [ $now = new ] || echo 'it ended well, and the log is the old one'
	if [ $change.$now = strike.new ] && ! cmp -s log/got struck.csv; then
		echo 'struck, and not safe elsewhere'
	fi
	if [ $now = old ]; then
		go 2> err || echo "status $?: $(cat err)"
		cmp -s log/a.csv new.csv || echo 'the next run does not do it'
	fi
}

power_goes() {
	local state n=0
	start
	cp -r log before
	go strace -o trace -xx -s 1000000 \
	    -e trace=open,openat,write,ftruncate,rename,unlink,fsync,fdatasync,close 2> err ||
	    echo "status $?: $(cat err)"
	mkdir states
	"$PYTHON" "$repository/tests/support/power.py" trace before got states || echo 'no states'
	for state in states/*[0-9]; do
		rm -rf log
		mv "$state" log
		cp -r log kept
		# shellcheck disable=SC2046 # words without blanks, or none
		verify $(basename "$state.ended" | grep -xF -f <(ls states) | sed 's/.*\.//') > told
		[ ! -s told ] || { cat told; head kept/* kept/.??* 2> /dev/null; } | cat -v | sed "s,^,$state: ,"
		rm -rf kept
		n=$((n + 1))
	done
	[ $n -ge 6 ] || echo "only $n states"
	ls states/*.ended > /dev/null || echo 'no end'
	rm -rf states before
}

# Each system call from the first that knows the log: its name, and which one of that name it is.
calls() {
	start
	go strace -o trace 2> /dev/null
	awk -F'(' '!/^[a-z]/ { next } { count[$1]++ } /a\.csv/ { knows = 1 }
	knows && $1 !~ /^execve|^exit/ { print $1, count[$1] }' trace
	verify ended >&2
}

killed() {
	local name number n=0
	calls > calls
	while read -r name number; do
		start
		go strace -o trace -e inject="$name:signal=KILL:when=$number" > /dev/null 2>&1 &&
			echo "$name $number: not killed"
		verify | sed "s/^/$name $number: /"
		n=$((n + 1))
	done < calls
	[ $n -gt 30 ] || echo "only $n calls"
}

for change in make append strike forget; do
	cp old.csv old.log
	case $change in
	make) cp fed.csv new.csv; cp header.csv old.log ;;
	append) { cat old.csv; tail -n +2 fed.csv; } > new.csv ;;
	strike) sed '2d;5d;10d' old.csv > new.csv ;;
	forget) grep -v '^K-4,' old.csv > new.csv ;;
	esac
	power_goes > why 2>&1
	result "$change: the power goes at any moment" why
	# Making a log is an append, and to forget is to strike.
	if [ $change = append ] || [ $change = strike ]; then
		killed > why 2>&1
		result "$change: killed at any system call" why
	fi
done

finish
