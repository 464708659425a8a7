"""The first page of a new workspace: language, who you are, which policy, and where to begin; Esc skips it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from console import managed
from ui import actions
from ui.i18n.mark import translate
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import ActionButton, Kind
from ui.widgets.fields import Choice
from ui.widgets.form import Field

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from ui.theme.look import Look

WIDTH: Final = 560
WAYS: Final = {"practice": "graduation-cap", "connect": "plugs-connected", "import": "tray-arrow-down"}
"""Where one may begin, and its icon."""


class WelcomePage(Pane):
    """``began`` carries the way chosen: practice, connect, import, or skip. ``name`` and ``policy`` hold the answers."""

    began = Signal(str)
    language_chosen = Signal(str)

    def __init__(
        self, look: Look, language: str, name: str, policy: str, parent: QWidget | None = None
    ) -> None:
        """``language`` and ``policy`` are ``fr`` or ``en``; ``name`` is the operating system's user."""
        super().__init__(look, "surface", "", parent)
        self._busy = False
        self.title = IconText(
            look, "lighthouse", "", role="page", weight=600, icon_px=24, color="accent", icon_weight="fill",
            text_color="text",
        )  # fmt: skip
        self.line = Text(look, "body", "text-muted", wrap=True)
        self.language = Choice(look)
        self.name_field = QLineEdit(name)
        self.policy_field = Choice(look)
        self._own = name
        self._policy_chosen = False  # by hand
        self.fields = (
            Field(look, self.language),
            Field(look, self.name_field),
            Field(look, self.policy_field),
        )
        self.ask = Text(look, "title")
        self.ways = {way: ActionButton(look, icon) for way, icon in WAYS.items()}
        self.ways["practice"].set_kind(Kind.PRIMARY)
        self.about_ways = {way: Text(look, "small", "text-muted", wrap=True) for way in WAYS}
        self.skip = ActionButton(look, "")
        self.wrong = Text(look, "body", "danger", wrap=True)
        self.wrong.hide()
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        for widget in (self.title, self.line, *self.fields, self.ask):
            self._column.addWidget(widget)
        for way in WAYS:
            row = QHBoxLayout()
            row.addWidget(self.ways[way], 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(self.about_ways[way], 1, Qt.AlignmentFlag.AlignVCenter)
            self._column.addLayout(row)
        self._column.addWidget(self.wrong)
        self._column.addWidget(self.skip, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inner)
        self._area.viewport().setAutoFillBackground(False)
        self._inner.setAutoFillBackground(False)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(self._area)
        outer.addStretch(1)
        self.language.set_choices([("en", "English"), ("fr", "Français")])
        self.language.set_key(language)
        self.retranslate()
        self.policy_field.set_key(policy)
        self.language.currentIndexChanged.connect(self._language)
        self.fields[0].setVisible(not managed.current().locks("language"))
        self.fields[2].setVisible(managed.current().policy is None)  # else it is the company's
        self.policy_field.activated.connect(lambda _row: self._policy_by_hand())
        for way, button in self.ways.items():
            button.clicked.connect(lambda _checked=False, chosen=way: self._begin(chosen))
        self.skip.clicked.connect(lambda _checked=False: self._begin("skip"))
        look.changed.connect(self._restyle)
        self._restyle()
        self.setFocusProxy(self.ways["practice"])

    @property
    def name(self) -> str:
        """The name typed, or the operating system's user where it was left empty."""
        return " ".join(self.name_field.text().split()) or self._own

    @property
    def policy(self) -> str:
        """``fr`` or ``en``."""
        return self.policy_field.key()

    def refuse(self, words: str) -> None:
        """Say why it could not begin like this; everything typed stays."""
        self._busy = False
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))

    def _begin(self, way: str) -> None:
        if not self._busy:
            self._busy = True
            self.wrong.hide()
            self.began.emit(way)

    def _language(self, _row: int) -> None:
        """The page speaks the language at once; the policy follows until it is chosen by hand."""
        language = self.language.key()
        if not self._policy_chosen:
            self.policy_field.set_key(language)
        self.language_chosen.emit(language)

    def _policy_by_hand(self) -> None:
        self._policy_chosen = True

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.title.set_text(translate("Welcome", "Welcome to Vigie"))
        self._area.setAccessibleName(self.title.text)
        self.line.setText(
            translate(
                "Welcome",
                "Comments are read on this machine and decided by you. Three answers, then you begin; all of them can be changed later.",
            )
        )
        words: tuple[tuple[str, str], ...] = (
            (translate("Welcome", "Language"), ""),
            (
                translate("Welcome", "Your name"),
                translate(
                    "Welcome",
                    "It stands beside your decisions in the log. You are the lead of this workspace; a lead adds the others.",
                ),
            ),
            (
                translate("Welcome", "Moderation policy to begin with"),
                translate(
                    "Welcome",
                    "It proposes, you decide: nothing is hidden by itself, criticism is protected, blocking comes last.",
                ),
            ),
        )
        for field, (label, about) in zip(self.fields, words, strict=True):
            field.set_words(label, about)
        self.policy_field.set_choices(
            [
                ("en", translate("Welcome", "Default policy, with words in English")),
                ("fr", translate("Welcome", "Default policy, with words in French")),
            ]
        )
        self.ask.setText(translate("Welcome", "Where do you begin?"))
        faces: dict[str, tuple[str, str, str]] = {
            "practice": (
                translate("Welcome", "Try the practice network"),
                "P",
                translate("Welcome", "An invented brand with 684 comments. Nothing leaves this machine."),
            ),
            "connect": (
                translate("Welcome", "Connect a channel"),
                "C",
                translate("Welcome", "An account of yours. You see what it can do before anything is read."),
            ),
            "import": (
                translate("Welcome", "Import a file"),
                "I",
                translate("Welcome", "CSV or JSONL, from an export of another tool."),
            ),
        }
        for way, (word, cap, about) in faces.items():
            self.ways[way].set_face(WAYS[way], word, (cap,))
            self.about_ways[way].setText(about)
        self.skip.set_face("", translate("Welcome", "Skip"), actions.key_words("Esc"))
        self.setAccessibleName(translate("Welcome", "Welcome to Vigie"))

    def _restyle(self) -> None:
        px = self.look.px
        self._column.setContentsMargins(px(24), px(32), px(24), px(24))
        self._column.setSpacing(px(14))
        self._area.setFixedWidth(px(WIDTH) + px(48))
        wide = max((button.sizeHint().width() for button in self.ways.values()), default=0)
        for button in self.ways.values():
            button.setFixedWidth(wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """P, C and I begin, Esc skips; in the name field letters are letters."""
        ways: dict[int, Callable[[], None]] = {
            Qt.Key.Key_P: lambda: self._begin("practice"),
            Qt.Key.Key_C: lambda: self._begin("connect"),
            Qt.Key.Key_I: lambda: self._begin("import"),
            Qt.Key.Key_Escape: lambda: self._begin("skip"),
        }
        run = ways.get(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if run is not None and plain and not event.isAutoRepeat():
            run()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._restyle()
        super().changeEvent(event)
