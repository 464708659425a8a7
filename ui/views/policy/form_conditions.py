"""The conditions of a rule in the policy form: each a row of its own words, nested ones shown and left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.i18n.mark import translate
from ui.views.policy.form_page import PLACE
from ui.views.policy.form_parts import FormPage
from ui.views.policy.form_words import (
    category_choices,
    condition_words,
    percent,
    score_choices,
    score_word,
    signal_choices,
)
from ui.widgets.base import Text
from ui.widgets.buttons import BarLink
from ui.widgets.fields import Choice
from ui.widgets.form_controls import Number
from ui.widgets.form_rows import CentredFlow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.policy.document import ConditionView, PolicyDocument, RuleView
    from console.policy.lines import Path


class ConditionPage(FormPage):
    """A page about one rule, with what its conditions need."""

    def rule(self, document: PolicyDocument) -> RuleView | None:
        """The rule of this page."""
        return next((view for view in document.rules() if view.id == self.item), None)

    def conditions(self, document: PolicyDocument, part: str) -> tuple[ConditionView, ...]:
        """The conditions of ``when`` or ``unless``."""
        rule = self.rule(document)
        return () if rule is None else (rule.when if part == "when" else rule.unless)

    def build_conditions(self, document: PolicyDocument, part: str, path: Path) -> None:
        """A row for each condition, and a choice that adds one."""
        for index, condition in enumerate(self.conditions(document, part)):
            self._row(document, part, index, condition, path)
        rule = self.rule(document)
        if part == "when" and rule is not None and rule.mode == "rich":
            self.note(translate("PolicyForm", "These conditions are nested. They are changed in the text."))
            return
        kinds = [
            ("list", translate("PolicyForm", "Words of a list")),
            ("score", translate("PolicyForm", "A score is high")),
            ("category", translate("PolicyForm", "Read as a category")),
            ("signal", translate("PolicyForm", "A signal")),
            ("has_link", translate("PolicyForm", "It holds a link")),
            ("author", translate("PolicyForm", "The author is watched")),
        ]
        chooser = Choice(self.look, kinds)
        chooser.setAccessibleName(
            translate("PolicyForm", "Condition to add")
            if part == "when"
            else translate("PolicyForm", "Exception to add")
        )
        chooser.setProperty(PLACE, f"{part}.kind")
        words = (
            translate("PolicyForm", "Add the condition")
            if part == "when"
            else translate("PolicyForm", "Add the exception")
        )
        add = self.button(f"{part}.add", words, lambda: self._add(part, chooser.key()), "plus", add=False)
        self.flow(chooser, add)

    def _add(self, part: str, kind: str) -> None:
        document = self.pen.document
        if document is None:
            return
        lists, categories = document.lists(), document.categories()
        if kind == "list" and not lists:
            self.say(translate("PolicyForm", "There is no word list yet: add one first."))
            return
        starts: dict[str, dict[str, Any]] = {
            "list": {"list": lists[0].name if lists else ""},
            "score": {"score": "insult", "at_least": 0.8},
            "category": {
                "category": _usual_exception(document, part) or (categories[0].name if categories else "")
            },
            "signal": {"signal": "quotation" if part == "unless" else "reply_bait"},
            "has_link": {"has_link": True},
            "author": {"author": "watch"},
        }
        made = starts[kind]
        place = len(self.conditions(document, part))
        if self.change(f"{part}.add", lambda d: d.add_condition(self.item, made, part)):
            self.wanted_place = f"{part}.{place}.what"

    def _row(
        self, document: PolicyDocument, part: str, index: int, condition: ConditionView, path: Path
    ) -> None:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.look.px(4))
        body = QWidget()
        if condition.rich or condition.kind not in {"list", "score", "category", "signal"}:
            column = QVBoxLayout(body)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(self.look.px(2))
            words = Text(self.look, "body", wrap=True)
            words.setText(condition_words(condition.data, document))
            column.addWidget(words)
            if condition.rich:
                aside = Text(self.look, "small", "text-muted", wrap=True)
                aside.setText(translate("PolicyForm", "Several at once: changed in the text."))
                column.addWidget(aside)
        else:
            flow = CentredFlow(self.look.px(6), body)
            flow.setContentsMargins(0, 0, 0, 0)
            for control in self._controls(document, part, index, condition):
                flow.addWidget(control)
        line.addWidget(body, 1)
        remove = BarLink(self.look, "x", "", color="text-muted")
        remove.set_face("x", "", name=translate("PolicyForm", "Remove: {condition}").format(
            condition=condition_words(condition.data, document)
        ))  # fmt: skip
        remove.setProperty(PLACE, f"{part}.{index}.remove")
        remove.clicked.connect(lambda _checked=False: self._remove_condition(part, index))
        line.addWidget(remove)
        self.bind(f"{part}.{index}", holder, lambda _d: None, path=(*path, index))

    def _remove_condition(self, part: str, index: int) -> None:
        if self.change(f"{part}.{index}", lambda d: d.remove_condition(self.item, index, part)):
            self.wanted_place = f"{part}.kind"

    def _controls(
        self, document: PolicyDocument, part: str, index: int, condition: ConditionView
    ) -> list[QWidget]:
        kind, place = condition.kind, f"{part}.{index}"
        choices = {
            "list": [(view.name, view.name) for view in document.lists()],
            "score": score_choices(),
            "category": category_choices(document),
            "signal": signal_choices(),
        }[kind]
        words = {
            "list": translate("PolicyForm", "Words of the list"),
            "score": translate("PolicyForm", "Score"),
            "category": translate("PolicyForm", "Read as"),
            "signal": translate("PolicyForm", "Signal"),
        }[kind]
        label = self._word(words)
        what = Choice(self.look, choices)
        what.setAccessibleName(words)
        what.activated.connect(lambda _index: self._set(part, index, {kind: what.key()}, f"{place}.what"))

        def show(now: PolicyDocument) -> None:
            value = str(self._data(now, part, index).get(kind, ""))
            names = dict(choices)
            extra = [] if value in names else [(value, score_word(value) if kind == "score" else value)]
            what.set_choices([*choices, *extra])
            what.set_key(value)

        self.bind(f"{place}.what", what, show, add=False)
        if kind not in {"score", "category"}:
            return [label, what]
        bounded = kind == "score" and any(
            key in condition.data for key in ("at_most", "more_than", "less_than")
        )
        if bounded:
            rest = Text(self.look, "body")
            rest.setText(condition_words(condition.data, document))
            return [label, what, rest]
        sign = self._word(translate("PolicyForm", "at least"))
        least = Number(self.look, 0, 100, "\u00a0%")
        least.setAccessibleName(translate("PolicyForm", "{what}: from how sure on").format(what=words))
        least.setToolTip(translate("PolicyForm", "0 % takes everything, 100 % next to nothing."))
        if kind == "category":
            least.setSpecialValueText(translate("PolicyForm", "any"))
        least.valueChanged.connect(
            lambda value: self.change(
                f"{place}.at", lambda d: d.set_threshold(self.item, index, value / 100, part)
            )
        )
        self.bind(
            f"{place}.at", least,
            lambda d: least.show_value(percent(self._data(d, part, index).get("at_least"))), add=False,
        )  # fmt: skip
        return [label, what, sign, least]

    def _word(self, words: str) -> Text:
        """A word between controls, on their middle line."""
        label = Text(self.look, "body", "text-muted")
        label.setMinimumHeight(self.look.px(30))
        label.setText(words)
        return label

    def _data(self, document: PolicyDocument, part: str, index: int) -> Mapping[str, Any]:
        found = self.conditions(document, part)
        return found[index].data if index < len(found) else {}

    def _set(self, part: str, index: int, change: Mapping[str, Any], place: str) -> None:
        document = self.pen.document
        if document is not None:
            data = {**self._data(document, part, index), **change}
            self.change(place, lambda d: d.set_condition(self.item, index, data, part))


def _usual_exception(document: PolicyDocument, part: str) -> str:
    """Criticism is what rules must spare most often."""
    if part != "unless":
        return ""
    return next((view.name for view in document.categories() if view.protected), "")
