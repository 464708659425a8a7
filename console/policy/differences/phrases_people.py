"""The sentences of differences in what people do (exemptions, ladder, approval, replies, channels, gate...), as data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_Words = Mapping[str, str]

PEOPLE: Final[Mapping[str, Mapping[str, _Words]]] = {
    "allow": {
        "author_added": {
            "en": "Now exempt, {count}: {words}",
            "fr": "Désormais exemptés, {count}\u00a0: {words}",
        },
        "author_removed": {
            "en": "No longer exempt, {count}: {words}",
            "fr": "Plus exemptés, {count}\u00a0: {words}",
        },
        "domain_added": {
            "en": "Links now always fine, {count}: {words}",
            "fr": "Liens désormais toujours admis, {count}\u00a0: {words}",
        },
        "domain_removed": {
            "en": "Links no longer always fine, {count}: {words}",
            "fr": "Liens qui ne sont plus toujours admis, {count}\u00a0: {words}",
        },
        "phrase_added": {
            "en": "Phrases now always fine, {count}: {words}",
            "fr": "Expressions désormais admises, {count}\u00a0: {words}",
        },
        "phrase_removed": {
            "en": "Phrases no longer always fine, {count}: {words}",
            "fr": "Expressions qui ne sont plus admises, {count}\u00a0: {words}",
        },
    },
    "watch": {
        "author_added": {
            "en": "Now watched, {count}: {words}",
            "fr": "Désormais en veille, {count}\u00a0: {words}",
        },
        "author_removed": {
            "en": "No longer watched, {count}: {words}",
            "fr": "Plus en veille, {count}\u00a0: {words}",
        },
        "until": {
            "en": "{author} is watched until {new} (before: {old})",
            "fr": "{author} est en veille jusqu’au {new} (avant\u00a0: {old})",
        },
    },
    "ladder": {
        "added": {
            "en": "A ladder of sanctions now exists",
            "fr": "Une échelle de sanctions existe désormais",
        },
        "removed": {"en": "The ladder of sanctions is gone", "fr": "L’échelle de sanctions disparaît"},
        "name": {
            "en": "The ladder is now called {new} (before: {old})",
            "fr": "L’échelle s’appelle désormais {new} (avant\u00a0: {old})",
        },
        "counts_added": {
            "en": "Now counts as a strike: {words}",
            "fr": "Compte désormais comme manquement\u00a0: {words}",
        },
        "counts_removed": {
            "en": "No longer counts as a strike: {words}",
            "fr": "Ne compte plus comme manquement\u00a0: {words}",
        },
        "counts_order": {
            "en": "Strikes listed in another order",
            "fr": "Manquements cités dans un autre ordre",
        },
        "window": {
            "en": "Strikes count for {new} (before: {old})",
            "fr": "Les manquements comptent pendant {new} (avant\u00a0: {old})",
        },
        "weight": {
            "en": "{category} weighs {new} (before: {old})",
            "fr": "{category} pèse {new} (avant\u00a0: {old})",
        },
        "half_every": {
            "en": "Points are halved every {new} (before: {old})",
            "fr": "Les points sont divisés par deux tous les {new} (avant\u00a0: {old})",
        },
        "only_confirmed": {
            "en": "Only confirmed strikes count: {new} (before: {old})",
            "fr": "Seuls comptent les manquements confirmés\u00a0: {new} (avant\u00a0: {old})",
        },
        "step_added": {
            "en": "New step at {at}: {action}{duration}{requires}",
            "fr": "Nouveau palier à {at}\u00a0: {action}{duration}{requires}",
        },
        "step_removed": {
            "en": "The step at {at} is gone: {action}{duration}{requires}",
            "fr": "Le palier à {at} disparaît\u00a0: {action}{duration}{requires}",
        },
        "step_at": {
            "en": "The step “{action}” now comes at {new} (before: {old})",
            "fr": "Le palier «\u202f{action}\u202f» vient désormais à {new} (avant\u00a0: {old})",
        },
        "step_action": {
            "en": "At {at}: {new} (before: {old})",
            "fr": "À {at}\u00a0: {new} (avant\u00a0: {old})",
        },
        "step_duration": {
            "en": "At {at}, “{action}” lasts {new} (before: {old})",
            "fr": "À {at}, «\u202f{action}\u202f» dure {new} (avant\u00a0: {old})",
        },
        "step_template": {
            "en": "At {at}, “{action}” uses the template {new} (before: {old})",
            "fr": "À {at}, «\u202f{action}\u202f» emploie le modèle {new} (avant\u00a0: {old})",
        },
        "step_requires": {
            "en": "At {at}, “{action}” needs {new} (before: {old})",
            "fr": "À {at}, «\u202f{action}\u202f» demande {new} (avant\u00a0: {old})",
        },
        "skip_added": {
            "en": "May now skip steps: {words}",
            "fr": "Peut désormais sauter des paliers\u00a0: {words}",
        },
        "skip_removed": {
            "en": "May no longer skip steps: {words}",
            "fr": "Ne peut plus sauter de palier\u00a0: {words}",
        },
    },
    "approval": {
        "irreversible_added": {
            "en": "Now needs a second person: {words}",
            "fr": "Demande désormais une seconde personne\u00a0: {words}",
        },
        "irreversible_removed": {
            "en": "No longer needs a second person: {words}",
            "fr": "Ne demande plus de seconde personne\u00a0: {words}",
        },
        "second_role": {
            "en": "The second person is now at least: {new} (before: {old})",
            "fr": "La seconde personne est désormais au moins\u00a0: {new} (avant\u00a0: {old})",
        },
        "second_within": {
            "en": "The second person answers within {new} (before: {old})",
            "fr": "La seconde personne répond sous {new} (avant\u00a0: {old})",
        },
        "second_otherwise": {
            "en": "Without an answer the request is {new} (before: {old})",
            "fr": "Sans réponse, la demande est {new} (avant\u00a0: {old})",
        },
        "crisis_level": {
            "en": "Replies need approval from crisis level {new} on (before: {old})",
            "fr": "Les réponses demandent un accord dès le niveau de crise {new} (avant\u00a0: {old})",
        },
        "crisis_approver_role": {
            "en": "In a crisis, replies are approved by: {new} (before: {old})",
            "fr": "En crise, les réponses sont approuvées par\u00a0: {new} (avant\u00a0: {old})",
        },
        "crisis_other": {
            "en": "Replies in a crisis, {key}: {new} (before: {old})",
            "fr": "Réponses en crise, {key}\u00a0: {new} (avant\u00a0: {old})",
        },
        "always_roles": {
            "en": "Replies wait for approval when written by: {new} (before: {old})",
            "fr": "Les réponses attendent un accord quand elles viennent de\u00a0: {new} (avant\u00a0: {old})",
        },
        "always_approver_role": {
            "en": "Replies that wait are approved by: {new} (before: {old})",
            "fr": "Les réponses en attente sont approuvées par\u00a0: {new} (avant\u00a0: {old})",
        },
        "undo_window": {
            "en": "A decision waits {new} before it leaves (before: {old})",
            "fr": "Une décision attend {new} avant de partir (avant\u00a0: {old})",
        },
        "activation_second_signature": {
            "en": "Activating a policy needs a second signature: {new} (before: {old})",
            "fr": "Activer une politique demande une seconde signature\u00a0: {new} (avant\u00a0: {old})",
        },
        "activation_role": {
            "en": "A policy is countersigned by: {new} (before: {old})",
            "fr": "Une politique est contresignée par\u00a0: {new} (avant\u00a0: {old})",
        },
        "activation_other": {
            "en": "Activation, {key}: {new} (before: {old})",
            "fr": "Mise en service, {key}\u00a0: {new} (avant\u00a0: {old})",
        },
    },
    "replies": {
        "category_added": {"en": "Nobody answers now: {words}", "fr": "On ne répond plus à\u00a0: {words}"},
        "category_removed": {
            "en": "May be answered again: {words}",
            "fr": "On peut de nouveau répondre à\u00a0: {words}",
        },
        "on_watch": {
            "en": "No public reply to watched authors: {new} (before: {old})",
            "fr": "Pas de réponse publique aux auteurs en veille\u00a0: {new} (avant\u00a0: {old})",
        },
        "thread_replies": {
            "en": "Public replies in one thread before the guard: {new} (before: {old})",
            "fr": "Réponses publiques dans un fil avant la garde\u00a0: {new} (avant\u00a0: {old})",
        },
        "override_role": {
            "en": "The reply guard may be overridden by: {new} (before: {old})",
            "fr": "La garde des réponses peut être levée par\u00a0: {new} (avant\u00a0: {old})",
        },
        "reason_required": {
            "en": "Overriding the guard needs a reason: {new} (before: {old})",
            "fr": "Lever la garde demande un motif\u00a0: {new} (avant\u00a0: {old})",
        },
        "max_per_author_per_day": {
            "en": "Public replies to one author a day, at most {new} (before: {old})",
            "fr": "Réponses publiques à un même auteur par jour, au plus {new} (avant\u00a0: {old})",
        },
        "offer_private_after": {
            "en": "A private talk is offered after {new} replies (before: {old})",
            "fr": "Un échange privé est proposé après {new} réponses (avant\u00a0: {old})",
        },
        "contradictions": {
            "en": "A reply that contradicts what we said: {new} (before: {old})",
            "fr": "Une réponse qui contredit ce que nous avons dit\u00a0: {new} (avant\u00a0: {old})",
        },
        "other": {
            "en": "Replies, {key}: {new} (before: {old})",
            "fr": "Réponses, {key}\u00a0: {new} (avant\u00a0: {old})",
        },
    },
    "permission": {
        "changed": {
            "en": "“{key}” is open to: {new} (before: {old})",
            "fr": "«\u202f{key}\u202f» est ouvert à\u00a0: {new} (avant\u00a0: {old})",
        },
    },
    "channel": {
        "added": {
            "en": "{channel}: now has settings of its own",
            "fr": "{channel}\u00a0: a désormais ses propres réglages",
        },
        "removed": {
            "en": "{channel}: settings of its own are gone",
            "fr": "{channel}\u00a0: n’a plus de réglages propres",
        },
        "auto": {
            "en": "{channel}: automatic hiding {new} (before: {old})",
            "fr": "{channel}\u00a0: masquage automatique {new} (avant\u00a0: {old})",
        },
        "rule_off": {
            "en": "{channel}: rule {rule} is switched off",
            "fr": "{channel}\u00a0: la règle {rule} est coupée",
        },
        "rule_on": {
            "en": "{channel}: rule {rule} is switched on again",
            "fr": "{channel}\u00a0: la règle {rule} est rétablie",
        },
        "order": {
            "en": "{channel}: rules switched off, in another order",
            "fr": "{channel}\u00a0: règles coupées, dans un autre ordre",
        },
        "threshold": {
            "en": "{channel}: in {rule}, {label} must be {new} certain (before: {old})",
            "fr": "{channel}\u00a0: dans {rule}, certitude demandée pour «\u202f{label}\u202f»\u00a0: {new} (avant\u00a0: {old})",
        },
        "sla_scale": {
            "en": "{channel}: deadlines are {new} of the usual ones (before: {old})",
            "fr": "{channel}\u00a0: les échéances valent {new} des échéances habituelles (avant\u00a0: {old})",
        },
    },
    "crisis": {
        "set": {"en": "{key}: {new} (before: {old})", "fr": "{key}\u00a0: {new} (avant\u00a0: {old})"},
    },
    "retention": {
        "kept": {
            "en": "{what} are kept for {new} (before: {old})",
            "fr": "{what}\u00a0: conservation {new} (avant\u00a0: {old})",
        },
        "block_record": {
            "en": "Once lifted, a block is remembered for {new} (before: {old})",
            "fr": "Une fois levé, un blocage est gardé {new} (avant\u00a0: {old})",
        },
        "while_blocked": {
            "en": "A block is remembered while it lasts: {new} (before: {old})",
            "fr": "Un blocage est gardé tant qu’il dure\u00a0: {new} (avant\u00a0: {old})",
        },
        "legal_hold": {
            "en": "Legal hold: {new} (before: {old})",
            "fr": "Conservation judiciaire\u00a0: {new} (avant\u00a0: {old})",
        },
    },
    "gate": {
        "backtest_window": {
            "en": "Length of the replay: {new} (before: {old})",
            "fr": "Durée du rejeu\u00a0: {new} (avant\u00a0: {old})",
        },
        "min_human_decisions": {
            "en": "Decisions by people needed: {new} (before: {old})",
            "fr": "Décisions humaines nécessaires\u00a0: {new} (avant\u00a0: {old})",
        },
        "max_protected_hidden": {
            "en": "Limit of protected comments that rules may hit: {new} (before: {old})",
            "fr": "Limite de commentaires protégés que des règles peuvent toucher\u00a0: {new} (avant\u00a0: {old})",
        },
        "min_rule_precision": {
            "en": "Agreement with people asked of each rule: {new} (before: {old})",
            "fr": "Accord avec les décisions humaines demandé à chaque règle\u00a0: {new} (avant\u00a0: {old})",
        },
        "max_auto_volume_change": {
            "en": "Limit to the change in automatic hides: {new} (before: {old})",
            "fr": "Limite à la variation des masquages automatiques\u00a0: {new} (avant\u00a0: {old})",
        },
        "rule_tests": {
            "en": "Rule tests: {new} (before: {old})",
            "fr": "Tests des règles\u00a0: {new} (avant\u00a0: {old})",
        },
        "waive_role": {
            "en": "What is missing may be waived by: {new} (before: {old})",
            "fr": "Une dérogation est accordée par\u00a0: {new} (avant\u00a0: {old})",
        },
        "waive_reason": {
            "en": "Waiving needs a reason: {new} (before: {old})",
            "fr": "Une dérogation demande un motif\u00a0: {new} (avant\u00a0: {old})",
        },
        "other": {"en": "{key}: {new} (before: {old})", "fr": "{key}\u00a0: {new} (avant\u00a0: {old})"},
    },
}
