"""Pulls from Mastodon: notifications, threads, watch terms, paging, what is told again and what is not, failures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from console.connectors.mastodon.connector import MastodonConnector
from console.connectors.mastodon.cursor import TRAIL, parse
from console.domain.comment import IncomingComment
from console.domain.errors import AuthExpired, AuthMissingScope, Invalid, RateLimited, Transient
from tests.support.desk import codes, drain, ids
from tests.support.faultserver import Answer
from tests.support.mastodon_channel import run
from tests.support.mastodon_server import EPOCH, ME, FakeMastodon, fake_mastodon, refuse

FAN = "200"
FAR = "300"
NOTIFICATIONS = "/api/v1/notifications"


@pytest.fixture
def fake() -> Iterator[FakeMastodon]:
    with fake_mastodon() as running:
        running.account(FAN, "fan")
        running.account(FAR, "joe@far.example", followers_count=12_000, bot=True)
        yield running


def by_id(comments: list[IncomingComment]) -> dict[str, IncomingComment]:
    return {one.remote_id: one for one in comments}


def test_everything_arrives_once(fake: FakeMastodon) -> None:
    root = fake.post(ME, "Our kettle is out")
    reply = fake.post(FAN, "@brand it leaks", parent=root, notify="mention")
    quiet = fake.post(FAR, "mine as well", parent=reply)
    own = fake.post(ME, "@fan sorry", parent=reply)
    mention = fake.post(FAR, "@brand hi", notify="mention", visibility="direct")
    elsewhere = fake.post(FAN, "what a day")
    called = fake.post(FAR, "@brand look", parent=elsewhere, notify="mention")
    quote = fake.post(
        FAN, "see here", notify="quote", quote={"state": "accepted", "quoted_status": fake.statuses[root]}
    )

    async def use(connector: MastodonConnector) -> None:
        comments, cursor, pages = await drain(connector)
        found = by_id(comments)
        assert ids(comments) == [reply, quiet, own, mention, called, quote]
        assert {one: found[one].relation for one in found} == {
            reply: "comment", quiet: "comment", own: "comment", mention: "mention", called: "mention",
            quote: "quote",
        }  # fmt: skip
        assert [one for one in found if found[one].ours] == [own]
        assert (found[quiet].parent_remote_id, found[called].parent_remote_id) == (reply, elsewhere)
        for one in (reply, quiet, own, quote):
            post = found[one].post
            assert post is not None
            assert (post.remote_id, post.title, post.posted_at) == (root, "Our kettle is out", EPOCH + 1)
        assert found[mention].post is None
        there = found[called].post
        assert there is not None
        assert there.title == "what a day"
        far = found[quiet].author
        assert (far.remote_id, far.handle) == ("https://far.example/users/joe", "joe@far.example")
        assert (far.followers, far.created_at) == (12_000, EPOCH - 1000)
        assert found[reply].text == "@brand it leaks"
        assert found[reply].permalink == f"https://home.example/@x/{reply}"
        assert found[reply].replies == 2
        assert found[mention].facts["visibility"] == "direct"
        assert (found[quiet].facts["account_id"], found[quiet].facts["bot"]) == (FAR, True)
        assert found[quote].facts["quotes"] == root
        assert pages[-1].budget == {
            "unit": "requests", "used": 300 - fake.remaining, "limit": 300, "resets_at": EPOCH + 50_000 + 2 * 86_400,
        }  # fmt: skip
        assert not any(page.warnings for page in pages)

        again, cursor, _ = await drain(connector, cursor)
        assert again == []
        late = fake.post(FAN, "late", parent=quiet, notify="mention")
        changed, cursor, _ = await drain(connector, cursor)
        assert ids(changed) == [quiet, late]  # the one answered shows its new count of replies

    run(fake, use)


def test_a_restart_starts_at_the_trail(fake: FakeMastodon) -> None:
    for number in range(TRAIL + 30):
        fake.post(FAN, f"@brand {number}", notify="mention")
    first, cursor, _ = run(fake, drain)
    assert len(first) == TRAIL + 30
    assert len(parse(cursor).trail) == TRAIL
    again, cursor, _ = run(fake, lambda connector: drain(connector, cursor))
    assert again == []
    new = fake.post(FAN, "@brand ho", notify="mention")
    again, cursor, _ = run(fake, lambda connector: drain(connector, cursor))
    assert ids(again) == [new]


def test_a_notification_committed_late_is_found(fake: FakeMastodon) -> None:
    for number in range(6):
        fake.post(FAN, f"@brand {number}", notify="mention")
    late = fake.notifications.pop(3)
    first, cursor, _ = run(fake, drain)
    assert len(first) == 5
    fake.notifications.insert(3, late)
    again, _, _ = run(fake, lambda connector: drain(connector, cursor))
    assert ids(again) == [late["status"]["id"]]


def test_a_first_pull_goes_back_thirty_days_in_pages(fake: FakeMastodon) -> None:
    fake.page_size = 20
    old = fake.post(FAN, "@brand long ago", notify="mention", seconds=EPOCH - 40 * 86_400)
    posts = [fake.post(FAN, f"@brand {number}", notify="mention") for number in range(250)]
    comments, cursor, pages = run(fake, drain)
    assert set(ids(comments)) == set(posts)
    assert old not in ids(comments)
    assert max(len(page.comments) for page in pages) <= 200
    more, cursor, _ = run(fake, lambda connector: drain(connector, cursor), history_days=60)
    assert more == []  # what lies behind the first pull stays there
    burst = [fake.post(FAN, f"@brand again {number}", notify="mention") for number in range(90)]
    more, _, _ = run(fake, lambda connector: drain(connector, cursor))
    assert sorted(ids(more)) == sorted(burst)


def test_a_server_that_repeats_its_page_ends(fake: FakeMastodon) -> None:
    posts = [fake.post(FAN, f"@brand {number}", notify="mention") for number in range(30)]
    fake.repeat_pages = True
    comments, cursor, _ = run(fake, drain)
    assert sorted(ids(comments)) == posts
    again, _, _ = run(fake, lambda connector: drain(connector, cursor))
    assert again == []


def test_a_term_whose_page_is_repeated_ends(fake: FakeMastodon) -> None:
    posts = [fake.post(FAN, f"#kettle {number}") for number in range(45)]
    fake.repeat_pages = True

    async def use(connector: MastodonConnector) -> None:
        comments, cursor, _ = await drain(connector)
        assert sorted(ids(comments)) == posts[-40:]
        again, _, pages = await drain(connector, cursor)
        assert (again, codes(pages)) == ([], [])
        assert len(fake.server.requests("/api/v1/timelines/tag/kettle")) == 3

    run(fake, use, watches=[{"kind": "hashtag", "text": "kettle"}])


def test_edits_and_deletions_show_in_the_sweep(fake: FakeMastodon) -> None:
    root = fake.post(ME, "Our kettle is out")
    one = fake.post(FAN, "it leaks", parent=root)
    two = fake.post(FAR, "it sings", parent=one)

    async def use(connector: MastodonConnector) -> None:
        comments, cursor, _ = await drain(connector)
        assert ids(comments) == [one, two]
        fake.edit(two, "it screams")
        fake.delete(one)
        changed, cursor, _ = await drain(connector, cursor)
        assert by_id(changed)[one].gone
        # Its own context no longer reaches what stood below the deleted one: that is still there.
        assert two not in ids(changed) or not by_id(changed)[two].gone
        again = await connector.recheck([one, two, "1"])
        assert again[one] is None
        assert again["1"] is None
        kept = again[two]
        assert kept is not None
        assert (kept.text, kept.edited_at is not None) == ("it screams", True)

    run(fake, use)


def test_an_edit_told_by_a_notification(fake: FakeMastodon) -> None:
    mention = fake.post(FAN, "@brand hi", notify="mention")
    boosted = fake.post(FAR, "unrelated")

    async def use(connector: MastodonConnector) -> None:
        _, cursor, _ = await drain(connector)
        fake.edit(mention, "@brand bye")
        fake.notify("update", mention)
        fake.notify("update", boosted)
        changed, cursor, _ = await drain(connector, cursor)
        assert [(one.remote_id, one.text) for one in changed] == [(mention, "@brand bye")]

    run(fake, use)


def test_what_is_missing_is_said(fake: FakeMastodon) -> None:
    root = fake.post(ME, "Our kettle is out")
    shown = fake.post(FAN, "a", parent=root)
    fake.invisible.add(fake.post(FAR, "b", parent=root))
    fake.post(FAR, "only for you", parent=root, visibility="direct")
    comments, _, pages = run(fake, drain)
    assert shown in ids(comments)
    warnings = [dict(one) for page in pages for one in page.warnings]
    assert warnings == [{"code": "incomplete", "said": 2, "got": 1, "post": root}]


def test_watch_terms(fake: FakeMastodon) -> None:
    tagged = fake.post(FAN, "the #kettle is hot")
    worded = fake.post(FAR, "my Lormel is broken")
    told = fake.post(FAR, "good morning")
    fake.post(ME, "our #kettle")
    watches = [
        {"kind": "hashtag", "text": "kettle"},
        {"kind": "keyword", "text": "Lormel"},
        {"kind": "account", "text": "joe@far.example"},
        {"kind": "nonsense", "text": "x"},
    ]

    async def use(connector: MastodonConnector) -> None:
        comments, cursor, _ = await drain(connector)
        found = by_id(comments)
        assert {one: found[one].facts.get("watch") for one in found} == {
            tagged: "#kettle", worded: "Lormel", told: "@joe@far.example",
        }  # fmt: skip
        assert {one.relation for one in comments} == {"mention"}
        many = [fake.post(FAN, f"#kettle {number}", seconds=EPOCH + 100 + number) for number in range(95)]
        late = fake.post(FAN, "#kettle from afar", seconds=EPOCH + 2)
        more, cursor, _ = await drain(connector, cursor)
        assert sorted(ids(more)) == sorted([*many, late])
        assert (await drain(connector, cursor))[0] == []

    run(fake, use, watches=watches)


def test_a_refused_watch_term_stops_nothing(fake: FakeMastodon) -> None:
    mention = fake.post(FAN, "@brand hi", notify="mention")
    fake.server.inject(
        "/api/v1/timelines/tag/kettle", refuse(403, "This action is outside the authorized scopes")
    )
    comments, _, pages = run(fake, drain, watches=[{"kind": "hashtag", "text": "kettle"}])
    assert ids(comments) == [mention]
    assert codes(pages) == ["mastodon_watch_refused"]


def test_side_requests_lose_no_comment(fake: FakeMastodon) -> None:
    root = fake.post(ME, "root")
    reply = fake.post(FAN, "@brand it leaks", parent=root, notify="mention")
    elsewhere = fake.post(FAN, "what a day")
    called = fake.post(FAR, "@brand look", parent=elsewhere, notify="mention")
    for one in (root, called):
        fake.server.inject(f"/api/v1/statuses/{one}/context", *[Answer(status=500)] * 2)
    fake.server.inject("/api/v2/instance", refuse(404, "Not Found"))

    async def use(connector: MastodonConnector) -> None:
        comments, cursor, pages = await drain(connector)
        assert ids(comments) == [reply, called]
        assert sorted(codes(pages)) == ["mastodon_thread_unread", "mastodon_unplaced"]
        _, cursor, pages = await drain(connector, cursor)
        _, cursor, pages = await drain(connector, cursor)
        assert not any(page.warnings for page in pages)  # its turn came again

    run(fake, use)


@pytest.mark.parametrize(
    ("answer", "error", "code"),
    [
        (Answer(status=429, headers={"retry-after": "90"}), RateLimited, "rate_limited"),
        (Answer(status=500), Transient, "server_error"),
        (Answer(body=b'[{"id": "1", "ty'), Transient, "bad_answer"),
        (Answer(body=[{"id": "1"}] * 50, cut=20), Transient, "connection_lost"),
        (Answer(reset=True), Transient, "connection_lost"),
        (Answer(body={"error": "x"}), Transient, "bad_answer"),
        (refuse(401, "The access token was revoked"), AuthExpired, "auth_expired"),
        (refuse(403, "This action is outside the authorized scopes"), AuthMissingScope, "auth_missing_scope"),
    ],
)
def test_a_failed_page_keeps_the_cursor(
    fake: FakeMastodon, answer: Answer, error: type[Exception], code: str
) -> None:
    fake.page_size = 20
    posts = [fake.post(FAN, f"@brand {number}", notify="mention") for number in range(70)]

    async def use(connector: MastodonConnector) -> None:
        fake.server.inject(NOTIFICATIONS, fake.handle_page(), answer)
        with pytest.raises(error) as caught:
            await connector.pull(None)
        assert caught.value.code == code  # type: ignore[attr-defined]

    run(fake, use)
    comments, _, _ = run(fake, drain)
    assert sorted(ids(comments)) == posts


def test_a_slow_server_is_given_up(fake: FakeMastodon, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.connectors.http.TOTAL_FACTOR", 0.02)
    fake.server.inject(NOTIFICATIONS, Answer(body=[], delay=2.0))

    async def use(connector: MastodonConnector) -> None:
        with pytest.raises(Transient) as caught:
            await connector.pull(None)
        assert caught.value.code == "timeout"

    run(fake, use)


@pytest.mark.parametrize("cursor", ["", "x", "{}", '{"k":"bluesky","v":1}', '{"k":"mastodon","v":1,"n":"x"}'])
def test_a_foreign_cursor_is_refused(fake: FakeMastodon, cursor: str) -> None:
    with pytest.raises(Invalid) as caught:
        run(fake, lambda connector: connector.pull(cursor))
    assert caught.value.code == "bad_cursor"


def test_a_long_thread_comes_in_slices(fake: FakeMastodon) -> None:
    root = fake.post(ME, "root")
    posts = [fake.post(FAN, f"reply {number}", parent=root) for number in range(450)]

    async def use(connector: MastodonConnector) -> None:
        page = await connector.pull(None)
        assert len(page.comments) == 200
        again = await connector.pull(None)  # the page was not stored: the same once more
        assert ids(list(again.comments)) == ids(list(page.comments))
        rest, cursor, _ = await drain(connector, again.cursor)
        assert sorted(ids([*again.comments, *rest])) == posts
        assert (await drain(connector, cursor))[0] == []

    run(fake, use)


def test_the_longest_status_goes_with_each_comment(fake: FakeMastodon) -> None:
    fake.longest = 5000
    fake.post(FAN, "@brand hi", notify="mention")
    comments, _, _ = run(fake, drain)
    assert comments[0].facts["max_characters"] == 5000
