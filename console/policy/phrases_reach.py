"""The sentences about rules that can decide nothing, or too much, in English and French, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ERRORS: Final[Mapping[str, Mapping[str, str]]] = {
    "rule.off_everywhere": {
        "en": "rule “{id}” can never match: it is switched off on all the channels it asks for",
        "fr": "la règle «\u202f{id}\u202f» ne s’applique jamais\u00a0: elle est coupée sur tous les canaux qu’elle demande",
    },
    "rule.acts_on_all": {
        "en": "rule “{id}” matches every comment and would act on it: {actions}",
        "fr": "la règle «\u202f{id}\u202f» s’applique à tous les commentaires et agirait sur chacun\u00a0: {actions}",
    },
    "channel.never": {
        "en": "with this threshold rule “{id}” can never match here: switch it off with rules.off instead",
        "fr": "avec ce seuil, la règle «\u202f{id}\u202f» ne s’applique jamais ici\u00a0: coupez-la plutôt avec rules.off",
    },
    "advice.never_read": {
        "en": "rule “{id}” waits for “{name}”, which no classifier that comes with Vigie ever reports",
        "fr": "la règle «\u202f{id}\u202f» attend «\u202f{name}\u202f», qu’aucun classifieur fourni avec Vigie ne signale",
    },
    "hours.always_quiet": {
        "en": "quiet hours cover the whole day: no reply would ever leave",
        "fr": "les heures calmes couvrent toute la journée\u00a0: aucune réponse ne partirait jamais",
    },
}
