"""An attacker who has read everything that was published, and knows how it was made.

All tables of all months go into one linear system.  The unknowns are the true
standings of each school, kind and month; what is known of them is that they are
not negative, that each published number is at most so far from its truth, and
what holds for everybody: a standing does not fall (but that of closed cases), a
case that was new, talked about, helped or closed is a case, and one that became
so in a month was active in it.  For each cell (also for single months between
two standings, for what a unit has beyond a smaller one, and for what is never
printed of a school) linear programs find how small and how large the true
number can be.

A point that obeys everything and lies far enough from another one shows for
all cells at once that they are not narrow, so few programs are needed.
"""

import collections
import csv
import math
import random

from glpk import INFINITE, Glpk
from year import KINDS

EPSILON = 1e-6
OF_CASES = "new consulted talked help closed active".split()
RISING = "cases new consulted talked help advice report".split()
BEGUN = "cases new consulted talked help closed".split()    # in a month in which it is active


class School:
    def __init__(self, code, pupils, board, region):
        self.code, self.pupils, self.board, self.region = code, pupils, board, region
        self.member = code          # the unknowns that it shares, perhaps with others


def read_units(path):
    with open(path, newline="", encoding="utf-8") as file:
        return [School(r["school"], int(r["pupils"]), r["board"], r["region"])
                for r in csv.DictReader(file)]


def schools_of(schools, unit):
    """The schools of a unit or a row, by its name in csv."""
    kind, _, name = unit.partition(":")
    if kind == "all":
        return schools
    if kind in ("board", "region"):
        return [s for s in schools if getattr(s, kind) == name]
    if kind == "small":
        return [s for s in schools if s.board == name and s.pupils < 150]
    return [s for s in schools if s.code == unit]


# The standing of a kind at the end of the month last, less that at the end of the month before
# first; hashable, so that the same set of cases is one cell wherever it is printed.
Cell = collections.namedtuple("Cell", "members kind first last")


