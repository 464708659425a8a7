"""Connecting, third step: whose account it is, what it can do from here, what its token lacks, until when it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.vocabulary import FOLLOWERS
from ui.models.channel_words import capability_heads, capability_rows, ends_words, warning_words
from ui.models.connect_words import aside, tested_words
from ui.theme.icon_names import platform_icon
from ui.views.channel_offer import Offer
from ui.widgets.base import IconText, Text
from ui.widgets.buttons import RING_ROOM, ActionButton, Kind
from ui.widgets.cells import CellTable
from ui.widgets.flow import FlowLayout
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from console.domain.ports import AccountInfo, PlatformSpec
    from console.services.channel_desk import NewChannel
    from ui.theme.look import Look

SHARES: Final = (20, 19, 22, 8, 44)
#: What gives way where there is little room: what it costs, then what it means there.
YIELDS: Final = (3, 4)


class AccountResult(QWidget):
    """Shown after a sign-in that was accepted; the buttons are led by whoever shows it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = look.px
        self.account = IconText(look, "globe", "", role="page", weight=600, icon_px=24, text_color="text")
        self.line = Text(look, "body", "text-muted", wrap=True)
        self.ends = IconText(look, "clock", "", role="body", icon_px=16)
        self.remark = Notice(look)
        self.offer = Offer(look)
        self.table = CellTable(look, SHARES, chooses=False, yields=YIELDS)
        self.honest = Text(look, "small", "text-muted", wrap=True)
        self.tested = Text(look, "small", "text-muted", wrap=True)
        self.change = ActionButton(look, "caret-left")
        self.again = ActionButton(look, "arrow-clockwise")
        self.onward = ActionButton(look, "check", kind=Kind.PRIMARY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        above: tuple[QWidget, ...] = (self.account, self.line, self.ends, self.remark, self.offer)
        for widget in (*above, self.table, self.honest, self.tested):
            column.addWidget(widget)
        row = FlowLayout(px(4))
        row.setContentsMargins(-px(RING_ROOM), px(4), 0, 0)
        for button in (self.onward, self.again, self.change):
            row.addWidget(button)
        column.addLayout(row)
        column.addStretch(1)
        self.remark.hide()
        self.offer.changed.connect(self._fill)
        self._shown: tuple[PlatformSpec, AccountInfo] | None = None

    def show_account(self, spec: PlatformSpec, wanted: NewChannel, info: AccountInfo, now: int) -> None:
        """What the test of the sign-in said."""
        handle, server = (info.handle or wanted.handle).lstrip("@"), info.server or wanted.server
        self.account.set_text(info.name or handle or spec.title, platform_icon(spec.kind))
        known = self.tr("@{handle}, on {server}").format(handle=handle, server=server)
        self.line.setText(known if handle and server else server)
        ends = ends_words(info.expires_at, now)
        self.ends.setVisible(ends is not None)
        if ends is not None:
            self.ends.set_text(ends.words, ends.icon, ends.color)
        self._say_remarks(spec, info)
        self._shown = spec, info
        able = spec.sign_in in ("browser", "both")
        self.offer.show_offers(spec.kind, info.offers, wanted.options, able=able)
        self._fill()
        self.table.setAccessibleName(self.tr("What this account can do from here"))
        self.honest.setText(self.tr("From what is known of the platform; each comment may allow less."))
        self.tested.setText(" ".join(part for part in (tested_words(spec), aside(spec.kind)) if part))

    def _fill(self) -> None:
        """The table as the account acts with what is chosen; onward only with what the token allows."""
        if self._shown is None:
            return
        spec, info = self._shown
        rows = capability_rows(spec, info.lacking, self.offer.options())
        self.table.set_rows(capability_heads(spec), rows)
        self.table.fit_height()
        missing = self.offer.missing
        self.onward.set_inert(
            self.tr("The token lacks {permission} for that.").format(permission=missing) if missing else ""
        )

    def _say_remarks(self, spec: PlatformSpec, info: AccountInfo) -> None:
        words = [warning_words(code) for code in info.warnings]
        lacking = sorted({need for one, need in info.lacking.items() if need and one != FOLLOWERS})
        if lacking:
            words.append(
                self.tr(
                    "The token lacks: {permissions}. Some actions will not work until it has them."
                ).format(permissions=", ".join(lacking))
            )
        self.remark.setVisible(bool(words))
        if words:
            self.remark.show_notice("warning", words[0], " ".join(words[1:]), tone="warning")

    def retranslate(self, *, last: bool) -> None:
        """Words of the language shown. ``last``: there is nothing to choose after this step."""
        self.offer.retranslate()
        self.change.set_face("caret-left", self.tr("Change the details"))
        self.again.set_face("arrow-clockwise", self.tr("Ask again"))
        self.onward.set_face(
            "check" if last else "arrow-right", self.tr("Add this channel") if last else self.tr("Continue")
        )
