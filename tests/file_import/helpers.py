"""Short ways to write a file and read it back."""

from __future__ import annotations

from pathlib import Path

from console.connectors.file.inspect import inspect
from console.connectors.file.plan import ImportPlan, Rejected
from console.connectors.file.reader import read
from console.domain.comment import IncomingComment


def write(folder: Path, content: str | bytes, name: str = "export.csv", encoding: str = "utf-8") -> Path:
    """A file with exactly this content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding, "surrogatepass"))
    return path


def load(path: Path, plan: ImportPlan | None = None) -> tuple[list[IncomingComment], list[tuple[int, str]]]:
    """The comments, and the rejected lines as ``(line, reason)``."""
    good: list[IncomingComment] = []
    bad: list[tuple[int, str]] = []
    for found in read(path, plan or inspect(path)):
        if isinstance(found, Rejected):
            bad.append((found.line, found.reason))
        else:
            good.append(found)
    return good, bad
