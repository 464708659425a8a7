"""What a project spends is one number for all its channels and all processes on the workspace."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from console.connectors import registry
from console.connectors.spending import Meter, pacific_day, project_of, utc_day, utc_month
from console.connectors.x.cursor import Cursor
from console.connectors.x.money import Money
from console.domain.comment import Channel, ChannelId
from console.domain.errors import QuotaExhausted
from console.domain.ports import Connector
from console.domain.vocabulary import OutboxState
from console.services.ledger import SETTING, StoredLedger
from console.store import Store
from tests.support.bench import LEA
from tests.support.workspaces import Clock, open_store
from tests.support.youtube_bench import YoutubeBench
from tests.support.youtube_server import CLIENT, CLIENT_SECRET, ME, FakeYoutube, fake_youtube

PROJECT = "youtube.0123456789abcdef"
SECRET = json.dumps({"client_id": CLIENT, "client_secret": CLIENT_SECRET, "refresh_token": "refresh-1"})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = open_store(tmp_path / "w.vigie", Clock())
    yield made
    assert made.close()


def meter(ledger: StoredLedger, clock: Clock, channel: str = "1", project: str = PROJECT) -> Meter:
    made = Meter(clock, 1000, utc_day, "units", reserve=200)
    made.share(ledger, project, channel)
    return made


def written(store: Store) -> None:
    """Everything that was asked for stands in the file."""
    store.write(lambda _tx: None).result()


def test_channels_of_one_project_count_together(store: Store) -> None:
    clock = Clock()
    one, two = (meter(StoredLedger(store), clock, channel) for channel in "12")
    alone = meter(StoredLedger(store), clock, "3", "youtube.another")
    one.spend(500)
    assert one.used == 500  # at once, written or not
    written(store)
    two.spend(250)
    written(store)
    assert (one.used, two.used, alone.used) == (750, 750, 0)
    with pytest.raises(QuotaExhausted) as refused:
        one.check(51, write=False)
    assert refused.value.retry_at == utc_day(clock.now()).ends_at
    one.check(250, write=True)
    two.exhausted()
    written(store)
    assert (one.used, two.used, alone.used) == (1000, 1000, 0)
    clock.turn(86_400)
    assert (one.used, two.used) == (0, 0)
    one.spend(1)
    written(store)
    assert (two.used, two.dump()["project"]) == (1, PROJECT)


def test_where_the_project_is_not_known_each_counts_alone(store: Store) -> None:
    clock, ledger = Clock(), StoredLedger(store)
    one, two = (meter(ledger, clock, channel, project_of("youtube", "https://x", "")) for channel in "12")
    one.spend(500)
    assert (one.used, two.used) == (500, 0)
    assert "project" not in one.dump()
    two.take(one.dump())
    two.take({**one.dump(), "used": 300})
    assert two.used == 500


def test_what_a_channel_counted_by_itself_is_taken_over_once(store: Store) -> None:
    clock = Clock()
    day = utc_day(clock.now()).name
    for _ in range(3):  # a pull that fails keeps its cursor, and a program that ends its own
        ledger = StoredLedger(store)
        for channel, used in (("1", 300), ("2", 200)):
            shared = meter(ledger, clock, channel)
            shared.take({"period": day, "used": used, "unit": "units"})
            shared.take({"period": day, "used": used, "unit": "units"})
        written(store)
        assert shared.used == 500
    shared.spend(7)
    written(store)
    later = meter(StoredLedger(store), clock, "1")
    later.take(shared.dump())  # a cursor of now: its number is the ledger's
    later.take({"period": "1999-01-01", "used": 99})
    later.take({"period": day, "used": "many"})
    later.take(None)
    written(store)
    assert later.used == 507
    alone = Meter(clock, 1000, utc_day, "units")
    alone.take(shared.dump())  # where the project is no longer known, it goes on from there
    assert alone.used == 507


def test_a_day_that_is_over_does_not_come_back(store: Store) -> None:
    clock, slow = Clock(), Clock()
    one, late = meter(StoredLedger(store), clock), meter(StoredLedger(store), slow, "2")
    clock.turn(86_400)
    one.spend(5)
    written(store)
    late.spend(90)  # a process whose day has not ended yet
    written(store)
    assert one.used == 5
    store.write(lambda tx: tx.settings.set(SETTING + PROJECT, "broken")).result()
    assert one.used == 0


SPEND = """
import sys
from pathlib import Path
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.services.ledger import StoredLedger
console = Console.open(Path(sys.argv[1]), secrets=memory_only())
ledger = StoredLedger(console.store)
for _ in range(200):
    ledger.add("p", "2026-01-01", 1)
