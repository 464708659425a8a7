"""Near-duplicates in a workspace: placing each read text beside its like, and how a group differs.

A comment is placed once for each text it ever had, in the transaction that stores its verdict; what was read before
there were groups is placed in the background. Only one comment of a group, its founder, can be found by bands, so that
a wave of a hundred thousand costs each new copy one look. ``comments.alike_id`` is the number of the founder and stays
when older copies turn up: what a person has open keeps its name.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from console.domain.errors import NotFound
from console.domain.likeness import (
    EXACT,
    LINK,
    REWORDED,
    SKETCH_FROM,
    Traits,
    compare,
    share,
    similarity,
    traits,
)
from console.store import FOUNDER, MEMBER, OUT, LikenessRow, Reading, Store, Tx

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from console.services.roles import Actor

CANDIDATES: Final = 6
"""Texts compared in full with a new one, at most."""
_PER_BAND: Final = 12
_FILL: Final = 256
_DONE: Final = "likeness_done"
_TEXTS_SHOWN: Final = 200

cached_traits = lru_cache(1024)(traits)


# ---------------------------------------------------------------------------------------------------- placing


@dataclass(frozen=True, slots=True)
class Placed:
    """A text on its way into the workspace's groups."""

    comment_id: int
    revision: int
    traits: Traits


def place(tx: Tx, texts: Iterable[Placed]) -> set[int]:
    """Put each text beside its like; returns the comments whose group changed. Work per text is bounded."""
    wanted = sorted(texts, key=lambda one: one.comment_id)
    known = tx.likeness.rows([one.comment_id for one in wanted])
    touched: set[int] = set()
    for one in wanted:
        held = known.get(one.comment_id)
        if held is not None:
            if held.revision == one.revision:
                continue
            touched |= leave(tx, held)
        touched |= _join(tx, one)
    return touched


def _join(tx: Tx, one: Placed) -> set[int]:
    made = one.traits
    like = _like(tx, made)
    if like is None:
        tx.likeness.put(_founder(one) if made.bands else _member(one))
        return set()
    tx.likeness.put(_member(one))
    group = tx.likeness.group_of(like)
    if group is not None:
        tx.likeness.set_group([one.comment_id], group)
        return {one.comment_id}
    group = _unused(tx, like, one.comment_id)
    tx.likeness.set_group([like, one.comment_id], group)
    return {like, one.comment_id}


def _like(tx: Tx, made: Traits) -> int | None:
    if not made.exact:
        return None
    twin = tx.likeness.twin(made.exact)
    if twin is not None or made.short:
        return twin
    near = tx.likeness.near(made.bands, _PER_BAND)[: 2 * CANDIDATES]
    rows = tx.likeness.rows(near)
    compared = 0
    for candidate in near:
        row = rows.get(candidate)
        if row is None or similarity(row.sketch, made.sketch) < SKETCH_FROM:
            continue
        read = tx.likeness.text(candidate)
        if read is None or read[0] != row.revision:  # edited since: its new text has not been placed yet
            continue
        if compare(cached_traits(read[1]), made):
            return candidate
        compared += 1
        if compared == CANDIDATES:
            return None
    return None


def _unused(tx: Tx, like: int, new: int) -> int:
    """A number for a new group: its founder's, unless a group that founder once left still bears it."""
    for number in (like, new):
        if not tx.likeness.members(number, 1):
            return number
    return -new


def _founder(one: Placed) -> LikenessRow:
    made = one.traits
    return LikenessRow(
        one.comment_id, one.revision, made.exact, FOUNDER, made.skeleton, made.sketch, made.bands
    )


def _member(one: Placed) -> LikenessRow:
    return LikenessRow(one.comment_id, one.revision, one.traits.exact, MEMBER, one.traits.skeleton)


def leave(tx: Tx, held: LikenessRow) -> set[int]:
    """Take a comment out of its group; another one becomes the founder where it was that."""
    group = tx.likeness.group_of(held.comment_id)
    if group is None and held.role == FOUNDER:  # an edit has taken it out of the group that bears its number
        group = held.comment_id
    tx.likeness.drop(held)
    if group is None:
        return set()
    tx.likeness.set_group([held.comment_id], None)
    rest = tx.likeness.members(group, 2)
    touched = {held.comment_id, *rest}
    if len(rest) == 1:
        tx.likeness.set_group(rest, None)
    if rest and held.role == FOUNDER:
        read = tx.likeness.text(rest[0])
        row = tx.likeness.rows(rest[:1]).get(rest[0])
        if read is not None and row is not None and row.revision == read[0]:
            made = cached_traits(read[1])
            tx.likeness.put(_founder(Placed(rest[0], read[0], made)))
    return touched


# ---------------------------------------------------------------------------------------------------- one group


