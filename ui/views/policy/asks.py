"""What activation asks, in place and never in a dialog: what changes, whom it touches, a waiver's reason, a second signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui.i18n.mark import translate
from ui.i18n.policy_counted import counted
from ui.i18n.words import join_and
from ui.models.policy.standing import gate_word
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import ActionButton, Kind
from ui.widgets.fields import Choice
from ui.widgets.runs import Run, RunText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.policy.model import Rule
    from console.services.gate import GatePoint
    from ui.theme.look import Look


class _Ask(Pane):
    """A pane in place of the foot with a title, its own rows, and buttons; Esc leaves it."""

    left = Signal()
    open_changed = Signal()

    def __init__(self, look: Look, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "surface", "t", parent)
        px = look.px
        self.title = IconText(look, icon, role="title", color="text", weight=600)
        self.go = ActionButton(look, "check", kind=Kind.PRIMARY)
        self.stay = ActionButton(look, "", kind=Kind.QUIET)
        self.body = QVBoxLayout()
        self.body.setSpacing(px(5))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(px(4))
        self.buttons.addWidget(self.go)
        self.buttons.addWidget(self.stay)
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(10), px(16), px(8))
        column.setSpacing(px(6))
        column.addWidget(self.title)
        column.addLayout(self.body)
        column.addLayout(self.buttons)
        self.stay.clicked.connect(lambda _checked=False: self.leave())
        self.hide()

    def leave(self) -> None:
        """Close without doing anything."""
        self.hide()
        self.left.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """It stands where the foot stood."""
        super().showEvent(event)
        self.open_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """The foot may come back."""
        super().hideEvent(event)
        self.open_changed.emit()

    def event(self, event: QEvent) -> bool:
        """Esc belongs to this pane while it is open."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


class ActivationAsk(_Ask):
    """``confirmed`` carries the waiver's reason, empty when nothing has to be waived."""

    confirmed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "scales", parent)
        px = look.px
        self._number = 0
        self._missing: tuple[GatePoint, ...] = ()
        self._open = 0
        self._replays = False
        self._differences: tuple[str, ...] = ()
        self._alone: tuple[Rule, ...] = ()
        self.effect = Text(look, "body", "text", wrap=True)
        self.lines: list[RunText] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMaximumHeight(px(128))
        self._area.setWidget(self._inside)
        self.alone = Text(look, "body", "text", 600, wrap=True)
        self.alone.hide()
        self.waive_words = Text(look, "body", "danger", wrap=True)
        self.reason = QLineEdit()
        for part in (self._area, self.effect, self.alone, self.waive_words, self.reason):
            self.body.addWidget(part)
        self.reason.textChanged.connect(lambda _text: self._say())
        self.reason.returnPressed.connect(self._confirm)
        self.go.clicked.connect(lambda _checked=False: self._confirm())
        self.retranslate()

    def ask(self, number: int, missing: Sequence[GatePoint], open_comments: int) -> None:
        """Ask about version ``number``; ``show_differences`` fills in what changes once it is known."""
        self._number, self._open = number, open_comments
        # A replay that is missing is no matter of a waiver: activating makes it first.
        self._replays = any(one.code == "backtest" for one in missing)
        self._missing = tuple(one for one in missing if one.code != "backtest")
        self.reason.clear()
        self.show_differences(None)
        self._say()
        self.show()
        (self.reason if self._missing else self.go).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_differences(self, sentences: Sequence[str] | None) -> None:
        """What changes against the version in force, in plain language; None while it is worked out."""
        self._differences = () if sentences is None else tuple(sentences)
        shown = list(sentences or ())
        if sentences is None:
            shown = [translate("Policy", "Working out what changes")]
        elif not shown:
            shown = [translate("Policy", "Nothing changes in what is proposed.")]
        while len(self.lines) < len(shown):
            line = RunText(self.look, icon="arrow-right")
            self._column.addWidget(line)
            self.lines.append(line)
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(shown))
            if place < len(shown):
                line.set_runs([Run(shown[place])])
        rows = min(len(shown), 6)
        self._area.setFixedHeight(
            rows * (self.look.metrics.line_px("body") + self.look.px(2)) + self.look.px(2)
        )

    def show_automatic(self, rules: Sequence[Rule]) -> None:
        """Say which rules will hide by themselves that did not before; it begins with the next comments read."""
        self._alone = tuple(rules)
        lines = [
            translate(
                "Policy", "{rule} will hide by itself, from the next comments on, at most {count} an hour."
            ).format(rule=rule.id, count=rule.auto_limits.per_hour)
            for rule in rules
        ]
        self.alone.setText("\n".join(lines))
        self.alone.setVisible(bool(lines))

    def _say(self) -> None:
        version = translate("Policy", "Activate v{number}").format(number=self._number)
        self.title.set_text(version)
        self.go.set_face("check", version)
        if self._open:
            said = translate(
                "Policy", "{comments}: each is proposed for again. What people decided stays as it is."
            ).format(comments=counted.open_comments(self._open))
        else:
            said = translate("Policy", "No comment is open now. What people decided stays as it is.")
        if self._replays:
            said += " " + translate(
                "Policy",
                "First the past is replayed, which may take a minute: what it finds may still refuse.",
            )
        self.effect.setText(said)
        waived = bool(self._missing)
        self.waive_words.setVisible(waived)
        self.reason.setVisible(waived)
        if waived:
            names = join_and(gate_word(one) for one in self._missing)
            self.waive_words.setText(
                translate(
                    "Policy", "Missing: {points}. You may go on with a reason; both are logged."
                ).format(points=names)
            )
        need = waived and len(self.reason.text().strip()) < 3
        self.go.set_inert(translate("Policy", "Say why first.") if need else "")

    def _confirm(self) -> None:
        if not self.go.reason and self.isVisible():
            self.hide()
            self.confirmed.emit(self.reason.text().strip())

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.stay.set_face("", translate("Policy", "Not now"), ("Esc",))
        self.reason.setPlaceholderText(translate("Policy", "Why it goes live although this is missing"))
        self.reason.setAccessibleName(translate("Policy", "Reason of the waiver"))
        self.show_automatic(self._alone)
        self._say()


