"""Under the title of the list: the conditions that narrow it as chips, what a search left out, and saving as a view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.delegates.paint import draw_icon, draw_text, text_width
from ui.i18n.mark import translate
from ui.retiring import empty
from ui.widgets.base import Pane, Text
from ui.widgets.buttons import ActionButton, BarLink, Kind, Pressed
from ui.widgets.flow import FlowLayout
from ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look

MAX_NAME: Final = 60
_CHIP: Final = 24


class Chip(Pressed):
    """One condition; pressing it, or Delete on it, takes it away."""

    def __init__(self, look: Look, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setText(word)
        self.setAccessibleName(translate("Filter", "Take away: {what}").format(what=word))
        self.setToolTip(plain_tip(self.accessibleName()))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Word and cross."""
        px = self.look.px
        wide = text_width(self.look.font("small", 600), self.text()) + px(8 + 6 + 14 + 6)
        return QSize(min(wide, px(260)), max(px(_CHIP), 24))

    def minimumSizeHint(self) -> QSize:
        """The word may be shortened."""
        return QSize(min(self.look.px(80), self.sizeHint().width()), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes it away too."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A tinted box; the ring when focused."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        pen = QPen(look.color("focus" if focused else "accent"), px(2) if focused else 1)
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(look.color("hover" if self.underMouse() else "selected"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), px(4), px(4))
        right = self.width() - px(6 + 14)
        place = QRect(px(8), 0, right - px(14), self.height())
        draw_text(painter, place, self.text(), look.font("small", 600), look, "text")
        draw_icon(painter, right, self.height() / 2, "x", "text-muted", look, 14)


class FilterBar(Pane):
    """Hidden while nothing narrows and nothing is to be said."""

    dropped = Signal(str)
    cleared = Signal()
    kept = Signal(str, bool)
    wants_list = Signal()
    everywhere = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "surface", "b", parent)
        self.chips: dict[str, Chip] = {}
        self.clear_link = BarLink(look, "x-circle", role="small")
        self.save_link = BarLink(look, "plus", role="small")
        self.wide_link = BarLink(look, "magnifying-glass", role="small")
        self.note = Text(look, "small", "text-muted", wrap=True)
        self.note.hide()
        self._flow_holder = QWidget()
        self._flow = FlowLayout(look.px(6))
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow_holder.setLayout(self._flow)
        self._naming = QWidget()
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        self.name.installEventFilter(self)
        self.mine = ActionButton(look, "check", kind=Kind.PRIMARY)
        self.team = ActionButton(look, "users")
        naming = QVBoxLayout(self._naming)
        naming.setContentsMargins(0, 0, 0, 0)
        naming.addWidget(self.name)
        buttons = QHBoxLayout()
        buttons.addWidget(self.mine)
        buttons.addWidget(self.team)
        buttons.addStretch(1)
        naming.addLayout(buttons)
        self._column = QVBoxLayout(self)
        for widget in (self._flow_holder, self._naming, self.note):
            self._column.addWidget(widget)
        self._naming.hide()
        self._may_team = False
        self.renaming = False
        """Whether the name asked for is another one of a view that is kept already."""
        self.clear_link.clicked.connect(self.cleared)
        self.wide_link.clicked.connect(self.everywhere)
        self.save_link.clicked.connect(lambda _checked=False: self.ask_name())
        self.mine.clicked.connect(lambda: self._keep(False))
        self.team.clicked.connect(lambda: self._keep(True))
        self.name.textChanged.connect(lambda _text: self._arm())
        look.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()
        self.hide()

    def _restyle(self) -> None:
        px = self.look.px
        self._column.setContentsMargins(px(14), px(6), px(10), px(7))
        self._column.setSpacing(px(4))

    def retranslate(self) -> None:
        """Words in the language shown."""
        self.clear_link.set_face("x-circle", translate("Filter", "Clear"))
        self.save_link.set_face("plus", translate("Filter", "Save as view"))
        self.wide_link.set_face("magnifying-glass", translate("Queue", "Search everywhere"))
        self.name.setPlaceholderText(translate("Filter", "Name of the view"))
        self.name.setAccessibleName(translate("Filter", "Name of the view"))
        self.mine.set_face("check", translate("Filter", "Keep for me"), ("⏎",))
        self.team.set_face("users", translate("Filter", "For the team"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def show_chips(
        self, chips: Sequence[tuple[str, str]], *, savable: bool, may_team: bool, wider: bool = False
    ) -> None:
        """The conditions now; ``savable`` offers to keep them as a view, ``wider`` the same words among all comments."""
        focused = next((facet for facet, chip in self.chips.items() if chip.hasFocus()), "")
        links = (self.wide_link, self.clear_link, self.save_link)
        empty(self._flow, *links)
        self.chips = {}
        for facet, word in chips:
            chip = Chip(self.look, word)
            chip.clicked.connect(lambda _checked=False, picked=facet: self.dropped.emit(picked))
            self.chips[facet] = chip
            self._flow.addWidget(chip)
            chip.show()
        for link in links:
            self._flow.addWidget(link)
        self.clear_link.setVisible(bool(chips))
        self.save_link.setVisible(savable)
        self.wide_link.setVisible(wider)
        self._may_team = may_team
        self._flow.invalidate()  # the layout itself does not notice that its widgets changed places
        self._flow_holder.updateGeometry()
        if focused:  # the chip that had the focus is gone: the next one has it, else the list
            following = next(iter(self.chips.values()), None)
            if following is not None:
                following.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.wants_list.emit()
        self._flow_holder.setVisible(bool(chips) or savable or wider)
        self._fit()

    def say(self, words: str) -> None:
        """A line under the chips: what the search left out, where its hits stood."""
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self._fit()

    def _fit(self) -> None:
        shown = not (self._flow_holder.isHidden() and self._naming.isHidden() and self.note.isHidden())
        self.setVisible(shown)

    # ------------------------------------------------------------------ a name

    def ask_name(self, name: str = "", *, team: bool | None = None) -> None:
        """Ask for a name; ``team`` says whose view is renamed, None that a new one is kept."""
        self.renaming = team is not None
        self.name.setText(name)
        self.name.selectAll()
        self.mine.setVisible(team is not True)
        self.team.setVisible(self._may_team and team is not False)
        self._naming.show()
        self._arm()
        self._fit()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def naming(self) -> bool:
        """Whether a name is being asked."""
        return not self._naming.isHidden()

    def end_naming(self) -> None:
        """No name is asked any more."""
        if self.naming:
            self._naming.hide()
            self._fit()
            self.wants_list.emit()

    def _arm(self) -> None:
        reason = "" if self.name.text().strip() else translate("Filter", "Give the view a name first.")
        for button in (self.mine, self.team):
            button.set_inert(reason)

    def _keep(self, team: bool) -> None:
        name = self.name.text().strip()
        if name:
            self.kept.emit(name, team)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps, Esc leaves."""
        if watched is self.name and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
                if event.type() == QEvent.Type.ShortcutOverride:
                    event.accept()
                    return True
                if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                    if key == Qt.Key.Key_Escape:
                        self.end_naming()
                    else:
                        self._keep(self.mine.isHidden())
                    return True
        return super().eventFilter(watched, event)
