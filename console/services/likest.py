"""Which of many texts are least like the others: letters in threes against what the texts have in common."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTERS: Final = 400


def least_alike(texts: Sequence[tuple[int, str]], wanted: int) -> tuple[tuple[int, float], ...]:
    """The ``wanted`` least alike of (id, text), with the cosine (0..1) between each and the middle of all of them.

    Deterministic: ties are broken by id.
    """
    parts = [(number, _threes(text)) for number, text in texts]
    total: Counter[str] = Counter()
    for _, part in parts:
        total.update(part)
    length = math.sqrt(sum(count * count for count in total.values())) or 1.0
    found = [
        (round(sum(total[one] for one in part) / (math.sqrt(len(part)) * length), 4) if part else 0.0, number)
        for number, part in parts
    ]
    return tuple((number, min(score, 1.0)) for score, number in sorted(found)[:wanted])


def _threes(text: str) -> set[str]:
    plain = f" {' '.join(text[:LETTERS].casefold().split())} "
    return {plain[at : at + 3] for at in range(len(plain) - 2)}
