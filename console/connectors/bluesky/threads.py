"""One thread read completely: every nested reply, what is hidden in it, and what has vanished from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_count, as_map, as_text
from console.connectors.bluesky.lookup import hidden_replies
from console.connectors.bluesky.posts import View, valid_view
from console.domain.errors import Gone, Transient

if TYPE_CHECKING:
    from console.connectors.bluesky.session import Session

#: Levels asked for at once; servers give fewer (about 10), then the rest is fetched from the deepest posts on.
_DEPTH: Final = 50
#: A level above which a missing answer is not explained by a server's depth limit.
_SHALLOW: Final = 4
#: Further calls for the deep ends of one thread per sweep.
_DEEPER: Final = 20


@dataclass(slots=True)
class Thread:
    """A swept thread. ``views`` holds every reply by uri, in the order of the answer; ``root`` None: it is gone."""

    root: View | None = None
    views: dict[str, View] = field(default_factory=dict)
    not_found: set[str] = field(default_factory=set)
    hidden: frozenset[str] = frozenset()
    cut: bool = False  # there was more than one sweep may fetch


async def read_thread(session: Session, uri: str) -> Thread:
    """The whole thread under ``uri``. Raises ConnectorError; a deleted root gives a Thread without one."""
    thread = Thread()
    try:
        answer = await _ask(session, uri, thread)
    except Gone:
        return thread
    if not isinstance(answer.get("thread"), dict):
        raise Transient("bad_answer", missing="thread")
    top = as_map(answer["thread"])
    thread.root = as_map(top.get("post"))
    if not valid_view(thread.root):
        thread.root = None  # the server says notFoundPost or blockedPost in place of an error
        return thread
    gate = as_map(answer.get("threadgate")) or as_map(thread.root.get("threadgate"))
    thread.hidden = hidden_replies(as_map(gate.get("record")))
    ends = _collect(top, thread)
    asked = 0
    while ends and not thread.cut:
        if asked == _DEEPER:
            thread.cut = True
            break
        asked += 1
        try:
            ends += _collect(as_map((await _ask(session, ends.pop(), thread)).get("thread")), thread)
        except Gone:
            continue
    return thread


async def _ask(session: Session, uri: str, thread: Thread) -> dict[str, Any]:
    params = {"uri": uri, "depth": _DEPTH, "parentHeight": 0}
    try:
        return await session.query("app.bsky.feed.getPostThread", params)
    except Transient as error:
        if error.code != "answer_too_large":
            raise
        # A pile-on beyond what we load at once must not stop the channel: its first levels still come.
        thread.cut = True
        return await session.query("app.bsky.feed.getPostThread", {**params, "depth": 1})


def _collect(top: View, thread: Thread) -> list[str]:
    """Add all replies below ``top``; returns the posts at the deepest level that say they have more."""
    level = [top]
    depth = 0
    ends: list[str] = []
    # Level by level and without recursion: a thread may be nested deeper than the interpreter likes.
    while level:
        below: list[View] = []
        ends = []
        for node in level:
            replies = node.get("replies")
            children = [as_map(r) for r in replies] if isinstance(replies, list) else []
            post = as_map(node.get("post"))
            if not children and depth >= _SHALLOW and (as_count(post.get("replyCount")) or 0) > 0:
                ends.append(str(post["uri"]))
            for child in children:
                view = as_map(child.get("post"))
                if valid_view(view):
                    thread.views.setdefault(str(view["uri"]), view)
                    below.append(child)
                elif child.get("notFound") is True and as_text(child.get("uri")):
                    thread.not_found.add(str(child["uri"]))
        if below:
            depth += 1
        level = below
    return ends
