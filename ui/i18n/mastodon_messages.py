"""What Mastodon says: refusals, what actions do there, and what a pull or the test of an account may point out."""

from __future__ import annotations

from typing import Final

from ui.i18n.mark import QT_TRANSLATE_NOOP

_NOT_SENT: Final = QT_TRANSLATE_NOOP("Messages", "Your action was not carried out.")
_UNCHANGED: Final = QT_TRANSLATE_NOOP("Messages", "Nothing was changed.")

MASTODON_ERRORS: Final[dict[str, tuple[str, str, str]]] = {
    "mastodon_staff_off": (
        QT_TRANSLATE_NOOP(
            "Messages",
            "This was decided for everybody on the instance; the channel no longer acts as its staff.",
        ),
        _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Decide again: it then acts for your account alone."),
    ),
    "mastodon_staff_refused": (
        QT_TRANSLATE_NOOP(
            "Messages", "The instance does not let your role or your token do this to this account."
        ),
        _NOT_SENT,
        QT_TRANSLATE_NOOP(
            "Messages", "Ask whoever runs the instance, or let the channel act for your account alone."
        ),
    ),
    "mastodon_cannot_read": (
        QT_TRANSLATE_NOOP("Messages", "This token may not read your account, notifications and posts."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Messages",
            "On the application’s page, tick read, write and follow, save, and make the token anew there.",
        ),
    ),
    "mastodon_refused": (
        QT_TRANSLATE_NOOP("Messages", "The instance does not take this as it is."),
        _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Shorten or change the text, or do it on the site."),
    ),
    "mastodon_delete_own_only": (
        QT_TRANSLATE_NOOP("Messages", "On Mastodon, only our own posts can be deleted."),
        _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Report it to the moderators of the instance instead."),
    ),
    "not_mastodon": (
        QT_TRANSLATE_NOOP("Messages", "No Mastodon answers at this address."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Messages",
            "Give the address at which you sign in with the browser; it may differ from the one in your name.",
        ),
    ),
}

MASTODON_EFFECTS: Final[dict[str, str]] = {
    "effect.mastodon_reply": QT_TRANSLATE_NOOP(
        "Messages", "A reply on Mastodon that calls the author, as public as the comment; undo deletes it."
    ),
    "effect.mastodon_reply_private": QT_TRANSLATE_NOOP(
        "Messages",
        "This comment is not public. Neither is the reply: it reaches whom it calls. Undo deletes it.",
    ),
    "effect.mastodon_delete": QT_TRANSLATE_NOOP("Messages", "Only our own posts can be deleted on Mastodon."),
    "effect.mastodon_report": QT_TRANSLATE_NOOP(
        "Messages", "On Mastodon, a report goes to the moderators of your instance. It cannot be taken back."
    ),
    "effect.mastodon_block": QT_TRANSLATE_NOOP(
        "Messages", "On Mastodon, a block also ends following each other; undo does not bring that back."
    ),
    "effect.mastodon_unblock": QT_TRANSLATE_NOOP("Messages", "On Mastodon, the block is lifted."),
    "effect.mastodon_mute": QT_TRANSLATE_NOOP(
        "Messages",
        "On Mastodon, a mute is private: comments of this author no longer come in. It can be undone.",
    ),
    "effect.mastodon_unmute": QT_TRANSLATE_NOOP("Messages", "On Mastodon, the mute is lifted."),
    "effect.mastodon_limit": QT_TRANSLATE_NOOP(
        "Messages",
        "As staff: the account is limited for everybody on your instance and its open reports are settled; one of your instance is told by e-mail. Undo lifts the limit.",
    ),
    "effect.mastodon_unlimit": QT_TRANSLATE_NOOP(
        "Messages", "As staff: the account’s limit is lifted for everybody on your instance."
    ),
    "effect.mastodon_suspend": QT_TRANSLATE_NOOP(
        "Messages",
        "As staff: the account is suspended for everybody on your instance and its open reports are settled. Undo brings it back within 30 days, its follows not.",
    ),
    "effect.mastodon_unsuspend": QT_TRANSLATE_NOOP(
        "Messages", "As staff: the account’s suspension is lifted for everybody on your instance."
    ),
    "effect.mastodon_like": QT_TRANSLATE_NOOP(
        "Messages", "On Mastodon, a favourite is public and can be taken back."
    ),
    "effect.mastodon_unlike": QT_TRANSLATE_NOOP("Messages", "Takes our favourite back."),
    "why.mastodon_hide": QT_TRANSLATE_NOOP(
        "Messages", "Mastodon hides no replies of others: mute, block or report the author."
    ),
    "why.mastodon_delete_own_only": QT_TRANSLATE_NOOP(
        "Messages", "On Mastodon, only our own posts can be deleted."
    ),
    "mastodon_history_cut": QT_TRANSLATE_NOOP(
        "Messages", "After {pages} pages of notifications the pull stopped; what is older does not come in."
    ),
    "mastodon_thread_unread": QT_TRANSLATE_NOOP(
        "Messages", "A thread could not be read; its turn comes again with the next pulls."
    ),
    "mastodon_own_unread": QT_TRANSLATE_NOOP(
        "Messages", "The instance does not list our own posts: only what mentions us comes in."
    ),
    "mastodon_unplaced": QT_TRANSLATE_NOOP(
        "Messages", "For {count} comments the instance does not tell in which thread they stand."
    ),
    "mastodon_watch_refused": QT_TRANSLATE_NOOP("Messages", "The instance does not let us look for {watch}."),
    "mastodon_watch_cut": QT_TRANSLATE_NOOP(
        "Messages", "There is more about {watch} than can be read; the rest comes with the next pulls."
    ),
}

