"""Post views as comments: everything that is read from an answer's JSON, tolerant of what is missing. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from console.connectors.answers import as_count, as_map, as_text
from console.connectors.bluesky.names import epoch_ms, is_did, parse_uri, permalink
from console.domain.comment import IncomingAuthor, IncomingComment, IncomingPost

#: Length of a post's title in the list, in characters.
TITLE: Final = 100
#: Attachments kept per comment; the network allows four pictures or one video.
_MAX_MEDIA: Final = 8
#: Links kept per comment for whoever looks at spam.
_MAX_LINKS: Final = 10
#: Placeholder that the network shows for accounts whose handle does not resolve.
_NO_HANDLE: Final = "handle.invalid"

View = Mapping[str, Any]


def strong_ref(value: object) -> dict[str, str] | None:
    """``{"uri", "cid"}`` of a record, or None."""
    ref = as_map(value)
    uri, cid = as_text(ref.get("uri")), as_text(ref.get("cid"))
    return {"uri": uri, "cid": cid} if parse_uri(uri) and cid else None


def valid_view(view: View) -> bool:
    """Whether a post view has what a comment needs."""
    return bool(
        parse_uri(view.get("uri"))
        and as_text(view.get("cid"))
        and is_did(as_map(view.get("author")).get("did"))
        and isinstance(view.get("record"), Mapping)
    )


def root_of(view: View) -> dict[str, str]:
    """Uri and cid of the post that started the thread; the post itself when it is no reply."""
    found = strong_ref(as_map(as_map(view["record"]).get("reply")).get("root"))
    return found or {"uri": str(view["uri"]), "cid": str(view["cid"])}


def parent_of(view: View) -> dict[str, str] | None:
    """Uri and cid of the post that this one answers, or None."""
    return strong_ref(as_map(as_map(view["record"]).get("reply")).get("parent"))


def quoted_uri(view: View) -> str | None:
    """The uri of the post that this one quotes, or None."""
    embed = as_map(as_map(view["record"]).get("embed"))
    record = as_map(embed.get("record"))
    # recordWithMedia nests the reference one level deeper.
    ref = strong_ref(record) or strong_ref(record.get("record"))
    return ref["uri"] if ref else None


def calls(view: View, did: str) -> bool:
    """Whether the text mentions the account ``did``."""
    return any(as_text(feature.get("did")) == did for feature in _features(as_map(view["record"])))


def author_of(view: View, profile: View | None) -> IncomingAuthor:
    """The author of a post, with followers and the age of the account where ``profile`` has them."""
    basic = as_map(view.get("author"))
    full = profile or {}
    did = str(basic["did"])
    handle = as_text(basic.get("handle"))
    created = epoch_ms(full.get("createdAt")) or epoch_ms(basic.get("createdAt"))
    return IncomingAuthor(
        remote_id=did,
        handle=did if handle in ("", _NO_HANDLE) else handle,
        name=as_text(full.get("displayName")) or as_text(basic.get("displayName")),
        created_at=created // 1000 if created else None,
        followers=as_count(full.get("followersCount")),
    )


def post_of(uri: str, record: View, indexed_ms: int | None, web: str) -> IncomingPost:
    """The root of a thread as the post under which its comments stand."""
    text = " ".join(as_text(record.get("text")).split())
    title = text if len(text) <= TITLE else text[: TITLE - 1].rstrip() + "…"
    posted = indexed_ms or epoch_ms(record.get("createdAt"))
    return IncomingPost(uri, title, permalink(uri, web), posted // 1000 if posted else None)


@dataclass(frozen=True, slots=True)
class Context:
    """What a post view alone does not say."""

    our_did: str
    now: int  # UTC seconds
    web: str
    relation: str = "comment"
    post: IncomingPost | None = None
    profile: View | None = None
    hidden: bool | None = None
    watch: str = ""  # the watch term that brought it


def comment_of(view: View, context: Context) -> IncomingComment:
    """One valid post view as a comment (``valid_view`` must hold)."""
    record = as_map(view["record"])
    uri = str(view["uri"])
    root, parent = root_of(view), parent_of(view)
    author = author_of(view, context.profile)
    languages = record.get("langs")
    language = as_text(languages[0]) if isinstance(languages, list) and languages else ""
    posted, claimed = _times(view, record, context)
    root_uri = parse_uri(root["uri"])
    facts: dict[str, Any] = {
        "cid": str(view["cid"]),
        "root": root,
        "root_is_ours": root_uri is not None and root_uri.did == context.our_did,
        **({"parent": parent} if parent else {}),
        **_extras(view, record),
        **({"claimed_at": claimed} if claimed is not None else {}),
        **({"watch": context.watch} if context.watch else {}),
    }
    return IncomingComment(
        remote_id=uri,
        text=as_text(record.get("text")),
        author=author,
        posted_at=posted,
        post=context.post,
        parent_remote_id=parent["uri"] if parent else None,
        permalink=permalink(uri, context.web),
        language=language.split("-")[0].lower() or None,
        relation=context.relation,
        ours=author.remote_id == context.our_did,
        hidden=context.hidden,
        likes=as_count(view.get("likeCount")),
        replies=as_count(view.get("replyCount")),
        facts=facts,
    )


def _times(view: View, record: View, context: Context) -> tuple[int, int | None]:
    """When the post appeared (UTC s), and what its author claims where that is more than an hour off.

    ``createdAt`` is whatever the author's program wrote, and some servers let it into ``indexedAt`` too: a reply
    cannot be older than the post that started the thread, and nothing is younger than now.
    """
    claimed_ms = epoch_ms(record.get("createdAt"))
    indexed_ms = epoch_ms(view.get("indexedAt")) or claimed_ms or context.now * 1000
    posted = indexed_ms // 1000
    if context.post is not None and context.post.posted_at is not None and parent_of(view) is not None:
        posted = max(posted, context.post.posted_at)
    posted = min(posted, context.now)
    claimed = None if claimed_ms is None else claimed_ms // 1000
    return posted, claimed if claimed is not None and abs(claimed - posted) > 3600 else None


def _extras(view: View, record: View) -> dict[str, Any]:
    """Facts worth having only where they exist: what is attached, real link targets, our own like, closed replies."""
    extras: dict[str, Any] = {}
    viewer = as_map(view.get("viewer"))
    if as_text(viewer.get("like")):
        extras["like"] = viewer["like"]
    if viewer.get("replyDisabled") is True:
        extras["reply_disabled"] = True
    embed = as_map(record.get("embed"))
    if kind := as_text(embed.get("$type")).removeprefix("app.bsky.embed."):
        extras["embed"] = kind
    if quoted := quoted_uri(view):
        extras["quotes"] = quoted
    links = [as_text(f.get("uri")) for f in _features(record)] + [
        as_text(as_map(embed.get("external")).get("uri"))
    ]
    if kept := [link for link in dict.fromkeys(links) if link][:_MAX_LINKS]:
        extras["links"] = kept
    if attached := _media(embed):
        extras["media"] = attached
    images = embed.get("images")
    alts = [as_text(as_map(i).get("alt")) for i in images] if isinstance(images, list) else []
    if any(alts):
        extras["alt"] = alts
    return extras


def _media(embed: View) -> list[dict[str, Any]]:
    """What is attached, as the record says: kind, type, bytes, description, pixels. Nothing is loaded."""
    media = as_map(embed.get("media")) or embed  # recordWithMedia nests it one level deeper
    images = media.get("images")
    found = [("image", as_map(one), "image") for one in images] if isinstance(images, list) else []
    if media.get("video"):
        found.append(("video", media, "video"))
    kept: list[dict[str, Any]] = []
    for kind, one, name in found[:_MAX_MEDIA]:
        blob, ratio = as_map(one.get(name)), as_map(one.get("aspectRatio"))
        entry = {
            "kind": kind,
            "mime": as_text(blob.get("mimeType"))[:100],
            "bytes": as_count(blob.get("size")),
            "alt": as_text(one.get("alt"))[:2_000],
            "width": as_count(ratio.get("width")),
            "height": as_count(ratio.get("height")),
        }
        kept.append({key: value for key, value in entry.items() if value not in (None, "")})
    return kept


def thumbnails(view: View) -> tuple[str, ...]:
    """Addresses of small pictures in the order of ``media``; empty where the network shows none, as after a take-down."""
    embed = as_map(view.get("embed"))
    media = as_map(embed.get("media")) or embed  # recordWithMedia#view nests it one level deeper
    images = media.get("images")
    found = [as_map(one).get("thumb") for one in images] if isinstance(images, list) else []
    if as_text(media.get("playlist")) or as_text(media.get("thumbnail")):
        found.append(media.get("thumbnail"))
    return tuple(as_text(one) for one in found[:_MAX_MEDIA])


def _features(record: View) -> Iterable[View]:
    facets = record.get("facets")
    for facet in facets if isinstance(facets, list) else []:
        features = as_map(facet).get("features")
        yield from (as_map(f) for f in features) if isinstance(features, list) else ()
