#!/usr/bin/env python3
"""Makes each call of a tool fail in turn, and looks at how the tool bears it.

    tests/support/faults.py TOOLS SHIM FOLDER [MODE ...]

TOOLS is the folder of the tools, SHIM tests/support/faults.c compiled, FOLDER an
empty one to work in.  Each mode of each tool (or those named) is run on a small
input, with the first call of a function failing, then the second, until a run
gets through without having met any; likewise with fewer and fewer descriptors.
Of calls that are very many some are left out, unless FAULTS is "all".

Whatever fails: no crash and no hang.  Either the run ends as it would have, with
all of its output; or with status 2, and then a message tells the true cause and
names the file, and each file that the run changes is the old or the new one.
Prints TAP.
"""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time

SECONDS = 20  # that a run may take
MANY = 40  # calls of one function that are all made to fail; of later ones every so manieth is

ENOMEM, EIO, EINTR, EPERM, EMFILE, ENOSPC, ENOSYS, ENOLCK = 12, 5, 4, 1, 24, 28, 38, 37
CAUSES = {
    ENOMEM: ["out of memory", "Cannot allocate memory", "geheugen"],
    EIO: ["Input/output error", "lezen of schrijven mislukt", "the terminal is gone"],
    EPERM: ["Operation not permitted"],
    EMFILE: ["Too many open files", "te veel geopende bestanden"],
    ENOSPC: ["No space left on device", "geen ruimte meer"],
    ENOSYS: ["no random numbers", "geen toevalsgetallen"],
    ENOLCK: ["No locks available"],
}
SHORT = 0
# What a tool must get over.
BORNE = (EINTR, SHORT)

# Each function, and how it may fail.
CALLS = [
    ("malloc", [ENOMEM]),
    ("calloc", [ENOMEM]),
    ("realloc", [ENOMEM]),
    ("read", [EIO, EINTR, SHORT]),
    ("pread", [EIO, EINTR, SHORT]),
    ("write", [ENOSPC, EINTR, SHORT]),
    ("pwrite", [ENOSPC, EINTR, SHORT]),
    ("open", [EMFILE]),
    ("fsync", [EIO]),
    ("fdatasync", [EIO]),
    ("close", [EIO]),
    ("rename", [EIO]),
    ("link", [EIO]),
    ("unlink", [EIO]),
    ("ftruncate", [EIO]),
    ("fchmod", [EPERM]),
    ("fchown", [EPERM]),
    ("flock", [ENOLCK, EINTR]),
    ("getrandom", [ENOSYS]),
]

HEADER = "case,date,school,kind,code,value,due,by,text\n"
SHEET = ("zaak;datum;soort;code;waarde;door;tekst\n"
         "K-1;3-10-2026;signaal;angst;zelf;leerkracht;{}\n"
         "K-1;5-10-2026;behoefte;eten;;ib;\n")
FACTS = HEADER + ("K-1,2026-08-25,10AA00,signal,fear,seen,,teacher,Bang.\n"
                  "K-1,2026-08-26,10AA00,talk,parents,wants-help,,af,\n")
LOG = HEADER + "K-8,2026-08-25,03AB00,need,food,,,,\nK-9,2026-08-25,10AA00,need,food,,,,\n"
# What is typed as soon as a question is shown: lines that come together would be one text.
TYPED = [("Number or word", "behoefte\r03AB00\rK-1\reten\r3-10-2026\rib\r"),
         ("Remarks", "\r"), ("shall it be kept", "ja\rq\r")]

AT = ["--as-of", "2026-10-30"]
REPORT = ["mc-report"] + AT + ["done.csv"]
COUNTS = ["mc-report", "-t", "counts"]
PUBLISH = COUNTS + ["-m", "2026-08", "-L", "ledger", "-k", "key", "-u", "units.csv"]
COUNTED = ["counted.csv"]


def report(kind, *more):
    return (" ".join((kind,) + more), REPORT[:1] + ["-t", kind] + list(more) + REPORT[1:])


