"""One category for a group of comments that are alike: each set and logged by itself, as if by one person in a row."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.decision import Refusal
    from console.services.moderation import Moderation
    from console.services.roles import Actor

PART: Final = 25
"""So many in one transaction: some 40 ms of the writer, and a tenth of the commits."""


@dataclass(frozen=True, slots=True)
class Categorised:
    """To how many comments a category was given, or why not even to the one that was looked at."""

    done: int
    refusal: Refusal | None = None


def categorise_all(
    moderation: Moderation,
    ids: Sequence[int],
    category: str,
    reason: str,
    actor: Actor,
    *,
    about: int | None = None,
    shown_revision: int | None = None,
) -> Categorised:
    """Set the category a person sees in each of ``ids``, which are taken back together.

    ``about`` is the one that was on the screen, in its version ``shown_revision``: where that one is refused, nothing is
    done. Of the others are passed over what is gone, held by another person or edited since it was found alike.
    Raises like ``Moderation.categorise``; what was set before stays.
    """
    batch = uuid.uuid4().hex if len(ids) > 1 else None
    rest = [one for one in ids if one != about]
    done = 0
    if about is not None:
        refusal = moderation.categorise(
            about, category, reason, actor, shown_revision=shown_revision, batch=batch
        )
        if refusal is not None:
            return Categorised(0, refusal)
        done = 1
    for start in range(0, len(rest), PART):
        done += moderation.categorise_some(rest[start : start + PART], category, reason, actor, batch)
    return Categorised(done)
