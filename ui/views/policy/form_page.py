"""A page of the policy form: what its controls show of the document, where errors go, how the focus is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from console.policy.document import DocumentError, PolicyDocument
from console.policy.document.phrases import say_document
from ui.i18n.format import language
from ui.retiring import retire
from ui.widgets.base import Pane, Text
from ui.widgets.form_controls import Line, Lines, Number

if TYPE_CHECKING:
    from console.policy.lines import Path
    from ui.theme.look import Look
    from ui.widgets.form import Field
    from ui.widgets.form_rows import RowButton

PLACE: Final = "policy_place"
"""The property that names a control, so that the focus is found again after a page was built anew."""

Write = Callable[[PolicyDocument, Any], object]
Read = Callable[[PolicyDocument], Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """An error of the newest check: where in the policy, and the whole sentence with file and line."""

    path: Path
    words: str
    unfinished: bool = False  # nothing wrong was written: there is nothing there yet


class Pen(QObject):
    """Makes changes. ``apply`` is given by the form: it changes the document, hands the text on and keeps the way back."""

    opened = Signal(str, str)

    def __init__(
        self, look: Look, apply: Callable[[str, Callable[[PolicyDocument], object]], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._apply = apply
        self.document: PolicyDocument | None = None
        self.faults: tuple[Fault, ...] = ()

    def apply(self, place: str, change: Callable[[PolicyDocument], object]) -> str:
        """Make a change at the control named ``place``; the sentence of what is wrong with it, empty when it was made."""
        try:
            self._apply(place, change)
        except DocumentError as wrong:
            words = say_document(wrong, language())
            return words[:1].upper() + words[1:] + "."
        return ""

    def open(self, section: str, item: str = "") -> None:
        """Show another page."""
        self.opened.emit(section, item)


@dataclass(slots=True)
class Bound:
    """One control, what it shows and where in the policy that stands."""

    place: str
    control: QWidget
    refresh: Callable[[PolicyDocument], None]
    path: Path
    around: Field | None = None
    label: str = ""
    help: Callable[[PolicyDocument], str] | None = None
    bare: bool = False
    wrong: str = ""
    faults: tuple[str, ...] = ()
    unfinished: bool = False


class PageBase(QScrollArea):
    """One page: built from the document, refreshed in place, built anew when its shape changed."""

    section = ""

    def __init__(self, pen: Pen, item: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pen, self.look, self.item = pen, pen.look, item
        self.bound: dict[str, Bound] = {}
        self.rows: list[tuple[RowButton, Path]] = []
        self.wanted_place = ""
        """Where the focus goes once the page was built anew."""
        self._shape: object = None
        self._content: QWidget | None = None
        self.column = QVBoxLayout()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    # ------------------------------------------------------------------ for the pages

    def build(self, document: PolicyDocument) -> None:
        """Add the page's parts to ``column``."""
        raise NotImplementedError

    def shape(self, document: PolicyDocument) -> object:
        """What the parts depend on: the page is built anew when this changes. None when the item is gone."""
        raise NotImplementedError

    @property
    def root(self) -> Path:
        """Where in the policy the page's item stands; errors under it that no field claims are shown at the top."""
        return ()

    # ------------------------------------------------------------------ life

    def sync(self, document: PolicyDocument) -> bool:
        """Show the document as it is; False when the item of this page is there no longer."""
        shape = self.shape(document)
        if shape is None:
            return False
        if shape != self._shape or self._content is None:
            self.rebuild(document, shape)
        else:
            for bound in self.bound.values():
                self._refresh(bound, document)
        self.show_faults()
        return True

    def rebuild(self, document: PolicyDocument, shape: object = None) -> None:
        """Build the page anew; focus, cursor and scrolling stay where they were."""
        self._shape = self.shape(document) if shape is None else shape
        focused = self._focused()
        place = str(focused.property(PLACE)) if focused is not None else ""
        place, self.wanted_place = self.wanted_place or place, ""
        cursor = focused.cursorPosition() if isinstance(focused, QLineEdit) else -1
        scrolled = self.verticalScrollBar().value()
        typed = {
            bound.place: bound.control.text()
            for bound in self.bound.values()
            if isinstance(bound.control, Line) and bound.control.free
        }
        self.bound.clear()
        self.rows.clear()
        content = Pane(self.look, "surface")
        px = self.look.px
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(px(16), px(14), px(16), px(20))
        self.column.setSpacing(px(12))
        self.faults_at_top = Text(self.look, "body", "danger", wrap=True)
        self.build(document)
        self.column.insertWidget(self._after_head(), self.faults_at_top)
        self.faults_at_top.hide()
        self.column.addStretch(1)
        before = self.takeWidget()
        self.setWidget(content)
        self._content = content
        if before is not None:
            before.hide()
            retire(before)
        for bound in self.bound.values():
            self._refresh(bound, document)
            if isinstance(bound.control, Line) and bound.control.free:
                bound.control.setText(typed.get(bound.place, ""))
        content.show()
        layout = content.layout()
        if layout is not None:
            layout.activate()
        self.verticalScrollBar().setValue(scrolled)
        if place and not self.focus_place(place):
            self.focus_first()
        control = self.control(place)
        if cursor >= 0 and isinstance(control, QLineEdit):
            control.setCursorPosition(cursor)

    def _after_head(self) -> int:
        return min(1, self.column.count())

    def _focused(self) -> QWidget | None:
        """The control of this page that has the focus."""
        at = self.window().focusWidget() if self.isVisible() else None
        while at is not None and at is not self:
            if at.property(PLACE):
                return at if self._content is not None and self._content.isAncestorOf(at) else None
            at = at.parentWidget()
        return None

    def control(self, place: str) -> QWidget | None:
        """The control named ``place``."""
        for widget in self._content.findChildren(QWidget) if self._content is not None else ():
            if widget.property(PLACE) == place:
                return widget
        return None

    def focus_place(self, place: str) -> bool:
        """Give a control the focus and bring it into view."""
        control = self.control(place)
        if control is None or not control.isEnabled():
            return False
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(control, 0, self.look.px(24)))
        return True

    def focus_first(self) -> None:
        """Give the first control of the page the focus."""
        for widget in self._content.findChildren(QWidget) if self._content is not None else ():
            if widget.property(PLACE) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def focus_first_field(self) -> None:
        """Give the first field behind the way back the focus."""
        for bound in self.bound.values():
            if bound.control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                self.focus_place(bound.place)
                return
        self.focus_first()

    def flush(self) -> None:
        """Tell what is still being typed."""
        for bound in list(self.bound.values()):
            if isinstance(bound.control, (Line, Lines)):
                bound.control.flush()
            elif isinstance(bound.control, Number):
                bound.control.interpretText()

    # ------------------------------------------------------------------ errors

    def show_faults(self) -> None:
        """Put each error under the field it belongs to; the others of this page at its top."""
        for bound in self.bound.values():
            bound.faults, bound.unfinished = (), False
        left: list[str] = []
        for fault in self.pen.faults:
            bound_here = self._owner(fault.path)
            if bound_here is not None:
                bound_here.faults = (*bound_here.faults, fault.words)
                bound_here.unfinished = fault.unfinished
            elif self.root and fault.path[: len(self.root)] == self.root:
                left.append(fault.words)
        for bound in self.bound.values():
            self._say(bound)
        for row, path in self.rows:
            inside = [fault.words for fault in self.pen.faults if fault.path[: len(path)] == path]
            row.set_faults(len(inside), "\n".join(inside))
        self.faults_at_top.setText("\n".join(left))
        self.faults_at_top.setVisible(bool(left))

    def _owner(self, path: Path) -> Bound | None:
        """The field that an error belongs to: the one whose place in the policy is nearest."""
        best, nearest = None, (0, 0)
        for bound in self.bound.values():
            own = bound.path
            if bound.around is None or not own or (path[: len(own)] != own and own[: len(path)] != path):
                continue
            if own[: len(path)] == path and len(path) <= len(self.root):
                continue  # an error of the whole item is no fault of one field
            common = (min(len(own), len(path)), -len(own))
            if best is None or common > nearest:
                best, nearest = bound, common
        return best

    def _say(self, bound: Bound) -> None:
        if bound.around is None:
            return
        document = self.pen.document
        help_ = bound.help(document) if bound.help is not None and document is not None else ""
        name = bound.control.accessibleName()
        bound.around.set_words(bound.label, help_)
        if not bound.label:
            bound.control.setAccessibleName(name)
        wrong = bound.wrong or "\n".join(bound.faults)
        if wrong:
            bound.around.set_wrong(wrong, unfinished=bound.unfinished and not bound.wrong)
        if bound.bare:
            bound.around.setVisible(bool(wrong))

    def _refresh(self, bound: Bound, document: PolicyDocument) -> None:
        control = bound.control
        typing = isinstance(control, (Line, Lines)) and control.hasFocus() and control.pending
        if not (typing or (bound.wrong and control.hasFocus())):
            bound.wrong = ""
            bound.refresh(document)
        self._say(bound)

    def change(self, place: str, change: Callable[[PolicyDocument], object]) -> bool:
        """Make a change for a control; what is wrong with it is said under the control."""
        wrong = self.pen.apply(place, change)
        bound = self.bound.get(place)
        if bound is not None:
            bound.wrong = wrong
            self._say(bound)
        elif wrong:
            self.faults_at_top.setText(wrong)
            self.faults_at_top.show()
            self.verticalScrollBar().setValue(0)
        return not wrong
