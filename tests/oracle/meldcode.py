#!/usr/bin/env python3
"""A second reading of the design, sections 5, 6 and 7: slow, plain, literal.

    meldcode.py weigh [--as-of DATE]                     prints weigh records
    meldcode.py refer [--as-of DATE] [--kernteam FILE]   prints weigh and refer records

Canonical records on standard input; derived records, without a header, on
standard output, cases in the order in which they first came.

Every record of a case is kept, and every sentence of the page is worked out
on lists of records.  A set of the page is a list here; its letter is its name.
Input is taken to be valid: this program refuses nothing.
"""

import argparse
import csv
import datetime
import os
import sys
from collections import namedtuple

HERE = os.path.dirname(os.path.abspath(__file__))
VOCABULARY = os.path.join(HERE, "..", "data", "vocabulary.csv")
HEADER = ["case", "date", "school", "kind", "code", "value", "due", "by", "text"]


# ---------------------------------------------------------------- vocabulary

class Vocabulary:
    """Topics and classes of the tokens, and the order of partners and roles."""

    def __init__(self, path):
        self.rows = {}
        self.order = {}
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                self.rows[row["list"], row["token"]] = row
                self.order.setdefault(row["list"], []).append(row["token"])

    def topic(self, record):
        return self.rows[record.kind, record.code]["topic"]

    def klass(self, record):
        return self.rows["signal", record.code]["class"]


WORDS = Vocabulary(VOCABULARY)
PARTNERS = WORDS.order["partner"]
CASEMANAGERS = PARTNERS + [r for r in WORDS.order["role"] if r not in PARTNERS]
ADVICE = [a for a in WORDS.order["action"] if a.startswith("advise")]


# ------------------------------------------------------- section 5: time

Record = namedtuple("Record", HEADER + ["day", "begin", "end"])


def make_record(fields):
    """begin and end are minutes, both within the span: a whole day is 00:00 to 23:59."""
    text = fields[1]
    day = datetime.date.fromisoformat(text[:10])
    begin, end = day.toordinal() * 1440, day.toordinal() * 1440 + 1439
    if len(text) > 10:
        begin = end = begin + int(text[11:13]) * 60 + int(text[14:16])
    return Record(*fields, day, begin, end)


def before(a, b):
    """a's span ends before b's begins."""
    return a.end < b.begin


def newest(records):
    """Those that are before no other of the set."""
    return [r for r in records if not any(before(r, other) for other in records)]


def day(records):
    """The one day on which the newest of the set lie."""
    days = {r.day for r in newest(records)}
    assert len(days) == 1
    return days.pop()


def since(xs, ys):
    """Some record of X is before no record of Y; never for an empty X."""
    return any(not any(before(x, y) for y in ys) for x in xs)


def first(records):
    """The set's first record: the one with the earliest beginning."""
    return min(records, key=lambda r: r.begin)


# ------------------------------------------------- section 7: working days

