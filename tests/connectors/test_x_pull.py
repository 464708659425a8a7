"""X: what comes in, from which page on, what is left out, what it costs, and what happens when answers are bad."""

from __future__ import annotations

import json
from typing import Any

import pytest

from console.connectors.x import SPEC
from console.connectors.x.connector import XConnector
from console.connectors.x.names import amount
from console.connectors.x.watching import Term, since
from console.domain.comment import IncomingComment, PullPage, is_private
from console.domain.errors import AuthExpired, Invalid, QuotaExhausted, RateLimited, Transient
from tests.support.desk import FixedClock, codes, drain
from tests.support.faultserver import Answer, Seen, serving
from tests.support.x_channel import SECRET, run
from tests.support.x_server import EPOCH, FAN, ME, TROLL, FakeX, at, fake_x, refuse, snowflake

MENTIONS = f"/2/users/{ME}/mentions"


def pulled(fake: FakeX, **more: Any) -> tuple[dict[str, IncomingComment], list[PullPage], str]:
    """A whole pull from the beginning, by remote id."""

    async def go(connector: XConnector) -> tuple[dict[str, IncomingComment], list[PullPage], str]:
        comments, cursor, pages = await drain(connector)
        assert len({one.remote_id for one in comments}) == len(comments)
        return {one.remote_id: one for one in comments}, pages, cursor

    return run(fake, go, **more)


def test_everything_a_comment_needs() -> None:
    with fake_x() as fake:
        root = fake.post("Our new kettle", ME)
        note = {"text": "@brand it leaks &amp; hisses, and this goes on for longer", "entities": {}}
        reply = fake.post("@brand it leaks &amp; hisses…", parent=root, note_tweet=note)
        nested = fake.post("@fan @brand mine too", TROLL, reply)
        url = {"url": "https://t.co/a", "expanded_url": "https://shop.example/kettle"}
        fake.media["7_1"] = {
            "media_key": "7_1",
            "type": "photo",
            "alt_text": "a leak",
            "width": 9,
            "height": 8,
        }
        mention = fake.post(
            "hello @brand https://t.co/a", lang="qme", entities={"urls": [url]},
            attachments={"media_keys": ["7_1"]}, possibly_sensitive=True,
        )  # fmt: skip
        quote = fake.post("look at this", quotes=root)
        other = fake.post("their own talk", TROLL, listed=False)
        aside = fake.post("@troll @brand says no", FAN, other)
        fake.post("RT @brand: kettle", referenced_tweets=[{"type": "retweeted", "id": root}])
        found, pages, _ = pulled(fake)
        assert set(found) == {reply, nested, mention, quote, aside}
        one = found[reply]
        assert one.text == "@brand it leaks & hisses, and this goes on for longer"
        assert (one.author.remote_id, one.author.handle, one.author.name, one.author.followers) == (
            FAN, "fan", "Fan", 1200,
        )  # fmt: skip
        assert one.author.created_at == EPOCH - 10**7
        assert (one.posted_at, one.parent_remote_id, one.relation) == (EPOCH + 20, root, "comment")
        assert one.post is not None
        assert (one.post.remote_id, one.post.title) == (root, "Our new kettle")
        assert one.permalink == f"https://x.com/i/web/status/{reply}"
        assert (one.language, one.likes, one.replies, one.edited_at) == ("en", 1, 1, None)
        assert one.facts == {
            "id": reply, "account_id": FAN, "conversation_id": root, "on_ours": True, "can_reply": False,
            "pages": {name: f"https://x.com/intent/post?in_reply_to={reply}" for name in ("reply", "warn")},
        }  # fmt: skip
        assert (found[nested].relation, found[nested].parent_remote_id) == ("comment", reply)
        assert found[nested].facts["on_ours"] is True
        assert (found[mention].relation, found[mention].language) == ("mention", None)
        assert found[mention].facts["media"] == [{"kind": "image", "alt": "a leak", "width": 9, "height": 8}]
        assert found[mention].facts["links"] == ["https://shop.example/kettle"]
        assert found[mention].facts["sensitive"] is True
        assert found[mention].facts["can_reply"] is True
        assert (found[quote].relation, found[quote].facts["can_reply"]) == ("quote", True)
        assert (found[aside].relation, found[aside].facts["on_ours"]) == ("mention", False)
        strange = found[aside].post
        assert strange is not None
        assert strange.title == ""
        assert codes(pages) == ["x_retweets"]


