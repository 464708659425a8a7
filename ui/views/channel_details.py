"""A channel's day to day: first import, budget, the end of its sign-in, remarks of the last pull, interval, watch terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.connectors import registry
from console.services.connecting import SHORTEST_INTERVAL
from ui.i18n import format as say
from ui.i18n.connect_counted import connect_counted
from ui.models.channel_words import budget_words, ends_words, remark_words
from ui.views.channel_offer import Offer
from ui.views.channel_watch import WatchTerms
from ui.widgets.base import IconText, Text
from ui.widgets.buttons import ActionButton
from ui.widgets.fields import Choice
from ui.widgets.form import Field, capped
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from console.domain.comment import Channel
    from console.services.channel_desk import ChannelRow
    from ui.theme.look import Look

INTERVALS: Final = (
    SHORTEST_INTERVAL,
    30,
    60,
    120,
    180,
    300,
    600,
    900,
    1800,
    3600,
    7200,
    21_600,
    43_200,
    86_400,
)
"""Seconds between two pulls that are offered; another one that is in force is offered too."""


class ChannelDetails(QWidget):
    """``interval_asked`` carries seconds, ``watches_asked`` all terms, ``option_asked`` an option and its value."""

    interval_asked = Signal(int)
    watches_asked = Signal(object)
    option_asked = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = look.px
        self.first = IconText(look, "tray-arrow-down", "", role="body", icon_px=16)
        self.budget = IconText(look, "gauge", "", role="body", icon_px=16)
        self.ends = IconText(look, "clock", "", role="body", icon_px=16)
        self.ends_step = Text(look, "body", "text-muted", wrap=True)
        self.remark = Notice(look)
        self.interval = Field(look, Choice(look))
        self.keep = ActionButton(look, "check")
        self.offer = Offer(look)
        self.watch_title = Text(look, "small", "text-muted", 600)
        self.watch = WatchTerms(look)
        self._channel: Channel | None = None
        self._barred = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(6))
        column.setSpacing(px(6))
        for widget in (self.first, self.budget, self.ends, self.ends_step, self.remark):
            column.addWidget(widget)
        self.interval.put_beside(self.keep)
        column.addLayout(capped(self.interval, px(380)))
        column.addWidget(self.offer)
        column.addWidget(self.watch_title)
        column.addWidget(self.watch)
        self.keep.hide()
        self.choice.activated.connect(lambda _place: self._chosen())
        self.keep.clicked.connect(lambda _checked=False: self._keep())
        self.watch.changed.connect(self.watches_asked)
        self.offer.changed.connect(self._offer_chosen)

    @property
    def choice(self) -> Choice:
        """How often the channel is pulled, in seconds."""
        assert isinstance(self.interval.field, Choice)
        return self.interval.field

    def show_row(self, row: ChannelRow, now: int, barred: str) -> None:
        """How the channel is now; ``barred`` is why this person may not change it."""
        channel = row.channel
        spec = registry.spec(channel.kind)
        other = self._channel is None or self._channel.id != channel.id
        self._channel, self._barred = channel, barred
        pulled = spec.pull_interval > 0
        self.first.setVisible(row.first_import is not None)
        if row.first_import is not None:
            self.first.set_text(connect_counted.so_far(row.first_import))
        budget = budget_words(channel, now)
        self.budget.setVisible(bool(budget))
        self.budget.set_text(budget)
        self._say_end(channel, now)
        self.interval.setVisible(pulled)
        if pulled:
            self._show_interval(
                int(channel.options.get("interval") or spec.pull_interval), barred, fresh=other
            )
        self._show_offer(channel, barred)
        watches = bool(spec.watches)
        self.watch_title.setVisible(watches)
        self.watch.setVisible(watches)
        if watches:
            if other:
                self.watch.edit.clear()
            self.watch.show_terms(channel.options.get("watches") or [], spec.watches, barred)

    def _say_end(self, channel: Channel, now: int) -> None:
        ends = ends_words(channel.account.get("expires_at"), now)
        self.ends.setVisible(ends is not None)
        if ends is not None:
            self.ends.set_text(ends.words, ends.icon, ends.color)
        self.ends_step.setVisible(ends is not None and bool(ends.step))
        self.ends_step.setText("" if ends is None else ends.step)
        remarks = remark_words(channel)
        self.remark.setVisible(bool(remarks))
        if remarks:
            self.remark.show_notice(
                "warning", self.tr("The last pull had remarks"), "\n".join(remarks), tone="warning"
            )

    def _show_offer(self, channel: Channel, barred: str) -> None:
        """What this account's token allows besides, and what is switched on already: it can be switched off."""
        told = channel.account.get("offers")
        offers = {
            str(one): str(lacks)
            for one, lacks in (told.items() if isinstance(told, dict) else ())
            if not lacks or channel.options.get(one) in (1, "1", True)
        }
        self.offer.show_offers(channel.kind, offers, channel.options, barred=barred)

    def _offer_chosen(self) -> None:
        self.option_asked.emit(self.offer.option, 1 if self.offer.on else 0)

    # ------------------------------------------------------------------ interval

    def _show_interval(self, seconds: int, barred: str, *, fresh: bool) -> None:
        open_ = not fresh and not self.keep.isHidden()
        if open_ and self.choice.key() != str(seconds):
            return  # a person is choosing: the news of a pull must not take the choice away
        self._fill(seconds)
        self.choice.set_key(str(seconds))
        self.choice.setEnabled(not barred)
        self.choice.setToolTip(barred)
        self.keep.hide()

    def _fill(self, seconds: int) -> None:
        offered = sorted({*INTERVALS, seconds})
        self.choice.set_choices([(str(one), say.span(one)) for one in offered])

    def _in_force(self) -> int:
        channel = self._channel
        if channel is None:
            return 0
        return int(channel.options.get("interval") or registry.spec(channel.kind).pull_interval)

    def _chosen(self) -> None:
        self.keep.setVisible(self.choice.key() != str(self._in_force()) and not self._barred)

    def _keep(self) -> None:
        if self.choice.key():
            self.keep.hide()
            self.choice.setFocus()
            self.interval_asked.emit(int(self.choice.key()))

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.interval.set_words(self.tr("Pulled every"))
        self.keep.set_face("check", self.tr("Use this"))
        self.watch_title.setText(self.tr("Watched besides the comments under your posts"))
        self.watch.retranslate()
        self.offer.retranslate()
        if self._channel is not None and registry.spec(self._channel.kind).pull_interval:
            kept = self.choice.key()
            self._fill(self._in_force())
            self.choice.set_key(kept)