@dataclass(frozen=True, slots=True)
class Wording:
    """One of the texts of a group. ``similarity`` to the most typical one, 0 to 1; ``kind`` exact, link or reworded;
    ``comment_id`` and ``author`` are of the first who wrote it so.
    """

    comment_id: int
    author: str
    text: str
    count: int
    kind: str
    similarity: float


@dataclass(frozen=True, slots=True)
class GroupInfo:
    """How a group differs. ``typical`` is a comment with the commonest text; ``texts`` are least alike first, at most
    200, the typical one last; ``kinds`` counts comments as exact, link and reworded.
    """

    total: int
    authors: int
    posts: int
    typical: int
    kinds: Mapping[str, int]
    texts: tuple[Wording, ...]


def difference(reading: Reading, ids: Sequence[int]) -> GroupInfo:
    """How the comments ``ids`` (one group, as a view shows it) differ. Reads keys of all and 200 texts at most."""
    rows = reading.likeness.rows(ids)
    first: dict[int, int] = {}
    counts: Counter[int] = Counter()
    shapes: dict[int, int] = {}
    for number in ids:
        row = rows.get(number)
        if row is None or row.role == OUT:
            continue
        first.setdefault(row.exact, number)
        shapes[row.exact] = row.skeleton
        counts[row.exact] += 1
    where = reading.likeness.grouped(ids)
    authors = len({one[3] for one in where})
    posts = len({one[4] for one in where if one[4] is not None})
    if not counts:
        return GroupInfo(0, authors, posts, 0, {EXACT: 0, LINK: 0, REWORDED: 0}, ())
    common = max(counts, key=lambda key: (counts[key], -first[key]))
    kinds = {EXACT: 0, LINK: 0, REWORDED: 0}
    sort = {
        key: EXACT if key == common else LINK if shapes[key] == shapes[common] else REWORDED for key in counts
    }
    for key, number in counts.items():
        kinds[sort[key]] += number
    shown = [key for key, _ in counts.most_common() if sort[key] == REWORDED][:_TEXTS_SHOWN]
    shown += [key for key, _ in counts.most_common() if sort[key] == LINK][: _TEXTS_SHOWN - len(shown)]
    comments = {int(one.id): one for one in reading.comments.rows([first[key] for key in [*shown, common]])}
    base = cached_traits(comments[first[common]].text)
    texts = []
    for key in [*shown, common]:
        one = comments.get(first[key])
        if one is None:
            continue
        name = one.author_name or one.author_handle
        alike = 1.0 if sort[key] != REWORDED else share(base, cached_traits(one.text))
        texts.append(Wording(int(one.id), name, one.text, counts[key], sort[key], round(alike, 2)))
    order = {REWORDED: 0, LINK: 1, EXACT: 2}
    texts.sort(key=lambda one: (order[one.kind], one.similarity, one.count, one.comment_id))
    return GroupInfo(sum(counts.values()), authors, posts, first[common], kinds, tuple(texts))


class Alike:
    """``console.alike``. All methods block: ``background(lambda c: c.alike.difference(ids))``."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def difference(self, ids: Sequence[int]) -> GroupInfo:
        """How the comments of one group differ."""
        return self._store.snapshot(lambda reading: difference(reading, ids))

    def take_out(self, comment_id: int, actor: Actor) -> None:
        """Take a comment out of its group for as long as its text stays: it is read and decided by itself.

        Changes nothing of the comment, so it is no entry of the log. Raises NotFound and NotAllowed.
        """

        def work(tx: Tx) -> None:
            actor.need("decide", tx)
            read = tx.likeness.text(comment_id)
            if read is None:
                raise NotFound("comment_not_found", id=comment_id)
            held = tx.likeness.rows([comment_id]).get(comment_id)
            touched = {comment_id} if held is None else leave(tx, held)
            # No text has a key of this kind but by a chance of one in 10^19: it finds nobody, and nobody finds it.
            tx.likeness.put(LikenessRow(comment_id, read[0], -comment_id, OUT))
            tx.changed("comments", tuple(touched | {comment_id}))

        self._store.write(work).result()

    def fill(self) -> bool:
        """Place a batch of what was read before there were groups; True while there may be more."""
        after = self._store.read(lambda r: int(r.settings.meta(_DONE) or 0))
        found, upto = self._store.read(lambda r: r.likeness.lacking(after, _FILL))
        if upto == after:
            return False
        made = [Placed(number, revision, traits(text)) for number, revision, text in found]

        def work(tx: Tx) -> None:
            touched = place(tx, made)
            tx.settings.set_meta(_DONE, str(upto))
            if touched:
                tx.changed("comments", tuple(touched))

        self._store.write(work, durable=False).result()
        return True
