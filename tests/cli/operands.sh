#!/usr/bin/env bash
#
# Goal: every file that a tool is given is read, each in its turn, whatever kind
# of file it is; and a file that holds no records is named, once, with what it
# is, while the others are handled.
#
#   BIN=build/bin tests/cli/operands.sh

# shellcheck disable=SC2034,SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/signal-helpers"
tool=(mc-weigh)
rest=',2026-03-01,03AB00,need,food,,,,'
weigh=',2026-03-01,03AB00,weigh,talk-first,W14,,mc-weigh,'
for case in a b c d; do
	echo "$case$rest" > $case.csv
done

gives() { # file, pipe...: one after another, each to be read to its end before the next
	local file=$1
	shift
	# shellcheck disable=SC2016 # for the other shell
	(timeout 20 bash -c 'file=$1; shift; for pipe; do cat -- "$file" > "$pipe"; done' \
	    - "$file" "$@" &)
}

# -------------------------------------------------------- one after another

mkfifo one two
gives a.csv one two
run 'pipes are opened in their order: the writer of the second waits for the first' 0 \
    "a$rest\na$rest\na$weigh\n" '' one two
gives a.csv one
run 'files among pipes keep their place' 0 "b$rest\na$rest\nc$rest\nb$weigh\na$weigh\nc$weigh\n" '' \
    b.csv one c.csv
gives a.csv one two
cp d.csv in
run 'and so does standard input' 0 "a$rest\nd$rest\na$rest\nb$rest\na$weigh\nd$weigh\nb$weigh\n" '' \
    one - two b.csv
run 'a file that comes twice is read twice' 0 "b$rest\nb$rest\nb$weigh\n" '' b.csv b.csv

{ cat a.csv; echo "a$weigh"; } > weighed.csv
gives weighed.csv one two
keep timeout 20 mc-refer one two
check 'mc-refer opens them in their order too' test "$status $(grep -c "^a$rest$" out)" = '2 2'
{ echo "$header"; cat a.csv; } > headed.csv
gives headed.csv one two
keep timeout 20 mc-signal one two
check 'and mc-signal' test "$status $(grep -c "^a$rest$" out)" = '0 2'
gives a.csv one two
keep timeout 20 mc-report --type retention --format csv --as-of 2030-01-01 one two
check 'and so does mc-report' test "$status $(grep -c '^03AB00,a,' out)" = '0 1'

# A file that was there at first is read as it was, whatever waits before it.
cp c.csv gone.csv
(timeout 20 bash -c 'exec 3> one; rm gone.csv; cat a.csv >&3' &)
run 'a file is open before a pipe is waited for' 0 "a$rest\nc$rest\na$weigh\nc$weigh\n" '' \
    one gone.csv

# What the pipes before and behind a tool hold when it has ended, and what the system gives one.
hold() { # tool...
	"$PYTHON" - "$@" <<-'END'
		import fcntl, os, subprocess, sys
		(before, into), (out, behind), (another, _) = os.pipe(), os.pipe(), os.pipe()
		os.close(into)
		subprocess.run(sys.argv[1:], stdin=before, stdout=behind, stderr=subprocess.DEVNULL, timeout=20)
		try:
		    fcntl.fcntl(another, fcntl.F_SETPIPE_SZ, 1 << 20)
		except PermissionError:
		    fcntl.fcntl(another, fcntl.F_SETPIPE_SZ, 1 << 18)
		print(*(fcntl.fcntl(pipe, fcntl.F_GETPIPE_SZ) for pipe in (before, out, another)))
	END
}
for stage in mc-signal mc-weigh mc-refer 'mc-report -t retention'; do
	# shellcheck disable=SC2086 # its words
	read -r before behind given <<< "$(hold $stage)"
	check "${stage%% *} has its pipes hold as much as the system gives" \
	    test "$before $behind" = "$given $given"
done

# ---------------------------------------------------- more than may be open

: > many.out
: > many.weighed
names=()
for ((i = 1; i <= 60; i++)); do
	echo "m$i$rest" | tee -a many.out > m$i.csv
	echo "m$i$weigh" >> many.weighed
	names+=("m$i.csv")
done
few() { # tool, arguments: with room for few files
	(ulimit -n 24 && "$@")
}
cat many.out many.weighed > want
keep few mc-weigh "${names[@]}"
{ echo "$header"; cat want; } > want.out
: > want.err
compare 'mc-weigh: sixty files, where 24 may be open' 0
for name in "${names[@]}"; do
	sed -i "1i$header" "$name"
