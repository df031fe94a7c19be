#!/usr/bin/env python3
"""A second reading of the rules, in plain Python: slow and literal.

    meldcode.py weigh [--as-of DATE] [file ...]
                       prints the weigh records
    meldcode.py refer [--as-of DATE] [--kernteam FILE] [file ...]
                       prints the weigh records, then the refer records
    meldcode.py count [--as-of DATE] [--kernteam FILE] [file ...]
                       prints how many cases reached each rule; status 1 when
                       a rule was reached by none (W35 aside)

Canonical records on standard input or in the files; derived records, without
a header, on standard output, cases in the order in which they first came.

Every record of a case is kept, and every sentence of mc-record(5),
mc-meldcode(7) and mc-refer(1) is worked out on lists of records: a set of the
rules is a list here, and its letter is its name.  Nothing is taken from the
tools: where this program and they differ, one of the two has misread a
sentence.

A line that cannot be read is named on standard error and makes the status 1;
its case is then flagged `refused`.
"""

import argparse
import csv
import datetime
import functools
import os
import re
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

    def klass(self, name, token):
        return self.rows[name, token]["class"]


WORDS = Vocabulary(VOCABULARY)
PARTNERS = WORDS.order["partner"]
# The casemanager: "the first in the order of the vocabulary, partners before roles".
CASEMANAGERS = PARTNERS + [r for r in WORDS.order["role"] if r not in PARTNERS]
ADVICE = [a for a in WORDS.order["action"] if a.startswith("advise")]
MEMBERS = ["socius", "ggd", "cjg", "lpa"]       # of the kernteam
COLLEAGUES = [p for p in PARTNERS if WORDS.klass("partner", p) == "colleague"]
OUTSIDE = [p for p in PARTNERS if WORDS.klass("partner", p) == "outside"]

# Who can have done what: no other pair of `done` is a record.
JOINT = "joint-talk help practical-help"
DONE = {
    "af": "tell-parents monitor comfort discuss weigh talk review plan handover",
    "board": "inform staff-duty peer-protocol",
    "inspector": "advise",
    "veilig-thuis": "report-now report add-to-report feedback final-feedback"
                    " advise advise-now advise-expert",
    "kernteam": "discuss explore-grey bear-and-normalise think-along absence " + JOINT,
    "socius": JOINT, "ggd": JOINT, "cjg": JOINT, "lpa": JOINT + " absence",
    "expert": "advise advise-now advise-expert help",
    "social-base": "help", "support-team": "help", "youth-care": "help", "guardian": "help",
    "colleague": "help", "smw": "help", "nurse": "help",
    "other-school": "left handover",
}
DONE = {partner: actions.split() for partner, actions in DONE.items()}


# ------------------------------------------------------------------- records

# begin and end are minutes, both within the span in which the thing happened.
Record = namedtuple("Record", HEADER + ["begin", "end"])

CODES = {"signal": "signal", "consult": "partner", "talk": "party", "consent": "partner",
         "answer": "question", "plan": "plan", "need": "need", "done": "partner",
         "school": "school"}
ANSWERS = ["yes", "no", "doubt"]
UNSAFE_ANSWERS = ANSWERS + ["acute", "structural", "disclosure"]


def read_day(text):
    if not re.fullmatch(r"2[01]\d\d-\d\d-\d\d", text, re.ASCII):
        raise ValueError(f"no day: {text}")
    return datetime.date.fromisoformat(text)


@functools.cache
def values_of(kind, code):
    """What the value of a record may be; [""] when it must be empty."""
    if kind == "plan":
        return CASEMANAGERS if code == "casemanager" else [""]
    if kind == "answer":
        return UNSAFE_ANSWERS if code == "unsafe" else ANSWERS
    return {"signal": WORDS.order["known"], "consult": WORDS.order["manner"],
            "talk": WORDS.order["talk"], "consent": ["yes", "no"], "school": ["yes", "no"],
            "need": [""], "done": DONE.get(code, [])}[kind]


def needs_text(kind, code, value):
    return (kind == "signal" or (kind == "plan" and code in ("goal", "agreement"))
            or (kind == "talk" and (value.startswith("skipped-") or value == "unreached")))


def check(condition, message):
    if not condition:
        raise ValueError(message)


def make_record(fields):
    """A record of the nine fields; ValueError when they are no record."""
    check(len(fields) == 9, "not nine fields")
    case, date, school, kind, code, value, due, by, text = fields
    check(kind in CODES, f"kind {kind}")
    check(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}", case, re.ASCII)
          or (kind == "school" and case == ""), f"case {case}")
    check((case == "") == (kind == "school"), "a case has no precondition of a school")
    check(re.fullmatch(r"\d\d[A-Z][A-Z]\d\d", school, re.ASCII), f"school {school}")
    check(code in WORDS.order[CODES[kind]], f"code {code}")
    check(value in values_of(kind, code), f"value {value}")
    check(by in [""] + WORDS.order["role"], f"by {by}")
    check(text or not needs_text(kind, code, value), "no text")
    check(not re.search(r"[\x00-\x1f\x7f-\x9f]", text), "a control character")
    has_due = kind == "plan" and code in ("term", "monitor", "review")
    check(bool(due) == has_due or kind == "signal", f"due {due}")
    if due:
        read_day(due)
    check(re.fullmatch(r"T([01]\d|2[0-3]):[0-5]\d|", date[10:], re.ASCII), f"date {date}")
    return Record(*fields, *span(kind, date, due))


# ---------------------------------------------------------- the rules of time

DAY = 24 * 60


def span(kind, date, due):
    """"A record's date is the span in which the thing happened: that minute, or, without
    a time, that whole day; a signal whose due is a later day counts on that whole day"."""
    day_of_date = read_day(date[:10])
    if kind == "signal" and due and read_day(due) > day_of_date:
        begin = read_day(due).toordinal() * DAY
        return begin, begin + DAY - 1
    begin = day_of_date.toordinal() * DAY
    if len(date) == 10:
        return begin, begin + DAY - 1
    minute = begin + int(date[11:13]) * 60 + int(date[14:16])
    return minute, minute


