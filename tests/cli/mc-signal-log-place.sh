#!/usr/bin/env bash
#
# Goal: the log stays the file that it is: its number, owner, group, mode, access
# list and links, for whoever shares it; what a killed run left is taken back by
# the next and by nobody else's loss, and what cannot be read is named as that.
#
#   BIN=build/bin tests/cli/mc-signal-log-place.sh

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/log-helpers"

umask 077
four=$(record K-4)
file_of() {
	stat -c '%i %u:%g %a %h' log/a.csv
}
input "$header\n$three\n"

# ----------------------------------------------------------------- the same file

fresh
ln log/a.csv "log/b.csv"
was=$(file_of)
# Waits until so many lines were seen: at first the last one, so that tail is known to look.
sees() { # lines
	for _ in {1..500}; do
		[ "$(wc -l < followed)" -lt "$1" ] || break
		sleep 0.01
	done
}
tail -n 1 -f log/a.csv > followed 2> why &
follower=$!
sees 1
run 'append' 0 none '' -l log/a.csv
holds 'stands behind the others' "$one" "$two" "$three"
check 'in the same file' test "$(file_of)" = "$was"
check 'under its other name as well' same log/b.csv want.log
sees 2
kill $follower
printf '%s\n' "$two" "$three" > want.log
check 'tail -f sees the record' same followed want.log

fresh
echo mine > log/a.csv.next
mc-signal -l log/a.csv -S 2 > struck
mc-signal -l log/a.csv < in
check "a file of one's own beside it stays" test "$(cat log/a.csv.next)" = mine
fresh
ln log/a.csv other.csv
run 'what is forgotten stays under another name' 0 none "mc-signal: log/a.csv: the file has another name \
as well (a hard link), under which it still holds what was taken out: do the same there\n" -l log/a.csv -f K-1
rm other.csv
run 'not when there is none' 0 none '' -l log/a.csv -f K-2

# What stands where the folder should be is told as what it is.
fresh
mkfifo pipe
for way in pipe log/a.csv; do
	run "a log in $way, which is no folder" 2 none "mc-signal: $way/b.csv: Not a directory\n" -l $way/b.csv
	run "--strike of it" 2 none "mc-signal: $way/b.csv: Not a directory\n" -l $way/b.csv -S 2
	run "rejects in it" 2 none "mc-signal: $way/b.csv: Not a directory\n" -r $way/b.csv
done

# ------------------------------------------------------- who may do what with it

fresh
chmod 640 log/a.csv
run 'that others may read it is said' 0 none \
    'mc-signal: log/a.csv: others than its owner may read or change it (mode 0640)\n' -l log/a.csv
fresh
chmod 622 log/a.csv
run 'or write' 0 none \
    'mc-signal: log/a.csv: others than its owner may read or change it (mode 0622)\n' -l log/a.csv
fresh
run 'nothing of a log that is its owner'\''s alone' 0 none '' -l log/a.csv

# As a user of a group, whose own group is another.
if [ "$(id -u)" = 0 ]; then
	chmod 755 .
	chmod 711 nobody
	as_mate=(setpriv --reuid 1001 --regid 50 --groups '50,100' -- nobody/mc-signal)
	share() {
		fresh
		chown -R 1000:100 log
		chmod 770 log
		chmod 660 log/a.csv
	}
	share
	was=$(file_of)
	"${as_mate[@]}" -l log/a.csv < in 2> err
	check 'one of the group appends' test $? = 0
	check 'and the log stays the same file of the same people' test "$(file_of)" = "$was"
	holds 'with the record' "$one" "$two" "$three"
	check 'that they share it is said' grep -q '(mode 0660)$' err
	"${as_mate[@]}" -l log/a.csv -S 2 > struck 2> err
	check 'what another owns cannot be struck' test "$?$(grep -c . struck)" = 22
	check 'and that is said' grep -q '^mc-signal: log/a.csv: nothing is changed, since owner, group and rights cannot be kept: Operation not permitted$' err
	check 'the same file, as it was' test "$(file_of)" = "$was"
	holds 'with every record' "$one" "$two" "$three"
	mc-signal -l log/a.csv -S 2 > struck 2> err
	check 'the owner, or root, strikes' test $? = 0
	check 'and it is of the same people' test "$(file_of | cut -d' ' -f2-)" = '1000:100 660 1'
	alone 'nothing lies beside it'

	# A journal is for the group as well: another must be able to take it back.
	share
	"${CC:-cc}" -std=c11 -D_GNU_SOURCE -shared -fPIC -o inject.so \
	    "$repository/tests/support/inject.c" -ldl
	install -m 755 "$loadable/mc-signal" nobody/loadable
	chmod 755 inject.so
	ASAN_OPTIONS=verify_asan_link_order=0 setpriv --reuid 1001 --regid 50 --groups 50,100 -- \
	    env INJECT_HOW=before INJECT_AT=8 LD_PRELOAD="$scratch/inject.so" \
	    nobody/loadable -l log/a.csv < in 2> err
	check 'a killed run leaves a journal' test -e log/.a.csv.journal
	check 'for the group of the log' test "$(stat -c '%u:%g %a' log/.a.csv.journal)" = '1001:100 660'
	setpriv --reuid 1000 --regid 100 --clear-groups -- nobody/mc-signal -l log/a.csv < in 2> err
	check 'its owner goes on' test $? = 0
	check 'having said so' grep -q ': an earlier run was cut off' err
	holds 'and it has the record' "$one" "$two" "$three"
	alone 'and no journal'
