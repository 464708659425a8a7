"""Actions on Mastodon: each with its undo, repeats, read-back after a lost answer, what a server refuses, errors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace

import pytest

from console.connectors.mastodon.connector import MastodonConnector
from console.connectors.mastodon.spec import SPEC, addressed, length
from console.domain.comment import IncomingComment
from console.domain.decision import ActionRequest
from console.domain.errors import (
    AuthExpired,
    AuthMissingScope,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    RateLimited,
    UnknownOutcome,
    Unsupported,
)
from tests.support.desk import FixedClock, drain, request
from tests.support.faultserver import Answer
from tests.support.mastodon_channel import run
from tests.support.mastodon_server import EPOCH, ME, FakeMastodon, fake_mastodon, refuse

FAN = "200"
FAR = "300"
STATUSES = "/api/v1/statuses"


@pytest.fixture
def fake() -> Iterator[FakeMastodon]:
    with fake_mastodon() as running:
        running.account(FAN, "fan")
        running.account(FAR, "joe@far.example")
        yield running


@pytest.fixture
def clock() -> FixedClock:
    # An intent is made now, and the stand-in's next status is a second after the last one.
    made = FixedClock()
    made.ahead = -50_000
    return made


def comment(fake: FakeMastodon, text: str = "@brand it leaks", **more: object) -> IncomingComment:
    """One comment of a stranger from another server, pulled."""
    root = fake.post(ME, "root")
    fake.post(FAR, text, parent=root, notify="mention", **more)
    comments, _, _ = run(fake, drain)
    return comments[0]


def now(
    fake: FakeMastodon, action: str, target: IncomingComment, clock: FixedClock, **more: object
) -> ActionRequest:
    """A request whose intent is as old as the newest invented status."""
    made = request(action, target, clock, **more)
    return replace(made, created_at_us=(EPOCH + fake._serial) * 1_000_000)


def test_a_reply_goes_once_and_is_taken_back(fake: FakeMastodon, clock: FixedClock) -> None:
    target = comment(fake, visibility="unlisted", language="fr", spoiler_text="kettles")

    async def use(connector: MastodonConnector) -> None:
        intent = now(fake, "reply", target, clock, text="Sorry, write to us: https://example.org/help")
        assert (await connector.reconcile(intent)).state == "not_done"
        done = await connector.perform(intent)
        assert done.remote_id is not None
        made = fake.statuses[done.remote_id]
        assert fake.sources[done.remote_id] == "@joe@far.example Sorry, write to us: https://example.org/help"
        assert made["in_reply_to_id"] == target.remote_id
        assert (made["visibility"], made["language"], made["spoiler_text"]) == ("unlisted", "fr", "kettles")
        assert done.permalink == made["url"]
        sent = fake.server.requests(STATUSES)
        assert {one.headers["idempotency-key"] for one in sent if one.method == "POST"} == {intent.key}
        again = await connector.perform(intent)
        assert again.remote_id == done.remote_id
        back = await connector.reconcile(intent)
        assert back.result is not None
        assert (back.state, back.result.remote_id) == ("done", done.remote_id)

        undo = now(fake, "delete", target, clock, undo_of=asdict(done))
        assert not (await connector.perform(undo)).already
        assert done.remote_id not in fake.statuses
        assert (await connector.perform(undo)).already
        assert (await connector.reconcile(undo)).state == "done"

    run(fake, use, clock)


def test_a_direct_message_is_answered_in_private(fake: FakeMastodon, clock: FixedClock) -> None:
    target = comment(fake, visibility="direct")
    cap = SPEC.capability("reply", dict(target.facts))
    assert cap.note == "effect.mastodon_reply_private"

    async def use(connector: MastodonConnector) -> None:
        done = await connector.perform(now(fake, "reply", target, clock, text="hello"))
        assert fake.statuses[done.remote_id or ""]["visibility"] == "direct"

    run(fake, use, clock)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Answer(reset=True), UnknownOutcome),
        (Answer(status=502), UnknownOutcome),
        (Answer(body=b'{"id": "4'), UnknownOutcome),
        (Answer(status=429, headers={"retry-after": "30"}), RateLimited),
        (refuse(401, "The access token is invalid"), AuthExpired),
        (refuse(403, "This action is outside the authorized scopes"), AuthMissingScope),
        (refuse(403, "This action is not allowed"), ForbiddenByPlatform),
        (refuse(404, "Record not found"), Gone),
        (refuse(422, "Validation failed"), Invalid),
    ],
)
def test_what_a_failed_reply_means(
    fake: FakeMastodon, clock: FixedClock, fault: Answer, error: type[Exception]
) -> None:
    target = comment(fake)

    async def use(connector: MastodonConnector) -> None:
        intent = now(fake, "reply", target, clock, text="sorry")
        fake.server.inject(STATUSES, fault)
        with pytest.raises(error):
            await connector.perform(intent)
        assert (await connector.reconcile(intent)).state == "not_done"

    run(fake, use, clock)


def test_written_but_refused_is_found(fake: FakeMastodon, clock: FixedClock) -> None:
    target = comment(fake)
    fake.refuse_but_write = True

    async def use(connector: MastodonConnector) -> None:
        done = await connector.perform(now(fake, "reply", target, clock, text="we are   sorry"))
        assert done.already
        assert fake.sources[done.remote_id or ""].endswith("sorry")

    run(fake, use, clock)
    assert len([one for one in fake.statuses.values() if one["account"]["id"] == ME]) == 2


def test_a_read_back_takes_no_other_reply_for_ours(fake: FakeMastodon, clock: FixedClock) -> None:
    target = comment(fake)
    before = fake.post(ME, "@joe@far.example sorry", parent=target.remote_id)
    del before

    async def use(connector: MastodonConnector) -> None:
        intent = replace(
            now(fake, "reply", target, clock, text="sorry"), created_at_us=(EPOCH + 600) * 1_000_000
        )
        assert (await connector.reconcile(intent)).state == "not_done"  # older than the intent
        fake.post(ME, "@joe@far.example something else", parent=target.remote_id, seconds=EPOCH + 601)
        fake.post(ME, "sorry", seconds=EPOCH + 602)
        assert (await connector.reconcile(intent)).state == "not_done"  # other words, another place
        there = fake.post(ME, "@joe@far.example sorry", parent=target.remote_id, seconds=EPOCH + 603)
        found = await connector.reconcile(intent)
        assert found.result is not None
        assert found.result.remote_id == there

    run(fake, use, clock)


@pytest.mark.parametrize(("text", "code"), [("  ", "empty_text"), ("x" * 500, "too_long")])
def test_a_reply_that_cannot_be_is_not_sent(
    fake: FakeMastodon, clock: FixedClock, text: str, code: str
) -> None:
    target = comment(fake)

    async def use(connector: MastodonConnector) -> None:
        with pytest.raises(Invalid) as caught:
            await connector.perform(now(fake, "reply", target, clock, text=text))
        assert caught.value.code == code

    run(fake, use, clock)
    assert not [one for one in fake.server.requests(STATUSES) if one.method == "POST"]


def test_only_our_own_can_be_deleted(fake: FakeMastodon, clock: FixedClock) -> None:
    target = comment(fake)
    assert SPEC.capability("delete", dict(target.facts)).mode == "none"
    assert SPEC.capability("delete", dict(target.facts), ours=True).mode == "api"

    async def use(connector: MastodonConnector) -> None:
        with pytest.raises(Unsupported) as caught:
            await connector.perform(now(fake, "delete", target, clock))
        assert caught.value.code == "mastodon_delete_own_only"
        assert target.remote_id in fake.statuses

    run(fake, use, clock)


@pytest.mark.parametrize(
    ("action", "undo", "name"), [("block", "unblock", "blocking"), ("mute", "unmute", "muting")]
)
def test_block_and_mute_and_back(
    fake: FakeMastodon, clock: FixedClock, action: str, undo: str, name: str
) -> None:
    target = comment(fake)

    async def use(connector: MastodonConnector) -> None:
        intent, back = now(fake, action, target, clock), now(fake, undo, target, clock)
        assert (await connector.reconcile(intent)).state == "not_done"
        done = await connector.perform(intent)
        assert not done.already
        assert fake.relations[FAR][name] is True
        assert (await connector.perform(intent)).already
        assert (await connector.reconcile(intent)).state == "done"
        assert (await connector.reconcile(back)).state == "not_done"
        assert not (await connector.perform(back)).already
        assert fake.relations[FAR][name] is False
        assert (await connector.perform(back)).already

    run(fake, use, clock)


def test_a_mute_can_end_by_itself(fake: FakeMastodon, clock: FixedClock) -> None:
    target = comment(fake)

    async def use(connector: MastodonConnector) -> None:
        done = await connector.perform(now(fake, "mute", target, clock))
        assert done.details["until"] == fake.relations[FAR]["muting_expires_at"]
        sent = fake.server.requests(f"/api/v1/accounts/{FAR}/mute")[0].json()
        assert sent == {"notifications": True, "duration": 48 * 3600}

    run(fake, use, clock, mute_hours=48)


def test_like_and_back(fake: FakeMastodon, clock: FixedClock) -> None:
    target = comment(fake)

    async def use(connector: MastodonConnector) -> None:
        intent, back = now(fake, "like", target, clock), now(fake, "unlike", target, clock)
        assert not (await connector.perform(intent)).already
        assert fake.statuses[target.remote_id]["favourited"]
        assert (await connector.perform(intent)).already
        assert (await connector.reconcile(intent)).state == "done"
        assert not (await connector.perform(back)).already
        assert (await connector.reconcile(back)).state == "done"
        fake.delete(target.remote_id)
        assert (await connector.perform(back)).already
        with pytest.raises(Gone):
            await connector.perform(intent)

    run(fake, use, clock)


@pytest.mark.parametrize(
    ("reason", "rules", "category", "named"),
    [
        ("spam", "", "spam", None),
        ("manifestly_illegal", "", "legal", None),
        ("insult", "3, 4", "violation", ["3", "4"]),
        ("insult", "", "other", None),
        ("question", "3", "other", None),
    ],
)
def test_a_report_names_category_and_rules(
    fake: FakeMastodon, clock: FixedClock, reason: str, rules: str, category: str, named: list[str] | None
) -> None:
    target = comment(fake)

    async def use(connector: MastodonConnector) -> None:
        intent = now(fake, "report", target, clock, reason=reason, text="x" * 1200)
        done = await connector.perform(intent)
        assert done.remote_id == "1"
        assert done.details == {"category": category, "forwarded": True}
        sent = fake.reports[0]
        assert (sent["account_id"], sent["status_ids"], sent["category"]) == (
            FAR,
            [target.remote_id],
            category,
        )
        assert sent.get("rule_ids") == named
        assert len(sent["comment"]) == 1000
        assert (await connector.reconcile(intent)).state == "cannot_tell"

    run(fake, use, clock, report_rules=rules, forward_reports=1)


def test_what_is_not_there_is_said(fake: FakeMastodon, clock: FixedClock) -> None:
    target = comment(fake)
    hide = SPEC.capability("hide", dict(target.facts))
    assert (hide.mode, hide.note) == ("none", "why.mastodon_hide")
    own = SPEC.capability("block", dict(target.facts), ours=True)
    assert (own.mode, own.note) == ("none", "why.own_comment")

    async def use(connector: MastodonConnector) -> None:
        with pytest.raises(Unsupported):
            await connector.perform(now(fake, "hide", target, clock))
        fake.delete(target.remote_id)
        with pytest.raises(Gone):
            await connector.perform(now(fake, "reply", target, clock, text="x"))
        stray = replace(now(fake, "block", target, clock), facts={})
        with pytest.raises(Gone):  # neither stored nor to be asked for
            await connector.perform(stray)
        with pytest.raises(Invalid):
            await connector.perform(replace(stray, target="\ud800"))

    run(fake, use, clock)


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("sorry", "@joe@far.example sorry"),
        ("  @joe@far.example sorry ", "@joe@far.example sorry"),
        ("hi @Joe@far.example, sorry", "hi @Joe@far.example, sorry"),
        ("hi @joe@far.example.", "hi @joe@far.example."),
        ("hi @joe@far.example.org", "@joe@far.example hi @joe@far.example.org"),
        ("hi @joey@far.example", "@joe@far.example hi @joey@far.example"),
        ("x@joe@far.example", "@joe@far.example x@joe@far.example"),
    ],
)
def test_the_author_is_called_once(text: str, sent: str) -> None:
    assert addressed(text, {"address": ["joe@far.example"]}) == sent


def test_a_reply_counts_as_the_server_counts() -> None:
    facts = {"address": ["joe@far.example"], "max_characters": 60}
    # "@joe " is 5, an address 23 whatever its length, a family of emoji 1.
    measure = length("see https://example.org/" + "x" * 80 + " 👨‍👩‍👧", facts)
    assert (measure.used, measure.limit, measure.unit) == (5 + 4 + 23 + 2, 60, "characters")
    assert length("x" * 496, {"address": ["joe"]}).fits is False
    assert length("x" * 496, {}).fits is True
    assert length("", {"max_characters": "many"}).limit == 500


def test_check_says_who_and_what_is_lacking(fake: FakeMastodon) -> None:
    info = run(fake, lambda connector: connector.check())
    assert (info.remote_id, info.handle, info.name) == (ME, "brand", "The Brand")
    assert (dict(info.lacking), info.warnings, info.expires_at) == ({}, (), None)
    fake.scopes = "read write:statuses admin:read:reports"
    info = run(fake, lambda connector: connector.check())
    assert info.lacking["block"] == "write:blocks"
    assert "reply" not in info.lacking
    assert info.warnings == ("mastodon_staff_token",)
    fake.scopes = "read:accounts follow"
    info = run(fake, lambda connector: connector.check())
    assert "block" not in info.lacking
    assert info.warnings == ("mastodon_cannot_read",)
    fake.server.inject("/api/v1/apps/verify_credentials", refuse(404, "Not Found"))
    info = run(fake, lambda connector: connector.check())
    assert (dict(info.lacking), info.warnings) == ({}, ("mastodon_scopes_unknown",))


@pytest.mark.parametrize("secret", ["wrong", "two words", "naïve", "line\nbreak", ""])
def test_a_wrong_token_is_said(fake: FakeMastodon, secret: str) -> None:
    with pytest.raises(AuthExpired):
        run(fake, lambda connector: connector.check(), secret=secret)


def test_a_picture_is_fetched_on_demand_alone(fake: FakeMastodon) -> None:
    png = b"\x89PNG\r\n\x1a\n" + bytes(40)
    attached = {
        "id": "1", "type": "image", "preview_url": f"{fake.server.url}/small.png", "description": "a kettle",
        "meta": {"original": {"width": 600, "height": 400}},
    }  # fmt: skip
    target = comment(fake, media_attachments=[attached])
    assert target.facts["media"] == [{"kind": "image", "alt": "a kettle", "width": 600, "height": 400}]
    assert not fake.server.requests("/small.png")
    fake.server.inject("/small.png", Answer(body=png, headers={"content-type": "image/png"}))

    async def use(connector: MastodonConnector) -> None:
        assert (await connector.picture(target.remote_id, 0)).content == png
        for number in (1, -1):
            with pytest.raises(Gone):
                await connector.picture(target.remote_id, number)

    run(fake, use)
    (asked,) = fake.server.requests("/small.png")
    assert "authorization" not in asked.headers


def test_recheck_where_there_are_no_batches(fake: FakeMastodon) -> None:
    fake.batches = False
    target = comment(fake)
    fake.edit(target.remote_id, "@brand it sings")
    found = run(fake, lambda connector: connector.recheck([target.remote_id, "77"]))
    kept = found[target.remote_id]
    assert kept is not None
    assert (kept.text, kept.relation, found["77"]) == ("@brand it sings", "comment", None)


def test_looking_again_costs_no_look_at_threads(fake: FakeMastodon) -> None:
    root = fake.post(FAN, "their own thread")
    some = [fake.post(FAN, f"@brand {number}", parent=root, notify="mention") for number in range(5)]
    deep = [fake.post(FAN, "@brand too", parent=one) for one in some]
    found = run(fake, lambda connector: connector.recheck([*some, *deep]))
    assert all(found[one] is not None for one in [*some, *deep])
    assert [one.path for one in fake.server.seen if one.path.endswith("/context")] == []
