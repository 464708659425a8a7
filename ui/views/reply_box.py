"""The reply editor: live count in the platform's own unit, draft kept, Send visible but inert with its reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.policy import is_reason
from ui import actions
from ui.i18n.counted import counted
from ui.i18n.words import platform_word
from ui.models.reply_data import ReplyTo, Written, keeps_half
from ui.models.reply_words import finding_words
from ui.text_offsets import from_utf16
from ui.views.reply_count import Measure, count_words, fits_until, over
from ui.views.reply_editor import Editor, Marks
from ui.views.reply_notices import Notices, show_guard, show_other_draft
from ui.views.reply_preview import ReplyPreview
from ui.views.reply_quote import ReplyQuote
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import RING_ROOM, ActionButton, BarLink, Kind
from ui.widgets.folding_row import FoldingRow
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from console.services.replies import Looked, Offered
    from console.store import KeptDraft
    from ui.theme.look import Look

_DRAFT_MS: Final = 700
"""From the first key on: what is typed is on the disk at most so much later, with one write for many keys."""
_LOOK_MS: Final = 400
"""After this pause in typing, what was written is held against what was said before."""
_CAPS_FROM: Final = 380
"""From this width of the editor on its buttons show their keys."""
_BOTH_FROM: Final = 340
"""From this height on the preview stands under the editor; below, in its place."""
_SIDE_FROM: Final = 680
"""From this width on (at 100 %) the templates stand beside the editor; below, they take its place when asked for."""


class ReplyBox(Pane):
    """Writes one reply. ``send`` carries the text; ``closed`` comes with Esc, the draft already handed over.

    ``paused`` asks what was said before that bears on the text; ``show_looked`` takes the answer. ``written`` says from
    which saved reply the text comes. ``inserted`` carries the language of a saved reply that was put in.
    """

    send = Signal(int, str)
    paused = Signal(int, str)
    typed = Signal()
    inserted = Signal(str)
    draft = Signal(int, str)
    closed = Signal()
    guard_answer = Signal(str)
    wants_templates = Signal()

    def __init__(self, look: Look, measure: Measure, parent: QWidget | None = None) -> None:
        """``measure`` takes (platform kind, text)."""
        super().__init__(look, "window", "t", parent)
        self._measure = measure
        self._to: ReplyTo | None = None
        self._reason = ""
        self._leave = False  # whoever writes may answer although the guard stands against it, with a reason
        self._looked: Looked | None = None
        self._from: Offered | None = None
        self._inserted = ""
        self._text = ""  # as last measured: painting marks is no change
        self._origins: dict[int, Offered] = {}
        self._side: QWidget | None = None
        self._side_asked = False
        self.quote = ReplyQuote(look)
        self.guard = Notice(look)
        self.other = Notice(look, "accent")
        self.why = QLineEdit()
        self.said = Notice(look)
        self.title = Text(look, "body", "text-muted", 600, wrap=True)
        self.alone = Text(look, "small", "text-muted", wrap=True)
        self.kept = IconText(look, "note-pencil", "", icon_px=14)
        self.kept.keep_whole = True
        self.editor = Editor()
        self.marks = Marks(look, self.editor.document())
        self.preview = ReplyPreview(look)
        self.count = IconText(look, role="small")
        self.open = IconText(look, "textbox", "", color="warning")
        self.why_not = IconText(look, role="small", color="text-muted")
        self.send_button = ActionButton(look, kind=Kind.PRIMARY)
        self.templates_button = ActionButton(look)
        self.close_button = ActionButton(look, kind=Kind.QUIET)
        self.spell_link = BarLink(look, "text-aa")
        self.preview_link = BarLink(look, "eye")
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
        self.preview_link.clicked.connect(lambda _checked=False: self.toggle_preview())
        look.changed.connect(self._restyle)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        self._restyle()
        self.retranslate()

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title, 1)
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
        self._left.addWidget(self.alone)
        self._left.addWidget(self.editor, 2)
        self._left.addWidget(self.preview, 1)
        tools = QHBoxLayout()
        tools.addWidget(counts, 1)
        tools.addWidget(self.spell_link, 0, Qt.AlignmentFlag.AlignTop)
        tools.addWidget(self.preview_link, 0, Qt.AlignmentFlag.AlignTop)
        self._left.addLayout(tools)
        self._left.addLayout(foot)
        self.notices = Notices(self.look, (self.other, self.guard, self.why, self.said), self)
        self._body = QHBoxLayout()
        self._body.addWidget(self._writing, 3)
        self._column.addWidget(self.quote)
        self._column.addWidget(self.notices)
        self._column.addLayout(self._body, 1)
        for one in (self.said, self.why, self.preview, self.other, self.guard, self.alone):
            one.hide()
        self.notices.fit()

    def height_wanted(self) -> int:
        """The height in which nothing of it has to scroll, in pixels."""
        self._let_be(64, named=True)
        writing = self._writing.minimumSizeHint().height()
        self._share()
        return self.notices.wanted + self.look.px(6) + writing + self.look.px(20)

    def height_least(self) -> int:
        """The height in which one can still write, in pixels, nothing quoted: words above scroll, the title is gone."""
        self._let_be(32, named=False)
        least = self.minimumSizeHint().height()
        if not self.quote.isHidden():
            least -= self.quote.least + self._column.spacing()
        self._share()
        return least

    def show_quote(self, shown: bool) -> None:
        """The comment in a few lines on top: where it cannot be seen above the editor."""
        if self.quote.isHidden() == shown:
            self.quote.setVisible(shown)
            self._arrange()

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
        wide = self.width() >= max(self.look.px(_SIDE_FROM), self._alone() + self._side_room())
        self._side.setVisible(wide or self._side_asked)
        self._writing.setVisible(wide or not self._side_asked)
        px = self.look.px
        caps = self.width() * (3 if wide else 5) // 5 >= px(_CAPS_FROM)
        self.send_button.show_caps(caps)
        self.templates_button.show_caps(caps)
        self._share()
        # Little height: the preview takes the editor's place instead of lying over it.
        tight = self.height() - self.notices.wanted < px(_BOTH_FROM)
        writing = self.preview.isHidden() or not tight
        if self.editor.isHidden() == writing:
            held = self.editor.hasFocus() or self.preview.text.hasFocus()
            self.editor.setVisible(writing)
            if held:
                (self.editor if writing else self.preview.text).setFocus(Qt.FocusReason.OtherFocusReason)

    def _share(self) -> None:
        """Where words above and editor have no room for both, the one where the focus is stands whole."""
        margins = self._column.contentsMargins()
        free = self.height() - margins.top() - margins.bottom() - self._column.spacing()
        if not self.quote.isHidden():
            self._let_be(32, named=False)
            free -= self._column.spacing()
            self.quote.give(free - self._body_least() - self.notices.wanted)
            free -= self.quote.sizeHint().height()
        self._let_be(64, named=True)
        if (
            free < self._body_least()
        ):  # a low window and large text: buttons stand whole, the editor gives way
            self._let_be(32, named=False)
        if free - self._body_least() < self.notices.wanted:
            focused = QApplication.focusWidget()
            if focused is not None and self.notices.isAncestorOf(focused) and not self.editor.isHidden():
                self._let_be(32, named=False)
        self.notices.give(free - self._body_least())

    def _body_least(self) -> int:
        """The least height of editor and templates, in pixels, asked of them as they are now."""
        shown = [one for one in (self._writing, self._side) if one is not None and not one.isHidden()]
        return max((max(one.minimumSizeHint().height(), one.minimumHeight()) for one in shown), default=0)

    def _let_be(self, least: int, *, named: bool) -> None:
        """The editor's least height in pixels at 100 %, and whether its title stands above it."""
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if named else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.editor.setVerticalScrollBarPolicy(bar)
        self.editor.setMinimumHeight(self.look.px(least))
        self.title.setVisible(named)
        self._left.invalidate()
        self._writing.updateGeometry()
        self._body.invalidate()
        self._column.invalidate()

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and self.isAncestorOf(now):
            self._share()

    def _alone(self) -> int:
        """The width that the editor needs without the templates, in pixels."""
        margins = self._column.contentsMargins()
        return self._writing.minimumSizeHint().width() + margins.left() + margins.right()

    def _side_room(self) -> int:
        if self._side is None:
            return 0
        return max(self._side.minimumWidth(), self._side.minimumSizeHint().width()) + self._body.spacing()

    def minimumSizeHint(self) -> QSize:
        """What can give way asks for nothing: the templates beside the editor, and words above it that can scroll."""
        hint = super().minimumSizeHint()
        hint.setHeight(hint.height() - max(self.notices.minimumHeight() - self.notices.least, 0))
        if not self.quote.isHidden():
            hint.setHeight(hint.height() - max(self.quote.sizeHint().height() - self.quote.least, 0))
        if self._side is not None and not self._side.isHidden() and not self._writing.isHidden():
            hint.setWidth(hint.width() - self._side_room())
        return hint

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
        self.editor.setFont(self.look.font("body"))
        self.marks.rehighlight()

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
        self.preview_link.set_face("eye", "", (), actions.word("reply.preview"))
        keys = " ".join(actions.keycaps("reply.preview"))
        self.preview_link.setToolTip(f"{actions.word('reply.preview')} ({keys})")
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
        self.alone.setText(to.alone)
        self.alone.setVisible(bool(to.alone))
        self.editor.setAccessibleDescription(to.alone)
        self.editor.blockSignals(True)
        self.editor.setPlainText(to.draft)
        self.editor.blockSignals(False)
        self._text = to.draft
        self.marks.filled, self.marks.misspelt = [], []
        self.marks.follow(to.draft)
        self.preview.start(to.platform, to.us, to.author)
        self.show_other(to.other_draft)
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

    def reword_guard(self, title: str, line: str) -> None:
        """The guard that stands, in other words; one that came or went meanwhile waits for the next start."""
        to = self._to
        if to is None or not (to.guard_title and title) or (title, line) == (to.guard_title, to.guard_line):
            return
        at = next((place for place, one in enumerate(self.guard.buttons) if one.hasFocus()), -1)
        self._to = replace(to, guard_title=title, guard_line=line)
        if not self.guard.isHidden():
            self._show_guard(self._to)
            if at >= 0:
                self.guard.buttons[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_guard(self, to: ReplyTo) -> None:
        show_guard(self.guard, self.look, to.guard_title, to.guard_line, self.guard_answer.emit)

    def show_other(self, draft: KeptDraft | None, me: str = "") -> None:
        """Say that another draft stands here (None: none does); nothing of either is lost by a choice."""
        self.other.setVisible(draft is not None)
        if draft is not None:
            show_other_draft(
                self.other, self.look, draft, me, lambda: self._take_other(draft), self._keep_mine
            )

    def _take_other(self, draft: KeptDraft) -> None:
        """The other's words in place of mine; Ctrl+Z brings mine back."""
        cursor = self.editor.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(draft.text)
        self._keep_mine()

    def _keep_mine(self) -> None:
        self.other.hide()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keep()

    def toggle_preview(self) -> None:
        """Ctrl+P: how it will stand on the site, under the editor, or away again."""
        self.preview.setVisible(self.preview.isHidden())
        self.preview.show_text(self.text())
        self._arrange()

    # ------------------------------------------------------------------ templates and what was said

    def insert(self, one: Offered) -> None:
        """Put a saved reply in: in place of another one that nobody changed, else where the cursor is. Ctrl+Z undoes it."""
        cursor = self.editor.textCursor()
        if not self.text().strip() or self.text() == self._inserted:
            cursor.select(QTextCursor.SelectionType.Document)
        at = from_utf16(self.text(), cursor.selectionStart())
        cursor.insertText(one.filled.text)
        self.editor.setTextCursor(cursor)
        self.marks.filled += [(at + start, at + end) for start, end in one.filled.filled]
        self.marks.show()
        self._from, self._inserted = one, self.text()
        if self._to is not None:
            self._origins[self._to.comment_id] = one
        self._say_title()
        self.inserted.emit(one.filled.language)
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
        text = self.text()
        changed, self._text = text != self._text, text
        if keep and not changed:
            return  # only its marks were painted
        measured = self._measure(self._to.platform, text)
        too_long = over(measured) > 0
        self.marks.over_from = fits_until(self._measure, self._to.platform, text) if too_long else -1
        self.marks.follow(text)
        self.count.set_text(count_words(measured), color="danger" if too_long else "text-muted")
        if not self.preview.isHidden():
            self.preview.show_text(text)
        fields = len(self.editor.open_fields())
        self.open.setVisible(bool(fields))
        if fields:
            self.open.set_text(counted.fields_to_fill(fields))
        self._set_reason(too_long, fields)
        if keep:
            self.kept.hide()
            if not self._draft_timer.isActive():  # not pushed back by each key: nobody types without a pause
                self._draft_timer.start()
            self._look_timer.start()
            self.typed.emit()
            if not text.strip():
                self._from, self._inserted = None, ""
                self._origins.pop(self._to.comment_id, None)
            self._say_title()
            if self._looked is not None and self._looked.text != self.text():
                self._looked = None
                self.said.hide()

    def _set_reason(self, too_long: bool, fields: int) -> None:
        assert self._to is not None
        given = self.why.isVisibleTo(self) and is_reason(self.why.text())
        looked = self._looked
        if self._to.guard_title and not (self._leave and given):
            reason = self.tr("The guard above stands against it.")
        elif not self.text().strip():
            reason = self.tr("Nothing written yet.")
        elif too_long:
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
        self._keep_now()  # what is refused, or fails, must not be lost with the editor
        self._look_timer.stop()
        self.send.emit(self._to.comment_id, self.text())

    def _keep_now(self) -> None:
        """What was typed since the last write."""
        if self._draft_timer.isActive():
            self._draft_timer.stop()
            self._keep()

    def leave(self) -> None:
        """Close; what was typed is kept as a draft."""
        self._keep_now()
        self._look_timer.stop()
        self._to = None
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys in force for sending and closing; Tab goes to the next open field, Ctrl+Tab leaves."""
        if watched is not self.editor or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            if actions.pressed(event, "reply.send", "reply.close", "reply.paste_plain"):
                event.accept()  # a key of this field, whatever it means outside
                return True
            return super().eventFilter(watched, event)
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if actions.pressed(event, "reply.send"):
            if not event.isAutoRepeat():
                self._send()
            return True
        if actions.pressed(event, "reply.close"):
            self.leave()
            return True
        if actions.pressed(event, "reply.paste_plain"):
            self.editor.paste()  # the editor takes nothing but plain text
            return True
        if event.key() == Qt.Key.Key_Tab:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self.editor.next_field():
                self.focusNextChild()
            return True
        if event.key() == Qt.Key.Key_Backtab:
            self.focusPreviousChild()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key that closes does so from any of its buttons too."""
        if actions.pressed(event, "reply.close"):
            self.leave()
            return
        super().keyPressEvent(event)