done
keep few mc-signal "${names[@]}"
{ echo "$header"; cat many.out; } > want.out
compare 'mc-signal: sixty files, where 24 may be open' 0
keep few mc-refer "${names[@]}" many.weighed
check 'mc-refer: sixty files, where 24 may be open' \
    test "$status $(grep -c '^m[0-9]*,.*,need,food,' out)" = '0 60'
keep few mc-report --type retention --format csv --as-of 2030-01-01 "${names[@]}"
check 'mc-report: sixty files, where 24 may be open' test "$status $(grep -c '^03AB00,m[0-9]*,' out)" = '0 60'
gives a.csv one
keep few mc-weigh one "${names[@]}" two/nothing
{ echo "$header"; echo "a$rest"; cat many.out; echo "a$weigh"; cat many.weighed; } > want.out
echo 'mc-weigh: two/nothing: Not a directory' > want.err
compare 'with a pipe before them and one too many' 2

# --------------------------------------------------------- what will not do

run 'what cannot be read is named, the others are handled' 2 "a$rest\nb$rest\na$weigh\nb$weigh\n" \
    'mc-weigh: none.csv: No such file or directory\nmc-weigh: .: Is a directory\n' \
    a.csv none.csv . b.csv
cp b.csv closed.csv
chmod 000 closed.csv
if [ -r closed.csv ]; then
	cp -- "$bin/mc-weigh" nobody
	chmod 755 nobody/mc-weigh
	tool=("${as_nobody[@]/%mc-signal/mc-weigh}")
fi
chmod 644 a.csv
run 'one that may not be read too' 2 "a$rest\na$weigh\n" 'mc-weigh: closed.csv: Permission denied\n' \
    closed.csv a.csv
chmod 644 closed.csv
tool=(mc-weigh)

# The output's own file: refused before anything is written.
for name in mc-signal mc-weigh mc-refer; do
	cat a.csv > both.csv
	# shellcheck disable=SC2094 # that is what the test is about
	"$name" b.csv both.csv 2> err >> both.csv
	status=$?
	cp both.csv out
	cp a.csv want.out
	echo "$name: both.csv is the file that the output goes to: write to another" > want.err
	compare "$name: the output's own file" 2
	# shellcheck disable=SC2094
	"$name" 2> err < both.csv >> both.csv
	status=$?
	cp both.csv out
	echo "$name: standard input is the file that the output goes to: write to another" > want.err
	compare "$name: the same as standard input" 2
done
# mc-report writes no header.
cat a.csv > both.csv
# shellcheck disable=SC2094
mc-report --type overview b.csv both.csv 2> err >> both.csv
status=$?
cp both.csv out
cp a.csv want.out
echo "mc-report: both.csv is the file that the output goes to: write to another" > want.err
compare "mc-report: the output's own file" 2
# What is said of a line would be a line to say something of, without end; nor does what is said of
# that spoil the file.
for name in mc-signal mc-weigh mc-refer mc-report; do
	echo x > both.csv
	# shellcheck disable=SC2094
	timeout 20 "$name" a.csv both.csv > out 2>> both.csv
	status=$?
	cp both.csv err
	: > want.out
	echo x > want.err
	compare "$name: the file of the messages" 2
done
echo x > both.csv
setsid -w mc-weigh both.csv >> both.csv 2>&1
check '... nor when the output goes there too' test "$? $(cat both.csv)" = '2 x'
if "$PYTHON" -c 'import os; os.openpty()' 2> why; then
	printf '%s\n' 'expect mc-weigh: both.csv is the file that the messages go to: send them to another' 'status 2' > script
	keep "$PYTHON" -S "$repository/tests/support/terminal.py" script sh -c 'exec mc-weigh both.csv 2>> both.csv'
	check '... is said at the terminal' test "$status $(cat both.csv)" = '0 x'
else
	skip '... is said at the terminal' "$(tail -n 1 why)"
fi
keep mc-weigh a.csv > /dev/null
{ echo "$header"; echo "a$rest"; echo "a$weigh"; } > want.out
: > want.err
compare 'what is no regular file may be both' 0

# ------------------------------------------------------------ no records

expects="($header on each line)"
no_records() { # name, bytes, what is said of it; it stands between two files that are records
	printf '%b' "$2" > no.csv
	tool=(mc-weigh)
	run "mc-weigh: $1" 2 "a$rest\nb$rest\na$weigh\nb$weigh\n" "mc-weigh: no.csv holds no records$3\n" \
	    a.csv no.csv b.csv
	printf '%s\n' "a$rest" "a$weigh" > weighed.csv
	tool=(mc-refer)
	run "mc-refer: $1" 2 "$(printf '%s\\n' "a$rest" "a$weigh" "$refer_a")" \
	    "mc-refer: no.csv holds no records$3\n" no.csv weighed.csv
	tool=(mc-weigh)
}
refer_a=$(printf '%s\n' "a$rest" "a$weigh" | mc-refer | sed 1,3d | sed ':a; N; $!ba; s/\n/\\n/g')
check 'the case is referred' test -n "$refer_a"
sheet=': it seems to be a sheet, so take it in with: mc-signal FILE'
no_records 'a sheet' 'zaak;datum;soort;code;waarde\nK-1;3-10-2025;behoefte;eten;\n' "$sheet"
no_records 'a sheet in English, with commas' \
    'case,date,kind,code\nK-1,2025-10-03,need,food\nK-2,2025-10-03,need,food\n' "$sheet"
