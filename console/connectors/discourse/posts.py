"""Answers about posts and about what waits for review as comments: tolerant of what is missing. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any, Final

from console.connectors.answers import as_count, as_id, as_items, as_map, as_text
from console.connectors.html_text import links, plain
from console.connectors.times import utc_seconds
from console.domain.comment import IncomingAuthor, IncomingComment, IncomingPost

#: What a comment's id begins with that is not published yet: it has no number as a post.
QUEUED: Final = "review-"
LIKE: Final = 2
_TITLE: Final = 100
_MAX_LINKS: Final = 10
_MAX_MEDIA: Final = 8

View = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Context:
    """What an answer alone does not say. ``site`` makes a user's number unique."""

    site: str
    base_url: str
    our_id: str
    our_name: str
    now: int  # UTC seconds


def valid_post(view: View) -> bool:
    """Whether a post has what a comment needs."""
    return as_id(view.get("id")).isdigit() and bool(
        as_text(view.get("username")) or as_id(view.get("user_id"))
    )


def deleted(view: View) -> bool:
    """Whether a post was deleted, by a moderator or by its author."""
    return bool(view.get("deleted_at")) or view.get("user_deleted") is True


def author_of(user: View, context: Context) -> IncomingAuthor:
    """An author from a post or a user record; deleted accounts have no number."""
    handle = as_text(user.get("username"))
    number = as_id(user.get("user_id")) or as_id(user.get("id"))
    key = number or f"~{handle}"
    return IncomingAuthor(f"{context.site}#{key}", handle or "Unknown", as_text(user.get("name")))


def text_of(view: View) -> str:
    """The author's own words: without what they quote of others, pictures by their words, emoji by their names."""
    cooked = as_text(view.get("cooked"))
    if not cooked or view.get("cooked_hidden") is True:
        return as_text(view.get("raw")).strip()
    return plain(without_quotes(cooked))


def comment_of(
    view: View, context: Context, *, relation: str = "comment", parent: str | None = None, **more: Any
) -> IncomingComment:
    """One valid post as a comment; ``parent`` is the id of the post it answers, ``more`` further facts."""
    number = as_id(view.get("id"))
    cooked = as_text(view.get("cooked"))
    actions = {as_count(one.get("id")): one for one in as_items(view.get("actions_summary"))}
    like = actions.get(LIKE, {})
    posted = utc_seconds(view.get("created_at"))
    version = as_count(view.get("version")) or 1
    gone = deleted(view)
    author_id, handle = as_id(view.get("user_id")), as_text(view.get("username"))
    facts: dict[str, Any] = {
        "topic_id": as_count(view.get("topic_id")),
        "post_number": as_count(view.get("post_number")),
        "user_id": author_id,
        "version": version,
        "trust_level": as_count(view.get("trust_level")),
        "liked": like.get("acted") is True or None,
        "flagged_by_us": [key for key, one in actions.items() if key != LIKE and one.get("acted") is True]
        or None,
        "links": [one for one in links(cooked) if not one.startswith(context.base_url + "/u/")][:_MAX_LINKS]
        or None,
        "media": pictures(cooked) or None,
        **more,
    }
    return IncomingComment(
        remote_id=number,
        text="" if gone else text_of(view),
        author=author_of({**view, "id": ""}, context),
        posted_at=context.now if posted is None or posted > context.now else posted,
        post=topic_of(view, context),
        parent_remote_id=parent,
        permalink=_address(view.get("post_url"), context),
        relation=relation,
        ours=author_id == context.our_id
        if context.our_id and author_id
        else handle.lower() == context.our_name.lower(),
        gone=gone,
        hidden=view.get("hidden") is True,
        edited_at=utc_seconds(view.get("updated_at")) if version > 1 else None,
        likes=as_count(like.get("count")) or 0 if actions or "actions_summary" in view else None,
        replies=as_count(view.get("reply_count")),
        facts={key: value for key, value in facts.items() if value is not None},
    )


def topic_of(view: View, context: Context) -> IncomingPost | None:
    """The topic in which a post stands."""
    number = as_id(view.get("topic_id"))
    if not number:
        return None
    slug = as_text(view.get("topic_slug"))
    title = " ".join((as_text(view.get("topic_title")) or slug.replace("-", " ")).split())
    if len(title) > _TITLE:
        title = title[: _TITLE - 1].rstrip() + "…"
    return IncomingPost(number, title, f"{context.base_url}/t/{slug or '-'}/{number}")


def review_facts(item: View, answer: View) -> dict[str, Any]:
    """What an action needs of a review item: id, version, and the names of what may be done with it."""
    return {
        "id": as_id(item.get("id")),
        "type": as_text(item.get("type")),
        "version": as_count(item.get("version")) or 0,
        "actions": list(action_ids(item, answer)),
    }


