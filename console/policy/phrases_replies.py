"""Sentences about saved replies and about what was said before, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

PHRASES: Final[Mapping[str, Mapping[str, str]]] = {
    "guard.contradiction": {
        "en": "On {day} we said something else: “{quote}”. Change it, or ask the spokesperson.",
        "fr": "Le {day}, nous avons dit autre chose\u00a0: «\u202f{quote}\u202f». Corrigez, ou demandez au porte-parole.",
    },
    "reply.said_same": {
        "en": "We have said this on {day}: “{quote}”.",
        "fr": "Nous l’avons déjà dit le {day}\u00a0: «\u202f{quote}\u202f».",
    },
    "reply.said_other": {
        "en": "On {day} we said “{quote}”: {differs}, {theirs} then, {ours} now.",
        "fr": "Le {day}, nous avons dit «\u202f{quote}\u202f»\u00a0: {differs}, {theirs} alors, {ours} maintenant.",
    },
    "reply.other_category": {
        "en": "Made for: {category}.",
        "fr": "Prévu pour\u00a0: {category}.",
    },
    "reply.private": {
        "en": "Written for a private message: it never goes under a comment.",
        "fr": "Écrit pour un message privé\u00a0: ne se publie pas sous un commentaire.",
    },
}

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "differs.money": {"en": "another amount", "fr": "autre montant"},
    "differs.percent": {"en": "another share", "fr": "autre pourcentage"},
    "differs.date": {"en": "another date", "fr": "autre date"},
    "differs.season": {"en": "another season", "fr": "autre saison"},
    "differs.weekday": {"en": "another day", "fr": "autre jour"},
    "differs.time": {"en": "another time", "fr": "autre heure"},
    "differs.duration": {"en": "another span of time", "fr": "autre durée"},
    "differs.measure": {"en": "another measure", "fr": "autre mesure"},
    "differs.count": {"en": "another number", "fr": "autre nombre"},
    "differs.phone": {"en": "another telephone number", "fr": "autre numéro de téléphone"},
    "differs.negation": {"en": "the opposite", "fr": "le contraire"},
}
