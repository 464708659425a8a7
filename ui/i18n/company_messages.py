"""What the company's file forbids on this machine, as a person reads it: what, what became of it, next step."""

from __future__ import annotations

from typing import Final

from ui.i18n.mark import QT_TRANSLATE_NOOP

_ASK: Final = QT_TRANSLATE_NOOP("Messages", "Ask your IT department.")
_UNCHANGED: Final = QT_TRANSLATE_NOOP("Messages", "Nothing was changed.")
_NOT_OPENED: Final = QT_TRANSLATE_NOOP("Messages", "The workspace was not opened. Nothing of it is lost.")

COMPANY_ERRORS: Final[dict[str, tuple[str, str, str]]] = {
    "company_kind": (
        QT_TRANSLATE_NOOP("Messages", "Your company does not allow {platform} on this machine."),
        QT_TRANSLATE_NOOP("Messages", "Nothing is read or sent there; what is here stays."),
        _ASK,
    ),
    "company_locked": (
        QT_TRANSLATE_NOOP("Messages", "This is set by your company."),
        _UNCHANGED,
        _ASK,
    ),
    "company_set": (
        QT_TRANSLATE_NOOP("Messages", "This is set by your company."),
        _UNCHANGED,
        _ASK,
    ),
    "disk_plain": (
        QT_TRANSLATE_NOOP("Messages", "Your company wants an encrypted disk, and this one is not ({by})."),
        _NOT_OPENED,
        QT_TRANSLATE_NOOP(
            "Messages", "Have the disk encrypted, then try again. Your IT department knows how."
        ),
    ),
    "disk_unknown": (
        QT_TRANSLATE_NOOP(
            "Messages",
            "Your company wants an encrypted disk, and nobody can tell whether this one is ({by}).",
        ),
        _NOT_OPENED,
        QT_TRANSLATE_NOOP(
            "Messages",
            "Ask your IT department. Where they know that it is, they name its folder in {file}, under “encrypted_folders”.",
        ),
    ),
    "ca_bundle_unusable": (
        QT_TRANSLATE_NOOP("Messages", "The company’s certificates in {path} cannot be read."),
        QT_TRANSLATE_NOOP("Messages", "No connection is made, since nobody can be believed."),
        _ASK,
    ),
}
