"""The main job from the command line, on the practice network: pull, decide, send, undo, prove."""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest

from console import paths
from tests.cli.conftest import Vigie
from tests.cli.test_hostile import many


@pytest.fixture(scope="session")
def pulled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a workspace on the practice network, pulled once, without quiet hours; closed. Copy it."""
    folder = tmp_path_factory.mktemp("pulled")
    shipped = paths.resources() / "policies"
    shutil.copytree(shipped / "lists", folder / "lists")
    lines = (shipped / "default.en.toml").read_text(encoding="utf-8").splitlines(keepends=True)
    own = folder / "policy.toml"
    text = "".join(line for line in lines if not line.startswith("quiet"))
    assert 'undo_window     = "20s"' in text
    own.write_text(text.replace('undo_window     = "20s"', 'undo_window     = "8s"'), encoding="utf-8")
    vigie = Vigie(folder / "w.vigie", {"VIGIE_HOME": str(folder / "home")})
    added = vigie.json("channel", "add", "practice", "--name", "lormel")
    assert (added["key"], added["secret"], added["state"]) == ("practice:lormel", "none", "ok")
    told = vigie.json("pull")
    assert told["new"] > 100
    assert told["channels"][0]["error"] is None
    vigie("policy", "activate", str(own), code=0)
    return folder


@pytest.fixture
def desk(pulled: Path, tmp_path: Path) -> Vigie:
    """Commands on a copy of it."""
    for one in pulled.glob("w.vigie*"):
        shutil.copy(one, tmp_path / one.name)
    return Vigie(tmp_path / "w.vigie", {"VIGIE_HOME": str(tmp_path / "home")})


def first(desk: Vigie, category: str) -> dict[str, Any]:
    view = {"insult": "toxic", "question": "questions", "constructive_criticism": "criticism"}[category]
    items = desk.json("queue", "list", "--view", view, "--limit", "500")["items"]
    return next(one for one in items if one["category"] == category)


def log(desk: Vigie) -> list[tuple[str, str]]:
    """What the practice network did, read from its own file."""
    db = sqlite3.connect(desk.workspace.with_name(desk.workspace.name + ".practice"))
    try:
        return [
            tuple(row) for row in db.execute("SELECT action, target FROM log WHERE changed ORDER BY sequence")
        ]
    finally:
        db.close()


def test_now_is_sent_before_the_command_returns_and_undone_by_the_next(desk: Vigie) -> None:
    one = first(desk, "insult")
    result = desk.json("decide", one["id"], "hide", "--now", "--as", "ana")
    assert (result["state"], result["outbox"]["state"], result["outbox"]["tries"]) == ("done", "done", 1)
    assert log(desk) == [("hide", one["remote_id"])]
    assert desk.json("queue", "show", one["id"])["hidden"]
    undone = desk.json("undo", result["decision_id"], "--as", "bo")
    assert (undone["state"], undone["action"]) == ("queued", "unhide")
    ran = desk.json("outbox", "run")
    assert ran["states"] == {"done": 2}
    assert log(desk) == [("hide", one["remote_id"]), ("unhide", one["remote_id"])]
    assert desk.json("queue", "show", one["id"])["state"] == "open"
    chain = desk.json("audit", "list", "--comment", one["id"])["items"]
    assert [(entry["event"], entry["actor"]) for entry in chain] == [
        ("decision", "ana"),
        ("dispatch", "console"),
        ("undo", "bo"),
        ("dispatch", "console"),
    ]
    assert desk.json("audit", "verify", "--thorough")["ok"]


def test_outbox_run_waits_for_the_undo_window(desk: Vigie) -> None:
    one = first(desk, "question")
    began = time.time()
    result = desk.json("decide", one["id"], "reply", "--reply", "Oui, partout.", "--as", "ana")
    assert result["state"] == "queued"
    early = desk.json("outbox", "run", "--due-now")
    assert (early["moved"], early["states"]) == (0, {"queued": 1})
    late = desk.json("outbox", "run")
    assert late["states"] == {"done": 1}
    assert time.time() - began >= 7
    assert log(desk) == [("reply", one["remote_id"])]


def test_what_the_policy_refuses_is_not_sent_even_with_now(desk: Vigie) -> None:
    one = first(desk, "constructive_criticism")
    said = desk("decide", one["id"], "hide", "--now", "--json", code=1)
    assert said.json["state"] == "refused"
    waiting = desk("decide", first(desk, "insult")["id"], "delete", "--now", "--json", code=0)
    assert waiting.json["state"] == "waiting_review"
    assert log(desk) == []


def test_a_comment_that_is_gone_there(desk: Vigie) -> None:
    one = first(desk, "insult")
    db = sqlite3.connect(desk.workspace.with_name(desk.workspace.name + ".practice"), isolation_level=None)
    db.execute("UPDATE comment SET deleted_at = 1 WHERE id = ?", (one["remote_id"],))
    db.close()
    said = desk("decide", one["id"], "hide", "--now", "--json", code=4)
    assert said.json["outbox"]["state"] == "failed"
    assert said.json["outbox"]["error"]["code"] == "gone"
    assert desk.json("queue", "show", one["id"])["state"] == "gone"


def test_another_process_holds_the_lease(desk: Vigie) -> None:
    running = desk.start("pull", "--watch")
    try:
        assert running.stdout is not None
        running.stdout.readline()
        one = first(desk, "insult")
        result = desk.json("decide", one["id"], "hide", "--as", "ana")  # decisions are taken all the same
        assert result["state"] == "queued"
        held = desk("outbox", "run", "--json", code=3)
        assert held.error["code"] == "lease_held"
        assert str(running.pid) in held.error["params"]["holder"]
        assert log(desk) == []
    finally:
        running.kill()
        running.communicate(timeout=10)
    # Killed, not ended: nobody waits for its lease (it would answer lease_held, as above).
    assert desk.json("outbox", "run")["states"] == {"done": 1}


def test_pause_remove_and_reset(desk: Vigie) -> None:
    assert desk.json("channel", "pause", "lormel")["state"] == "paused"
    assert desk.json("pull")["channels"] == []
    assert desk.json("channel", "pause", "lormel", "--resume")["state"] != "paused"
    checked = desk.json("channel", "check", "lormel")
    assert checked["account"]
    assert checked["capabilities"]["hide"]["mode"] == "api"
    before = desk.json("queue", "list", "--view", "all", "--limit", "0")["total"]
    assert desk.json("practice", "reset") == {"reset": True}
    again = desk.json("pull")
    assert again["channels"][0]["error"] is None
    assert desk.json("queue", "list", "--view", "all", "--limit", "0")["total"] >= before
    desk("channel", "remove", "lormel", code=0)
    assert desk.json("channel", "list")["items"] == []
    assert desk.json("queue", "list", "--limit", "1")["total"] > 0  # its comments stay
    assert desk.json("audit", "verify")["ok"]


def test_a_snooze_ends_even_where_no_window_is_open(desk: Vigie) -> None:
    one = first(desk, "insult")
    now = int(time.time())
    desk("decide", one["id"], "snooze", "--until", str(now), code=0)
    assert desk.json("queue", "show", one["id"])["state"] == "snoozed"
    desk("outbox", "run", code=0)
    assert desk.json("queue", "show", one["id"])["state"] == "open"


def test_every_view_prints_in_both_languages(desk: Vigie) -> None:
    from console.services.views import VIEWS

    for language in ("fr_FR.UTF-8", "en_US.UTF-8"):
        commands = [["queue", "list", "--view", view, "--limit", "5"] for view in VIEWS]
        commands += [["queue", "list", "--view", view, "--limit", "5", "--json"] for view in VIEWS]
        for words, code, out, err in many(desk.workspace, commands, {**desk.env, "LC_ALL": language}):
            assert (code, err) == (0, ""), words
            assert out
            if "--json" in words:
                json.loads(out)
