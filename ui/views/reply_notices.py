"""What stands above the reply editor: what the guard says, and that somebody else has begun a reply."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from console.policy.said import short
from ui import actions
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.widgets.buttons import ActionButton, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from console.store import KeptDraft
    from ui.theme.look import Look
    from ui.widgets.notice import Notice


class Notices(QScrollArea):
    """What stands above the editor, one under the other: whole while there is room, else it scrolls and nothing is cut.

    ``grown``: it has more to say than before.
    """

    grown = Signal()

    def __init__(self, look: Look, widgets: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._inner = QWidget()
        self._widgets = tuple(widgets)
        self._room = 0
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        for one in widgets:
            self._column.addWidget(one)
            one.installEventFilter(self)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._inner.setAutoFillBackground(False)
        self.fit()

    def fit(self) -> None:
        """Take the height that the words need at this width; none at all where nothing is said."""
        before = self.wanted
        self._column.setSpacing(self.look.px(6))
        shown = [one for one in self._widgets if not one.isHidden()]
        self.setVisible(bool(shown))
        if shown:
            width = max(self.width(), self.look.px(200))
            wanted = sum(
                one.heightForWidth(width) if one.hasHeightForWidth() else one.sizeHint().height()
                for one in shown
            ) + self._column.spacing() * (len(shown) - 1)
            self.setMaximumHeight(wanted)
            self._hold()
            self._inner.setMinimumHeight(wanted)
            if wanted > before:
                self.grown.emit()

    @property
    def least(self) -> int:
        """The height below which nothing of it could be read, in pixels."""
        return min(self.wanted, self.look.px(64))

    def give(self, room: int) -> None:
        """So many pixels stand free for it: the editor gives way down to what it needs before a word here scrolls."""
        self._room = room
        self._hold()

    def _hold(self) -> None:
        self.setMinimumHeight(max(min(self.wanted, self._room), self.least))

    @property
    def wanted(self) -> int:
        """How high it would be with all its words, in pixels; 0 while nothing is said."""
        return 0 if self.isHidden() else self.maximumHeight()

    def sizeHint(self) -> QSize:
        """All of it."""
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the words elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """One of them came, went, or says something else."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest):
            self.fit()
        return super().eventFilter(watched, event)


def show_guard(notice: Notice, look: Look, title: str, line: str, answer: Callable[[str], object]) -> None:
    """The guard stands against answering; ``answer`` takes keep, watch or category."""
    notice.show_notice("hand-palm", title, line)
    keep = ActionButton(
        look,
        "check",
        translate("ReplyBox", "Keep without reply"),
        actions.keycaps("decide.keep"),
        Kind.PRIMARY,
    )
    watch = ActionButton(
        look, "binoculars", translate("ReplyBox", "Watch until…"), actions.keycaps("decide.watch")
    )
    other = ActionButton(
        look, "tag", translate("Messages", "This is not a provocation"), actions.keycaps("look.category")
    )
    notice.set_buttons(
        [
            (keep, lambda: answer("keep")),
            (watch, lambda: answer("watch")),
            (other, lambda: answer("category")),
        ]
    )


def show_other_draft(
    notice: Notice,
    look: Look,
    draft: KeptDraft,
    me: str,
    take: Callable[[], object],
    keep: Callable[[], object],
) -> None:
    """Somebody else, or oneself in another window, has written here: take it over, or go on with one's own."""
    now = int(time.time())
    at = say.clock_time(draft.at) if say.days_between(draft.at, now) == 0 else say.moment(draft.at, now)
    if draft.by == me:
        title = translate("ReplyBox", "In another window of yours this reply went on at {time}.").format(
            time=at
        )
    else:
        title = translate("ReplyBox", "{name} began a reply here at {time}.").format(name=draft.by, time=at)
    quote = translate("ReplyBox", "“{text}”").format(text=short(" ".join(draft.text.split()), 140))
    notice.show_notice("user", title, quote, tone="accent")
    notice.set_buttons(
        [
            (ActionButton(look, "arrow-bend-up-left", translate("ReplyBox", "Take it over")), take),
            (ActionButton(look, "check", translate("ReplyBox", "Keep mine")), keep),
        ]
    )
