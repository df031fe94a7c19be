"""An attacker who has read everything that was published, and knows how it was made.

All tables of all months go into one linear system.  The unknowns are the true
counts; what is known of them is that they are not negative and that each
published number is at most so far from its truth.  For each cell (also for
what the tables tell together: the months between two running totals, what
schools have in common, single combinations) linear programs find how small and
how large the true count can be.

The tables of a school, of outcome by route and of signals have only the
outcome, or the total, in common, so three families of unknowns that agree on
these say all that one joint table would:

    school by outcome;  class by outcome by route;  class by signal

in each month, where a class is a board in a region.  They are kept as running
totals, which may not fall from month to month.

A point that obeys everything and lies far enough from another one shows for
all cells at once that they are not narrow, so few programs are needed.
"""

import collections
import csv
import math
import random

from glpk import INFINITE, Glpk

EPSILON = 1e-6
OUTCOMES = "report help grey closed weighing outside".split()
ROUTES = "veilig-thuis socius ggd cjg lpa kernteam internal".split()
SIGNALS = "body care child home absence other".split()
OF_ROW = {"report": "action", "help": "action", "outside": "action"}


class School:
    def __init__(self, code, pupils, board, region):
        self.code, self.pupils, self.board, self.region = code, pupils, board, region
        self.kind = (board, region)


def read_units(path):
    with open(path, newline="", encoding="utf-8") as file:
        return [School(r["school"], int(r["pupils"]), r["board"], r["region"])
                for r in csv.DictReader(file)]


def read_published(path):
    with open(path, newline="", encoding="utf-8") as file:
        return [(r["table"], r["unit"], r["row"], r["column"], r["count"])
                for r in csv.DictReader(file)]


def schools_of_row(schools, row, rows):
    """The schools of a row of the school table; of its total, those of all rows."""
    if row == "total":
        return [s for r in rows if r != "total" for s in schools_of_row(schools, r, rows)]
    if row.startswith("small:"):
        return [s for s in schools if s.board == row[6:] and s.pupils < 150]
    return [s for s in schools if s.code == row]


def in_unit(school, unit):
    kind, _, name = unit.partition(":")
    return kind == "all" or (school.board if kind == "board" else school.region) == name


# A cell is (family, members, attribute sets, first month, last month): hashable, so that the
# same set of cases is one cell wherever it is printed.
Cell = collections.namedtuple("Cell", "family members values first last")


