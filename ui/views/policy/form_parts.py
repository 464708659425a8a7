"""What the pages of the policy form are built of: titles, fields bound to the document, rows, lines that add."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.views.policy.form_page import PLACE, Bound, PageBase, Read, Write
from ui.widgets.base import Text
from ui.widgets.buttons import RING_ROOM, ActionButton, BarLink
from ui.widgets.fields import Choice
from ui.widgets.form import Field
from ui.widgets.form_controls import Check, Line, Lines, Number
from ui.widgets.form_rows import CentredFlow, RowButton
from ui.widgets.laid import laid

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from console.policy.document import PolicyDocument
    from console.policy.lines import Path


class FormPage(PageBase):
    """A page with the means to build it."""

    def head(self, title: str, line: str = "", back: str = "") -> None:
        """The page's title with a line of explanation, and the way back to the list it came from."""
        row = QHBoxLayout()
        row.setSpacing(self.look.px(10))
        if back:
            link = BarLink(self.look, "caret-left", back, color="accent")
            link.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            link.clicked.connect(lambda _checked=False: self.pen.open(self.section))
            link.setProperty(PLACE, "back")
            row.addWidget(link)
        name = Text(self.look, "title", "text", 600, wrap=True)
        name.setText(title)
        row.addWidget(name, 1)
        box = QVBoxLayout()
        box.setSpacing(self.look.px(4))
        box.addLayout(row)
        if line:
            aside = Text(self.look, "body", "text-muted", wrap=True)
            aside.setText(line)
            box.addWidget(aside)
        self.column.addLayout(box)

    def part(self, title: str, line: str = "") -> None:
        """A title inside the page."""
        self.column.addSpacing(self.look.px(6))
        box = QVBoxLayout()
        box.setSpacing(self.look.px(2))
        label = Text(self.look, "body", "text", 600, wrap=True)
        label.setText(title)
        box.addWidget(label)
        if line:
            aside = Text(self.look, "small", "text-muted", wrap=True)
            aside.setText(line)
            box.addWidget(aside)
        self.column.addLayout(box)

    def note(self, line: str) -> Text:
        """A muted line."""
        text = Text(self.look, "small", "text-muted", wrap=True)
        text.setText(line)
        self.column.addWidget(text)
        return text

    def bind(
        self,
        place: str,
        control: QWidget,
        refresh: Callable[[PolicyDocument], None],
        *,
        label: str = "",
        help_: str | Callable[[PolicyDocument], str] = "",
        path: Path = (),
        add: bool = True,
    ) -> Bound:
        """Name a control, put it under its label, and keep it up to date."""
        control.setProperty(PLACE, place)
        field_ = None
        if add:
            field_ = Field(self.look, control)
            field_.label.setWordWrap(True)
            field_.label.setVisible(bool(label))
            self.column.addWidget(field_)
        say = help_ if callable(help_) else (lambda _document, words=help_: words)
        bound = Bound(place, control, refresh, path, field_, label, say)
        self.bound[place] = bound
        return bound

    def place_for_faults(self, place: str, path: Path) -> None:
        """Where errors about a group of controls are said; it takes no room without any."""
        self.bind(place, QWidget(), lambda _document: None, path=path).bare = True

    def line(
        self, place: str, label: str, read: Read, write: Write, *, live: bool = True, **more: Any
    ) -> Line:
        """A line of text."""
        control = Line(self.look, live=live)
        control.written.connect(lambda text: self.change(place, lambda d: write(d, text)))
        self.bind(place, control, lambda d: control.show_text(read(d)), label=label, **more)
        return control

    def lines(self, place: str, label: str, read: Read, write: Write, *, rows: int = 6, **more: Any) -> Lines:
        """An editor of one entry per line."""
        control = Lines(self.look, rows)
        control.written.connect(lambda entries: self.change(place, lambda d: write(d, entries)))
        self.bind(place, control, lambda d: control.show_entries(list(read(d))), label=label, **more)
        return control

    def choice(
        self,
        place: str,
        label: str,
        choices: Sequence[tuple[str, str]],
        read: Read,
        write: Write,
        **more: Any,
    ) -> Choice:
        """A choice of one; a value that is not among them is shown as it is written."""
        control = Choice(self.look, choices)
        control.activated.connect(lambda _index: self.change(place, lambda d: write(d, control.key())))

        def refresh(document: PolicyDocument) -> None:
            value = str(read(document))
            known = dict(choices)
            control.set_choices([*choices, *([] if value in known else [(value, value)])])
            control.set_key(value)

        self.bind(place, control, refresh, label=label, **more)
        return control

    def number(
        self, place: str, label: str, bounds: tuple[int, int], read: Read, write: Write, *, suffix: str = "",
        none: str = "", **more: Any,
    ) -> Number:  # fmt: skip
        """A whole number; ``none`` is what the lowest value is called."""
        control = Number(self.look, *bounds, suffix=suffix)
        if none:
            control.setSpecialValueText(none)
        control.valueChanged.connect(lambda value: self.change(place, lambda d: write(d, value)))
        self.bind(place, control, lambda d: control.show_value(int(read(d))), label=label, **more)
        return control

    def check(
        self, place: str, words: str, read: Read, write: Write, *, example: str = "", **more: Any
    ) -> Check:
        """A check box."""
        control = Check(self.look, words, example)
        control.toggled.connect(lambda on: self.change(place, lambda d: write(d, on)))
        if more.get("add", True):
            self._together(control, 0)
        more["add"] = False
        self.bind(place, control, lambda d: control.show_checked(bool(read(d))), **more)
        return control

    def button(
        self, place: str, words: str, run: Callable[[], object], icon: str = "", *, add: bool = True
    ) -> ActionButton:
        """A button at the left."""
        control = ActionButton(self.look, icon, words)
        control.clicked.connect(lambda _checked=False: run())
        control.asked_why.connect(self.say)
        control.setProperty(PLACE, place)
        if add:
            holder = QHBoxLayout()
            holder.setContentsMargins(-self.look.px(RING_ROOM), 0, 0, 0)
            holder.addWidget(control)
            holder.addStretch(1)
            self.column.addLayout(holder)
        return control

    def say(self, words: str) -> None:
        """Say at the top of the page why something cannot be done."""
        self.faults_at_top.setText(words)
        self.faults_at_top.show()
        self.verticalScrollBar().setValue(0)

    def row(self, title: str, summary: str, run: Callable[[], object], place: str, path: Path) -> RowButton:
        """A row that opens something; Up and Down go to its neighbours."""
        control = RowButton(self.look, title, summary)
        control.clicked.connect(lambda _checked=False: run())
        control.stepped.connect(lambda step, at=control: self._step(at, step))
        control.setProperty(PLACE, place)
        self.rows.append((control, path))
        self._together(control, 6)
        return control

    def _together(self, control: QWidget, gap: int) -> None:
        """Add a control right under the one before it of the same kind."""
        inside = laid(self.column)
        group = inside[-1] if inside else None
        last = (
            group is not None and self.column.indexOf(group) == self.column.count() - 1
        )  # no space after it
        if not last or not isinstance(group, QVBoxLayout) or group.objectName() != type(control).__name__:
            group = QVBoxLayout()
            group.setObjectName(type(control).__name__)
            group.setSpacing(self.look.px(gap))
            self.column.addLayout(group)
        group.addWidget(control)

    def _step(self, at: RowButton, step: int) -> None:
        rows = [row for row, _ in self.rows]
        place = rows.index(at) + step
        if 0 <= place < len(rows):
            rows[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(rows[place], 0, self.look.px(24))

    def flow(self, *controls: QWidget) -> QWidget:
        """Controls side by side as far as they fit."""
        holder = QWidget()
        layout = CentredFlow(self.look.px(6), holder)
        layout.setContentsMargins(0, 0, 0, 0)
        for control in controls:
            layout.addWidget(control)
        self.column.addWidget(holder)
        return holder

    def adder(self, place: str, label: str, hint: str, words: str, run: Callable[[str], object]) -> Line:
        """A line and a button that adds what it says; Enter adds too."""
        control = Line(self.look, live=False)
        control.free = True
        control.setPlaceholderText(hint)
        self.bind(place, control, lambda _document: None, label=label)
        add = self.button(f"{place}.add", words, lambda: run(control.text()), "plus")
        control.returnPressed.connect(add.click)
        return control
