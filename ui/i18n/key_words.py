"""Sentences about keys: the contexts they work in, and why a key cannot be had."""

from __future__ import annotations

from typing import Final

from ui import actions
from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.keymap import LETTERS, MOST, Refusal, name_of

CONTEXTS: Final = {
    "everywhere": QT_TRANSLATE_NOOP("Keys", "Everywhere"),
    "move": QT_TRANSLATE_NOOP("Keys", "Move"),
    "decide": QT_TRANSLATE_NOOP("Keys", "Decide"),
    "look": QT_TRANSLATE_NOOP("Keys", "Look"),
    "category": QT_TRANSLATE_NOOP("Keys", "Category, once asked"),
    "later": QT_TRANSLATE_NOOP("Keys", "Later, once asked"),
    "reply": QT_TRANSLATE_NOOP("Keys", "Write a reply"),
    "bulk": QT_TRANSLATE_NOOP("Keys", "Many at once"),
    "history": QT_TRANSLATE_NOOP("Keys", "What was done, what is to be sent"),
    "audit": QT_TRANSLATE_NOOP("Keys", "Audit log"),
    "policy": QT_TRANSLATE_NOOP("Keys", "Policy"),
}

_WHY: Final = {
    "digit": QT_TRANSLATE_NOOP("Keys", "Digits need Shift on some keyboards: they are no keys here."),
    "altgr": QT_TRANSLATE_NOOP("Keys", "{key} needs AltGr, Shift or a dead key on some keyboards: choose another."),
    "f10": QT_TRANSLATE_NOOP("Keys", "F10 opens menus on most systems: choose another."),
    "ctrl_alt": QT_TRANSLATE_NOOP("Keys", "Ctrl and Alt together are AltGr on many keyboards: choose another."),
    "alt": QT_TRANSLATE_NOOP("Keys", "Alt and the system key belong to the windows of the system: choose another."),
    "walking": QT_TRANSLATE_NOOP("Keys", "{key} walks, confirms or leaves everywhere and keeps that meaning."),
    "nothing": QT_TRANSLATE_NOOP("Keys", "This is no key: {key}."),
    "taken": QT_TRANSLATE_NOOP("Keys", "{key} belongs to “{other}”, which works at the same time."),
    "many": QT_TRANSLATE_NOOP("Keys", "At most {most} keys for one action."),
    "fixed": QT_TRANSLATE_NOOP("Keys", "“{action}” keeps its key: Enter and Esc mean the same everywhere."),
    "form": QT_TRANSLATE_NOOP("Keys", "The entry “{action}” must be a list of keys such as [\"G\"]."),
}  # fmt: skip


def context_word(context: str) -> str:
    """The heading of a group of keys."""
    return translate("Keys", CONTEXTS[context])


def spoken(key: str) -> str:
    """A sequence as on the keycaps: ``Ctrl+⏎``."""
    name = name_of(key)
    return "+".join(actions.key_words(name)) if name else key


def why_not(refusal: Refusal) -> str:
    """One sentence on why a key cannot be had."""
    if refusal.action == LETTERS:
        return translate("Keys", "The entry “single_letters” must be true or false.")
    form = refusal.code == "form"
    action = refusal.action if form or not refusal.action else actions.word(refusal.action)
    other = actions.word(refusal.other) if refusal.other else ""
    return translate("Keys", _WHY[refusal.code]).format(
        key=spoken(refusal.key), other=other, action=action, most=MOST
    )


def of_file(refusal: Refusal) -> str:
    """The same about an entry of the settings file: what it was for, why not, and that the usual key stays."""
    line = why_not(refusal)
    if refusal.action in ("", LETTERS) or refusal.code in ("form", "fixed"):
        return line
    return translate("Keys", "{action}: {why}").format(action=actions.word(refusal.action), why=line)
