"""What the company's file forbids is refused where it is done: channels, imports, the policy; in the log where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console import managed
from console.audit.verify import verify
from console.connectors import registry
from console.connectors.file.inspect import inspect
from console.domain.comment import Channel
from console.domain.errors import EnvironmentFailure, NotAllowed
from console.domain.vocabulary import ActionKind, OutboxState
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.services.channel_desk import run_import
from console.services.company import adopt
from console.services.recording import DecisionAsk
from tests.support.bench import read_texts
from tests.support.faultserver import Answer, serving
from tests.support.policy_life import POLICY
from tests.support.word_reader import WordReader
from tests.support.workspaces import comment


@pytest.fixture
def company(tmp_path: Path) -> Callable[[str], managed.Managed]:
    """Write the company's file; the machine is under it from then on."""

    def write(text: str) -> managed.Managed:
        path = tmp_path / "vigie.toml"
        path.write_text(text, encoding="utf-8")
        return managed.use(path)

    return write


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[], Console]]:
    """Open the workspace, once more where asked; the chain holds at the end."""
    held: list[Console] = []

    def open_one() -> Console:
        while held:
            held.pop().close()
        held.append(Console.open(tmp_path / "w.vigie", secrets=memory_only(), reader=WordReader()))
        return held[-1]

    yield open_one
    for console in held:
        assert console.store.snapshot(lambda r: verify(r.audit.rows(), r.audit.head())).ok
        console.close()


def own_policy(folder: Path, name: str, *, severity: int = 3) -> Path:
    """A small policy of the company's own."""
    path = folder / "lormel.toml"
    text = POLICY.replace('"Small"', f'"{name}"').replace("severity = 3", f"severity = {severity}")
    path.write_text(text, encoding="utf-8")
    return path


def events(console: Console) -> list[tuple[str, object]]:
    import json

    found = [json.loads(row.entry) for row in console.store.snapshot(lambda r: list(r.audit.rows()))]
    return [(one["event"], one.get("outcome")) for one in found]


# ---------------------------------------------------------------------- policy


def test_a_new_workspace_begins_with_the_companys_policy(
    tmp_path: Path, company: Callable[[str], managed.Managed], opened: Callable[[], Console]
) -> None:
    own_policy(tmp_path, "Lormel")
    assert company('policy = "lormel.toml"').faults == ()
    assert opened().policy().name == "Lormel"


def test_an_unlocked_policy_is_only_a_beginning(
    tmp_path: Path, company: Callable[[str], managed.Managed], opened: Callable[[], Console]
) -> None:
    before = opened().policy().id
    own_policy(tmp_path, "Lormel")
    company('policy = "lormel.toml"')
    assert opened().policy().id == before


def test_a_locked_policy_takes_the_place_of_another_and_stays(
    tmp_path: Path, company: Callable[[str], managed.Managed], opened: Callable[[], Console]
) -> None:
    before = opened().policy().id
    path = own_policy(tmp_path, "Lormel")
    company('policy = "lormel.toml"\nlocked = ["policy"]')
    console = opened()
    assert console.policy().name == "Lormel"
    assert events(console)[-2:] == [("policy_activated", "company"), ("policy_retired", "replaced")]
    entries = len(events(console))
    actor = console.actor()
    with pytest.raises(NotAllowed) as caught:
        console.lifecycle.activate(before, actor)
    assert caught.value.code == "company_locked"
    assert console.policy().name == "Lormel"
    assert events(console)[-1][0] == "refusal"
    console.lifecycle.activate(console.policy().id, actor)  # what is in force already is no change
    assert len(events(opened())) == entries + 1  # the refusal alone: opening again changes nothing
    path.write_text(path.read_text(encoding="utf-8").replace('"Lormel"', '"Lormel 2"'), encoding="utf-8")
    assert opened().policy().name == "Lormel 2"  # the same meaning in other words is no new version
    assert len(events(opened())) == entries + 1
    own_policy(tmp_path, "Lormel", severity=2)
    assert events(opened())[-2] == ("policy_activated", "company")


def test_a_company_policy_that_is_none_leaves_the_one_in_force(
    tmp_path: Path, company: Callable[[str], managed.Managed], opened: Callable[[], Console]
) -> None:
    (tmp_path / "lormel.toml").write_text("schema = 1\nnonsense = 3\n", encoding="utf-8")
    company('policy = "lormel.toml"\nlocked = ["policy"]')
    console = opened()  # a new workspace
    assert console.policy().name
    refused = adopt(console.store, console.policies, console.os_user)
    assert refused is not None
    assert refused.code == "policy_invalid"


