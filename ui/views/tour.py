"""The guided tour: seven notes beside what they speak of; Enter goes on, Esc ends it for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import actions
from ui.i18n.mark import translate
from ui.retiring import retire
from ui.widgets.base import Text
from ui.widgets.buttons import ActionButton, Kind
from ui.widgets.focus import give_back, held_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.theme.look import Look
    from ui.views.main_window import MainWindow

NOTE_WIDTH: Final = 380
GAP: Final = 12


@dataclass(frozen=True, slots=True)
class Stop:
    """One note: where it points, and what it says in the language shown."""

    target: Callable[[], QWidget | None]
    title: Callable[[], str]
    line: Callable[[], str]
    until: Callable[[], QWidget | None] = lambda: None
    """What begins where that ends which is spoken of; None: the target is all of it."""


def stops(window: MainWindow) -> tuple[Stop, ...]:
    """The seven notes of the queue, in the order in which a comment is worked on."""
    queue = window.queue

    def keys(*names: str) -> str:
        return ", ".join("+".join(actions.keycaps(name)) for name in names if actions.keycaps(name))

    return (
        Stop(
            lambda: queue.list.table,
            lambda: translate("Tour", "The queue"),
            lambda: translate(
                "Tour",
                "The most urgent comment stands on top. {keys} move through the list. This is an invented network: nothing you do here reaches anybody.",
            ).format(keys=keys("move.next", "move.previous")),
        ),
        Stop(
            lambda: queue.detail.thread_column,
            lambda: translate("Tour", "The comment, with what came before"),
            lambda: translate(
                "Tour", "Your keys act on the comment that is set large here, and on no other."
            ),
        ),
        Stop(
            lambda: queue.detail.why_title,
            lambda: translate("Tour", "Why"),
            lambda: translate(
                "Tour",
                "What was seen in the text, which rule of your policy spoke, what each action would do on this platform and whether it can be undone.",
            ),
            lambda: queue.detail.effects,
        ),
        Stop(
            lambda: queue.bar,
            lambda: translate("Tour", "One key decides"),
            lambda: translate(
                "Tour",
                "{keep} keeps, {hide} hides, {reply} replies. What cannot be undone asks for a second key. Blocking is the last step: the policy says what must come first.",
            ).format(keep=keys("decide.keep"), hide=keys("decide.hide"), reply=keys("decide.reply")),
        ),
        Stop(
            lambda: queue.list,
            lambda: translate("Tour", "Taking it back"),
            lambda: translate(
                "Tour",
                "After a decision a notice stands at the foot of the list. While it counts down nothing has left this machine. {undo} takes it back, also later where the site allows it.",
            ).format(undo=keys("look.undo")),
        ),
        Stop(
            lambda: window.rail,
            lambda: translate("Tour", "Views and rooms"),
            lambda: translate(
                "Tour",
                "Shelves of the same queue: what is due soon, what is manifestly illegal, what waits for a second person. Below them the rooms: audit log, policy, channels, team.",
            ),
        ),
        Stop(
            lambda: window.top,
            lambda: translate("Tour", "Nothing to learn by heart"),
            lambda: translate(
                "Tour",
                "{keys} shows the keys that work where you are. {palette} finds everything by name. {help} opens the help.",
            ).format(keys=keys("app.keys"), palette=keys("app.palette"), help=keys("app.help")),
        ),
    )


class _Frame(QWidget):
    """A line around what is spoken of; the mouse goes through it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two pixels in the accent colour."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self._look.px(2)
        painter.setPen(QPen(self._look.color("accent"), wide))
        edge = wide / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), self._look.px(6), self._look.px(6)
        )


