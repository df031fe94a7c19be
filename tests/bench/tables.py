"""The tasks, each a table of what programs took beside a libcsv pass over the same file."""

import os
import statistics

from answers import differences
from files import Files, case_of, records_in
from measure import ratio

MIXED = 1.15        # of the limit: records of cases at random
ACCENTS = 1.5       # of the time for the plain file: accents, and a quote in every third line
START = 1.5         # of the time of four empty programs
BYTES_A_CASE = 768
SAME = 1.25         # memory: pages come and go
STARTS = 200        # rounds


def seconds(measure):
    """Of the processors, and by the clock."""
    return "%8.2f s %8.2f s" % (statistics.median(measure.processors), statistics.median(measure.walls))


class Tables:
    """Prints them; over_limits and differ are what was not as it should be."""

    def __init__(self, bench, programs):
        self.bench, self.programs, self.files = bench, programs, Files(bench, programs)
        self.over_limits, self.differ = [], []

    def line(self, task, name, value, limit=None, more=""):
        verdict = bound = ""
        if limit is not None:
            verdict, bound = "met" if value <= limit else "OVER", "%.2f" % limit
            if value > limit:
                self.over_limits.append("%s, %s" % (task, name))
        print(("  %-34s %8.2f %8s %-4s %s" % (name, value, bound, verdict, more)).rstrip(), flush=True)

    def beside(self, task, file, programs, factor=1.0):
        """The programs by the processors' seconds, as ratios to a libcsv pass over the file."""
        programs = [self.programs.libcsv(file)] + programs
        measures = self.bench.run(programs)
        self.differ += [task + ": " + line for line in differences(programs, measures, records_in(file), file)]
        print("%s (%d MB)" % (task, os.path.getsize(file) / 1e6))
        for program, measure in zip(programs, measures):
            limit = None if program.limit is None else program.limit * factor
            self.line(task, program.name, ratio(measure.processors, measures[0].processors), limit,
                      "%8.2f %s %6d MiB%s" % (
                          ratio(measure.walls, measures[0].walls), seconds(measure), measure.memory / 1024,
                          "" if len(measure.walls) > 1 else ", once"))

    def reading(self):
        file = self.files.plain()
        self.beside("reading, and how many of each kind", file, [
            self.programs.signal(file, 0.45), self.programs.lines(file), *self.programs.readers(file)])

    def validating(self):
        file = self.files.plain()
        self.beside("validating", file, [self.programs.signal(file, 0.45), *self.programs.checkers(file)])

    def weighing(self):
        file, grouped = self.files.plain(), self.files.grouped()
        self.beside("weighing", file, [self.programs.weigh(file, 0.60), *self.programs.weighers(file)])
        self.beside("weighing, lines of a case together", grouped,
                    [self.programs.weigh(grouped, 0.50, "--grouped")])

    def referring(self):
        self.refer("plain", 1.0)

    def refer(self, kind, factor):
        file = self.files.weighed(kind)
        self.beside("referral list, " + kind, file, [self.programs.refer(file, 0.70)], factor)

    def papers(self):
        self.paper("plain", 1.0)

    def paper(self, kind, factor):
        file = self.files.referred(kind)
        self.beside("papers, " + kind, file, [
            self.programs.report("agenda, csv", file, 1.2, "--type", "agenda", "--format", "csv"),
            self.programs.report("a paper of one case", file, 0.35, "--case", case_of(file))], factor)

    def mixed(self):
        file = self.files.mixed()
        self.beside("mixed: %d cases at random" % self.files.cases_mixed, file, [
            self.programs.signal(file, 0.45), self.programs.weigh(file, 0.60),
            *self.programs.weighers(file)], MIXED)
        self.refer("mixed", MIXED)
        self.paper("mixed", MIXED)

    def accents(self):
        """The same tools over the plain and the accented file, by turns."""
        makers = [lambda kind: self.programs.signal(getattr(self.files, kind)(), None),
                  lambda kind: self.programs.weigh(getattr(self.files, kind)(), None),
                  lambda kind: self.programs.refer(self.files.weighed(kind), None),
                  lambda kind: self.programs.report("a paper of one case", self.files.referred(kind),
                                                    None, "--case", case_of(self.files.referred(kind)))]
        measures = self.bench.run([make(kind) for make in makers for kind in ("plain", "accented")])
        print("accents in every text, quotes in every third: beside the plain file")
        for make, plain, accented in zip(makers, measures[::2], measures[1::2]):
            self.line("accents", make("plain").name, ratio(accented.processors, plain.processors), ACCENTS)

    def pipeline(self):
        file = self.files.plain()
        ours = [self.programs.pipeline(file, 1.0, "--case", case_of(file)),
                self.programs.pipeline(file, None, "--type", "agenda")]
        theirs = self.programs.duckdb("answers", file, "read", "handed", "kept")
        programs = ours + theirs
        measures = self.bench.run(programs)
        self.differ += ["pipeline: " + line for line in differences(programs, measures, None, file)]
        print("the whole pipeline, by the clock: beside one query of DuckDB for the answers, read"
              if theirs else "the whole pipeline, by the clock in seconds")
        for program, measure in zip(programs, measures):
            wall = (ratio(measure.walls, measures[len(ours)].walls) if theirs
                    else statistics.median(measure.walls))
            self.line("pipeline", program.name, wall, program.limit if theirs else None,
                      " " * 9 + seconds(measure))

    def start(self):
        file = self.files.small()
        ours = self.programs.pipeline(file, None, "--case", case_of(file))
        empty = [["/bin/true"]] * 4
        walls = [[], []]
        for _ in range(STARTS):
            for times, stages in zip(walls, (ours.stages, empty)):
                times.append(self.bench.spend(stages)[0])
        print("start, by the clock: beside four empty programs in the same pipe")
        self.line("start", "the four tools, 1,000 records", ratio(*walls), START,
                  "%.2f ms beside %.2f ms" % tuple(statistics.median(times) * 1000 for times in walls))

    def memory(self):
        print("memory a case in bytes, of %d cases mixed at random; of papers, besides what they print"
              % self.files.cases_mixed)
        for name, program, is_paper in (
                ("mc-weigh", lambda kind: self.programs.weigh(getattr(self.files, kind)(), None), False),
                ("mc-refer", lambda kind: self.programs.refer(self.files.weighed(kind), None), False),
                ("agenda", self.to_csv("agenda"), True), ("overview", self.to_csv("overview"), True)):
            much, little = (self.bench.spend(program(kind).stages)[2] for kind in ("mixed", "few"))
            kept = (much - little) * 1024 / self.files.cases_mixed
            printed = self.printed(program("mixed")) / self.files.cases_mixed if is_paper else 0
            self.line("memory", name, kept - printed, BYTES_A_CASE, "%8d in all" % kept)

    def printed(self, program):
        """How many bytes it prints."""
        self.bench.spend(program.stages + [["wc", "-c"]], self.bench.said)
        with open(self.bench.said, encoding="ascii") as said:
            return int(said.read())

    def to_csv(self, kind):
        """mc-report, which writes a paper of this type as csv."""
        return lambda file: self.programs.report(kind, self.files.referred(file), None,
                                                 "--type", kind, "--format", "csv")

    def texts(self):
        """Papers of one case read all records, and keep the texts of none but its own."""
        file = self.files.referred("school")
        case = case_of(file)
        print("a paper of one case: how much more memory it takes when the texts of others are long")
        for kind in "referral", "chronology", "talk", "veilig-thuis":
            program = [self.programs.report(kind, path, None, "--type", kind, "--format", "html", "--case", case)
                       for path in (file, self.files.long(file, case))]
            short, long = (self.bench.spend(each.stages)[2] for each in program)
            self.line("texts", kind, long / short, SAME, "%8d KiB %8d KiB" % (short, long))


TASKS = ("reading", "validating", "weighing", "referring", "papers", "mixed", "accents", "pipeline",
         "start", "memory", "texts")