class System:
    """What is published about these schools.  Of units with other schools in them, or with a part
    of those that share their unknowns, nothing is taken."""

    def __init__(self, everybody, months, base, is_in=lambda school: True):
        self.everybody, self.months, self.base = everybody, months, base
        self.schools = [s for s in everybody if is_in(s)]
        self.members = sorted({s.member for s in self.schools})
        self.place = {month: i for i, month in enumerate(months)}
        self.known = {}             # cell -> (low, high), as published
        self.names, self.printed = {}, {}
        self.has_relations = True   # between kinds
        self.contradictions = []

    def cell(self, month, unit, kind):
        within = {s.code for s in schools_of(self.everybody, unit)}
        members = frozenset(s.member for s in self.everybody if s.code in within)
        rest = {s.member for s in self.everybody if s.code not in within}
        if month not in self.place or not members <= set(self.members) or members & rest:
            return None
        last = self.place[month]
        return Cell(members, kind, last if kind == "active" else 0, last)

    def take(self, lines, distance_of):
        """Takes a publication; distance_of(cell, number) is how far the truth can be."""
        for month, table, unit, kind, number in lines:
            cell = self.cell(month, unit, kind)
            if cell is None:
                continue
            distance = distance_of(cell, number) if number % self.base == 0 else 0
            old = self.known.get(cell, (0, INFINITE))
            self.known[cell] = max(number - distance, old[0]), min(number + distance, old[1])
            self.printed.setdefault(cell, number)
            self.names.setdefault(cell, "%s %s/%s/%s" % (month, table, unit, kind))
            if self.known[cell][0] > self.known[cell][1]:
                self.contradictions.append(self.names[cell])

    def derive(self):
        """What the tables tell together."""
        cells, last = set(self.known), len(self.months) - 1
        for cell in self.known:
            if cell.kind != "active" and cell.last > 0:
                cells.add(cell._replace(first=cell.last))
        units = {c.members for c in self.known}
        for large in units:
            for small in units:
                if small < large:
                    for kind in KINDS:
                        cells.add(Cell(large - small, kind, last if kind == "active" else 0, last))
        for member in self.members:
            for kind in KINDS:
                for month in range(last + 1):
                    cells.add(Cell(frozenset([member]), kind, month, month))
                cells.add(Cell(frozenset([member]), kind, last if kind == "active" else 0, last))
        return sorted(cells, key=lambda c: (c.kind, c.first, c.last, sorted(c.members)))

    # The unknowns

    def build(self):
        self.column = {}
        for month in range(len(self.months)):
            for member in self.members:
                for kind in KINDS:
                    self.column[member, kind, month] = len(self.column)
        self.cells = self.derive()
        self.terms = [self.terms_of(cell) for cell in self.cells]
        self.rows = [(self.terms_of(cell),) + bounds for cell, bounds in self.known.items()]
        for month in range(len(self.months)):
            for member in self.members:
                self.relate(member, month)

    def relate(self, member, month):
        """What holds for everybody."""
        def at(kind, sign=1.0, of=month):
            return {self.column[member, kind, of]: sign} if of >= 0 else {}
        for kind in RISING if month else []:
            self.rows.append(({**at(kind), **at(kind, -1.0, month - 1)}, 0, INFINITE))
        if not self.has_relations:
            return
        for kind in OF_CASES:
            self.rows.append(({**at("cases"), **at(kind, -1.0)}, 0, INFINITE))
        for kind in BEGUN:
            self.rows.append(({**at("active"), **at(kind, -1.0), **at(kind, 1.0, month - 1)},
                              0, INFINITE))
        # A case that is opened again is active, and one that is new is one more case.
        self.rows.append(({**at("active"), **at("closed"), **at("closed", -1.0, month - 1)},
                          0, INFINITE))
        self.rows.append(({**at("cases"), **at("cases", -1.0, month - 1), **at("new", -1.0),
                           **at("new", 1.0, month - 1)}, 0, INFINITE))

    def terms_of(self, cell):
        terms = {}
        for member in cell.members:
            terms[self.column[member, cell.kind, cell.last]] = 1.0
            if cell.first > 0 and cell.kind != "active":
                terms[self.column[member, cell.kind, cell.first - 1]] = -1.0
        return terms



class Findings:
    """What the attacker learned: kind -> names of cells."""

    def __init__(self):
        self.of = collections.defaultdict(list)
        self.narrowest = {}         # prefix -> the width of the narrowest interval
        self.programs = 0

    def add(self, kind, name):
        self.of[kind].append(name)

    def count(self):
        return sum(len(names) for names in self.of.values())


def whole(low, high):
    """The whole numbers between."""
    return math.ceil(low - EPSILON), math.floor(high + EPSILON)


class Search:
    """Shrinks the set of cells of which it is not shown yet that they are safe: is_safe(cell, low,
    high) for an interval that is possible.  What is left of it in the end is solved."""

    def __init__(self, system, solver, is_safe, minus=None):
        self.system, self.solver, self.is_safe = system, solver, is_safe
        count = len(system.cells)
        self.low, self.high = [INFINITE] * count, [-INFINITE] * count
        self.minus = minus or [0] * count
        self.open = set(range(count))
        self.final = {}

    def see(self, values):
        done = []
        for i in self.open:
            value = -self.minus[i]
            for column, factor in self.system.terms[i].items():
                value += factor * values[column]
            if value < self.low[i]:
                self.low[i] = value
            if value > self.high[i]:
                self.high[i] = value
            if self.is_safe(self.system.cells[i], *whole(self.low[i], self.high[i])):
                done.append(i)
        self.open.difference_update(done)

    def solve(self, objective, maximise):
        values = self.solver.solve(objective, maximise)
        if values is None:
            return False
        self.see(values)
        return True

    def run(self, rng, rounds):
        """False when nothing obeys all that was published."""
        for _ in range(rounds):
            if not self.open:
                break
            objective = collections.Counter()
            for i in sorted(self.open):
                sign = rng.choice((-1, 1)) / (1 + len(self.system.terms[i]))
                for column, factor in self.system.terms[i].items():
                    objective[column] += sign * factor
            if not self.solve(objective, True):
                return False
        for i in sorted(self.open):
            for maximise in (True, False):
                if i in self.open:
                    if not self.solve(self.system.terms[i], maximise):
                        return False
            if i in self.open:
                self.final[i] = whole(self.low[i], self.high[i])
        return True


