"""Posts as comments: everything that is read from an answer's JSON, tolerant of what is missing. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from console.connectors.answers import as_count, as_id, as_items, as_map, as_text
from console.connectors.html_text import entities
from console.connectors.times import utc_ms, utc_seconds
from console.connectors.x.names import intent, moment, newest, number, permalink, valid
from console.domain.comment import IncomingAuthor, IncomingComment, IncomingPost

#: The handle of an author whom the answer does not name.
NO_NAME: Final = "Unknown"
#: Length of a post's title in the list, in characters.
TITLE: Final = 100
_MAX_MEDIA: Final = 8
_MAX_LINKS: Final = 10
_MEDIA: Final = {"photo": "image", "video": "video", "animated_gif": "video"}
#: What X writes for a language that it does not know: https://docs.x.com, "lang".
_NO_LANGUAGE: Final = frozenset({"und", "zxx", "art", "qam", "qct", "qht", "qme", "qst"})
#: The names that X itself puts before a reply.
_CALLED_FIRST: Final = re.compile(r"(?:@\w{1,20}\s+)*(?:@\w{1,20}\s*\Z)?")
_CALLED: Final = re.compile(r"(?<!\w)@(\w{1,20})")

View = Mapping[str, Any]

#: What is asked for of posts, and of what comes along with them.
FIELDS: Final[Mapping[str, str]] = {
    "tweet.fields": "created_at,author_id,conversation_id,in_reply_to_user_id,referenced_tweets,"
    "edit_history_tweet_ids,lang,public_metrics,note_tweet,entities,attachments,possibly_sensitive",
    "expansions": "author_id,attachments.media_keys",
    "user.fields": "username,name,public_metrics,created_at,protected",
    "media.fields": "type,alt_text,width,height",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A page of posts: themselves, and what came along by id."""

    posts: tuple[View, ...] = ()
    users: Mapping[str, View] = field(default_factory=dict)
    media: Mapping[str, View] = field(default_factory=dict)
    others: Mapping[str, View] = field(default_factory=dict)  # posts that these answer or quote
    following: str = ""
    said: int | None = None  # how many posts X says there are on this page
    errors: tuple[View, ...] = ()
    listed: bool = False

    @classmethod
    def of(cls, raw: View) -> Answer:
        """From an answer's body; a single post counts as a page of one."""
        data, meta, along = raw.get("data"), as_map(raw.get("meta")), as_map(raw.get("includes"))
        found = [data] if isinstance(data, Mapping) else as_items(data)
        return cls(
            tuple(one for one in found if valid(as_id(one.get("id")))),
            {as_id(one.get("id")): one for one in as_items(along.get("users")) if as_id(one.get("id"))},
            {as_text(one.get("media_key")): one for one in as_items(along.get("media"))},
            {
                as_id(one.get("id")): one
                for one in as_items(along.get("tweets"))
                if valid(as_id(one.get("id")))
            },
            as_text(meta.get("next_token")),
            as_count(meta.get("result_count")),
            tuple(as_items(raw.get("errors"))),
            isinstance(data, list),
        )

    @property
    def whole(self) -> bool:
        """Whether the body was a page at all, be it empty."""
        return bool(self.listed or self.posts or self.errors) or self.said is not None


