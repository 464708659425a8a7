"""An upgrade while the program runs: it goes on with the code it was started with, and knows that another lies there now.

The system's package manager puts new files in the place of old ones. PyInstaller's loader opens its archives by path each
time it loads something, and would then read the new files at the old ones' places: a fall at the next first use of a page.
"""

from __future__ import annotations

import os
import sys
import time
from typing import Any, Final
from zipimport import ZipImportError, zipimporter

SETTLED_S: Final = 10.0
"""Seconds the new file must have lain there: until then the rest of the package may still be on its way."""

#: Number of this program's file, open as long as the process; empty in a checkout.
_program: list[int] = []


def hold() -> None:
    """Keep the program's own files open and load from those. For a package alone; a checkout has no such files."""
    if sys.platform == "win32" or not getattr(sys, "frozen", False) or _program:
        return  # Windows replaces no file of a running program
    try:
        _program.append(os.open(sys.executable, os.O_RDONLY))
        archive: Any = getattr(sys.modules.get("pyimod02_importers"), "pyz_archive", None)
        if archive is not None and os.path.samefile(archive._filename, sys.executable):
            archive._filename = _by_number(_program[0]) or archive._filename
        _hold_zipped(os.path.join(getattr(sys, "_MEIPASS", ""), "base_library.zip"))
    except OSError:
        return  # nothing is lost but what an upgrade under an open window would take


def _hold_zipped(library: str) -> None:
    """The same for the few modules of Python that lie in a zip file beside the program."""
    place = _by_number(os.open(library, os.O_RDONLY))
    if not place:
        return
    for module in list(sys.modules.values()):
        for path in list(getattr(module, "__path__", ())):
            if str(path).startswith(library) and path not in sys.path_importer_cache:
                try:
                    sys.path_importer_cache[path] = zipimporter(path)
                except ZipImportError:
                    continue
    for importer in sys.path_importer_cache.values():
        if isinstance(importer, zipimporter) and importer.archive == library:
            importer.archive = place


def _by_number(number: int) -> str:
    """A path to the open file itself, whatever lies at its old place; empty where the system has none."""
    path = f"/proc/self/fd/{number}"
    return path if os.path.exists(path) else ""


def replaced(now: float | None = None) -> bool:
    """Whether another program has lain in this one's place for ``SETTLED_S``. False in a checkout, and once removed.

    ``now`` in UTC epoch seconds.
    """
    if not _program:
        return False
    try:
        there, mine = os.stat(sys.executable), os.fstat(_program[0])
    except OSError:
        return False
    same = (there.st_dev, there.st_ino) == (mine.st_dev, mine.st_ino)
    return not same and (time.time() if now is None else now) - there.st_ctime >= SETTLED_S
