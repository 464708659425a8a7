"""Connecting, first step: the platforms there are, each with a line of what it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from console import managed
from console.connectors import registry
from ui.i18n.mark import translate
from ui.models.channel_words import platform_title
from ui.models.connect_words import gives, offered
from ui.theme.icon_names import platform_icon
from ui.widgets.base import Text
from ui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from console.services.roles import Actor
    from ui.theme.look import Look


class PlatformList(QWidget):
    """``chosen`` carries the kind; arrows and Tab go from one to the next."""

    chosen = Signal(str)

    def __init__(self, actor: Actor, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actor, self.look = actor, look
        self.buttons: dict[str, ActionButton] = {}
        self.lines: dict[str, Text] = {}
        px = look.px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(1, 1)
        allowed = [kind for kind in offered(registry.kinds()) if managed.current().allows(kind)]
        for row, kind in enumerate(allowed):
            button = self.buttons[kind] = ActionButton(look, platform_icon(kind))
            line = self.lines[kind] = Text(look, "body", "text-muted", wrap=True)
            button.clicked.connect(lambda _checked=False, picked=kind: self.choose(picked))
            grid.addWidget(button, row, 0)
            grid.addWidget(line, row, 1, Qt.AlignmentFlag.AlignVCenter)
        self.company = Text(look, "small", "text-muted", wrap=True)
        self.company.setContentsMargins(0, px(8), 0, 0)
        self.company.setVisible(managed.current().connectors is not None)
        grid.addWidget(self.company, len(self.buttons), 0, 1, 2)
        grid.setRowStretch(len(self.buttons) + 1, 1)
        look.changed.connect(self._line_up)
        self.retranslate()

    def choose(self, kind: str) -> None:
        """Lead on with a platform, where this person may."""
        if not self.buttons[kind].reason:
            self.chosen.emit(kind)

    def focus_on(self, kind: str = "") -> None:
        """Put the focus on a platform; without one on the first that leads to an account."""
        able = [one for one in self.buttons if one not in ("practice", "file")]
        at = self.buttons.get(kind) or (self.buttons[able[0]] if able else next(iter(self.buttons.values())))
        at.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Words of the language shown."""
        lead = (
            "" if self._actor.may("channel") else translate("Connect", "Connecting an account needs a lead.")
        )
        for kind, button in self.buttons.items():
            button.set_face(platform_icon(kind), platform_title(registry.spec(kind)))
            barred = lead if kind not in ("practice", "file") else ""
            button.set_inert(barred)
            line = gives(kind)
            self.lines[kind].setText(line)
            button.setAccessibleDescription(f"{line} {barred}".strip())
        self.company.setText(
            translate(
                "Connect", "Your company allows these on this machine. For others ask your IT department."
            )
        )
        self._line_up()

    def _line_up(self) -> None:
        """All as wide as the widest of them, whatever the language and the size of the text."""
        widest = max(button.sizeHint().width() for button in self.buttons.values())
        for button in self.buttons.values():
            button.setMinimumWidth(widest)