def test_who_may_be_answered_from_here_and_what_may_be_hidden() -> None:
    with fake_x() as fake:
        root = fake.post("Kettle", ME)
        plain = fake.post("@brand nice", parent=root)
        called = fake.post("@brand what do you say, @Brand?", parent=root)
        elsewhere = fake.post("hey @brand")
        found, _, _ = pulled(fake)
        mode = {
            one: SPEC.capability("reply", dict(found[one].facts)).mode for one in (plain, called, elsewhere)
        }
        assert mode == {plain: "link", called: "api", elsewhere: "api"}
        hide = {one: SPEC.capability("hide", dict(found[one].facts)).mode for one in (plain, elsewhere)}
        assert hide == {plain: "api", elsewhere: "none"}
        assert SPEC.capability("delete", {}, ours=True).mode == "api"
        assert SPEC.capability("delete", {}).mode == "none"
        assert {SPEC.capability(one).mode for one in ("block", "report", "like")} == {"link"}
        found, _, _ = pulled(fake, replies_call="1")
        assert found[plain].facts["can_reply"] is True


def test_pages_are_walked_down_to_the_mark_and_it_moves_at_the_end() -> None:
    with fake_x() as fake:
        fake.page_size = 7
        first = [fake.post(f"@brand {number}") for number in range(30)]

        async def go(connector: XConnector) -> tuple[list[str], list[str]]:
            page = await connector.pull(None)
            assert page.more
            assert json.loads(page.cursor or "")["marks"] == {}  # the walk is not through
            assert [one.posted_at for one in page.comments] == sorted(one.posted_at for one in page.comments)
            rest, cursor, _ = await drain(connector, page.cursor)
            assert json.loads(cursor)["marks"] == {"mentions": first[-1]}
            fake.now += 1000
            new = [fake.post(f"@brand new {number}") for number in range(3)]
            later, cursor, _ = await drain(connector, cursor)
            assert [one.remote_id for one in later] == new
            asked = [seen.query.get("since_id") for seen in fake.server.requests(MENTIONS)]
            assert asked[0] is None
            since_id = int((asked[-1] or ["0"])[0])
            assert int(first[-8]) < since_id < int(first[-1])  # a minute behind the mark
            return [one.remote_id for one in (*page.comments, *rest)], new

        assert sorted(run(fake, go)[0], key=int) == first


def test_an_edit_is_the_first_post_in_new_words() -> None:
    with fake_x() as fake:
        one = fake.post("@brand helo")
        other = fake.post("@fan @brand yes", TROLL, one)
        left: list[str] = []

        async def go(connector: XConnector) -> None:
            _, cursor, _ = await drain(connector)
            new = fake.edit(one, "@brand hello")
            answer = fake.post("@fan @brand indeed", TROLL, new)
            later, cursor, _ = await drain(connector, cursor)
            comments = {comment.remote_id: comment for comment in later}
            assert set(comments) == {one, answer}
            assert (comments[one].text, comments[one].facts["id"]) == ("@brand hello", new)
            assert comments[one].posted_at == EPOCH + 10
            assert comments[one].edited_at == EPOCH + 30
            assert comments[answer].parent_remote_id == one
            found = await connector.recheck([one, other])
            assert found[other] is not None
            left.append(cursor)

        run(fake, go)
        # A new process, with the overlap: the old version does not come back over the new one.
        fake.posts[one]["edit_history_tweet_ids"] = [one]

        async def again(connector: XConnector) -> None:
            later, _, _ = await drain(connector, left[0])
            assert {entry.remote_id: entry.text for entry in later}[one] == "@brand hello"

        run(fake, again)