class System:
    """What is published about these schools: of tables with other schools in them too, or
    with a part of a class, nothing is taken; without has_schools, nothing of the table of
    schools."""

    def __init__(self, schools, months, base, has_schools=True):
        self.schools, self.months, self.base = schools, months, base
        self.has_schools = has_schools
        self.everybody = schools
        self.kinds = sorted({s.kind for s in schools})
        self.place = {month: i for i, month in enumerate(months)}
        self.known = {}             # cell -> (low, high), as published
        self.names = {}
        self.full_width = {}        # cell -> what its number leaves open by itself
        self.contradictions = []
        self.never = set()

    # What is printed

    def cell(self, published_in, table, unit, row, column, rows):
        first, last = 0, self.place[published_in]
        if table == "school-outcome":
            members = frozenset(s.code for s in schools_of_row(self.everybody, row, rows))
            if not self.has_schools or not members <= {s.code for s in self.schools}:
                return None
            values = frozenset(o for o in OUTCOMES if column in ("total", OF_ROW.get(o, o)))
            return Cell("school", members, values, first, last)
        members = frozenset(s.kind for s in self.everybody if in_unit(s, unit))
        others = {s.kind for s in self.everybody if not in_unit(s, unit)}
        if not members <= set(self.kinds) or members & others:
            return None
        if table.startswith("month-") and row != "total":
            first = last = self.place[row]
        if table == "month-signal" and column != "total":
            return Cell("signal", members, frozenset([column]), first, last)
        outcomes, routes = OUTCOMES, ROUTES
        if table == "month-outcome" and column != "total":
            outcomes = [column]
        if table == "month-route" and column != "total":
            routes = [column]
        if table == "outcome-route":
            outcomes = OUTCOMES if row == "total" else [row]
            routes = ROUTES if column == "total" else [column]
        return Cell("pair", members, frozenset((o, r) for o in outcomes for r in routes),
                    first, last)

    def limits(self, text, distance):
        if text == "-":
            return 0, 0
        if text.startswith("<"):
            return 1, int(text[1:]) - 1
        number = int(text)
        if number % self.base or distance == 0:
            return number, number           # nobody rounds to that: it is the truth
        return max(0, number - distance), number + distance

    def take(self, published_in, lines, distance_of):
        """Takes a publication; distance_of(cell, number) is how far the truth can be."""
        rows = [line[2] for line in lines if line[0] == "school-outcome"]
        for table, unit, row, column, text in lines:
            cell = self.cell(published_in, table, unit, row, column, rows)
            if cell is None:
                continue
            if text == "-":
                self.never |= cell.values       # everybody knows that from the rules
            low, high = self.limits(text, distance_of(cell, text))
            old = self.known.get(cell, (0, INFINITE))
            self.known[cell] = max(low, old[0]), min(high, old[1])
            # A unit taken away or put there leaves at least so much open.
            self.full_width[cell] = min(high - low, 2 * self.base)
            self.names.setdefault(cell, "%s %s/%s/%s/%s" % (published_in, table, unit, row, column))
            if self.known[cell][0] > self.known[cell][1]:
                self.contradictions.append(self.names[cell])

    def derive(self):
        """What the tables tell together: single months of running totals, single combinations,
        and what a unit has beyond a smaller one."""
        cells = set(self.known)
        for cell in list(cells):
            if cell.first == 0:
                for month in range(cell.last + 1):
                    cells.add(cell._replace(first=month, last=month))
        units = {c.members for c in cells if c.family == "pair"}
        for large in units:
            for small in units:
                if small < large:
                    last = len(self.months) - 1
                    for outcome in OUTCOMES:
                        values = frozenset((outcome, r) for r in ROUTES)
                        cells.add(Cell("pair", large - small, values, 0, last))
        # What the rules say is no secret.
        cells = {cell for cell in cells if cell.family != "pair" or not cell.values <= self.never}
        return sorted(cells, key=lambda c: (c.family, c.first, c.last, sorted(c.members),
                                            sorted(c.values)))

    # The unknowns

    def build(self):
        has_units = any(c.family != "school" for c in self.known)
        self.column = {}
        for month in range(len(self.months)):
            for school in self.schools if self.has_schools else []:
                for outcome in OUTCOMES:
                    self.add(("school", month, school.code, outcome))
            for kind in self.kinds if has_units else []:
                for outcome in OUTCOMES:
                    for route in ROUTES:
                        self.add(("pair", month, kind, (outcome, route)))
                for signal in SIGNALS:
                    self.add(("signal", month, kind, signal))
        self.cells = self.derive()
        self.terms = [self.terms_of(cell) for cell in self.cells]
        self.rows = [(terms,) + self.known[cell]
                     for cell, terms in zip(self.cells, self.terms) if cell in self.known]
        for (family, month, kind, value), column in self.column.items():
            if family == "pair" and value in self.never:
                self.rows.append(({column: 1.0}, 0, 0))
        self.steps = {}
        for key, column in self.column.items():
            if key[1] > 0:
                before = self.column[(key[0], key[1] - 1) + key[2:]]
                self.steps[key] = len(self.rows)
                self.rows.append(({column: 1.0, before: -1.0}, 0, INFINITE))
        if has_units:
            self.link()

    def add(self, key):
        self.column[key] = len(self.column)

    def link(self):
        for month in range(len(self.months)):
            for kind in self.kinds:
                codes = [s.code for s in self.schools if s.kind == kind and self.has_schools]
                for outcome in OUTCOMES if codes else []:
                    terms = {self.column["pair", month, kind, (outcome, r)]: 1.0 for r in ROUTES}
                    for code in codes:
                        terms[self.column["school", month, code, outcome]] = -1.0
                    self.rows.append((terms, 0, 0))
                terms = {self.column["signal", month, kind, s]: 1.0 for s in SIGNALS}
                for outcome in OUTCOMES:
                    for route in ROUTES:
                        terms[self.column["pair", month, kind, (outcome, route)]] = -1.0
                self.rows.append((terms, 0, 0))

    def terms_of(self, cell):
        terms = {}
        for member in cell.members:
            for value in cell.values:
                terms[self.column[cell.family, cell.last, member, value]] = 1.0
                if cell.first > 0:
                    terms[self.column[cell.family, cell.first - 1, member, value]] = -1.0
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
    return max(0, math.ceil(low - EPSILON)), math.floor(high + EPSILON)


