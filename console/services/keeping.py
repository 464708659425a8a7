"""How long this workspace keeps things: the company's terms where its file names some, else the team's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console import managed
from console.domain.keeping import Terms, read_terms
from console.store import Cutoffs

if TYPE_CHECKING:
    from console.store import Reading

TERMS: Final = "retention.terms"
"""The setting that holds the team's terms."""
DAY: Final = 86_400


def terms_of(reading: Reading) -> tuple[Terms, str]:
    """The terms in force and whose they are: the company's where its file names some, else the team's."""
    company = managed.current().retention
    if company is not None:
        return company, "company"
    held = reading.settings.get(TERMS)
    terms, _ = read_terms(held if isinstance(held, dict) else {})
    return terms, "" if terms.off else "team"


def cutoffs(terms: Terms, at: int) -> Cutoffs:
    """The dates that the terms make at the second ``at``."""
    return Cutoffs(**{name: at - days * DAY for name, days in terms.given().items()})


def taken_in_from(reading: Reading, now: int) -> int:
    """The second before which a platform's comments are not taken in any more: they would go at once, and what went would
    come back as new work. 0 where nothing is erased by its age.
    """
    terms = terms_of(reading)[0]
    days = terms.untouched or terms.decided
    return 0 if days is None else now - days * DAY
