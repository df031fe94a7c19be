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
# label in the page's language.  TAP on standard output; exits 1 when a page is
# wrong, 2 when nothing can be run.

# shellcheck disable=SC2154 # the helpers' variables
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/helpers"
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

# Options that a help text lists: lines that begin with "-a, --as-of".
options_of_help() {
	"$1" --help |
	    sed -n 's/^[[:space:]]*\(-[A-Za-z]\), \(--[a-z-]*\).*/\1 \2/p' | tr ' ' '\n' | sort -u
}

for page in "${pages[@]}"; do
	base=${page#"$repository/man/"}
	if command -v mandoc > /dev/null; then
		mandoc -T lint -W warning "$page" > "$scratch/lint" 2>&1
		result "$base: mandoc has no warning" "$scratch/lint"
	else
		skip "$base: mandoc has no warning" 'mandoc is not installed'
	fi
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

# Each word with its Dutch word and its meaning, in the lists of mc-record(5).
# Outcomes have no Dutch word.  Topic and class may follow the meaning.
words_of_page() { # page, column of the meaning
	"$PYTHON" - "$data/vocabulary.csv" "$@" << 'EOF'
import csv, sys
NAMES = {
    "en": {},
    "nl": {"social": "sociaal", "health": "gezondheid", "parenting": "opvoeding",
           "absence": "verzuim", "urgent": "dringend", "expert": "deskundige",
           "staff": "medewerker", "pupil": "leerling", "notice": "bericht",
           "positive": "positief", "topic": "onderwerp"},
}
language = sys.argv[3]
name = lambda word: NAMES[language].get(word, word)
with open(sys.argv[2], encoding="utf-8") as f:
    rows = [line[4:].rstrip("\n") for line in f if line.startswith(".It ") and " Ta " in line]
for r in csv.DictReader(open(sys.argv[1], encoding="utf-8", newline="")):
    cells = [r["token"]] + ([r["nl_token"]] if r["nl_token"] else []) + [r[language]]
    row = " Ta ".join(cells)
    more = [name(w) for w in (r["topic"], r["class"]) if w]
    ends = [""] if not more else [" (%s)" % ", ".join(more), ", %s %s" % (name("topic"), more[0])]
    if not any(row + end in rows for end in ends):
        print("%s: %s" % (r["list"], row + ends[0]))
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

finish
