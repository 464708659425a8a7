"""Acting as the staff of an instance: what is said, what is done and taken back, who may, and that nothing else is done."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any
from urllib.parse import urlencode

import pytest

from console.connectors.mastodon import SPEC, sign_in
from console.connectors.mastodon.connector import MastodonConnector
from console.connectors.mastodon.names import SCOPES
from console.connectors.mastodon.staff import STAFF_SCOPES
from console.connectors.oauth import Words
from console.domain.comment import IncomingComment
from console.domain.decision import ActionResult
from console.domain.errors import ForbiddenByPlatform, Gone, UnknownOutcome, Unsupported
from tests.support.desk import FixedClock, drain, request
from tests.support.faultserver import Answer, TestClock
from tests.support.mastodon_channel import run
from tests.support.mastodon_server import ME, FakeMastodon, fake_mastodon, refuse
from tests.support.person import Person

FAN = "200"
ALL = " ".join((*SCOPES, *STAFF_SCOPES))
ADMIN, MANAGE_USERS, MANAGE_REPORTS = 0x1, 0x400, 0x10
PAIRS = [("mute", "unmute", "silenced", "silence"), ("block", "unblock", "suspended", "suspend")]


@pytest.fixture
def fake() -> Iterator[FakeMastodon]:
    with fake_mastodon() as running:
        running.account(FAN, "fan")
        running.scopes, running.role = ALL, MANAGE_USERS
        yield running


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


def comment(fake: FakeMastodon, **options: Any) -> IncomingComment:
    """A stranger's comment, pulled by a channel with these options."""
    root = fake.post(ME, "root")
    fake.post(FAN, "@brand buy this", parent=root, notify="mention")
    comments, _, _ = run(fake, drain, **options)
    return next(one for one in comments if not one.ours)


@pytest.mark.parametrize(("does", "undoes", "state", "verb"), PAIRS)
def test_it_is_done_for_everybody_and_taken_back(
    fake: FakeMastodon, clock: FixedClock, does: str, undoes: str, state: str, verb: str
) -> None:
    target = comment(fake, staff=1)
    report = fake.file(target.remote_id)

    async def use(connector: MastodonConnector) -> None:
        intent = request(does, target, clock)
        assert (await connector.reconcile(intent)).state == "not_done"
        done = await connector.perform(intent)
        assert fake.limits[FAN][state] is True
        assert fake.strikes == [{"type": verb, "report_id": report}]
        assert (await connector.perform(intent)).already
        back = await connector.reconcile(intent)
        assert back.result is not None
        assert (back.state, back.result.details) == ("done", {"staff": True})
        undo = request(undoes, target, clock, undo_of=asdict(done))
        assert (await connector.reconcile(undo)).state == "not_done"
        await connector.perform(undo)
        assert fake.limits[FAN] == {"silenced": False, "suspended": False}
        assert (await connector.reconcile(undo)).state == "done"
        assert (await connector.perform(undo)).already

    run(fake, use, clock, staff=1)
    assert fake.relation(FAN) == {"id": FAN, "blocking": False, "muting": False, "muting_expires_at": None}


@pytest.mark.parametrize(("does", "undoes", "state", "_verb"), PAIRS)
def test_what_was_said_is_what_is_done(
    fake: FakeMastodon, clock: FixedClock, does: str, undoes: str, state: str, _verb: str
) -> None:
    """Decided before the channel acted as staff: for this account alone. Decided as staff, and no more: nothing."""
    target = comment(fake)
    told = replace(target, facts={**target.facts, "staff": True})
    assert "staff" not in target.facts

    async def staff_now(connector: MastodonConnector) -> None:
        done = await connector.perform(request(does, target, clock))
        assert fake.limits == {}
        assert fake.relation(FAN)["blocking" if does == "block" else "muting"] is True
        # Its undo takes back that, and not what staff did, whatever the comment says by now.
        await connector.perform(request(undoes, told, clock, undo_of=asdict(done)))
        assert fake.relation(FAN)["blocking" if does == "block" else "muting"] is False

    run(fake, staff_now, clock, staff=1)

    async def staff_no_more(connector: MastodonConnector) -> None:
        with pytest.raises(Unsupported) as caught:
            await connector.perform(request(does, told, clock))
        assert caught.value.code == "mastodon_staff_off"
        fake.limits[FAN] = {"silenced": True, "suspended": True}
        await connector.perform(request(undoes, told, clock, undo_of={"details": {"staff": True}}))
        assert fake.limits[FAN][state] is False

    run(fake, staff_no_more, clock)
    assert fake.strikes == []


def test_the_words_and_the_facts_follow_the_option(fake: FakeMastodon, clock: FixedClock) -> None:
    target = comment(fake, staff="1")
    assert target.facts["staff"] is True
    notes = {
        one: SPEC.capability(one, dict(target.facts)).note
        for one in ("mute", "unmute", "block", "unblock", "report")
    }
    assert notes == {
        "mute": "effect.mastodon_limit",
        "unmute": "effect.mastodon_unlimit",
        "block": "effect.mastodon_suspend",
        "unblock": "effect.mastodon_unsuspend",
        "report": "effect.mastodon_report",
    }
    assert SPEC.capability("mute", {}).note == "effect.mastodon_mute"
    scopes = {
        one: SPEC.capability(one, dict(target.facts)).scope for one in ("mute", "unmute", "block", "unblock")
    }
    assert scopes == {"mute": "everybody", "unmute": "author", "block": "everybody", "unblock": "author"}

    async def again(connector: MastodonConnector) -> Any:
        return (await connector.recheck([target.remote_id]))[target.remote_id]

    for on, said in ((1, True), (0, None)):
        found = run(fake, again, clock, staff=on)
        assert found is not None
        assert found.facts.get("staff") is said
    ours = run(fake, drain, staff=1)[0]
    assert not any(one.facts.get("staff") for one in ours if one.ours)


