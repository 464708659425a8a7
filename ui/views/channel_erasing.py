"""Erasing channels in the window: how far each is while one goes on working, and what is left of removed channels."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from console.connectors import registry
from console.domain.errors import KeyringUnavailable, VigieError
from ui.delegates.visible_text import isolated, plain_name
from ui.errors import describe, paragraph
from ui.i18n.erase_counted import erase_counted
from ui.i18n.mark import translate
from ui.views.channel_removal import RemovalAsk, parts_words
from ui.widgets.base import Pane
from ui.widgets.buttons import ActionButton
from ui.widgets.meter import Meter
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from console.domain.events import Changed
    from console.runtime.app import Console
    from console.services.erasing_channel import ChannelErasure
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.theme.look import Look
    from ui.views.channel_page import ChannelPage

Seen = tuple[list["ChannelErasure"], list[tuple[int, str]]]


class ChannelErasing(QScrollArea):
    """Above the list; no room where there is nothing to say, and what does not fit is scrolled. ``spoke`` is a sentence for
    the status strip.

    ``done`` tells that a channel was removed.
    """

    spoke = Signal(str)
    done = Signal()

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        actor: Actor,
        look: Look,
        page: ChannelPage,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._console, self._bridge, self._actor, self._look, self._page = console, bridge, actor, look, page
        self._now: list[ChannelErasure] = []
        self._left: list[tuple[int, str]] = []
        self._later = (0, "")  # the removed channel that is asked about
        self._faces: dict[Notice, tuple[tuple[str, int], ...]] = {}
        self._reading = self._again = False
        self.state = Notice(look, "accent")
        self.meter = Meter(look)
        self.rest = Notice(look, "warning")
        self.ask = RemovalAsk(look)
        px = look.px
        self._inner = Pane(look)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(px(16), px(10), px(16), px(6))
        column.setSpacing(px(6))
        for widget in (self.state, self.meter, self.rest, self.ask):
            column.addWidget(widget)
            widget.hide()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setWidget(self._inner)
        self.meter.setAccessibleName(translate("Channels", "How far the erasing is"))
        self.hide()
        page.ask.counted.connect(self._count_shown)
        page.ask.erased.connect(self._erase_shown)
        self.ask.counted.connect(lambda: self._count(self.ask, self._later[0]))
        self.ask.erased.connect(lambda call_off: self._erase(*self._later, call_off))
        self.ask.left.connect(self._kept)
        bridge.changed.connect(self._on_changed)
        self.read()

    # ------------------------------------------------------------------ reading

    def read(self) -> None:
        """Read off this thread how far everything is."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        actor = self._actor

        def work(console: Console) -> Seen:
            return console.erasures.now(), console.erasures.disconnected(actor)

        self._bridge.watch(self._console.background(work), self, self._read, self._not_read)

    def _read(self, seen: Seen) -> None:
        self._reading = False
        was = {one.channel_id for one in self._now if not one.done}
        self._now, left = seen
        busy = {one.channel_id for one in self._now}
        self._left = [one for one in left if one[0] not in busy]
        self._show()
        for one in self._now:
            if one.done and one.channel_id in was:
                self.spoke.emit(
                    translate("Channels", "{name} was erased. The log keeps its entries.").format(
                        name=_name(one.key)
                    )
                )
        if self._again:
            self._again = False
            self.read()

    def _not_read(self, error: Exception) -> None:
        self._reading = False
        if isinstance(error, VigieError):
            self.spoke.emit(paragraph(describe(error)))

    def _on_changed(self, changes: tuple[Changed, ...]) -> None:
        if {one.what for one in changes} & {"erasing", "channels"}:
            self.read()

    # ------------------------------------------------------------------ showing

    def _show(self) -> None:
        running = next((one for one in self._now if not one.done), None)
        ended = next((one for one in self._now if one.done), None)
        told = running or ended
        self.state.setVisible(told is not None)
        self.meter.setVisible(running is not None)
        if running is not None:
            self._show_running(running)
        elif ended is not None:
            self._show_ended(ended)
        asking = not self.ask.isHidden()
        self.rest.setVisible(bool(self._left) and not asking)
        if self._left and not asking:
            self._show_left()
        self.setVisible(told is not None or bool(self._left) or asking)
        self.updateGeometry()

    def _show_running(self, now: ChannelErasure) -> None:
        title = translate("Channels", "Erasing {name}").format(name=_name(now.key))
        aside = translate("Channels", "You can go on working. What is left goes on with the next start.")
        line = stage_words(now)
        self.state.show_notice("trash-simple", title, line, aside, "accent")
        self._put(self.state, [])
        self.meter.setAccessibleName(title)
        self.meter.show_share(now.counts.get("comments", 0), max(now.total, 1), line)

    def _show_ended(self, ended: ChannelErasure) -> None:
        title = translate("Channels", "{name} was erased").format(name=_name(ended.key))
        aside = translate("Channels", "The log keeps its entries, without words or names.")
        if not ended.rewritten:
            more = translate("Channels", "The file is free of remains once all windows on it are closed.")
            aside = f"{aside} {more}"
        self.state.show_notice("check-circle", title, parts_words(ended), aside, "accent")
        word, number = translate("Channels", "Understood"), ended.channel_id

        def read() -> None:
            self._console.erasures.seen(number)
            self.read()

        self._put(self.state, [("check", word, number, read)])

    def _show_left(self) -> None:
        title = translate("Channels", "Removed channels whose comments are still here")
        line = ", ".join(_name(key) for _, key in self._left)
        self.rest.show_notice("archive", title, line, "", "warning")
        buttons: list[tuple[str, str, int, Callable[[], object]]] = []
        for number, key in self._left[:5]:
            words = translate("Channels", "Erase {name}…").format(name=_name(key))
            buttons.append(("trash-simple", words, number, functools.partial(self._ask_later, number, key)))
        self._put(self.rest, buttons)

    def _put(self, notice: Notice, wanted: Sequence[tuple[str, str, int, Callable[[], object]]]) -> None:
        """Buttons of (icon, word, channel, what it does); those that are there stay: one of them may have the focus."""
        faces = tuple((word, number) for _, word, number, _ in wanted)
        if self._faces.get(notice) != faces:
            self._faces[notice] = faces
            notice.set_buttons([(ActionButton(self._look, icon, word), run) for icon, word, _, run in wanted])

    def _kept(self) -> None:
        """Back to the button that asked."""
        self._show()
        at = next((i for i, one in enumerate(self._left[:5]) if one[0] == self._later[0]), -1)
        if at >= 0:
            self.rest.buttons[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_later(self, number: int, key: str) -> None:
        self._later = (number, key)
        self.ask.ask(key.partition(":")[2], "", "", "", only=True)
        self._show()

    # ------------------------------------------------------------------ doing

    def _asked(self, ask: RemovalAsk) -> int:
        """The channel that is asked about there, 0 for none."""
        shown = self._page.channel
        if ask.isHidden():
            return 0
        return self._later[0] if ask is self.ask else 0 if shown is None else int(shown.id)

    def _count(self, ask: RemovalAsk, number: int) -> None:
        actor = self._actor
        future = self._console.background(lambda c: c.erasures.preview(number, actor))

        def found(seen: ChannelErasure) -> None:
            if self._asked(ask) == number:  # else another channel is asked about by now
                ask.show_found(seen)

        def failed(error: Exception) -> None:
            if self._asked(ask) == number:
                ask.not_found()
            self._not_read(error)

        self._bridge.watch(future, self, found, failed)

    def _count_shown(self) -> None:
        channel = self._page.channel
        if channel is not None:
            self._count(self._page.ask, int(channel.id))

    def _erase_shown(self, call_off: int) -> None:
        channel = self._page.channel
        if channel is not None:
            self._erase(int(channel.id), channel.key, call_off)

    def _erase(self, number: int, key: str, call_off: int) -> None:
        actor = self._actor
        kind = key.partition(":")[0]

        def work(console: Console) -> bool:
            console.erasures.start(number, actor, call_off=call_off)
            try:
                if registry.spec(kind).needs_secret:
                    console.secrets.sign_out(key, console.workspace_id)
            except KeyringUnavailable:
                return False
            return True

        self._bridge.watch(
            self._console.background(work),
            self,
            lambda kept: self._begun(number, key, kept),
            lambda error: self._not_begun(number, error),
        )

    def _begun(self, number: int, key: str, secret_gone: bool) -> None:
        for ask in self._asks(number):
            ask.hide()
        words = translate(
            "Channels", "{name} was removed. What was pulled from it is being erased; you can go on working."
        )
        if not secret_gone:
            words = translate(
                "Channels",
                "{name} was removed, but the keyring did not answer: delete its password there yourself.",
            )
        self.spoke.emit(words.format(name=_name(key)))
        self.done.emit()
        self.read()

    def _not_begun(self, number: int, error: Exception) -> None:
        self._not_read(error)
        for ask in self._asks(number):
            ask.not_found()

    def _asks(self, number: int) -> list[RemovalAsk]:
        """Where this channel, and not another one by now, is asked about."""
        return [ask for ask in (self.ask, self._page.ask) if self._asked(ask) == number]

    def sizeHint(self) -> QSize:
        """All of it, at the width there is."""
        wide = self.viewport().width()
        return QSize(self._look.px(200), self._inner.heightForWidth(wide) if wide > 0 else self._look.px(90))

    def minimumSizeHint(self) -> QSize:
        """A title with a line: the rest is scrolled where a small window holds large letters."""
        return QSize(self._look.px(100), min(self.sizeHint().height(), self._look.px(76)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; what was being asked is asked again in it."""
        if event.type() == QEvent.Type.LanguageChange:
            self.ask.hide()
            self._show()
        super().changeEvent(event)


def stage_words(now: ChannelErasure) -> str:
    """What is being done, and how far it is."""
    if now.stage in ("unsent", "comments"):
        return erase_counted.progress(now.total, now.counts.get("comments", 0))
    if now.stage == "file":
        return translate(
            "Channels", "The file is being rewritten. What you decide meanwhile is kept a moment later."
        )
    return translate("Channels", "The comments are gone. The search is being rewritten.")


def _name(key: str) -> str:
    return isolated(plain_name(key.partition(":")[2]))
