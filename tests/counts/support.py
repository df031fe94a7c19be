"""An attacker who knows the program, and asks which true numbers it ever prints so.

One school gets some cases in its second month; over fresh keys, every number
that the page allows for them must be printed, at once and at the end of the
year, and so must every step from one month to the next.  A number that is never
printed with so many cases would prove, where it is printed, that there are not
so many.
"""

import csv
import hashlib
import os
import subprocess

from year import last_day, months_of

MONTHS = months_of(2018)
BUSY = MONTHS[:3]       # nothing happens after these
CODE = "10AB00"


def records(cases, others):
    """The school, and others that have some cases in each month."""
    lines = []
    for school in range(others + 1):
        code = "%02dAB00" % (10 + school)
        lines.append(",%s-01,%s,school,af,yes,,head," % (MONTHS[0], code))
        for number, month in enumerate(BUSY):
            count = (number == 1) * cases if school == 0 else (2 * school + number) % 4
            for case in range(count):
                lines.append("K-%d%d,%s-%02d,%s,signal,tired,seen,,teacher,feit"
                             % (number, case, month, 10 + case, code))
    return "".join(line + "\n" for line in lines)


def streams(tools, cases, others):
    """What mc-refer gives for each month."""
    text, result = records(cases, others), []
    for month in BUSY:
        weighed = subprocess.run([os.path.join(tools, "mc-weigh"), "--as-of", last_day(month)],
                                 input=text, stdout=subprocess.PIPE, text=True, check=True)
        result.append(subprocess.run([os.path.join(tools, "mc-refer")], input=weighed.stdout,
                                     stdout=subprocess.PIPE, text=True, check=True).stdout)
    return result + result[-1:] * (len(MONTHS) - len(BUSY))


class School:
    """Publishes the year with a fresh key each time."""

    def __init__(self, report, folder, others, base):
        self.report, self.folder, self.base = report, folder, base
        self.units = os.path.join(folder, "units.csv")
        with open(self.units, "w", encoding="utf-8") as file:
            file.write("school,name,pupils,board,region\n")
            for school in range(others + 1):
                file.write("%02dAB00,School,230,Bestuur,Regio\n" % (10 + school))

    def run(self, *arguments, **manner):
        return subprocess.run([self.report, *arguments], stdout=subprocess.PIPE, text=True, **manner)

    def publish(self, streams, name):
        """What is printed of the school, month by month; None when a month is refused."""
        key, ledger = (os.path.join(self.folder, file) for file in ("key", "ledger"))
        for path in (key, ledger):
            if os.path.exists(path):
                os.remove(path)
        with open(os.open(key, os.O_CREAT | os.O_WRONLY, 0o600), "wb") as file:
            file.write(hashlib.sha256(name.encode()).digest())
        self.run("--new-ledger", ledger, "--from", MONTHS[0], "--key", key, "--base", str(self.base),
                 check=True)
        printed = []
        for month, stream in zip(MONTHS, streams):
            done = self.run("--type", "counts", "--month", month, "--ledger", ledger, "--key", key,
                            "--units", self.units, "--format", "csv", input=stream)
            if done.returncode != 0:
                return None
            printed += [int(r["count"]) for r in csv.DictReader(done.stdout.splitlines())
                        if (r["table"], r["unit"], r["column"]) == ("school", CODE, "cases")]
        return printed


def allowed(cases, base):
    """What the page allows for so many cases: standings of the second, third and last month, and
    the step to the second."""
    for number in range(0, cases + base + 1, base):
        if abs(number - cases) <= base:
            for month in (1, 2, len(MONTHS) - 1):
                yield "only", month, number
        if number - base <= cases <= number + base - 1:
            yield "step", 1, number


def attack(tools, report, folder, others, base, numbers, keys):
    """With these numbers of cases.  Returns what was found, how many years were printed and how
    many refused."""
    school, found, years, refused = School(report, folder, others, base), [], 0, 0
    for cases in numbers:
        stream = streams(tools, cases, others)
        missing = set(allowed(cases, base))
        for key in range(keys):
            if not missing:
                break
            years += 1
            printed = school.publish(stream, "support %d %d" % (cases, key))
            if printed is None:
                refused += 1
                continue
            missing -= {("only", month, number) for month, number in enumerate(printed)}
            missing -= {("step", 1, printed[1] - printed[0])}
        found += ["%s: month %d, %d printed, never with %d cases" % (kind, month + 1, number, cases)
                  for kind, month, number in sorted(missing)]
    return found, years, refused
