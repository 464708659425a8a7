"""What X says: refusals, what actions do there, what a test of the account or a pull may point out."""

from __future__ import annotations

from typing import Final

from ui.i18n.mark import QT_TRANSLATE_NOOP

_WAITS: Final = QT_TRANSLATE_NOOP("Messages", "Your action waits here and leaves later.")
_NOT_SENT: Final = QT_TRANSLATE_NOOP("Messages", "Your action was not carried out.")
_UNCHANGED: Final = QT_TRANSLATE_NOOP("Messages", "Nothing was changed.")
_BY_HAND: Final = QT_TRANSLATE_NOOP("Messages", "Open the post on X and do it there.")

X_ERRORS: Final[dict[str, tuple[str, str, str]]] = {
    "x_app_token": (
        QT_TRANSLATE_NOOP("Messages", "This token stands for an app, not for an account on X."),
        _WAITS,
        QT_TRANSLATE_NOOP("Messages", "Sign in with the brand’s account in Channels."),
    ),
    "x_bad_client": (
        QT_TRANSLATE_NOOP("Messages", "X does not know this client id, or the app is not a Native App."),
        _WAITS,
        QT_TRANSLATE_NOOP("Messages", "Compare it with the developer portal, then sign in again."),
    ),
    "x_bad_secret": (
        QT_TRANSLATE_NOOP("Messages", "This is no sign-in for X: a token, or client id and refresh token are needed."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Sign in again in Channels."),
    ),
    "x_cap": (
        QT_TRANSLATE_NOOP("Messages", "About ${spent} of ${cap} of this month are spent: nothing more is read from X."),
        QT_TRANSLATE_NOOP("Messages", "What is here stays, and your own actions still leave."),
        QT_TRANSLATE_NOOP("Messages", "Raise the amount of the channel, or wait for the next month."),
    ),
    "x_client_forbidden": (
        QT_TRANSLATE_NOOP("Messages", "X does not let this developer app do that."),
        _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Look at the app’s project and access in the developer portal."),
    ),
    "x_delete_own_only": (
        QT_TRANSLATE_NOOP("Messages", "On X, only our own posts can be deleted."), _NOT_SENT, _BY_HAND,
    ),
    "x_hide_own_threads": (
        QT_TRANSLATE_NOOP("Messages", "On X, hiding works in conversations that we began."), _NOT_SENT, _BY_HAND,
    ),
    "x_reply_refused": (
        QT_TRANSLATE_NOOP("Messages", "X lets programs answer only whoever called or quoted us."),
        _NOT_SENT,
        _BY_HAND,
    ),
    "x_usage_capped": (
        QT_TRANSLATE_NOOP("Messages", "The developer account’s credit with X is used up."),
        _WAITS,
        QT_TRANSLATE_NOOP("Messages", "Add credit in the developer portal; it goes on by itself."),
    ),
}  # fmt: skip

X_EFFECTS: Final[dict[str, str]] = {
    "effect.x_reply": QT_TRANSLATE_NOOP(
        "Messages", "A public reply on X; undo deletes it. X charges for it, and more for one with a link."
    ),
    "effect.x_reply_link": QT_TRANSLATE_NOOP(
        "Messages",
        "X lets programs answer only whoever called or quoted us: open the post and answer there.",
    ),
    "effect.x_hide": QT_TRANSLATE_NOOP(
        "Messages",
        "On X, the reply moves behind “hidden replies”. Anyone can look there. This can be undone.",
    ),
    "effect.x_unhide": QT_TRANSLATE_NOOP("Messages", "On X, the reply stands in the conversation again."),
    "effect.x_delete": QT_TRANSLATE_NOOP("Messages", "On X, our own post is deleted for good."),
    "effect.x_report": QT_TRANSLATE_NOOP(
        "Messages", "X takes reports on its page only: open the post, then the menu beside it."
    ),
    "effect.x_block": QT_TRANSLATE_NOOP(
        "Messages", "X lets programs block nobody: open the post, then the menu beside it."
    ),
    "effect.x_mute": QT_TRANSLATE_NOOP("Messages", "On X, a mute is private and can be undone."),
    "effect.x_unmute": QT_TRANSLATE_NOOP("Messages", "On X, the mute is lifted."),
    "effect.x_like": QT_TRANSLATE_NOOP("Messages", "X lets programs like nothing: open the post."),
    "why.x_delete_own_only": QT_TRANSLATE_NOOP("Messages", "On X, only our own posts can be deleted."),
    "why.x_hide_own_threads": QT_TRANSLATE_NOOP(
        "Messages", "On X, hiding works in conversations that we began."
    ),
    "x_profile_away": QT_TRANSLATE_NOOP(
        "Messages", "X does not say whose sign-in this is: some comments may stand as mentions."
    ),
    "x_posts_away": QT_TRANSLATE_NOOP(
        "Messages", "Some posts that comments stand under could not be read; their titles are missing."
    ),
    "x_partial": QT_TRANSLATE_NOOP("Messages", "X held parts of its answer back; their number: {count}."),
    "x_mentions_limit": QT_TRANSLATE_NOOP(
        "Messages", "X gives the newest 800 mentions alone: {count} came, older ones are missing."
    ),
    "x_retweets": QT_TRANSLATE_NOOP(
        "Messages", "Posts that only repeat others are left out; their number: {count}."
    ),
    "x_watch_refused": QT_TRANSLATE_NOOP(
        "Messages", "X did not answer the search for {watch}; it is asked again with the next pull."
    ),
}

X_NOTES: Final[dict[str, str]] = {
    "effect.x_reply": QT_TRANSLATE_NOOP(
        "Channels", "to whoever called or quoted us, else on the page; undo deletes it"
    ),
    "effect.x_hide": QT_TRANSLATE_NOOP("Channels", "behind “hidden replies”, in conversations that we began"),
    "effect.x_unhide": QT_TRANSLATE_NOOP("Channels", "back into the conversation"),
    "effect.x_delete": QT_TRANSLATE_NOOP("Channels", "our own posts and replies, for good"),
    "effect.x_report": QT_TRANSLATE_NOOP("Channels", "with the menu beside the post"),
    "effect.x_block": QT_TRANSLATE_NOOP("Channels", "with the menu beside the post"),
    "effect.x_mute": QT_TRANSLATE_NOOP("Channels", "only we no longer see them; nobody is told"),
    "effect.x_unmute": QT_TRANSLATE_NOOP("Channels", "we see them again"),
    "effect.x_like": QT_TRANSLATE_NOOP("Channels", "X lets programs like nothing"),
}
"""What an action means on its platform, by the note of its capability."""

X_WARNINGS: Final[dict[str, str]] = {
    "x_profile_away": QT_TRANSLATE_NOOP(
        "Channels", "X does not say whose sign-in this is: some comments may stand as mentions."
    ),
    "x_protected": QT_TRANSLATE_NOOP(
        "Channels", "This account’s posts are protected: what is said there is not public."
    ),
    "x_short_token": QT_TRANSLATE_NOOP(
        "Channels",
        "This token ends within two hours and cannot be renewed. Sign in through the browser to stay connected.",
    ),
}
"""What the test of an account may point out."""