# ---------------------------------------------------------------------- channels


def test_a_channel_of_a_forbidden_kind_is_not_added(
    company: Callable[[str], managed.Managed], opened: Callable[[], Console]
) -> None:
    company('connectors = ["bluesky"]')
    console = opened()
    actor = console.actor()
    for kind in ("mastodon", "file"):
        with pytest.raises(NotAllowed) as caught:
            console.add_channel(kind, "brand", actor)
        assert caught.value.code == "company_kind"
        assert caught.value.params["known"] == "bluesky"
    console.add_channel("bluesky", "brand", actor)
    console.ensure_practice(actor)
    assert {one.kind for one in console.store.read(lambda r: r.channels.all())} == {"bluesky", "practice"}


def test_a_channel_that_was_there_is_neither_read_nor_written_to(
    company: Callable[[str], managed.Managed], opened: Callable[[], Console]
) -> None:
    """Added before the company said so: its server hears nothing, and the channel says why."""
    with serving(lambda seen: Answer(body={})) as server:
        console = opened()
        actor = console.actor()
        channel = console.add_channel("wordpress", "shop", actor, server=server.url, handle="x", state="ok")
        console.secrets.memory.set(channel.key, console.workspace_id, "x:y")
        company('connectors = ["bluesky"]')
        console.engine.start(work=False)
        (report,) = console.engine.submit(lambda: console.engine.pull_once([int(channel.id)])).result(20)
        assert report.error is not None
        assert report.error.code == "company_kind"
        held = console.store.read(lambda r: r.channels.get(channel.id))
        assert held is not None
        assert (held.state_code, held.state_params["platform"]) == ("company_kind", "wordpress")
        assert server.seen == []


def test_what_waits_for_such_a_channel_goes_on_waiting(
    company: Callable[[str], managed.Managed], opened: Callable[[], Console]
) -> None:
    """A decision taken before is not lost, not sent, and its channel says why; allowed again, it leaves."""
    with serving(lambda seen: Answer(body={})) as server:
        console = opened()
        actor = console.actor()
        channel = console.add_channel("wordpress", "shop", actor, server=server.url, handle="x", state="ok")
        console.secrets.memory.set(channel.key, console.workspace_id, "x:y")
        taken = console.store.write(
            lambda tx: tx.comments.upsert(channel.id, "wordpress", [comment(1, "Merci")], tx.now)
        ).result()
        console.triage.run(read_texts)
        ask = DecisionAsk(taken.new_ids[0], ActionKind.HIDE, at_once=True, reason="spam", category="spam")
        outcome = console.decide(ask, actor).result(20)
        assert outcome.state == "queued", outcome
        company('connectors = ["bluesky"]')
        console.engine.start(work=False)
        console.engine.submit(lambda: console.engine.lead(10)).result(20)
        console.engine.submit(console.engine.dispatcher.run_due).result(20)
        (row,) = console.store.read(lambda r: r.outbox.in_states(OutboxState.QUEUED))
        assert row.error is not None
        held = console.store.read(lambda r: r.channels.get(channel.id))
        assert held is not None
        assert held.state_code == "company_kind"
        assert server.seen == []


def test_nothing_signs_in_at_a_forbidden_platform(company: Callable[[str], managed.Managed]) -> None:
    company("connectors = []")
    channel = Channel(id=1, kind="mastodon", name="x", server="https://mastodon.example")  # type: ignore[arg-type]
    with pytest.raises(EnvironmentFailure) as caught:
        registry.connect(channel, "token", registry.MemorySessionStore(), None)  # type: ignore[arg-type]
    assert caught.value.code == "company_kind"


def test_a_file_is_not_imported_where_files_are_not_allowed(
    tmp_path: Path, company: Callable[[str], managed.Managed], opened: Callable[[], Console]
) -> None:
    """Into a channel that was there, too."""
    console = opened()
    actor = console.actor()
    channel = console.add_channel("file", "export", actor)
    export = tmp_path / "export.csv"
    export.write_text("id,author,text,date\n1,ana,bonjour,2026-09-21T10:00:00Z\n", encoding="utf-8")
    company('connectors = ["bluesky"]')
    with pytest.raises(NotAllowed) as caught:
        run_import(
            console.store, channel, inspect(export), actor, progress=lambda _: None, stop=lambda: False
        )
    assert caught.value.code == "company_kind"
