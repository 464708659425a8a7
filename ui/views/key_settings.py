"""The keys in the settings: every action by context, found by a few letters, its keys recorded by pressing them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui import actions
from ui.action_table import FIXED, Row
from ui.i18n.key_words import CONTEXTS, context_word, of_file, spoken, why_not
from ui.i18n.mark import translate
from ui.i18n.other import other
from ui.keymap import MOST, Keymap, Refusal, name_of
from ui.views.key_list import KeyLine, KeyList
from ui.views.key_recorder import KeyRecorder
from ui.views.palette_find import folded
from ui.widgets.base import Text
from ui.widgets.buttons import ActionButton
from ui.widgets.fields import Choice
from ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from ui.app import Preferences

CHANGE, ADD = "change", "add"
_ORDER: Final = tuple(CONTEXTS)


class KeySettings(QWidget):
    """One page. What is recorded works at once, here and in every window of this process."""

    resized = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        look = self.look = preferences.look
        self._how = CHANGE
        self._wanted = ""  # the key that somebody else has
        self.aside = Text(look, "body", "text-muted", wrap=True)
        self.faults = Text(look, "body", "warning", wrap=True)
        self.filter = QLineEdit()
        self.letters = Choice(look)
        self.letters_words = Text(look, "small", "text-muted", wrap=True)
        self.list = KeyList(look)
        self.recorder = KeyRecorder(look)
        self.said = Text(look, "body", "text", wrap=True)
        self.change = ActionButton(look, "keyboard")
        self.more = ActionButton(look, "plus")
        self.without = ActionButton(look, "minus")
        self.usual = ActionButton(look, "arrow-u-up-left")
        self.swap = ActionButton(look, "check")
        self.stop = ActionButton(look, "x")
        self.all = ActionButton(look, "arrow-clockwise")
        self._build()
        self._connect()
        self.retranslate()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        px = self.look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        top = FlowLayout(px(8))
        for widget in (self.filter, self.letters, self.all):
            top.addWidget(widget)
        self.filter.setMinimumWidth(px(240))
        row = FlowLayout(px(4))
        for button in (self.change, self.more, self.without, self.usual, self.swap, self.stop):
            row.addWidget(button)
        column.addWidget(self.aside)
        column.addWidget(self.faults)
        column.addLayout(top)
        column.addWidget(self.letters_words)
        column.addWidget(self.list, 1)
        column.addWidget(self.recorder)
        column.addWidget(self.said)
        column.addLayout(row)
        self.recorder.hide()
        self.said.hide()
        self.setFocusProxy(self.list)
        self._show_buttons()

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _text: self._fill())
        self.letters.activated.connect(lambda _index: self._switch_letters())
        self.list.current_changed.connect(self._on_current)
        self.list.entered.connect(lambda: self._record(CHANGE))
        self.list.emptied.connect(lambda: self._set(()))
        self.change.clicked.connect(lambda _checked=False: self._record(CHANGE))
        self.more.clicked.connect(lambda _checked=False: self._record(ADD))
        self.without.clicked.connect(lambda _checked=False: self._set(()))
        self.usual.clicked.connect(lambda _checked=False: self._reset_one())
        self.all.clicked.connect(lambda _checked=False: self._reset_all())
        self.swap.clicked.connect(lambda _checked=False: self._swap())
        self.stop.clicked.connect(lambda _checked=False: self._stopped())
        self.recorder.recorded.connect(self._recorded)
        self.recorder.refused.connect(lambda refusal: self._say(why_not(refusal), "warning"))
        self.recorder.stopped.connect(self._stopped)
        self._preferences.changed.connect(self._fill)

    def retranslate(self) -> None:
        """Words and keycaps in the language shown."""
        self.aside.setText(
            self.tr("Choose an action and press Enter, then its new key. Enter and Esc keep their meaning.")
        )
        self.filter.setPlaceholderText(self.tr("Filter: action or key"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.letters.set_choices(
            [("on", self.tr("Single letters: on")), ("off", self.tr("Single letters: off"))]
        )
        self.letters.setAccessibleName(self.tr("Keys of a single letter"))
        self.list.setAccessibleName(self.tr("Actions and their keys"))
        self.change.set_face("keyboard", self.tr("Change"), ("⏎",))
        self.more.set_face("plus", self.tr("One more key"))
        self.without.set_face("minus", self.tr("No key"), actions.key_words("Del"))
        self.usual.set_face("arrow-u-up-left", self.tr("Usual key"))
        self.swap.set_face("check", self.tr("Swap"))
        self.stop.set_face("x", self.tr("Leave as it is"), actions.key_words("Esc"))
        self.all.set_face("arrow-clockwise", self.tr("All as at the beginning"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the keys."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # ------------------------------------------------------------------ showing

    @property
    def keymap(self) -> Keymap:
        """The keys in force."""
        return self._preferences.keys

    def _fill(self) -> None:
        keymap = self.keymap
        self.letters.set_key("on" if keymap.letters else "off")
        if keymap.letters:
            words = self.tr(
                "Off when speech or a tremor types letters nobody meant: then only with Ctrl, or by {key}."
            )
        else:
            words = self.tr(
                "Letters alone do nothing now. Ctrl and the letter works where it is free, {key} always."
            )
        self.letters_words.setText(words.format(key=actions.keycap("app.palette")))
        refused = self._preferences.refused_keys
        self.faults.setVisible(bool(refused))
        if refused:
            head = self.tr("In your settings file; the usual keys stay:")
            self.faults.setText("\n".join([head, *(of_file(one) for one in refused)]))
        self.list.show_lines(self._lines(folded(self.filter.text().strip())))
        self._on_current()

    def _lines(self, wanted: str) -> list[KeyLine]:
        found: list[KeyLine] = []
        for context in _ORDER:
            rows = [row for row in actions.all_rows() if row.context == context and self._fits(row, wanted)]
            if rows:
                found.append(KeyLine("", context_word(context)))
                found.extend(self._line(row) for row in rows)
        return found

    def _fits(self, row: Row, wanted: str) -> bool:
        if not wanted:
            return True
        keys = [spoken(key) for key in self.keymap.keys(row.id)]
        names = (actions.word(row.id), other("Actions", row.word), context_word(row.context))
        if len(wanted) == 1:  # one letter is a key; it stands in nearly every word
            return any(folded(key) == wanted for key in keys)
        return any(wanted in folded(name) for name in (*names, *keys))

    def _line(self, row: Row) -> KeyLine:
        keymap = self.keymap
        keys = tuple(actions.key_words(key) for key in keymap.keys(row.id))
        if row.two_keys:
            keys = tuple((*caps, "⏎") for caps in keys)
        notes = []
        if row.id in FIXED:
            notes.append(translate("Keys", "always"))
        elif row.id in keymap.own:
            notes.append(translate("Keys", "your own"))
        if not keys:
            notes.append(translate("Keys", "by {key}").format(key=actions.keycap("app.palette")))
        return KeyLine(row.id, actions.word(row.id), keys, ", ".join(notes), row.icon)

    def _on_current(self) -> None:
        action = self.list.current()
        fixed = translate("Keys", "Enter and Esc mean the same everywhere.") if action in FIXED else ""
        none = "" if action else self.tr("Choose an action first.")
        for button in (self.change, self.more, self.without, self.usual):
            button.set_inert(fixed or none)
        if action and not fixed:
            chosen = self.keymap.chosen(action)
            self.more.set_inert(why_not(Refusal("many")) if len(chosen) >= MOST else "")
            self.without.set_inert("" if chosen else self.tr("It has no key."))
            self.usual.set_inert("" if action in self.keymap.own else self.tr("It has its usual key."))
        changed = bool(self.keymap.own or self._preferences.refused_keys)
        self.all.set_inert("" if changed else self.tr("Nothing was changed."))

    def _show_buttons(self, asking: str = "") -> None:
        """The buttons of a line, those of the recorder, or those of a key that somebody else has."""
        for button in (self.change, self.more, self.without, self.usual):
            button.setVisible(not asking)
        self.swap.setVisible(asking == "swap")
        self.stop.setVisible(bool(asking))

    def _say(self, words: str, color: str = "text") -> None:
        self.said.set_color(color)
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.said.setAccessibleName(words)

    # ------------------------------------------------------------------ recording

    def _record(self, how: str) -> None:
        action = self.list.current()
        if not action or action in FIXED:
            return
        self._how, self._wanted = how, ""
        self._say("")
        self._show_buttons("record")
        words = self.tr("Press the key for “{action}”. Esc leaves it as it is.")
        self.recorder.ask(words.format(action=actions.word(action)))

    def _keys_with(self, key: str) -> tuple[str, ...]:
        action = self.list.current()
        kept = self.keymap.chosen(action) if self._how == ADD else ()
        return tuple(dict.fromkeys((*(name_of(one) for one in kept), name_of(key))))

    def _recorded(self, key: str) -> None:
        action = self.list.current()
        refusal = self.keymap.check(action, key)
        if refusal is None:
            self._set(self._keys_with(key))
            return
        words = why_not(refusal)
        if refusal.code == "taken" and refusal.other not in FIXED:
            self._wanted = key
            self._say(f"{words} {self._swap_words(refusal)}", "warning")
            self._show_buttons("swap")
            self.recorder.hide()
            self.swap.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._say(words, "warning")

    def _swap_words(self, refusal: Refusal) -> str:
        """What a swap would leave the other one with."""
        made = self.keymap.swap(refusal.action, refusal.key, self._keys_with(refusal.key))
        left = made.chosen(refusal.other)
        name = actions.word(refusal.other)
        if not left:
            return translate("Keys", "After the swap “{other}” has no key.").format(other=name)
        shown = ", ".join(spoken(key) for key in left)
        return translate("Keys", "After the swap “{other}” has {keys}.").format(other=name, keys=shown)

    def _swap(self) -> None:
        action, key = self.list.current(), self._wanted
        if key:
            self._put(self.keymap.swap(action, key, self._keys_with(key)))
            self._told(action)

    def _set(self, keys: Sequence[str]) -> None:
        action = self.list.current()
        if action and action not in FIXED:
            self._put(self.keymap.give(action, keys))
            self._told(action)

    def _told(self, action: str) -> None:
        keys = self.keymap.chosen(action)
        word = actions.word(action)
        if keys:
            shown = ", ".join(spoken(key) for key in keys)
            self._say(translate("Keys", "“{action}” has {keys}.").format(action=word, keys=shown))
        else:
            none = translate("Keys", "“{action}” has no key. {key} finds it.")
            self._say(none.format(action=word, key=actions.keycap("app.palette")))
        self._back()

    def _reset_one(self) -> None:
        action = self.list.current()
        if action:
            self._put(self.keymap.reset(action))
            self._told(action)

    def _reset_all(self) -> None:
        self._put(self.keymap.reset())
        self._say(self.tr("All keys are as at the beginning."))

    def _switch_letters(self) -> None:
        self._put(replace(self.keymap, letters=self.letters.key() == "on"))

    def _put(self, keymap: Keymap) -> None:
        self._preferences.change_keys(keymap)

    def _stopped(self) -> None:
        if self.recorder.isVisible() or self.swap.isVisible():
            self._wanted = ""
            self._say("")
            self._back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the key as it is while a swap is offered; only then the settings."""
        if event.key() == Qt.Key.Key_Escape and self.swap.isVisible():
            self._stopped()
            return
        super().keyPressEvent(event)

    def _back(self) -> None:
        """To the list, at the same line."""
        self.recorder.hide()
        self._show_buttons()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