# What a mode is called, its command, and the files that it may change.
MODES = [
    ("help", ["mc-signal", "--help"]),
    ("records", ["mc-signal", "facts.csv"]),
    ("sheet", ["mc-signal", "-s", "03AB00", "sheet.csv"]),
    ("sheet in Windows-1252", ["mc-signal", "-s", "03AB00", "windows.csv"]),
    ("sheet in UTF-16", ["mc-signal", "-s", "03AB00", "utf16.csv"]),
    ("sheet of a Macintosh", ["mc-signal", "-s", "03AB00", "-e", "MACINTOSH", "windows.csv"]),
    ("sheet in ISO-8859-15", ["mc-signal", "-s", "03AB00", "-e", "ISO-8859-15", "windows.csv"]),
    ("two sheets", ["mc-signal", "-s", "03AB00", "sheet.csv", "windows.csv"]),
    ("wrong rows", ["mc-signal", "wrong.csv"]),
    ("rejects", ["mc-signal", "-r", "r.csv", "wrong.csv"], "r.csv"),
    ("rejects over others", ["mc-signal", "-r", "old.csv", "wrong.csv"], "old.csv"),
    ("weigh", ["mc-weigh"] + AT + ["facts.csv"]),
    ("weigh standard input", ["mc-weigh"] + AT),
    ("weigh grouped", ["mc-weigh", "-g"] + AT + ["facts.csv"]),
    ("weigh wrong lines", ["mc-weigh"] + AT + ["facts.csv", "wrong.csv"]),
    ("weigh in Dutch", ["mc-weigh"] + AT + ["facts.csv", "wrong.csv"]),
    ("refer", ["mc-refer", "weighed.csv"]),
    ("refer with a kernteam", ["mc-refer", "-g", "-k", "kernteam.csv", "weighed.csv"]),
    report("referral"),
    report("referral", "-f", "html"),
    report("overview"),
    report("overview", "-f", "csv"),
    report("agenda"),
    report("agenda", "-f", "csv"),
    report("agenda", "-f", "ics", "-H", "holidays.csv"),
    report("chronology"),
    report("chronology", "-f", "html"),
    report("talk"),
    report("veilig-thuis"),
    report("inspection"),
    report("transfer", "-c", "K-1"),
    report("transfer", "-f", "text", "-c", "K-1"),
    report("retention", "-f", "csv"),
    report("readiness"),
    ("key", ["mc-report", "--new-key", "new"], "new"),
    ("ledger", ["mc-report", "--new-ledger", "new", "--from", "2026-08", "-k", "key"], "new"),
    ("publish", PUBLISH + COUNTED, "ledger"),
    ("publish html", PUBLISH + ["-f", "html"] + COUNTED, "ledger"),
    ("publish csv", PUBLISH + ["-f", "csv"] + COUNTED, "ledger"),
    ("internal", COUNTS + ["-i", "-m", "2026-08"] + COUNTED),
    ("internal csv", COUNTS + ["-i", "-y", "2026", "-f", "csv", "-u", "units.csv"] + COUNTED),
    ("log made", ["mc-signal", "-s", "03AB00", "-l", "new", "sheet.csv"], "new"),
    ("log", ["mc-signal", "-s", "03AB00", "-l", "log.csv", "sheet.csv"], "log.csv"),
    ("log and rejects", ["mc-signal", "-l", "log.csv", "-r", "r.csv", "wrong.csv"], "log.csv", "r.csv"),
    ("strike", ["mc-signal", "-l", "log.csv", "-S", "2"], "log.csv"),
    ("forget", ["mc-signal", "-l", "log.csv", "-f", "K-8"], "log.csv"),
    ("interview", ["mc-signal", "--ask"]),
    ("interview and log", ["mc-signal", "--ask", "-l", "log.csv"], "log.csv"),
]


def write(path, text, encoding="utf-8"):
    with open(path, "wb") as file:
        file.write(text.encode(encoding))


def read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