class Tour(QWidget):
    """A note over the window. ``ended`` carries whether it was seen to its end."""

    ended = Signal(bool)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        look = window.look
        self.look = look
        self._window = window
        self._stops: Sequence[Stop] = stops(window)
        self._at = 0
        self._before = held_in(window)
        self._frame = _Frame(look, window)
        self.title = Text(look, "title", wrap=True)
        self.line = Text(look, "body", wrap=True)
        self.count = Text(look, "small", "text-muted")
        self.go = ActionButton(look, "arrow-right", kind=Kind.PRIMARY)
        self.shut = ActionButton(look, "")
        row = QHBoxLayout()
        row.addWidget(self.go)
        row.addWidget(self.shut)
        row.addStretch(1)
        row.addWidget(self.count)
        self._row = row
        self._column = QVBoxLayout(self)
        for widget in (self.title, self.line):
            self._column.addWidget(widget)
        self._column.addLayout(row)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.go.clicked.connect(lambda _checked=False: self.step(1))
        self.shut.clicked.connect(lambda _checked=False: self.finish(seen=False))
        window.installEventFilter(self)
        look.changed.connect(self._restyle)
        self._restyle()
        self.show()
        self._frame.show()
        self.retranslate()
        self.setFocus()

    @property
    def at(self) -> int:
        """Which note is shown, from 0."""
        return self._at

    def step(self, by: int) -> None:
        """The next note, or the one before; after the last it ends."""
        if self._at + by >= len(self._stops):
            self.finish(seen=True)
            return
        self._at = max(self._at + by, 0)
        target = self._stops[self._at].target()
        area = _scrolls(target)
        if target is not None and area is not None and self._stops[self._at].until() is not None:
            area.ensureWidgetVisible(target, 0, area.viewport().height() // 3)
        self.retranslate()

    def finish(self, *, seen: bool) -> None:
        """Close; the focus goes back to where it was."""
        self._window.removeEventFilter(self)
        for widget in (self._frame, self):
            widget.hide()
            retire(widget)
        give_back(self._before, Qt.FocusReason.OtherFocusReason)
        self.ended.emit(seen)

    def retranslate(self) -> None:
        """The present note in the language shown."""
        stop = self._stops[self._at]
        self.title.setText(stop.title())
        self.line.setText(stop.line())
        self.count.setText(translate("Tour", "{n} of {all}").format(n=self._at + 1, all=len(self._stops)))
        last = self._at == len(self._stops) - 1
        self.go.set_face(
            "check" if last else "arrow-right",
            translate("Tour", "Begin") if last else translate("Tour", "Next"),
            ("⏎",),
        )
        self.shut.set_face("", translate("Tour", "End the tour"), actions.key_words("Esc"))
        self.setAccessibleName(f"{self.title.text()}. {self.line.text()} {self.count.text()}")
        self._place()
        QTimer.singleShot(0, self, self._place)  # what stood over it may just have gone

    def _restyle(self) -> None:
        px = self.look.px
        self._column.setContentsMargins(px(16), px(14), px(16), px(12))
        self._column.setSpacing(px(8))
        self._place()

    def _place(self) -> None:
        """Beside what is spoken of: below it, above it, or over its middle where there is no room."""
        stop = self._stops[self._at]
        target = stop.target()
        window = self._window.rect()
        margins = self._column.contentsMargins()
        least = self._row.sizeHint().width() + margins.left() + margins.right()
        wide = min(max(self.look.px(NOTE_WIDTH), least), window.width() - 2 * GAP)
        self._column.activate()
        needed = self._column.totalHeightForWidth(wide) if self._column.hasHeightForWidth() else 0
        self.setFixedSize(wide, max(needed, self._column.totalSizeHint().height()))
        self._frame.setVisible(target is not None and target.isVisible())
        if target is None or not target.isVisible():
            self.move(window.center() - self.rect().center())
        else:
            place = self._spoken_of(target, stop.until()).intersected(window)
            self._frame.setGeometry(place)
            self.move(self._beside(place, window))
        self._frame.raise_()
        self.raise_()

    def _spoken_of(self, target: QWidget, until: QWidget | None) -> QRect:
        """Where on the window the target stands, as far as it can be seen."""
        place = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())
        area = _scrolls(target)
        if until is not None and until.isVisible():
            room = self.look.px(8)
            place.setBottom(max(until.mapTo(self._window, QPoint(0, 0)).y() + room, place.bottom()))
            place.adjust(-room, 0, room, 0)
        if area is not None:
            sight = area.viewport()
            place = place.intersected(QRect(sight.mapTo(self._window, QPoint(0, 0)), sight.size()))
        return place

    def _beside(self, place: QRect, window: QRect) -> QPoint:
        gap, wide, high = self.look.px(GAP), self.width(), self.height()
        x = min(max(place.left(), gap), window.width() - wide - gap)
        beside = place.right() + gap + wide < window.width()
        if beside and place.height() > window.height() // 2:
            return QPoint(place.right() + gap, max(place.top() + gap, gap))
        if place.bottom() + gap + high < window.height():
            return QPoint(x, place.bottom() + gap)
        if place.top() - gap - high > 0:
            return QPoint(x, place.top() - gap - high)
        if beside:
            return QPoint(place.right() + gap, max(place.center().y() - high // 2, gap))
        middle = place.center()
        return QPoint(
            min(max(middle.x() - wide // 2, gap), window.width() - wide - gap),
            min(max(middle.y() - high // 2, gap), window.height() - high - gap),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Right go on, Left goes back, Esc ends; no other key reaches the window meanwhile."""
        key = event.key()
        if event.isAutoRepeat():
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.step(1)
        elif key == Qt.Key.Key_Left:
            self.step(-1)
        elif key == Qt.Key.Key_Escape:
            self.finish(seen=False)

    def event(self, event: QEvent) -> bool:
        """Letters are the note's while it is shown: nothing is decided behind it."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window changes its size: stay beside what is spoken of."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Level 3: a fill and a strong edge."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.look.color("border-strong"), 1))
        painter.setBrush(self.look.color("raised"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, self.look.px(8), self.look.px(8))


def _scrolls(target: QWidget | None) -> QScrollArea | None:
    """The scrolling part of the window in which ``target`` stands."""
    while target is not None and not isinstance(target, QScrollArea):
        target = target.parentWidget()
    return target
