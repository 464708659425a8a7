"""What Mastodon refuses, as sentences in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

MASTODON_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "mastodon_refused": {
        "en": ("the instance does not take this as it is", "the action was not carried out", "shorten or change the text, or do it on the site"),
        "fr": ("l’instance ne l’accepte pas tel quel", "l’action n’a pas été faite", "raccourcissez ou modifiez le texte, ou faites-le sur le site"),
    },
    "mastodon_cannot_read": {
        "en": ("the token may not read the account, notifications and posts", "nothing was added", "make one with the permissions read, write and follow"),
        "fr": ("le jeton ne permet pas de lire le compte, les notifications et les messages", "rien n’a été ajouté", "créez-en un avec les autorisations read, write et follow"),
    },
    "mastodon_staff_off": {
        "en": ("this was decided for everybody on the instance, and the channel no longer acts as its staff", "the action was not carried out", "decide again: it then acts for your account alone"),
        "fr": ("ceci valait pour toute l’instance, et le canal n’agit plus au titre de sa modération", "l’action n’a pas été faite", "décidez à nouveau\u00a0: cela ne vaudra que pour votre compte"),
    },
    "mastodon_staff_refused": {
        "en": ("the instance does not let your role or your token do this to this account", "the action was not carried out", "ask whoever runs the instance, or switch it off: vigie channel set NAME --option staff="),
        "fr": ("l’instance ne permet pas ceci à votre rôle ou à votre jeton pour ce compte", "l’action n’a pas été faite", "demandez à qui gère l’instance, ou désactivez-le\u00a0: vigie channel set NOM --option staff="),
    },
    "mastodon_delete_own_only": {
        "en": ("on Mastodon only our own posts can be deleted", "the action was not carried out", "report it to the moderators of the instance instead"),
        "fr": ("sur Mastodon, seuls nos propres messages peuvent être supprimés", "l’action n’a pas été faite", "signalez-le plutôt à la modération de l’instance"),
    },
    "not_mastodon": {
        "en": ("no Mastodon answers at {server}", "nothing was changed", "give the address at which you sign in with the browser"),
        "fr": ("aucun Mastodon ne répond à {server}", "rien n’a été modifié", "indiquez l’adresse à laquelle vous vous connectez dans le navigateur"),
    },
}  # fmt: skip

REMARKS: Final[Mapping[str, Mapping[str, str]]] = {
    "mastodon_other_account": {
        "en": "This is not the account you named. The browser may be signed in as somebody else: sign out there first.",
        "fr": "Ce n’est pas le compte que vous avez nommé. Le navigateur est peut-être connecté à un autre\u00a0: déconnectez-le d’abord.",
    },
    "mastodon_staff_token": {
        "en": "This token may also moderate the instance. That is used only with --option staff=1.",
        "fr": "Ce jeton permet aussi de modérer l’instance. Cela ne sert qu’avec --option staff=1.",
    },
    "mastodon_scopes_unknown": {
        "en": "The instance does not say what this token may do: an action may still be refused.",
        "fr": "L’instance ne dit pas ce que ce jeton permet\u00a0: une action peut encore être refusée.",
    },
    "mastodon_cannot_read": {
        "en": "This token may not read accounts, notifications and posts: nothing can be pulled. Make one that may.",
        "fr": "Ce jeton ne permet pas de lire les comptes, notifications et messages\u00a0: rien ne peut arriver. Créez-en un qui le permette.",
    },
}  # fmt: skip
"""What the test of an account may point out."""
