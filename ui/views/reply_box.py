"""The reply editor: live count in the platform's own unit, draft kept, Send visible but inert with its reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui import actions
from ui.i18n import format as say
from ui.i18n.counted import counted
from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.i18n.words import platform_word
from ui.theme.look import Look
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import RING_ROOM, ActionButton, Kind
from ui.widgets.notice import Notice

_DRAFT_MS: Final = 700
_FIELD: Final = re.compile(r"\{[^{}\n]{1,40}\}")

UNITS: Final = {
    "graphemes": QT_TRANSLATE_NOOP("Units", "graphemes"),
    "characters": QT_TRANSLATE_NOOP("Units", "characters"),
    "weighted": QT_TRANSLATE_NOOP("Units", "weighted characters"),
    "bytes": QT_TRANSLATE_NOOP("Units", "bytes"),
}


class Measured(Protocol):
    """A text's length in a platform's unit; ``limit`` 0 means none."""

    @property
    def used(self) -> int:
        """Units used."""
        ...

    @property
    def limit(self) -> int:
        """Units allowed, 0 for no limit."""
        ...

    @property
    def unit(self) -> str:
        """Code of the unit."""
        ...


@dataclass(frozen=True, slots=True)
class ReplyTo:
    """What is being answered: comment, platform, the kept draft and what stands against answering."""

    comment_id: int
    platform: str
    draft: str = ""
    guard_title: str = ""
    guard_line: str = ""
    needs_approval: bool = False


class _Fields(QSyntaxHighlighter):
    """Open fields like ``{name}`` are tinted with a dashed underline."""

    def __init__(self, look: Look, document: QTextDocument) -> None:
        super().__init__(document)
        self._look = look

    def highlightBlock(self, text: str) -> None:
        """Mark the open fields of one line."""
        style = QTextCharFormat()
        style.setBackground(QColor(self._look.hex("warning-tint")))
        style.setForeground(self._look.color("warning"))
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        for match in _FIELD.finditer(text):
            self.setFormat(match.start(), match.end() - match.start(), style)


class Editor(QPlainTextEdit):
    """Plain text only; Tab goes to the next open field while there is one."""

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words, never format."""
        if source.hasText():
            self.insertPlainText(source.text())

    def open_fields(self) -> list[tuple[int, int]]:
        """Start and end of each open field, in the document."""
        return [(m.start(), m.end()) for m in _FIELD.finditer(self.toPlainText())]

    def next_field(self) -> bool:
        """Select the next open field after the cursor, or the first; False when there is none."""
        fields = self.open_fields()
        if not fields:
            return False
        at = self.textCursor().selectionEnd()
        start, end = next((field for field in fields if field[0] >= at), fields[0])
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return True


