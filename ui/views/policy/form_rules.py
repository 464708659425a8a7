"""Rules in the policy form: all of them in their order, and one with conditions, proposals, automatic hiding and tests."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.policy.document import PolicyDocument, RuleTestView, RuleView
from console.policy.sections_rules import PROPOSABLE
from ui.i18n.mark import translate
from ui.views.policy.form_conditions import ConditionPage
from ui.views.policy.form_lists import first_category, free_id
from ui.views.policy.form_page import PLACE
from ui.views.policy.form_parts import FormPage
from ui.views.policy.form_words import action_name, category_choices, condition_words, rule_summary
from ui.widgets.base import Text
from ui.widgets.buttons import BarLink
from ui.widgets.fields import Choice
from ui.widgets.form_controls import Line

if TYPE_CHECKING:
    from console.policy.lines import Path


class RulesPage(FormPage):
    """All rules."""

    section = "rules"

    def shape(self, document: PolicyDocument) -> object:
        """What the rows say."""
        return tuple((rule.id, rule.note, rule_summary(document, rule)) for rule in document.rules())

    def build(self, document: PolicyDocument) -> None:
        """A row for each rule, and a line that adds one."""
        self.head(
            translate("PolicyForm", "Rules"),
            translate(
                "PolicyForm",
                "When this is found, that is proposed. The most severe rule wins, then the one that stands first.",
            ),
        )
        for rule in document.rules():
            self.row(
                f"{rule.id}  {rule.note}".strip(), rule_summary(document, rule),
                partial(self.pen.open, "rules", rule.id), f"row.{rule.id}", ("rule", rule.index),
            )  # fmt: skip
        if not document.rules():
            self.note(
                translate("PolicyForm", "No rule yet. Begin with a word list, or give a rule a name here.")
            )
        self.adder(
            "add", translate("PolicyForm", "A new rule"), translate("PolicyForm", "What it is for, in words"),
            translate("PolicyForm", "Add the rule"), self._add,
        )  # fmt: skip

    def _add(self, text: str) -> None:
        document = self.pen.document
        if document is None:
            return
        lists = document.lists()
        condition = {"list": lists[0].name} if lists else {"score": "insult", "at_least": 0.8}
        words = text.strip().split()
        rule_id = free_id(document, words[0] if words else "")
        category = first_category(document)
        if self.change("add", lambda d: d.add_rule(rule_id, category, condition, ["hide"], text)):
            self.pen.open("rules", rule_id)


class RulePage(ConditionPage):
    """One rule."""

    section = "rules"

    @property
    def root(self) -> Path:
        """The rule's table."""
        document = self.pen.document
        rule = self.rule(document) if document is not None else None
        return ("rule", rule.index) if rule is not None else ("rule", -1)

    def _must(self, document: PolicyDocument) -> RuleView:
        found = self.rule(document)
        return found or RuleView(-1, self.item, "", "", "rich", (), (), (), "none", 20, 15, ())

    def shape(self, document: PolicyDocument) -> object:
        """Its conditions by kind, its targets and how many tests it has; None when the rule is gone."""
        rule = self.rule(document)
        if rule is None:
            return None
        kinds = [
            (part, tuple((c.kind, tuple(c.data), c.source if c.rich else "") for c in conditions))
            for part, conditions in (("when", rule.when), ("unless", rule.unless))
        ]
        names = tuple(view.name for view in document.lists()), tuple(category_choices(document))
        tests = tuple(str(test.given) for test in rule.tests)
        targets = tuple(word for word in rule.propose if ":" in word)
        odd = tuple(word for word in rule.propose if word.partition(":")[0] not in PROPOSABLE)
        return kinds, rule.mode, names, tests, rule.auto, "hide" in rule.propose, targets, odd

    def build(self, document: PolicyDocument) -> None:
        """What it is for, when, what then, and the tests."""
        rule = self._must(document)
        base: Path = ("rule", rule.index)
        self.head(rule.id, "", translate("PolicyForm", "Rules"))
        self.line(
            "note", translate("PolicyForm", "What it is for"), lambda d: self._must(d).note,
            lambda d, text: d.set_rule_note(self.item, text), path=(*base, "note"),
        )  # fmt: skip
        self.choice(
            "category", translate("PolicyForm", "The comment is then read as"), category_choices(document),
            lambda d: self._must(d).category, lambda d, key: d.set_rule_category(self.item, key),
            path=(*base, "category"),
        )  # fmt: skip
        self._when(document, rule, base)
        self._then(rule, base)
        self._auto(rule, base)
        self._tests(rule, base)
        self.part(translate("PolicyForm", "This rule"))
        self.line(
            "id", translate("PolicyForm", "Short name"), lambda _d: self.item, self._rename, live=False,
            help_=translate("PolicyForm", "It stands beside every proposal: letters, digits, - _ and dots."),
            path=(*base, "id"),
        )  # fmt: skip
        self.button("remove", translate("PolicyForm", "Remove the rule"), self._remove, "trash-simple")

    # ------------------------------------------------------------------ when

    def _when(self, document: PolicyDocument, rule: RuleView, base: Path) -> None:
        self.part(translate("PolicyForm", "When"))
        if rule.mode != "rich" and len(rule.when) > 1:
            self.choice(
                "mode", "", [
                    ("any", translate("PolicyForm", "One of these is enough")),
                    ("all", translate("PolicyForm", "All of these together")),
                ],
                lambda d: self._must(d).mode, lambda d, key: d.set_rule_mode(self.item, key),
            )  # fmt: skip
            self.bound["mode"].control.setAccessibleName(translate("PolicyForm", "How many must hold"))
        when = (*base, "when")
        inside = self.table_of(document, when)
        self.build_conditions(document, "when", (*when, rule.mode) if rule.mode in inside else when)
        self.place_for_faults("when", when)
        self.part(translate("PolicyForm", "Except when"))
        if not rule.unless:
            self.note(translate("PolicyForm", "No exception: the rule applies whenever the above is found."))
        self.build_conditions(document, "unless", (*base, "unless"))
        self.place_for_faults("unless", (*base, "unless"))

    @staticmethod
    def table_of(document: PolicyDocument, path: Path) -> dict[str, object]:
        """The table at a path."""
        return document.table(*path)

    # ------------------------------------------------------------------ then

    def _then(self, rule: RuleView, base: Path) -> None:
        self.part(
            translate("PolicyForm", "Then propose"),
            translate("PolicyForm", "A person decides. What a person has decided is never proposed against."),
        )
        known = {word.partition(":")[0]: word for word in rule.propose}
        for action in (*PROPOSABLE, *(word for word in known if word not in PROPOSABLE)):
            self._proposal(known.get(action, action))
        self.place_for_faults("propose", (*base, "propose"))

    def _proposal(self, word: str) -> None:
        self.check(
            f"propose.{word.partition(':')[0]}", action_name(word),
            lambda d: word in self._must(d).propose, lambda d, on: self._propose(d, word, on),
        )  # fmt: skip

    def _propose(self, document: PolicyDocument, word: str, on: bool) -> None:
        now = [known for known in self._must(document).propose if known != word]
        document.set_rule_propose(self.item, [*now, word] if on else now)

    def _auto(self, rule: RuleView, base: Path) -> None:
        if "hide" not in rule.propose and rule.auto == "none":
            return
        self.choice(
            "auto", translate("PolicyForm", "Hide without asking"), [
                ("none", translate("PolicyForm", "Never: a person decides")),
                ("hide", translate("PolicyForm", "Hide, within limits")),
            ],
            lambda d: self._must(d).auto, self._set_auto, path=(*base, "auto"), help_=translate(
                "PolicyForm",
                "Only hiding, only where the platform can show the comment again, and never where a person has decided.",
            ),
        )  # fmt: skip
        if rule.auto != "hide":
            return
        self.number(
            "per_hour", translate("PolicyForm", "At most this many an hour"), (1, 10_000),
            lambda d: self._must(d).per_hour,
            lambda d, value: d.set_rule_auto(self.item, "hide", value, self._must(d).stop_pct),
            path=(*base, "auto_limits", "per_hour"),
            help_=translate("PolicyForm", "What comes after that waits for a person."),
        )  # fmt: skip
        self.number(
            "stop", translate("PolicyForm", "Stop when people undo more than"), (1, 100),
            lambda d: self._must(d).stop_pct,
            lambda d, value: d.set_rule_auto(self.item, "hide", self._must(d).per_hour, value),
            suffix="\u00a0%", path=(*base, "auto_limits", "stop_if_overturned_pct"),
            help_=translate("PolicyForm", "Above this share the rule stops hiding by itself until a lead allows it."),
        )  # fmt: skip

    def _set_auto(self, document: PolicyDocument, key: str) -> None:
        rule = self._must(document)
        document.set_rule_auto(self.item, key, rule.per_hour, rule.stop_pct)

    # ------------------------------------------------------------------ tests

    def _tests(self, rule: RuleView, base: Path) -> None:
        self.part(
            translate("PolicyForm", "Tests"),
            translate("PolicyForm", "Texts that the rule must find, and texts that it must leave alone."),
        )
        if not rule.tests:
            self.note(translate("PolicyForm", "No test yet. Add one text of each kind: they warn you later."))
        for index, test in enumerate(rule.tests):
            self._test(index, test, (*base, "test", index))
        new = Line(self.look, live=False)
        new.free = True
        new.setPlaceholderText(translate("PolicyForm", "A comment as somebody would write it"))
        self.bind("test", new, lambda _d: None, label=translate("PolicyForm", "A new test"))
        expect = Choice(self.look, self._expectations())
        expect.setAccessibleName(translate("PolicyForm", "What the rule must do"))
        expect.setProperty(PLACE, "test.expect")
        add = self.button(
            "test.add", translate("PolicyForm", "Add the test"),
            lambda: self._add_test(new, expect.key() == "match"), "plus", add=False,
        )  # fmt: skip
        new.returnPressed.connect(add.click)
        self.flow(expect, add)

    @staticmethod
    def _expectations() -> list[tuple[str, str]]:
        return [
            ("match", translate("PolicyForm", "Must find it")),
            ("no_match", translate("PolicyForm", "Must leave it alone")),
        ]

    def _add_test(self, new: Line, expect: bool) -> None:
        text = new.text()
        if self.change("test", lambda d: d.add_test(self.item, text, expect)):
            new.clear()  # at once: the next test may be typed before the page is built anew
            new.setFocus()

    def _test(self, index: int, test: RuleTestView, path: Path) -> None:
        holder = QWidget()
        line = QVBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.look.px(4))
        text = Line(self.look)
        text.written.connect(
            lambda words: self.change(
                f"test.{index}.text", lambda d: d.set_test(self.item, index, text=words)
            )
        )
        self.bind(f"test.{index}.text", text, lambda d: text.show_text(self._at(d, index).text), add=False)
        text.setAccessibleName(translate("PolicyForm", "Text of test {n}").format(n=index + 1))
        expect = Choice(self.look, self._expectations())
        expect.setAccessibleName(translate("PolicyForm", "What the rule must do"))
        expect.activated.connect(
            lambda _i: self.change(
                f"test.{index}.expect",
                lambda d: d.set_test(self.item, index, expect=expect.key() == "match"),
            )
        )
        self.bind(
            f"test.{index}.expect", expect,
            lambda d: expect.set_key("match" if self._at(d, index).expect else "no_match"), add=False,
        )  # fmt: skip
        remove = BarLink(self.look, "x", "", color="text-muted")
        remove.set_face("x", "", name=translate("PolicyForm", "Remove test {n}").format(n=index + 1))
        remove.setProperty(PLACE, f"test.{index}.remove")
        remove.clicked.connect(
            lambda _checked=False: self.change(f"test.{index}", lambda d: d.remove_test(self.item, index))
        )
        below = QHBoxLayout()
        below.setSpacing(self.look.px(8))
        below.addWidget(expect)
        aside = Text(self.look, "small", "text-muted", wrap=True)
        aside.setText(given_words(test))
        below.addStretch(1)
        below.addWidget(remove)
        line.addWidget(text)
        line.addLayout(below)
        line.addWidget(aside)
        aside.setVisible(bool(aside.text()))
        self.bind(f"test.{index}", holder, lambda _d: None, path=path)

    def _at(self, document: PolicyDocument, index: int) -> RuleTestView:
        tests = self._must(document).tests
        return tests[index] if index < len(tests) else RuleTestView("", True)

    # ------------------------------------------------------------------ the rule itself

    def _rename(self, document: PolicyDocument, text: str) -> None:
        document.rename_rule(self.item, text.strip())
        self.item = text.strip()

    def _remove(self) -> None:
        if self.change("remove", lambda d: d.remove_rule(self.item)):
            self.pen.open("rules")


def given_words(test: RuleTestView) -> str:
    """What a test takes as given, in words; empty when it takes nothing."""
    parts = []
    labels = test.given.get("labels")
    for label, score in labels.items() if isinstance(labels, dict) else ():
        parts.append(condition_words({"score": label, "at_least": score}).replace("≥ ", ""))
    for key in ("categories", "signals"):
        for value in test.given.get(key) or ():
            kind = {"categories": "category", "signals": "signal"}[key]
            parts.append(condition_words({kind: value}))
    for key in ("author_age_days", "followers"):
        if key in test.given:
            parts.append(condition_words({key: {"at_least": test.given[key]}}).replace("≥ ", ""))
    if isinstance(labels, dict) and not labels:
        parts.append(translate("PolicyForm", "no score"))
    return translate("PolicyForm", "Taken as given: {facts}").format(facts=", ".join(parts)) if parts else ""
