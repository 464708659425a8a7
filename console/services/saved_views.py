"""Saved views: a view of the queue, narrowed, under a name; a person's own, or the team's."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.domain.audit import AuditDraft
from console.domain.errors import NotFound, UsageError
from console.services.narrowing import Narrowing, narrowed, read_narrowing
from console.services.typed_search import resolved
from console.services.views import SAVED, VIEWS, view_filter

if TYPE_CHECKING:
    from console.services.roles import Actor
    from console.store import QueueFilter, Reading, Store, Tx, ViewRow

MAX_NAME: Final = 60
MAX_VIEWS: Final = 50
"""Of one person, and of the team."""
_VIEW: Final = "view"


@dataclass(frozen=True, slots=True)
class SavedView:
    """One saved view. ``owner`` is empty for the team's; ``view`` is the built-in view it narrows."""

    id: int
    name: str
    owner: str
    view: str
    by: Narrowing
    position: int = 0

    @property
    def key(self) -> str:
        """Its id among all views: ``saved:7``."""
        return f"{SAVED}{self.id}"

    @property
    def team(self) -> bool:
        """Whether everybody sees it."""
        return not self.owner


def saved_filter(view: SavedView, actor: Actor, now: int, without: tuple[str, ...] = ()) -> QueueFilter:
    """What a saved view shows to this person now."""
    return narrowed(view_filter(view.view, actor, now, without), view.by, now)


def find(reading: Reading, key: str, actor: Actor) -> SavedView:
    """A saved view by its key (``saved:7``) or its name. NotFound ``view_not_found``; another person's is not found."""
    views = [_view(row) for row in reading.saved_views.of(actor.name)]
    wanted = _fold(key)
    # One's own comes before the team's of the same name.
    for one in sorted(views, key=lambda view: view.team):
        if key == one.key or wanted == _fold(one.name):
            return one
    raise NotFound("view_not_found", view=key[:80])


def filter_of(
    reading: Reading, view: str, actor: Actor, now: int, without: tuple[str, ...] = ()
) -> QueueFilter:
    """The filter behind any view id, built in or saved. UsageError ``unknown_view``, NotFound ``view_not_found``."""
    if view in VIEWS or not view.startswith(SAVED):
        return view_filter(view, actor, now, without)
    return saved_filter(find(reading, view, actor), actor, now, without)


