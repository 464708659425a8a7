"""Reasons and refusals as sentences for every edge: the services' own codes, then the policy's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.policy import Policy, say
from console.policy.phrases import WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

PHRASES: Final[Mapping[str, Mapping[str, str]]] = {
    "claimed": {"en": "{holder} has it.", "fr": "Réservé par {holder}."},
    "decided_meanwhile": {
        "en": "{by} has decided about it since you looked.",
        "fr": "{by} a décidé depuis que vous l’avez lu.",
    },
    "already_decided": {
        "en": "A person has decided about it already.",
        "fr": "Une personne en a déjà décidé.",
    },
    "comment_not_found": {
        "en": "It is no longer in this workspace.",
        "fr": "Il n’est plus dans cet espace de travail.",
    },
    "ours": {"en": "These are our own words.", "fr": "Ce sont nos propres mots."},
    "gone": {
        "en": "The comment is gone. Nothing to do.",
        "fr": "Le commentaire a disparu. Rien à faire.",
    },
    "already_queued": {
        "en": "This was decided already and is on its way.",
        "fr": "C’est déjà décidé et en chemin.",
    },
    "reply_too_long": {
        "en": "Too long for this platform: {used} of {limit} {unit}.",
        "fr": "Trop long pour cette plateforme\u00a0: {used} sur {limit} {unit}.",
    },
    "undo_none": {"en": "This cannot be undone here.", "fr": "Cela ne s’annule pas ici."},
    "undo_closed": {
        "en": "It was never carried out: nothing to undo.",
        "fr": "Elle n’a jamais été exécutée\u00a0: rien à annuler.",
    },
    "undo_in_flight": {
        "en": "It is being sent just now. Wait for the answer, then undo it.",
        "fr": "L’envoi est en cours. Attendez la réponse, puis annulez.",
    },
    "undo_unconfirmed": {
        "en": "It may have arrived. Look there and confirm it first, then undo it.",
        "fr": "C’est peut-être arrivé. Vérifiez et confirmez d’abord, puis annulez.",
    },
    "refuse.undo_other": {
        "en": "This is {by}’s decision. Only {by} may undo it, or one of these: {who}.",
        "fr": "C’est une décision de {by}, qui seul peut l’annuler, ou\u00a0: {who}.",
    },
    "refuse.unknown_member": {
        "en": "{actor} is not a member of this workspace.",
        "fr": "{actor} n’est pas membre de cet espace de travail.",
    },
    "review.expired": {
        "en": "The time to agree is over; the decision was cancelled. Decide again and ask again.",
        "fr": "Le délai pour donner un accord est passé\u00a0; la décision est annulée. Décidez et demandez à nouveau.",
    },
    "undo_changed": {
        "en": "It was changed since: there is nothing left to take back.",
        "fr": "Cela a changé depuis\u00a0: il n’y a plus rien à annuler.",
    },
    "undo_rests": {
        "en": "A decision rests on it. Undo that one first.",
        "fr": "Une décision en dépend. Annulez-la d’abord.",
    },
    "undo_gone": {"en": "It is no longer there.", "fr": "Ce n’est plus là."},
    "undo_other": {
        "en": "This is for them, or for a lead, to undo.",
        "fr": "C’est à elle ou à lui, ou à un lead, de l’annuler.",
    },
    "undo_already": {"en": "This was undone already.", "fr": "C’est déjà annulé."},
}
UNITS: Final[Mapping[str, str]] = {"graphemes": "graphèmes", "characters": "caractères", "bytes": "octets"}


class _Gaps(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "?"


def sentence(code: str, params: Mapping[str, Any], language: str, policy: Policy | None = None) -> str:
    """The sentence of a reason or refusal code in ``fr`` or ``en``."""
    known = PHRASES.get(code)
    if known is None:
        return say(code, params, language, policy)
    values = _Gaps(params)
    if "who" in values:
        values["who"] = ", ".join(word("role", str(one), language) for one in values["who"])
    if language == "fr" and "unit" in values:
        values["unit"] = UNITS.get(str(values["unit"]), values["unit"])
    return known["fr" if language == "fr" else "en"].format_map(values)


def word(family: str, name: str, language: str) -> str:
    """The word for an action, a category, a role, a signal or a target; a name of the policy's own is itself."""
    if name.startswith("ask:"):
        return ("demander à\u00a0: " if language == "fr" else "ask: ") + word("role", name[4:], language)
    found = WORDS.get(f"{family}.{name.partition(':')[0]}")
    return name if found is None else found["fr" if language == "fr" else "en"]
