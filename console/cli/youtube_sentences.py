"""What YouTube refuses, as sentences in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

YOUTUBE_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "youtube_api_off": {
        "en": ("the YouTube Data API is switched off in your Google Cloud project", "what is queued stays queued", "switch it on in the project’s library of APIs"),
        "fr": ("l’API YouTube Data est désactivée dans votre projet Google Cloud", "ce qui est en file y reste", "activez-la dans la bibliothèque d’API du projet"),
    },
    "youtube_bad_client": {
        "en": ("Google does not know this client id, or its secret is another one", "what is queued stays queued", "compare both with your project’s credentials, then sign in again"),
        "fr": ("Google ne connaît pas cet identifiant client, ou son secret est un autre", "ce qui est en file y reste", "comparez les deux avec les identifiants de votre projet, puis reconnectez-vous"),
    },
    "youtube_bad_secret": {
        "en": ("this is no sign-in for YouTube", "nothing was changed", "give JSON with client_id, client_secret and refresh_token, or use --sign-in"),
        "fr": ("ce n’est pas une connexion pour YouTube", "rien n’a été modifié", "donnez un JSON avec client_id, client_secret et refresh_token, ou utilisez --sign-in"),
    },
    "youtube_comments_disabled": {
        "en": ("comments are switched off under this video", "the action was not carried out", "look at it on the site"),
        "fr": ("les commentaires sont désactivés sous cette vidéo", "l’action n’a pas été faite", "allez voir sur le site"),
    },
    "youtube_ineligible": {
        "en": ("this Google account has no channel that may comment", "the action was not carried out", "sign in again and choose the brand’s channel"),
        "fr": ("ce compte Google n’a pas de chaîne qui puisse commenter", "l’action n’a pas été faite", "reconnectez-vous et choisissez la chaîne de la marque"),
    },
    "youtube_no_channel": {
        "en": ("this Google account has no YouTube channel", "nothing was changed", "sign in again and choose the brand’s channel"),
        "fr": ("ce compte Google n’a pas de chaîne YouTube", "rien n’a été modifié", "reconnectez-vous et choisissez la chaîne de la marque"),
    },
    "youtube_private_parent": {
        "en": ("the comment is not public, so nobody can answer it", "nothing was sent", "show it again first, then answer"),
        "fr": ("le commentaire n’est pas public, personne ne peut y répondre", "rien n’est parti", "réaffichez-le d’abord, puis répondez"),
    },
    "youtube_rejected": {
        "en": ("YouTube does not bring back what was rejected", "the action was not carried out", "undo the decision"),
        "fr": ("YouTube ne rétablit pas ce qui a été rejeté", "l’action n’a pas été faite", "annulez la décision"),
    },
}  # fmt: skip
