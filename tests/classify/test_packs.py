"""Packs: the catalogue, manifests, pack files, and installing them whole or not at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from console import paths
from console.classify import converting, packinstall
from console.classify.packarchive import Archive, source_manifest, write
from console.classify.packinstall import Installer, Progress
from console.classify.packs import CATALOGUE, Cancelled, Manifest, Pack, Remote, Shelf, digest, slug
from console.connectors.http import download
from console.domain.errors import DiskFull, EnvironmentFailure, Gone, UsageError, VigieError
from console.services.packs import Packs
from tests.support.faultserver import Answer, Seen, serving
from tests.support.make_tinypack import FOLDER
from tests.support.packs import FILES, NAME, archive, fake_converter, manifest, tokenizer

CHECKPOINT = b"not a pickle, never opened here" * 1000


@contextmanager
def no_network(url: str, headers: Any) -> Iterator[Any]:
    raise AssertionError(url)
    yield


class Bench:
    """A shelf with an installer on it whose engine is tried without a child process."""

    def __init__(self, root: Path, *, body: str = "", free: int = 10**12) -> None:
        self.checkpoint = root / "model-given.ckpt"
        self.checkpoint.write_bytes(CHECKPOINT)
        self.tokenizer = tokenizer(root / "given-tokenizer")
        known = Remote(
            "model-given.ckpt",
            "http://127.0.0.1:9/x.ckpt",
            len(CHECKPOINT),
            prefix=digest(self.checkpoint)[:8],
        )
        pack = replace(CATALOGUE[NAME], checkpoint=known)
        self.catalogue: dict[str, Pack] = {**CATALOGUE, NAME: pack}
        self.shelf = Shelf(root / "packs", self.catalogue)
        self.free = free
        self.tried: list[str] = []
        self.steps: list[Progress] = []
        self.installer = Installer(
            self.shelf,
            no_network,
            fake_converter(root / "converter.py", body),
            self._try,
            free=lambda _: self.free,
            pause=lambda _: None,
        )

    def _try(self, name: str, root: Path) -> float:
        # What the classifier child would see: a complete pack with sound files.
        assert all(one.ok for one in Shelf(root).check(name))
        self.tried.append(name)
        return 77.0

    def install(self, given: Path | str, tokens: Path | None = None, **more: Any) -> Manifest:
        plan = self.installer.plan(NAME, str(given), tokens)
        return self.installer.install(plan, self.steps.append, **more)

    def left(self) -> list[str]:
        """What lies in the folder of packs besides locks."""
        root = self.shelf.root
        return sorted(
            str(one.relative_to(root)) for one in root.rglob("*") if one.is_file() and one.suffix != ".lock"
        )


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


# ---------------------------------------------------------------------- catalogue and manifest


def test_every_pack_of_the_catalogue_is_complete() -> None:
    assert next(iter(CATALOGUE)) == "embedded"
    assert set(CATALOGUE) == {"embedded"} | {
        f"detoxify:{kind}"
        for kind in ("original", "unbiased", "multilingual", "original-small", "unbiased-small")
    }
    for pack in list(CATALOGUE.values())[1:]:
        checkpoint = pack.checkpoint
        assert checkpoint is not None
        assert checkpoint.prefix in checkpoint.name
        assert len(checkpoint.prefix) == 8
        assert checkpoint.sha256.startswith(checkpoint.prefix) or not checkpoint.sha256
        assert {"config.json", "tokenizer.json"} <= {one.name for one in pack.tokenizer if one.required}
        # An address with a branch's name would bring other bytes tomorrow.
        assert all(
            "/main/" not in one.address and one.address.startswith("https://") for one in pack.tokenizer
        )
        assert pack.needed_space > 2 * pack.download_size > 0
        assert ":" not in slug(pack.name)
    assert {"fr", "en"} <= set(CATALOGUE["detoxify:multilingual"].languages)


def test_a_manifest_survives_json_and_a_bad_one_is_refused() -> None:
    made = manifest(note="int8_disagrees", speed=12.5)
    data = json.loads(json.dumps(made.to_json()))
    assert Manifest.from_json(data) == made
    for change in (
        {"format": 2},
        {"runtime": "pickle"},
        {"labels": []},
        {"max_tokens": "many"},
        {"files": {"../model.onnx": {"sha256": "0" * 64, "bytes": 1}}},
        {"files": {"model.onnx": data["files"]["model.onnx"]}},
        {"files": []},
    ):
        with pytest.raises(EnvironmentFailure) as caught:
            Manifest.from_json({**data, **change})
        assert caught.value.code in ("pack_damaged", "pack_format"), change
    with pytest.raises(EnvironmentFailure):
        Manifest.from_json([])


def test_a_damaged_pack_is_not_listed_as_installed(bench: Bench) -> None:
    bench.install(archive(bench.shelf.root.parent / "tiny.vigiepack"))
    (bench.shelf.folder(NAME) / "manifest.json").write_text("{", "utf-8")
    assert bench.shelf.installed() == {}
    with pytest.raises(EnvironmentFailure) as caught:
        bench.shelf.manifest(NAME)
    assert caught.value.code == "pack_damaged"


# ---------------------------------------------------------------------- pack files


def test_a_pack_file_is_installed_checked_and_removed(bench: Bench, tmp_path: Path) -> None:
    found = bench.install(archive(tmp_path / "tiny.vigiepack"))
    assert bench.tried == [NAME]
    assert found.speed == 77.0
    assert bench.shelf.installed() == {NAME: found}
    assert bench.left() == sorted(f"detoxify-original/{name}" for name in (*FILES, "manifest.json"))
    checks = bench.shelf.check(NAME)
    assert {one.file for one in checks} == set(FILES)
    assert all(one.ok for one in checks)
    with (bench.shelf.folder(NAME) / "model.onnx").open("r+b") as out:
        out.seek(100)
        out.write(b"\x00\x01")
    assert [one.file for one in bench.shelf.check(NAME) if not one.ok] == ["model.onnx"]
    (bench.shelf.folder(NAME) / "config.json").unlink()
    assert {one.file: one.found for one in bench.shelf.check(NAME)}["config.json"] == ""
    assert bench.shelf.remove(NAME) > 1000
    assert bench.left() == []
    with pytest.raises(UsageError) as caught:
        bench.shelf.remove(NAME)
    assert caught.value.code == "pack_not_installed"


def test_the_embedded_engine_is_neither_installed_nor_removed(bench: Bench) -> None:
    for act in (lambda: bench.installer.plan("embedded"), lambda: bench.shelf.remove("embedded")):
        with pytest.raises(UsageError) as caught:
            act()
        assert caught.value.code == "pack_bundled"
    with pytest.raises(UsageError) as unknown:
        bench.installer.plan("detoxify:huge")
    assert unknown.value.code == "pack_unknown"
    assert "detoxify:multilingual" in str(unknown.value.params["known"])


def _rewritten(path: Path, target: Path, change: dict[str, bytes | None]) -> Path:
    """A copy of a zip in which some members have other content, or None: are gone; new names are added."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = change.get(name, old.read(name)) if name in change else old.read(name)
            if content is not None:
                new.writestr(name, content)
        for name in set(change) - set(old.namelist()):
            content = change[name]
            assert content is not None
            new.writestr(name, content)
    return target


