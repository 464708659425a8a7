"""Taking secrets and people out of technical text: what a pattern can tell, and names that the caller knows. Pure.

It is the second guard, not the first: what is logged and reported is codes and counts by the way it is made. This one is
for what a library, Qt or the operating system may have said. It would rather take out too much.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

SECRET: Final = "‹secret›"
ADDRESS: Final = "‹address›"
HANDLE: Final = "‹handle›"
TEXT: Final = "‹text›"
NAME: Final = "‹name›"

_NAMED: Final = (
    r"[\w-]*(?:token|secret|passw(?:or)?d|api[_-]?key|authorization|cookie|session_?id|signature|credential|"
    r"access[_-]?key|client[_-]?id|refresh|jwt|proof|\bcode\b|\bkey\b|\bsig\b|\bpwd\b|\bmdp\b|mot[ _]de[ _]passe|jeton)[\w-]*"
)
_PATTERNS: Final = (
    # Who signs in at an address, then its path and query: they hold tokens, handles, ids, what was searched for.
    (re.compile(r"(?i)\b([a-z][a-z0-9+.-]{1,20}://)[^\s/@\"'<>]+@"), rf"\1{SECRET}@"),
    (re.compile(r"(?i)\b((?:https?|wss?|ftp)://[^\s/?#\"'<>]+)[/?#][^\s\"'<>]*"), r"\1/…"),
    (re.compile(r"(?i)\b(www\.[\w.-]+)[/?#][^\s\"'<>]*"), r"\1/…"),
    (re.compile(r"(?<=[\w/])\?[\w%.~+-]+=[^\s\"'<>]*"), "?…"),
    (re.compile(r"(?i)\bat://\S+"), HANDLE),
    (re.compile(r"(?i)\bdid:[a-z0-9]+:[\w.:%-]+"), HANDLE),
    (re.compile(r"(?i)\b((?:set-)?cookie)\s*[:=][^\n]*"), rf"\1={SECRET}"),
    (re.compile(r"(?i)\b(passwd|pwd|mdp)\s+[^\s:=]+"), rf"\1 {SECRET}"),
    (re.compile(r"\b(?:[sp]k|xox[a-z]|gh[a-z]|glpat)[-_][\w-]{8,}"), SECRET),
    (re.compile(r"(?i)\b(bearer|basic|oauth|dpop)\s+[\w.~+/=-]{6,}"), rf"\1 {SECRET}"),
    (
        re.compile(rf"(?i)[\"']?\b({_NAMED})[\"']?\s*[:=]\s*(?:\"[^\"]*\"|'[^']*'|[^\s,;}}&\]]+)"),
        rf"\1={SECRET}",
    ),
    (re.compile(r"(?<![\w.])@?[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), ADDRESS),
    (re.compile(r"(?<![\w@.›])@[\w.-]{2,}"), HANDLE),
    # Bank accounts, before their digits are taken for something else.
    (re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b"), SECRET),
    (re.compile(r"(?i)\b[\w-]+\.bsky\.social\b"), HANDLE),
    # A JSON web token, or a word as long and as mixed as only made-up ones are.
    (re.compile(r"\b[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}\b"), SECRET),
    (re.compile(r"(?<![\w/\\-])(?=[\w+/=-]*\d)(?=[\w+/=-]*[A-Za-z])[\w+/=-]{20,}"), SECRET),
    # Passwords for programs: four groups of four as Bluesky makes them, six as WordPress does.
    (re.compile(r"(?<![\w-])[a-z2-7]{4}(?:-[a-z2-7]{4}){3}(?![\w-])"), SECRET),
    (re.compile(r"(?<!\w)(?=[a-z ]{0,28}[A-Z0-9])(?:[A-Za-z0-9]{4} ){5,12}[A-Za-z0-9]{4}(?!\w)"), SECRET),
    (re.compile(r"(?<![\d.])(?!127\.)\d{1,3}(?:\.\d{1,3}){3}(?![\d.])"), ADDRESS),
    (re.compile(r"(?i)(?<![\w:])(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}(?![\w:])"), ADDRESS),
    # A name of a person in a path may have spaces in it, where a further folder says where it ends.
    (
        re.compile(
            r"(?i)(/home/|/Users/|/Volumes/|/media/|[a-z]:[\\/]Users[\\/])[^/\\\"':\n]{1,80}(?=[/\\])"
        ),
        rf"\1{NAME}",
    ),
    (
        re.compile(r"(?i)(/home/|/Users/|/Volumes/|/media/|[a-z]:[\\/]Users[\\/])(?!‹)[^/\\\s\"':]+"),
        rf"\1{NAME}",
    ),
    (re.compile(r"(?<![\w\\])\\\\[^\s\\\"']+\\[^\s\"']+"), rf"\\\\{NAME}"),
)
#: What stands in quotes and has a space is a text of somebody, as likely as not.
_QUOTED: Final = re.compile(r"\"[^\"\n]*\s[^\"\n]*\"|'[^'\n]*\s[^'\n]*'|“[^”\n]*”|«[^»\n]*»|‘[^’\n]*’")
_IN_QUOTES: Final = re.compile(r"\"[^\"\n]+\"|'[^'\n]+'")
_SHORTEST_NAME: Final = 3
#: Telephones, cards, social security: digits with what people put between them. Dates are none, nor are few digits.
_DIGITS: Final = re.compile(r"(?<![\w:.,-])\+?[\d(][\d ().-]{6,34}\d(?![\w:-])")
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?: \d{1,2})?")
_FEWEST_DIGITS: Final = 8


def redact(text: str, names: Iterable[str] = (), *, foreign: bool = False, quotes: bool = True) -> str:
    """``text`` without secrets, addresses, handles, user folders and quoted sentences.

    ``names`` are taken out wherever they stand as words (from three letters on, whatever their case). ``foreign`` text
    was made by others: there nothing in quotes stays. Without ``quotes`` what stands in some is left as it is: paths with
    spaces in what the interpreter itself wrote.
    """
    for pattern, instead in _PATTERNS:
        text = pattern.sub(instead, text)
    text = _DIGITS.sub(_number, text)
    if quotes:
        text = _QUOTED.sub(TEXT, text)
    if foreign:
        text = _IN_QUOTES.sub(TEXT, text)
    wanted = sorted(
        {one.strip() for one in names if len(one.strip()) >= _SHORTEST_NAME}, key=len, reverse=True
    )
    if wanted:
        text = re.sub(rf"(?i)(?<!\w)(?:{'|'.join(map(re.escape, wanted))})(?!\w)", NAME, text)
    return text


def _number(found: re.Match[str]) -> str:
    digits = sum(map(str.isdigit, found[0]))
    return found[0] if digits < _FEWEST_DIGITS or _DATE.fullmatch(found[0]) else ADDRESS
