"""Bluesky's pure parts: names, record keys, facets, cursors, capabilities and what a post view says."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.connectors.bluesky import SPEC
from console.connectors.bluesky.actions import check_text
from console.connectors.bluesky.cursor import Cursor, Walk, parse
from console.connectors.bluesky.facets import clean_text, facets, mentioned_handles
from console.connectors.bluesky.names import (
    DEFAULT_SERVER,
    epoch_ms,
    normalise_handle,
    normalise_server,
    parse_uri,
    permalink,
    tid,
    timestamp,
)
from console.connectors.bluesky.posts import Context, comment_of, valid_view
from console.connectors.bluesky.records import report_body
from console.connectors.bluesky.session import claims, pds_of
from console.domain.comment import IncomingPost
from console.domain.decision import ActionRequest
from console.domain.errors import Invalid, UsageError
from console.domain.vocabulary import ActionKind

URI = "at://did:plc:abc/app.bsky.feed.post/3kaaaaaaaaa2a"


@pytest.mark.parametrize(
    ("typed", "server"),
    [
        ("", DEFAULT_SERVER),
        ("bsky.social", DEFAULT_SERVER),
        (" https://Pds.example/ ", "https://pds.example"),
        ("https://pds.example/xrpc", "https://pds.example"),
        ("localhost:2583", "http://localhost:2583"),
        ("127.0.0.1:2583/", "http://127.0.0.1:2583"),
    ],
)
def test_servers(typed: str, server: str) -> None:
    assert normalise_server(typed) == server


@pytest.mark.parametrize(
    ("typed", "handle"),
    [
        ("@Brand.Example", "brand.example"),
        ("\u202abrand.example\u202c", "brand.example"),
        ("https://bsky.app/profile/brand.example?x=1", "brand.example"),
        ("bsky.app/profile/did:plc:abc/post/3k", "did:plc:abc"),
        ("at://brand.example", "brand.example"),
        ("brand", "brand.bsky.social"),
        ("me@mail.example", "me@mail.example"),
        ("did:plc:AbC", "did:plc:AbC"),
    ],
)
def test_handles(typed: str, handle: str) -> None:
    assert normalise_handle(typed, DEFAULT_SERVER) == handle


@pytest.mark.parametrize("typed", ["", "@", "two words", "a/b"])
def test_bad_handles(typed: str) -> None:
    with pytest.raises(UsageError) as caught:
        normalise_handle(typed, DEFAULT_SERVER)
    assert caught.value.code == "bad_handle"


def test_a_bare_name_is_not_guessed_elsewhere() -> None:
    with pytest.raises(UsageError):
        normalise_handle("brand", "https://pds.example")


def test_uris() -> None:
    parts = parse_uri(URI)
    assert parts is not None
    assert str(parts) == URI
    assert permalink(URI) == "https://bsky.app/profile/did:plc:abc/post/3kaaaaaaaaa2a"
    assert permalink("at://did:plc:abc/app.bsky.feed.like/3k") == ""
    for bad in ("", None, 7, "at://joe.test/app.bsky.feed.post/3k", URI + "/x", URI + "\n", "https://x"):
        assert parse_uri(bad) is None


@given(st.integers(0, 2**53 - 2), st.text(max_size=40), st.text(max_size=40))
def test_record_keys_follow_from_the_intent(us: int, key: str, other: str) -> None:
    made = tid(us, key)
    assert made == tid(us, key)
    assert len(made) == 13
    assert made[0] in "234567abcdefghij"  # the top bit of a TID is zero
    assert made < tid(us + 1, other)


def test_record_key_holds_its_time() -> None:
    alphabet = "234567abcdefghijklmnopqrstuvwxyz"
    us = 1_795_302_548_123_456
    value = 0
    for letter in tid(us, "k"):
        value = value * 32 + alphabet.index(letter)
    assert value >> 10 == us
    assert timestamp(us) == "2026-11-21T23:09:08.123Z"


@given(st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1)))  # noqa: DTZ001
def test_times_go_round(moment: datetime) -> None:
    us = int(moment.replace(tzinfo=UTC).timestamp() * 1_000_000)
    back = epoch_ms(timestamp(us))
    assert back is not None
    assert abs(back - us // 1000) <= 1


@pytest.mark.parametrize("bad", [None, 5, "", "yesterday", "2026-13-01T00:00:00Z"])
def test_no_times(bad: object) -> None:
    assert epoch_ms(bad) is None


# ---------------------------------------------------------------------- facets


def marked(text: str, dids: dict[str, str] | None = None) -> list[tuple[str, str]]:
    raw = text.encode()
    found = []
    for facet in facets(text, dids or {}):
        part = raw[facet["index"]["byteStart"] : facet["index"]["byteEnd"]].decode()
        feature = facet["features"][0]
        found.append((part, feature.get("uri") or feature["did"]))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("voilà 👩‍👧 https://a.example/é?x=1, et", [("https://a.example/é?x=1",) * 2]),
        ("(see https://a.example/x_(y)).", [("https://a.example/x_(y)",) * 2]),
        ("«https://a.example»", [("https://a.example",) * 2]),
        ("https://", []),
        ("nothttps://a.example", []),
        ("Bonjour @Joe.Test!", [("@Joe.Test", "did:plc:joe")]),
        ("mail me@joe.test or https://x.example/@joe.test", [("https://x.example/@joe.test",) * 2]),
        ("@nobody.test", []),
    ],
)
def test_facets(text: str, expected: list[tuple[str, str]]) -> None:
    assert marked(text, {"joe.test": "did:plc:joe"}) == expected


def test_mentions_are_found_once() -> None:
    assert mentioned_handles("@a.test and @A.test, @b-c.example; @nodot") == ["a.test", "b-c.example"]


@given(st.text(max_size=200))
def test_facets_never_leave_the_text(text: str) -> None:
    text = clean_text(text)
    end = 0
    for facet in facets(text, dict.fromkeys(mentioned_handles(text), "did:plc:x")):
        index = facet["index"]
        assert end <= index["byteStart"] < index["byteEnd"] <= len(text.encode())
        end = index["byteEnd"]


def test_lone_surrogates_are_replaced() -> None:
    assert clean_text("a\ud83d b\U0001f600") == "a\ufffd b\U0001f600"


# ---------------------------------------------------------------------- limits, cursors, capabilities


def test_text_limits() -> None:
    check_text("x" * 300)
    check_text("👩‍👩‍👧‍👦" * 100)  # 100 graphemes, 2500 bytes
    for text, code in (("x" * 301, "too_long"), ("👩‍👩‍👧‍👦" * 121, "too_long"), (" \n", "empty_text")):
        with pytest.raises(Invalid) as caught:
            check_text(text)
        assert caught.value.code == code


def test_cursors_go_round() -> None:
    walk = Walk("c", 5, (URI,), 1, pages=3, deep=True)
    for cursor in (Cursor(), Cursor(3, 9, (URI,), 7, walk, True, (URI, URI + "2"), URI)):
        assert parse(cursor.dump()) == cursor
    assert parse(None) == Cursor()


@pytest.mark.parametrize("text", ["", "null", "{}", "[]", '{"v":2}', "not json"])
def test_foreign_cursors_are_refused(text: str) -> None:
    with pytest.raises(Invalid) as caught:
        parse(text)
    assert caught.value.code == "bad_cursor"


def test_capabilities() -> None:
    assert SPEC.capability("report").reversible is False
    assert {c.mode for c in SPEC.capabilities if c.action == "delete"} == {"own_only"}
    ours, theirs = {"root_is_ours": True}, {"root_is_ours": False}
    assert SPEC.capability("hide", ours).mode == "api"
    assert SPEC.capability("hide", theirs).mode == "none"
    assert SPEC.capability("hide", theirs).note == "why.bluesky_hide_own_threads"
    assert SPEC.capability("delete", ours).mode == "none"
    assert SPEC.capability("delete", ours, ours=True).mode == "api"
    assert SPEC.capability("block", ours, ours=True).mode == "none"
    assert SPEC.capability("reply", {"reply_disabled": True}).mode == "none"
    assert SPEC.capability("teleport").mode == "none"
    for capability in SPEC.capabilities:
        assert capability.note.startswith("effect.bluesky_")


def test_pds_of_a_did_document() -> None:
    service = {
        "id": "#atproto_pds",
        "type": "AtprotoPersonalDataServer",
        "serviceEndpoint": "https://p.example",
    }
    assert pds_of({"service": [{"id": "#other"}, service]}) == "https://p.example"
    for bad in (
        None,
        {},
        {"service": "x"},
        {"service": [1]},
        {"service": [{**service, "serviceEndpoint": 7}]},
    ):
        assert pds_of(bad) is None


@given(st.text(max_size=60))
def test_claims_of_anything(token: str) -> None:
    assert isinstance(claims(token), dict)


@pytest.mark.parametrize(
    ("reason", "expected"),
    [("spam", "reasonSpam"), ("hate", "reasonRude"), ("threat", "reasonViolation"), ("?", "reasonOther")],
)
def test_report_reasons(reason: str, expected: str) -> None:
    request = ActionRequest("k", ActionKind.REPORT, 1, URI, "did:plc:abc", reason=reason, text=" because ")
    body = report_body(request, "cid")
    assert body["reasonType"] == f"com.atproto.moderation.defs#{expected}"
    assert body["subject"] == {"$type": "com.atproto.repo.strongRef", "uri": URI, "cid": "cid"}
    assert body["reason"] == "because"


# ---------------------------------------------------------------------- views


def view(**record: Any) -> dict[str, Any]:
    return {
        "uri": URI,
        "cid": "c1",
        "author": {"did": "did:plc:abc", "handle": "joe.test", "displayName": "Joe"},
        "record": {
            "$type": "app.bsky.feed.post",
            "text": "hi",
            "createdAt": "2026-11-20T10:00:00Z",
            **record,
        },
        "indexedAt": "2026-11-20T10:00:01.5Z",
        "likeCount": 3,
        "replyCount": 0,
    }


def test_a_view_as_a_comment() -> None:
    root = {"uri": "at://did:plc:me/app.bsky.feed.post/3k", "cid": "r"}
    post = IncomingPost(root["uri"], "Our post", "", 1_795_000_000)
    record = {"langs": ["pt-BR", "en"], "reply": {"root": root, "parent": root}}
    context = Context(
        "did:plc:me", 1_800_000_000, "https://bsky.app", post=post, profile={"followersCount": 12}
    )
    comment = comment_of(view(**record), context)
    assert (comment.text, comment.language, comment.likes, comment.replies) == ("hi", "pt", 3, 0)
    assert comment.facts == {"cid": "c1", "root": root, "root_is_ours": True, "parent": root}
    assert comment.parent_remote_id == root["uri"]
    assert comment.posted_at == 1_795_168_801
    assert (comment.author.handle, comment.author.name, comment.author.followers) == ("joe.test", "Joe", 12)
    assert comment.permalink.endswith("/profile/did:plc:abc/post/3kaaaaaaaaa2a")


def test_claimed_times_are_not_believed() -> None:
    root = {"uri": "at://did:plc:me/app.bsky.feed.post/3k", "cid": "r"}
    post = IncomingPost(root["uri"], "", "", 1_795_000_000)
    context = Context("did:plc:me", 1_795_000_500, "", post=post)
    old = view(createdAt="1999-01-01T00:00:00Z", reply={"root": root, "parent": root})
    old["indexedAt"] = "1999-01-01T00:00:00.000Z"
    backdated = comment_of(old, context)
    assert backdated.posted_at == 1_795_000_000
    assert backdated.facts["claimed_at"] == 915_148_800
    assert comment_of({**view(), "indexedAt": "2099-01-01T00:00:00Z"}, context).posted_at == 1_795_000_500


def test_attachments_are_told() -> None:
    embed = {"$type": "app.bsky.embed.images", "images": [{"alt": "a burnt plug"}]}
    facet = {"features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://e.example"}]}
    comment = comment_of(
        view(text="", embed=embed, facets=[facet, facet]), Context("did:plc:me", 2_000_000_000, "")
    )
    assert comment.facts["embed"] == "images"
    assert comment.facts["alt"] == ["a burnt plug"]
    assert comment.facts["links"] == ["https://e.example"]


def test_media_are_described_and_never_loaded() -> None:
    """Kind, type, size, description and pixels of images and videos, also beside a quoted post."""
    blob = {"$type": "blob", "ref": {"$link": "bafy"}, "mimeType": "image/jpeg", "size": 214_000}
    image = {"alt": "a burnt plug", "image": blob, "aspectRatio": {"width": 4, "height": 3}}
    images = {"$type": "app.bsky.embed.images", "images": [image, {"alt": ""}, "nonsense"]}
    context = Context("did:plc:me", 2_000_000_000, "")
    found = comment_of(view(text="", embed=images), context).facts["media"]
    assert found[0] == {
        "kind": "image", "mime": "image/jpeg", "bytes": 214_000, "alt": "a burnt plug", "width": 4, "height": 3,
    }  # fmt: skip
    assert found[1] == {"kind": "image"}
    video = {"$type": "app.bsky.embed.video", "video": {"mimeType": "video/mp4", "size": 9}, "alt": "x"}
    both = {"$type": "app.bsky.embed.recordWithMedia", "record": {}, "media": video}
    found = comment_of(view(text="", embed=both), context).facts["media"]
    assert found == [{"kind": "video", "mime": "video/mp4", "bytes": 9, "alt": "x"}]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
_FIELDS = ("text", "createdAt", "langs", "reply", "embed", "facets")


@given(st.dictionaries(st.sampled_from(_FIELDS), _JSON), st.dictionaries(st.sampled_from(("author", "indexedAt", "viewer", "likeCount", "replyCount", "uri", "cid")), _JSON))  # fmt: skip
def test_odd_views_never_break_a_pull(record: dict[str, Any], outer: dict[str, Any]) -> None:
    odd = {**view(**record), **outer}
    if valid_view(odd):
        comment = comment_of(odd, Context("did:plc:me", 1_800_000_000, ""))
        assert comment.posted_at <= 1_800_000_000
