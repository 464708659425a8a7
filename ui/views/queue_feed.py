"""What the list shows: the ids of a view, read off the GUI thread, and arrivals that wait behind a bar."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QMenu

from console.services.narrowing import Narrowing
from console.services.views import SAVED
from console.store.filters import ORDERS
from ui.delegates.visible_text import plain_name
from ui.i18n.counted import counted
from ui.i18n.mark import translate
from ui.i18n.words import view_word
from ui.retiring import retire
from ui.views import queue_empty
from ui.views.queue_empty import DayFacts
from ui.views.queue_reading import Before, Question, Read, read_list, without

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from console.runtime.app import Console
    from console.services.alike_views import Group
    from console.services.roles import Actor
    from console.services.saved_views import SavedView
    from ui.bridge import Bridge
    from ui.views.queue_list import QueueList

LOOK_AGAIN_MS: Final = 400
"""However many records a pull brings, the order is read again at most this often."""
LOOK_SHARE: Final = 10
"""... and a read may take one part in ten of the time: that of a million rows would work beside every key pressed."""
LONGEST_LOOK_MS: Final = 5000
SLOW_MS: Final = 400


class QueueFeed(QObject):
    """Owns view, search and channel filter. ``loaded`` carries (comment to stay on, row to fall back to)."""

    loaded = Signal(int, int)
    asks = Signal(str)
    narrowed = Signal()
    words_dropped = Signal()
    words_now = Signal(str)  # the words of the search, changed from elsewhere than its field
    left_out = Signal()

    def __init__(
        self, console: Console, bridge: Bridge, actor: Actor, pane: QueueList, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._console, self._bridge, self._actor, self._pane = console, bridge, actor, pane
        self.view = "inbox"
        self.text = ""
        self.by = Narrowing()
        self.saved: Mapping[str, SavedView] = {}
        self.places: Mapping[int, str] = {}
        self.cut = False
        self._drops: tuple[tuple[str, int], ...] = ()
        self.filter_word: Callable[[str], str] = str  # a condition's facet -> its words
        self.without: tuple[str, ...] = ()
        self.group: int | None = None
        self.category = ""
        self.folded = True
        self.groups: dict[int, Group] = {}
        self.author: int | None = None
        self._author_name = ""
        self._fresh: Read | None = None
        self._asked = False
        self._settled = False  # a person has moved in this list: nothing may jump any more
        self._gone: dict[int, int] = {}  # decided here -> how many reads had begun by then
        self._placed: set[int] = set()  # put into the list for another of its group
        self._reads = 0  # begun
        self._shown = 0  # the number of the read that is shown
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
        self._missed = False  # the list asked for could not be read
        self._closed = False
        self.day: Callable[[], DayFacts] = DayFacts
        self._back_to = (0, 0)  # where the person was before a group was opened

    def _question(self) -> Question:
        return Question(
            self.base, self.text, self.by, self.without, self.group, self.author, self.category, self.folded,
        )  # fmt: skip

    @property
    def base(self) -> str:
        """The built-in view behind what is shown."""
        held = self.saved.get(self.view)
        return held.view if held is not None else "inbox" if self.view.startswith(SAVED) else self.view

    @property
    def kept_by(self) -> Narrowing:
        """What would be kept as a view now: the conditions, with the words of the search."""
        return replace(self.by, text=f"{self.by.text} {self.text}".strip())

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
        held = self.saved.get(view)
        self.by = held.by if held is not None else Narrowing()
        self.author, self._author_name = None, ""
        self.group, self.category = None, ""
        self._start_over()

    def show_author(self, author: int, name: str) -> None:
        """Everything kept of one author, newest first, until another view is shown."""
        self.view, self.text, self.by = "all", "", Narrowing()
        self.group, self.category = None, ""
        self.author, self._author_name = author, name
        self._start_over()

    def search(self, text: str) -> None:
        """Narrow by words; empty for all."""
        if text != self.text:
            self.text = text
            self._start_over()

    def narrow(self, by: Narrowing) -> None:
        """Narrow the view by other conditions, from its top."""
        if by != self.by:
            self.by = by
            self._start_over()

    def set_without(self, categories: tuple[str, ...]) -> None:
        """Leave these categories out of the views of work (not out of a view of just that category)."""
        if categories != self.without:
            self.without = categories
            self.left_out.emit()
            self._start_over()

    def show_group(self, group: int | None, category: str = "", keep: int = 0, row: int = 0) -> None:
        """One group of near-duplicates as a list of its own; None for the view again, near ``keep`` or ``row``."""
        if (group, category) != (self.group, self.category):
            self.group, self.category = group, category
            self._back_to = (keep, row)
            self._start_over()

    def fold(self, folded: bool) -> None:
        """Let near-duplicates stand as one, or each by itself."""
        if folded != self.folded:
            self.folded = folded
            self.group, self.category = None, ""
            self._start_over()

    def _start_over(self) -> None:
        self._settled = False
        self._gone.clear()
        self._loaded_once = False
        self.retranslate()
        self.narrowed.emit()
        self._pane.new_bar.set_count(0)
        self.reload()

    def reload(self, keep: int = 0) -> None:
        """Read the view anew and show it, staying on ``keep`` (0: on the present comment once something is shown)."""
        self._fresh, self._missed = None, False
        question, number = self._question(), self._begin()
        self._slow.start()
        if not self._loaded_once:
            self._pane.plain_rows.wait()
        future = self._console.background(lambda console: read_list(console, self._actor, question, number))
        self._bridge.watch(future, self, lambda read: self._show(read, keep), self._failed)

    def _begin(self) -> int:
        self._reads += 1
        return self._reads

    def read_missed(self) -> None:
        """A list that could not be read is asked for again, for who does nothing meanwhile."""
        if self._missed and not self._closed:
            self.reload()

    def _failed(self, error: Exception) -> None:
        self._missed = True
        self._slow.stop()
        self._pane.plain_rows.over()
        self._bridge.tasks.failed.emit(error)

    def _show(self, read: Read, keep: int) -> None:
        self._slow.stop()
        if read.question != self._question():
            return
        self._pane.plain_rows.over()
        if not keep and self._loaded_once:
            keep = self._pane.current()
        row = max(self._pane.table.currentIndex().row(), 0)
        self._fresh = None
        self._channels, self._automatic = read.channels, read.automatic
        if not keep and any(self._back_to):
            keep, row = self._back_to
        self._back_to = (0, 0)
        self._gone.pop(keep, None)
        ids, self.groups = without(read, self._gone)
        self._shown = read.number
        self._placed.clear()
        self.places, self.cut, self._drops = read.places, read.cut, read.drops
        self._pane.new_bar.set_count(0)
        self._pane.silently(lambda: self._pane.model.set_ids(ids))
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
        question, number = self._question(), self._begin()
        before = Before(self._shown, self._pane.model.lend_ids(), dict(self.groups))
        future = self._console.background(
            lambda console: read_list(console, self._actor, question, number, before)
        )
        self._bridge.watch(future, self, self._compare, self._look_failed)

    def _look_failed(self, error: Exception) -> None:
        self._asked = False
        self._bridge.tasks.failed.emit(error)

    def _compare(self, read: Read) -> None:
        """Show at once what nobody has begun to read; else count what is new and let it wait."""
        self._asked = False
        pause = int(read.seconds * 1000 * LOOK_SHARE)
        self._timer.setInterval(min(max(pause, LOOK_AGAIN_MS), LONGEST_LOOK_MS))
        before = read.before
        if read.question != self._question() or before is None or read.number < self._shown:
            return
        if before.shown != self._shown:  # another list was put in place meanwhile
            self.look_again()
            return
        self._take_counts(read)
        if read.same and self._pane.model.ids() is before.ids:
            if read.automatic != self._automatic:
                self._automatic = read.automatic
                self._say_state()
            return
        if not self._settled or not self._pane.model.rowCount():
            self._loaded_once = self._settled
            self._show(read, 0)
            return
        self._fresh = read
        self._pane.new_bar.set_count(len(read.came - self._gone.keys() - self._placed))
        self._say_state(len(read.ids))

    def _take_counts(self, read: Read) -> None:
        """Groups in sight that have changed; one that was decided here since the read began stays as it is."""
        now = [one for one in read.regrouped if self._gone.get(one, 0) < read.number]
        for one in now:
            if one in read.groups:
                self.groups[one] = read.groups[one]
            else:
                self.groups.pop(one, None)
        self._pane.model.refresh(now)

    def show_new(self) -> None:
        """Home: let in what waited, and go to the top."""
        self._settled = False
        if self._fresh is not None:
            self._loaded_once = False
            self._show(self._fresh, 0)
        elif self._pane.model.rowCount():
            self._pane.make_current(0, 0)

    def settle(self) -> None:
        """A person is at work in this list: what arrives waits, and nothing is taken out."""
        self._settled = True

    def taken(self, comment: int) -> None:
        """A comment was decided and left the list."""
        self._gone[comment] = self._reads
        self._settled = True
        self._say_state()

    def placed(self, comment: int) -> None:
        """A comment of a group took the place of one that was decided: it is not new."""
        self._placed.add(comment)

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Title, filter and order in the language shown."""
        self._pane.filter_link.set_face("funnel-simple", translate("Queue", "Filter"))
        order = self._order_words(self.by.order or ("newest" if self.base in ("done", "all") else "severity"))
        self._pane.order_link.set_face("caret-down", order)
        self._say_state()

    @staticmethod
    def _order_words(order: str) -> str:
        if order == "newest":
            return translate("Queue", "Newest first")
        if order == "oldest":
            return translate("Queue", "Oldest first")
        if order == "reach":
            return translate("Queue", "Most followed first")
        return translate("Queue", "Severity, then due")

    def _title(self) -> str:
        if self.author is not None:
            return plain_name(self._author_name)
        if self.group is not None:
            return counted.alike(self._pane.model.rowCount())
        if not self.text:
            return self.view_name()
        from console.services.typed_search import taken_apart

        words = taken_apart(self.text).words
        return translate("Queue", "Search: “{text}”").format(text=words) if words else self.view_name()

    def view_name(self) -> str:
        """The name of the view shown: a saved one's own."""
        held = self.saved.get(self.view)
        return held.name if held is not None else view_word(self.base)

    @property
    def comments(self) -> int:
        """How many comments the list holds, those behind others too."""
        return self._pane.model.rowCount() + self._folded_away(False)

    def _folded_away(self, fresh: bool) -> int:
        """How many comments stand behind others: the title counts comments, as the rail does."""
        groups = self._fresh.groups if fresh and self._fresh is not None else self.groups
        return sum(one.total - 1 for one in groups.values())

    def _say_state(self, count: int | None = None) -> None:
        shown = self._pane.model.rowCount()
        number = (shown if count is None else count) + self._folded_away(count is not None)
        self._pane.set_title(self._title(), number if self.group is None else None)
        if not self._loaded_once or shown:
            self._pane.show_list(True)
            return
        self._pane.show_list(False)
        if not self.text and not self.by.facets and not self._channels:
            queue_empty.no_channel(self._pane, self.asks.emit, self._try_practice)
        elif self.text or self.by.facets:
            ways = [(self.filter_word(facet), n, partial(self._drop, facet)) for facet, n in self._drops]
            wide = self.everywhere if self.narrowed_search else None
            queue_empty.nothing_found(self._pane, self.text, ways, self.leave_search, wide)
        elif self.view == "automatic":
            queue_empty.none_automatic(self._pane, self.asks.emit, hides=self._automatic)
        else:
            queue_empty.all_read(self._pane, self.asks.emit, view=self.view, **self.day())

    def _drop(self, facet: str) -> None:
        self.narrow(self.by.dropping(facet))

    def leave_search(self) -> bool:
        """The words go, in the search field too; False where there are none."""
        if not self.text:
            return False
        self.words_dropped.emit()
        self.search("")
        return True

    @property
    def narrowed_search(self) -> bool:
        """Whether words are looked for in one view, or under conditions: elsewhere there may be more."""
        return bool(self.text) and (self.base != "all" or bool(self.by.facets) or self.author is not None)

    def everywhere(self) -> None:
        """The same words among all comments, decided ones too."""
        self.view, self.by = "all", Narrowing()
        self.group, self.category = None, ""
        self._start_over()

    def _try_practice(self) -> None:
        """The practice channel; the engine pulls it by itself."""
        actor = self._actor
        future = self._console.background(lambda console: console.ensure_practice(actor))
        self._bridge.watch(future, self, lambda _channel: self.reload())

    # ------------------------------------------------------------------ menus

    def choose_order(self) -> None:
        """Severity and deadline for work, by time for looking back."""
        menu = QMenu(self._pane)
        for order in ORDERS:
            action = menu.addAction(self._order_words(order))
            action.triggered.connect(lambda _checked=False, chosen=order: self.set_order(chosen))
        link = self._pane.order_link
        menu.popup(link.mapToGlobal(QPoint(0, link.height())))
        menu.aboutToHide.connect(lambda one=menu: retire(one))

    def set_order(self, order: str) -> None:
        """Show the view in another order, from its top."""
        self.narrow(replace(self.by, order=order))
