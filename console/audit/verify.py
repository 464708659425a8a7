"""Verification of the chain: one streaming pass that names the first broken place and the kind of tampering.

What is compared, row by row in order of sequence: the number is the next one, ``previous`` is the hash before it, the
row hashes to ``hash``, and the entry carries the same sequence and segment as its row. At the end: the last row is the
head that the workspace remembers, nothing refers to a later entry, and every anchor was met. docs/AUDIT.md says what
this proves and what it cannot.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from console.audit.diagnose import KEPT_HASHES, Suspect, canonical_problem, diagnose, inner_numbers
from console.domain.audit import AuditRow, ChainFault, ChainHead
from console.domain.chain import entry_hash
from console.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

PROGRESS_EVERY: Final = 10_000
_ANCHOR: Final = re.compile(r"(?:(\d{1,18}):)?([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Verification:
    """The outcome. ``entries`` counts the rows read, ``head`` is the hash of the last row that holds.

    ``anchor_found`` maps each anchor as given to the sequence it was met at, or None. ``checked_until`` is the last
    sequence that is proven. ``complete`` is False when ``stop`` ended the pass: then ``ok`` is False and nothing is
    claimed beyond ``checked_until``.
    """

    ok: bool
    entries: int
    head: str
    first_bad: ChainFault | None = None
    anchor_found: Mapping[str, int | None] = field(default_factory=dict)
    checked_until: int = 0
    complete: bool = True


def verify(
    rows: Iterable[AuditRow],
    head: ChainHead,
    *,
    anchors: Sequence[str] = (),
    progress: Callable[[int], None] | None = None,
    stop: Callable[[], bool] | None = None,
    thorough: bool = False,
) -> Verification:
    """Check ``rows`` (ordered by sequence, from ``head.first_sequence`` on) against ``head`` and ``anchors``.

    An anchor is the hash of any entry, alone or as ``sequence:hash`` (which lets a missing one be told apart: cut off
    or rewritten). ``thorough`` also parses every entry and compares it with its canonical form, about six times
    slower; it finds only what a consistently rebuilt chain would hide anyway. ``progress`` gets the rows read so far
    and ``stop`` is asked every 10,000 rows. Memory does not grow with the number of rows.

    Raises UsageError ``audit_bad_anchor`` (anchor).
    """
    wanted = _wanted(anchors, head)
    position, previous = head.first_sequence, head.first_previous
    # A ring: at a fault, the numbers and hashes just before it tell a forged entry from a displaced one.
    ring = [""] * KEPT_HASHES
    at_head = previous if head.sequence == position - 1 else None
    entries, stopped, fault = 0, False, None
    stream = iter(rows)
    open_hashes = wanted.by_hash
    pause = PROGRESS_EVERY
    for row in stream:
        entries += 1
        try:
            entry = row.entry
            sound = (
                row.sequence == position
                and row.previous == previous
                and entry_hash(position, row.segment, previous, entry) == row.hash
                # Keys are sorted, so the two numbers stand side by side; quotes inside a text are escaped.
                and f'"segment":{row.segment},"sequence":{position}' in entry
            )
        except (TypeError, AttributeError, ValueError, OverflowError):
            sound = False  # a cell of another type: nothing that our writer stores
        if not sound or thorough:
            if not sound and not _sound_in_full(row, position, previous):
                fault = _fault(row, position, previous, stream, head, ring)
                break
            if thorough and canonical_problem(row.entry):
                fault = Suspect(ChainFault(position, "edited"), position - 1, _count(stream))
                break
        previous = row.hash
        if previous in open_hashes:
            wanted.met(previous, position)
        if position == head.sequence:
            at_head = previous
        ring[position % KEPT_HASHES] = previous
        position += 1
        if entries == pause:
            pause += PROGRESS_EVERY
            if progress is not None:
                progress(entries)
            if stop is not None and stop():
                stopped = True
                break
    last = position - 1
    if stopped:
        return Verification(False, entries, previous, None, wanted.found(), last, complete=False)
    if fault is not None:
        entries += fault.rows_after
        checked = min(last, fault.fault.sequence - 1)
        return Verification(False, entries, previous, fault.fault, wanted.found(), checked)
    bad = _end_fault(last, head, at_head) or wanted.fault(last, head)
    if progress is not None:
        progress(entries)
    checked = last if bad is None else min(last, bad.sequence - 1)
    return Verification(bad is None, entries, previous, bad, wanted.found(), checked)


def _sound_in_full(row: AuditRow, position: int, previous: str) -> bool:
    """The slow second look: same questions, with the entry's own numbers read from the parsed JSON."""
    try:
        return (
            row.sequence == position
            and row.previous == previous
            and entry_hash(position, row.segment, previous, row.entry) == row.hash
            and inner_numbers(row.entry) == (row.segment, position)
        )
    except (TypeError, AttributeError, ValueError, OverflowError):
        return False


