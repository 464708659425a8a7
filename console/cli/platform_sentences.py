"""What platforms refuse, as sentences in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

PLATFORM_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "account_gone": {
        "en": ("this account is no longer there", "the action was not carried out", "undo the decision"),
        "fr": ("ce compte n’existe plus", "l’action n’a pas été faite", "annulez la décision"),
    },
    "sign_in_refused": {
        "en": ("the sign-in was not granted ({reason})", "nothing was stored", "start it again and allow it on the platform’s page"),
        "fr": ("la connexion n’a pas été accordée ({reason})", "rien n’a été gardé", "recommencez et autorisez-la sur la page de la plateforme"),
    },
    "sign_in_timeout": {
        "en": ("nobody came back from the platform’s page", "nothing was stored", "start the sign-in again"),
        "fr": ("personne n’est revenu de la page de la plateforme", "rien n’a été gardé", "recommencez la connexion"),
    },
    "answer_too_large": {
        "en": ("the platform’s answer is larger than it may be", "nothing is lost", "it is tried again"),
        "fr": ("la réponse de la plateforme est trop volumineuse", "rien n’est perdu", "un nouvel essai suivra"),
    },
    "auth_missing_scope": {
        "en": ("this sign-in does not allow that", "what is queued stays queued", "add the channel again with a secret that may do it"),
        "fr": ("cette connexion ne le permet pas", "ce qui est en file y reste", "ajoutez le canal à nouveau avec un secret qui en a le droit"),
    },
    "bad_cursor": {
        "en": ("the platform no longer knows where the last pull ended", "nothing is lost", "the next pull starts from the newest"),
        "fr": ("la plateforme ne sait plus où s’est arrêté le dernier relevé", "rien n’est perdu", "le prochain relevé repart du plus récent"),
    },
    "bad_pds": {
        "en": ("{server} names no server for this account", "nothing was stored", "check the handle and the server"),
        "fr": ("{server} n’indique pas de serveur pour ce compte", "rien n’a été gardé", "vérifiez l’identifiant et le serveur"),
    },
    "bad_request": {
        "en": ("the request could not be put into words for {host}", "the action was not carried out", "undo the decision, or do it on the site"),
        "fr": ("la demande n’a pas pu être formulée pour {host}", "l’action n’a pas été faite", "annulez la décision, ou faites-le sur le site"),
    },
    "bad_session": {
        "en": ("{server} gave a sign-in that cannot be used", "nothing was stored", "check the server, then try again"),
        "fr": ("{server} a donné une connexion inutilisable", "rien n’a été gardé", "vérifiez le serveur, puis recommencez"),
    },
    "bad_target": {
        "en": ("this comment’s address is none of this platform’s", "the action was not carried out", "look at it on the site"),
        "fr": ("l’adresse de ce commentaire n’est pas de cette plateforme", "l’action n’a pas été faite", "allez voir sur le site"),
    },
    "bluesky_blocked": {
        "en": ("this account and yours block each other", "the action was not carried out", "lift the block on the site first"),
        "fr": ("ce compte et le vôtre sont bloqués l’un pour l’autre", "l’action n’a pas été faite", "levez d’abord le blocage sur le site"),
    },
    "bluesky_blocked_by_list": {
        "en": ("this account is blocked by a list, not by a block of yours", "the action was not carried out", "change the list on the site"),
        "fr": ("ce compte est bloqué par une liste, pas par vous", "l’action n’a pas été faite", "modifiez la liste sur le site"),
    },
    "bluesky_delete_own_only": {
        "en": ("Bluesky lets nobody delete what others wrote", "the action was not carried out", "hide or report it"),
        "fr": ("Bluesky ne laisse personne supprimer ce que d’autres ont écrit", "l’action n’a pas été faite", "masquez-le ou signalez-le"),
    },
    "bluesky_hidden_limit": {
        "en": ("Bluesky keeps {limit} hidden answers for one post, and all are taken", "the action was not carried out", "report it, or show others again"),
        "fr": ("Bluesky garde {limit} réponses masquées par publication, toutes sont prises", "l’action n’a pas été faite", "signalez-le, ou réaffichez-en d’autres"),
    },
    "bluesky_hide_own_threads": {
        "en": ("Bluesky hides answers only under your own posts", "the action was not carried out", "report it, or mute the account"),
        "fr": ("Bluesky ne masque que sous vos propres publications", "l’action n’a pas été faite", "signalez-le, ou mettez le compte en sourdine"),
    },
    "bluesky_key_taken": {
        "en": ("another record has this action’s place already", "the action was not carried out", "look at it on the site"),
        "fr": ("une autre donnée occupe déjà la place de cette action", "l’action n’a pas été faite", "allez voir sur le site"),
    },
    "bluesky_swap": {
        "en": ("others changed the same record {tries} times meanwhile", "the action stays queued", "it is tried again"),
        "fr": ("d’autres ont modifié la même donnée {tries} fois entre-temps", "l’action reste en file", "un nouvel essai suivra"),
    },
    "by_hand": {
        "en": ("this platform lets no program do that", "the action was not carried out", "do it on the site, then: vigie outbox confirm"),
        "fr": ("cette plateforme ne laisse aucun programme le faire", "l’action n’a pas été faite", "faites-le sur le site, puis\u00a0: vigie outbox confirm"),
    },
    "duplicate": {
        "en": ("the platform has this already", "nothing was sent twice", "look at it on the site"),
        "fr": ("la plateforme l’a déjà", "rien n’est parti deux fois", "allez voir sur le site"),
    },
    "empty_text": {
        "en": ("an empty text cannot be sent", "nothing was sent", "write something"),
        "fr": ("un texte vide ne peut pas partir", "rien n’est parti", "écrivez quelque chose"),
    },
    "forbidden": {
        "en": ("the platform does not allow this", "the action was not carried out", "look at it on the site"),
        "fr": ("la plateforme ne le permet pas", "l’action n’a pas été faite", "allez voir sur le site"),
    },
    "gone": {
        "en": ("this is no longer on the platform", "the action was not carried out", "keep the comment to close it"),
        "fr": ("cela n’est plus sur la plateforme", "l’action n’a pas été faite", "conservez le commentaire pour le clore"),
    },
    "invalid": {
        "en": ("the platform did not understand the request", "the action was not carried out", "do it on the site, or undo the decision"),
        "fr": ("la plateforme n’a pas compris la demande", "l’action n’a pas été faite", "faites-le sur le site, ou annulez la décision"),
    },
    "practice_content": {
        "en": ("line {line} of {file} of the practice network cannot be read", "your workspace is untouched", "install Vigie again"),
        "fr": ("la ligne {line} de {file} du réseau d’entraînement est illisible", "votre espace est intact", "réinstallez Vigie"),
    },
    "practice_port": {
        "en": ("the practice network found no free port ({why})", "your workspace is untouched", "close other programs and try again"),
        "fr": ("le réseau d’entraînement n’a pas trouvé de port libre ({why})", "votre espace est intact", "fermez d’autres programmes et recommencez"),
    },
    "practice_stopped": {
        "en": ("the practice network has stopped", "nothing is lost", "open the workspace again"),
        "fr": ("le réseau d’entraînement est arrêté", "rien n’est perdu", "rouvrez l’espace de travail"),
    },
    "quota_exhausted": {
        "en": ("today’s share of requests is used up", "what is queued stays queued", "it goes on by itself"),
        "fr": ("la part de requêtes du jour est épuisée", "ce qui est en file y reste", "la suite vient d’elle-même"),
    },
    "picture_too_large": {
        "en": ("the picture is larger than {limit} bytes", "it was not loaded", "look at it on the site"),
        "fr": ("l’image dépasse {limit} octets", "elle n’a pas été chargée", "regardez-la sur le site"),
    },
    "picture_not_one": {
        "en": ("what came from {host} is no picture", "it was not opened", "look at it on the site"),
        "fr": ("ce qui est venu de {host} n’est pas une image", "rien n’a été ouvert", "regardez-la sur le site"),
    },
    "picture_elsewhere": {
        "en": ("the picture lies at an address that is not asked", "it was not loaded", "look at it on the site"),
        "fr": ("l’image est à une adresse qui n’est pas consultée", "elle n’a pas été chargée", "regardez-la sur le site"),
    },
    "redirected": {
        "en": ("{host} sends requests elsewhere", "the action was not carried out", "check the server’s address"),
        "fr": ("{host} renvoie les demandes ailleurs", "l’action n’a pas été faite", "vérifiez l’adresse du serveur"),
    },
    "text_too_long": {
        "en": ("the text is longer than the platform takes", "nothing was sent", "shorten it"),
        "fr": ("le texte est plus long que la plateforme ne l’accepte", "rien n’est parti", "raccourcissez-le"),
    },
    "too_long": {
        "en": ("the text is too long ({used} of {limit}, {unit})", "nothing was sent", "shorten it"),
        "fr": ("le texte est trop long ({used} sur {limit}, {unit})", "rien n’est parti", "raccourcissez-le"),
    },
    "unknown_outcome": {
        "en": ("it is not known whether it arrived", "nothing is sent twice", "it is read back: vigie outbox list"),
        "fr": ("on ne sait pas si c’est arrivé", "rien ne part deux fois", "c’est vérifié\u00a0: vigie outbox list"),
    },
    "unsupported": {
        "en": ("this platform has no action “{action}”", "the action was not carried out", "see what it can do: vigie queue show"),
        "fr": ("cette plateforme n’a pas d’action «\u202f{action}\u202f»", "l’action n’a pas été faite", "voyez ce qu’elle sait faire\u00a0: vigie queue show"),
    },
}  # fmt: skip
