"""The policy as a form over the same text: sections at the left, one page each, every change written back at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.policy.document import DocumentError, PolicyDocument
from ui import actions
from ui.i18n.form_counted import form_counted
from ui.i18n.mark import translate
from ui.retiring import retire
from ui.views.policy.form_allow import AllowPage
from ui.views.policy.form_approval import ApprovalPage
from ui.views.policy.form_categories import CategoriesPage, CategoryPage
from ui.views.policy.form_channels import ChannelPage, ChannelsPage
from ui.views.policy.form_faults import fault_of
from ui.views.policy.form_hours import HoursPage
from ui.views.policy.form_ladder import LadderPage
from ui.views.policy.form_lists import ListPage, ListsPage
from ui.views.policy.form_page import Pen
from ui.views.policy.form_rules import RulePage, RulesPage
from ui.widgets.base import Pane
from ui.widgets.buttons import ActionButton, BarLink
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Choice
from ui.widgets.form_rows import SectionList

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.models.policy.draft import PolicyDraft
    from ui.theme.look import Look
    from ui.views.policy.form_parts import FormPage

ORIGIN: Final = "form"
HISTORY: Final = 200
"""How many changes can be taken back."""
NARROW: Final = 520
PAGE: Final = 280
"""Pixels at 100 % under which the list of sections becomes a choice over the page."""

PAGES: Final[dict[str, tuple[type[FormPage], type[FormPage] | None, str]]] = {
    "lists": (ListsPage, ListPage, "list"),
    "rules": (RulesPage, RulePage, "scales"),
    "categories": (CategoriesPage, CategoryPage, "tag"),
    "allow": (AllowPage, None, "shield-check"),
    "ladder": (LadderPage, None, "rows"),
    "approval": (ApprovalPage, None, "users"),
    "hours": (HoursPage, None, "clock"),
    "channels": (ChannelsPage, ChannelPage, "plugs-connected"),
}
SECTION_OF: Final = {
    "list": "lists", "rule": "rules", "category": "categories", "allow": "allow", "watch": "allow",
    "ladder": "ladder", "approval": "approval", "replies": "approval", "hours": "hours", "timezone": "hours",
    "channel": "channels",
}  # fmt: skip


class PolicyForm(Pane):
    """``wants_text`` asks for the text view, at a line (0: where it was). Call ``flush`` before the text is kept."""

    wants_text = Signal(int)

    def __init__(self, look: Look, draft: PolicyDraft, parent: QWidget | None = None) -> None:
        super().__init__(look, "surface", "", parent)
        self.draft = draft
        self.pen = Pen(look, self._apply, self)
        self.pen.opened.connect(self.open)
        self.sections = SectionList(look)
        self.chooser = Choice(look)
        self.undo_link = BarLink(look, "arrow-u-up-left", "")
        self.undo_link.hide()
        self.page: FormPage | None = None
        self.section, self.item = "lists", ""
        self._history: list[tuple[str, str, dict[str, bytes], str]] = []
        self._held: str | None = None
        self._stale = False
        self._stack = QStackedWidget()
        self._broken = EmptyState(look)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._sync)
        self._build()
        self.sections.chosen.connect(lambda section: self.open(section, stay=True))
        self.chooser.activated.connect(lambda _index: self.open(self.chooser.key(), stay=True))
        self.undo_link.clicked.connect(lambda _checked=False: self.undo())
        draft.changed.connect(self._changed)
        draft.checked.connect(self._checked)
        look.changed.connect(self._rebuild)
        self.retranslate()
        self._fold()
        self._read()

    def _build(self) -> None:
        px = self.look.px
        self._side = Pane(self.look, "window", "r")
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.sections, 1)
        self._bar = Pane(self.look, "surface", "b")
        self._bar_row = QHBoxLayout(self._bar)
        self._bar_row.setContentsMargins(px(12), px(4), px(10), px(5))
        self._bar_row.addWidget(self.chooser)
        self._bar_row.addStretch(1)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(px(12), px(4), px(8), px(8))
        side.addLayout(self._foot)
        main = QVBoxLayout()
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(0)
        main.addWidget(self._bar)
        main.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addLayout(main, 1)
        self._stack.addWidget(self._broken)

    # ------------------------------------------------------------------ reading

    def _read(self) -> None:
        """Read the draft's text; a text that is not TOML is said so, with its line."""
        if self._held == self.draft.text and self.pen.document is not None:
            if self.pen.document.files == self.draft.files:
                self._sync()
                return
        self._held = self.draft.text
        try:
            self.pen.document = PolicyDocument(self.draft.text, self.draft.files)
        except DocumentError as wrong:
            self.pen.document = None
            self._say_broken(wrong)
            return
        self._collect()
        self._sync()

    def _sync(self) -> None:
        """Show the document on the current page; where its item is gone, the list it was in."""
        document = self.pen.document
        if document is None:
            return
        if self.page is None or not self.page.sync(document):
            if self.page is None:
                self.open(self.section, self.item)
            else:
                self.open(self.section)
        if self.page is not None:
            self.item = self.page.item
            self._stack.setCurrentWidget(self.page)
        self._say_undo()

    def _say_broken(self, wrong: DocumentError) -> None:
        line = int(wrong.params.get("line", 1))
        button = ActionButton(
            self.look, "file-text", translate("PolicyForm", "Go to line {n} of the text").format(n=line)
        )
        self._broken.show_state(
            "file-text",
            translate("PolicyForm", "The text cannot be read as a form now"),
            translate(
                "PolicyForm", "Line {line} is not valid TOML: {detail}. The form comes back once it is."
            ).format(line=line, detail=wrong.params.get("detail", "")),
            [(button, lambda: self.wants_text.emit(line))],
        )
        focused = self._focus_inside()
        self._stack.setCurrentWidget(self._broken)
        if focused:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_undo()

    def _changed(self, origin: str) -> None:
        if origin == ORIGIN:
            self._later.start()
            return
        self._history.clear()
        if self.isVisible():
            self._read()
        else:
            self._stale = True  # somebody types in the text view: read once, when the form is looked at

    def _catch_up(self) -> None:
        if self._stale:
            self._stale = False
            self._read()

    def _checked(self) -> None:
        if self._stale:
            return
        self._collect()
        if self.page is not None and self.pen.document is not None:
            self.page.show_faults()

    def _collect(self) -> None:
        """Where each error of the newest check belongs; one of an older text waits for its own."""
        document, load = self.pen.document, self.draft.load
        if document is None or load is None or not self.draft.fresh:
            return
        self.pen.faults = tuple(fault_of(document, error) for error in load.errors)
        counts = dict.fromkeys(self.sections.items, 0)
        for fault in self.pen.faults:
            section = SECTION_OF.get(str(fault.path[0])) if fault.path else None
            if section is not None:
                counts[section] += 1
        for key, count in counts.items():
            words = form_counted.errors(count) if count else ""
            self.sections.items[key].set_faults(count, words)

    # ------------------------------------------------------------------ changing

    def _apply(self, place: str, change: Callable[[PolicyDocument], object]) -> None:
        document = self.pen.document
        if document is None:
            return
        text, files = document.text, document.files
        change(document)
        if (document.text, document.files) == (text, files):
            return
        mark = f"{self.section}/{self.item}/{place}"
        if not (self._history and self._history[-1][0] == mark and mark.endswith(("words", "note", "text"))):
            self._history.append(
                (mark, text, files, document.text)
            )  # typing on is one change, not one per pause
        else:
            self._history[-1] = (*self._history[-1][:3], document.text)
        del self._history[:-HISTORY]
        self._held = document.text
        self.draft.set_all(document.text, document.files, ORIGIN)

    def undo(self) -> bool:
        """Take back the last change made here; False when there is none."""
        if self.page is not None:
            self.page.flush()
        if not self._history or self._history[-1][3] != self.draft.text:
            return False
        _, text, files, _ = self._history.pop()
        self.pen.document = PolicyDocument(text, files)
        self._held = text
        self.draft.set_all(text, files, ORIGIN)
        return True

    def flush(self) -> None:
        """Write what is still being typed into the text."""
        if not self._stale and self.page is not None and self.pen.document is not None:
            self.page.flush()

    # ------------------------------------------------------------------ pages

    def open(self, section: str, item: str = "", *, stay: bool = False) -> None:
        """Show a section, or one thing in it; it gets the focus when the form has it, unless that is to ``stay``."""
        if section not in PAGES:
            return
        self._catch_up()
        self.flush()
        focused = self._focus_inside() and not stay
        came_from = self.item if section == self.section and not item else ""
        self.section, self.item = section, item
        self.sections.set_current(section)
        self.chooser.set_key(section)
        document = self.pen.document
        if document is None:
            return
        index, single, _ = PAGES[section]
        kind = single if item and single is not None else index
        page = kind(self.pen, item)
        before, self.page = self.page, page
        self._stack.addWidget(page)
        if not page.sync(document):
            page = self.page = index(self.pen)
            self.item = ""
            self._stack.addWidget(page)
            page.sync(document)
        self._stack.setCurrentWidget(page)
        if focused and not (came_from and page.focus_place(f"row.{came_from}")):
            page.focus_first_field()
        if before is not None:
            self._stack.removeWidget(before)
            retire(before)

    def _focus_inside(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _rebuild(self) -> None:
        """Another text size or language: the same page, built anew."""
        if self.page is not None and self.pen.document is not None:
            self.page.rebuild(self.pen.document)
            self.page.show_faults()
        self._fold()

    def _say_undo(self) -> None:
        self.undo_link.setVisible(bool(self._history) and self._history[-1][3] == self.draft.text)

    def _fold(self) -> None:
        """In a narrow or low pane the list of sections becomes a choice over the page."""
        room = self.sections.sizeHint().height() + self.undo_link.sizeHint().height() + self.look.px(16)
        # Longer names of the sections take from the page.
        beside = self.width() - self._side.sizeHint().width()
        narrow = self.width() < self.look.px(NARROW) or beside < self.look.px(PAGE) or self.height() < room
        self._side.setVisible(not narrow)
        self._bar.setVisible(narrow)
        row = self._bar_row if narrow else self._foot
        if row.indexOf(self.undo_link) < 0:
            row.addWidget(self.undo_link)

    # ------------------------------------------------------------------ events

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z is the form's while the focus is in it, before it is the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Undo):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z takes the last change back; Esc goes from one thing to the list it came from."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.key() == Qt.Key.Key_Escape and self.item:
            self.open(self.section)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The form itself has nothing to type in: its page does."""
        super().focusInEvent(event)
        if self.pen.document is None:
            self._broken.setFocus(event.reason())
        elif self.page is not None:
            self.page.focus_first_field()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another shape."""
        super().resizeEvent(event)
        self._stack.setMinimumHeight(self.look.px(30))  # its pages scroll
        self._fold()

    def showEvent(self, event: QShowEvent) -> None:
        """The text may have changed while nobody looked here."""
        super().showEvent(event)
        self._catch_up()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed counts when the form goes out of sight."""
        self.flush()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._collect()
            self._rebuild()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Words of the language shown."""
        words = {
            "lists": translate("PolicyForm", "Word lists"),
            "rules": translate("PolicyForm", "Rules"),
            "categories": translate("PolicyForm", "Categories"),
            "allow": translate("PolicyForm", "Allowed and watched"),
            "ladder": translate("PolicyForm", "Sanctions"),
            "approval": translate("PolicyForm", "Approval and replies"),
            "hours": translate("PolicyForm", "Hours"),
            "channels": translate("PolicyForm", "Channels"),
        }
        self.sections.set_sections([(key, words[key], PAGES[key][2]) for key in PAGES])
        self.chooser.set_choices([(key, words[key]) for key in PAGES])
        self.chooser.setAccessibleName(translate("PolicyForm", "Section"))
        self.undo_link.set_face(
            "arrow-u-up-left", translate("PolicyForm", "Undo the change"), actions.keycaps("app.undo")
        )
        self.setAccessibleName(translate("PolicyForm", "Policy form"))
        self.sections.set_current(self.section)
