#!/usr/bin/env bash
#
# Goal: every example on a man page does what the page says.
#
#   BIN=build/bin tests/cli/man-examples.sh [page ...]
#
# Runs the EXAMPLES of each page under man/ and its languages (or of the pages
# given) with the four tools in BIN, and compares their standard output with the
# page.  TAP on standard output; exits 1 when an example differs, 2 when it cannot
# run.
#
# What a page looks like to this script.  Under ".Sh EXAMPLES" (in Dutch
# VOORBEELDEN) each block from ".Bd -literal" to ".Ed" is one shell session:
#
#   $ command          a command
#   > more of it       the command goes on
#   text               what it writes to standard output, exactly
#   ...                as the last line of its output: only the start counts
#
# A session runs in bash with pipefail, in a folder of its own that holds
# observaties.csv and kernteam.csv from tests/data and zaken.csv, the records
# of that sheet.  Later commands of a session see the files and variables of
# earlier ones.  A command that fails must be followed by "$ echo $?", so
# that the reader is told.
#
# Each block is turned into files (1.cmd, 1.out, 2.cmd, ...) by awk, and run
# by one bash, which leaves 1.got, 1.err and 1.status beside them.

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
shopt -s nullglob

pages=("$@")
if [ $# -eq 0 ]; then
	pages=("$repository"/man/*.[157] "$repository"/man/[a-z][a-z]/*.[157])
fi
if [ ${#pages[@]} -eq 0 ]; then
	echo "man-examples.sh: no pages under $repository/man" >&2
	exit 2
fi

# The folder that each session starts from.
start=$scratch/start
mkdir "$start" &&
    cp -- "$data/observaties.csv" "$data/kernteam.csv" "$start" || exit 2
if ! mc-signal --school 03AB00 "$start/observaties.csv" > "$start/zaken.csv"; then
	echo "man-examples.sh: mc-signal does not take in tests/data/observaties.csv" >&2
	exit 2
fi

# Splits the examples of a page into blocks: DIR/BLOCK/N.cmd and N.out.
split_page() {
	awk -v dir="$2" '
	function plain(s) {		# what mdoc shows of a literal line
		gsub(/\\\(aq/, "\047", s)
		gsub(/\\\(dq/, "\"", s)
		gsub(/\\\(ha/, "^", s)
		gsub(/\\\(ti/, "~", s)
		gsub(/\\\(ga/, "`", s)
		gsub(/\\-/, "-", s)
		gsub(/\\&/, "", s)
		gsub(/\\e/, "\\", s)
		return s
	}
	/^\.Sh / { examples = ($2 == "EXAMPLES" || $2 == "VOORBEELDEN") }
	!examples { next }
	/^\.Bd .*-literal/ {
		open = 1
		folder = sprintf("%s/%03d", dir, ++blocks)
		system("mkdir -p " folder)
		n = 0
		next
	}
	/^\.Ed/ { open = 0; next }
	!open { next }
	/^\$ / {
		command = sprintf("%s/%d.cmd", folder, ++n)
		output = sprintf("%s/%d.out", folder, n)
		print plain(substr($0, 3)) > command
		printf "" > output
		wanted = 0
		next
	}
	n == 0 { print "a block must begin with a command: " $0 > "/dev/stderr"; bad = 1; next }
	/^> / && !wanted { print plain(substr($0, 3)) > command; next }
	{ wanted = 1; print plain($0) > output }
	END { exit bad }
	' "$1"
}

# Runs the commands of one block in one shell.  The status of one command is
# put back as $? before the next, as a terminal has it.
run_block() {
	(
		cp -r -- "$start" "$1/work" && cd -- "$1/work" || exit
		exec < /dev/null
		status=0
		for ((n = 1; ; n++)); do
			[ -e "../$n.cmd" ] || break
			command=$(cat "../$n.cmd")
			(exit $status)
			eval "$command" > "../$n.got" 2> "../$n.err"
			status=$?
			echo $status > "../$n.status"
		done
	)
}

check_command() { # block folder, number, name
	local b=$1 n=$2 name=$3 status next why
	why=$b/$n.why
	: > "$why"
	status=$(cat "$b/$n.status" 2> /dev/null || echo missing)

	if [ "$(tail -n 1 "$b/$n.out")" = ... ]; then
		sed '$d' "$b/$n.out" > "$b/$n.want"
		head -n "$(wc -l < "$b/$n.want")" "$b/$n.got" > "$b/$n.start"
	else
		cp "$b/$n.out" "$b/$n.want"
		cp "$b/$n.got" "$b/$n.start"
	fi
	diff -u --label page --label tool "$b/$n.want" "$b/$n.start" >> "$why" 2>&1

	next=$(cat "$b/$((n + 1)).cmd" 2> /dev/null)
	# shellcheck disable=SC2016 # the text of the page, not its value
	if [ "$status" != 0 ] && [ "$next" != 'echo $?' ]; then
		echo "exit status $status, and the page does not say so" >> "$why"
	fi

	[ ! -s "$why" ] || cat "$b/$n.cmd" "$b/$n.err" >> "$why" 2> /dev/null
	result "$name" "$why"
}

for page in "${pages[@]}"; do
	base=${page#"$repository/man/"}
	base=${base##*/man/}
	folder=$scratch/pages/$base
	mkdir -p -- "$folder" || exit 2
	if ! split_page "$page" "$folder" 2> "$folder/errors"; then
		echo 'they are no commands with their output' >> "$folder/errors"
		result "$base: examples can be read" "$folder/errors"
	fi
	blocks=("$folder"/[0-9]*/)
	if [ ${#blocks[@]} -eq 0 ]; then
		echo "no block under EXAMPLES" > "$folder/errors"
		result "$base: has examples" "$folder/errors"
	fi
	for block in "${blocks[@]}"; do
		block=${block%/}
		run_block "$block"
		for ((n = 1; ; n++)); do
			[ -e "$block/$n.cmd" ] || break
			first=$(head -n 1 "$block/$n.cmd")
			check_command "$block" "$n" "$base: ${first//#/}"
		done
	done
done

finish
