#!/usr/bin/env python3
"""Attacks what mc-report --type counts publishes, and shows that it can fail.

    audit.py TOOLS BROKEN [--short]

Publishes simulated school years of 1, 4, 12 and 150 schools with the tools in the
folder TOOLS, and attacks each as a reader of everything, as a school that knows
its own cases and as two that pool them; and asks as one who knows the program
which true numbers it ever prints so.  Then it breaks publications on purpose,
some with the broken programs of the folder BROKEN: each must be found.  Prints
TAP, and the figures as comments.  --short takes part of it.
"""

import itertools
import os
import sys
import tempfile
import time

import support
from attack import INFINITE, Findings, System, attack, attack_by_insiders, attack_one_rounding, read_units, schools_of
from year import BY_SCHOOL, KINDS, Year, lines_of

BASE = 5


def in_schools(count):
    return "%d school%s" % (count, "s" if count > 1 else "")


class Tap:
    def __init__(self):
        self.count, self.failed = 0, 0

    def test(self, passed, name):
        self.count += 1
        self.failed += not passed
        print("%sok %d - %s" % ("" if passed else "not ", self.count, name), flush=True)

    def note(self, text):
        print("# " + text, flush=True)


class Published:
    """A year with what was published of it, and the truth of each cell."""

    def __init__(self, year, published):
        self.year, self.published = year, published
        self.schools = read_units(year.units)

    def truth(self, month, unit, kind):
        return sum(self.year.truth[month][s.code, kind] for s in schools_of(self.schools, unit))

    def system(self, months=None, is_in=lambda school: True, member_of=None):
        for school in self.schools:
            school.member = member_of(school) if member_of else school.code
        system = System(self.schools, months or self.year.months, BASE, is_in)
        system.truth = lambda code, kind, month: self.year.truth[system.months[month]][code, kind]
        return system

    def take_into(self, system, lines=None):
        """The attacker is told of the few numbers that are further than the base from the truth,
        since it makes him stronger.  Each month is read from the page of the last."""
        def distance_of(cell, number):
            members = [s.code for s in self.schools if s.member in cell.members]
            month = system.months[cell.last]
            true = sum(self.year.truth[month][code, cell.kind] for code in members)
            return max(BASE, abs(number - true))
        if lines is None:
            for month in system.months:
                system.take(self.published[month], distance_of)
        else:
            system.take(lines, distance_of)

    def accuracy(self):
        """How far the numbers are from the truth; one stands in several months' pages."""
        errors = {}
        for lines in self.published.values():
            for month, table, unit, kind, number in lines:
                errors[month, unit, kind] = abs(number - self.truth(month, unit, kind))
        return list(errors.values())

    def violations(self):
        """Numbers that are no multiples, that fall, or of which parts do not add up to the
        whole."""
        count, before = 0, {}
        for month, lines in self.published.items():
            page = {(m, unit, kind): number for m, _, unit, kind, number in lines}
            for (m, unit, kind), number in page.items():
                count += number % BASE != 0
                count += (m, unit, kind) in before and before[m, unit, kind] != number
            before.update(page)
            units = {unit for _, unit, _ in page}
            for whole, parts in wholes(self.schools, units):
                for kind in KINDS:
                    numbers = [page.get((month, unit, kind)) for unit in parts]
                    if (month, whole, kind) in page and None not in numbers:
                        count += page[month, whole, kind] != sum(numbers)
        return count


def wholes(schools, units):
    """The units that others among the published are a partition of."""
    codes = {unit: {s.code for s in schools_of(schools, unit)} for unit in units}
    for whole in units:
        for kind in ("board", "region", "row"):
            parts = [u for u in units if u != whole and codes[u] <= codes[whole]
                     and (u.split(":")[0] == kind or kind == "row" and u[:5] == "small"
                          or kind == "row" and ":" not in u and u != "all")]
            if parts and sum(len(codes[u]) for u in parts) == len(codes[whole]):
                yield whole, parts


def in_words(narrowest):
    def width(prefix):
        if narrowest.get(prefix, INFINITE) == INFINITE:
            return "none"
        least = 2 if prefix == "two insiders " else 4
        return str(narrowest[prefix]) if narrowest[prefix] <= least else "over %d" % least
    return "narrowest cell %s, for one insider %s, for two %s" % (
        width(""), width("one insider "), width("two insiders "))


def tell_findings(tap, findings, begun, system):
    tap.note("%d cells, %d unknowns, %d linear programs, %.1f s" % (
        len(getattr(system, "cells", [])), len(getattr(system, "column", [])), findings.programs,
        time.process_time() - begun))
    for kind, names in sorted(findings.of.items()):
        tap.note("%s: %d, as %s" % (kind, len(names), names[0]))


