"""What a backtest says to people, in both languages: its errors, its tables, and what its figures cannot tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

#: code -> language -> (what happened, what became of it, what to do), as in ``console.cli.sentences``.
BACKTEST_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "backtest_failed": {
        "en": ("the backtest broke off ({detail})", "nothing was changed", "run it again; see “vigie doctor”"),
        "fr": ("le rejeu s’est interrompu ({detail})", "rien n’a été modifié",
               "relancez-le\u202f; voyez «\u202fvigie doctor\u202f»"),
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
        "span": "{begin} to {end}, {days} d. Comments: {comments}; judged by people: {judged}; decisions: {decisions}.",
        "nothing": "No comments to replay.",
        "hidden": "{more} more would be hidden, {fewer} no longer.",
        "same": "Nothing to compare with: both policies are the same.",
        "protected": "{n} protected comment would be acted against.|{n} protected comments would be acted against.",
        "automatic": "Automatic hides a day: {new} (the other policy: {old}).",
        "rule": "rule", "hits": "hits", "change": "change", "agreement": "agreement with people", "judged": "judged",
        "shielded": "protected", "auto": "auto/day", "few": "too few",
        "stopped": "stopped by the circuit breaker", "gone": "no longer there: {rules}",
        "ladder": "Ladder", "lived": "as lived", "counterfactual": "as proposed",
        "held": "blocks held, a rung is missing",
        "sla": "Falling due by hour, {zone} (peak at {hour}: {due})",
        "months": "By month", "more": "more hidden", "fewer": "no longer",
        "read": "Comments to read", "unjudged": "Protected comments it would act against",
        "line": "proposed: {proposed}; people: {decided}", "nobody": "nobody yet", "is_protected": "protected",
        "care": "To be read with care",
        "few_decisions": "Judged by people: {n}. Below 30 no share is given.",
        "older_policy": "Judged under an older version of the policy, which people had before their eyes: {n}.",
        "unjudged_warning": "Judged by nobody, and in no share of agreement: {n}.",
        "hidden_fewer_replies": "Hidden in fact, so that replies to them are missing here: {n}.",
        "other_engines": "Read by another engine or version than most: {n}.",
        "unread": "Without a verdict, so that rules on scores cannot match: {n}.",
        "empty": "There is nothing to replay.",
        "recorded": "Kept with version {version}.",
    },
    "fr": {
        "progress": "{percent}\u00a0% ({done} commentaires sur {total})",
        "span": "Du {begin} au {end}, {days} j. Commentaires\u00a0: {comments}\u202f; jugés par quelqu’un\u00a0: {judged}\u202f; "
                "décisions\u00a0: {decisions}.",
        "nothing": "Aucun commentaire à rejouer.",
        "hidden": "À masquer en plus\u00a0: {more}. À ne plus masquer\u00a0: {fewer}.",
        "same": "Rien à comparer\u00a0: les deux politiques sont les mêmes.",
        "protected": "{n} commentaire protégé serait visé.|{n} commentaires protégés seraient visés.",
        "automatic": "Masquages automatiques par jour\u00a0: {new} (l’autre politique\u00a0: {old}).",
        "rule": "règle", "hits": "touches", "change": "écart", "agreement": "accord avec vos décisions",
        "judged": "jugés", "shielded": "protégés", "auto": "auto/jour", "few": "trop peu",
        "stopped": "arrêtée par le disjoncteur", "gone": "disparues\u00a0: {rules}",
        "ladder": "Échelle", "lived": "comme vécu", "counterfactual": "comme proposé",
        "held": "blocages retenus, il manque un échelon",
        "sla": "Échéances par heure, {zone} (pointe à {hour}\u00a0: {due})",
        "months": "Par mois", "more": "masqués en plus", "fewer": "en moins",
        "read": "Commentaires à lire", "unjudged": "Commentaires protégés qui seraient visés",
        "line": "proposé\u00a0: {proposed}\u202f; décidé\u00a0: {decided}", "nobody": "personne encore",
        "is_protected": "protégé",
        "care": "À lire avec prudence",
        "few_decisions": "Jugés par quelqu’un\u00a0: {n}. Sous 30, aucun pourcentage n’est donné.",
        "older_policy": "Jugés sous une version plus ancienne, que chacun avait sous les yeux\u00a0: {n}.",
        "unjudged_warning": "Que personne n’a jugés, donc dans aucun accord\u00a0: {n}.",
        "hidden_fewer_replies": "Masqués en réalité, si bien que leurs réponses manquent ici\u00a0: {n}.",
        "other_engines": "Lus par un autre moteur, ou une autre version, que la plupart\u00a0: {n}.",
        "unread": "Sans verdict, donc hors d’atteinte des règles sur les scores\u00a0: {n}.",
        "empty": "Il n’y a rien à rejouer.",
        "recorded": "Gardé avec la version {version}.",
    },
}  # fmt: skip
