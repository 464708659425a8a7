"""The audit page's right panel: the words and whether they are those that were logged, the chain, the proof, notes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from console.audit.statements import statements
from console.services.audit_desk import EntryDetail, parsed
from ui.delegates.paint import draw_icon, draw_text, text_width
from ui.delegates.text_block import TextBlock
from ui.delegates.visible_text import VisibleText, make_visible, plain_name
from ui.errors import shown_language
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.models.adapters import MASK_FROM
from ui.models.audit_line import line_of_entry
from ui.models.audit_steps import Fact, Step, facts, proof, steps
from ui.models.audit_words import subtitle
from ui.models.card_data import CardSpan
from ui.theme.icon_names import category_color
from ui.theme.look import Look
from ui.widgets.base import IconText, Pane, Rule, Text
from ui.widgets.buttons import RING_ROOM, ActionButton, BarLink
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.header import PaneHeader

LONGEST = 4000
"""Letters of a comment that are laid out."""


class Words(QWidget):
    """Foreign words laid out and painted as plain text, spans marked, right to left where they run so."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._shown: VisibleText = make_visible("")
        self._block: TextBlock | None = None
        self._width = -1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._forget)

    def show_words(self, text: str, spans: Sequence[CardSpan] = (), masked: bool = False) -> None:
        """Show ``text``; with ``masked`` the matched words are covered."""
        self._shown = make_visible(text[:LONGEST], spans, masked=masked)
        self.setAccessibleName(translate("Audit", "masked") if masked else text[:LONGEST])
        self._forget()

    def _forget(self) -> None:
        self._block, self._width = None, -1
        self.updateGeometry()
        self.update()

    def _laid_out(self, width: int) -> TextBlock:
        if self._block is None or self._width != width:
            look = self.look
            self._block = TextBlock(
                self._shown,
                look.font("body"),
                max(width, 40),
                look.metrics.line_px("body"),
                0,
                look.font("caption"),
            )
            self._width = width
        return self._block

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the lines."""
        return int(self._laid_out(width).height) + 1

    def sizeHint(self) -> QSize:
        """As it stands."""
        width = self.width() if self._width > 0 else self.look.px(280)
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        del event
        painter = QPainter(self)
        self._laid_out(self.width()).paint(painter, self.rect().topLeft().toPointF(), self.look)


class CommentCard(Pane):
    """Author, time, whether the words are the logged ones, and the words, with the bar of the category."""

    revealed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "raised", "", parent)
        self._bar = ""
        self.author = IconText(look, "", "", role="body", weight=600, text_color="text")
        self.when = IconText(look, "", "", role="body")
        self.check = IconText(look, "seal-check", "", role="body")
        self.words = Words(look)
        self.aside = Text(look, "small", "text-muted", wrap=True)
        self.reveal = BarLink(look, "eye", "")
        self._head = FlowLayout(look.px(6))
        for widget in (self.author, self.when, self.check):
            self._head.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.words)
        self._column.addWidget(self.aside)
        self._column.addWidget(self.reveal, 0, Qt.AlignmentFlag.AlignLeft)
        self.reveal.clicked.connect(lambda _checked=False: self.revealed.emit())
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self.look.px
        self._column.setContentsMargins(px(15), px(9), px(12), px(10))
        self._column.setSpacing(px(3))

    def set_bar(self, role: str) -> None:
        """The colour role of the left bar; empty for none."""
        self._bar = role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, edge, bar."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.color("border-strong"), 1))
        painter.setBrush(look.color("raised"))
        painter.drawRoundedRect(body, px(6), px(6))
        if self._bar:
            painter.save()
            painter.setClipRect(0, 0, px(3), self.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color(self._bar))
            painter.drawRoundedRect(self.rect().toRectF(), px(6), px(6))
            painter.restore()


class StepsColumn(QWidget):
    """The steps joined by a line: time, icon, title, what is to be said about it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._steps: tuple[Step, ...] = ()
        self._below: list[TextBlock] = []
        self._titles: list[TextBlock] = []
        self._width = -1
        self._days = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._forget)

    def show_steps(self, shown: tuple[Step, ...]) -> None:
        """Show another chain."""
        self._steps = shown
        days = {say.day(step.at) for step in shown if step.at}
        self._days = len(days) > 1
        self.setAccessibleName(
            "\n".join(f"{self._time(one)} {one.title}. {one.line}".strip() for one in shown)
        )
        self._forget()

    def words(self) -> list[str]:
        """The titles, oldest first."""
        return [step.title for step in self._steps]

    def _time(self, step: Step) -> str:
        if not step.at:
            return ""
        return f"{say.day(step.at)} {say.clock_time(step.at)}" if self._days else say.clock_seconds(step.at)

    def _forget(self) -> None:
        self._width = -1
        self.updateGeometry()
        self.update()

    def _room(self) -> tuple[int, int]:
        """Where the icons and where the words begin."""
        font = self.look.font("body")
        widest = max((text_width(font, self._time(one)) for one in self._steps), default=0)
        icon = widest + self.look.px(11)
        return icon, icon + self.look.px(16 + 11)

    def _lay_out(self, width: int) -> None:
        if width == self._width:
            return
        look = self.look
        left = self._room()[1]
        room = max(width - left, look.px(80))
        self._titles = [
            TextBlock(make_visible(step.title), look.font("body", 600), room, look.metrics.line_px("body"))
            for step in self._steps
        ]
        self._below = [
            TextBlock(make_visible(step.line), look.font("small"), room, look.metrics.line_px("small"), 4)
            for step in self._steps
        ]
        self._width = width

    def _height_of(self, number: int) -> int:
        below = self._below[number].height if self._steps[number].line else 0
        return int(self._titles[number].height + below) + self.look.px(9)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All steps."""
        self._lay_out(width)
        return sum(self._height_of(number) for number in range(len(self._steps)))

    def sizeHint(self) -> QSize:
        """As it stands."""
        width = self.width() if self._width > 0 else self.look.px(300)
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Times, joined icons, words."""
        del event
        self._lay_out(self.width())
        look, px = self.look, self.look.px
        painter = QPainter(self)
        icon_x, text_x = self._room()
        line = look.metrics.line_px("body")
        y = 0
        for number, step in enumerate(self._steps):
            height = self._height_of(number)
            if number + 1 < len(self._steps):
                painter.fillRect(
                    icon_x + px(8) - 1, y + line, px(1.5), height - line + px(1), look.color("border")
                )
            draw_text(
                painter, QRect(0, y, icon_x, line), self._time(step), look.font("body"), look, "text-muted"
            )
            weight = None if step.color == "text-muted" else "fill"
            draw_icon(painter, icon_x, y + line / 2, step.icon, step.color, look, 16, weight)
            self._titles[number].paint(painter, QRect(text_x, y, 1, 1).topLeft().toPointF(), look)
            below = QRect(text_x, y + int(self._titles[number].height), 1, 1).topLeft().toPointF()
            if step.line:
                self._below[number].paint(painter, below, look, "text-muted")
            y += height