else
	skip 'a log that a group shares' 'needs root'
fi

lists=("$PYTHON" "$repository/tests/support/access_list.py")
fresh
if "${lists[@]}" give log/a.csv 2> why; then
	"${lists[@]}" show log/a.csv > was
	mc-signal -l log/a.csv < in 2> err
	"${lists[@]}" show log/a.csv > now
	check 'append keeps the access list' same now was
	mc-signal -l log/a.csv -S 2 > struck 2> err
	"${lists[@]}" show log/a.csv > now
	check '--strike keeps the access list' same now was
	check '--strike keeps the mode' test "$(stat -c %a log/a.csv)" = 660
	fresh
	chmod 660 log/a.csv
	"${lists[@]}" default log
	mc-signal -l log/a.csv -S 2 > struck 2> err
	"${lists[@]}" show log/a.csv > now
	check 'nobody gets in by the list of the folder' test ! -s now
	check 'and the mode is kept' test "$(stat -c %a log/a.csv)" = 660
else
	skip 'the access list is kept' "no access lists here: $(tail -n 1 why)"
fi

# --------------------------------------------------------- what a killed run left

# journal LENGTH LINE...: a run was to append the lines to a log of this length.
journal() {
	printf '%s\n' "$@" '' > log/.a.csv.journal
}
size=$((${#header} + ${#one} + ${#two} + 3))
back="an earlier run was cut off: the log is taken back to what it was before ($size bytes): feed what that \
run was given once more"
fresh
printf '%s\n%s' "$three" "${four:0:9}" >> log/a.csv
journal $size "$three" "$four"
cp -r log killed
for tool_name in mc-weigh mc-refer mc-report; do
	keep $tool_name log/a.csv
	check "$tool_name passes a torn line over" test $status != 0
	check "$tool_name says so" grep -q "^$tool_name: log/a.csv:5: the last line is torn: what appends to \
the log was cut off, or is still at work$" err
	check "$tool_name changes nothing" diff -r log killed
done
run 'mc-signal passes a torn line over' 1 "$one\n$two\n$three\n" "mc-signal: log/a.csv:5: the last line is \
torn: what appends to the log was cut off, or is still at work\n$(summary 4 3 1)" log/a.csv
run 'the next writer takes the run back' 0 none "mc-signal: log/a.csv: $back\n" -l log/a.csv
holds 'and goes on' "$one" "$two" "$three"
alone 'without a journal'

cp -r killed whole
printf %s "${four:9}" >> whole/a.csv
keep mc-weigh whole/a.csv
check 'nor is a record taken that may go on' grep -q '^mc-weigh: whole/a.csv:5: the last line is torn: what' err

cp -r killed log.2
ln -s log.2/a.csv link.csv
keep mc-weigh link.csv
check 'through a link too' grep -q '^mc-weigh: link.csv:5: the last line is torn: what' err
run 'and the next writer' 0 none "mc-signal: link.csv: $back\n" -l link.csv
check 'has it in its own place' test "$(ls -A log.2)" = a.csv

fresh
journal $size "$three"
run 'a run that was cut off before it wrote' 0 none "mc-signal: log/a.csv: an earlier run was cut off before \
it changed the log: feed what it was given once more\n" -l log/a.csv
holds 'has left the log as it was' "$one" "$two" "$three"
for part in '' 1 ${size:0:2} $size $size$'\n' $size$'\n'"$three" $size$'\n'"$three"$'\n'; do
	fresh
	printf %s "$part" > log/.a.csv.journal
	mc-signal -l log/a.csv < in 2> err
	check "a journal of ${#part} bytes is half a journal" grep -q 'before it changed the log' err
	holds "${#part}: the log was as it had been" "$one" "$two" "$three"
	alone "${#part}: no journal"
done
fresh
printf '%s\n' "$three" "$four" >> log/a.csv
journal $size "$three" "$four"
run 'a run that was cut off at its very end' 0 none "mc-signal: log/a.csv: an earlier run was cut off when its \
records were all in the log: they stay\n" -l log/a.csv
holds 'had done its work' "$one" "$two" "$three" "$four"
fresh
printf '%s\n' "$three" "$(record K-5)" >> log/a.csv
journal $size "$three" "$four"
run 'what somebody else wrote since' 0 none "mc-signal: log/a.csv: an earlier run was cut off, and the log \
was changed since: it stays as it is; feed what that run was given once more\n" -l log/a.csv
holds 'stays' "$one" "$two" "$three" "$(record K-5)"
alone 'and the journal goes'
fresh
journal $((size + 1)) "$four"
run 'what is shorter than it was' 0 none "mc-signal: log/a.csv: an earlier run was cut off, and the log was \
changed since: it stays as it is; feed what that run was given once more\n" -l log/a.csv
holds 'is not said to be as it was' "$one" "$two" "$three"
fresh
printf '%s\n' 'A diary' > log/.a.csv.journal
run 'a file that is no journal' 2 none \
    'mc-signal: log/.a.csv.journal is no journal of log/a.csv, whose name it has: put it elsewhere\n' -l log/a.csv
check 'stays' test "$(cat log/.a.csv.journal)" = 'A diary'
fresh
ln -s ../in log/.a.csv.journal
run 'a link is not followed' 2 none \
    'mc-signal: log/.a.csv.journal: Too many levels of symbolic links\n' -l log/a.csv
holds 'the log stays' "$one" "$two"
rm log/.a.csv.journal
mkfifo log/.a.csv.journal
tool=(timeout 20 mc-signal)
run 'nor a pipe waited for' 2 none 'mc-signal: log/.a.csv.journal: Invalid argument\n' -l log/a.csv
tool=(mc-signal)
fresh
echo x > log/.a.csv.rewrite
run 'what a killed strike left' 0 none \
    'mc-signal: log/a.csv: a file that an earlier run left beside it is taken away\n' -l log/a.csv
alone 'is gone'

# --------------------------------------------------------------- trouble, by its name

if strace -o trace true 2> why; then
	export ASAN_OPTIONS=detect_leaks=0
	fresh
	keep strace -o trace -P "$PWD/log/a.csv" -e inject=read:error=EIO mc-signal -l log/a.csv < in
	echo 'mc-signal: log/a.csv: Input/output error' > want.err
	: > want.out
	compare 'a log that cannot be read is not a torn one' 2
	holds 'it is as it was' "$one" "$two"
	alone 'with nothing beside it'
	keep strace -o trace -P "$PWD/log/a.csv" -e inject=read,fsync,ftruncate:error=EINTR:when=1 \
	    mc-signal -l log/a.csv < in
	: > want.err
	compare 'a call that is broken off is done again' 0
	holds 'and the record is in' "$one" "$two" "$three"
	# A disk that has no fsync of folders (EINVAL), and no ways to change rights (FAT).
	fresh
	keep strace -o trace -P "$PWD/log" -e inject=fsync:error=EINVAL mc-signal -l log/a.csv < in
	compare 'a disk that cannot sync a folder' 0
	holds 'holds the record' "$one" "$two" "$three"
	for call in fchmod fchown flistxattr link; do
		fresh
		keep strace -o trace -e inject=$call:error=EOPNOTSUPP mc-signal -l log/a.csv < in
		compare "a disk without $call" 0
		holds "holds the record without $call" "$one" "$two" "$three"
		keep strace -o trace -e inject=$call:error=EOPNOTSUPP mc-signal -l log/a.csv -f K-2
		compare "--forget on a disk without $call" 0
		holds "takes it out without $call" "$one" "$three"
	done
	unset ASAN_OPTIONS
else
	skip 'trouble by its name' "no strace that may trace: $(head -n 1 why)"
fi

# Links are followed from where they stand: the way from the root may be closed to who works here.
somebody=()
mkdir -p closed/in
printf '%s\n' "$header" "$one" "$two" > closed/in/real.csv
: > closed/in/kept.csv
printf '%s\nK-9,2026-03-02,03AB00,signal,nonsense,seen,,teacher,\n' "$header" > closed/in/bad.csv
ln -s real.csv closed/in/zaken.csv
ln -s kept.csv closed/in/refused.csv
if [ "$(id -u)" = 0 ]; then
	somebody=(setpriv --reuid 65534 --regid 65534 --clear-groups)
	chown -R 65534:65534 closed/in
fi
if is_watched || ! cp "$bin/mc-signal" closed/in || ! "${somebody[@]}" true 2> why; then
	skip 'below a closed folder' 'no tool to take there, or nobody to run it'
else
	cd closed/in || exit 2
	chmod 0 ..
	keep "${somebody[@]}" ./mc-signal -l zaken.csv -f K-2
	check 'below a closed folder --forget ends well' test "$status" -eq 0
	check 'the log has forgotten' same real.csv <(printf '%s\n' "$header" "$one")
	check 'the link is still one' test -L zaken.csv
	keep "${somebody[@]}" ./mc-signal -r refused.csv bad.csv
	check 'what is refused is kept' grep -q '^K-9,' kept.csv
	check 'that link too is one' test -L refused.csv
	cd ../.. || exit 2
	chmod 700 closed
fi

long=$(printf 'x%.0s' {1..60})
printf '%s\nK-2,20' "$header" > "log/$long.csv"
run 'of a long name the end is shown' 2 none "mc-signal: ...${long:0:36}.csv:2: the last line is torn: an \
earlier write was cut off. Look at it (tail -n 1 FILE); take it off with: sed -i --follow-symlinks '\$d' FILE  \
or, when it is whole, end it with: echo >> FILE\n" -l "log/$long.csv"

finish
