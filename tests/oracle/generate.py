#!/usr/bin/env python3
"""Random cases, as canonical records.

    generate.py SEED CASES

The same seed gives the same records on every machine.  Each case follows one
of the stories below for a while and is then shaken: more signals, answers,
reports, consents, so that old and new, and things of one day with and without
a time, meet often.  All records lie, and all signals are known, between FIRST
and LAST; mc-signal would take every one of them.
"""

import csv
import datetime
import os
import random
import sys

sys.dont_write_bytecode = True
from meldcode import DONE       # who can have done what

HERE = os.path.dirname(os.path.abspath(__file__))
VOCABULARY = os.path.join(HERE, "..", "data", "vocabulary.csv")
HEADER = ["case", "date", "school", "kind", "code", "value", "due", "by", "text"]
FIRST, LAST = datetime.date(2026, 1, 1), datetime.date(2026, 10, 31)
SCHOOLS = ["12AB00", "34CD01"]

# A few minutes only, so that equal ones are frequent.
TIMES = ["T00:00", "T08:30", "T08:30", "T08:31", "T12:00", "T15:15", "T23:59"]
TEXTS = ["blauwe plek boven de elleboog", "zegt: \"ik wil niet naar huis\"",
         "moe, zonder jas, zonder eten", "bij overdracht, één keer", "eerst dit\u2028dan dat",
         "weigh,refer", " begint met een spatie"]


