"""The sentences of reasons and refusals in English and French, as data, and how codes become text."""

from __future__ import annotations

import string
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from console.policy import phrases_permissions, phrases_reach, phrases_replies
from console.policy.durations import words as span
from console.policy.phrases_check import ERRORS
from console.policy.replies import day_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.decision import Reason, Refusal
    from console.policy.errors import PolicyError
    from console.policy.model import Policy

PHRASES: Final[Mapping[str, Mapping[str, str]]] = {
    "rule.matched": {"en": "Rule {rule}: {category}", "fr": "Règle {rule}\u00a0: {category}"},
    "fact.score": {
        "en": "{label} {score} (threshold {threshold})",
        "fr": "{label} {score} (seuil {threshold})",
    },
    "fact.category": {"en": "Read as {category}", "fr": "Lu comme\u00a0: {category}"},
    "fact.list": {
        "en": "Words of list “{list}”: {words}",
        "fr": "Mots de la liste «\u202f{list}\u202f»\u00a0: {words}",
    },
    "fact.target": {"en": "Aimed at: {target}", "fr": "Vise\u00a0: {target}"},
    "fact.signal": {"en": "Signal: {signal}", "fr": "Signal\u00a0: {signal}"},
    "fact.author_allow": {"en": "Author on the allow list", "fr": "Auteur sur la liste d’exemption"},
    "fact.author_watch": {"en": "Author on the watch list", "fr": "Auteur sur la liste de veille"},
    "fact.author_age_days": {"en": "Account {value} days old", "fr": "Compte vieux de {value} jours"},
    "fact.followers": {"en": "{value} followers", "fr": "{value} abonnés"},
    "fact.strikes": {"en": "{value} earlier strikes", "fr": "{value} manquements antérieurs"},
    "fact.text_length": {"en": "{value} characters", "fr": "{value} caractères"},
    "fact.thread_replies_by_us": {
        "en": "We have answered {value} times in this thread",
        "fr": "Nous avons répondu {value} fois dans ce fil",
    },
    "fact.has_link": {"en": "Holds a link", "fr": "Contient un lien"},
    "fact.flagged": {"en": "Flagged by the classifier", "fr": "Repéré par le classifieur"},
    "fact.language": {"en": "Language: {language}", "fr": "Langue\u00a0: {language}"},
    "fact.channel": {"en": "Channel: {channel}", "fr": "Canal\u00a0: {channel}"},
    "fact.relation": {"en": "Kind: {relation}", "fr": "Nature\u00a0: {relation}"},
    "category.by_person": {
        "en": "A person chose: {category}",
        "fr": "Choisi par une personne\u00a0: {category}",
    },
    "category.from_verdict": {
        "en": "No rule applies; read as {category} {score}",
        "fr": "Aucune règle ne s’applique\u202f; lu comme\u00a0: {category} {score}",
    },
    "category.none": {"en": "No rule applies", "fr": "Aucune règle ne s’applique"},
    "verdict.missing": {"en": "Not classified yet", "fr": "Pas encore classé"},
    "verdict.failed": {
        "en": "The classifier could not read this",
        "fr": "Le classifieur n’a pas pu lire ce texte",
    },
    "verdict.outside_training": {
        "en": "Unlike the texts that the classifier learned from",
        "fr": "Différent des textes que le classifieur a appris",
    },
    "protected.beats": {
        "en": "{category} is protected: rules set aside: {rules}",
        "fr": "{category}\u00a0: protégé. Règles écartées\u00a0: {rules}",
    },
    "allow.author": {
        "en": "Author on the allow list: no rule proposes anything",
        "fr": "Auteur exempté\u00a0: aucune règle ne propose rien",
    },
    "ladder.step": {
        "en": "Ladder: points {points}, step {at}: {action}",
        "fr": "Échelle\u00a0: points {points}, palier {at}\u00a0: {action}",
    },
    "refuse.block": {
        "en": "Block is not a first step. {missing} must come first.",
        "fr": "Bloquer n’est pas un premier pas. Il faut d’abord\u00a0: {missing}.",
    },
    "refuse.block_never": {
        "en": "This policy’s ladder has no block.",
        "fr": "L’échelle de cette politique ne prévoit pas de blocage.",
    },
    "refuse.block_reason": {"en": "A block needs a reason.", "fr": "Un blocage demande un motif."},
    "refuse.protected": {
        "en": "Constructive criticism is protected. Answer it, or say why it is something else.",
        "fr": "Une critique constructive est protégée. Répondez-y, ou dites pourquoi c’est autre chose.",
    },
    "refuse.protected_reason": {
        "en": "Say why this is no longer {category}: a reason is needed.",
        "fr": "Dites pourquoi ce n’est plus\u00a0: {category}. Un motif est demandé.",
    },
    "guard.troll": {"en": "We do not answer provocation.", "fr": "On ne répond pas à une provocation."},
    "guard.watch": {
        "en": "This author is on the watch list. We do not answer in public.",
        "fr": "Cet auteur est sur la liste de veille. On ne répond pas en public.",
    },
    "guard.cap": {
        "en": "We have answered {count_word} here. Offer a private talk, or let others speak.",
        "fr": "Nous avons déjà répondu {count_word}. Proposez un échange privé, ou laissez parler les autres.",
    },
    "refuse.unsupported": {
        "en": "{channel} has no “{action}” for this comment.",
        "fr": "{channel} ne permet pas «\u202f{action}\u202f» pour ce commentaire.",
    },
    "refuse.own_only": {
        "en": "On {channel}, “{action}” works on our own comments only.",
        "fr": "Sur {channel}, «\u202f{action}\u202f» ne vaut que pour nos propres commentaires.",
    },
    "refuse.review_role": {
        "en": "Agreeing needs the role “{needed}”; this is “{role}”.",
        "fr": "L’accord demande le rôle «\u202f{needed}\u202f»\u202f; ici «\u202f{role}\u202f».",
    },
    "review.needed": {
        "en": "A second person ({role}) must agree within {within}.",
        "fr": "Une seconde personne ({role}) doit donner son accord sous {within}.",
    },
    "hint.did_you_mean": {
        "en": "did you mean “{word}”?",
        "fr": "vouliez-vous dire «\u202f{word}\u202f»\u202f?",
    },
    "hint.one_of": {"en": "one of: {words}", "fr": "au choix\u00a0: {words}"},
    "reply.open_field": {
        "en": "“{name}” is not filled in yet: the reply cannot leave.",
        "fr": "«\u202f{name}\u202f» n’est pas encore rempli\u00a0: la réponse ne peut pas partir.",
    },
    **phrases_permissions.PHRASES,
    **ERRORS,
    **phrases_permissions.ERRORS,
    **phrases_reach.ERRORS,
    **phrases_replies.PHRASES,
}

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "action.keep": {"en": "Keep", "fr": "Garder"},
    "action.reply": {"en": "Reply", "fr": "Répondre"},
    "action.hide": {"en": "Hide", "fr": "Masquer"},
    "action.unhide": {"en": "Show again", "fr": "Réafficher"},
    "action.snooze": {"en": "Later", "fr": "Plus tard"},
    "action.watch": {"en": "Hold and watch", "fr": "Attendre et veiller"},
    "action.escalate": {"en": "Escalate", "fr": "Escalader"},
    "action.report": {"en": "Report", "fr": "Signaler"},
    "action.block": {"en": "Block", "fr": "Bloquer"},
    "action.unblock": {"en": "Unblock", "fr": "Débloquer"},
    "action.delete": {"en": "Delete", "fr": "Supprimer"},
    "action.mute": {"en": "Mute", "fr": "Mettre en sourdine"},
    "action.unmute": {"en": "Unmute", "fr": "Rétablir"},
    "action.like": {"en": "Like", "fr": "Aimer"},
    "action.unlike": {"en": "Unlike", "fr": "Ne plus aimer"},
    "action.warn": {"en": "Warn", "fr": "Avertir"},
    "category.manifestly_illegal": {"en": "Manifestly illegal", "fr": "Manifestement illicite"},
    "category.threat": {"en": "Threat", "fr": "Menace"},
    "category.hate": {"en": "Hate", "fr": "Haine"},
    "category.insult": {"en": "Insult", "fr": "Insulte"},
    "category.obscene": {"en": "Obscenity", "fr": "Obscénité"},
    "category.toxicity": {"en": "Toxicity", "fr": "Toxicité"},
    "category.spam": {"en": "Spam", "fr": "Spam"},
    "category.troll": {"en": "Troll signals", "fr": "Signaux de provocation"},
    "category.constructive_criticism": {"en": "Constructive criticism", "fr": "Critique constructive"},
    "category.question": {"en": "Question", "fr": "Question"},
    "category.praise": {"en": "Praise", "fr": "Compliment"},
    "category.neutral": {"en": "Neutral", "fr": "Neutre"},
    "role.moderator": {"en": "moderator", "fr": "modérateur"},
    "role.reviewer": {"en": "reviewer", "fr": "relecteur"},
    "role.lead": {"en": "lead", "fr": "lead"},
    "role.spokesperson": {"en": "spokesperson", "fr": "porte-parole"},
    "role.auditor": {"en": "auditor", "fr": "auditeur"},
    "signal.reply_bait": {"en": "fishing for a reply", "fr": "cherche à faire répondre"},
    "signal.self_harm_incitement": {"en": "incitement to self-harm", "fr": "incitation à se faire du mal"},
    "signal.factual_accusation": {"en": "a factual accusation", "fr": "une accusation de fait"},
    "signal.shouting": {"en": "shouting (capitals)", "fr": "crie (capitales)"},
    "signal.quotation": {"en": "quoting somebody else", "fr": "cite quelqu’un d’autre"},
    "signal.flood": {"en": "many comments in a short time", "fr": "beaucoup de commentaires en peu de temps"},
    "signal.repeat": {"en": "the same text again", "fr": "encore le même texte"},
    "signal.copy_paste": {
        "en": "the same text from several authors",
        "fr": "le même texte de plusieurs auteurs",
    },
    "signal.pile_on": {"en": "many authors against one", "fr": "beaucoup d’auteurs contre un seul"},
    "signal.new_account": {"en": "a new account", "fr": "un compte récent"},
    "target.person": {"en": "a person", "fr": "une personne"},
    "target.group": {"en": "a group", "fr": "un groupe"},
    "target.brand": {"en": "the brand", "fr": "la marque"},
    "target.product": {"en": "a product", "fr": "un produit"},
    "target.nobody": {"en": "nobody", "fr": "personne"},
    **phrases_permissions.WORDS,
    **phrases_replies.WORDS,
}

