"""Watch terms of a channel: written one by one, each with a button that takes it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from console.domain.errors import UsageError
from console.services.connecting import WATCHES, watch_of, watches_changed
from ui.models.connect_words import reason_words, term_help, term_words
from ui.retiring import empty
from ui.widgets.base import Text
from ui.widgets.buttons import RING_ROOM, ActionButton
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Field, capped
from ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.theme.look import Look

LINE_WIDTH = 480


class WatchTerms(QWidget):
    """``changed`` carries all terms after a person added one or took one away."""

    changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.terms: list[dict[str, str]] = []
        self._offered: tuple[str, ...] = ()
        self._barred = ""
        self.line = Field(look, QLineEdit())
        self.add = ActionButton(look, "plus")
        self.nothing = Text(look, "body", "text-muted", wrap=True)
        self.buttons: list[ActionButton] = []
        px = look.px
        self._flow = FlowLayout(px(2))
        self._flow.setContentsMargins(-px(RING_ROOM), 0, 0, 0)
        self.line.put_beside(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(capped(self.line, px(LINE_WIDTH)))
        column.addWidget(self.nothing)
        column.addLayout(self._flow)
        self.edit.setMaxLength(120)
        self.edit.returnPressed.connect(self.take)
        self.add.clicked.connect(lambda _checked=False: self.take())

    @property
    def edit(self) -> QLineEdit:
        """Where a term is written."""
        assert isinstance(self.line.field, QLineEdit)
        return self.line.field

    def show_terms(
        self, terms: Sequence[Mapping[str, str]], offered: Sequence[str], barred: str = ""
    ) -> None:
        """These terms, on a platform that can search for ``offered``; ``barred`` is why nothing can be changed."""
        kept = [dict(one) for one in terms]
        if kept != self.terms or tuple(offered) != self._offered or barred != self._barred:
            self.terms, self._offered, self._barred = kept, tuple(offered), barred
            self._rebuild()

    def take(self) -> None:
        """The term written, into the list; what cannot be searched for stays where it is, with the reason."""
        if self._barred or not self.edit.text().strip():
            return
        self._say_line()
        try:
            terms = watches_changed(self.terms, [watch_of(self.edit.text(), self._offered)], [])
        except UsageError as error:
            self.line.set_wrong(reason_words(error))
            return
        self.edit.clear()
        self._became(terms)

    def remove(self, place: int) -> None:
        """Watch one of them no more; the focus goes to the next one, else to the line."""
        if self._barred:
            return
        self._became(watches_changed(self.terms, [], [self.terms[place]]))
        at = self.buttons[min(place, len(self.buttons) - 1)] if self.buttons else self.edit
        at.setFocus(Qt.FocusReason.OtherFocusReason)

    def _became(self, terms: list[dict[str, str]]) -> None:
        self.terms = terms
        self._rebuild()
        self.changed.emit([dict(one) for one in terms])

    def _rebuild(self) -> None:
        empty(self._flow)
        self.buttons = []
        for place, term in enumerate(self.terms):
            words = term_words(term)
            button = ActionButton(self.look, "x", words)
            name = self.tr("Watch {term} no more").format(term=words)
            button.setAccessibleName(name)
            button.setToolTip(plain_tip(name))
            if self._barred:
                button.set_inert(self._barred)
            button.clicked.connect(lambda _checked=False, at=place: self.remove(at))
            self._flow.addWidget(button)
            button.show()
            self.buttons.append(button)
        self.nothing.setVisible(not self.terms)
        self.updateGeometry()
        self._say_line()

    def _say_line(self) -> None:
        kinds = self._offered or WATCHES
        self.line.set_words(
            self.tr("Watch for"),
            self.tr("{kinds}. Each costs requests with every pull.").format(kinds=_capital(term_help(kinds))),
        )
        self.edit.setReadOnly(bool(self._barred))
        self.add.set_inert(self._barred)

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.add.set_face("plus", self.tr("Watch"))
        self.nothing.setText(self.tr("Nothing is watched: only what is said to your account comes in."))
        self._rebuild()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
