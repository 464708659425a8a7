"""The band over the list, kept true: reads what is the matter off the GUI thread and puts it into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui import actions
from ui.i18n import format as say
from ui.i18n.history_counted import history
from ui.i18n.mark import translate
from ui.i18n.messages import error_text
from ui.i18n.words import platform_word
from ui.theme.icon_names import STATES
from ui.widgets.state_bar import StateBar, StateFace

if TYPE_CHECKING:
    from console.domain.events import Changed
    from console.runtime.app import Console
    from console.services.trouble import Trouble
    from ui.bridge import Bridge

ABOUT = ("channels", "outbox", "classifier", "lease")


class Troubles(QObject):
    """``asks`` carries the action of the table that a button of the band stands for."""

    asks = Signal(str)

    def __init__(self, console: Console, bridge: Bridge, bar: StateBar, parent: QObject) -> None:
        super().__init__(parent)
        self._console, self._bridge, self.bar = console, bridge, bar
        self._found: tuple[Trouble, ...] = ()
        self._away: dict[str, object] | None = None
        self._reading = self._again = self._closed = False

    def on_changed(self, changes: tuple[Changed, ...]) -> None:
        """Read again what the band speaks of."""
        for change in changes:
            if change.what == "classifier":
                away = str(change.extra.get("state", "")) == "away"
                self._away = dict(change.extra) if away else None
                self.show()
        if any(change.what in ABOUT for change in changes):
            self.read()

    def read(self) -> None:
        """Read on a reader thread."""
        if self._closed:
            return
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        self._bridge.watch(
            self._console.background(lambda c: c.troubles.now()), self, self._seen, self._failed
        )

    def stop(self) -> None:
        """The window closes: read nothing more."""
        self._closed = True

    def _seen(self, found: tuple[Trouble, ...]) -> None:
        self._reading = False
        self._found = found
        self.show()
        if self._again:
            self.read()

    def _failed(self, error: Exception) -> None:
        self._reading = False
        self._bridge.tasks.failed.emit(error)

    def show(self) -> None:
        """Put the gravest into the band, in the language shown."""
        if self._found:
            self.bar.show_face(face_of(self._found[0], len(self._found) - 1), self.asks.emit)
        elif self._away is not None:
            self.bar.show_face(_classifier_away(), self.asks.emit)
        else:
            self.bar.show_face(None)


def face_of(trouble: Trouble, more: int = 0) -> StateFace:
    """The words for one trouble; ``more`` of them stand behind it."""
    place = platform_word(trouble.kind) if trouble.kind != "practice" else trouble.name.capitalize()
    details = (
        "plugs-connected",
        translate("State", "Details"),
        actions.keycaps("app.channels"),
        "app.channels",
    )
    now = ("arrows-clockwise", translate("State", "Try now"), actions.keycaps("app.refresh"), "app.refresh")
    until = (
        translate("State", "Goes on at {time}.").format(time=say.clock_time(trouble.until))
        if trouble.until
        else ""
    )
    waiting = history.wait(trouble.waiting) if trouble.waiting else ""
    others = translate("State", "Other channels run.") if trouble.others else ""
    if trouble.code == "offline":
        line = (
            translate("State", "You can go on: {waiting}").format(
                waiting=_lower(history.wait_here(trouble.waiting))
            )
            if trouble.waiting
            else translate("State", "You can go on: what you decide waits here and leaves when it is back.")
        )
        return StateFace(STATES["offline"], translate("State", "No network"), line, "warning", (now,))
    if trouble.code == "limited":
        title = translate("State", "{channel} asks us to wait").format(channel=place)
        return StateFace(STATES["limited"], title, _join(until, waiting, others), "warning", (details,))
    if trouble.code == "auth":
        sign_in = ("key", translate("State", "Sign in"), actions.keycaps("app.channels"), "app.channels")
        title = translate("State", "{channel} wants a new sign-in").format(channel=place)
        since = (
            translate("State", "Since {time} nothing comes in. Not the same as calm.").format(
                time=say.clock_time(trouble.since)
            )
            if trouble.since
            else translate("State", "Nothing comes in. Not the same as calm.")
        )
        return StateFace(STATES["sign_in"], title, _join(since, waiting), "danger", (sign_in,))
    if trouble.code == "unreached":
        title = translate("State", "{channel} does not answer").format(channel=place)
        return StateFace(STATES["offline"], title, _join(until, waiting, others), "warning", (now,))
    text = error_text(trouble.error, {**trouble.params, "channel": place})
    title = f"{place}: {text.what}"
    line = _join(waiting if waiting else text.became, until, others)
    return StateFace(STATES["failed"], title, line, "danger", (details,) if not more else (details, now))


def _classifier_away() -> StateFace:
    ways = (("robot", translate("State", "Details"), (), "app.classifier"),)
    line = translate("State", "Comments still come, by time. It is started again by itself.")
    return StateFace("robot", translate("State", "No verdicts just now"), line, "warning", ways)


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
