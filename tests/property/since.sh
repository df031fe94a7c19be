#!/usr/bin/env bash
#
# Goal: the agenda says of each action from which day it counts, and mc-refer
# counted from that day: so many working days later it is due.
#
#   BIN=build/bin tests/property/since.sh [seeds [cases]]
#
# Random cases.  Rules whose day is an agreement of the plan are not compared.
# TAP on standard output: one test a seed.

# shellcheck disable=SC2154,SC2317 # the helpers' variables; checks called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
export TZ=Europe/Amsterdam

seeds=${1:-4} cases=${2:-1500}

cat > "$scratch/compare.py" << 'END'
import csv, datetime, sys

def easter(year):
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    l = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return datetime.date(year, month, day + 1)

def is_workday(day):
    moved = [easter(day.year) + datetime.timedelta(n) for n in (-2, 1, 39, 50)]
    kings = datetime.date(day.year, 4, 27)
    if kings.weekday() == 6:
        kings -= datetime.timedelta(1)
    fixed = [(1, 1), (5, 5), (12, 25), (12, 26)]
    return day.weekday() < 5 and day not in moved and day != kings \
        and (day.month, day.day) not in fixed

def after(day, count):
    while count > 0:
        day += datetime.timedelta(1)
        count -= is_workday(day)
    return day

# How many working days later; more than one where the outcome decides.
LATER = {"R01": [0], "R02": [1], "R03": [0, 1], "R04": [1], "R05": [5], "R06": [50], "R08": [0],
         "R09": [0], "R10": [0], "R11": [0], "R12": [0], "R13": [0], "R14": [5], "R15": [5],
         "R16": [5], "R17": [1], "R18": [1, 5], "R19": [0], "R20": [5, 10], "R21": [5],
         "R22": [5], "R23": [5], "R25": [5], "R28": [5], "R29": [10], "R30": [10], "R31": [10],
         "R33": [5], "R34": [10], "R35": [5]}
wrong = compared = 0
rules = set()
for row in csv.DictReader(sys.stdin):
    due, since = (datetime.date.fromisoformat(row[c]) for c in ("due", "since"))
    if row["rule"] not in LATER:
        continue
    compared += 1
    rules.add(row["rule"])
    if due not in [after(since, n) for n in LATER[row["rule"]]]:
        wrong += 1
        print("# not so many working days:", ",".join(row.values()))
print("# %d actions of %d rules" % (compared, len(rules)))
sys.exit(wrong > 0 or len(rules) < 25)
END

counts_from_its_day() { # seed
	"$PYTHON" "$repository/tests/oracle/generate.py" "$1" "$cases" > "$scratch/facts" &&
	    mc-weigh -a 2026-10-31 "$scratch/facts" | mc-refer |
	    mc-report -a 2026-10-31 -t agenda -f csv | "$PYTHON" "$scratch/compare.py"
}
for ((seed = 1; seed <= seeds; seed++)); do
	check "seed $seed: $cases cases" counts_from_its_day "$seed"
done
finish
