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

from attack import ROUTES

HERE = os.path.dirname(os.path.abspath(__file__))
GROUP_OF_OUTCOME = {}
for group, outcomes in {
        "report": "report-now report report-again reported check-safety",
        "help": "early-help help overdue", "grey": "grey", "closed": "close close-monitor",
        "weighing": "talk-first start-meldcode incomplete reweigh consult expert-first",
        "outside": "staff-duty own-protocol"}.items():
    for outcome in outcomes.split():
        GROUP_OF_OUTCOME[outcome] = group
GROUP_OF_AREA = {"body": "body", "care": "care", "emotion": "child", "behaviour": "child",
                 "learning": "child", "social": "child", "witness": "home", "parent": "home",
                 "family": "home", "absence": "absence"}


def read_signals():
    """token -> (rank, group); the positive ones are not there."""
    signals = {}
    with open(os.path.join(HERE, "..", "data", "vocabulary.csv"), newline="",
              encoding="utf-8") as file:
        for rank, row in enumerate(csv.DictReader(file)):
            if row["list"] == "signal" and row["class"] != "positive":
                signals[row["token"]] = rank, GROUP_OF_AREA.get(row["area"], "other")
    return signals


SIGNAL = read_signals()


def newest_group(signals):
    """The group of the first word among the signals that are before no other: (date, token)."""
    def begin(date):
        return date if "T" in date else date + "T00:00"

    def end(date):
        return date if "T" in date else date + "T23:59"
    newest = [token for date, token in signals
              if not any(end(date) < begin(other) for other, _ in signals)]
    return SIGNAL[min(newest, key=lambda token: SIGNAL[token][0])][1] if newest else "other"


def count_cases(records, month):
    """(school, outcome, route, signal) -> how many cases were active in the month."""
    cases = collections.defaultdict(lambda: {"signals": [], "partners": set()})
    for row in csv.DictReader(records.split("\n")):
        if row["kind"] == "school":
            continue
        case = cases[row["school"], row["case"]]
        if row["kind"] == "weigh":
            case["weigh"] = row["date"][:7], GROUP_OF_OUTCOME[row["code"]]
        elif row["kind"] == "refer":
            case["partners"].add("kernteam" if row["code"] == "social-base" else row["code"])
        elif row["kind"] == "signal" and row["code"] in SIGNAL:
            case["signals"].append((row["date"], row["code"]))
    truth = collections.Counter()
    for (school, _), case in cases.items():
        if case["weigh"][0] == month:
            route = next((r for r in ROUTES if r in case["partners"]), "internal")
            truth[school, case["weigh"][1], route, newest_group(case["signals"])] += 1
    return truth


def months_of(year):
    return ["%d-%02d" % (year + (m > 12), (m - 1) % 12 + 1) for m in range(8, 20)]


def last_day(month):
    year, of_year = map(int, month.split("-"))
    return "%s-%02d" % (month, calendar.monthrange(year, of_year)[1])


class Year:
    """A simulated school year in a folder, published with the tools in bin."""

    def __init__(self, tools, folder, seed, schools, year):
        self.tools, self.folder, self.months = tools, folder, months_of(year)
        self.units = os.path.join(folder, "units.csv")
        subprocess.run([sys.executable, os.path.join(HERE, "simulate.py"), str(seed),
                        str(schools), str(year), folder], check=True)
        self.logs = sorted(os.path.join(folder, name) for name in os.listdir(folder)
                           if name.endswith(".csv") and name != "units.csv")
        self.truth, self.slowest = {}, 0.0

    def tool(self, name):
        return os.path.join(self.tools, name)

    def records(self, month, changed=lambda lines: lines):
        """What mc-refer gives for a month; changed() may alter the lines of the logs first."""
        lines = []
        for log in self.logs:
            with open(log, encoding="utf-8") as file:
                lines += file.read().splitlines()[1:]
        text = "".join(line + "\n" for line in changed(lines))
        weighed = subprocess.run([self.tool("mc-weigh"), "--as-of", last_day(month)], input=text,
                                 stdout=subprocess.PIPE, text=True, check=True)
        return subprocess.run([self.tool("mc-refer")], input=weighed.stdout,
                              stdout=subprocess.PIPE, text=True, check=True).stdout

    def make_key(self, name):
        """A key that is the same at every run, so that a finding can be found again."""
        path = os.path.join(self.folder, name)
        if not os.path.exists(path):
            seed = "%s %s" % (name, os.path.basename(self.folder))
            with open(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600), "wb") as file:
                file.write(hashlib.sha256(seed.encode()).digest())
        return path

    def publish(self, month, records, ledger="ledger", key="key", base=5):
        """The month's lines: (table, unit, row, column, count)."""
        begun = time.monotonic()
        done = subprocess.run(
            [self.tool("mc-report"), "--type", "counts", "--month", month, "--ledger",
             os.path.join(self.folder, ledger), "--key", self.make_key(key), "--units", self.units,
             "--base", str(base), "--format", "csv"],
            input=records, stdout=subprocess.PIPE, text=True, check=True)
        self.slowest = max(self.slowest, time.monotonic() - begun)
        return [(r["table"], r["unit"], r["row"], r["column"], r["count"])
                for r in csv.DictReader(done.stdout.splitlines())]

    def run(self, months=None, **files):
        """Publishes the months in order; {month: lines}."""
        published = {}
        for month in months or self.months:
            records = self.records(month)
            self.truth[month] = count_cases(records, month)
            published[month] = self.publish(month, records, **files)
        return published

    def ledger_truth(self, ledger="ledger"):
        """The true counts that the ledger holds: {month: as count_cases()}."""
        truth = collections.defaultdict(collections.Counter)
        with open(os.path.join(self.folder, ledger), encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row["school"] != "end" and int(row["cases"]):
                    key = row["school"], row["outcome"], row["route"], row["signal"]
                    truth[row["month"]][key] += int(row["cases"])
        return truth

    def true_number(self, cell, system):
        """The true count of a cell of an attacker's system."""
        total = 0
        for month in system.months[cell.first:cell.last + 1]:
            for (school, outcome, route, signal), count in self.truth[month].items():
                member = school if cell.family == "school" else system.kind_of[school]
                value = {"school": outcome, "pair": (outcome, route), "signal": signal}
                if member in cell.members and value[cell.family] in cell.values:
                    total += count
        return total

    def own_of(self, code, system):
        """truth(family, month, value) of one school, as a running total."""
        running = collections.Counter()
        for number, month in enumerate(system.months):
            for (school, outcome, route, signal), count in self.truth[month].items():
                if school == code:
                    for family, value in (("school", outcome), ("pair", (outcome, route)),
                                          ("signal", signal)):
                        for later in range(number, len(system.months)):
                            running[family, later, value] += count
        return lambda family, month, value: running[family, month, value]