def test_a_tampered_pack_file_is_refused_and_the_old_engine_stays(bench: Bench, tmp_path: Path) -> None:
    whole = archive(tmp_path / "tiny.vigiepack")
    before = bench.install(whole)
    model = (FOLDER / "model.onnx").read_bytes()
    cases = {
        "pack_hash_mismatch": {"model.onnx": model[:-1] + bytes([model[-1] ^ 1])},
        "pack_bad_archive": {"model.onnx": model + b"more"},
    }
    for code, change in cases.items():
        with pytest.raises(EnvironmentFailure) as caught:
            bench.install(_rewritten(whole, tmp_path / f"{code}.vigiepack", dict(change)))
        assert caught.value.code == code
    for change in (
        {"../evil.txt": b"x"},
        {"/evil": b"x"},
        {"config.json": None},
        {"manifest.json": b"{}"},
        {"manifest.json": None},
    ):
        with pytest.raises(EnvironmentFailure) as caught:
            bench.install(_rewritten(whole, tmp_path / "bad.vigiepack", dict(change)))
        assert caught.value.code == "pack_bad_archive", change
    cut = tmp_path / "cut.vigiepack"
    cut.write_bytes(whole.read_bytes()[:900])
    with pytest.raises(EnvironmentFailure) as caught:
        bench.install(cut)
    assert caught.value.code == "pack_bad_archive"
    assert not (tmp_path / "evil.txt").exists()
    assert bench.shelf.installed() == {NAME: before}
    assert all(one.ok for one in bench.shelf.check(NAME))


