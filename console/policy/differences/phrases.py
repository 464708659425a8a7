"""The sentences of differences between two policies in English and French, as data, by section and what changed.

``{old}`` and ``{new}`` are formatted for people before they are filled in; French signs carry their narrow spaces.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from console.policy.differences.phrases_people import PEOPLE

_Words = Mapping[str, str]

SECTIONS: Final[Mapping[str, _Words]] = {
    "about": {"en": "The policy itself", "fr": "La politique elle-même"},
    "hours": {"en": "Hours", "fr": "Horaires"},
    "category": {"en": "Categories", "fr": "Catégories"},
    "allow": {"en": "Exempt", "fr": "Exemptions"},
    "watch": {"en": "Watch list", "fr": "Liste de veille"},
    "list": {"en": "Word lists", "fr": "Listes de mots"},
    "rule": {"en": "Rules", "fr": "Règles"},
    "ladder": {"en": "Ladder", "fr": "Échelle"},
    "approval": {"en": "Second look", "fr": "Second regard"},
    "replies": {"en": "Replies", "fr": "Réponses"},
    "permission": {"en": "Who may do what", "fr": "Qui peut faire quoi"},
    "channel": {"en": "Channels", "fr": "Canaux"},
    "crisis": {"en": "Crisis", "fr": "Crise"},
    "retention": {"en": "How long things are kept", "fr": "Durées de conservation"},
    "gate": {"en": "Before going live", "fr": "Avant la mise en service"},
    "files": {"en": "List files", "fr": "Fichiers de listes"},
    "other": {"en": "Other", "fr": "Autres"},
}

_RULES: Final[Mapping[str, _Words]] = {
    "added": {
        "en": "New rule {rule} ({names}), rank {rank}: when {when}{unless}, propose: {propose}{auto}",
        "fr": "Nouvelle règle {rule} ({names}), rang {rank}\u00a0: si {when}{unless}, proposer\u00a0: {propose}{auto}",
    },
    "removed": {
        "en": "Rule {rule} ({names}) is gone: it proposed {propose}{auto}",
        "fr": "La règle {rule} ({names}) disparaît\u00a0: elle proposait {propose}{auto}",
    },
    "moved": {
        "en": "{rule} moves from rank {old} to rank {new}",
        "fr": "{rule} passe du rang {old} au rang {new}",
    },
    "category": {
        "en": "{rule}: category is now {new} (before: {old})",
        "fr": "{rule}\u00a0: la catégorie devient {new} (avant\u00a0: {old})",
    },
    "threshold_up": {
        "en": "{rule}: now {condition}; before {before}",
        "fr": "{rule}\u00a0: désormais {condition}\u202f; avant {before}",
    },
    "also_asks": {
        "en": "{rule}: now also asks: {condition}",
        "fr": "{rule}\u00a0: demande désormais aussi\u00a0: {condition}",
    },
    "no_longer_asks": {
        "en": "{rule}: no longer asks: {condition}",
        "fr": "{rule}\u00a0: ne demande plus\u00a0: {condition}",
    },
    "also_matches": {
        "en": "{rule}: now also matches on: {condition}",
        "fr": "{rule}\u00a0: touche désormais aussi\u00a0: {condition}",
    },
    "no_longer_matches": {
        "en": "{rule}: no longer matches on: {condition}",
        "fr": "{rule}\u00a0: ne touche plus\u00a0: {condition}",
    },
    "when": {
        "en": "{rule}: now matches when {when}; before when {before}",
        "fr": "{rule}\u00a0: s’applique désormais si {when}\u202f; avant si {before}",
    },
    "set": {
        "en": "{rule}: {kind} is now {new} (before: {old})",
        "fr": "{rule}\u00a0: {kind} devient {new} (avant\u00a0: {old})",
    },
    "rewritten": {
        "en": "{rule}: conditions written otherwise, same meaning: {when}",
        "fr": "{rule}\u00a0: conditions réécrites, même sens\u00a0: {when}",
    },
    "exception_added": {
        "en": "{rule}: new exception: {condition}",
        "fr": "{rule}\u00a0: nouvelle exception\u00a0: {condition}",
    },
    "exception_removed": {
        "en": "{rule}: exception gone: {condition}",
        "fr": "{rule}\u00a0: exception supprimée\u00a0: {condition}",
    },
    "exception_also_asks": {
        "en": "{rule}: an exception now also asks: {condition}",
        "fr": "{rule}\u00a0: une exception demande désormais aussi\u00a0: {condition}",
    },
    "exception_no_longer_asks": {
        "en": "{rule}: an exception no longer asks: {condition}",
        "fr": "{rule}\u00a0: une exception ne demande plus\u00a0: {condition}",
    },
    "exceptions_order": {
        "en": "{rule}: exceptions in another order, same meaning",
        "fr": "{rule}\u00a0: exceptions dans un autre ordre, même sens",
    },
    "proposes": {
        "en": "{rule}: now also proposes: {propose}",
        "fr": "{rule}\u00a0: propose désormais aussi\u00a0: {propose}",
    },
    "no_longer_proposes": {
        "en": "{rule}: no longer proposes: {propose}",
        "fr": "{rule}\u00a0: ne propose plus\u00a0: {propose}",
    },
    "propose_order": {
        "en": "{rule}: proposes in the order {new} (before: {old})",
        "fr": "{rule}\u00a0: propose dans l’ordre {new} (avant\u00a0: {old})",
    },
    "auto_on": {
        "en": "{rule}: now hides by itself, at most {per_hour} an hour, stops when people overturn more than {stop}",
        "fr": "{rule}\u00a0: masque désormais seule, au plus {per_hour} par heure, s’arrête au-delà de {stop} de décisions annulées",
    },
    "auto_off": {"en": "{rule}: no longer hides by itself", "fr": "{rule}\u00a0: ne masque plus seule"},
    "auto_per_hour": {
        "en": "{rule}: hides by itself at most {new} an hour (before: {old})",
        "fr": "{rule}\u00a0: masque seule au plus {new} fois par heure (avant\u00a0: {old})",
    },
    "auto_stop": {
        "en": "{rule}: automatic hiding stops when people overturn more than {new} (before: {old})",
        "fr": "{rule}\u00a0: le masquage automatique s’arrête au-delà de {new} de décisions annulées (avant\u00a0: {old})",
    },
    "other": {"en": "{rule}: changed", "fr": "{rule}\u00a0: modifiée"},
}

# Scores and categories read as certainties, where they may stand. ``_bare``: the category had or has no threshold.
CERTAINTY: Final[Mapping[str, _Words]] = {
    "when_up": {
        "en": "{rule}: {label} must now be {new} certain, before {old}",
        "fr": "{rule}\u00a0: il faut désormais {new} de certitude pour «\u202f{label}\u202f», avant {old}",
    },
    "when_down": {
        "en": "{rule}: {label} need now only be {new} certain, before {old}",
        "fr": "{rule}\u00a0: {new} de certitude suffisent désormais pour «\u202f{label}\u202f», avant {old}",
    },
    "unless_up": {
        "en": "{rule}: the exception “{label}” now asks for {new} certainty, before {old}",
        "fr": "{rule}\u00a0: l’exception «\u202f{label}\u202f» demande désormais une certitude de {new}, avant {old}",
    },
    "unless_down": {
        "en": "{rule}: the exception “{label}” now holds from {new} certainty on, before {old}",
        "fr": "{rule}\u00a0: l’exception «\u202f{label}\u202f» vaut désormais dès {new} de certitude, avant {old}",
    },
}

_CATEGORIES: Final[Mapping[str, _Words]] = {
    "added": {
        "en": "New category {category}, severity {severity}/5{traits}",
        "fr": "Nouvelle catégorie {category}, gravité {severity}/5{traits}",
    },
    "removed": {"en": "Category {category} is gone", "fr": "La catégorie {category} disparaît"},
    "label": {
        "en": "{category}: now called “{new}”{language} (before: “{old}”)",
        "fr": "{category}\u00a0: s’appelle désormais «\u202f{new}\u202f»{language} (avant\u00a0: «\u202f{old}\u202f»)",
    },
    "severity_up": {
        "en": "{category}: severity up to {new}/5 (before: {old}/5)",
        "fr": "{category}\u00a0: la gravité monte à {new}/5 (avant\u00a0: {old}/5)",
    },
    "severity_down": {
        "en": "{category}: severity down to {new}/5 (before: {old}/5)",
        "fr": "{category}\u00a0: la gravité descend à {new}/5 (avant\u00a0: {old}/5)",
    },
    "ground": {
        "en": "{category}: ground is now {new} (before: {old})",
        "fr": "{category}\u00a0: le fondement devient {new} (avant\u00a0: {old})",
    },
    "clause": {
        "en": "{category}: clause is now {new} (before: {old})",
        "fr": "{category}\u00a0: la clause devient {new} (avant\u00a0: {old})",
    },
    "legal_basis": {
        "en": "{category}: legal basis is now {new} (before: {old})",
        "fr": "{category}\u00a0: la base légale devient {new} (avant\u00a0: {old})",
    },
    "dsa_category": {
        "en": "{category}: category of the European register is now {new} (before: {old})",
        "fr": "{category}\u00a0: la catégorie du registre européen devient {new} (avant\u00a0: {old})",
    },
    "reply": {
        "en": "{category}: a reply is now {new} (before: {old})",
        "fr": "{category}\u00a0: une réponse est désormais {new} (avant\u00a0: {old})",
    },
    "sla_first_look": {
        "en": "{category}: first look within {new} (before: {old})",
        "fr": "{category}\u00a0: premier regard sous {new} (avant\u00a0: {old})",
    },
    "sla_decision": {
        "en": "{category}: decision within {new} (before: {old})",
        "fr": "{category}\u00a0: décision sous {new} (avant\u00a0: {old})",
    },
    "sla_reply": {
        "en": "{category}: reply within {new} (before: {old})",
        "fr": "{category}\u00a0: réponse sous {new} (avant\u00a0: {old})",
    },
    "sla_clock": {
        "en": "{category}: the deadline runs {new} (before: {old})",
        "fr": "{category}\u00a0: l’échéance court {new} (avant\u00a0: {old})",
    },
    "violation_on": {
        "en": "{category}: is now a violation and counts as a strike where the ladder says so",
        "fr": "{category}\u00a0: devient un manquement, que l’échelle peut compter",
    },
    "violation_off": {
        "en": "{category}: is no longer a violation",
        "fr": "{category}\u00a0: n’est plus un manquement",
    },
    "protected_on": {
        "en": "{category}: is now protected, no rule may hide it",
        "fr": "{category}\u00a0: devient protégée, aucune règle ne peut la masquer",
    },
    "protected_off": {
        "en": "{category}: is no longer protected, rules may hide it",
        "fr": "{category}\u00a0: n’est plus protégée, des règles peuvent la masquer",
    },
    "other": {"en": "{category}: changed", "fr": "{category}\u00a0: modifiée"},
}

_LISTS: Final[Mapping[str, _Words]] = {
    "added": {"en": "New list “{list}”: {count}", "fr": "Nouvelle liste «\u202f{list}\u202f»\u00a0: {count}"},
    "removed": {
        "en": "List “{list}” is gone: {count}",
        "fr": "La liste «\u202f{list}\u202f» disparaît\u00a0: {count}",
    },
    "words_added": {
        "en": "List “{list}”: {count} added: {words}",
        "fr": "Liste «\u202f{list}\u202f»\u00a0: {count} en plus\u00a0: {words}",
    },
    "words_removed": {
        "en": "List “{list}”: {count} removed: {words}",
        "fr": "Liste «\u202f{list}\u202f»\u00a0: {count} en moins\u00a0: {words}",
    },
    "match": {
        "en": "List “{list}”: now looks for {new} (before: {old})",
        "fr": "Liste «\u202f{list}\u202f»\u00a0: cherche désormais {new} (avant\u00a0: {old})",
    },
    "fold_added": {
        "en": "List “{list}”: now also sees through: {words}",
        "fr": "Liste «\u202f{list}\u202f»\u00a0: ignore désormais aussi\u00a0: {words}",
    },
    "fold_removed": {
        "en": "List “{list}”: no longer sees through: {words}",
        "fr": "Liste «\u202f{list}\u202f»\u00a0: n’ignore plus\u00a0: {words}",
    },
    "order": {
        "en": "List “{list}”: same words, other order",
        "fr": "Liste «\u202f{list}\u202f»\u00a0: mêmes mots, autre ordre",
    },
    "other": {"en": "List “{list}”: changed", "fr": "Liste «\u202f{list}\u202f»\u00a0: modifiée"},
}

DIFFERENCES: Final[Mapping[str, Mapping[str, _Words]]] = {
    "about": {
        "schema": {"en": "Schema {new} (before: {old})", "fr": "Schéma {new} (avant\u00a0: {old})"},
        "effective": {
            "en": "In force from {new} (before: {old})",
            "fr": "En vigueur à partir du {new} (avant\u00a0: {old})",
        },
        "language_added": {"en": "Languages added: {words}", "fr": "Langues ajoutées\u00a0: {words}"},
        "language_removed": {"en": "Languages removed: {words}", "fr": "Langues retirées\u00a0: {words}"},
    },
    "hours": {
        "timezone": {
            "en": "Time zone is now {new} (before: {old})",
            "fr": "Le fuseau horaire devient {new} (avant\u00a0: {old})",
        },
        "open": {
            "en": "{days}: open {new} (before: {old})",
            "fr": "{days}\u00a0: ouvert {new} (avant\u00a0: {old})",
        },
        "quiet": {
            "en": "Quiet hours, when no reply leaves: {new} (before: {old})",
            "fr": "Heures calmes, sans envoi de réponse\u00a0: {new} (avant\u00a0: {old})",
        },
        "holidays": {
            "en": "Public holidays: {new} (before: {old})",
            "fr": "Jours fériés\u00a0: {new} (avant\u00a0: {old})",
        },
        "closed_added": {"en": "Closed on: {words}", "fr": "Fermé le\u00a0: {words}"},
        "closed_removed": {"en": "No longer closed on: {words}", "fr": "N’est plus fermé le\u00a0: {words}"},
    },
    "category": _CATEGORIES,
    "list": _LISTS,
    "rule": {
        **_RULES,
        **dict.fromkeys(("threshold_down", "limit_up", "limit_down", "range"), _RULES["threshold_up"]),
    },
    **PEOPLE,
    "files": {
        "changed": {
            "en": "List files differ in remarks, order or empty lines only",
            "fr": "Les fichiers de listes ne diffèrent que par des remarques, l’ordre ou des lignes vides",
        },
    },
    "other": {
        "changed": {
            "en": "“{key}” says something else",
            "fr": "«\u202f{key}\u202f» dit autre chose",
        },
    },
}
