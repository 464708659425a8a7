"""The engine packs of this machine: what there is, installing, checking, handing on, removing.

Joins the pure part (``console.classify.pack*``) with the network and the classifier child. Everything but ``states``
blocks for as long as a download takes: call it on a worker thread or from the command line.
"""

from __future__ import annotations

import json
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from console import managed, paths
from console.classify import packarchive
from console.classify.client import Client
from console.classify.engines import engine
from console.classify.packinstall import Installer, Plan, Told, free_space, working
from console.classify.packoffer import INDEX, MOST, LeftOut, Offer, Offers, index_of, index_text, read_index
from console.classify.packs import AGREEMENT, CATALOGUE, EMBEDDED, FileCheck, Manifest, Pack, Shelf, find
from console.classify.packsource import check_tokenizer, offered, vocabulary
from console.connectors.http import download
from console.domain.errors import ClassifierAway, ConnectorError, EnvironmentFailure, UsageError
from console.domain.verdict import ClassifyItem, Verdict
from console.files import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

#: In place of a source: the makers of the engine, even where the company has a server of its own.
PUBLISHERS: Final = "publishers"
#: Seconds for each step of asking for the index: a person waits for the answer.
INDEX_TIMEOUT: Final = 8.0
_AWAY: Final = {"tls_failed": "pack_untrusted", "proxy_failed": "pack_proxy"}


@dataclass(frozen=True, slots=True)
class PackState:
    """One engine and what is known of it here; ``installed`` is None where it is only available.

    ``damaged`` means that a folder is there whose manifest cannot be read.
    """

    pack: Pack
    installed: Manifest | None
    damaged: bool = False

    @property
    def usable(self) -> bool:
        """Whether the classifier can be told to use it."""
        return self.pack.name == EMBEDDED or self.installed is not None


def converter_command() -> list[str]:
    """The command of the conversion child; empty in a frozen program, which has no torch: packs come ready-made."""
    return [] if getattr(sys, "frozen", False) else [sys.executable, "-m", "console.classify.convert"]


