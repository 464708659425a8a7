"""Spelling of what is being written: looked up off the window's thread, marked, mended from a menu; it stops nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QAction

from console.services.spelling import LANGUAGES, REST_SECONDS, Misspelt
from ui.i18n.mark import translate
from ui.i18n.reply_counted import reply_counted
from ui.retiring import retire
from ui.text_offsets import to_utf16

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from console.runtime.app import Console
    from ui.bridge import Bridge
    from ui.views.reply_editor import Editor, Marks

OFF: Final = "off"
_PAUSE_MS: Final = 450
_REST_MS: Final = (REST_SECONDS + 5) * 1000


class ReplySpelling(QObject):
    """Marks the editor's words. ``changed`` comes when the language or the number of marked words did.

    Languages are fr, en and off. What a person chose holds until the window closes; else it is the comment's own.
    """

    changed = Signal()

    def __init__(
        self, console: Console, bridge: Bridge, editor: Editor, marks: Marks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._console, self._bridge, self._editor, self._marks = console, bridge, editor, marks
        self.language = OFF
        self.found: tuple[Misspelt, ...] = ()
        self._chosen = ""
        self._comment = 0
        self._asking = self._again = False
        self._menu: QMenu | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._let_rest)
        editor.wants_menu.connect(self.show_menu)

    # ------------------------------------------------------------------ which language

    def start(self, comment: int, language: str) -> None:
        """Another comment is answered, in ``language`` as far as is known."""
        self._comment = comment
        plain = language.partition("-")[0].lower()
        self._set(self._chosen or (plain if plain in LANGUAGES else OFF))

    def stop(self) -> None:
        """No reply is written now."""
        self._comment = 0
        self._timer.stop()
        self._put(())

    def follow(self, language: str) -> None:
        """A saved reply in another language was put in: its language, unless a person chose one."""
        if not self._chosen and language in LANGUAGES:
            self._set(language)

    def choose(self, language: str = "") -> None:
        """Choose a language, or (empty) the next of French, English, off."""
        order = (*LANGUAGES, OFF)
        self._chosen = language or order[(order.index(self.language) + 1) % len(order)]
        self._set(self._chosen)

    def _set(self, language: str) -> None:
        self.language = language
        self._put(())
        self.changed.emit()
        self.look_soon()

    # ------------------------------------------------------------------ looking

    def look_soon(self) -> None:
        """The text has changed: look after a pause in typing."""
        if self._comment and self.language != OFF:
            self._timer.start()

    def _look(self) -> None:
        if self._asking:
            self._again = True
            return
        text, language, comment = self._editor.toPlainText(), self.language, self._comment
        if not comment or language == OFF or not text.strip():
            self._put(())
            return
        self._asking, self._again = True, False
        future = self._console.background(lambda c: c.spelling.check(text, language, comment))
        self._bridge.watch(future, self, lambda found: self._looked(text, language, found), self._failed)
        self._rest.start()

    def _looked(self, text: str, language: str, found: tuple[Misspelt, ...]) -> None:
        self._asking = False
        if text == self._editor.toPlainText() and language == self.language:
            self._put(found)
        if self._again or text != self._editor.toPlainText():
            self.look_soon()

    def _failed(self, error: Exception) -> None:
        self._asking = False
        self._bridge.tasks.failed.emit(error)

    def _put(self, found: tuple[Misspelt, ...]) -> None:
        changed = found != self.found
        self.found = found
        spans = [(one.start, one.end) for one in found]
        if spans != self._marks.misspelt:
            self._marks.misspelt = spans
            self._marks.show()
        if changed:
            said = translate("ReplySpelling", "{count}: {words}").format(
                count=reply_counted.to_check(len(found)), words=", ".join(one.word for one in found[:8])
            )
            self._editor.setAccessibleDescription(said if found else "")
            self.changed.emit()

    def _let_rest(self) -> None:
        """Nobody wrote for minutes: the word list need not stay in memory."""
        future = self._console.background(lambda c: c.spelling.rest())
        self._bridge.watch(future, self, lambda gone: None if gone else self._rest.start())

    # ------------------------------------------------------------------ mending

    def walk(self) -> None:
        """The next marked word after the cursor: selected, with what may be meant in a menu."""
        if self.found:
            at = self._editor.textCursor().selectionEnd()
            text = self._editor.toPlainText()
            places = to_utf16(text, [one.start for one in self.found])
            place = next((n for n, start in enumerate(places) if start >= at), 0)
            self._offer(self.found[place])

    def show_menu(self, at: QPoint) -> None:
        """The menu of the mouse or the menu key: for a marked word with what may be meant on top."""
        one = self._under_cursor()
        if one is None:
            self._pop(self._editor.createStandardContextMenu(), at)
        else:
            self._offer(one, at)

    def _under_cursor(self) -> Misspelt | None:
        text = self._editor.toPlainText()
        at = self._editor.textCursor().position()
        for one in self._marked(text):
            start, end = to_utf16(text, [one.start, one.end])
            if start <= at <= end:
                return one
        return None

    def _marked(self, text: str) -> list[Misspelt]:
        """The words still marked, where typing has moved them."""
        return [Misspelt(start, end, text[start:end]) for start, end in self._marks.misspelt]

    def _offer(self, one: Misspelt, at: QPoint | None = None) -> None:
        self._editor.select(*to_utf16(self._editor.toPlainText(), [one.start, one.end]))
        word, language = one.word, self.language
        future = self._console.background(lambda c: c.spelling.suggest(word, language))
        self._bridge.watch(future, self, lambda found: self._offered(word, found, at), self._failed)
        self._rest.start()

    def _offered(self, word: str, found: tuple[str, ...], at: QPoint | None) -> None:
        if self._editor.textCursor().selectedText() != word or not self._editor.isVisible():
            return  # somebody went on writing meanwhile
        menu = self._editor.createStandardContextMenu()
        first = menu.actions()[0] if menu.actions() else None
        made: list[QAction] = []
        for one in found:
            action = QAction(one, menu)
            action.triggered.connect(lambda _checked=False, put=one: self._replace(word, put))
            made.append(action)
        if not made:
            none = QAction(translate("ReplySpelling", "No suggestion"), menu)
            none.setEnabled(False)
            made.append(none)
        own = QAction(translate("ReplySpelling", "Add “{word}” to the dictionary").format(word=word), menu)
        own.triggered.connect(lambda _checked=False: self.add(word))
        rule = QAction(menu)
        rule.setSeparator(True)
        made += [own, rule]
        if first is None:
            menu.addActions(made)
        else:
            menu.insertActions(first, made)
        menu.setActiveAction(made[0] if found else own)
        if at is None:
            corner = self._editor.cursorRect().bottomLeft()
            at = self._editor.viewport().mapToGlobal(corner)
        self._pop(menu, at)

    def _pop(self, menu: QMenu, at: QPoint) -> None:
        self._menu = menu
        menu.aboutToHide.connect(lambda one=menu: retire(one))
        menu.popup(at)

    @property
    def menu(self) -> QMenu | None:
        """The menu shown last."""
        return self._menu

    def _replace(self, word: str, put: str) -> None:
        cursor = self._editor.textCursor()
        if cursor.selectedText() == word:
            cursor.insertText(put)
        self._editor.setFocus()

    def add(self, word: str) -> None:
        """Keep a word as right, on this machine."""
        future = self._console.background(lambda c: c.spelling.add(word))
        self._bridge.watch(future, self, lambda _words: self._look(), self._failed)
