"""The reply editor: live count in the platform's own unit, draft kept, Send visible but inert with its reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.policy import is_reason
from console.services.replies import Looked, Offered
from ui import actions
from ui.i18n import format as say
from ui.i18n.counted import counted
from ui.i18n.mark import translate
from ui.i18n.words import platform_word
from ui.models.reply_data import UNITS, Measured, ReplyTo, Written, keeps_half
from ui.models.reply_words import finding_words
from ui.theme.look import Look
from ui.views.reply_editor import Editor, Fields
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import RING_ROOM, ActionButton, Kind
from ui.widgets.folding_row import FoldingRow
from ui.widgets.notice import Notice

_DRAFT_MS: Final = 700
_LOOK_MS: Final = 400
"""After this pause in typing, what was written is held against what was said before."""
_SIDE_FROM: Final = 640
"""From this width on (at 100 %) the templates stand beside the editor; below, they take its place when asked for."""


class ReplyBox(Pane):
    """Writes one reply. ``send`` carries the text; ``closed`` comes with Esc, the draft already handed over.

    ``paused`` asks what was said before that bears on the text; ``show_looked`` takes the answer. ``written`` says from
    which saved reply the text comes.
    """

    send = Signal(int, str)
    paused = Signal(int, str)
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
        self._leave = False  # whoever writes may answer although the guard stands against it, with a reason
        self._looked: Looked | None = None
        self._from: Offered | None = None
        self._inserted = ""
        self._origins: dict[int, Offered] = {}
        self._side: QWidget | None = None
        self._side_asked = False
        self.guard = Notice(look)
        self.why = QLineEdit()
        self.said = Notice(look)
        self.title = Text(look, "body", "text-muted", 600)
        self.kept = IconText(look, "note-pencil", "", icon_px=14)
        self.editor = Editor()
        self._fields = Fields(look, self.editor.document())
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
        self._look_timer = QTimer(self)
        self._look_timer.setSingleShot(True)
        self._look_timer.setInterval(_LOOK_MS)
        self._look_timer.timeout.connect(self._pause)
        self._build()
        self.why.textChanged.connect(lambda _text: self._on_text(keep=False))
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
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.kept)
        self.count.keep_whole = True
        counts = FoldingRow((self.count, self.open), (self.why_not,), self.look.px(14))
        foot.addWidget(self.send_button)
        foot.addWidget(self.templates_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        self._foot = foot
        self._writing = QWidget()
        self._left = QVBoxLayout(self._writing)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.addLayout(head)
        self._left.addWidget(self.editor, 1)
        self._left.addWidget(self.said)
        self._left.addWidget(counts)
        self._left.addLayout(foot)
        self._body = QHBoxLayout()
        self._body.addWidget(self._writing, 3)
        self._column.addWidget(self.guard)
        self._column.addWidget(self.why)
        self._column.addLayout(self._body, 1)
        self.said.hide()
        self.why.hide()

    def set_side(self, side: QWidget) -> None:
        """Put the templates beside the editor."""
        self._side = side
        self._body.addWidget(side, 2)
        self._arrange()

    def show_side(self, asked: bool) -> None:
        """Where there is no room for both, the templates take the editor's place while ``asked``."""
        self._side_asked = asked
        self._arrange()

    def _arrange(self) -> None:
        if self._side is None:
            return
        wide = self.width() >= self.look.px(_SIDE_FROM)
        self._side.setVisible(wide or self._side_asked)
        self._writing.setVisible(wide or not self._side_asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both beside each other, or one at a time."""
        super().resizeEvent(event)
        self._arrange()

    def _restyle(self) -> None:
        px = self.look.px
        self._column.setContentsMargins(px(16), px(12), px(16), px(8))
        self._column.setSpacing(px(6))
        self._left.setSpacing(px(6))
        self._body.setSpacing(px(12))
        self._foot.setSpacing(0)
        self._foot.setContentsMargins(-px(RING_ROOM), 0, -px(RING_ROOM), 0)
        self.editor.setMinimumHeight(px(96))
        self.editor.setFont(self.look.font("body"))
        self._fields.rehighlight()

    def retranslate(self) -> None:
        """Words in the language shown."""
        self.kept.set_text(self.tr("draft kept"))
        self.why.setPlaceholderText(self.tr("Why all the same, in a few words: it is logged"))
        self.why.setAccessibleName(self.why.placeholderText())
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
            self._say_title()
            self._on_text(keep=False)

    def _say_title(self) -> None:
        if self._to is None:
            return
        words = (
            self.tr("Your warning on {platform}")
            if self.written.purpose == "warn"
            else self.tr("Your reply on {platform}")
        )
        self.title.setText(words.format(platform=platform_word(self._to.platform)))
        self.editor.setAccessibleName(self.title.text())

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
        self._from = self._origins.get(to.comment_id)  # a kept draft knows what it was written from
        self._inserted = to.draft if self._from is not None and to.draft == self._from.filled.text else ""
        self._to = to
        self._leave = False
        self._looked = None
        self.said.hide()
        self.why.clear()
        self.why.hide()
        self.show_side(False)
        self.editor.blockSignals(True)
        self.editor.setPlainText(to.draft)
        self.editor.blockSignals(False)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.kept.setVisible(bool(to.draft))
        self.guard.setVisible(bool(to.guard_title))
        if to.guard_title:
            self._show_guard(to)
        self.retranslate()
        if to.draft.strip():
            self._look_timer.start()
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

    # ------------------------------------------------------------------ templates and what was said

    def insert(self, one: Offered) -> None:
        """Put a saved reply in: in place of another one that nobody changed, else where the cursor is. Ctrl+Z undoes it."""
        cursor = self.editor.textCursor()
        if not self.text().strip() or self.text() == self._inserted:
            cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(one.filled.text)
        self.editor.setTextCursor(cursor)
        self._from, self._inserted = one, self.text()
        if self._to is not None:
            self._origins[self._to.comment_id] = one
        self._say_title()
        self.show_side(False)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        start = self.editor.textCursor()
        start.movePosition(QTextCursor.MoveOperation.Start)
        self.editor.setTextCursor(start)
        if not self.editor.next_field():
            self.editor.moveCursor(QTextCursor.MoveOperation.End)

    @property
    def written(self) -> Written:
        """Which saved reply the text comes from, and the reason given; emptied, a text comes from none."""
        reason = self.why.text().strip() if self.why.isVisibleTo(self) else ""
        if self._from is None or not keeps_half(self._from.filled.text, self.text()):
            return Written(reason=reason)  # written anew: no use of the saved reply, and no warning either
        filled = self._from.filled
        return Written(filled.id, filled.language, filled.purpose, reason)

    def grant(self, leave: bool) -> None:
        """Whoever writes may override the guard that stands here, with a reason."""
        if self._to is not None and self._to.guard_title:
            self._leave = leave
            self._show_why()

    def show_looked(self, looked: Looked) -> None:
        """What was said before that bears on the text; an answer about an earlier text is passed over."""
        if self._to is None or looked.comment_id != self._to.comment_id or looked.text != self.text():
            return
        self._looked = looked
        self.said.setVisible(bool(looked.findings))
        if looked.findings:
            first = looked.findings[0]
            title, line, aside = finding_words(first)
            tone = "danger" if looked.stop is not None else "warning"
            if first.kind == "same":
                self.said.show_notice("info", title, line, aside, "accent")
            else:
                self.said.show_notice("warning-circle", title, line, aside, tone)
        self._show_why()

    def _show_why(self) -> None:
        stopped = self._looked is not None and self._looked.stop is not None and self._looked.leave
        self.why.setVisible(self._leave or stopped)
        self._on_text(keep=False)

    def _pause(self) -> None:
        if self._to is not None and not self.isHidden():
            self.paused.emit(self._to.comment_id, self.text())

    # ------------------------------------------------------------------ writing

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
            self._look_timer.start()
            if not self.text().strip():
                self._from, self._inserted = None, ""
                self._origins.pop(self._to.comment_id, None)
            self._say_title()
            if self._looked is not None and self._looked.text != self.text():
                self._looked = None
                self.said.hide()

    def _set_reason(self, over: bool, fields: int) -> None:
        assert self._to is not None
        given = self.why.isVisibleTo(self) and is_reason(self.why.text())
        looked = self._looked
        if self._to.guard_title and not (self._leave and given):
            reason = self.tr("The guard above stands against it.")
        elif not self.text().strip():
            reason = self.tr("Nothing written yet.")
        elif over:
            reason = self.tr("Too long for this site.")
        elif fields:
            reason = self.tr("An open field is left.")
        elif looked is not None and looked.stop is not None and not looked.leave:
            reason = self.tr("We have said something else: change it, or ask the spokesperson.")
        elif looked is not None and looked.stop is not None and not given:
            reason = self.tr("We have said something else: change it, or say why.")
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
        self._look_timer.stop()
        self.send.emit(self._to.comment_id, self.text())

    def leave(self) -> None:
        """Close; what was typed is kept as a draft."""
        if self._draft_timer.isActive():
            self._draft_timer.stop()
            self._keep()
        self._look_timer.stop()
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
