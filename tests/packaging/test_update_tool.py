"""The maker's tool: keys that nobody else reads, lists that the program itself believes."""

from __future__ import annotations

import importlib.util
import json
import stat
import sys
from pathlib import Path
from types import ModuleType

import pytest

from console import __version__, news, update_list
from console.services.updates import Form, Updates
from console.store import SCHEMA_VERSION
from tests.architecture.tree import ROOT
from tests.support.faultserver import serving
from tests.support.publisher import Publisher


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """packaging/updates/manifest.py, which is no package."""
    spec = importlib.util.spec_from_file_location("update_tool", ROOT / "packaging/updates/manifest.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """Packages as the recipes name them."""
    folder = tmp_path / "dist"
    folder.mkdir()
    for name in (
        f"vigie_{__version__}_amd64.deb",
        f"vigie-{__version__}-linux-x86_64.tar.zst",
        f"vigie-{__version__}-windows-x64.msi",
        f"vigie-{__version__}-macos-arm64.pkg",
        f"vigie-{__version__}.cdx.json",
    ):
        (folder / name).write_bytes(name.encode())
    return folder


def test_a_key_is_for_its_owner_alone_and_never_written_over(
    tool: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "release.pem"
    assert tool.main(["key", str(path)]) == 0
    text = capsys.readouterr().out.strip()
    assert len(update_list.public_key(text)) == 32
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 or sys.platform == "win32"
    before = path.read_bytes()
    with pytest.raises(SystemExit):
        tool.main(["key", str(path)])
    assert path.read_bytes() == before
    with pytest.raises(SystemExit):
        tool.main(["key", str(ROOT / "release.pem")])
    assert not (ROOT / "release.pem").exists()
    locked = tmp_path / "locked.pem"
    tool.make_key(locked, "a passphrase")
    assert b"ENCRYPTED" in locked.read_bytes()


def test_what_it_signs_the_program_believes(
    tool: ModuleType, dist: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From key to saved package: the tool's list on a real server, read by an earlier version of each kind."""
    text = tool.make_key(tmp_path / "a.pem")
    assert tool.main(["sign", "--key", str(tmp_path / "a.pem"), str(dist)]) == 0
    listed = (dist / update_list.NAME).read_bytes()
    files = {one.name: one.read_bytes() for one in dist.iterdir()}
    out = tmp_path / "out"
    out.mkdir()
    with serving(Publisher(listed, files)) as server:
        for platform, kind, name in (
            ("linux-x86_64", "deb", f"vigie_{__version__}_amd64.deb"),
            ("linux-x86_64", "tar.zst", f"vigie-{__version__}-linux-x86_64.tar.zst"),
            ("windows-x86_64", "msi", f"vigie-{__version__}-windows-x64.msi"),
            ("macos-arm64", "pkg", f"vigie-{__version__}-macos-arm64.pkg"),
        ):
            mine = Updates(
                tmp_path, version="0.0.1", form=Form(platform, kind), maker=lambda: (server.url, (text,))
            )
            found = mine.check()
            assert found.offer is not None
            assert found.offer.release.schema == SCHEMA_VERSION
            assert mine.download(*mine.choose(found), out).path.read_bytes() == name.encode()
    capsys.readouterr()
    assert tool.main(["show", str(dist / update_list.NAME), text]) == 0
    assert json.loads(capsys.readouterr().out)["sequence"] == 1
    other = tool.make_key(tmp_path / "b.pem")
    assert tool.main(["show", str(dist / update_list.NAME), other]) == 1


def test_a_list_goes_on_from_the_earlier_one_and_to_another_key(
    tool: ModuleType, dist: Path, tmp_path: Path
) -> None:
    old, new = tool.make_key(tmp_path / "a.pem"), tool.make_key(tmp_path / "b.pem")
    first = ["sign", "--key", str(tmp_path / "a.pem"), str(dist)]
    tool.main(first)
    served = tmp_path / "served"
    (dist / update_list.NAME).rename(served)
    both = [*first, "--key", str(tmp_path / "b.pem"), "--earlier", str(served)]
    tool.main(both)
    data = (dist / update_list.NAME).read_bytes()
    payload, signers = update_list.verified(data, [update_list.public_key(one) for one in (old, new)])
    assert len(signers) == 2
    assert update_list.read(payload).sequence == 2
    with pytest.raises(SystemExit):
        tool.main([*both, "--sequence", "1"])
    forged = tmp_path / "forged"
    forged.write_bytes(served.read_bytes() + b" ")
    assert tool.main([*first, "--earlier", str(forged)]) == 1


def test_a_folder_with_another_version_is_refused(tool: ModuleType, dist: Path, tmp_path: Path) -> None:
    tool.make_key(tmp_path / "a.pem")
    (dist / "vigie_9.9.9_amd64.deb").write_bytes(b"x")
    with pytest.raises(SystemExit):
        tool.main(["sign", "--key", str(tmp_path / "a.pem"), str(dist)])
    assert not (dist / update_list.NAME).exists()


def test_the_news_ship_for_this_version_in_both_languages() -> None:
    """A list could not be signed without, and nobody would be told what changed."""
    found = {one.version: one.notes for one in news.load()}
    assert __version__ in found
    for notes in found.values():
        assert len(notes["en"]) == len(notes["fr"]) > 0
        for line in (*notes["en"], *notes["fr"]):
            assert update_list.is_line(line), line
        for line in notes["fr"]:
            assert not any(f"{sign}" in line and f" {sign}" in line for sign in "?!;:")


def test_what_came_since(tmp_path: Path) -> None:
    path = tmp_path / "news.toml"
    path.write_text(
        "".join(
            f'["{one}"]\nen = ["{one}"]\nfr = ["{one}"]\n' for one in ("0.9.0", "0.10.0", "0.2.0", "1.0.0")
        )
    )
    assert [one.version for one in news.since("0.2.0", "0.10.0", path)] == ["0.10.0", "0.9.0"]
    assert news.since("1.0.0", "0.9.0", path) == ()
    assert news.since("nonsense", "0.9.0", path) == ()
