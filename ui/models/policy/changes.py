"""Lines of a text against an earlier one: what was added, what changed, what went; and the whole as a list to show."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

CONTEXT: Final = 2
"""Unchanged lines shown on either side of a change."""


@dataclass(frozen=True, slots=True)
class LineChanges:
    """Line numbers from 0 in the new text. ``removed`` are lines before which something is gone."""

    added: frozenset[int] = frozenset()
    changed: frozenset[int] = frozenset()
    removed: frozenset[int] = frozenset()
    count: int = 0


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One row of a comparison: ``mark`` is ``+``, ``-``, a space, or empty where lines were left out."""

    mark: str
    text: str
    old: int = 0
    new: int = 0


def _opcodes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """The differences as ``SequenceMatcher`` names them, with the equal beginning and end taken off first."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    inner = SequenceMatcher(
        None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=len(old) + len(new) > 8_000
    )
    return [
        (tag, a + head, b + head, c + head, d + head)
        for tag, a, b, c, d in inner.get_opcodes()
        if tag != "equal"
    ]


def line_changes(old: str, new: str) -> LineChanges:
    """What ``new`` has that ``old`` has not. ``count`` is how many lines a person would call changed."""
    if old == new:
        return LineChanges()
    added: set[int] = set()
    changed: set[int] = set()
    removed: set[int] = set()
    count = 0
    for tag, a, b, c, d in _opcodes(old.split("\n"), new.split("\n")):
        count += max(b - a, d - c)
        if tag == "insert":
            added.update(range(c, d))
        elif tag == "delete":
            removed.add(c)
        else:
            common = min(b - a, d - c)
            changed.update(range(c, c + common))
            added.update(range(c + common, d))
    return LineChanges(frozenset(added), frozenset(changed), frozenset(removed), count)


def diff_lines(old: str, new: str, context: int = CONTEXT) -> tuple[DiffLine, ...]:
    """The two texts as one list: removed lines before added ones, ``context`` equal lines around; empty when equal."""
    before, after = old.split("\n"), new.split("\n")
    rows: list[DiffLine] = []
    a_done, c_done = 0, 0

    def equal(until: int, first: bool, last: bool) -> None:
        nonlocal a_done, c_done
        length = until - a_done
        front = 0 if first else min(context, length)
        back = 0 if last else min(context, length - front)
        for index in range(front):
            rows.append(DiffLine(" ", before[a_done + index], a_done + index + 1, c_done + index + 1))
        if front + back < length:
            rows.append(DiffLine("", ""))
        for index in range(length - back, length):
            rows.append(DiffLine(" ", before[a_done + index], a_done + index + 1, c_done + index + 1))
        a_done, c_done = until, c_done + length

    codes = _opcodes(before, after)
    for place, (_tag, a, b, c, d) in enumerate(codes):
        equal(a, place == 0, last=False)
        rows += [DiffLine("-", before[index], index + 1, 0) for index in range(a, b)]
        rows += [DiffLine("+", after[index], 0, index + 1) for index in range(c, d)]
        a_done, c_done = b, d
    if codes:
        equal(len(before), first=False, last=True)
    return tuple(rows)
