"""``vigie policy backtest`` in real processes: reports, refusals, determinism, Ctrl+C, and the child by itself."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from console.cli.bench_backtest import bench_backtest, fill
from console.domain.errors import EnvironmentFailure, NotFound, UsageError
from console.policy import load_policy
from console.runtime.app import Console
from console.runtime.connections import memory_only
from tests.cli.conftest import ROOT, Vigie

POLICIES = ROOT / "resources" / "policies"
COUNT = 2_100  # enough for two children


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a past; closed. Copy it, do not open it."""
    folder = tmp_path_factory.mktemp("filled")
    console = Console.open(folder / "w.vigie", secrets=memory_only())
    try:
        assert fill(console, console.actor(), COUNT) == COUNT // 20
    finally:
        assert console.close()
    return folder / "w.vigie"


@pytest.fixture
def past(empty: Vigie, filled: Path) -> Vigie:
    """Commands on a copy of it."""
    shutil.copy(filled, empty.workspace)
    return empty


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The default policy with another threshold and a list that hides praise."""
    text = (POLICIES / "default.en.toml").read_text("utf-8").replace("at_least = 0.80", "at_least = 0.75")
    path = tmp_path / "changed.toml"
    path.write_text(text, "utf-8")
    shutil.copytree(POLICIES / "lists", tmp_path / "lists")
    return path


@pytest.fixture
def console(past: Vigie) -> Iterator[Console]:
    """The workspace opened in this process."""
    made = Console.open(past.workspace, secrets=memory_only())
    try:
        yield made
    finally:
        assert made.close()


def without_seconds(text: str) -> str:
    """The printed object with its only figure of time taken out; every other byte stays."""
    body = json.loads(text)
    seconds = json.dumps(body["seconds"])
    assert text.count(f'"seconds": {seconds}') == 1
    return text.replace(f'"seconds": {seconds}', '"seconds": 0')


def test_the_same_bytes_in_two_processes(past: Vigie, changed: Path) -> None:
    """Twice the same object, nothing on standard error, and what scripts rely on is in it."""
    first = past("policy", "backtest", str(changed), "--json", code=0)
    second = past("policy", "backtest", str(changed), "--json", code=0, env={"PYTHONHASHSEED": "77"})
    assert (first.err, second.err) == ("", "")
    assert without_seconds(first.out) == without_seconds(second.out)
    found = first.json
    assert found["comments"] == COUNT
    assert found["judged"] == found["decisions"] == COUNT // 20
    assert found["more_hidden"] > 0
    assert found["no_longer_hidden"] == 0
    assert found["policy"] != found["baseline"]
    assert found["recorded"] is None  # nobody's version
    assert sum(one["more_hidden"] for one in found["months"]) == found["more_hidden"]
    assert set(found["ladder"]["as_lived"]) == {"1:warn", "2:hide", "3:report", "4:block", "6:block"}
    assert sum(found["sla"]["hours"]) > 0
    assert all(isinstance(one["comment_id"], str) for one in found["disagreements"])


def test_a_version_against_another_is_recorded(past: Vigie, changed: Path) -> None:
    """A stored version keeps its report; the window and the baseline are as asked."""
    whole = past.json("policy", "backtest", "v1")
    assert (whole["recorded"], whole["policy"]) == ("v1", whole["baseline"])
    assert (whole["more_hidden"], whole["no_longer_hidden"]) == (0, 0)
    part = past.json("policy", "backtest", "v1", "--days", "3", "--against", str(changed))
    assert part["days"] == 3
    assert 0 < part["comments"] < whole["comments"]
    other = load_policy(changed).policy
    assert other is not None
    assert part["baseline"] == other.id
    events = [one["event"] for one in past.json("audit", "list", "--limit", "2")["items"]]
    assert events == ["policy_backtested", "policy_backtested"]  # each run is kept with v1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("more would be hidden", "agreement with people", "as proposed", "To be read with care", "R-INS-01")),
        ("fr", ("À masquer en plus", "accord avec vos décisions", "comme proposé", "À lire avec prudence",
                "Commentaires\u00a0: 2\u202f100")),
    ],
)  # fmt: skip
def test_tables_for_people(past: Vigie, changed: Path, language: str, words: tuple[str, ...]) -> None:
    """Both languages, the progress on standard error."""
    said = past("policy", "backtest", str(changed), code=0, env={"VIGIE_LANG": language})
    for one in words:
        assert one in said.out, said.out
    assert "None" not in said.out
    assert "{" not in said.out
    progress = said.err.splitlines()
    assert progress[0].startswith("0")
    assert progress[-1].startswith("100")


def test_an_empty_workspace(empty: Vigie) -> None:
    """Zeros and a warning, exit 0."""
    Console.open(empty.workspace, secrets=memory_only()).close()
    found = empty.json("policy", "backtest", str(POLICIES / "default.fr.toml"))
    assert (found["comments"], found["warnings"]) == (0, ["empty", "few_decisions"])
    said = empty("policy", "backtest", "v1", code=0)
    assert "No comments to replay." in said.out


def test_wrong_policies_are_refused_as_check_does(past: Vigie, tmp_path: Path) -> None:
    """A wrong file: what ``policy check`` says, exit 1. A wrong baseline, no such version, no workspace: exit 2."""
    wrong = tmp_path / "wrong.toml"
    wrong.write_text('schema = 1\nname = "x"\ncolour = "red"\n', "utf-8")
    refused = past.json("policy", "backtest", str(wrong), code=1)
    assert (refused["ok"], refused["id"]) == (False, None)
    assert 3 in [one["line"] for one in refused["errors"]]
    for words, code in (
        (("v1", "--against", str(wrong)), "backtest_baseline_wrong"),
        (("v99",), "policy_not_found"),
    ):
        assert past("policy", "backtest", *words, "--json", code=2).error["code"] == code
    nowhere = Vigie(tmp_path / "nowhere.vigie", past.env)
    good = str(POLICIES / "default.en.toml")
    assert nowhere("policy", "backtest", good, "--json", code=2).error["code"] == "workspace_missing"
    assert not nowhere.workspace.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to a process of its own there")
def test_ctrl_c_ends_it_cleanly(past: Vigie, changed: Path) -> None:
    """130, one line, no traceback, no child left, and the workspace goes on working."""
    running = past.start("policy", "backtest", str(changed), start_new_session=True)
    assert running.stderr is not None
    assert running.stderr.readline().startswith("0")  # the children are being started
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=30)
    assert (running.returncode, out) == (130, "")
    assert "Traceback" not in err
    assert err.splitlines()[-1] == "vigie: stopped"
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)


# ---------------------------------------------------------------------- console.backtests


def test_a_run_tells_how_far_it_is(console: Console, changed: Path) -> None:
    """Progress only grows and ends at the total, whatever the children do."""
    loaded = load_policy(changed)
    heard: list[tuple[int, int]] = []
    run = console.backtests.start(
        loaded.text, loaded.files, on_progress=lambda done, total: heard.append((done, total))
    )
    report = run.future.result(timeout=60)
    assert run.join(30)
    assert heard[0] == (0, COUNT)
    assert max(heard) == (COUNT, COUNT)
    assert report["comments"] == COUNT
    assert report["seconds"] > 0
    assert isinstance(report["disagreements"][0]["comment_id"], int)


def test_a_run_can_be_cancelled(console: Console, changed: Path) -> None:
    """At any time, more than once; the future is cancelled and the children have ended."""
    loaded = load_policy(changed)
    run = console.backtests.start(loaded.text, loaded.files)
    run.cancel()
    run.cancel()
    assert run.future.cancelled()
    assert run.join(30)
    late = console.backtests.start(
        loaded.text, loaded.files, on_progress=lambda done, _total: late_cancel(done)
    )

    def late_cancel(done: int) -> None:
        if done:
            late.cancel()

    assert late.join(60)
    assert late.future.cancelled()


def test_the_console_ends_what_still_runs(past: Vigie, changed: Path) -> None:
    """Closing the workspace does not wait for a backtest."""
    made = Console.open(past.workspace, secrets=memory_only())
    loaded = load_policy(changed)
    run = made.backtests.start(loaded.text, loaded.files)
    assert made.close()
    assert run.future.cancelled()
    assert run.join(0)
    with pytest.raises(
        EnvironmentFailure
    ) as caught:  # an activation under way may come to its backtest only now
        made.backtests.start(loaded.text, loaded.files)
    assert caught.value.code == "workspace_closed"


def test_what_goes_wrong_reaches_the_future(
    console: Console, changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wrong texts, unknown versions, a child that dies and one that cannot start."""
    loaded = load_policy(changed)

    def failed(text: str, baseline: Any = None) -> BaseException | None:
        return console.backtests.start(text, loaded.files, baseline=baseline).future.exception(timeout=60)

    assert isinstance(failed("schema = 1"), UsageError)
    assert isinstance(failed(loaded.text, "v9"), NotFound)
    for command in ([sys.executable, "-c", "import sys; sys.exit('gone')"], ["/no/such/program"]):
        monkeypatch.setattr("console.paths.backtest_command", lambda command=command: command)
        error = failed(loaded.text)
        assert isinstance(error, EnvironmentFailure)
        assert error.code == "backtest_failed"


def test_the_child_by_itself(past: Vigie) -> None:
    """It says what failed, imports no Qt, and ends when nobody listens."""
    request = {"path": str(past.workspace), "part": 0, "parts": 1, "plan": {
        "policy": {"text": "schema = 1", "files": {}}, "baseline": None, "since": None, "total": 0,
        "bounds": {"comment": 1, "decision": 0, "strike": 0, "newest": None, "comments": 0}}}  # fmt: skip
    command = [sys.executable, "-X", "importtime", "-m", "ui.entry", "--backtest-worker"]
    ran = subprocess.run(
        command, input=json.dumps(request) + "\n", capture_output=True, text=True, timeout=60, check=False
    )
    assert ran.returncode == 1
    assert json.loads(ran.stdout)["failed"] == "policy_invalid"
    assert "PySide6" not in ran.stderr
    assert "console.policy.replay" in ran.stderr


def test_its_bench() -> None:
    """The figures of ``vigie bench backtest`` are made of a real run."""
    rows = [one.as_dict() for one in bench_backtest(400)]
    assert [one["unit"] for one in rows] == ["s", "comments/s", "MiB"]
    assert all(one["value"] > 0 and one["peer_value"] > 0 and one["ratio"] > 0 for one in rows)
