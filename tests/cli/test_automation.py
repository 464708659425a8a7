"""Automatic hiding from the command line: pulled and hidden, looked at, stopped, and switched on again by a lead."""

from __future__ import annotations

import http.client
import json
import shutil
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest

from console import paths
from console.cli.automation_commands import as_json, as_table
from console.practice import PracticeNetwork
from console.services.automation import AutomationStatus, RuleAutomation
from console.services.policies import Policies
from tests.cli.conftest import Vigie
from tests.support.automatic import policy
from tests.support.bench import LEA
from tests.support.workspaces import Clock, open_store


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose only policy hides alone (no undo window to speak of), on an empty practice network."""
    folder = tmp_path_factory.mktemp("alone")
    own = folder / "policy.toml"
    own.write_text(policy(more='[approval]\nundo_window = "1s"\n'), encoding="utf-8")
    store = open_store(folder / "w.vigie", Clock())
    Policies(store).ensure(own, LEA)
    assert store.close()
    content = folder / "content"
    content.mkdir()
    for name in ("posts.jsonl", "authors.jsonl"):
        shutil.copy(paths.resources() / "practice" / name, content / name)
    (content / "comments.jsonl").touch()
    with PracticeNetwork(folder / "w.vigie.practice", content=content, speed=0.0):
        pass
    vigie = Vigie(folder / "w.vigie", {"VIGIE_HOME": str(folder / "home")})
    vigie("channel", "add", "practice", "--name", "lormel", code=0)
    vigie("member", "add", "ana", code=0)
    vigie("member", "add", "lea", "--role", "lead", code=0)
    return folder


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Vigie:
    """Commands on a copy of it."""
    for one in made.glob("w.vigie*"):
        shutil.copy(one, tmp_path / one.name)
    return Vigie(tmp_path / "w.vigie", {"VIGIE_HOME": str(tmp_path / "home")})


def write(desk: Vigie, *texts: str) -> None:
    """Strangers write on the network, one comment each."""
    file = desk.workspace.with_name(desk.workspace.name + ".practice")
    with PracticeNetwork(file, content=paths.resources() / "practice", speed=0.0) as network:
        for number, text in enumerate(texts):
            connection = http.client.HTTPConnection(network.url.removeprefix("http://"), timeout=10)
            body = json.dumps({"handle": f"stranger{number}", "text": text})
            connection.request("POST", "/_practice/comments", body)
            assert connection.getresponse().status < 300
            connection.close()


def send(desk: Vigie) -> None:
    """Run the outbox until nothing waits for the end of its undo window."""
    end = time.monotonic() + 30
    while any(one["state"] == "queued" for one in desk.json("outbox", "list")["items"]):
        assert time.monotonic() < end
        desk("outbox", "run", code=0)


def hidden_there(desk: Vigie) -> list[str]:
    """Which comments the network hid or showed again, in order."""
    file = desk.workspace.with_name(desk.workspace.name + ".practice")
    db = sqlite3.connect(file)
    try:
        return [
            row[0]
            for row in db.execute(
                "SELECT action FROM log WHERE changed AND action IN ('hide', 'unhide') ORDER BY sequence"
            )
        ]
    finally:
        db.close()


def entries(desk: Vigie, event: str) -> list[dict[str, Any]]:
    """The log's entries of one kind, oldest first."""
    desk("audit", "export", "--format", "jsonl", "-o", str(desk.workspace.with_name("log.jsonl")), code=0)
    lines = desk.workspace.with_name("log.jsonl").read_text(encoding="utf-8").splitlines()
    desk.workspace.with_name("log.jsonl").unlink()
    return [one for one in (json.loads(line)["entry"] for line in lines) if one["event"] == event]


