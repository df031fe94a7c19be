#!/usr/bin/env bash
#
# Goal: the tutorial and the recipes can be typed from their first line to their
# last, and print what stands there, in each language.
#
#   BIN=build/bin BUILD=build tests/cli/man-sessions.sh
#
# man-helpers tells what a page looks like to this script.  All its commands run
# in one shell, in a folder that is empty at first, on the days that the page
# names in its comments; a block that needs a program is passed over where it is
# not installed.  What a command writes to the terminal, output and messages, is
# folded as the page has it.  TAP on standard output.

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/man-helpers"
shopt -s nullglob

# The columns of a page that every groff leaves to what is typed and printed: from 1.23 on its margin
# is 7 wide.
columns=73

# A line of the terminal that does not fit the page goes on below where its text began.
fold_lines() {
	awk -v width=$columns '{
		match($0, /^ *([-!>] )?/)
		below = RLENGTH
		for (line = $0; length(line) > width; line = sprintf("%" below "s", "") line) {
			for (cut = width + 1; cut > below && substr(line, cut, 1) != " ";)
				cut--
			if (cut <= below) {
				print substr(line, 1, width)
				line = substr(line, width + 1)
			} else {
				print substr(line, 1, cut - 1)
				line = substr(line, cut + 1)
			}
		}
		print line
	}'
}

lacks_program() { # block folder
	local program
	[ -e "$1/needs" ] || return
	for program in $(cat "$1/needs"); do
		command -v "$program" > /dev/null || return 0
	done
	return 1
}

# Runs the commands of all blocks in one shell.
run_blocks() { # folder of the blocks
	# As the shell of whoever types it.
	shopt -u nullglob
	local block n command status=0
	cd -- "$1" && mkdir work && cd work || exit 2
	exec < /dev/null
	for block in "$1"/[0-9]*/; do
		! lacks_program "$block" || continue
		[ ! -e "$block/at" ] || CLOCK_AT=$(date -d "$(cat "$block/at") 12:00" +%s)
		for ((n = 1; ; n++)); do
			[ -e "$block$n.cmd" ] || break
			command=$(cat "$block$n.cmd")
			(exit $status)
			eval "$command" > "$block$n.terminal" 2>&1
			status=$?
			fold_lines < "$block$n.terminal" > "$block$n.got"
			echo $status > "$block$n.status"
			: > "$block$n.err"
		done
	done
}

tell() { # language, page
	local language=$1 page=$2 folder=$scratch/$1/${2##*/} block n name
	mkdir -p -- "$folder" && split_sessions "$page" "$folder" || exit 2
	(
		stand_still 2026-01-01
		export LC_ALL=C.UTF-8 TEXTDOMAINDIR=$BUILD/locale
		[ "$language" = en ] || export LANGUAGE=$language
		run_blocks "$folder"
	)
	cat "$folder"/[0-9]*/*.cmd | sed 's/^/$ /' | grep -E "^.{$((columns + 1))}" > "$scratch/wide"
	result "$language: ${page##*/}: every command fits the page" "$scratch/wide"
	for block in "$folder"/[0-9]*/; do
		for ((n = 1; ; n++)); do
			[ -e "$block$n.cmd" ] || break
			name="$language: $(head -n 1 "$block$n.cmd" | tr -d '#')"
			if lacks_program "$block"; then
				skip "$name" "$(cat "$block/needs") is not installed"
			else
				check_command "${block%/}" "$n" "$name"
			fi
		done
	done
}

for name in mc-tutorial.7 mc-recipes.7; do
	tell en "$repository/man/$name"
	for page in "$repository"/man/[a-z][a-z]/"$name"; do
		tell "$(basename -- "$(dirname -- "$page")")" "$page"
	done
done
finish
