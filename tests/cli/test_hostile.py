"""Wrong words, hostile files, a closed pipe, Ctrl+C: one line that says what to do, never a traceback."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import COMMENTS, ROOT, Vigie, ids, write_csv

# Runs many commands in one real process, since each start costs a fifth of a second.
MANY = """
import contextlib, io, json, sys
from console.cli.main import main
for line in sys.stdin:
    words = json.loads(line)
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(words)
        except BaseException as error:
            code = repr(error)
    print(json.dumps([words, code, out.getvalue(), err.getvalue()]))
"""


def many(workspace: Path, commands: list[list[str]], env: dict[str, str] | None = None) -> list[Any]:
    """(words, code, out, err) of each command."""
    lines = [json.dumps(["--workspace", str(workspace), *one]) for one in commands]
    ran = subprocess.run(
        [sys.executable, "-c", MANY],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        timeout=100,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


HUGE = str(10**30)
NONSENSE = [
    ["queue", "show", "-1"], ["queue", "show", "0"], ["queue", "show", HUGE], ["queue", "show", "x"],
    ["queue", "show", "9999999"], ["queue", "list", "--view", "nonsense"], ["queue", "list", "--limit", "-3"],
    ["queue", "list", "--limit", HUGE], ["queue", "list", "--channel", "nowhere"], ["queue", "claim", "999999"],
    ["queue"], ["queue", "nonsense"], ["nonsense"], ["--nonsense"], ["queue", "search"],
    ["decide"], ["decide", "1"], ["decide", "1", "explode"], ["decide", HUGE, "keep"], ["decide", "999999", "keep"],
    ["decide", "1", "reply"], ["decide", "1", "reply", "--reply", "   "], ["decide", "1", "reply", "--template", "nope"],
    ["decide", "1", "keep", "--category", "nope"], ["decide", "1", "snooze", "--until", HUGE],
    ["decide", "1", "snooze", "--until", "-5"], ["decide", "1", "keep", "--as", ""],
    ["decide", "1", "keep", "--as", "a\x07b"], ["decide", "1", "keep", "--as", "x" * 500],
    ["decide", "1", "keep", "--as", "caf\udce9"], ["decide", "1", "keep", "--category", "\udce9"],
    ["decide", "1", "keep", "--reason", "\udce9"], ["decide", "2", "reply", "--reply", "\udce9 hello"],
    ["undo"], ["undo", "--last", "3"], ["undo", "999999"], ["undo", HUGE], ["undo", "--last", "--as", "nobody-yet"],
    ["review", "approve", "999999"], ["review", "reject", HUGE], ["outbox", "retry", "999999"],
    ["outbox", "confirm", "1"], ["outbox", "confirm", "999999", "--done"], ["outbox", "confirm", HUGE, "--done"],
    ["outbox", "run", "--channel", "nowhere", "--secret-stdin"], ["outbox", "list", "--limit", "0"],
    ["channel", "add", "nonsense", "--name", "x"], ["channel", "add", "mastodon"], ["channel", "add", "bluesky"],
    ["channel", "add", "file", "--name", ""], ["channel", "add", "file", "--name", "a:b"],
    ["channel", "check", "nowhere"], ["channel", "pause", "nowhere"], ["channel", "remove", "nowhere"],
    ["pull", "--channel", "nowhere"], ["import", "/nonexistent", "--channel", "x"], ["import", "/", "--channel", "x"],
    ["import", "/dev/null", "--channel", "y"], ["import", __file__],
    ["import", "/dev/null", "--channel", "x", "--column", "nonsense"],
    ["import", "/dev/null", "--channel", "x", "--encoding", "nonsense"],
    ["classify", "/nonexistent"], ["classify", "--engine", "nonsense"],
    ["policy", "check", "/nonexistent"], ["policy", "check", "/"], ["policy", "check", "/dev/null"],
    ["policy", "propose", "/dev/null", "--text", "x"],
    ["member", "add", ""], ["member", "add", "x", "--role", "king"], ["member", "role", "ghost", "lead"],
    ["author", "show", "nonsense"], ["author", "show", ":"], ["author", "show", "\udce9"],
    ["audit", "verify", "--anchor", "nonsense"], ["audit", "export", "--format", "nonsense"],
    ["audit", "export", "-o", "/nonexistent/folder/x"], ["audit", "list", "--comment", HUGE],
    ["audit", "list", "--who", "\udce9"], ["audit", "list", "--limit", "0"], ["bench", "nonsense"],
    ["practice"], ["practice", "nonsense"],
]  # fmt: skip


@pytest.mark.parametrize(("as_json", "language"), [(False, "fr"), (True, "en")])
def test_nonsense_never_gives_a_traceback(vigie: Vigie, as_json: bool, language: str) -> None:
    commands = [[*one, "--json"] if as_json else one for one in NONSENSE]
    env = {**vigie.env, "LC_ALL": "fr_FR.UTF-8" if language == "fr" else "en_US.UTF-8"}
    faults = []
    for words, code, out, err in many(vigie.workspace, commands, env):
        told = out + err
        fine = code in (0, 1, 2, 3, 4) and "Traceback" not in told and "internal" not in told
        if as_json and out:
            fine = fine and isinstance(json.loads(out), dict)
        if as_json and err:
            fine = fine and "code" in json.loads(err.splitlines()[-1])
        elif err and code != 0 and not out:
            lines = [line for line in err.splitlines() if line.startswith("vigie: error: ")]
            fine = fine and len(lines) == 1 and lines[0].count(" — ") == 2
        if not fine:
            faults.append((words[2:], code, out[-300:], err[-300:]))
    assert faults == []


def test_wrong_use_is_2_and_says_so_in_the_caller_s_language(vigie: Vigie) -> None:
    french = {"LC_ALL": "fr_FR.UTF-8", "LANG": "fr_FR.UTF-8"}
    english = vigie("queue", "show", "424242", code=2)
    assert english.out == ""
    assert english.err == "vigie: error: no comment 424242 — nothing was changed — see “vigie queue list”\n"
    told = vigie("queue", "show", "424242", code=2, env=french)
    assert told.err.startswith("vigie: error: pas de commentaire 424242 — rien n’a été modifié — ")
    missing = vigie("decide", "1", code=2, env=french)
    assert missing.err.endswith("— rien n’a été fait — voyez «\u202fvigie --help\u202f»\n")
    as_json = vigie("queue", "show", "424242", "--json", code=2)
    assert (as_json.out, as_json.error["code"]) == ("", "comment_not_found")
    refused = vigie("decide", ids(vigie)["3"], "hide", "--json", code=1, env=french)
    assert " " in refused.json["refusal"]["why"]["text"]
    assert (
        refused.json["refusal"]["why"]["text"]
        != vigie("decide", ids(vigie)["3"], "hide", "--json", code=1).json["refusal"]["why"]["text"]
    )


def test_a_workspace_that_is_not_there_is_not_made_by_reading(empty: Vigie) -> None:
    for words in (
        ["queue", "list"],
        ["audit", "verify"],
        ["outbox", "run"],
        ["decide", "1", "keep"],
        ["undo", "--last"],
    ):
        said = empty(*words, "--json", code=2)
        assert said.error["code"] == "workspace_missing"
    assert not empty.workspace.exists()


def test_files_that_are_no_workspace_are_left_alone(empty: Vigie) -> None:
    for content in (b"hello\n" * 1000, b"SQLite format 3\x00" + b"\x00" * 4000):
        empty.workspace.write_bytes(content)
        said = empty("queue", "list", "--json", code=3)
        assert said.error["code"] in ("workspace_damaged", "not_a_workspace")
        assert empty.workspace.read_bytes() == content
    doctor = empty("doctor", "--json", code=1)
    assert any(one["check"] == "opens" and not one["ok"] for one in doctor.json["checks"])


def test_a_newer_workspace_is_refused_untouched(vigie: Vigie) -> None:
    db = sqlite3.connect(vigie.workspace)
    db.execute("PRAGMA journal_mode = DELETE")
    db.execute("PRAGMA user_version = 99")
    db.close()
    before = vigie.workspace.read_bytes()
    said = vigie("decide", "1", "keep", code=3)
    assert "newer Vigie" in said.err
    assert vigie.workspace.read_bytes() == before


@pytest.mark.parametrize("where", ["/proc/nowhere/w.vigie", "/dev/null/w.vigie", "/sys/w.vigie"])
def test_a_place_that_cannot_be_written(empty: Vigie, tmp_path: Path, where: str) -> None:
    export = write_csv(tmp_path / "e.csv", COMMENTS)
    ran = subprocess.run(
        [sys.executable, "-m", "ui.entry", "import", str(export), "--channel", "x", "--workspace", where, "--json"],
        capture_output=True, text=True, cwd=tmp_path, env={**os.environ, **empty.env}, timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode == 3, ran.stderr
    assert json.loads(ran.stderr)["code"] in ("file_unusable", "workspace_unreachable")


def test_a_reader_that_goes_away(vigie: Vigie) -> None:
    for words in ("queue list", "audit list", "audit export", "queue list --json", "--help"):
        command = f"{sys.executable} -m ui.entry --workspace {vigie.workspace} {words} | true; echo ${{PIPESTATUS[0]}}"
        ran = subprocess.run(
            ["bash", "-c", command], capture_output=True, text=True, cwd=vigie.workspace.parent, timeout=60, check=True,
            env={**os.environ, **vigie.env},
        )  # fmt: skip
        assert ran.stderr == "", ran.stderr
        assert ran.stdout.strip() == "0"


def test_ctrl_c_ends_a_watch_cleanly(vigie: Vigie) -> None:
    vigie("channel", "add", "practice", "--name", "lormel", code=0)
    running = vigie.start("pull", "--watch")
    try:
        assert running.stdout is not None
        assert "lormel" in running.stdout.readline()
        time.sleep(0.3)
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=15)
    finally:
        running.kill()
        running.communicate()
    assert running.returncode == 130
    assert "Traceback" not in err
    assert err.strip().splitlines()[-1] == "vigie: stopped"
    assert vigie.json("audit", "verify")["ok"]
    # The lease was given back: the next one need not wait.
    assert vigie("outbox", "run", code=0)


def test_an_output_that_is_not_utf_8(vigie: Vigie) -> None:
    env = {"PYTHONIOENCODING": "latin-1"}
    body = json.loads(vigie("queue", "list", "--json", env=env, code=0).out)
    assert {one["text"] for one in body["items"]} == {text for _, _, text in COMMENTS}
    vigie("queue", "list", env=env, code=0)


# ---------------------------------------------------------------------- the tampering round


def drop_guards(db: sqlite3.Connection) -> None:
    for name in ("audit_no_update", "audit_no_delete", "audit_only_next"):
        db.execute(f"DROP TRIGGER {name}")


SWAP = """
UPDATE audit SET sequence = -1 WHERE sequence = 3;
UPDATE audit SET sequence = 3 WHERE sequence = 5;
UPDATE audit SET sequence = 5 WHERE sequence = -1;
"""
TAMPER = {
    "edited": ["UPDATE audit SET entry = replace(entry, '\"event\"', '\"evenT\"') WHERE sequence = 3"],
    "deleted": ["DELETE FROM audit WHERE sequence = 3"],
    "reordered": SWAP.strip().split("\n"),
    "truncated": ["DELETE FROM audit WHERE sequence >= 5"],
    "inserted": [
        "UPDATE audit SET sequence = sequence + 1000 WHERE sequence >= 3",
        "UPDATE audit SET sequence = sequence - 999 WHERE sequence >= 1003",
        "INSERT INTO audit (sequence, segment, previous, hash, entry)"
        " SELECT 3, segment, previous, hash, entry FROM audit WHERE sequence = 2",
    ],
}


@pytest.fixture(scope="session")
def decided(imported: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The imported workspace with four decisions in its log; closed. Copy it, do not open it."""
    workspace = tmp_path_factory.mktemp("decided") / "w.vigie"
    shutil.copy(imported, workspace)
    commands = [["decide", str(one), "keep", "--as", "marie-claire"] for one in (1, 5, 7, 8)]
    assert [code for _, code, _, _ in many(workspace, commands)] == [0] * 4
    return workspace


