"""Someone to talk to: numbers and services outside this program, and the company's own contact. Offline text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QWidget

from console.domain.errors import VigieError
from console.services.exposure import LONGEST_CONTACT
from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.i18n.messages import error_text
from ui.widgets.base import Rule, Text
from ui.widgets.buttons import RING_ROOM, ActionButton, Kind
from ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from console.runtime.app import Console
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.theme.look import Look

WIDTH: Final = 620
PLACES: Final = (
    (
        QT_TRANSLATE_NOOP("Support", "France"),
        (
            ("3114", QT_TRANSLATE_NOOP("Support", "National suicide prevention line. Day and night, free of charge.")),
            ("3018", QT_TRANSLATE_NOOP("Support", "Digital violence and harassment: advice and help with having content removed. Every day, free of charge.")),
            ("17 · 112", QT_TRANSLATE_NOOP("Support", "Police, emergency. 114 by text message for those who cannot speak or hear.")),
            ("PHAROS", QT_TRANSLATE_NOOP("Support", "internet-signalement.gouv.fr: where illegal content is reported to the police. It is no emergency service.")),
            (QT_TRANSLATE_NOOP("Support", "Occupational doctor"), QT_TRANSLATE_NOOP("Support", "Everybody employed may ask for an appointment with the occupational health service, without giving the employer a reason.")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Support", "United Kingdom and Ireland"),
        (
            ("116 123", QT_TRANSLATE_NOOP("Support", "Samaritans. Day and night, free of charge.")),
            ("999 · 112", QT_TRANSLATE_NOOP("Support", "Emergency.")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Support", "United States"),
        (
            ("988", QT_TRANSLATE_NOOP("Support", "Suicide and Crisis Lifeline, by call or text. Day and night.")),
            ("911", QT_TRANSLATE_NOOP("Support", "Emergency.")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Support", "Elsewhere in the European Union"),
        (
            ("112", QT_TRANSLATE_NOOP("Support", "Emergency, in every member state.")),
            ("116 123", QT_TRANSLATE_NOOP("Support", "Lines for emotional support, in many member states.")),
        ),
    ),
)  # fmt: skip
"""Place, then number or name and what it is. Last looked at in November 2026; the page says so."""


class SupportSheet(Sheet):
    """Everybody reads it; a lead writes the company's own contact, which stays outside the audit log."""

    def __init__(
        self, console: Console, bridge: Bridge, actor: Actor, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, WIDTH, parent)
        self._console, self._bridge, self._actor = console, bridge, actor
        self._kept = ""
        self.title = Text(look, "page", wrap=True)
        self.line = Text(look, "body", "text-muted", wrap=True)
        self.own_title = Text(look, "title")
        self.own = Text(look, "body", wrap=True)
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(look.px(76))
        self.own_help = Text(look, "small", "text-muted", wrap=True)
        self.keep = ActionButton(look, "check")
        self.heads: list[Text] = []
        self.rows: list[tuple[Text, Text, str, str]] = []
        self.shut = ActionButton(look, "", kind=Kind.PRIMARY)
        self._lead = actor.may("activation")
        self._build()
        self.retranslate()
        bridge.watch(console.background(lambda c: c.exposure.contact()), self, self._show_own)

    def _build(self) -> None:
        px = self.look.px
        self.own.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.own.setTextFormat(Qt.TextFormat.PlainText)
        for widget in (self.title, self.line, self.own_title, self.own):
            self.body.addWidget(widget)
        row = QHBoxLayout()
        row.setContentsMargins(-px(RING_ROOM), 0, 0, 0)
        row.addWidget(self.keep)
        row.addStretch(1)
        for part in (self.field, self.own_help):
            self.body.addWidget(part)
            part.setVisible(self._lead)
        self.keep.setVisible(self._lead)
        self.body.addLayout(row)
        self.body.addWidget(Rule(self.look))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        line = 0
        for _place, entries in PLACES:
            head = Text(self.look, "small", "text-muted", 600)
            head.setContentsMargins(0, px(8), 0, 0)
            self.heads.append(head)
            grid.addWidget(head, line, 0, 1, 2)
            line += 1
            for number, what in entries:
                name = Text(self.look, "body", "text", 600)
                words = Text(self.look, "body", wrap=True)
                grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(words, line, 1)
                self.rows.append((name, words, number, what))
                line += 1
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.shut)
        self.shut.clicked.connect(lambda _checked=False: self.accept())
        self.keep.clicked.connect(lambda _checked=False: self._keep())
        self.shut.setFocus()

    def retranslate(self) -> None:
        """Words of the language shown."""
        title = translate("Support", "Someone to talk to")
        self.setWindowTitle(title)
        self.title.setText(title)
        self.line.setText(
            translate(
                "Support",
                "Reading abuse is part of this work, and talking about it is too. These services are not ours and know nothing of Vigie. Last looked at in November 2026: numbers and hours change and differ by place, so check them where you are.",
            )
        )
        self.own_title.setText(translate("Support", "At your company"))
        self.own_help.setText(
            translate(
                "Support",
                "As a lead you can write here whom to turn to: a name, a number, a time. Everybody on the team sees it. It stays out of the audit log.",
            )
        )
        self.field.setAccessibleName(translate("Support", "At your company"))
        self.field.setAccessibleDescription(self.own_help.text())
        self.keep.set_face("check", translate("Support", "Keep this contact"))
        for head, (place, _entries) in zip(self.heads, PLACES, strict=True):
            head.setText(translate("Support", place))
        for name, words, number, what in self.rows:
            name.setText(
                number if number[0].isdigit() or number == "PHAROS" else translate("Support", number)
            )
            words.setText(translate("Support", what))
        self.shut.set_face("", translate("Dialog", "Close"))
        self._say_own()
        if self.isVisible():
            self.fit()

    def _show_own(self, text: str) -> None:
        self._kept = text
        self.field.setPlainText(text)
        self._say_own()
        if self.isVisible():
            self.fit()

    def _say_own(self) -> None:
        self.own.set_color("text" if self._kept else "text-muted")
        self.own.setText(self._kept or translate("Support", "No lead has written a contact yet."))
        self.own.setVisible(not self._lead)

    def _keep(self) -> None:
        text, actor = self.field.toPlainText(), self._actor
        if len(text.strip()) > LONGEST_CONTACT:
            self._wrong(
                translate("Support", "At most {n} letters; there are {have}.").format(
                    n=LONGEST_CONTACT, have=len(text.strip())
                )
            )
            return

        def kept(now: str) -> None:
            self._kept = now
            self.own_help.set_color("ok")
            self.own_help.setText(translate("Support", "Kept. Everybody on the team sees it now."))

        def refused(error: Exception) -> None:
            if isinstance(error, VigieError):
                self._wrong(error_text(error.code, error.params).what)

        self._bridge.watch(
            self._console.background(lambda c: c.exposure.set_contact(text, actor)), self, kept, refused
        )

    def _wrong(self, words: str) -> None:
        self.own_help.set_color("danger")
        self.own_help.setText(words)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def shut_down(self) -> None:
        """The workspace closes while this is open."""
        self.accept()
