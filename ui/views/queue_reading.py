"""Reading a list of the queue, on a reader thread: which ids answer a question, and what differs from those shown."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from console.services.alike_views import Group, fold
from console.services.narrowing import Narrowing, narrowed
from console.services.views import view_filter
from console.store import Found, QueueFilter, Reading
from ui.models.id_diff import added

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping

    from console.runtime.app import Console
    from console.services.roles import Actor


@dataclass(frozen=True, slots=True)
class Question:
    """What the list shows: a view, narrowed."""

    view: str = "inbox"
    text: str = ""
    by: Narrowing = field(default_factory=Narrowing)
    """What the person narrowed the view by; its words are those of a saved view."""
    without: tuple[str, ...] = ()
    """Categories a person opted out of; they leave the views of work."""
    group: int | None = None
    """One group of near-duplicates, shown as a list of its own."""
    author: int | None = None
    """Everything kept of one author."""
    category: str = ""
    """Of the group: one decision never touches two categories together."""
    folded: bool = True
    """Whether near-duplicates stand as one."""


@dataclass(frozen=True, slots=True)
class Before:
    """What is shown while a read goes on. ``shown`` is the number of the read that put it there; nobody changes it."""

    shown: int
    ids: array[int]
    groups: Mapping[int, Group]


@dataclass(frozen=True, slots=True)
class Read:
    """A finished read: for which question, how many began before it, and the ids."""

    question: Question
    number: int
    ids: array[int]
    channels: int = 1
    automatic: bool = False  # whether a rule of the policy in force hides by itself
    groups: Mapping[int, Group] = field(default_factory=dict)  # by the comment that stands for each
    places: Mapping[int, str] = field(
        default_factory=dict
    )  # of a search: where the words stood if not in the text
    cut: bool = False  # the search found more
    drops: tuple[tuple[str, int], ...] = ()  # of an empty answer: without this condition there are so many
    seconds: float = 0.0  # what the read took
    before: Before | None = None  # what ``came``, ``same`` and ``regrouped`` are against
    came: frozenset[int] = frozenset()
    same: bool = False
    regrouped: tuple[int, ...] = ()  # groups in sight that have grown, shrunk, come or gone


def shown_ids(
    reading: Reading, question: Question, wanted: QueueFilter
) -> tuple[array[int], dict[int, Group], Found | None]:
    """The ids the list shows, the groups among them by the id that stands for each, and what a search told.

    The one place where near-duplicates are folded into their first. A group that is open stands unfolded.
    """
    found = reading.queues.search(wanted) if wanted.text else None
    ids = reading.queues.ids(wanted) if found is None else found.ids
    if not question.folded or question.group is not None:
        return ids, {}, found
    return *fold(reading, ids), found


def wanted_by(reading: Reading, question: Question, actor: Actor, now: int) -> QueueFilter:
    """A question as the store's filter; filters typed among the words are conditions."""
    wanted = narrowed(view_filter(question.view, actor, now, question.without), question.by, now)
    wanted = replace(wanted, text=f"{wanted.text} {question.text}".strip(), group=question.group)
    if question.author is not None:
        wanted = replace(wanted, author_id=question.author)
    if question.category:
        wanted = replace(wanted, categories=(question.category,))
    if ":" not in wanted.text:
        return wanted
    from console.services.typed_search import resolved

    return resolved(reading, wanted, actor, now)


def read_list(
    console: Console, actor: Actor, question: Question, number: int, before: Before | None = None
) -> Read:
    """Answer a question, on a reader thread; with ``before`` also how the answer differs from what is shown."""
    now, begun = console.clock.now(), time.perf_counter()

    def read(reading: Reading) -> Read:
        wanted = wanted_by(reading, question, actor, now)
        ids, groups, found = shown_ids(reading, question, wanted)
        drops = () if ids else _drops(reading, question, actor, now)
        told = found or Found(ids, {})
        made = Read(
            question, number, ids, len(reading.channels.all()), False, groups, told.places, told.cut, drops
        )
        return made if before is None else _compared(made, before)

    made = replace(console.store.read(read), seconds=time.perf_counter() - begun)
    if question.view != "automatic":
        return made
    return replace(made, automatic=any(rule.auto == "hide" for rule in console.policy().rules))


def _drops(reading: Reading, question: Question, actor: Actor, now: int) -> tuple[tuple[str, int], ...]:
    """Which single condition, left out, would leave something: what an empty list offers."""
    found = []
    for facet in question.by.facets:
        other = replace(question, by=question.by.dropping(facet))
        found.append((facet, reading.queues.count(wanted_by(reading, other, actor, now))))
    return tuple(one for one in found if one[1])


def _compared(read: Read, before: Before) -> Read:
    """With what has changed: a set of a million ids, or a look at as many groups, is nothing for the window's thread."""
    same = read.ids == before.ids
    heads = {*before.groups, *read.groups}
    return replace(
        read,
        before=before,
        same=same,
        came=frozenset() if same else frozenset(added(before.ids, read.ids)),
        regrouped=tuple(one for one in heads if before.groups.get(one) != read.groups.get(one)),
    )


def without(read: Read, decided: Mapping[int, int]) -> tuple[array[int], dict[int, Group]]:
    """Ids and groups of a read, less what was decided after it began (``decided``: id -> reads begun by then).

    Another of its group stands where one that stood for it was.
    """
    ids, groups = read.ids, dict(read.groups)
    late = [one for one, begun in decided.items() if begun >= read.number]
    if not late:
        return ids, groups
    ids = ids[:]
    for one in late:
        group = groups.pop(one, None)
        rest = [] if group is None else [member for member in group.members if member not in late]
        try:
            row = ids.index(one)
        except ValueError:
            continue
        if rest:
            ids[row] = rest[0]
        else:
            ids.pop(row)
        if group is not None and len(rest) > 1:
            groups[rest[0]] = replace(group, members=type(group.members)("q", rest))
    return ids, groups
