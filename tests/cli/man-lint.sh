#!/usr/bin/env bash
#
# Goal: the man pages are well formed, and agree with the tools and the
# vocabulary.
#
#   BIN=build/bin tests/cli/man-lint.sh
#
# For each page under man/ and its languages (man/nl): mandoc finds nothing to
# warn of.  For each tool and language: an option that --help tells of stands on
# the page, and the other way round, and the usage line is the page's SYNOPSIS.
# For mc-record(5): every row of tests/data/vocabulary.csv stands there, with its
# label in the page's language and its synonyms, and no other.  The rules that
# mc-meldcode(7) and mc-refer(1) show are the rows of the tables.  No line that is
# shown is wider than 80 columns.  TAP on standard output; exits 1 when a page is
# wrong, 2 when nothing can be run.

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/man-helpers"
shopt -s nullglob

pages=("$repository"/man/*.[157] "$repository"/man/[a-z][a-z]/*.[157])
folders=("$repository/man" "$repository"/man/[a-z][a-z]/)
if [ ${#pages[@]} -eq 0 ]; then
	echo "man-lint.sh: no pages under $repository/man" >&2
	exit 2
fi

# The SYNOPSIS as shown on a very wide terminal, without overstriking.
synopsis_of_page() {
	mandoc -T ascii -O width=500 "$1" |
	    sed 's/.\x08//g' | sed -n '/^SYNOPSIS/ { n; s/^ *//; p; q; }'
}

# Options that a page lists: ".It Fl a Ar date , Fl -as-of Ar date".
options_of_page() {
	awk '/^\.It Fl / {
		for (i = 2; i < NF; i++)
			if ($i == "Fl")
				print "-" $(i + 1)
	}' "$1" | sort -u
}

# Options that a help text lists: lines that begin with "-a, --as-of". The counts have a help of
# their own, and share the page.
options_of_help() {
	{ "$1" --help; [ "$1" != mc-report ] || "$1" --type counts --help; } |
	    sed -n 's/^[[:space:]]*\(-[A-Za-z]\), \(--[a-z-]*\).*/\1 \2/p' | tr ' ' '\n' | sort -u
}

# The page as a terminal shows it, without overstriking; every sign takes one column.
shown() {
	mandoc -T utf8 "$1" | sed 's/.\x08//g'
}

