"""The words of the closed vocabularies: actions, categories, states, views and platforms, in the language shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from ui.i18n.mark import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CONTEXT: Final = "Words"

ACTIONS: Final = {
    "keep": QT_TRANSLATE_NOOP("Words", "Keep"),
    "reply": QT_TRANSLATE_NOOP("Words", "Reply"),
    "hide": QT_TRANSLATE_NOOP("Words", "Hide"),
    "unhide": QT_TRANSLATE_NOOP("Words", "Unhide"),
    "snooze": QT_TRANSLATE_NOOP("Words", "Later"),
    "watch": QT_TRANSLATE_NOOP("Words", "Watch"),
    "escalate": QT_TRANSLATE_NOOP("Words", "Escalate"),
    "report": QT_TRANSLATE_NOOP("Words", "Report"),
    "block": QT_TRANSLATE_NOOP("Words", "Block"),
    "unblock": QT_TRANSLATE_NOOP("Words", "Unblock"),
    "delete": QT_TRANSLATE_NOOP("Words", "Delete"),
    "mute": QT_TRANSLATE_NOOP("Words", "Mute"),
    "unmute": QT_TRANSLATE_NOOP("Words", "Unmute"),
    "like": QT_TRANSLATE_NOOP("Words", "Like"),
    "unlike": QT_TRANSLATE_NOOP("Words", "Unlike"),
    "warn": QT_TRANSLATE_NOOP("Words", "Warn"),
}

DONE: Final = {
    "keep": QT_TRANSLATE_NOOP("Words", "Kept"),
    "reply": QT_TRANSLATE_NOOP("Words", "Answered"),
    "hide": QT_TRANSLATE_NOOP("Words", "Hidden"),
    "unhide": QT_TRANSLATE_NOOP("Words", "Shown again"),
    "snooze": QT_TRANSLATE_NOOP("Words", "Put off"),
    "watch": QT_TRANSLATE_NOOP("Words", "Watched"),
    "escalate": QT_TRANSLATE_NOOP("Words", "Escalated"),
    "report": QT_TRANSLATE_NOOP("Words", "Reported"),
    "block": QT_TRANSLATE_NOOP("Words", "Author blocked"),
    "unblock": QT_TRANSLATE_NOOP("Words", "Author unblocked"),
    "delete": QT_TRANSLATE_NOOP("Words", "Deleted"),
    "mute": QT_TRANSLATE_NOOP("Words", "Author muted"),
    "unmute": QT_TRANSLATE_NOOP("Words", "Author heard again"),
    "like": QT_TRANSLATE_NOOP("Words", "Liked"),
    "unlike": QT_TRANSLATE_NOOP("Words", "Like taken back"),
    "warn": QT_TRANSLATE_NOOP("Words", "Warned"),
}
"""What was done, at the head of the undo notice."""

NOUNS: Final = {
    "keep": QT_TRANSLATE_NOOP("Words", "a kept comment"),
    "reply": QT_TRANSLATE_NOOP("Words", "a reply to a comment"),
    "hide": QT_TRANSLATE_NOOP("Words", "a hide"),
    "unhide": QT_TRANSLATE_NOOP("Words", "an unhide"),
    "snooze": QT_TRANSLATE_NOOP("Words", "a delay"),
    "watch": QT_TRANSLATE_NOOP("Words", "a watch"),
    "escalate": QT_TRANSLATE_NOOP("Words", "an escalation"),
    "report": QT_TRANSLATE_NOOP("Words", "a report"),
    "block": QT_TRANSLATE_NOOP("Words", "a block"),
    "unblock": QT_TRANSLATE_NOOP("Words", "an unblock"),
    "delete": QT_TRANSLATE_NOOP("Words", "a deletion"),
    "mute": QT_TRANSLATE_NOOP("Words", "a mute"),
    "unmute": QT_TRANSLATE_NOOP("Words", "an unmute"),
    "like": QT_TRANSLATE_NOOP("Words", "a like"),
    "unlike": QT_TRANSLATE_NOOP("Words", "a like taken back"),
    "warn": QT_TRANSLATE_NOOP("Words", "a warning"),
}
"""The action as a noun, for "a hide and a report must come first"."""

LOWER: Final = {
    "keep": QT_TRANSLATE_NOOP("Words", "keep"),
    "reply": QT_TRANSLATE_NOOP("Words", "reply"),
    "hide": QT_TRANSLATE_NOOP("Words", "hide"),
    "unhide": QT_TRANSLATE_NOOP("Words", "unhide"),
    "snooze": QT_TRANSLATE_NOOP("Words", "put off"),
    "watch": QT_TRANSLATE_NOOP("Words", "hold and watch"),
    "escalate": QT_TRANSLATE_NOOP("Words", "escalate"),
    "report": QT_TRANSLATE_NOOP("Words", "report"),
    "block": QT_TRANSLATE_NOOP("Words", "block"),
    "unblock": QT_TRANSLATE_NOOP("Words", "unblock"),
    "delete": QT_TRANSLATE_NOOP("Words", "delete"),
    "mute": QT_TRANSLATE_NOOP("Words", "mute"),
    "unmute": QT_TRANSLATE_NOOP("Words", "unmute"),
    "like": QT_TRANSLATE_NOOP("Words", "like"),
    "unlike": QT_TRANSLATE_NOOP("Words", "unlike"),
    "warn": QT_TRANSLATE_NOOP("Words", "warn"),
}
"""The action inside a sentence, as in "Proposed: hide"."""

CATEGORIES: Final = {
    "manifestly_illegal": QT_TRANSLATE_NOOP("Words", "Manifestly illegal"),
    "threat": QT_TRANSLATE_NOOP("Words", "Threat"),
    "hate": QT_TRANSLATE_NOOP("Words", "Hate"),
    "insult": QT_TRANSLATE_NOOP("Words", "Insult"),
    "obscene": QT_TRANSLATE_NOOP("Words", "Obscene"),
    "spam": QT_TRANSLATE_NOOP("Words", "Spam"),
    "troll": QT_TRANSLATE_NOOP("Words", "Troll signals"),
    "constructive_criticism": QT_TRANSLATE_NOOP("Words", "Constructive criticism"),
    "question": QT_TRANSLATE_NOOP("Words", "Question"),
    "praise": QT_TRANSLATE_NOOP("Words", "Praise"),
    "neutral": QT_TRANSLATE_NOOP("Words", "No category"),
}

CATEGORIES_SHORT: Final = {
    "troll": QT_TRANSLATE_NOOP("Words", "Troll?"),
    "constructive_criticism": QT_TRANSLATE_NOOP("Words", "Criticism"),
}
"""The form used where a chip has little room."""

STATES: Final = {
    "open": QT_TRANSLATE_NOOP("Words", "open"),
    "pending": QT_TRANSLATE_NOOP("Words", "to be sent"),
    "waiting": QT_TRANSLATE_NOOP("Words", "waits for a person"),
    "waiting_person": QT_TRANSLATE_NOOP("Words", "waits for a person"),
    "waiting_review": QT_TRANSLATE_NOOP("Words", "waits for a second person"),
    "snoozed": QT_TRANSLATE_NOOP("Words", "set aside for later"),
    "watched": QT_TRANSLATE_NOOP("Words", "held and watched"),
    "done": QT_TRANSLATE_NOOP("Words", "done"),
    "gone": QT_TRANSLATE_NOOP("Words", "gone from the site"),
    "ours": QT_TRANSLATE_NOOP("Words", "ours"),
    "hidden": QT_TRANSLATE_NOOP("Words", "hidden"),
    "queued": QT_TRANSLATE_NOOP("Words", "to be sent"),
    "sending": QT_TRANSLATE_NOOP("Words", "being sent"),
    "failed": QT_TRANSLATE_NOOP("Words", "failed"),
    "unknown": QT_TRANSLATE_NOOP("Words", "no answer yet"),
    "cancelled": QT_TRANSLATE_NOOP("Words", "cancelled"),
    "refused": QT_TRANSLATE_NOOP("Words", "refused"),
    "undone": QT_TRANSLATE_NOOP("Words", "undone"),
    "escalated": QT_TRANSLATE_NOOP("Words", "escalated"),
    "approved": QT_TRANSLATE_NOOP("Words", "agreed"),
    "rejected": QT_TRANSLATE_NOOP("Words", "not agreed"),
    "expired": QT_TRANSLATE_NOOP("Words", "expired"),
    "draft": QT_TRANSLATE_NOOP("Words", "draft"),
    "protected": QT_TRANSLATE_NOOP("Words", "protected"),
    "reply_queued": QT_TRANSLATE_NOOP("Words", "reply queued"),
    "answered": QT_TRANSLATE_NOOP("Words", "We answered"),
    "reply_expected": QT_TRANSLATE_NOOP("Words", "Reply expected"),
}

VIEWS: Final = {
    "inbox": QT_TRANSLATE_NOOP("Views", "Inbox"),
    "due_soon": QT_TRANSLATE_NOOP("Views", "Due soon"),
    "illegal": QT_TRANSLATE_NOOP("Views", "Manifestly illegal"),
    "toxic": QT_TRANSLATE_NOOP("Views", "Toxic"),
    "spam": QT_TRANSLATE_NOOP("Views", "Spam"),
    "criticism": QT_TRANSLATE_NOOP("Views", "Criticism to answer"),
    "questions": QT_TRANSLATE_NOOP("Views", "Questions"),
    "praise": QT_TRANSLATE_NOOP("Views", "Praise"),
    "mine": QT_TRANSLATE_NOOP("Views", "Mine"),
    "review": QT_TRANSLATE_NOOP("Views", "Second reviewer"),
    "by_hand": QT_TRANSLATE_NOOP("Views", "To confirm"),
    "drafts": QT_TRANSLATE_NOOP("Views", "My drafts"),
    "automatic": QT_TRANSLATE_NOOP("Views", "Hidden by the console"),
    "snoozed": QT_TRANSLATE_NOOP("Views", "Snoozed"),
    "mentions": QT_TRANSLATE_NOOP("Views", "Mentions"),
    "sending": QT_TRANSLATE_NOOP("Views", "To be sent"),
    "done": QT_TRANSLATE_NOOP("Views", "Decided"),
    "all": QT_TRANSLATE_NOOP("Views", "Everything"),
    "crisis": QT_TRANSLATE_NOOP("Views", "Crisis"),
    "audit": QT_TRANSLATE_NOOP("Views", "Audit log"),
    "policy": QT_TRANSLATE_NOOP("Views", "Policy"),
    "replies": QT_TRANSLATE_NOOP("Views", "Saved replies"),
    "channels": QT_TRANSLATE_NOOP("Views", "Channels"),
    "team": QT_TRANSLATE_NOOP("Views", "Team"),
    "figures": QT_TRANSLATE_NOOP("Views", "Figures"),
    "history": QT_TRANSLATE_NOOP("Views", "Decisions"),
    "outbox": QT_TRANSLATE_NOOP("Views", "Actions to send"),
}

VIEWS_SHORT: Final = {
    "automatic": QT_TRANSLATE_NOOP("Views", "Auto-hidden"),
}
"""The form in the rail, where the name itself has no room."""

ROLES: Final = {
    "auditor": QT_TRANSLATE_NOOP("Words", "auditor"),
    "moderator": QT_TRANSLATE_NOOP("Words", "moderator"),
    "reviewer": QT_TRANSLATE_NOOP("Words", "reviewer"),
    "spokesperson": QT_TRANSLATE_NOOP("Words", "spokesperson"),
    "lead": QT_TRANSLATE_NOOP("Words", "lead"),
    "automation": QT_TRANSLATE_NOOP("Words", "automation"),
}

PLATFORMS: Final = {
    "facebook": "Facebook",
    "instagram": "Instagram",
    "youtube": "YouTube",
    "x": "X",
    "bluesky": "Bluesky",
    "mastodon": "Mastodon",
    "threads": "Threads",
    "wordpress": "WordPress",
    "discourse": "Discourse",
    "reddit": "Reddit",
    "linkedin": "LinkedIn",
    "tiktok": "TikTok",
    "practice": QT_TRANSLATE_NOOP("Words", "the practice network"),
    "file": QT_TRANSLATE_NOOP("Words", "the imported file"),
}
"""Platform names inside a sentence: "Open on Bluesky"; marks are not translated."""


def _word(table: Mapping[str, str], code: str) -> str:
    base, colon, target = code.partition(":")
    if colon and base in table:
        return f"{_word(table, base)} ({target})"
    source = table.get(code)
    if source is None:
        return code.replace("_", " ")
    return QCoreApplication.translate(CONTEXT, source)


def action_word(action: str) -> str:
    """The action on a button: Keep, Hide. A code outside the table is shown as itself."""
    return _word(ACTIONS, action)


def action_lower(action: str) -> str:
    """The action inside a sentence: hide."""
    return _word(LOWER, action)


def action_done(action: str) -> str:
    """What was done: Hidden, Reported."""
    return _word(DONE, action)


def action_noun(action: str) -> str:
    """The action as a noun: a hide, a report."""
    return _word(NOUNS, action)


def category_word(category: str, short: bool = False) -> str:
    """The name of a category, in the short form where there is one and ``short`` is set."""
    if short and category in CATEGORIES_SHORT:
        return _word(CATEGORIES_SHORT, category)
    return _word(CATEGORIES, category)


def state_word(state: str) -> str:
    """The name of a comment or outbox state."""
    return _word(STATES, state)


def view_word(view: str, short: bool = False) -> str:
    """The name of a view or room; with ``short`` the rail's own form where there is one."""
    source = (VIEWS_SHORT.get(view) if short else None) or VIEWS.get(view)
    return QCoreApplication.translate("Views", source) if source else view.replace("_", " ")


def role_word(role: str) -> str:
    """The name of a member's role."""
    return _word(ROLES, role)


def platform_word(kind: str) -> str:
    """The name of a platform inside a sentence."""
    return _word(PLATFORMS, kind)


def join_and(parts: Iterable[str]) -> str:
    """Join words as a sentence does: "a", "a and b", "a, b and c"."""
    words = list(parts)
    if len(words) < 2:
        return "".join(words)
    last = translate("Words", "{first} and {last}")
    return last.format(first=", ".join(words[:-1]), last=words[-1])


def hidden_alone(rule: str) -> str:
    """That the console hid a comment by itself, by which rule."""
    return translate("Timeline", "Hidden by the console, {rule}").format(rule=rule)


def hiding_alone(rule: str) -> str:
    """That the console is about to: the undo window still runs, or the site has not answered."""
    return translate("Timeline", "The console hides it, {rule}").format(rule=rule)
