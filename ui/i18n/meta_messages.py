"""What Facebook, Instagram and Threads say: refusals, what actions do there, what a test of the account or a pull shows."""

from __future__ import annotations

from typing import Final

from ui.i18n.mark import QT_TRANSLATE_NOOP

_WAITS: Final = QT_TRANSLATE_NOOP("Messages", "Your action waits here and leaves later.")
_NOT_SENT: Final = QT_TRANSLATE_NOOP("Messages", "Your action was not carried out.")
_UNCHANGED: Final = QT_TRANSLATE_NOOP("Messages", "Nothing was changed.")
_ON_SITE: Final = QT_TRANSLATE_NOOP("Messages", "Look at it on the site.")
_NEW_TOKEN: Final = QT_TRANSLATE_NOOP("Messages", "Make a new token there, then give it in Channels.")

META_ERRORS: Final[dict[str, tuple[str, str, str]]] = {
    "meta_app_removed": (
        QT_TRANSLATE_NOOP("Messages", "The app that the token belongs to was removed from the account."),
        _WAITS,
        _NEW_TOKEN,
    ),
    "meta_checkpoint": (
        QT_TRANSLATE_NOOP("Messages", "The platform wants the account’s owner to confirm something first."),
        _WAITS,
        QT_TRANSLATE_NOOP("Messages", "Sign in on the site and follow what it asks, then pull again."),
    ),
    "meta_password_changed": (
        QT_TRANSLATE_NOOP("Messages", "The password of the account was changed: its tokens ended with it."),
        _WAITS,
        _NEW_TOKEN,
    ),
    "meta_blocked": (
        QT_TRANSLATE_NOOP("Messages", "The platform has blocked this kind of action for our account for a while."),
        _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Wait, and do less of it at once; the site says until when."),
    ),
    "meta_refused": (
        QT_TRANSLATE_NOOP("Messages", "The platform answered that it did not do it."), _NOT_SENT, _ON_SITE,
    ),
    "meta_author_unknown": (
        QT_TRANSLATE_NOOP("Messages", "The platform does not tell us who wrote this, so nobody can be blocked."),
        _NOT_SENT,
        _ON_SITE,
    ),
    "meta_page_unknown": (
        QT_TRANSLATE_NOOP("Messages", "This token reaches no account of that name."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Check the name, or make a token that includes it."),
    ),
    "meta_page_which": (
        QT_TRANSLATE_NOOP("Messages", "This token reaches several accounts."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Give the name or number of the one you mean."),
    ),
    "instagram_reply_hidden": (
        QT_TRANSLATE_NOOP("Messages", "A hidden comment takes no replies on Instagram."),
        _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Show it again first, then answer."),
    ),
    "threads_not_ready": (
        QT_TRANSLATE_NOOP("Messages", "Threads has taken the words but did not publish them."), _NOT_SENT, _ON_SITE,
    ),
    "threads_reply_failed": (
        QT_TRANSLATE_NOOP("Messages", "Threads refused to publish the reply."), _NOT_SENT, _ON_SITE,
    ),
    "threads_delete_own": (
        QT_TRANSLATE_NOOP("Messages", "Threads lets nobody delete what others wrote."), _NOT_SENT, _ON_SITE,
    ),
}  # fmt: skip

META_EFFECTS: Final[dict[str, str]] = {
    "effect.facebook_reply": QT_TRANSLATE_NOOP(
        "Messages", "A public reply of the Page on Facebook; undo deletes it."
    ),
    "effect.facebook_unhide": QT_TRANSLATE_NOOP("Messages", "On Facebook, everybody sees the comment again."),
    "effect.facebook_delete": QT_TRANSLATE_NOOP(
        "Messages", "On Facebook, the comment and its replies are gone for good."
    ),
    "effect.facebook_report": QT_TRANSLATE_NOOP(
        "Messages", "Facebook takes reports on its page only: open the comment, then its menu."
    ),
    "effect.facebook_block": QT_TRANSLATE_NOOP(
        "Messages", "On Facebook, this person is blocked from the Page; this can be undone."
    ),
    "effect.facebook_unblock": QT_TRANSLATE_NOOP("Messages", "On Facebook, the block is lifted."),
    "effect.facebook_mute": QT_TRANSLATE_NOOP("Messages", "Facebook Pages have no mute. Hide or block."),
    "effect.facebook_like": QT_TRANSLATE_NOOP(
        "Messages", "On Facebook, a like of the Page is public and can be taken back."
    ),
    "effect.facebook_unlike": QT_TRANSLATE_NOOP("Messages", "On Facebook, the Page’s like is taken back."),
    "why.facebook_cannot_hide": QT_TRANSLATE_NOOP(
        "Messages", "Facebook does not let the Page hide this comment."
    ),
    "why.facebook_cannot_delete": QT_TRANSLATE_NOOP(
        "Messages", "Facebook does not let the Page delete this comment."
    ),
    "why.facebook_cannot_reply": QT_TRANSLATE_NOOP("Messages", "Facebook takes no replies to this comment."),
    "why.facebook_cannot_like": QT_TRANSLATE_NOOP(
        "Messages", "Facebook does not let the Page like this comment."
    ),
    "why.meta_author_unknown": QT_TRANSLATE_NOOP(
        "Messages", "The platform does not tell who wrote this: block on the site."
    ),
    "effect.instagram_reply": QT_TRANSLATE_NOOP(
        "Messages", "A public reply on Instagram, under the first comment of the thread; undo deletes it."
    ),
    "effect.instagram_hide": QT_TRANSLATE_NOOP(
        "Messages",
        "On Instagram, only the author still sees the comment, and its replies go with it. This can be undone.",
    ),
    "effect.instagram_unhide": QT_TRANSLATE_NOOP(
        "Messages", "On Instagram, everybody sees the comment again."
    ),
    "effect.instagram_delete": QT_TRANSLATE_NOOP(
        "Messages", "On Instagram, the comment and its replies are gone for good."
    ),
    "effect.instagram_report": QT_TRANSLATE_NOOP(
        "Messages", "Instagram takes reports in its app only: open the comment, then its menu."
    ),
    "effect.instagram_block": QT_TRANSLATE_NOOP(
        "Messages", "Instagram lets no program block: restrict or block on the author’s profile."
    ),
    "effect.instagram_unblock": QT_TRANSLATE_NOOP(
        "Messages", "Instagram lets no program unblock: do it on the author’s profile."
    ),
    "effect.instagram_mute": QT_TRANSLATE_NOOP(
        "Messages", "Instagram has no mute for comments. Hide, or restrict on the site."
    ),
    "effect.instagram_like": QT_TRANSLATE_NOOP(
        "Messages",
        "On Instagram, our like is public and can be taken back. It needs the sign-in by Facebook.",
    ),
    "effect.instagram_unlike": QT_TRANSLATE_NOOP("Messages", "On Instagram, our like is taken back."),
    "why.instagram_like_login": QT_TRANSLATE_NOOP(
        "Messages", "Likes need a channel that is connected through a Facebook Page."
    ),
    "effect.threads_reply": QT_TRANSLATE_NOOP(
        "Messages", "A public reply on Threads; undo deletes it (100 deletions a day)."
    ),
    "effect.threads_hide": QT_TRANSLATE_NOOP(
        "Messages", "On Threads, the reply and all below it are hidden. This can be undone."
    ),
    "effect.threads_unhide": QT_TRANSLATE_NOOP(
        "Messages", "On Threads, the reply and all below it are shown again."
    ),
    "effect.threads_delete": QT_TRANSLATE_NOOP(
        "Messages", "On Threads, only our own posts can be deleted, for good."
    ),
    "effect.threads_by_hand": QT_TRANSLATE_NOOP(
        "Messages", "Threads lets no program do this: open the post and its menu."
    ),
    "why.threads_hide_top": QT_TRANSLATE_NOOP(
        "Messages", "Threads hides only direct replies to our posts; what stands below goes with them."
    ),
    "why.threads_delete_own": QT_TRANSLATE_NOOP("Messages", "On Threads, only our own posts can be deleted."),
    "meta_authors_missing": QT_TRANSLATE_NOOP(
        "Messages", "Authors are missing ({count}): the token is not the Page’s own, or lacks a permission."
    ),
    "meta_post_unread": QT_TRANSLATE_NOOP(
        "Messages", "The comments of post {post} could not be read; it is tried again."
    ),
    "meta_list_unread": QT_TRANSLATE_NOOP(
        "Messages", "The list “{list}” cannot be read with this token: what stands there does not come in."
    ),
    "meta_walk_cut": QT_TRANSLATE_NOOP(
        "Messages", "Post {post} has more comments than are read at once; the older ones are missing."
    ),
    "meta_account_unread": QT_TRANSLATE_NOOP(
        "Messages", "The platform does not say whose token this is; what was typed is used."
    ),
    "meta_page_token_missing": QT_TRANSLATE_NOOP(
        "Messages", "The platform gives no token of the Page’s own: authors may be missing."
    ),
}

META_NOTES: Final[dict[str, str]] = {
    "effect.facebook_reply": QT_TRANSLATE_NOOP("Channels", "in the Page’s name; undo deletes it"),
    "effect.facebook_hide": QT_TRANSLATE_NOOP("Channels", "the author and friends still see it"),
    "effect.facebook_unhide": QT_TRANSLATE_NOOP("Channels", "everybody sees it again"),
    "effect.facebook_delete": QT_TRANSLATE_NOOP("Channels", "with its replies, for good"),
    "effect.facebook_report": QT_TRANSLATE_NOOP("Channels", "in the menu beside the comment"),
    "effect.facebook_block": QT_TRANSLATE_NOOP("Channels", "blocked from the Page"),
    "effect.facebook_unblock": QT_TRANSLATE_NOOP("Channels", "removes the block"),
    "effect.facebook_mute": QT_TRANSLATE_NOOP("Channels", "Pages have no mute"),
    "effect.facebook_like": QT_TRANSLATE_NOOP("Channels", "public, in the Page’s name"),
    "effect.facebook_unlike": QT_TRANSLATE_NOOP("Channels", "takes the Page’s like away"),
    "effect.instagram_reply": QT_TRANSLATE_NOOP(
        "Channels", "under the first comment of the thread; undo deletes it"
    ),
    "effect.instagram_hide": QT_TRANSLATE_NOOP("Channels", "with its replies; the author still sees it"),
    "effect.instagram_unhide": QT_TRANSLATE_NOOP("Channels", "everybody sees it again"),
    "effect.instagram_delete": QT_TRANSLATE_NOOP("Channels", "with its replies, for good"),
    "effect.instagram_report": QT_TRANSLATE_NOOP("Channels", "in the app, in the comment’s menu"),
    "effect.instagram_block": QT_TRANSLATE_NOOP("Channels", "restrict or block on the author’s profile"),
    "effect.instagram_unblock": QT_TRANSLATE_NOOP("Channels", "on the author’s profile"),
    "effect.instagram_mute": QT_TRANSLATE_NOOP("Channels", "no mute for comments"),
    "effect.instagram_like": QT_TRANSLATE_NOOP("Channels", "public; with the sign-in by Facebook only"),
    "effect.instagram_unlike": QT_TRANSLATE_NOOP("Channels", "with the sign-in by Facebook only"),
    "effect.threads_reply": QT_TRANSLATE_NOOP("Channels", "1,000 a day; undo deletes it"),
    "effect.threads_hide": QT_TRANSLATE_NOOP("Channels", "direct replies to our posts, with all below"),
    "effect.threads_unhide": QT_TRANSLATE_NOOP("Channels", "with all below it"),
    "effect.threads_delete": QT_TRANSLATE_NOOP("Channels", "our own only, for good; 100 a day"),
    "effect.threads_by_hand": QT_TRANSLATE_NOOP("Channels", "in the menu beside the post"),
}
"""What an action means on its platform, by the note of its capability."""

META_WARNINGS: Final[dict[str, str]] = {
    "meta_account_unread": QT_TRANSLATE_NOOP(
        "Channels", "The platform does not say whose token this is; what was typed is used."
    ),
    "meta_permissions_unknown": QT_TRANSLATE_NOOP(
        "Channels",
        "The platform does not say what this token may do: an action may be refused when it is carried out.",
    ),
    "meta_page_token_missing": QT_TRANSLATE_NOOP(
        "Channels",
        "The platform gives no token of the Page’s own: authors may be missing, and actions may fail.",
    ),
    "facebook_reading_scope": QT_TRANSLATE_NOOP(
        "Channels",
        "The token lacks pages_read_engagement or pages_read_user_content: comments or their authors will be missing.",
    ),
    "instagram_reading_scope": QT_TRANSLATE_NOOP(
        "Channels",
        "The token lacks a permission for reading comments: they, or their authors, will be missing.",
    ),
    "threads_reading_scope": QT_TRANSLATE_NOOP(
        "Channels", "The token lacks threads_read_replies: replies will be missing."
    ),
}
"""What the test of an account may point out."""
