#!/usr/bin/env bash
#
# Goal: who makes a sheet sees which words it may hold, and every word that is
# shown is taken in.
#
#   BIN=build/bin BUILD=build tests/cli/mc-signal-words.sh

# shellcheck disable=SC2034,SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/signal-helpers"
# shellcheck source=tests/support/language-helpers
. "$repository/tests/support/language-helpers"

words=kind,code,label,synonyms
lists_of() { # name...: the lists that are printed
	mc-signal --words "$@" | sed 1d | cut -d, -f1 | uniq | tr '\n' ' '
}

mc-signal --words > out 2> err
check 'without a list: status 0' test $? = 0
check 'quietly' test ! -s err
check 'a header' test "$(head -n 1 out)" = "$words"

# Every word of the vocabulary that is no derived one, nor a paper's or an outcome's name.
"$PYTHON" - "$data/vocabulary.csv" out > why << 'EOF'
import csv, sys
shown = list(csv.DictReader(open(sys.argv[2], encoding="utf-8", newline="")))
tokens = {}
for row in shown:
    tokens.setdefault(row["code"], []).append(row)
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8", newline="")):
    if row["list"] in ("outcome", "type") or row["token"] in ("weigh", "refer"):
        continue
    wanted = "|".join(filter(None, [row["nl_token"] if row["nl_token"] != row["token"] else "",
                                    row["synonyms"]]))
    if not any(word["label"] == row["en"] and word["synonyms"] == wanted
               for word in tokens.get(row["token"], [])):
        print(row["list"], row["token"], wanted)
EOF
result 'every word, with its label and what may be written besides' why
check 'derived kinds are for nobody to write' test -z "$(grep -E '^kind,(weigh|refer),' out)"

in_dutch mc-signal --words > out.nl
check 'labels are in the person'\''s language' grep -q '^signal,hunger,"\{0,1\}[^,]*honger' out.nl
cut -d, -f1,2 out > want
cut -d, -f1,2 out.nl > got
check 'the words are the same' same got want

check 'one list' test "$(lists_of partner)" = 'partner '
check 'by its Dutch name' test "$(lists_of functie)" = 'role '
check 'a kind: its codes and values' test "$(lists_of consult)" = 'partner manner '
check 'in Dutch too' test "$(lists_of overleg)" = 'partner manner '
check 'a kind that is a list: both' test "$(lists_of signal)" = 'signal source '
check 'several, each once' test "$(lists_of need consult partner)" = 'partner manner need '
check 'columns are of records and of sheets' test "$(lists_of column)" = 'column column of a sheet '

all='column, kind, signal, source, partner, manner, party, talk, question, answer, plan, need, action, school, role'
run 'a list that is none: the nearest' 2 none \
    "mc-signal: --words \"partnre\" is no list of words ($all); the nearest is partner (see mc-signal --help)\n" \
    -w need partnre
run 'and which there are' 2 none \
    "mc-signal: --words \"xyzzy\" is no list of words ($all) (see mc-signal --help)\n" -w xyzzy
says 'in Dutch' 'mc-signal: --words "signaaal" is geen lijst met woorden (kolom, soort, signaal, bron, partner, wijze, gesprekspartner, gesprek, vraag, antwoord, afspraak, behoefte, actie, randvoorwaarde, functie); het dichtst erbij komt signaal (zie mc-signal --help)\n' \
    in_dutch mc-signal -w signaaal
mc-signal --words > /dev/full 2> err
check 'a full disk: status 2' test $? = 2

# Every signal that is shown is one that a sheet may hold, by any of its words.
"$PYTHON" - out.nl > sheet.csv << 'EOF'
import csv, sys
rows = csv.writer(sys.stdout, delimiter=";", lineterminator="\n")
rows.writerow("zaak datum soort code waarde tekst".split())
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8", newline="")):
    if row["kind"] == "signal":
        for word in [row["code"], row["label"]] + row["synonyms"].split("|"):
            rows.writerow(["K-1", "3-10-2025", "signaal", word, "gezien", "Zo gezien"])
EOF
check 'there are many' test "$(wc -l < sheet.csv)" -gt 200
mc-signal --school 03AB00 sheet.csv > got 2> err
check 'all that is shown is taken in' test $? = 0
check 'row by row' test "$(wc -l < got)" = "$(wc -l < sheet.csv)"

finish
