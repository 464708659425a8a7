"""What a brand's own sites say (WordPress, Discourse): refusals, what actions do there, and what a test of the account may show."""

from __future__ import annotations

from typing import Final

from ui.i18n.mark import QT_TRANSLATE_NOOP

_WAITS: Final = QT_TRANSLATE_NOOP("Messages", "Your action waits here and leaves later.")
_NOT_SENT: Final = QT_TRANSLATE_NOOP("Messages", "Your action was not carried out.")
_AGAIN: Final = QT_TRANSLATE_NOOP("Messages", "It is tried again by itself.")
_ON_SITE: Final = QT_TRANSLATE_NOOP("Messages", "Look at it on the site.")
_CHECK_SERVER: Final = QT_TRANSLATE_NOOP("Messages", "Check the server’s address in Channels.")
_ASK_ADMIN: Final = QT_TRANSLATE_NOOP("Messages", "Ask whoever runs the site.")

SITE_ERRORS: Final[dict[str, tuple[str, str, str]]] = {
    "wordpress_not_signed_in": (
        QT_TRANSLATE_NOOP(
            "Messages",
            "The site did not take our sign-in: the application password is wrong, or the host removes it on the way.",
        ),
        _WAITS,
        QT_TRANSLATE_NOOP("Messages", "Make a new application password on your profile page of the site."),
    ),
    "wordpress_no_api": (
        QT_TRANSLATE_NOOP("Messages", "No comments interface of WordPress answers at this address."),
        _NOT_SENT,
        _CHECK_SERVER,
    ),
    "wordpress_firewall": (
        QT_TRANSLATE_NOOP("Messages", "Something in front of the site turned us away."),
        _NOT_SENT,
        _ASK_ADMIN,
    ),
    "wordpress_cannot_moderate": (
        QT_TRANSLATE_NOOP("Messages", "This account may not moderate on the site; an editor may."),
        _NOT_SENT,
        _ASK_ADMIN,
    ),
    "wordpress_closed": (
        QT_TRANSLATE_NOOP("Messages", "The article takes no more comments."),
        _NOT_SENT,
        _ON_SITE,
    ),
    "wordpress_trash_off": (
        QT_TRANSLATE_NOOP("Messages", "This site keeps no trash: deleting would be final."),
        _NOT_SENT,
        QT_TRANSLATE_NOOP("Messages", "Hide it, or delete it on the site."),
    ),
    "discourse_no_forum": (
        QT_TRANSLATE_NOOP("Messages", "No Discourse forum answers at this address."),
        _NOT_SENT,
        _CHECK_SERVER,
    ),
    "discourse_refused": (
        QT_TRANSLATE_NOOP(
            "Messages",
            "The forum refused it: too short, too much like a former post, or the topic is closed.",
        ),
        _NOT_SENT,
        _ON_SITE,
    ),
    "discourse_conflict": (
        QT_TRANSLATE_NOOP("Messages", "Another moderator is changing the same thing."),
        _WAITS,
        _AGAIN,
    ),
    "discourse_not_staff": (
        QT_TRANSLATE_NOOP("Messages", "The key’s user is no moderator of the forum."),
        _NOT_SENT,
        _ASK_ADMIN,
    ),
    "discourse_not_hidden": (
        QT_TRANSLATE_NOOP("Messages", "The forum took it for a flag and did not hide the post."),
        QT_TRANSLATE_NOOP("Messages", "The flag stands; a moderator will look at it."),
        _ASK_ADMIN,
    ),
    "discourse_queued": (
        QT_TRANSLATE_NOOP("Messages", "This post waits for approval: it can only be let in or turned away."),
        _NOT_SENT,
        _ON_SITE,
    ),
}