for page in "${pages[@]}"; do
	base=${page#"$repository/man/"}
	if ! command -v mandoc > /dev/null; then
		skip "$base: mandoc has no warning" 'mandoc is not installed'
		continue
	fi
	mandoc -T lint -W warning "$page" > "$scratch/lint" 2>&1
	result "$base: mandoc has no warning" "$scratch/lint"
	# An address on the web cannot be broken.
	shown "$page" | grep -E '^.{81}' | grep -Ev '^ *[^ ]+$' > "$scratch/wide"
	result "$base: no line is wider than 80 columns" "$scratch/wide"
done

for folder in "${folders[@]}"; do
	folder=${folder%/}
	for tool in mc-signal mc-weigh mc-refer mc-report; do
		page=$folder/$tool.1
		base=${page#"$repository/man/"}
		options_of_page "$page" > "$scratch/page"
		options_of_help "$tool" > "$scratch/help"
		if [ ! -s "$scratch/help" ]; then
			echo "$tool --help lists no options" > "$scratch/only-help"
		else
			comm -13 "$scratch/page" "$scratch/help" > "$scratch/only-help"
		fi
		result "$base: what --help lists stands on the page" "$scratch/only-help"
		comm -23 "$scratch/page" "$scratch/help" > "$scratch/only-page"
		result "$base: what the page lists stands in --help" "$scratch/only-page"

		if ! command -v mandoc > /dev/null; then
			skip "$base: the usage line is the SYNOPSIS" 'mandoc is not installed'
			continue
		fi
		synopsis_of_page "$page" > "$scratch/page"
		"$tool" --help | sed -n '1s/^usage: //p' > "$scratch/help"
		diff -u --label SYNOPSIS --label usage "$scratch/page" "$scratch/help" > "$scratch/usage"
		result "$base: the usage line is the SYNOPSIS" "$scratch/usage"
	done
done

# Each word with its Dutch word, its label, topic, class and synonyms, in the lists of
# mc-record(5): ".It Cm injury Pq letsel", then "label; topic health. Also: one; two.".
# Outcomes have no Dutch word.  What has one and is no word of the vocabulary is told too.
words_of_page() { # page, language
	"$PYTHON" - "$data/vocabulary.csv" "$@" << 'EOF'
import csv, re, sys
NAMES = {
    "en": {},
    "nl": {"social": "sociaal", "health": "gezondheid", "parenting": "opvoeding",
           "absence": "verzuim", "urgent": "dringend", "expert": "deskundige",
           "staff": "medewerker", "pupil": "leerling", "notice": "bericht",
           "positive": "positief", "note": "aantekening", "colleague": "collega",
           "outside": "buiten", "topic": "onderwerp", "class": "klasse", "Also": "Ook"},
}
vocabulary, page, language = sys.argv[1:]
name = lambda word: NAMES[language].get(word, word)

def wanted(row):
    text = row[language]
    for column in "topic", "class":
        if row[column]:
            text += "; %s %s" % (name(column), name(row[column]))
    text += "."
    if row["synonyms"]:
        text += " %s: %s." % (name("Also"), "; ".join(row["synonyms"].split("|")))
    return row["token"], row["nl_token"], text

entries, word = [], None
for line in open(page, encoding="utf-8").read().splitlines():
    item = re.match(r"\.It Cm ([a-z-]+)(?: Pq (\S+))?$", line)
    if item:
        word = [item[1], item[2] or "", []]
        entries.append(word)
    elif line.startswith("."):
        word = None
    elif word:
        word[2].append(line)
shown = {(token, dutch, " ".join(lines)) for token, dutch, lines in entries}
rows = [(row["list"], wanted(row))
        for row in csv.DictReader(open(vocabulary, encoding="utf-8", newline=""))]
for list_name, row in rows:
    if row not in shown:
        print("%s: %s (%s): %s" % (list_name, *row))
for token, dutch, text in sorted(shown - {row for _, row in rows}):
    if dutch:
        print("no word of the vocabulary: %s (%s): %s" % (token, dutch, text))
EOF
}

for folder in "${folders[@]}"; do
	folder=${folder%/}
	page=$folder/mc-record.5
	base=${page#"$repository/man/"}
	language=en
	[ "$folder" = "$repository/man" ] || language=${folder##*/}
	if ! command -v "$PYTHON" > /dev/null; then
		skip "$base: every word of the vocabulary" 'Python is not installed'
		continue
	fi
	words_of_page "$page" "$language" > "$scratch/words" 2>&1
	result "$base: every word of the vocabulary" "$scratch/words"
done

# The rows of a table in C, as rules_of_page has them.
rows_of_table() {
	awk '
	function word(name, prefix) {
		sub(prefix "_", "", name)
		gsub("_", "-", name)
		return tolower(name)
	}
	/^ *\{ *[0-9]+, / { match($0, /[0-9]+/); rule = substr($0, RSTART, RLENGTH) }
	/\.outcome = / {
		match($0, /OUTCOME_[A-Z_]+/)
		printf "W%02d %s\n", rule, word(substr($0, RSTART, RLENGTH), "OUTCOME")
	}
	match($0, /^ +[A-Z_]+, ACTION_[A-Z_]+/) {
		asked = word($2, "ACTION")
		sub(",.*", "", asked)
		if ($1 ~ /^PARTNER_/)
			asked = word(substr($1, 1, length($1) - 1), "PARTNER") " " asked
	}
	match($0, /(SILENCED|KEPT|RENEWED)\}/) {
		sign = /KEPT/ ? "!" : /RENEWED/ ? "~" : ""
		printf "R%02d%s %s\n", rule, sign, asked
	}' "$1"
}

# What no other row asks (R36) is no row of the table.
compare_table() { # page, table
	rules_of_page "$repository/man/$1" | grep -v '^R36' > "$scratch/page"
	rows_of_table "$repository/common/rules/$2" > "$scratch/table"
	[ -s "$scratch/table" ] || echo 'no rows' > "$scratch/table"
	diff -u --label "$1" --label "$2" "$scratch/page" "$scratch/table" > "$scratch/rows"
	result "$1: the rows are those of $2, in its order" "$scratch/rows"
}

compare_table mc-meldcode.7 weighing_table.c
compare_table mc-refer.1 referral_table.c

finish
