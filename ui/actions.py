"""Every action of the window: icon, word, keys, context, tooltip; the one place where a key is given away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from ui import systems
from ui.action_table import ACTIVE_TOGETHER, ROWS, SHARED, Row
from ui.held_key import OnceAction
from ui.i18n.mark import translate
from ui.keymap import Keymap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ui.theme.look import Look

NARROW: Final = "\u202f"
_BY_ID: Final = {row.id: row for row in ROWS}


class UnknownAction(KeyError):
    """No action has this id."""


class _InForce:
    """The keys that work in this process."""

    keymap = Keymap()


def keymap() -> Keymap:
    """The keys in force."""
    return _InForce.keymap


def use(wanted: Keymap) -> None:
    """Put other keys in force: every widget is told as for a change of language, and asks again for its keycaps."""
    if wanted == _InForce.keymap:
        return
    _InForce.keymap = wanted
    app = QCoreApplication.instance()
    if app is not None:
        QCoreApplication.sendEvent(app, QEvent(QEvent.Type.LanguageChange))


def keys(action: str) -> tuple[str, ...]:
    """The keys of an action that work now, as portable sequences; the first is shown. Raises UnknownAction."""
    return _InForce.keymap.keys(row(action).id)


def pressed(event: QKeyEvent, *wanted: str) -> bool:
    """Whether a key event is a key of one of these actions, for widgets that see their keys themselves."""
    combination = event.keyCombination()
    modifiers = combination.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    found = QKeySequence(modifiers.value | combination.key().value)
    return any(QKeySequence(key) == found for action in wanted for key in keys(action))


def row(action: str) -> Row:
    """The row of an action. Raises UnknownAction."""
    try:
        return _BY_ID[action]
    except KeyError:
        raise UnknownAction(action) from None


def all_rows() -> tuple[Row, ...]:
    """Every action, in the order of the table."""
    return ROWS


def word(action: str) -> str:
    """The action's word in the language shown."""
    return QCoreApplication.translate("Actions", row(action).word)


def tip(action: str) -> str:
    """One line on what the action does, with its key; the word when there is nothing to add."""
    found = row(action)
    text = QCoreApplication.translate("Actions", found.tip) if found.tip else word(action)
    caps = keycaps(action)
    return f"{text} ({' '.join(caps)})" if caps else text


_KEY_WORDS: Final[dict[str, Callable[[], str]]] = {
    "Return": lambda: "⏎",
    "Esc": lambda: translate("Keys", "Esc"),
    "Del": lambda: translate("Keys", "Del"),
    "Home": lambda: translate("Keys", "Home"),
    "End": lambda: translate("Keys", "End"),
    "Space": lambda: translate("Keys", "Space"),
    "Shift": lambda: translate("Keys", "Shift"),
    "PgDown": lambda: translate("Keys", "PgDn"),
    "PgUp": lambda: translate("Keys", "PgUp"),
    "Left": lambda: "←",
    "Right": lambda: "→",
    "Up": lambda: "↑",
    "Down": lambda: "↓",
}


def key_words(sequence: str) -> tuple[str, ...]:
    """The keycaps of one portable key sequence: ``Ctrl+Return`` is Ctrl and ⏎, Home is Début in French."""
    caps: list[str] = []
    for chord in sequence.split(", "):
        parts = ["+"] if chord == "+" else chord.replace("++", "+\0").split("+")
        for part in parts:
            name = "+" if part == "\0" else part
            caps.append(_KEY_WORDS[name]() if name in _KEY_WORDS else systems.keycap(name))
    return tuple(caps)


def keycaps(action: str) -> tuple[str, ...]:
    """The keycaps to show for an action: those of its first key, with ⏎ after it when it takes two."""
    found = keys(action)
    if not found:
        return ()
    caps = key_words(found[0])
    return (*caps, "⏎") if row(action).two_keys else caps


def keycap(action: str) -> str:
    """The first key inside a sentence: ``Ctrl+G``; the action's word in quotes where it has none."""
    found = keys(action)
    return (
        "+".join(key_words(found[0]))
        if found
        else translate("Keys", "“{action}”").format(action=word(action))
    )


def make_action(action: str, look: Look, parent: QObject, run: Callable[[], object] | None = None) -> QAction:
    """A QAction of the table: decisions never repeat while a key is held; keys work inside ``parent`` alone."""
    found = row(action)
    made = QAction(parent) if found.repeats else OnceAction(parent)
    made.setObjectName(action)
    everywhere = found.context == "everywhere"
    made.setShortcutContext(
        Qt.ShortcutContext.WindowShortcut if everywhere else Qt.ShortcutContext.WidgetWithChildrenShortcut
    )
    if found.icon:
        made.setIcon(look.icon(found.icon))
    retranslate(made)
    if run is not None:
        made.triggered.connect(lambda _checked=False: run())
    return made


def retranslate(action: QAction) -> None:
    """Give an action its words and keys again, after a change of language or of keys."""
    action.setShortcuts([QKeySequence(key) for key in keys(action.objectName())])
    action.setText(word(action.objectName()))
    action.setToolTip(tip(action.objectName()))


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two actions that would answer to the same key at the same time."""

    key: str
    first: str
    second: str


def conflicts(rows: Iterable[Row] = ROWS) -> list[Conflict]:
    """Keys given away twice in contexts that are active together; empty when the table is sound."""
    known = list(rows)
    found: list[Conflict] = []
    for together in ACTIVE_TOGETHER:
        taken: dict[str, str] = {}
        for entry in known:
            if entry.context not in together:
                continue
            for key in entry.keys:
                name = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
                shared = name in taken and {taken[name], entry.id} <= SHARED
                if name in taken and taken[name] != entry.id and not shared:
                    found.append(Conflict(name, taken[name], entry.id))
                taken.setdefault(name, entry.id)
    return found
