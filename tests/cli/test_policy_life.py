"""``vigie policy`` through a whole life, and the ways round it that must not work."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from console.cli.main import main
from console.runtime.app import Console
from console.runtime.connections import memory_only
from tests.cli.conftest import Said, Vigie
from tests.support.policy_life import POLICY, SIGNED, lenient, severer

Run = Callable[..., Said]


@pytest.fixture
def run(vigie: Vigie, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Commands on a copy of the imported workspace, in this process."""
    for name, value in vigie.env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("VIGIE_DEBUG", "1")  # a bug of ours is raised, not reported

    def command(*words: str, code: int | None = None) -> Said:
        capsys.readouterr()
        said = main(["--workspace", str(vigie.workspace), *words])
        told = capsys.readouterr()
        found = Said(said, told.out, told.err)
        if code is not None:
            assert found.code == code, found
        return found

    return command


def write(folder: Path, text: str, name: str = "p.toml") -> str:
    """A policy file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def log(run: Run, event: str) -> list[dict[str, Any]]:
    """Entries of an event, oldest first."""
    items = run("audit", "list", "--event", event, "--limit", "100", "--json", code=0).json["items"]
    return sorted(items, key=lambda one: int(one["sequence"]))


def test_a_life(run: Run, tmp_path: Path) -> None:
    own = write(tmp_path, severer())
    started = run("policy", "shadow", "start", own, "--json", code=0).json
    assert (started["number"], started["state"], started["compared"]) == (2, "shadow", 8)
    report = run("policy", "shadow", "--json", code=0).json
    assert report["compared"] == report["same"] + report["differ"] == 8
    assert "v2 in shadow since" in run("policy", "shadow", "report", code=0).out
    assert run("policy", "shadow", "stop", "--json", code=0).json["state"] == "draft"
    tested = run("policy", "test", "v2", "--json", code=0).json
    assert (tested["ok"], tested["recorded"], len(tested["tests"])) == (True, "v2", 3)
    active = run("policy", "activate", "v2", "--json", code=0)
    assert (active.json["state"], active.json["before"], active.json["waived"]) == ("active", 1, [])
    assert active.json["reproposed"] == 8
    assert active.err == ""
    listed = run("policy", "list", "--json", code=0).json["items"]
    assert [(one["number"], one["state"]) for one in listed] == [(2, "active"), (1, "retired")]
    assert listed[0]["activated_by"]
    assert len(run("policy", "list", code=0).out.splitlines()) == 2
    shown = run("policy", "show", "--json", code=0).json
    assert shown["source"] == severer()
    assert [one["kind"] for one in shown["steps"]] == [
        "check", "shadow", "shadow", "test", "test", "backtest", "activate",
    ]  # fmt: skip
    assert run("policy", "show", "v1", code=0).out.startswith("# The moderation policy that comes with Vigie")
    assert "activated" in run("policy", "show", "v2", "--steps", code=0).out
    assert "second signature" not in run("policy", "show", "v1", "--steps", code=0).out
    run("policy", "activate", "v1", code=0)  # roll back
    again = run("policy", "activate", "v1", "--json", code=0).json
    assert (again["already"], again["reproposed"]) == (True, 0)
    assert run("policy", "retire", "v1", "--json", code=1).json["refusal"]["code"] == "policy_in_force"
    assert run("audit", "verify", "--json", code=0).json["ok"]


def test_what_a_moderator_may_not_is_refused_on_standard_output_and_logged(run: Run, tmp_path: Path) -> None:
    own = write(tmp_path, severer())
    tries = [
        ("policy", "activate", own),
        ("policy", "activate", "v1"),
        ("policy", "sign", "v1"),
        ("policy", "retire", "v1"),
        ("policy", "shadow", "start", "v1"),
        ("policy", "shadow", "stop"),
    ]
    for words in tries:
        said = run(*words, "--as", "mo", "--json", code=1)
        assert (said.json["ok"], said.json["state"], said.json["refusal"]["code"]) == (
            False,
            "refused",
            "refuse.role",
        )
        assert said.err == ""
    logged = [(one["actor"], one["action"]) for one in log(run, "refusal")]
    assert logged == [
        ("mo", f"policy_{what}") for what in ("submit", "activate", "sign", "retire", "shadow", "shadow")
    ]
    assert [one["number"] for one in run("policy", "list", "--json", code=0).json["items"]] == [1]


def test_two_people_are_needed_where_the_policy_says_so(run: Run, tmp_path: Path) -> None:
    own = write(tmp_path, SIGNED)
    for name, role in (("lea", "lead"), ("max", "lead"), ("bo", "reviewer"), ("mo", "moderator")):
        run("member", "add", name, "--role", role, code=0)
    refused = run(
        "policy", "activate", own, "--as", "lea", "--waive", "I am in a hurry", "--json", code=1
    ).json
    assert refused["refusal"]["code"] == "gate_not_met"
    points = {one["code"]: one for one in refused["gate"]["points"]}
    assert (points["second_signature"]["ok"], points["rule_tests"]["ok"]) == (False, True)
    assert "vigie policy sign v2" in points["second_signature"]["text"]
    assert (
        run("policy", "sign", "v2", "--as", "lea", "--json", code=1).json["refusal"]["code"]
        == "policy_same_person"
    )
    assert (
        run("policy", "sign", "v2", "--as", "LEA", "--json", code=1).error["code"] == "refuse.unknown_member"
    )
    assert (
        run("policy", "sign", "v2", "--as", "mo", "--json", code=1).json["refusal"]["code"] == "refuse.role"
    )
    assert run("policy", "sign", "v2", "--as", "bo", "--json", code=0).json["by"] == "bo"
    assert (
        run("policy", "sign", "v2", "--as", "bo", "--json", code=1).json["refusal"]["code"]
        == "policy_signed_already"
    )
    assert run("policy", "activate", "v2", "--as", "lea", "--json", code=0).json["state"] == "active"
    assert log(run, "policy_activated")[-1]["second"] == "bo"
    errors = [one["error"] for one in log(run, "refusal")]
    assert errors == [
        "gate_not_met", "policy_same_person", "refuse.unknown_member", "refuse.role", "policy_signed_already",
    ]  # fmt: skip


def test_the_gate_names_what_is_unmet_and_a_waiver_needs_words(run: Run, tmp_path: Path) -> None:
    own = write(tmp_path, severer() + "\n[gate]\nmin_human_decisions = 300\n")
    said = run("policy", "activate", own, code=1)
    assert "NOT MET" in said.out
    assert "human decisions: 0, at least 300" in said.out
    for blank in ("", "   ", "?!"):
        refused = run("policy", "activate", "v2", f"--waive={blank}", "--json", code=2)
        assert refused.error["code"] == "waive_reason"
    waived = run("policy", "activate", "v2", "--waive", "the raid is on", "--json", code=0).json
    assert waived["waived"] == ["min_human_decisions"]
    steps = run("policy", "show", "--json", code=0).json["steps"]
    assert [one["reason"] for one in steps if one["kind"] == "waive"] == ["the raid is on"]
    entry = log(run, "policy_activated")[-1]
    assert (entry["reason"], entry["outcome"]) == ("given", "waived")
    assert "raid" not in run("audit", "export", "--format", "jsonl", code=0).out


def test_failing_tests_stop_it_whatever_is_waived(run: Run, tmp_path: Path) -> None:
    own = write(tmp_path, POLICY.replace('text = "good day"', 'text = "you are an idiot, go away"'))
    for waive in ((), ("--waive", "never mind")):
        refused = run("policy", "activate", own, *waive, "--json", code=1).json
        assert [one["code"] for one in refused["gate"]["points"] if one["ok"] is False] == ["rule_tests"]
        assert refused["gate"]["failed_tests"][0]["rule"] == "R-INS"
    assert run("policy", "show", "--json", code=0).json["number"] == 1


def test_wrong_policies_and_unknown_versions_change_nothing(run: Run, tmp_path: Path) -> None:
    bad = write(tmp_path, "schema = 1\nname = 'x'\nnonsense = 2\n", "bad.toml")
    for words in (("activate", bad), ("shadow", "start", bad), ("check", bad), ("test", bad)):
        said = run("policy", *words, "--json", code=1)
        assert (said.json["ok"], said.json["id"]) == (False, None)
        assert said.json["errors"][0]["line"] == 3 or len(said.json["errors"]) > 1
    missing = str(tmp_path / "none.toml")
    for words in (
        ("activate", "v9"), ("sign", "v9"), ("retire", "v9"), ("show", "v9"), ("shadow", "start", "v9"),
        ("shadow", "report", "v9"), ("test", "v9"), ("check", "v9"), ("activate", missing), ("check", missing),
    ):  # fmt: skip
        assert run("policy", *words, "--json", code=2).error["code"] == "policy_not_found"
    assert run("policy", "shadow", "--json", code=1).error["code"] == "shadow_none"
    assert log(run, "refusal") == []
    assert run("policy", "check", "v1", "--json", code=0).json["ok"]


def test_what_the_check_refuses_is_not_activated_and_the_teams_own_replies_count(
    vigie: Vigie, run: Run, tmp_path: Path
) -> None:
    ladder = '\n[ladder.default]\ncounts = ["insult"]\nwindow = "90d"\nstep = [{ at = 1, action = "warn", template = "ours.first" }]\n'  # fmt: skip
    own = write(tmp_path, severer() + ladder)
    for words in (("check", own), ("activate", own), ("shadow", "start", own)):
        assert [one["code"] for one in run("policy", *words, "--json", code=1).json["errors"]] == [
            "ladder.template"
        ]
    console = Console.open(vigie.workspace, secrets=memory_only())
    console.replies.save("ours.first", {"en": ("First", "Please mind your words.")}, console.actor())
    assert console.close()
    assert run("policy", "check", own, "--json", code=0).json["ok"]
    assert run("policy", "activate", own, "--json", code=0).json["state"] == "active"


def test_a_plain_file_needs_no_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VIGIE_HOME", str(tmp_path / "home"))
    own = write(tmp_path, lenient())
    for words in (("check", own), ("test", own), ("propose", own, "--text", "you idiot")):
        assert main(["policy", *words, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)
    assert not list((tmp_path / "home").glob("**/*.vigie"))
    # A workspace that cannot be opened is no reason not to test a file, unless it was named.
    (tmp_path / "home" / "default.vigie").write_bytes(b"no database" * 500)
    assert main(["policy", "test", own, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["recorded"] is None
    assert (
        main(["--workspace", str(tmp_path / "home" / "default.vigie"), "policy", "test", own, "--json"]) == 3
    )


def test_killed_between_the_steps_it_is_one_policy_or_the_other_and_the_next_run_completes_it(
    vigie: Vigie, run: Run, tmp_path: Path
) -> None:
    for number, pause in enumerate((0.8, 1.4)):
        own = write(tmp_path, severer(2 + number))
        process = vigie.start("policy", "activate", own)
        deadline = time.monotonic() + pause
        while process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        process.kill()
        process.communicate(timeout=30)
        states = [one["state"] for one in run("policy", "list", "--json", code=0).json["items"]]
        assert states.count("active") == 1
    done = run("policy", "activate", own, "--json", code=0).json
    assert done["state"] == "active"
    items = run("queue", "list", "--view", "all", "--json", code=0).json["items"]
    assert {one["severity"] for one in items if one["category"] == "insult"} == {4}
    assert run("audit", "verify", "--json", code=0).json["ok"]
