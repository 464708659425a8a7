"""What the command line says about automatic hiding, in both languages: errors and the words of its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

#: code -> language -> (what happened, what became of it, what to do), as in ``console.cli.sentences``.
AUTOMATION_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "automation_unknown_rule": {
        "en": ("no rule {rule} may hide by itself", "nothing was changed", "vigie automation status"),
        "fr": ("aucune règle {rule} ne peut masquer seule", "rien n’a été modifié", "vigie automation status"),
    },
    "automation_not_stopped": {
        "en": ("{rule} is not stopped", "nothing was changed", "vigie automation status"),
        "fr": ("{rule} n’est pas arrêtée", "rien n’a été modifié", "vigie automation status"),
    },
}  # fmt: skip

#: state of a rule -> language -> word.
STATES: Final[Mapping[str, Mapping[str, str]]] = {
    "on": {"en": "on", "fr": "active"},
    "cap": {"en": "cap reached, the rest waits in the queue", "fr": "plafond atteint, le reste attend dans la file"},
    "stopped": {
        "en": "stopped: vigie automation rearm {rule}",
        "fr": "arrêtée\u00a0: vigie automation rearm {rule}",
    },
}  # fmt: skip

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "none": {
        "en": "No rule of the active policy hides by itself.",
        "fr": "Aucune règle de la politique active ne masque seule.",
    },
    "hidden": {"en": "{made} of {cap} this hour", "fr": "{made} sur {cap} cette heure"},
    "judged": {"en": "{overturned} of {judged} overturned", "fr": "{overturned} sur {judged} annulés"},
    "limit": {"en": "stops above {limit} %", "fr": "s’arrête au-delà de {limit}\u00a0%"},
    "share": {"en": "{share} %", "fr": "{share}\u00a0%"},
    "waiting": {
        "en": "Not looked at yet: {waiting} (vigie automation review)",
        "fr": "Pas encore vus\u00a0: {waiting} (vigie automation review)",
    },
    "rearmed": {"en": "{rule} hides by itself again.", "fr": "{rule} masque de nouveau seule."},
    "refused": {
        "en": "{rule}: nothing was changed. {why}",
        "fr": "{rule}\u00a0: rien n’a été modifié. {why}",
    },
    "nothing": {"en": "Nothing here.", "fr": "Rien ici."},
    "review": {
        "en": "decision {decision}: vigie decide {id} hide (leave it hidden) or keep (show it again)",
        "fr": "décision {decision}\u00a0: vigie decide {id} hide (laisser masqué) ou keep (réafficher)",
    },
}  # fmt: skip


def say(code: str, language: str, **params: object) -> str:
    """One of the words above, filled."""
    return WORDS[code][language].format(**params)