class Bench:
    """The folder of inputs, and the folder in which each run finds them as they were."""

    def __init__(self, tools, shim, folder):
        self.tools, self.shim = tools, shim
        self.inputs = os.path.join(folder, "inputs")
        self.work = os.path.join(folder, "work")
        self.told = os.path.join(folder, "told")
        os.mkdir(self.inputs)
        self.environment = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": folder, "TERM": "dumb",
                            "TEXTDOMAINDIR": os.path.join(tools, "..", "locale")}
        self.make_inputs()

    def make_inputs(self):
        os.chdir(self.inputs)
        write("sheet.csv", SHEET.format("Bang."))
        write("windows.csv", SHEET.format("Caf\u00e9."), "cp1252")
        write("utf16.csv", SHEET.format("Caf\u00e9."), "utf-16")
        write("facts.csv", FACTS)
        write("wrong.csv", FACTS + "K-1,2026-08-27,10AA00,need,bal,,,,\nK-2,2026-08-27\n")
        write("old.csv", HEADER.strip() + ",reasons\n")
        write("log.csv", LOG)
        write("kernteam.csv", "partner,name,phone,email,topics\nsocius,S,023 000 0102,,social\n")
        write("holidays.csv", "from,to\n2026-12-21,2027-01-01\n")
        write("units.csv", "school,name,pupils,board,region\n10AA00,School 1,230,A,Regio 1\n")
        self.make("weighed.csv", ["mc-weigh"] + AT + ["facts.csv"])
        self.make("done.csv", ["mc-refer", "weighed.csv"])
        self.make("month.csv", ["mc-weigh", "--as-of", "2026-08-31", "facts.csv"])
        self.make("counted.csv", ["mc-refer", "month.csv"])
        self.make(None, ["mc-report", "--new-key", "key"])
        self.make(None, ["mc-report", "--new-ledger", "ledger", "--from", "2026-08", "-k", "key"])
        os.chmod("log.csv", 0o600)

    def make(self, name, command):
        made = subprocess.run([os.path.join(self.tools, command[0])] + command[1:], check=True,
                              env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE).stdout
        if name is not None:
            write(name, made.decode())

    def run(self, mode, call=None, how=None, number=0):
        """Runs a mode in a fresh folder."""
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.inputs, self.work)
        write(self.told, "")
        environment = dict(self.environment)
        if mode[0].endswith("Dutch"):
            environment["LC_ALL"] = "nl_NL.UTF-8"
            # The C library falls over when it gets no memory for its first message; the tool sees
            # to it beforehand that there is enough.
            environment["FAULT_SPARE"] = "gconv_create_spec"
        if call is not None:
            environment.update(FAULT_CALL=call, FAULT_HOW=str(how), FAULT_AT=str(number),
                               FAULT_TOLD=self.told, LD_PRELOAD=self.shim)
        command = [os.path.join(self.tools, mode[1][0])] + mode[1][1:]
        if "--ask" in command:
            # The line editor falls over when it gets no memory, and a locale is then said not to be
            # there; the tool sees to it beforehand that there is enough.
            environment["FAULT_SPARE"] = "libedit,setlocale"
            return Run(mode, self, *interview(command, environment, self.work))
        with open(os.path.join(self.work, "facts.csv"), "rb") as standard_input:
            try:
                done = subprocess.run(command, env=environment, cwd=self.work, timeout=SECONDS,
                                      stdin=standard_input, stdout=subprocess.PIPE,
                                      stderr=subprocess.PIPE, check=False)
            except subprocess.TimeoutExpired:
                return Run(mode, self, None, b"", b"")
        return Run(mode, self, done.returncode, done.stdout, done.stderr)


def interview(command, environment, folder):
    """Types the answers at a terminal, and waits for the end."""
    terminal, slave = pty.openpty()
    process = subprocess.Popen(command, env=environment, cwd=folder, stdin=slave,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               start_new_session=True, preexec_fn=lambda: take_terminal(slave))
    to_type, shown = list(TYPED), b""
    end = time.monotonic() + SECONDS
    while process.poll() is None and time.monotonic() < end:
        if select.select([terminal], [], [], 0.01)[0]:
            shown += os.read(terminal, 65536)
        if to_type and to_type[0][0].encode() in shown:
            os.write(terminal, to_type.pop(0)[1].encode())
    status = process.poll()
    if status is None:
        process.kill()
    out, err = process.communicate()
    os.close(slave)
    os.close(terminal)
    return status, out, err


def without_clock(out):
    """A calendar says when it was made."""
    return re.sub(rb"(DTSTAMP|SEQUENCE):.*", rb"\1", out)


def take_terminal(slave):
    import fcntl
    import termios
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)


