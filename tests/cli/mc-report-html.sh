#!/usr/bin/env bash
#
# Goal: every paper is there as html that stands by itself, that a screen
# reader can read and a printer can print, and in which whatever stands in a
# text stays text.
#
#   BIN=build/bin tests/cli/mc-report-html.sh
#
# Well-formedness is judged by xmllint (libxml2-utils), or by the XML parser of
# Python where that is not installed.  TAP on standard output; exits 1 when a
# test fails.

# shellcheck disable=SC2016,SC2317 # the checks are called by name, or evaluated later
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/report-helpers"

esc=$(printf '\033') turn=$(printf '\342\200\256') isolate=$(printf '\342\201\246')
c1=$(printf '\302\233') mark=$(printf '\342\200\250') none=$(printf '\357\277\277')
hostile="<script>alert(1)</script><img src=x onerror=alert(2)/> & </p></li> \"\"quote\"\" 'single' ]]> <!-- --> rood[31m ${turn}keer${isolate}2J ${none} eerst${mark}dan"
cat > "$scratch/records" << EOF
,2026-06-10,03AB00,school,af,yes,,head,"$hostile"
H-1,2026-10-01,03AB00,signal,fear,seen,,teacher,"$hostile"
H-1,2026-10-02,03AB00,signal,tired,seen,,teacher,Viel in slaap.
H-1,2026-10-02,03AB00,signal,protective,seen,,teacher,"$hostile"
H-1,2026-10-03,03AB00,talk,child,no-concern,,teacher,"$hostile"
H-1,2026-10-04,03AB00,talk,parents,no-help,,ib,"$hostile"
H-1,2026-10-04,03AB00,consult,kernteam,named,,ib,"$hostile"
H-1,2026-10-04,03AB00,consent,kernteam,yes,,ib,"$hostile"
H-1,2026-10-05,03AB00,answer,suspicion,yes,,af,"$hostile"
H-1,2026-10-05,03AB00,answer,unsafe,no,,af,"$hostile"
H-1,2026-10-05,03AB00,plan,goal,,,af,"$hostile"
H-1,2026-10-05,03AB00,need,sport,,,af,"$hostile"
H-1,2026-10-05,03AB00,weigh,incomplete,W27,,mc-weigh,missing:can-help missing:goal
H-1,2026-10-05,03AB00,refer,kernteam,discuss,2026-10-12,mc-refer,R22 named
H-1,2026-10-05,03AB00,refer,af,weigh,2026-10-12,mc-refer,R18 named
A-1,2026-10-05,03AB00,signal,tired,seen,,teacher,GEHEIM
A-1,2026-10-05,03AB00,weigh,talk-first,W14,,mc-weigh,
A-1,2026-10-05,03AB00,refer,kernteam,discuss,2026-10-12,mc-refer,R22 anonymous
EOF
html() { run -f html -a 2026-10-12 "$@"; }
# The day on which a type has something to say.
day_of() { case $1 in retention) echo 2029-10-12 ;; *) echo 2026-10-12 ;; esac; }
counts_as() { [ "$(count_of "$1")" -eq "$2" ] || { echo "# $1: $(count_of "$1")"; return 1; }; }

# Every element is closed in order, and headings follow one another.
cat > "$scratch/outline.py" << 'EOF'
import re, sys, xml.dom.minidom as m
document = m.parse(sys.argv[1])
levels, ids = [], set()
known = {"html", "head", "meta", "title", "style", "body", "main", "article", "h1", "h2", "h3", "p",
         "ul", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "strong", "span",
         "div", "br", "time"}
# What a time strip is drawn with: no script, no style of its own, nothing from elsewhere.
drawn = {"svg", "title", "path", "rect", "circle", "text"}
draws = {"class", "role", "viewBox", "xmlns", "d", "x", "y", "cx", "cy", "r", "width", "height", "fill", "stroke-width"}
def walk_drawing(node):
    if node.nodeType == node.ELEMENT_NODE:
        assert node.tagName in drawn and set(node.attributes.keys()) <= draws, "no part of a drawing"
        for child in node.childNodes:
            walk_drawing(child)
