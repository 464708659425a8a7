"""kill -9 at any moment: the network holds each reply exactly once, and the chain accounts for every decision."""

from __future__ import annotations

import http.client
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from console import paths
from console.practice import PracticeNetwork
from tests.cli.conftest import Vigie, write_csv

REPLIES = 28

# Decides about many comments in one process, at once: forty starts would take longer than the test is worth.
DECIDE = """
import json, sys
from pathlib import Path
from console.domain.vocabulary import ActionKind
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.services.recording import DecisionAsk
console = Console.open(Path(sys.argv[1]), secrets=memory_only())
made = []
for number, text in json.loads(sys.argv[2]):
    ask = DecisionAsk(number, ActionKind.REPLY, text=text, at_once=True)
    made.append(console.decide(ask, console.actor("ana")).result().state)
assert console.close()
print(json.dumps(made))
"""


@pytest.fixture
def network(empty: Vigie, tmp_path: Path) -> Iterator[PracticeNetwork]:
    """The practice network in this process, so that killing the command does not kill the network."""
    content = tmp_path / "content"
    content.mkdir()
    for name in ("posts.jsonl", "authors.jsonl"):
        (content / name).write_bytes((paths.resources() / "practice" / name).read_bytes())
    (content / "comments.jsonl").touch()
    with PracticeNetwork(
        empty.workspace.with_name(empty.workspace.name + ".practice"), content=content, speed=0.0
    ) as running:
        yield running


def ask(network: PracticeNetwork, path: str, body: Any = None) -> Any:
    connection = http.client.HTTPConnection(network.url.removeprefix("http://"), timeout=10)
    try:
        connection.request(
            "GET" if body is None else "POST", path, None if body is None else json.dumps(body).encode()
        )
        return json.loads(connection.getresponse().read())
    finally:
        connection.close()


@pytest.mark.parametrize(("keys", "wanted_kills"), [(True, 11), (False, 3)])
def test_killed_at_random_moments(
    empty: Vigie, network: PracticeNetwork, tmp_path: Path, keys: bool, wanted_kills: int
) -> None:
    """With the network's own protection against repeats, and without it, as most platforms are."""
    seed = int(os.environ.get("VIGIE_SEED", "0")) or random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    draw = random.Random(seed)
    ask(network, "/_practice/settings", {"idempotent_replies": keys})
    for number in range(REPLIES):
        ask(
            network,
            "/_practice/comments",
            {"handle": f"h{number}", "text": f"Do you deliver to town {number}?"},
        )
    empty("channel", "add", "practice", "--name", "lormel", code=0)
    empty("pull", code=0)
    # The shipped policy without its quiet hours, so that the test also runs at night.
    shipped = paths.resources() / "policies"
    shutil.copytree(shipped / "lists", tmp_path / "lists")
    lines = (shipped / "default.en.toml").read_text(encoding="utf-8").splitlines(keepends=True)
    own = tmp_path / "policy.toml"
    own.write_text("".join(line for line in lines if not line.startswith("quiet")), encoding="utf-8")
    empty("policy", "activate", str(own), code=0)
    items = empty.json("queue", "list", "--view", "all", "--limit", "100")["items"]
    wanted = {int(one["id"]): f"Yes, {one['remote_id']}" for one in items}
    assert len(wanted) == REPLIES
    ran = subprocess.run(
        [sys.executable, "-c", DECIDE, str(empty.workspace), json.dumps(list(wanted.items()))],
        capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2], timeout=60,
        env={**os.environ, **empty.env},
    )  # fmt: skip
    assert json.loads(ran.stdout) == ["queued"] * REPLIES
    ask(network, "/_practice/faults", {"kind": "slow", "seconds": 0.03, "count": 10_000, "path": "/replies"})
    kills = 0
    for _ in range(wanted_kills * 3):
        if kills == wanted_kills:
            break
        before = len(sent(network))
        process = empty.start("outbox", "run", "--json")
        deadline = time.monotonic() + 20
        # Wait until this process sends, then a moment more: the kill lands before, within and after requests.
        while len(sent(network)) == before and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(draw.random() * 0.06)
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
            kills += 1
        process.communicate(timeout=20)
        texts = sent(network)
        assert len(texts) == len(set(texts)), "a reply was sent twice"
        if len(texts) == REPLIES:
            break
    assert kills >= min(wanted_kills, 10)
    ask_delete_faults(network)
    for _ in range(10):
        last = empty("outbox", "run", "--json").json
        if not last["waiting"]:
            break
        time.sleep(0.5)
    assert last["states"] == {"done": REPLIES}, last
    texts = sent(network)
    assert sorted(texts) == sorted(wanted.values())
    assert empty.json("audit", "verify", "--thorough")["ok"]
    entries = empty.json("audit", "list", "--limit", "5000")["items"]
    decided = [one["comment"] for one in entries if one["event"] == "decision"]
    done = [one["comment"] for one in entries if one["event"] == "dispatch" and one["outcome"] == "done"]
    assert sorted(decided) == sorted(done) == sorted(wanted)
    assert empty("doctor", "--json").json["checks"]
    assert {one["state"] for one in empty.json("queue", "list", "--view", "all")["items"]} <= {"done", "open"}