class SavedViews:
    """The saved views of one workspace. Every method blocks for one transaction; the team's are a lead's to change.

    Raises NotFound ``view_not_found``, UsageError ``bad_view_name``, ``view_name_taken``, ``too_many_views``,
    ``unknown_view`` and ``bad_filter``, and NotAllowed (logged).
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self, actor: Actor) -> tuple[SavedView, ...]:
        """The team's views, then the actor's own, each in their order."""
        rows = self._store.read(lambda r: r.saved_views.of(actor.name))
        return tuple(_view(row) for row in rows)

    def counts(self, actor: Actor, now: int) -> dict[str, int]:
        """Key -> comments of each saved view: exact, each walks its index, so it may take a while."""

        def read(reading: Reading) -> dict[str, int]:
            views = [_view(row) for row in reading.saved_views.of(actor.name)]
            return {
                one.key: reading.queues.count(resolved(reading, saved_filter(one, actor, now), actor, now))
                for one in views
            }

        return self._store.read(read)

    def save(
        self,
        name: str,
        view: str,
        by: Narrowing,
        actor: Actor,
        *,
        team: bool = False,
        replace_id: int | None = None,
    ) -> SavedView:
        """Keep ``view`` narrowed ``by`` under a name; ``replace_id`` changes that view in place.

        Narrowing a saved view keeps what it narrowed before: pass the built-in view and the whole narrowing.
        """
        name = _clean(name)
        view_filter(view, actor, 0)
        read_narrowing(by.as_dict())
        owner = "" if team else actor.name
        body = {**by.as_dict(), _VIEW: view}

        def work(tx: Tx) -> SavedView:
            self._may(tx, owner, actor)
            others = _free(tx, name, owner, actor, replace_id)
            if replace_id is not None:
                row = _mine(tx, replace_id, actor)
                if row.owner != owner:
                    raise NotFound("view_not_found", view=str(replace_id))
                tx.saved_views.set(replace_id, name, body)
                number = replace_id
            else:
                if len(others) >= MAX_VIEWS:
                    raise UsageError("too_many_views", most=MAX_VIEWS)
                number = tx.saved_views.add(name, owner, body, actor.name, tx.now)
            self._told(tx, owner, actor, "changed" if replace_id is not None else "added")
            kept = tx.saved_views.get(number)
            assert kept is not None
            return _view(kept)

        return self._store.write(work).result()

    def rename(self, number: int, name: str, actor: Actor) -> SavedView:
        """Another name; the filter stays as it is stored, also where this version cannot read it."""
        name = _clean(name)

        def work(tx: Tx) -> SavedView:
            row = _mine(tx, number, actor)
            self._may(tx, row.owner, actor)
            _free(tx, name, row.owner, actor, number)
            tx.saved_views.set(number, name, row.body)
            self._told(tx, row.owner, actor, "changed")
            return _view(_mine(tx, number, actor))

        return self._store.write(work).result()

    def move(self, number: int, step: int, actor: Actor) -> None:
        """Up (-1) or down (+1) among the views of the same owner; at the end it stays."""

        def work(tx: Tx) -> None:
            row = _mine(tx, number, actor)
            self._may(tx, row.owner, actor)
            order = [one.id for one in tx.saved_views.of(actor.name) if one.owner == row.owner]
            here = order.index(number)
            there = min(max(here + step, 0), len(order) - 1)
            if there != here:
                order.insert(there, order.pop(here))
                tx.saved_views.place(order)
                tx.changed("views")

        self._store.write(work).result()

    def remove(self, number: int, actor: Actor) -> None:
        """Drop a view; the comments stay where they are."""

        def work(tx: Tx) -> None:
            row = _mine(tx, number, actor)
            self._may(tx, row.owner, actor)
            tx.saved_views.remove(number)
            self._told(tx, row.owner, actor, "removed")

        self._store.write(work).result()

    @staticmethod
    def _may(tx: Tx, owner: str, actor: Actor) -> None:
        actor.need("decide" if owner else "member", tx)

    @staticmethod
    def _told(tx: Tx, owner: str, actor: Actor, outcome: str) -> None:
        # What one person keeps for themselves is nobody's business; its name is free text and stays out.
        if not owner:
            tx.log(AuditDraft("team_view", actor.name, actor.role.value, {"outcome": outcome}))
        tx.changed("views")


def _mine(reading: Reading, number: int, actor: Actor) -> ViewRow:
    row = reading.saved_views.get(number)
    if row is None or row.owner not in ("", actor.name):
        raise NotFound("view_not_found", view=f"{SAVED}{number}")
    return row


def _free(tx: Tx, name: str, owner: str, actor: Actor, number: int | None) -> list[ViewRow]:
    """The views of one owner. UsageError ``view_name_taken`` where another one than ``number`` bears the name."""
    others = [row for row in tx.saved_views.of(actor.name) if row.owner == owner]
    if any(_fold(row.name) == _fold(name) and row.id != number for row in others):
        raise UsageError("view_name_taken", name=name)
    return others


def _view(row: ViewRow) -> SavedView:
    body = dict(row.body)
    view = body.pop(_VIEW, "inbox")
    try:
        by = read_narrowing(body)
    except UsageError:
        # Written by a newer version, or by hand: the view is shown un-narrowed rather than lost.
        by = Narrowing()
    known = view if isinstance(view, str) and view in VIEWS else "inbox"
    return SavedView(row.id, row.name, row.owner, known, by, row.position)


def _clean(name: str) -> str:
    found = " ".join(unicodedata.normalize("NFC", name).split())
    if not found or len(found) > MAX_NAME or not found.isprintable() or found.startswith(SAVED):
        raise UsageError("bad_view_name", longest=MAX_NAME)
    return found


def _fold(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().strip()
