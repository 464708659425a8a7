"""Pack files (``.vigiepack``): one zip that carries an engine, or its checkpoint and tokeniser, to another machine.

A zip with ``manifest.json`` and the files that it names, nothing else. The hashes inside prove that the file arrived
whole; they do not prove who made it: take packs from colleagues you trust. Nothing in it is ever executed.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from typing import TYPE_CHECKING, Any, Final

from console.classify.packs import FORMAT, MANIFEST, Cancelled, Manifest, Stamp, stamp, stamps
from console.domain.errors import EnvironmentFailure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

SUFFIX: Final = ".vigiepack"
_LARGEST_MANIFEST: Final = 1_000_000
_MOST_FILES: Final = 40
#: Other methods can only be unpacked in one go: a few bytes of them may hold gigabytes.
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError)


def bad(path: Path, detail: str) -> EnvironmentFailure:
    """The error for a file that is no sound pack."""
    return EnvironmentFailure("pack_bad_archive", path=str(path), detail=detail)


def write(path: Path, manifest: Mapping[str, Any], files: Mapping[str, Path]) -> int:
    """Write a pack of ``files`` (name in the pack -> file) at ``path``; returns its size in bytes.

    A file that is there already is replaced only when the new one is whole. Raises OSError.
    """
    part = path.with_name(path.name + ".part")
    try:
        # Weights do not shrink; storing them keeps this as fast as a copy. Dates are fixed: same engine, same bytes.
        with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as archive:
            _put(archive, MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode())
            for name, source in files.items():
                entry = zipfile.ZipInfo(name)
                entry.file_size = source.stat().st_size
                with source.open("rb") as read, archive.open(entry, "w") as out:
                    while piece := read.read(1024 * 1024):
                        out.write(piece)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path.stat().st_size


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name), content)


def source_manifest(name: str, files: Mapping[str, Path]) -> dict[str, Any]:
    """The manifest of a pack that carries a checkpoint and a tokeniser, to be converted where it arrives."""
    return {
        "format": FORMAT,
        "kind": "source",
        "name": name,
        "files": {
            key: {"sha256": one.sha256, "bytes": one.size}
            for key, one in ((key, stamp(path)) for key, path in files.items())
        },
    }


class Archive:
    """An opened pack: what it says it is, and its files, checked while they are taken out."""

    def __init__(self, path: Path) -> None:
        """Read and check the manifest; raises EnvironmentFailure ``pack_bad_archive`` or ``pack_damaged``."""
        self.path = path
        try:
            with zipfile.ZipFile(path) as archive:
                infos = {one.filename: one for one in archive.infolist()}
                if MANIFEST not in infos or infos[MANIFEST].file_size > _LARGEST_MANIFEST:
                    raise bad(path, MANIFEST)
                if any(one.compress_type not in _METHODS for one in infos.values()):
                    raise bad(path, "compression")
                with archive.open(MANIFEST) as read:  # a bounded read: the announced size proves nothing
                    self.data = json.loads(read.read(_LARGEST_MANIFEST))
        except (*_BROKEN, ValueError, RecursionError) as error:
            raise bad(path, type(error).__name__) from None
        if not isinstance(self.data, dict) or self.data.get("kind") not in ("engine", "source"):
            raise bad(path, "kind")
        if self.data.get("format") != FORMAT:
            raise EnvironmentFailure("pack_format", found=self.data.get("format"), known=FORMAT)
        self.kind = str(self.data["kind"])
        self.name = str(self.data.get("name", ""))
        try:
            self.files: dict[str, Stamp] = stamps(self.data["files"])
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise bad(path, f"files: {error}") from None
        wrong = len(self.files) > _MOST_FILES or set(infos) != {MANIFEST, *self.files}
        wrong = wrong or any(infos[name].file_size != one.size for name, one in self.files.items())
        if wrong:
            raise bad(path, "files")

    @property
    def size(self) -> int:
        """Bytes once taken out."""
        return sum(one.size for one in self.files.values())

    def manifest(self) -> Manifest:
        """The engine's manifest; raises ``pack_damaged``."""
        return Manifest.from_json(self.data)

    def extract(self, folder: Path, told: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
        """Take all files out into ``folder``; raises ``pack_hash_mismatch``, ``pack_bad_archive``, Cancelled, OSError."""
        done = 0
        try:
            with zipfile.ZipFile(self.path) as archive:
                for name, expected in self.files.items():
                    found, left = hashlib.sha256(), expected.size
                    with archive.open(name) as read, (folder / name).open("wb") as out:
                        # Never more than was announced, whatever the compressed stream holds.
                        while left > 0 and (piece := read.read(min(1024 * 1024, left))):
                            if cancelled():
                                raise Cancelled("pack_cancelled", name=self.name)
                            found.update(piece)
                            out.write(piece)
                            left -= len(piece)
                            done += len(piece)
                            told(done, self.size)
                    if found.hexdigest() != expected.sha256:
                        raise EnvironmentFailure(
                            "pack_hash_mismatch",
                            file=name,
                            expected=expected.sha256[:8],
                            found=found.hexdigest()[:8],
                        )
        except (*_BROKEN, KeyError) as error:
            raise bad(self.path, type(error).__name__) from None