def easter(year):
    """Easter Sunday: the paschal full moon by golden number and epact, then the Sunday after."""
    golden = year % 19 + 1
    century = year // 100 + 1
    skipped_leap_years = 3 * century // 4 - 12
    moon_correction = (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - skipped_leap_years - 10
    epact = (11 * golden + 20 + moon_correction - skipped_leap_years) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    full_moon = 44 - epact
    if full_moon < 21:
        full_moon += 30
    march_day = full_moon + 7 - (sunday + full_moon) % 7
    return datetime.date(year, 3, 1) + datetime.timedelta(days=march_day - 1)


def holidays(year):
    """The Algemene termijnenwet, article 3, without the Sundays."""
    sunday = easter(year)
    kings_day = datetime.date(year, 4, 27)
    if kings_day.isoweekday() == 7:
        kings_day = datetime.date(year, 4, 26)
    from_easter = [-2, 1, 39, 50]       # Good Friday, Easter Monday, Ascension, Whit Monday
    return ([datetime.date(year, 1, 1), kings_day, datetime.date(year, 5, 5),
             datetime.date(year, 12, 25), datetime.date(year, 12, 26)]
            + [sunday + datetime.timedelta(days=n) for n in from_easter])


def is_working_day(date):
    return date.isoweekday() <= 5 and date not in holidays(date.year)


def working_days_after(date, count):
    while count > 0:
        date += datetime.timedelta(days=1)
        if is_working_day(date):
            count -= 1
    return date


# -------------------------------------------------- section 5: case state

# The values of a question, the most protective first.
PROTECTIVE = {
    "suspicion": ["yes", "doubt", "no"],
    "concern": ["yes", "doubt", "no"],
    "unsafe": ["acute", "disclosure", "structural", "yes", "doubt", "no"],
    "can-help": ["no", "doubt", "yes"],
    "accepts": ["no", "doubt", "yes"],
    "result": ["no", "doubt", "yes"],
}
REASSURING = {"suspicion": "no", "concern": "no", "unsafe": "no",
              "can-help": "yes", "accepts": "yes", "result": "yes"}
TALKS = ["skipped-safety", "skipped-expert", "skipped-contact",
         "no-concern", "no-help", "divided", "wants-help"]
CONSENTS = ["no", "yes"]
MEMBERS = ["socius", "ggd", "cjg", "lpa"]       # of the kernteam


def most_protective(records, order):
    """The most protective value among the newest, or None without any."""
    values = [r.value for r in newest(records)]
    return min(values, key=order.index) if values else None


def record_asks(record):
    """Step 1, Asks."""
    if record.code == "unsafe":
        return record.value != "no"
    return record.code in ("can-help", "accepts", "result") and record.value == "no"


class Case:
    """The records of one case, and each set and value of section 5 under its own name."""

    def __init__(self, records, today):
        self.records = records
        self.today = today
        self.school = records[0].school
        self.name = records[0].case
        self.date = day(records)
        self.make_sets()
        self.make_answers()

    def kind(self, kind, codes=None, values=None):
        return [r for r in self.records if r.kind == kind
                and (codes is None or r.code in codes)
                and (values is None or r.value in values)]

    def of_class(self, klass):
        return [s for s in self.S if WORDS.klass(s) == klass]

    # Sets of one case

    def make_sets(self):
        self.S = [s for s in self.kind("signal") if WORDS.klass(s) != "positive"]
        self.D = self.of_class("urgent") + self.kind("talk", None, ["skipped-safety"])
        self.E = self.of_class("expert") + self.kind("talk", None,
                                                     ["skipped-expert", "skipped-contact"])
        self.F = self.of_class("staff")
        self.P = self.of_class("pupil")
        self.H = self.of_class("notice")
        self.A = [s for s in self.S if WORDS.topic(s) == "absence"]
        self.home = [s for s in self.S
                     if WORDS.klass(s) not in ("staff", "pupil", "notice")]
        self.needs = self.kind("need")
        self.topics = {WORDS.topic(r) for r in self.S + self.needs} - {""}
        self.R = self.kind("done", ["veilig-thuis"], ["report", "report-now"])
        self.V = self.asked_advice("veilig-thuis") + self.R
        self.X = self.V + self.asked_advice("expert")
        self.answers = self.kind("answer")
        self.consults = self.kind("consult")
        self.talks = self.kind("talk", ["parents", "family"])
        self.Q = self.answers + self.talks
        self.U = [t for t in self.talks if t.value in ("no-help", "no-concern", "divided")]

    def asked_advice(self, partner):
        return self.kind("consult", [partner]) + self.kind("done", [partner], ADVICE)

    def expert_open(self):
        return bool(self.E) and not since(self.X, self.E)

    # Answers

    def make_answers(self):
        """self.given: all answers to a question; self.newest: those its name stands for;
        self.value: None (not given) or a token; self.stale: the questions that are stale."""
        self.given = {q: self.kind("answer", [q]) for q in PROTECTIVE}
        self.N = self.kind("answer", ["suspicion"], ["no"])
        self.keep_danger()
        self.newest = {q: newest(self.given[q]) for q in PROTECTIVE}
        self.value = {q: most_protective(self.given[q], PROTECTIVE[q]) for q in PROTECTIVE}
        self.close_rounds()
        self.close_result()
        self.stale = {q for q in PROTECTIVE if self.is_stale(q)}
        self.suspect_in_danger()

    def keep_danger(self):
        """Step 2: a danger once seen is not taken back before Veilig Thuis was asked."""
        self.ever_unsafe = self.given["unsafe"]         # W03: of whatever round
        danger = [a for a in self.given["unsafe"] if record_asks(a)]
        if danger and not since(self.V, danger):
            self.given["unsafe"] = danger

    def close_rounds(self):
        """Step 3: not since N is not given; but what asks stays until V since it."""
        for q in ("unsafe", "can-help", "accepts", "result"):
            if not since(self.newest[q], self.N) and not self.stays(q):
                self.value[q] = None

    def close_result(self):
        """Step 4: a result not since accepts is not given; but what asks stays until V."""
        if not since(self.newest["result"], self.given["accepts"]) and not self.stays("result"):
            self.value["result"] = None

    def stays(self, q):
        return self.asks(q) and not since(self.V, self.newest[q])

    def is_stale(self, q):
        """Step 5: a reassuring value that something has overtaken."""
        if self.value[q] != REASSURING[q]:
            return False
        overtakes = [self.S]
        if q in ("suspicion", "result", "concern"):
            overtakes.append(self.R)
        if q == "concern":
            overtakes.append(self.newest["suspicion"])
        if q == "accepts":
            overtakes.append(self.U)
        return any(not since(self.newest[q], ys) for ys in overtakes)

    def suspect_in_danger(self):
        """Step 6: while unsafe asks, a suspicion that is not a held no is a held yes."""
        if self.asks("unsafe") and not self.held("suspicion", "no"):
            self.value["suspicion"] = "yes"
            self.stale.discard("suspicion")

    # What may be said of a question

    def asks(self, q):
        if q == "unsafe":
            return self.value[q] not in (None, "no")
        return q in ("can-help", "accepts", "result") and self.value[q] == "no"

    def reported(self, q):
        return since(self.R, self.newest[q])

    def held(self, q, *values):
        return self.value[q] in values and q not in self.stale

    def is_none(self, q):
        return self.value[q] is None

    def none_or_stale(self, q):
        return self.is_none(q) or q in self.stale

    # Talk, consent, plan, done

    def talk(self):
        return most_protective(self.talks, TALKS)

    def lapsed(self):
        return self.talk() == "wants-help" and not since(newest(self.talks), self.S)

    def wants_help(self):
        return self.talk() == "wants-help" and not self.lapsed()

    def consents(self, partner):
        return newest(self.kind("consent", [partner]))

    def plan(self, code):
        """The records of the plan that count: the newest; none when not given."""
        records = newest(self.kind("plan", [code]))
        if not since(records, self.N):
            return []
        if code == "review" and not since(records, self.newest["suspicion"]):
            return []
        return records

    def plan_due(self, code):
        """The earliest due as a date, or None."""
        return min((datetime.date.fromisoformat(p.due) for p in self.plan(code)), default=None)

    def casemanager(self):
        return min((p.value for p in self.plan("casemanager")),
                   key=CASEMANAGERS.index, default=None)

    def plan_passed(self, code):
        due = self.plan_due(code)
        return due is not None and due < self.today

    def done(self, partner, action):
        """Done of (partner, action), with what counts as done."""
        records = self.kind("done", [partner], [action])
        if action == "discuss" or action in ADVICE:
            records += self.kind("consult", [partner])
        if (partner, action) == ("kernteam", "discuss"):
            records += self.kind("consult", MEMBERS)
        if (partner, action) == ("af", "discuss"):
            records += self.kind("consult", ["colleague"])
        if (partner, action) == ("af", "talk"):
            records += self.talks
        if (partner, action) == ("af", "weigh"):
            records += self.answers
        return records

    def done_by_anyone(self, action):
        return [r for p in PARTNERS for r in self.done(p, action)]

    def help_runs(self):
        return (self.value["suspicion"] == "yes"
                and self.value["can-help"] == "yes" and self.value["accepts"] == "yes"
                and (self.none_or_stale("result") or self.held("result", "doubt")))


# ------------------------------------------------------ section 6: weighing

def unreported_no(c, q):
    """W05, W06, W07."""
    return (c.held(q, "no") and not c.reported(q)
            and (c.held("suspicion", "yes") or not since(c.V, c.newest[q])))


def report_made(c):
    return c.asks("unsafe") or (c.held("suspicion", "yes")
                                and any(c.asks(q) for q in ("can-help", "accepts", "result")))


def weigh(c):
    """(rule, outcome): the first row that holds, from the top."""
    return (weigh_safety(c) or weigh_after_report(c) or weigh_before_meldcode(c)
            or weigh_suspicion(c) or weigh_help(c) or weigh_result(c))


def weigh_safety(c):
    if c.held("unsafe", "acute", "disclosure", "structural", "yes") and not c.reported("unsafe"):
        return "W01", "report-now"
    if c.held("unsafe", "doubt") and not c.reported("unsafe"):
        return "W02", "report-now"
    if c.D and (not since(c.ever_unsafe, c.D) or not since(c.V, c.D)):
        return "W03", "check-safety"
    if c.expert_open():
        return "W04", "expert-first"
    if unreported_no(c, "can-help"):
        return "W05", "report"
    if unreported_no(c, "accepts"):
        return "W06", "report"
    if unreported_no(c, "result"):
        return "W07", "report-again"
    if c.F and not since(c.done("board", "staff-duty"), c.F):
        return "W08", "staff-duty"
    return None


def weigh_after_report(c):
    if not report_made(c):
        return None
    if c.S and not since(c.R, c.S):
        return "W09", "reweigh"
    return "W10", "reported"


def weigh_before_meldcode(c):
    if c.answers or c.R:
        return None
    if c.S and not c.home:
        return "W11", "own-protocol"
    if c.wants_help() and not c.E:
        return "W12", "early-help"
    if not (c.talk() is None or c.lapsed()) or c.E:
        return "W13", "start-meldcode"
    return "W14", "talk-first"


def weigh_suspicion(c):
    """Weighing 1, and the grey area."""
    if "suspicion" in c.stale:
        return "W15", "reweigh"
    if c.is_none("suspicion"):
        return "W16", "incomplete"
    if c.held("suspicion", "doubt"):
        return "W17", "consult"
    if not c.held("suspicion", "no"):
        return None
    if c.held("concern", "yes", "doubt") and c.plan_passed("review"):
        return "W18", "overdue"
    if c.held("concern", "yes", "doubt"):
        return "W19", "grey"
    if "concern" in c.stale:
        return "W20", "reweigh"
    if c.is_none("concern"):
        return "W21", "incomplete"
    return "W22", "close"


def weigh_help(c):
    """Weighings 2, 3 and 4."""
    if "unsafe" in c.stale:
        return "W23", "reweigh"
    if c.is_none("unsafe"):
        return "W24", "incomplete"
    if c.held("can-help", "doubt"):
        return "W25", "consult"
    if "can-help" in c.stale:
        return "W26", "reweigh"
    if c.is_none("can-help"):
        return "W27", "incomplete"
    if c.held("accepts", "doubt"):
        return "W28", "consult"
    if "accepts" in c.stale:
        return "W29", "reweigh"
    if c.is_none("accepts"):
        return "W30", "incomplete"
    return None


def weigh_result(c):
    """Weighing 5: can-help and accepts are yes."""
    assert c.held("can-help", "yes") and c.held("accepts", "yes")
    if not c.held("result", "yes") and c.plan_passed("term"):
        return "W31", "overdue"
    if c.held("result", "doubt"):
        return "W32", "consult"
    if c.held("result", "yes"):
        return "W33", "close-monitor"
    return "W34", "help"


def weigh_due(c, rule):
    if rule in ("W01", "W02"):
        return day(c.newest["unsafe"])
    if rule == "W03":
        return day(c.D)
    if rule in ("W18", "W19"):
        return c.plan_due("review")
    if rule in ("W31", "W34"):
        return c.plan_due("term")
    return None


def weigh_flags(c, rule, outcome):
    flags = ["with-vt"] if rule in ("W01", "W02") else []
    missing = missing_steps(c, outcome)
    if outcome in ("incomplete", "reweigh"):
        missing += missing_questions(c, rule)
    missing += missing_plan(c, rule)
    return flags + ["missing:" + name for name in missing]


def missing_steps(c, outcome):
    """When any answer was given and nothing more pressing is the outcome."""
    if not c.answers or outcome in ("report-now", "check-safety", "expert-first", "staff-duty"):
        return []
    names = []
    if not since(c.consults, c.N):
        names.append("consult")
    if not since(c.talks, c.N) and not c.E:
        names.append("talk")
    return names


def missing_questions(c, rule):
    if rule == "W09":
        return ["unsafe"] + [q for q in ("can-help", "accepts", "result")
                             if c.asks(q) and not since(c.newest[q], c.S)]
    if c.none_or_stale("suspicion"):
        return ["suspicion"]
    if c.held("suspicion", "no"):
        return ["concern"]
    if c.held("suspicion", "yes"):
        return [q for q in ("unsafe", "can-help", "accepts") if c.none_or_stale(q)]
    return []


def missing_plan(c, rule):
    codes = ["goal", "term", "casemanager"] if c.help_runs() else []
    if rule in ("W18", "W19"):
        codes.append("review")
    if rule == "W33":
        codes.append("monitor")
    return [code for code in codes if not c.plan(code)]


# ------------------------------------------------------ section 7: referral

# set:     counts from
# due:     None, a number of working days (0 is the day itself), or a date
# duty:    the set is D, E, F, P or H: the day is that of its first record until done
# lasting: the row is marked "!"
# anyone:  a row by topic: done by any partner silences it
Row = namedtuple("Row", "rule partner action set due duty lasting anyone",
                 defaults=(False, False, False))

TOPIC_PARTNER = {"social": "socius", "health": "ggd", "parenting": "cjg", "absence": "lpa"}


def partners_by_topic(c):
    partners = [TOPIC_PARTNER[t] for t in ("social", "health", "parenting") if t in c.topics]
    if partners:
        return partners
    return ["lpa"] if c.topics == {"absence"} else ["kernteam"]


def rows_by_topic(c, rule, action, from_set, due):
    return [Row(rule, p, action, from_set, due, anyone=True) for p in partners_by_topic(c)]


def asked_questions(c):
    """"Asked": the questions that make it so, reported or not."""
    asked = ["unsafe"] if c.asks("unsafe") else []
    return asked + [q for q in ("can-help", "accepts", "result") if c.asks(q)
                    and (c.held("suspicion", "yes") or not since(c.V, c.newest[q]))]


def latest_answers(c, questions):
    """The answers of the latest of these questions; of all when they lie on one day."""
    return newest([a for q in questions for a in c.newest[q]])


def all_rows(c, rule, outcome, flags):
    """Every row that holds, in the order of the page, silenced or not."""
    return (rows_report(c, rule, outcome) + rows_safety(c, rule) + rows_outside(c)
            + rows_weighing(c, rule, outcome) + rows_early(c, outcome)
            + rows_help(c) + rows_grey(c, rule) + rows_plan(c, rule, flags)
            + rows_needs(c))


def rows_report(c, rule, outcome):
    """R01 to R07."""
    rows = []
    asked = asked_questions(c)
    unreported = [q for q in asked if not c.reported(q)]
    if rule in ("W01", "W02"):
        rows.append(Row("R01", "veilig-thuis", "report-now", c.newest["unsafe"], 0))
    if unreported and rule not in ("W01", "W02"):
        rows.append(Row("R02", "veilig-thuis", "report", latest_answers(c, unreported), 1))
    if asked:
        danger = c.asks("unsafe")
        from_set = c.newest["unsafe"] if danger else latest_answers(c, asked)
        rows.append(Row("R03", "board", "inform", from_set, 0 if danger else 1))
        if outcome != "check-safety" and may_tell_parents(c):
            rows.append(Row("R04", "af", "tell-parents", from_set, 1))
    if c.R:
        rows.append(Row("R05", "veilig-thuis", "feedback", c.R, 5))
        rows.append(Row("R06", "veilig-thuis", "final-feedback", c.R, 50))
    if rule == "W10":
        due = working_days_after(day(c.R), 20)
        due = min(due, c.plan_due("monitor") or due)
        rows.append(Row("R07", "af", "monitor", c.R, due, lasting=True))
    return rows


def may_tell_parents(c):
    return (not c.E and c.talk() != "skipped-safety"
            and (not c.D or since(c.V, c.D)))


def rows_safety(c, rule):
    """R08 and R09."""
    rows = []
    if rule == "W03" and not since(c.V, c.D):
        rows.append(Row("R08", "veilig-thuis", "advise-now", c.D, 0, duty=True))
    if rule == "W04":
        rows.append(Row("R09", "veilig-thuis", "advise-expert", c.E, 0, duty=True))
    return rows


def rows_outside(c):
    """R10 to R13, whatever the outcome."""
    rows = []
    if c.F:
        rows.append(Row("R10", "board", "staff-duty", c.F, 0, duty=True))
        rows.append(Row("R11", "inspector", "advise", c.F, 0, duty=True))
    if c.P:
        rows.append(Row("R12", "board", "peer-protocol", c.P, 0, duty=True))
    if c.H:
        rows.append(Row("R13", "af", "comfort", c.H, 0, duty=True))
    return rows


def rows_weighing(c, rule, outcome):
    """R14 to R20."""
    rows = []
    if outcome == "consult":
        rows.append(Row("R14", "af", "discuss", c.Q, 5))
        rows.append(Row("R15", "kernteam", "discuss", c.Q, 5))
        rows.append(Row("R16", "veilig-thuis", "advise", c.Q, 5))
    if outcome == "reweigh":
        rows.append(Row("R17", "af", "weigh", c.S + c.R + c.U, 1, lasting=True))
    if outcome in ("incomplete", "start-meldcode"):
        due = 1 if rule == "W24" else 5
        rows.append(Row("R18", "af", "weigh", c.Q or c.S, due, lasting=True))
    if outcome == "check-safety" and not since(c.ever_unsafe, c.D):
        rows.append(Row("R19", "af", "weigh", c.D, 0, duty=True, lasting=True))
    if outcome == "expert-first":
        rows.append(Row("R20", "af", "weigh", c.E, 5, duty=True, lasting=True))
    if outcome == "consult":
        rows.append(Row("R20", "af", "weigh", c.Q, 10, lasting=True))
    return rows


def rows_early(c, outcome):
    """R21 to R24."""
    rows = []
    if outcome == "talk-first":
        from_set = [first(c.S)] if c.S and not c.talks else c.S
        rows.append(Row("R21", "af", "talk", from_set, 5, lasting=True))
    if outcome in ("talk-first", "start-meldcode") and c.S and not c.consults:
        rows.append(Row("R22", "kernteam", "discuss", c.Q or c.S, 5))
    if outcome == "early-help" or (outcome == "talk-first" and c.lapsed()):
        rows += rows_by_topic(c, "R23", "joint-talk", newest(c.talks), 5)
    if outcome == "early-help":
        due = c.plan_due("review") or 20
        rows.append(Row("R24", "af", "review", newest(c.talks), due, lasting=True))
    return rows


def rows_help(c):
    """R25 and R26, whatever the outcome."""
    if not c.help_runs():
        return []
    rows = []
    accepts = c.newest["accepts"]
    manager = c.casemanager()
    if c.expert_open():
        pass
    elif manager in PARTNERS and manager not in ("af", "board", "veilig-thuis", "inspector"):
        rows.append(Row("R25", manager, "help", accepts, 5))
    else:
        rows += rows_by_topic(c, "R25", "help", accepts, 5)
    if c.plan("term"):
        rows.append(Row("R26", "af", "review", accepts, c.plan_due("term"), lasting=True))
    return rows


def rows_grey(c, rule):
    """R27 to R31."""
    if rule not in ("W18", "W19"):
        return []
    rows = []
    suspicion = c.newest["suspicion"]
    if c.plan("review"):
        rows.append(Row("R27", "af", "review", suspicion, c.plan_due("review"), lasting=True))
    if c.wants_help():
        return rows + rows_by_topic(c, "R28", "joint-talk", newest(c.talks), 5)
    both = suspicion + c.newest["concern"]
    return rows + [Row("R29", "kernteam", "explore-grey", both, 10),
                   Row("R30", "kernteam", "bear-and-normalise", both, 10),
                   Row("R31", "kernteam", "think-along", both, 10)]


def rows_plan(c, rule, flags):
    """R32 and R33."""
    rows = []
    if rule == "W33":
        due = c.plan_due("monitor") or 20
        rows.append(Row("R32", "af", "monitor", c.newest["result"], due, lasting=True))
    agreements = ("goal", "term", "casemanager", "review", "monitor")
    if any("missing:" + code in flags for code in agreements):
        question = {"W18": "suspicion", "W19": "suspicion", "W33": "result"}.get(rule, "accepts")
        rows.append(Row("R33", "af", "plan", c.newest[question], 5, lasting=True))
    return rows


def rows_needs(c):
    """R34 and R35, whatever the outcome."""
    if c.expert_open():
        return []
    rows = []
    for topic, partner in TOPIC_PARTNER.items():
        needs = [n for n in c.needs if WORDS.topic(n) == topic]
        if needs:
            rows.append(Row("R34", partner, "practical-help", needs, 10))
    if c.A:
        rows.append(Row("R35", "lpa", "absence", c.A, 5))
    return rows


def becomes(partner, kernteam):
    """Who is asked: a member that the kernteam file does not list becomes kernteam."""
    if kernteam is not None and partner in MEMBERS and partner not in kernteam:
        return "kernteam"
    return partner


def silenced(c, row, kernteam):
    """A row done since its set gives nothing; one marked "!" is never silenced."""
    if row.lasting:
        return False
    if row.anyone:
        return since(c.done_by_anyone(row.action), row.set)
    return any(since(c.done(p, row.action), row.set)
               for p in (row.partner, becomes(row.partner, kernteam)))


def row_due(c, row):
    if row.due is None or isinstance(row.due, datetime.date):
        return row.due
    return working_days_after(row_day(c, row), row.due)


def row_day(c, row):
    """The day from which a due counts."""
    if not row.set:
        return c.date
    if row.duty:
        # A duty grows no younger by a second signal.
        begin = [first(row.set)]
        if not since(c.done(row.partner, row.action), begin):
            return day(begin)
    return day(row.set)


def manner(c, partner, action):
    """named or anonymous."""
    if partner == "veilig-thuis":
        return "anonymous" if action in ADVICE else "named"
    if partner not in ["kernteam", "social-base", "colleague", "expert"] + MEMBERS:
        return "named"
    if action == "absence":
        return "named"
    own = c.consents(partner)
    kernteam = c.consents("kernteam") if partner in MEMBERS else []
    if own or kernteam:
        return "anonymous" if consent_refused(own, kernteam) else "named"
    open_to_it = c.talk() == "wants-help" or c.value["accepts"] == "yes"
    if action in ("joint-talk", "help", "practical-help") and open_to_it:
        return "named"
    return "anonymous"


def consent_refused(own, kernteam):
    """A no of either; the kernteam's yields to the partner's own yes that comes after it."""
    if any(r.value == "no" for r in own):
        return True
    refusals = [r for r in kernteam if r.value == "no"]
    return any(not any(before(no, yes) for yes in own) for no in refusals)


def refer(c, rule, outcome, flags, kernteam):
    """[rule, partner, action, due, manner], rows that fall together made one."""
    given = []
    for row in all_rows(c, rule, outcome, flags):
        if not silenced(c, row, kernteam):
            add(given, [row.rule, becomes(row.partner, kernteam), row.action,
                        row_due(c, row), manner(c, row.partner, row.action)])
    return given or [["R36", "af", "none", None, manner(c, "af", "none")]]


def add(given, new):
    """The first row of a partner and action stays, with the earlier due, anonymous if either is."""
    for old in given:
        if old[1:3] == new[1:3]:
            old[3] = min(old[3], new[3])
            old[4] = min(old[4], new[4])        # "anonymous" < "named"
            return
    given.append(new)


# ------------------------------------------------------------------- command

def read_cases(lines, today):
    """Cases by (school, case) in the order in which they came; only facts up to today."""
    cases = {}
    for fields in csv.reader(lines):
        if not fields or fields == HEADER or fields[3] in ("weigh", "refer", "school"):
            continue
        record = make_record(fields)
        if record.day <= today:
            cases.setdefault((record.school, record.case), []).append(record)
    return [Case(records, today) for records in cases.values()]


def read_kernteam(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {row["partner"] for row in csv.DictReader(file)}


def line(c, kind, code, value, due, by, text):
    fields = [c.name, c.date.isoformat(), c.school, kind, code, value,
              due.isoformat() if due else "", by, text]
    return ",".join(fields) + "\n"


def derive(cases, kernteam):
    """(weigh lines, refer lines)."""
    weighed, referred = [], []
    for c in cases:
        rule, outcome = weigh(c)
        flags = weigh_flags(c, rule, outcome)
        weighed.append(line(c, "weigh", outcome, rule, weigh_due(c, rule),
                            "mc-weigh", " ".join(flags)))
        for row, partner, action, due, how in refer(c, rule, outcome, flags, kernteam):
            referred.append(line(c, "refer", partner, action, due, "mc-refer", f"{row} {how}"))
    return weighed, referred


def main():
    parser = argparse.ArgumentParser(description="weigh and refer, read literally")
    parser.add_argument("command", choices=["weigh", "refer"])
    parser.add_argument("--as-of", type=datetime.date.fromisoformat,
                        default=datetime.date.today(), metavar="DATE")
    parser.add_argument("--kernteam", metavar="FILE")
    options = parser.parse_args()
    sys.stdin.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    cases = read_cases(sys.stdin, options.as_of)
    kernteam = read_kernteam(options.kernteam) if options.kernteam else None
    weighed, referred = derive(cases, kernteam)
    sys.stdout.writelines(weighed)
    if options.command == "refer":
        sys.stdout.writelines(referred)


if __name__ == "__main__":
    main()
