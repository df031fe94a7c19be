"""The programs that are measured, each with the words in which its answer is compared."""

import os
import shutil

AS_OF = "2026-06-30"


class Program:
    """Its name, its stages, what puts its answer into words (further stages), its limit."""

    def __init__(self, name, stages, telling=(), limit=None, speaks="nothing", has_clock=False):
        self.name, self.stages, self.telling = name, stages, list(telling)
        self.limit, self.speaks, self.has_clock = limit, speaks, has_clock


class Programs:
    """Those that are here; names of those that are not stand in missing."""

    def __init__(self, bench):
        self.bench, self.missing = bench, []
        for name in "zsv", "mawk", "mlr", "sqlite3":
            if not shutil.which(name):
                self.missing.append(name)
        if not (shutil.which("node") and os.path.isdir(bench.made("node_modules/@duckdb/node-api"))):
            self.missing.append("DuckDB (node, and: npm install --prefix %s @duckdb/node-api)"
                                % bench.folder)

    def has(self, name):
        return not any(missing.startswith(name) for missing in self.missing)

    def tool(self, name, *arguments):
        return [os.path.join(self.bench.bin, name), *arguments]

    def script(self, name):
        return os.path.join(self.bench.here, "others", name)

    def awk(self, script, *files):
        return ["mawk", "-F,", "-f", self.script(script), *files]

    def libcsv(self, file):
        return Program("a libcsv pass", [[self.bench.made("csvpass"), file]], speaks="rows")

    def lines(self, file):
        return Program("wc -l", [["wc", "-l", file]], speaks="rows")

    def signal(self, file, limit):
        return Program("mc-signal", [self.tool("mc-signal", file)],
                       [self.awk("kinds.awk")], limit, "kinds")

    def weigh(self, file, limit, *options):
        return Program(" ".join(["mc-weigh", *options]),
                       [self.tool("mc-weigh", "--as-of", AS_OF, *options, file)],
                       [["grep", ",mc-weigh,"]], limit, "weighings")

    def refer(self, file, limit):
        return Program("mc-refer", [self.tool("mc-refer", file)], limit=limit)

    def report(self, name, file, limit, *options):
        return Program(name, [self.tool("mc-report", "--as-of", AS_OF, *options, file)], limit=limit)

    def pipeline(self, file, limit, *options):
        return Program("the four tools, to " + (options[-1] if options[0] == "--type" else "one paper"),
                       [self.tool("mc-signal", file), self.tool("mc-weigh", "--as-of", AS_OF),
                        self.tool("mc-refer"), self.tool("mc-report", "--as-of", AS_OF, *options)],
                       limit=limit)

    def duckdb(self, what, file, *ends):
        """One query, its rows handed over or kept in it as a table."""
        return [Program("DuckDB, rows " + end,
                        [["node", self.script("duckdb.cjs"), what, end, file, self.bench.clock]],
                        speaks=what, has_clock=True)
                for end in ends or ("handed",) if self.has("DuckDB")]

    def sqlite(self, what, file):
        query = (["SELECT kind, count(*) FROM log GROUP BY kind;"] if what == "kinds"
                 else [".read " + self.script("answers.sql")])
        return [Program("sqlite3", [["sqlite3", "-batch", "-csv", "-cmd", ".import '%s' log" % file,
                                     ":memory:", *query]], speaks=what)] if self.has("sqlite3") else []

    def readers(self, file):
        """Count the records of each kind; the first counts them all."""
        found = [Program("zsv count", [["zsv", "count", file]], speaks="records")] if self.has("zsv") else []
        if self.has("mawk"):
            found.append(Program("mawk", [self.awk("kinds.awk", file)], speaks="kinds"))
        if self.has("mlr"):
            found.append(Program("Miller", [["mlr", "--icsv", "--ocsv", "--headerless-csv-output",
                                             "count", "-g", "kind", file]], speaks="kinds"))
        return found + self.sqlite("kinds", file) + self.duckdb("kinds", file)

    def checkers(self, file):
        """Look at the form of each cell."""
        return [Program("mawk", [self.awk("forms.awk", file)], speaks="kinds")] if self.has("mawk") else []

    def weighers(self, file):
        """Find the newest answers of each case, a part of what mc-weigh does."""
        found = []
        if self.has("mawk"):
            found.append(Program("mawk, answers alone", [self.awk("answers.awk", file)], speaks="answers"))
        if self.has("mlr"):
            found.append(Program("Miller, answers alone", [["mlr", "--icsv",
                         "put", "-q", "-f", self.script("answers.mlr"), file]], speaks="answers"))
        for program in self.sqlite("answers", file) + self.duckdb("answers", file):
            program.name += ", answers alone"
            found.append(program)
        return found
