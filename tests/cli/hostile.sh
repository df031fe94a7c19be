#!/usr/bin/env bash
#
# Goal: whatever somebody puts where a school writes something, in sheets,
# records, file names, options and the small files beside them, no message,
# record or paper does more than show it, in either language, and no message
# says who somebody is.
#
#   BIN=build/bin BUILD=build tests/cli/hostile.sh
#
# The strings, and what must not come of them, are in tests/support/hostile.py.
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
build=$(cd -- "${BUILD:?BUILD is the folder of what was built}" && pwd) || exit 2
cd -- "$scratch" || exit 2

TEXTDOMAINDIR=$build/locale PYTHONPATH=$repository/tests/support "$PYTHON" - << 'END'
import csv, os, subprocess, sys
import xml.etree.ElementTree as xml
from hostile import (CHECKS, IDENTIFYING, NO_UTF8, check_clean, check_csv, check_messages, check_records, is_taken, strings)

STRINGS = strings()
HEADER = b"case,date,school,kind,code,value,due,by,text"
tests = failed = 0

def test(name, problems):
    global tests, failed
    tests += 1
    failed += bool(problems)
    print("%s %d - %s" % ("not ok" if problems else "ok", tests, name))
    for problem in problems[:5]:
        print("#", ascii(str(problem))[:500])

def run(language, *arguments, given=b""):
    done = subprocess.run(arguments, input=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env=dict(os.environ, LANGUAGE=language, LC_ALL="C.UTF-8"))
    if done.returncode not in (0, 1, 2):
        raise ValueError("%r ended with %d" % (arguments, done.returncode))
    check_messages(done.stderr)
    return done

def each(name, cases):
    """Runs of one kind: each is a function without arguments, which raises when all is not well."""
    problems = []
    for case in cases:
        try:
            case()
        except (ValueError, AssertionError, xml.ParseError, csv.Error) as problem:
            problems.append(problem)
    test(name, problems)

def must(holds, *what):
    if not holds:
        raise AssertionError(what)

def quoted(cell):
    return b'"' + cell.replace(b'"', b'""') + b'"'

def row(**cells):
    return b",".join(quoted(cells.get(c.decode(), b"")) for c in HEADER.split(b","))

GOOD = dict(case=b"K-1", date=b"2026-10-05", school=b"03AB00", kind=b"signal", code=b"hunger", value=b"seen", by=b"teacher",
            text=b"Geen brood")
LANGUAGES = "nl", "en"
COLUMNS = [c.decode() for c in HEADER.split(b",")]

test("there are at least 130 strings", [] if len(set(STRINGS)) >= 130 else [len(set(STRINGS))])

# Sheets: each string in each column.

def sheet(strings):
    rows = [row(**dict(GOOD, **{column: s})) for column in COLUMNS for s in strings]
    return b"Case,date,school,kind,code,value,due,by,text\n" + b"\n".join(rows) + b"\n"

for language in LANGUAGES:
    def take_in(strings):
        done = run(language, "mc-signal", "--rejects", "rejects", given=sheet(strings))
        check_records(done.stdout)
        for part in IDENTIFYING.values():
            must(part.encode() not in done.stdout, part)
        must(done.returncode == 1 and len(done.stderr.splitlines()) >= 7 * len(strings))
    utf8 = [s for s in STRINGS if s[1:-1] not in NO_UTF8]
    each("a sheet with them in every column (%s)" % language, [lambda: take_in(STRINGS), lambda: take_in(utf8)])
taken = run("en", "mc-signal", given=b"\n".join([b"Case,date,school,kind,code,value,due,by,text"] +
            [row(**dict(GOOD, text=s)) for s in STRINGS]) + b"\n")
texts = [line.split(b",", 8)[8] for line in taken.stdout.splitlines()[1:]]
test("control characters, what is no UTF-8 and what tells who somebody is are refused in a text, all else is taken",
     [] if len(texts) == sum(map(is_taken, STRINGS)) else [len(texts), sum(map(is_taken, STRINGS)), len(STRINGS)])

# A column that must be empty, and a text, are shown to nobody.
for language in LANGUAGES:
    def hidden():
        rows = [row(**dict(GOOD, kind=b"need", code=b"money", value=b"ZZGEHEIM", text=b"ZZGEHEIM")),
                row(**dict(GOOD, kind=b"school", code=b"af", value=b"yes", case=b"ZZGEHEIM", text=b"ZZGEHEIM")),
                row(**dict(GOOD, text=b"ZZGEHEIM\x01")),
                row(**dict(GOOD, kind=b"talk", code=b"parents", value=b"held", due=b"ZZGEHEIM"))]
        for tool in ("mc-signal", "mc-weigh"):
            done = run(language, tool, given=HEADER + b"\n" + b"\n".join(rows) + b"\n")
            must(done.returncode and b"ZZGEHEIM" not in done.stderr, done.stderr)
    each("a value that must not be there is not shown (%s)" % language, [hidden])

