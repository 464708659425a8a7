"""Threads' posts and replies as ours: everything that is read from an answer's JSON, tolerant of what is missing. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from console.connectors.answers import as_id, as_map, as_text
from console.connectors.graph.parts import is_id, title_of, unknown_author
from console.connectors.times import utc_seconds
from console.domain.comment import IncomingAuthor, IncomingComment, IncomingPost

POST_FIELDS: Final = "id,text,timestamp,permalink,has_replies,username,media_type"
REPLY_FIELDS: Final = (
    "id,text,timestamp,username,permalink,has_replies,root_post,replied_to,is_reply_owned_by_me,hide_status,"
    "media_type,alt_text"
)
MENTION_FIELDS: Final = "id,text,timestamp,username,permalink,has_replies,media_type,alt_text"

#: Whether a ``hide_status`` means hidden.
HIDDEN: Final = {"HIDDEN": True, "HUSHED": True, "NOT_HUSHED": False, "UNHUSHED": False}
_KINDS: Final = {"IMAGE": "image", "CAROUSEL_ALBUM": "image", "VIDEO": "video", "AUDIO": "audio"}
View = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Context:
    """What a reply alone does not say."""

    name: str  # our own user name
    now: int  # UTC seconds
    post: IncomingPost | None = None
    parent: str | None = None  # the reply in whose list it stood


def post_of(view: View) -> IncomingPost | None:
    """One of our posts; None without an id."""
    one = as_id(view.get("id"))
    if not is_id(one):
        return None
    link = as_text(view.get("permalink"))
    return IncomingPost(one, title_of(as_text(view.get("text"))), link, utc_seconds(view.get("timestamp")))


def reply_of(view: View, context: Context) -> IncomingComment | None:
    """A reply in one of our threads; None without an id."""
    one = as_id(view.get("id"))
    post = context.post
    if not is_id(one) or (post is not None and one == post.remote_id):
        return None
    root = post.remote_id if post is not None else as_id(as_map(view.get("root_post")).get("id"))
    above = as_id(as_map(view.get("replied_to")).get("id")) or context.parent
    parent = None if above in (None, root, one) else above
    status = as_text(view.get("hide_status"))
    # Threads hides direct replies only; where nobody says what was answered, it is left to be tried.
    facts: dict[str, Any] = {"top": parent is None}
    return _comment(view, one, context, facts, parent, "comment", HIDDEN.get(status))


def mention_of(view: View, context: Context, watch: str | None = None) -> IncomingComment | None:
    """Somebody's post that names us, or that holds a watched term."""
    one = as_id(view.get("id"))
    if not is_id(one):
        return None
    facts: dict[str, Any] = {"top": False, "object": "post", **({"watch": watch} if watch else {})}
    return _comment(view, one, context, facts, None, "mention", None)


def _comment(
    view: View,
    one: str,
    context: Context,
    facts: dict[str, Any],
    parent: str | None,
    relation: str,
    hidden: bool | None,
) -> IncomingComment:
    name = as_text(view.get("username"))
    if not name:
        facts["author_unknown"] = True
    if media := _media(view):
        facts["media"] = media
    mine = bool(context.name) and name.casefold() == context.name.casefold()
    return IncomingComment(
        remote_id=one,
        text=as_text(view.get("text")),
        # Threads gives no numbers of other accounts: the name is all there is.
        author=IncomingAuthor(f"@{name}", name) if name else unknown_author(one),
        posted_at=min(utc_seconds(view.get("timestamp")) or context.now, context.now),
        post=context.post,
        parent_remote_id=parent,
        permalink=as_text(view.get("permalink")),
        relation=relation,
        ours=mine or view.get("is_reply_owned_by_me") is True,
        hidden=hidden,
        facts=facts,
    )


def _media(view: View) -> list[dict[str, Any]]:
    kind = _KINDS.get(as_text(view.get("media_type")))
    if kind is None:
        return []
    alt = as_text(view.get("alt_text"))[:2_000]
    return [{"kind": kind, **({"alt": alt} if alt else {})}]
