#!/usr/bin/env bash
#
# Goal: a tool that reads the terminal because no file was named says what it
# waits for and how to end, and is silent in a pipe.
#
#   BIN=build/bin BUILD=build tests/cli/awaited.sh

# shellcheck disable=SC2154,SC2317 # the helpers' variables; checks called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
need_terminal
export TEXTDOMAINDIR=$bin/../locale
cd -- "$scratch" || exit 2
echo "$header" > records.csv

# at_terminal COMMAND...: the script is standard input; what is shown goes to the file shown.
at_terminal() {
	cat > script
	# The terminal is standard input too; what the tool says of it is shown there.
	# shellcheck disable=SC2016 # for the other shell
	TERMINAL_SHOWN=shown "$PYTHON" -S "$repository/tests/support/terminal.py" script \
	    sh -c 'exec "$@" < /dev/tty > /dev/tty 2>&1' - "$@"
}
waits_for() { # language, what it says, command...
	local language=$1 text=$2
	shift 2
	printf '%s\n' "expect $text" 'keys \x04' 'status 0 2' | at_terminal env LANGUAGE="$language" "$@"
}
says_nothing() { # command...
	printf '%s\n' 'status 0' | at_terminal "$@" && ! grep -qi 'waiting' shown
}

end='at the terminal, as no file is named'
check 'mc-signal waits for a sheet or records' \
    waits_for en "mc-signal: waiting for a sheet or records $end (mc-signal file ...); Ctrl-D ends the input" mc-signal
check 'mc-weigh waits for records' waits_for en "mc-weigh: waiting for records $end" mc-weigh
check 'mc-refer waits for weighed records' waits_for en "mc-refer: waiting for weighed records $end" mc-refer
check 'mc-report waits for what these made' \
    waits_for en "mc-report: waiting for records that were weighed and referred $end" mc-report
check 'in Dutch' waits_for nl 'mc-weigh: wacht op records van de terminal' mc-weigh
check 'with a file nothing is said' says_nothing mc-weigh records.csv
check 'nor where nothing is read' says_nothing mc-signal --words need
keep mc-weigh < records.csv
check 'nor in a pipe' test "$status$(wc -c < err)" = 00

finish
