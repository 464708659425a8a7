"""Which keys a person gave to which action: what may be a key, who has it already, and what a settings file says.

Keys are portable sequences by character (``G``, ``Shift+G``, ``Ctrl+Return``), never by position.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from ui.action_table import ACTIVE_TOGETHER, FIXED, ROWS, SHARED, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LETTERS: Final = "single_letters"
"""The entry of the table ``[keys]`` that switches the keys of a single letter off as a whole."""
MOST: Final = 4
"""Keys that one action may have."""

_BY_ID: Final = {row.id: row for row in ROWS}
_UNTYPED: Final = frozenset("[]{}\\@#^~.|`€¤£§¨°²µ")
"""Made with Shift, AltGr or a dead key on one keyboard or another."""
_NAMED: Final = frozenset(
    {"Tab", "Backtab", "Esc", "Return", "Enter", "Up", "Down", "Left", "Right", "PgUp", "PgDown"}
)
"""They walk, confirm and leave everywhere; without Ctrl they keep that meaning."""
_MODIFIERS: Final = frozenset(
    int(one) for one in (
        Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key.Key_Multi_key,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a key cannot be had. ``code``: digit, altgr, f10, ctrl_alt, alt, walking, nothing, taken, many, fixed, form."""

    code: str
    action: str = ""
    key: str = ""
    other: str = ""  # the action that has it, for ``taken``


def name_of(key: str) -> str:
    """The one spelling of a sequence; empty for what is none."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def parts(key: str) -> tuple[frozenset[str], str]:
    """Modifiers and the key itself: ``Ctrl++`` is Ctrl and +."""
    if key.endswith("++") or key == "+":
        return frozenset(part for part in key[:-1].split("+") if part), "+"
    *modifiers, last = key.split("+")
    return frozenset(modifiers), last


def is_single(key: str) -> bool:
    """Whether a key is one character with at most Shift (WCAG 2.1.4); Space, Home and F keys are not."""
    modifiers, last = parts(key)
    return modifiers <= {"Shift"} and len(last) == 1


def misfit(key: str) -> str:
    """The code of why ``key`` can be no key at all, empty when it can."""
    if not name_of(key) or ", " in name_of(key):
        return "nothing"
    modifiers, last = parts(name_of(key))
    if last.isdigit():
        return "digit"
    if {"Ctrl", "Alt"} <= modifiers:
        return "ctrl_alt"
    if "Alt" in modifiers or "Meta" in modifiers:
        return "alt"
    if last == "F10":
        return "f10"
    if len(last) == 1 and (
        last in _UNTYPED or (ord(last) > 126 and not unicodedata.category(last).startswith("L"))
    ):
        return "altgr"
    if last in _NAMED and "Ctrl" not in modifiers:
        return "walking"
    return ""


def typed(
    key: int, modifiers: Qt.KeyboardModifier, text: str, *, altgr: bool = False
) -> str | Refusal | None:
    """What a press stands for, by its character: a sequence, why it can be none, or None while only Ctrl or Shift is held.

    ``altgr`` says that AltGr is held: on most desktops it is a key of its own, not a modifier.
    """
    if key in _MODIFIERS:
        return None
    control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
    if control and alt:
        return Refusal("ctrl_alt")
    if altgr or modifiers & Qt.KeyboardModifier.GroupSwitchModifier:
        return Refusal("altgr", key=text)
    if alt or modifiers & Qt.KeyboardModifier.MetaModifier:
        return Refusal("alt")
    kept = modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    printed = text if len(text) == 1 and text.isprintable() and text != " " else ""
    if printed and not control and not printed.isalpha():
        found = printed  # the sign itself: Shift or not is the keyboard's affair
    elif printed and not control:
        shift = "Shift+" if modifiers & Qt.KeyboardModifier.ShiftModifier else ""
        found = shift + printed.upper()  # Caps Lock is not Shift
    else:
        if key in (Qt.Key.Key_Backtab,):
            return Refusal("walking", key="Tab")
        found = name_of(
            QKeySequence(QKeyCombination(kept, Qt.Key(key))).toString(
                QKeySequence.SequenceFormat.PortableText
            )
        )
        if not found:
            return Refusal("nothing")
    code = misfit(found)
    return Refusal(code, key=found) if code else found


def together(first: str, second: str) -> bool:
    """Whether two contexts can be active at the same time."""
    return any(first in contexts and second in contexts for contexts in ACTIVE_TOGETHER)


@dataclass(frozen=True)
class Keymap:
    """The keys a person chose; an action not in ``own`` has those of the table. ``letters`` False: no single letters."""

    own: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    letters: bool = True

    def chosen(self, action: str) -> tuple[str, ...]:
        """The keys given to an action, whether letters are on or off."""
        return self.own.get(action, _BY_ID[action].keys)

    def keys(self, action: str) -> tuple[str, ...]:
        """The keys that work: without single letters, Ctrl and the letter where that is free."""
        return self._working[action]

    @cached_property
    def _working(self) -> dict[str, tuple[str, ...]]:
        if self.letters:
            return {row.id: self.chosen(row.id) for row in ROWS}
        found = {row.id: tuple(key for key in self.chosen(row.id) if not is_single(key)) for row in ROWS}
        for row in ROWS:
            for key in self.chosen(row.id):
                modifiers, last = parts(key)
                if not is_single(key) or not last.isalpha() or found[row.id]:
                    continue
                other = f"Ctrl+Shift+{last}" if "Shift" in modifiers else f"Ctrl+{last}"
                if not any(other in found[one.id] for one in ROWS if together(one.context, row.context)):
                    found[row.id] = (other,)
        return found

    def holder(self, action: str, key: str) -> str:
        """The other action that has ``key`` where both are active, empty when nobody has it."""
        context = _BY_ID[action].context
        wanted = name_of(key)
        for row in ROWS:
            if row.id == action or not together(row.context, context) or {row.id, action} <= SHARED:
                continue
            if any(name_of(one) == wanted for one in self.chosen(row.id)):
                return row.id
        return ""

    def check(self, action: str, key: str) -> Refusal | None:
        """Why ``action`` cannot have ``key``; None when it can. A key of the action's own row is always typable."""
        name = name_of(key)
        if action in FIXED:
            return Refusal("fixed", action, name)
        if name not in {name_of(one) for one in _BY_ID[action].keys}:
            code = misfit(key)
            if code:
                return Refusal(code, action, key)
        other = self.holder(action, key)
        return Refusal("taken", action, name, other) if other else None

    def give(self, action: str, keys: Iterable[str]) -> Keymap:
        """The same with other keys for one action; none of them is checked."""
        wanted = tuple(dict.fromkeys(name_of(key) for key in keys))
        own = {one: given for one, given in self.own.items() if one != action}
        if wanted != tuple(name_of(key) for key in _BY_ID[action].keys):
            own[action] = wanted
        return replace(self, own=own)

    def swap(self, action: str, key: str, keys: Iterable[str]) -> Keymap:
        """Give ``keys`` with ``key`` among them to ``action``; who had it gets the first key let go, where it may."""
        other = self.holder(action, key)
        kept = tuple(keys)
        free = [one for one in self.chosen(action) if name_of(one) not in {name_of(k) for k in kept}]
        made = self.give(action, kept)
        if not other:
            return made
        rest = tuple(one for one in self.chosen(other) if name_of(one) != name_of(key))
        made = made.give(other, rest)
        for one in free:
            if made.check(other, one) is None:
                return made.give(other, (one, *rest))
        return made

    def reset(self, action: str = "") -> Keymap:
        """The table's keys again, for one action or for all; who holds one of them meanwhile gets its own back too."""
        if not action:
            return replace(self, own={})
        made = self.give(action, _BY_ID[action].keys)
        while clash := _clash(made, ()):
            made = replace(made, own={one: keys for one, keys in made.own.items() if one != clash[0]})
        return made


