#!/usr/bin/env bash
#
# Goal: what only the board and the inspector may know, suspicions about staff
# and what is between pupils, does not show through in any paper: neither by a
# word nor by one that is missing.  Nor does a Handle with Care notice in any
# but the report to Veilig Thuis.
#
#   BIN=build/bin tests/property/hidden.sh [seed ...]
#
# Random cases with such signals and steps, and the same without them.  What
# mc-refer asks of a partner, and by when, may differ; all else of a paper for
# which the same is asked, with the same danger, must be the same, and so must a
# report to Veilig Thuis, what parents see, and what goes along to the next
# school.  TAP on standard output.

# shellcheck disable=SC2154,SC2317 # the helpers' variables; checks called by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
cd -- "$scratch" || exit 2

# Among these are cases that each part of the code is needed for.
[ $# -gt 0 ] || set -- 1 3 16 19
count=250
export today=2026-10-31
generate=$repository/tests/oracle/generate.py

# Makes two files of one: with the hidden facts, some more than the stories have, and without.
cat > split.py << 'END'
import csv, random, sys
rng = random.Random(int(sys.argv[1]))
rows = [r for r in csv.DictReader(open("cases", newline="")) if r["kind"] not in ("kind", "weigh", "refer", "school")]
def notice(r):
    return r["kind"] == "signal" and r["code"] == "handle-with-care"
def hidden(r):
    return (r["kind"] == "signal" and r["code"] in ("staff", "pupil")
            or r["kind"] in ("consult", "done") and r["code"] in ("board", "inspector"))
kept = [r for r in rows if not hidden(r)]
more = []
for r in kept:
    if rng.random() < 0.15:
        kind, code, value = rng.choice([("signal", "staff", "child"), ("signal", "pupil", "seen"),
            ("done", "board", "staff-duty"), ("done", "inspector", "advise"), ("consult", "inspector", "anonymous"),
            ("done", "board", "peer-protocol"), ("consult", "board", "named"), ("signal", "handle-with-care", "third")])
        more.append(dict(r, kind=kind, code=code, value=value, due="", by="head", text="VERBORGEN"))
told = [r for r in kept + more if not hidden(r)]
for name, facts in (("with", rows + more), ("without", [r for r in told if not notice(r)]), ("told", told)):
    with open(name, "w", newline="") as file:
        out = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        out.writeheader()
        out.writerows(facts)
cases = {(r["school"], r["case"]) for r in kept if not notice(r)} & {(r["school"], r["case"]) for r in rows + more if hidden(r) or notice(r)}
print(*sorted(" ".join(c) for c in cases), sep="\n")
END

# Compares the papers of all cases; prints those that differ, and how many were compared.
cat > compare.py << 'END'
import collections, os, subprocess, sys
def papers(name, school, case, kind):
    text = subprocess.check_output(["mc-report", "-w", "-t", kind, "-a", os.environ["today"], "-s", school, "-c", case, name],
        stderr=subprocess.DEVNULL, text=True)
    for paper in text.split("\n" + 80 * "#" + "\n\n"):
        title = paper.split("\n", 1)[0]
        if title.startswith(("Vraag aan", "Melding bij", "Inzage voor", "Overdracht", "case,")):
            yield title, paper
def asked(name):
    asks = collections.defaultdict(set)
    for line in open(name, newline="\n"):
        field = line.rstrip("\n").split(",")
        if len(field) == 9 and field[3] == "refer":
            asks[field[2], field[0]].add(tuple(field[i] for i in (4, 5, 6, 8)))
    return asks
# A danger keeps people away from the family, whatever it is known by.
def dangers(name):
    return {(f[2], f[0]) for f in (line.split(",") for line in open(name)) if f[3:4] == ["weigh"]
            and f[4] in ("report-now", "check-safety", "expert-first")}
compared = different = 0
with_asks, without_asks = asked("with.refer"), asked("without.refer")
in_danger, in_danger_without = dangers("with.refer"), dangers("without.refer")
def same_asked(school, case, title):
    of = lambda asks: {ask for ask in asks[school, case] if partners[ask[0]] in title}
    return of(with_asks) == of(without_asks) and ((school, case) in in_danger) == ((school, case) in in_danger_without)
partners = {"kernteam": "het kernteam", "socius": "SOCIUS", "ggd": "GGD", "cjg": "CJG", "lpa": "leerplichtambtenaar",
            "social-base": "sociale basis", "colleague": "collega", "expert": "deskundige", "ib": "intern begeleider",
            "head": "directie", "smw": "schoolmaatschappelijk", "nurse": "jeugdverpleegkundige",
            "support-team": "ondersteuningsteam", "youth-care": "jeugdhulp", "guardian": "gezinsvoogd", "doctor": "huisarts",
            "police": "politie", "other-school": "nieuwe school", "other": "een ander", "af": "-", "board": "-",
            "veilig-thuis": "-", "inspector": "-"}
for line in open("list"):
    school, case = line.split()
    for kind in "referral", "veilig-thuis", "inspection", "transfer":
        if kind == "referral" and not any(
                partners[ask[0]] != "-" for ask in with_asks[school, case] & without_asks[school, case]):
            continue  # no partner is asked the same
        a = dict(papers("with.refer", school, case, kind))
        b = dict(papers("told.refer" if kind == "veilig-thuis" else "without.refer", school, case, kind))
        for title in a.keys() & b.keys():
            if not same_asked(school, case, title):
                continue
            compared += 1
            shown = kind == "veilig-thuis" and "VERBORGEN" in b[title]
            if a[title] != b[title] or "VERBORGEN" in a[title] and not shown:
                different += 1
                if different == 1:
                    print("#", school, case, title)
                    open("a", "w").write(a[title])
                    open("b", "w").write(b[title])
                    subprocess.run("diff b a | sed 's/^/# /'", shell=True)
print("#", compared, "papers compared,", different, "differ")
sys.exit(different > 0 or compared < 20)
END

for seed; do
	"$PYTHON" "$generate" "$seed" "$count" > cases && "$PYTHON" split.py "$seed" > list || exit 2
	for name in with without told; do
		mc-weigh -a "$today" "$name" 2> err | mc-refer > "$name.refer" 2>> err
	done
	check "seed $seed: nothing that is hidden shows through" "$PYTHON" compare.py
done

finish
