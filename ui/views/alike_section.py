"""How a group of near-duplicates differs: its distinct texts, least alike first, each with a way out of the group."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.domain.likeness import EXACT, LINK, REWORDED
from ui import actions
from ui.delegates.visible_text import isolated, plain_name
from ui.i18n import format as say
from ui.i18n.alike_counted import alike_counted
from ui.i18n.mark import translate
from ui.retiring import empty
from ui.widgets.base import Rule, Text
from ui.widgets.buttons import BarLink
from ui.widgets.runs import Run, RunText

if TYPE_CHECKING:
    from console.services.alike import GroupInfo, Wording
    from ui.theme.look import Look

SHOWN: Final = 4
"""Texts shown before a person asks for the rest: the least alike are the ones to read."""
_LETTERS: Final = 240


class AlikeSection(QWidget):
    """Shows one GroupInfo; ``out`` carries the comment that a person takes out, ``opened`` asks for the list."""

    out = Signal(int)
    opened = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.comment = 0
        self._info: GroupInfo | None = None
        self._masked = False
        self._all = False
        self.title = Text(look, "small", "text-muted", 600)
        self.head = RunText(look, icon="stack")
        self.least = Text(look, "small", "text-muted")
        self.rows = QVBoxLayout()
        self.column = QVBoxLayout(self)
        for widget in (Rule(look), self.title, self.head, self.least):
            self.column.addWidget(widget)
        self.column.addLayout(self.rows)
        self.more = BarLink(look, "caret-down", "", role="small")
        self.more.clicked.connect(self._show_all)
        self.list_link = BarLink(look, "rows", "", role="small")
        self.list_link.clicked.connect(self.opened)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addWidget(self.list_link)
        foot.addStretch(1)
        self.column.addLayout(foot)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def _restyle(self) -> None:
        px = self.look.px
        self.column.setContentsMargins(0, px(16), 0, 0)
        self.column.setSpacing(0)
        self.rows.setSpacing(px(4))
        self.title.setContentsMargins(0, px(12), 0, px(8))
        self.least.setContentsMargins(px(25), px(6), 0, px(2))
        self._fill()

    @property
    def info(self) -> GroupInfo | None:
        """What is shown."""
        return self._info

    def show_group(self, comment: int, info: GroupInfo | None, masked: bool = False) -> None:
        """Show how the group of ``comment`` differs; None hides the section. Masked, no text is written out."""
        if comment != self.comment:
            self._all = False
        self.comment, self._info, self._masked = comment, info, masked
        self._fill()

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _fill(self) -> None:
        self._clear()
        info = self._info
        self.setVisible(info is not None and info.total > 1)
        if info is None:
            return
        self.title.setText(translate("Alike", "How they differ"))
        mine = next((one for one in info.texts if one.comment_id == info.typical), None)
        counts = (
            (EXACT, alike_counted.exact), (LINK, alike_counted.link), (REWORDED, alike_counted.reworded),
        )  # fmt: skip
        told = " · ".join(words(info.kinds[kind]) for kind, words in counts if info.kinds[kind])
        runs = [Run(alike_counted.typical(info.total), weight=600)]
        if mine is not None and info.typical != self.comment:
            runs.append(Run(f" {self._quoted(mine)}"))
        runs.append(Run(f"  {told}", "text-muted"))
        self.head.set_runs(runs)
        others = [one for one in info.texts if one.kind != EXACT]
        shown = others if self._all else others[:SHOWN]
        self.least.setText(translate("Alike", "Least alike first"))
        self.least.setVisible(len(shown) > 1)
        for one in shown:
            self.rows.addWidget(self._row(one))
        left = len(others) - len(shown)
        self.more.set_face("caret-down", alike_counted.more(left))
        self.more.setVisible(left > 0)
        self.list_link.set_face("rows", actions.word("move.into_group"), actions.keycaps("move.into_group"))

    def _clear(self) -> None:
        empty(self.rows)

    def _quoted(self, one: Wording) -> str:
        if self._masked:
            return translate("Thread", "masked")
        text = " ".join(one.text.split())
        text = text if len(text) <= _LETTERS else f"{text[:_LETTERS].rstrip()}…"
        return isolated(translate("Alike", "“{text}”").format(text=text))

    def _row(self, one: Wording) -> QWidget:
        """Author, how alike, how often; the text; and the way out at the right."""
        px = self.look.px
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(px(25), px(2), 0, px(6))
        line.setSpacing(px(12))
        words = QVBoxLayout()
        words.setSpacing(0)
        name = plain_name(one.author)
        if one.kind == LINK:
            how = translate("Alike", "another link")
        else:
            how = translate("Alike", "{n} % alike").format(n=say.number(round(one.similarity * 100)))
        facts = f" · {how}" if one.count == 1 else f" · {how} · {alike_counted.times(one.count)}"
        words.addWidget(RunText(self.look, [Run(name, weight=600), Run(facts, "text-muted")], role="small"))
        words.addWidget(RunText(self.look, [Run(self._quoted(one))], role="small"))
        line.addLayout(words, 1)
        out = BarLink(self.look, "minus-circle", translate("Alike", "Out of the group"), role="small")
        out.setAccessibleName(translate("Alike", "{author}: out of the group").format(author=name))
        out.setToolTip(
            translate("Alike", "Read and decided by itself from now on; this changes nothing else")
        )
        out.clicked.connect(partial(self.out.emit, one.comment_id))
        line.addWidget(out, 0, Qt.AlignmentFlag.AlignTop)
        return row
