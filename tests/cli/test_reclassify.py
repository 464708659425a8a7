"""``vigie models reclassify`` as a program of its own: done, interrupted with Ctrl+C and killed, gone on with, watched."""

from __future__ import annotations

import json
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from console.classify.packs import slug
from console.runtime import rereader
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.runtime.reader import EngineReader
from tests.cli.conftest import Vigie
from tests.runtime.test_classifier import BO, fill, launch
from tests.support import packs
from tests.support.workspaces import raw

MANY = 4000
ENGINE = packs.NAME


@pytest.fixture(scope="module")
def read_by_embedded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose comments one engine has read, and a home with another one installed. Copy it."""
    folder = tmp_path_factory.mktemp("reread")
    home = folder / "home"
    pack = home / "packs" / slug(ENGINE)
    pack.mkdir(parents=True)
    for name in packs.FILES:
        shutil.copy(packs.FOLDER / name, pack / name)
    (pack / "manifest.json").write_text(json.dumps(packs.manifest().to_json()), encoding="utf-8")
    console = Console.open(folder / "w.vigie", secrets=memory_only(), reader=EngineReader(launch=launch))
    fill(console, MANY, "you are such an idiot")
    console.engine.start()
    deadline = time.monotonic() + 90
    while console.store.read(lambda r: r.comments.unread(1)):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    assert console.close()
    return folder


@pytest.fixture
def vigie(tmp_path: Path, read_by_embedded: Path) -> Vigie:
    shutil.copytree(read_by_embedded, tmp_path / "copy")
    made = Vigie(tmp_path / "copy" / "w.vigie", {"VIGIE_HOME": str(tmp_path / "copy" / "home")})
    made("models", "use", ENGINE, code=0)
    return made


def done(path: Path) -> int:
    with raw(path) as db:
        row = db.execute("SELECT done FROM reclassifications ORDER BY id DESC LIMIT 1").fetchone()
    return 0 if row is None else int(row[0])


def wait_for(what: Callable[[], bool], seconds: float = 40) -> None:
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def counts(path: Path) -> list[tuple[str, int]]:
    with raw(path) as db:
        return list(db.execute("SELECT engine, count(*) FROM verdicts GROUP BY 1 ORDER BY 1"))


def test_the_whole_workspace_and_the_verdicts_of_one_comment(vigie: Vigie) -> None:
    assert vigie.json("models", "reclassification") == {"reclassification": None}
    assert "Nothing" in vigie("models", "reclassification", code=0).out
    body = vigie.json("models", "reclassify")["reclassification"]
    assert (body["engine"], body["state"], body["done"], body["total"], body["failed"]) == (
        ENGINE, "done", MANY, MANY, 0,
    )  # fmt: skip
    assert counts(vigie.workspace) == [(ENGINE, MANY), ("embedded", MANY)]
    shown = vigie.json("queue", "show", "7")
    assert [(one["engine"], one["active"]) for one in shown["verdicts"]] == [
        (ENGINE, True),
        ("embedded", False),
    ]
    first = shown["verdicts"][0]
    assert first["engine_version"] == body["engine_version"]
    assert set(first["labels"]) >= {"toxicity"}
    assert shown["labels"] == first["labels"]
    # Once more finds everything read: nothing is stored twice.
    vigie("models", "reclassify", code=0)
    assert counts(vigie.workspace) == [(ENGINE, MANY), ("embedded", MANY)]
    assert vigie.json("audit", "verify")["ok"]


def test_ctrl_c_pauses_and_says_how_to_go_on(vigie: Vigie) -> None:
    process = vigie.start("models", "reclassify")
    try:
        wait_for(lambda: done(vigie.workspace) >= 128)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 130, (out, err)
    assert "vigie models reclassification resume" in err
    assert "Traceback" not in err
    held = vigie.json("models", "reclassification")["reclassification"]
    assert held["state"] == "paused"
    assert 128 <= held["done"] < MANY
    body = vigie.json("models", "reclassification", "resume")["reclassification"]
    assert (body["id"], body["state"], body["done"]) == (held["id"], "done", MANY)
    assert counts(vigie.workspace) == [(ENGINE, MANY), ("embedded", MANY)]


def test_killed_it_goes_on_at_the_cursor_and_can_be_called_off(vigie: Vigie) -> None:
    process = vigie.start("models", "reclassify")
    try:
        wait_for(lambda: done(vigie.workspace) >= 128)
    finally:
        process.kill()
        process.communicate()
    stopped = done(vigie.workspace)
    assert stopped < MANY
    assert vigie.json("models", "reclassification")["reclassification"]["state"] == "running"
    body = vigie.json("models", "reclassify")["reclassification"]
    assert (body["state"], body["done"]) == ("done", MANY)
    assert counts(vigie.workspace) == [(ENGINE, MANY), ("embedded", MANY)]
    said = vigie("models", "reclassification", "cancel", "--json", code=1)
    assert said.error["code"] == "reclassification_none"
    assert "vigie models reclassify" in vigie("models", "reclassification", "pause", code=1).err


def test_a_moderator_may_not(vigie: Vigie) -> None:
    said = vigie("models", "reclassify", "--as", BO.name, "--json", code=1)
    assert said.error["code"] == "refuse.role"
    assert vigie.json("models", "reclassification")["reclassification"] is None


def test_where_a_window_holds_the_lease_it_does_the_work_and_is_watched(
    vigie: Vigie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIGIE_HOME", vigie.env["VIGIE_HOME"])
    monkeypatch.setattr(rereader, "REST", 2.0)  # slow enough to be watched
    window = Console.open(vigie.workspace, secrets=memory_only(), reader=EngineReader())
    try:
        window.engine.start()
        wait_for(lambda: window.engine.leading)
        wait_for(lambda: done(vigie.workspace) >= 64)  # it began by itself: another engine was chosen
        body = vigie.json("models", "reclassify", "--watch")["reclassification"]
        assert (body["state"], body["done"], body["started_by"]) == ("done", MANY, "console")
    finally:
        assert window.close()
    assert counts(vigie.workspace) == [(ENGINE, MANY), ("embedded", MANY)]
