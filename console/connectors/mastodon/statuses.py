"""Statuses as comments: everything that is read from an answer's JSON, tolerant of what is missing. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from console.connectors.answers import as_count, as_id, as_items, as_map, as_text
from console.connectors.html_text import plain
from console.connectors.mastodon.spec import MAX_CHARACTERS
from console.connectors.times import utc_seconds
from console.domain.comment import IncomingAuthor, IncomingComment, IncomingPost

#: Length of a post's title in the list, in characters.
TITLE: Final = 100
#: Attachments kept per comment; instances allow four, some more.
_MAX_MEDIA: Final = 8
#: Accounts that a reply may call besides the author, where the channel wants all of them called.
_MAX_CALLED: Final = 8
_KINDS: Final = {"image": "image", "video": "video", "gifv": "video", "audio": "audio"}

View = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Context:
    """What a status alone does not say. ``now`` is UTC seconds; ``longest`` what the instance lets a status have."""

    our_id: str
    now: int
    relation: str = "comment"
    post: IncomingPost | None = None
    watch: str = ""
    longest: int = MAX_CHARACTERS
    mention_all: bool = False
    staff: bool = False


def valid(view: View) -> bool:
    """Whether a status has what a comment needs: an id and an author. A boost is somebody else's status."""
    return bool(
        as_id(view.get("id"))
        and as_id(as_map(view.get("account")).get("id"))
        and not isinstance(view.get("reblog"), Mapping)
    )


def id_of(view: View) -> str:
    """A status's id on this instance."""
    return as_id(view.get("id"))


def parent_of(view: View) -> str | None:
    """The id of the status that this one answers, None when it answers none."""
    return as_id(view.get("in_reply_to_id")) or None


def account_of(view: View) -> str:
    """The id of the author's account on this instance."""
    return as_id(as_map(view.get("account")).get("id"))


def quoted(view: View) -> View:
    """The status that this one quotes, as far as the answer holds it; empty when it quotes none."""
    quote = as_map(view.get("quote"))
    full = as_map(quote.get("quoted_status"))
    short = as_id(quote.get("quoted_status_id"))
    return full or ({"id": short} if short else {})


def author_of(account: View) -> IncomingAuthor:
    """The author. The lasting name is the account's address: ids are the instance's own and mean others elsewhere."""
    acct = as_text(account.get("acct")) or as_text(account.get("username"))
    lasting = as_text(account.get("uri")) or as_text(account.get("url")) or acct or as_id(account.get("id"))
    return IncomingAuthor(
        remote_id=lasting,
        handle=acct or lasting,
        name=as_text(account.get("display_name")),
        created_at=utc_seconds(account.get("created_at")),
        followers=as_count(account.get("followers_count")),
    )


def text_of(view: View) -> str:
    """What a reader reads: the content warning, the text, the choices of a poll."""
    words = plain(as_text(view.get("content"))) or as_text(view.get("text")).strip()
    parts = [as_text(view.get("spoiler_text")).strip(), words]
    choices = [as_text(one.get("title")).strip() for one in as_items(as_map(view.get("poll")).get("options"))]
    parts.append("\n".join(f"- {one}" for one in choices if one))
    return "\n\n".join(one for one in parts if one)


def link_of(view: View) -> str:
    """The status's page; empty where it names none."""
    return as_text(view.get("url")) or as_text(view.get("uri"))


def post_of(view: View) -> IncomingPost:
    """A status as the post under which others stand."""
    text = " ".join(text_of(view).split())
    title = text if len(text) <= TITLE else text[: TITLE - 1].rstrip() + "…"
    return IncomingPost(id_of(view), title, link_of(view), utc_seconds(view.get("created_at")))


def comment_of(view: View, context: Context) -> IncomingComment:
    """One valid status as a comment (``valid`` must hold)."""
    account = as_map(view["account"])
    posted = utc_seconds(view.get("created_at"))
    language = as_text(view.get("language")).replace("_", "-").split("-")[0].lower()
    return IncomingComment(
        remote_id=id_of(view),
        text=text_of(view),
        author=author_of(account),
        # A status of another server may claim any time; nothing is younger than now.
        posted_at=min(context.now if posted is None else max(posted, 0), context.now),
        post=context.post,
        parent_remote_id=parent_of(view),
        permalink=link_of(view),
        language=language or None,
        relation=context.relation,
        ours=account_of(view) == context.our_id,
        edited_at=utc_seconds(view.get("edited_at")),
        likes=as_count(view.get("favourites_count")),
        replies=as_count(view.get("replies_count")),
        facts=_facts(view, account, context),
    )


def _facts(view: View, account: View, context: Context) -> dict[str, Any]:
    """What actions need (account, visibility, warning, language), and what exists besides: media, poll, quote."""
    facts: dict[str, Any] = {"account_id": account_of(view), "address": _called(view, account, context)}
    if visibility := as_text(view.get("visibility"))[:20]:
        facts["visibility"] = visibility
    if uri := as_text(view.get("uri")):
        facts["uri"] = uri
    if spoiler := as_text(view.get("spoiler_text")).strip():
        facts["spoiler"] = spoiler
    if language := as_text(view.get("language")):
        facts["language"] = language
    if context.longest != MAX_CHARACTERS:
        facts["max_characters"] = context.longest
    if context.staff:
        facts["staff"] = True  # a mute and a block act for everybody on the instance
    if context.watch:
        facts["watch"] = context.watch
    if view.get("favourited") is True:
        facts["like"] = True
    if account.get("bot") is True:
        facts["bot"] = True
    if account.get("limited") is True:
        facts["limited"] = True
    if found := as_id(quoted(view).get("id")):
        facts["quotes"] = found
    if attached := _media(view):
        facts["media"] = attached
    if alts := [one["alt"] for one in attached if one.get("alt")]:
        facts["alt"] = alts
    if link := as_text(as_map(view.get("card")).get("url")):
        facts["links"] = [link]
    return facts


def _called(view: View, account: View, context: Context) -> list[str]:
    """Whom a reply to this status calls: its author, and on request everybody it mentions; never ourselves."""
    found = [(account_of(view), as_text(account.get("acct")))]
    if context.mention_all:
        mentions = as_items(view.get("mentions"))[:_MAX_CALLED]
        found += [(as_id(one.get("id")), as_text(one.get("acct"))) for one in mentions]
    return list(dict.fromkeys(acct for one, acct in found if acct and one != context.our_id))


def _media(view: View) -> list[dict[str, Any]]:
    """What is attached: kind, description, pixels. Nothing is loaded."""
    kept: list[dict[str, Any]] = []
    for one in as_items(view.get("media_attachments"))[:_MAX_MEDIA]:
        size = as_map(as_map(one.get("meta")).get("original"))
        entry = {
            "kind": _KINDS.get(as_text(one.get("type")), "file"),
            "alt": as_text(one.get("description"))[:2_000],
            "width": as_count(size.get("width")),
            "height": as_count(size.get("height")),
        }
        kept.append({key: value for key, value in entry.items() if value not in (None, "")})
    return kept


def previews(view: View) -> tuple[str, ...]:
    """Addresses of small pictures in the order of ``media``; empty where there is none."""
    return tuple(
        as_text(one.get("preview_url")) for one in as_items(view.get("media_attachments"))[:_MAX_MEDIA]
    )
