"""One channel: how it is and what to do about it, what waits, what each action does there; pull, pause, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from console.connectors import registry
from ui.i18n.counted import counted
from ui.i18n.mark import translate
from ui.i18n.team_counted import team_counted
from ui.models.channel_words import (
    capability_heads,
    capability_rows,
    moment_words,
    next_words,
    platform_title,
    state_words,
)
from ui.models.connect_words import tested_words
from ui.theme.icon_names import platform_icon
from ui.views.channel_details import ChannelDetails
from ui.views.channel_removal import RemovalAsk
from ui.views.channel_result import SHARES, YIELDS
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import RING_ROOM, ActionButton, Kind
from ui.widgets.cells import CellTable
from ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from console.domain.comment import Channel
    from console.services.channel_desk import ChannelRow
    from console.services.roles import Actor
    from ui.theme.look import Look


class ChannelPage(Pane):
    """``pull_asked``, ``pause_asked`` and ``remove_asked`` carry the channel; removing asks here first.

    ``interval_asked`` adds seconds, ``watches_asked`` all watch terms as they are to be, ``option_asked`` the name of an
    option and its value.
    """

    pull_asked = Signal(object)
    pause_asked = Signal(object)
    remove_asked = Signal(object)
    import_asked = Signal(object)
    interval_asked = Signal(object, int)
    watches_asked = Signal(object, object)
    option_asked = Signal(object, str, object)

    def __init__(self, actor: Actor, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "surface", "t", parent)
        self._actor = actor
        self._row: ChannelRow | None = None
        self._now = 0
        self.title = IconText(look, "", "", role="page", weight=600, icon_px=22, text_color="text")
        self.state = IconText(look, "", "", role="body", icon_px=16)
        self.step = Text(look, "body", "text-muted", wrap=True)
        self.times = Text(look, "body", "text-muted", wrap=True)
        self.pull = ActionButton(look)
        self.pause = ActionButton(look)
        self.remove = ActionButton(look)
        self.ask = RemovalAsk(look)
        self.details = ChannelDetails(look)
        self.table_title = Text(look, "small", "text-muted", 600)
        self.table = CellTable(look, SHARES, chooses=False, yields=YIELDS)
        self.honest = IconText(look, "info", "", role="small")
        self.tested = Text(look, "small", "text-muted", wrap=True)
        inner = Pane(look)
        column = self._column = QVBoxLayout(inner)
        px = look.px
        column.setContentsMargins(px(24), px(16), px(24), px(16))
        column.setSpacing(px(6))
        buttons = FlowLayout(px(2))
        buttons.setContentsMargins(-px(RING_ROOM), px(4), 0, px(4))
        for button in (self.pull, self.pause, self.remove):
            buttons.addWidget(button)
        above: tuple[QWidget, ...] = (self.title, self.state, self.step, self.times)
        below: tuple[QWidget, ...] = (
            self.ask,
            self.details,
            self.table_title,
            self.table,
            self.honest,
            self.tested,
        )
        for widget in above:
            column.addWidget(widget)
        column.addLayout(buttons)
        for widget in below:
            column.addWidget(widget)
        column.addStretch(1)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 1, 0, 0)
        whole.addWidget(area)
        self.ask.hide()
        self.pull.clicked.connect(lambda _checked=False: self._pull())
        self.pause.clicked.connect(lambda _checked=False: self._tell(self.pause_asked))
        self.remove.clicked.connect(lambda _checked=False: self.ask_removal())
        self.ask.removed.connect(lambda: self._tell(self.remove_asked))
        self.ask.told.connect(lambda: self.reveal(self.ask))
        self.ask.left.connect(lambda: self.remove.setFocus(Qt.FocusReason.OtherFocusReason))
        self.details.interval_asked.connect(lambda seconds: self._tell(self.interval_asked, seconds))
        self.details.watches_asked.connect(lambda terms: self._tell(self.watches_asked, terms))
        self.details.option_asked.connect(lambda name, value: self._tell(self.option_asked, name, value))

    def put_above(self, *widgets: QWidget) -> None:
        """What is to be read first, above the channel: it scrolls with it, so that little room cuts nothing."""
        for place, widget in enumerate(widgets):
            self._column.insertWidget(place, widget)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to ``widget`` once it has its place; where it is too high, to what has the focus in it."""
        QTimer.singleShot(0, self, lambda: self._reveal(widget))

    def _reveal(self, widget: QWidget) -> None:
        self._area.ensureWidgetVisible(widget)
        focused = self.window().focusWidget()
        if widget.isAncestorOf(focused):
            self._area.ensureWidgetVisible(focused)

    @property
    def channel(self) -> Channel | None:
        """The channel shown."""
        return None if self._row is None else self._row.channel

    def show_row(self, row: ChannelRow | None, now: int) -> None:
        """Show another channel, or the same one as it is now."""
        before = self.channel
        self._row, self._now = row, now
        if row is None or before is None or before.id != row.channel.id:
            self.ask.hide()
        self.setVisible(row is not None)
        self._area.setAccessibleName("" if row is None else row.channel.name)
        if row is None:
            return
        channel = row.channel
        spec = registry.spec(channel.kind)
        self.title.set_text(f"{channel.name} · {platform_title(spec)}", platform_icon(channel.kind))
        state = state_words(channel)
        self.state.set_text(state.words, state.icon, state.color, "fill" if state.filled else None)
        waiting = waiting_words(row)
        step = " ".join(part for part in (state.step, waiting) if part)
        self.step.setText(step)
        self.step.setVisible(bool(step))
        self.times.setText(self._times(channel))
        self.setAccessibleName(f"{self.title.text}. {state.words}. {step}")
        self._say_buttons(channel)
        self.details.show_row(row, now, self._barred(channel))
        lacking = channel.account.get("lacking")
        self.table.set_rows(
            capability_heads(spec),
            capability_rows(spec, lacking if isinstance(lacking, dict) else None, channel.options),
        )
        self.table.fit_height()
        self.tested.setText(tested_words(spec))
        self.tested.setVisible(channel.kind not in ("file", "practice"))
        self.table.setAccessibleName(self.table_title.text())
        if before is None or before.id != channel.id:
            self._area.verticalScrollBar().setValue(0)

    def _times(self, channel: Channel) -> str:
        if channel.kind == "file":
            return translate("Channels", "Newest comment {newest}").format(
                newest=moment_words(channel.newest_at, self._now)
            )
        words = translate("Channels", "Last pull {last} · next {next} · newest comment {newest}")
        text = words.format(
            last=moment_words(channel.last_pull_at, self._now),
            next=next_words(channel, self._now),
            newest=moment_words(channel.newest_at, self._now),
        )
        return (
            f"@{channel.handle.lstrip('@')} · {channel.server}\n{text}"
            if channel.handle and channel.server
            else text
        )

    def _barred(self, channel: Channel) -> str:
        """Why this person may not change a channel; empty where they may."""
        needed = "import" if channel.kind in ("file", "practice") else "channel"
        return "" if self._actor.may(needed) else self.tr("This needs a lead.")

    def _say_buttons(self, channel: Channel) -> None:
        file = channel.kind == "file"
        self.pull.set_face(
            "tray-arrow-down" if file else "arrows-clockwise",
            self.tr("Import a newer file") if file else self.tr("Pull now"),
        )
        self.pull.set_kind(Kind.NORMAL)
        no = self._barred(channel)
        paused = self.tr("It is paused. Resume it first.") if channel.paused and not file else ""
        barred = "" if self._actor.may("import" if file else "pull") else self.tr("Your role only reads.")
        self.pull.set_inert(barred or paused)
        self.pause.setVisible(not file)
        self.pause.set_face(*(("play", self.tr("Resume")) if channel.paused else ("pause", self.tr("Pause"))))
        self.pause.set_inert(no)
        self.remove.set_face("trash-simple", self.tr("Remove…"))
        self.remove.set_inert(no)

    def ask_removal(self) -> None:
        """Say what removing means, and ask."""
        channel = self.channel
        if channel is None:
            return
        secret = (
            self.tr("Its password or token is deleted from the keyring.")
            if registry.spec(channel.kind).needs_secret
            else ""
        )
        kept = self.tr("Its comments, decisions and the log stay.")
        waiting = waiting_words(self._row) if self._row is not None else ""
        barred = "" if self._actor.may("erase") else self.tr("This needs a lead.")
        self.ask.ask(channel.name, " ".join(p for p in (secret, kept) if p), waiting, barred)

    def _pull(self) -> None:
        channel = self.channel
        if channel is not None:
            (self.import_asked if channel.kind == "file" else self.pull_asked).emit(channel)

    def _tell(self, signal: object, *more: object) -> None:
        channel = self.channel
        if channel is not None:
            signal.emit(channel, *more)  # type: ignore[attr-defined]

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.table_title.setText(self.tr("What each action does there"))
        self.honest.set_text(self.tr("From what is known of the platform; each comment may allow less."))
        self.ask.hide()
        self.details.retranslate()
        self.show_row(self._row, self._now)


def waiting_words(row: ChannelRow) -> str:
    """What waits for this channel, in a sentence; empty when nothing does."""
    parts = []
    if row.to_send:
        parts.append(counted.actions_waiting(row.to_send))
    if row.by_hand:
        parts.append(team_counted.by_hand(row.by_hand))
    if row.failed:
        parts.append(team_counted.failed(row.failed))
    return f"{', '.join(parts)}." if parts else ""
