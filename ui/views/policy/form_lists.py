"""Word lists in the policy form: all of them, and one with its words, its kind of match and the rules that use it."""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.policy.document import ListView, PolicyDocument
from ui.i18n.form_counted import form_counted
from ui.i18n.mark import translate
from ui.views.policy.form_parts import FormPage
from ui.views.policy.form_words import FOLDS, fold_example, fold_word, match_choices, match_help
from ui.widgets.fields import Choice

if TYPE_CHECKING:
    from console.policy.lines import Path

NEW_RULE: Final = "+"


def slug(text: str) -> str:
    """A name as the policy writes it, made from what a person typed: “Mots d'insulte” becomes ``mots_d_insulte``."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "_", letters).strip("_").lstrip("0123456789_")[:40]


class ListsPage(FormPage):
    """All word lists."""

    section = "lists"

    def shape(self, document: PolicyDocument) -> object:
        """The lists with what their rows say."""
        return document.lists(), tuple(document.rules_with_list(view.name) for view in document.lists())

    def build(self, document: PolicyDocument) -> None:
        """A row for each list, and a line that adds one."""
        self.head(
            translate("PolicyForm", "Word lists"),
            translate(
                "PolicyForm", "Words and phrases to look for. A list does nothing until a rule uses it."
            ),
        )
        for view in document.lists():
            self.row(
                view.name, _summary(document, view), partial(self.pen.open, "lists", view.name),
                f"row.{view.name}", ("list", view.name),
            )  # fmt: skip
        if not document.lists():
            self.note(translate("PolicyForm", "No list yet. Give the first one a name, such as “insults”."))
        self.adder(
            "add", translate("PolicyForm", "A new list"), translate("PolicyForm", "Name, such as insults"),
            translate("PolicyForm", "Add the list"), self._add,
        )  # fmt: skip

    def _add(self, text: str) -> None:
        name = slug(text)
        if self.change("add", lambda d: d.add_list(name)):
            self.pen.open("lists", name)


def _summary(document: PolicyDocument, view: ListView) -> str:
    used = document.rules_with_list(view.name)
    count = form_counted.words(len(view.words))
    rules = ", ".join(used) if used else translate("PolicyForm", "no rule uses it yet")
    return f"{count} · {rules}"


class ListPage(FormPage):
    """One word list."""

    section = "lists"

    @property
    def root(self) -> Path:
        """The list's table."""
        return ("list", self.item)

    def _view(self, document: PolicyDocument) -> ListView | None:
        return next((view for view in document.lists() if view.name == self.item), None)

    def _must(self, document: PolicyDocument) -> ListView:
        return self._view(document) or ListView(self.item, "word", (), ())

    def shape(self, document: PolicyDocument) -> object:
        """The rules that use it; None when the list is gone."""
        view = self._view(document)
        if view is None:
            return None
        return document.rules_with_list(self.item), tuple(rule.id for rule in document.rules()), view.file

    def build(self, document: PolicyDocument) -> None:
        """Words first, then how they are looked for, then the rules."""
        self.head(self.item, "", translate("PolicyForm", "Word lists"))
        words = self.lines(
            "words", translate("PolicyForm", "Words, one per line"), lambda d: self._must(d).words,
            lambda d, entries: d.set_words(self.item, entries), rows=8, help_=self._words_help,
            path=("list", self.item, "words"),
        )  # fmt: skip
        words.setReadOnly(not self._must(document).file_known)
        self.choice(
            "match", translate("PolicyForm", "How they are found"), match_choices(),
            lambda d: self._must(d).match, lambda d, match: d.set_list_match(self.item, match),
            help_=lambda d: match_help(self._must(d).match), path=("list", self.item, "match"),
        )  # fmt: skip
        self.part(translate("PolicyForm", "Disguises to see through"))
        for stage in FOLDS:
            self._disguise(stage)
        self._rules(document)
        self.part(translate("PolicyForm", "This list"))
        self.line(
            "name", translate("PolicyForm", "Name"), lambda _d: self.item, self._rename, live=False,
            help_=translate("PolicyForm", "Small letters, digits and _. Rules that use the list follow."),
        )  # fmt: skip
        remove = self.button(
            "remove", translate("PolicyForm", "Remove the list"), self._remove, "trash-simple"
        )
        used = document.rules_with_list(self.item)
        if used:
            remove.set_inert(
                translate("PolicyForm", "Used by {rules}: take it out of the rules first.").format(
                    rules=", ".join(used)
                )
            )

    def _disguise(self, stage: str) -> None:
        self.check(
            f"fold.{stage}",
            fold_word(stage),
            lambda d: stage in self._must(d).fold,
            lambda d, on: self._fold(d, stage, on),
            example=fold_example(stage),
        )

    def _words_help(self, document: PolicyDocument) -> str:
        view = self._must(document)
        count = form_counted.words(len(view.words))
        if view.file and not view.file_known:
            return translate(
                "PolicyForm", "The file {file} is not here: open the policy together with it."
            ).format(file=view.file)
        if view.file:
            return translate("PolicyForm", "{count}, kept in {file}.").format(count=count, file=view.file)
        if not view.words:
            return translate("PolicyForm", "A list needs at least one word.")
        return f"{count}."

    def _fold(self, document: PolicyDocument, stage: str, on: bool) -> None:
        fold = [known for known in self._must(document).fold if known != stage]
        document.set_list_fold(self.item, [*fold, stage] if on else fold)

    def _rename(self, document: PolicyDocument, text: str) -> None:
        name = slug(text) or text
        document.rename_list(self.item, name)
        self.item = name

    def _remove(self) -> None:
        if self.change("remove", lambda d: d.remove_list(self.item)):
            self.pen.open("lists")

    # ------------------------------------------------------------------ rules

    def _rules(self, document: PolicyDocument) -> None:
        used = document.rules_with_list(self.item)
        self.part(translate("PolicyForm", "Rules that use it"))
        if not used:
            self.note(translate("PolicyForm", "None yet: the words are found, and nothing follows from it."))
        for rule in document.rules():
            if rule.id in used:
                self.row(
                    rule.id, rule.note, partial(self.pen.open, "rules", rule.id), f"rule.{rule.id}",
                    ("rule", rule.index),
                )  # fmt: skip
        choices = [(NEW_RULE, translate("PolicyForm", "A new rule"))]
        choices += [
            (rule.id, f"{rule.id} {rule.note}".strip())
            for rule in document.rules()
            if rule.id not in used and rule.mode != "rich"
        ]
        self._which = Choice(self.look, choices)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._which, 1)
        line.addWidget(
            self.button("tie.add", translate("PolicyForm", "Use it there"), self._tie, "plus", add=False)
        )
        self.bind(
            "tie", self._which, lambda _d: None, label=translate("PolicyForm", "Use this list in"), add=False
        )
        self._which.setAccessibleName(translate("PolicyForm", "Use this list in"))
        self.column.addWidget(holder)

    def _tie(self) -> None:
        chosen = self._which.key()
        if chosen != NEW_RULE:
            if self.change("tie", lambda d: d.add_condition(chosen, {"list": self.item})):
                self.pen.open("rules", chosen)
            return
        document = self.pen.document
        if document is None:
            return
        rule_id = free_id(document, self.item)
        category = first_category(document)
        if self.change("tie", lambda d: d.add_rule(rule_id, category, {"list": self.item})):
            self.pen.open("rules", rule_id)


def free_id(document: PolicyDocument, name: str) -> str:
    """A rule id that is not taken yet, from a name: ``R-INSULTS-01``."""
    stem = re.sub(r"[^A-Z0-9]+", "-", slug(name).upper()).strip("-")[:40] or "NEW"
    taken = {rule.id for rule in document.rules()}
    number = 1
    while f"R-{stem}-{number:02d}" in taken:
        number += 1
    return f"R-{stem}-{number:02d}"


def first_category(document: PolicyDocument) -> str:
    """The category that a new rule begins with: an insult, else the first violation, else the first there is."""
    views = document.categories()
    for view in views:
        if view.name == "insult":
            return view.name
    return next((view.name for view in views if view.violation), views[0].name if views else "")
