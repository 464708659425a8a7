"""What an action does on a platform, and why one is not possible there, in words by their codes."""

from __future__ import annotations

from typing import Final

from ui.i18n.bluesky_messages import BLUESKY_REMARKS
from ui.i18n.mark import QT_TRANSLATE_NOOP
from ui.i18n.mastodon_messages import MASTODON_EFFECTS
from ui.i18n.meta_messages import META_EFFECTS
from ui.i18n.site_messages import SITE_EFFECTS
from ui.i18n.x_messages import X_EFFECTS
from ui.i18n.youtube_messages import YOUTUBE_EFFECTS

EFFECTS: Final[dict[str, str]] = {
    "effect.reversible": QT_TRANSLATE_NOOP("Messages", "On {platform}, this can be undone from here."),
    "effect.final": QT_TRANSLATE_NOOP("Messages", "On {platform}, this cannot be undone."),
    "effect.link": QT_TRANSLATE_NOOP(
        "Messages", "On {platform}, a person does this on the site; the log says so."
    ),
    "effect.none": QT_TRANSLATE_NOOP("Messages", "{platform} has no such action."),
    "effect.own_only": QT_TRANSLATE_NOOP("Messages", "On {platform}, only for our own comments."),
    "effect.facebook_hide": QT_TRANSLATE_NOOP(
        "Messages", "On Facebook, hiding can be undone. The author and friends still see it."
    ),
    "effect.bluesky_hide": QT_TRANSLATE_NOOP(
        "Messages",
        "On Bluesky, hiding can be undone. The reply goes behind “hidden replies” of our post; elsewhere it stays.",
    ),
    "effect.bluesky_report": QT_TRANSLATE_NOOP(
        "Messages", "On Bluesky, a report goes to the moderation service. It cannot be taken back."
    ),
    "effect.bluesky_block": QT_TRANSLATE_NOOP("Messages", "On Bluesky, a block is public and can be undone."),
    "effect.practice_hide": QT_TRANSLATE_NOOP(
        "Messages", "On the practice network, hiding can be undone. Nothing leaves this machine."
    ),
    "effect.by_hand": QT_TRANSLATE_NOOP(
        "Messages", "You do this on the site; the console opens the page and asks."
    ),
    "effect.practice_reply": QT_TRANSLATE_NOOP(
        "Messages", "A reply on the practice network; undo deletes it."
    ),
    "effect.practice_unhide": QT_TRANSLATE_NOOP(
        "Messages", "On the practice network, the comment is shown again."
    ),
    "effect.practice_delete": QT_TRANSLATE_NOOP(
        "Messages", "On the practice network too, deleting is final."
    ),
    "effect.practice_report": QT_TRANSLATE_NOOP("Messages", "A report cannot be taken back."),
    "effect.practice_block": QT_TRANSLATE_NOOP(
        "Messages", "The author can write no more; this can be undone."
    ),
    "effect.practice_unblock": QT_TRANSLATE_NOOP("Messages", "The author can write again."),
    "effect.practice_mute": QT_TRANSLATE_NOOP(
        "Messages", "Our account no longer sees this author; this can be undone."
    ),
    "effect.practice_unmute": QT_TRANSLATE_NOOP("Messages", "Our account sees this author again."),
    "effect.practice_like": QT_TRANSLATE_NOOP("Messages", "Public; can be taken back."),
    "effect.practice_unlike": QT_TRANSLATE_NOOP("Messages", "Takes our like back."),
    "effect.bluesky_reply": QT_TRANSLATE_NOOP("Messages", "A public reply on Bluesky; undo deletes it."),
    "effect.bluesky_unhide": QT_TRANSLATE_NOOP("Messages", "On Bluesky, the reply is shown again."),
    "effect.bluesky_delete": QT_TRANSLATE_NOOP("Messages", "Only our own posts can be deleted on Bluesky."),
    "effect.bluesky_block_public": QT_TRANSLATE_NOOP(
        "Messages", "On Bluesky, a block is public and can be undone."
    ),
    "effect.bluesky_unblock": QT_TRANSLATE_NOOP("Messages", "On Bluesky, the block is lifted."),
    "effect.bluesky_mute": QT_TRANSLATE_NOOP("Messages", "On Bluesky, a mute is private and can be undone."),
    "effect.bluesky_unmute": QT_TRANSLATE_NOOP("Messages", "On Bluesky, the mute is lifted."),
    "effect.bluesky_like": QT_TRANSLATE_NOOP(
        "Messages", "On Bluesky, a like is public and can be taken back."
    ),
    "effect.bluesky_unlike": QT_TRANSLATE_NOOP("Messages", "Takes our like back."),
    **BLUESKY_REMARKS,
    **SITE_EFFECTS,
    **YOUTUBE_EFFECTS,
    **MASTODON_EFFECTS,
    **META_EFFECTS,
    **X_EFFECTS,
    "why.own_comment": QT_TRANSLATE_NOOP("Messages", "This is our own comment."),
    "why.bluesky_delete_own_only": QT_TRANSLATE_NOOP(
        "Messages", "On Bluesky, only our own posts can be deleted."
    ),
    "why.bluesky_hide_own_threads": QT_TRANSLATE_NOOP(
        "Messages", "On Bluesky, hiding works under our own posts only."
    ),
    "why.bluesky_reply_disabled": QT_TRANSLATE_NOOP("Messages", "The author does not allow replies here."),
}
