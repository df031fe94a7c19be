"""What the programs read."""

import os

from programs import AS_OF

LENGTHEN = """NR == 1 { for (i = 0; i < 1000; i++) text = text "x" }
NR > 1 && $4 != "weigh" && $4 != "refer" && $1 != one { $9 = text }
{ print }"""


def case_of(file):
    """The case of the first record."""
    with open(file, encoding="utf-8") as lines:
        return [next(lines) for _ in range(2)][1].split(",")[0]


def records_in(file):
    """Its lines, without the header."""
    with open(file, "rb") as lines:
        return sum(block.count(b"\n") for block in iter(lambda: lines.read(1 << 20), b"")) - 1


class Files:
    """The inputs, made when they are first asked for."""

    def __init__(self, bench, programs):
        self.bench, self.programs = bench, programs
        self.cases_mixed = max(1, bench.records // 20)

    def of(self, name, stages, needs=()):
        path = self.bench.made("%s-%d.csv" % (name, self.bench.records))
        older = [need for need in needs if os.path.exists(path)
                 and os.path.getmtime(need) > os.path.getmtime(path)]
        if not os.path.exists(path) or older:
            self.bench.spend(stages, path + ".new")
            os.rename(path + ".new", path)
        return path

    def generated(self, name, *arguments):
        source = os.path.join(self.bench.here, "generate.c")
        return self.of(name, [[self.bench.made("generate"), *arguments]], [source])

    def plain(self):
        return self.generated("plain", str(self.bench.records))

    def accented(self):
        return self.generated("accented", "-a", str(self.bench.records))

    def mixed(self):
        return self.generated("mixed", str(self.bench.records), str(self.cases_mixed))

    def grouped(self):
        return self.of("grouped", [["env", "LC_ALL=C", "sort", "-t,", "-k1,1", "-s", self.plain()]])

    def weighed(self, kind):
        return self.derived("weighed-" + kind, "mc-weigh", getattr(self, kind)())

    def referred(self, kind):
        return self.derived("referred-" + kind, "mc-refer", self.weighed(kind))

    def derived(self, name, tool, file):
        stage = self.programs.tool(tool, *(["--as-of", AS_OF] if tool == "mc-weigh" else []), file)
        return self.of(name, [stage], [stage[0], file])

    def small(self):
        return self.of("small", [["head", "-n", "1001", self.plain()]])

    def few(self):
        """Of so few cases that they take no memory to speak of."""
        return self.generated("few", "1000", "10")

    def school(self):
        """So many records that a paper which kept them would be seen to."""
        return self.generated("school", "100000")

    def long(self, file, case):
        """The same records, those of other cases with a text of 1,000 bytes."""
        return self.of("long", [["awk", "-F,", "-v", "OFS=,", "-v", "one=" + case, LENGTHEN, file]], [file])
