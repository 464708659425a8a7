"""Which glyph stands for which action, category, state, view and platform; the complete list of icons in use."""

from __future__ import annotations

from typing import Final

ACTIONS: Final = {
    "keep": "check",
    "reply": "arrow-bend-up-left",
    "hide": "eye-slash",
    "unhide": "eye",
    "delete": "trash-simple",
    "report": "flag",
    "block": "prohibit",
    "unblock": "prohibit",
    "mute": "speaker-simple-slash",
    "unmute": "speaker-simple-slash",
    "snooze": "bell-z",
    "watch": "binoculars",
    "escalate": "arrow-fat-line-up",
    "warn": "megaphone",
    "assign": "user-switch",
    "categorise": "tag",
    "note": "note-pencil",
    "undo": "arrow-u-up-left",
    "open": "arrow-square-out",
    "like": "thumbs-up",
    "unlike": "thumbs-up",
    "send": "paper-plane-tilt",
    "ask_lead": "user-focus",
}

CATEGORIES: Final = {
    "manifestly_illegal": "gavel",
    "threat": "warning-octagon",
    "hate": "seal-warning",
    "insult": "smiley-angry",
    "obscene": "smiley-angry",
    "spam": "megaphone-simple",
    "troll": "fish-simple",
    "constructive_criticism": "wrench",
    "question": "question",
    "praise": "heart",
    "accusation": "seal-question",
    "mention": "at",
    "neutral": "chat-circle-text",
}
"""A category that a policy added itself is drawn with the ``tag`` glyph."""

STATES: Final = {
    "refused": "hand-palm",
    "two_people": "users",
    "locked": "lock-simple",
    "claimed": "user",
    "queued": "paper-plane-tilt",
    "done": "check-circle",
    "failed": "warning-circle",
    "unsure": "circle-dashed",
    "verified": "seal-check",
    "broken": "link-break",
    "limited": "hourglass-medium",
    "offline": "cloud-slash",
    "up_to_date": "cloud-check",
    "sign_in": "key",
    "alike": "stack",
    "masked": "eye-closed",
    "drill": "graduation-cap",
    "automation_off": "robot",
    "protected": "shield-check",
    "draft": "note-pencil",
    "reply_queued": "arrow-bend-up-left",
    "waiting_person": "arrow-square-out",
    "waiting_review": "users",
    "snoozed": "bell-z",
    "watched": "binoculars",
    "gone": "minus-circle",
}

CLOCKS: Final = {
    "ok": "clock",
    "soon": "clock-countdown",
    "late": "warning-circle",
    "paused": "moon",
    "met": "check-circle",
}

VIEWS: Final = {
    "inbox": "tray",
    "due_soon": "hourglass-medium",
    "illegal": "gavel",
    "toxic": "smiley-angry",
    "spam": "megaphone-simple",
    "criticism": "wrench",
    "questions": "question",
    "praise": "heart",
    "mine": "user",
    "review": "users",
    "by_hand": "arrow-square-out",
    "drafts": "note-pencil",
    "automatic": "robot",
    "snoozed": "bell-z",
    "mentions": "at",
    "sending": "paper-plane-tilt",
    "done": "check-square",
    "all": "list",
    "crisis": "siren",
    "audit": "scroll",
    "policy": "scales",
    "replies": "textbox",
    "channels": "plugs-connected",
    "team": "user-circle",
    "figures": "chart-bar",
    "history": "clock-counter-clockwise",
    "outbox": "paper-plane-tilt",
}

ROLES: Final = {
    "auditor": "eye",
    "moderator": "user",
    "reviewer": "users",
    "spokesperson": "megaphone-simple",
    "lead": "user-focus",
}
"""A role beside a name in the team."""

PLATFORMS: Final = {
    "facebook": "facebook-logo",
    "instagram": "instagram-logo",
    "youtube": "youtube-logo",
    "x": "x-logo",
    "bluesky": "butterfly",
    "mastodon": "mastodon-logo",
    "threads": "threads-logo",
    "reddit": "reddit-logo",
    "linkedin": "linkedin-logo",
    "tiktok": "tiktok-logo",
    "wordpress": "article",
    "discourse": "chats-circle",
    "practice": "graduation-cap",
    "file": "tray-arrow-down",
}

CHROME: Final = (
    "lighthouse", "command", "keyboard", "gear-six", "coffee", "plugs", "magnifying-glass", "funnel-simple",
    "caret-down", "caret-up", "caret-right", "caret-left", "chat-circle-text", "arrow-elbow-down-right", "x",
    "copy", "export", "calendar-blank", "gauge", "monitor", "note-blank", "link", "circle", "radio-button", "info",
    "arrows-clockwise", "pause", "play", "plus", "minus", "textbox", "broadcast", "file-text", "user-circle",
    "user-minus", "frame-corners", "translate", "image", "clock-counter-clockwise", "arrow-right", "globe",
    "door-open", "archive", "warning", "minus-circle", "x-circle", "sidebar-simple", "folder-open", "rows",
    "text-aa", "circle-half", "newspaper", "download-simple", "printer", "list", "tag", "arrow-clockwise",
)  # fmt: skip

GLYPHS: Final = frozenset(
    [
        *ACTIONS.values(),
        *CATEGORIES.values(),
        *STATES.values(),
        *CLOCKS.values(),
        *VIEWS.values(),
        *PLATFORMS.values(),
        *CHROME,
    ]
)
"""Every glyph shipped: the files under resources/icons and this set are the same (a test compares them)."""

CATEGORY_COLORS: Final = {
    "manifestly_illegal": "threat",
    "threat": "threat",
    "hate": "hate",
    "insult": "insult",
    "obscene": "insult",
    "spam": "spam",
    "troll": "troll-signal",
    "constructive_criticism": "criticism",
    "question": "question",
    "praise": "praise",
}
"""Category to colour role; anything else is ``text-muted``."""

SIGNALS: Final = frozenset({"troll"})
"""Categories that are signals, not verdicts: dashed underline, never a left bar."""


def category_icon(category: str) -> str:
    """Glyph of a category, ``tag`` for one that a policy added."""
    return CATEGORIES.get(category, "tag")


def category_color(category: str) -> str:
    """Colour role of a category, ``text-muted`` for neutral and for one that a policy added."""
    return CATEGORY_COLORS.get(category, "text-muted")


def platform_icon(kind: str) -> str:
    """Glyph of a platform kind, a globe for one not in the table."""
    return PLATFORMS.get(kind, "globe")
