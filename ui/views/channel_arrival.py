"""The end of a first import: how many comments came in, and the way to where they wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.i18n.connect_counted import connect_counted
from ui.i18n.mark import translate
from ui.widgets.buttons import ActionButton, Kind
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.comment import Channel
    from console.runtime.app import Console
    from console.services.channel_desk import ChannelRow
    from ui.bridge import Bridge
    from ui.theme.look import Look


class Arrival(QWidget):
    """Hidden until the first import of a channel that was added here is over. ``queue_asked`` leads to the inbox."""

    queue_asked = Signal()
    shown = Signal()

    def __init__(self, console: Console, bridge: Bridge, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = Notice(look, "accent")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, look.px(6))
        around.addWidget(self.notice)
        self._console, self._bridge = console, bridge
        self._awaited = 0
        self._came: tuple[str, int] | None = None
        self.hide()

    def begin(self, channel: Channel, home: QWidget) -> None:
        """Wait for this channel's first import; ``home`` has the focus until a person takes it elsewhere."""
        self.end()
        if channel.last_pull_at is None:
            self._awaited, self._home = int(channel.id), home

    def end(self) -> None:
        """Nothing is waited for, or said, any more."""
        self._awaited, self._came = 0, None
        self.hide()

    def look_at(self, rows: Sequence[ChannelRow]) -> None:
        """What the channels are like now."""
        row = next((one for one in rows if int(one.channel.id) == self._awaited), None)
        if row is None or row.first_import is not None or row.channel.last_pull_at is None:
            return
        self._awaited = 0
        channel = row.channel
        future = self._console.background(lambda c: c.store.read(lambda r: r.channels.held(channel.id)))
        self._bridge.watch(future, self, lambda count: self._say(channel.name, count))

    def _say(self, name: str, count: int) -> None:
        self._came = name, count
        self.retranslate()
        self.show()
        self.shown.emit()
        if self.notice.buttons and QApplication.focusWidget() is self._home:
            self.notice.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Words of the language shown."""
        if self._came is None:
            return
        name, count = self._came
        if not count:
            self.notice.show_notice(
                "check-circle",
                translate("Channels", "{name} is connected. There was nothing to bring in yet.").format(
                    name=name
                ),
                translate("Channels", "New comments come in by themselves, into the inbox."),
            )
            self.notice.set_buttons([])
            return
        self.notice.show_notice(
            "check-circle",
            connect_counted.came_in(count).format(name=name),
            translate(
                "Channels", "They wait in the inbox, the most urgent first. New ones come in by themselves."
            ),
        )
        inbox = ActionButton(
            self.notice.look, "tray", translate("Channels", "Open the inbox"), kind=Kind.PRIMARY
        )
        self.notice.set_buttons([(inbox, self.queue_asked.emit)])
