"""What Facebook, Instagram and Threads refuse, as sentences in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

META_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "instagram_reply_hidden": {
        "en": ("a hidden comment takes no replies on Instagram", "nothing was sent", "show it again first, then answer"),
        "fr": ("un commentaire masqué ne reçoit pas de réponse sur Instagram", "rien n’est parti", "réaffichez-le d’abord, puis répondez"),
    },
    "meta_app_removed": {
        "en": ("the app that the token belongs to was removed from the account", "what is queued stays queued", "make a new token and add the channel again"),
        "fr": ("l’application du jeton a été retirée du compte", "ce qui est en file y reste", "créez un nouveau jeton et ajoutez le canal à nouveau"),
    },
    "meta_author_unknown": {
        "en": ("the platform does not tell who wrote this", "the action was not carried out", "do it on the site"),
        "fr": ("la plateforme ne dit pas qui l’a écrit", "l’action n’a pas été faite", "faites-le sur le site"),
    },
    "meta_blocked": {
        "en": ("the platform has blocked this kind of action for a while", "the action was not carried out", "wait, and do less of it at once"),
        "fr": ("la plateforme a bloqué ce type d’action pour un temps", "l’action n’a pas été faite", "attendez, et faites-en moins à la fois"),
    },
    "meta_checkpoint": {
        "en": ("the platform wants the account’s owner to confirm something first", "what is queued stays queued", "sign in on the site and follow what it asks"),
        "fr": ("la plateforme demande une confirmation au propriétaire du compte", "ce qui est en file y reste", "connectez-vous au site et suivez ce qu’il demande"),
    },
    "meta_page_unknown": {
        "en": ("this token reaches no account of that name", "nothing was stored", "check --handle, or make a token that includes it"),
        "fr": ("ce jeton n’atteint aucun compte de ce nom", "rien n’a été gardé", "vérifiez --handle, ou créez un jeton qui l’inclut"),
    },
    "meta_page_which": {
        "en": ("this token reaches several accounts ({pages})", "nothing was stored", "name one with --handle"),
        "fr": ("ce jeton atteint plusieurs comptes ({pages})", "rien n’a été gardé", "nommez-en un avec --handle"),
    },
    "meta_password_changed": {
        "en": ("the account’s password was changed, and its tokens ended with it", "what is queued stays queued", "make a new token and add the channel again"),
        "fr": ("le mot de passe du compte a changé, ses jetons ont pris fin", "ce qui est en file y reste", "créez un nouveau jeton et ajoutez le canal à nouveau"),
    },
    "meta_refused": {
        "en": ("the platform answered that it did not do it", "the action was not carried out", "look at it on the site"),
        "fr": ("la plateforme a répondu qu’elle ne l’avait pas fait", "l’action n’a pas été faite", "allez voir sur le site"),
    },
    "threads_delete_own": {
        "en": ("Threads lets nobody delete what others wrote", "the action was not carried out", "hide it, or report it on the site"),
        "fr": ("Threads ne laisse personne supprimer ce que d’autres ont écrit", "l’action n’a pas été faite", "masquez-le, ou signalez-le sur le site"),
    },
    "threads_not_ready": {
        "en": ("Threads has taken the words but did not publish them", "nothing is public", "look at it on the site, then decide again"),
        "fr": ("Threads a reçu le texte mais ne l’a pas publié", "rien n’est public", "allez voir sur le site, puis décidez à nouveau"),
    },
    "threads_reply_failed": {
        "en": ("Threads refused to publish the reply", "nothing is public", "look at it on the site, then decide again"),
        "fr": ("Threads a refusé de publier la réponse", "rien n’est public", "allez voir sur le site, puis décidez à nouveau"),
    },
}  # fmt: skip
