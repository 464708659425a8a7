"""Installing an engine pack: from the network, a company server, a folder, a checkpoint or a pack file.

Everything happens in ``.work/`` beside the installed packs and is moved into place at the very end: stopped or broken
at any point, an installation leaves the pack that was there before, or none, and never half of one. What was
downloaded stays in ``.downloads/`` to be continued, until the installation succeeds or the pack is removed.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from console.classify import converting
from console.classify.packarchive import SUFFIX, Archive
from console.classify.packfetch import Fetch, copy_file, fetch_file, verify
from console.classify.packoffer import hold_against
from console.classify.packs import (
    AGREEMENT,
    EMBEDDED,
    MANIFEST,
    Cancelled,
    Manifest,
    Pack,
    Remote,
    Shelf,
    digest,
    find,
    model_file,
    stamp,
)
from console.classify.packsource import CONFIG, Source, opened, public, resolve, sizes, vocabulary
from console.domain.errors import ConnectorError, DiskFull, EnvironmentFailure, Gone, UsageError


@dataclass(frozen=True, slots=True)
class Plan:
    """What an installation will do, to be shown before it starts. Sizes in bytes, ``download`` 0 where unknown.

    ``converts`` says that the extra ``detoxify`` is needed; ``replaces`` is the version that is installed now.
    """

    pack: Pack
    source: Source
    shown: str
    download: int
    needed: int
    free: int
    converts: bool
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: ``step`` is download, verify, unpack, load, export, quantise, agree, torch or try.

    ``done`` and ``total`` count bytes for the first three and comments for agree; ``total`` 0 means unknown.
    """

    step: str
    file: str = ""
    done: int = 0
    total: int = 0


Told = Callable[[Progress], None]
Probe = Callable[[str, Path], float]
"""Starts the classifier child on a pack (name, folder of packs), has it read, and returns comments per second."""


class _Ended(Protocol):
    def __call__(self) -> bool: ...