def day_of(record):
    return datetime.date.fromordinal(record.begin // DAY)


def whole_day(record):
    begin = record.begin // DAY * DAY
    return record._replace(begin=begin, end=begin + DAY - 1)


def before(a, b):
    """"Record a is before record b when a's span ends before b's begins"."""
    return a.end < b.begin


def newest(records):
    """"Those of its records that are before no other of the set"."""
    return [r for r in records if not any(before(r, other) for other in records)]


def day(records):
    """"All of them lie on one day, the set's day"."""
    days = {day_of(r) for r in newest(records)}
    assert len(days) == 1
    return days.pop()


def since(xs, ys):
    """"X since Y holds when some record of X is before no record of Y (never for an empty
    X, always for an empty Y and an X that is not)"."""
    return any(not any(before(x, y) for y in ys) for x in xs)


def after(xs, ended):
    """"X after Y is the day from which a duty counts: of X's first record, its next-newest
    (of the records on days before X's day the one that begins last) and its newest, the
    first that Y is not since; X's day when Y is since all three".

    ended tells of one record whether Y is since it."""
    last = day(xs)
    earlier = [x for x in xs if day_of(x) < last]
    three = [min(xs, key=begins)] + ([max(earlier, key=begins)] if earlier else []) \
        + [max(xs, key=begins)]
    for x in three:
        if not ended(x):
            return day_of(x)
    return last


def begins(record):
    return record.begin


def most_protective(records, order):
    """"Where one value is needed, the most protective among the newest counts"; None
    without any."""
    values = [r.value for r in newest(records)]
    return min(values, key=order.index) if values else None


# ------------------------------------------------------------- working days

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


@functools.cache
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
    """"+n = n Dutch working days after that day"."""
    while count > 0:
        date += datetime.timedelta(days=1)
        if is_working_day(date):
            count -= 1
    return date


# ------------------------------------------------------ the state of a case

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
HELP_QUESTIONS = ["can-help", "accepts", "result"]
TALKS = ["skipped-safety", "skipped-expert", "skipped-contact",
         "no-concern", "no-help", "divided", "open", "wants-help"]
CONSENTS = ["no", "yes"]

# A set that a duty counts from, and what ends it: a list of ways, each a list
# of sets; the duty of a record is ended when for one way each of the sets is
# since that record.
Duty = namedtuple("Duty", "records ends")


def duty(records, *sets):
    """The duty of these records, ended by each of the sets alone."""
    return Duty(records, [[s] for s in sets])


def ended_also_by(one, *sets):
    return Duty(one.records, one.ends + [[s] for s in sets])


def is_ended(one, record):
    return any(all(since(s, [record]) for s in way) for way in one.ends)


def answer_asks(answer):
    """"An answer asks for a report when it is unsafe other than no, or can-help, accepts or
    result no"."""
    if answer.code == "unsafe":
        return answer.value != "no"
    return answer.code in HELP_QUESTIONS and answer.value == "no"


class Case:
    """The records of one case, and each set and value of the rules under its own name."""

    def __init__(self, name, school, records, today, refused=False):
        self.name, self.school = name, school
        self.today = today
        self.refused = refused
        self.records = records
        # "The case's date is the day of all its records"; of a case without any, the as-of day.
        self.date = day(records) if records else today
        self.first_day = min((day_of(r) for r in records), default=today)
        self.make_sets()
        self.make_answers()

    def kind(self, kind, codes=None, values=None):
        return [r for r in self.records if r.kind == kind
                and (codes is None or r.code in codes)
                and (values is None or r.value in values)]

    # The sets of one case

    def make_sets(self):
        """"Signals of class positive and note, and talks of value unreached play no part"."""
        self.S = [s for s in self.kind("signal")
                  if WORDS.klass("signal", s.code) not in ("positive", "note")]
        all_talks = [t for t in self.kind("talk") if t.value != "unreached"]

        def of_class(klass):
            return [s for s in self.S if WORDS.klass("signal", s.code) == klass]

        def of_value(talks, *values):
            return [t for t in talks if t.value in values]

        # "D and E: talks with whatever party"
        self.D = of_class("urgent") + of_value(all_talks, "skipped-safety")
        self.E = of_class("expert") + of_value(all_talks, "skipped-expert", "skipped-contact")
        self.F = of_class("staff")
        self.P = of_class("pupil")
        self.H = of_class("notice")
        self.A = [s for s in self.S if WORDS.topic(s) == "absence"]
        self.I = [s for s in self.S if s.code in ("injury", "injury-pattern")]
        self.home = [s for s in self.S
                     if WORDS.klass("signal", s.code) not in ("staff", "pupil", "notice")]
        self.needs = self.kind("need")
        self.topics = {WORDS.topic(r) for r in self.S + self.needs} - {""}

        # "R reports made: done by veilig-thuis of report, report-now or add-to-report"
        self.R = self.kind("done", ["veilig-thuis"], ["report", "report-now", "add-to-report"])
        # "V Veilig Thuis was asked"; "X an expert was asked: V, and the same with expert"
        self.V = self.asked(["veilig-thuis"]) + self.R
        self.X = self.V + self.asked(["expert"])
        # "C somebody was consulted: every consult, every done of discuss or of an action
        # whose name begins with advise, and R"
        self.C = self.kind("consult") + self.kind("done", None, ["discuss"] + ADVICE) + self.R

        # "'talk' without more is one with parents, family or one-parent, held or skipped"
        self.T = [t for t in all_talks if t.code in ("parents", "family", "one-parent")]
        self.U = of_value(self.T, "no-help", "no-concern", "divided")
        self.G = of_value(self.T, "wants-help")
        self.talks_both_parents = [t for t in all_talks if t.code in ("parents", "family")]
        self.talks_child = [t for t in all_talks if t.code in ("child", "family")]

    def asked(self, partners):
        return self.kind("consult", partners) + self.kind("done", partners, ADVICE)

    def since_advice_set(self, xs, ys):
        """X since D, or X since E: "What is since S is also since D and since E: a talk
        skipped on advice does not ask for that advice anew"."""
        return since(xs, ys) or since(xs, self.S)

    def expert_open(self):
        """"E is not empty and not X since E"."""
        return bool(self.E) and not self.since_advice_set(self.X, self.E)

    # Answers

    def make_answers(self):
        """given: all answers to a question; counting: those that count;
        newest: of these the newest, for which the question's name stands;
        value: a token, or None when not given; stale: the questions that are stale."""
        self.answers = self.kind("answer")
        self.given = {q: self.kind("answer", [q]) for q in PROTECTIVE}
        self.counting = {q: self.counting_answers(q) for q in PROTECTIVE}
        self.newest = {q: newest(self.counting[q]) for q in PROTECTIVE}
        self.value = {q: most_protective(self.counting[q], PROTECTIVE[q]) for q in PROTECTIVE}
        self.N = self.kind("answer", ["suspicion"], ["no"])
        self.close_rounds()
        self.close_result()
        self.stale = {q for q in PROTECTIVE if self.is_stale(q)}
        self.imply_suspicion()
        self.make_O()

    # 1. Asks

    def answers_reported(self, answers):
        """"It is reported when R since it; also when R since S and its day is at most one
        working day after R's (report first, write after)"."""
        if since(self.R, answers):
            return True
        return since(self.R, self.S) and day(answers) <= working_days_after(day(self.R), 1)

    def answers_advised(self, answers):
        """"It is advised when V since it, or reported"."""
        return since(self.V, answers) or self.answers_reported(answers)

    # 2. Not taken back alone

    def counting_answers(self, q):
        given = self.given[q]
        if q == "unsafe":
            # "While the answers to unsafe that ask are not advised, these alone are the
            # answers to unsafe"
            asking = [a for a in given if answer_asks(a)]
            return asking if asking and not self.answers_advised(asking) else given
        if q in HELP_QUESTIONS:
            # "While the answers no among the newest of its answers other than doubt are not
            # advised, its answers doubt do not count"
            sure = [a for a in given if a.value != "doubt"]
            asking = [a for a in newest(sure) if a.value == "no"]
            return sure if asking and not self.answers_advised(asking) else given
        return given

    # 3. Rounds

    def close_rounds(self):
        """"The value of unsafe, can-help, accepts or result that is not since N belongs to an
        earlier round and counts as not given; but unsafe that asks stays until it is
        reported, another that asks until it is advised"."""
        for q in ["unsafe"] + HELP_QUESTIONS:
            if not since(self.newest[q], self.N) and not self.stays(q):
                self.value[q] = None

    def stays(self, q):
        if not self.asks(q):
            return False
        return not (self.reported(q) if q == "unsafe" else self.advised(q))

    # 4. Result

    def close_result(self):
        """"A result that is not since accepts (any answer given to accepts) counts as not
        given; but one that asks stays until it is advised"."""
        if not since(self.newest["result"], self.given["accepts"]) and not self.stays("result"):
            self.value["result"] = None

    # 5. Stale

    def overtakers(self, q):
        """The sets that make a reassuring value stale which is not since them."""
        sets = [self.S]
        if q in ("suspicion", "result", "concern"):
            sets.append(self.R)
        if q == "concern":
            sets.append(self.counting["suspicion"])
        if q == "accepts":
            sets.append(self.U)
        return sets

    def overtaken_by(self, q):
        return [ys for ys in self.overtakers(q) if not since(self.newest[q], ys)]

    def is_stale(self, q):
        """"A worrying value or a doubt is never stale"."""
        return self.value[q] == REASSURING[q] and bool(self.overtaken_by(q))

    # 6. Suspicion

    def imply_suspicion(self):
        """"While unsafe asks, a suspicion that is not a held no, and while another question
        asks, a suspicion doubt, counts as a held yes"."""
        if ((self.asks("unsafe") and not self.held("suspicion", "no"))
                or (any(self.asks(q) for q in HELP_QUESTIONS)
                    and self.value["suspicion"] == "doubt")):
            self.value["suspicion"] = "yes"
            self.stale.discard("suspicion")

    def make_O(self):
        """"The end of the round before, are those of N on days before the day of suspicion"."""
        suspicion = self.newest["suspicion"]
        self.O = [n for n in self.N if day_of(n) < day(suspicion)]

    # What may be said of a question

    def asks(self, q):
        if q == "unsafe":
            return self.value[q] not in (None, "no")
        return q in HELP_QUESTIONS and self.value[q] == "no"

    def asking(self, q):
        """Those of its newest answers that ask."""
        return [a for a in self.newest[q] if answer_asks(a)]

    def reported(self, q):
        return self.answers_reported(self.asking(q))

    def advised(self, q):
        return self.answers_advised(self.asking(q))

    def is_asked(self, q):
        """"unsafe asks, or can-help, accepts or result asks and suspicion is yes or that
        question is not advised; reported or not"."""
        if q == "unsafe":
            return self.asks(q)
        return self.asks(q) and (self.held("suspicion", "yes") or not self.advised(q))

    def questions_asked(self):
        return [q for q in ["unsafe"] + HELP_QUESTIONS if self.is_asked(q)]

    def held(self, q, *values):
        """"A value that is neither none (not given) nor stale is held"."""
        return self.value[q] in values and q not in self.stale

    def is_none(self, q):
        return self.value[q] is None

    def none_or_stale(self, q):
        return self.is_none(q) or q in self.stale

    def stand(self, q):
        """"Those of its counting answers that say the same as its value (for unsafe all that
        ask; for concern yes and doubt are the same), after what ends it: its counting
        answers that say otherwise; for concern also suspicion yes and doubt; for the others
        but suspicion also N (for one that asks: N and V both; for unsafe that asks not N)"."""
        def same(answer):
            if self.asks(q):
                return answer_asks(answer)
            if q == "concern" and self.value[q] in ("yes", "doubt"):
                return answer.value in ("yes", "doubt")
            return answer.value == self.value[q]

        records = [a for a in self.counting[q] if same(a)]
        ends = [[[a for a in self.counting[q] if not same(a)]]]
        if q == "concern":
            ends.append([[a for a in self.counting["suspicion"] if a.value in ("yes", "doubt")]])
        elif q in HELP_QUESTIONS and self.asks(q):
            ends.append([self.N, self.V])
        elif q in HELP_QUESTIONS or (q == "unsafe" and not self.asks(q)):
            ends.append([self.N])
        return Duty(records, ends)

    # Talk, consent, plan, done

    def talk(self):
        return most_protective(self.T, TALKS)

    def lapsed(self):
        """"A wants-help that is not since S has lapsed"."""
        return self.talk() == "wants-help" and not since(newest(self.T), self.S)

    def wants_help(self):
        return self.talk() == "wants-help" and not self.lapsed()

    def consent(self, partner):
        return most_protective(self.kind("consent", [partner]), CONSENTS)

    def plan(self, code):
        """"The newest"; "not given when it is not since N": then none."""
        records = newest(self.kind("plan", [code]))
        return records if since(records, self.N) else []

    def plan_due(self, code):
        """"The earliest due"; "a plan's term that is given is the earliest due of all its
        records until an answer to accepts or result is since that day (its review: to
        suspicion or concern)".  None when the plan is not given."""
        given = [read_day(p.due) for p in self.plan(code)]
        if not given:
            return None
        judges = {"term": ["accepts", "result"], "review": ["suspicion", "concern"]}
        if code in judges:
            earliest = min(self.kind("plan", [code]), key=lambda p: read_day(p.due))
            that_day = span("plan", earliest.due, "")
            answers = [a for q in judges[code] for a in self.given[q]]
            if not since(answers, [earliest._replace(begin=that_day[0], end=that_day[1])]):
                return read_day(earliest.due)
        return min(given)

    def plan_passed(self, code):
        due = self.plan_due(code)
        return due is not None and due < self.today

    def casemanager(self):
        return min((p.value for p in self.plan("casemanager")),
                   key=CASEMANAGERS.index, default=None)

    def done(self, partner, action):
        """Done of (partner, action), with what "as done also counts"."""
        records = self.kind("done", [partner], [action])
        if action == "discuss" or action in ADVICE:
            records += self.kind("consult", [partner])
        also = {("kernteam", "discuss"): MEMBERS + ["smw", "nurse"],
                ("af", "discuss"): COLLEAGUES,
                ("board", "inform"): ["board"],
                ("lpa", "absence"): ["lpa"]}
        records += self.kind("consult", also.get((partner, action), []))
        if (partner, action) == ("veilig-thuis", "feedback"):
            records += self.kind("done", ["veilig-thuis"], ["final-feedback"])
        return records

    def help_runs(self):
        """"Suspicion is yes, can-help and accepts are yes (held or stale), and result is none,
        stale or doubt"."""
        return (self.value["suspicion"] == "yes"
                and self.value["can-help"] == "yes" and self.value["accepts"] == "yes"
                and (self.none_or_stale("result") or self.held("result", "doubt")))


# ------------------------------------------------------- the weighing table

def ask_and_not_reported(c, q):
    """W05, W06, W07: "no, not reported; and suspicion is yes, or it is not advised"."""
    return (c.held(q, "no") and not c.reported(q)
            and (c.held("suspicion", "yes") or not c.advised(q)))


def must_check_safety(c):
    """W03: "D is not empty, and unsafe (any answer that counts, of whatever round) or V is
    not since D"."""
    return bool(c.D) and not (unsafe_since_D(c) and c.since_advice_set(c.V, c.D))


def unsafe_since_D(c):
    return c.since_advice_set(c.counting["unsafe"], c.D)


def report_made(c):
    """"unsafe asks for one, or suspicion is yes and can-help, accepts or result asks for one"."""
    return c.asks("unsafe") or (c.held("suspicion", "yes")
                                and any(c.asks(q) for q in HELP_QUESTIONS))


def before_meldcode(c):
    """"No answer to any question was ever given, and R is empty"."""
    return not c.answers and not c.R


def is_grey(c):
    return c.held("suspicion", "no") and c.held("concern", "yes", "doubt")


# Rule, outcome, when it holds: the first row that holds, from the top.  What a
# row takes for granted because of those above it is in EXPECTED.
WEIGHING = [
    # safety, and what may never wait
    ("W01", "report-now", lambda c: c.held("unsafe", "acute", "disclosure", "structural", "yes")
                                    and not c.reported("unsafe")),
    ("W02", "report-now", lambda c: c.held("unsafe", "doubt") and not c.reported("unsafe")),
    ("W03", "check-safety", must_check_safety),
    ("W04", "expert-first", lambda c: c.expert_open()),
    ("W05", "report", lambda c: ask_and_not_reported(c, "can-help")),
    ("W06", "report", lambda c: ask_and_not_reported(c, "accepts")),
    ("W07", "report-again", lambda c: ask_and_not_reported(c, "result")),
    ("W08", "staff-duty", lambda c: c.F and not since(c.done("board", "staff-duty"), c.F)),
    # a report has been made
    ("W09", "reweigh", lambda c: report_made(c) and c.S and not since(c.R, c.S)),
    ("W10", "reported", report_made),
    # before the meldcode
    ("W11", "own-protocol", lambda c: before_meldcode(c) and c.S and not c.home),
    ("W12", "early-help", lambda c: before_meldcode(c) and c.wants_help() and not c.E),
    ("W13", "start-meldcode", lambda c: before_meldcode(c)
                                        and (not (c.talk() is None or c.lapsed()) or c.E)),
    ("W14", "talk-first", before_meldcode),
    # weighing 1
    ("W15", "reweigh", lambda c: "suspicion" in c.stale),
    ("W16", "incomplete", lambda c: c.is_none("suspicion")),
    ("W17", "consult", lambda c: c.held("suspicion", "doubt")),
    # suspicion is no
    ("W18", "overdue", lambda c: is_grey(c) and c.plan_passed("review")),
    ("W19", "grey", is_grey),
    ("W20", "reweigh", lambda c: c.held("suspicion", "no") and "concern" in c.stale),
    ("W21", "incomplete", lambda c: c.held("suspicion", "no") and c.is_none("concern")),
    ("W22", "close", lambda c: c.held("suspicion", "no") and c.held("concern", "no")),
    # weighing 2 (suspicion is yes; unsafe is no, stale or none)
    ("W23", "reweigh", lambda c: "unsafe" in c.stale),
    ("W24", "incomplete", lambda c: c.is_none("unsafe")),
    # weighing 3
    ("W25", "consult", lambda c: c.held("can-help", "doubt")),
    ("W26", "reweigh", lambda c: "can-help" in c.stale),
    ("W27", "incomplete", lambda c: c.is_none("can-help")),
    # weighing 4
    ("W28", "consult", lambda c: c.held("accepts", "doubt")),
    ("W29", "reweigh", lambda c: "accepts" in c.stale),
    ("W30", "incomplete", lambda c: c.is_none("accepts")),
    # weighing 5 (can-help and accepts are yes)
    ("W31", "overdue", lambda c: not c.held("result", "yes") and c.plan_passed("term")),
    ("W32", "consult", lambda c: c.held("result", "doubt")),
    ("W33", "close-monitor", lambda c: c.held("result", "yes")),
    ("W34", "help", lambda c: c.none_or_stale("result")),
]
EXPECTED = [("W23", "suspicion", ["yes"]), ("W25", "unsafe", ["no"]),
            ("W31", "can-help", ["yes"]), ("W31", "accepts", ["yes"])]
OUTCOMES = {rule: outcome for rule, outcome, _ in WEIGHING}
OUTCOMES["W35"] = "incomplete"


def first_row(c, below=""):
    """The first row that holds, of those below a rule."""
    rule = next(r for r, _, holds in WEIGHING if r > below and holds(c))
    for from_rule, question, values in EXPECTED:
        assert rule < from_rule or c.held(question, *values)
    return rule


class Weighing:
    """The outcome of a case: the rule, the rule that `also` names or None, and the flags."""

    def __init__(self, c):
        # W35: "of this case every line was refused"
        self.rule = first_row(c) if c.records else "W35"
        self.below = first_row(c, self.rule) if self.rule == "W08" else None
        # "also:RULE with W08, unless that rule is W11 (nothing but the staff)"
        self.also = None if self.below == "W11" else self.below
        self.flags = self.make_flags(c)
        self.due = None         # comes with the rows of the referral table

    @property
    def outcome(self):
        return OUTCOMES[self.rule]

    def is_rule(self, *rules):
        """"A rule or an outcome stands for that of the weigh record or that of its also"."""
        return self.rule in rules or self.also in rules

    def is_outcome(self, *outcomes):
        return self.outcome in outcomes or (self.also and OUTCOMES[self.also] in outcomes)

    def is_outcome_but(self, *outcomes):
        """"Whatever the outcome but ...": what also names takes nothing away."""
        return self.outcome not in outcomes

    def make_flags(self, c):
        """"With W08, due and flags are those of the rule that also names"."""
        rule = self.below or self.rule
        flags = ["also:" + self.also] if self.also else []
        if rule in ("W01", "W02"):
            flags.append("with-vt")
        flags += ["missing:" + name for name in missing_steps(c, OUTCOMES[rule])
                  + missing_safety(c, rule) + missing_questions(c, rule) + missing_plan(c, rule)]
        if c.refused:
            flags.append("refused")
        return flags

    def missing(self, *names):
        return any("missing:" + name in self.flags for name in names)


def missing_steps(c, outcome):
    """"When any answer was given and the outcome is not report-now, check-safety or
    expert-first: missing:consult when no C is since O; and when E is empty: missing:talk
    when no talk is since O, else missing:other-parent when none with parents or family is;
    missing:child when none with child or family is"."""
    if not c.answers or outcome in ("report-now", "check-safety", "expert-first"):
        return []
    names = []
    if not since(c.C, c.O):
        names.append("consult")
    if not c.E:
        if not since(c.T, c.O):
            names.append("talk")
        elif not since(c.talks_both_parents, c.O):
            names.append("other-parent")
        if not since(c.talks_child, c.O):
            names.append("child")
    return names


def missing_safety(c, rule):
    """"missing:unsafe with W03 when V since D"."""
    return ["unsafe"] if rule == "W03" and c.since_advice_set(c.V, c.D) else []


def missing_questions(c, rule):
    """"With incomplete and reweigh, the questions that must be answered (anew)"."""
    if OUTCOMES[rule] not in ("incomplete", "reweigh"):
        return []
    if rule == "W09":
        return ["unsafe"] + [q for q in HELP_QUESTIONS
                             if c.asks(q) and not since(c.newest[q], c.S)]
    if c.none_or_stale("suspicion"):
        return ["suspicion"]
    if c.held("suspicion", "no"):
        return ["concern"]
    return [q for q in ("unsafe", "can-help", "accepts") if c.none_or_stale(q)]


def missing_plan(c, rule):
    """"Whenever help runs, missing:goal, missing:term, missing:casemanager; with W18 and W19
    missing:review; with W33 missing:monitor: each when the plan lacks it"."""
    codes = ["goal", "term", "casemanager"] if c.help_runs() else []
    if rule in ("W18", "W19"):
        codes.append("review")
    if rule == "W33":
        codes.append("monitor")
    return [code for code in codes if not c.plan(code)]


def weigh_due(c, w, rows):
    """"W01, W02 the day from which R01 counts; W03 the earlier of those from which R08 and
    R19 count; W18, W19 the review date; W31, W34 the term; else empty"."""
    rule = w.below or w.rule
    if rule in ("W01", "W02", "W03"):
        wanted = ["R08", "R19"] if rule == "W03" else ["R01"]
        return min(counts_from(c, row, row.done(c)) for row in rows if row.rule in wanted)
    if rule in ("W18", "W19"):
        return c.plan_due("review")
    if rule in ("W31", "W34"):
        return c.plan_due("term")
    return None


# ------------------------------------------------------- the referral table

class Row:
    """One row that holds, silenced or not.

    duties:   what it counts from; several each count for themselves
    due:      a number of working days (0 is the day itself), None, or a function that
              makes the due of the day counted from and of what was done
    mark:     "!", "~" or nothing
    also_done: (partner, action) that also are done of this row"""

    def __init__(self, rule, partner, action, duties, due, mark="", also_done=()):
        self.rule, self.partner, self.action = rule, partner, action
        self.duties = duties if isinstance(duties, list) else [duties]
        self.due, self.mark = due, mark
        self.pairs = [(partner, action), *also_done]

    def done(self, c):
        return [r for partner, action in self.pairs for r in c.done(partner, action)]

    def becomes(self, partner):
        """"A partner of the kernteam that the file does not list becomes kernteam: what
        either has done counts"."""
        self.pairs.append((partner, self.action))


def counts_from(c, row, done):
    """The day from which the row counts, or None when it is silenced.

    "The row counts from that set after its (partner, action) done and what else ends it.
    Where several sets stand there, each counts for itself and the first that is not ended
    counts.  Where the set is empty: the first day of the case."  The first is the earliest,
    so that a second duty never makes a row younger.  What ends a set is a done that
    silences it; ended by what may as well have come before it, on one day, it counts.

    "A row whose (partner, action) is done since its set gives nothing.  Rows marked ! are
    never silenced so, and their done does not end them; rows marked ~ neither, but a done
    starts their term anew (when all of the set is ended they count from the newest of set
    and done)"."""
    days = []
    for one in row.duties:
        if not one.records:
            days.append(c.first_day)
        elif row.mark or not since(done, one.records):
            if row.mark != "!":
                one = ended_also_by(one, done)
            if row.mark == "~" and all(is_ended(one, r) for r in one.records):
                days.append(day(one.records + done))
            else:
                days.append(after(one.records, lambda r, one=one: is_ended(one, r)))
    return min(days, default=None)


TOPIC_PARTNER = {"social": "socius", "health": "ggd", "parenting": "cjg", "absence": "lpa"}


def partners_by_topic(c):
    """"social -> socius, health -> ggd, parenting -> cjg, for each topic of the case, in that
    order; with absence as the only topic lpa; with no topic kernteam"."""
    partners = [TOPIC_PARTNER[t] for t in ("social", "health", "parenting") if t in c.topics]
    if partners:
        return partners
    return ["lpa"] if c.topics == {"absence"} else ["kernteam"]


def one_partner(c):
    """"The first partner of the kernteam with a consent yes of its own, in the order of the
    vocabulary; else the first by topic"."""
    willing = [p for p in PARTNERS if p in MEMBERS and c.consent(p) == "yes"]
    return (willing or partners_by_topic(c))[0]


def plan_date_or(c, code, days):
    """"The plan's date when it lies after the day counted from, else +n"."""
    def due(from_day, _done):
        date = c.plan_due(code)
        return date if date and date > from_day else working_days_after(from_day, days)
    return due


def fixed(date):
    return lambda _from_day, _done: date


def rows(c, w):
    """Every row that holds, in the order of the table, silenced or not."""
    return (rows_report(c, w) + rows_safety(c, w) + rows_outside(c, w) + rows_weighing(c, w)
            + rows_early(c, w) + rows_help(c) + rows_grey(c, w) + rows_plan(c, w)
            + rows_needs(c, w))


def rows_report(c, w):
    """R01, R04, R02, R03, R05, R06, R07."""
    result = []
    asked = c.questions_asked()
    unreported = [q for q in asked if not c.reported(q)]
    if w.is_rule("W01", "W02"):
        result.append(Row("R01", "veilig-thuis", "report-now",
                          ended_also_by(c.stand("unsafe"), c.R), 0))
    if asked or c.R:
        if (w.is_outcome_but("check-safety") and not c.E and c.talk() != "skipped-safety"
                and (not c.D or c.since_advice_set(c.V, c.D))):
            at_once = c.value["unsafe"] in ("structural", "yes", "doubt") and not c.D
            result.append(Row("R04", "af", "tell-parents",
                              duties_of_report(c, asked, "af", "tell-parents"),
                              0 if at_once else 1))
    if unreported and not w.is_rule("W01", "W02"):
        result.append(Row("R02", "veilig-thuis", "report",
                          [ended_also_by(c.stand(q), c.R) for q in unreported], 1))
    if asked or c.R:
        result.append(Row("R03", "board", "inform",
                          duties_of_report(c, asked, "board", "inform"),
                          0 if c.asks("unsafe") else 1))
    if c.R:
        result.append(Row("R05", "veilig-thuis", "feedback", duty(c.R), 5))
        result.append(Row("R06", "veilig-thuis", "final-feedback", duty(c.R), 50))
        if w.is_outcome_but("close", "close-monitor"):
            result.append(Row("R07", "af", "monitor", duty(c.R), due_of_monitor(c), "~"))
    return result


def duties_of_report(c, asked, partner, action):
    """"The stand of each question asked; ...; R (whole days) when none is asked or this was
    never done"."""
    duties = [c.stand(q) for q in asked]
    if c.R and (not asked or not c.done(partner, action)):
        duties.append(duty([whole_day(r) for r in c.R]))
    return duties


def due_of_monitor(c):
    """R07: "+20; the plan's monitor date when it lies after the day counted from and is
    earlier, or monitor was done since R"."""
    def due(from_day, done):
        term, date = working_days_after(from_day, 20), c.plan_due("monitor")
        if date and date > from_day and (date < term or since(done, c.R)):
            return date
        return term
    return due


def rows_safety(c, w):
    """R08 and R09."""
    result = []
    asked_V = c.since_advice_set(c.V, c.D)
    if w.is_rule("W03") and not asked_V:
        action = "add-to-report" if c.R else "advise-now"
        result.append(Row("R08", "veilig-thuis", action, duty(c.D, c.V), 0))
    if w.is_rule("W04") or (w.is_rule("W03") and asked_V and c.expert_open()):
        action = "add-to-report" if c.R else "advise-expert"
        result.append(Row("R09", "veilig-thuis", action, duty(c.E, c.X), 0))
    return result


def rows_outside(c, w):
    """R10 to R13, whatever the outcome, and R38."""
    result = []
    if c.F:
        result.append(Row("R10", "board", "staff-duty", duty(c.F), 0))
        result.append(Row("R11", "inspector", "advise", duty(c.F), 0))
    if c.P:
        result.append(Row("R12", "board", "peer-protocol", duty(c.P), 0))
    if c.H:
        result.append(Row("R13", "af", "comfort", duty(newest(c.H)), 0))
    if (w.is_outcome("talk-first", "start-meldcode", "early-help")
            and c.H and not since(c.V, c.H)):
        result.append(Row("R38", "veilig-thuis", "advise", duty(c.H, c.V), 1))
    return result


DOUBTFUL = {"W17": "suspicion", "W25": "can-help", "W28": "accepts",
            "W31": "result", "W32": "result"}
STALE = {"W15": "suspicion", "W20": "concern", "W23": "unsafe",
         "W26": "can-help", "W29": "accepts"}
BEFORE_MISSING = {"W21": "suspicion", "W24": "suspicion", "W27": "unsafe", "W30": "can-help"}


def home_rule(w):
    """The rule about the child at home: that of `also` with W08."""
    return w.also or w.rule


def rows_weighing(c, w):
    """R14 to R20."""
    result = []
    rule = home_rule(w)
    consult = w.is_outcome("consult") or (rule == "W31" and c.held("result", "doubt"))
    if consult:
        stand = c.stand(DOUBTFUL[rule])
        result.append(Row("R14", "af", "discuss", stand, 5))
        result.append(Row("R15", "kernteam", "discuss", stand, 5))
        result.append(Row("R16", "veilig-thuis", "advise", stand, 5))
    if w.is_outcome("reweigh"):
        result.append(Row("R17", "af", "weigh", duties_of_reweigh(c, rule),
                          0 if c.R or c.help_runs() else 1, "!"))
    if w.is_outcome("incomplete", "start-meldcode"):
        due = {"W24": 1, "W35": 0}.get(rule, 5)
        result.append(Row("R18", "af", "weigh", duty_of_incomplete(c, rule), due, "!"))
    if w.is_rule("W03") and not unsafe_since_D(c):
        result.append(Row("R19", "af", "weigh", duty(c.D, c.counting["unsafe"]), 0, "!"))
    if w.is_outcome("expert-first"):
        result.append(Row("R20", "af", "weigh", duty(c.E, c.answers), 5, "!"))
    if consult:
        result.append(Row("R20", "af", "weigh", c.stand(DOUBTFUL[rule]), 10, "!"))
    return result


def duties_of_reweigh(c, rule):
    """"What made the stale question stale (S, R, U, suspicion), its answers; W09: S, R"."""
    if rule == "W09":
        return duty(c.S, c.R)
    q = STALE[rule]
    return [duty(records, c.counting[q]) for records in c.overtaken_by(q)]


def duty_of_incomplete(c, rule):
    """"The stand of the question before the missing one; W16 answers and R; W13 E and all
    talks but wants-help".  Of W35 there is nothing: the first day of the case."""
    if rule in BEFORE_MISSING:
        return c.stand(BEFORE_MISSING[rule])
    if rule == "W16":
        return duty(c.answers + c.R)
    if rule == "W13":
        return duty(c.E + [t for t in c.T if t.value != "wants-help"])
    return duty([])


def rows_early(c, w):
    """R21, R22, R37, R23, R24."""
    result = []
    if (w.is_outcome("talk-first")
            or (w.missing("talk") and not c.questions_asked() and not c.R)):
        # "T (and O when T is not empty)"
        ends = [c.T] + ([c.O] if c.T else [])
        due = 1 if c.I and not since(c.T, c.I) else 5
        result.append(Row("R21", "af", "talk", duty(c.S + c.answers, *ends), due, "!"))
    if w.is_outcome("talk-first", "start-meldcode") and c.S and not c.kind("consult"):
        result.append(Row("R22", "kernteam", "discuss", duty(c.S), 5))
    if w.missing("consult"):
        ends = [c.C] + ([c.O] if c.C else [])
        result.append(Row("R37", "af", "discuss", duty(c.S + c.answers, *ends), 5, "!"))
    if w.is_outcome("early-help") or (w.is_outcome("talk-first") and c.lapsed()):
        result.append(row_joint_talk(c, "R23"))
    if w.is_outcome("early-help"):
        result.append(Row("R24", "af", "review", duty(c.G, c.U, c.S),
                          plan_date_or(c, "review", 20), "~"))
    return result


def row_joint_talk(c, rule):
    """"One partner, joint-talk, G, U (joint-talk of any partner is its done)"."""
    return Row(rule, one_partner(c), "joint-talk", duty(c.G, c.U), 5,
               also_done=[(p, "joint-talk") for p in PARTNERS])


def rows_help(c):
    """R25 and R26, whatever the outcome."""
    result = []
    if not c.help_runs():
        return result
    stand = c.stand("accepts")
    if not c.expert_open():
        # "The casemanager when `done` has help for that partner; else by topic"
        manager = c.casemanager()
        for partner in [manager] if "help" in DONE.get(manager, []) else partners_by_topic(c):
            # "help of kernteam is done for its members too"
            also = [("kernteam", "help")] if partner in MEMBERS else []
            result.append(Row("R25", partner, "help", stand, 5, also_done=also))
    if c.plan("term"):
        result.append(Row("R26", "af", "review", stand, fixed(c.plan_due("term")), "!"))
    return result


def rows_grey(c, w):
    """R27 to R31."""
    result = []
    if not w.is_rule("W18", "W19"):
        return result
    if c.plan("review"):
        result.append(Row("R27", "af", "review", c.stand("suspicion"),
                          fixed(c.plan_due("review")), "!"))
    if c.wants_help():
        result.append(row_joint_talk(c, "R28"))
    else:
        stand = c.stand("concern")
        result.append(Row("R29", "kernteam", "explore-grey", stand, 10))
        result.append(Row("R30", "kernteam", "bear-and-normalise", stand, 10))
        result.append(Row("R31", "kernteam", "think-along", stand, 10))
    return result


def rows_plan(c, w):
    """R32 and R33."""
    result = []
    if w.is_rule("W33"):
        result.append(Row("R32", "af", "monitor", c.stand("result"),
                          plan_date_or(c, "monitor", 20), "~"))
    if w.missing("goal", "term", "casemanager", "review", "monitor"):
        # "The stand of accepts; with W18, W19 of suspicion, plan review; with W33 of result"
        if w.is_rule("W18", "W19"):
            stand = ended_also_by(c.stand("suspicion"), c.kind("plan", ["review"]))
        elif w.is_rule("W33"):
            stand = c.stand("result")
        else:
            stand = c.stand("accepts")
        result.append(Row("R33", "af", "plan", stand, 5, "!"))
    return result


def rows_needs(c, w):
    """R34 and R35, whatever the outcome, and R39."""
    result = []
    if not c.expert_open():
        for topic, partner in TOPIC_PARTNER.items():
            needs = [n for n in c.needs if WORDS.topic(n) == topic]
            if needs:
                result.append(Row("R34", partner, "practical-help", duty(needs), 10))
        if c.A:
            result.append(Row("R35", "lpa", "absence", duty(c.A), 5))
    if w.is_outcome("own-protocol"):
        result.append(Row("R39", "af", "review", duty(c.S), 20))
    return result


# --------------------------------------------------------- named or anonymous

def manner(c, partner, action):
    """"Veilig Thuis: anonymous for every advice, else named.  The kernteam, its members,
    social-base, expert and the partners of class colleague and outside: named for absence
    when a signal absence is among A; else by consent.  Everyone else: named"."""
    if partner == "veilig-thuis":
        return "anonymous" if action in ADVICE else "named"
    if partner not in ["kernteam", "social-base", "expert"] + MEMBERS + COLLEAGUES + OUTSIDE:
        return "named"
    if action == "absence" and any(s.code == "absence" for s in c.A):
        return "named"
    return by_consent(c, partner, action)


def by_consent(c, partner, action):
    """"The partner's own and, for socius, ggd, cjg and lpa, the kernteam's too: a no of
    either anonymous, else a yes of either named; else anonymous when the case has any
    consent record; without one named for joint-talk, help and practical-help when the
    family is open to it, else anonymous"."""
    own = c.consent(partner)
    kernteam = c.consent("kernteam") if partner in MEMBERS else None
    if own == "no" or (kernteam == "no" and not kernteam_yields(c, partner)):
        return "anonymous"
    if "yes" in (own, kernteam):
        return "named"
    if c.kind("consent"):
        return "anonymous"
    # "Talk wants-help, lapsed or not; or accepts yes, held or stale"
    is_open = c.talk() == "wants-help" or c.value["accepts"] == "yes"
    return "named" if action in JOINT.split() and is_open else "anonymous"


def kernteam_yields(c, partner):
    """"A kernteam's no yields to the partner's own yes when that no is before it"."""
    refusals = [r for r in newest(c.kind("consent", ["kernteam"])) if r.value == "no"]
    own = newest(c.kind("consent", [partner]))
    return all(any(before(no, yes) for yes in own) for no in refusals)


# ------------------------------------------------------------- refer records

def refer(c, w, kernteam):
    """[rule, partner, action, day, due, manner], rows that fall together made one."""
    given = []
    for row in rows(c, w):
        partner, how = row.partner, manner(c, row.partner, row.action)
        if kernteam is not None and partner in MEMBERS and partner not in kernteam:
            # "The row is named only when it would be for that partner and the consent of
            # neither is no"
            if "no" in (c.consent(partner), c.consent("kernteam")):
                how = "anonymous"
            partner = "kernteam"
            row.becomes(partner)
        done = row.done(c)
        from_day = counts_from(c, row, done)
        if from_day is not None:
            due = row.due(from_day, done) if callable(row.due) \
                else working_days_after(from_day, row.due)
            add(given, [row.rule, partner, row.action, from_day, due, how])
    # "R36: no other row gave anything"
    return given or [["R36", "af", "none", c.date, None, "named"]]


def add(given, new):
    """"If two rows give the same partner and action, the first stays, with the earlier date
    and the earlier due"; rows that became kernteam "are merged when both are named or both
    anonymous (else both stand)"."""
    for old in given:
        if old[1:3] == new[1:3] and old[5] == new[5]:
            old[3] = min(old[3], new[3])
            old[4] = min(old[4], new[4])
            return
    given.append(new)


# ------------------------------------------------------------------- command

class Stream:
    """The cases of a stream, by (school, case), in the order in which they came."""

    def __init__(self, today, as_of):
        self.today, self.as_of = today, as_of
        self.records = {}
        self.refused = set()        # the cases of lines that cannot be read
        self.all_read = True

    def read(self, file, name):
        for number, line in enumerate(file, 1):
            line = line.removesuffix(b"\n").removesuffix(b"\r")
            try:
                self.take(self.split(line))
            except ValueError as error:
                print(f"meldcode.py: {name}:{number}: {error}", file=sys.stderr)
                self.all_read = False
                self.refuse(line)

    def split(self, line):
        try:
            return next(csv.reader([line.decode("utf-8")], strict=True), [])
        except csv.Error as error:
            raise ValueError(error) from error

    def take(self, fields):
        """"mc-weigh drops weigh and refer records that it finds on its input"; with --as-of
        "records dated, and signals known, after it are left out", without it "a record dated
        or known after today is refused"."""
        if fields == HEADER or (len(fields) == 9 and fields[3] in ("weigh", "refer")):
            return
        record = make_record(fields)
        if day_of(record) > self.today:
            check(self.as_of, "after today")
        elif record.kind != "school":
            self.records.setdefault((record.school, record.case), []).append(record)

    def refuse(self, line):
        """The case of a refused line, when its school and case can be read."""
        fields = next(csv.reader([line.decode("utf-8", "replace")]), [])
        if (len(fields) > 2 and re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}", fields[0])
                and re.fullmatch(r"\d\d[A-Z][A-Z]\d\d", fields[2], re.ASCII)):
            key = fields[2], fields[0]
            self.refused.add(key)
            self.records.setdefault(key, [])

    def cases(self):
        return [Case(key[1], key[0], records, self.today, key in self.refused)
                for key, records in self.records.items()]


