"""What differs when the program runs from a package: the environment and the streams that PyInstaller's starter leaves behind."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import MutableMapping

#: Where the loader looks for libraries, per system; the starter keeps the earlier value under the name with _ORIG.
_SEARCHED: Final = ("LD_LIBRARY_PATH", "LIBPATH", "DYLD_LIBRARY_PATH")


def own_environment(environment: MutableMapping[str, str] | None = None) -> None:
    """Give the library path back its earlier value, so that a browser we open does not load our libraries.

    Our own libraries are found without it (they carry the place in themselves), and a child of our own gets it anew
    from its starter. ``environment`` is this process's own where none is given.
    """
    found = os.environ if environment is None else environment
    if not getattr(sys, "frozen", False):
        return
    for name in _SEARCHED:
        earlier = found.pop(f"{name}_ORIG", None)
        if earlier is not None:
            found[name] = earlier
        elif name in found and found[name] == getattr(sys, "_MEIPASS", None):
            del found[name]


def own_streams() -> None:
    """Give a program without a console (the window's on Windows) streams that lead nowhere: libraries write to them."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as the process
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as the process
