"""Where a pack's pieces come from: the publishers, a company server, a folder, a checkpoint or a pack file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit, urlunsplit

from console.classify.packarchive import SUFFIX, Archive
from console.classify.packs import Pack, Remote
from console.domain.errors import UsageError

if TYPE_CHECKING:
    from console.classify.packoffer import Offer

CONFIG: Final = "config.json"
_SPARE: Final = 64 * 1024 * 1024
#: What a tokeniser consists of. A checkpoint often lies among a person's other files: those are none of ours.
VOCABULARY: Final = frozenset(
    {
        CONFIG,
        "tokenizer.json",
        "tokenizer_config.json",
        "special_tokens_map.json",
        "added_tokens.json",
        "vocab.json",
        "vocab.txt",
        "merges.txt",
        "sentencepiece.bpe.model",
        "spiece.model",
    }
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where the pieces come from: a pack file, or a checkpoint with a tokeniser; here or elsewhere."""

    archive: Path | Remote | None = None
    checkpoint: Path | Remote | None = None
    tokenizer: Path | tuple[Remote, ...] | None = None
    offer: Offer | None = None  # what the company's index says of the pack file
    offered_at: str = ""


def offered(offer: Offer, place: str, shown: str) -> Source:
    """What the company offers at ``place``, a folder or an address that ends in a slash."""
    archive: Path | Remote
    if "://" in place:
        archive = Remote("download" + SUFFIX, place + offer.file, offer.size, offer.sha256, exact=True)
    else:
        archive = Path(place) / offer.file
    return Source(archive=archive, offer=offer, offered_at=shown)


def resolve(pack: Pack, given: str | None, tokenizer: Path | None) -> Source:
    """The source that a person named; raises UsageError ``pack_source_missing`` or ``pack_tokenizer_missing``."""
    assert pack.checkpoint is not None
    if tokenizer is not None:
        check_tokenizer(tokenizer)
    if given is None:
        return Source(checkpoint=pack.checkpoint, tokenizer=tokenizer or pack.tokenizer)
    if urlsplit(given).scheme in ("http", "https"):
        name = urlsplit(given).path.rpartition("/")[2]
        if name.endswith(SUFFIX):
            return Source(archive=Remote("download" + SUFFIX, given))
        base = public(given).rpartition("/")[0] + "/"
        address = given if name else base + quote(pack.checkpoint.name)
        files = tuple(replace(one, url=base + one.name) for one in pack.tokenizer)
        return Source(checkpoint=replace(pack.checkpoint, url=address), tokenizer=tokenizer or files)
    path = Path(given)
    if path.is_dir():
        packed = sorted(path.glob(f"{path.name}{SUFFIX}")) or [
            one for one in (path / f"{pack.name.replace(':', '-')}{SUFFIX}",) if one.exists()
        ]
        if packed:
            return Source(archive=packed[0])
        path = path / pack.checkpoint.name
    if not path.is_file():
        raise UsageError("pack_source_missing", path=str(path))
    if path.suffix == SUFFIX:
        return Source(archive=path)
    folder = tokenizer or path.parent
    check_tokenizer(folder)
    return Source(checkpoint=path, tokenizer=folder)


def public(url: str) -> str:
    """An address without what may be secret in it: a name, a password, a signature in the query."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def vocabulary(folder: Path) -> list[Path]:
    """The tokeniser's files in a folder, and nothing that lies there besides."""
    return sorted(one for one in folder.iterdir() if one.name in VOCABULARY and one.is_file())


def check_tokenizer(folder: Path) -> None:
    """Raise UsageError ``pack_tokenizer_missing`` unless the folder holds the architecture and the tokeniser."""
    for name in (CONFIG, "tokenizer.json"):
        if not (folder / name).is_file():
            raise UsageError("pack_tokenizer_missing", folder=str(folder), file=name)


def opened(path: Path, pack: Pack) -> Archive:
    """A pack file that is for ``pack``; raises UsageError ``pack_other`` when it is for another."""
    archive = Archive(path)
    if archive.name != pack.name:
        raise UsageError("pack_other", name=pack.name, found=archive.name, path=str(path))
    return archive


def sizes(pack: Pack, source: Source, converts: bool) -> tuple[int, int]:
    """Bytes to download, and bytes that must be free."""
    if source.offer is not None:
        return source.offer.size, 2 * source.offer.size + _SPARE
    if isinstance(source.archive, Path):
        size = source.archive.stat().st_size
        return 0, (3 * size if converts else size) + _SPARE
    if isinstance(source.archive, Remote):
        return 0, 2 * pack.installed_size + _SPARE
    assert source.checkpoint is not None
    if isinstance(source.checkpoint, Path):
        return 0, 2 * source.checkpoint.stat().st_size + pack.installed_size + _SPARE
    return pack.download_size, pack.needed_space
