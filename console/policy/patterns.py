"""Vetting of regular expressions: only a subset that cannot run away is let in, and its worst case is bounded.

Commenters choose the text and so, with a careless pattern, the running time. Letters, classes, groups, alternatives,
word limits and simple repeats are allowed. Refused: repeats inside repeats, repeats of ambiguous alternatives,
look-around, back references, inline flags, and more than two open-ended repeats.
"""

from __future__ import annotations

import re
from typing import Final

OPEN_LIMIT: Final = 40  # what * + and {n,} are compiled to at most
MAX_VARIANTS: Final = 4_000  # product of the ways that all repeats of a pattern can stretch
MAX_OPEN: Final = 2
MAX_PATTERN: Final = 400
MAX_DEPTH: Final = 12

_COUNT: Final = re.compile(r"\{(\d{1,4})(?:(,)(\d{1,4})?)?\}")
_ESCAPES: Final = frozenset("dDwWsSbB.\\+*?()[]{}|^$/-'\"#&~ ")


class BadPattern(ValueError):
    """The pattern is refused; ``code`` says why (``regex.nested`` ...)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class _Reader:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self.variants = 1
        self.open = 0
        self.out: list[str] = []

    def more(self) -> bool:
        return self.at < len(self.pattern)

    def alternatives(self, depth: int) -> tuple[bool, bool, str]:
        """Read up to the end or a closing bracket: (holds a repeat, is ambiguous when repeated, first letters)."""
        if depth > MAX_DEPTH:
            raise BadPattern("regex.deep")
        repeats, ambiguous = False, False
        firsts: list[str] = []
        while True:
            branch_repeats, branch_ambiguous, first = self.sequence(depth)
            repeats |= branch_repeats
            ambiguous |= branch_ambiguous
            firsts.append(first)
            if not (self.more() and self.pattern[self.at] == "|"):
                break
            self.out.append("|")
            self.at += 1
        if len(firsts) > 1 and (len(set(firsts)) < len(firsts) or any(not f for f in firsts)):
            ambiguous = True
        return repeats, ambiguous, firsts[0] if len(firsts) == 1 else ""

    def sequence(self, depth: int) -> tuple[bool, bool, str]:
        repeats, ambiguous, first, started = False, False, "", False
        while self.more() and self.pattern[self.at] not in "|)":
            inner_repeats, inner_ambiguous, literal = self.atom(depth)
            low, high = self.repeat()
            if high > 1:
                if inner_repeats:
                    raise BadPattern("regex.nested")
                if inner_ambiguous:
                    raise BadPattern("regex.ambiguous")
            if low != high:
                repeats = True
                self.variants *= high - low + 1
            repeats |= inner_repeats or high > 1
            ambiguous |= inner_ambiguous
            if not started and literal and low >= 1:
                first = literal
            started = started or bool(literal) or low != high or not literal
        return repeats, ambiguous, first

    def atom(self, depth: int) -> tuple[bool, bool, str]:
        character = self.pattern[self.at]
        if character == "(":
            return self.group(depth)
        if character == "[":
            self.character_class()
            return False, False, ""
        if character == "\\":
            escaped = self.pattern[self.at + 1 : self.at + 2]
            if escaped not in _ESCAPES or not escaped:
                raise BadPattern("regex.escape")
            self.emit(2)
            return False, False, "" if escaped in "dDwWsSbB" else escaped
        if character in "*+?{":
            raise BadPattern("regex.form")
        self.emit(1)
        return False, False, "" if character in ".^$" else character.casefold()

    def group(self, depth: int) -> tuple[bool, bool, str]:
        self.at += 1
        if self.pattern.startswith("?", self.at):
            if not self.pattern.startswith("?:", self.at):
                raise BadPattern("regex.group")
            self.at += 2
        self.out.append("(?:")
        result = self.alternatives(depth + 1)
        if not self.more():
            raise BadPattern("regex.form")
        self.emit(1)
        return result

    def character_class(self) -> None:
        start = self.at
        self.at += 1
        if self.pattern.startswith("^", self.at):
            self.at += 1
        if self.pattern.startswith("]", self.at):
            self.at += 1
        while self.more() and self.pattern[self.at] != "]":
            if self.pattern[self.at] == "[":
                raise BadPattern("regex.form")
            if self.pattern[self.at] == "\\" and self.pattern[self.at + 1 : self.at + 2] not in _ESCAPES:
                raise BadPattern("regex.escape")
            self.at += 2 if self.pattern[self.at] == "\\" else 1
        if not self.more():
            raise BadPattern("regex.form")
        self.at += 1
        self.out.append(self.pattern[start : self.at])

    def repeat(self) -> tuple[int, int]:
        """Read a repeat, if any, and write it with an upper bound."""
        if not self.more():
            return 1, 1
        mark = self.pattern[self.at]
        if mark == "{":
            found = _COUNT.match(self.pattern, self.at)
            if found is None:
                raise BadPattern("regex.form")
            low = int(found.group(1))
            high = (
                low if found.group(2) is None else int(found.group(3)) if found.group(3) else low + OPEN_LIMIT
            )
            self.open += bool(found.group(2) is not None and found.group(3) is None)
            self.at = found.end()
        elif mark in "*+?":
            low, high = {"*": (0, OPEN_LIMIT), "+": (1, OPEN_LIMIT), "?": (0, 1)}[mark]
            self.open += mark != "?"
            self.at += 1
        else:
            return 1, 1
        if high < low or high > 1000:
            raise BadPattern("regex.form")
        self.out.append("?" if (low, high) == (0, 1) else f"{{{low},{high}}}")
        if self.more() and self.pattern[self.at] in "*+{":
            raise BadPattern("regex.nested")
        if self.more() and self.pattern[self.at] == "?":
            self.emit(1)
        return low, high

    def emit(self, count: int) -> None:
        self.out.append(self.pattern[self.at : self.at + count])
        self.at += count


def vet(pattern: str) -> str:
    """The pattern rewritten with bounded repeats and no capturing groups; raises BadPattern with a code."""
    if len(pattern) > MAX_PATTERN:
        raise BadPattern("regex.long")
    reader = _Reader(pattern)
    reader.alternatives(0)
    if reader.more():
        raise BadPattern("regex.form")
    if reader.variants > MAX_VARIANTS or reader.open > MAX_OPEN:
        raise BadPattern("regex.heavy")
    safe = "".join(reader.out)
    try:
        compiled = re.compile(safe)
    except (re.error, OverflowError, RecursionError):
        raise BadPattern("regex.form") from None
    if compiled.match("") is not None:
        raise BadPattern("regex.empty")
    return safe