class Run:
    """How a run ended, what it wrote, and what the file of each name that it may change holds."""

    def __init__(self, mode, bench, status, out, err):
        self.status, self.out, self.err = status, without_clock(out), err.decode(errors="replace")
        self.told = read(bench.told).decode(errors="replace").splitlines()
        self.files = {name: read(os.path.join(bench.work, name)) for name in mode[2:]}
        self.around = sorted(name for name in os.listdir(bench.work)
                             if not os.path.exists(os.path.join(bench.inputs, name)))


def is_whole(mode, right, run, name):
    """Whether a file is what it is after a right run."""
    if mode[0] == "key":
        return run.files[name] is not None and len(run.files[name]) == 32
    return run.files[name] == right.files[name]


def names_file(bench, told, err):
    """Whether the message names the file: it, or what a file beside it is for."""
    name = os.path.basename(told).lstrip(".")
    if told == "-" or os.path.isdir(os.path.join(bench.work, told)) or told.startswith("/dev"):
        return True
    known = os.listdir(bench.work) + ["new", "r.csv", "standard input", "standard output"]
    return any(name.startswith(one) and one in err for one in known) or (
        name == "standard output" and "standaarduitvoer" in err)


def troubles(bench, mode, right, run, call, how):
    """What is not as it must be."""
    if run.status is None:
        return ["does not end"]
    found = []
    if run.status == right.status:
        if run.out != right.out:
            found.append("other output, and status %d" % run.status)
        found += [name + " is not whole, and status %d" % run.status
                  for name in right.files if not is_whole(mode, right, run, name)]
        if call != "unlink" and run.around != right.around:
            found.append("left: %s" % run.around)
        return found
    if run.status != 2 or how in BORNE:
        return ["status %d: %s" % (run.status, run.err)]
    if not any(cause in run.err for cause in CAUSES[how]):
        found.append("another cause is told: %s" % run.err)
    if run.told and not names_file(bench, run.told[0], run.err):
        found.append("%s is not named: %s" % (run.told[0], run.err))
    for name, now in run.files.items():
        # A log without a record is as good as none.
        old = [read(os.path.join(bench.inputs, name))]
        if now not in old + ([b"", HEADER.encode()] if name == "new" else []) and not is_whole(mode, right, run, name):
            found.append(name + " is neither the old nor the new one")
    # A journal that could not be settled is there for the next run, which mends the log by it.
    allowed = set(right.around) | set(right.files) | {".%s.journal" % name for name in right.files}
    if call != "unlink" and not set(run.around) <= allowed:
        found.append("left: %s" % run.around)
    return found


def numbers():
    number = 1
    while True:
        yield number
        number += 1 if number < MANY or os.environ.get("FAULTS") == "all" else number // 8


def try_calls(bench, mode, right):
    for call, ways in CALLS:
        for how in ways:
            for number in numbers():
                run = bench.run(mode, call, how, number)
                found = troubles(bench, mode, right, run, call, how)
                yield ["%s %d, %s: %s" % (call, number, how or "short", one) for one in found]
                if not run.told:
                    break


def try_descriptors(bench, mode, right):
    for room in range(10):
        run = bench.run(mode, "descriptors", EMFILE, room)
        run.told = []
        found = troubles(bench, mode, right, run, None, EMFILE)
        yield ["%d descriptors: %s" % (room, one) for one in found]


def try_mode(bench, mode):
    right = bench.run(mode)
    if right.status not in (0, 1):
        return ["without trouble: status %s: %s" % (right.status, right.err)], 1
    found, count = [], 0
    for tries in (try_calls, try_descriptors):
        for one in tries(bench, mode, right):
            found += one
            count += 1
    return found, count


def main():
    bench = Bench(*sys.argv[1:4])
    modes = [mode for mode in MODES if len(sys.argv) == 4 or mode[0] in sys.argv[4:]]
    failed = 0
    for number, mode in enumerate(modes, 1):
        found, count = try_mode(bench, mode)
        failed += bool(found)
        print("%s %d - %s: %d runs" % ("not ok" if found else "ok", number, mode[0], count), flush=True)
        for one in found:
            print("# " + one.replace("\n", "\n# "))
    print("1..%d" % len(modes))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