def name_of(system, cell):
    return system.names.get(cell, "%s of %s in months %d-%d" % (
        cell.kind, "+".join(sorted(cell.members)[:3]), cell.first, cell.last))


def is_wider(width):
    """Safe is what is wider than the least width, so that cells of that width are solved, and
    does not tell that there are cases, and few."""
    return lambda cell, low, high: high - low > width and (low < 1 or high >= 5)


def report(system, search, findings, prefix, least_width):
    for i, (low, high) in search.final.items():
        text = "%s: %d..%d" % (name_of(system, system.cells[i]), low, high)
        if low == high:
            findings.add(prefix + "exact", text)
        elif high - low < least_width:
            findings.add(prefix + "narrow", text)
        if 1 <= low and high < 5:
            findings.add(prefix + "small", text)
    # Those that were not solved are wider.
    narrowest = min([high - low for low, high in search.final.values()] + [least_width + 1])
    findings.narrowest[prefix] = min(findings.narrowest.get(prefix, INFINITE), narrowest)


def run(system, findings, is_safe, rounds, cells=None):
    """The search when it is done; None when nothing obeys all that was published."""
    system.build()
    solver = Glpk(len(system.column), system.rows)
    search = Search(system, solver, is_safe)
    if cells is not None:
        search.open = {i for i, cell in enumerate(system.cells) if cell in cells}
    is_possible = not system.contradictions and search.run(random.Random(1), rounds)
    if not is_possible:
        findings.add("contradiction", "; ".join(
            system.contradictions[:1] or ["no true counts agree with all that was published"]))
    findings.programs += solver.solved
    solver.close()
    return search if is_possible else None


def attack(system, findings, least_width=4, rounds=60):
    search = run(system, findings, is_wider(least_width), rounds)
    if search:
        report(system, search, findings, "", least_width)


def attack_one_rounding(system, findings, rounds=60):
    """Numbers that come from one rounding leave each kind by itself all that each number by itself
    leaves open.  An interval that is squeezed, though not narrow yet, shows that they do not."""
    def is_open(cell, low, high):
        number = system.printed[cell]
        return low <= max(0, number - system.base) and high >= number + system.base
    system.has_relations = False
    search = run(system, findings, is_open, rounds, cells=system.printed)
    for i in search.final if search else []:
        if not is_open(system.cells[i], *search.final[i]):
            findings.add("squeezed", "%s: %d..%d" % (name_of(system, system.cells[i]), *search.final[i]))


def attack_by_insiders(system, truth, codes, findings, least_width, rounds=40):
    """The same by schools that know their own cases and pool them, on a system that is built.
    truth(code, kind, month) is the standing of a school."""
    who = ["", "one insider ", "two insiders "][len(codes)]
    solver = Glpk(len(system.column), system.rows)
    for (member, kind, month), column in system.column.items():
        if member in codes:
            solver.fix_column(column, truth(member, kind, month))
    minus = []
    for cell in system.cells:
        own = 0
        for code in cell.members & set(codes):
            own += truth(code, cell.kind, cell.last)
            if cell.first > 0 and cell.kind != "active":
                own -= truth(code, cell.kind, cell.first - 1)
        minus.append(own)
    search = Search(system, solver, is_wider(least_width), minus)
    # What is left of a cell of one's own schools alone is nothing; and what others see of a school
    # alone is what everybody sees.
    search.open = {i for i, cell in enumerate(system.cells)
                   if cell in system.known and not cell.members <= set(codes)}
    if search.run(random.Random(1), rounds):
        report(system, search, findings, who, least_width)
    else:
        findings.add(who + "contradiction", "+".join(codes))
    findings.programs += solver.solved
    solver.close()
