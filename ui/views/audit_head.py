"""The audit page's head: whether the chain holds, the anchor to keep elsewhere, export; loud when the log is broken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import actions
from ui.delegates.paint import draw_icon
from ui.i18n import format as say
from ui.i18n.counted import counted
from ui.i18n.mark import translate
from ui.i18n.messages import sentence
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import ActionButton, BarLink, Kind
from ui.widgets.folding_row import FoldingRow

if TYPE_CHECKING:
    from console.domain.audit import ChainFault
    from console.services.audit_desk import Acknowledged
    from ui.theme.look import Look

ANCHOR_FROM: Final = 620
"""Width of the head, in pixels at 100 %, from which the ends of the anchor are written out."""


@dataclass(frozen=True, slots=True)
class Chain:
    """What is known of the chain: ``unknown``, ``checking``, ``ok`` or ``broken``; ``seen`` when that was acknowledged."""

    state: str
    entries: int = 0
    anchor: str = ""
    at: int = 0
    fault: ChainFault | None = None
    seen: Acknowledged | None = None
    last: int = 0  # the sequence number that the anchor belongs to

    @property
    def loud(self) -> bool:
        """Whether the head must shout."""
        return self.state == "broken" and self.seen is None


def chain_words(chain: Chain) -> tuple[str, str, str]:
    """(icon, words, colour role) of the state, for the head and the status strip."""
    if chain.state == "ok":
        words = sentence("audit.ok", {"time": chain.at, "entries": counted.entries(chain.entries)})
        return "seal-check", words, "ok"
    if chain.state == "broken" and chain.fault is not None:
        kind = sentence(f"audit.broken.{chain.fault.kind}")
        return "link-break", sentence("audit.broken", {"n": chain.fault.sequence, "kind": kind}), "danger"
    if chain.state == "checking":
        if not chain.entries:
            return "circle-dashed", translate("Audit", "Being verified"), "text-muted"
        read = counted.entries(chain.entries)
        return (
            "circle-dashed",
            translate("Audit", "Being verified, {entries} read").format(entries=read),
            "text-muted",
        )
    return "circle-dashed", translate("Audit", "Not verified yet"), "text-muted"


class Alarm(QWidget):
    """The broken log: filled with ``danger``; stays until somebody says in words why work goes on."""

    acknowledged = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.title = Text(look, "title", "text-on-accent", wrap=True)
        self.line = Text(look, "body", "text-on-accent", wrap=True)
        self.export = ActionButton(look, "export")
        self.reason = QLineEdit()
        self.reason.setMaxLength(300)
        self.acknowledge = ActionButton(look, "check")
        self._words = QVBoxLayout()
        self._words.addWidget(self.title)
        self._words.addWidget(self.line)
        # What can be pressed stands on an ordinary ground: an inert button would vanish on the fill.
        self.foot = Pane(look, "surface", "b")
        self._row = QHBoxLayout(self.foot)
        self._row.addWidget(self.export)
        self._row.addWidget(self.reason, 1)
        self._row.addWidget(self.acknowledge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._words)
        column.addWidget(self.foot)
        self.reason.textChanged.connect(lambda _text: self._arm())
        self.reason.returnPressed.connect(self._send)
        self.acknowledge.clicked.connect(lambda _checked=False: self._send())
        look.changed.connect(self._restyle)
        self._restyle()
        self._arm()

    def _restyle(self) -> None:
        px = self.look.px
        self._words.setContentsMargins(px(52), px(12), px(16), px(12))
        self._words.setSpacing(px(2))
        self._row.setContentsMargins(px(17), px(6), px(13), px(7))
        self._row.setSpacing(px(4))
        self.update()

    def _arm(self) -> None:
        self.acknowledge.set_inert(
            "" if self.reason.text().strip() else self.tr("Say first why work goes on.")
        )

    def _send(self) -> None:
        words = self.reason.text().strip()
        if words:
            self.acknowledged.emit(words)
            self.reason.clear()

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.export.set_face("export", self.tr("Export now"))
        self.acknowledge.set_face("check", self.tr("Acknowledge"))
        self.reason.setPlaceholderText(self.tr("Who was told, and why work goes on"))
        self.reason.setAccessibleName(self.tr("Reason for going on with a broken log"))
        self._arm()

    def show_fault(self, words: str) -> None:
        """Say what is broken and what to do."""
        self.title.setText(words)
        self.line.setText(
            self.tr("Export now, keep the file, call your lead. Entries before that place still hold.")
        )
        self.setAccessibleName(f"{words} {self.line.text()}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The fill and the broken link."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.color("danger"))
        middle = self.look.px(12) + self.title.height() / 2
        draw_icon(painter, self.look.px(20), middle, "link-break", "text-on-accent", self.look, 20)


class AuditHead(Pane):
    """Title, state, anchor with copy, export; under it the alarm, when there is one."""

    acknowledged = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "surface", "b", parent)
        self._anchored = False
        self.title = IconText(look, "", "", role="title", weight=600, text_color="text")
        self.state = IconText(look, "circle-dashed", "", role="body", icon_px=18)
        self.anchor = Text(look, "small", "text-muted")
        self.copy_anchor = BarLink(look, "copy")
        self.verify = BarLink(look, "arrow-clockwise")
        self.export = ActionButton(look, "export", kind=Kind.NORMAL)
        self.alarm = Alarm(look)
        self._line = QWidget()
        self._row = QHBoxLayout(self._line)
        facts = (self.state, self.anchor, self.copy_anchor, self.verify)
        self._row.addWidget(FoldingRow((self.title,), facts, look.px(8)), 1)
        self._row.addWidget(self.export, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addWidget(self.alarm)
        column.addWidget(self._line)
        self.alarm.hide()
        self.alarm.acknowledged.connect(self.acknowledged)
        self.alarm.export.clicked.connect(lambda _checked=False: self.export.click())
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self.look.px
        self._row.setContentsMargins(px(20), px(5), px(13), px(5))
        self._row.setSpacing(px(8))
        self.anchor.setFont(self.look.fixed_font())

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.title.set_text(self.tr("Audit log"))
        self.export.set_face("export", self.tr("Export"), actions.keycaps("audit.export"))
        self.copy_anchor.set_face("copy", "", name=self.tr("Copy the anchor"))
        self.verify.set_face("arrow-clockwise", "", name=self.tr("Verify the whole log again (V)"))
        self.alarm.retranslate()

    def _show_anchor(self) -> None:
        """Where there is little room, the button alone: the state is more important than the ends of a hash."""
        roomy = self.width() > self.look.px(ANCHOR_FROM)
        self.anchor.setVisible(self._anchored and roomy)
        self.copy_anchor.setVisible(self._anchored)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the ends of the anchor where there is room."""
        super().resizeEvent(event)
        self._show_anchor()

    def show_chain(self, chain: Chain) -> None:
        """Show the state; loud when broken and not acknowledged."""
        icon, words, color = chain_words(chain)
        if chain.seen is not None:
            words = self.tr("{broken} Seen by {name}, {day}: {reason}").format(
                broken=words, name=chain.seen.actor, day=say.day(chain.seen.at), reason=chain.seen.reason
            )
        # Words and icon share the colour of the state; a calm one is muted.
        self.state.set_text(words, icon, color, "fill" if color != "text-muted" else None)
        self.state.setToolTip(words)
        self.alarm.setVisible(chain.loud)
        self.state.setVisible(not chain.loud)
        if chain.loud:
            self.alarm.show_fault(words)
        has_anchor = bool(chain.anchor) and chain.state in ("ok", "broken")
        self._anchored = has_anchor and chain.state == "ok"
        self._show_anchor()
        if has_anchor:
            ends = f"{chain.anchor[:4]}…{chain.anchor[-4:]}"
            self.anchor.setText(self.tr("anchor {ends}").format(ends=ends))
            self.anchor.setToolTip(chain.anchor)
        self.verify.setEnabled(chain.state != "checking")
        self.state.setFocusPolicy(Qt.FocusPolicy.NoFocus)
