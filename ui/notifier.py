"""From what changes in the workspace to the desktop: reads what could be told, asks the outlet, shows and opens.

What stood there when the window opened is not told: the person has just opened it. The number of what is manifestly
illegal or late follows for the tray.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from console.domain.errors import VigieError
from console.domain.vocabulary import NO_DUE, CommentState
from console.policy import fills
from console.services.views import view_filter
from console.store import QueueFilter, Reading
from ui.models.notice_words import notice_words
from ui.notifications import Event, Kind, Notice, Outlet, QuietHours, minutes

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.domain.events import Changed
    from console.runtime.app import Console
    from console.services.roles import Actor
    from ui.app import Preferences
    from ui.bridge import Bridge
    from ui.desktop import Way
    from ui.settings_file import Settings

TOLD_OF: Final = frozenset(
    {
        "comments_new",
        "comments",
        "verdicts",
        "proposals",
        "decisions",
        "channels",
        "outbox",
        "members",
        "policy",
    }
)
SETTLE_MS: Final = 1000
"""What arrives within a second is one notification."""
TICK_MS: Final = 20_000
MOST: Final = 200
"""Illegal comments looked at; the rest are in the queue."""


@dataclass(frozen=True, slots=True)
class News:
    """What could be told now, and ``urgent``: how many are manifestly illegal or late."""

    events: tuple[Event, ...]
    urgent: int


def read_news(reading: Reading, actor: Actor, now: int) -> News:
    """What could be told to ``actor`` at ``now`` (UTC epoch seconds)."""
    illegal = view_filter("illegal", actor.name, now)
    found = [
        Event(Kind.ILLEGAL, int(one.id), one.kind, one.due_at if one.due_at < NO_DUE else None)
        for one in reading.comments.rows(reading.queues.ids(illegal, MOST))
    ]
    for review in reading.decisions.reviews():
        if review.asked_by != actor.name and fills(actor.role.value, review.role):
            comment = reading.comments.get(review.comment_id)
            found.append(Event(Kind.REVIEW, review.comment_id, comment.kind if comment is not None else ""))
    found += [
        Event(Kind.SIGN_IN, int(one.id), one.kind)
        for one in reading.channels.all()
        if one.state == "auth" and not one.paused
    ]
    late = QueueFilter((CommentState.OPEN,), due_before=now, without=("manifestly_illegal",))
    return News(tuple(found), reading.queues.count(illegal) + reading.queues.count(late))


def hours_of(settings: Settings, until: int = 0) -> QuietHours:
    """The quiet hours of a person's settings, and until when they asked for quiet now."""
    begin, end = minutes(settings.quiet_from), minutes(settings.quiet_to)
    return QuietHours(settings.quiet, begin, end, settings.quiet_days, until)


class Notifier(QObject):
    """One per window. ``opens`` carries kind and id of what a click asks for, ``urgent`` the tray's number."""

    opens = Signal(str, int)
    urgent = Signal(int)
    quiet_changed = Signal()

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        preferences: Preferences,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        """``clock`` gives UTC epoch seconds."""
        super().__init__(parent)
        self._console, self._bridge, self._actor = console, bridge, actor
        self._preferences, self._clock = preferences, clock
        self.outlet = Outlet(hours_of(preferences.settings), preferences.settings.notify)
        self.way: Way | None = None
        self._opened_at_first = False
        self._reading = self._again = self._closed = False
        self._shown: list[Notice] = []
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._read)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._read)
        self._tick.start()
        bridge.changed.connect(self._on_changed)
        preferences.changed.connect(self._preferences_changed)
        self._read()

    def use(self, way: Way | None) -> None:
        """Show through ``way`` from now on; None: tell nothing."""
        if self.way is not None:
            self.way.close()
        self.way = way
        if way is not None:
            way.clicked.connect(self._clicked)

    def incident(self, number: int) -> None:
        """An incident was proposed or declared: for the crisis room to call."""
        self.outlet.offer(Event(Kind.INCIDENT, number))
        self.tell()

    def quiet_until_morning(self) -> int:
        """No ordinary notification until the quiet hours end next; when that is (UTC epoch seconds)."""
        until = self.quiet_end()
        self.outlet.hours = hours_of(self._preferences.settings, until)
        self.quiet_changed.emit()
        return until

    def loud_again(self) -> None:
        """Take that back."""
        self.outlet.hours = hours_of(self._preferences.settings)
        self.quiet_changed.emit()
        self.tell()

    def quiet_end(self) -> int:
        """When a quiet asked for now would end."""
        return self.outlet.hours.next_end(int(self._clock()))

    @property
    def quiet_now(self) -> bool:
        """Whether a quiet of once was asked for and still runs."""
        return int(self._clock()) < self.outlet.hours.until

    def tell(self) -> None:
        """Show what may be shown now."""
        if self.way is None or self._closed:
            return
        now = int(self._clock())
        notice = self.outlet.due(now)
        if notice is not None:
            self._shown.append(notice)
            title, body = notice_words(notice, now)
            self.way.show(len(self._shown) - 1, title, body)

    def shut_down(self) -> None:
        """The window closes."""
        self._closed = True
        self._settle.stop()
        self._tick.stop()
        self.use(None)

    def _clicked(self, token: int) -> None:
        if not self._closed and 0 <= token < len(self._shown):
            first = self._shown[token].first
            self.opens.emit(first.kind.value, first.id)

    def _preferences_changed(self) -> None:
        settings = self._preferences.settings
        self.outlet.on = settings.notify
        self.outlet.hours = hours_of(settings, self.outlet.hours.until)
        self.quiet_changed.emit()
        self.tell()

    def _on_changed(self, changes: tuple[Changed, ...]) -> None:
        if any(one.what in TOLD_OF for one in changes) and not self._settle.isActive() and not self._closed:
            self._settle.start()

    def _read(self) -> None:
        if self._closed:
            return
        if self._reading:
            self._again = True
            return
        self._reading = True
        actor, now = self._actor, int(self._clock())
        future = self._console.background(
            lambda console: console.store.snapshot(partial(read_news, actor=actor, now=now))
        )
        self._bridge.watch(future, self, self._arrived, self._not_read)

    def _arrived(self, news: News) -> None:
        self._reading = False
        for kind in (Kind.ILLEGAL, Kind.REVIEW, Kind.SIGN_IN):
            self.outlet.keep_only(kind, frozenset(one.id for one in news.events if one.kind is kind))
        for event in news.events:
            self.outlet.offer(event) if self._opened_at_first else self.outlet.known(event)
        self._opened_at_first = True
        self.urgent.emit(news.urgent)
        self.tell()
        if self._again:
            self._again = False
            self._settle.start()

    def _not_read(self, error: Exception) -> None:
        self._reading = False
        if not isinstance(error, (VigieError, OSError)):
            raise error
