"""Threads and comments of YouTube's answers as ours: everything read from JSON, tolerant of what is missing. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from console.connectors.answers import as_count, as_id, as_items, as_list, as_map, as_text
from console.connectors.html_text import plain
from console.connectors.times import utc_ms
from console.connectors.youtube.names import channel_link, comment_link, thread_of, video_link
from console.domain.comment import IncomingAuthor, IncomingComment, IncomingPost

#: Where the platform leaves an author's name out.
NO_NAME: Final = "Unknown"
#: What ``moderationStatus`` says of comments that the public does not see.
HELD: Final = frozenset({"heldForReview", "likelySpam", "rejected"})

_TAG: Final = re.compile(r"</?(?:a|b|i|s|br|span|wbr|img)(?:\s[^<>]*)?/?>")
_ENTITY: Final = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[0-9a-fA-F]{1,6});")

Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Thread:
    """What a thread's listing says beside its comments.

    ``total`` is None where the answer does not count replies; ``sample`` of them came along.
    """

    id: str
    video: str = ""
    channel: str = ""
    total: int | None = None
    at: int | None = None  # UTC ms
    can_reply: bool | None = None
    public: bool | None = None
    sample: int = 0


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of an author's channel."""

    followers: int | None = None
    created_at: int | None = None  # UTC seconds


@dataclass(frozen=True, slots=True)
class Context:
    """What one comment alone does not say. ``hidden`` is what its listing means, None where that says nothing."""

    ours: frozenset[str]
    now: int  # UTC seconds
    thread: Thread | None = None
    hidden: bool | None = None
    titles: Mapping[str, IncomingPost] = field(default_factory=dict)
    profiles: Mapping[str, Profile] = field(default_factory=dict)


def items_of(answer: Mapping[str, Any]) -> list[Raw]:
    """The entries of a list answer; Transient for what is none."""
    if "items" not in answer and ("pageInfo" in answer or "kind" in answer):
        return []  # an empty list is sometimes left out
    return as_list(answer, "items")


def thread_from(item: Raw) -> tuple[Thread, list[Raw]] | None:
    """A thread and the comments that came with it (its top one first); None for what has no id."""
    said = as_map(item.get("snippet"))
    top = as_map(said.get("topLevelComment"))
    name = as_id(item.get("id")) or as_id(top.get("id"))
    if not name:
        return None
    inner = as_map(top.get("snippet"))
    comments = [top] if as_id(top.get("id")) else []
    comments += [one for one in as_items(as_map(item.get("replies")).get("comments")) if as_id(one.get("id"))]
    thread = Thread(
        name,
        as_id(said.get("videoId")) or as_id(inner.get("videoId")),
        as_id(said.get("channelId")) or as_id(inner.get("channelId")),
        as_count(said.get("totalReplyCount")),
        utc_ms(inner.get("publishedAt")),
        _told(said.get("canReply")),
        _told(said.get("isPublic")),
        len({as_id(one.get("id")) for one in comments if parent_of(one) is not None}),
    )
    return thread, comments


def author_id(raw: Raw) -> str:
    """The author's channel; empty where the answer does not name it."""
    given = as_map(raw.get("snippet")).get("authorChannelId")
    return as_id(as_map(given).get("value")) or as_id(given)


def parent_of(raw: Raw) -> str | None:
    """The top comment that a reply answers; None for a top comment."""
    name = as_id(raw.get("id"))
    parent = as_id(as_map(raw.get("snippet")).get("parentId")) or thread_of(name)
    return parent if parent and parent != name else None


def text_of(raw: Raw) -> str:
    """The words of a comment as plain text, whichever of the platform's two forms came."""
    said = as_map(raw.get("snippet"))
    original = said.get("textOriginal")
    if isinstance(original, str) and original:
        return original
    shown = as_text(said.get("textDisplay"))
    return plain(shown) if _is_html(shown) else shown


def _is_html(text: str) -> bool:
    """Whether this is YouTube's HTML and not plain text: it encodes every quotation mark and every sign of markup."""
    if not (_TAG.search(text) or _ENTITY.search(text)):
        return False
    rest = _TAG.sub("", text)
    return not any(sign in _ENTITY.sub("", rest) for sign in "<>&\"'")


def comment_of(raw: Raw, context: Context) -> IncomingComment:
    """One comment (it has an id)."""
    said = as_map(raw.get("snippet"))
    name = as_id(raw.get("id"))
    thread = context.thread
    parent = parent_of(raw)
    # What a listing says of its thread counts for this comment only if it is of that thread.
    inside = thread is not None and (parent or name) == thread.id
    video = as_id(said.get("videoId")) or (thread.video if thread is not None else "")
    channel = as_id(said.get("channelId")) or (thread.channel if thread is not None else "")
    published = utc_ms(said.get("publishedAt"))
    updated = utc_ms(said.get("updatedAt"))
    posted = published if published is not None else updated
    author = _author(raw, name, context.profiles)
    status = as_text(said.get("moderationStatus"))
    facts: dict[str, Any] = {"thread": parent or name}
    if video:
        facts["video"] = video
    if channel:
        facts["channel"] = channel
        if context.ours:
            facts["on_ours"] = channel in context.ours
    if status:
        facts["moderation"] = status
    if inside and thread is not None:
        if thread.can_reply is not None:
            facts["can_reply"] = thread.can_reply
        if thread.public is False:
            facts["public"] = False
    if as_text(said.get("imageUrl")):
        # Its address is signed and ends after six hours: it is asked for again when somebody looks at it.
        facts["media"] = [{"kind": "image"}]
    return IncomingComment(
        remote_id=name,
        text=text_of(raw),
        author=author,
        posted_at=context.now if posted is None else min(posted // 1000, context.now),
        post=_post(video, channel, context.titles),
        parent_remote_id=parent,
        permalink=comment_link(name, video, channel),
        ours=author.remote_id in context.ours,
        hidden=status in HELD if status else context.hidden,
        edited_at=updated // 1000 if updated and published is not None and updated > published else None,
        likes=as_count(said.get("likeCount")),
        replies=thread.total if inside and thread is not None and parent is None else None,
        facts=facts,
    )


def _author(raw: Raw, comment: str, profiles: Mapping[str, Profile]) -> IncomingAuthor:
    said = as_map(raw.get("snippet"))
    handle = as_text(said.get("authorDisplayName")).strip()
    channel = author_id(raw)
    profile = profiles.get(channel, Profile())
    return IncomingAuthor(
        # Authors without an id are not one person: each stands for the one comment alone.
        remote_id=channel or f"comment:{comment}",
        handle=handle or NO_NAME,
        name="" if handle.startswith("@") else handle,
        created_at=profile.created_at,
        followers=profile.followers,
    )


def _post(video: str, channel: str, titles: Mapping[str, IncomingPost]) -> IncomingPost | None:
    if video:
        return titles.get(video) or IncomingPost(video, permalink=video_link(video))
    if channel:  # a comment on the channel itself
        return titles.get(channel) or IncomingPost(channel, permalink=channel_link(channel))
    return None


def _told(value: object) -> bool | None:
    return value if isinstance(value, bool) else None
