"""A policy as files outside the workspace: the text, and the list files that it names beside it."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from console.policy.load import MAX_LIST_BYTES, MAX_POLICY_BYTES

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMED: Final = re.compile(r"""^[^#\n]*?\bfile\s*=\s*["']([^"'\n]{1,300})["']""", re.MULTILINE)
MOST_FILES: Final = 200


def from_disk(path: Path) -> tuple[str, dict[str, bytes]]:
    """A policy file's text and the list files that it names, as far as they are there.

    The text may be wrong: the check says how. Raises OSError for a policy file that cannot be read.
    """
    with path.open("rb") as handle:
        data = handle.read(MAX_POLICY_BYTES + 1)
    text = data.decode("utf-8-sig", "replace")
    files: dict[str, bytes] = {}
    for name in list(dict.fromkeys(_NAMED.findall(text)))[:MOST_FILES]:
        target = _inside(path.parent, name)
        if target is None or not target.is_file():
            continue
        with target.open("rb") as handle:
            files[name] = handle.read(MAX_LIST_BYTES + 1)
    return text, files


def to_disk(path: Path, text: str, files: Mapping[str, bytes]) -> None:
    """Write the policy to ``path`` and its lists beside it.

    Raises OSError; FileExistsError for a list file there that says something else: nothing is then written, because
    it may be another policy's.
    """
    targets: dict[Path, bytes] = {}
    for name, data in files.items():
        target = _inside(path.parent, name)
        if target is None:
            continue
        if target.exists() and target.read_bytes() != data:
            raise FileExistsError(17, "another list of this name is there", str(target))
        targets[target] = data
    for target, data in targets.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    path.write_text(text, encoding="utf-8", errors="surrogatepass", newline="\n")


def _inside(folder: Path, name: str) -> Path | None:
    """The file of this name below ``folder``; None for one that leads out of it."""
    plain = PurePosixPath(name)
    if plain.is_absolute() or ".." in plain.parts or "\\" in name or ":" in name or "\0" in name:
        return None
    target = folder / plain
    return target if target.resolve().is_relative_to(folder.resolve()) else None