def test_watch_terms_are_searched_after_the_mentions() -> None:
    with fake_x() as fake:
        mine = fake.post("@brand the kettle is fine")
        hit = fake.post("my kettle sings", TROLL, listed=False)
        hers = fake.post("good morning", listed=False)
        fake.post("kettle, by us", ME)
        watches = [{"kind": "keyword", "text": "kettle"}, {"kind": "account", "text": "@fan"}]

        async def go(connector: XConnector) -> None:
            comments, cursor, _ = await drain(connector)
            found = {one.remote_id: one for one in comments}
            assert set(found) == {mine, hit, hers}
            assert [found[one].facts.get("watch") for one in (mine, hit, hers)] == [None, "kettle", "@fan"]
            assert {found[one].relation for one in (hit, hers)} == {"mention"}
            assert SPEC.capability("reply", dict(found[hit].facts)).mode == "link"
            fake.now += 600
            more = fake.post("kettle again", TROLL, listed=False)
            later, _, _ = await drain(connector, cursor)
            assert [one.remote_id for one in later] == [more]
            queries = [seen.query["query"][0] for seen in fake.server.requests("/2/tweets/search/recent")]
            assert queries[:2] == ['"kettle" -is:retweet', "from:fan -is:retweet"]

        run(fake, go, watches=watches)


def test_a_term_that_is_refused_keeps_nothing_back() -> None:
    with fake_x() as fake:
        one = fake.post("@brand hi")
        fake.server.inject("/2/tweets/search/recent", refuse(403, "client-forbidden"))
        found, pages, _ = pulled(fake, watches=[{"kind": "hashtag", "text": "#tea"}])
        assert set(found) == {one}
        assert codes(pages) == ["x_watch_refused"]


def test_terms_and_amounts_as_people_give_them() -> None:
    assert Term.of({"kind": "hashtag", "text": "#tea"}) == Term("hashtag", "tea")
    assert Term.of({"kind": "account", "text": "@a b"}) is None
    assert Term("keyword", "a b").query == '"a b" -is:retweet'
    assert [amount(one, 10) for one in ("", "2,5", "$3", 7, "x", "-1", "0")] == [
        100_000, 25_000, 30_000, 70_000, 100_000, 100_000, 0,
    ]  # fmt: skip
    assert since(snowflake(EPOCH - 8 * 86_400), 60, EPOCH) == ""
    assert since("", 60, EPOCH) == ""


# ---------------------------------------------------------------------- money


def test_what_it_costs_is_counted_once_a_day_and_kept() -> None:
    with fake_x() as fake:
        fake.post("@brand a")
        fake.post("@brand b", TROLL)
        _, pages, cursor = pulled(fake, remote_id=ME)
        # Two posts, two authors.
        assert pages[-1].budget is not None
        assert (pages[-1].budget["unit"], pages[-1].budget["used"]) == ("usd_e4", 2 * 50 + 2 * 100)
        assert pages[-1].budget["limit"] == 100_000

        async def again(connector: XConnector) -> int:
            _, _, pages = await drain(connector, cursor)
            assert pages[-1].budget is not None
            return int(pages[-1].budget["used"])

        assert run(fake, again, remote_id=ME) == 300  # the same things, the same day
        clock = FixedClock()
        clock.ahead = 86_400
        assert run(fake, again, clock, remote_id=ME) == 600
        _, pages, _ = pulled(fake, remote_id=ME, owned_app="1")
        assert pages[-1].budget is not None
        assert pages[-1].budget["used"] == 2 * 10 + 2 * 100


def test_the_cap_stops_pulling_and_says_so() -> None:
    with fake_x() as fake:
        for number in range(40):
            fake.user(str(9000 + number), f"u{number}")
            fake.post(f"@brand {number}", str(9000 + number))

        async def go(connector: XConnector) -> int:
            page = await connector.pull(None)
            with pytest.raises(QuotaExhausted, match="x_cap") as caught:
                await drain(connector, page.cursor)
            assert caught.value.params["cap"] == "0.30"
            assert 0.2 < float(caught.value.params["spent"]) <= 0.3
            assert caught.value.retry_at == 1_796_083_200  # the first of the next month
            return len(page.comments)

        assert run(fake, go, remote_id=ME, monthly_cap="0.30") == 20  # 0.015 each
        with pytest.raises(QuotaExhausted):
            pulled(fake, monthly_cap="0", remote_id=ME)