class SignatureAsk(_Ask):
    """``confirmed`` carries the name of who signs."""

    confirmed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "users", parent)
        self.line = Text(look, "body", wrap=True)
        self.who = Choice(look)
        self.body.addWidget(self.line)
        self.body.addWidget(self.who, 0, Qt.AlignmentFlag.AlignLeft)
        self._number = 0
        self._role = ""
        self.go.clicked.connect(lambda _checked=False: self._confirm())
        self.who.currentIndexChanged.connect(lambda _index: self._say())
        self.retranslate()

    def ask(self, number: int, role: str, people: Sequence[str]) -> None:
        """Ask who of ``people`` signs version ``number``; ``role`` is the role's word."""
        self._number, self._role = number, role
        self.who.set_choices([(name, name) for name in people])
        self._say()
        self.show()
        (self.who if people else self.stay).setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        self.title.set_text(
            translate("Policy", "Signature of another person needed for v{number}").format(
                number=self._number
            )
        )
        some = self.who.count() > 0
        self.who.setVisible(some)
        self.go.setVisible(some)
        if some:
            words = translate(
                "Policy",
                "Hand over to them: they read the differences, then sign here under their own name. Role asked for: {role}.",
            )
        else:
            words = translate(
                "Policy",
                "Nobody else here has the role “{role}”. Add a member in the settings, or let them run: "
                "vigie policy sign v{number} --as NAME",
            )
        self.line.setText(words.format(role=self._role, number=self._number))
        self.go.set_face("check", translate("Policy", "Sign as {name}").format(name=self.who.key()))

    def _confirm(self) -> None:
        if self.who.key() and self.isVisible():
            self.hide()
            self.confirmed.emit(self.who.key())

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.stay.set_face("", translate("Policy", "Not now"), ("Esc",))
        self.who.setAccessibleName(translate("Policy", "Who signs"))
        self._say()
