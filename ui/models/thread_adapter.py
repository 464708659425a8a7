"""From a window on a thread to its parts in reading order: who answers whom, what we said, what is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console.domain.vocabulary import CommentState
from console.services.pictures import offered
from ui.models.detail_data import Medium, Revision, ThreadPart
from ui.models.masking import hides, masked_now, shown, shown_of, spans_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from console.domain.comment import Comment
    from console.services.desk import Detail
    from console.store import Said

DEEPEST: Final = 6
"""Steps of indentation at most: deeper answers name whom they answer."""
_GOING: Final = frozenset({"queued", "sending", "unknown", "waiting_person", "failed"})
_KINDS: Final = {"image": "image", "gif": "image", "video": "video", "audio": "audio"}


def thread_parts(detail: Detail, words: str, mask_all: bool) -> tuple[ThreadPart, ...]:
    """The thread around the comment, whose own shown words are ``words``; harsh neighbours are covered."""
    return tuple(_Parts(detail, words, mask_all).all())


class _Parts:
    def __init__(self, detail: Detail, words: str, mask_all: bool) -> None:
        self._detail, self._words, self._mask_all = detail, words, mask_all
        self._window = detail.window
        self._names = {int(one.id): _name(one) for one in self._window.flat}
        self._by_remote = {one.remote_id: one for one in self._window.said if one.remote_id}
        self._pulled = {one.remote_id for one in self._window.flat if one.ours}

    def all(self) -> Iterable[ThreadPart]:
        """Post, ancestors, neighbours before, the comment, its answers, neighbours after."""
        detail, window = self._detail, self._window
        post = detail.post
        if post is not None and (post.title or post.permalink):
            name = detail.channel.handle or detail.channel.name
            yield ThreadPart("post", name, post.title, post.posted_at, link=post.permalink)
        for depth, one in enumerate(window.ancestors):
            yield self._part(one, "before", depth)
            yield from self._ours(int(one.id), depth + 1)
        depth = len(window.ancestors)
        if window.earlier:
            yield ThreadPart("more", "", "", depth=_shallow(depth), side="earlier", count=window.earlier)
        for one in window.before:
            yield from self._with_ours(one, "before", depth)
        yield self._focus(depth)
        yield from self._on_the_way(int(window.comment.id), depth + 1)
        for one in window.answers:
            yield from self._with_ours(one, "after", depth + 1)
        if window.more:
            yield ThreadPart("more", "", "", depth=_shallow(depth + 1), side="answers", count=window.more)
        for one in window.after:
            yield from self._with_ours(one, "after", depth)
        if window.later:
            yield ThreadPart("more", "", "", depth=_shallow(depth), side="later", count=window.later)

    def _with_ours(self, one: Comment, kind: str, depth: int) -> Iterable[ThreadPart]:
        yield self._part(one, kind, depth)
        yield from self._ours(int(one.id), depth + 1)

    def _ours(self, head: int, depth: int) -> Iterable[ThreadPart]:
        for one in self._window.under.get(head, ()):
            yield self._part(one, "after", depth)
        yield from self._on_the_way(head, depth)

    def _on_the_way(self, head: int, depth: int) -> Iterable[ThreadPart]:
        """Our words under a comment that the site has not shown us yet: still to be sent, or sent a moment ago."""
        for one in self._window.said:
            waits = one.state in _GOING or (one.state == "done" and one.remote_id not in self._pulled)
            if one.comment_id == head and one.text and waits:
                yield self._said(one, depth)

    def _said(self, one: Said, depth: int) -> ThreadPart:
        state = "" if one.state == "done" else one.state
        return ThreadPart(
            "ours", "", one.text, one.created_at, one.actor, state, depth=_shallow(depth),
            answers=self._names.get(one.comment_id, ""),
        )  # fmt: skip

    def _focus(self, depth: int) -> ThreadPart:
        comment = self._window.comment
        return ThreadPart(
            "focus", _name(comment), self._words, comment.posted_at, id=int(comment.id), depth=_shallow(depth),
            answers=self._answered(comment),
        )  # fmt: skip

    def _part(self, one: Comment, kind: str, depth: int) -> ThreadPart:
        answers = self._answered(one)
        if one.ours:
            said = self._by_remote.get(one.remote_id)
            by = said.actor if said is not None else ""
            return ThreadPart(
                "ours",
                "",
                one.text,
                one.posted_at,
                by,
                id=int(one.id),
                depth=_shallow(depth),
                answers=answers,
                state=_standing(one),
            )
        text = shown_of(one, self._mask_all, self._detail.verdicts.get(int(one.id)))
        return ThreadPart(
            kind, _name(one), text, one.posted_at, state=_standing(one), id=int(one.id), depth=_shallow(depth),
            answers=answers,
        )  # fmt: skip

    def _answered(self, one: Comment) -> str:
        return self._names.get(int(one.parent_id), "") if one.parent_id is not None else ""


def _name(one: Comment) -> str:
    return one.author_name or one.author_handle


def _standing(one: Comment) -> str:
    """``gone`` or ``hidden`` where readers of the site no longer see it."""
    if one.state is CommentState.GONE:
        return "gone"
    return "hidden" if one.hidden else ""


def _shallow(depth: int) -> int:
    return min(depth, DEEPEST)


def revisions(
    detail: Detail, words: str, mask_all: bool, revealed: frozenset[int] = frozenset()
) -> tuple[Revision, ...]:
    """Every text of the comment, oldest first; ``words`` is the present one. Harsh words are covered in each.

    A text that no engine has read is covered whole where the present one is covered.
    """
    comment = detail.comment
    if not detail.revisions:
        return ()
    covered = masked_now(comment, mask_all, revealed)
    read = {number: verdict for number, _at, verdict in detail.past_verdicts}
    found: list[Revision] = []
    since = comment.posted_at
    for number, text, replaced_at in detail.revisions:
        verdict = read.get(number)
        harsh = covered
        if verdict is not None and not comment.ours and int(comment.id) not in revealed:
            category = verdict.categories[0] if verdict.categories else "neutral"
            harsh = covered or hides(category, verdict.severity, mask_all)
        spans = () if verdict is None else spans_of(verdict.spans)
        found.append(Revision(number, shown(text, spans, masked=harsh), since))
        since = replaced_at
    return (*found, Revision(comment.revision, words, comment.edited_at or since))


def media(comment: Comment, masked: bool) -> tuple[Medium, ...]:
    """What is attached to a comment, as far as its connector said; nothing is loaded. Nothing, once it is gone.

    Its description is the author's own words: ``masked`` covers every word of it.
    """
    given = comment.facts.get("media")
    found: list[Medium] = []
    if comment.state is CommentState.GONE or not isinstance(given, list):
        return ()
    for number, one in enumerate(given):
        if not isinstance(one, dict):
            continue
        kind = _KINDS.get(str(one.get("kind")), "file")
        found.append(
            Medium(
                kind,
                _count(one.get("bytes")),
                shown(str(one.get("alt") or "")[:1_000], masked=masked),
                _count(one.get("width")),
                _count(one.get("height")),
                number,
                offered(comment.kind, kind),
            )
        )
    return tuple(found[:8])


def _count(value: object) -> int | None:
    return value if type(value) is int and value > 0 else None
