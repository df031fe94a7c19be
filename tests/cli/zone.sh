#!/usr/bin/env bash
#
# Goal: what day it is, the time zone says, also where a file must be read for
# that, as for the zone of the system: half past one at night on the first of
# April, where it is still March elsewhere, is April to every tool.
#
#   BIN=build/bin tests/cli/zone.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2154,SC2317 # the helpers' variables; checks called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
cd -- "$scratch" || exit 2
export MC_SCHOOL=03AB00
echo 'Zone East 2:00 - EAST' > rules
PATH=$PATH:/usr/sbin zic -d . rules || exit 2
stand_still 2026-03-31
CLOCK_AT=$(date -d '2026-03-31 23:30 UTC' +%s)

by_name() {
	TZ=:$scratch/East "$@"
}

# The zone of the system, where nothing else is said.
of_system() {
	env -u TZ unshare -m -- sh -c \
	    'mount --bind East "$(readlink -f /etc/localtime)" && exec "$@"' sh "$@"
}

records() { # day ...
	echo "$header"
	printf '%s,03AB00,signal,hunger,seen,,teacher,Kwam zonder brood\n' "${@/#/K-1,}"
}

# The second record is of tomorrow.
takes_today() { # how, tool
	records 2026-04-01 2026-04-02 > days.csv
	keep "$@" days.csv
	[ "$status" -eq 1 ] && grep -q '^K-1,2026-04-01,' out && ! grep -q '^K-1,2026-04-02' out
}

dates_paper() { # how
	records 2026-03-02 > days.csv
	keep "$1" mc-report --type agenda days.csv
	grep -qx 'Agenda voor woensdag 1 april 2026' out
}

counts_month() { # how
	records 2026-04-01 | mc-weigh --as-of 2026-04-01 | mc-refer > days.csv
	keep "$1" mc-report --type counts --internal --month 2026-04 days.csv
	[ "$status" -eq 0 ]
}

asks() { # how, [option ...]
	cat > script <<-'END'
	expect Wat wilt u vastleggen?
	type 1
	expect School
	type 03AB00
	expect Zaak
	type K-1
	expect gezien of gehoord?
	type honger
	expect Hoe weet u dit?
	type 1
	expect Wanneer [1 april 2026 1:30]
	type vandaag
	expect Wie zag of hoorde dit
	type leerkracht
	expect concreet):
	type Kwam zonder brood
	expect Klopt dit
	type ja
	expect Bewaard.
	expect Kan dit wachten
	type ja
	expect Wat wilt u vastleggen?
	type 0
	END
	TERMINAL_SHOWN=shown keep "$1" "$PYTHON" -S "$repository/tests/support/terminal.py" script \
	    env LC_ALL=nl_NL.UTF-8 TEXTDOMAINDIR="$bin/../locale" mc-signal --ask "${@:2}"
	[ "$status" -eq 0 ] && grep -qs '^K-1,2026-04-01T01:30,' out log.csv
}

at_terminal() { # how, where
	if ! "$PYTHON" -c 'import os; os.openpty()' 2> why; then
		skip "$2, mc-signal --ask" "$(tail -n 1 why)"
		return
	fi
	check "$2, mc-signal --ask" asks "$1"
	check "$2, mc-signal --ask --log" asks "$1" --log log.csv
	rm -f log.csv
}

all() { # how, where
	check "$2, mc-signal" takes_today "$1" mc-signal
	check "$2, mc-weigh" takes_today "$1" mc-weigh
	check "$2, a paper" dates_paper "$1"
	check "$2, counts" counts_month "$1"
	at_terminal "$1" "$2"
}

all by_name 'a zone by the name of its file'
if env -u TZ unshare -m -- mount --bind East "$(readlink -f /etc/localtime)" 2> why; then
	all of_system 'the zone of the system'
else
	skip 'the zone of the system' "$(tail -n 1 why)"
fi
finish