assert console.close()
"""


def test_processes_lose_nothing_of_each_other(tmp_path: Path) -> None:
    path = tmp_path / "w.vigie"
    assert open_store(path).close()
    running = [subprocess.Popen([sys.executable, "-c", SPEND, str(path)]) for _ in range(2)]
    assert [one.wait(60) for one in running] == [0, 0]
    again = open_store(path)
    assert StoredLedger(again).used("p", "2026-01-01") == 400
    assert again.close()


def test_what_cannot_be_written_counts_here(tmp_path: Path) -> None:
    closed, kept = open_store(tmp_path / "a.vigie"), open_store(tmp_path / "b.vigie")
    ledger = StoredLedger(closed)
    assert closed.close()
    ledger.add("p", "2026-01-01", 3)
    ledger._store = kept
    assert ledger.used("p", "2026-01-01") == 3
    assert ledger.used("q", "2026-02") == 0
    assert ledger.used("p", "2026-01-01") == 3
    assert kept.close()


# ---------------------------------------------------------------------- YouTube


class Shared(YoutubeBench):
    """Two channels of one client id; every connector is made anew, as by another process."""

    def __init__(self, folder: Path, fake: FakeYoutube) -> None:
        super().__init__(folder, fake)
        self.first = self.channel_id
        self.second = self.store.write(
            lambda tx: tx.channels.add("youtube", "z", tx.now, state="ok", server=fake.server.url, handle=ME)
        ).result()

    async def get(self, channel: Channel) -> Connector:
        """Connectors port."""
        ledger = StoredLedger(self.store)
        made = registry.connect(channel, SECRET, self.sessions, self.clock, ledger)
        self._made.append(made)
        return made

    def options_of(self, channel: int, **options: Any) -> None:
        """Set a channel's options."""
        self.store.write(lambda tx: tx.channels.set(channel, options=options)).result()

    def used(self) -> int:
        """What stands in the workspace for their project."""
        written(self.store)
        project = project_of("youtube", self.fake.server.url, CLIENT)
        return StoredLedger(self.store).used(project, pacific_day(self.clock.now()).name)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Shared]:
    with fake_youtube() as fake:
        made = Shared(tmp_path, fake)
        try:
            yield made
        finally:
            made.close()


def test_two_channels_and_what_the_platform_counts_agree(two: Shared) -> None:
    comments = two.comments_of(60)
    two.channel_id = two.second
    assert two.pull().error is None
    assert two.used() == two.fake.units
    decided = two.all(comments, "hide")
    two.dispatch()
    two.channel_id = two.first
    assert {two.outbox(one) for one in decided} == {OutboxState.DONE}
    assert two.used() == two.fake.units > 100  # what a command of its own sent counts too
    two.channel_id = two.second
    assert two.pull().error is None
    assert two.channel.budget["used"] == two.used() == two.fake.units


def test_one_channel_leaves_the_other_what_decisions_need(two: Shared) -> None:
    for number in (two.first, two.second):
        two.options_of(number, daily_units=400)
    comments = two.comments_of(2)
    decided = [two.decide(one, "hide", reason="x", actor=LEA) for one in comments]
    project, day = project_of("youtube", two.fake.server.url, CLIENT), pacific_day(two.clock.now()).name
    StoredLedger(two.store).add(project, day, 319 - two.used())  # a fifth, 80 units, is for decisions
    written(two.store)
    two.channel_id = two.second
    before = two.fake.units
    error = two.pull().error
    assert error is not None
    assert (error.code, two.fake.units - before) == ("quota_exhausted", 1)
    two.dispatch()
    assert {two.outbox(one) for one in decided} == {OutboxState.DONE}  # one call for both
    assert two.used() == 370


def test_a_cursor_from_before_keeps_its_count(two: Shared) -> None:
    two.comments_of(3)
    cursor = json.loads(two.channel.cursor or "")
    meter_of = cursor["meter"]
    assert meter_of.pop("project")
    meter_of["used"] = 4000
    before = two.used()
    text = json.dumps(cursor)
    two.store.write(lambda tx: tx.channels.set(two.channel_id, cursor=text)).result()
    units = two.fake.units
    for _ in range(2):
        assert two.pull().error is None
    assert two.used() == before + 4000 + two.fake.units - units


# ---------------------------------------------------------------------- X


def test_accounts_of_one_app_are_charged_together(store: Store) -> None:
    clock = Clock()

    def money(channel: int, token: str, cursor: str | None = None) -> Money:
        options = {"monthly_cap": "1"}
        found = Channel(ChannelId(channel), "x", f"x{channel}", options=options, cursor=cursor)
        made: Any = registry.connect(found, token, registry.MemorySessionStore(), clock, StoredLedger(store))
        kept: Money = made._money
        return kept

    one, two, other = money(1, "token-a"), money(2, "token-a"), money(3, "token-b")
    one.posts(["1", "2"], own=False)
    one.users(["9"])
    written(store)
    assert (one.left, two.left, other.left) == (10_000 - 200, 10_000 - 200, 10_000)
    two.take({"period": utc_month(clock.now()).name, "used": 9_000, "day": "", "paid": ""})
    written(store)
    assert one.left == 800
    one.spend(800)
    written(store)
    with pytest.raises(QuotaExhausted) as refused:
        two.room(1, 10, own=True)
    assert refused.value.code == "x_cap"
    assert one.budget()["project"] == two.budget()["project"] != other.budget()["project"]
    assert "token" not in json.dumps(one.dump())
    # A token alone lasts two hours; the next one is another name for the same app, and what was spent stays spent.
    cursor = replace(Cursor(), money=one.dump()).dump()
    renewed = [money(number, "token-c", cursor) for number in (1, 2)]
    written(store)
    assert [one.left for one in renewed] == [0, 0]
    app = json.dumps({"client_id": "another-app", "refresh_token": "r"})
    assert money(1, app, cursor).left == 10_000