def test_a_pack_for_another_engine_is_refused(bench: Bench, tmp_path: Path) -> None:
    other = archive(tmp_path / "other.vigiepack", name="detoxify:unbiased")
    with pytest.raises(UsageError) as caught:
        bench.install(other)
    assert caught.value.code == "pack_other"
    assert caught.value.params["found"] == "detoxify:unbiased"


def test_a_pack_file_is_replaced_only_by_a_whole_one(tmp_path: Path) -> None:
    path = archive(tmp_path / "tiny.vigiepack")
    before = path.read_bytes()
    with pytest.raises(OSError):
        write(path, {}, {"model.onnx": tmp_path / "missing"})
    assert path.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["tiny.vigiepack"]


# ---------------------------------------------------------------------- checkpoints


def test_a_checkpoint_is_converted_in_a_child_and_its_full_hash_is_pinned(bench: Bench) -> None:
    found = bench.install(bench.checkpoint, bench.tokenizer)
    assert found.origin["sha256"] == digest(bench.checkpoint)
    assert found.origin["from"] == "file"
    assert found.version == "0.1-alpha-c1212f89+int8"
    assert found.agreement["ok"]
    assert set(found.files) == set(FILES), "what the conversion left besides is not kept"
    assert [one.step for one in bench.steps if one.step != "verify"] == ["load", "agree", "try"]
    assert bench.left() == sorted(f"detoxify-original/{name}" for name in (*FILES, "manifest.json"))


def test_a_checkpoint_with_another_hash_is_never_opened(bench: Bench) -> None:
    bench.checkpoint.write_bytes(CHECKPOINT + b"!")
    with pytest.raises(EnvironmentFailure) as caught:
        bench.install(bench.checkpoint, bench.tokenizer)
    assert caught.value.code == "pack_hash_mismatch"
    assert "load" not in {one.step for one in bench.steps}
    assert bench.left() == []


def test_a_folder_and_a_source_pack_bring_the_checkpoint_too(bench: Bench, tmp_path: Path) -> None:
    folder = tokenizer(tmp_path / "server")
    (folder / "model-given.ckpt").write_bytes(CHECKPOINT)
    assert bench.install(folder).origin["checkpoint"] == "model-given.ckpt"
    files = {"model.ckpt": bench.checkpoint, **{one.name: one for one in bench.tokenizer.iterdir()}}
    packed = tmp_path / "source.vigiepack"
    write(packed, source_manifest(NAME, files), files)
    plan = bench.installer.plan(NAME, str(packed))
    assert plan.converts
    assert bench.installer.install(plan, bench.steps.append).origin["sha256"] == digest(bench.checkpoint)
    # The same pack with another checkpoint: its own hash is right, the published one is not.
    bench.checkpoint.write_bytes(b"another model")
    write(packed, source_manifest(NAME, files), files)
    with pytest.raises(EnvironmentFailure) as caught:
        bench.install(packed)
    assert caught.value.code == "pack_hash_mismatch"


