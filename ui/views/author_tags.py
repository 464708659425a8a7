"""What the team calls an author: tags as small buttons that take themselves away, and a field that completes what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from console.services.tags import KNOWN, LONGEST, tag_word
from ui import actions
from ui.i18n.format import language
from ui.retiring import empty
from ui.widgets.base import Text
from ui.widgets.buttons import BarLink
from ui.widgets.flow import FlowLayout
from ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme.look import Look


class TagField(QLineEdit):
    """Enter adds, Esc leaves."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc belongs to the field while it is open."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Enter and Esc are the field's own, whatever they mean in the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()
                return True
        return super().event(event)


class AuthorTags(QWidget):
    """``added`` carries what was typed, ``removed`` a tag; ``left`` means that the keys go back to the list."""

    added = Signal(str)
    removed = Signal(str)
    opened = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._tags: tuple[str, ...] = ()
        self.chips = QWidget()
        self._flow = FlowLayout(look.px(2), self.chips)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.add = BarLink(look, "plus", "", role="small")
        self.add.clicked.connect(self.opened)
        self.field = TagField()
        self.field.setMaxLength(LONGEST)
        self.field.returnPressed.connect(self._typed)
        self.field.left.connect(self._leave)
        self.field.hide()
        self.fault = Text(look, "small", "danger", wrap=True)
        self.fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        for widget in (self.chips, self.field, self.fault):
            column.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.retranslate()

    def retranslate(self) -> None:
        """Fixed words in the language shown."""
        self.add.set_face("plus", self.tr("Tag"), actions.keycaps("look.tag"))
        self.field.setPlaceholderText(self.tr("Tag: VIP, journalist, or your own word"))
        self.field.setAccessibleName(self.tr("Tag for this author"))
        self.show_tags(self._tags)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show an author's tags; pressing one takes it away. From one author without any to the next nothing changes."""
        if not tags and not self._tags and self._flow.count():
            return
        self._tags = tuple(tags)
        focused = next((link.objectName() for link in self.links() if link.hasFocus()), None)
        empty(self._flow, self.add)
        for tag in self._tags:
            word = tag_word(tag, language())
            link = BarLink(self.look, "tag", word, role="small", color="text", weight=600, parent=self.chips)
            link.setObjectName(tag)
            link.setAccessibleName(self.tr("Tag {tag}: take away").format(tag=word))
            link.setToolTip(plain_tip(self.tr("Take “{tag}” away").format(tag=word)))
            link.clicked.connect(lambda _checked=False, one=tag: self.removed.emit(one))
            self._flow.addWidget(link)
            link.show()
        self._flow.addWidget(self.add)
        self._flow.invalidate()
        self.chips.updateGeometry()
        if focused is not None and focused not in self._tags:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def links(self) -> list[BarLink]:
        """The tags shown."""
        found = [self._flow.itemAt(at).widget() for at in range(self._flow.count())]
        return [one for one in found if isinstance(one, BarLink) and one is not self.add]

    def ask(self, known: Sequence[str]) -> None:
        """Open the field; ``known`` completes what is typed."""
        words = [tag_word(one, language()) for one in (known or KNOWN) if one not in self._tags]
        completer = QCompleter(words, self.field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.field.setCompleter(completer)
        self.field.clear()
        self.fault.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refuse(self, why: str) -> None:
        """What was typed is no tag: it stays, with the reason."""
        self.fault.setText(why)
        self.fault.show()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_field(self) -> None:
        """The tag is in place."""
        self.fault.hide()
        if not self.field.isHidden():
            self.field.clear()
            self.field.hide()

    def _typed(self) -> None:
        words = self.field.text().strip()
        if words:
            self.added.emit(words)
        else:
            self._leave()

    def _leave(self) -> None:
        self.close_field()
        self.left.emit()
