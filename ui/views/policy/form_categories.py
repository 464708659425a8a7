"""Categories in the policy form: all of them, and one with its names, severity, ground, deadlines and protection."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from console.policy.document import CategoryView, PolicyDocument
from console.policy.sections import DSA_CATEGORIES
from ui.i18n.format import language
from ui.i18n.mark import translate
from ui.theme.icon_names import category_icon
from ui.views.policy.form_lists import slug
from ui.views.policy.form_parts import FormPage
from ui.views.policy.form_words import category_label, severity_choices

if TYPE_CHECKING:
    from console.policy.lines import Path


class CategoriesPage(FormPage):
    """All categories."""

    section = "categories"

    def shape(self, document: PolicyDocument) -> object:
        """What the rows say."""
        return tuple((v.name, v.label_fr, v.label_en, v.severity, v.protected) for v in document.categories())

    def build(self, document: PolicyDocument) -> None:
        """A row for each category, and a line that adds one."""
        self.head(
            translate("PolicyForm", "Categories"),
            translate(
                "PolicyForm", "What a comment can be, how serious that is and how soon it wants an answer."
            ),
        )
        for view in document.categories():
            row = self.row(
                category_label(document, view.name), _summary(view),
                partial(self.pen.open, "categories", view.name), f"row.{view.name}", ("category", view.name),
            )  # fmt: skip
            row.set_glyph(category_icon(view.name))
        self.adder(
            "add", translate("PolicyForm", "A new category"), translate("PolicyForm", "Name, such as advice"),
            translate("PolicyForm", "Add the category"), self._add,
        )  # fmt: skip

    def _add(self, text: str) -> None:
        name, label = slug(text), text.strip()
        if self.change("add", lambda d: d.add_category(name, label, label, 1)):
            self.pen.open("categories", name)


def _summary(view: CategoryView) -> str:
    parts = [translate("PolicyForm", "severity {n} of 5").format(n=view.severity)]
    if view.protected:
        parts.append(translate("PolicyForm", "protected"))
    if view.violation:
        parts.append(translate("PolicyForm", "against the rules"))
    if view.clause:
        parts.append(view.clause)
    return " · ".join(parts)


class CategoryPage(FormPage):
    """One category."""

    section = "categories"

    @property
    def root(self) -> Path:
        """The category's table."""
        return ("category", self.item)

    def _must(self, document: PolicyDocument) -> CategoryView:
        found = next((view for view in document.categories() if view.name == self.item), None)
        return found or CategoryView(self.item, self.item, self.item, 0)

    def shape(self, document: PolicyDocument) -> object:
        """The users and whether there are deadlines; None when the category is gone."""
        if self.item not in {view.name for view in document.categories()}:
            return None
        return document.category_users(self.item), bool(self._must(document).sla)

    def build(self, document: PolicyDocument) -> None:
        """Names, severity, ground, deadlines, what holds for it."""
        base = ("category", self.item)
        self.head(category_label(document, self.item), self.item, translate("PolicyForm", "Categories"))
        self.line(
            "label_fr", translate("PolicyForm", "Name in French"), lambda d: self._must(d).label_fr,
            lambda d, text: d.set_category_label(self.item, text, self._must(d).label_en),
            path=(*base, "label", "fr"),
        )  # fmt: skip
        self.line(
            "label_en", translate("PolicyForm", "Name in English"), lambda d: self._must(d).label_en,
            lambda d, text: d.set_category_label(self.item, self._must(d).label_fr, text),
            path=(*base, "label", "en"),
        )  # fmt: skip
        self.choice(
            "severity", translate("PolicyForm", "How serious"), severity_choices(),
            lambda d: str(self._must(d).severity),
            lambda d, key: d.set_category_severity(self.item, int(key)), path=(*base, "severity"),
            help_=translate("PolicyForm", "The queue shows the most serious first."),
        )  # fmt: skip
        self._kind(base)
        self._ground(base)
        self._deadlines(document, base)
        self.part(translate("PolicyForm", "This category"))
        remove = self.button(
            "remove", translate("PolicyForm", "Remove the category"), self._remove, "trash-simple"
        )
        users = document.category_users(self.item)
        if users:
            remove.set_inert(
                translate("PolicyForm", "Used by {rules}: take it out there first.").format(
                    rules=", ".join(users)
                )
            )

    def _kind(self, base: Path) -> None:
        self.part(translate("PolicyForm", "What holds for it"))
        self.check(
            "violation", translate("PolicyForm", "Against our rules: it can count as a strike"),
            lambda d: self._must(d).violation,
            lambda d, on: d.set_category_flag(self.item, "violation", on), path=(*base, "violation"),
        )  # fmt: skip
        self.check(
            "protected", translate("PolicyForm", "Protected: no rule may hide or block it"),
            lambda d: self._must(d).protected,
            lambda d, on: d.set_category_flag(self.item, "protected", on), path=(*base, "protected"),
        )  # fmt: skip
        self.choice(
            "reply", translate("PolicyForm", "Our answer"), [
                ("", translate("PolicyForm", "As the moderator likes")),
                ("expected", translate("PolicyForm", "Expected")),
                ("forbidden", translate("PolicyForm", "None: we do not answer")),
            ],
            lambda d: self._must(d).reply, partial(self._text, "reply"), path=(*base, "reply"),
        )  # fmt: skip

    def _ground(self, base: Path) -> None:
        self.part(
            translate("PolicyForm", "Ground"),
            translate("PolicyForm", "It goes into refusals and into the statement of reasons."),
        )
        self.choice(
            "ground", translate("PolicyForm", "Rests on"), [
                ("", translate("PolicyForm", "Nothing yet")),
                ("terms", translate("PolicyForm", "Our own rules")),
                ("illegal", translate("PolicyForm", "The law")),
            ],
            lambda d: self._must(d).ground, partial(self._text, "ground"), path=(*base, "ground"),
        )  # fmt: skip
        self.line(
            "clause", translate("PolicyForm", "Clause"), lambda d: self._must(d).clause,
            partial(self._text, "clause"), path=(*base, "clause"),
            help_=translate("PolicyForm", "Such as: house rules 2.1"),
        )  # fmt: skip
        self.line(
            "legal_basis", translate("PolicyForm", "Legal basis"), lambda d: self._must(d).legal_basis,
            partial(self._text, "legal_basis"), path=(*base, "legal_basis"),
            help_=translate("PolicyForm", "Needed where it rests on the law."),
        )  # fmt: skip
        kinds = [("", translate("PolicyForm", "None"))]
        kinds += [
            (key, key.removeprefix("STATEMENT_CATEGORY_").replace("_", " ").capitalize())
            for key in DSA_CATEGORIES
        ]
        self.choice(
            "dsa_category", translate("PolicyForm", "Category of the DSA statement"), kinds,
            lambda d: self._must(d).dsa_category, partial(self._text, "dsa_category"),
            path=(*base, "dsa_category"),
        )  # fmt: skip

    def _text(self, key: str, document: PolicyDocument, value: str) -> None:
        document.set_category_text(self.item, key, value)

    def _deadlines(self, document: PolicyDocument, base: Path) -> None:
        units = "30min, 4h, 2d" if language() != "fr" else "30min, 4h, 2d (jours)"
        self.part(
            translate("PolicyForm", "Deadlines"),
            translate("PolicyForm", "A span such as {units}. Empty means none.").format(units=units),
        )
        for key, label in (
            ("first_look", translate("PolicyForm", "First look")),
            ("decision", translate("PolicyForm", "Decision")),
            ("reply", translate("PolicyForm", "Answer")),
        ):
            self._deadline(key, label, base)
        if self._must(document).sla:
            self.choice(
                "clock", translate("PolicyForm", "The clock runs"), [
                    ("always", translate("PolicyForm", "Day and night")),
                    ("hours", translate("PolicyForm", "In opening hours")),
                ],
                lambda d: self._must(d).sla.get("clock") or "always",
                lambda d, value: d.set_category_sla(self.item, "clock", value), path=(*base, "sla", "clock"),
            )  # fmt: skip

    def _deadline(self, key: str, label: str, base: Path) -> None:
        self.line(
            f"sla.{key}", label, lambda d: self._must(d).sla.get(key, ""),
            lambda d, text: d.set_category_sla(self.item, key, text), live=False, path=(*base, "sla", key),
        )  # fmt: skip

    def _remove(self) -> None:
        if self.change("remove", lambda d: d.remove_category(self.item)):
            self.pen.open("categories")