inside = {"li": "ul", "dt": "dl", "dd": "dl", "thead": "table", "tbody": "table", "td": "tr", "th": "tr"}
def walk(node, path):
    if node.nodeType != node.ELEMENT_NODE:
        return
    name = node.tagName
    if name == "svg":
        assert node.firstChild.nextSibling.tagName == "title", "a drawing that is not told in words"
        return walk_drawing(node)
    assert name in known, "an element of its own: " + name
    assert set(node.attributes.keys()) <= {"lang", "xmlns", "charset", "name", "content", "class",
        "id", "scope", "dir", "datetime", "tabindex"}, "an attribute of its own"
    if name in inside:
        assert path[-1] == inside[name], name + " in " + path[-1]
    if name in ("h1", "h2", "h3"):
        level = int(name[1])
        assert level <= (levels[-1] if levels else 0) + 1, "a heading left out"
        levels.append(level)
    if name == "time":
        assert re.fullmatch(r"(\d{4}-)?\d\d-\d\d|\d{4}-\d\d(-\d\dT\d\d:\d\d)?", node.getAttribute("datetime"))
    if name == "th":
        assert node.getAttribute("scope") == ("col" if path[-2] == "thead" else "row")
    if name == "p":
        assert "p" not in path
    if node.hasAttribute("id"):
        assert node.getAttribute("id") not in ids
        ids.add(node.getAttribute("id"))
    for child in node.childNodes:
        walk(child, path + [name])
walk(document.documentElement, [])
for table in document.getElementsByTagName("table"):
    widths = {len(row.getElementsByTagName("th")) + len(row.getElementsByTagName("td"))
              for row in table.getElementsByTagName("tr")}
    assert len(widths) == 1, "rows of different widths"
    for row in table.getElementsByTagName("tbody")[0].getElementsByTagName("tr"):
        assert row.firstChild.tagName == "th", "a row without a heading"
assert document.getElementsByTagName("title")[0].firstChild.data.strip()
EOF
is_in_order() {
	"$PYTHON" "$scratch/outline.py" "$scratch/out" 2> "$scratch/why" && return
	sed 's/^/# /' "$scratch/why"
	return 1
}
# Nothing of the hostile text is anything but text (a record with a control character is refused before).
stays_text() {
	! LC_ALL=C grep -q '[[:cntrl:]]' "$scratch/out" && lacks_all '<script' '<img' "$esc" "$turn" \
	    "$isolate" "$c1" "$mark" "$none"
}
# It needs nothing else, and runs nothing.
stands_alone() { ! grep -qiE '<[^>]* (src|href|on[a-z]+)=|url\(|@import' "$scratch/out"; }

for language in nl en; do
	for type in referral overview agenda retention chronology talk veilig-thuis inspection readiness; do
		html -t "$type" -l "$language" -a "$(day_of "$type")" < "$scratch/records"
		check "$type, $language: well-formed, in order, by itself" eval \
		    'fine && is_well_formed && is_in_order && stands_alone'
		check "$type, $language: whatever stands in a text stays text" stays_text
		check "$type, $language: says its language" grep -q "^<html lang=\"$language\"" "$scratch/out"
	done
done

html -t chronology < "$scratch/records"
check 'a hostile text can be read' has \
    "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)/&gt; &amp; &lt;/p&gt;&lt;/li&gt; &quot;quote&quot; &#39;single&#39;"
check 'a line break of a cell is one' has 'eerst<br/>dan'
check 'one article and one title a paper' eval 'counts_as "<article" 2 && counts_as "<h1>" 2'
check 'each paper counts its own pages' has_all '@page paper1 { counter-increment: page1;' \
    '@page paper2 { counter-increment: page2;' 'counter(page2)'
check 'for paper: A4, a page number, the case on each page' has_all 'size: A4' 'counter(page1)' \
    '@page paper1 { counter' '@top-left { font: 9pt sans-serif; content: "Zaak H-1 - vertrouwelijk"' \
    '"Zaak A-1 - vertrouwelijk"' 'break-before: page' 'table-header-group'

html < "$scratch/records"
check 'an anonymous paper has no case at the top of its page' eval 'has "\"Anoniem - vertrouwelijk\"" && lacks_all A-1 GEHEIM'
check 'tables have headings of columns' has '<th scope="col">Uiterlijk</th>'
html < "$scratch/records"
check 'days and months can be read by a program' has_all '<time datetime="2026-10-12">12 oktober 2026</time>' \
    '<time datetime="2026-10">oktober 2026</time>'