SITE_EFFECTS: Final[dict[str, str]] = {
    "effect.wordpress_reply": QT_TRANSLATE_NOOP(
        "Messages", "A public reply under the comment; undo moves it to the site’s trash."
    ),
    "effect.wordpress_hide": QT_TRANSLATE_NOOP(
        "Messages", "On WordPress, the comment waits for approval again; nobody sees it. This can be undone."
    ),
    "effect.wordpress_unhide": QT_TRANSLATE_NOOP(
        "Messages", "On WordPress, the comment is approved and stands on the site."
    ),
    "effect.wordpress_delete": QT_TRANSLATE_NOOP(
        "Messages", "On WordPress, the comment goes to the trash; undo brings it back while it lies there."
    ),
    "effect.wordpress_report": QT_TRANSLATE_NOOP(
        "Messages", "On WordPress, the comment is marked as spam and disappears. This can be undone."
    ),
    "effect.wordpress_block": QT_TRANSLATE_NOOP(
        "Messages", "WordPress has no block: the site’s Discussion settings hold a list of disallowed names."
    ),
    "effect.wordpress_unblock": QT_TRANSLATE_NOOP(
        "Messages", "Take the name off the list in the site’s Discussion settings."
    ),
    "why.wordpress_mute": QT_TRANSLATE_NOOP("Messages", "WordPress knows no muting of commenters."),
    "why.wordpress_like": QT_TRANSLATE_NOOP("Messages", "WordPress knows no likes of comments."),
    "effect.discourse_reply": QT_TRANSLATE_NOOP(
        "Messages", "A public reply to the post in its topic; undo deletes it."
    ),
    "effect.discourse_hide": QT_TRANSLATE_NOOP(
        "Messages",
        "On Discourse, the post is hidden behind a notice, and its author is told. This can be undone.",
    ),
    "effect.discourse_unhide": QT_TRANSLATE_NOOP("Messages", "On Discourse, the post is shown again."),
    "effect.discourse_approve": QT_TRANSLATE_NOOP(
        "Messages", "On Discourse, the waiting post is published; it then comes in as a new comment."
    ),
    "effect.discourse_delete": QT_TRANSLATE_NOOP(
        "Messages", "On Discourse, the post is deleted; moderators can bring it back, and so can undo."
    ),
    "effect.discourse_delete_topic": QT_TRANSLATE_NOOP(
        "Messages", "This post opens its topic: deleting it deletes the whole topic. Undo brings it back."
    ),
    "effect.discourse_reject": QT_TRANSLATE_NOOP(
        "Messages", "On Discourse, the waiting post is turned away and never appears."
    ),
    "effect.discourse_report": QT_TRANSLATE_NOOP(
        "Messages", "On Discourse, a flag for the forum’s moderators. It cannot be taken back from here."
    ),
    "effect.discourse_block": QT_TRANSLATE_NOOP(
        "Messages",
        "On Discourse, the author is silenced for some weeks: reading, not writing. This can be undone.",
    ),
    "effect.discourse_unblock": QT_TRANSLATE_NOOP("Messages", "On Discourse, the author can write again."),
    "effect.discourse_like": QT_TRANSLATE_NOOP(
        "Messages", "On Discourse, a like is public and can be taken back."
    ),
    "effect.discourse_unlike": QT_TRANSLATE_NOOP("Messages", "Takes our like back."),
    "why.discourse_mute": QT_TRANSLATE_NOOP(
        "Messages", "Discourse mutes for one reader alone: block instead."
    ),
    "why.discourse_queued": QT_TRANSLATE_NOOP(
        "Messages", "This post waits for approval: it can only be let in or turned away."
    ),
    "discourse_goes_on": QT_TRANSLATE_NOOP(
        "Messages", "The forum’s requests for this minute are used up: the next pull goes on from here."
    ),
}

SITE_NOTES: Final[dict[str, str]] = {
    "effect.wordpress_reply": QT_TRANSLATE_NOOP("Channels", "undo moves our reply to the trash"),
    "effect.wordpress_hide": QT_TRANSLATE_NOOP("Channels", "it waits for approval again, nobody sees it"),
    "effect.wordpress_unhide": QT_TRANSLATE_NOOP("Channels", "approved: it stands on the site"),
    "effect.wordpress_delete": QT_TRANSLATE_NOOP("Channels", "to the trash, usually kept for 30 days"),
    "effect.wordpress_report": QT_TRANSLATE_NOOP("Channels", "marked as spam, out of sight"),
    "effect.wordpress_block": QT_TRANSLATE_NOOP(
        "Channels", "in the site’s Discussion settings, by name or e-mail"
    ),
    "effect.wordpress_unblock": QT_TRANSLATE_NOOP("Channels", "in the site’s Discussion settings"),
    "why.wordpress_mute": QT_TRANSLATE_NOOP("Channels", "WordPress knows no muting"),
    "why.wordpress_like": QT_TRANSLATE_NOOP("Channels", "WordPress knows no likes"),
    "effect.discourse_reply": QT_TRANSLATE_NOOP("Channels", "undo deletes our reply"),
    "effect.discourse_hide": QT_TRANSLATE_NOOP("Channels", "behind a notice; its author is told"),
    "effect.discourse_unhide": QT_TRANSLATE_NOOP("Channels", "shown again; a waiting post is published"),
    "effect.discourse_delete": QT_TRANSLATE_NOOP("Channels", "moderators still see it and can bring it back"),
    "effect.discourse_report": QT_TRANSLATE_NOOP("Channels", "a flag for the forum’s moderators"),
    "effect.discourse_block": QT_TRANSLATE_NOOP("Channels", "silenced for some weeks: reading, not writing"),
    "effect.discourse_unblock": QT_TRANSLATE_NOOP("Channels", "the author can write again"),
    "effect.discourse_like": QT_TRANSLATE_NOOP("Channels", "public, in our name"),
    "effect.discourse_unlike": QT_TRANSLATE_NOOP("Channels", "takes our like away"),
    "why.discourse_mute": QT_TRANSLATE_NOOP("Channels", "only for one reader alone: block instead"),
}
"""What an action means on its platform, by the note of its capability."""

SITE_WARNINGS: Final[dict[str, str]] = {
    "wordpress_no_account": QT_TRANSLATE_NOOP(
        "Channels",
        "The site hides its users from programs: which comments are our own cannot be told.",
    ),
    "discourse_key_for_some": QT_TRANSLATE_NOOP(
        "Channels", "The key may not ask who it acts for: what it can do shows when it is tried."
    ),
    "discourse_not_staff": QT_TRANSLATE_NOOP(
        "Channels", "The key’s user is no moderator: it can read, reply, like and flag."
    ),
    "wordpress_cannot_moderate": QT_TRANSLATE_NOOP(
        "Channels",
        "This account may reply, but not moderate: comments cannot be pulled. An editor can do both.",
    ),
}
"""What the test of an account may point out."""
