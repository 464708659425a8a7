"""What a built package is made of: who answers for each library file in it, under which licence, as a CycloneDX document.

The bill of the lock file (``sbom.py``) says what may be installed; this one is read off the finished folder: distributions
whose modules are in it, Python, Qt, the system's libraries that go along, the model, what Rust and C parts are linked into
a wheel. A library that nobody answers for, or a licence that may not be shipped, ends the build.
"""

from __future__ import annotations

import ast
import importlib.metadata
import json
import platform
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parent))

import parts as locked
from parts import Part
from sbom import bill

#: Shipped as shared libraries of their own, which can be replaced; or under a GPL whose exception lets anything use them.
ALLOWED = locked.FREE | frozenset(
    {
        "LGPL-3.0-only", "LGPL-2.1-or-later", "Unicode-3.0", "blessing", "bzip2-1.0.6", "BSL-1.0", "CC-BY-SA-3.0",
        "GPL-2.0-or-later WITH Bootloader-exception", "GPL-3.0-or-later WITH GCC-exception-3.1",
        "Apache-2.0 WITH LLVM-exception",
    }
)  # fmt: skip


class UnansweredError(Exception):
    """A shipped file or part nobody answers for, or whose licence may not be shipped; the message names all of them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One part that is no distribution of the lock: name, version, SPDX licence, package URL, what it is for."""

    name: str
    version: str
    licence: str
    use: str
    purl: str = ""
    kind: str = "library"
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Rule:
    """Files of this pattern belong to this part."""

    pattern: re.Pattern[str]
    name: str
    licence: str = ""
    distribution: str = ""  # of the lock: its licence and version are told there