def audit_accuracy(tap, published, name):
    errors = published.accuracy()
    beyond = sum(e > BASE for e in errors)
    mean, violations = sum(errors) / len(errors), published.violations()
    figures = "%d numbers, mean error %.2f, largest %d, beyond %d: %.2f %%" % (
        len(errors), mean, max(errors), BASE, 100 * beyond / len(errors))
    tap.note(figures)
    tap.test(mean <= 2, name + ": numbers are off by 2 in the mean at most")
    tap.test(beyond < 0.01 * len(errors), name + ": under 1 % are further off than the base")
    tap.test(violations == 0, name + ": all parts add up, and no printed number changed")
    return figures


def insiders_of(system, count, together):
    """Schools that know most: the largest, alone or two together."""
    by_size = [s.code for s in sorted(system.schools, key=lambda s: -s.pupils)]
    return itertools.islice(itertools.combinations(by_size, together), min(count, 1000))


def attack_part(tap, published, system, name, insiders):
    begun, findings = time.process_time(), Findings()
    published.take_into(system)
    attack(system, findings)
    alone = published.system(system.months[-2:], is_in=system.schools.__contains__)
    published.take_into(alone)
    attack_one_rounding(alone, findings)
    tell_findings(tap, findings, begun, system)
    tap.test(findings.count() == 0, name + ": nothing exact, narrow, small or squeezed")
    if insiders == 0 or len(system.schools) < 2:
        return findings.narrowest
    begun, of_insiders = time.process_time(), Findings()
    for together, width in ((1, 4), (2, 2)):
        for codes in insiders_of(system, insiders, together):
            attack_by_insiders(system, system.truth, codes, of_insiders, width)
    tell_findings(tap, of_insiders, begun, system)
    tap.test(of_insiders.count() == 0, name + ": nor for one insider, or two together")
    return {**findings.narrowest, **of_insiders.narrowest}


def parts_of(published, months):
    """One system of everything.  Of very many schools one of the boards, for all units; and one of
    each of some boards with its schools: what is printed of the parts of another board says hardly
    more about it than its own tables do."""
    if len(published.schools) < 50:
        yield "", lambda: published.system(months)
        return
    yield ", the boards", lambda: published.system(months, member_of=lambda s: s.board)
    for board in sorted({s.board for s in published.schools}):
        yield ", the schools of " + board, lambda: published.system(
            months, is_in=lambda s: s.board == board)


def audit_year(tap, tools, scratch, number, schools, manner, insiders, months):
    name = in_schools(schools) + (", boards across regions" if manner else "")
    year = Year(tools, os.path.join(scratch, str(number)), number, schools, 2017 + number, *manner)
    published = Published(year, year.publish())
    cases = sum(n for (_, kind), n in year.truth[year.months[-1]].items() if kind == "cases")
    tap.note("%s: %d cases; slowest month %.0f ms, a ledger of %d KiB" % (
        name, cases, 1000 * year.slowest, os.path.getsize(year.path("ledger")) / 1024))
    refused = sum(lines is None for lines in published.published.values())
    tap.test(refused == 0, name + ": no month is refused")
    tap.test(all(lines_of(year.print(month)) == published.published[month] for month in year.months),
             name + ": each month is printed again as it was")
    figures, narrowest = audit_accuracy(tap, published, name), {}
    for part, system in parts_of(published, year.months[:months]):
        widths = attack_part(tap, published, system(), name + part, 0)
        if insiders and part != ", the boards":
            few = published.system(year.months[:3], is_in=system().schools.__contains__)
            widths.update({k: v for k, v in attack_part(
                tap, published, few, name + part + ", three months", insiders).items() if k})
        for who, width in widths.items():
            narrowest[who] = min(width, narrowest.get(who, INFINITE))
    tap.note("%.1f s of processor time so far" % time.process_time())
    return published, "%s: %s; %s" % (name, figures, in_words(narrowest))


def is_found(tap, published, months, changed, name):
    """changed() may alter the lines of each month's page."""
    begun, findings, system = time.process_time(), Findings(), published.system(months)
    for month in months:
        published.take_into(system, changed(month, published.published[month]))
    attack(system, findings, rounds=20)
    attack_one_rounding(system, findings, rounds=20)
    tell_findings(tap, findings, begun, system)
    tap.test(findings.count() > 0, "found: " + name)


def break_publications(tap, published, months):
    """Each of these was published by somebody once."""
    year, last = published.year, months[-1]

    def one_true(month, lines):
        for i, (of, table, unit, kind, number) in enumerate(lines):
            true = published.truth(of, unit, kind)
            if of == month == last and unit == "all" and true % BASE:
                return lines[:i] + [(of, table, unit, kind, true)] + lines[i + 1:]
        return lines
    is_found(tap, published, months, one_true, "one true number")

    other = year.publish("other-", months)
    is_found(tap, published, months,
             lambda month, lines: lines + (other[month] if month == last else []),
             "a month rounded with another key")

    others = [year.publish("key-%d-" % number, months[:2]) for number in range(7)]
    is_found(tap, published, months[:2],
             lambda month, lines: lines + [line for o in others for line in o[month]],
             "one year under eight keys")


