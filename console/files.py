"""Files that a person chooses: written whole or not at all, and never over a workspace."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE: Final = 0.5
_STEP: Final = 0.02
SUFFIX: Final = ".vigie"
"""How the name of a workspace file ends, in any case; SQLite's own files and the practice network's have more behind it."""


def put(partial: Path, target: Path, patience: float = _PATIENCE if sys.platform == "win32" else 0.0) -> None:
    """Put the finished file ``partial`` in ``target``'s place, whole or not at all. Raises OSError.

    On Windows nobody can replace a file that somebody has open, and scanners, indexers and other windows open every new
    one for a moment: there it is tried again for ``patience`` seconds.
    """
    until = time.monotonic() + patience
    while True:
        try:
            os.replace(partial, target)
            return
        except PermissionError:
            if time.monotonic() >= until:
                raise
        time.sleep(_STEP)


def keep_off(workspace: Path, path: Path) -> None:
    """OSError (EBUSY) where ``path`` is ``workspace`` or a file of SQLite's beside it, under whatever name.

    Writing there would destroy it, and closing a second handle on it takes this process's locks away: another
    process would then clear a log that is still written to.
    """
    for end in ("", "-wal", "-shm", "-journal"):
        own = workspace.with_name(workspace.name + end)
        with suppress(FileNotFoundError, NotADirectoryError):
            if os.path.samefile(own, path):
                raise _busy(path)


@contextmanager
def whole(target: Path) -> Iterator[TextIO]:
    """A text file (UTF-8, line ends as written) that stands at ``target`` once the block has ended well, and not before.

    Raises OSError; EBUSY where a workspace's name stands there. The name decides: what is written over is lost, and to
    look inside would take this process's locks away.
    """
    name = target.name.lower()
    if name.endswith(SUFFIX) or f"{SUFFIX}-" in name or f"{SUFFIX}." in name:
        raise _busy(target)
    partial = target.with_name(f"{target.name}.part")
    try:
        with partial.open("w", encoding="utf-8", newline="") as out:
            yield out
        put(partial, target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _busy(path: Path) -> OSError:
    return OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))
