"""The left of the policy room: which file, how much differs from the text in force, text or form, the live test under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.i18n.mark import translate
from ui.i18n.policy_counted import counted
from ui.models.policy.changes import line_changes
from ui.views.policy.live import LiveTest
from ui.views.policy.text import TextPane
from ui.widgets.base import IconText, Pane
from ui.widgets.buttons import ActionButton
from ui.widgets.header import PaneHeader, Segments
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from console.runtime.app import Console
    from ui.bridge import Bridge
    from ui.models.policy.draft import PolicyDraft
    from ui.models.policy.trial import Trial
    from ui.theme.look import Look
    from ui.views.policy.form import PolicyForm

TEXT, FORM = "text", "form"
SMALL: Final = 360
"""Height in pixels at 100 % under which the live test says only the proposal."""


class PolicyLeft(Pane):
    """``tell`` puts a notice over the text; the form is loaded when it is first asked for. ``wanted`` asks to be seen."""

    wanted = Signal()

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        look: Look,
        draft: PolicyDraft,
        trial: Trial,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "surface", "", parent)
        self._console, self._bridge, self._draft = console, bridge, draft
        self._counting = 0
        self.text = TextPane(console, bridge, look, draft)
        self.form: PolicyForm | None = None
        self.live = LiveTest(look, draft, trial)
        self.notice = Notice(look, "accent")
        self.changes = IconText(look, role="small")
        self.mode = Segments(look, [(TEXT, ""), (FORM, "")])
        self._head = PaneHeader(look)
        self._stack = QStackedWidget()
        self._holder = QWidget()
        self._build()
        self.mode.chosen.connect(self.show_mode)
        draft.changed.connect(lambda _origin: self._count())
        draft.checked.connect(self._count)
        draft.active_changed.connect(self._count)
        self.retranslate()
        self.setFocusProxy(self.text)

    def _build(self) -> None:
        px = self.look.px
        self._head.title.hide()
        self._head.count.hide()
        self._head.row.insertWidget(0, self.text.files)
        self._head.row.insertWidget(1, self.changes)
        self._head.add(self.mode)
        self.mode.set_current(TEXT)
        self._stack.addWidget(self.text)
        inside = QVBoxLayout(self._holder)
        inside.setContentsMargins(px(8), px(8), px(8), px(8))
        inside.addWidget(self.notice)
        self._holder.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in ((self._head, 0), (self._holder, 0), (self._stack, 1), (self.live, 0)):
            column.addWidget(widget, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The text comes first where there is little height."""
        super().resizeEvent(event)
        # The page shown scrolls: what the highest page behind it would like is no reason to push the live test out.
        self._stack.setMinimumHeight(self.look.px(60))
        self.live.set_small(self.height() < self.look.px(SMALL))

    # ------------------------------------------------------------------ text or form

    def show_mode(self, mode: str) -> None:
        """Text or form, both over the same draft."""
        if mode == FORM and self.form is None:
            from ui.views.policy.form import PolicyForm

            self.form = PolicyForm(self.look, self._draft)
            self.form.wants_text.connect(self._text_wanted)
            self._stack.addWidget(self.form)
        wanted = self.form if mode == FORM and self.form is not None else self.text
        self._stack.setCurrentWidget(wanted)
        self.mode.set_current(mode)
        self.text.files.setVisible(mode == TEXT)
        self.setFocusProxy(wanted)

    def _text_wanted(self, line: int) -> None:
        """The form cannot say it: the text can."""
        self.show_mode(TEXT)
        if line:
            self.text.go_to("", line)
        else:
            self.text.setFocus()

    def flush(self) -> None:
        """What is being typed in the form enters the draft now."""
        if self.form is not None:
            self.form.flush()

    def show_rule(self, rule: str, line: int) -> None:
        """A rule where the person works: its page of the form, or its place in the text (line from 1)."""
        if self.form is not None and self._stack.currentWidget() is self.form:
            self.form.open("rules", rule)
        else:
            self.show_line(line)

    def show_line(self, line: int) -> None:
        """The policy's text at a line (from 1)."""
        self.wanted.emit()
        self.show_mode(TEXT)
        self.text.go_to("", line)

    # ------------------------------------------------------------------ telling

    def tell(
        self,
        icon: str,
        title: str,
        line: str,
        tone: str,
        ways: Sequence[tuple[ActionButton, Callable[[], object]]] = (),
    ) -> None:
        """Say something over the text; with ``ways`` it is a question, and its first answer gets the focus."""
        shut = ActionButton(self.look, "", translate("Policy", "Understood"))
        self.notice.show_notice(icon, title, line, "", tone)
        self.notice.set_buttons(ways or [(shut, self.understood)])
        self._holder.show()
        self.wanted.emit()
        if ways:
            self.notice.buttons[0].setFocus()

    @property
    def telling(self) -> bool:
        """Whether a notice stands over the text."""
        return not self._holder.isHidden()

    def understood(self) -> None:
        """The notice goes; the focus comes back to the text."""
        self._holder.hide()
        self.setFocus()

    # ------------------------------------------------------------------ how much differs

    def _count(self) -> None:
        """How many lines differ from the text in force, worked out on another thread."""
        if self._draft.closed:
            return
        active, text = self._draft.active_text, self._draft.text
        self._counting += 1
        asked = self._counting
        future = self._console.background(lambda _console: line_changes(active.text, text).count)
        self._bridge.watch(future, self, lambda number: self._say_count(asked, number))

    def _say_count(self, asked: int, number: int) -> None:
        if asked != self._counting:
            return
        if number:
            words = counted.changed_lines(number)
        elif self._draft.differs:
            words = translate("Policy", "draft, lists changed")
        else:
            words = translate("Policy", "the text in force")
        self.changes.set_text(words)
        self.changes.setToolTip(words)

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.mode.set_words([(TEXT, translate("Policy", "Text")), (FORM, translate("Policy", "Form"))])
        self.text.retranslate()
        self._count()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