@pytest.mark.parametrize(
    ("scopes", "role", "on", "lacks", "offers"),
    [
        (ALL, MANAGE_USERS, 1, None, {"staff": ""}),
        (ALL, ADMIN, 0, None, {"staff": ""}),
        (" ".join(SCOPES), MANAGE_USERS, 0, None, {"staff": "admin:read:accounts"}),
        (" ".join(SCOPES), MANAGE_USERS, 1, "admin:read:accounts", {"staff": "admin:read:accounts"}),
        ("read write admin:read admin:write", MANAGE_USERS, 1, None, {"staff": ""}),
        ("read write admin:read", MANAGE_USERS, 1, "admin:write:accounts", {"staff": "admin:write:accounts"}),
        (ALL, MANAGE_REPORTS, 1, "Manage Users", {}),
        (ALL, 0, 0, None, {}),
        (ALL, None, 0, None, {"staff": ""}),
        (" ".join(SCOPES), None, 0, None, {}),
    ],
)
def test_who_may_is_known_before(
    fake: FakeMastodon, scopes: str, role: int | None, on: int, lacks: str | None, offers: dict[str, str]
) -> None:
    fake.scopes, fake.role = scopes, role
    found = run(fake, lambda connector: connector.check(), staff=on)
    assert {one: found.lacking.get(one) for one in ("mute", "unmute", "block", "unblock")} == dict.fromkeys(
        ("mute", "unmute", "block", "unblock"), lacks
    )
    assert found.offers == offers
    assert "reply" not in found.lacking


def test_what_the_instance_refuses_stops_neither_channel_nor_account(
    fake: FakeMastodon, clock: FixedClock
) -> None:
    target = comment(fake, staff=1)

    async def use(connector: MastodonConnector) -> None:
        intent = request("mute", target, clock)
        fake.above_us.add(FAN)
        for scopes in (ALL, " ".join(SCOPES)):
            fake.scopes = scopes
            with pytest.raises(ForbiddenByPlatform) as caught:
                await connector.perform(intent)
            assert caught.value.code == "mastodon_staff_refused"
        fake.above_us.clear()
        # Without a look at the reports it is done all the same: only the strike names none.
        fake.scopes = ALL.replace(" admin:read:reports", "")
        fake.file(target.remote_id)
        await connector.perform(intent)
        assert fake.strikes == [{"type": "silence"}]
        assert fake.relation(FAN)["muting"] is False

    run(fake, use, clock, staff=1)


@pytest.mark.parametrize("fault", [Answer(reset=True), Answer(status=502)])
def test_a_lost_answer_is_read_back(fake: FakeMastodon, clock: FixedClock, fault: Answer) -> None:
    target = comment(fake, staff=1)
    path = f"/api/v1/admin/accounts/{FAN}/action"

    async def use(connector: MastodonConnector) -> None:
        intent = request("block", target, clock)
        fake.server.inject(path, fault)
        with pytest.raises(UnknownOutcome):
            await connector.perform(intent)
        assert len(fake.server.requests(path)) == 1
        assert (await connector.reconcile(intent)).state == "not_done"
        fake.limits[FAN] = {"silenced": False, "suspended": True}
        assert (await connector.reconcile(intent)).state == "done"

    run(fake, use, clock, staff=1)


def test_what_a_person_found_done_is_taken_back_for_everybody_too(
    fake: FakeMastodon, clock: FixedClock
) -> None:
    """The instance would not say, a person looked: that answer tells nothing of staff, the comment does."""
    target = comment(fake, staff=1)
    fake.limits[FAN] = {"silenced": False, "suspended": True}
    undo = request("unblock", target, clock, undo_of=asdict(ActionResult(code="by_hand")))

    async def use(connector: MastodonConnector) -> None:
        await connector.perform(undo)
        assert fake.limits[FAN]["suspended"] is False
        assert (await connector.reconcile(undo)).state == "done"

    run(fake, use, clock, staff=1)


@pytest.mark.parametrize(("staff", "asked"), [("", " ".join(SCOPES)), ("1", ALL)])
def test_the_sign_in_asks_for_it_only_where_it_is_wanted(fake: FakeMastodon, staff: str, asked: str) -> None:
    def agree(given: dict[str, str]) -> list[str]:
        fake.codes["c1"] = {name: given[name] for name in ("redirect_uri", "code_challenge")}
        return [f"{given['redirect_uri']}?{urlencode({'code': 'c1', 'state': given['state']})}"]

    person = Person(agree)
    asyncio.run(sign_in(fake.server.url, {"staff": staff}, person, Words(), TestClock()))
    person.done()
    assert person.asked["scope"] == asked
    assert fake.apps[0]["scopes"] == asked


def test_a_suspended_account_that_is_gone_meanwhile(fake: FakeMastodon, clock: FixedClock) -> None:
    target = comment(fake, staff=1)
    fake.server.inject(f"/api/v1/admin/accounts/{FAN}", refuse(404, "Record not found"))

    async def use(connector: MastodonConnector) -> None:
        with pytest.raises(Gone):
            await connector.perform(request("block", target, clock))

    run(fake, use, clock, staff=1)
    assert fake.strikes == []
