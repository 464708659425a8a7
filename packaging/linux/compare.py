"""Compares two builds file by file: content, mode, time and where a link points."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

Listing = dict[str, tuple[str, int, int]]


def listing(root: Path) -> Listing:
    """Path below ``root`` -> (SHA-256 or target of a link, mode, time in seconds)."""
    found: Listing = {}
    for path in sorted(root.rglob("*")):
        state = path.lstat()
        if path.is_symlink():
            found[f"{root.name}/{path.relative_to(root)}"] = (
                f"-> {os.readlink(path)}",
                0,
                int(state.st_mtime),
            )
        else:
            content = "folder" if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest()
            found[f"{root.name}/{path.relative_to(root)}"] = (content, state.st_mode, int(state.st_mtime))
    return found


def differences(first: Listing, second: Listing) -> list[str]:
    """One line for each path that is missing on one side or not the same; empty when the builds agree."""
    found = [f"{name}: only in the first" for name in sorted(first.keys() - second.keys())]
    found += [f"{name}: only in the second" for name in sorted(second.keys() - first.keys())]
    for name in sorted(first.keys() & second.keys()):
        parts = [
            what for what, one, other in zip(("content", "mode", "time"), first[name], second[name], strict=True)
            if one != other
        ]  # fmt: skip
        if parts:
            found.append(f"{name}: {', '.join(parts)}")
    return found
