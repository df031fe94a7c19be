#!/usr/bin/env python3
"""Small cases with their outcome, as a table tells them.

    stories.py TABLE [COMMAND]

COMMAND, a line for the shell, takes canonical records on standard input and
writes the derived records, as of DAY; without it meldcode.py does.  Prints TAP,
a test for each row of the table; status 1 when an outcome differs.
"""

import csv
import io
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
HEADER = ["case", "date", "school", "kind", "code", "value", "due", "by", "text"]
YEAR, DAY, SCHOOL = "2026", "2026-11-15", "12AB00"


def read_table(path):
    """The rows, each as [case, records, weighed, referred]."""
    with open(path, encoding="utf-8") as file:
        rows = [[cell.strip() for cell in line.strip().strip("|").split("|")]
                for line in file if line.startswith("|")]
    return rows[2:]         # after the heading and the line under it


def needs_text(kind, code, value):
    return (kind == "signal" or (kind == "plan" and code in ("goal", "agreement"))
            or (kind == "talk" and (value.startswith("skipped-") or value == "unreached")))


def record(case, words):
    """The nine fields of "MM-DD[Thh:mm] kind code value due"."""
    date, kind, code, value, due = [w if w != "-" else "" for w in (words.split() + 4 * ["-"])[:5]]
    text = "a text" if needs_text(kind, code, value) else ""
    return [case, f"{YEAR}-{date}", SCHOOL, kind, code, value, due, "", text]


def as_records(table):
    """All cases of the table as one stream: the row's number is the name of its case."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for number, (_, records, _, _) in enumerate(table, 1):
        writer.writerows(record(f"s{number}", words) for words in records.split(";"))
    return out.getvalue()


def short(date):
    """A day as the table writes it: without the year when that is the year of all."""
    return date.removeprefix(YEAR + "-") or "-"


def as_told(lines):
    """The derived records in the table's words: {case: (weighed, [referred, ...])}."""
    weighed, referred = {}, {}
    for case, date, _, kind, code, value, due, _, text in csv.reader(lines):
        if kind == "weigh":
            weighed[case] = f"{value} {code} @{due or '-'} [{text}]"
        elif kind == "refer":
            rule, manner = text.split()
            referred.setdefault(case, []).append(
                f"{rule} {code}/{value} {short(date)}>{short(due)} {manner[0]}")
    return {case: (weighed[case], sorted(referred.get(case, []))) for case in weighed}


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: stories.py TABLE [COMMAND]")
    table = read_table(sys.argv[1])
    command = [sys.executable, os.path.join(HERE, "meldcode.py"), "refer", "--as-of", DAY]
    if len(sys.argv) == 3:
        command = ["sh", "-c", sys.argv[2]]
    derived = subprocess.run(command, input=as_records(table), encoding="utf-8",
                             stdout=subprocess.PIPE, check=True).stdout
    told = as_told(derived.splitlines())
    failed = False
    for number, (title, records, weighed, referred) in enumerate(table, 1):
        want = weighed, sorted(row.strip() for row in referred.split(";"))
        got = told.get(f"s{number}", ("no weigh record", []))
        print(f"{'ok' if got == want else 'not ok'} {number} - {title}")
        if got != want:
            failed = True
            print(f"#   records: {records}")
            print(f"#   wanted:  {want[0]} | {'; '.join(want[1])}")
            print(f"#   got:     {got[0]} | {'; '.join(got[1])}")
    print(f"1..{len(table)}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