def test_looking_again_leaves_half_of_the_amount() -> None:
    with fake_x() as fake:
        one = fake.post("@brand a")

        async def go(connector: XConnector) -> None:
            with pytest.raises(QuotaExhausted):
                await connector.recheck([one] * 2 + [str(number) for number in range(50)])

        run(fake, go, remote_id=ME, monthly_cap="1")


# ---------------------------------------------------------------------- recheck


def test_recheck_tells_what_is_gone_and_what_was_edited() -> None:
    with fake_x() as fake:
        root = fake.post("Kettle", ME)
        kept, gone, edited = (fake.post(f"@brand {number}", parent=root) for number in range(3))
        secret = fake.post("@brand d")
        del fake.posts[gone]
        fake.edit(edited, "@brand better")
        real = fake.handle

        def handle(seen: Seen) -> Answer:
            answer = real(seen)
            if seen.path == "/2/tweets" and secret in seen.query["ids"][0]:
                answer.body["data"] = [one for one in answer.body["data"] if one["id"] != secret]
                kind = "https://api.x.com/2/problems/not-authorized-for-resource"
                answer.body["errors"].append({"resource_id": secret, "type": kind})
            return answer

        fake.server.handle = handle

        async def go(connector: XConnector) -> None:
            found = await connector.recheck([kept, gone, edited, secret, "no id"])
            assert set(found) == {kept, gone, edited}
            assert found[gone] is None
            one, other = found[kept], found[edited]
            assert one is not None
            assert (one.relation, one.facts["on_ours"]) == ("comment", True)
            assert other is not None
            assert other.text == "@brand better"

        run(fake, go)


# ---------------------------------------------------------------------- faults


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Answer(500), Transient),
        (Answer(200, {"data": []}, cut=5), Transient),
        (Answer(200, {}), Transient),
        (Answer(reset=True), Transient),
        (Answer(429, headers={"retry-after": "30"}), RateLimited),
        (refuse(429, "usage-capped", period="Monthly"), QuotaExhausted),
        (Answer(402, {"title": "CreditsDepleted"}), QuotaExhausted),
    ],
)
def test_a_fault_moves_nothing(fault: Answer, error: type[Exception]) -> None:
    with fake_x() as fake:
        fake.page_size = 5
        sent = [fake.post(f"@brand {number}") for number in range(12)]

        async def go(connector: XConnector) -> None:
            fake.server.inject(MENTIONS, fault)
            with pytest.raises(error) as caught:
                await connector.pull(None)
            if error is QuotaExhausted:
                assert caught.value.code == "x_usage_capped"  # type: ignore[attr-defined]

        run(fake, go, remote_id=ME)

        async def mid(connector: XConnector) -> None:
            page = await connector.pull(None)
            fake.server.inject(MENTIONS, fault)
            with pytest.raises(error):
                await connector.pull(page.cursor)
            if error is Transient:
                comments, _, _ = await drain(connector, page.cursor)
                assert sorted(one.remote_id for one in (*page.comments, *comments)) == sent

        run(fake, mid, remote_id=ME)


def test_an_access_token_that_ends_mid_page_is_renewed_and_kept() -> None:
    with fake_x() as fake:
        fake.page_size = 5
        sent = [fake.post(f"@brand {number}") for number in range(12)]

        async def go(connector: XConnector) -> None:
            page = await connector.pull(None)
            assert fake.renewals == 1
            fake.access = "ended"
            comments, _, _ = await drain(connector, page.cursor)
            assert fake.renewals == 2
            assert sorted(one.remote_id for one in (*page.comments, *comments)) == sent

        run(fake, go, secret=SECRET)
        fake.access = "ended"
        with pytest.raises(AuthExpired):
            pulled(fake, secret="access-0")


