"""What a person can narrow a view by, as it stands in the workspace now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.domain.vocabulary import CommentState
from console.services.assigning import whom
from console.store import QueueFilter

if TYPE_CHECKING:
    from console.services.roles import Actor
    from console.store import Reading


@dataclass(frozen=True, slots=True)
class Facets:
    """The values of each facet in the order shown; a count is what the view shows of it, before narrowing.

    It is None where a view asks for more than states and categories: no count of that is kept.
    """

    channels: tuple[tuple[int, str, str, int | None], ...] = ()
    """(id, name, kind, comments)"""
    categories: tuple[tuple[str, int | None], ...] = ()
    severities: tuple[tuple[int, int | None], ...] = ()
    """(severity, comments of at least that severity)"""
    languages: tuple[tuple[str, int | None], ...] = ()
    tags: tuple[tuple[str, int], ...] = ()
    """(tag, authors)"""
    posts: tuple[tuple[int, str, str], ...] = ()
    """(id, title, channel's name)"""
    people: tuple[str, ...] = ()
    """The actor first, then the other members who act."""
    roles: tuple[str, ...] = ()


def facets(reading: Reading, wanted: QueueFilter, actor: Actor) -> Facets:
    """Off the GUI thread: a tenth of a second at a million comments."""
    states = wanted.states or tuple(CommentState)
    rows, within = reading.facets, wanted.categories
    kept = QueueFilter(wanted.states, categories=within, order=wanted.order) == wanted
    by_channel = rows.channel_counts(states, within)
    everybody = whom(reading, actor)
    members = {actor.name, *reading.settings.members()}
    by_category = rows.category_counts(states)
    offered = within or tuple(sorted(by_category, key=lambda one: -by_category[one]))

    def said(number: int) -> int | None:
        return number if kept else None

    return Facets(
        tuple(
            (int(one.id), one.name, one.kind, said(by_channel.get(int(one.id), 0)))
            for one in reading.channels.all()
        ),
        tuple((one, said(by_category.get(one, 0))) for one in offered if one),
        tuple((one, said(number)) for one, number in rows.severities(states, within).items()),
        tuple((one, said(number)) for one, number in rows.languages(states, within).items()),
        tuple(reading.tags.in_use().items()),
        tuple(rows.posts()),
        tuple(one for one in everybody if one in members),
        tuple(one for one in everybody if one not in members),
    )
