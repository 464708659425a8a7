"""Which ids a new list has that an old one had not, for lists of a million that hardly differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from array import array

AHEAD: Final = (32, 1024, 32_768)
"""How far both lists are searched for the place where they meet again; beyond it everything left is compared."""


def added(old: array[int], new: array[int]) -> set[int]:
    """The ids of ``new`` that are not in ``old``; neither list holds an id twice.

    Two lists in the same order are compared run by run, as memory: a set of a million ids would take 60 MB and
    a tenth of a second each time something arrives. What only changed its place is not new.
    """
    came: set[int] = set()
    went: set[int] = set()
    here, there = 0, 0
    while here < len(old) and there < len(new):
        same = _run(old, new, here, there)
        here, there = here + same, there + same
        if here >= len(old) or there >= len(new):
            break
        inserted = removed = None
        for ahead in AHEAD:
            inserted = _find(new, old[here], there, ahead)
            removed = _find(old, new[there], here, ahead)
            if inserted is not None or removed is not None:
                break
        if inserted is None and removed is None:
            break
        if removed is None or (inserted is not None and inserted <= removed):
            assert inserted is not None
            came.update(new[there : there + inserted])
            there += inserted
        else:
            went.update(old[here : here + removed])
            here += removed
    came.update(new[there:])
    went.update(old[here:])
    return came - went


def _run(old: array[int], new: array[int], here: int, there: int) -> int:
    """How many ids from ``here`` and ``there`` on are the same."""
    most = min(len(old) - here, len(new) - there)
    same, step = 0, 64
    while same < most:
        step = min(step, most - same)
        if old[here + same : here + same + step] == new[there + same : there + same + step]:
            same += step
            step *= 4
        elif step == 1:
            break
        else:
            step = max(step // 4, 1)
    return same


def _find(ids: array[int], wanted: int, start: int, ahead: int) -> int | None:
    """How far behind ``start`` an id stands, None when it is not near."""
    try:
        return ids[start : start + ahead].index(wanted)
    except ValueError:
        return None
