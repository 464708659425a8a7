"""The sentences about roles and permissions in English and French, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ERRORS: Final[Mapping[str, Mapping[str, str]]] = {
    "permissions.unknown": {
        "en": "“{key}” is neither an action nor a task that can be given to roles",
        "fr": "«\u202f{key}\u202f» n’est ni une action ni une tâche que l’on peut confier à des rôles",
    },
    "permissions.kept": {
        "en": "“{key}” stays with the lead and cannot be given away: take the line out",
        "fr": "«\u202f{key}\u202f» reste au lead et ne se délègue pas\u00a0: retirez la ligne",
    },
    "permissions.auditor": {
        "en": "an auditor never acts: “{key}” may go to moderator, reviewer, spokesperson or lead",
        "fr": "un auditeur n’agit jamais\u00a0: «\u202f{key}\u202f» se confie à moderator, reviewer, spokesperson ou lead",
    },
}

PHRASES: Final[Mapping[str, Mapping[str, str]]] = {
    "refuse.role": {
        "en": "{what}: the role “{role}” may not. These may: {who}.",
        "fr": "{what}\u00a0: le rôle «\u202f{role}\u202f» ne le permet pas. Le peuvent\u00a0: {who}.",
    },
}

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "task.decide": {"en": "Work on comments", "fr": "Traiter des commentaires"},
    "task.review": {"en": "Agree as the second person", "fr": "Donner le second accord"},
    "task.undo": {"en": "Undo", "fr": "Annuler"},
    "task.import": {"en": "Import", "fr": "Importer"},
    "task.pull": {"en": "Fetch comments", "fr": "Relever les commentaires"},
    "task.dispatch": {"en": "Send what waits", "fr": "Envoyer ce qui attend"},
    "task.channel": {"en": "Change channels", "fr": "Modifier les canaux"},
    "task.policy": {"en": "Change the policy", "fr": "Modifier la politique"},
    "task.activation": {"en": "Activate a policy", "fr": "Activer une politique"},
    "task.classifier": {"en": "Change the classifier", "fr": "Modifier le classifieur"},
    "task.replies": {"en": "Change saved replies", "fr": "Modifier les réponses enregistrées"},
    "task.statement": {"en": "Approve statements", "fr": "Approuver des déclarations"},
    "task.override": {"en": "Override the reply guard", "fr": "Passer outre la garde des réponses"},
    "task.member": {"en": "Change the team", "fr": "Modifier l’équipe"},
    "task.erase": {"en": "Erase", "fr": "Effacer"},
    "task.audit": {"en": "Read the log", "fr": "Lire le journal"},
    "task.export": {"en": "Export the log", "fr": "Exporter le journal"},
}