def read_vocabulary(path):
    tokens, classes, topics = {}, {}, {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            tokens.setdefault(row["list"], []).append(row["token"])
            if row["list"] == "signal":
                classes.setdefault(row["class"], []).append(row["token"])
                topics.setdefault(row["topic"], []).append(row["token"])
    return tokens, classes, topics


TOKENS, CLASSES, TOPICS = read_vocabulary(VOCABULARY)
ROLES = TOKENS["role"]
MANAGERS = list(dict.fromkeys(TOKENS["partner"] + ROLES))
MEMBERS = ["socius", "ggd", "cjg", "lpa"]
PARENTS = ["parents", "parents", "family", "one-parent"]
HELPERS = [partner for partner, actions in DONE.items() if "help" in actions]
PAIRS = [(partner, action) for partner, actions in DONE.items() for action in actions]
# What the rules ask for most, and so what is done most.
COMMON_PAIRS = [("board", "inform"), ("af", "tell-parents"), ("af", "monitor"),
                ("af", "review"), ("af", "discuss"), ("kernteam", "discuss"),
                ("veilig-thuis", "feedback"), ("veilig-thuis", "final-feedback"),
                ("board", "staff-duty"), ("inspector", "advise"), ("af", "comfort")]


class Story:
    """One case being told.  self.day is today in the story; it moves on in small steps."""

    def __init__(self, rng, case, school):
        self.rng = rng
        self.case, self.school = case, school
        self.rows = []
        self.day = FIRST + datetime.timedelta(days=rng.randrange((LAST - FIRST).days + 1))
        # Some cases write a time nearly always, some never.
        self.timed = rng.choice([0.0, 0.2, 0.5, 0.9])
        self.pace = rng.choice([0.2, 0.5, 0.8])
        # How often a signal comes to the school's knowledge later.
        self.later = rng.choice([0.0, 0.0, 0.1, 0.5])

    def chance(self, p):
        return self.rng.random() < p

    def pick(self, *choices):
        return self.rng.choice(choices)

    def pause(self):
        """Mostly stay on this day or go to the next one; now and then a longer time."""
        if self.chance(self.pace):
            self.wait(1 if self.chance(0.7) else self.rng.randrange(2, 15))

    def wait(self, days):
        self.day = min(LAST, self.day + datetime.timedelta(days=days))

    def go_back(self):
        days = self.rng.choice([0, 1, 1, 2, 5])
        self.day = max(FIRST, self.day - datetime.timedelta(days=days))

    def record(self, kind, code, value="", due="", text=""):
        time = self.pick(*TIMES) if self.chance(self.timed) else ""
        by = self.pick("", *ROLES)
        self.rows.append([self.case, self.day.isoformat() + time, self.school,
                          kind, code, value, due, by, text])
        self.pause()

    def text(self, often=0.3):
        return self.pick(*TEXTS) if self.chance(often) else ""

    # One record of each kind

    def signal(self, code=None):
        if code is None:
            klass = "" if self.chance(0.7) else self.pick(*CLASSES)
            code = self.pick(*CLASSES[klass])
        self.record("signal", code, self.pick(*TOKENS["known"]), self.known(), self.text(1))

    def known(self):
        """The day on which the school came to know: mostly left out."""
        if self.chance(1 - self.later):
            return self.day.isoformat() if self.chance(0.05) else ""
        days = self.pick(0, 1, 1, 2, 4, 7, 20, 60)
        return min(LAST, self.day + datetime.timedelta(days=days)).isoformat()

    def plain_signal(self):
        self.signal(self.pick(*CLASSES[""]))

    def consult(self, partner=None):
        self.record("consult", partner or self.pick(*TOKENS["partner"]),
                    self.pick(*TOKENS["manner"]), text=self.text())

    def talk(self, value=None, party=None):
        value = value or self.pick(*TOKENS["talk"])
        party = party or self.pick(*TOKENS["party"], *PARENTS)
        reason = "skipped" in value or value == "unreached"
        self.record("talk", party, value, text=self.text(1 if reason else 0.3))

    def answer(self, question, value=None):
        values = ["yes", "no", "doubt"]
        if question == "unsafe":
            values += ["acute", "structural", "disclosure"]
        self.record("answer", question, value or self.pick(*values), text=self.text())

    def consent(self, partner=None, value=None):
        partner = partner or self.pick("kernteam", *MEMBERS, *TOKENS["partner"])
        self.record("consent", partner, value or self.pick("yes", "no"))

    def plan(self, code, value=""):
        due, text = "", ""
        if code == "casemanager":
            value = value or self.pick(*MANAGERS, *HELPERS)
        elif code in ("goal", "agreement"):
            text = self.text(1)
        else:
            days = self.rng.choice([0, 1, 7, 20, 40, 90, 250])
            due = (self.day + datetime.timedelta(days=days)).isoformat()
        self.record("plan", code, value, due, text or self.text())

    def need(self):
        self.record("need", self.pick(*TOKENS["need"]))

    def done(self, partner=None, action=None):
        if partner is None:
            partner, action = self.pick(*(COMMON_PAIRS if self.chance(0.5) else PAIRS))
        self.record("done", partner, action or self.pick(*DONE[partner]))

    def report(self):
        self.done("veilig-thuis", self.pick("report", "report", "report-now", "add-to-report"))

    def ask_veilig_thuis(self):
        if self.chance(0.5):
            self.consult("veilig-thuis")
        else:
            self.done("veilig-thuis", self.pick("advise", "advise-now", "advise-expert"))

    def anything(self):
        """One record of any kind and code; the common ones more often."""
        self.pick(self.signal, self.signal, self.consult, self.talk, self.consent, self.need,
                  self.done, self.done, self.done, self.report, self.ask_veilig_thuis,
                  lambda: self.plan(self.pick(*TOKENS["plan"])),
                  lambda: self.answer(self.pick(*TOKENS["question"])),
                  lambda: self.answer(self.pick(*TOKENS["question"])))()


# ------------------------------------------------------------- the stories

# Help that runs.
RENEWED = [("suspicion", "yes"), ("unsafe", "no"), ("can-help", "yes"), ("accepts", "yes")]


def only_facts(s):
    """Before the meldcode: signals, perhaps a talk."""
    for _ in range(s.rng.randrange(1, 4)):
        s.signal()
    if s.chance(0.5):
        s.consult()
    if s.chance(0.6):
        s.talk(s.pick("wants-help", "wants-help", *TOKENS["talk"]))
    if s.chance(0.3):
        s.plain_signal()


def outside(s):
    """Nothing but signals that lie outside the meldcode."""
    for _ in range(s.rng.randrange(1, 4)):
        s.signal(s.pick(*(c for k in ("staff", "pupil", "notice") for c in CLASSES[k])))
        if s.chance(0.4):
            s.done(*s.pick(("board", "staff-duty"), ("inspector", "advise"),
                           ("board", "peer-protocol"), ("af", "comfort"), ("af", "review")))
    if s.chance(0.2):
        s.signal(s.pick(*CLASSES["positive"], *CLASSES["note"]))


def notice(s):
    """A notice from the police, and somebody who calls, now and then."""
    for _ in range(s.rng.randrange(1, 4)):
        s.signal(s.pick(*CLASSES["notice"]))
        if s.chance(0.5):
            s.pick(s.ask_veilig_thuis, lambda: s.done("af", "comfort"), s.plain_signal)()
    if s.chance(0.8):
        s.plain_signal()
    if s.chance(0.4):
        s.talk(s.pick("wants-help", "wants-help", "open", "unreached"), s.pick(*PARENTS))


def staff_and_home(s):
    """A suspicion about a member of staff beside what goes on at home."""
    if s.chance(0.5):
        s.signal(s.pick(*CLASSES["staff"]))
    s.pick(weighings, weighings, grey, no_help, danger, early_help, only_facts, put_off)(s)
    s.signal(s.pick(*CLASSES["staff"]))
    if s.chance(0.4):
        s.done("board", "staff-duty")


def early_help(s):
    s.plain_signal()
    for _ in range(s.rng.choice([1, 1, 2])):
        s.talk("wants-help", s.pick(*PARENTS))
        if s.chance(0.2):
            s.talk(s.pick("open", "divided", "no-help"), s.pick(*PARENTS))
        if s.chance(0.4):
            s.plan("review")
        if s.chance(0.3):
            s.done(s.pick("kernteam", *MEMBERS), "joint-talk")
        if s.chance(0.3):
            s.done("af", "review")
        if s.chance(0.2):
            s.consent(s.pick(*MEMBERS), "yes")
    if s.chance(0.3):
        s.plain_signal()


def prelude(s):
    """Steps 1 to 3, now and then one left out."""
    for _ in range(s.rng.randrange(1, 3)):
        s.plain_signal()
    if s.chance(0.2):
        s.signal(s.pick(*CLASSES["urgent"], *CLASSES["expert"]))
        s.ask_veilig_thuis()
    if s.chance(0.8):
        s.consult(s.pick("af", "colleague", "kernteam", "veilig-thuis", "smw", "nurse", *MEMBERS))
    if s.chance(0.8):
        s.talk(s.pick("wants-help", "wants-help", "no-help", "no-concern", "divided", "open",
                      "unreached"), s.pick(*PARENTS))
    if s.chance(0.4):
        s.talk(s.pick("open", "wants-help", "unreached"), "child")


def grey(s):
    prelude(s)
    s.answer("suspicion", "no")
    if s.chance(0.9):
        s.answer("concern", s.pick("yes", "yes", "doubt", "no"))
    if s.chance(0.6):
        s.plan("review")
    if s.chance(0.2):
        s.answer("suspicion", "no")
    if s.chance(0.2):
        s.done("kernteam", s.pick("explore-grey", "bear-and-normalise", "think-along"))


def weighings(s):
    """The five weighings in order, broken off somewhere."""
    prelude(s)
    mostly = [("suspicion", ["yes"] * 8 + ["doubt"]),
              ("unsafe", ["no"] * 12 + ["doubt", "structural"]),
              ("can-help", ["yes"] * 8 + ["doubt", "no"]),
              ("accepts", ["yes"] * 8 + ["doubt", "no"])]
    for question, values in mostly[:s.rng.choice([1, 2, 3, 4, 4, 4, 4, 4])]:
        s.answer(question, s.pick(*values))
    for code in TOKENS["plan"]:
        if s.chance(0.5):
            s.plan(code)
    if s.chance(0.3):
        s.done(s.pick("kernteam", *MEMBERS), s.pick("help", "practical-help", "joint-talk"))
    if s.chance(0.2):
        s.done(s.pick(*HELPERS), "help")
    if s.chance(0.5):
        s.answer("result", s.pick("yes", "yes", "doubt", "no"))


def put_off(s):
    """Help or a grey area with a day to judge, and that day written anew, with or without
    an answer."""
    s.plain_signal()
    if s.chance(0.5):
        s.talk("wants-help", s.pick(*PARENTS))
    if s.chance(0.6):
        code, judged = "term", [("accepts", "yes"), ("result", "doubt"), ("result", "yes")]
        for question, value in RENEWED:
            s.answer(question, value)
    else:
        code, judged = "review", [("suspicion", "no"), ("concern", "yes"), ("concern", "doubt")]
        s.answer("suspicion", "no")
        s.answer("concern", "yes")
    for _ in range(s.rng.randrange(1, 4)):
        s.plan(code)
        s.wait(s.pick(0, 1, 7, 20, 41))
        if s.chance(0.4):
            s.answer(*s.pick(*judged))


def once_more(s):
    """Help runs; then something new, and the weighings begun again but not all of them."""
    s.plain_signal()
    s.consult("af")
    s.talk("wants-help", s.pick(*PARENTS))
    for question, value in RENEWED:
        s.answer(question, value)
    if s.chance(0.7):
        s.plan("term")
    if s.chance(0.7):
        s.answer("result", s.pick("doubt", "doubt", "yes"))
    s.wait(1)
    for _ in range(s.rng.choice([1, 1, 2, 3])):
        s.pick(s.plain_signal, s.report, lambda: s.talk("no-help", "parents"), s.consult)()
    s.wait(1)
    for question, value in RENEWED[:s.rng.randrange(5)]:
        s.answer(question, value)


def grey_again(s):
    """A grey area weighed anew: the suspicion first, then perhaps the concern."""
    grey(s)
    s.wait(1)
    if s.chance(0.5):
        s.plain_signal()
    s.answer("suspicion", "no")
    if s.chance(0.3):
        s.answer("concern", s.pick("no", "yes"))


def danger(s):
    """An unsafe situation, a report, and what follows."""
    prelude(s)
    if s.chance(0.7):
        s.answer("suspicion", "yes")
    s.answer("unsafe", s.pick("yes", "acute", "structural", "disclosure", "doubt"))
    if s.chance(0.3):
        s.answer("unsafe", "no")
    if s.chance(0.3):
        s.ask_veilig_thuis()
    if s.chance(0.7):
        s.report()
    if s.chance(0.3):
        s.done(*s.pick(("board", "inform"), ("af", "tell-parents"),
                       ("veilig-thuis", "feedback"), ("veilig-thuis", "final-feedback")))
    if s.chance(0.3):
        s.plan("monitor")


def reported(s):
    """A report and the months after it."""
    s.signal()
    if s.chance(0.5):
        s.report()
    s.answer("unsafe", s.pick("yes", "acute", "structural", "doubt"))
    s.report()
    for _ in range(s.rng.randrange(1, 6)):
        s.pick(lambda: s.done("board", "inform"), lambda: s.done("af", "tell-parents"),
               lambda: s.done("veilig-thuis", s.pick("feedback", "final-feedback")),
               lambda: s.done("af", "monitor"), lambda: s.done("af", "monitor"),
               lambda: s.plan("monitor"), s.signal, s.report,
               lambda: s.answer("unsafe"))()
        if s.chance(0.3):
            s.wait(s.pick(1, 5, 20))
    if s.chance(0.3):
        s.answer("unsafe", "no")
        s.answer("suspicion", s.pick("yes", "no", "no"))
        s.answer("concern", s.pick("yes", "no"))


def no_help(s):
    """A no to weighing 3, 4 or 5, and then a report or a change of mind."""
    prelude(s)
    s.answer("suspicion", s.pick("yes", "yes", "yes", "doubt", "no"))
    s.answer("unsafe", "no")
    question = s.pick("can-help", "accepts", "result")
    for earlier in ("can-help", "accepts"):
        if earlier != question and s.chance(0.8):
            s.answer(earlier, "yes")
    s.answer(question, "no")
    if s.chance(0.5):
        s.report()
    if s.chance(0.3):
        s.ask_veilig_thuis()
    if s.chance(0.3):
        s.answer("suspicion", s.pick("no", "doubt"))
    if s.chance(0.3):
        s.answer(question, s.pick("yes", "doubt"))


def skipped(s):
    """A talk not held, with a call before it or after, or none."""
    if s.chance(0.7):
        s.pick(s.plain_signal, s.signal)()
    for _ in range(s.rng.choice([1, 1, 2])):
        if s.chance(0.5):
            s.pick(s.ask_veilig_thuis, lambda: s.consult("expert"),
                   lambda: s.done("expert", s.pick("advise", "advise-expert")))()
        s.talk(s.pick("skipped-safety", "skipped-expert", "skipped-contact"))
        if s.chance(0.3):
            s.plain_signal()
    if s.chance(0.4):
        s.answer("unsafe", s.pick("no", "no", "doubt"))
    if s.chance(0.3):
        s.talk(s.pick("open", "wants-help", "unreached"))


def urgent(s):
    """What may never wait, half dealt with."""
    if s.chance(0.5):
        s.plain_signal()
    for _ in range(s.rng.randrange(1, 3)):
        s.signal(s.pick(*CLASSES["urgent"], *CLASSES["expert"]))
    if s.chance(0.3):
        s.talk(s.pick("skipped-safety", "skipped-expert", "skipped-contact"))
    if s.chance(0.5):
        s.ask_veilig_thuis()
    if s.chance(0.3):
        s.consult("expert")
    if s.chance(0.5):
        s.answer("unsafe", s.pick("no", "no", "doubt"))
    if s.chance(0.2):
        s.signal(s.pick(*CLASSES["urgent"], *CLASSES["expert"]))


def quiet(s):
    """No signals at all, or none that counts."""
    s.pick(s.consult, s.need, s.consent, s.done,
           lambda: s.signal(s.pick(*CLASSES["positive"], *CLASSES["note"])),
           lambda: s.talk("unreached"),
           lambda: s.talk(party="child"), lambda: s.plan("review"))()


def chaos(s):
    for _ in range(s.rng.randrange(1, 25)):
        s.anything()


def absence(s):
    for _ in range(s.rng.randrange(1, 3)):
        s.signal(s.pick(*TOPICS["absence"]))
    if s.chance(0.5):
        s.talk("wants-help", s.pick(*PARENTS))
    if s.chance(0.3):
        s.pick(lambda: s.done(s.pick("lpa", "kernteam"), "absence"), lambda: s.consult("lpa"))()
    if s.chance(0.3):
        s.consent(s.pick("lpa", "kernteam"))


def consents(s):
    """Many consents on few days, while somebody of the kernteam is asked."""
    topic, partner = s.pick(("social", "socius"), ("health", "ggd"), ("parenting", "cjg"))
    s.signal(s.pick(*(c for c in TOPICS[topic] if c in CLASSES[""])))
    s.talk(s.pick("wants-help", "wants-help", "no-help"), s.pick(*PARENTS))
    s.pace, s.timed = s.pick(0, 0, 0.3), s.pick(0, 0.6, 0.8)
    for _ in range(s.rng.randrange(1, 6)):
        who, value = s.pick(("kernteam", "no"), (partner, "yes"), (partner, "yes"),
                            ("kernteam", None), (s.pick(*MEMBERS), None))
        s.consent(who, value)
    if s.chance(0.3):
        for question, value in RENEWED:
            s.answer(question, value)
    if s.chance(0.5):
        s.signal(s.pick(*TOPICS["health"], *TOPICS["parenting"]))
    for _ in range(s.rng.choice([0, 1, 3])):
        s.need()
    if s.chance(0.2):
        s.done("kernteam", s.pick("help", "practical-help", "absence"))


def taken_back(s):
    """A no to weighing 3, 4 or 5, and on a few days all that may take it back or hold it."""
    s.pace = s.pick(0.2, 0.5, 0.5)
    if s.chance(0.5):
        s.plain_signal()
    s.answer("suspicion", s.pick("yes", "yes", "doubt"))
    s.answer("unsafe", s.pick("no", "no", "doubt"))
    question = s.pick("can-help", "accepts", "result")
    s.answer(question, "no")
    for _ in range(s.rng.randrange(1, 6)):
        s.pick(lambda: s.answer(question), lambda: s.answer(question, "no"),
               lambda: s.answer("suspicion", "no"), lambda: s.answer("suspicion"),
               s.ask_veilig_thuis, s.ask_veilig_thuis, s.report,
               lambda: s.answer("unsafe"), s.plain_signal,
               lambda: s.answer(s.pick("can-help", "accepts", "result")))()


def rounds(s):
    """Something urgent and its answer, closed by a suspicion no: an earlier round."""
    for _ in range(s.rng.randrange(1, 3)):
        s.signal(s.pick(*CLASSES["urgent"]))
    s.answer("unsafe", s.pick("no", "no", "no", "doubt"))
    if s.chance(0.3):
        s.ask_veilig_thuis()
    for question, value in (("can-help", "no"), ("accepts", "no"), ("result", "no")):
        if s.chance(0.3):
            s.answer(question, value)
    s.answer("suspicion", "no")
    if s.chance(0.3):
        s.ask_veilig_thuis()
    if s.chance(0.5):
        s.answer("suspicion", "yes")
    if s.chance(0.3):
        s.answer("unsafe", "no")


def whole_rounds(s):
    """Closed and opened again, each round with some of its steps."""
    for _ in range(s.rng.choice([2, 2, 3])):
        for step in (s.plain_signal, s.consult, lambda: s.talk(party=s.pick(*PARENTS)),
                     lambda: s.talk("open", "child"), lambda: s.plan("review")):
            if s.chance(0.5):
                step()
        s.answer("suspicion", s.pick("no", "no", "no", "yes"))
        s.answer("concern", s.pick("no", "yes", "doubt"))
        s.wait(s.pick(0, 1, 10, 40))


def one_day(s):
    """Everything on one day, with and without a time: little is before anything."""
    s.pace = 0
    s.timed = s.pick(0.3, 0.6, 1.0)
    s.pick(weighings, danger, reported, no_help, grey, urgent, skipped, early_help,
           whole_rounds)(s)
    s.pick(lambda s: None, chaos)(s)


STORIES = [(only_facts, 3), (outside, 2), (notice, 1), (staff_and_home, 2), (early_help, 2),
           (grey, 4), (grey_again, 2), (weighings, 7), (put_off, 3), (once_more, 3),
           (danger, 2), (reported, 3), (no_help, 3), (taken_back, 3), (urgent, 3), (skipped, 2),
           (quiet, 1), (chaos, 3), (absence, 1), (consents, 3),
           (rounds, 2), (whole_rounds, 2), (one_day, 4)]


def shake(s):
    """What comes later, or on the same day, or is written down afterwards."""
    if s.chance(0.35):
        return
    for _ in range(s.rng.choice([1, 1, 2, 3, 6])):
        if s.chance(0.3):
            s.go_back()
        s.anything()


def tell(rng, case, school):
    story = Story(rng, case, school)
    rng.choices([f for f, _ in STORIES], [w for _, w in STORIES])[0](story)
    shake(story)
    if rng.random() < 0.3:
        rng.shuffle(story.rows)
    return story.rows


# ------------------------------------------------------------- the stream

def name_cases(rng, count):
    """(case, school): no pair twice, the same case id at both schools now and then."""
    names = []
    for i in range(count):
        school = rng.choice(SCHOOLS)
        other = SCHOOLS[1 - SCHOOLS.index(school)]
        if names and rng.random() < 0.2 and names[-1][1] == other \
                and (names[-1][0], school) not in names[-2:]:
            names.append((names[-1][0], school))
        else:
            names.append((rng.choice(["k", "K-", "7.", "z_"]) + str(i), school))
    return names


def interleave(rng, cases):
    """The records of a few cases through one another, each case's own order kept."""
    turns = [i for i, rows in enumerate(cases) for _ in rows]
    rng.shuffle(turns)
    rest = [iter(rows) for rows in cases]
    return [next(rest[i]) for i in turns]


def school_record(rng):
    day = FIRST + datetime.timedelta(days=rng.randrange(300))
    return ["", day.isoformat(), rng.choice(SCHOOLS), "school",
            rng.choice(TOKENS["school"]), rng.choice(["yes", "no"]), "", "af", ""]


def derived_records(rows):
    """What an earlier run said of the case: to be dropped."""
    case, date, school = rows[0][:3]
    return [[case, date[:10], school, "weigh", "close", "W22", "", "mc-weigh", ""],
            [case, date[:10], school, "refer", "af", "none", "", "mc-refer", "R36 named"]]


def stream(rng, count):
    names = name_cases(rng, count)
    rows, old = [], []
    while names:
        group, names = names[:4], names[4:]
        cases = [tell(rng, case, school) for case, school in group]
        rows += interleave(rng, cases) if rng.random() < 0.5 else sum(cases, [])
        if rng.random() < 0.1:
            rows.append(school_record(rng))
        if rng.random() < 0.02:
            rows.append(HEADER)         # as after cat a b
        if rng.random() < 0.1:
            old += derived_records(cases[0])
    return rows + old


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: generate.py SEED CASES")
    rng = random.Random(int(sys.argv[1]))
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(stream(rng, int(sys.argv[2])))


if __name__ == "__main__":
    main()
