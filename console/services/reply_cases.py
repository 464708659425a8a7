"""One comment as a saved reply needs it, and a reply made ready for it: language, fields, length on its platform."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from console.connectors import registry
from console.domain.errors import NotFound, UsageError
from console.policy import Policy, fill, ladder_view
from console.policy.compiled import compiled
from console.policy.replies import SavedReply, filled_spans, known_values, open_fields, pick

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.comment import Comment
    from console.domain.ports import TextMeasure
    from console.store import Reading


@dataclass(frozen=True, slots=True)
class Filled:
    """A saved reply made ready for one comment. ``because`` says why this language: asked, verdict, channel, workspace, only.

    ``open`` are the fields that a person must fill; ``others`` the languages there are besides; ``filled`` where in the
    text the console or a person put something in for a field, ``[start, end)`` in code points.
    """

    id: str
    title: str
    purpose: str
    language: str
    because: str
    others: tuple[str, ...]
    text: str
    open: tuple[str, ...]
    length: TextMeasure
    filled: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """What filling needs to know of a comment."""

    comment: Comment
    spoken: tuple[tuple[str, str | None], ...]
    channel: str
    clause: str
    now: int
    policy: Policy = field(repr=False)


def make_ready(
    reply: SavedReply,
    case: Case,
    values: Mapping[str, str],
    language: str | None,
    *,
    exact: bool = False,
) -> Filled | None:
    """A reply filled for a case, ``values`` before what the console knows; None where it has no variant left.

    ``language`` is the wish of a person; with ``exact`` it must be there. UsageError ``reply_language`` where it is not,
    ``unknown_field`` for a value that no field takes.
    """
    asked = () if language is None else (("asked", language),)
    template, because = pick(reply, (*asked, *case.spoken))
    if template is None:
        return None
    if exact and language is not None and because != "asked":
        raise UsageError("reply_language", language=language, known=", ".join(reply.variants))
    strange = sorted(set(values) - set(template.placeholders))
    if strange:
        known = ", ".join(template.placeholders)
        raise UsageError("unknown_field", field=strange[0], template=reply.id, known=known)
    comment = case.comment
    clock = compiled(case.policy).engine.clock
    given = known_values(
        author=comment.author_name,
        handle=comment.author_handle,
        channel=case.channel,
        clause=case.clause,
        post=comment.post_title or "",
        comment_id=int(comment.id),
        posted=clock.local_day(comment.posted_at),
        today=clock.local_day(case.now),
        language=template.language,
    )
    put = {**given, **{name: one_line(value) for name, value in values.items()}}
    text, _ = fill(template, put)
    return Filled(
        reply.id,
        template.title,
        reply.purpose,
        template.language,
        because,
        tuple(one for one in reply.variants if one != template.language),
        text,
        open_fields(text),
        registry.spec(comment.kind).measured(text, comment.facts),
        filled_spans(template, put),
    )


def case_of(reading: Reading, policy: Policy, comment_id: int, now: int) -> Case:
    """What filling needs to know of a comment, at ``now`` (UTC seconds). NotFound ``comment_not_found``."""
    comment = reading.comments.get(comment_id)
    if comment is None:
        raise NotFound("comment_not_found", id=comment_id)
    channel = reading.channels.get(comment.channel_id)
    assert channel is not None
    verdict = reading.comments.verdict(comment_id)
    spoken = (
        ("verdict", comment.language if verdict is None else verdict.language or comment.language),
        ("channel", channel.language),
        ("workspace", policy.languages[0] if policy.languages else None),
    )
    known = policy.categories.get(comment.category)
    return Case(comment, spoken, channel.name, "" if known is None else known.cited, now, policy)


def asked_by_ladder(reading: Reading, policy: Policy, case: Case) -> str:
    """The template of the ladder's step, where that step is a warning."""
    comment = case.comment
    history = reading.decisions.history(comment.author_id, comment.post_id)
    view = ladder_view(policy, comment.category, history, case.now)
    known = policy.categories.get(comment.category)
    if view is None or view.step is None or known is None or not known.violation:
        return ""
    return view.step.template if view.step.action == "warn" else ""


def one_line(text: str) -> str:
    """One line, without control and direction characters."""
    return " ".join(clean_text(text).split())


def clean_text(text: str) -> str:
    """A text as it is kept: composed letters, no control or direction characters but line breaks."""
    kept = (
        one
        for one in unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
        if one == "\n" or unicodedata.category(one) not in {"Cc", "Cs", "Cf"} or one in "\u200d\u200c"
    )
    return "".join(kept).strip()
