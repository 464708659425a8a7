"""What happened at the first broken place of the chain: edited, deleted, inserted or reordered.

A row that no longer fits where it stands may still be *authentic*: its text and its ``hash`` agree for the number it
was written under. So the question at the broken place is which authentic entry stands there, and whether the one that
should stand there turns up later. The rest of the rows is read once for that, without keeping it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.domain.audit import AuditRow, ChainFault, ChainHead
from console.domain.chain import canonical, entry_hash

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# How many hashes before the fault are kept; forging more entries than this in a row is told less exactly.
KEPT_HASHES: Final = 1024
# How far the numbers inside an entry may have been shifted by someone who renumbered the text as well.
_SHIFTS: Final = (-1, 1, -2, 2, -3, 3, -4, 4)
_BROKEN: Final = (TypeError, AttributeError, ValueError, OverflowError, RecursionError)


@dataclass(frozen=True, slots=True)
class Suspect:
    """The fault, the last sequence that holds, and how many rows were read after the faulty one."""

    fault: ChainFault
    proven: int
    rows_after: int


def _object(entry: Any) -> dict[str, Any] | None:
    try:
        found = json.loads(entry)
    except _BROKEN:
        return None
    return found if isinstance(found, dict) else None


def inner_numbers(entry: Any) -> tuple[int, int] | None:
    """``(segment, sequence)`` as written inside the entry, or None when it is no such JSON object."""
    found = _object(entry)
    if found is None:
        return None
    segment, sequence = found.get("segment"), found.get("sequence")
    if type(segment) is not int or type(sequence) is not int:
        return None
    return segment, sequence


def canonical_problem(entry: str) -> bool:
    """Whether an entry is not in canonical form (spaces, order of keys, a key twice, floats, not an object)."""
    found = _object(entry)
    if found is None:
        return True
    try:
        return canonical(found) != entry
    except _BROKEN:
        return True


def identity(row: AuditRow) -> int | None:
    """The number under which this row was written and hashed, wherever it stands now; None when it matches none."""
    numbers = inner_numbers(row.entry)
    if numbers is None:
        return None
    segment, sequence = numbers
    try:
        if entry_hash(sequence, segment, row.previous, row.entry) == row.hash:
            return sequence
        written = f'"sequence":{sequence}'
        for shift in _SHIFTS:
            text = row.entry.replace(written, f'"sequence":{sequence + shift}', 1)
            if entry_hash(sequence + shift, segment, row.previous, text) == row.hash:
                return sequence + shift
    except _BROKEN:
        return None
    return None


@dataclass(slots=True)
class _Rest:
    """What one pass over the remaining rows found."""

    rows: int = 0
    missing_at: int | None = None  # where the entry that belongs at the fault stands now
    entry_elsewhere: bool = False  # its text moved, the links stayed in place
    copied: bool = False  # the row at the fault stands at its own place as well
    next_previous: object = None  # the link of the row right after the fault
    next_identity: int | None = None


def _scan(bad: AuditRow, position: int, previous: str, rest: Iterator[AuditRow]) -> _Rest:
    seen = _Rest()
    key = f'"sequence":{position}'
    for row in rest:
        seen.rows += 1
        if seen.rows == 1:
            seen.next_previous = row.previous
            seen.next_identity = identity(row)
        if row.hash == bad.hash:
            seen.copied = True
        if seen.missing_at is not None:
            continue
        text: object = row.entry  # a tampered cell may hold anything
        named = isinstance(text, str) and key in text
        if row.previous == previous and identity(row) == position:
            seen.missing_at = row.sequence
        elif named and (digest := _hash_as(position, previous, row)) in (row.hash, bad.hash) and digest:
            # Its text (with or without its hash) was put into another row, whose link stayed where it was.
            seen.missing_at = row.sequence
            seen.entry_elsewhere = True
    return seen


def _hash_as(position: int, previous: str, row: AuditRow) -> str:
    """The hash that this row's text would have at ``position``; empty when it is no entry."""
    numbers = inner_numbers(row.entry)
    if numbers is None:
        return ""
    try:
        return entry_hash(position, numbers[0], previous, row.entry)
    except _BROKEN:
        return ""


def diagnose(
    row: AuditRow,
    position: int,
    previous: str,
    rest: Iterator[AuditRow],
    head: ChainHead,
    before: Mapping[int, str],
) -> Suspect:
    """Name the fault at ``position``, where the chain expected a row that follows the hash ``previous``.

    ``row`` is what stands there instead, ``rest`` the rows after it (read to the end), ``before`` the hashes of the
    sequences just before ``position``.
    """
    number = row.sequence
    if type(number) is not int or number < position:
        # All lower numbers have been seen in order, so this one is there twice.
        sequence = number if type(number) is int else position
        return Suspect(
            ChainFault(sequence, "inserted"), sequence - 1, _scan(row, position, previous, rest).rows
        )
    written_as = identity(row)
    seen = _scan(row, position, previous, rest)
    sequence, kind = position, "edited"
    if number > position:  # a gap
        here = written_as == position and row.previous == previous
        kind = "reordered" if here or seen.missing_at is not None else "deleted"
    elif written_as is None:
        if seen.missing_at is not None:
            kind = "reordered" if seen.entry_elsewhere else "inserted"
    elif written_as > position:
        # A later entry stands here: moved up, or everything closed ranks after a deletion, or copied over this one.
        if seen.missing_at is not None:
            kind = "reordered"
        elif not seen.copied:
            kind = "deleted"
    elif written_as < position:
        sequence, kind = _earlier_entry(row, written_as, position, seen, before)
    elif row.previous != previous:
        # Sound in itself, but it follows another hash than the row before it has.
        followed = seen.next_previous == row.hash if seen.rows else head.hash == row.hash
        if followed and position > head.first_sequence:
            sequence = (
                position - 1
            )  # its own successor confirms it: the row before was changed and hashed anew
    return Suspect(ChainFault(sequence, kind), sequence - 1, seen.rows)


def _earlier_entry(
    row: AuditRow, written_as: int, position: int, seen: _Rest, before: Mapping[int, str]
) -> tuple[int, str]:
    """An entry with a lower number stands here: a copy of one already met, or the true one pushed up by a forgery."""
    met = before.get(written_as)
    if met == row.hash:
        return position, "inserted" if seen.missing_at is not None else "edited"
    if met is None and seen.next_identity == position:
        return position, "inserted"
    return written_as, "inserted"
