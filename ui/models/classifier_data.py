"""What the classifier's page reads off the window's thread, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from console import paths
from console.classify.fitting import NEEDED
from console.classify.layer import own_version
from console.classify.packs import EMBEDDED
from console.domain.errors import NotFound

if TYPE_CHECKING:
    from console.classify.packoffer import Offer, Offers
    from console.runtime.app import Console
    from console.runtime.classifier import ClassifierStatus
    from console.services.learning import DecisionFigures, LayerRecord
    from console.services.packs import Packs, PackState


@dataclass(frozen=True, slots=True)
class EngineRow:
    """One engine of the list. ``size`` in bytes on disk, 0 where it is not here; ``speed`` in comments per second."""

    name: str
    title: str
    version: str
    licence: str
    languages: tuple[str, ...]
    labels: tuple[str, ...]
    source: str
    size: int
    download: int
    speed: float
    bundled: bool
    usable: bool
    damaged: bool
    reads: bool  # it reads this workspace
    chosen: bool  # it was chosen to; another reads where it is missing
    second: bool
    offer: Offer | None = None  # what the company has ready of it


@dataclass(frozen=True, slots=True)
class Engines:
    """The classifier and its engines. ``comments`` have a verdict: those are read again when the engine changes."""

    status: ClassifierStatus
    rows: tuple[EngineRow, ...]
    comments: int

    def with_offers(self, offers: Offers | None) -> Engines:
        """The same list, with what the company has ready beside each engine."""
        if offers is None:
            return self
        return replace(self, rows=tuple(_offered(one, offers.of(one.name)) for one in self.rows))

    def row(self, name: str) -> EngineRow | None:
        """One engine of the list."""
        return next((one for one in self.rows if one.name == name), None)

    @property
    def reading(self) -> EngineRow | None:
        """The engine that reads."""
        return next((one for one in self.rows if one.reads), None)


@dataclass(frozen=True, slots=True)
class Learned:
    """What the decisions say. ``report`` is None where the engine has read nothing here yet."""

    report: DecisionFigures | None
    layers: tuple[LayerRecord, ...]

    @property
    def active(self) -> LayerRecord | None:
        """The layer that is on."""
        return next((one for one in self.layers if one.state == "active"), None)

    def missing(self, version: str) -> int:
        """How many decisions are missing before a layer can be learned for the engine's ``version`` ("" unknown)."""
        if self.report is None:
            return NEEDED
        versions = self.report.versions
        own = own_version(version)
        have = sum(n for one, n in versions if not own or own_version(one) == own)
        return max(0, NEEDED - have)


def _offered(row: EngineRow, offer: Offer | None) -> EngineRow:
    """A row with what the company has of it; what is not here yet bears the licence that would come."""
    licence = row.licence if offer is None or row.usable else offer.licence
    return replace(row, offer=offer, licence=licence)


def read_engines(console: Console, packs: Packs) -> Engines:
    """On a reader thread."""
    status = console.classifier.status()
    comments = console.store.read(lambda r: r.opinions.count())
    return Engines(status, tuple(_row(console, one, status) for one in packs.states()), comments)


def read_learned(console: Console) -> Learned:
    """On a thread of its own: counts every decision."""
    try:
        report = console.feedback.report()
    except NotFound:
        report = None
    return Learned(report, console.feedback.history())


def _row(console: Console, one: PackState, status: ClassifierStatus) -> EngineRow:
    pack, found = one.pack, one.installed
    bundled = pack.name == EMBEDDED
    reads = pack.name == status.reads
    version = pack.version if found is None else found.version
    if reads and status.version:
        version = status.version
    elif not version:
        version = console.store.read(lambda r: r.feedback.newest_version(pack.name)) or ""
    size = 0 if found is None else found.size
    if bundled:
        folder = paths.resources() / "models"
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return EngineRow(
        name=pack.name,
        title=pack.title,
        version=own_version(version),
        licence=pack.licence if found is None else found.licence,
        languages=pack.languages if found is None else found.languages,
        labels=pack.labels if found is None else found.labels,
        source=pack.source,
        size=size,
        download=pack.download_size,
        speed=status.rate_per_second if reads else 0.0 if found is None else found.speed,
        bundled=bundled,
        usable=one.usable,
        damaged=one.damaged,
        reads=reads,
        chosen=pack.name == status.engine,
        second=pack.name == status.second,
    )
