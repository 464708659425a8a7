"""Words of the commands for saved replies and statements, and the sentences of their errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_NONE: Final = {"en": "nothing was changed", "fr": "rien n’a été modifié"}

REPLY_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "spelling_word": {
        "en": ("“{word}” is no word", _NONE["en"], "give one word of letters, hyphens and apostrophes"),
        "fr": ("«\u202f{word}\u202f» n’est pas un mot", _NONE["fr"], "donnez un mot de lettres, traits d’union et apostrophes"),
    },
    "spelling_unknown": {
        "en": ("“{word}” is none of your words", _NONE["en"], "see “vigie replies words”"),
        "fr": ("«\u202f{word}\u202f» n’est pas un de vos mots", _NONE["fr"], "voyez «\u202fvigie replies words\u202f»"),
    },
    "spelling_language": {
        "en": ("no word list in “{language}”", _NONE["en"], "choose one of {known}"),
        "fr": ("pas de liste de mots en «\u202f{language}\u202f»", _NONE["fr"], "choisissez parmi {known}"),
    },
    "watch_past": {
        "en": ("the time to look again has passed", _NONE["en"], "give a time to come, such as 15:00 or 2h"),
        "fr": ("l’heure de revenir est passée", _NONE["fr"], "donnez une heure à venir, comme 15:00 ou 2h"),
    },
    "reply_bad_id": {
        "en": ("“{id}” cannot name a reply", _NONE["en"], "use lower-case words joined by dots, such as complaint.private"),
        "fr": ("«\u202f{id}\u202f» ne peut pas nommer une réponse", _NONE["fr"],
               "écrivez des mots en minuscules joints par des points, comme complaint.private"),
    },
    "reply_bad_language": {
        "en": ("no replies in “{language}”", _NONE["en"], "choose one of {known}"),
        "fr": ("pas de réponses en «\u202f{language}\u202f»", _NONE["fr"], "choisissez parmi {known}"),
    },
    "reply_bad_title": {
        "en": ("the title is empty or longer than {longest} characters", _NONE["en"], "give it a short title"),
        "fr": ("le titre est vide ou dépasse {longest} caractères", _NONE["fr"], "donnez un titre court"),
    },
    "reply_bad_text": {
        "en": ("the text is empty or longer than {longest} characters", _NONE["en"], "write it within that length"),
        "fr": ("le texte est vide ou dépasse {longest} caractères", _NONE["fr"], "écrivez-le dans cette longueur"),
    },
    "reply_no_variant": {
        "en": ("“{id}” would be left without a text", _NONE["en"], "keep one language, or remove the reply"),
        "fr": ("«\u202f{id}\u202f» resterait sans texte", _NONE["fr"], "gardez une langue, ou retirez la réponse"),
    },
    "reply_language": {
        "en": ("this reply has no text in “{language}”", "nothing was sent", "it has: {known}"),
        "fr": ("cette réponse n’a pas de texte en «\u202f{language}\u202f»", "rien n’a été envoyé", "elle a\u00a0: {known}"),
    },
    "reply_not_bundled": {
        "en": ("“{id}” did not come with Vigie: there is no original", _NONE["en"], "use restore without --original"),
        "fr": ("«\u202f{id}\u202f» n’est pas fournie avec Vigie\u00a0: pas d’original", _NONE["fr"],
               "utilisez restore sans --original"),
    },
    "reply_not_removed": {
        "en": ("“{id}” is in force as it is", _NONE["en"], "see “vigie replies show {id}”"),
        "fr": ("«\u202f{id}\u202f» est en vigueur telle quelle", _NONE["fr"], "voyez «\u202fvigie replies show {id}\u202f»"),
    },
    "reply_text_where": {
        "en": ("give the words once, with --text or --text-stdin", _NONE["en"], "leave one of the two out"),
        "fr": ("donnez le texte une fois, par --text ou --text-stdin", _NONE["fr"], "retirez l’un des deux"),
    },
    "unknown_field": {
        "en": ("“{template}” has no field “{field}”", "nothing was sent", "its fields are: {known}"),
        "fr": ("«\u202f{template}\u202f» n’a pas de champ «\u202f{field}\u202f»", "rien n’a été envoyé", "ses champs\u00a0: {known}"),
    },
    "unknown_rule": {
        "en": ("the active policy has no rule “{rule}”", _NONE["en"], "choose one of {known}"),
        "fr": ("la politique active n’a pas de règle «\u202f{rule}\u202f»", _NONE["fr"], "choisissez parmi {known}"),
    },
    "bad_fill": {
        "en": ("“{given}” fills no field", "nothing was sent", "write --fill name=value"),
        "fr": ("«\u202f{given}\u202f» ne remplit aucun champ", "rien n’a été envoyé", "écrivez --fill nom=valeur"),
    },
    "template_private": {
        "en": ("“{template}” is written for a private message", "nothing was sent",
               "read it with “vigie replies preview” and send it there by hand"),
        "fr": ("«\u202f{template}\u202f» est écrite pour un message privé", "rien n’a été envoyé",
               "lisez-la avec «\u202fvigie replies preview\u202f» et envoyez-la vous-même"),
    },
    "template_action": {
        "en": ("only a reply or a warning has words", "nothing was decided", "leave out --template, --fill and --lang"),
        "fr": ("seuls une réponse ou un avertissement ont un texte", "rien n’a été décidé", "retirez --template, --fill et --lang"),
    },
    "template_and_reply": {
        "en": ("give a saved reply or words of your own", "nothing was decided", "leave out --template or --reply"),
        "fr": ("donnez une réponse enregistrée ou votre texte", "rien n’a été décidé", "retirez --template ou --reply"),
    },
    "statement_what": {
        "en": ("give the words of the statement, or --from-comment", _NONE["en"], "leave one of the two out"),
        "fr": ("donnez le texte de la déclaration, ou --from-comment", _NONE["fr"], "retirez l’un des deux"),
    },
    "statement_no_reply": {
        "en": ("we said nothing under comment {id} that stands", _NONE["en"], "give the words themselves"),
        "fr": ("nous n’avons rien dit sous le commentaire {id} qui tienne", _NONE["fr"], "donnez le texte lui-même"),
    },
    "statement_known": {
        "en": ("these words stand in the register already, number {id}", _NONE["en"], "see “vigie statements list”"),
        "fr": ("ce texte est déjà au registre, numéro {id}", _NONE["fr"], "voyez «\u202fvigie statements list\u202f»"),
    },
    "statement_future": {
        "en": ("a statement cannot have been said in the future", _NONE["en"], "correct --said-at"),
        "fr": ("une déclaration ne peut pas avoir été faite dans l’avenir", _NONE["fr"], "corrigez --said-at"),
    },
    "statement_not_found": {
        "en": ("no statement {id}", _NONE["en"], "see “vigie statements list --retired”"),
        "fr": ("pas de déclaration {id}", _NONE["fr"], "voyez «\u202fvigie statements list --retired\u202f»"),
    },
    "statement_retired": {
        "en": ("statement {id} is out of force already", _NONE["en"], "see “vigie statements list --retired”"),
        "fr": ("la déclaration {id} est déjà hors vigueur", _NONE["fr"], "voyez «\u202fvigie statements list --retired\u202f»"),
    },
    "bad_moment": {
        "en": ("“{given}” is no day and no time", _NONE["en"], "write 2026-11-12 or 2026-11-12T09:30:00Z"),
        "fr": ("«\u202f{given}\u202f» n’est ni un jour ni une heure", _NONE["fr"], "écrivez 2026-11-12 ou 2026-11-12T09:30:00Z"),
    },
}  # fmt: skip

_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "bundled": ("comes with Vigie", "fournie avec Vigie"),
    "own": ("your own", "la vôtre"),
    "replaced": ("rewritten here", "réécrite ici"),
    "removed": ("removed", "retirée"),
    "retired": ("out of force", "hors vigueur"),
    "categories": ("made for", "prévue pour"),
    "rules": ("rules", "règles"),
    "uses": ("used", "utilisée"),
    "open_fields": ("to be filled", "à remplir"),
    "no_statement": ("No statement.", "Aucune déclaration."),
    "fr": ("French", "français"),
    "en": ("English", "anglais"),
}
_BECAUSE: Final[Mapping[str, tuple[str, str]]] = {
    "asked": ("{language}, as asked", "{language}, comme demandé"),
    "verdict": ("{language}, the comment’s language", "{language}, langue du commentaire"),
    "channel": ("{language}, the channel’s language", "{language}, langue du canal"),
    "workspace": ("{language}, the workspace’s language", "{language}, langue de l’espace"),
    "only": ("{language}, the only one there is", "{language}, la seule disponible"),
}


def word(code: str, language: str) -> str:
    """A short word of these commands; the code itself where there is none."""
    known = _WORDS.get(code)
    return code if known is None else known[1 if language == "fr" else 0]


def colon(language: str) -> str:
    """A colon with the space that French puts before it."""
    return "\u00a0:" if language == "fr" else ":"


def because_text(spoken: str, because: str, language: str) -> str:
    """Which language a reply is in, and why."""
    known = _BECAUSE.get(because, ("{language}", "{language}"))
    return known[1 if language == "fr" else 0].format(language=word(spoken, language))


_SHOWN: Final[Mapping[str, Mapping[str, str]]] = {
    "threaded": {
        "en": "stands under the comment; no mention is put before it",
        "fr": "se place sous le commentaire\u00a0; aucune mention n’est ajoutée devant",
    },
    "called": {
        "en": "a mention of the author is put before it",
        "fr": "une mention de l’auteur est placée devant",
    },
    "links_23": {"en": "an address counts 23 characters", "fr": "une adresse compte 23 caractères"},
    "links_whole": {
        "en": "addresses stand and count as written",
        "fr": "les adresses restent telles quelles et comptent en entier",
    },
    "links_plain": {
        "en": "nobody can press an address there",
        "fr": "là-bas, une adresse ne s’ouvre pas d’un clic",
    },
    "mentions": {"en": "a mention calls that account", "fr": "une mention prévient ce compte"},
    "breaks": {"en": "line breaks are kept", "fr": "les retours à la ligne sont gardés"},
    "by_hand": {"en": "you paste it on the site yourself", "fr": "vous la collez vous-même sur le site"},
}


def shown_text(note: str, language: str) -> str:
    """What a platform does with a reply."""
    return _SHOWN[note][language]
