"""The live test under the text: a field, and at every pause of typing what the draft would propose for its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import actions
from ui.errors import describe, paragraph
from ui.i18n.mark import translate
from ui.models.policy.trial_words import (
    actions_words,
    category_words,
    reasons_words,
    score_words,
    took_words,
    version_would,
)
from ui.theme.icon_names import ACTIONS
from ui.widgets.base import IconText, Pane
from ui.widgets.buttons import BarLink
from ui.widgets.chip import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.runs import Run, RunText

if TYPE_CHECKING:
    from ui.models.policy.draft import PolicyDraft
    from ui.models.policy.trial import Outcome, Trial
    from ui.theme.look import Look


class LiveTest(Pane):
    """``wants_details`` asks for the Try tab."""

    wants_details = Signal()

    def __init__(self, look: Look, draft: PolicyDraft, trial: Trial, parent: QWidget | None = None) -> None:
        super().__init__(look, "surface", "t", parent)
        self._draft, self._trial = draft, trial
        self._small = False
        self.title = IconText(look, role="small", weight=600)
        self.took = IconText(look, role="small")
        self.field = QLineEdit()
        self.chip = Chip(look)
        self.score = IconText(look, role="small")
        self.rules = IconText(look, "scales", role="small", text_color="text")
        self.proposed = IconText(look, "check", role="small", text_color="text", weight=600)
        self.other = IconText(look, role="small", color="warning", weight=600)
        self.why = RunText(look, role="small")
        self.more = BarLink(look, "caret-right", role="small")
        self._build()
        self.field.textChanged.connect(trial.set_text)
        self.more.clicked.connect(lambda _checked=False: self.wants_details.emit())
        trial.changed.connect(self._show)
        trial.text_changed.connect(self._text_changed)
        draft.changed.connect(lambda _origin: self._show())
        draft.checked.connect(self._show)
        self.retranslate()

    def _build(self) -> None:
        px = self.look.px
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.took)
        head.addWidget(self.more)
        self._facts = QWidget()
        flow = FlowLayout(px(10))
        flow.setContentsMargins(0, 0, 0, 0)
        self._facts.setLayout(flow)
        for part in (self.chip, self.score, self.rules, self.proposed, self.other):
            flow.addWidget(part)
        for words in (self.score, self.rules, self.proposed, self.other):
            words.keep_whole = True
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(9), px(14), px(9))
        column.setSpacing(px(6))
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self._facts)
        column.addWidget(self.why)
        self.look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        for words in (self.score, self.rules, self.proposed, self.other):
            words.setFixedHeight(self.look.px(20))  # as high as the chip, so that they stand on one line

    def set_small(self, small: bool) -> None:
        """With little height the reasons are left to the Try tab."""
        if small != self._small:
            self._small = small
            self._show()

    def take_focus(self) -> None:
        """F4: type here."""
        self.field.setFocus()
        self.field.selectAll()

    def _text_changed(self) -> None:
        if self.field.text() != self._trial.text:
            self.field.setText(self._trial.text)
        self._show()

    def _say(self, words: str, color: str = "text-muted") -> None:
        self._facts.hide()
        self.more.hide()
        self.took.set_text("")
        self.why.set_runs([Run(words, color)])
        self.why.show()

    def _show(self) -> None:
        outcome = self._trial.outcome
        if not self._trial.text.strip():
            self._say(
                translate("Policy", "Write a comment as somebody might, and see what this draft would do.")
            )
            self.why.setVisible(not self._small)
        elif outcome is None:
            self._say(translate("Policy", "Reading…"))
        elif outcome.tried is None:
            error = outcome.error
            self._say("" if error is None else paragraph(describe(error)), "danger")
        else:
            self._show_outcome(outcome)

    def _show_outcome(self, outcome: Outcome) -> None:
        tried = outcome.tried
        assert tried is not None
        draft = tried.draft
        shown = draft or tried.active
        policy = (self._draft.load.policy if self._draft.load else None) if draft else self._draft.active
        number = self._draft.active_text.number
        name = category_words(policy, shown.category)
        self.chip.set_category(shown.category, shown.severity, name)
        self.took.set_text(took_words(outcome.seconds))
        self.score.set_text(score_words(tried))
        self.score.setVisible(bool(score_words(tried)))
        self.rules.set_text(", ".join(shown.rules[:3]))
        self.rules.setVisible(bool(shown.rules))
        first = shown.actions[0].partition(":")[0] if shown.actions else ""
        icon = "robot" if shown.auto_hide else ACTIONS.get(first, "minus")
        words = actions_words(shown)
        if shown.auto_hide:
            words = translate("Policy", "{actions}, by itself").format(actions=words)
        self.proposed.set_text(words, icon)
        self.other.setVisible(tried.differs)
        self.other.set_text(version_would(number, tried, self._draft.active) if tried.differs else "")
        self._facts.show()
        self.more.show()
        self._facts.updateGeometry()
        if draft is None:
            said = translate("Policy", "The draft has errors: this is what v{number} proposes.")
            self.why.set_runs([Run(said.format(number=number), "warning")])
        else:
            reasons = reasons_words(draft, policy)
            self.why.set_runs([Run(" · ".join(reasons[:3]), "text-muted")])
        self.why.setVisible(bool(self.why.text) and not (self._small and draft is not None))

    def minimumSizeHint(self) -> QSize:
        """Everything in it: what is above gives way."""
        inside = self.layout()
        wide = self.width() if self.width() > self.look.px(200) else self.look.px(400)
        if inside is None:
            return QSize(self.look.px(200), 0)
        # Without the reasons nothing in it wraps, and then a layout knows no height for a width.
        high = inside.heightForWidth(wide) if inside.hasHeightForWidth() else inside.sizeHint().height()
        return QSize(self.look.px(200), high)

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.title.set_text(translate("Policy", "Try a text"))
        self.field.setPlaceholderText(
            translate("Policy", "A comment to try ({key})").format(
                key=" ".join(actions.keycaps("policy.live"))
            )
        )
        self.field.setAccessibleName(translate("Policy", "Try a text"))
        self.more.set_face("caret-right", translate("Policy", "Why"), ())
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
