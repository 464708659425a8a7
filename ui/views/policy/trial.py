"""Try: why the draft proposes what it proposes for one text, what it forbids, what nobody knows; and keep it as a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from console.services.trying import TrialFacts
from ui.errors import describe, paragraph
from ui.i18n.mark import translate
from ui.models.policy.trial_words import (
    actions_words,
    category_words,
    forbidden_words,
    reasons_words,
    unknown_words,
    verdict_words,
)
from ui.theme.icon_names import category_color, category_icon
from ui.views.policy.tabs import TabPage
from ui.widgets.base import Pane, Rule, Text
from ui.widgets.buttons import ActionButton
from ui.widgets.chip import Chip
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Choice
from ui.widgets.folding_row import FoldingRow
from ui.widgets.runs import Run, RunText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.decision import Proposal
    from console.policy import Policy
    from ui.models.policy.draft import PolicyDraft
    from ui.models.policy.trial import Trial
    from ui.theme.look import Look


class _Lines(QWidget):
    """A title and paragraphs with icons under it; hidden without any."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.title = Text(look, "small", "text-muted", 600)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, look.px(4), 0, 0)
        self._column.setSpacing(look.px(3))
        self._column.addWidget(self.title)
        self.rows: list[RunText] = []

    def set_lines(self, title: str, lines: Sequence[tuple[str, str, Sequence[Run]]]) -> None:
        """Lines as (icon, its colour, runs)."""
        self.title.setText(title)
        while len(self.rows) < len(lines):
            row = RunText(self._look)
            self._column.addWidget(row)
            self.rows.append(row)
        for row in self.rows[len(lines) :]:
            row.hide()
        for row, (icon, color, runs) in zip(self.rows, lines, strict=False):
            row.set_runs(runs, icon, color)
            row.show()
        self.setVisible(bool(lines))


