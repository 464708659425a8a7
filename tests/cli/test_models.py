"""`vigie models evaluate`, `calibrate`, `calibrations`, `revert`: the real command on a workspace with a history."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from console import paths
from console.domain.vocabulary import Role
from console.runtime.app import Console
from console.services.roles import Actor
from tests.cli.conftest import Vigie
from tests.support.team import arrive, decide, engine, written
from tests.support.workspaces import Clock

TEXTS = written(260)


def made(path: Path, decided: int) -> Path:
    """A closed workspace whose team decided about the first so many comments, with 20 that wait."""
    console = Console.open(path, clock=Clock())
    try:
        lead = Actor(paths.os_user(), Role.LEAD, paths.os_user())
        ids = arrive(console.store, console.triage, TEXTS[:decided], engine(1.5))
        decide(console.moderation, ids, TEXTS[:decided], lead)
        arrive(console.store, console.triage, written(20, seed=2), engine(1.5))
    finally:
        assert console.close()
    return path


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed workspace with 260 decided comments. Copy it, do not open it."""
    return made(tmp_path_factory.mktemp("history") / "w.vigie", 260)


@pytest.fixture
def team(empty: Vigie, history: Path) -> Vigie:
    """Commands on a copy of it."""
    shutil.copy(history, empty.workspace)
    return empty


def test_evaluate(team: Vigie) -> None:
    found = team.json("models", "evaluate", "--from-decisions")
    assert (found["engine"], found["decisions"], found["practice"]) == ("test", 260, False)
    assert found["versions"] == [{"version": "7", "decisions": 260}]
    precision = found["flagged"]["precision"]
    assert precision["low"] < precision["value"] < precision["high"] < 0.7
    by_name = {one["category"]: one for one in found["categories"]}
    assert by_name["spam"]["recall"]["few"] is True
    assert "value" not in by_name["spam"]["recall"]
    text = team("models", "evaluate", "--from-decisions", code=0).out
    assert "too few" in text
    assert "Only comments that people decided about are counted" in text
    french = team("models", "evaluate", "--from-decisions", code=0, env={"VIGIE_LANG": "fr"}).out
    assert "trop peu" in french
    assert "précision" in french


def test_evaluate_says_what_it_needs(team: Vigie) -> None:
    said = team("models", "evaluate", "--json", code=2)
    assert said.error["code"] == "evaluate_from_what"
    said = team("models", "evaluate", "--from-decisions", "--engine", "nobody", "--json", code=2)
    assert said.error["code"] == "engine_unread"
    assert "nobody" in said.error["text"]


def test_calibrate_and_revert(team: Vigie) -> None:
    tried = team.json("models", "calibrate", "--dry-run")
    assert (tried["improves"], tried["id"], tried["active"]) == (True, None, False)
    assert team.json("models", "calibrations") == {"items": []}

    # A moderator may have it worked out; a lead puts it on.
    kept = team.json("models", "calibrate", "--as", "ana")
    assert (kept["id"], kept["active"]) == ("1", False)
    refused = team("models", "calibrate", "--activate", "1", "--as", "ana", "--json")
    assert (refused.code, refused.error["code"]) == (1, "refuse.role")
    assert team.json("models", "calibrate", "--activate", "1")["state"] == "active"
    items = team.json("queue", "list", "--view", "inbox")["items"]
    assert len(items) == 20
    shown = team.json("queue", "show", items[0]["id"])
    assert [one["engine_version"] for one in shown["verdicts"]] == ["7+w1", "7"]

    made = team.json("models", "calibrate")
    assert (made["id"], made["active"], made["decisions"]) == ("2", True, 260)
    assert made["after"]["macro_f1"] > made["before"]["macro_f1"] + 0.1
    assert [(one["id"], one["state"]) for one in team.json("models", "calibrations")["items"]] == [
        ("2", "active"), ("1", "reverted"),
    ]  # fmt: skip
    text = team("models", "revert", code=0).out
    assert "taken off" in text
    again = team("models", "revert", "--json", code=1)
    assert again.error["code"] == "calibration_none"
    assert team("audit", "verify", code=0)


def test_too_few_decisions_are_refused_in_both_languages(empty: Vigie) -> None:
    made(empty.workspace, 12)
    said = empty("models", "calibrate", "--json", code=1)
    assert said.error["code"] == "too_few_decisions"
    assert said.error["params"]["missing"] == 188
    french = empty("models", "calibrate", code=1, env={"VIGIE_LANG": "fr"}).err
    assert "il en manque 188 sur 200" in french


def test_no_workspace_is_made_by_asking(empty: Vigie) -> None:
    for words in (("evaluate", "--from-decisions"), ("calibrate",), ("calibrations",), ("revert",)):
        assert empty("models", *words, "--json", code=2).error["code"] == "workspace_missing"
    assert not empty.workspace.exists()