@dataclass(frozen=True, slots=True)
class Root:
    """What is known of a post of ours or of others that comments stand under or quote. ``ours`` None: not known."""

    ours: bool | None = None
    post: IncomingPost | None = None
    replies: int | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a post alone does not say. ``now`` is UTC seconds; ``name`` our user name without its sign."""

    our_id: str
    name: str
    now: int
    answer: Answer
    roots: Mapping[str, Root] = field(default_factory=dict)
    firsts: Mapping[str, str] = field(default_factory=dict)  # a later version's id to the first one's
    watch: str = ""
    replies_call: bool = False


def id_of(view: View) -> str:
    """The id of this version."""
    return as_id(view.get("id"))


def versions(view: View) -> tuple[str, ...]:
    """The ids of all versions, the first one first; the documents write the key in two ways."""
    raw = view.get("edit_history_tweet_ids") or view.get("edit_history_post_ids")
    listed = [as_id(one) for one in raw] if isinstance(raw, list) else []
    return tuple(sorted({one for one in (*listed, id_of(view)) if valid(one)}, key=number))


def remote_id(view: View) -> str:
    """The lasting id: that of the first version."""
    return versions(view)[0]


def referenced(view: View, kind: str) -> str:
    """The id of the post that this one answers (replied_to), quotes (quoted) or repeats (retweeted); else empty."""
    raw = view.get("referenced_tweets") or view.get("referenced_posts")
    for one in as_items(raw):
        if one.get("type") == kind and valid(as_id(one.get("id"))):
            return as_id(one.get("id"))
    return ""


def conversation(view: View) -> str:
    """The id of the post that began the conversation; empty where nobody says."""
    found = as_id(view.get("conversation_id"))
    return found if valid(found) else ""


def text_of(view: View) -> str:
    """The whole text, entities decoded; what is longer than usual stands beside its beginning."""
    long = as_text(as_map(view.get("note_tweet") or view.get("note_post")).get("text"))
    return entities(long or as_text(view.get("text")))


def author_id(view: View) -> str:
    """The author's id; empty where the answer does not name it."""
    found = as_id(view.get("author_id"))
    return found if valid(found) else ""


def author_of(view: View, answer: Answer) -> IncomingAuthor:
    """The author, with followers where they came along."""
    one = author_id(view)
    user = as_map(answer.users.get(one))
    name = as_text(user.get("username")) or as_text(view.get("username"))
    return IncomingAuthor(
        remote_id=one or (name and f"@{name}") or f"unknown:{remote_id(view)}",
        handle=name or NO_NAME,
        name=entities(as_text(user.get("name"))),
        created_at=utc_seconds(user.get("created_at")),
        followers=as_count(as_map(user.get("public_metrics")).get("followers_count")),
    )


