"""Instagram's media and comments as ours: everything that is read from an answer's JSON, tolerant of what is missing. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from console.connectors.answers import as_count, as_id, as_items, as_map, as_text
from console.connectors.graph.client import next_page
from console.connectors.graph.parts import is_id, title_of, unknown_author, when
from console.domain.comment import IncomingAuthor, IncomingComment, IncomingPost

_OF_ONE: Final = "id,text,timestamp,username,from{id,username},hidden,like_count,parent_id"
REPLY_FIELDS: Final = _OF_ONE
COMMENT_FIELDS: Final = f"{_OF_ONE},replies{{{_OF_ONE}}}"
MEDIA_FIELDS: Final = (
    "id,caption,timestamp,permalink,comments_count,media_type,media_product_type,is_comment_enabled"
)
TAG_FIELDS: Final = "id,caption,timestamp,permalink,username,media_type,comments_count,like_count"

_KINDS: Final = {"IMAGE": "image", "CAROUSEL_ALBUM": "image", "VIDEO": "video"}
View = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Context:
    """What a comment alone does not say."""

    account: str
    name: str
    login: str
    now: int  # UTC seconds
    post: IncomingPost | None = None
    parent: str | None = None  # the comment in whose answer it stood


def post_of(view: View) -> IncomingPost | None:
    """One of our media; None without an id."""
    one = as_id(view.get("id"))
    if not is_id(one):
        return None
    link = as_text(view.get("permalink"))
    return IncomingPost(one, title_of(as_text(view.get("caption"))), link, when(view))


def count_of(view: View) -> int | None:
    """How many comments the platform counts under it, replies included."""
    return as_count(view.get("comments_count"))


def comments_of(view: View, context: Context) -> Iterator[IncomingComment]:
    """A comment and the replies that came inside it; nothing where it has no id."""
    one = as_id(view.get("id"))
    if not is_id(one):
        return
    replies = as_items(as_map(view.get("replies")).get("data"))
    yield _comment(view, one, len(replies), context)
    for reply in replies:
        yield from comments_of(reply, replace(context, parent=one))


def more_replies(view: View) -> bool:
    """Whether a comment has more replies than came inside it."""
    replies = as_map(view.get("replies"))
    following, promised = next_page(replies)
    return bool(following) and promised


def tag_of(view: View, context: Context) -> IncomingComment | None:
    """Somebody's post in which we are tagged."""
    one = as_id(view.get("id"))
    if not is_id(one):
        return None
    author, facts = _author(view, one)
    facts.update(login=context.login, object="post")
    if kind := _KINDS.get(as_text(view.get("media_type"))):
        facts["media"] = [{"kind": kind}]
    return IncomingComment(
        remote_id=one,
        text=as_text(view.get("caption")),
        author=author,
        posted_at=_time(view, context),
        permalink=as_text(view.get("permalink")),
        relation="mention",
        ours=_ours(author, context),
        likes=as_count(view.get("like_count")),
        replies=as_count(view.get("comments_count")),
        facts=facts,
    )


def _comment(view: View, one: str, replies: int, context: Context) -> IncomingComment:
    parent = as_id(view.get("parent_id")) or context.parent
    post = context.post
    if parent == one or (post is not None and parent == post.remote_id):
        parent = None
    author, facts = _author(view, one)
    # Instagram puts every answer under the first comment of its thread, so that is where ours will stand.
    facts.update(login=context.login, top=parent or one)
    hidden = view.get("hidden")
    return IncomingComment(
        remote_id=one,
        text=as_text(view.get("text")),
        author=author,
        posted_at=_time(view, context),
        post=post,
        parent_remote_id=parent,
        permalink=post.permalink if post is not None else "",
        ours=_ours(author, context),
        hidden=hidden if isinstance(hidden, bool) else None,
        likes=as_count(view.get("like_count")),
        replies=replies or None,
        facts=facts,
    )


def _author(view: View, one: str) -> tuple[IncomingAuthor, dict[str, Any]]:
    """Who wrote it, and the facts that say where the platform does not tell."""
    wrote = as_map(view.get("from"))
    name = as_text(wrote.get("username")) or as_text(view.get("username"))
    identity = as_id(wrote.get("id"))
    if not identity and not name:
        return unknown_author(one), {"author_unknown": True}
    # A name alone still is one person; names can change, so a number counts more where there is one.
    return IncomingAuthor(identity or f"@{name}", name or identity), {}


def _ours(author: IncomingAuthor, context: Context) -> bool:
    if author.remote_id == context.account:
        return True
    return bool(context.name) and author.handle.casefold() == context.name.casefold()


def _time(view: View, context: Context) -> int:
    """When it was written (UTC s); nothing is younger than now."""
    return min(when(view) or context.now, context.now)
