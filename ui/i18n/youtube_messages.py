"""What YouTube says: refusals, what actions do there, what a test of the account or a pull may point out."""

from __future__ import annotations

from typing import Final

from ui.i18n.mark import QT_TRANSLATE_NOOP

_WAITS: Final = QT_TRANSLATE_NOOP("Messages", "Your action waits here and leaves later.")
_NOT_SENT: Final = QT_TRANSLATE_NOOP("Messages", "Your action was not carried out.")
_UNCHANGED: Final = QT_TRANSLATE_NOOP("Messages", "Nothing was changed.")
_ON_SITE: Final = QT_TRANSLATE_NOOP("Messages", "Look at it on the site.")
_SIGN_IN: Final = QT_TRANSLATE_NOOP("Messages", "Sign in again in Channels.")

YOUTUBE_ERRORS: Final[dict[str, tuple[str, str, str]]] = {
    "youtube_api_off": (
        QT_TRANSLATE_NOOP("Messages", "The YouTube Data API is switched off in your Google Cloud project."),
        _WAITS,
        QT_TRANSLATE_NOOP("Messages", "Switch it on in the project’s library of APIs."),
    ),
    "youtube_bad_client": (
        QT_TRANSLATE_NOOP("Messages", "Google does not know this client id, or its secret is another one."),
        _WAITS,
        QT_TRANSLATE_NOOP("Messages", "Compare both with your project’s credentials, then sign in again."),
    ),
    "youtube_bad_secret": (
        QT_TRANSLATE_NOOP("Messages", "This is no sign-in for YouTube: client id, client secret and refresh token are needed."),
        _UNCHANGED,
        _SIGN_IN,
    ),
    "youtube_comments_disabled": (
        QT_TRANSLATE_NOOP("Messages", "Comments are switched off under this video."), _NOT_SENT, _ON_SITE,
    ),
    "youtube_ineligible": (
        QT_TRANSLATE_NOOP("Messages", "This Google account has no channel that may comment."), _NOT_SENT, _SIGN_IN,
    ),
    "youtube_no_channel": (
        QT_TRANSLATE_NOOP("Messages", "This Google account has no YouTube channel."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Messages", "Sign in again and choose the brand’s channel."),
    ),
    "youtube_private_parent": (
        QT_TRANSLATE_NOOP("Messages", "The comment is not public, so nobody can answer it."),
        _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Show it again first, then answer."),
    ),
    "youtube_rejected": (
        QT_TRANSLATE_NOOP("Messages", "YouTube does not bring back what was rejected."), _NOT_SENT, "",
    ),
}  # fmt: skip

YOUTUBE_EFFECTS: Final[dict[str, str]] = {
    "effect.youtube_reply": QT_TRANSLATE_NOOP(
        "Messages", "A public reply in the thread on YouTube; undo deletes it."
    ),
    "effect.youtube_hide": QT_TRANSLATE_NOOP(
        "Messages",
        "On YouTube, the comment is held for review: only its author and you see it. This can be undone.",
    ),
    "effect.youtube_unhide": QT_TRANSLATE_NOOP("Messages", "On YouTube, the comment is published."),
    "effect.youtube_delete": QT_TRANSLATE_NOOP(
        "Messages", "On YouTube, the comment is rejected, and its replies go with it. This cannot be undone."
    ),
    "effect.youtube_delete_own": QT_TRANSLATE_NOOP(
        "Messages", "On YouTube, our own comment is deleted for good."
    ),
    "effect.youtube_report": QT_TRANSLATE_NOOP(
        "Messages", "YouTube takes reports on its page only: open the comment, then the flag."
    ),
    "effect.youtube_block": QT_TRANSLATE_NOOP(
        "Messages",
        "On YouTube, this comment is rejected for good, and whatever the author writes on the channel is rejected too. Only YouTube Studio lifts it.",
    ),
    "effect.youtube_unblock": QT_TRANSLATE_NOOP(
        "Messages", "YouTube lifts a block in Studio only: Settings, Community, Hidden users."
    ),
    "why.youtube_like": QT_TRANSLATE_NOOP("Messages", "YouTube lets no program like comments."),
    "why.youtube_mute": QT_TRANSLATE_NOOP("Messages", "YouTube has no mute."),
    "why.youtube_own_channel": QT_TRANSLATE_NOOP(
        "Messages", "On YouTube, only the owner of the channel moderates its comments."
    ),
    "why.youtube_rejected": QT_TRANSLATE_NOOP("Messages", "YouTube does not bring back what was rejected."),
    "why.youtube_reply_disabled": QT_TRANSLATE_NOOP("Messages", "This thread on YouTube takes no replies."),
    "youtube_owner_only": QT_TRANSLATE_NOOP(
        "Messages", "Comments held for review do not come in: only the owner of the channel may see them."
    ),
    "youtube_pages_missing": QT_TRANSLATE_NOOP(
        "Messages", "YouTube stopped giving comments after {pages} pages. The next pull starts from the top."
    ),
    "youtube_video_away": QT_TRANSLATE_NOOP(
        "Messages", "The video {post} gives no comments: it is gone, or they are switched off."
    ),
    "youtube_history_cut": QT_TRANSLATE_NOOP(
        "Messages", "After {pages} pages the first import stops; older comments come in little by little."
    ),
    "youtube_side_away": QT_TRANSLATE_NOOP(
        "Messages", "Titles or subscriber counts are missing for now: YouTube does not give them."
    ),
    "incomplete": QT_TRANSLATE_NOOP(
        "Messages",
        "The site counts {said} comments in a place where {got} came. Some are hidden from us, or a permission is missing.",
    ),
    "paging_loop": QT_TRANSLATE_NOOP(
        "Messages", "The site gave the same page again and again; the pull ended there."
    ),
}

YOUTUBE_NOTES: Final[dict[str, str]] = {
    "effect.youtube_reply": QT_TRANSLATE_NOOP("Channels", "in the thread; undo deletes our reply"),
    "effect.youtube_hide": QT_TRANSLATE_NOOP("Channels", "held for review, out of the public’s sight"),
    "effect.youtube_unhide": QT_TRANSLATE_NOOP("Channels", "published"),
    "effect.youtube_delete": QT_TRANSLATE_NOOP("Channels", "rejected with its replies, for good"),
    "effect.youtube_report": QT_TRANSLATE_NOOP("Channels", "with the flag beside the comment"),
    "effect.youtube_block": QT_TRANSLATE_NOOP(
        "Channels", "rejects the comment and all to come; lifted in Studio"
    ),
    "effect.youtube_unblock": QT_TRANSLATE_NOOP("Channels", "in YouTube Studio, under Hidden users"),
    "why.youtube_like": QT_TRANSLATE_NOOP("Channels", "programs cannot like comments"),
    "why.youtube_mute": QT_TRANSLATE_NOOP("Channels", "YouTube has no mute"),
}
"""What an action means on its platform, by the note of its capability."""

YOUTUBE_WARNINGS: Final[dict[str, str]] = {
    "youtube_profile_away": QT_TRANSLATE_NOOP(
        "Channels",
        "YouTube does not say whose sign-in this is: comments come in, which of them are our own is told by the channel.",
    ),
    "youtube_other_channel": QT_TRANSLATE_NOOP(
        "Channels",
        "This sign-in is for another channel: its public comments come in, but they cannot be moderated. Sign in again and choose the right one.",
    ),
}
"""What the test of an account may point out."""
