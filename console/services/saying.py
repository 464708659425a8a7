"""What a reply may not say: an open field; and what it says beside what we said before, in this thread and for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.domain.decision import Reason, Refusal
from console.policy.compiled import compiled
from console.policy.replies import open_fields
from console.policy.said import Finding, Said, compare, short

if TYPE_CHECKING:
    from console.domain.comment import Comment
    from console.policy import Policy
    from console.store import Reading

OPEN_FIELD: Final = "reply_open_field"


def open_field(text: str) -> Refusal | None:
    """The refusal of a text that still holds a field, naming the first; None when nothing is left to fill."""
    names = open_fields(text)
    if not names:
        return None
    why = Reason("reply.open_field", {"name": names[0], "fields": names})
    return Refusal(OPEN_FIELD, "replies", why, ("fill",))


def findings(reading: Reading, policy: Policy, comment: Comment, text: str, now: int) -> tuple[Finding, ...]:
    """What was said before that bears on ``text`` as an answer to ``comment``; nothing where the policy says ``off``.

    Looks at our public replies to the same author and under the same post, those still on their way too, and at the
    statements that stand. ``now`` in UTC seconds. Reads the workspace: never on the GUI thread.
    """
    if policy.replies.contradictions == "off" or not text.strip():
        return ()
    clock = compiled(policy).engine.clock
    thread = [int(one.id) for one in reading.comments.thread(comment.id)]
    ours = reading.replies.said_before(comment.id, comment.author_id, comment.post_id, thread)
    earlier = [
        Said(
            one.text,
            one.at,
            clock.local_day(one.at),
            one.source,
            one.comment_id,
            one.channel,
            one.language or "",
        )
        for one in ours
    ]
    earlier += [
        Said(
            one.text, one.said_at, clock.local_day(one.said_at), "statement", one.id, one.place, one.language
        )
        for one in reading.replies.statements()
    ]
    channel = reading.channels.get(comment.channel_id)
    names = [comment.author_name, comment.author_handle]
    if channel is not None:
        names += [channel.name, channel.handle]
    return compare(text, earlier, clock.local_day(now), language=comment.language or "", names=names)


def notice(one: Finding) -> Reason:
    """A finding as a code with parameters, for a sentence at the edge."""
    said = one.said
    params: dict[str, Any] = {
        "day": said.day.isoformat(),
        "quote": short(one.quote),
        "source": said.source,
        "ref": said.ref,
        "place": said.place,
        "words": one.words,
    }
    if one.kind == "same":
        return Reason("reply.said_same", params)
    return Reason(
        "reply.said_other", {**params, "differs": one.differs, "ours": one.ours, "theirs": one.theirs}
    )
