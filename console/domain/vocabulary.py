"""The closed vocabularies of the house: kinds, categories, actions, states and roles, one name each."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Final


class Kind(StrEnum):
    """A platform kind: the first half of a channel key ``kind:name`` and of an author key."""

    PRACTICE = "practice"
    FILE = "file"
    BLUESKY = "bluesky"
    MASTODON = "mastodon"
    YOUTUBE = "youtube"
    FACEBOOK = "facebook"
    INSTAGRAM = "instagram"
    THREADS = "threads"
    WORDPRESS = "wordpress"
    DISCOURSE = "discourse"
    X = "x"


class Category(StrEnum):
    """The built-in categories; a policy may add its own, so stored categories are plain strings."""

    MANIFESTLY_ILLEGAL = "manifestly_illegal"
    THREAT = "threat"
    HATE = "hate"
    INSULT = "insult"
    OBSCENE = "obscene"
    SPAM = "spam"
    TROLL = "troll"
    CRITICISM = "constructive_criticism"
    QUESTION = "question"
    PRAISE = "praise"
    NEUTRAL = "neutral"


ABUSE: Final = frozenset({"manifestly_illegal", "threat", "hate", "insult", "obscene"})

LABELS: Final = ("toxicity", "hate", "threat", "insult", "obscene", "spam")


class ActionKind(StrEnum):
    """What a moderator can decide about one comment."""

    KEEP = "keep"
    REPLY = "reply"
    HIDE = "hide"
    UNHIDE = "unhide"
    DELETE = "delete"
    REPORT = "report"
    BLOCK = "block"
    UNBLOCK = "unblock"
    MUTE = "mute"
    UNMUTE = "unmute"
    LIKE = "like"
    UNLIKE = "unlike"
    SNOOZE = "snooze"
    WATCH = "watch"  # held on purpose until a time, then looked at again
    ESCALATE = "escalate"
    WARN = "warn"


# Decisions that live on this machine only: they never make an outbox row.
LOCAL_ACTIONS: Final = frozenset({ActionKind.KEEP, ActionKind.SNOOZE, ActionKind.WATCH, ActionKind.ESCALATE})
# Of these, the two that end by themselves: the comment is work again at a time.
TIMED_ACTIONS: Final = frozenset({ActionKind.SNOOZE, ActionKind.WATCH})

# What compensates what, where the platform allows it (the connector's capability decides).
COMPENSATION: Final[dict[ActionKind, ActionKind]] = {
    ActionKind.HIDE: ActionKind.UNHIDE,
    ActionKind.UNHIDE: ActionKind.HIDE,
    ActionKind.BLOCK: ActionKind.UNBLOCK,
    ActionKind.UNBLOCK: ActionKind.BLOCK,
    ActionKind.MUTE: ActionKind.UNMUTE,
    ActionKind.UNMUTE: ActionKind.MUTE,
    ActionKind.LIKE: ActionKind.UNLIKE,
    ActionKind.UNLIKE: ActionKind.LIKE,
    ActionKind.REPLY: ActionKind.DELETE,
    ActionKind.WARN: ActionKind.DELETE,
    # Where a platform keeps what was deleted or marked as spam: it stands again as it stood before.
    ActionKind.DELETE: ActionKind.UNHIDE,
    ActionKind.REPORT: ActionKind.UNHIDE,
}

# What is so or not so, once for all who ask for it: who finds it so has changed nothing.
SWITCHES: Final = frozenset(
    {
        ActionKind.HIDE,
        ActionKind.UNHIDE,
        ActionKind.BLOCK,
        ActionKind.UNBLOCK,
        ActionKind.MUTE,
        ActionKind.UNMUTE,
        ActionKind.LIKE,
        ActionKind.UNLIKE,
    }
)

# What a person does against a comment that breaks the rules: one strike per comment, however many of them.
STRIKE_ACTIONS: Final = frozenset(
    {
        ActionKind.HIDE,
        ActionKind.DELETE,
        ActionKind.REPORT,
        ActionKind.BLOCK,
        ActionKind.WARN,
        ActionKind.MUTE,
    }
)

# Actions whose subject is the author, not the one comment.
AUTHOR_ACTIONS: Final = frozenset({ActionKind.BLOCK, ActionKind.UNBLOCK, ActionKind.MUTE, ActionKind.UNMUTE})


class CommentState(IntEnum):
    """Where a comment stands in the queue; stored as a small integer, shown by name."""

    OPEN = 0
    PENDING = 1
    WAITING = 2  # a person must confirm, or a second person must agree
    SNOOZED = 3
    DONE = 4
    GONE = 5  # deleted on the platform
    OURS = 6  # written by the brand: context, never work

    @property
    def word(self) -> str:
        """The stable lower-case name used in JSON."""
        return self.name.lower()


class OutboxState(StrEnum):
    """The life of one outbox row (DESIGN section 6)."""

    QUEUED = "queued"
    SENDING = "sending"
    DONE = "done"
    FAILED = "failed"
    UNKNOWN = "unknown"
    WAITING_PERSON = "waiting_person"
    CANCELLED = "cancelled"


OUTBOX_TRANSITIONS: Final[dict[OutboxState, frozenset[OutboxState]]] = {
    OutboxState.QUEUED: frozenset({OutboxState.SENDING, OutboxState.CANCELLED, OutboxState.WAITING_PERSON}),
    OutboxState.SENDING: frozenset(
        {
            OutboxState.DONE,
            OutboxState.FAILED,
            OutboxState.UNKNOWN,
            OutboxState.QUEUED,
            OutboxState.WAITING_PERSON,
        }
    ),
    OutboxState.UNKNOWN: frozenset(
        {OutboxState.DONE, OutboxState.QUEUED, OutboxState.FAILED, OutboxState.WAITING_PERSON}
    ),
    OutboxState.WAITING_PERSON: frozenset({OutboxState.DONE, OutboxState.FAILED, OutboxState.CANCELLED}),
    OutboxState.FAILED: frozenset({OutboxState.QUEUED, OutboxState.CANCELLED}),
    OutboxState.DONE: frozenset(),
    OutboxState.CANCELLED: frozenset(),
}

UNFINISHED: Final = frozenset(
    {OutboxState.QUEUED, OutboxState.SENDING, OutboxState.UNKNOWN, OutboxState.WAITING_PERSON}
)


class Role(StrEnum):
    """A member's role; each role may do all that the roles named in ``ROLE_RANK`` below it may."""

    AUDITOR = "auditor"
    MODERATOR = "moderator"
    REVIEWER = "reviewer"
    SPOKESPERSON = "spokesperson"
    LEAD = "lead"


ROLE_RANK: Final[dict[Role, int]] = {
    Role.AUDITOR: 0,
    Role.MODERATOR: 1,
    Role.REVIEWER: 2,
    Role.SPOKESPERSON: 2,
    Role.LEAD: 3,
}

PROGRAM: Final = "console"
"""The name under which the program itself acts: no member may take it, and what it does teaches it nothing."""
AUTOMATION: Final = "automation"
"""The role under which its own decisions stand in the log and in the tables: no member can hold it."""

#: What stands among the actions in ``AccountInfo.lacking`` where the numbers of authors' followers need a permission.
FOLLOWERS: Final = "followers"

# due_at is NOT NULL so that the queue index stays one-directional; this value means "no deadline".
NO_DUE: Final = 2**40 - 1
UNDO_WINDOW_SECONDS: Final = 20
MAX_SEVERITY: Final = 5