MASTODON_NOTES: Final[dict[str, str]] = {
    "effect.mastodon_reply": QT_TRANSLATE_NOOP(
        "Channels", "as public as the comment; undo deletes our reply"
    ),
    "effect.mastodon_delete": QT_TRANSLATE_NOOP("Channels", "our own posts and replies, for good"),
    "effect.mastodon_report": QT_TRANSLATE_NOOP("Channels", "to the moderators of your instance"),
    "effect.mastodon_block": QT_TRANSLATE_NOOP("Channels", "also ends following each other"),
    "effect.mastodon_unblock": QT_TRANSLATE_NOOP("Channels", "removes our block"),
    "effect.mastodon_mute": QT_TRANSLATE_NOOP("Channels", "only we no longer see them; nobody is told"),
    "effect.mastodon_unmute": QT_TRANSLATE_NOOP("Channels", "we see them again"),
    "effect.mastodon_limit": QT_TRANSLATE_NOOP("Channels", "as staff: limited for everybody on the instance"),
    "effect.mastodon_unlimit": QT_TRANSLATE_NOOP("Channels", "as staff: the limit is lifted for everybody"),
    "effect.mastodon_suspend": QT_TRANSLATE_NOOP(
        "Channels", "as staff: suspended for everybody; its follows do not come back"
    ),
    "effect.mastodon_unsuspend": QT_TRANSLATE_NOOP(
        "Channels", "as staff: the suspension is lifted for everybody"
    ),
    "effect.mastodon_like": QT_TRANSLATE_NOOP("Channels", "public, in our name"),
    "effect.mastodon_unlike": QT_TRANSLATE_NOOP("Channels", "takes our like away"),
    "why.mastodon_hide": QT_TRANSLATE_NOOP("Channels", "Mastodon hides no replies of others"),
}
"""What an action means on its platform, by the note of its capability."""

MASTODON_WARNINGS: Final[dict[str, str]] = {
    "mastodon_other_account": QT_TRANSLATE_NOOP(
        "Channels",
        "This is not the account you named. The browser may be signed in as somebody else: sign out there first.",
    ),
    "mastodon_scopes_unknown": QT_TRANSLATE_NOOP(
        "Channels", "The instance does not say what this token may do: an action may still be refused."
    ),
    "mastodon_cannot_read": QT_TRANSLATE_NOOP(
        "Channels",
        "This token may not read accounts, notifications and posts: nothing can be pulled. Make one that may.",
    ),
    "mastodon_staff_token": QT_TRANSLATE_NOOP(
        "Channels",
        "This token may also moderate the instance. That is used only where the channel acts as its staff.",
    ),
}
"""What the test of an account may point out."""