class Packs:
    """The folder of packs (``VIGIE_HOME``/packs or the user's data folder) with all that can be done to it."""

    def __init__(
        self,
        root: Path | None = None,
        *,
        catalogue: Mapping[str, Pack] = CATALOGUE,
        worker: Sequence[str] | None = None,
        converter: Sequence[str] | None = None,
        free: Callable[[Path], int] = free_space,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self.shelf = Shelf(root or paths.packs_folder(), catalogue)
        self._worker = tuple(worker or paths.worker_command())
        self._installer = Installer(
            self.shelf,
            download,
            converter_command() if converter is None else converter,
            self._try,
            free=free,
            pause=pause,
        )

    def states(self) -> list[PackState]:
        """Every engine of the catalogue, the bundled one first. Quick: reads a few small files."""
        installed = self.shelf.installed()
        return [
            PackState(
                one,
                installed.get(name),
                damaged=name not in installed and self.shelf.folder(name).exists(),
            )
            for name, one in self.shelf.catalogue.items()
        ]

    def plan(self, name: str, source: str | None = None, tokenizer: Path | None = None) -> Plan:
        """What installing would do, to be shown and confirmed first; see ``Installer.plan`` for what it raises.

        Without ``source`` the company's server counts where its file names one (``pack_not_offered`` where it has no
        such engine: nothing comes from elsewhere behind its back), else the publishers'; ``PUBLISHERS`` always means those.
        """
        place = managed.current().packs
        if (
            source is None
            and tokenizer is None
            and place
            and name in self.shelf.catalogue
            and name != EMBEDDED
        ):
            offers = self.offers()
            offer = offers.of(name) if offers is not None else None
            if offers is None or offer is None:
                raise UsageError("pack_not_offered", name=name, source=shown_place(place))
            return self._installer.plan(name, company=offered(offer, place, offers.source))
        return self._installer.plan(name, None if source == PUBLISHERS else source, tokenizer)

    def offers(self) -> Offers | None:
        """What the company has ready for this machine; None where its file names no place. Blocks; asks the network.

        Raises EnvironmentFailure: ``pack_unreachable``, ``pack_untrusted``, ``pack_proxy``, ``pack_index_unreadable`` or
        ``pack_index_format``.
        """
        place = managed.current().packs
        if not place:
            return None
        return read_index(_index_at(place), shown_place(place), set(self.shelf.catalogue))

    def write_index(
        self, folder: Path, told: Callable[[str], None] = lambda _: None
    ) -> tuple[tuple[Offer, ...], tuple[LeftOut, ...]]:
        """Write ``index.json`` for the pack files in ``folder``: what it offers, and what was left out.

        An index is only written where there is something to offer; else what stands there stays. Raises UsageError
        ``pack_folder_missing`` or ``pack_folder_empty``, and OSError.
        """
        if not folder.is_dir():
            raise UsageError("pack_folder_missing", path=str(folder))
        items, left_out = index_of(folder, set(self.shelf.catalogue), told)
        if not items and not left_out:
            raise UsageError("pack_folder_empty", path=str(folder))
        if items:
            with whole(folder / INDEX) as out:
                out.write(index_text(items))
        return items, left_out

    def install(
        self,
        plan: Plan,
        told: Told = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
        *,
        on_torch: bool = False,
    ) -> Manifest:
        """Carry a plan out; ``told`` hears every step, ``cancelled`` is asked several times a second."""
        with _away_as_source():
            return self._installer.install(plan, told, cancelled, on_torch=on_torch)

    def remove(self, name: str) -> int:
        """Remove an installed pack; returns the bytes freed. Raises ``pack_busy`` while another process installs it."""
        find(name, self.shelf.catalogue)
        if not (self.shelf.folder(name).exists() or self.shelf.downloads(name).exists()):
            return self.shelf.remove(name)  # which says why not
        with working(self.shelf, name):
            return self.shelf.remove(name)

    def check(self, name: str) -> list[FileCheck]:
        """Every file of an installed pack against its hash."""
        return self.shelf.check(name)

    def export(self, name: str, path: Path) -> int:
        """Write an installed engine as a pack file for other machines; returns its size in bytes.

        Raises ``pack_hash_mismatch`` where a file of the pack has changed: a broken engine is not handed on.
        """
        manifest = self.shelf.manifest(name)
        for one in self.shelf.check(name):
            if not one.ok:
                raise EnvironmentFailure(
                    "pack_hash_mismatch", file=one.file, expected=one.expected[:8], found=one.found[:8]
                )
        folder = self.shelf.folder(name)
        return packarchive.write(
            path, manifest.to_json(), {file: folder / file for file in sorted(manifest.files)}
        )

    def export_source(self, name: str, checkpoint: Path, tokenizer: Path, path: Path) -> int:
        """Write a checkpoint with its tokeniser as a pack file, to be converted where it arrives; its size in bytes."""
        find(name, self.shelf.catalogue)
        if not checkpoint.is_file():
            raise UsageError("pack_source_missing", path=str(checkpoint))
        check_tokenizer(tokenizer)
        if path.exists() and path.samefile(checkpoint):
            raise UsageError("output_is_input", path=str(path))
        files = {one.name: one for one in vocabulary(tokenizer)}
        files["model.ckpt"] = checkpoint
        return packarchive.write(path, packarchive.source_manifest(name, files), files)

    def _try(self, name: str, root: Path) -> float:
        """Have the classifier child read the sample with a pack that lies in ``root``; comments per second.

        Where the pack brings what the original said (``agreement.json``), the answers are held against it: an engine
        that agreed on the machine where it was converted may not on this one. Raises ``pack_does_not_run`` or
        ``pack_disagrees``.
        """
        from console.classify import agreement  # numpy, which no other command needs

        run = engine(name, self._worker, root)
        items = [ClassifyItem(str(number), text) for number, text in enumerate(agreement.sample())]
        try:
            with Client(run.command, timing=run.timing) as client:
                client(items[:1])
                begun = time.perf_counter()
                verdicts = client(items)
                seconds = time.perf_counter() - begun
        except ClassifierAway as error:
            raise EnvironmentFailure(
                "pack_does_not_run", name=name, detail=str(error.params.get("why", ""))
            ) from None
        if any(one.failed for one in verdicts):
            raise EnvironmentFailure("pack_does_not_run", name=name, detail="failed")
        file = Shelf(root).folder(name) / AGREEMENT
        if file.exists():
            _hold_against(file, verdicts)
        return len(items) / max(seconds, 1e-6)


def shown_place(place: str) -> str:
    """Where the company offers engines, as it may be shown: an address's host and path, or the folder."""
    return place.partition("://")[2].rstrip("/") if "://" in place else place


@contextmanager
def _away_as_source() -> Iterator[None]:
    """What keeps a server of packs from being reached, in words of its own: it is no platform, and nothing is queued."""
    try:
        yield
    except ConnectorError as error:
        status = error.params.get("status")
        raise EnvironmentFailure(
            _AWAY.get(error.code, "pack_unreachable"),
            host=str(error.params.get("host") or "?"),
            detail=error.code if status is None else f"HTTP {status}",
        ) from None


def _index_at(place: str) -> bytes:
    """The index there, at most one byte more than is allowed."""
    if "://" in place:
        with _away_as_source(), download(place + INDEX, {}, timeout=INDEX_TIMEOUT) as answer:
            data = b""
            for piece in answer.chunks:
                data += piece
                if len(data) > MOST:
                    break
            return data
    try:
        with (Path(place) / INDEX).open("rb") as file:
            return file.read(MOST + 1)
    except OSError as error:
        raise EnvironmentFailure(
            "pack_index_unreadable", source=place, detail=error.strerror or type(error).__name__
        ) from None


def _hold_against(file: Path, verdicts: Sequence[Verdict]) -> None:
    import numpy as np

    from console.classify.agreement import compare
    from console.classify.detoxify import RENAMED

    try:
        data = json.loads(file.read_text("utf-8"))
        labels = [RENAMED.get(label, label) for label in data["labels"]]
        truth = np.array(data["scores"], np.float32)
        found = np.array([[one.labels[label] for label in labels] for one in verdicts], np.float32)
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise EnvironmentFailure("pack_damaged", file=file.name, detail=type(error).__name__) from None
    seen = compare(truth, found)
    if not seen.ok:
        raise EnvironmentFailure("pack_disagrees", detail=f"{seen.max_difference:.3f}")
