"""The pane in place of the foot in which activation and a second signature are asked, and what is read for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.vocabulary import Role
from console.policy import Policy, fills
from console.services.roles import same_person
from ui.i18n.format import language
from ui.i18n.words import role_word
from ui.views.policy.asks import ActivationAsk, SignatureAsk
from ui.views.policy.versions import meaning

if TYPE_CHECKING:
    from console.policy.model import Rule
    from console.runtime.app import Console
    from console.services.versions import PolicyVersion
    from console.store import Reading
    from ui.bridge import Bridge
    from ui.models.policy.desk import PolicyDesk
    from ui.models.policy.draft import PolicyDraft
    from ui.theme.look import Look


class PolicyMoves(QWidget):
    """``left`` when an ask was closed without doing anything."""

    left = Signal()
    open_changed = Signal(bool)

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        look: Look,
        draft: PolicyDraft,
        desk: PolicyDesk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._console, self._bridge, self._draft, self._desk = console, bridge, draft, desk
        self._wanted: PolicyVersion | None = None
        self.activation = ActivationAsk(look)
        self.signature = SignatureAsk(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.activation)
        column.addWidget(self.signature)
        self.activation.confirmed.connect(desk.activate)
        self.activation.left.connect(self.left)
        self.signature.confirmed.connect(self._sign)
        self.signature.left.connect(self.left)
        for ask in (self.activation, self.signature):
            ask.open_changed.connect(lambda: self.open_changed.emit(self.asking))
        draft.changed.connect(lambda _origin: self._close())
        desk.changed.connect(self._again)

    @property
    def asking(self) -> bool:
        """Whether something is being asked."""
        return not (self.activation.isHidden() and self.signature.isHidden())

    def _close(self) -> None:
        """The text is another one now: nothing may be asked about the one before."""
        self._wanted = None
        self.activation.hide()
        self.signature.hide()

    def _again(self) -> None:
        """A version was taken up to be activated again: ask as soon as its gate is read."""
        wanted, version = self._wanted, self._draft.version
        if (
            wanted is not None
            and version is not None
            and version.id == wanted.id
            and self._desk.gate is not None
        ):
            # Its tests may still be on their way into the gate: then the next change asks.
            if all(one.waivable for one in self._desk.gate.unmet) and not self._desk.busy:
                self._wanted = None
                self.ask_activation()

    # ------------------------------------------------------------------ activation

    def ask_activation_of(self, version: PolicyVersion) -> None:
        """Ask once the draft is this version and its gate is known."""
        self._wanted = version
        self._again()

    def ask_activation(self) -> None:
        """What changes, whom it touches, and what would have to be waived."""
        version, gate = self._draft.version, self._desk.gate
        if version is None or gate is None or any(not one.waivable for one in gate.unmet):
            return
        self.signature.hide()
        self.activation.ask(version.number, gate.unmet, self._desk.open_comments)
        active, new, shown = self._draft.active, self._draft.policy, language()
        self.activation.show_automatic(newly_automatic(active, new))
        future = self._console.background(lambda _console: _sentences(active, new, shown))
        self._bridge.watch(future, self, self.activation.show_differences)

    # ------------------------------------------------------------------ signature

    def ask_signature(self) -> None:
        """Who of the others may sign."""
        version, gate = self._draft.version, self._desk.gate
        point = None if gate is None else gate.point("second_signature")
        if version is None or point is None:
            return
        wanted = Role(str(point.wanted))
        me = self._desk.actor.name
        not_these = [me, *(one.actor for one in version.steps if one.kind == "check")]
        future = self._console.background(lambda c: c.store.read(lambda r: _signers(r, wanted, not_these)))
        self._bridge.watch(future, self, lambda people: self._ask_signature(version, wanted, people))

    def _ask_signature(self, version: PolicyVersion, wanted: Role, people: list[str]) -> None:
        self.activation.hide()
        self.signature.ask(version.number, role_word(wanted.value), people)

    def _sign(self, name: str) -> None:
        version = self._draft.version
        if version is not None:
            self._desk.sign(version, name)

    # ------------------------------------------------------------------ words

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.activation.retranslate()
            self.signature.retranslate()
        super().changeEvent(event)


def newly_automatic(old: Policy | None, new: Policy | None) -> tuple[Rule, ...]:
    """The rules of ``new`` that hide by themselves and did not in ``old``."""
    before = {rule.id for rule in old.rules if rule.auto == "hide"} if old is not None else set()
    return tuple(r for r in new.rules if r.auto == "hide" and r.id not in before) if new is not None else ()


def _sentences(old: Policy | None, new: Policy | None, shown: str) -> tuple[str, ...]:
    return meaning(old, new, shown)


def _signers(reading: Reading, wanted: Role, not_these: list[str]) -> list[str]:
    """Members who may sign: those whose role fills the one asked for, but nobody who wrote or activates it."""
    return [
        name
        for name, role in sorted(reading.settings.members().items())
        if fills(role, wanted) and not any(same_person(reading, name, other) for other in not_these)
    ]
