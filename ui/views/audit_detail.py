"""The audit page's right panel: the words and whether they are those that were logged, the chain, the proof, notes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from console.audit.statements import statements
from console.services.audit_desk import EntryDetail, parsed
from ui.delegates.visible_text import plain_name
from ui.errors import shown_language
from ui.i18n import format as say
from ui.models.audit_line import line_of_entry
from ui.models.audit_steps import facts, proof, steps
from ui.models.audit_words import subtitle
from ui.models.card_data import CardSpan
from ui.models.masking import hides
from ui.theme.icon_names import category_color
from ui.views.audit_parts import CommentCard, FactRows, NoteEditor, StepsColumn
from ui.widgets.base import IconText, Pane, Rule, Text
from ui.widgets.buttons import RING_ROOM, ActionButton, BarLink
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.header import PaneHeader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.theme.look import Look


@dataclass(slots=True)
class _Shown:
    detail: EntryDetail | None = None
    revealed: bool = False


class AuditDetail(Pane):
    """Shows one EntryDetail. Signals ask the page: a note, an undo, a statement, only this comment's entries."""

    note_written = Signal(int, str)
    undo_asked = Signal(int)
    statement_asked = Signal(str)
    only_comment = Signal(int)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "surface", "l", parent)
        self._shown = _Shown()
        self.head = PaneHeader(look)
        self.copy = BarLink(look, "copy")
        self.head.add(self.copy)
        self.card = CommentCard(look)
        self.erased = IconText(look, "user-minus", "", role="body", text_color="text")
        self.only = BarLink(look, "funnel-simple", "", color="accent")
        self.steps_title = Text(look, "small", "text-muted", 600)
        self.steps = StepsColumn(look)
        self.facts_title = Text(look, "small", "text-muted", 600)
        self.facts = FactRows(look)
        self.proof_title = Text(look, "small", "text-muted", 600)
        self.proof = FactRows(look)
        self.rule = Rule(look)
        self.note_button = ActionButton(look)
        self.undo_button = ActionButton(look)
        self.statement_button = ActionButton(look)
        self.editor = NoteEditor(look)
        self.empty = EmptyState(look)
        self.body = self._make_body()
        self.foot = Pane(look, "window", "t")
        self._foot_row = FlowLayout(look.px(2))
        self.foot.setLayout(self._foot_row)
        for button in (self.note_button, self.undo_button, self.statement_button):
            self._foot_row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in (
            (self.head, 0),
            (self.body, 1),
            (self.empty, 1),
            (self.editor, 0),
            (self.foot, 0),
        ):
            column.addWidget(widget, stretch)
        self.editor.hide()
        self._connect()
        look.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()
        self.show_detail(None)

    def _make_body(self) -> QScrollArea:
        inner = Pane(self.look)
        self._column = QVBoxLayout(inner)
        above: tuple[QWidget, ...] = (self.card, self.erased, self.steps_title, self.steps)
        below: tuple[QWidget, ...] = (self.facts_title, self.facts, self.rule, self.proof_title, self.proof)
        for widget in above:
            self._column.addWidget(widget)
        self._column.addWidget(self.only, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in below:
            self._column.addWidget(widget)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.installEventFilter(self)
        return area

    def _connect(self) -> None:
        self.copy.clicked.connect(lambda _checked=False: self.copy_entry())
        self.only.clicked.connect(lambda _checked=False: self._ask_only())
        self.note_button.clicked.connect(lambda _checked=False: self.start_note())
        self.undo_button.clicked.connect(lambda _checked=False: self._ask_undo())
        self.statement_button.clicked.connect(lambda _checked=False: self._ask_statement())
        self.editor.left.connect(self.stop_note)
        self.editor.written.connect(self._note)
        self.card.revealed.connect(self._reveal)

    def _restyle(self) -> None:
        px = self.look.px
        self._column.setContentsMargins(px(16), px(14), px(14), px(14))
        self._column.setSpacing(px(8))
        self._foot_row.setContentsMargins(px(12 - RING_ROOM), px(7), px(10), px(7))
        self.setMinimumWidth(px(300))

    # ------------------------------------------------------------------ what is shown

    @property
    def detail(self) -> EntryDetail | None:
        """The entry shown."""
        return self._shown.detail

    @property
    def comment_id(self) -> int:
        """The comment of the entry shown, 0 when it is about none."""
        detail = self._shown.detail
        number = 0 if detail is None else detail.entry.get("comment")
        return number if type(number) is int else 0

    def show_detail(self, detail: EntryDetail | None) -> None:
        """Show another entry, or with None that nothing is chosen."""
        same = (
            detail is not None and self.detail is not None and detail.row.sequence == self.detail.row.sequence
        )
        self._shown = _Shown(detail, self._shown.revealed and same)
        if not same:
            self.stop_note()
        self.body.setVisible(detail is not None)
        self.foot.setVisible(detail is not None and not self.editor.isVisibleTo(self))
        self.copy.setVisible(detail is not None)
        self.empty.setVisible(detail is None)
        if detail is None:
            self.head.title.set_text(self.tr("No entry chosen"))
            self.head.count.set_text("")
            return
        line = line_of_entry(detail.row.sequence, detail.entry)
        self.head.title.set_text(self.tr("Entry {n}").format(n=say.number(detail.row.sequence)))
        self.head.count.set_text(subtitle(line))
        # The number and the word Copy stay whole; what happened may be shortened.
        self.head.title.setMinimumWidth(self.head.title.sizeHint().width())
        self._show_words(detail)
        about_comment = bool(self.comment_id)
        self.steps_title.setVisible(about_comment)
        self.steps.setVisible(about_comment)
        self.only.setVisible(about_comment)
        self.facts_title.setVisible(not about_comment)
        self.facts.setVisible(not about_comment)
        self.steps.show_steps(steps(detail) if about_comment else ())
        self.facts.show_facts(() if about_comment else facts(detail))
        self.proof.show_facts(proof(detail))
        self._show_buttons(detail)
        if not same:
            self.body.verticalScrollBar().setValue(0)

    def _show_words(self, detail: EntryDetail) -> None:
        text = detail.private.get("text")
        self.erased.setVisible(detail.erased)
        self.card.setVisible(text is not None)
        if text is None:
            return
        entry, comment = detail.entry, detail.comment
        author = detail.private.get("author")
        name = ""
        if comment is not None:
            name = comment.author_name or comment.author_handle
        elif author is not None:
            name = author.value.partition(":")[2]
        card = self.card
        card.author.set_text(plain_name(name))
        card.author.setVisible(bool(name))
        posted = entry.get("posted_at")
        card.when.set_text(_when(posted))
        ok = detail.proofs.get("text", False)
        if ok:
            card.check.set_text(self.tr("text matches its hash"), "seal-check", "ok", "fill")
        else:
            card.check.set_text(self.tr("text does not match its hash"), "link-break", "danger", "fill")
        severity = entry.get("severity")
        harsh = type(severity) is int and hides(str(entry.get("category", "")), severity, self.look.mask_all)
        masked = harsh and not self._shown.revealed
        card.words.show_words(text.value, _spans(entry), masked)
        card.reveal.setVisible(masked)
        changed = comment is not None and comment.text != text.value
        card.aside.setText(self.tr("The author has changed these words since; here are those of this entry."))
        card.aside.setVisible(changed)
        card.set_bar(
            category_color(str(entry.get("category", ""))) if type(severity) is int and severity >= 2 else ""
        )

    def _show_buttons(self, detail: EntryDetail) -> None:
        self.note_button.set_inert(
            "" if self.comment_id else self.tr("Notes belong to comments; this entry is about none.")
        )
        decision = detail.entry.get("decision")
        undoable = detail.entry.get("event") == "decision" and type(decision) is int
        self.undo_button.setVisible(undoable)
        undone = any(parsed(row).get("undoes") == decision for row in detail.chain) if undoable else False
        self.undo_button.set_inert(self.tr("This decision was undone already.") if undone else "")
        self.statement_button.setVisible(bool(self._statement()))

    # ------------------------------------------------------------------ what it does

    def copy_entry(self) -> None:
        """Put the entry as stored, with its hashes, on the clipboard."""
        detail = self._shown.detail
        if detail is None:
            return
        row = detail.row
        whole = {"sequence": row.sequence, "segment": row.segment, "previous": row.previous, "hash": row.hash}
        text = json.dumps({**whole, "entry": dict(detail.entry) or row.entry}, ensure_ascii=False, indent=2)
        QGuiApplication.clipboard().setText(text)
        self.copy.set_face("check", self.tr("Copied"))

    def start_note(self) -> None:
        """Open the note field, if the entry is about a comment."""
        if self.comment_id and self.detail is not None:
            self.foot.hide()
            self.editor.show()
            self.editor.field.clear()
            self.editor.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_note(self) -> None:
        """Close the note field."""
        if not self.editor.isHidden():
            self.editor.hide()
            self.foot.setVisible(self.detail is not None)
            self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Move into the panel."""
        if self.detail is not None:
            self.body.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.copy.set_face("copy", self.tr("Copy"), name=self.tr("Copy the entry with its hashes"))
        self.copy.setMinimumWidth(self.copy.sizeHint().width())
        self.only.set_face("funnel-simple", self.tr("Only this comment’s entries"))
        self.card.reveal.set_face("eye", self.tr("Show the words"))
        self.steps_title.setText(self.tr("From first seen to outcome"))
        self.facts_title.setText(self.tr("What the entry says"))
        self.proof_title.setText(self.tr("Proof"))
        self.erased.set_text(self.tr("Erased. The entry still verifies."))
        self.note_button.set_face("note-blank", self.tr("Add a note"), ("N",))
        self.undo_button.set_face("arrow-u-up-left", self.tr("Undo…"))
        self.statement_button.set_face("file-text", self.tr("Statement…"))
        self.body.setAccessibleName(self.tr("Entry"))
        self.editor.retranslate()
        self.empty.show_state(
            "scroll", self.tr("No entry chosen"), self.tr("Choose one with J and K; Enter goes into it.")
        )
        self.show_detail(self._shown.detail)

    def _reveal(self) -> None:
        self._shown.revealed = True
        self.show_detail(self._shown.detail)
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_only(self) -> None:
        if self.comment_id:
            self.only_comment.emit(self.comment_id)

    def _note(self, words: str) -> None:
        self.note_written.emit(self.comment_id, words)
        self.stop_note()

    def _ask_undo(self) -> None:
        decision = None if self.detail is None else self.detail.entry.get("decision")
        if type(decision) is int:
            self.undo_asked.emit(decision)

    def _statement(self) -> str:
        detail = self._shown.detail
        if detail is None or not self.comment_id:
            return ""
        chain = ((row.hash, parsed(row)) for row in detail.chain)
        made = list(statements(chain, language=shown_language()))
        return "\n\n".join(json.dumps(one, ensure_ascii=False, indent=2) for one in made)

    def _ask_statement(self) -> None:
        text = self._statement()
        if text:
            self.statement_asked.emit(text)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Esc in the panel goes back to the table."""
        if watched is self.body and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return False


def _when(posted: object) -> str:
    if type(posted) is not int:
        return ""
    return f"{say.day(posted)} {say.clock_time(posted)}"


def _spans(entry: Mapping[str, Any]) -> tuple[CardSpan, ...]:
    given = entry.get("spans")
    found = []
    for one in given if isinstance(given, list) else ():
        if isinstance(one, list) and len(one) == 3 and type(one[0]) is int and type(one[1]) is int:
            found.append(CardSpan(one[0], one[1], str(one[2])))
    return tuple(found)