def ask_delete_faults(network: PracticeNetwork) -> None:
    connection = http.client.HTTPConnection(network.url.removeprefix("http://"), timeout=10)
    try:
        connection.request("DELETE", "/_practice/faults")
        connection.getresponse().read()
    finally:
        connection.close()


def sent(network: PracticeNetwork) -> list[str]:
    """The replies that the network carried out."""
    return [
        str(one["text"])
        for one in ask(network, "/_practice/log")["entries"]
        if one["action"] == "reply" and one["changed"]
    ]


@pytest.mark.timeout(300)
def test_an_import_killed_again_and_again_is_complete_in_the_end(empty: Vigie, tmp_path: Path) -> None:
    rows = [(str(number), f"a{number % 50}", f"comment number {number}") for number in range(4000)]
    export = write_csv(tmp_path / "export.csv", rows)
    for pause in (0.25, 0.5, 0.8, 1.2):
        process = empty.start("import", str(export), "--channel", "demo", "--json")
        time.sleep(pause)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate(timeout=20)
    # It reads and classifies 4000 comments: seconds by itself, minutes beside a whole run of the tests. That it ends is
    # what counts; the deadline is only for one that hangs.
    report = empty("import", str(export), "--channel", "demo", "--json", code=0, timeout=200).json
    assert (report["read"], report["updated"], report["rejected"]) == (4000, 0, [])
    assert report["new"] + report["unchanged"] == 4000
    body = empty.json("queue", "list", "--view", "all", "--limit", "5000")
    assert body["total"] == 4000
    assert all(one["labels"] and one["category"] for one in body["items"])  # none was left unread
    assert empty.json("queue", "search", "number", "3999")["total"] == 1
    assert empty.json("audit", "verify")["ok"]
    checks = {one["check"]: one["ok"] for one in empty("doctor", "--json").json["checks"]}
    assert checks["integrity"]


def test_many_commands_at_once_on_one_workspace(vigie: Vigie) -> None:
    running = [
        vigie.start("decide", str(number), action, "--as", who, "--json")
        for number, action in ((1, "keep"), (5, "keep"), (7, "keep"), (8, "keep"))
        for who in ("ana", "bo")
    ]
    told = [one.communicate(timeout=60) for one in running]
    assert [one.returncode for one in running] == [0] * len(running), told
    assert vigie.json("audit", "verify", "--thorough")["ok"]
    entries = vigie.json("audit", "list", "--event", "decision")["items"]
    assert len(entries) == len(running)
    same = [vigie.start("decide", "2", "hide", "--as", f"m{number}", "--json") for number in range(5)]
    bodies = [json.loads(one.communicate(timeout=60)[0]) for one in same]
    assert sorted(one["state"] for one in bodies) == ["refused"] * 4 + ["waiting_person"]
