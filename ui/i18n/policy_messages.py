"""What the window says when a step in a policy's life is refused: what did not work, what became of it, what to do."""

from __future__ import annotations

from typing import Final

from ui.i18n.mark import QT_TRANSLATE_NOOP

_STAYS: Final = QT_TRANSLATE_NOOP("Errors", "The active policy stays active.")
_UNCHANGED: Final = QT_TRANSLATE_NOOP("Errors", "Nothing was changed.")

POLICY_ERRORS: Final[dict[str, tuple[str, str, str]]] = {
    "gate_not_met": (
        QT_TRANSLATE_NOOP("Errors", "This version does not meet what is asked before it goes live."),
        _STAYS,
        QT_TRANSLATE_NOOP(
            "Errors", "Look at the points that are not met; a lead may waive some, with a reason."
        ),
    ),
    "waive_reason": (
        QT_TRANSLATE_NOOP("Errors", "Going on without these points needs a reason in words."),
        _STAYS,
        QT_TRANSLATE_NOOP("Errors", "Write why it cannot wait."),
    ),
    "policy_stale": (
        QT_TRANSLATE_NOOP("Errors", "Another policy was activated meanwhile: {version}."),
        QT_TRANSLATE_NOOP("Errors", "It stays active."),
        QT_TRANSLATE_NOOP("Errors", "Look at the differences, then decide again."),
    ),
    "policy_text_stale": (
        QT_TRANSLATE_NOOP("Errors", "The text of {version} was replaced meanwhile."),
        _STAYS,
        QT_TRANSLATE_NOOP("Errors", "Read it again, then decide again."),
    ),
    "policy_invalid": (
        QT_TRANSLATE_NOOP("Errors", "This text is no policy yet."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Correct what is marked in the text."),
    ),
    "policy_not_found": (
        QT_TRANSLATE_NOOP("Errors", "There is no version {ref}."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose one from the list of versions."),
    ),
    "policy_is_active": (
        QT_TRANSLATE_NOOP("Errors", "{version} is the active policy."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose another version."),
    ),
    "policy_in_force": (
        QT_TRANSLATE_NOOP("Errors", "{version} is the active policy."),
        QT_TRANSLATE_NOOP("Errors", "It stays active: a workspace never is without one."),
        QT_TRANSLATE_NOOP("Errors", "Activate the version that is to take its place."),
    ),
    "policy_is_retired": (
        QT_TRANSLATE_NOOP("Errors", "{version} is retired already."),
        _UNCHANGED,
        "",
    ),
    "policy_same_person": (
        QT_TRANSLATE_NOOP("Errors", "{actor} submitted {version}: another person must sign it."),
        QT_TRANSLATE_NOOP("Errors", "It is not signed."),
        QT_TRANSLATE_NOOP("Errors", "Ask a colleague to sign."),
    ),
    "policy_signed_already": (
        QT_TRANSLATE_NOOP("Errors", "{actor} has signed {version} already."),
        QT_TRANSLATE_NOOP("Errors", "The signature counts once."),
        "",
    ),
    "shadow_taken": (
        QT_TRANSLATE_NOOP("Errors", "{version} is in shadow already."),
        QT_TRANSLATE_NOOP("Errors", "It stays there: one at a time."),
        QT_TRANSLATE_NOOP("Errors", "End its shadow first."),
    ),
    "shadow_running": (
        QT_TRANSLATE_NOOP("Errors", "{version} is in shadow already."),
        QT_TRANSLATE_NOOP("Errors", "It goes on."),
        "",
    ),
    "shadow_none": (
        QT_TRANSLATE_NOOP("Errors", "No version is in shadow."),
        _UNCHANGED,
        "",
    ),
}
"""Errors of ``console.lifecycle`` by code."""