def read(found: Mapping[str, object]) -> tuple[Keymap, tuple[Refusal, ...]]:
    """The keymap that a settings file asks for, and what of it is refused: for those the table's keys stay.

    ``found`` maps ids of actions to lists of keys, and ``single_letters`` to a truth value. Unknown ids are passed over.
    """
    refused: list[Refusal] = []
    own: dict[str, tuple[str, ...]] = {}
    letters = found.get(LETTERS, True)
    if not isinstance(letters, bool):
        refused.append(Refusal("form", LETTERS, str(letters)))
        letters = True
    for action, value in found.items():
        if action not in _BY_ID:
            continue
        keys = [value] if isinstance(value, str) else value
        if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
            refused.append(Refusal("form", action, str(value)))
            continue
        bad = _first_misfit(_BY_ID[action], keys)
        if bad is not None:
            refused.append(bad)
        else:
            own[action] = tuple(dict.fromkeys(name_of(key) for key in keys))
    made = Keymap(own, letters)
    order = tuple(own)
    while clash := _clash(made, order):
        loser, key, other = clash
        refused.append(Refusal("taken", loser, key, other))
        made = replace(made, own={one: keys for one, keys in made.own.items() if one != loser})
    return made, tuple(refused)


def _first_misfit(row: Row, keys: list[str]) -> Refusal | None:
    if len(keys) > MOST:
        return Refusal("many", row.id)
    if row.id in FIXED:
        return Refusal("fixed", row.id)
    usual = {name_of(key) for key in row.keys}
    for key in keys:
        code = "" if name_of(key) and name_of(key) in usual else misfit(key)
        if code:
            return Refusal(code, row.id, key)
    return None


def _clash(keymap: Keymap, order: tuple[str, ...]) -> tuple[str, str, str] | None:
    """An action with keys of its own that clash: the last one in ``order``, the key, and who else has it."""
    for action in sorted(keymap.own, key=lambda one: order.index(one) if one in order else -1, reverse=True):
        for key in keymap.own[action]:
            other = keymap.holder(action, key)
            if other:
                return action, key, other
    return None