@pytest.fixture
def copy(decided: Path, tmp_path: Path) -> Path:
    """A copy to be tampered with."""
    return Path(shutil.copy(decided, tmp_path / "copy.vigie"))


CHECKS = [
    ["audit", "verify", "--json"], ["audit", "verify"], ["queue", "list"], ["audit", "list"],
    ["audit", "list", "--json"], ["audit", "list", "--action", "keep", "--json"], ["audit", "export"],
    ["decide", "2", "keep", "--json"], ["audit", "verify", "--json"],
]  # fmt: skip


def check_broken(workspace: Path, kind: str, sequence: int | None = None) -> None:
    """Verification names the place each time; looking goes on; deciding is refused or logged, and never crashes."""
    told, plain, *looking, filtered, export, decided, last = many(workspace, CHECKS)
    for one in (told, last):
        assert one[1] == 1, one
        found = json.loads(one[2])
        assert found["ok"] is False
        assert found["first_bad"]["kind"] == kind
        assert sequence is None or found["first_bad"]["sequence"] == sequence
    assert plain[1] == 1
    assert str(json.loads(told[2])["first_bad"]["sequence"]) in plain[2]
    assert [code for _, code, _, _ in looking] == [0] * 3
    for one in (filtered, export, decided):
        assert one[1] in (0, 3), one
        assert one[1] == 0 or "audit_broken" in one[3] or "audit log" in one[3], one


