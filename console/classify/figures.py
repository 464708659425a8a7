"""Precision, recall and their uncertainty: counted figures that say nothing where there is too little to count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from console.domain.shares import FEW, Share, wilson

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "FEW",
    "CategoryFigures",
    "FlagFigures",
    "Share",
    "category_figures",
    "flag_figures",
    "macro_f1",
    "wilson",
]


@dataclass(frozen=True, slots=True)
class CategoryFigures:
    """Of what the engine called so, how much people called so (precision); of what people called so, how much it found."""

    name: str
    precision: Share
    recall: Share


@dataclass(frozen=True, slots=True)
class FlagFigures:
    """How well "flagged" agrees with what people decided."""

    decisions: int
    precision: Share
    recall: Share
    criticism_flagged: Share  # of what people called constructive criticism, how much was flagged
    macro_f1: float | None  # mean F1 of flagged and not flagged, 0..1; None below FEW decisions

    def to_json(self) -> dict[str, Any]:
        """The figures as JSON values."""
        return {
            "decisions": self.decisions,
            "precision": self.precision.to_json(),
            "recall": self.recall.to_json(),
            "criticism_flagged": self.criticism_flagged.to_json(),
            "macro_f1": None if self.macro_f1 is None else round(self.macro_f1, 4),
        }

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> FlagFigures:
        """The figures that ``to_json`` wrote."""
        precision, recall, criticism = (
            Share(value[name]["hits"], value[name]["n"])
            for name in ("precision", "recall", "criticism_flagged")
        )
        return cls(value["decisions"], precision, recall, criticism, value["macro_f1"])


def macro_f1(hit: int, false: int, missed: int, clean: int) -> float:
    """Mean F1 of the two classes from the four counts; an empty class that nothing was put into counts as right."""

    def f1(right: int, wrong: int) -> float:
        return 1.0 if right + wrong == 0 else 2 * right / (2 * right + wrong)

    return (f1(hit, false + missed) + f1(clean, false + missed)) / 2


def flag_figures(cases: Iterable[tuple[bool, bool, bool]]) -> FlagFigures:
    """Figures from (flagged, abusive, called criticism) of each decided comment."""
    counts = {(flagged, abusive): 0 for flagged in (True, False) for abusive in (True, False)}
    criticism = [0, 0]
    for flagged, abusive, critical in cases:
        counts[flagged, abusive] += 1
        if critical:
            criticism[0] += flagged
            criticism[1] += 1
    hit, false = counts[True, True], counts[True, False]
    missed, clean = counts[False, True], counts[False, False]
    total = hit + false + missed + clean
    return FlagFigures(
        total,
        Share(hit, hit + false),
        Share(hit, hit + missed),
        Share(*criticism),
        None if total < FEW else macro_f1(hit, false, missed, clean),
    )


def category_figures(
    cases: Sequence[tuple[frozenset[str], str]], names: Iterable[str]
) -> tuple[CategoryFigures, ...]:
    """Figures of each category from (what the engine said, what the person said); empty categories are left out."""
    found = []
    for name in names:
        said = [category == name for categories, category in cases if name in categories]
        true = [name in categories for categories, category in cases if category == name]
        if said or true:
            found.append(CategoryFigures(name, Share(sum(said), len(said)), Share(sum(true), len(true))))
    return tuple(found)
