"""What a backtest says to people, in both languages: its errors, its tables, and what its figures cannot tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: code -> language -> (what happened, what became of it, what to do), as in ``console.cli.sentences``.
BACKTEST_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "backtest_failed": {
        "en": ("the backtest broke off ({detail})", "nothing was changed", "run it again; see “vigie doctor”"),
        "fr": ("le rejeu s’est interrompu ({detail})", "rien n’a été modifié",
               "relancez-le\u00a0; voyez «\u202fvigie doctor\u202f»"),
    },
    "backtest_baseline_wrong": {
        "en": ("{name} is not a sound policy, so nothing can be compared with it", "nothing was replayed",
               "vigie policy check {name}"),
        "fr": ("{name} n’est pas une politique correcte\u00a0: rien ne peut lui être comparé", "rien n’a été rejoué",
               "vigie policy check {name}"),
    },
}  # fmt: skip

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "progress": "{percent} % ({done} of {total} comments)",
        "span": "{begin} to {end}, {days} days: {comments} comments, {judged} of them judged by people ({decisions} decisions).",
        "nothing": "No comments to replay.",
        "hidden": "{more} more comments would be hidden, {fewer} no longer.",
        "same": "No baseline to compare with: the policy is the active one.",
        "protected": "{n} protected comments would be acted against.",
        "rule": "rule", "hits": "hits", "change": "change", "agreement": "agreement with people", "judged": "judged",
        "shielded": "protected", "auto": "auto/day", "few": "too few",
        "stopped": "stopped by the circuit breaker", "gone": "no longer there: {rules}",
        "ladder": "Ladder", "lived": "as lived", "counterfactual": "as proposed",
        "held": "blocks held, a rung is missing",
        "sla": "Falling due, by hour of {zone} (peak: {hour}, {due})",
        "months": "By month", "more": "more hidden", "fewer": "no longer",
        "read": "Comments to read", "unjudged": "Protected comments it would act against",
        "line": "proposed: {proposed}; people: {decided}", "nobody": "nobody yet", "is_protected": "protected",
        "care": "To be read with care",
        "few_decisions": "Only {n} comments were judged by people; below 30 no share is given.",
        "older_policy": "{n} were judged under an older version of the policy, which people had before their eyes.",
        "unjudged_warning": "{n} comments were judged by nobody and count for no agreement.",
        "hidden_fewer_replies": "{n} were hidden in fact: whatever would have been answered to them is missing here.",
        "other_engines": "{n} carry the verdict of another engine or version than most.",
        "unread": "{n} have no verdict: rules that look at scores cannot match them.",
        "empty": "There is nothing to replay.",
        "recorded": "Kept with version {version}.",
    },
    "fr": {
        "progress": "{percent}\u00a0% ({done} commentaires sur {total})",
        "span": "Du {begin} au {end}, {days} jours\u00a0: {comments} commentaires, dont {judged} jugés par quelqu’un "
                "({decisions} décisions).",
        "nothing": "Aucun commentaire à rejouer.",
        "hidden": "{more} commentaires de plus seraient masqués, {fewer} ne le seraient plus.",
        "same": "Pas de point de comparaison\u00a0: cette politique est l’active.",
        "protected": "{n} commentaires protégés seraient visés.",
        "rule": "règle", "hits": "touches", "change": "écart", "agreement": "accord avec vos décisions",
        "judged": "jugés", "shielded": "protégés", "auto": "auto/jour", "few": "trop peu",
        "stopped": "arrêtée par le disjoncteur", "gone": "disparues\u00a0: {rules}",
        "ladder": "Échelle", "lived": "comme vécu", "counterfactual": "comme proposé",
        "held": "blocages retenus, il manque un échelon",
        "sla": "Échéances par heure de {zone} (pointe\u00a0: {hour}, {due})",
        "months": "Par mois", "more": "masqués en plus", "fewer": "en moins",
        "read": "Commentaires à lire", "unjudged": "Commentaires protégés qui seraient visés",
        "line": "proposé\u00a0: {proposed}\u00a0; décidé\u00a0: {decided}", "nobody": "personne encore",
        "is_protected": "protégé",
        "care": "À lire avec prudence",
        "few_decisions": "Seuls {n} commentaires ont été jugés\u00a0; sous 30, aucun pourcentage n’est donné.",
        "older_policy": "{n} ont été jugés sous une version plus ancienne, que chacun avait sous les yeux.",
        "unjudged_warning": "{n} commentaires n’ont été jugés par personne et ne comptent dans aucun accord.",
        "hidden_fewer_replies": "{n} ont été masqués en réalité\u00a0: les réponses qu’ils auraient reçues manquent ici.",
        "other_engines": "{n} portent le verdict d’un autre moteur, ou d’une autre version, que la plupart.",
        "unread": "{n} n’ont pas de verdict\u00a0: les règles sur les scores ne peuvent pas les toucher.",
        "empty": "Il n’y a rien à rejouer.",
        "recorded": "Gardé avec la version {version}.",
    },
}  # fmt: skip
