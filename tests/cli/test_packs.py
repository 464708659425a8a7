"""``vigie models``: installing from a pack file and from a server, checking, using, handing on, removing."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import time
from pathlib import Path

import pytest

from console.classify.packs import CATALOGUE
from console.cli.pack_sentences import NOTES, PACK_SENTENCES, PACK_WORDS, STEPS
from console.runtime.app import Console
from tests.cli.conftest import Vigie
from tests.support.faultserver import Answer, serving
from tests.support.packs import FILES, NAME, archive


def made(vigie: Vigie) -> Vigie:
    """The same, with a workspace."""
    assert Console.open(vigie.workspace).close()
    return vigie


def packs(vigie: Vigie) -> Path:
    return Path(vigie.env["VIGIE_HOME"]) / "packs"


def test_a_pack_is_installed_checked_listed_handed_on_and_removed(empty: Vigie, tmp_path: Path) -> None:
    given = archive(tmp_path / "tiny.vigiepack")
    body = empty.json("models", "install", NAME, "--from", str(given), "--yes")
    assert (body["name"], body["version"], body["runtime"], body["replaced"]) == (
        NAME,
        "tiny+int8",
        "onnx",
        None,
    )
    assert body["per_second"] > 0
    items = {one["name"]: one for one in empty.json("models", "list")["items"]}
    assert list(items) == list(CATALOGUE)
    assert items["embedded"]["active"]
    assert items[NAME]["state"] == "installed"
    assert not items[NAME]["active"]
    assert items["detoxify:multilingual"]["state"] == "available"
    assert items["detoxify:multilingual"]["download_bytes"] > 1e9
    assert items["detoxify:multilingual"]["licence"].startswith("Apache-2.0")
    checked = empty.json("models", "check", NAME)
    assert checked["ok"]
    assert {one["file"] for one in checked["files"]} == set(FILES)
    out = tmp_path / "again.vigiepack"
    assert empty.json("models", "pack", NAME, "-o", str(out))["bytes"] == out.stat().st_size
    (packs(empty) / "detoxify-original" / "config.json").write_text("{}", "utf-8")
    assert not empty.json("models", "check", NAME, code=1)["ok"]
    refused = empty("models", "pack", NAME, "-o", str(out), "--json", code=3)
    assert refused.error["code"] == "pack_hash_mismatch"
    assert empty.json("models", "install", NAME, "--from", str(out), "--yes")["replaced"] == "tiny+int8"
    assert empty.json("models", "remove", NAME)["freed_bytes"] > 1000
    gone = empty("models", "remove", NAME, "--json", code=2)
    assert gone.error["code"] == "pack_not_installed"


def test_licence_and_size_are_shown_and_agreed_to_first(empty: Vigie, tmp_path: Path) -> None:
    given = archive(tmp_path / "tiny.vigiepack")
    said = empty("models", "install", NAME, "--from", str(given), code=2, stdin="")
    assert "Apache-2.0" in said.err
    assert "--yes" in said.err
    assert (
        empty("models", "install", NAME, "--from", str(given), "--json", code=2).error["code"]
        == "pack_confirm_needed"
    )
    assert not (packs(empty) / "detoxify-original").exists()
    french = empty("models", "install", NAME, "--from", str(given), "--yes", code=0, env={"VIGIE_LANG": "fr"})
    assert "licence\u00a0:" in french.err
    assert "est installé" in french.out
    assert "Essai" in french.err


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
@pytest.mark.parametrize(("answer", "code"), [("o", 0), ("n", 130)])
def test_a_person_at_a_terminal_is_asked(empty: Vigie, tmp_path: Path, answer: str, code: int) -> None:
    import pty
    import subprocess

    given = archive(tmp_path / "tiny.vigiepack")
    ours, theirs = pty.openpty()
    try:
        command = [sys.executable, "-m", "ui.entry", "models", "install", NAME, "--from", str(given)]
        with subprocess.Popen(
            command,
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **empty.env},
        ) as child:
            os.write(ours, f"{answer}\n".encode())
            _, err = child.communicate(timeout=60)
    finally:
        os.close(ours)
        os.close(theirs)
    assert child.returncode == code, err
    assert (packs(empty) / "detoxify-original" / "manifest.json").exists() == (code == 0)


def test_a_pack_comes_from_a_company_server_that_drops_the_connection(empty: Vigie, tmp_path: Path) -> None:
    content = archive(tmp_path / "tiny.vigiepack").read_bytes()

    def serve(seen: object) -> Answer:
        wanted = seen.headers.get("range", "")
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        headers = {"etag": '"1"', "content-range": f"bytes {start}-{len(content) - 1}/{len(content)}"}
        return Answer(206 if start else 200, content[start:], headers, cut=None if start else 700)

    with serving(serve) as server:
        url = f"{server.url}/tools/tiny.vigiepack"
        body = empty.json("models", "install", NAME, "--from", url, "--yes")
        assert body["version"] == "tiny+int8"
        assert [one.headers.get("range") for one in server.seen] == [None, "bytes=700-"]
        missing = empty(
            "models", "install", NAME, "--from", f"{server.url}/x", "--json", "--yes", env={"no_proxy": "*"}
        )
    # Without torch a checkpoint is refused before the server is asked; with it, the download is no checkpoint.
    assert missing.code == 3
    assert missing.error["code"] in ("pack_extra_missing", "pack_hash_mismatch")
    assert not list((packs(empty) / ".work").glob("*/*"))


def test_an_interrupted_installation_leaves_the_part_and_nothing_else(empty: Vigie, tmp_path: Path) -> None:
    content = archive(tmp_path / "tiny.vigiepack").read_bytes()
    with serving(lambda _: Answer(200, content, {"etag": '"1"'}, drip=0.005)) as server:
        flags = {"start_new_session": True} if sys.platform != "win32" else {}
        child = empty.start(
            "models", "install", NAME, "--from", f"{server.url}/t.vigiepack", "--yes", **flags
        )
        part = packs(empty) / ".downloads" / "detoxify-original" / "download.vigiepack.part"
        deadline = time.monotonic() + 30
        while not (part.exists() and part.stat().st_size) and time.monotonic() < deadline:
            time.sleep(0.02)
        child.send_signal(signal.SIGINT)
        _, err = child.communicate(timeout=30)
    assert child.returncode == 130, err
    assert "Traceback" not in err
    assert part.stat().st_size
    assert not (packs(empty) / "detoxify-original").exists()
    assert not (packs(empty) / ".work" / "detoxify-original").exists()
    assert empty.json("models", "remove", NAME)["freed_bytes"] > 0


def test_using_an_engine_is_the_workspaces_choice(empty: Vigie, tmp_path: Path) -> None:
    vigie = made(empty)
    missing = vigie("models", "use", NAME, "--json", code=2)
    assert missing.error["code"] == "pack_not_installed"
    vigie("models", "install", NAME, "--from", str(archive(tmp_path / "t.vigiepack")), "--yes", code=0)
    assert vigie.json("models", "use", NAME, "--second", "embedded") == {"engine": NAME, "second": "embedded"}
    items = {one["name"]: one for one in vigie.json("models", "list")["items"]}
    assert (items[NAME]["active"], items["embedded"]["second"]) == (True, True)
    assert vigie("models", "remove", NAME, "--json", code=2).error["code"] == "pack_in_use"
    assert vigie.json("models", "use", "embedded", "--second", "none") == {
        "engine": "embedded",
        "second": None,
    }
    assert vigie.json("models", "remove", NAME)["freed_bytes"] > 0
    assert vigie("models", "use", code=2).err.startswith("vigie: error:")


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (["install", "detoxify:huge", "--yes"], 2, "pack_unknown"),
        (["install", "embedded", "--yes"], 2, "pack_bundled"),
        (["install", NAME, "--from", "/no/such/file.ckpt", "--yes"], 2, "pack_source_missing"),
        (["install", NAME, "--from", "http://server.example/x.vigiepack", "--yes"], 2, "server_not_https"),
        (["check", NAME], 2, "pack_not_installed"),
        (["pack", NAME, "-o", "x.vigiepack"], 2, "pack_not_installed"),
        (["remove", "../../etc"], 2, "pack_unknown"),
        (["remove", "embedded"], 2, "pack_bundled"),
    ],
)
def test_wrong_words_are_refused_in_both_languages(
    empty: Vigie, words: list[str], code: int, error: str
) -> None:
    assert empty("models", *words, "--json", code=code).error["code"] == error
    for language in ("en", "fr"):
        said = empty("models", *words, code=code, env={"VIGIE_LANG": language})
        line = said.err.strip().splitlines()[-1]
        assert line.startswith("vigie: error: ")
        assert line.count(" — ") == 2
        assert error not in line, "a sentence, not a code"


def test_sentences_and_words_exist_in_both_languages() -> None:
    for entry in PACK_SENTENCES.values():
        assert set(entry) == {"en", "fr"}
        fields = [set(re.findall(r"{(\w+)}", " ".join(entry[one]))) for one in ("en", "fr")]
        assert fields[0] == fields[1], entry
    for table in (STEPS, NOTES, PACK_WORDS):
        assert set(table["en"]) == set(table["fr"])
    # Every code that the packs raise has its sentence.
    root = Path(__file__).parents[2] / "console"
    sources = [*root.glob("classify/pack*.py"), *root.glob("classify/conv*.py"), root / "services/packs.py"]
    sources += [root / "classify/detoxify.py", root / "classify/scoring.py", root / "cli/pack_commands.py"]
    raised = {code for one in sources for code in re.findall(r'"(pack_[a-z_]+)"', one.read_text("utf-8"))}
    assert raised <= set(PACK_SENTENCES), raised - set(PACK_SENTENCES)
    assert json.dumps(sorted(raised))


def test_doctor_names_the_engines_and_holds_every_pack_against_its_hashes(
    empty: Vigie, tmp_path: Path
) -> None:
    vigie = made(empty)

    def checks(code: int) -> dict[str, dict[str, object]]:
        return {one["check"]: one for one in vigie.json("doctor", code=code)["checks"]}

    plain = checks(0)
    assert plain["engines"]["found"] == {"reads": "embedded", "second": None}
    assert not any(name.startswith("pack ") for name in plain)
    vigie.json("models", "install", NAME, "--from", str(archive(tmp_path / "tiny.vigiepack")), "--yes")
    vigie.json("models", "use", "--second", NAME)
    sound = checks(0)
    assert sound["engines"]["found"] == {"reads": "embedded", "second": NAME}
    assert sound[f"pack {NAME}"]["found"] == "tiny+int8, 3 files match their hashes"
    assert str(sound[f"engine {NAME}"]["found"]).startswith(f"{NAME} tiny+int8")
    (packs(vigie) / "detoxify-original" / "config.json").write_text("{}", "utf-8")
    changed = checks(1)
    assert (changed[f"pack {NAME}"]["ok"], changed[f"pack {NAME}"]["found"]) == (False, "pack_hash_mismatch")
    assert not changed[f"engine {NAME}"]["ok"]
    assert changed["classifier"]["ok"]
    vigie.json("models", "use", "embedded", "--second", "none")
    vigie.json("models", "remove", NAME)
    assert not any(NAME in name for name in checks(0))
