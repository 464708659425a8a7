"""The documents that go with a package, for reading without a network: the guides, and all that they lead to."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIRST = ("docs/GUIDE.md", "docs/GUIDE.fr.md", "docs/ADMIN.md", "docs/ADMIN.fr.md", "SECURITY.md")
KINDS = (".md", ".png", ".toml")
_LINK = re.compile(r"\]\(([^)\s#]+)[^)\s]*\)")


def documents(root: Path = ROOT) -> dict[str, bytes]:
    """Path below ``root`` -> content. FileNotFoundError for a link that leads nowhere, ValueError for one that leads elsewhere."""
    found: dict[str, bytes] = {}
    waiting = [root / name for name in FIRST]
    while waiting:
        path = waiting.pop()
        if not path.is_relative_to(root) or path.suffix not in KINDS:
            raise ValueError(f"no document to ship: {path}")
        name = path.relative_to(root).as_posix()
        if name in found:
            continue
        found[name] = path.read_bytes()
        if path.suffix == ".md":
            links = _LINK.findall(found[name].decode())
            waiting += [(path.parent / one).resolve() for one in links if ":" not in one]
    return dict(sorted(found.items()))
