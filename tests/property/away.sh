#!/usr/bin/env bash
#
# Goal: a month in which the log of one school is away tells no more of the
# other schools than another month does: a rise can still be less than it says.
#
#   BIN=build/bin tests/property/away.sh
#
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2016,SC2034,SC2154,SC2317 # the helpers' variables; checks called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/report-helpers"
cd "$scratch" || exit 2

# Twelve schools of one board. Of 10AB00 so many cases are new in September, of 21AB00 25 in August.
facts() { # cases of 10AB00
	local school month case cases number=0

	echo case,date,school,kind,code,value,due,by,text
	for school in {10..21}; do
		echo ",2024-08-01,${school}AB00,school,af,yes,,head,"
		for month in 08 09; do
			case $school$month in
			1008 | 2109) cases=0 ;;
			1009) cases=$1 ;;
			2108) cases=25 ;;
			*) cases=$(((school * 2 + 10#$month) % 4)) ;;
			esac
			for ((case = 1; case <= cases; case++)); do
				printf 'K-%d,2024-%s-%02d,%sAB00,signal,tired,seen,,teacher,x\n' $((++number)) \
				    "$month" "$case" "$school"
			done
		done
	done
}

weighed() { "$bin/mc-weigh" --as-of "$1" | "$bin/mc-refer"; }

publish() { # month, option ...
	run -t counts -m "$1" -L ledger -k key -u units -f csv "${@:2}" < "records.${1#*-}" && cp out "page.${1#*-}"
}

printed() { grep "school,10AB00,cases" "page.$1" | cut -d, -f5; }

# What is printed of 10AB00, whatever the key, as " 0 5" for nothing in August and 5 in September.
rises() { # cases of 10AB00, option ...
	local key

	facts "$1" > log
	grep -v 2024-09 log | weighed 2024-08-31 > records.08
	if [ $# -gt 1 ]; then grep -v 21AB00 log; else cat log; fi | weighed 2024-09-30 > records.09
	for key in {1..24}; do
		rm -f key ledger
		(umask 077 && printf '%032d' "$key" > key)
		run --new-ledger ledger --from 2024-08 --key key
		publish 2024-08 && publish 2024-09 "${@:2}" || exit 2
		echo " $(printed 08) $(printed 09)"
	done | sort -u > rises
}

{ echo school,name,pupils,board,region; printf '%sAB00,,230,B,R\n' {10..21}; } > units
for away in '' '--without 21AB00'; do
	# shellcheck disable=SC2086 # an option and its value, or nothing
	rises 4 $away
	check "four cases may be printed as none and as 5${away:+, also while a log is away}" eval \
	    'grep -qx " 0 0" rises && grep -qx " 0 5" rises'
	# shellcheck disable=SC2086
	rises 9 $away
	check "... and nine as 5 and as 10" eval 'grep -qx " 0 5" rises && grep -qx " 0 10" rises'
done
finish