def spoil(year):
    """One school gets nearly all cases."""
    code = os.path.basename(year.logs[0])[:6]
    with open(year.logs[0], "a", encoding="utf-8", newline="\n") as file:
        for case in range(40):
            file.write("L-%d,%s-%02d,%s,signal,tired,seen,,teacher,feit\n" % (
                case, year.months[case // 28], 1 + case % 28, code))
    for log in year.logs[1:]:
        code = os.path.basename(log)[:6]
        with open(log, "w", encoding="utf-8", newline="\n") as file:
            file.write(",%s-01,%s,school,af,yes,,head,\n" % (year.months[0], code))


def insiders_over_keys(year, keys, months):
    """What one insider, or two, learn of a kind by itself, over so many keys."""
    findings = Findings()
    for number in range(keys):
        published = Published(year, year.publish("insiders-%d-" % number, year.months[:months]))
        system = published.system(year.months[:months])
        published.take_into(system)
        system.has_relations = False
        system.build()
        for together, width in ((1, 4), (2, 2)):
            for codes in insiders_of(system, INFINITE, together):
                attack_by_insiders(system, system.truth, codes, findings, width, rounds=10)
    return findings


def break_for_insiders(tap, scratch, tools, broken, is_short):
    """What a program keeps from insiders, and one without that care does not."""
    def run(folder, name, schools, keys, months, manner=(), prepare=lambda year: None):
        year = Year(folder, os.path.join(scratch, name), 7, schools, 2020, *manner)
        prepare(year)
        return insiders_over_keys(year, keys, months).count()
    for name, schools, keys, months, manner in (
            ("no-need", 4, 10, 3, {"prepare": spoil}),
            ("no-left", 5, 10 if is_short else 40, 3, {"manner": ["left"]})):
        careful = run(tools, name, schools, keys, months, **manner)
        careless = run(os.path.join(broken, name), name, schools, keys, months, **manner)
        tap.note("insiders of %d schools, %d keys: %d findings; %s: %d" % (
            schools, keys, careful, name, careless))
        tap.test(careful == 0, "%d schools: nothing for insiders over %d keys" % (schools, keys))
        tap.test(careless > 0, "found: " + name.replace("-", " "))


def audit_refusals(tap, tools, scratch, keys):
    """A hard year, over and over."""
    year = Year(tools, os.path.join(scratch, "hard"), 9, 4, 2018)
    spoil(year)
    refused = sum(None in year.publish("hard-%d-" % number).values() for number in range(keys))
    tap.note("a hard year of 4 schools, %d keys: refused %d" % (keys, refused))
    tap.test(refused == 0, "no hard year is refused")


def attack_support(tap, tools, others, base, numbers, keys, report="mc-report"):
    with tempfile.TemporaryDirectory() as folder:
        begun = time.monotonic()
        found, years, refused = support.attack(
            tools, os.path.join(tools, report), folder, others, base, numbers, keys)
    only = sum(f.startswith("only") for f in found)
    tap.note("%s, base %d: %d years, refused %d, ONLY %d, STEP %d, %.1f s%s" % (
        in_schools(others + 1), base, years, refused, only, len(found) - only,
        time.monotonic() - begun, "; as " + found[0] if found else ""))
    return found + ["refused"] * refused


def audit_support(tap, tools, broken, is_short):
    for others, base in [(0, 5)] if is_short else [(0, 5), (2, 5), (3, 5), (11, 5), (0, 3), (0, 10)]:
        numbers = range(5) if is_short else range(2 * base + 2)
        found = attack_support(tap, tools, others, base, numbers, 400 if base < 10 else 2000)
        tap.test(not found, "%s, base %d: no printed number or step rules out a true one that the "
                 "page allows" % (in_schools(others + 1), base))
    for name, cases in (("jitter-of-the-year", 0), ("jitter-of-the-month", 4)):
        found = attack_support(tap, tools, 0, 5, [cases], 100, os.path.join(broken, name, "mc-report"))
        tap.test(len(found) > 0, "found: " + name.replace("-", " "))


def main():
    tools, broken = (os.path.abspath(folder) for folder in sys.argv[1:3])
    tap, summary, is_short = Tap(), [], "--short" in sys.argv[3:]
    # Schools, boards across regions, insiders, months that are attacked.
    years = [(1, [], 0, 12), (4, [], 4, 12), (12, [], 6, 12), (12, ["crossed"], 6, 12),
             (150, [], 3, 12)]
    if is_short:
        years = [(1, [], 0, 6), (12, ["crossed"], 2, 3)]
    with tempfile.TemporaryDirectory() as scratch:
        for number, (schools, manner, insiders, months) in enumerate(years, 1):
            published, line = audit_year(
                tap, tools, scratch, number, schools, manner, insiders, months)
            summary.append(line)
            if schools == 12 and manner:
                break_publications(tap, published, published.year.months[:3])
        break_for_insiders(tap, scratch, tools, broken, is_short)
        audit_refusals(tap, tools, scratch, 3 if is_short else 200)
        audit_support(tap, tools, broken, is_short)
    for line in summary:
        tap.note(line)
    print("1..%d" % tap.count)
    return 1 if tap.failed else 0


if __name__ == "__main__":
    sys.exit(main())
