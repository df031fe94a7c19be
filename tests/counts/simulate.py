#!/usr/bin/env python3
"""A school year of cases, as canonical records, and the units file beside them.

    simulate.py SEED SCHOOLS YEAR FOLDER [crossed | left]

Writes FOLDER/units.csv and one log for each school, FOLDER/BRIN.csv, with the
facts of the school year that begins in August of YEAR, and a record of the
school itself, which is there before its first case.  The same seed gives the
same bytes on every machine.  Boards have 12 schools, and regions 4 boards;
crossed, boards have 6 schools, of two regions that go across them; left, they
have 4, and the last has what is left.  Each case is one of the stories below, told
over days, weeks or months, so that it is active in one to five months.
"""

import datetime
import os
import random
import sys

HEADER = "case,date,school,kind,code,value,due,by,text"
PLAIN = """injury tired hygiene clothing hunger supervision fear low-mood withdrawn aggression
restless attention results-drop delay isolated bullied tells-quarrel loyalty rejecting minimises
substance parent-ill no-shows divorce poverty sick-absence""".split()
RARE = "disclosure-child tells-violence partner-violence honour self-harm sexual-online".split()

# A story: its share, and its steps; a step is kind:code:value, or a word explained in Case.tell.
STORIES = [
    (20, "signal signal ~ talk:parents:wants-help need ~ ~ signal"),
    (8, "signal ~ talk:parents:wants-help ~ consult:kernteam:anonymous ~ done:socius:joint-talk"),
    (14, "signal signal ~ talk:parents:no-concern ~ consult:kernteam:anonymous "
         "answer:suspicion:no answer:concern:no"),
    (14, "signal ~ talk:family:no-help ~ answer:suspicion:no answer:concern:yes review "
         "~ ~ consult:kernteam:named ~ signal"),
    (13, "signal signal ~ talk:parents:wants-help answer:suspicion:yes answer:unsafe:no "
         "answer:can-help:yes answer:accepts:yes plan ~ ~ done:cjg:help ~ ~ answer:result:yes"),
    (7, "signal ~ talk:parents:no-help answer:suspicion:yes answer:unsafe:yes "
        "done:veilig-thuis:report ~ done:board:inform ~ ~ done:veilig-thuis:feedback ~ signal"),
    (5, "rare ~ consult:veilig-thuis:anonymous answer:suspicion:yes answer:unsafe:acute "
        "done:veilig-thuis:report-now ~ done:veilig-thuis:feedback"),
    (5, "signal ~ answer:suspicion:yes answer:unsafe:no answer:can-help:no ~ "
        "done:veilig-thuis:report ~ ~ done:veilig-thuis:feedback"),
    (6, "signal ~ ~ talk:parents:no-concern answer:suspicion:doubt ~ ~ consult:ggd:anonymous"),
    (8, "absent ~ absent ~ talk:parents:wants-help ~ done:lpa:absence ~ absent"),
    (4, "signal ~ ~ signal"),
    (2, "outside ~ done:board:peer-protocol"),
]


class Case:
    def __init__(self, rng, school, number, start, end):
        self.rng, self.school, self.end = rng, school, end
        self.name = "K-%04d" % number
        self.day = start
        self.rows = []

    def add(self, kind, code, value="", due="", text=""):
        if self.day > self.end:
            return
        self.rows.append(",".join([self.name, self.day.isoformat(), self.school, kind, code,
                                   value, due, "teacher", text]))

    def later(self, days):
        return (self.day + datetime.timedelta(days=days)).isoformat()

    def tell(self, story):
        for step in story.split():
            if step == "~":
                self.day += datetime.timedelta(days=self.rng.choice([2, 5, 9, 16, 30]))
            elif step in ("signal", "rare", "absent", "outside"):
                code = self.rng.choice({"signal": PLAIN, "rare": RARE, "absent": ["absence", "late"],
                                        "outside": ["pupil", "staff"]}[step])
                self.add("signal", code, self.rng.choice(["seen", "child", "parent"]), text="feit")
            elif step == "need":
                if self.rng.random() < 0.5:
                    self.add("need", self.rng.choice(["money", "sport", "upbringing", "clothing"]))
            elif step == "review":
                self.add("plan", "review", "", self.later(60))
            elif step == "plan":
                self.add("plan", "goal", "", "", "doel")
                self.add("plan", "term", "", self.later(70))
                self.add("plan", "casemanager", self.rng.choice(["socius", "cjg", "ggd", "af"]))
            else:
                self.add(*step.split(":"))


def sizes(rng, schools):
    """Pupils: one in five schools is small, the average about 220."""
    if schools == 1:
        return [230]
    return [rng.randrange(40, 149) if rng.random() < 0.2 else rng.randrange(150, 420)
            for _ in range(schools)]


def busy(month):
    """Holidays are quiet."""
    return {7: 0.4, 8: 0.4, 12: 0.8}.get(month, 1.0)


def write_school(rng, path, school, pupils, year):
    first, end = datetime.date(year, 8, 1), datetime.date(year + 1, 7, 31)
    number, rows = 0, [",%s,%s,school,af,yes,,head," % (first.isoformat(), school)]
    for offset in range((end - first).days + 1):
        day = first + datetime.timedelta(days=offset)
        while rng.random() < pupils * 0.012 / 30 * busy(day.month):
            number += 1
            case = Case(rng, school, number, day, end)
            case.tell(rng.choices([s for _, s in STORIES], [w for w, _ in STORIES])[0])
            rows += case.rows
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join([HEADER] + rows) + "\n")
    return number


def code_of(number):
    """A BRIN and location of its own for each of thousands of schools."""
    return "%02d%s%s00" % (number % 90 + 10, chr(65 + number // 26 % 26), chr(65 + number % 26))


def main():
    seed, schools, year, folder = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    manner = "".join(sys.argv[5:])
    rng = random.Random("%d %d %d" % (seed, schools, year))
    os.makedirs(folder, exist_ok=True)
    boards = max(1, schools // (6 if manner == "crossed" else 12))
    lines = ["school,name,pupils,board,region"]
    for i, pupils in enumerate(sizes(rng, schools)):
        board = i // 4 if manner == "left" else i % boards
        region = i // boards % 2 if manner == "crossed" else board // 4
        write_school(rng, os.path.join(folder, code_of(i) + ".csv"), code_of(i), pupils, year)
        lines.append("%s,School %d,%d,Stichting %s,Regio %d"
                     % (code_of(i), i + 1, pupils, chr(65 + board % 26) * (board // 26 + 1), region + 1))
    with open(os.path.join(folder, "units.csv"), "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