def test_a_company_server_brings_checkpoint_and_tokeniser(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    given = {
        "model-given.ckpt": CHECKPOINT,
        **{one.name: one.read_bytes() for one in bench.tokenizer.iterdir()},
    }

    def serve(seen: Seen) -> Answer:
        content = given.get(seen.path.removeprefix("/models/"))
        return Answer(404) if content is None else Answer(200, content, {"etag": '"1"'})

    installer = Installer(
        bench.shelf, download, fake_converter(tmp_path / "c.py"), bench._try, free=lambda _: 10**12
    )
    with serving(serve) as server:
        plan = installer.plan(NAME, f"{server.url}/models/")
        found = installer.install(plan, bench.steps.append)
        asked = {one.path for one in server.seen}
        # What only older libraries read may be missing there; config.json and tokenizer.json may not.
        assert "/models/vocab.txt" in asked
        assert set(found.origin["tokenizer"]) == {"config.json", "tokenizer.json"}
        assert found.origin["from"] == f"{server.url}/models/model-given.ckpt"
        assert not bench.shelf.downloads(NAME).exists()
        del given["tokenizer.json"]
        with pytest.raises(Gone):
            installer.install(installer.plan(NAME, f"{server.url}/models/"), bench.steps.append)
        # Files of an address that failed must not be taken for those of the next one.
        given["tokenizer.json"] = (FOLDER / "tokenizer.json").read_bytes() + b" "
        again = installer.install(installer.plan(NAME, f"{server.url}/models/"), bench.steps.append)
    assert again.origin["tokenizer"] != found.origin["tokenizer"]


def test_a_program_without_a_python_of_its_own_takes_ready_made_packs_only(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    frozen = Packs(tmp_path / "frozen", worker=["none"])
    with pytest.raises(EnvironmentFailure) as caught:
        frozen.plan(NAME)
    assert caught.value.code == "pack_ready_only"
    assert not frozen.plan(NAME, str(archive(tmp_path / "tiny.vigiepack"))).converts


def test_what_is_missing_is_named_before_anything_starts(bench: Bench, tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "model-given.ckpt").write_bytes(CHECKPOINT)
    for given, code in (
        (alone / "model-given.ckpt", "pack_tokenizer_missing"),
        (tmp_path / "no.ckpt", "pack_source_missing"),
    ):
        with pytest.raises(UsageError) as caught:
            bench.installer.plan(NAME, str(given))
        assert caught.value.code == code
    (tmp_path / "noconv.py").write_text(
        'import json; print(json.dumps({"failed": "pack_extra_missing", "detail": "torch"}))', "utf-8"
    )
    installer = Installer(
        bench.shelf, no_network, [sys.executable, str(tmp_path / "noconv.py")], lambda *_: 1.0
    )
    with pytest.raises(EnvironmentFailure) as missing:
        installer.plan(NAME)  # before a gigabyte is downloaded
    assert missing.value.code == "pack_extra_missing"
    assert missing.value.params["module"] == "torch"
    # A finished engine needs no torch.
    assert not installer.plan(NAME, str(archive(tmp_path / "tiny.vigiepack"))).converts


def test_the_conversion_child_names_the_libraries_it_lacks() -> None:
    """The real child in this environment: without torch it says so, with it the probe succeeds."""
    import importlib.util

    command = [sys.executable, "-m", "console.classify.convert"]
    if importlib.util.find_spec("torch") is None:
        with pytest.raises(EnvironmentFailure) as caught:
            converting.probe(command)
        assert caught.value.code == "pack_extra_missing"
        assert "torch" in str(caught.value.params["module"])
    else:
        converting.probe(command)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("raise SystemExit(9)", "pack_convert_failed"),
        (
            "sys.stderr.write('MemoryError: too large'); sys.stderr.flush(); os = __import__('os'); os._exit(1)",
            "pack_convert_failed",
        ),
        ("say(failed='pack_disagrees', detail='0.4'); raise SystemExit(3)", "pack_disagrees"),
        ("say(failed='pack_file', detail='disk', errno=28); raise SystemExit(3)", "pack_disk_full"),
    ],
)
def test_a_failed_conversion_leaves_nothing(tmp_path: Path, body: str, code: str) -> None:
    bench = Bench(tmp_path, body=body)
    with pytest.raises(VigieError) as caught:
        bench.install(bench.checkpoint, bench.tokenizer)
    assert caught.value.code == code
    assert bench.left() == []


# ---------------------------------------------------------------------- space, cancelling, two at once


