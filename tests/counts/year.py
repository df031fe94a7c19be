"""A published school year: the logs, the pipeline month by month, and the truth.

The truth is counted here anew from what mc-refer writes, by rules written down
a second time, so that a slip in the toolkit's own counting shows.
"""

import calendar
import collections
import csv
import hashlib
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = "cases new consulted talked help closed advice report active".split()
BY_SCHOOL = "cases new consulted talked".split()
CLOSED = {"close", "close-monitor"}
REPORTS = {"report", "report-now", "add-to-report"}
HELP = {"help", "practical-help", "joint-talk"}


def months_of(year):
    return ["%d-%02d" % (year + (m > 12), (m - 1) % 12 + 1) for m in range(8, 20)]


def last_day(month):
    year, of_year = map(int, month.split("-"))
    return "%s-%02d" % (month, calendar.monthrange(year, of_year)[1])


def what_of(row):
    """What the fact is, of what a case is counted by."""
    kind, value = row["kind"], row["value"]
    if kind == "consult" or kind == "done" and (value == "discuss" or value[:6] == "advise"):
        yield "consulted"
    if kind == "talk" and row["code"] != "child" and value[:7] != "skipped" and value != "unreached":
        yield "talked"
    if kind == "plan" and row["code"] == "goal" or kind == "done" and value in HELP:
        yield "help"


def count(records, month):
    """(school, kind) -> the standing at the end of the month."""
    begin = months_of(int(month[:4]) - (month[5:] < "08"))[0]
    truth, cases = collections.Counter(), {}
    for row in csv.DictReader(records.split("\n")):
        key = row["school"], row["case"]
        case = cases.setdefault(key, collections.defaultdict(list))
        if row["kind"] == "weigh":
            case["outcome"] = row["code"]
        if row["kind"] in ("weigh", "refer", "school"):
            continue
        known = row["due"] if row["kind"] == "signal" and row["due"] > row["date"][:10] else row["date"]
        case["facts"].append(known[:7])
        for what in what_of(row):
            case[what].append(known[:7])
        if row["code"] == "veilig-thuis" and known[:7] >= begin:
            truth[key[0], "advice"] += "consulted" in what_of(row)
            truth[key[0], "report"] += row["kind"] == "done" and row["value"] in REPORTS
    for (school, _), case in cases.items():
        if not any(m >= begin for m in case["facts"]):
            continue
        truth[school, "cases"] += 1
        truth[school, "new"] += min(case["facts"]) >= begin
        for what in ("consulted", "talked", "help"):
            truth[school, what] += bool(case[what]) and min(case[what]) >= begin
        truth[school, "closed"] += case["outcome"] in CLOSED
        truth[school, "active"] += month in case["facts"]
    return truth


class Year:
    """A simulated school year in a folder, published with the tools in bin."""

    def __init__(self, tools, folder, seed, schools, year, *manner):
        self.tools, self.folder, self.months = tools, folder, months_of(year)
        self.units = os.path.join(folder, "units.csv")
        subprocess.run([sys.executable, os.path.join(HERE, "simulate.py"), str(seed),
                        str(schools), str(year), folder, *manner], check=True)
        self.logs = sorted(os.path.join(folder, name) for name in os.listdir(folder)
                           if name.endswith(".csv") and name != "units.csv")
        self.stream, self.truth, self.slowest = {}, {}, 0.0

    def tool(self, name):
        return os.path.join(self.tools, name)

    def records(self, month):
        """What mc-refer gives for a month."""
        if month not in self.stream:
            weighed = subprocess.run([self.tool("mc-weigh"), "--as-of", last_day(month), *self.logs],
                                     stdout=subprocess.PIPE, check=True)
            self.stream[month] = subprocess.run([self.tool("mc-refer")], input=weighed.stdout,
                                                stdout=subprocess.PIPE, check=True).stdout
            self.truth[month] = count(self.stream[month].decode(), month)
        return self.stream[month]

    def path(self, name):
        return os.path.join(self.folder, name)

    def begin(self, name, base=5):
        """A key that is the same at every run, so that a finding can be found again, and an
        empty ledger."""
        for file in ("key", "ledger"):
            if os.path.exists(self.path(name + file)):
                os.remove(self.path(name + file))
        seed = "%s %s" % (name, os.path.basename(self.folder))
        with open(os.open(self.path(name + "key"), os.O_CREAT | os.O_WRONLY, 0o600), "wb") as file:
            file.write(hashlib.sha256(seed.encode()).digest())
        subprocess.run([self.tool("mc-report"), "--new-ledger", self.path(name + "ledger"), "--from",
                        self.months[0], "--key", self.path(name + "key"), "--base", str(base)],
                       check=True)

    def print(self, month, name="", format="csv", records=b""):
        """What mc-report prints for the month; None when it refuses."""
        done = subprocess.run(
            [self.tool("mc-report"), "--type", "counts", "--month", month, "--ledger",
             self.path(name + "ledger"), "--key", self.path(name + "key"), "--units", self.units,
             "--format", format], input=records, stdout=subprocess.PIPE)
        return done.stdout if done.returncode == 0 else None

    def publish(self, name="", months=None):
        """Publishes the months in order; {month: lines}, each (month, table, unit, column,
        count). What is refused is None."""
        published = {}
        self.begin(name)
        for month in months or self.months:
            records = self.records(month)
            begun = time.monotonic()
            text = self.print(month, name, records=records)
            self.slowest = max(self.slowest, time.monotonic() - begun)
            published[month] = lines_of(text)
        return published


def lines_of(text):
    if text is None:
        return None
    return [(r["month"], r["table"], r["unit"], r["column"], int(r["count"]))
            for r in csv.DictReader(text.decode().splitlines())]