# Names of columns, and the maps of options.
def named(language, s):
    run(language, "mc-signal", given=b"case,date,kind,code," + quoted(s) + b"\nK-1,2026-10-05,signal,hunger,x\n")
for language in LANGUAGES:
    each("a sheet with a column that is called so (%s)" % language, [lambda s=s: named(language, s) for s in STRINGS])

# Records, as the later tools read them.
FACT = dict(GOOD)
KINDS = [FACT, dict(GOOD, kind=b"weigh", code=b"talk-first", value=b"W14", by=b"mc-weigh", text=b""),
         dict(GOOD, kind=b"refer", code=b"af", value=b"talk", due=b"2026-10-12", by=b"mc-refer", text=b"R21 named")]
lines = [row(**dict(kind, **{column: s})) for kind in KINDS for column in COLUMNS for s in STRINGS]
records = HEADER + b"\n" + b"\n".join(lines) + b"\n"
for language in LANGUAGES:
    def pass_by(tool, *options):
        done = run(language, tool, *options, given=records)
        must(done.returncode in (1, 2))
        (check_records if tool != "mc-report" else check_clean)(done.stdout)
    each("records with them in every column (%s)" % language,
         [lambda: pass_by("mc-weigh"), lambda: pass_by("mc-refer"), lambda: pass_by("mc-report", "-t", "chronology"),
          lambda: pass_by("mc-report", "-t", "overview")])

# Papers of what intake takes.
kinds = [dict(GOOD), dict(GOOD, kind=b"signal", code=b"tired", value=b"child"), dict(GOOD, kind=b"signal", code=b"staff"),
         dict(GOOD, kind=b"consult", code=b"kernteam", value=b"anonymous"), dict(GOOD, kind=b"talk", code=b"parents", value=b"concern"),
         dict(GOOD, kind=b"talk", code=b"child", value=b"concern"), dict(GOOD, kind=b"answer", code=b"suspicion", value=b"yes"),
         dict(GOOD, kind=b"answer", code=b"unsafe", value=b"no"), dict(GOOD, kind=b"plan", code=b"goal", value=b""),
         dict(GOOD, kind=b"done", code=b"af", value=b"discuss"), dict(GOOD, kind=b"done", code=b"veilig-thuis", value=b"feedback"),
         dict(GOOD, kind=b"need", code=b"money", value=b""), dict(GOOD, kind=b"school", code=b"af", value=b"yes", case=b"")]
rows = [row(**dict(kind, text=s)) for s in STRINGS for kind in kinds] + [row(**dict(GOOD, case=b"K-2", text=s)) for s in STRINGS]
rows += [row(**dict(GOOD, case=b"K-3", date=b"2021-10-05"))]  # to be reviewed for retention
facts = run("en", "mc-signal", given=b"Case,date,school,kind,code,value,due,by,text\n" + b"\n".join(rows) + b"\n").stdout
stream = run("en", "mc-refer", given=run("en", "mc-weigh", given=facts).stdout).stdout
with open("stream", "wb") as file:
    file.write(stream)
with open("units", "w") as file:
    file.write("school,name,pupils,board,region\n03AB00,\"=1+1<b>\",230,\"@Stichting <A> & 'B' \"\"C\"\"\",-Noord\n")
PAPERS = [(["-t", kind, "-f", form], check) for kind, forms in (
    ("referral", "text html"), ("chronology", "text html"), ("agenda", "text html csv ics"), ("overview", "text html csv"),
    ("retention", "text html csv"), ("talk", "text html"), ("veilig-thuis", "text html"), ("inspection", "text html"),
    ("readiness", "text html csv")) for form, check in ((f, CHECKS[f]) for f in forms.split())]
PAPERS += [(["-t", "transfer", "-c", "K-1", "-f", form], CHECKS[form]) for form in ("records", "text", "html")]
PAPERS += [(["-t", "counts", "-i", "-u", "units", "-y", "2026", "-f", form], CHECKS[form]) for form in ("text", "html", "csv")]
for language in LANGUAGES:
    def paper(options, check):
        is_counts = "counts" in options
        done = run(language, "mc-report", "-l", language, *options, *([] if is_counts else ["-w"]), "stream")
        must(done.returncode == 0 and done.stdout, options, done.stderr[:300])
        try:
            check(done.stdout)
        except (ValueError, xml.ParseError, csv.Error) as problem:
            raise ValueError("%s: %s" % (options, problem))
    each("every paper of them in every format (%s)" % language, [lambda p=p: paper(*p) for p in PAPERS])