def free_space(folder: Path) -> int:
    """Free bytes where ``folder`` lies, or will lie."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free


class Installer:
    """Installs packs into a shelf; blocks, so it runs on a worker thread or in the command line."""

    def __init__(
        self,
        shelf: Shelf,
        fetch: Fetch,
        converter: Sequence[str],
        probe: Probe,
        *,
        free: Callable[[Path], int] = free_space,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._shelf = shelf
        self._fetch = fetch
        self._converter = tuple(converter)
        self._probe = probe
        self._free = free
        self._pause = pause

    # ------------------------------------------------------------------ before

    def plan(
        self,
        name: str,
        given: str | None = None,
        tokenizer: Path | None = None,
        company: Source | None = None,
    ) -> Plan:
        """What installing ``name`` would do. ``given`` is a file, a folder or an address; None: the publishers'.

        ``company`` is what the company offers of it, and comes before both.

        Raises UsageError (``pack_unknown``, ``pack_bundled``, ``pack_source_missing``, ``pack_tokenizer_missing``),
        DiskFull ``pack_no_space``, or EnvironmentFailure ``pack_extra_missing`` and those of ``Archive``.
        """
        pack = find(name, self._shelf.catalogue)
        if name == EMBEDDED or pack.checkpoint is None:
            raise UsageError("pack_bundled", name=name)
        source = company or resolve(pack, given, tokenizer)
        if source.offer is not None:
            offer, given = source.offer, source.offered_at
            pack = replace(pack, licence=offer.licence, version=offer.version,
                           languages=offer.languages or pack.languages)  # fmt: skip
        converts = source.archive is None
        if isinstance(source.archive, Path) and source.offer is None:
            converts = opened(source.archive, pack).kind == "source"
        if converts:
            converting.probe(self._converter)
        download, needed = sizes(pack, source, converts)
        free = self._free(self._shelf.root)
        plan = Plan(pack, source, given or pack.source, download, needed, free, converts, self._version(name))
        if free < needed:
            raise DiskFull("pack_no_space", needed=needed, free=free, path=str(self._shelf.root))
        return plan

    def _version(self, name: str) -> str:
        found = self._shelf.installed().get(name)
        return "" if found is None else found.version

    # ------------------------------------------------------------------ doing it

    def install(
        self, plan: Plan, told: Told, cancelled: _Ended = lambda: False, *, on_torch: bool = False
    ) -> Manifest:
        """Carry the plan out and return the manifest of what is installed now.

        Raises Cancelled, DiskFull, ConnectorError, or EnvironmentFailure with one of the codes ``pack_...``; then the
        shelf is as it was before.
        """
        name = plan.pack.name
        with working(self._shelf, name) as work:
            staged = work / "staged" / self._shelf.folder(name).name
            staged.mkdir(parents=True)
            try:
                manifest = self._stage(plan, work, staged, told, cancelled, on_torch)
                _write_manifest(staged, manifest)
                told(Progress("try"))
                speed = self._probe(name, staged.parent)
                manifest = replace(manifest, speed=round(speed, 1) or manifest.speed)
                _write_manifest(staged, manifest)
                if cancelled():
                    raise Cancelled("pack_cancelled", name=name)
                _swap(staged, self._shelf.folder(name), work)
            except OSError as error:
                if error.errno == errno.ENOSPC:
                    raise DiskFull("pack_disk_full", path=str(self._shelf.root)) from None
                raise
        shutil.rmtree(self._shelf.downloads(name), ignore_errors=True)
        return manifest

    def _stage(
        self, plan: Plan, work: Path, staged: Path, told: Told, cancelled: _Ended, on_torch: bool
    ) -> Manifest:
        source, pack = plan.source, plan.pack
        if source.archive is not None:
            archive = opened(self._archive(source, pack, told, cancelled), pack)
            if source.offer is not None:
                hold_against(archive, source.offer, source.offered_at)
            if archive.kind == "engine" and not archive.manifest().licence.strip():
                raise EnvironmentFailure("pack_no_licence", path=str(archive.path))
            if self._free(self._shelf.root) < archive.size:
                raise DiskFull(
                    "pack_no_space",
                    needed=archive.size,
                    free=self._free(self._shelf.root),
                    path=str(self._shelf.root),
                )
            target = staged if archive.kind == "engine" else work / "given"
            target.mkdir(exist_ok=True)
            archive.extract(target, lambda done, total: told(Progress("unpack", "", done, total)), cancelled)
            if archive.kind == "engine":
                return replace(archive.manifest(), installed_at=int(time.time()), speed=0.0)
            checkpoint, tokenizer = target / _only_checkpoint(archive), target
            sha256 = self._verified(checkpoint, pack, told, cancelled)
        else:
            assert source.checkpoint is not None
            assert source.tokenizer is not None
            checkpoint, sha256 = self._here(source.checkpoint, pack, told, cancelled)
            tokenizer = self._tokenizer(source.tokenizer, pack, told, cancelled)
        tokenizer = _vocabulary(tokenizer, work)
        request = {
            "checkpoint": str(checkpoint),
            "tokenizer": str(tokenizer),
            "out": str(staged),
            "on_torch": on_torch,
        }
        found = converting.convert(
            self._converter,
            request,
            work,
            lambda step, done, total: told(Progress(step, "", done, total)),
            cancelled,
        )
        return _described(pack, staged, found, _origin(plan, checkpoint, sha256, tokenizer))

    def _archive(self, source: Source, pack: Pack, told: Told, cancelled: _Ended) -> Path:
        """The pack file on this machine; one from the company's folder is copied first and the copy verified."""
        assert source.archive is not None
        offer = source.offer
        if offer is None:
            return self._here(source.archive, pack, told, cancelled)[0]
        try:
            if isinstance(source.archive, Remote):
                return self._here(source.archive, pack, told, cancelled)[0]
            return copy_file(
                source.archive,
                Remote("download" + SUFFIX, "", offer.size, offer.sha256, exact=True),
                self._shelf.downloads(pack.name),
                told=lambda done, total: told(Progress("download", offer.file, done, total)),
                cancelled=cancelled,
            )
        except (ConnectorError, UsageError) as error:
            if isinstance(error, ConnectorError) and (error.retry or "status" not in error.params):
                raise  # not reached, and why
            raise EnvironmentFailure("pack_offer_gone", file=offer.file, source=source.offered_at) from None

    def _here(self, one: Path | Remote, pack: Pack, told: Told, cancelled: _Ended) -> tuple[Path, str]:
        """A file on this machine, verified, with its SHA-256."""
        if isinstance(one, Path):
            if one.suffix == SUFFIX:
                return one, ""
            return one, self._verified(one, pack, told, cancelled)
        folder = self._shelf.downloads(pack.name)
        sha256 = fetch_file(
            self._fetch,
            one,
            folder,
            told=lambda done, total: told(Progress("download", one.name, done, total or one.size)),
            cancelled=cancelled,
            pause=self._pause,
        )
        return folder / one.name, sha256

    def _verified(self, path: Path, pack: Pack, told: Told, cancelled: _Ended) -> str:
        assert pack.checkpoint is not None
        return verify(
            path,
            pack.checkpoint,
            lambda done, total: told(Progress("verify", path.name, done, total)),
            cancelled,
        )

    def _tokenizer(
        self, source: Path | tuple[Remote, ...], pack: Pack, told: Told, cancelled: _Ended
    ) -> Path:
        if isinstance(source, Path):
            return source
        for one in source:
            try:
                self._here(one, pack, told, cancelled)
            except Gone:
                if one.required:
                    raise
        return self._shelf.downloads(pack.name)


