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
# man-helpers tells what a page looks like to this script.  A session runs in bash with pipefail, in a folder of its own that holds
# observaties.csv and kernteam.csv from tests/data and zaken.csv, the records
# of that sheet.  Later commands of a session see the files and variables of
# earlier ones.  A command that fails must be followed by "$ echo $?", so
# that the reader is told.
#
# Each block is turned into files (1.cmd, 1.out, 2.cmd, ...) by awk, and run
# by one bash, which leaves 1.got, 1.err and 1.status beside them.

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/man-helpers"
shopt -s nullglob

pages=("$@")
if [ $# -eq 0 ]; then
	# The tutorial and the recipes are one long session each: man-sessions.sh.
	for page in "$repository"/man/*.[157] "$repository"/man/[a-z][a-z]/*.[157]; do
		case $page in
		*/mc-tutorial.7 | */mc-recipes.7) ;;
		*) pages+=("$page") ;;
		esac
	done
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

for page in "${pages[@]}"; do
	base=${page#"$repository/man/"}
	base=${base##*/man/}
	folder=$scratch/pages/$base
	mkdir -p -- "$folder" || exit 2
	if ! split_sessions "$page" "$folder" EXAMPLES VOORBEELDEN 2> "$folder/errors"; then
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
