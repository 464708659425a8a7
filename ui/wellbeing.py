"""Watches over what one person reads: counts harsh texts for them alone, and offers other work at their own limit.

A harsh text counts when its words were really in front of the person: painted unmasked (or revealed) in the detail of
the active window for two seconds, or decided on before that. Masked words do not count.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from console.domain.errors import VigieError
from console.services.exposure import harsh
from console.services.views import view_filter
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.i18n.wellbeing_counted import wellbeing_counted
from ui.models.exposure import FILE, Counter, Ledger, Own, offered_now, one_more

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.runtime.app import Console
    from console.services.roles import Actor
    from console.store import Reading
    from ui.app import Preferences
    from ui.bridge import Bridge
    from ui.models.detail_data import DetailData
    from ui.views.limit_card import LimitCard
    from ui.views.main_window import MainWindow

READ_MS: Final = 2000
"""How long unmasked words stand in front of a person before they count as read."""
BUNDLE: Final = 10
"""The team's total learns of readings in bundles: a single one would tell who read which comment when."""
BUNDLE_MS: Final = 10 * 60 * 1000
OTHER_WORK: Final = ("praise", "questions", "criticism", "mentions")
"""Views offered at the limit, the first that has something waiting."""


class Wellbeing(QObject):
    """One per window and person. ``changed`` follows the count and the opted-out categories."""

    changed = Signal()

    def __init__(
        self,
        window: MainWindow,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        preferences: Preferences,
        clock: Callable[[], float],
        ledger: Ledger | None = None,
    ) -> None:
        """``clock`` gives UTC epoch seconds; ``ledger`` is the file of the person's own."""
        super().__init__(window)
        self._window, self._queue = window, window.queue
        self._console, self._bridge, self._actor = console, bridge, actor
        self._preferences, self._clock = preferences, clock
        self._ledger = ledger or Ledger(preferences.folder / FILE)
        self.counter = Counter(clock)
        self._watched: DetailData | None = None
        self._unsent: dict[str, int] = {}
        self._due = False
        self._mask_all = preferences.settings.mask_all
        self.card: LimitCard | None = None
        self._other: list[tuple[str, int]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(READ_MS)
        self._timer.timeout.connect(self._read_long_enough)
        self._bundle = QTimer(self)
        self._bundle.setInterval(BUNDLE_MS)
        self._bundle.timeout.connect(self.send)
        self._bundle.start()
        queue = self._queue
        queue.opening.first_painted.connect(self._look)
        queue.opening.read.connect(lambda _detail: QTimer.singleShot(0, self, self._look))
        queue.opening.left.connect(self._left)
        queue.decisions.decided.connect(self._decided)
        queue.feed.loaded.connect(lambda _keep, _row: self._count_left_out())
        preferences.changed.connect(self._preferences_changed)
        window.installEventFilter(self)
        self._bridge.watch(console.background(lambda _c: self._ledger.load(actor.name)), self, self._loaded)
        self._show()

    # ------------------------------------------------------------------ what is in front of the person

    def _in_front(self) -> DetailData | None:
        """The harsh comment whose words are painted now, unmasked, in the active window."""
        data = self._queue.armed()
        if (
            data is None
            or data.card.masked
            or data.card.ours
            or not harsh(data.card.category, data.card.severity)
        ):
            return None
        window = self._window
        here = window.isActiveWindow() and window.pages.currentWidget() is self._queue
        return data if here and not self._queue.covered else None

    def _look(self) -> None:
        data = self._in_front()
        if data is None:
            self._timer.stop()
            self._watched = None
        elif self._watched is None or self._watched.card.id != data.card.id:
            self._watched = data
            self._timer.start()
        else:
            self._watched = data

    def _read_long_enough(self) -> None:
        watched, data = self._watched, self._in_front()
        if watched is not None and data is not None and data.card.id == watched.card.id:
            self._count(data)

    def _decided(self, comment: int) -> None:
        """Who decides on unmasked words has read them, however fast."""
        watched = self._watched
        if watched is not None and watched.card.id == comment:
            self._count(watched)
        self._timer.stop()
        self._watched = None
        self._soon()

    def _left(self) -> None:
        self._timer.stop()
        QTimer.singleShot(0, self, self._forget_left)
        self._soon()

    def _forget_left(self) -> None:
        """Another comment is wanted. A decision on the last one may still be on its way: it is told at once after."""
        watched = self._watched
        if watched is not None and watched.card.id != self._queue.opening.wanted:
            self._watched = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window came to the front, or left it: what nobody looks at is not read."""
        if event.type() == QEvent.Type.ActivationChange:
            QTimer.singleShot(0, self, self._look)
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ counting

    def _count(self, data: DetailData) -> None:
        category = data.card.category
        if not self.counter.take(int(data.card.id), data.revision, category):
            return
        self._unsent[category] = self._unsent.get(category, 0) + 1
        self._due = self._due or self.counter.offers(self._limit)
        self._keep(partial(one_more, day=self.counter.day, category=category))
        if sum(self._unsent.values()) >= BUNDLE:
            self.send()
        self._show()
        self.changed.emit()

    def _keep(self, work: Callable[[Own], Own]) -> None:
        """Change the person's own file, off the GUI thread; the count goes on where the disk refuses."""
        name = self._actor.name
        future = self._console.background(lambda _c: self._ledger.change(name, work))
        self._bridge.watch(future, self, self._loaded, self._not_kept)

    def _loaded(self, own: Own) -> None:
        """What the file says: other windows of the same person count into it too."""
        before = self.counter.state
        self.counter.state = own
        if own.without != before.without:
            self._queue.feed.set_without(own.without)
        self._show()
        self.changed.emit()

    def _not_kept(self, error: Exception) -> None:
        why = getattr(error, "strerror", None) or type(error).__name__
        words = translate("Wellbeing", "Your own count could not be kept on the disk ({why}).")
        self._window.status.say(words.format(why=why))

    def send(self) -> None:
        """Add what was read since the last time to the team's total: categories and numbers, no name."""
        if not self._unsent:
            return
        counts, self._unsent = self._unsent, {}
        now = int(self._clock())

        def back(_error: Exception) -> None:
            for category, number in counts.items():
                self._unsent[category] = self._unsent.get(category, 0) + number

        future = self._console.background(lambda c: c.exposure.add(counts, now))
        self._bridge.watch(future, self, None, back)

    def shut_down(self) -> None:
        """The window closes: what the team's total has not heard of goes there; nothing is watched any more."""
        self._timer.stop()
        self._bundle.stop()
        if self._unsent:
            counts, self._unsent = self._unsent, {}
            now = int(self._clock())
            self._console.background(lambda c: c.exposure.add(counts, now))

    # ------------------------------------------------------------------ the rail's foot

    @property
    def _limit(self) -> int:
        return self._preferences.settings.exposure_limit

    def _count_words(self) -> str:
        read, limit = self.counter.state.total, self._limit
        if not limit:
            return translate("Wellbeing", "Harsh texts read: {n}").format(n=say.number(read))
        words = translate("Wellbeing", "Harsh texts read: {n} of {limit}")
        return words.format(n=say.number(read), limit=say.number(limit))

    def words(self) -> str:
        """The person's count today, and whose it is."""
        return f"{self._count_words()}. {translate('Wellbeing', 'Only you see this.')}"

    def _show(self) -> None:
        aside = translate("Wellbeing", "Only you see this.")
        self._window.rail.set_exposure(self._count_words(), aside, self.counter.state.total, self._limit)

    def retranslate(self) -> None:
        """Words of the language shown."""
        self._show()
        self._count_left_out()
        if self.card is not None:
            self._word_card()

    def _preferences_changed(self) -> None:
        settings = self._preferences.settings
        if settings.mask_all != self._mask_all:
            self._mask_all = settings.mask_all
            self._queue.model.refresh_all()
            if self._queue.opening.wanted > 0:
                self._queue.reload(self._queue.opening.wanted)
        self.retranslate()

    def toggle_masks(self) -> None:
        """Mask harsh words everywhere, or only in the harshest comments."""
        everywhere = not self._preferences.settings.mask_all
        self._preferences.change(mask_all=everywhere)
        self._window.status.say(masks_words(everywhere))

    # ------------------------------------------------------------------ the limit

    def _soon(self) -> None:
        if self._due:
            QTimer.singleShot(0, self, self.offer)

    def offer(self) -> None:
        """Offer other work, between two comments: never over a text, a question or a reply that is being written."""
        queue = self._queue
        typing = isinstance(QApplication.focusWidget(), (QLineEdit, QPlainTextEdit))
        busy = typing or queue.replying.open or queue.covered or bool(queue.bar.asking)
        if not self._due or busy or self._window.pages.currentWidget() is not queue:
            return
        self._due = False
        self.counter.offered()
        self._keep(partial(offered_now, day=self.counter.day))
        name = self._actor.name
        future = self._console.background(lambda console: console.counts(name))
        self._bridge.watch(future, self, self._show_card, lambda _error: self._show_card({}))

    def _show_card(self, counts: dict[str, int]) -> None:
        from ui.views.limit_card import LimitCard

        queue = self._queue
        if queue.replying.open or queue.covered or queue.bar.asking:
            return
        if self.card is None:
            self.card = LimitCard(self._preferences.look)
            self.card.go_on.connect(queue.uncover)
            self.card.go_to.connect(self._go_to)
            self.card.resources.connect(lambda: self._window.run("app.support"))
        here = queue.feed.view
        self._other = [(view, counts[view]) for view in OTHER_WORK if counts.get(view) and view != here][:2]
        self._word_card()
        queue.cover(self.card)

    def _word_card(self) -> None:
        if self.card is not None:
            self.card.say(self.counter.state.total, self._other)

    def _go_to(self, view: str) -> None:
        self._queue.uncover()
        self._window.show_place(view)

    # ------------------------------------------------------------------ what a person does not want to see

    def set_without(self, categories: tuple[str, ...]) -> None:
        """Leave these categories out of one's own views of work from now on."""
        self.counter.state = _without(self.counter.state, categories)
        self._queue.feed.set_without(categories)
        self._keep(partial(_without, categories=categories))
        self.changed.emit()

    def _count_left_out(self) -> None:
        """How many comments of this view the person opted out of: said, so that nothing is unseen in silence."""
        without, view, name = self._queue.feed.without, self._queue.feed.view, self._actor.name
        if not without:
            self._queue.list.set_left_out("")
            return

        def count(console: Console) -> int:
            now = console.clock.now()

            def both(reading: Reading) -> int:
                every = reading.queues.count(view_filter(view, name, now))
                return every - reading.queues.count(view_filter(view, name, now, without))

            return console.store.snapshot(both)

        def tell(left_out: int) -> None:
            if view == self._queue.feed.view:
                self._queue.list.set_left_out(wellbeing_counted.left_out(left_out) if left_out > 0 else "")

        self._bridge.watch(self._console.background(count), self, tell, _silent)


def masks_words(everywhere: bool) -> str:
    """What stands in the palette and the strip."""
    if everywhere:
        return translate("Wellbeing", "Mask harsh words everywhere: on")
    return translate("Wellbeing", "Mask harsh words everywhere: off")


def _without(own: Own, categories: tuple[str, ...]) -> Own:
    return replace(own, without=categories)


def _silent(error: Exception) -> None:
    if not isinstance(error, VigieError):
        raise error
