"""How an engine of a given name is run: the child's command, and the time and memory that it may take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console import paths
from console.classify.packs import EMBEDDED, Shelf, find
from console.classify.supervisor import Engine, Timing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

#: A transformer reads 10 to 80 comments a second and takes its time to be hashed and loaded.
LARGE: Final = Timing(
    start=180.0, request=180.0, single=45.0, batch=16, batch_characters=32_000, memory_mb=3_500.0
)


def engine(name: str, command: Sequence[str] | None = None, packs: Path | None = None) -> Engine:
    """The engine ``name`` as the supervisor runs it.

    ``command`` starts the classifier child without options (default: this program's), ``packs`` is the folder of
    packs where it is not the user's own. Raises UsageError ``pack_not_installed`` or ``pack_unknown``;
    EnvironmentFailure ``pack_damaged`` where its manifest cannot be read. Starts nothing.
    """
    command = tuple(command or paths.worker_command())
    if find(name).name == EMBEDDED:
        return Engine(command)
    shelf = Shelf(packs or paths.packs_folder())
    shelf.manifest(name)
    more = () if packs is None else ("--packs", str(packs))
    return Engine((*command, "--engine", name, *more), LARGE)
