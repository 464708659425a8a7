"""Engine packs: what can be installed, what is installed, and whether its files are sound."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from console.domain.errors import EnvironmentFailure, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

MANIFEST: Final = "manifest.json"
AGREEMENT: Final = "agreement.json"
FORMAT: Final = 1
EMBEDDED: Final = "embedded"
RUNTIMES: Final = ("onnx", "torch")

_RELEASES: Final = "https://github.com/unitaryai/detoxify/releases/download/"
_HUB: Final = "hub:"

#: The labels as Detoxify names them, in the order of its first data set; manifests hold each model's own order.
_SIX: Final = ("toxicity", "severe_toxicity", "obscene", "threat", "insult", "identity_attack")
_SEVEN: Final = (
    "toxicity", "severe_toxicity", "obscene", "identity_attack", "insult", "threat", "sexual_explicit",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Remote:
    """A file that an installation needs. ``size`` in bytes, as published (0: unknown); ``exact``: not one byte more.

    ``sha256`` is the full hash where it is known beforehand; ``prefix`` its first hex digits where the publisher
    gives only those (in the file's name, as torch.hub does). Without either the address names an immutable revision.
    ``url`` is an address, or `hub:REPOSITORY@REVISION` for a file of the model hub.
    """

    name: str
    url: str
    size: int = 0
    sha256: str = ""
    prefix: str = ""
    required: bool = True
    exact: bool = False

    @property
    def address(self) -> str:
        """Where to fetch it. Which hub, its own library says: so a company's mirror (HF_ENDPOINT) is respected."""
        if not self.url.startswith(_HUB):
            return self.url
        from huggingface_hub import hf_hub_url

        repository, _, revision = self.url.removeprefix(_HUB).partition("@")
        return hf_hub_url(repository, self.name, revision=revision)


@dataclass(frozen=True, slots=True)
class Pack:
    """An installable engine. Sizes in bytes; ``max_tokens`` of one comment, what follows is not read."""

    name: str
    title: str
    licence: str
    source: str
    labels: tuple[str, ...]
    languages: tuple[str, ...]
    checkpoint: Remote | None = None
    tokenizer: tuple[Remote, ...] = ()
    version: str = ""
    installed_size: int = 0

    @property
    def download_size(self) -> int:
        """Bytes that an installation over the network fetches."""
        checkpoint = () if self.checkpoint is None else (self.checkpoint,)
        return sum(one.size for one in (*checkpoint, *self.tokenizer))

    @property
    def needed_space(self) -> int:
        """Free bytes an installation needs: checkpoint, its rewritten copy, the float32 graph and what is kept."""
        size = 0 if self.checkpoint is None else self.checkpoint.size
        return 3 * size + self.installed_size + 64 * 1024 * 1024


def _hub(repository: str, revision: str, **files: int) -> tuple[Remote, ...]:
    """Tokenizer and architecture of the base model, at a fixed revision; sizes as published."""
    needed = ("config.json", "tokenizer.json")
    return tuple(
        Remote(
            name,
            f"{_HUB}{repository}@{revision}",
            size,
            required=name in needed,
        )
        for name, size in ((key.replace("__", "."), size) for key, size in files.items())
    )


_BERT = _hub("google-bert/bert-base-uncased", "86b5e0934494bd15c9632b12f734a8a67f723594",
             config__json=570, tokenizer__json=466_062, tokenizer_config__json=48, vocab__txt=231_508)  # fmt: skip
_ROBERTA = _hub("FacebookAI/roberta-base", "e2da8e2f811d1448a5b465c236feacd80ffbac7b",
                config__json=481, tokenizer__json=1_355_863, tokenizer_config__json=25,
                vocab__json=898_823, merges__txt=456_318)  # fmt: skip
_XLM = _hub("FacebookAI/xlm-roberta-base", "e73636d4f797dec63c3081bb6ed5c7b0bb3f2089",
            config__json=615, tokenizer__json=9_096_718, tokenizer_config__json=25,
            sentencepiece__bpe__model=5_069_051)  # fmt: skip
_ALBERT = _hub("albert/albert-base-v2", "8e2f239c5f8a2c0f253781ca60135db913e5c80c",
               config__json=684, tokenizer__json=1_312_669, tokenizer_config__json=25,
               spiece__model=760_289)  # fmt: skip

_LICENCE: Final = "Apache-2.0"
_HOME: Final = "https://github.com/unitaryai/detoxify"


def _detoxify(
    kind: str, release: str, file: str, size: int, tokenizer: tuple[Remote, ...], sha256: str = "",
    *, labels: tuple[str, ...] = _SIX, languages: tuple[str, ...] = ("en",), kept: int,
    base: str = "Apache-2.0",
) -> Pack:  # fmt: skip
    prefix = file.rsplit("-", 1)[1].removesuffix(".ckpt")
    return Pack(
        name=f"detoxify:{kind}",
        title=f"Detoxify {kind}",
        licence=_LICENCE if base == _LICENCE else f"{_LICENCE} AND {base}",
        source=_HOME,
        labels=labels,
        languages=languages,
        checkpoint=Remote(file, f"{_RELEASES}{release}/{file}", size, sha256, prefix),
        tokenizer=tokenizer,
        version=f"{release.removeprefix('v')}-{prefix}",
        installed_size=kept,
    )


MB: Final = 1_000_000
CATALOGUE: Final[Mapping[str, Pack]] = {
    one.name: one
    for one in (
        Pack(
            EMBEDDED,
            "Vigie",
            "MIT",
            "",
            ("toxicity", "hate", "threat", "insult", "obscene", "spam"),
            ("fr", "en"),
        ),
        _detoxify("original", "v0.1-alpha", "toxic_original-c1212f89.ckpt", 438 * MB, _BERT,
                  "c1212f89ac23307ab33932ce29dc446a6e030fb3f384a500890bbe662b7b544a", kept=112 * MB),
        _detoxify("unbiased", "v0.3-alpha", "toxic_debiased-c7548aa0.ckpt", 499 * MB, _ROBERTA,
                  labels=_SEVEN, kept=128 * MB, base="MIT"),
        _detoxify("multilingual", "v0.4-alpha", "multilingual_debiased-0b549669.ckpt", 1_112 * MB, _XLM,
                  labels=_SEVEN, languages=("en", "fr", "es", "it", "pt", "tr", "ru"), kept=290 * MB, base="MIT"),
        _detoxify("original-small", "v0.1.2", "original-albert-0e1d6498.ckpt", 47 * MB, _ALBERT, kept=15 * MB),
        _detoxify("unbiased-small", "v0.1.2", "unbiased-albert-c8519128.ckpt", 47 * MB, _ALBERT,
                  labels=_SEVEN, kept=15 * MB),
    )
}  # fmt: skip


def find(name: str, catalogue: Mapping[str, Pack] = CATALOGUE) -> Pack:
    """The pack called ``name``; raises UsageError ``pack_unknown``."""
    try:
        return catalogue[name]
    except KeyError:
        raise UsageError("pack_unknown", name=name, known=", ".join(catalogue)) from None


def slug(name: str) -> str:
    """The folder's name for a pack: Windows allows no colon."""
    return name.replace(":", "-")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file must be: its SHA-256 in hex and its size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What lies in an installed pack's folder, written last and believed only when its files match.

    ``runtime`` is onnx or torch, ``precision`` int8 or float32. ``labels`` are the model's outputs in order. ``origin``
    holds where the checkpoint came from, with its full SHA-256. ``agreement`` is what the check against the original
    model found. ``note`` is a code that says why the usual form (onnx, int8) was not possible. ``speed`` in comments
    per second on one thread, measured on this machine when it was installed.
    """

    name: str
    version: str
    runtime: str
    precision: str
    labels: tuple[str, ...]
    languages: tuple[str, ...]
    max_tokens: int
    pad_id: int
    architecture: str
    licence: str
    files: Mapping[str, Stamp]
    origin: Mapping[str, Any] = field(default_factory=dict)
    agreement: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    installed_at: int = 0
    speed: float = 0.0

    @property
    def size(self) -> int:
        """Bytes on disk."""
        return sum(one.size for one in self.files.values())

    def to_json(self) -> dict[str, Any]:
        """The JSON form, with the format's number."""
        return {
            "format": FORMAT,
            "kind": "engine",
            "name": self.name,
            "version": self.version,
            "runtime": self.runtime,
            "precision": self.precision,
            "labels": list(self.labels),
            "languages": list(self.languages),
            "max_tokens": self.max_tokens,
            "pad_id": self.pad_id,
            "architecture": self.architecture,
            "licence": self.licence,
            "files": {
                name: {"sha256": one.sha256, "bytes": one.size} for name, one in self.files.items()
            },
            "origin": dict(self.origin),
            "agreement": dict(self.agreement),
            "note": self.note,
            "installed_at": self.installed_at,
            "speed": self.speed,
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: Any) -> Manifest:
        """The manifest in ``data``; raises EnvironmentFailure ``pack_damaged``."""
        try:
            if data["format"] != FORMAT:
                raise EnvironmentFailure("pack_format", found=data["format"], known=FORMAT)
            found = cls(
                name=str(data["name"]),
                version=str(data["version"]),
                runtime=str(data["runtime"]),
                precision=str(data["precision"]),
                labels=tuple(str(one) for one in data["labels"]),
                languages=tuple(str(one) for one in data["languages"]),
                max_tokens=int(data["max_tokens"]),
                pad_id=int(data["pad_id"]),
                architecture=str(data["architecture"]),
                licence=str(data["licence"]),
                files=stamps(data["files"]),
                origin=dict(data.get("origin") or {}),
                agreement=dict(data.get("agreement") or {}),
                note=str(data.get("note", "")),
                installed_at=int(data.get("installed_at", 0)),
                speed=float(data.get("speed", 0.0)),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise EnvironmentFailure("pack_damaged", file=MANIFEST, detail=type(error).__name__) from None
        sound = found.runtime in RUNTIMES and found.labels and 8 <= found.max_tokens <= 8192
        if not sound or {"tokenizer.json", model_file(found.runtime)} - set(found.files):
            raise EnvironmentFailure("pack_damaged", file=MANIFEST, detail="incomplete")
        return found


def model_file(runtime: str) -> str:
    """The name of the weights' file."""
    return "model.onnx" if runtime == "onnx" else "model.safetensors"


def stamps(data: Any) -> dict[str, Stamp]:
    """The ``files`` part of a manifest; raises KeyError, TypeError or ValueError when it is none."""
    found = {}
    for name, one in data.items():
        if not isinstance(name, str) or not plain_name(name) or len(one["sha256"]) != 64:
            raise ValueError(name)
        found[name] = Stamp(str(one["sha256"]), int(one["bytes"]))
    return found


def plain_name(name: str) -> bool:
    """Whether ``name`` is a file's name and nothing else: no folder, no drive, no hidden file."""
    return (
        0 < len(name) <= 80
        and name[0] not in ".-"
        and all(one.isascii() and (one.isalnum() or one in "._-") for one in name)
    )


def digest(
    path: Path, told: Callable[[int], None] | None = None, cancelled: Callable[[], bool] | None = None
) -> str:
    """The SHA-256 of a file, in hex; ``told`` hears the bytes read so far. Raises OSError, Cancelled."""
    found = hashlib.sha256()
    done = 0
    with path.open("rb") as handle:
        while piece := handle.read(1024 * 1024):
            if cancelled is not None and cancelled():
                raise Cancelled("pack_cancelled")
            found.update(piece)
            done += len(piece)
            if told is not None:
                told(done)
    return found.hexdigest()


def stamp(path: Path) -> Stamp:
    """What a file is now."""
    return Stamp(digest(path), path.stat().st_size)


class Cancelled(EnvironmentFailure):
    """A person stopped the installation; nothing of it is left but the part already downloaded."""

    default_code = "pack_cancelled"


@dataclass(frozen=True, slots=True)
class FileCheck:
    """One file of an installed pack against its manifest; ``found`` is empty where it is missing."""

    file: str
    ok: bool
    expected: str
    found: str


class Shelf:
    """The folder of installed packs: ``root/<slug>/manifest.json`` beside the files that it names."""

    def __init__(self, root: Path, catalogue: Mapping[str, Pack] = CATALOGUE) -> None:
        self.root = root
        self.catalogue = catalogue

    def folder(self, name: str) -> Path:
        """Where the pack lies, or would lie."""
        return self.root / slug(name)

    def manifest(self, name: str) -> Manifest:
        """The manifest of an installed pack; raises UsageError ``pack_not_installed``, or ``pack_damaged``."""
        try:
            data = json.loads((self.folder(name) / MANIFEST).read_text("utf-8"))
        except FileNotFoundError:
            raise UsageError("pack_not_installed", name=name) from None
        except (OSError, ValueError) as error:
            raise EnvironmentFailure("pack_damaged", file=MANIFEST, detail=type(error).__name__) from None
        found = Manifest.from_json(data)
        if found.name != name:
            raise EnvironmentFailure("pack_damaged", file=MANIFEST, detail=found.name)
        return found

    def installed(self) -> dict[str, Manifest]:
        """Name -> manifest of every pack that is installed and whose manifest can be read."""
        found = {}
        for name in self.catalogue:
            if name != EMBEDDED and (self.folder(name) / MANIFEST).exists():
                try:
                    found[name] = self.manifest(name)
                except EnvironmentFailure:
                    continue
        return found

    def check(self, name: str) -> list[FileCheck]:
        """Every file of an installed pack against its hash."""
        manifest = self.manifest(name)
        return list(compare(self.folder(name), manifest.files))

    def remove(self, name: str) -> int:
        """Remove a pack and what was downloaded for it; returns the bytes freed. Raises ``pack_not_installed``."""
        find(name, self.catalogue)
        folders = [one for one in (self.folder(name), self.downloads(name)) if one.exists()]
        if name == EMBEDDED:
            raise UsageError("pack_bundled", name=name)
        if not folders:
            raise UsageError("pack_not_installed", name=name)
        freed = 0
        for number, folder in enumerate(folders):
            freed += sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())
            # In one step, so that no half of it is left where a file is still open (Windows).
            gone = self.root / ".work" / f"{slug(name)}.removed-{number}"
            gone.parent.mkdir(exist_ok=True)
            shutil.rmtree(gone, ignore_errors=True)
            folder.rename(gone)
            shutil.rmtree(gone, ignore_errors=True)
        return freed

    def downloads(self, name: str) -> Path:
        """Where the parts of an interrupted download wait to be continued."""
        return self.root / ".downloads" / slug(name)


def compare(folder: Path, files: Mapping[str, Stamp]) -> Iterable[FileCheck]:
    """Each file that a manifest names against what lies in ``folder``."""
    for name, expected in files.items():
        path = folder / name
        try:
            found = digest(path)
        except OSError:
            found = ""
        yield FileCheck(name, found == expected.sha256, expected.sha256, found)
