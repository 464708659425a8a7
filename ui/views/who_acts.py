"""Who acts: the page that asks at the start and when somebody else sits down; names with roles, found by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.i18n.mark import translate
from ui.i18n.words import role_word
from ui.theme.icon_names import ROLES
from ui.views.palette_find import folded
from ui.widgets.base import Pane, Text
from ui.widgets.buttons import ActionButton, Kind
from ui.widgets.cells import Cell, CellTable
from ui.widgets.fields import SearchField
from ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.store import Member
    from ui.theme.look import Look

SHOWN: Final = 9
SHARES: Final = (3.0, 2.0, 2.0)


class People(Pane):
    """A field over the list: letters narrow it, Up and Down walk, Enter chooses. ``chosen`` carries the name."""

    chosen = Signal(str)
    left = Signal()

    def __init__(
        self, look: Look, members: Sequence[Member], last: str, now: str = "", parent: QWidget | None = None
    ) -> None:
        """``last`` is chosen beforehand; ``now`` is who acts already, where somebody does."""
        super().__init__(look, "window", "", parent)
        self._members = tuple(members)
        self._last, self._now = last, now
        self._found: tuple[Member, ...] = ()
        self.title = Text(look, "page")
        self.line = Text(look, "body", "text-muted", wrap=True)
        self.field = SearchField(look)
        self.field.installEventFilter(self)
        self.table = CellTable(look, SHARES)
        self.none = Text(look, "body", "text-muted", wrap=True)
        self.go = ActionButton(look, "user", kind=Kind.PRIMARY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        for widget in (self.title, self.line, self.field, self.table, self.none):
            column.addWidget(widget)
        self.field.textChanged.connect(self._narrow)
        self.table.moved.connect(lambda _row: self._say_button())
        self.table.entered.connect(lambda _row: self.choose())
        self.go.clicked.connect(lambda _checked=False: self.choose())
        self.setFocusProxy(self.field)
        self.retranslate()
        self._narrow("")

    @property
    def name(self) -> str:
        """The name that Enter would choose, empty where nobody is found."""
        row = self.table.current_row()
        return self._found[row].name if 0 <= row < len(self._found) else ""

    def choose(self) -> None:
        """Take the current name."""
        if self.name:
            self.chosen.emit(self.name)

    def _narrow(self, text: str) -> None:
        wanted = folded(" ".join(text.split()))
        kept = self.name
        self._found = tuple(
            one
            for one in self._members
            if all(part in folded(f"{one.name} {role_word(one.role.value)}") for part in wanted.split())
        )
        heads = (translate("Team", "Name"), translate("Team", "Role"), "")
        self.table.set_rows(heads, [self._row(one) for one in self._found])
        self.table.fit_height(SHOWN)
        names = [one.name for one in self._found]
        first = next((one for one in (kept, self._last) if one in names), names[0] if names else "")
        self.table.setVisible(bool(names))
        self.none.setVisible(not names)
        if first:
            self.table.choose(names.index(first))
        self._say_button()

    def _row(self, one: Member) -> tuple[Cell, ...]:
        aside = ""
        if one.name == self._now:
            aside = translate("Team", "acts now")
        elif one.name == self._last and not self._now:
            aside = translate("Team", "last time")
        return (
            Cell(one.name, ROLES.get(one.role.value, "user"), weight=600),
            Cell(role_word(one.role.value)),
            Cell(aside, color="text-muted"),
        )

    def _say_button(self) -> None:
        name = self.name
        words = translate("Team", "Act as {name}").format(name=name) if name else translate("Team", "Act")
        self.go.set_face("user", words, ("⏎",))
        self.go.set_inert("" if name else translate("Team", "Nobody of that name."))
        self.field.setAccessibleDescription(words)

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.title.setText(translate("Team", "Who are you?"))
        self.line.setText(
            translate(
                "Team",
                "Your name stands beside each decision in the log. This is no sign-in: everyone at this computer can choose.",
            )
        )
        self.field.setPlaceholderText(translate("Team", "Type a few letters of your name"))
        self.field.setAccessibleName(translate("Team", "Who are you?"))
        self.table.setAccessibleName(translate("Team", "Members"))
        self.none.setText(translate("Team", "Nobody of that name. A lead adds members."))
        self._narrow(self.field.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever is chosen beforehand is in view."""
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self.table.scrollTo(self.table.currentIndex()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field Up and Down walk the list, Enter chooses, Esc clears and then leaves."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._found:
                step = 1 if key == Qt.Key.Key_Down else -1
                self.table.choose(min(max(self.table.current_row() + step, 0), len(self._found) - 1))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if not event.isAutoRepeat():
                    self.choose()
                return True
            if key == Qt.Key.Key_Escape:
                if self.field.text():
                    self.field.clear()
                else:
                    self.left.emit()
                return True
        return super().eventFilter(watched, event)


class WhoActsWindow(Pane):
    """The question before the main window. ``chosen`` carries the name; closing it ends the program."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        workspace: str,
        members: Sequence[Member],
        last: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "window", "", parent)
        px = look.px
        self.people = People(look, members, last)
        self.where = Text(look, "small", "text-muted", wrap=True)
        self.where.setText(workspace)
        self.quit = ActionButton(look, "door-open")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(28), px(32), px(24))
        column.setSpacing(px(12))
        column.addWidget(self.people)
        column.addStretch(1)
        column.addWidget(self.where)
        row = QHBoxLayout()
        row.setSpacing(px(2))
        row.addWidget(self.people.go)
        row.addStretch(1)
        row.addWidget(self.quit)
        column.addLayout(row)
        self.people.chosen.connect(self.chosen)
        self.people.left.connect(self.close)
        self.quit.clicked.connect(lambda _checked=False: self.close())
        self.retranslate()
        self.resize(px(560), px(460))
        self.people.field.setFocus()

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.quit.set_face("door-open", translate("Opening", "Quit"))
        self.setWindowTitle(translate("Team", "Vigie · who are you?"))
        self.setAccessibleName(self.windowTitle())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class WhoActsDialog(Sheet):
    """The same question over the main window; Esc leaves everything as it is."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, members: Sequence[Member], now: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, 540, parent)
        self.people = People(look, members, now, now)
        self.shut = ActionButton(look, "", translate("Asks", "Stay"), ("Esc",))
        self.body.addWidget(self.people)
        self.foot.addWidget(self.people.go)
        self.foot.addStretch(1)
        self.foot.addWidget(self.shut)
        self.setWindowTitle(translate("Team", "Act as someone else"))
        self.people.chosen.connect(self._choose)
        self.people.left.connect(self.reject)
        self.shut.clicked.connect(lambda _checked=False: self.reject())
        self.people.field.setFocus()

    def _choose(self, name: str) -> None:
        self.accept()
        self.chosen.emit(name)
