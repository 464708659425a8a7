"""Retention and evidence as a person reads what is refused of it: what, what became of it, next step."""

from __future__ import annotations

from typing import Final

from ui.i18n.mark import QT_TRANSLATE_NOOP

_UNCHANGED: Final = QT_TRANSLATE_NOOP("Messages", "Nothing was changed.")
_NOT_ERASED: Final = QT_TRANSLATE_NOOP("Messages", "Nothing was erased.")
_LIFT: Final = QT_TRANSLATE_NOOP(
    "Messages", "A lead lifts it: “Keep as evidence” in the command palette, or vigie retention lift."
)
_WRITE: Final = QT_TRANSLATE_NOOP("Messages", "Write it and try again.")

RETENTION_ERRORS: Final[dict[str, tuple[str, str, str]]] = {
    "erase_held": (
        QT_TRANSLATE_NOOP("Messages", "This person, or a comment of theirs, is kept as evidence."),
        _NOT_ERASED,
        _LIFT,
    ),
    "erase_channel_held": (
        QT_TRANSLATE_NOOP("Messages", "Something in {channel} is kept as evidence."),
        _NOT_ERASED,
        _LIFT,
    ),
    "hold_reason": (
        QT_TRANSLATE_NOOP("Messages", "Keeping as evidence needs a reason of at most {limit} characters."),
        _UNCHANGED,
        _WRITE,
    ),
    "hold_not_found": (
        QT_TRANSLATE_NOOP("Messages", "This is not kept as evidence any more."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Somebody lifted it meanwhile."),
    ),
    "retention_off": (
        QT_TRANSLATE_NOOP("Messages", "Everything is kept: no term is set."),
        _NOT_ERASED,
        QT_TRANSLATE_NOOP("Messages", "Set a term first."),
    ),
    "terms_days": (
        QT_TRANSLATE_NOOP("Messages", "A term is a whole number of days from 1 to {limit}."),
        _UNCHANGED,
        _WRITE,
    ),
    "terms_decided_shorter": (
        QT_TRANSLATE_NOOP("Messages", "What was decided is never kept for fewer days than what nobody touched ({least})."),
        _UNCHANGED,
        _WRITE,
    ),
    "terms_unknown_class": (
        QT_TRANSLATE_NOOP("Messages", "There is no class {value}."),
        _UNCHANGED,
        _WRITE,
    ),
}  # fmt: skip
