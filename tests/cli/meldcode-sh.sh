#!/usr/bin/env bash
#
# Goal: what an attention officer asks each day is one word, in any of the usual
# shells, and fails when any stage of it failed.
#
#   BIN=build/bin BUILD=build tests/cli/meldcode-sh.sh

# shellcheck disable=SC2016,SC2154,SC2317 # texts for other shells; the helpers' variables; checks by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
cd -- "$scratch" || exit 2
functions=$repository/man/examples/meldcode.sh
mc-signal --school 03AB00 "$data/observaties.csv" > 'mijn log.csv' || exit 2
mc-weigh -a 2026-10-30 'mijn log.csv' | mc-refer > referred
export MC_LOG=$scratch/'mijn log.csv'
as_of='--as-of 2026-10-30'

# Runs a line in the shell, with the functions there.
in_shell() { # line
	# shellcheck disable=SC2086 # a shell and its options
	keep $shell -c '. "$0"; eval "$1"' "$functions" "$1"
}
# The same as mc-report writes of the whole pipeline.
is_paper() { # line, option of mc-report ...
	in_shell "$1" && mc-report --as-of 2026-10-30 "${@:2}" referred > wanted &&
	    [ "$status$(wc -c < err)" = 00 ] && same out wanted
}
fails() { # status, part of the message, line
	in_shell "$3"
	[ "$status" -eq "$1" ] && grep -qF -e "$2" err
}

for shell in sh dash bash 'bash --posix' 'bash -o pipefail' 'sh -eu' zsh; do
	if ! command -v "${shell%% *}" > /dev/null; then
		skip "$shell" "${shell%% *} is not installed"
		continue
	fi
	# zsh has the last tool of a pipe go on, also while the leak checker of a test build waits for it
	# to stand still.
	[ "$shell" != zsh ] || export ASAN_OPTIONS=detect_leaks=0
	check "$shell: the agenda" is_paper "meldcode_agenda $as_of" --type agenda
	check "$shell: whatever divides words" is_paper "IFS=,2; meldcode_agenda $as_of" --type agenda
	check "$shell: the overview, in English" is_paper "meldcode_overview $as_of -l en" --type overview -l en
	check "$shell: in Dutch words" is_paper "meldcode_overzicht $as_of" --type overview
	check "$shell: the referral of a case" is_paper "meldcode_referral K-2601 $as_of" --case K-2601
	check "$shell: in Dutch words too" is_paper "meldcode_verwijzing K-2601 $as_of" --case K-2601
	check "$shell: the sheet for a talk" is_paper "meldcode_gesprek K-2610 $as_of" --type talk --case K-2610
	check "$shell: how a case went" is_paper "meldcode_chronologie K-2603 $as_of" --type chronology --case K-2603
	check "$shell: the first stage fails" fails 2 'none.csv' 'MC_LOG=none.csv; meldcode_agenda'
	check "$shell: a record that is refused" fails 1 'mc-weigh: slecht.csv:3' \
	    'sed "3s/,signal,/,sgnal,/" "$MC_LOG" > slecht.csv; MC_LOG=slecht.csv; meldcode_overview > seen'
	check "$shell: the last stage fails" fails 2 'K-1 does not occur' 'meldcode_talk K-1'
	check "$shell: the output cannot be written" fails 2 'No space left' 'meldcode_agenda > /dev/full'
	check "$shell: a tool that is not there" fails 127 mc-weigh 'PATH=/nowhere:/usr/bin:/bin; meldcode_agenda'
	check "$shell: without a log" fails 2 'MC_LOG names no case log' 'MC_LOG=; meldcode_agenda'
	check "$shell: without a case" fails 2 'of which case?' meldcode_chronology
	check "$shell: in Dutch" fails 2 'van welke zaak?' 'LANGUAGE=nl; export LANGUAGE; meldcode_gesprek'
	check "$shell: a failure ends what stands behind it" fails 2 none 'MC_LOG=none && meldcode_agenda && echo on'
	check "$shell: and nothing else was written" test ! -s out
done

finish