class FactRows(QWidget):
    """Name and value per line; hashes in the fixed font, values can be selected with the mouse."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(2))
        self._facts: tuple[Fact, ...] = ()
        look.changed.connect(self._rebuild)

    def show_facts(self, shown: tuple[Fact, ...]) -> None:
        """Show these."""
        self._facts = shown
        self._rebuild()

    def _rebuild(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for fact in self._facts:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(self.look.px(8))
            name = Text(self.look, "small", "text-muted")
            name.setText(fact.name)
            name.setFixedWidth(self.look.px(98))
            name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            name.setWordWrap(True)
            value = Text(self.look, "small", wrap=True)
            value.setText(fact.value)
            if fact.fixed:
                value.setFont(self.look.fixed_font())
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            row.addWidget(name)
            row.addWidget(value, 1)
            line.setAccessibleName(f"{fact.name}: {fact.value}")
            self._column.addWidget(line)


class NoteEditor(Pane):
    """One line to write a note in, in place of the buttons; Enter keeps it, Esc leaves."""

    written = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "window", "t", parent)
        self.field = QLineEdit()
        self.field.setMaxLength(2000)
        self.save = ActionButton(look)
        self.cancel = ActionButton(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(12), look.px(10), look.px(12), look.px(6))
        column.setSpacing(look.px(4))
        column.addWidget(self.field)
        flow = FlowLayout(look.px(2))
        flow.setContentsMargins(-look.px(RING_ROOM), 0, 0, 0)
        flow.addWidget(self.save)
        flow.addWidget(self.cancel)
        column.addLayout(flow)
        self.save.clicked.connect(lambda _checked=False: self._keep())
        self.cancel.clicked.connect(lambda _checked=False: self.left.emit())
        self.field.returnPressed.connect(self._keep)
        self.retranslate()

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.save.set_face("check", self.tr("Keep the note"), ("⏎",))
        self.cancel.set_face("", self.tr("Leave"), (translate("Keys", "Esc"),))
        self.field.setPlaceholderText(self.tr("What the next person should know"))
        self.field.setAccessibleName(self.tr("Note, kept outside the log"))

    def _keep(self) -> None:
        words = self.field.text().strip()
        if words:
            self.written.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


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
        harsh = type(severity) is int and severity >= MASK_FROM
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