@pytest.mark.parametrize("kind", TAMPER)
def test_tampering_is_named(copy: Path, kind: str) -> None:
    sound, listed = many(copy, [["audit", "verify", "--json"], ["audit", "list", "--limit", "1", "--json"]])
    body = json.loads(sound[2])
    assert (sound[1], body["ok"], body["first_bad"]) == (0, True, None)
    assert body["head"] == json.loads(listed[2])["items"][0]["hash"]
    db = sqlite3.connect(copy, isolation_level=None)
    drop_guards(db)
    for statement in TAMPER[kind]:
        db.execute(statement)
    db.close()
    check_broken(copy, kind, 5 if kind == "truncated" else 3)


@pytest.mark.parametrize("byte", [b"b", b'"', b"\x00", b"\xff"])
def test_a_single_byte_in_the_file(copy: Path, byte: bytes) -> None:
    content = copy.read_bytes()
    # SQLite may keep an older copy of a page's content in its free space: change them all.
    changed = content.replace(b'"actor":"marie-claire"', b'"actor":"marie-' + byte + b'laire"')
    assert changed != content
    copy.write_bytes(changed)
    check_broken(copy, "edited")


def test_the_head_taken_away(copy: Path) -> None:
    db = sqlite3.connect(copy, isolation_level=None)
    db.execute("DELETE FROM audit_head")
    db.close()
    told, refused = many(copy, [["audit", "verify", "--json"], ["decide", "2", "keep", "--json"]])
    assert (told[1], json.loads(told[2])["ok"]) == (1, False)
    assert (refused[1], json.loads(refused[3])["code"]) == (3, "audit_broken")


# ---------------------------------------------------------------------- secrets


def test_without_a_keyring_a_secret_never_becomes_an_argument(vigie: Vigie) -> None:
    said = vigie("channel", "add", "bluesky", "--handle", "x.example", "--json", code=2)
    assert said.error["code"] == "secret_needed"
    away = vigie(
        "channel", "add", "bluesky", "--server", "http://127.0.0.1:9", "--handle", "x.example",
        "--secret-stdin", "--json", stdin="hunter2-hunter2\n", code=4,
    )  # fmt: skip
    assert "hunter2" not in away.out + away.err
    assert b"hunter2" not in vigie.workspace.read_bytes()
    assert [one["key"] for one in vigie.json("channel", "list")["items"]] == ["file:demo"]