def root_of(view: View, our_id: str) -> Root:
    """A post as one that others stand under."""
    text = " ".join(text_of(view).split())
    title = text if len(text) <= TITLE else text[: TITLE - 1].rstrip() + "…"
    author = author_id(view)
    ours = None if not author or not our_id else author == our_id
    one = remote_id(view)
    # Only our own words are a title: those of others are shown where they are comments.
    post = IncomingPost(one, title if ours else "", permalink(one), _ms(view, one) // 1000 or None)
    return Root(ours, post, as_count(as_map(view.get("public_metrics")).get("reply_count")))


def comment_of(view: View, context: Context) -> IncomingComment:
    """One post as a comment."""
    ids = versions(view)
    one, latest = ids[0], newest(*ids)
    posted = min(max(_ms({} if len(ids) > 1 and moment(one) else view, one) // 1000, 0), context.now)
    talk, parent = conversation(view), referenced(view, "replied_to")
    on_ours = is_on_ours(view, context)
    relation = _relation(view, context, on_ours)
    metrics = as_map(view.get("public_metrics"))
    root = context.roots.get(talk)
    post = None
    if talk and talk != one:
        post = (root and root.post) or IncomingPost(talk, "", permalink(talk))
    edited = moment(latest) or utc_ms(view.get("created_at"))
    language = as_text(view.get("lang")).replace("_", "-").split("-")[0].lower()
    return IncomingComment(
        remote_id=one,
        text=text_of(view),
        author=author_of(view, context.answer),
        posted_at=posted or context.now,
        post=post,
        parent_remote_id=context.firsts.get(parent, parent) or None,
        permalink=permalink(latest),
        language=None if language in _NO_LANGUAGE else language or None,
        relation=relation,
        ours=bool(author_id(view)) and author_id(view) == context.our_id,
        edited_at=edited // 1000 if len(ids) > 1 and edited else None,
        likes=as_count(metrics.get("like_count")),
        replies=as_count(metrics.get("reply_count")),
        facts=_facts(view, context, relation, on_ours),
    )


def is_on_ours(view: View, context: Context) -> bool | None:
    """Whether the conversation is ours; None where nobody says."""
    talk = conversation(view)
    root = context.roots.get(talk)
    if root is not None and root.ours is not None:
        return root.ours
    if not talk or not context.our_id:
        return None
    if talk in versions(view):
        return author_id(view) == context.our_id if author_id(view) else None
    # Whoever answers the post that began it, and us, answers our post.
    if referenced(view, "replied_to") == talk and as_id(view.get("in_reply_to_user_id")):
        return as_id(view.get("in_reply_to_user_id")) == context.our_id
    return None


def _relation(view: View, context: Context, on_ours: bool | None) -> str:
    answers = bool(referenced(view, "replied_to"))
    to_us = bool(context.our_id) and as_id(view.get("in_reply_to_user_id")) == context.our_id
    if answers and (on_ours or to_us):
        return "comment"
    if context.watch:
        return "mention"
    return "quote" if referenced(view, "quoted") else "mention"


def calls_us(view: View, context: Context) -> bool:
    """Whether the author named us in words of their own, not by the names that X puts before every reply."""
    text = as_text(as_map(view.get("note_tweet")).get("text")) or as_text(view.get("text"))
    start = 0
    if referenced(view, "replied_to") and not context.replies_call:
        match = _CALLED_FIRST.match(text)
        start = match.end() if match else 0
    names = {one.group(1).casefold() for one in _CALLED.finditer(text, start)}
    if context.name and context.name.casefold() in names:
        return True
    for one in as_items(as_map(view.get("entities")).get("mentions")):
        if context.our_id and as_id(one.get("id")) == context.our_id:
            return as_text(one.get("username")).casefold() in names
    # Where we do not know our own name: what X lists among our mentions names us.
    return bool(names) and not context.name and not context.watch


def _facts(view: View, context: Context, relation: str, on_ours: bool | None) -> dict[str, Any]:
    """What actions need, and what exists besides: media, links, what is quoted."""
    facts: dict[str, Any] = {"id": newest(*versions(view))}
    if author := author_id(view):
        facts["account_id"] = author
    if talk := conversation(view):
        facts["conversation_id"] = talk
    if on_ours is not None:
        facts["on_ours"] = on_ours
    quotes = referenced(view, "quoted")
    root = context.roots.get(quotes)
    quotes_us = bool(quotes) and root is not None and root.ours is True
    plain_reply = relation == "comment" and context.replies_call
    facts["can_reply"] = quotes_us or plain_reply or calls_us(view, context)
    if not facts["can_reply"]:
        # Where a person answers by hand: X's own page for writing a reply to this post.
        facts["pages"] = dict.fromkeys(("reply", "warn"), intent(facts["id"]))
    if quotes:
        facts["quotes"] = quotes
    if context.watch and relation == "mention":
        facts["watch"] = context.watch
    if as_map(context.answer.users.get(author_id(view))).get("protected") is True:
        facts["visibility"] = "private"
    if view.get("possibly_sensitive") is True:
        facts["sensitive"] = True
    if attached := _media(view, context.answer):
        facts["media"] = attached
    if alts := [one["alt"] for one in attached if one.get("alt")]:
        facts["alt"] = alts
    if links := _links(view):
        facts["links"] = links
    return facts


def _media(view: View, answer: Answer) -> list[dict[str, Any]]:
    """What is attached, as far as the answer says: kind, description, pixels. Nothing is loaded."""
    keys = as_map(view.get("attachments")).get("media_keys")
    kept: list[dict[str, Any]] = []
    for key in keys[:_MAX_MEDIA] if isinstance(keys, list) else []:
        one = as_map(answer.media.get(as_text(key)))
        entry = {
            "kind": _MEDIA.get(as_text(one.get("type")), "file"),
            "alt": as_text(one.get("alt_text"))[:2_000],
            "width": as_count(one.get("width")),
            "height": as_count(one.get("height")),
        }
        kept.append({name: value for name, value in entry.items() if value not in (None, "")})
    return kept


def _links(view: View) -> list[str]:
    """Where the shortened addresses in the text lead."""
    given = as_map(as_map(view.get("note_tweet")).get("entities")) or as_map(view.get("entities"))
    found = [
        as_text(one.get("unwound_url")) or as_text(one.get("expanded_url"))
        for one in as_items(given.get("urls"))
        if not one.get("media_key")
    ]
    return list(dict.fromkeys(one for one in found if one))[:_MAX_LINKS]


def _ms(view: View, one: str) -> int:
    """When it was written, in UTC ms; from its id where the answer does not say; 0 where nothing does."""
    return utc_ms(view.get("created_at")) or moment(one) or 0
