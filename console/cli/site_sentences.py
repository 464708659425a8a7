"""What a brand's own sites refuse, as sentences in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SITE_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "wordpress_not_signed_in": {
        "en": ("the site did not take the sign-in: the application password is wrong, or the host removes it on the way", "what is queued stays queued", "make a new application password on your profile page of the site"),
        "fr": ("le site n’a pas accepté la connexion\u00a0: le mot de passe d’application est faux, ou l’hébergeur le retire en chemin", "ce qui est en file y reste", "créez un nouveau mot de passe d’application dans votre profil sur le site"),
    },
    "wordpress_no_api": {
        "en": ("no comments interface of WordPress answers at this address", "nothing was changed", "check the site’s address"),
        "fr": ("aucune interface de commentaires de WordPress ne répond à cette adresse", "rien n’a été modifié", "vérifiez l’adresse du site"),
    },
    "wordpress_firewall": {
        "en": ("something in front of the site turned the request away", "the action was not carried out", "ask whoever runs the site"),
        "fr": ("quelque chose devant le site a refusé la demande", "l’action n’a pas été faite", "demandez à qui gère le site"),
    },
    "wordpress_cannot_moderate": {
        "en": ("this account may not moderate on the site ({permission})", "nothing was changed", "use an editor’s account"),
        "fr": ("ce compte ne peut pas modérer sur le site ({permission})", "rien n’a été modifié", "prenez un compte d’éditeur"),
    },
    "wordpress_closed": {
        "en": ("the article takes no more comments", "nothing was sent", "look at it on the site"),
        "fr": ("l’article n’accepte plus de commentaires", "rien n’est parti", "allez voir sur le site"),
    },
    "wordpress_trash_off": {
        "en": ("this site keeps no trash, so deleting would be final", "the comment still stands", "hide it, or delete it on the site"),
        "fr": ("ce site n’a pas de corbeille, supprimer serait définitif", "le commentaire est toujours là", "masquez-le, ou supprimez-le sur le site"),
    },
    "discourse_no_forum": {
        "en": ("no Discourse forum answers at this address", "nothing was changed", "check the forum’s address"),
        "fr": ("aucun forum Discourse ne répond à cette adresse", "rien n’a été modifié", "vérifiez l’adresse du forum"),
    },
    "discourse_refused": {
        "en": ("the forum refused it: too short, too much like a former post, or the topic is closed", "the action was not carried out", "look at it on the site"),
        "fr": ("le forum l’a refusé\u00a0: trop court, trop proche d’un message précédent, ou sujet fermé", "l’action n’a pas été faite", "allez voir sur le site"),
    },
    "discourse_conflict": {
        "en": ("another moderator is changing the same thing", "the action stays queued", "it is tried again"),
        "fr": ("un autre modérateur modifie la même chose", "l’action reste en file", "un nouvel essai suivra"),
    },
    "discourse_not_staff": {
        "en": ("the key’s user is no moderator of the forum", "the action was not carried out", "use a key of a moderator"),
        "fr": ("l’utilisateur de la clé n’est pas modérateur du forum", "l’action n’a pas été faite", "prenez une clé de modérateur"),
    },
    "discourse_not_hidden": {
        "en": ("the forum took it for a flag and did not hide the post", "the flag stands", "use a key of a moderator"),
        "fr": ("le forum l’a pris pour un signalement et n’a pas masqué le message", "le signalement reste", "prenez une clé de modérateur"),
    },
    "discourse_queued": {
        "en": ("this post waits for approval and is not published", "the action was not carried out", "let it in (unhide) or turn it away (delete)"),
        "fr": ("ce message attend une validation et n’est pas publié", "l’action n’a pas été faite", "publiez-le (unhide) ou écartez-le (delete)"),
    },
    "discourse_goes_on": {
        "en": ("the forum’s requests for this minute are used up", "nothing is lost", "the next pull goes on from here"),
        "fr": ("les requêtes du forum pour cette minute sont épuisées", "rien n’est perdu", "le prochain relevé reprend d’ici"),
    },
}  # fmt: skip
