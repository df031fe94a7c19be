#!/usr/bin/env bash
#
# Goal: on a disk that keeps no modes, has no locks or cannot make a folder safe
# (FAT, a share, a file system in user space) the log works as far as it is safe
# there, nothing false is said, and no key or ledger lies open.
#
#   BIN=build/bin tests/cli/poor-disk.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/log-helpers"

umask 077
PATH=$loadable:$PATH
if ! "${CC:-cc}" -std=c11 -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 -shared -fPIC -o poor.so \
    "$repository/tests/support/poor_disk.c" -ldl 2> why; then
	skip 'a poor disk' "no shim: $(tail -n 1 why)"
	finish
fi
# disk NAME=VALUE...: the disk of the runs that follow.
disk() {
	tool=(timeout -s KILL 60 env ASAN_OPTIONS=verify_asan_link_order=0 LD_PRELOAD="$scratch/poor.so" "$@" mc-signal)
	report=("${tool[@]}")
	report[-1]=mc-report
}
input "$header\n$three\n"
late='K-9,2199-01-01,03AB00,need,food,,,,'

# The whole life of a log; NOTE is what each run says of it.
lives() { # name, note
	fresh
	run "$1: a record is appended" 0 none "$2" -l log/a.csv
	run "$1: a line is struck" 0 "$one\n" "$2" -l log/a.csv -S 2
	run "$1: a case is forgotten" 0 none "$2" -l log/a.csv -f K-2
	holds "$1: and the log is right" "$three"
	alone "$1: with nothing beside it"
	rm log/a.csv
	run "$1: a log is made" 0 none "$2" -l log/a.csv
	holds "$1: with its record" "$three"
}
open='mc-signal: log/a.csv: others than its owner may read or change it (mode 0777)\n'

# ------------------------------------------------------------------------ no modes

for error in EPERM=1 ENOSYS=38 ENOTSUP=95 quiet=; do
	how=(DISK_MODE=0777 DISK_LACKS=chmod "DISK_ERROR=${error#*=}")
	[ -n "${error#*=}" ] || how=(DISK_MODE=0777)
	disk "${how[@]}"
	lives "no modes (${error%=*})" "$open"
	keep "${report[@]}" --new-key log/key
	check "no modes (${error%=*}): no key is made that others could use" grep -qFx 'mc-report: log/key: others than its owner could use it, since the disk keeps no modes: make it on another disk' err
	check "... and none is left" test "$status-$(ls -A log)" = 2-a.csv
done
printf %032d 0 > log/key
keep "${report[@]}" --new-ledger log/ledger --from 2017-08 --key log/key
check 'of a key that lies there is said what can be done' grep -qF '(mode 0777; chmod 600 it, or, where the disk keeps no modes, keep it on another disk)' err
check '... and nothing is made' test "$status-$(ls -A log)" = "2-a.csv
key"

# As Samba shows what is hidden.
disk DISK_MODE=0744 DISK_NEW=0001
fresh
chmod 644 log/a.csv
run 'a new file may be shown otherwise' 0 "$one\n" \
    "${open/0777/0744}" -l log/a.csv -S 2
holds 'when nobody may do more with it' "$two"
disk DISK_MODE=0700 DISK_NEW=0004
fresh
chmod 644 log/a.csv
run 'but not when somebody may' 2 "$one\n" 'mc-signal: log/a.csv: nothing is changed, since owner, group and rights cannot be kept: Operation not permitted\n' -l log/a.csv -S 2
holds 'then the log is as it was' "$one" "$two"

rejects=$(printf '%s,reasons\n%s,"date: ""2199-01-01"" lies after today"' "$header" "$late")
feed_late() {
	fresh
	printf '%s\n%s\n' "$header" "$late" > late.csv
	(umask 022 && echo x > log/.r.csv.rejects)
	keep "${tool[@]}" -r log/r.csv late.csv
}
disk DISK_MODE=0777
feed_late
check 'the rejects of a killed run are taken away' grep -qFx 'mc-signal: log/r.csv: an earlier run was cut off: what it left, log/.r.csv.rejects, is taken away' err
check '... and new ones are there' test "$status-$(cat log/r.csv)" = "1-$rejects"
check '... with nothing beside them' test "$(ls -A log)" = "a.csv
r.csv"
disk
feed_late
check 'where there are modes a file with another is somebody else'\''s' grep -qFx 'mc-signal: log/.r.csv.rejects is in the way of what becomes log/r.csv: put it elsewhere' err
check '... and stays, alone' test "$status-$(ls -A log)" = "2-.r.csv.rejects
a.csv"

