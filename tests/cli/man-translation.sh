#!/usr/bin/env bash
#
# Goal: a translated man page says what the English page says, nothing less and
# nothing more.
#
#   BIN=build/bin tests/cli/man-translation.sh
#
# Compares each page under man/ with its translation in each folder below it
# (man/nl), in all that does not depend on the language: the options, the number
# of sections, the rows of tables and lists, the rules with their words, the
# examples to the letter, every word of the format, and every number.  TAP on
# standard output; exits 1 when pages differ, 2 when there is nothing to compare.

# shellcheck disable=SC2154,SC2317 # the helpers' variables; compare calls functions by name
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/man-helpers"
shopt -s nullglob

man=$repository/man
folders=("$man"/[a-z][a-z]/)
if [ ${#folders[@]} -eq 0 ]; then
	echo "man-translation.sh: no language under $man" >&2
	exit 2
fi

# Topics and classes are the only words of the lists with a name in each
# language: they stand on the pages alone, never in a record.
names='sociaal=social gezondheid=health opvoeding=parenting verzuim=absence
dringend=urgent deskundige=expert medewerker=staff leerling=pupil bericht=notice
positief=positive aantekening=note collega=colleague buiten=outside'

# What a page shows in blocks and lines of literal text. The tutorial is typed and printed in the
# reader's language: of it only which tools and options stand in each block, in their order.
literal() {
	if [ "${1##*/}" = mc-tutorial.7 ]; then
		grep -oE '^\.Bd.*|^[$>] .*|^\.\\" at .*' "$1" |
			grep -oE '^\.Bd|at [0-9]{4}-[0-9-]+|mc-[a-z]+|--[a-z-]+|echo \$\?|K-[0-9]'
		return
	fi
	awk '
	/^\.Bd .*-literal/ { open = 1; print "--"; next }
	/^\.Ed/ { open = 0; next }
	open || /^\.D[l1] / { print }' "$1"
}

# The options with their arguments: "Fl a Ar DATE , Fl -as-of Ar DATE".
options() {
	sed -n '/^\.Sh SYNOPSIS/,/^\.Sh/ s/^\.Op //p; s/^\.It Fl /It Fl /p' "$1"
}

# One word for each section and subsection.
sections() {
	grep -o '^\.S[hs]' "$1"
}

# For each list and table the number of its rows.
rows() {
	awk '
	/^\.Bl / { depth++; kind[depth] = $2; row[depth] = 0 }
	/^\.It/ { row[depth]++ }
	/^\.El/ { print kind[depth], row[depth]; depth-- }' "$1"
}

# The words of the lists in mc-record(5) in their order, with the Dutch word that a sheet
# may use and what else may be written; and the first cells of tables that are words.
cells() {
	awk '
	/^\.It Cm [a-z-]+ Pq / { print $3, $5 }
	/^\./ { open = 0 }
	/^(Also|Ook): / { open = 1; sub(/^(Also|Ook): /, "") }
	open { gsub(/; ?/, "\n"); sub(/\n$/, ""); print }
	/^\.It ([a-z-]+|Cm .*) Ta / { sub(/ Ta .*/, ""); print }' "$1"
}

# Every word that is marked as one of the format, of a command, file, variable
# or page, in the order of the alphabet, for the order in a sentence differs.
words() {
	awk -v names="$names" '
	BEGIN {
		n = split(names, pairs, /[ \n]/)
		for (i = 1; i <= n; i++) {
			split(pairs[i], pair, "=")
			english[pair[1]] = pair[2]
		}
		n = split("Ar Cm Ev Fl Ic Pa Xr", list, " ")
		for (i = 1; i <= n; i++)
			marks[list[i]] = 1
	}
	/^\.Bd .*-literal/, /^\.Ed/ { next }
	/^\./ {
		mark = ""
		for (i = 1; i <= NF; i++) {
			word = $i
			sub(/^\./, "", word)
			if (word in marks) {
				mark = word
			} else if (word ~ /^([A-Z][a-z]|[BDN][1-9])$/) {
				mark = ""
			} else if (mark != "" && word ~ /[A-Za-z0-9<?]/) {
				if (mark == "Cm" && word in english)
					word = english[word]
				print mark, word
			}
		}
	}' "$1" | sort
}

# Every number of the running text, and of tags such as R07~.
numbers() {
	awk '
	/^\.Bd .*-literal/, /^\.Ed/ { next }
	/^\.(Dd|Dt|Xr|Lk|Bl) / { next }
	{ print }' "$1" | grep -o '[0-9][0-9:.-]*[0-9]\|[0-9]' | sort
}

# The number of messages that are explained.
messages() {
	awk '/^\.Bl -diag/ { open = 1 } /^\.El/ { open = 0 } open && /^\.It/ { print "message" }' "$1"
}

# Words of the language that mdoc takes for a macro: "Er", "Op" and "In" begin a
# Dutch sentence, and vanish when a tag or a heading begins with them.
macros() {
	awk '
	/^\.(It|Sh|Ss|Nd|Em|Dq|Pq|Ql|Sq) / {
		for (i = 2; i <= NF; i++)
			if ($i ~ /^(An|At|Do|Er|Es|In|Is|Nm|Of|Op)$/)
				print $i
	}' "$1"
}

compare() { # function, what it compares, English page, translation, its name
	"$1" "$3" > "$scratch/english"
	"$1" "$4" > "$scratch/translation"
	diff -u --label English --label "$5" "$scratch/english" "$scratch/translation" \
	    > "$scratch/why" 2>&1
	result "$5: $2" "$scratch/why"
}

for folder in "${folders[@]}"; do
	folder=${folder%/}
	(cd -- "$man" && printf '%s\n' *.[157]) > "$scratch/english"
	(cd -- "$folder" && printf '%s\n' *.[157]) > "$scratch/translation"
	diff -u --label English --label "${folder##*/}" "$scratch/english" "$scratch/translation" \
	    > "$scratch/why" 2>&1
	result "${folder##*/}: the same pages" "$scratch/why"

	for page in "$folder"/*.[157]; do
		english=$man/${page##*/}
		name=${page#"$man/"}
		[ -f "$english" ] || continue
		compare options 'the same options' "$english" "$page" "$name"
		compare sections 'as many sections' "$english" "$page" "$name"
		compare rows 'as many rows in each list and table' "$english" "$page" "$name"
		compare cells 'the same words in the tables' "$english" "$page" "$name"
		compare rules_of_page 'the same rules' "$english" "$page" "$name"
		compare literal 'the same examples' "$english" "$page" "$name"
		compare words 'the same words of the format' "$english" "$page" "$name"
		compare numbers 'the same numbers' "$english" "$page" "$name"
		compare messages 'as many messages' "$english" "$page" "$name"
		compare macros 'no word taken for a macro' "$english" "$page" "$name"
	done
done

# What the comparison counts on: the rules are all there.
rules_of_page "$man/mc-meldcode.7" | cut -d ' ' -f 1 | sort -u > "$scratch/translation"
rules_of_page "$man/mc-refer.1" | cut -d ' ' -f 1 | tr -d '!~' | sort -u >> "$scratch/translation"
{
	printf 'W%02d\n' {1..35}
	printf 'R%02d\n' {1..39}
} > "$scratch/english"
diff -u --label wanted --label pages "$scratch/english" "$scratch/translation" > "$scratch/why" 2>&1
result 'rules W01 to W35 and R01 to R39 were found' "$scratch/why"

finish
