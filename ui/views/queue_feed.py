"""What the list shows: the ids of a view, read off the GUI thread, and arrivals that wait behind a bar."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from console.runtime.app import Console
from console.services.roles import Actor
from console.services.views import view_filter
from ui import actions
from ui.bridge import Bridge
from ui.i18n.counted import counted
from ui.i18n.mark import translate
from ui.i18n.words import platform_word, view_word
from ui.views.queue_list import QueueList
from ui.widgets.buttons import ActionButton, Kind

LOOK_AGAIN_MS: Final = 400
"""However many records a pull brings, the order is read again at most this often."""
SLOW_MS: Final = 400


Question = tuple[str, str, int | None, str]
"""View, words, channel, order (empty: the view's own)."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A finished read: for which question, and the ids."""

    question: Question
    ids: array[int]
    channels: int = 1
    automatic: bool = False  # whether a rule of the policy in force hides by itself


class QueueFeed(QObject):
    """Owns view, search and channel filter. ``loaded`` carries (comment to stay on, row to fall back to)."""

    loaded = Signal(int, int)
    asks = Signal(str)

    def __init__(
        self, console: Console, bridge: Bridge, actor: Actor, pane: QueueList, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._console, self._bridge, self._actor, self._pane = console, bridge, actor, pane
        self.view = "inbox"
        self.text = ""
        self.order = ""
        self.channel: int | None = None
        self._channel_name = ""
        self._fresh: array[int] | None = None
        self._asked = False
        self._settled = False  # a person has moved in this list: nothing may jump any more
        self._gone: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._say_reading)
        pane.opened.connect(self._on_opened)
        self._loaded_once = False
        self._channels = 1
        self._automatic = False
        self._closed = False

    def _question(self) -> Question:
        return self.view, self.text, self.channel, self.order

    @property
    def ready(self) -> bool:
        """Whether the view asked for last is on the screen."""
        return self._loaded_once

    def _on_opened(self, comment: int) -> None:
        """A person moved: from now on arrivals wait."""
        if comment and self._loaded_once and self._pane.table.currentIndex().row() > 0:
            self._settled = True

    # ------------------------------------------------------------------ asking

    def show_view(self, view: str) -> None:
        """Another view, from its top, in its own order."""
        self.view = view
        self.order = ""
        self._start_over()

    def search(self, text: str) -> None:
        """Narrow by words; empty for all."""
        if text != self.text:
            self.text = text
            self._start_over()

    def set_channel(self, channel: int | None, name: str) -> None:
        """Narrow to one channel, or not."""
        self.channel, self._channel_name = channel, name
        self.retranslate()
        self._start_over()

    def _start_over(self) -> None:
        self._settled = False
        self._gone.clear()
        self._loaded_once = False
        self.retranslate()
        self._pane.new_bar.set_count(0)
        self.reload()

    def reload(self, keep: int = 0) -> None:
        """Read the view anew and show it, staying on ``keep`` (0: on the present comment once something is shown)."""
        self._fresh = None
        question = self._question()
        self._slow.start()
        future = self._console.background(lambda console: _read(console, self._actor.name, question))
        self._bridge.watch(future, self, lambda read: self._show(read, keep), self._failed)

    def _failed(self, error: Exception) -> None:
        self._slow.stop()
        self._bridge.tasks.failed.emit(error)

    def _show(self, read: _Read, keep: int) -> None:
        self._slow.stop()
        if read.question != self._question():
            return
        if not keep and self._loaded_once:
            keep = self._pane.current()
        row = max(self._pane.table.currentIndex().row(), 0)
        self._fresh = None
        self._channels, self._automatic = read.channels, read.automatic
        self._gone.discard(keep)
        self._pane.new_bar.set_count(0)
        self._pane.silently(lambda: self._pane.model.set_ids(read.ids))
        self._loaded_once = True
        self._say_state()
        self.loaded.emit(keep, row if keep else 0)

    def _say_reading(self) -> None:
        waiting = self._pane.model.rowCount()
        self._pane.header.count.set_text(
            counted.reading(waiting) if waiting else translate("Queue", "Reading…")
        )

    # ------------------------------------------------------------------ arrivals

    def stop(self) -> None:
        """The window closes: ask for nothing more."""
        self._closed = True
        self._timer.stop()
        self._slow.stop()

    def look_again(self) -> None:
        """Something may have come or changed places: read the order again soon."""
        if not self._timer.isActive() and not self._closed:
            self._timer.start()

    def _look(self) -> None:
        if self._asked:
            self._timer.start()
            return
        self._asked = True
        question = self._question()
        future = self._console.background(lambda console: _read(console, self._actor.name, question))
        self._bridge.watch(future, self, self._compare, self._look_failed)

    def _look_failed(self, error: Exception) -> None:
        self._asked = False
        self._bridge.tasks.failed.emit(error)

    def _compare(self, read: _Read) -> None:
        """Show at once what nobody has begun to read; else count what is new and let it wait."""
        self._asked = False
        if read.question != self._question():
            return
        if read.ids == self._pane.model.ids():
            if read.automatic != self._automatic:
                self._automatic = read.automatic
                self._say_state()
            return
        if not self._settled or not self._pane.model.rowCount():
            self._loaded_once = self._settled
            self._show(read, 0)
            return
        known = set(self._pane.model.ids())
        new = sum(1 for one in read.ids if one not in known and one not in self._gone)
        self._fresh = read.ids
        self._pane.new_bar.set_count(new)
        self._say_state(len(read.ids))

    def show_new(self) -> None:
        """Home: let in what waited, and go to the top."""
        self._settled = False
        if self._fresh is not None:
            self._loaded_once = False
            self._show(_Read(self._question(), self._fresh, self._channels, self._automatic), 0)
        elif self._pane.model.rowCount():
            self._pane.make_current(0, 0)

    def taken(self, comment: int) -> None:
        """A comment was decided and left the list."""
        self._gone.add(comment)
        self._settled = True
        self._say_state()

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Title, filter and order in the language shown."""
        every = translate("Queue", "All channels")
        self._pane.filter_link.set_face("funnel-simple", self._channel_name or every)
        order = self._order_words(self.order or ("newest" if self.view in ("done", "all") else "severity"))
        self._pane.order_link.set_face("caret-down", order)
        self._say_state()

    @staticmethod
    def _order_words(order: str) -> str:
        if order == "newest":
            return translate("Queue", "Newest first")
        if order == "oldest":
            return translate("Queue", "Oldest first")
        return translate("Queue", "Severity, then due")

    def _title(self) -> str:
        return (
            translate("Queue", "Search: “{text}”").format(text=self.text)
            if self.text
            else view_word(self.view)
        )

    def _say_state(self, count: int | None = None) -> None:
        shown = self._pane.model.rowCount()
        self._pane.set_title(self._title(), shown if count is None else count)
        if not self._loaded_once or shown:
            self._pane.show_list(True)
            return
        self._pane.show_list(False)
        look = self._pane.look
        if self.text:
            every = ActionButton(look, "magnifying-glass", translate("Queue", "Show all of the view"))
            self._pane.empty.show_state(
                "magnifying-glass",
                translate("Queue", "Nothing found for “{text}”").format(text=self.text),
                translate("Queue", "Searched the texts of this view."),
                [(every, lambda: self.search(""))],
            )
            return
        if not self._channels:
            self._say_no_channel()
            return
        if self.view == "automatic":
            self._say_none_automatic()
            return
        later = ActionButton(look, "bell-z", translate("Queue", "Look at what was put off"))
        pull = ActionButton(
            look, "arrows-clockwise", actions.word("app.refresh"), actions.keycaps("app.refresh")
        )
        ways = [(pull, lambda: self.asks.emit("app.refresh"))]
        if self.view != "snoozed":
            ways.append((later, lambda: self.asks.emit("view.snoozed")))
        self._pane.empty.show_state(
            "lighthouse",
            translate("Queue", "All is read"),
            translate("Queue", "Nothing waits in this view."),
            ways,
        )

    def _say_none_automatic(self) -> None:
        policy = ActionButton(
            self._pane.look, "scales", actions.word("app.policy"), actions.keycaps("app.policy")
        )
        if self._automatic:
            line = translate(
                "Queue", "Only comments that come in from now on, by rules whose policy says auto = hide."
            )
        else:
            line = translate(
                "Queue",
                "No rule hides by itself. A lead switches it on in the policy: Form, Rules, “Hide without asking”.",
            )
        self._pane.empty.show_state(
            "robot",
            translate("Queue", "Nothing hidden by the console"),
            line,
            [(policy, lambda: self.asks.emit("app.policy"))],
        )

    def _say_no_channel(self) -> None:
        look = self._pane.look
        connect = ActionButton(
            look, "plugs-connected", translate("Queue", "Connect a channel"), kind=Kind.PRIMARY
        )
        bring_in = ActionButton(look, "tray-arrow-down", actions.word("app.import"))
        practice = ActionButton(look, "graduation-cap", translate("Queue", "Try the practice network"))
        self._pane.empty.show_state(
            "plugs",
            translate("Queue", "No channel yet"),
            translate("Queue", "Connect one, import a file, or try the practice network."),
            [
                (connect, lambda: self.asks.emit("app.channels")),
                (bring_in, lambda: self.asks.emit("app.import")),
                (practice, self._try_practice),
            ],
        )

    def _try_practice(self) -> None:
        """The practice channel; the engine pulls it by itself."""
        actor = self._actor
        future = self._console.background(lambda console: console.ensure_practice(actor))
        self._bridge.watch(future, self, lambda _channel: self.reload())

    # ------------------------------------------------------------------ menus

    def choose_channel(self) -> None:
        """F: which channel to show."""
        future = self._console.background(lambda console: console.store.read(lambda r: r.channels.all()))

        def show(channels: object) -> None:
            menu = QMenu(self._pane)
            every = menu.addAction(translate("Queue", "All channels"))
            every.triggered.connect(lambda: self.set_channel(None, ""))
            for channel in channels if isinstance(channels, (list, tuple)) else ():
                name = channel.name if channel.kind != "practice" else platform_word("practice")
                action: QAction = menu.addAction(name)
                action.triggered.connect(
                    lambda _checked=False, chosen=int(channel.id), shown=name: self.set_channel(chosen, shown)
                )
            link = self._pane.filter_link
            menu.popup(link.mapToGlobal(QPoint(0, link.height())))
            menu.aboutToHide.connect(menu.deleteLater)

        self._bridge.watch(future, self, show)

    def choose_order(self) -> None:
        """Severity and deadline for work, by time for looking back."""
        menu = QMenu(self._pane)
        for order in ("severity", "newest", "oldest"):
            action = menu.addAction(self._order_words(order))
            action.triggered.connect(lambda _checked=False, chosen=order: self.set_order(chosen))
        link = self._pane.order_link
        menu.popup(link.mapToGlobal(QPoint(0, link.height())))
        menu.aboutToHide.connect(menu.deleteLater)

    def set_order(self, order: str) -> None:
        """Show the view in another order, from its top."""
        self.order = order
        self._start_over()


def _read(console: Console, actor: str, question: Question) -> _Read:
    """On a reader thread."""
    view, text, channel, order = question
    wanted = view_filter(view, actor, console.clock.now())
    wanted = replace(wanted, text=text, channel_id=channel, order=order or wanted.order)
    ids, channels = console.store.read(
        lambda reading: (reading.queues.ids(wanted), len(reading.channels.all()))
    )
    automatic = view == "automatic" and any(rule.auto == "hide" for rule in console.policy().rules)
    return _Read(question, ids, channels, automatic)