class ReplyBox(Pane):
    """Writes one reply. ``send`` carries the text; ``closed`` comes with Esc, the draft already handed over."""

    send = Signal(int, str)
    draft = Signal(int, str)
    closed = Signal()
    guard_answer = Signal(str)
    wants_templates = Signal()

    def __init__(
        self, look: Look, measure: Callable[[str, str], Measured], parent: QWidget | None = None
    ) -> None:
        """``measure`` takes (platform kind, text)."""
        super().__init__(look, "window", "t", parent)
        self._measure = measure
        self._to: ReplyTo | None = None
        self._reason = ""
        self.guard = Notice(look)
        self.title = Text(look, "body", "text-muted", 600)
        self.kept = IconText(look, "note-pencil", "", icon_px=14)
        self.editor = Editor()
        self._fields = _Fields(look, self.editor.document())
        self.count = IconText(look, role="small")
        self.open = IconText(look, "textbox", "", color="warning")
        self.why_not = IconText(look, role="small", color="text-muted")
        self.send_button = ActionButton(look, kind=Kind.PRIMARY)
        self.templates_button = ActionButton(look)
        self.close_button = ActionButton(look, kind=Kind.QUIET)
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(_DRAFT_MS)
        self._draft_timer.timeout.connect(self._keep)
        self._build()
        self.editor.textChanged.connect(self._on_text)
        self.editor.installEventFilter(self)
        self.send_button.clicked.connect(self._send)
        self.send_button.asked_why.connect(self.why_not.set_text)
        self.templates_button.clicked.connect(lambda _checked=False: self.wants_templates.emit())
        self.close_button.clicked.connect(self.leave)
        look.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        head, counts, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.kept)
        for widget in (self.count, self.open):
            counts.addWidget(widget)
        counts.addStretch(1)
        counts.addWidget(self.why_not)
        foot.addWidget(self.send_button)
        foot.addWidget(self.templates_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        self._counts, self._foot = counts, foot
        self._column.addWidget(self.guard)
        self._column.addLayout(head)
        self._column.addWidget(self.editor, 1)
        self._column.addLayout(counts)
        self._column.addLayout(foot)

    def _restyle(self) -> None:
        px = self.look.px
        self._column.setContentsMargins(px(16), px(12), px(16), px(8))
        self._column.setSpacing(px(6))
        self._counts.setSpacing(px(14))
        self._foot.setSpacing(0)
        self._foot.setContentsMargins(-px(RING_ROOM), 0, -px(RING_ROOM), 0)
        self.editor.setMinimumHeight(px(96))
        self.editor.setFont(self.look.font("body"))
        self._fields.rehighlight()

    def retranslate(self) -> None:
        """Words in the language shown."""
        self.kept.set_text(self.tr("draft kept"))
        send = (
            self.tr("Send for approval")
            if self._to is not None and self._to.needs_approval
            else actions.word("reply.send")
        )
        self.send_button.set_face("paper-plane-tilt", send, actions.keycaps("reply.send"))
        self.templates_button.set_face(
            "textbox", actions.word("reply.templates"), actions.keycaps("reply.templates")
        )
        self.close_button.set_face("x", "", actions.keycaps("reply.close"))
        self.close_button.setAccessibleName(actions.word("reply.close"))
        if self._to is not None:
            place = platform_word(self._to.platform)
            self.title.setText(self.tr("Your reply on {platform}").format(platform=place))
            self.editor.setAccessibleName(self.title.text())
            self._on_text(keep=False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @property
    def comment_id(self) -> int:
        """The comment being answered, 0 for none."""
        return self._to.comment_id if self._to is not None else 0

    def start(self, to: ReplyTo) -> None:
        """Open for a comment with its kept draft; the focus goes to the guard's first button, else the editor."""
        self._to = to
        self.editor.blockSignals(True)
        self.editor.setPlainText(to.draft)
        self.editor.blockSignals(False)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.kept.setVisible(bool(to.draft))
        self.guard.setVisible(bool(to.guard_title))
        if to.guard_title:
            self._show_guard(to)
        self.retranslate()
        if to.guard_title and self.guard.buttons:
            self.guard.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_guard(self, to: ReplyTo) -> None:
        self.guard.show_notice("hand-palm", to.guard_title, to.guard_line)
        keep = ActionButton(
            self.look, "check", self.tr("Keep without reply"), actions.keycaps("decide.keep"), Kind.PRIMARY
        )
        watch = ActionButton(
            self.look, "binoculars", self.tr("Watch until…"), actions.keycaps("decide.watch")
        )
        other = ActionButton(
            self.look,
            "tag",
            translate("Messages", "This is not a provocation"),
            actions.keycaps("look.category"),
        )
        self.guard.set_buttons(
            [
                (keep, lambda: self.guard_answer.emit("keep")),
                (watch, lambda: self.guard_answer.emit("watch")),
                (other, lambda: self.guard_answer.emit("category")),
            ]
        )

    def text(self) -> str:
        """The reply as typed."""
        return self.editor.toPlainText()

    def _on_text(self, keep: bool = True) -> None:
        if self._to is None:
            return
        measured = self._measure(self._to.platform, self.text())
        unit = translate("Units", UNITS[measured.unit]) if measured.unit in UNITS else measured.unit
        over = bool(measured.limit) and measured.used > measured.limit
        if measured.limit:
            words = f"{say.number(measured.used)} / {say.number(measured.limit)} {unit}"
        else:
            words = f"{say.number(measured.used)} {unit}"
        self.count.set_text(words, color="danger" if over else "text-muted")
        fields = len(self.editor.open_fields())
        self.open.setVisible(bool(fields))
        if fields:
            self.open.set_text(counted.fields_to_fill(fields))
        self._set_reason(over, fields)
        if keep:
            self.kept.hide()
            self._draft_timer.start()

    def _set_reason(self, over: bool, fields: int) -> None:
        assert self._to is not None
        if self._to.guard_title:
            reason = self.tr("The guard above stands against it.")
        elif not self.text().strip():
            reason = self.tr("Nothing written yet.")
        elif over:
            reason = self.tr("Too long for this site.")
        elif fields:
            reason = self.tr("An open field is left.")
        else:
            reason = ""
        self._reason = reason
        self.send_button.set_inert(reason)
        self.why_not.set_text(reason if self.text().strip() or self._to.guard_title else "")

    def _keep(self) -> None:
        if self._to is not None:
            self.draft.emit(self._to.comment_id, self.text())
            self.kept.setVisible(bool(self.text()))

    def _send(self) -> None:
        if self._to is None or self._reason:
            self.why_not.set_text(self._reason)
            return
        self._draft_timer.stop()
        self.send.emit(self._to.comment_id, self.text())

    def leave(self) -> None:
        """Close; what was typed is kept as a draft."""
        if self._draft_timer.isActive():
            self._draft_timer.stop()
            self._keep()
        self._to = None
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter sends, Esc closes, Tab goes to the next open field, Ctrl+Tab leaves."""
        if (
            watched is self.editor
            and event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
        ):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        if (
            watched is not self.editor
            or event.type() != QEvent.Type.KeyPress
            or not isinstance(event, QKeyEvent)
        ):
            return super().eventFilter(watched, event)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            if not event.isAutoRepeat():
                self._send()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        if event.key() == Qt.Key.Key_Tab:
            if control or not self.editor.next_field():
                self.focusNextChild()
            return True
        if event.key() == Qt.Key.Key_Backtab:
            self.focusPreviousChild()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes from any of its buttons too."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)