def line_of(c, date, *fields):
    kind, code, value, due, by, text = fields
    return ",".join([c.name, date.isoformat(), c.school, kind, code, value,
                     due.isoformat() if due else "", by, text]) + "\n"


def derive(cases, kernteam):
    """(weigh lines, refer lines)."""
    weighed, referred = [], []
    for c in cases:
        w = Weighing(c)
        w.due = weigh_due(c, w, rows(c, w))
        weighed.append(line_of(c, c.date, "weigh", w.outcome, w.rule, w.due,
                               "mc-weigh", " ".join(w.flags)))
        for rule, partner, action, from_day, due, how in refer(c, w, kernteam):
            referred.append(line_of(c, from_day, "refer", partner, action, due,
                                    "mc-refer", f"{rule} {how}"))
    return weighed, referred


def count_rules(weighed, referred):
    """Prints for each rule how many cases reached it; True when all were reached."""
    reached = {f"W{n:02}": set() for n in range(1, 35)} | {f"R{n:02}": set() for n in range(1, 40)}
    for line in weighed + referred:
        fields = line.rstrip("\n").split(",")
        case = fields[2], fields[0]
        words = fields[8].split()
        if fields[3] == "refer":
            rules = words[:1]
        else:
            rules = [fields[5]] + [f[len("also:"):] for f in words if f.startswith("also:")]
        for rule in rules:
            reached.setdefault(rule, set()).add(case)
    for rule, cases in reached.items():
        print(rule, len(cases))
    return all(reached.values())


def read_kernteam(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {row["partner"] for row in csv.DictReader(file)}


def main():
    parser = argparse.ArgumentParser(description="weigh and refer, read literally")
    parser.add_argument("command", choices=["weigh", "refer", "count"])
    parser.add_argument("--as-of", type=datetime.date.fromisoformat, metavar="DATE")
    parser.add_argument("--kernteam", metavar="FILE")
    parser.add_argument("file", nargs="*")
    options = parser.parse_intermixed_args()
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    stream = Stream(options.as_of or datetime.date.today(), options.as_of is not None)
    for name in options.file or ["-"]:
        if name == "-":
            stream.read(sys.stdin.buffer, "standard input")
        else:
            with open(name, "rb") as file:
                stream.read(file, name)
    kernteam = read_kernteam(options.kernteam) if options.kernteam else None
    weighed, referred = derive(stream.cases(), kernteam)
    all_reached = True
    if options.command == "count":
        all_reached = count_rules(weighed, referred)
    else:
        sys.stdout.writelines(weighed)
        if options.command == "refer":
            sys.stdout.writelines(referred)
    sys.exit(0 if stream.all_read and all_reached else 1)


if __name__ == "__main__":
    main()
