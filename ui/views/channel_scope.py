"""Connecting, fourth step: what to watch besides our own posts, and how far back the first import goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.i18n.connect_counted import connect_counted
from ui.views.channel_watch import WatchTerms
from ui.widgets.base import Text
from ui.widgets.buttons import RING_ROOM, ActionButton, Kind
from ui.widgets.fields import Choice
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Field, capped
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from console.domain.ports import PlatformSpec
    from ui.theme.look import Look

DAYS: Final = (7, 30, 90, 365)
USUAL_DAYS: Final = 30
ALL_DAYS: Final = 3650
"""Ten years: the furthest back that every platform's module takes."""


def scoped(spec: PlatformSpec) -> bool:
    """Whether there is anything to choose for a platform."""
    return bool(spec.watches) or "history_days" in spec.options


class ChannelScope(QWidget):
    """What comes in; the buttons are led by whoever shows it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = look.px
        self._spec: PlatformSpec | None = None
        self.back = Field(look, Choice(look))
        self.watch = WatchTerms(look)
        self.watch_title = Text(look, "title")
        self.watch_line = Text(look, "body", "text-muted", wrap=True)
        self.notice = Notice(look)
        self.add = ActionButton(look, "check", kind=Kind.PRIMARY)
        self.change = ActionButton(look, "caret-left")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addLayout(capped(self.back, px(460)))
        parts: tuple[QWidget, ...] = (self.watch_title, self.watch_line, self.watch, self.notice)
        for widget in parts:
            column.addWidget(widget)
        row = FlowLayout(px(4))
        row.setContentsMargins(-px(RING_ROOM), px(4), 0, 0)
        row.addWidget(self.add)
        row.addWidget(self.change)
        column.addLayout(row)
        column.addStretch(1)
        self.notice.hide()

    @property
    def days(self) -> Choice:
        """How far back, as a number of days."""
        assert isinstance(self.back.field, Choice)
        return self.back.field

    def show_platform(self, spec: PlatformSpec) -> None:
        """What this platform leaves to choose; the same one again keeps what was chosen."""
        self.notice.hide()
        fresh = self._spec is None or self._spec.kind != spec.kind
        self._spec = spec
        self.back.setVisible("history_days" in spec.options)
        for widget in (self.watch_title, self.watch_line, self.watch):
            widget.setVisible(bool(spec.watches))
        if fresh:
            self.days.set_key(str(USUAL_DAYS))
            self.watch.show_terms([], spec.watches)

    def forget(self) -> None:
        """Begin anew with the next platform."""
        self._spec = None
        self.watch.edit.clear()
        self.watch.show_terms([], ())

    def options(self) -> dict[str, Any]:
        """What was chosen, as options of the channel. A term still in the line counts."""
        spec = self._spec
        if spec is None:
            return {}
        found: dict[str, Any] = {}
        if "history_days" in spec.options:
            found["history_days"] = int(self.days.key() or USUAL_DAYS)
        if spec.watches:
            self.watch.take()
            if self.watch.terms:
                found["watches"] = [dict(one) for one in self.watch.terms]
        return found

    @property
    def unfinished(self) -> bool:
        """Whether a term is written that cannot be watched."""
        return self._spec is not None and bool(self._spec.watches) and bool(self.watch.edit.text().strip())

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.days.set_choices(
            [(str(one), connect_counted.days(one)) for one in DAYS]
            + [(str(ALL_DAYS), self.tr("All that the platform gives"))]
        )
        if not self.days.key():
            self.days.set_key(str(USUAL_DAYS))
        self.back.set_words(
            self.tr("How far back"),
            self.tr("The first import. The clock of older comments starts when they come in."),
        )
        self.watch_title.setText(self.tr("What else to watch"))
        self.watch_line.setText(
            self.tr("What is found comes into the queue as a mention, not as a comment under your posts.")
        )
        self.watch.retranslate()
        self.add.set_face("check", self.tr("Add this channel"))
        self.change.set_face("caret-left", self.tr("Back"))
