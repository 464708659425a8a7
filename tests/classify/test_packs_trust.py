"""Packs: what a stranger's file may cost, and what of a person's own must never travel in one."""

from __future__ import annotations

import json
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from console.classify.packarchive import Archive
from console.classify.packinstall import Installer, working
from console.classify.packs import CATALOGUE, MANIFEST, Remote, Shelf, digest
from console.classify.packsource import public, resolve
from console.connectors.http import download
from console.domain.errors import EnvironmentFailure, UsageError
from console.services.packs import Packs
from tests.support.faultserver import Answer, Seen, serving
from tests.support.make_tinypack import FOLDER
from tests.support.packs import FILES, NAME, fake_converter, manifest, tokenizer

CHECKPOINT = b"never opened here" * 100


def _zip(path: Path, method: int) -> Path:
    with zipfile.ZipFile(path, "w", method) as out:
        out.writestr(MANIFEST, json.dumps(manifest().to_json()))
        for name in FILES:
            out.write(FOLDER / name, name)
    return path


def test_only_what_can_be_unpacked_piece_by_piece_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    Archive(_zip(tmp_path / "plain.vigiepack", zipfile.ZIP_DEFLATED)).extract(
        folder, lambda *_: None, lambda: False
    )
    assert sorted(one.name for one in folder.iterdir()) == sorted(FILES)
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        with pytest.raises(EnvironmentFailure) as caught:
            Archive(_zip(tmp_path / "other.vigiepack", method))
        assert (caught.value.code, caught.value.params["detail"]) == ("pack_bad_archive", "compression")


def test_a_manifest_that_is_larger_than_it_says_costs_no_memory(tmp_path: Path) -> None:
    import tracemalloc

    size = 300_000_000
    path = tmp_path / "bomb.vigiepack"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out, out.open(MANIFEST, "w") as entry:
        for _ in range(size // 1_000_000):
            entry.write(b" " * 1_000_000)
    raw = path.read_bytes()
    assert len(raw) < 1_000_000
    path.write_bytes(raw.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")))
    tracemalloc.start()
    try:
        with pytest.raises(EnvironmentFailure) as caught:
            Archive(path)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
    assert caught.value.code == "pack_bad_archive"


def test_a_broken_compressed_stream_is_said_like_any_other_damage(tmp_path: Path) -> None:
    path = _zip(tmp_path / "tiny.vigiepack", zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(path) as held:
        at = held.getinfo("model.onnx").header_offset + 30 + len("model.onnx")
    raw = bytearray(path.read_bytes())
    raw[at : at + 200] = b"\xff" * 200
    with pytest.raises(zlib.error):
        zlib.decompressobj(-15).decompress(bytes(raw[at : at + 200]))
    path.write_bytes(raw)
    with pytest.raises(EnvironmentFailure) as caught:
        Archive(path).extract(tmp_path, lambda *_: None, lambda: False)
    assert caught.value.code == "pack_bad_archive"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A person's folder: the checkpoint and its tokeniser among files that are nobody else's business."""
    folder = tokenizer(tmp_path / "desk")
    (folder / "model.ckpt").write_bytes(CHECKPOINT)
    (folder / "salaries.json").write_text("{}", "utf-8")
    (folder / "my notes.txt").write_text("private", "utf-8")
    return folder


def _shelf(tmp_path: Path, desk: Path) -> Shelf:
    known = Remote(
        "model.ckpt", "https://example.org/model.ckpt", len(CHECKPOINT), digest(desk / "model.ckpt")
    )
    return Shelf(tmp_path / "packs", {**CATALOGUE, NAME: replace(CATALOGUE[NAME], checkpoint=known)})


def test_what_lies_beside_a_checkpoint_stays_where_it_is(tmp_path: Path, desk: Path) -> None:
    shelf = _shelf(tmp_path, desk)
    out = tmp_path / "for-colleagues.vigiepack"
    Packs(tmp_path / "packs", catalogue=shelf.catalogue).export_source(NAME, desk / "model.ckpt", desk, out)
    assert set(Archive(out).files) == {"model.ckpt", "config.json", "tokenizer.json"}
    installer = Installer(
        shelf, download, fake_converter(tmp_path / "c.py"), lambda *_: 1.0, free=lambda _: 10**12
    )
    found = installer.install(installer.plan(NAME, str(desk)), lambda _: None)
    assert set(found.origin["tokenizer"]) == {"config.json", "tokenizer.json"}
    assert "salaries" not in (shelf.folder(NAME) / MANIFEST).read_text("utf-8")


def test_a_checkpoint_is_not_written_over_by_its_own_pack(tmp_path: Path, desk: Path) -> None:
    checkpoint = desk / "model.ckpt"
    with pytest.raises(UsageError) as caught:
        Packs(tmp_path / "packs").export_source(NAME, checkpoint, desk, checkpoint)
    assert caught.value.code == "output_is_input"
    assert checkpoint.read_bytes() == CHECKPOINT


def test_a_signed_address_is_fetched_as_given_and_its_signature_is_not_kept(
    tmp_path: Path, desk: Path
) -> None:
    shelf = _shelf(tmp_path, desk)
    asked: list[str] = []

    def serve(seen: Seen) -> Answer:
        asked.append(f"{seen.path}?{seen.query}")
        file = desk / seen.path.rpartition("/")[2].replace("a%20model", "model")
        return Answer(200, file.read_bytes(), {"etag": '"1"'}) if file.is_file() else Answer(404)

    installer = Installer(
        shelf, download, fake_converter(tmp_path / "c.py"), lambda *_: 1.0, free=lambda _: 10**12
    )
    with serving(serve) as server:
        given = f"{server.url}/m/a%20model.ckpt?sig=s3cr%2Ft/x"
        found = installer.install(installer.plan(NAME, given, desk), lambda _: None)
    assert asked == ["/m/a%20model.ckpt?{'sig': ['s3cr/t/x']}"]
    assert found.origin["from"] == f"{server.url}/m/a%20model.ckpt"
    assert "s3cr" not in (shelf.folder(NAME) / MANIFEST).read_text("utf-8")
    source = resolve(shelf.catalogue[NAME], given, desk)
    assert isinstance(source.checkpoint, Remote)
    assert source.checkpoint.url == given
    assert public("https://ana:pw@host:8/p/x?y#z") == "https://host:8/p/x"


def test_a_pack_that_is_being_installed_is_not_removed_from_under_it(tmp_path: Path) -> None:
    packs = Packs(tmp_path / "packs")
    part = packs.shelf.downloads(NAME) / "x.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(b"half")
    with working(packs.shelf, NAME):
        with pytest.raises(EnvironmentFailure) as caught:
            packs.remove(NAME)
        assert caught.value.code == "pack_busy"
        assert part.exists()
    assert packs.remove(NAME) == 4
    assert not part.exists()
    with pytest.raises(UsageError) as gone:
        packs.remove(NAME)
    assert gone.value.code == "pack_not_installed"
