"""What X refuses, as sentences in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

X_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "x_app_token": {
        "en": ("this token stands for an app, not for an account on X", "what is queued stays queued", "sign in with the brand’s account: --sign-in"),
        "fr": ("ce jeton représente une application, pas un compte sur X", "ce qui est en file y reste", "connectez le compte de la marque\u00a0: --sign-in"),
    },
    "x_bad_client": {
        "en": ("X does not know this client id, or the app is not a Native App", "what is queued stays queued", "compare it with the developer portal, then sign in again"),
        "fr": ("X ne connaît pas cet identifiant client, ou l’application n’est pas une Native App", "ce qui est en file y reste", "comparez-le avec le portail des développeurs, puis reconnectez-vous"),
    },
    "x_bad_secret": {
        "en": ("this is no sign-in for X", "nothing was changed", "give an access token, JSON with client_id and refresh_token, or use --sign-in"),
        "fr": ("ce n’est pas une connexion pour X", "rien n’a été modifié", "donnez un jeton d’accès, un JSON avec client_id et refresh_token, ou utilisez --sign-in"),
    },
    "x_cap": {
        "en": ("about ${spent} of ${cap} of this month are spent, so nothing more is read from X", "what is here stays, and your own actions still leave", "raise it: vigie channel set NAME --option monthly_cap=20"),
        "fr": ("environ {spent}\u00a0$ sur {cap}\u00a0$ de ce mois sont dépensés, plus rien n’est lu sur X", "ce qui est là reste, et vos actions partent encore", "augmentez-le\u00a0: vigie channel set NOM --option monthly_cap=20"),
    },
    "x_client_forbidden": {
        "en": ("X does not let this developer app do that", "the action was not carried out", "look at the app’s project and access in the developer portal"),
        "fr": ("X ne laisse pas cette application le faire", "l’action n’a pas été faite", "regardez le projet et les accès de l’application dans le portail des développeurs"),
    },
    "x_delete_own_only": {
        "en": ("on X, only our own posts can be deleted", "the action was not carried out", "hide it, or do it on the site"),
        "fr": ("sur X, seules nos propres publications peuvent être supprimées", "l’action n’a pas été faite", "masquez-la, ou faites-le sur le site"),
    },
    "x_hide_own_threads": {
        "en": ("on X, hiding works in conversations that we began", "the action was not carried out", "mute the account, or report it on the site"),
        "fr": ("sur X, on ne masque que dans les conversations que nous avons ouvertes", "l’action n’a pas été faite", "mettez le compte en sourdine, ou signalez-le sur le site"),
    },
    "x_reply_refused": {
        "en": ("X lets programs answer only whoever called or quoted us", "nothing was sent", "answer on the site, or undo the decision"),
        "fr": ("X ne laisse les programmes répondre qu’à qui nous a mentionnés ou cités", "rien n’est parti", "répondez sur le site, ou annulez la décision"),
    },
    "x_usage_capped": {
        "en": ("the developer account’s credit with X is used up", "what is queued stays queued", "add credit in the developer portal; it goes on by itself"),
        "fr": ("le crédit du compte développeur chez X est épuisé", "ce qui est en file y reste", "ajoutez du crédit dans le portail des développeurs\u00a0; la suite vient d’elle-même"),
    },
}  # fmt: skip