def _only_checkpoint(archive: Archive) -> str:
    found = [name for name in archive.files if name.endswith(".ckpt")]
    if len(found) != 1 or {CONFIG, "tokenizer.json"} - set(archive.files):
        raise EnvironmentFailure("pack_bad_archive", path=str(archive.path), detail="checkpoint")
    return found[0]


def _vocabulary(folder: Path, work: Path) -> Path:
    """A folder that holds the architecture and the tokeniser and nothing that a library would pick up besides."""
    target = work / "tokenizer"
    target.mkdir()
    for one in vocabulary(folder):
        shutil.copyfile(one, target / one.name)
    return target


def _origin(plan: Plan, checkpoint: Path, sha256: str, tokenizer: Path) -> dict[str, Any]:
    source = plan.source.checkpoint
    return {
        "from": public(source.url) if isinstance(source, Remote) else "file",
        "checkpoint": checkpoint.name,
        "sha256": sha256,
        "bytes": checkpoint.stat().st_size,
        "tokenizer": {one.name: digest(one) for one in sorted(tokenizer.iterdir())},
    }


def _described(pack: Pack, folder: Path, found: dict[str, Any], origin: dict[str, Any]) -> Manifest:
    """The manifest of a converted model; files that the engine does not need are removed from ``folder``."""
    runtime, precision = str(found["runtime"]), str(found["precision"])
    keep = {model_file(runtime), "tokenizer.json", CONFIG, AGREEMENT}
    for one in folder.iterdir():
        if one.name not in keep:
            one.unlink()
    return Manifest(
        name=pack.name,
        version=f"{pack.version}+{precision if runtime == 'onnx' else runtime}",
        runtime=runtime,
        precision=precision,
        labels=tuple(found["labels"]),
        languages=pack.languages,
        max_tokens=int(found["max_tokens"]),
        pad_id=int(found["pad_id"]),
        architecture=str(found["architecture"]),
        licence=pack.licence,
        files={one.name: stamp(one) for one in sorted(folder.iterdir())},
        origin=origin,
        agreement={**found["agreement"], "tried": found.get("tried", [])},
        note=str(found.get("note", "")),
        installed_at=int(time.time()),
        speed=float(found.get("speed", 0.0)),
    )


def _write_manifest(folder: Path, manifest: Manifest) -> None:
    with (folder / MANIFEST).open("w", encoding="utf-8") as out:
        json.dump(manifest.to_json(), out, ensure_ascii=False, indent=1)
        out.flush()
        os.fsync(out.fileno())


def _swap(staged: Path, target: Path, work: Path) -> None:
    """Put the new folder in the old one's place; if the second step fails, the old one goes back."""
    old = work / "old"
    if target.exists():
        target.rename(old)
    try:
        staged.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise


@contextmanager
def working(shelf: Shelf, name: str) -> Iterator[Path]:
    """An empty folder to work in, for one process at a time, gone at the end; raises ``pack_busy``."""
    folder = shelf.root / ".work" / shelf.folder(name).name
    folder.parent.mkdir(parents=True, exist_ok=True)
    with (folder.parent / f"{folder.name}.lock").open("a+b") as lock:
        if not _locked(lock.fileno()):
            raise EnvironmentFailure("pack_busy", name=name)
        # Whatever lies here is of a process that was killed, perhaps between the two halves of the exchange.
        if (folder / "old").exists() and not shelf.folder(name).exists():
            (folder / "old").rename(shelf.folder(name))
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _locked(descriptor: int) -> bool:
    """Whether this process now holds the lock; the system gives it back when the process ends, however it ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
