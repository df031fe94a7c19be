"""Strings that somebody might put where a school writes something, and what must not come of them."""

import csv
import io
import re
import xml.etree.ElementTree as xml

ESC = "\x1b"


def numbers(*ranges):
    return [chr(n) for first, last in ranges for n in range(first, last + 1)]


CONTROLS = numbers((0x01, 0x08), (0x0B, 0x0C), (0x0E, 0x1F), (0x7F, 0x9F))
BREAKS = ["\r", "\u2028", "\u2029"]
INKLESS = numbers((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x180E, 0x180E), (0x200B, 0x200F),
                  (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x206F), (0x3164, 0x3164), (0xFEFF, 0xFEFF),
                  (0xE0001, 0xE0001), (0xE0041, 0xE0041))
NO_UTF8 = [b"\x80", b"\xc3", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xff", b"\xe2\x82", b"\xf8\x88"]

# What a terminal, a page, a spreadsheet, a calendar, a shell or printf takes for more than text.
TRICKS = [
    ESC + "[2J" + ESC + "[H", ESC + "]0;title\x07", ESC + "]8;;http://x.example\x07x", ESC + "[31mrood", "\x9b31mrood",
    ESC + "P1$r" + ESC + "\\", "a\x08\x08\x08b", "\x0e\x0f",
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</title><script>x",
    "</style><script>x", "<!-- ", "-->", "]]>", "<![CDATA[x", "javascript:alert(1)", "<svg/onload=alert(1)>", "&lt;b&gt;",
    "&#60;script&#62;", "&nbsp;", "&x;", "\" } body { display: none } \"", "\\41 \\\"", "*/ } /*", "<br/>", "<a href='x'>",
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "=cmd|' /C calc'!A0", "\t=1+1", "\u200b=1+1", "'=1+1", "=HYPERLINK(\"x\")",
    "a\",\"b", "\"", "\"\"", ",", "a;b", "a,b,c,d,e,f,g,h,i,j", "\"a", "a\"b",
    "a\nBEGIN:VALARM\nEND:VALARM", "a\\nb", "a;b:c,d\\", "END:VEVENT",
    "%s%n%x", "%1$s", "%n%n%n%n", "{1}{2}", "$(reboot)", "`id`", "; rm -rf x", "../../x", "--help", "-", "~", "*", "|cat",
    "x" * 41, "y" * 1000, "z " * 300, "e" + "\u0301" * 200, "\u05d0\u05d1\u05d2", "\U0001f468\u200d\U0001f467", "\ufffd",
    "\uff1cscript\uff1e", "A\u0300\u0301\u0302", "\u0661\u0662", "\u3000", "\xa0", "'", "null", "0", "TRUE", "1E9",
]

# Those that tell who somebody is, each with what of it no message may show.
IDENTIFYING = {
    "111222333": "111222333", "111.222.333": "111.222.333", "1 1 1 2 2 2 3 3 3": "1 1 1 2 2", "11122-2333": "11122-2333",
    "987\u200b654\u200b329": "\\u200B654", "\uff11\uff11\uff11\uff12\uff12\uff12\uff13\uff13\uff13": "\uff11\uff11", "bsn111222333": "111222",
    "x-111222333": "111222333", "K_111222333": "111222333",
    "06-12345678": "12345678", "0612345678": "0612345678", "+31 6 12345678": "12345678", "023-5551234": "5551234",
    "jan.jansen@example.nl": "jansen", "NL91ABNA0417164300": "0417164300", "NL91 ABNA 0417 1643 00": "0417 1643",
    "2011 AB 12": "2011 AB", "Kerkstraat 12": "Kerkstraat", "geb. 03-10-2015": "03-10-2015",
    "https://ketenid.nl/201703/abc": "201703/abc",
}


def strings():
    """Each as bytes."""
    of_characters = ["a" + c + "b" for c in CONTROLS + BREAKS + INKLESS] + TRICKS + list(IDENTIFYING)
    return [s.encode() for s in of_characters] + [b"a" + s + b"b" for s in NO_UTF8]


def is_taken(string):
    """Whether intake takes it for the text of a signal, as bytes."""
    try:
        text = string.decode()
    except UnicodeDecodeError:
        return False
    return bool(text.strip()) and text not in IDENTIFYING and not NEVER_TAKEN & set(text)


NEVER_TAKEN = set(CONTROLS) | {"\0"}
NEVER = set(CONTROLS + INKLESS)
NEVER_SHOWN = NEVER | set(BREAKS)


def check_clean(data, never=NEVER_SHOWN):
    text = data.decode()   # raises where it is no UTF-8
    for character in text:
        if character in never or character == "\0":
            at = text.index(character)
            raise ValueError("holds U+%04X in %r" % (ord(character), text[max(0, at - 40):at + 20]))
    return text


def check_messages(data):
    text = check_clean(data)
    if text and not text.endswith("\n"):
        raise ValueError("ends within a line: %r" % text[-60:])
    for line in text.splitlines():
        if not re.match(r"mc-(signal|weigh|refer|report): ", line):
            raise ValueError("a line that no tool began: %r" % line[:80])
    for part in IDENTIFYING.values():
        if part in text:
            raise ValueError("shows %r: %r" % (part, next(l for l in text.splitlines() if part in l)[:200]))
    return text


def check_records(data):
    """Text keeps what is without ink."""
    return check_clean(data, set(CONTROLS) | {"\r"})


ELEMENTS_NEVER = {"script", "img", "iframe", "object", "embed", "link", "a", "form", "image", "base"}


def check_html(data):
    text = check_clean(data)
    for element in xml.fromstring(text.replace("<!DOCTYPE html>", "", 1)).iter():
        name = element.tag.split("}")[-1]
        if name in ELEMENTS_NEVER or any(a.startswith("on") or a in ("href", "src") for a in element.attrib):
            raise ValueError("has an element %s %s" % (name, element.attrib))
    return text


def check_csv(data):
    text = check_clean(data)
    rows = list(csv.reader(io.StringIO(text), strict=True))
    for row in rows:
        if len(row) != len(rows[0]) or any(cell[:1] in "=+-@\t" for cell in row if cell):
            raise ValueError("a row that will not do: %r" % row)
    return text


def check_calendar(data):
    text = check_clean(data, NEVER | {"\u2028", "\u2029"})
    depth = 0
    for line in text.split("\r\n")[:-1]:
        if "\n" in line or "\r" in line or len(line.encode()) > 75:
            raise ValueError("a line that will not do: %r" % line)
        depth += line.startswith("BEGIN:") - line.startswith("END:")
    if depth or not text.endswith("END:VCALENDAR\r\n"):
        raise ValueError("is not closed")
    return text


CHECKS = {"text": check_clean, "html": check_html, "csv": check_csv, "ics": check_calendar, "records": check_records}