class Search:
    """Shrinks the set of cells of which it is not shown yet that they are safe, and as wide as the
    narrowest that is known without any program; what is left of it in the end is solved, so that
    the narrowest of all is known."""

    def __init__(self, system, solver, least_width, minus=None, full=False):
        self.system, self.solver, self.least_width = system, solver, least_width
        count = len(system.cells)
        self.width = [least_width] * count
        if full:
            for i, cell in enumerate(system.cells):
                if cell in system.full_width:
                    self.width[i] = system.full_width[cell]
        self.low, self.high = [INFINITE] * count, [-INFINITE] * count
        self.minus = minus or [0] * count
        self.open = set(range(count))
        self.final, self.sought = {}, 0

    def known_width(self, i):
        """What the number of the cell leaves open by itself."""
        low, high = self.system.known.get(self.system.cells[i], (0, INFINITE))
        return high - max(low, self.minus[i])

    def narrowest(self):
        return min([self.sought] + [high - low for low, high in self.final.values()])

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
            low, high = whole(self.low[i], self.high[i])
            wide = max(self.width[i], self.sought)
            if high - low >= wide and (low < 1 or high >= 5):
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
        self.sought = min(map(self.known_width, self.open), default=INFINITE)
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


def report(system, search, findings, prefix):
    for i, (low, high) in search.final.items():
        cell = system.cells[i]
        name = system.names.get(cell, "%s of %d in months %d-%d"
                                % (cell.family, len(cell.members), cell.first, cell.last))
        text = "%s: %d..%d" % (name, low, high)
        if low == high:
            findings.add(prefix + "exact", text)
        elif high - low < search.least_width:
            findings.add(prefix + "narrow", text)
        elif high - low < search.width[i]:
            findings.add(prefix + "squeezed", text)
        if 1 <= low and high < 5:
            findings.add(prefix + "small", text)
    findings.narrowest[prefix] = min(findings.narrowest.get(prefix, INFINITE), search.narrowest())


def attack(system, seed=1, least_width=4, rounds=60, full=True):
    """With full, a printed number must also leave all that one publication by itself leaves open:
    an interval that is squeezed, though not narrow yet, shows that the numbers do not come from
    one rounding."""
    findings = Findings()
    for name in system.contradictions:
        findings.add("contradiction", name)
    if system.contradictions:
        return findings
    system.build()
    solver = Glpk(len(system.column), system.rows)
    search = Search(system, solver, least_width, full=full)
    if search.run(random.Random(seed), rounds):
        report(system, search, findings, "")
    else:
        findings.add("contradiction", "no true counts agree with all that was published")
    findings.programs = solver.solved
    solver.close()
    return findings


def attack_by_insider(system, truth, code, findings, seed=1, rounds=40):
    """The same by somebody who knows every case of one school.  truth(family, month, outcome or
    pair or signal) is that school's running total."""
    school = next(s for s in system.schools if s.code == code)
    solver = Glpk(len(system.column), system.rows)
    minus = []
    for key, column in system.column.items():
        family, month, member, value = key
        if member not in (code, school.kind):
            continue                # another school or class
        own = truth(family, month, value)
        if member == code:
            solver.bound_column(column, own, own)
        else:
            solver.bound_column(column, own)
        if key in system.steps and member != code:
            solver.bound_row(system.steps[key], own - truth(family, month - 1, value), INFINITE)
    for cell in system.cells:
        own = 0
        if code in cell.members or school.kind in cell.members:
            for value in cell.values:
                own += truth(cell.family, cell.last, value)
                own -= truth(cell.family, cell.first - 1, value) if cell.first else 0
        minus.append(own)
    search = Search(system, solver, 2, minus)
    # What is left of a cell of one's own school alone is nothing.
    search.open = {i for i, cell in enumerate(system.cells) if not set(cell.members) <= {code}
                   and not (cell.family != "school" and alone(system, school, cell))}
    if search.run(random.Random(seed), rounds):
        report(system, search, findings, "insider ")
    else:
        findings.add("insider contradiction", code)
    findings.programs += solver.solved
    solver.close()


def alone(system, school, cell):
    return {s.code for s in system.schools if s.kind in cell.members} == {school.code}
