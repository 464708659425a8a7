"""vigie update in a process of its own: off until somebody agrees, what is printed, exit codes, and nothing installed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from console import update_list
from tests.architecture.tree import ROOT
from tests.cli.conftest import Said, Vigie
from tests.support.publisher import CONTENT, Key, Publisher, body, file_entry, publishing, release, signed

#: The real command on a machine whose company wrote this file.
CODE = "import sys; from pathlib import Path; from console import managed; managed.use(Path(sys.argv.pop(1)) if sys.argv[1] else sys.argv.pop(1) and None)\nfrom ui.entry import main; raise SystemExit(main(sys.argv[1:]))"
NAME = "vigie_0.2.0_amd64.deb"
Run = Callable[..., Said]


@pytest.fixture
def key() -> Key:
    return Key()


@pytest.fixture
def made(key: Key, tmp_path: Path) -> Iterator[Publisher]:
    """A server, and a company's file that names it and its key."""
    with publishing(key) as (publisher, server):
        file = tmp_path / "company.toml"
        file.write_text(f'update_server = "{server.url}"\nupdate_key = "{key.text}"\n')
        yield publisher


@pytest.fixture
def run(made: Publisher, empty: Vigie, tmp_path: Path) -> Run:
    """``vigie update …`` on that machine."""

    def go(*words: str, code: int = 0, env: dict[str, str] | None = None) -> Said:
        ran = subprocess.run(
            [sys.executable, "-c", CODE, str(tmp_path / "company.toml"), "update", *words],
            capture_output=True, text=True, timeout=60, check=False, cwd=tmp_path,
            env={**os.environ, **empty.env, "PYTHONPATH": str(ROOT), **(env or {})},
        )  # fmt: skip
        said = Said(ran.returncode, ran.stdout, ran.stderr)
        assert said.code == code, said
        assert "Traceback" not in said.err
        return said

    return go


def test_a_copy_without_key_and_server_says_so(empty: Vigie) -> None:
    """As the project stands: no key is pinned."""
    assert "holds no key" in empty("update", "status", code=0).out
    assert "holds no key" in empty("update", "check", code=3).err
    assert empty("update", "check", "--json", code=3).error["code"] == "update_no_key"
    assert "n’a pas de clé" in empty("update", "check", env={"VIGIE_LANG": "fr"}, code=3).err


def test_on_and_off_are_remembered(empty: Vigie) -> None:
    assert empty.json("update", "status")["looks"] is None
    said = empty.json("update", "on", "--server", "https://updates.example/vigie/", "--channel", "preview")
    assert (said["looks"], said["server"], said["channel"]) == (
        "person",
        "https://updates.example/vigie",
        "preview",
    )
    assert empty.json("update", "status") == said
    assert empty.json("update", "off")["looks"] is None
    assert (
        empty("update", "on", "--server", "http://updates.example", "--json", code=2).error["code"]
        == "server_not_https"
    )


def test_what_is_new_in_both_languages(run: Run) -> None:
    said = run("check").out
    assert "0.2.0 is there, of 2026-11-20; this is 0.1.0." in said
    assert "The queue remembers where you were." in said
    assert "La file se souvient" in run("check", env={"VIGIE_LANG": "fr"}).out
    found = run("check", "--json").json
    assert (found["ok"], found["newer"], found["upgrades_workspaces"]) == (True, "0.2.0", False)
    status = run("status", "--json").json
    assert (status["looks"], status["server_by"], status["keys_by"], status["newer"]) == (
        "company",
        "company",
        "company",
        "0.2.0",
    )


def test_a_version_that_changes_the_form_of_workspaces_says_so(run: Run, made: Publisher, key: Key) -> None:
    from console.store import SCHEMA_VERSION

    made.listed = signed(body(2, release(schema=SCHEMA_VERSION + 1)), key)
    assert "earlier versions then no longer open them" in run("check").out
    assert run("check", "--json").json["upgrades_workspaces"] is True


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (lambda key: signed(body(2), Key()), "update_unknown_key"),
        (lambda key: signed(body(2), key) + b"\n", "update_bad_signature"),
        (lambda key: b"hello", "update_no_list"),
    ],
)
def test_what_does_not_hold_is_a_result(run: Run, made: Publisher, key: Key, sent: Any, code: str) -> None:
    made.listed = sent(key)
    said = run("check", "--json", code=1)
    assert said.err == ""
    assert (said.json["ok"], said.json["code"]) == (False, code)
    assert "nothing of it is used" in run("check", code=1).err


def test_an_old_list_is_not_taken_again(run: Run, made: Publisher, key: Key) -> None:
    made.listed = signed(body(5), key)
    run("check")
    made.listed = signed(body(4), key)
    assert run("check", "--json", code=1).json["code"] == "update_replayed"


def test_the_package_is_saved_and_the_command_shown(run: Run, made: Publisher, tmp_path: Path) -> None:
    """From a checkout for another machine; nothing is installed, nothing but the file is left."""
    assert run("download", "--json", code=2).error["code"] == "update_checkout"
    folder = tmp_path / "out"
    folder.mkdir()
    words = ("download", "--kind", "deb", "--platform", "linux-x86_64", "--to", str(folder))
    said = run(*words)
    assert f"sudo apt install {folder / NAME}" in said.out
    assert "Nothing was installed" in said.out
    assert (folder / NAME).read_bytes() == CONTENT
    again = run(*words, "--json").json
    assert (again["ok"], again["version"], again["file"]) == (True, "0.2.0", str(folder / NAME))
    assert len(made.asked(NAME)) == 1
    (folder / NAME).unlink()
    made.files[NAME] = CONTENT[:-1] + b"?"
    assert run(*words, "--json", code=1).json["code"] == "update_wrong_file"
    assert list(folder.iterdir()) == []


def test_what_the_company_set_a_person_does_not_change(run: Run) -> None:
    assert run("off", "--json", code=2).error["code"] == "update_set_by_company"
    assert "set by your company" in run("status").out


def test_a_server_that_is_away(empty: Vigie, run: Run, made: Publisher) -> None:
    from tests.support.faultserver import Answer

    made.answers = [Answer(503)]
    assert run("check", "--json", code=4).error["code"] == "server_error"


def test_no_workspace_is_made_by_looking(run: Run, empty: Vigie) -> None:
    run("check")
    assert not empty.workspace.exists()
    assert update_list.NAME in {one.name for one in Path(empty.env["VIGIE_HOME"]).iterdir()}
    assert file_entry("x.deb")["size"] == len(CONTENT)
