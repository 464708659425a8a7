"""One saved reply to read or write: id, titles and texts in both languages, what it is made for, lengths as one types."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from console.connectors import registry
from console.policy.replies import KNOWN, SavedReply, open_fields
from ui import actions
from ui.i18n import format as say
from ui.i18n.format import language as shown_language
from ui.i18n.reply_counted import reply_counted
from ui.i18n.words import category_word, platform_word
from ui.models.field_words import legend, to_fill
from ui.models.reply_words import origin_word
from ui.models.wording import category_name
from ui.retiring import retire
from ui.views.reply_editor import Editor, Marks
from ui.widgets.base import Pane, Text
from ui.widgets.buttons import RING_ROOM, ActionButton, Kind
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Field
from ui.widgets.form_controls import Check
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from console.policy import Policy
    from ui.theme.look import Look

LANGUAGES: Final = ("fr", "en")


@dataclass(frozen=True, slots=True)
class ReplyDraft:
    """What stands in the form. ``variants``: language -> (title, text), empty ones too."""

    id: str = ""
    variants: dict[str, tuple[str, str]] = field(default_factory=dict)
    categories: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def written(self) -> dict[str, tuple[str, str]]:
        """The languages that hold a text."""
        return {language: one for language, one in self.variants.items() if one[1].strip()}

    @property
    def dropped(self) -> tuple[str, ...]:
        """The languages left empty."""
        return tuple(language for language in LANGUAGES if language not in self.written)


def draft_of(reply: SavedReply | None) -> ReplyDraft:
    """A reply as the form shows it."""
    if reply is None:
        return ReplyDraft("", dict.fromkeys(LANGUAGES, ("", "")))
    variants = {
        language: (one.title, one.text) if (one := reply.variants.get(language)) is not None else ("", "")
        for language in LANGUAGES
    }
    return ReplyDraft(reply.id, variants, reply.categories, reply.rules)


class ReplyForm(QWidget):
    """``saved``, ``removed``, ``restored`` and ``original`` ask the page; ``edited`` says that something was typed."""

    saved = Signal()
    removed = Signal()
    restored = Signal()
    original = Signal()
    edited = Signal()

    def __init__(self, look: Look, may_write: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._may_write = look, may_write
        self._reply: SavedReply | None = None
        self._policy: Policy | None = None
        self._filling = False
        self.title = Text(look, "title", wrap=True)
        self.origin = Text(look, "small", "text-muted", wrap=True)
        self.notice = Notice(look, "danger")
        self.id = QLineEdit()
        self.id_field = Field(look, self.id)
        self.titles = {language: QLineEdit() for language in LANGUAGES}
        self.texts: dict[str, Editor] = {language: Editor() for language in LANGUAGES}
        self._marks = [Marks(look, one.document()) for one in self.texts.values()]
        self.title_fields = {language: Field(look, self.titles[language]) for language in LANGUAGES}
        self.text_fields = {language: Field(look, self.texts[language]) for language in LANGUAGES}
        self.made_for = Text(look, "body", "text", 600)
        self.categories: dict[str, Check] = {}
        self._checks = QWidget()
        self._flow = FlowLayout(look.px(8), self._checks)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.rules = QLineEdit()
        self.rules_field = Field(look, self.rules)
        self.fields = Text(look, "small", "text-muted", wrap=True)
        self.save = ActionButton(look, "check", kind=Kind.PRIMARY)
        self.remove = ActionButton(look, "trash-simple")
        self.restore = ActionButton(look, "arrow-u-up-left")
        self.as_it_came = ActionButton(look, "clock-counter-clockwise")
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        px = self.look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(16))
        column.setSpacing(px(10))
        for widget in (self.title, self.origin, self.notice, self.id_field):
            column.addWidget(widget)
        for language in LANGUAGES:
            self.texts[language].setMinimumHeight(px(84))
            self.texts[language].setMaximumHeight(px(140))
            self.texts[language].setTabChangesFocus(True)
            column.addWidget(self.title_fields[language])
            column.addWidget(self.text_fields[language])
        for last in (self.fields, self.made_for, self._checks, self.rules_field):
            column.addWidget(last)
        # Beside the fields, not under them: Save is reached without scrolling.
        self.foot = Pane(self.look, "window", "t")
        row = FlowLayout(px(2), self.foot)
        row.setContentsMargins(px(16 - RING_ROOM), px(6), px(16), px(6))
        for button in (self.save, self.remove, self.restore, self.as_it_came):
            row.addWidget(button)
        column.addStretch(1)
        self.notice.hide()

    def _connect(self) -> None:
        for line in (self.id, *self.titles.values(), self.rules):
            line.textChanged.connect(self._typed)
        for editor in self.texts.values():
            editor.textChanged.connect(self._typed)
        self.look.changed.connect(self._restyle)
        self.save.clicked.connect(lambda _checked=False: self.saved.emit())
        self.remove.clicked.connect(lambda _checked=False: self.removed.emit())
        self.restore.clicked.connect(lambda _checked=False: self.restored.emit())
        self.as_it_came.clicked.connect(lambda _checked=False: self.original.emit())
        for button in (self.save, self.remove, self.restore, self.as_it_came):
            button.asked_why.connect(lambda words: self.tell(words, ""))

    def _restyle(self) -> None:
        for mark in self._marks:
            mark.rehighlight()

    # ------------------------------------------------------------------ showing

    def show_reply(self, reply: SavedReply | None, draft: ReplyDraft, policy: Policy | None) -> None:
        """Show a reply (None: a new one) with what is typed of it so far."""
        self._reply, self._filling = reply, True
        if policy is not None and policy is not self._policy:
            self._policy = policy
            self._make_checks(policy)
        self.id.setText(draft.id)
        self.id.setReadOnly(reply is not None or not self._may_write)
        for language in LANGUAGES:
            title, text = draft.variants.get(language, ("", ""))
            self.titles[language].setText(title)
            if self.texts[language].toPlainText() != text:
                self.texts[language].setPlainText(text)
            self.titles[language].setReadOnly(not self._may_write)
            self.texts[language].setReadOnly(not self._may_write)
        for name, check in self.categories.items():
            check.show_checked(name in draft.categories)
            check.setEnabled(self._may_write)
        self.rules.setText(", ".join(draft.rules))
        self.rules.setReadOnly(not self._may_write)
        self._filling = False
        self.notice.hide()
        self.retranslate()

    def _make_checks(self, policy: Policy) -> None:
        for check in self.categories.values():
            self._flow.removeWidget(check)
            retire(check)
        self.categories = {}
        for name in policy.categories:
            check = Check(self.look, category_name(policy, name) or category_word(name))
            check.toggled.connect(self._typed)
            self._flow.addWidget(check)
            check.show()
            self.categories[name] = check
        self._checks.updateGeometry()

    @property
    def draft(self) -> ReplyDraft:
        """What stands in the form now."""
        return ReplyDraft(
            self.id.text().strip(),
            {one: (self.titles[one].text(), self.texts[one].toPlainText()) for one in LANGUAGES},
            tuple(name for name, check in self.categories.items() if check.isChecked()),
            tuple(one.strip() for one in self.rules.text().split(",") if one.strip()),
        )

    def tell(self, title: str, line: str) -> None:
        """Say what does not work, above the fields."""
        self.notice.show_notice("warning-circle", title, line)
        self.notice.show()

    def _typed(self) -> None:
        if not self._filling:
            self._say_lengths()
            self._say_fields()
            self._say_buttons()
            self.edited.emit()

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Words in the language shown."""
        reply = self._reply
        self.title.setText(self.tr("A new saved reply") if reply is None else reply.title(shown_language()))
        used = "" if reply is None or not reply.uses else reply_counted.times(reply.uses)
        origin = "" if reply is None else ", ".join(one for one in (origin_word(reply), used) if one)
        if not self._may_write:
            origin = ", ".join(one for one in (origin, self.tr("leads write them")) if one)
        self.origin.setText(origin)
        self.origin.setVisible(bool(origin))
        self.id_field.set_words(
            self.tr("Short name"),
            self.tr("Lower-case words joined by dots, such as complaint.private. It stands in the log."),
        )
        self.title_fields["fr"].set_words(self.tr("Title in French"))
        self.text_fields["fr"].set_words(self.tr("Text in French"))
        self.title_fields["en"].set_words(self.tr("Title in English"))
        self.text_fields["en"].set_words(self.tr("Text in English"))
        for name, check in self.categories.items():
            word = category_name(self._policy, name) or category_word(name)
            check.setText(word.replace("&", "&&"))
            check.setAccessibleName(word)
            check.updateGeometry()
        self.made_for.setText(self.tr("Made for (none: any comment)"))
        rules = "" if self._policy is None else ", ".join(rule.id for rule in self._policy.rules)
        self.rules_field.set_words(
            self.tr("And for these rules"),
            self.tr("Separated by commas. The policy in force has: {rules}.").format(rules=rules),
        )
        self.save.set_face("check", self.tr("Save"), actions.keycaps("policy.save"))
        self.remove.set_face("trash-simple", self.tr("Remove"))
        self.restore.set_face("arrow-u-up-left", self.tr("Bring back"))
        self.as_it_came.set_face("clock-counter-clockwise", self.tr("As it came with Vigie"))
        self._say_lengths()
        self._say_fields()
        self._say_buttons()

    def _say_fields(self) -> None:
        """What each field stands for, as it is typed; those of this text that are not filled by themselves too."""
        lines = [self.tr("These fields fill themselves: {known}.").format(known=legend(KNOWN))]
        by_hand = to_fill(one.toPlainText() for one in self.texts.values())
        if by_hand:
            lines.append(self.tr("A person fills: {fields}.").format(fields=legend(by_hand)))
        lines.append(
            self.tr("Any other word in braces is a field that a person fills before the reply can leave.")
        )
        self.fields.setText("\n".join(lines))

    def _say_lengths(self) -> None:
        for language in LANGUAGES:
            text = self.texts[language].toPlainText()
            self.text_fields[language].set_wrong("")
            parts, over = [], False
            for spec in registry.specs():
                measured = spec.measure(text)
                if measured.limit and text:
                    over = over or not measured.fits
                    parts.append(
                        f"{_capital(platform_word(spec.kind))} {say.number(measured.used)} / {say.number(measured.limit)}"
                    )
            if not parts:
                continue
            line = " · ".join(parts)
            if open_fields(text):
                line = self.tr("{lengths}, before its fields are filled").format(lengths=line)
            self.text_fields[language].set_wrong(line)
            self.text_fields[language].help.set_color("danger" if over else "text-muted")

    def _say_buttons(self) -> None:
        reply, lead = self._reply, "" if self._may_write else self.tr("This needs a lead.")
        changed = self.draft != draft_of(reply)
        nothing = "" if changed else self.tr("Nothing was changed.")
        self.save.set_inert(lead or nothing)
        self.save.set_kind(Kind.PRIMARY)
        self.remove.setVisible(reply is not None and not reply.removed)
        self.remove.set_inert(lead)
        self.restore.setVisible(reply is not None and reply.removed)
        self.restore.set_inert(lead)
        self.as_it_came.setVisible(reply is not None and reply.origin == "replaced")
        self.as_it_came.set_inert(lead)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