_RULES = (
    _Rule(re.compile(r"vigie$"), "PyInstaller starter", "GPL-2.0-or-later WITH Bootloader-exception"),
    _Rule(re.compile(r"_internal/(PySide6/Qt/lib/)?libicu\w+\.so"), "ICU", "Unicode-3.0"),
    _Rule(re.compile(r"_internal/(PySide6/Qt/|libQt6)"), "Qt", "LGPL-3.0-only"),
    _Rule(re.compile(r"_internal/(PySide6/|libpyside6)"), "", distribution="pyside6-essentials"),
    _Rule(re.compile(r"_internal/(shiboken6/|libshiboken6)"), "", distribution="shiboken6"),
    _Rule(re.compile(r"_internal/(numpy\.libs/)?libscipy_openblas"), "OpenBLAS", "BSD-3-Clause"),
    _Rule(re.compile(r"_internal/(numpy\.libs/)?libgfortran"), "libgfortran", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    _Rule(re.compile(r"_internal/(numpy\.libs/)?libquadmath"), "libquadmath", "LGPL-2.1-or-later"),
    _Rule(re.compile(r"_internal/(python3\.\d+/lib-dynload/|libpython3)"), "Python", "PSF-2.0"),
    _Rule(re.compile(r"_internal/fasttext_pybind"), "", distribution="fasttext-predict"),
    _Rule(re.compile(r"_internal/_cffi_backend"), "", distribution="cffi"),
)  # fmt: skip

#: Libraries of the system that go along in the folder which runs anywhere: licence by the name of the file.
SYSTEM = {
    "libssl.so.3": "Apache-2.0", "libcrypto.so.3": "Apache-2.0", "libsqlite3.so.0": "blessing", "libffi.so.8": "MIT",
    "libz.so.1": "Zlib", "libzstd.so.1": "BSD-3-Clause", "libbz2.so.1.0": "bzip2-1.0.6", "liblzma.so.5": "LicenseRef-Public-Domain",
    "libuuid.so.1": "BSD-3-Clause", "libexpat.so.1": "MIT",
}  # fmt: skip

#: A part linked into a wheel whose own bill says no licence of it.
_SAID = {"openssl": "Apache-2.0"}


@dataclass(slots=True)
class Content:
    """What was found: distributions by their name in the lock, and everything else."""

    distributions: dict[str, list[str]] = field(default_factory=dict)
    pieces: dict[str, Piece] = field(default_factory=dict)
    unanswered: list[str] = field(default_factory=list)

    def add(self, name: str, version: str, licence: str, file: str, use: str = "", purl: str = "") -> None:
        """Note that ``file`` belongs to this part."""
        known = self.pieces.get(name)
        files = (*known.files, file) if known else (file,)
        self.pieces[name] = Piece(name, version, licence, use, purl, files=tuple(sorted(set(files))))


def owners(files: Iterable[str], tops: dict[str, list[str]], versions: dict[str, str]) -> Content:
    """Who answers for each library in ``files`` (paths in the bundle). Pure.

    ``tops``: name of a folder or module right below ``_internal`` -> its distributions. ``versions``: name of a piece -> version.
    """
    found = Content()
    for file in sorted(files):
        rule = next((one for one in _RULES if one.pattern.match(file)), None)
        name = PurePosixPath(file).name
        top = PurePosixPath(file).parts[1].split(".")[0] if "/" in file else ""
        if rule is not None and rule.distribution:
            found.distributions.setdefault(rule.distribution, []).append(file)
        elif rule is not None:
            found.add(
                rule.name, versions.get(rule.name, "unknown"), rule.licence, file, "library of the program"
            )
        elif name in SYSTEM:
            found.add(name, versions.get(name, "unknown"), SYSTEM[name], file, "library of the system that goes along",
                      versions.get(f"purl:{name}", ""))  # fmt: skip
        elif top in tops:
            found.distributions.setdefault(tops[top][0], []).append(file)
        else:
            found.unanswered.append(file)
    return found


def refused(pieces: Iterable[Piece]) -> list[str]:
    """Those whose licence may not be shipped."""
    return [
        f"{one.name} {one.version}: {one.licence or 'says no licence'}"
        for one in pieces
        if not allowed(one.licence)
    ]


def allowed(expression: str) -> bool:
    """Whether a part under this SPDX expression may go along: of each OR one, each AND."""
    text = expression.strip().replace("/", " OR ")
    if not text:
        return False
    text = re.sub(r"[A-Za-z0-9.+-]+ WITH [A-Za-z0-9.+-]+", lambda m: m[0].replace(" ", "_"), text)
    tokens = re.findall(r"[A-Za-z0-9.+_-]+|[()]", text)
    known = {one.replace(" ", "_") for one in ALLOWED}
    words = [
        one if one in ("(", ")") else {"AND": "and", "OR": "or"}.get(one, str(one in known)) for one in tokens
    ]
    try:
        tree = ast.parse(" ".join(words), mode="eval").body
    except SyntaxError:
        return False
    return _true(tree)


def _true(node: ast.expr) -> bool:
    if isinstance(node, ast.BoolOp):
        of = any if isinstance(node.op, ast.Or) else all
        return of(_true(one) for one in node.values)
    return isinstance(node, ast.Constant) and node.value is True


def is_library(path: Path) -> bool:
    """Whether it is a program or library (ELF), and no link to one."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def modules(toc: Path) -> set[str]:
    """Names below ``site-packages`` that PyInstaller took modules from, read off its list of them."""
    listed = ast.literal_eval(toc.read_text(encoding="utf-8"))[1]
    places = (str(place).replace("\\", "/") for _, place, _ in listed if place)
    return {
        place.split("site-packages/", 1)[1].split("/")[0].removesuffix(".py")
        for place in places
        if "site-packages/" in place
    }


def linked_in(distribution: str) -> list[Piece]:
    """What a wheel says was linked into it (PEP 770: bills of materials in its metadata)."""
    found = {}
    for path in importlib.metadata.distribution(distribution).files or ():
        if "sboms" not in path.parts or path.suffix != ".json":
            continue
        for one in json.loads(Path(str(path.locate())).read_text(encoding="utf-8")).get("components", ()):
            said = [
                word.get("expression")
                or word.get("license", {}).get("id")
                or word.get("license", {}).get("name", "")
                for word in one.get("licenses", ())
            ]
            licence = " AND ".join(f"({word})" if len(said) > 1 else word for word in said) or _SAID.get(
                one["name"], ""
            )
            name = f"{one['name']} (in {distribution})"
            found[name] = Piece(name, str(one.get("version", "")), " ".join(licence.split()),
                                f"linked into {distribution}", str(one.get("purl", "")))  # fmt: skip
    return list(found.values())


def read(bundle: Path, toc: Path) -> tuple[Content, set[str]]:
    """What the finished folder holds, and the distributions that its modules come from. UnansweredError."""
    tops = {
        top: sorted({re.sub(r"[._-]+", "-", name).lower() for name in names})
        for top, names in importlib.metadata.packages_distributions().items()
    }
    files = [str(path.relative_to(bundle).as_posix()) for path in bundle.rglob("*") if is_library(path)]
    content = owners(files, tops, _versions(bundle))
    taken = modules(toc) - {"PyInstaller", "_pyinstaller_hooks_contrib"}
    names = {name for one in taken for name in tops.get(one, ())} | set(content.distributions)
    inside = [piece for name in sorted(names) for piece in linked_in(name)]
    content.pieces |= {one.name: one for one in inside}
    wrong = [f"nobody answers for {file}" for file in content.unanswered]
    wrong += [f"no distribution is known for the module {one}" for one in sorted(taken - tops.keys())]
    wrong += [f"may not be shipped: {one}" for one in refused(content.pieces.values())]
    if wrong:
        raise UnansweredError("; ".join(wrong))
    return content, names


def _versions(bundle: Path) -> dict[str, str]:
    """Versions of what is no distribution, from whoever knows them."""
    icu = next(iter((bundle / "_internal/PySide6/Qt/lib").glob("libicuuc.so.*")), None)
    found = {
        "Python": platform.python_version(),
        "PyInstaller starter": _version("pyinstaller"),
        "Qt": _version("pyside6-essentials"),
        "ICU": icu.name.rpartition(".")[2] if icu else "unknown",
    }
    for name in ("OpenBLAS", "libgfortran", "libquadmath"):
        found[name] = f"numpy {_version('numpy')}"
    for name in SYSTEM:
        if (bundle / "_internal" / name).exists():
            package, version = _debian(name)
            found[name] = version
            found[f"purl:{name}"] = f"pkg:deb/debian/{package}@{quote(version, safe='')}" if package else ""
    return found


def _version(distribution: str) -> str:
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return "unknown"


def _debian(library: str) -> tuple[str, str]:
    """(package, version) of a library of this system; empty and unknown where the system cannot tell."""
    told = subprocess.run(
        ["dpkg-query", "--search", f"*/{library}"], capture_output=True, text=True, check=False
    ).stdout
    package = told.split(":", 1)[0] if told else ""
    if not package:
        return "", "unknown"
    shown = subprocess.run(
        ["dpkg-query", "--show", "--showformat", "${Version}\n", package],
        capture_output=True,
        text=True,
        check=False,
    )
    return package, shown.stdout.split("\n", 1)[0] or "unknown"


def document(
    version: str, lock: Path, content: Content, names: set[str], without: Sequence[str] = ()
) -> dict[str, Any]:
    """The bill of one package; ``without`` are system libraries that this one leaves to the system."""
    shipped = [one for one in locked.read_lock(lock) if one.name in names and _here(one)]
    for one in shipped:
        one.parents = [
            parent for parent in one.parents if parent.lower() in names or parent.startswith("vigie ")
        ]
    made = bill(version, shipped, lock.read_bytes())
    program = made["metadata"]["component"]["bom-ref"]
    for piece in sorted(content.pieces.values(), key=lambda one: one.name):
        if piece.name in without:
            continue
        component = _component(piece)
        made["components"].append(component)
        made["dependencies"].append({"ref": component["bom-ref"], "dependsOn": []})
        made["dependencies"][0]["dependsOn"].append(component["bom-ref"])
    made["dependencies"][0]["ref"] = program
    return made


def _here(part: Part) -> bool:
    """Whether this entry of the lock is the one installed here: a lock may hold two versions for two Pythons."""
    return _version(part.name) == part.version


def _component(piece: Piece) -> dict[str, Any]:
    from sbom import _licence

    ref = f"vigie:{re.sub(r'[^a-z0-9.+-]+', '-', f'{piece.name}@{piece.version}'.lower())}"
    return {
        "type": piece.kind,
        "bom-ref": ref,
        "name": piece.name,
        "version": piece.version,
        "description": piece.use,
        "scope": "required",
        "licenses": [_licence(piece.licence)],
        **({"purl": piece.purl} if piece.purl.startswith("pkg:") else {}),
        "properties": [{"name": "vigie:file", "value": file} for file in piece.files],
    }


def text(made: dict[str, Any]) -> bytes:
    """The document as it is written."""
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()