# Which vocabulary a parameter's value belongs to.
_FAMILIES: Final[Mapping[str, str]] = {
    "action": "action", "actions": "action", "missing": "action", "demanded": "action", "category": "category",
    "label": "category", "role": "role", "needed": "role", "override_role": "role", "signal": "signal",
    "target": "target", "who": "role", "what": "action", "differs": "differs",
}  # fmt: skip
_SCORES: Final = frozenset({"score", "threshold"})
_COUNTS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("", "once", "twice"),
    "fr": ("", "une fois", "deux fois"),
}


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def say(code: str, params: Mapping[str, Any], language: str = "en", policy: Policy | None = None) -> str:
    """The sentence of a code in ``fr`` or ``en``; an unknown code is shown as itself, a missing value as nothing.

    With ``policy``, categories carry the names that the policy gives them. Scores are integers x 10,000 and are
    shown as probabilities with two digits.
    """
    lang = "fr" if language == "fr" else "en"
    phrase = PHRASES.get(code)
    if phrase is None:
        return code
    if (
        code in ERRORS or code in phrases_permissions.ERRORS
    ):  # errors speak of the file, so names stay as the file writes them
        raw = {
            key: ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
            for key, value in params.items()
        }
        return string.Formatter().vformat(phrase[lang], (), _Blank(raw))
    values = _Blank({key: _value(key, value, lang, policy) for key, value in params.items()})
    count = params.get("count")
    if isinstance(count, int):
        many = f"{count} fois" if lang == "fr" else f"{count} times"
        values["count_word"] = _COUNTS[lang][count] if 0 < count < len(_COUNTS[lang]) else many
    return string.Formatter().vformat(phrase[lang], (), values).strip()