no_records 'a sheet with titles above' \
    'Zorgregistratie;;;\nSchool 03AB00;;;\n\nZaak;Datum;Soort;Code\nK-1;3-10-2025;behoefte;eten\n' "$sheet"
no_records 'a sheet with tabs and a mark' '\0357\0273\0277zaak\tdatum\tsoort\tcode\nK-1\t3-10-2025\n' "$sheet"
no_records 'a sheet in UTF-16' "$(printf 'zaak;datum;soort;code\nK-1;x\n' | iconv -t UTF-16 | od -An -to1 -v |
	tr -s ' \n' ' ' | sed 's/ \([0-7]\{3\}\)/\\0\1/g; s/ //g')" "$sheet"
no_records 'a workbook' 'PK\0003\0004\0024\0000\0006\0000\n\n\0001\n' \
    ': it is a workbook of Excel or LibreOffice, so save it as CSV and take that in with: mc-signal FILE'
no_records 'a PDF' '%PDF-1.4\n%\0342\0343\n1 0 obj\n' \
    ': it is a PDF, so save it as CSV and take that in with: mc-signal FILE'
no_records 'a web page' '\n <html><table>\n<tr><td>zaak</td></tr>\n' \
    ': it is a web page (HTML) or XML, so save it as CSV and take that in with: mc-signal FILE'
no_records 'a letter' 'Beste collega,\n\nHierbij de stukken.\n' " $expects"
no_records 'one long line' "$(head -c 70000 /dev/zero | tr '\0' x)\\n" " $expects"
no_records 'a NUL' '\0000\n' " $expects"

tool=(mc-weigh)
input "$header\nx\n"
run 'with a header it is records, and each line is told' 1 '' \
    "mc-weigh: standard input:2: 1 fields (a record has 9: $header)\n"
input "x\nK-1,2026-03-01,03AB00,need,eten,,,,\n"
nothing=',2026-03-31,03AB00,weigh,incomplete,W35,,mc-weigh,missing:suspicion refused\n'
run 'with a line that names its case it is records too: none may vanish' 1 "K-1$nothing" \
    "mc-weigh: standard input:1: 1 fields (a record has 9: $header)
mc-weigh: standard input:2: code: unknown need \"eten\" for kind need \
(money, sport, buddy, bicycle, clothing, food, housing, upbringing, other); case K-1 lacks this line\n" \
    -a 2026-03-31
{ for ((i = 0; i < 30; i++)); do echo "x$i"; done; cat a.csv; echo y; } > late.csv
{
	for ((i = 1; i <= 8; i++)); do
		echo "mc-weigh: late.csv:$i: 1 fields (a record has 9: $header)"
	done
	echo 'mc-weigh: late.csv: before its first record 22 more lines are refused'
	echo "mc-weigh: late.csv:32: 1 fields (a record has 9: $header)"
} > late.err
run 'what stood above the first record is told when it comes' 1 "a$rest\na$weigh\n" \
    "$(sed 's/$/\\n/' late.err | tr -d '\n')" late.csv
: > empty.csv
run 'an empty file holds nothing that is wrong' 0 "a$rest\na$weigh\n" '' empty.csv a.csv
echo "$header" > header.csv
run 'nor does a header alone' 0 "a$rest\na$weigh\n" '' header.csv a.csv

# ------------------------------------------------------------ ends of lines

input "$header\r\na$rest\r\nb$rest\"met, een komma\"\r\nc$rest\r"
run 'a CR before the end of a line is taken, and not written' 0 \
    "a$rest\nb$rest\"met, een komma\"\nc$rest\na$weigh\nb$weigh\nc$weigh\n" ''
input "a$rest\r\r\n"
run 'no more than one' 1 "a${nothing}" \
    "mc-weigh: standard input:1: holds a carriage return that ends no line; case a lacks this line\n" \
    -a 2026-03-31
input "a$rest\rb$rest\r"
run 'nor one that parts two records' 1 "a${nothing}" \
    "mc-weigh: standard input:1: holds a carriage return that ends no line; case a lacks this line\n" \
    -a 2026-03-31

finish
