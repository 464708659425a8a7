"""What one account may have and others may not: a choice, with what it means and what its token would still need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.i18n.mark import translate
from ui.models.connect_words import offer_words
from ui.widgets.buttons import RING_ROOM, ActionButton
from ui.widgets.fields import Choice
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Field, capped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.theme.look import Look

WIDTH = 460


class Offer(QWidget):
    """Hidden where nothing is offered. ``changed`` follows a person's choice, ``wider_asked`` a sign-in that allows it."""

    changed = Signal()
    wider_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.option = ""
        self._kind, self._lacks, self._barred = "", "", ""
        self._able = False
        self.field = Field(look, Choice(look))
        self.wider = ActionButton(look, "globe")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addLayout(capped(self.field, look.px(WIDTH)))
        row = FlowLayout(look.px(4))
        row.setContentsMargins(-look.px(RING_ROOM), 0, 0, 0)
        row.addWidget(self.wider)
        column.addLayout(row)
        self.choice.activated.connect(lambda _place: self._chosen())
        self.wider.clicked.connect(lambda _checked=False: self.wider_asked.emit())
        self.hide()

    @property
    def choice(self) -> Choice:
        """Without it, or with it."""
        assert isinstance(self.field.field, Choice)
        return self.field.field

    @property
    def on(self) -> bool:
        """Whether a person wants it."""
        return bool(self.option) and self.choice.key() == "1"

    @property
    def missing(self) -> str:
        """What the token would still need for what is chosen."""
        return self._lacks if self.on else ""

    def options(self) -> dict[str, Any]:
        """The choice as options of the channel."""
        return {self.option: 1} if self.on else {}

    def show_offers(
        self,
        kind: str,
        offers: Mapping[str, str],
        options: Mapping[str, Any],
        *,
        barred: str = "",
        able: bool = False,
    ) -> None:
        """What is offered to an account of this platform; ``options`` say what holds, ``able`` that a sign-in is at hand."""
        known = [one for one in offers if offer_words(kind, one) is not None]
        self.option = known[0] if known else ""
        self.setVisible(bool(known))
        if not known:
            self._name_plainly()
            return
        self._kind, self._lacks, self._barred, self._able = kind, offers[self.option], barred, able
        self._fill("1" if options.get(self.option) in (1, "1", True) else "0")

    def _fill(self, key: str) -> None:
        words = offer_words(self._kind, self.option)
        if words is None:
            return
        self.choice.set_choices([("0", words.off), ("1", words.on)])
        self.choice.set_key(key)
        self.choice.setEnabled(not self._barred)
        self.choice.setToolTip(self._barred)
        self._say()

    def _chosen(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        words = offer_words(self._kind, self.option)
        if words is None:
            return
        help_ = words.means_on if self.on else words.means_off
        if self.missing:
            help_ = translate(
                "Connect", "The token lacks {permission}: sign in again, and allow that too."
            ).format(permission=self.missing)
        self.field.set_words(words.label, help_)
        self.wider.setVisible(bool(self.missing) and self._able)

    def _name_plainly(self) -> None:
        self.choice.setAccessibleName(translate("Connect", "What this account may do besides"))

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.wider.set_face("globe", translate("Connect", "Sign in again for that"))
        if self.option:
            self._fill(self.choice.key() or "0")
        else:
            self._name_plainly()  # until an account comes that is offered something