def say_reason(reason: Reason, language: str = "en", policy: Policy | None = None) -> str:
    """The sentence of a reason."""
    return say(reason.code, reason.params, language, policy)


def error_dict(error: PolicyError, language: str = "en") -> dict[str, Any]:
    """A policy error as scripts and windows show it."""
    hint = error.hint
    return {
        "file": error.file,
        "line": error.line,
        "code": error.code,
        "message": say(error.code, error.params, language),
        "hint": "" if hint is None else say(hint.code, hint.params, language),
    }


def refusal_dict(refusal: Refusal, language: str = "en", policy: Policy | None = None) -> dict[str, Any]:
    """A refusal as scripts and windows show it."""
    why = say_reason(refusal.why, language, policy)
    return {"code": refusal.code, "clause": refusal.clause, "why": why, "instead": list(refusal.instead)}


def _value(key: str, value: Any, lang: str, policy: Policy | None) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(_value(key, item, lang, policy) for item in value)
    if key in _SCORES and isinstance(value, int):
        text = f"{value / 10_000:.2f}"
        return text.replace(".", ",") if lang == "fr" else text
    if key == "within" and isinstance(value, int):
        return span(value, lang)
    if key == "day":
        return day_words(date.fromisoformat(str(value)), lang)
    family = _FAMILIES.get(key)
    if family is None:
        return str(value)
    if family == "category" and policy is not None and value in policy.categories:
        return policy.categories[value].label.text(lang)
    base, colon, rest = str(value).partition(":")
    word = WORDS.get(f"{family}.{base}") or (WORDS.get(f"task.{base}") if key == "what" else None)
    return str(value) if word is None else word[lang] + (f" ({rest})" if colon else "")
