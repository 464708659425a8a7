"""The keys on one page: what works here and now in full colour, the rest muted; scrolls by key, leads to changing them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import actions
from ui.action_table import DECIDE, EVERYWHERE
from ui.i18n.key_words import context_word
from ui.i18n.mark import translate
from ui.widgets.base import Pane, Text
from ui.widgets.buttons import ActionButton, Keycap, Kind
from ui.widgets.focus import give_back, held_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ui.theme.look import Look

ONE_KEY, TWO_KEYS, REASON = "one", "two", "reason"
COLUMN_EM: Final = 21
"""The least width of a column, in em."""
WIDEST_EM: Final = 26
"""Wider than so, key and word would stand too far apart, in em."""
COLUMNS: Final = 4

Section = tuple[str, tuple[str, ...]]


def sections(contexts: Sequence[str]) -> list[Section]:
    """The groups of the page, by title: the contexts given, with decisions by the number of keys they take."""
    rows = [row for row in actions.all_rows() if actions.keys(row.id)]
    made: list[Section] = []
    for context in contexts:
        ids = tuple(row.id for row in rows if row.context == context)
        if context == DECIDE:
            two = tuple(one for one in ids if actions.row(one).two_keys)
            reason = tuple(one for one in ids if one.startswith("reason.") or one == "reply.from_template")
            made.append(
                (translate("Keys", "Decide, one key"), tuple(x for x in ids if x not in (*two, *reason)))
            )
            made.append((translate("Keys", "Two keys, not undone everywhere"), two))
            made.append((translate("Keys", "With a reason"), reason))
        elif ids:
            made.append((context_word(context), ids))
    return [(title, ids) for title, ids in made if ids]


class CheatSheet(QWidget):
    """Over the window until Esc, F1 or a click elsewhere. ``wants_change`` leads to the page of the settings."""

    wants_change = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._before: Sequence[QWidget] = ()
        self._here: frozenset[str] = frozenset()
        self._contexts: tuple[str, ...] = (EVERYWHERE,)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = Text(look, "page")
        self.change = ActionButton(look, "keyboard")
        self.shut = ActionButton(look, "x", kind=Kind.QUIET)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().setAutoFillBackground(False)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.change)
        head.addWidget(self.shut)
        self._outer = QVBoxLayout(self)
        self._outer.addLayout(head)
        self._outer.addWidget(self.area, 1)
        self.change.clicked.connect(lambda _checked=False: self._to_change())
        self.shut.clicked.connect(lambda _checked=False: self.leave())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_went)
        look.changed.connect(self._again)
        parent.installEventFilter(self)
        self.hide()

    def open_with(self, here: Iterable[str], contexts: Sequence[str]) -> None:
        """Show the keys of ``contexts``, or close; ``here`` are the actions that work now."""
        if self.isVisible():
            self.leave()
            return
        window = self.parentWidget()
        self._before = held_in(window)
        self._here, self._contexts = frozenset(here), tuple(contexts)
        self._fill()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _again(self) -> None:
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        px = self.look.px
        self._outer.setContentsMargins(px(20), px(14), px(12), px(14))
        self._outer.setSpacing(px(8))
        self.title.setText(translate("Keys", "Keys"))
        self.change.set_face("keyboard", actions.word("app.change_keys"))
        self.shut.set_face("x", translate("Keys", "Close"), actions.key_words("Esc"))
        self.setAccessibleName(translate("Keys", "Keys"))
        groups = sections(self._contexts)
        spoken = "; ".join(self._spoken(title, ids) for title, ids in groups)
        self.setAccessibleDescription(spoken)
        window = self.parentWidget()
        room = window.width() - px(24) if window is not None else px(1200)
        inside, em = room - px(50), self.look.metrics.em
        count = max(min(COLUMNS, inside // round(COLUMN_EM * em)), 1)
        page = self._page(groups, count)
        self.area.setWidget(page)
        width = min(room, round(WIDEST_EM * em) * count + px(50))
        layout = page.layout()
        wanted = layout.heightForWidth(width - px(50)) if layout is not None else -1
        tall = max(wanted, page.minimumSizeHint().height()) + self.change.sizeHint().height() + px(50)
        height = min(tall, (window.height() if window is not None else tall) - px(24))
        if window is not None:
            self.setGeometry((window.width() - width) // 2, (window.height() - height) // 2, width, height)

    def _spoken(self, title: str, ids: Sequence[str]) -> str:
        return f"{title}: " + ", ".join(
            f"{actions.word(one)} {' '.join(actions.keycaps(one))}" for one in ids if one in self._here
        )

    def _page(self, groups: Sequence[Section], count: int) -> QWidget:
        """The groups in their order, in columns of about the same height."""
        page = Pane(self.look, "raised")
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, self.look.px(8), 0)
        row.setSpacing(self.look.px(28))
        lines = [len(ids) + 2 for _, ids in groups]
        columns = _split(lines, count)
        at = 0
        for size in columns:
            column = QVBoxLayout()
            column.setSpacing(self.look.px(12))
            for title, ids in groups[at : at + size]:
                column.addLayout(self._group(title, ids))
            column.addStretch(1)
            row.addLayout(column, 1)
            at += size
        return page

    def _group(self, title: str, ids: Sequence[str]) -> QGridLayout:
        look, px = self.look, self.look.px
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(1))
        grid.setColumnStretch(1, 1)
        head = Text(look, "title")
        head.setText(title)
        grid.addWidget(head, 0, 0, 1, 2)
        for line, action in enumerate(ids, 1):
            caps = QHBoxLayout()
            caps.setSpacing(px(3))
            shown = [actions.key_words(key) for key in actions.keys(action)]
            # Second names (Ctrl+Enter beside Ctrl+⏎) would crowd the page: the settings list them all.
            for cap in (*shown[0], "⏎") if actions.row(action).two_keys else shown[0]:
                caps.addWidget(Keycap(look, cap))
            caps.addStretch(1)
            grid.addLayout(caps, line, 0)
            word = Text(look, "body", "text" if action in self._here else "text-muted", wrap=True)
            word.setText(actions.word(action))
            grid.addWidget(word, line, 1)
        return grid

    def leave(self) -> None:
        """Close, the focus back to where it was."""
        self.hide()
        give_back(self._before)

    def _to_change(self) -> None:
        self.leave()
        self.wants_change.emit()

    # ------------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; arrows, Space, paging, Home and End scroll; no other key goes through to what lies below."""
        bar = self.area.verticalScrollBar()
        line, page = self.look.px(40), max(self.area.viewport().height() - self.look.px(40), self.look.px(40))
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        steps = {
            Qt.Key.Key_Down: line, Qt.Key.Key_Up: -line, Qt.Key.Key_J: line, Qt.Key.Key_K: -line,
            Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page, Qt.Key.Key_Space: -page if back else page,
            Qt.Key.Key_Home: -bar.maximum(), Qt.Key.Key_End: bar.maximum(),
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.leave()
        elif key in steps:
            bar.setValue(bar.value() + steps[key])
        event.accept()

    def _focus_went(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A click elsewhere closes; its own buttons are not elsewhere."""
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self.hide()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on the page."""
        stops: list[QWidget] = [self, self.change, self.shut]
        focused = self.window().focusWidget()
        here = stops.index(focused) if focused in stops else 0
        stops[(here + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the keys."""
        if event.type() == QEvent.Type.LanguageChange:
            self._again()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window has another size: so has the page."""
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._again()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Level 3: fill and edge; the ring while the page itself has the focus."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.hasFocus()
        pen = QPen(self.look.color("focus" if ring else "border-strong"), self.look.px(2) if ring else 1)
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(self.look.color("raised"))
        body = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(body, self.look.px(8), self.look.px(8))


def _split(lines: Sequence[int], count: int) -> list[int]:
    """How many groups go into each of at most ``count`` columns, in order, so that the longest column is shortest."""
    best = sum(lines)
    low, high = max(lines, default=0), best
    while low <= high:
        limit = (low + high) // 2
        if len(_filled(lines, limit)) <= count:
            best, high = limit, limit - 1
        else:
            low = limit + 1
    return _filled(lines, best)


def _filled(lines: Sequence[int], limit: int) -> list[int]:
    columns, room = [0], limit
    for size in lines:
        if size > room and columns[-1]:
            columns.append(0)
            room = limit
        columns[-1] += 1
        room -= size
    return columns