class TryTab(TabPage):
    """``test_asked`` carries rule id, text and whether the rule must apply. ``wants_text`` asks for the field."""

    test_asked = Signal(str, str, bool)
    wants_text = Signal()

    def __init__(self, look: Look, draft: PolicyDraft, trial: Trial, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._draft, self._trial = draft, trial
        self.quote = RunText(look, role="read")
        self.verdict = RunText(look, icon="circle")
        self.chip = Chip(look)
        self.proposed = Text(look, "body", "text", 600, wrap=True)
        self.compared = RunText(look, icon="scales")
        self.reasons, self.forbidden, self.unknown = _Lines(look), _Lines(look), _Lines(look)
        self.facts_title = Text(look, "small", "text-muted", 600)
        self.age, self.strikes, self.replies = QLineEdit(), QLineEdit(), QLineEdit()
        self.channel = Choice(look)
        self.labels = {
            key: Text(look, "small", "text-muted", wrap=True)
            for key in ("age", "strikes", "replies", "channel")
        }
        self.test_title = Text(look, "small", "text-muted", 600)
        self.test_line = Text(look, "small", "text-muted", wrap=True)
        self.rule, self.expect = Choice(look), Choice(look)
        self.add = ActionButton(look, "plus")
        self.empty = EmptyState(look)
        self._channels: list[str] = []
        self._picked = False
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        px = self.look.px
        inside = Pane(self.look)
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(16), px(12), px(16), px(16))
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.proposed, 1)
        column.addWidget(self.quote)
        column.addWidget(self.verdict)
        column.addWidget(Rule(self.look))
        column.addLayout(head)
        column.addWidget(self.compared)
        for part in (self.reasons, self.forbidden, self.unknown):
            column.addWidget(part)
        column.addWidget(Rule(self.look))
        column.addWidget(self.test_title)
        column.addWidget(FoldingRow((self.rule, self.expect), (self.add,), px(8)))
        column.addWidget(self.test_line)
        column.addWidget(Rule(self.look))
        column.addWidget(self.facts_title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(4))
        fields: tuple[tuple[str, QWidget], ...] = (
            ("age", self.age), ("strikes", self.strikes), ("replies", self.replies), ("channel", self.channel)
        )  # fmt: skip
        for place, (key, field) in enumerate(fields):
            across, down = place % 2, 2 * (place // 2)
            grid.addWidget(self.labels[key], down, across)
            grid.addWidget(field, down + 1, across)
            self.labels[key].setBuddy(field)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        for box, most in ((self.age, 20_000), (self.strikes, 20), (self.replies, 50)):
            box.setValidator(QIntValidator(0, most, box))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        whole.addWidget(self.empty)

    def _connect(self) -> None:
        for box in (self.age, self.strikes, self.replies):
            box.textChanged.connect(lambda _text: self._supposed())
        self.channel.currentIndexChanged.connect(lambda _index: self._supposed())
        self.rule.activated.connect(lambda _index: self._pick())
        self.rule.currentIndexChanged.connect(lambda _index: self._say_test())
        self.expect.currentIndexChanged.connect(lambda _index: self._say_test())
        self.add.clicked.connect(lambda _checked=False: self._add())
        self._trial.changed.connect(self._show)
        self._trial.text_changed.connect(self._new_text)
        self._draft.checked.connect(self._show)

    def set_channels(self, keys: Sequence[str]) -> None:
        """The channels one can suppose the comment on."""
        self._channels = list(keys)
        self._fill_channels()

    def _fill_channels(self) -> None:
        choices = [("", translate("Policy", "no channel in particular"))]
        self.channel.set_choices(choices + [(key, key) for key in self._channels])

    def _supposed(self) -> None:
        self._trial.set_facts(
            TrialFacts(_given(self.age), _given(self.strikes), _given(self.replies), self.channel.key())
        )

    def _pick(self) -> None:
        self._picked = True

    def _new_text(self) -> None:
        self._picked = False
        if not self._trial.text.strip():
            self._show()

    # ------------------------------------------------------------------ what came of it

    def _show(self) -> None:
        outcome = self._trial.outcome
        tried = None if outcome is None else outcome.tried
        self._area.setVisible(tried is not None)
        self.empty.setVisible(tried is None)
        if tried is None:
            self._show_empty(None if outcome is None else outcome.error)
            return
        draft = tried.draft
        shown = draft or tried.active
        policy = self._draft.policy if draft is not None else self._draft.active
        number = self._draft.active_text.number
        self.quote.set_runs([Run(tried.text)])
        head, said, aside = verdict_words(tried, policy)
        category = tried.verdict.categories[0] if tried.verdict.categories else "neutral"
        self.verdict.set_runs(
            [Run(f"{head} ", "text", 600), Run(f"{said} ", "text"), Run(aside, "text-muted")],
            category_icon(category),
            category_color(category),
        )
        self.chip.set_category(shown.category, shown.severity, category_words(policy, shown.category))
        self.proposed.setText(self._proposal_words(shown, draft is not None, number))
        self._compare(tried.differs, tried.active, draft, number)
        self._details(shown, policy)
        self._fill_rules(shown)

    def _proposal_words(self, shown: Proposal, from_draft: bool, number: int) -> str:
        words = actions_words(shown)
        if shown.auto_hide:
            words = translate("Policy", "{actions}, by itself within its limits").format(actions=words)
        if from_draft:
            return translate("Policy", "The draft proposes: {actions}").format(actions=words)
        return translate("Policy", "The draft has errors. v{number} proposes: {actions}").format(
            number=number, actions=words
        )

    def _compare(self, differs: bool, active: Proposal, draft: Proposal | None, number: int) -> None:
        self.compared.setVisible(draft is not None)
        if draft is None:
            return
        if not differs:
            said = translate("Policy", "v{number} proposes the same.").format(number=number)
            self.compared.set_runs([Run(said, "text-muted")], "scales", "text-muted")
            return
        name = category_words(self._draft.active, active.category)
        said = translate("Policy", "v{number} proposes otherwise: {category} {severity}/5, {actions}").format(
            number=number, category=name, severity=active.severity, actions=actions_words(active)
        )
        if active.auto_hide != draft.auto_hide:
            said += (
                translate("Policy", ", by itself")
                if active.auto_hide
                else translate("Policy", ", by a person")
            )
        self.compared.set_runs([Run(said, "warning", 600)], "scales", "warning")

    def _details(self, shown: Proposal, policy: Policy | None) -> None:
        lines: list[tuple[str, str, Sequence[Run]]] = []
        for code, words in zip(shown.reasons, reasons_words(shown, policy), strict=True):
            rule = code.code == "rule.matched"
            icon = "scales" if rule else "info" if not code.code.startswith("fact.") else "check"
            lines.append((icon, "text-muted", [Run(words, "text", 600 if rule else 400)]))
        self.reasons.set_lines(translate("Policy", "Why"), lines)
        self.forbidden.set_lines(
            translate("Policy", "What the policy forbids here"),
            [("hand-palm", "danger", [Run(words)]) for words in forbidden_words(shown, policy)],
        )
        words = unknown_words(shown.unknown)
        line = translate("Policy", "{facts}: conditions on them did not apply.").format(
            facts=words[:1].upper() + words[1:]
        )
        self.unknown.set_lines(
            translate("Policy", "Not known here"),
            [("circle-dashed", "text-muted", [Run(line)])] if shown.unknown else [],
        )

    def _show_empty(self, error: Exception | None) -> None:
        write = ActionButton(self.look, "textbox", translate("Policy", "Write a text"))
        ways = [(write, self.wants_text.emit)]
        if error is not None:
            self.empty.show_state(
                "robot", translate("Policy", "The text could not be read"), paragraph(describe(error)), ways
            )
        elif self._trial.text.strip():
            self.empty.show_state("circle-dashed", translate("Policy", "Reading…"), "")
        else:
            self.empty.show_state(
                "play",
                translate("Policy", "Try this draft on a text"),
                translate(
                    "Policy",
                    "Write a comment in the field under the policy: this page then says what the draft would "
                    "propose and why, and what is different from today.",
                ),
                ways,
            )

    # ------------------------------------------------------------------ keeping it as a test

    def _fill_rules(self, shown: Proposal) -> None:
        policy = self._draft.policy
        rules = () if policy is None else policy.rules
        self.rule.set_choices([(one.id, f"{one.id}  {one.note}".strip()) for one in rules])
        self.expect.set_choices(
            [
                ("match", translate("Policy", "must apply")),
                ("no_match", translate("Policy", "must not apply")),
            ]
        )
        if not self._picked and rules:
            self.rule.set_key(shown.rules[0] if shown.rules else rules[0].id)
            self.expect.set_key("match" if shown.rules else "no_match")
        self.add.set_inert("" if rules else translate("Policy", "The text has errors: they come first."))
        self._say_test()

    def _say_test(self) -> None:
        outcome = self._trial.outcome
        draft = None if outcome is None or outcome.tried is None else outcome.tried.draft
        if draft is None or not self.rule.key():
            self.test_line.setText("")
            return
        holds = (self.rule.key() in draft.rules) == (self.expect.key() == "match")
        self.test_line.set_color("text-muted" if holds else "warning")
        self.test_line.setText(
            translate("Policy", "Such a test holds today. It guards against a later change.")
            if holds
            else translate("Policy", "Such a test does not hold yet: the rule or its list must change first.")
        )

    def _add(self) -> None:
        if self.rule.key() and self._trial.text.strip():
            self.test_asked.emit(self.rule.key(), self._trial.text, self.expect.key() == "match")

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.test_title.setText(translate("Policy", "Keep this text as a test"))
        self.add.set_face("plus", translate("Policy", "Add this text as a test"))
        self.rule.setAccessibleName(translate("Policy", "Rule that is tested"))
        self.expect.setAccessibleName(translate("Policy", "What the rule must do"))
        self.facts_title.setText(translate("Policy", "Suppose of the author and the place"))
        words = {
            "age": translate("Policy", "Age of the account, in days"),
            "strikes": translate("Policy", "Earlier strikes"),
            "replies": translate("Policy", "Our replies in the thread"),
            "channel": translate("Policy", "Channel"),
        }
        fields = {"age": self.age, "strikes": self.strikes, "replies": self.replies, "channel": self.channel}
        for key, text in words.items():
            self.labels[key].setText(text)
            fields[key].setAccessibleName(text)
        for box in (self.age, self.strikes, self.replies):
            box.setPlaceholderText(translate("Policy", "not known"))
        self._fill_channels()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _given(box: QLineEdit) -> int | None:
    return int(box.text()) if box.hasAcceptableInput() and box.text() else None
