"""What can be reached in a painted thread: one invisible button over each part, and the bar of a comment's versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui import actions
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.widgets.buttons import BarLink
from ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from ui.models.detail_data import Revision, ThreadPart
    from ui.theme.look import Look


class PartHandle(QAbstractButton):
    """Lies over one part: its sentence for a screen reader, the ring, the click. Enter opens, arrows go on."""

    stepped = Signal(int)

    def __init__(self, look: Look, opens: bool, parent: QWidget) -> None:
        """``opens`` says whether a press does anything."""
        super().__init__(parent)
        self.look = look
        self.opens = False
        self.part: ThreadPart | None = None  # what it lies over
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.set_opens(opens)

    def set_opens(self, opens: bool) -> None:
        """It lies over another part now."""
        if opens != self.opens:
            self.opens = opens
            self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Enter belongs to the part that has the focus, where it opens anything."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.opens:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; up and down go to the next part; all else is the window's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.opens:
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be opened."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """As before."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring, or a hairline under the pointer."""
        del event
        ring = self.hasFocus()
        if not ring and not (self.opens and self.underMouse()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        width = self.look.px(2) if ring else 1
        painter.setPen(QPen(self.look.color("focus" if ring else "border-strong"), width))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, self.look.px(6), self.look.px(6))


class VersionBar(QWidget):
    """Under a comment that was changed: which version a decision is about, what changed, and steps between versions."""

    toggled = Signal()
    stepped = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.changes = BarLink(look, "clock-counter-clockwise", "", role="small")
        self.back = BarLink(look, "caret-left", "", role="small")
        self.on = BarLink(look, "caret-right", "", role="small")
        self.changes.clicked.connect(self.toggled)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self._row = FlowLayout(look.px(4), self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for link in (self.changes, self.back, self.on):
            self._row.addWidget(link)

    def show_versions(self, revisions: tuple[Revision, ...], comparing: bool, now: int) -> None:
        """``comparing``: the changes are shown already."""
        if not revisions:
            return
        if comparing:
            words = translate("Versions", "Back to the text")
        else:
            words = translate("Versions", "Edited {time}: what changed").format(
                time=edited_at(revisions[-1].at, now)
            )
        self.changes.set_face("clock-counter-clockwise", words, actions.keycaps("look.changes"))
        steps = comparing and len(revisions) > 2
        for link, icon, name in (
            (self.back, "caret-left", translate("Versions", "Step before")),
            (self.on, "caret-right", translate("Versions", "Step after")),
        ):
            link.set_face(icon, name)
            link.show_word(False)
            link.setVisible(steps)


def edited_at(at: int, now: int) -> str:
    """The time of an edit: 14:02 today, else with its day."""
    same_day = say.day(at, now) == say.day(now, now)
    return say.clock_time(at) if same_day else say.moment(at, now)


def compared(revisions: tuple[Revision, ...], step: int, now: int) -> tuple[Revision, Revision, str]:
    """The two versions of a step and what that step is. Step 0 is from the first to the present one, then pair by pair."""
    if step == 0 or len(revisions) < 3:
        old, new = revisions[0], revisions[-1]
    else:
        old, new = revisions[step - 1], revisions[step]
    words = translate(
        "Versions",
        "Changes from version {old} ({old_time}) to version {new} ({new_time}). Struck: removed. Underlined: added.",
    )
    return (
        old,
        new,
        words.format(
            old=old.number, old_time=edited_at(old.at, now), new=new.number, new_time=edited_at(new.at, now)
        ),
    )
