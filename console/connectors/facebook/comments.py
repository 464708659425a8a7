"""Facebook's comments and posts as ours: everything that is read from an answer's JSON, tolerant of what is missing. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from console.connectors.answers import as_count, as_id, as_items, as_map, as_text
from console.connectors.graph.parts import MAX_MEDIA, is_id, title_of, unknown_author, when
from console.domain.comment import IncomingAuthor, IncomingComment, IncomingPost

WEB: Final = "https://www.facebook.com"

#: Fields of a comment, and of a post that names the Page.
COMMENT_FIELDS: Final = (
    "id,message,created_time,from{id,name},parent{id},is_hidden,can_hide,can_remove,can_comment,can_like,"
    "user_likes,like_count,comment_count,attachment,permalink_url"
)
MENTION_FIELDS: Final = "id,message,story,created_time,from{id,name},permalink_url,attachments"
POST_FIELDS: Final = "id,message,story,created_time,updated_time,permalink_url"

_YES_OR_NO: Final = ("can_hide", "can_remove", "can_comment", "can_like", "user_likes")
View = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Context:
    """What a comment alone does not say."""

    page: str
    now: int  # UTC seconds
    post: IncomingPost | None = None
    parent: str | None = None  # the comment in whose answer it stood


def post_of(view: View) -> IncomingPost | None:
    """A post of the Page; None without an id."""
    one = as_id(view.get("id"))
    if not is_id(one):
        return None
    words = as_text(view.get("message")) or as_text(view.get("story"))
    link = as_text(view.get("permalink_url")) or f"{WEB}/{one}"
    return IncomingPost(one, title_of(words), link, when(view))


def count_of(view: View) -> int | None:
    """How many comments the platform counts below a post or with a page of comments, replies included."""
    held = as_map(view.get("comments")) or view
    told = as_count(as_map(held.get("summary")).get("total_count"))
    return as_count(held.get("count")) if told is None else told


def comments_of(view: View, context: Context) -> Iterator[IncomingComment]:
    """A comment and, flattened, the replies that came inside it; nothing where it has no id."""
    one = as_id(view.get("id"))
    if not is_id(one):
        return
    yield _comment(view, one, context)
    for reply in as_items(as_map(view.get("comments")).get("data")):
        below = Context(context.page, context.now, context.post, one)
        yield from comments_of(reply, below)


def reply_count(view: View) -> int | None:
    """How many replies a comment counts; None where it does not."""
    told = as_count(view.get("comment_count"))
    return count_of({"comments": view["comments"]}) if told is None and view.get("comments") else told


def mention_of(view: View, context: Context) -> IncomingComment | None:
    """Somebody's post that names the Page or stands on it."""
    one = as_id(view.get("id"))
    if not is_id(one):
        return None
    author, facts = _author(view, one)
    facts["object"] = "post"
    media = [
        entry for each in as_items(as_map(view.get("attachments")).get("data")) for entry in _media(each)
    ]
    if media:
        facts["media"] = media[:MAX_MEDIA]
    return IncomingComment(
        remote_id=one,
        text=as_text(view.get("message")) or as_text(view.get("story")),
        author=author,
        posted_at=_time(view, context),
        permalink=as_text(view.get("permalink_url")) or f"{WEB}/{one}",
        relation="mention",
        ours=author.remote_id == context.page,
        facts=facts,
    )


def permalink(comment: str, post: str, parent: str | None) -> str:
    """Where a comment stands, for answers that do not say it; empty where its post is not known either."""
    base = post or comment.rpartition("_")[0]
    if not base:
        return ""
    tail = comment.rpartition("_")[2]
    if parent is None or parent == base:
        return f"{WEB}/{base}?{urlencode({'comment_id': tail})}"
    query = {"comment_id": parent.rpartition("_")[2], "reply_comment_id": tail}
    return f"{WEB}/{base}?{urlencode(query)}"


def addresses_of(view: View) -> list[str]:
    """Where the pictures of a comment or post are, in the order of the ``media`` in its facts; empty where not told."""
    attachments = as_items(as_map(view.get("attachments")).get("data")) or [as_map(view.get("attachment"))]
    return [as_text(image.get("src")) for one in attachments for image in _images(one)]


def _images(attachment: View) -> list[View]:
    nested = as_items(as_map(attachment.get("subattachments")).get("data"))
    if nested:
        return [image for one in nested for image in _images(one)]
    return [as_map(as_map(attachment.get("media")).get("image"))] if _media(attachment) else []


def _comment(view: View, one: str, context: Context) -> IncomingComment:
    parent = as_id(as_map(view.get("parent")).get("id")) or context.parent
    post = context.post.remote_id if context.post is not None else ""
    if parent in (post, one):
        parent = None
    author, facts = _author(view, one)
    for name in _YES_OR_NO:
        if isinstance(view.get(name), bool):
            facts[name] = view[name]
    if media := _media(as_map(view.get("attachment"))):
        facts["media"] = media[:MAX_MEDIA]
    hidden = view.get("is_hidden")
    return IncomingComment(
        remote_id=one,
        text=as_text(view.get("message")),
        author=author,
        posted_at=_time(view, context),
        post=context.post,
        parent_remote_id=parent,
        permalink=as_text(view.get("permalink_url")) or permalink(one, post, parent),
        ours=author.remote_id == context.page,
        hidden=hidden if isinstance(hidden, bool) else None,
        likes=as_count(view.get("like_count")),
        replies=reply_count(view),
        facts=facts,
    )


def _author(view: View, one: str) -> tuple[IncomingAuthor, dict[str, Any]]:
    """Who wrote it, and the facts that say where the platform does not tell."""
    wrote = as_map(view.get("from"))
    identity, name = as_id(wrote.get("id")), as_text(wrote.get("name"))
    if not identity:
        return unknown_author(one), {"author_unknown": True}
    return IncomingAuthor(identity, name or identity, name), {}


def _time(view: View, context: Context) -> int:
    """When it was written (UTC s); nothing is younger than now."""
    return min(when(view) or context.now, context.now)


def _media(attachment: View) -> list[dict[str, Any]]:
    """What is attached, as the answer says: kind, description, pixels. Nothing is loaded."""
    nested = as_items(as_map(attachment.get("subattachments")).get("data"))
    if nested:
        return [entry for one in nested for entry in _media(one)]
    kind = as_text(attachment.get("type"))
    media = as_map(attachment.get("media"))
    image = as_map(media.get("image"))
    if not kind or not (image or media or "video" in kind or kind in ("photo", "sticker")):
        return []
    entry = {
        "kind": "video" if "video" in kind or media.get("source") else "image",
        "alt": (as_text(attachment.get("title")) or as_text(attachment.get("description")))[:2_000],
        "width": as_count(image.get("width")),
        "height": as_count(image.get("height")),
    }
    return [{key: value for key, value in entry.items() if value not in (None, "")}]