def test_the_same_page_again_and_again_ends() -> None:
    with fake_x() as fake:
        fake.repeat_pages = True
        sent = {fake.post(f"@brand {number}") for number in range(3)}
        found, pages, cursor = pulled(fake)
        assert set(found) == sent
        assert "paging_loop" in codes(pages)
        assert json.loads(cursor)["marks"] == {}
        assert len(fake.server.requests(MENTIONS)) < 6  # each of them is paid for


def test_a_place_in_the_list_that_is_no_longer_known() -> None:
    with fake_x() as fake:
        fake.page_size = 5
        sent = [fake.post(f"@brand {number}") for number in range(22)]

        async def go(connector: XConnector) -> None:
            page = await connector.pull(None)
            state = json.loads(page.cursor or "")
            comments, _, pages = await drain(connector, json.dumps({**state, "token": "dead"}))
            assert {one.remote_id for one in (*page.comments, *comments)} == set(sent)
            assert codes(pages) == []

        run(fake, go)


def test_what_x_counts_and_does_not_give_is_told() -> None:
    with fake_x() as fake:
        root = fake.post("Kettle", ME)
        fake.post("@brand seen", parent=root)
        fake.post("unseen", parent=root, listed=False)
        real = fake.handle

        def handle(seen: Seen) -> Answer:
            answer = real(seen)
            if seen.path == MENTIONS:
                answer.body["meta"]["result_count"] += 1
                answer.body["errors"] = [{"title": "Not Found Error", "resource_id": "7"}]
            return answer

        fake.server.handle = handle
        _, pages, _ = pulled(fake)
        told = [one for page in pages for one in page.warnings]
        assert told == [
            {"code": "x_partial", "count": 1},
            {"code": "incomplete", "said": 2, "got": 1, "post": ""},
            {"code": "incomplete", "said": 2, "got": 1, "post": root},
        ]


def test_a_cursor_of_another_kind_is_refused() -> None:
    with fake_x() as fake:

        async def go(connector: XConnector) -> None:
            for text in ("", "{}", "[]", json.dumps({"k": "x", "v": 1}), '{"k":"youtube","v":1}'):
                with pytest.raises(Invalid, match="bad_cursor"):
                    await connector.pull(text)

        run(fake, go)


def test_a_server_that_has_one_page_and_nothing_else() -> None:
    """As recorded pages are served: whatever is asked, without profiles, with fewer keys than the documents say."""
    post = {"id": snowflake(EPOCH, 3), "text": "@brand hi &gt; ho"}
    more = {"id": "77", "text": "late", "author_id": "5", "created_at": at(EPOCH), "conversation_id": "70",
            "in_reply_to_user_id": "1001", "referenced_tweets": [{"type": "replied_to", "id": "70"}]}  # fmt: skip
    body = {
        "data": [post, more],
        "includes": {"users": [{"id": "5", "username": "joe", "name": "Joe", "protected": True}]},
        "meta": {"result_count": 2, "next_token": "n"},
    }

    def handle(seen: Seen) -> Answer:
        return Answer(body=body) if seen.path == "/2/users/1001/mentions" else Answer(404, {"title": "x"})

    with serving(handle) as server:
        fake = FakeX()
        fake.server = server

        async def go(connector: XConnector) -> None:
            comments, _, pages = await drain(connector)
            found = {one.remote_id: one for one in comments}
            assert set(found) == {post["id"], "77"}
            first, late = found[str(post["id"])], found["77"]
            assert (first.text, first.posted_at, first.author.handle) == ("@brand hi > ho", EPOCH, "Unknown")
            assert (late.author.handle, late.parent_remote_id, late.relation) == ("joe", "70", "comment")
            assert late.post is not None
            assert late.post.remote_id == "70"
            assert is_private(late.facts)
            assert {"x_profile_away", "x_posts_away", "paging_loop"} <= set(codes(pages))
            info = await connector.check()
            assert (info.remote_id, info.warnings) == ("1001", ("x_profile_away", "x_short_token"))

        run(fake, go, handle="1001")
