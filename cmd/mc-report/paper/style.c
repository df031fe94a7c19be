#include "paper/style.h"

/* Dark on light, and on a screen light on dark for who wants that, each with a contrast of at
 * least 7 to 1 for text; nothing is told by colour alone. Paper is always light. */
static const char *const style[] = {
    ":root { --ink: #1a1a1a; --paper: #ffffff; --title: #1f3a5f; --line: #8a97a6;"
    " --shade: #eef2f6; --notice: #fff4d6; --notice-line: #8a5a00; --bar: #777777;"
    " color: var(--ink); background: var(--paper); }",
    "@media screen and (prefers-color-scheme: dark) {",
    ":root { --ink: #e8eaed; --paper: #15181c; --title: #b4cdf0; --line: #7d8896;"
    " --shade: #262c34; --notice: #3a2e10; --notice-line: #e0ab4b; --bar: #8a8f96;"
    " color-scheme: dark; }",
    "}",
    "body { font: 1rem/1.5 'Noto Sans', 'Segoe UI', Helvetica, Arial, sans-serif; margin: 0; }",
    "article { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem;"
    " overflow-wrap: anywhere; }",
    "article + article { border-top: 4px solid var(--title); }",
    "h1 { font-size: 1.7rem; line-height: 1.25; color: var(--title); margin: 0 0 1rem; }",
    "h2 { font-size: 1.2rem; color: var(--title); border-bottom: 1px solid var(--line);"
    " margin: 2rem 0 0.6rem; }",
    "h3 { font-size: 1rem; margin: 1.4rem 0 0.4rem; }",
    "p { margin: 0.6rem 0; }",
    "dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1.2rem;"
    " margin: 0 0 1rem; }",
    "dt { font-weight: bold; } dd { margin: 0; }",
    "ul { margin: 0.4rem 0; padding-left: 1.2rem; } li { margin: 0.35rem 0; }",
    ".said { margin: 0.1rem 0 0.5rem; unicode-bidi: isolate; }",
    ".result { margin: 0.2rem 0 0.6rem; padding-left: 0.6rem;"
    " border-left: 0.2rem solid var(--title); font-weight: bold; }",
    ".notice { font-weight: bold; background: var(--notice);"
    " border-left: 0.4rem solid var(--notice-line); padding: 0.6rem 0.8rem; }",
    ".table { overflow-x: auto; margin: 0.6rem 0; }",
    "table { border-collapse: collapse; width: 100%; }",
    "th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem;"
    " border: 1px solid var(--line); overflow-wrap: break-word; min-width: 4.2rem; }",
    ".number { text-align: right; font-variant-numeric: tabular-nums; min-width: 0;"
    " font-size: 0.9em; padding: 0.35rem 0.3rem; }",
    "th { background: var(--shade); } tbody th { font-weight: normal; background: none; }",
    ".blank { display: flex; gap: 0.6rem; align-items: flex-end; margin: 1rem 0; }",
    ".blank .line { flex: 1 1 8rem; min-width: 8rem; }",
    ".line { display: block; border-bottom: 1px solid var(--ink); height: 1.9rem; }",
    ".room { margin: 1rem 0; } .room p { margin: 0; }",
    ".bars { display: block; width: 100%; height: auto; margin: 0.6rem 0; }",
    ".bars text { font-size: 13px; fill: var(--ink); }",
    ".bars rect { fill: var(--bar); stroke: var(--ink); }",
    ".strip { width: 100%; height: auto; stroke: var(--ink); }",
    ".strip [fill='#fff'] { fill: var(--paper); }",
    ".strip text { stroke: none; fill: var(--ink); font: 9px sans-serif; }",
    ".strip .mark { font-weight: bold; text-anchor: middle; }",
    ".strip .scale { font-size: 6px; text-anchor: end; } .strip .end { text-anchor: end; }",
    ".legend { font-size: 0.85rem; }",
    "@media screen and (max-width: 30rem) {",
    "th, td { padding: 0.3rem; font-size: 0.9rem; hyphens: auto; overflow-wrap: anywhere; }",
    ".number { overflow-wrap: normal; }",
    ".blank { flex-wrap: wrap; }",
    "}",
    "@page { size: A4; margin: 22mm 18mm 20mm; }",
    "@media print {",
    "body { font-size: 10.5pt; line-height: 1.4; }",
    "article { max-width: none; margin: 0; padding: 0; }",
    "article + article { border: 0; break-before: page; }",
    "h1, h2, h3 { break-after: avoid; break-inside: avoid; }",
    "thead { display: table-header-group; }",
    ".table { overflow-x: visible; }",
    "li, tr, dl, .notice, .blank, .room, .bars, .strip { break-inside: avoid; }",
    "h1 + dl { break-inside: auto; }",
    ".notice, th, rect { -webkit-print-color-adjust: exact; print-color-adjust: exact; }",
    "p, li { orphans: 3; widows: 3; }",
    "}",
};

void
style_put(struct markup *markup)
{
	for (size_t i = 0; i < sizeof(style) / sizeof(style[0]); i++)
		markup_line(markup, style[i]);
}