disk DISK_LACKS=chmod DISK_ERROR=1
fresh
keep "${report[@]}" --new-key log/key
check 'a key is made where modes are kept, but cannot be changed' \
    test "$status-$(stat -c '%s %a' log/key)" = '0-32 600'

# ----------------------------------------------------------------- no safe folders

for error in 1 13 22 38 95; do
	disk DISK_LACKS=folders DISK_ERROR=$error
	lives "a folder that cannot be made safe ($error)" ''
	keep "${report[@]}" --new-key log/key
	check '... holds a key' test "$status-$(stat -c %s log/key)" = 0-32
done
disk DISK_LACKS=folders DISK_ERROR=5
fresh
run 'a folder of which that fails' 2 none 'mc-signal: log/a.csv: Input/output error\n' -l log/a.csv
holds 'gets no record' "$one" "$two"
run 'what was struck before that is not struck again' 2 "$one\n" 'mc-signal: log/a.csv: it is changed, but may be as it was again after a power cut: Input/output error\n' -l log/a.csv -S 2
holds 'since it is no more there' "$two"
keep "${report[@]}" --new-key log/key
check 'no key is left there' test "$status-$(ls -A log)" = 2-a.csv

# ------------------------------------------------------------------------ no locks

for error in 'Function not implemented=38' 'No locks available=37' 'Operation not supported=95'; do
	disk DISK_LACKS=flock "DISK_ERROR=${error#*=}"
	fresh
	why="it cannot be locked (${error%=*}), and without a lock two runs could spoil it: keep it on another disk"
	run "no locks: nothing is appended (${error#*=})" 2 none "mc-signal: log/a.csv: $why\n" -l log/a.csv
	run '... nor struck' 2 none "mc-signal: log/a.csv: $why\n" -l log/a.csv -S 2
	holds '... the log is as it was' "$one" "$two"
	alone '... with nothing beside it'
done
mc-report --new-key log/key
mc-report --new-ledger log/ledger --from 2017-08 --key log/key
cp log/ledger ledger
: > units.csv
keep "${report[@]}" -t counts -m 2017-08 -L log/ledger -k log/key -u units.csv < in
check 'no locks: nothing is published' grep -qFx "mc-report: log/ledger: $why" err
check '... and the ledger is as it was' cmp log/ledger ledger

# ------------------------------------------------------- what else a disk may lack

disk DISK_LACKS=numbers
fresh
run 'a disk that numbers no files is told of' 2 none 'mc-signal: log/a.csv: Stale file handle\n' -l log/a.csv
holds 'and nothing is appended' "$one" "$two"
keep "${tool[@]}" -r log/r.csv in
check 'nor are rejects kept' test "$status-$(cat err)" = '2-mc-signal: log/r.csv: Stale file handle'

disk DISK_LACKS=busy
fresh
run 'where no open file can be replaced records are appended' 0 none '' -l log/a.csv
run 'and none are struck' 2 "$one\n" 'mc-signal: log/a.csv: Device or resource busy\n' -l log/a.csv -S 2
holds 'the log is as it was' "$one" "$two" "$three"
alone 'with nothing beside it'
disk DISK_LACKS=busy DISK_MODE=0777
keep "${report[@]}" --new-key log/key
check 'nor is half a key left there' test "$status-$(ls -A log)" = 2-a.csv

# Where one file takes the place of another in two steps.
disk
fresh
mv log/a.csv log/.a.csv.rewrite
cp log/.a.csv.rewrite whole
gone='mc-signal: log/a.csv is not there, but log/.a.csv.rewrite is, which --strike or --forget writes: when that is the whole log, give it its name again\n'
run 'a log of which the name is gone is not begun anew' 2 none "$gone" -l log/a.csv
run '... by no way' 2 none "$gone" -l log/a.csv -f K-1
check '... and nothing of it is lost' test "$(ls -A log)-$(cmp log/.a.csv.rewrite whole)" = .a.csv.rewrite-

finish