def test_hidden_looked_at_stopped_and_switched_on_again(desk: Vigie) -> None:
    write(desk, *(f"you idiot {number}" for number in range(4)), "lovely day")
    told = desk.json("pull")
    assert told["hidden"] == 3  # the cap of an hour
    status = desk.json("automation", "status")
    rule = status["rules"][0]
    assert (rule["rule"], rule["state"], rule["hidden_last_hour"], rule["per_hour"]) == (
        "R-INS-01",
        "cap",
        3,
        3,
    )
    assert (rule["judged"], rule["overturned"], rule["overturned_pct"]) == (0, 0, None)
    assert status["waiting"] == 3
    listed = desk.json("queue", "list", "--view", "automatic")
    assert [one["automatic"] for one in listed["items"]] == ["R-INS-01"] * 3
    waiting = desk.json("automation", "review")
    assert waiting["total"] == 3
    inbox = desk.json("queue", "list", "--view", "toxic")["items"]
    assert [one["automatic"] for one in inbox] == [None]  # the fourth waits for a person
    assert desk("automation", "review", code=0).out.count("Hidden by the console, R-INS-01") == 3
    french = desk("automation", "status", code=0, env={"VIGIE_LANG": "fr"}).out
    assert "plafond atteint" in french
    assert "%" in french  # the limit; the share of so few answers is left out
    assert "Pas encore vus\u00a0: 3" in french
    send(desk)
    assert hidden_there(desk) == ["hide"] * 3
    ids = [one["id"] for one in waiting["items"]]
    kept = desk.json("decide", ids[0], "hide", "--as", "ana")
    assert (kept["state"], kept["outbox_id"]) == ("done", None)
    for number in ids[1:]:
        desk.json("decide", number, "keep", "--as", "ana")
    send(desk)
    assert hidden_there(desk) == ["hide"] * 3 + ["unhide"] * 2
    assert desk.json("queue", "list", "--view", "automatic")["total"] == 0
    text = desk("automation", "status", code=0).out
    assert "2 of 3 overturned" in text
    assert "stopped: vigie automation rearm R-INS-01" in text
    (stopped,) = entries(desk, "automation_stopped")
    assert stopped["params"] == {"judged": 3, "overturned": 2, "limit": 15}

    refused = desk("automation", "rearm", "R-INS-01", "--as", "ana", "--json", code=1)
    assert refused.json["state"] == "refused"
    assert refused.json["refusal"]["code"] == "refuse.role"
    assert refused.json["refusal"]["why"]["text"]
    assert entries(desk, "refusal")[-1]["actor"] == "ana"
    assert desk.json("automation", "rearm", "R-INS-01", "--as", "lea") == {
        "rule": "R-INS-01",
        "state": "on",
        "refusal": None,
    }
    assert entries(desk, "automation_rearmed")[-1]["actor"] == "lea"
    assert desk("automation", "rearm", "R-INS-01", "--as", "lea", code=1).err.startswith(
        "vigie: error: R-INS-01"
    )
    assert desk("automation", "rearm", "R-NONE", "--as", "lea", code=2).err.startswith("vigie: error: ")
    assert desk.json("audit", "verify")["ok"]


def test_undo_from_the_command_line_opens_it_again(desk: Vigie) -> None:
    write(desk, "you idiot")
    assert desk.json("pull")["hidden"] == 1
    assert desk.json("pull")["hidden"] == 0
    (one,) = desk.json("automation", "review")["items"]
    assert desk.json("undo", one["decision_id"], "--as", "ana")["state"] in ("done", "queued")
    send(desk)
    shown = desk.json("queue", "show", one["id"])
    assert (shown["state"], shown["hidden"], shown["automatic"]) == ("open", False, None)
    assert [(two["actor"], two["role"]) for two in shown["decisions"]] == [
        ("console", "automation"),
        ("ana", "moderator"),
    ]
    assert desk.json("pull")["hidden"] == 0


@pytest.mark.parametrize(("judged", "share"), [(0, None), (29, None), (30, 10.0), (41, 7.3)])
def test_few_answers_make_no_percentage(judged: int, share: float | None) -> None:
    rule = RuleAutomation("R-INS-01", 1, 20, judged, min(judged, 3), 15, "on")
    status = AutomationStatus((rule,), 0)
    assert as_json(rule)["overturned_pct"] == share
    for language in ("en", "fr"):
        line = as_table(status, language)
        assert line.count("%") == (1 if share is None else 2)  # the limit alone, or the share too
    assert share is None or str(share).replace(".", ",") in as_table(status, "fr")


def test_without_automation_there_is_little_to_say(vigie: Vigie) -> None:
    assert vigie.json("automation", "status") == {"rules": [], "waiting": 0}
    assert "No rule of the active policy" in vigie("automation", "status", code=0).out
    assert vigie.json("automation", "review") == {"total": 0, "items": []}
    assert vigie("automation", "review", code=0, env={"VIGIE_LANG": "fr"}).out == "Rien ici.\n"