def action_ids(item: View, answer: View) -> tuple[str, ...]:
    """What the forum offers for a review item, in its order. Newer forums write the item's number before a name."""
    bundles = {as_id(one.get("id")): one for one in as_items(answer.get("bundled_actions"))}
    actions = {as_id(one.get("id")): one for one in as_items(answer.get("actions"))}
    named = item.get("bundled_action_ids")
    mine = [bundles.get(as_id(one), {}) for one in named] if isinstance(named, list) else []
    found: list[str] = []
    for bundle in [*mine, *as_items(item.get("bundled_actions"))]:
        ids = bundle.get("action_ids")
        for one in ids if isinstance(ids, list) else []:
            action = actions.get(as_id(one), {})
            found.append(as_text(action.get("server_action")) or as_id(one))
        found += [
            as_text(one.get("server_action")) or as_id(one.get("id"))
            for one in as_items(bundle.get("actions"))
        ]
    return tuple(dict.fromkeys(re.sub(r"^\d+-", "", one) for one in found if one))


def queued_comment(item: View, answer: View, context: Context) -> IncomingComment | None:
    """A post that waits for approval as a comment; None when it lacks an id or a text."""
    number = as_id(item.get("id"))
    payload = as_map(item.get("payload"))
    raw = as_text(payload.get("raw"))
    if not number or not raw:
        return None
    users = {as_id(one.get("id")): one for one in as_items(answer.get("users"))}
    user: View = {}
    for name in ("target_created_by", "created_by"):
        user = user or as_map(item.get(name)) or users.get(as_id(item.get(f"{name}_id")), {})
    topic = next((t for t in as_items(answer.get("topics")) if t.get("id") == item.get("topic_id")), {})
    title = as_text(topic.get("title")) or as_text(payload.get("title"))
    above = topic_of(
        {"topic_id": item.get("topic_id"), "topic_slug": topic.get("slug"), "topic_title": title}, context
    )
    posted = utc_seconds(item.get("created_at"))
    facts: dict[str, Any] = {
        "queued": True,
        "reviewable": review_facts(item, answer),
        "user_id": as_id(user.get("id")),
        "topic_id": as_count(item.get("topic_id")),
    }
    return IncomingComment(
        remote_id=QUEUED + number,
        text=raw.strip() if not title or above is not None else f"{title}\n\n{raw.strip()}",
        author=author_of(user, context),
        posted_at=context.now if posted is None or posted > context.now else posted,
        post=above,
        permalink=f"{context.base_url}/review/{number}",
        hidden=True,
        facts={key: value for key, value in facts.items() if value not in (None, "")},
    )


def without_quotes(cooked: str) -> str:
    """``cooked`` without the boxes in which Discourse shows what others said."""
    reader = _Quotes()
    reader.feed(cooked)
    reader.close()
    return "".join(reader.kept)


class _Quotes(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.kept: list[str] = []
        self._depth = 0  # of asides, once inside a quote

    def _keep(self, raw: str) -> None:
        if not self._depth:
            self.kept.append(raw)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "aside" and (self._depth or "quote" in (dict(attrs).get("class") or "").split()):
            self._depth += 1
        self._keep(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._keep(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self._keep(f"</{tag}>")
        if tag == "aside" and self._depth:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        self._keep(data)

    def handle_entityref(self, name: str) -> None:
        self._keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._keep(f"&#{name};")


def pictures(cooked: str) -> list[dict[str, Any]]:
    """What is shown in a post as pictures and videos, without emoji. Nothing is loaded."""
    reader = _Pictures()
    reader.feed(cooked)
    reader.close()
    return reader.found[:_MAX_MEDIA]


class _Pictures(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[dict[str, Any]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        classes = set(given.get("class", "").split())
        if tag not in ("img", "video") or classes & {"emoji", "avatar", "site-icon"}:
            return
        entry: dict[str, Any] = {
            "kind": "image" if tag == "img" else "video",
            "alt": given.get("alt", "")[:2_000],
            "width": as_count(given.get("width", "")),
            "height": as_count(given.get("height", "")),
        }
        self.found.append({key: value for key, value in entry.items() if value not in (None, "")})


def newest_first(views: Iterable[View]) -> list[View]:
    """Valid posts by id, highest first, each once."""
    by_id = {int(as_id(view.get("id"))): view for view in views if valid_post(view)}
    return [by_id[number] for number in sorted(by_id, reverse=True)]


def _address(path: object, context: Context) -> str:
    text = as_text(path)
    return text if text.startswith("http") or not text else context.base_url + text
