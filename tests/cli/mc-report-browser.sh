#!/usr/bin/env bash
#
# Goal: every paper as html is read on a telephone without scrolling sideways,
# and by who cannot see it or wants it dark.
#
#   BIN=build/bin tests/cli/mc-report-browser.sh
#
# Looked at in Chromium, by axe-core (npm); what is not installed is skipped.
# TAP on standard output; exits 1 when a test fails.

# shellcheck disable=SC2016,SC2317 # the checks are called by name, or evaluated later
# shellcheck source-path=SCRIPTDIR
. "$(dirname -- "${BASH_SOURCE[0]}")/../support/report-helpers"
export NODE_PATH=${NODE_PATH:-/usr/share/nodejs}

if ! command -v chromium > /dev/null; then
	skip 'papers in a browser' 'chromium is not installed'
	finish
fi
axe=$(node -p 'require.resolve("axe-core/axe.min.js")' 2> /dev/null) || axe=

{
	mc-signal --school 03AB00 "$data/observaties.csv" | mc-weigh --as-of 2026-10-30 | mc-refer
	echo ,2026-09-01,03AB00,school,af,yes,,head,
} > "$scratch/all"
mkdir "$scratch/pages"
page() { # name, option ...
	"$report" -f html "${@:2}" "$scratch/all" > "$scratch/pages/$1"
}
page referral -a 2026-10-30
page overview -t overview -a 2026-10-30
page agenda -t agenda -a 2026-10-30
page chronology -t chronology -a 2026-10-30 -c K-2613
page talk -t talk -a 2026-10-30 -c K-2615
page no-talk -a 2026-10-30 -t talk -c K-2608
page child -a 2026-10-30 -t talk -P child -c K-2606
page veilig-thuis -t veilig-thuis -a 2026-10-30 -c K-2607 -c K-2603
page inspection -t inspection -a 2026-10-30 -c K-2614
page transfer -t transfer -a 2026-10-30 -c K-2616
page retention -t retention -a 2029-10-30
page readiness -t readiness -a 2026-10-30
"$PYTHON" "$repository/tests/counts/simulate.py" 11 12 2017 "$scratch/year" || exit 2
"$bin/mc-weigh" --as-of 2017-09-30 "$scratch"/year/[0-9]*.csv | "$bin/mc-refer" > "$scratch/counted"
"$report" --new-key "$scratch/key"
"$report" --new-ledger "$scratch/ledger" --from 2017-09 --key "$scratch/key"
"$report" -t counts -f html -m 2017-09 -L "$scratch/ledger" -k "$scratch/key" -u "$scratch/year/units.csv" \
    "$scratch/counted" > "$scratch/pages/counts"

# Each page in a frame of each width; a line for each: its name, the width, how wide it is, and
# what axe says of it. What it cannot judge is no violation.
cat > "$scratch/frames.py" << 'EOF'
import json, pathlib, sys
axe, *pages = sys.argv[1:]
quoted = lambda value: json.dumps(value).replace("</", "<\\/")
print("<!DOCTYPE html><pre></pre><script>const axe =", quoted(pathlib.Path(axe).read_text() if axe else ""), ", pages =",
      quoted([[pathlib.Path(page).name, pathlib.Path(page).read_text()] for page in pages]), """;
const told = document.querySelector("pre"), dark = matchMedia("(prefers-color-scheme: dark)").matches;
async function look(name, page, width) {
    const frame = document.createElement("iframe");
    frame.style.cssText = `border: 0; height: 900px; width: ${width}px`;
    document.body.append(frame);
    await new Promise(loaded => { frame.onload = loaded; frame.srcdoc = page; });
    const root = frame.contentDocument.documentElement;
    let line = [dark ? "dark" : "light", name, width, root.scrollWidth > width ? "wide" : "fits"].join(" ");
    if (axe) {
        frame.contentWindow.eval(axe);
        const {violations} = await frame.contentWindow.axe.run(frame.contentDocument, {resultTypes: ["violations"]});
        line += " " + (violations.map(v => `${v.id} (${v.nodes[0].target})`).join(", ") || "good");
    }
    told.append(line + "\\n");
    frame.remove();
}
(async () => {
    for (const [name, page] of pages)
        for (const width of [360, 1280])
            await look(name, page, width);
    told.append("done\\n");
})();
</script>""")
EOF
looked_at() { # page ...; prints the lines
	"$PYTHON" "$scratch/frames.py" "$axe" "$@" > "$scratch/frames.html"
	for scheme in 1 0; do
		HOME=$scratch timeout 300 chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars \
		    --blink-settings=preferredColorScheme=$scheme --virtual-time-budget=600000 \
		    --dump-dom "file://$scratch/frames.html" 2> /dev/null |
			sed -n 's/.*<pre>//; /<\/pre>/q; p'
	done
}
says_of() { # page, what is said of it in either scheme and at either width
	grep -E "^(light|dark) $1 " "$scratch/seen" > "$scratch/of"
	grep -vE "$2" "$scratch/of"
	[ "$(grep -cE "$2" "$scratch/of")" -eq 4 ]
}

# Pages that are not as they should be are seen as such.
cat > "$scratch/bad" << 'EOF'
<!DOCTYPE html><html lang="nl"><head><title>Slecht</title><style>@media (prefers-color-scheme: dark) { p { color: #222; background: #111 } }</style></head>
<body><main><h1>Slecht</h1><p style="width: 2000px">Te breed, en in het donker niet te lezen.</p></main></body></html>
EOF
looked_at "$scratch/bad" > "$scratch/seen"
check 'a page that is too wide is seen' says_of bad ' wide'
[ -z "$axe" ] || check 'a page that cannot be read in the dark is seen' eval 'grep -q "^dark bad .*color-contrast" "$scratch/seen" && ! grep -q "^light .*color-contrast" "$scratch/seen"'

looked_at "$scratch"/pages/* > "$scratch/seen"
for page in "$scratch"/pages/*; do
	name=${page##*/}
	check "$name: no wider than a telephone" says_of "$name" ' fits( |$)'
	if [ -n "$axe" ]; then
		check "$name: axe-core finds nothing" says_of "$name" ' good$'
	else
		skip "$name: axe-core finds nothing" 'axe-core (npm) is not found: set NODE_PATH to where it is installed'
	fi
done

finish
