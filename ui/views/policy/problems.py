"""What is wrong with the draft, one row per fault: line, what, what was perhaps meant; a row leads to its line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from console.policy import PolicyError, say_reason
from ui.i18n.format import language
from ui.i18n.mark import translate
from ui.i18n.policy_counted import counted
from ui.retiring import retire
from ui.widgets.base import IconText, Pane
from ui.widgets.runs import Run, RunText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look

MOST: Final = 30
"""Rows shown; the rest is counted: the first faults are what a person mends first."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault for the screen; ``file`` is empty for the policy itself."""

    file: str
    line: int
    words: str
    hint: str = ""
    remark: bool = False

    @property
    def text(self) -> str:
        """What is wrong and what was perhaps meant."""
        return f"{self.words} {self.hint}".strip()


def problem_of(error: PolicyError, policy_file: str, *, remark: bool = False) -> Problem:
    """A fault of the check, or a remark, in the language shown."""
    shown = language()
    words = say_reason(error.reason, shown)
    words = words[:1].upper() + words[1:]
    hint = "" if error.hint is None else say_reason(error.hint, shown)
    hint = hint[:1].upper() + hint[1:]
    if words and words[-1] not in ".!?":
        words += "."
    return Problem("" if error.file == policy_file else error.file, error.line, words, hint, remark)


class ProblemRow(QWidget):
    """One fault; Enter, Space or a click leads to its line."""

    asked = Signal()

    def __init__(self, look: Look, problem: Problem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.problem = look, problem
        where = translate("Policy", "Line {line}").format(line=problem.line)
        if problem.file:
            where = translate("Policy", "{file}, line {line}").format(file=problem.file, line=problem.line)
        color = "warning" if problem.remark else "danger"
        icon = "info" if problem.remark else "x-circle"
        runs = [Run(f"{where}  ", color, 600), Run(problem.words)]
        if problem.hint:
            runs.append(Run(f" {problem.hint}", "text-muted"))
        self._words = RunText(look, runs, icon=icon, icon_color=color, icon_weight="fill")
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(10), look.px(3), look.px(8), look.px(3))
        column.addWidget(self._words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{where}. {problem.text}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def event(self, event: QEvent) -> bool:
        """Enter and Space belong to the row that has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space go there, Up and Down to the next row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes there."""
        if self.rect().contains(event.position().toPoint()):
            self.asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hover ground and ring."""
        del event
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), self.look.color("hover"))
        if self.hasFocus():
            painter.setPen(QPen(self.look.color("focus"), self.look.px(2)))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class ProblemList(Pane):
    """Hidden while nothing is wrong. ``asked`` carries the file (empty: the policy) and the line from 1."""

    asked = Signal(str, int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "surface", "t", parent)
        self.problems: tuple[Problem, ...] = ()
        self.rows: list[ProblemRow] = []
        self._at = -1
        self._title = IconText(look, "warning-circle", role="small", color="danger", weight=600)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, look.px(4))
        self._column.setSpacing(0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(6), 0, 0)
        column.setSpacing(look.px(2))
        head = QVBoxLayout()
        head.setContentsMargins(look.px(12), 0, look.px(12), 0)
        head.addWidget(self._title)
        column.addLayout(head)
        column.addWidget(self._area)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these; the same again changes nothing."""
        if tuple(problems) == self.problems:
            return
        self.problems = tuple(problems)
        self._at = -1
        for row in self.rows:
            row.hide()
            retire(row)
        self.rows = []
        for problem in self.problems[:MOST]:
            row = ProblemRow(self.look, problem)
            row.asked.connect(lambda one=problem: self.asked.emit(one.file, one.line))
            self._column.addWidget(row)
            self.rows.append(row)
        faults = sum(not one.remark for one in self.problems)
        if faults:
            self._title.set_text(counted.faults(faults), "warning-circle", "danger")
        else:
            self._title.set_text(counted.remarks(len(self.problems)), "info", "warning")
        self.setVisible(bool(self.problems))
        self.updateGeometry()

    def step(self) -> None:
        """Lead to the next fault, round again after the last."""
        if self.problems:
            self._at = (self._at + 1) % len(self.problems)
            problem = self.problems[self._at]
            if self._at < len(self.rows):
                self._area.ensureWidgetVisible(self.rows[self._at])
            self.asked.emit(problem.file, problem.line)

    def sizeHint(self) -> QSize:
        """High enough for its rows, at most five lines of them."""
        px = self.look.px
        width = max(self.width(), px(320))
        rows = sum(row.heightForWidth(width) if row.hasHeightForWidth() else px(26) for row in self.rows)
        return QSize(width, px(34) + min(rows + px(6), px(132)))

    def minimumSizeHint(self) -> QSize:
        """The title and one row."""
        return QSize(self.look.px(160), self.look.px(62))