def test_too_little_space_is_said_before_and_during(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = archive(tmp_path / "tiny.vigiepack")
    bench.free = 1000
    with pytest.raises(DiskFull) as caught:
        bench.installer.plan(NAME, str(path))
    assert caught.value.code == "pack_no_space"
    assert caught.value.params["free"] == 1000
    bench.free = 10**12
    plan = bench.installer.plan(NAME, str(path))

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(packinstall, "_swap", full)
    with pytest.raises(DiskFull) as during:
        bench.installer.install(plan, bench.steps.append)
    assert during.value.code == "pack_disk_full"
    assert bench.left() == []


def test_a_cancelled_installation_leaves_nothing_and_ends_the_child(tmp_path: Path) -> None:
    pid, ended = tmp_path / "pid", tmp_path / "ended"
    written = tmp_path / "pid.new"
    body = (
        f"import os\nPath({str(written)!r}).write_text(str(os.getpid()))\n"
        f"Path({str(written)!r}).rename({str(pid)!r})\n"
        f"time.sleep(60)\nPath({str(ended)!r}).touch()"
    )
    bench = Bench(tmp_path, body=body)
    with pytest.raises(Cancelled):
        bench.install(bench.checkpoint, bench.tokenizer, cancelled=pid.exists)
    assert not ended.exists()  # it was ended, not waited for
    assert bench.left() == []
    if sys.platform != "win32":
        with pytest.raises(ProcessLookupError):
            os.kill(int(pid.read_text()), 0)


def test_one_installation_of_a_pack_at_a_time(tmp_path: Path) -> None:
    started, go = tmp_path / "started", tmp_path / "go"
    bench = Bench(
        tmp_path,
        body=f"Path({str(started)!r}).touch()\nwhile not Path({str(go)!r}).exists(): time.sleep(0.02)",
    )
    failure: list[BaseException] = []

    def first() -> None:
        try:
            bench.install(bench.checkpoint, bench.tokenizer)
        except BaseException as error:
            failure.append(error)

    thread = threading.Thread(target=first)
    thread.start()
    try:
        deadline = time.monotonic() + 20
        while not started.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        with pytest.raises(EnvironmentFailure) as caught:
            bench.install(archive(tmp_path / "tiny.vigiepack"))
        assert caught.value.code == "pack_busy"
    finally:
        go.touch()
        thread.join(30)
    assert not failure
    assert NAME in bench.shelf.installed()


def test_what_a_killed_installation_left_is_swept_and_the_old_engine_comes_back(
    bench: Bench, tmp_path: Path
) -> None:
    path = archive(tmp_path / "tiny.vigiepack")
    bench.install(path)
    work = bench.shelf.root / ".work" / "detoxify-original"
    (work / "staged").mkdir(parents=True)
    bench.shelf.folder(NAME).rename(work / "old")  # killed between the two halves of the exchange
    with pytest.raises(EnvironmentFailure):
        bench.install(
            _rewritten(
                path,
                tmp_path / "bad.vigiepack",
                {"model.onnx": b"x" * (FOLDER / "model.onnx").stat().st_size},
            )
        )
    assert all(one.ok for one in bench.shelf.check(NAME))
    assert not work.exists()


def test_an_engine_that_does_not_run_is_not_installed(bench: Bench, tmp_path: Path) -> None:
    before = bench.install(archive(tmp_path / "tiny.vigiepack"))

    def broken(name: str, root: Path) -> float:
        raise EnvironmentFailure("pack_does_not_run", name=name)

    installer = Installer(bench.shelf, no_network, ["none"], broken)
    plan = installer.plan(NAME, str(archive(tmp_path / "second.vigiepack", version="second")))
    with pytest.raises(EnvironmentFailure):
        installer.install(plan, bench.steps.append)
    assert bench.shelf.manifest(NAME) == before


def test_the_folder_of_packs_follows_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIGIE_HOME", str(tmp_path / "home"))
    assert paths.packs_folder() == tmp_path / "home" / "packs"
    assert paths.packs_folder().is_dir()


def test_opening_a_pack_imports_no_large_library() -> None:
    code = "import sys, console.cli.pack_commands; print([n for n in ('onnxruntime', 'torch', 'httpx', 'numpy') if n in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.strip() == "[]"


def test_an_archive_says_what_is_wrong_with_it(tmp_path: Path) -> None:
    plain = tmp_path / "plain.vigiepack"
    plain.write_text("no zip at all", "utf-8")
    with pytest.raises(EnvironmentFailure) as caught:
        Archive(plain)
    assert caught.value.code == "pack_bad_archive"
    assert caught.value.params["path"] == str(plain)
