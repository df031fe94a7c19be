#!/usr/bin/env python3
"""Attacks what mc-report --type counts publishes, and shows that it can fail.

    audit.py TOOLS [--short]

Publishes simulated school years of 1, 12 and 150 schools with the tools in the
folder TOOLS, and attacks each as a reader of everything and as each school that
knows its own cases.  Then it breaks publications on purpose, each of which must
be found.  Prints TAP, and the figures as comments.  --short takes part of it.
"""

import os
import sys
import tempfile
import time

from attack import INFINITE, System, attack, attack_by_insider, read_units, whole
from glpk import Glpk
from year import Year

BASE = 5


class Tap:
    def __init__(self):
        self.count, self.failed = 0, 0

    def test(self, passed, name):
        self.count += 1
        self.failed += not passed
        print("%sok %d - %s" % ("" if passed else "not ", self.count, name), flush=True)

    def note(self, text):
        print("# " + text, flush=True)


class Accuracy:
    """How far the numbers are from the truth, and whether they add up."""

    def __init__(self):
        self.errors = {"months": [], "running totals": []}
        self.violations = 0
        self.seen = set()           # one number stands in several tables and months

    def take(self, system, year, published_in, lines):
        rows = [line[2] for line in lines if line[0] == "school-outcome"]
        numbers = {}
        for table, unit, row, column, text in lines:
            cell = system.cell(published_in, table, unit, row, column, rows)
            text = "0" if text == "-" else text
            numbers[table, unit, row, column] = int(text)
            if (cell, unit) in self.seen:
                continue
            self.seen.add((cell, unit))
            off = abs(int(text) - system.true_of(cell))
            is_month = table.startswith("month-") and row != "total"
            self.errors["months" if is_month else "running totals"].append(off)
        for (table, unit, row, column), number in numbers.items():
            self.violations += number % BASE != 0
            if column == "total":
                self.violations += number != sum(
                    n for (t, u, r, c), n in numbers.items()
                    if (t, u, r) == (table, unit, row) and c != "total")
            if row == "total":
                self.violations += number != sum(
                    n for (t, u, r, c), n in numbers.items()
                    if (t, u, c) == (table, unit, column) and r != "total")

    def all(self):
        return self.errors["months"] + self.errors["running totals"]

    def share_beyond(self):
        return sum(e > BASE for e in self.all()) / max(1, len(self.all()))

    def tell(self, tap):
        for name, errors in self.errors.items():
            if errors:
                tap.note("%-14s %6d numbers, mean error %.2f, largest %d, beyond %d: %.2f %%" % (
                    name, len(errors), sum(errors) / len(errors), max(errors), BASE,
                    100 * sum(e > BASE for e in errors) / len(errors)))
        tap.note("all numbers beyond %d: %.2f %%; totals that do not add up: %d"
                 % (BASE, 100 * self.share_beyond(), self.violations))


def system_of(year, months=None, is_in=lambda school: True, has_schools=True, by_region=False):
    """is_in() chooses the schools; by_region makes whole regions the classes."""
    everybody = read_units(year.units)
    for school in everybody if by_region else []:
        school.kind = school.region
    schools = [school for school in everybody if is_in(school)]
    system = System(schools, months or year.months, BASE, has_schools)
    system.everybody = everybody
    system.kind_of = {s.code: s.kind for s in everybody}
    cache = {}

    def true_of(cell):
        if cell not in cache:
            cache[cell] = year.true_number(cell, system)
        return cache[cell]
    system.true_of = true_of
    return system


def distance_in(system):
    """The attacker is told of the few numbers that are further than D from the truth, since it
    makes him stronger."""
    def distance_of(cell, text):
        if not text.isdigit():
            return 0
        return BASE if abs(int(text) - system.true_of(cell)) <= BASE else 2 * BASE
    return distance_of


def take_all(system, published):
    for month, lines in published.items():
        if month in system.months:
            system.take(month, lines, distance_in(system))


