"""What a company offers its machines: the index of a folder of pack files, made beside them, read from afar.

The index says which file holds which engine, how large it is, under which licence, and what its SHA-256 is. Who can
write into that folder decides what is installed; who only stands between cannot, since the index comes over TLS or from
the company's own share and every file is held against it.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.classify.packarchive import SUFFIX, Archive, bad
from console.classify.packs import EMBEDDED, FORMAT, plain_name
from console.domain.errors import EnvironmentFailure, VigieError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

INDEX: Final = "index.json"
INDEX_FORMAT: Final = 1
#: The most that is read of an index, in bytes: some thousand times what one needs.
MOST: Final = 1_000_000
_MOST_PACKS: Final = 200
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Offer:
    """One engine that the company has ready. ``size`` in bytes; ``file`` lies beside the index."""

    name: str
    version: str
    file: str
    size: int
    sha256: str
    licence: str
    languages: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The entry of an index."""
        return {
            "name": self.name,
            "version": self.version,
            "file": self.file,
            "size": self.size,
            "sha256": self.sha256,
            "licence": self.licence,
            "languages": list(self.languages),
            "format": FORMAT,
        }


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What stands in an index, or lies in a folder, and is not offered. ``code`` has a sentence (``offer_words``)."""

    what: str
    code: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Offers:
    """What was found at ``source``, as it may be shown to a person."""

    source: str
    items: tuple[Offer, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def of(self, name: str) -> Offer | None:
        """What is offered under ``name``."""
        return next((one for one in self.items if one.name == name), None)


def read_index(data: bytes, source: str, known: Collection[str]) -> Offers:
    """The offers in ``data``; an entry that makes no sense is left out with its reason, the others count.

    ``known`` are the names of the engines that can be installed. Raises EnvironmentFailure ``pack_index_unreadable``
    (source, detail) or ``pack_index_format`` (source, found, known).
    """
    if len(data) > MOST:
        raise EnvironmentFailure("pack_index_unreadable", source=source, detail=f"> {MOST // 1000} kB")
    try:
        found = json.loads(data.decode("utf-8-sig"))
        number, entries = found["format"], found["packs"]
        if not isinstance(entries, list):
            raise TypeError("packs")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise EnvironmentFailure("pack_index_unreadable", source=source, detail=_why_not(error)) from None
    if number != INDEX_FORMAT:
        raise EnvironmentFailure("pack_index_format", source=source, found=number, known=INDEX_FORMAT)
    items: list[Offer] = []
    left_out: list[LeftOut] = []
    for place, entry in enumerate(entries[:_MOST_PACKS], 1):
        taken = _entry(entry, place, known)
        if isinstance(taken, Offer) and any(one.name == taken.name for one in items):
            taken = LeftOut(taken.name, "offered_twice")
        if isinstance(taken, Offer):
            items.append(taken)
        else:
            left_out.append(taken)
    return Offers(source, tuple(items), tuple(left_out))


def _why_not(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"JSON, line {error.lineno}"
    if isinstance(error, UnicodeDecodeError):
        return "UTF-8"
    return str(error) if isinstance(error, (KeyError, TypeError)) and error.args else type(error).__name__


def _entry(entry: Any, place: int, known: Collection[str]) -> Offer | LeftOut:
    if not isinstance(entry, dict):
        return LeftOut(f"#{place}", "not_entry")
    name = entry.get("name")
    what = name if isinstance(name, str) and _said(name) else f"#{place}"
    if not isinstance(name, str) or name not in known or name == EMBEDDED:
        return LeftOut(what, "no_such_engine")
    if entry.get("format", FORMAT) != FORMAT:
        return LeftOut(what, "other_format", (("found", str(entry["format"])[:20]), ("known", str(FORMAT))))
    file, size, sha256 = entry.get("file"), entry.get("size"), entry.get("sha256")
    if not isinstance(file, str) or not plain_name(file) or not file.endswith(SUFFIX):
        return LeftOut(what, "bad_file", (("suffix", SUFFIX),))
    if not isinstance(size, int) or isinstance(size, bool) or size <= 0:
        return LeftOut(what, "bad_size")
    if not isinstance(sha256, str) or not re.fullmatch(r"[0-9A-Fa-f]{64}", sha256):
        return LeftOut(what, "bad_hash")
    licence, version = entry.get("licence"), entry.get("version")
    if not isinstance(licence, str) or not _said(licence):
        return LeftOut(what, "no_licence")
    if not isinstance(version, str) or not _said(version):
        return LeftOut(what, "no_version")
    languages = entry.get("languages", [])
    if not isinstance(languages, list) or not all(isinstance(one, str) and _said(one) for one in languages):
        languages = []
    return Offer(name, version.strip(), file, size, sha256.lower(), licence.strip(), tuple(languages))


def _said(word: str) -> bool:
    return bool(word.strip()) and len(word) <= _LONGEST and word.isprintable()


# ---------------------------------------------------------------------- the maker's side


def index_of(
    folder: Path, known: Collection[str], told: Callable[[str], None] = lambda _: None
) -> tuple[tuple[Offer, ...], tuple[LeftOut, ...]]:
    """Every sound pack file in ``folder``, each read to its end, and what is left out and why.

    ``told`` hears each file's name before it is read. Two files with the same engine are both left out: nobody but
    whoever keeps the folder knows which one is meant. Raises OSError where the folder cannot be read.
    """
    found: list[Offer] = []
    left_out: list[LeftOut] = []
    for path in sorted(one for one in folder.iterdir() if one.name.endswith(SUFFIX)):
        told(path.name)
        taken = _described(path, known)
        (found if isinstance(taken, Offer) else left_out).append(taken)  # type: ignore[arg-type]
    names = [one.name for one in found]
    for one in found:
        if names.count(one.name) > 1:
            left_out.append(LeftOut(one.file, "offered_twice"))
    items = tuple(one for one in found if names.count(one.name) == 1)
    return items, tuple(sorted(left_out, key=lambda one: one.what))


def _described(path: Path, known: Collection[str]) -> Offer | LeftOut:
    if not plain_name(path.name):
        return LeftOut(path.name, "bad_file", (("suffix", SUFFIX),))
    try:
        archive = Archive(path)
        if archive.kind != "engine":
            return LeftOut(path.name, "not_ready")
        if archive.name not in known or archive.name == EMBEDDED:
            return LeftOut(path.name, "no_such_engine")
        manifest = archive.manifest()
        if not _said(manifest.licence):
            return LeftOut(path.name, "no_licence")
        if not _said(manifest.version):
            return LeftOut(path.name, "no_version")
        _hold_to_its_hashes(archive)
        sha256, size = _digest(path)
    except VigieError as error:
        params = tuple((key, str(value)) for key, value in error.params.items() if key in ("found", "known"))
        return LeftOut(path.name, "other_format" if error.code == "pack_format" else "broken", params)
    except OSError as error:
        return LeftOut(path.name, "unreadable", (("detail", error.strerror or type(error).__name__),))
    return Offer(
        archive.name, manifest.version, path.name, size, sha256, manifest.licence, manifest.languages
    )


def _hold_to_its_hashes(archive: Archive) -> None:
    """Read every file of the pack; raises EnvironmentFailure ``pack_bad_archive``."""
    try:
        with zipfile.ZipFile(archive.path) as opened:
            for name, expected in archive.files.items():
                found, left = hashlib.sha256(), expected.size
                with opened.open(name) as read:
                    while left > 0 and (piece := read.read(min(1024 * 1024, left))):
                        found.update(piece)
                        left -= len(piece)
                if found.hexdigest() != expected.sha256:
                    raise bad(archive.path, name)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError) as error:
        raise bad(archive.path, type(error).__name__) from None


def _digest(path: Path) -> tuple[str, int]:
    found, size = hashlib.sha256(), 0
    with path.open("rb") as handle:
        while piece := handle.read(1024 * 1024):
            found.update(piece)
            size += len(piece)
    return found.hexdigest(), size


def index_text(items: tuple[Offer, ...]) -> str:
    """The index as it is written."""
    body = {"format": INDEX_FORMAT, "packs": [one.to_json() for one in items]}
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def hold_against(archive: Archive, offer: Offer, source: str) -> None:
    """Raise ``pack_index_differs`` unless the pack is what its index said: what a person agreed to is what comes."""
    if archive.kind != "engine":
        raise EnvironmentFailure(
            "pack_index_differs", file=offer.file, source=source, said="engine", found=archive.kind
        )
    manifest = archive.manifest()
    for said, found in ((offer.licence, manifest.licence.strip()), (offer.version, manifest.version.strip())):
        if said != found:
            raise EnvironmentFailure(
                "pack_index_differs", file=offer.file, source=source, said=said, found=found or "-"
            )