def _fault(
    row: AuditRow, position: int, previous: str, rest: Iterator[AuditRow], head: ChainHead, ring: list[str]
) -> Suspect:
    low = max(head.first_sequence, position - KEPT_HASHES)
    before = {number: ring[number % KEPT_HASHES] for number in range(low, position)}
    return diagnose(row, position, previous, rest, head, before)


def _end_fault(last: int, head: ChainHead, at_head: str | None) -> ChainFault | None:
    """What the end of an otherwise sound chain says when held against the head that the workspace remembers."""
    if last < head.sequence:
        return ChainFault(last + 1, "truncated")
    if at_head != head.hash:
        # Sound links all the way, another end: rebuilt from some place on, and no row can say from where.
        return ChainFault(max(head.sequence, head.first_sequence), "edited")
    if last > head.sequence:
        return ChainFault(head.sequence + 1, "inserted")
    if last < head.referenced:
        return ChainFault(last + 1, "truncated")
    return None


class _Wanted:
    """The anchors still to be met."""

    def __init__(self) -> None:
        self.by_hash: dict[str, list[str]] = {}
        self._numbers: dict[str, int | None] = {}
        self._found: dict[str, int | None] = {}

    def add(self, given: str, number: int | None, digest: str) -> None:
        self.by_hash.setdefault(digest, []).append(given)
        self._numbers[given] = number
        self._found[given] = None

    def met(self, digest: str, sequence: int) -> None:
        for given in self.by_hash[digest]:
            if self._numbers[given] in (None, sequence):
                self._found[given] = sequence

    def found(self) -> dict[str, int | None]:
        return dict(self._found)

    def fault(self, last: int, head: ChainHead) -> ChainFault | None:
        """The chain is sound in itself, but an entry that someone wrote down elsewhere is not in it.

        With a number at or below the end, that entry was rewritten, and so was the chain from some place after the
        last anchor that was met. Otherwise the entry lay beyond the end: the tail was cut.
        """
        missing = [given for given, sequence in self._found.items() if sequence is None]
        if not missing:
            return None
        numbers = [
            number for given in missing if (number := self._numbers[given]) is not None and number <= last
        ]
        if numbers:
            proven = [sequence for sequence in self._found.values() if sequence is not None]
            below = [sequence for sequence in proven if sequence < min(numbers)]
            return ChainFault(max(below, default=head.first_sequence - 1) + 1, "edited")
        return ChainFault(last + 1, "truncated")


def _wanted(anchors: Sequence[str], head: ChainHead) -> _Wanted:
    wanted = _Wanted()
    for given in anchors:
        match = _ANCHOR.fullmatch(given.strip().lower())
        if match is None:
            raise UsageError("audit_bad_anchor", anchor=given)
        number = int(match[1]) if match[1] else None
        wanted.add(given, number, match[2])
    if head.first_sequence > 1 and head.first_previous in wanted.by_hash:
        wanted.met(
            head.first_previous, head.first_sequence - 1
        )  # the signed end of a segment that retention dropped
    return wanted


def _count(rest: Iterator[AuditRow]) -> int:
    return sum(1 for _ in rest)