def narrowest_in_words(narrowest):
    def in_words(prefix):
        return str(narrowest[prefix]) if narrowest.get(prefix, INFINITE) < INFINITE else "none"
    return "narrowest interval: %s; for an insider: %s" % (in_words(""), in_words("insider "))


def tell_findings(tap, findings, begun, system):
    tap.note("%d cells, %d unknowns, %d linear programs, %.1f s" % (
        len(getattr(system, "cells", [])), len(getattr(system, "column", [])), findings.programs,
        time.monotonic() - begun))
    tap.note(narrowest_in_words(findings.narrowest))
    for kind, names in sorted(findings.of.items()):
        tap.note("%s: %d, as %s" % (kind, len(names), names[0]))


def insiders_of(system, count):
    """The largest schools know most; the smallest stand in no row of their own."""
    by_size = [s.code for s in sorted(system.schools, key=lambda s: -s.pupils)]
    if count == 0 or count >= len(by_size):
        return by_size[:count]
    return by_size[:count - count // 2] + by_size[len(by_size) - count // 2:]


def audit_year(tap, tools, folder, seed, schools, first, insiders):
    begun = time.monotonic()
    year = Year(tools, folder, seed, schools, first)
    published = year.run()
    name = "%d school%s, %d-%d" % (schools, "s" if schools > 1 else "", first, first + 1)
    cases = sum(sum(t.values()) for t in year.truth.values())
    tap.note("%s: %d cases counted in 12 months; slowest month %.0f ms" % (
        name, cases, 1000 * year.slowest))
    tap.test(year.ledger_truth() == {m: t for m, t in year.truth.items() if t},
             name + ": the ledger holds the true counts")
    system = system_of(year)
    accuracy = Accuracy()
    for month, lines in published.items():
        accuracy.take(system, year, month, lines)
    accuracy.tell(tap)
    running = accuracy.errors["running totals"]
    tap.test(sum(running) / len(running) <= 2, name + ": running totals are off by at most 2")
    tap.test(max(accuracy.all()) <= 2 * BASE, name + ": no number is further off than 2D")
    tap.test(accuracy.share_beyond() < 0.01, name + ": under 1 % are further off than D")
    tap.test(accuracy.violations == 0, name + ": all totals add up")
    narrowest = {}
    for part_name, system in parts_of(year, system):
        findings = attack_part(tap, year, published, system, name + part_name, insiders)
        for who, width in findings.narrowest.items():
            narrowest[who] = min(width, narrowest.get(who, INFINITE))
    if schools == 1:
        tap.test(narrowest[""] == narrowest_of_all(system),
                 name + ": no interval is narrower than the narrowest")
    tap.note("%.1f s in all" % (time.monotonic() - begun))
    return year, published, "%s: %s" % (name, narrowest_in_words(narrowest))


def narrowest_of_all(system):
    """The narrowest interval, by solving every cell: for a small system only."""
    solver = Glpk(len(system.column), system.rows)
    widths = []
    for terms in system.terms:
        ends = []
        for maximise in (False, True):
            values = solver.solve(terms, maximise)
            ends.append(sum(factor * values[column] for column, factor in terms.items()))
        low, high = whole(*ends)
        widths.append(high - low)
    solver.close()
    return min(widths)


def parts_of(year, system):
    """One system of everything.  Of very many schools one of the regions and one of each region
    with its boards, for the first months, and one of each board with its schools for the whole
    year: what is printed of the parts of another region or board says hardly more about it than
    its own tables do."""
    if len(system.schools) < 50:
        return [("", system)]
    months = year.months[:5]
    parts = [(", the regions", system_of(year, months, has_schools=False, by_region=True))]
    for region in sorted({s.region for s in system.schools}):
        parts.append((", the boards of " + region, system_of(
            year, months, is_in=lambda s, r=region: s.region == r, has_schools=False)))
    for board in sorted({s.board for s in system.schools}):
        parts.append((", the schools of " + board, system_of(
            year, is_in=lambda s, b=board: s.board == b)))
    return parts


def attack_part(tap, year, published, system, name, insiders):
    begun = time.monotonic()
    take_all(system, published)
    findings = attack(system, full=system.has_schools)
    for code in insiders_of(system, insiders if system.has_schools else 0):
        attack_by_insider(system, year.own_of(code, system), code, findings)
    tell_findings(tap, findings, begun, system)
    tap.test(findings.count() == 0, name + ": nothing exact, narrow or small, for insiders either")
    return findings


def is_found(tap, system, published, name):
    begun = time.monotonic()
    take_all(system, published)
    findings = attack(system, rounds=20)
    tell_findings(tap, findings, begun, system)
    tap.test(findings.count() > 0, "found: " + name)
    return findings


def with_truth_printed(system, published):
    """One number of the last month becomes the true one."""
    month = system.months[-1]
    lines = list(published[month])
    for i, (table, unit, row, column, text) in enumerate(lines):
        true = system.true_of(system.cell(month, table, unit, row, column, []))
        if table == "outcome-route" and true % BASE:
            lines[i] = table, unit, row, column, str(true)
            return {**published, month: lines}
    raise RuntimeError("no number to print")


def naive(system, published):
    """Totals and zeros shown, less than five hidden: what is often done."""
    result = {}
    for month, lines in published.items():
        result[month] = []
        for table, unit, row, column, _ in lines:
            true = system.true_of(system.cell(month, table, unit, row, column, [
                line[2] for line in lines if line[0] == "school-outcome"]))
            result[month].append((table, unit, row, column,
                                  "<5" if 0 < true < 5 else str(true)))
    return result


def break_publications(tap, year, published, months):
    """Each of these was published by somebody once."""
    part = {month: published[month] for month in months}
    system = system_of(year, months)
    findings = is_found(tap, system, with_truth_printed(system, part), "one true number")
    tap.test(findings.narrowest[""] == 0, "found: the narrowest interval is then 0")

    other = year.run(months, ledger="other-ledger", key="other-key")
    system = system_of(year, months)
    take_all(system, part)
    is_found(tap, system, {months[-1]: other[months[-1]]}, "one month rounded with another key")

    corrected = [m for m in months[:-1]]
    for month in corrected:
        records = year.records(month, lambda lines: lines[::2] if month == corrected[-1] else lines)
        again = year.publish(month, records, ledger="corrected-ledger")
    system = system_of(year, months)
    take_all(system, part)
    is_found(tap, system, {corrected[-1]: again}, "an earlier month published anew, corrected")

    system = system_of(year, months)
    system.base = 1
    begun = time.monotonic()
    for month, lines in naive(system, part).items():
        system.take(month, lines, lambda cell, text: 0)
    findings = attack(system, rounds=1)
    tell_findings(tap, findings, begun, system)
    tap.test(findings.of["exact"] != [], "found: less than five hidden, totals shown")


def main():
    tools, is_short = os.path.abspath(sys.argv[1]), "--short" in sys.argv[2:]
    tap, summary = Tap(), []
    years = [(1, 1, 2018, 1), (2, 12, 2018, 12), (3, 12, 2019, 4), (4, 1, 2019, 1),
             (5, 150, 2018, 2)]
    if is_short:
        years = [(1, 1, 2018, 1), (2, 12, 2018, 2)]
    with tempfile.TemporaryDirectory() as scratch:
        for number, (seed, schools, first, insiders) in enumerate(years):
            folder = os.path.join(scratch, str(number))
            year, published, line = audit_year(
                tap, tools, folder, seed, schools, first, insiders)
            summary.append(line)
            if number == 1:
                break_publications(tap, year, published, year.months[:4])
    for line in summary:
        tap.note(line)
    print("1..%d" % tap.count)
    return 1 if tap.failed else 0


if __name__ == "__main__":
    sys.exit(main())