html -t talk -c H-1 < "$scratch/records"
check 'the sheet for the table has nothing at the top of its page' eval \
    'grep -A1 "@page paper2 {" "$scratch/out" | grep -qF "content: \"\""'
check 'what must not be overlooked is bold' has '<p class="notice"><strong>'
check 'lines to write on' eval '[ "$(count_of "<span class=\"line\">")" -gt 20 ]'
titled() { html -c H-1 -t "$@" < "$scratch/records"; grep -o '^<title>.*</title>' "$scratch/out" | head -n 1; }
check 'the title says which paper, and names no case' eval 'titled chronology | same <(echo "<title>Verloop van een zaak</title>") - &&
    titled talk | same <(echo "<title>Gesprek met de ouders voorbereiden</title>") - &&
    titled talk -P child | same <(echo "<title>Gesprek met het kind</title>") - &&
    titled veilig-thuis | same <(echo "<title>Melding bij Veilig Thuis</title>") - &&
    titled inspection | same <(echo "<title>Inzage voor ouders</title>") - &&
    titled transfer | same <(echo "<title>Overdracht van een zaak</title>") -'
html -t agenda < <(sed s/H-1/A.0_/ "$scratch/records")
check 'agenda: a list for each heading' eval 'counts_as "<ul>" "$(count_of "<h2>")" && has ", A.0_:</strong>"'

html -t chronology -c H-1 < <(sed '/,fear,/s/fear/runs-away/' "$scratch/records"; echo H-1,2026-10-04,03AB00,talk,parents,skipped-safety,,af,x)
check 'chronology: a strip that is told in words, with a shape and a letter for each' eval 'fine && is_well_formed && counts_as "<svg" 1 &&
    has_all "<title>Tijdbalk van 1 oktober 2026 tot en met 12 oktober 2026. Aantal signalen, gesprekken en antwoorden: 3, 3, 2." \
    ">!</text>" ">S</text>" ">+</text>" ">K</text>" ">O</text>" ">2</text>" "<p class=\"legend\">Signalen: S signaal, driehoek !"'
html -t chronology -c A-1 -a 2026-10-05 < "$scratch/records"
check 'chronology: one day needs no strip' eval 'fine && counts_as "<svg" 0'

# The same words as the text has, but for what is drawn: a report is written once.
words_of() { sed -e 's/<style>/\n&/' "$1" | sed '/^<style>/,/^<\/style>/d; s/<title>.*<\/title>//; /<svg/,/<\/svg>/d; /<p class="legend">/,/<\/p>/d' |
    sed 's/<br\/>/ /g; s/<!--//; s/-->//; s/<[^>]*>/ /g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#39;/'"'"'/g; s/&#160;/ /g; s/&amp;/\&/g'; }
flatten() { tr -cs '[:alnum:]' '\n' | grep .; }
for type in referral overview agenda retention chronology talk veilig-thuis inspection readiness; do
	html -t "$type" -a "$(day_of "$type")" < "$scratch/records"
	words_of "$scratch/out" | flatten > "$scratch/html-words"
	run -a "$(day_of "$type")" -t "$type" < "$scratch/records"
	flatten < "$scratch/out" > "$scratch/text-words"
	check "$type: html and text say the same" cmp "$scratch/html-words" "$scratch/text-words"
done

# A text that grows when it is escaped, with and without a blank to break at.
amps=$(printf '&%.0s' {1..60000})
blanks=$(printf '& %.0s' {1..30000})
html -t chronology < <(printf 'L-1,2026-10-01,03AB00,signal,fear,seen,,teacher,%s\n' "$amps" "$blanks")
check 'a text of a line at its longest' eval 'fine && is_well_formed && [ "$(grep -o "&amp;" "$scratch/out" | wc -l)" -eq 90000 ]'
check 'no line of the file is over 4096 bytes' eval '[ "$(wc -L < "$scratch/out")" -le 4096 ]'
"$report" -f html -a 2026-10-12 < "$scratch/records" > /dev/full 2> "$scratch/err"
status=$?
: > "$scratch/out"
check 'a full disk is trouble' eval 'ends 2 && says "standard output"'

finish
