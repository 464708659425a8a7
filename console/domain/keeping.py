"""How long what a desk reads is kept: a term in days for each class, and what makes a term senseless."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

CLASSES: Final = ("untouched", "decided", "authors")
"""Comments that nobody did anything about; comments that somebody decided, noted or sorted; authors of whom no comment
is left."""
LONGEST: Final = 36_500
"""Days: a hundred years. Whoever wants to keep for ever leaves the term out."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Days after the last thing that happened; None keeps for ever."""

    untouched: int | None = None
    decided: int | None = None
    authors: int | None = None

    @property
    def off(self) -> bool:
        """Whether everything is kept."""
        return self.untouched is None and self.decided is None and self.authors is None

    def given(self) -> dict[str, int]:
        """The classes that have a term, in their order."""
        found = {name: getattr(self, name) for name in CLASSES}
        return {name: days for name, days in found.items() if days is not None}


@dataclass(frozen=True, slots=True)
class TermFault:
    """Why one of the terms is not taken: ``days``, ``unknown_class`` or ``decided_shorter``."""

    name: str
    code: str
    params: Mapping[str, str]


def read_terms(values: Mapping[str, Any]) -> tuple[Terms, list[TermFault]]:
    """The terms of ``values`` that make sense, and why the others do not. What is refused is kept for ever."""
    good: dict[str, int] = {}
    faults: list[TermFault] = []
    for name, days in values.items():
        if name not in CLASSES:
            faults.append(TermFault(name, "unknown_class", {"value": name, "known": ", ".join(CLASSES)}))
        elif type(days) is not int or not 1 <= days <= LONGEST:
            faults.append(TermFault(name, "days", {"limit": str(LONGEST)}))
        else:
            good[name] = days
    untouched, decided = good.get("untouched"), good.get("decided")
    if untouched is not None and decided is not None and decided < untouched:
        # What was decided is what somebody may have to answer for: it never goes before what nobody looked at.
        del good["decided"]
        params = {"value": str(decided), "least": str(untouched)}
        faults.append(TermFault("decided", "decided_shorter", params))
    return Terms(**good), faults
