"""Whether programs that did the same work say the same.

Each speaks in its own way: "rows" of a file with its header, "records", "kinds" (kind,count),
"answers" (school,case and six levels, see answers.awk), "weighings" (the records of mc-weigh).
"""



def records_seen(speaks, said):
    """How many records the program saw; None when it does not say."""
    if speaks == "rows":
        words = said[-1].replace(",", "").split()
        return int(words[words.index("rows") - 1] if "rows" in words else words[0]) - 1
    if speaks == "records":
        return int(said[-1])
    if speaks == "kinds":
        return sum(int(line.split(",")[1]) for line in said)
    return None


def contradicts(levels, rule, is_advised):
    """Whether a case of which the newest answers have these levels cannot have this rule.

    No case here was reported.  An older answer may still ask for a report, so more cases than
    these have those rules; and what Veilig Thuis was asked about, a new round may take back.
    """
    _, _, unsafe, can_help, accepts, result = levels
    if unsafe >= 2:
        return rule not in (("W01",) if unsafe > 2 else ("W01", "W02"))
    if is_advised:
        return False
    if can_help == 3:
        return rule not in ("W01", "W02", "W05")
    if accepts == 3:
        return rule not in ("W01", "W02", "W05", "W06")
    return result == 3 and rule not in ("W01", "W02", "W05", "W06", "W07")


def differences(programs, measures, records, file):
    """Lines that tell of answers that differ."""
    found, first = [], {}
    for program, measure in zip(programs, measures):
        count = records_seen(program.speaks, measure.said)
        if count not in (None, records):
            found.append("%s saw %d records of %d" % (program.name, count, records))
        said = set(measure.said)
        if program.speaks in ("kinds", "answers") and first.setdefault(program.speaks, said) != said:
            found.append("%s says otherwise than the first: %s"
                         % (program.name, sorted(said ^ first[program.speaks])[:2]))
        first.setdefault(program.speaks, said)
    if "answers" in first and "weighings" in first:
        found += against_weighing(first["answers"], first["weighings"], advised_in(file))
    return found


def advised_in(file):
    """The cases of which Veilig Thuis was asked."""
    with open(file, encoding="utf-8") as lines:
        asked = [line.split(",", 3) for line in lines if ",consult,veilig-thuis," in line]
    return {(school, case) for case, _, school, _ in asked}


def against_weighing(answers, weighings, advised):
    """Cases of which the newest answers and the rule cannot both be."""
    rules = {}
    for line in weighings:
        case, _, school, _, _, rule = line.split(",")[:6]
        rules[school, case] = rule
    if len(rules) != len(answers):
        return ["%d cases with answers, %d weighed" % (len(answers), len(rules))]
    wrong = []
    for line in answers:
        school, case, *levels = line.split(",")
        name = school, case
        if contradicts([int(level) for level in levels], rules.get(name), name in advised):
            wrong.append(name)
    return ["%d cases are weighed against their newest answers: %s" % (len(wrong), wrong[:2])] if wrong else []
