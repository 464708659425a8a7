"""What the company set on this machine, in the settings: each thing by name, what is wrong with its file, whom to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console import managed
from console.managed_words import NAMES, fault_sentence, value_of
from ui.errors import shown_language
from ui.i18n.mark import translate
from ui.i18n.words import join_and, platform_word
from ui.retiring import empty
from ui.widgets.base import IconText, Rule, Text

if TYPE_CHECKING:
    from ui.theme.look import Look


def language_choices(*choices: tuple[str, str]) -> list[tuple[str, str]]:
    """The languages to choose from, the first (no choice) as the company has it; one alone, and why, where it is locked."""
    company = managed.current()
    if company.locks("language"):
        word = dict(choices)[company.language]
        return [(company.language, translate("Company", "{value}: set by your company").format(value=word))]
    if company.language:
        return [("", translate("Company", "As your company set it")), *choices[1:]]
    return [*choices]


class CompanyLines(QWidget):
    """Nothing at all where no company set up this machine. Nothing of it can be changed here."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.title = IconText(look, "lock-simple", "", role="body", weight=600, icon_px=16, text_color="text")
        self.aside = Text(look, "small", "text-muted", wrap=True)
        self.faults = Text(look, "small", "danger", wrap=True)
        self.rows: list[tuple[str, str]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.px(20))
        self._grid.setVerticalSpacing(look.px(6))
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(4), 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(Rule(look))
        column.addWidget(self.title)
        column.addLayout(self._grid)
        column.addWidget(self.faults)
        column.addWidget(self.aside)
        for text in (self.aside, self.faults):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setVisible(managed.current().path is not None)

    def retranslate(self) -> None:
        """Words of the language shown."""
        company, language = managed.current(), shown_language()
        self.title.set_text(translate("Company", "Set by your company"))
        empty(self._grid)
        self.rows = []
        for key in company.given:
            if key in NAMES:
                self.rows.append((NAMES[key][language], self._value(key)))
        for place, (name, value) in enumerate(self.rows):
            words = Text(self.look, "body", wrap=True)
            words.setText(value)
            label = Text(self.look, "body", "text-muted")
            label.setText(name)
            self._grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, place, 1)
        self.faults.setText("\n".join(fault_sentence(one, language) for one in company.faults))
        self.faults.setVisible(bool(company.faults))
        self.aside.setText(
            translate(
                "Company", "It stands in {file} and cannot be changed here. Ask your IT department."
            ).format(file=company.path)
        )

    @staticmethod
    def _value(key: str) -> str:
        company = managed.current()
        shown = value_of(company, key, shown_language())
        if key == "connectors":
            shown = join_and([platform_word(kind) for kind in company.connectors or ()]) or "-"
        if key == "language":
            shown = (
                translate("SettingsView", "French")
                if company.language == "fr"
                else translate("SettingsView", "English")
            )
        if key == "policy" and company.policy is not None:
            shown = company.policy.name
        locked = translate("Company", "{value}, locked").format(value=shown)
        return locked if company.locks(key) else shown
