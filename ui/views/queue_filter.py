"""The filter of the queue: joins panel, chips and feed, keeps saved views, and says what a search left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Signal

from console.domain.errors import VigieError
from console.services.facets import Facets, facets
from console.services.narrowing import Narrowing
from console.services.typed_search import taken_apart, without
from console.services.views import view_filter
from ui.i18n.mark import translate
from ui.i18n.messages import sentence
from ui.i18n.view_counted import view_counted
from ui.models import facet_words
from ui.views.queue_filter_bar import FilterBar
from ui.views.queue_filter_panel import FilterPanel

if TYPE_CHECKING:
    from console.runtime.app import Console
    from console.services.roles import Actor
    from console.services.saved_views import SavedView
    from ui.bridge import Bridge
    from ui.models.facet_words import FacetRow
    from ui.views.queue_view import QueueView

TYPED: Final = "typed "
"""Before a filter as it was typed: the chip's name."""
PLACES: Final = ("note", "reply", "author")


class Filters(QObject):
    """``view.filters``. ``views_changed`` says that the rail should read the saved views anew."""

    views_changed = Signal(str)

    def __init__(self, view: QueueView, console: Console, bridge: Bridge, actor: Actor) -> None:
        super().__init__(view)
        self._view, self._console, self._bridge, self._actor = view, console, bridge, actor
        self.found = Facets()
        self._renamed: SavedView | None = None
        self.panel = FilterPanel(view.look, view)
        self.bar = FilterBar(view.look)
        view.feed.filter_word = self.word
        view.list.put_on_top(self.bar)
        feed = view.feed
        feed.narrowed.connect(self._say)
        feed.loaded.connect(lambda _keep, _row: self._say())
        view.list.opened.connect(lambda _comment: self._say_note())
        self.panel.chosen.connect(self._choose)
        self.panel.typed.connect(lambda _text: self.panel.show_rows(self._rows(), keep=False))
        self.panel.wants_clear.connect(self.clear)
        self.panel.wants_save.connect(self._save)
        self.panel.closed.connect(view.focus_list)
        self.bar.dropped.connect(self._drop)
        self.bar.cleared.connect(self.clear)
        self.bar.kept.connect(self._keep)
        self.bar.wants_list.connect(view.focus_list)
        self.bar.everywhere.connect(self._wider)

    # ------------------------------------------------------------------ the panel

    def open(self) -> None:
        """F: what narrows this view."""
        if self.panel.isVisible():
            self.panel.close_panel()
            return
        self.panel.open(self._rows(), self._under())
        self.read()

    def _under(self) -> QPoint:
        link = self._view.list.filter_link
        return link.mapTo(self._view, QPoint(0, link.height()))

    def read(self) -> None:
        """Read what there is to choose from; the panel shows it when it is there."""
        actor, base = self._actor, self._view.feed.base
        future = self._console.background(
            lambda console: console.store.read(
                lambda reading: facets(reading, view_filter(base, actor, console.clock.now()), actor)
            )
        )
        self._bridge.watch(future, self, self._take)

    def _take(self, found: Facets) -> None:
        self.found = found
        if self.panel.isVisible():
            self.panel.show_rows(self._rows())
            self.panel.place(self._under())
        self._say()

    def _rows(self) -> list[FacetRow]:
        return facet_words.rows(self.found, self._view.feed.by, self._actor.name, self.panel.field.text())

    def _choose(self, row: FacetRow) -> None:
        self._view.feed.narrow(facet_words.toggled(self._view.feed.by, row))
        self.panel.show_rows(self._rows())

    def clear(self) -> None:
        """Nothing narrows any more."""
        feed = self._view.feed
        feed.narrow(Narrowing(order=feed.by.order))
        self._search(taken_apart(feed.text).words)
        if self.panel.isVisible():
            self.panel.show_rows(self._rows())

    def _drop(self, facet: str) -> None:
        """One chip: a condition of the panel, or a filter that was typed in the search."""
        feed = self._view.feed
        typed = facet.removeprefix(TYPED)
        if typed != facet and typed in feed.text:
            self._search(without(feed.text, typed))
        elif typed != facet:  # of the saved view's own words
            feed.narrow(replace(feed.by, text=without(feed.by.text, typed)))
        else:
            feed.narrow(feed.by.dropping(facet))

    def _search(self, text: str) -> None:
        feed = self._view.feed
        if text != feed.text:
            feed.words_now.emit(text)
            feed.search(text)

    def _save(self) -> None:
        """Ctrl+S in the panel: keep what narrows now as a view."""
        feed = self._view.feed
        if feed.by.facets or feed.text:
            self.panel.close_panel()
            self.bar.ask_name()
        else:
            self._view.spoke.emit(translate("Filter", "Nothing narrows this view yet."))

    # ------------------------------------------------------------------ words

    def word(self, facet: str) -> str:
        """One condition of the present filter in words."""
        return facet_words.chip_word(facet, self._view.feed.by, self.found, self._actor.name)

    def _say(self) -> None:
        feed = self._view.feed
        by = feed.by
        chips = facet_words.chips(by, self.found, self._actor.name)
        chips += [
            (f"{TYPED}{one.typed}", facet_words.typed_word(one))
            for one in taken_apart(feed.kept_by.text).terms
        ]
        if any(facet in ("channel", "post") for facet in by.facets) and not self.found.channels:
            self.read()  # their names are not known yet
            self.found = Facets(channels=((0, "", "", 0),))
        held = feed.saved.get(feed.view)
        savable = bool(chips or feed.text) and (held is None or held.by != feed.kept_by)
        self.bar.show_chips(
            chips, savable=savable, may_team=self._actor.may("member"), wider=feed.narrowed_search
        )
        self._say_note()

    def _wider(self) -> None:
        """The link goes with the click: the list, which has what was looked for, is given the keys."""
        self._view.feed.everywhere()
        self._view.focus_list()

    def _say_note(self) -> None:
        """What the search left out, and where it found what is not in the text."""
        feed = self._view.feed
        parts = []
        if feed.text:
            if feed.cut:
                parts.append(view_counted.newest_of_more(self._view.model.rowCount()))
            current = feed.places.get(self._view.list.current())
            if current:
                parts.append(_FOUND[current]())
            for place in PLACES:
                number = sum(1 for one in feed.places.values() if one == place)
                if number and not current:
                    parts.append(_COUNTED[place](number))
        self.bar.say(" · ".join(parts))

    # ------------------------------------------------------------------ saved views

    def rename(self, saved: SavedView) -> None:
        """Ask for another name of a saved view."""
        self._renamed = saved
        self._say()
        self.bar.ask_name(saved.name, team=saved.team)

    def _keep(self, name: str, team: bool) -> None:
        feed, actor = self._view.feed, self._actor
        base, by = feed.base, feed.kept_by
        renamed = self._renamed = (
            self._renamed if self.bar.renaming else None
        )  # a renaming left with Esc is over
        if renamed is not None:
            number = renamed.id
            future = self._console.background(lambda console: console.saved.rename(number, name, actor))
        else:
            future = self._console.background(
                lambda console: console.saved.save(name, base, by, actor, team=team)
            )
        self._bridge.watch(future, self, self._kept, self._refused)

    def _kept(self, saved: SavedView) -> None:
        fresh, self._renamed = self._renamed is None, None
        self.bar.end_naming()
        words = (
            translate("Filter", "Kept as a view: {name}")
            if fresh
            else translate("Filter", "Now called {name}")
        )
        self._view.spoke.emit(words.format(name=saved.name))
        self.views_changed.emit(saved.key if fresh else "")

    def _refused(self, error: Exception) -> None:
        if isinstance(error, VigieError):
            self._view.spoke.emit(sentence(error.code, error.params))

    def move(self, saved: SavedView, step: int) -> None:
        """Up or down among its like."""
        actor = self._actor
        future = self._console.background(lambda console: console.saved.move(saved.id, step, actor))
        self._bridge.watch(future, self, lambda _none: self.views_changed.emit(""), self._refused)

    def remove(self, saved: SavedView) -> None:
        """Drop a saved view; where it is shown, the view it narrowed takes its place."""
        actor = self._actor
        future = self._console.background(lambda console: console.saved.remove(saved.id, actor))

        def done(_none: object) -> None:
            self._view.spoke.emit(translate("Filter", "View dropped: {name}").format(name=saved.name))
            if self._view.feed.view == saved.key:
                self._view.show_view(saved.view)
            self.views_changed.emit("")

        self._bridge.watch(future, self, done, self._refused)


_FOUND = {
    "note": lambda: translate("Filter", "This one: found in a note"),
    "reply": lambda: translate("Filter", "This one: found in our reply"),
    "author": lambda: translate("Filter", "This one: found in the author’s name"),
}
_COUNTED = {
    "note": view_counted.in_notes,
    "reply": view_counted.in_replies,
    "author": view_counted.by_author,
}