again = run("en", "mc-signal", given=run("en", "mc-report", "-t", "transfer", "-c", "K-1", "-w", "stream").stdout)
test("what goes along to the next school is taken in there", [] if again.returncode == 0 else [again.stderr[:300]])

# File names and values of options; NUL ends them. Names of files have no slash.
NAMES = sorted({s.replace(b"/", b"%")[:200].replace(b"\0", b"") for s in STRINGS} - {b"-", b"--help", b"*", b"-1+1"})
os.mkdir("folders"), os.mkdir("files")
for name in NAMES:
    os.mkdir(b"folders/" + name)
    with open(b"files/" + name, "wb") as file:
        file.write(b"case,date,kind,code,value,text,nonsense\nK-1,x,y,z,w\x01,\n" if len(name) % 2 else b"PK\x03\x04")
for language in LANGUAGES:
    def operands(tool, folder, *options):
        done = run(language, tool, *options, *(folder + name for name in NAMES))
        must(done.returncode == 2 and len(done.stderr.splitlines()) >= len(NAMES))
    each("files that are not there, are folders or are something else, called so (%s)" % language,
         [lambda tool=tool, folder=folder: operands(tool, folder)
          for tool in ("mc-signal", "mc-weigh", "mc-refer", "mc-report") for folder in (b"./", b"folders/", b"files/")])

OPTIONS = [("mc-signal", option) for option in "AbcdDefkmrsSl"] + [("mc-weigh", "a"), ("mc-refer", "k")]
OPTIONS += [("mc-report", option) for option in "acfHlpPsty"] + [("mc-report", "tagenda -H")]
OPTIONS += [("mc-report", "tcounts -" + option) for option in "bfFklLmuWynN"]
OPTIONS += [("mc-report", "tcounts -mx -" + option) for option in "kLu"]
OPTIONS += [("mc-signal", word) for word in ("l x -S2 -l", "f K-1 -l", "-nosuch=", "-school=", "-words ")]
OPTIONS += [("mc-report", "tcounts -i -y2026 -W03AB00 -u"), ("mc-report", "-new-key="), ("mc-report", "-new-ledger=l --from=2026-08 --key=")]
VALUES = [s.replace(b"\0", b"") for s in STRINGS]
WORST = [s.encode() for s in IDENTIFYING] + [b"\x1b[2J", b"\xc2\x9b31m", b"\xe2\x80\xaex"]

def option(language, tool, words, value):
    *before, last = words.split(" ")
    arguments = ["-" + before[0]] + before[1:] if before else []
    last = last if before else "-" + last
    glued = last.encode() + value
    done = run(language, tool, *arguments, glued, given=b"")
    check_clean(done.stdout)

for language in LANGUAGES:
    chosen = [(OPTIONS[(i * 7 + len(language)) % len(OPTIONS)], value) for i, value in enumerate(VALUES * 2)]
    chosen += [(o, value) for o in OPTIONS for value in WORST]
    each("values of options (%s)" % language, [lambda o=o, v=v: option(language, o[0], o[1], v) for o, v in chosen])

# The small files beside the records.
SMALL = [("mc-refer", ["-k"], b"partner,name,phone,email,topics", b"ggd,x,y,z,social"),
         ("mc-report", ["-t", "counts", "-i", "-y", "2026", "-f", "csv", "-u"], b"school,name,pupils,board,region", b"03AB00,x,230,y,z"),
         ("mc-report", ["-t", "agenda", "-f", "csv", "-H"], b"from,to", b"2026-10-17,2026-10-25")]
def small(language, tool, options, header, cells, at, s):
    for place in (0, 1):
        parts = [header.split(b","), cells.split(b",")]
        parts[place][at % len(parts[0])] = quoted(s)
        with open("small", "wb") as file:
            file.write(b"\n".join(b",".join(line) for line in parts) + b"\n")
        done = run(language, tool, *options, "small", "stream")
        (check_csv if tool == "mc-report" else check_records)(done.stdout)
for language in LANGUAGES:
    each("partners, schools and holidays (%s)" % language,
         [lambda i=i, s=s: small(language, *SMALL[i % 3], i // 3, s) for i, s in enumerate(STRINGS)])

print("1..%d" % tests)
sys.exit(failed > 0)
END
