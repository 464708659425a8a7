"""The parts that Vigie is made of and their licences, as the files of resources/licences say; Qt's stand by themselves."""

from __future__ import annotations

import importlib.metadata
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console import paths
from ui.i18n.mark import translate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

#: Texts that lie as files of their own, by what an expression calls them: those that Qt, certifi and tokenizers need.
COMMON: Final = ("LGPL-3.0", "GPL-3.0", "MPL-2.0", "Apache-2.0")
QT: Final = frozenset({"pyside6-essentials", "shiboken6"})


@dataclass(frozen=True, slots=True)
class Part:
    """One library or data set. ``version`` is the installed one where it is installed; ``texts`` are numbers."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]


def folder() -> Path:
    """Where the lists and texts lie."""
    return paths.resources() / "licences"


def parts() -> tuple[Part, ...]:
    """All of them, in the order of their names; one line each where a lock has several versions. Reads 10 KB."""
    listed: list[dict[str, Any]] = json.loads((folder() / "parts.json").read_text(encoding="utf-8"))
    found = {}
    for one in listed:
        try:
            version = importlib.metadata.version(one["name"])
        except importlib.metadata.PackageNotFoundError:
            version = one["version"]
        found[one["name"]] = Part(one["name"], version, one["licence"], tuple(one["texts"]))
    return tuple(found[name] for name in sorted(found, key=str.casefold))


def notice() -> str:
    """What the LGPL asks to be said of Qt, and how to put another one in its place."""
    return "\n".join(
        (
            translate("Licences", "Qt, PySide6 and Shiboken are used under the LGPL, version 3. Its text, and the GPL’s that it stands on, are below."),
            translate("Licences", "You may put your own build of them in their place: they lie as shared libraries in the folder PySide6 and shiboken6 of the program ({folder}). Replace the files there by others of the same version, or install another PySide6-Essentials of the same minor version, and start again. Nothing checks that they are ours.").format(folder=qt_folder()),
            translate("Licences", "Their source is at https://download.qt.io/official_releases/QtForPython and https://code.qt.io."),
        )
    )  # fmt: skip


def qt_folder() -> str:
    """Where the libraries of Qt lie in this installation."""
    import PySide6

    return str(next(iter(PySide6.__path__), ""))


def table(known: Iterable[Part]) -> str:
    """One line each, in columns."""
    shown = list(known)
    widest = max((len(one.name) for one in shown), default=0)
    return "\n".join(f"{one.name:<{widest}}  {one.version:<12} {_plain(one.licence)}" for one in shown)


def _plain(expression: str) -> str:
    return expression.replace("LicenseRef-", "").replace("-Domain", " domain")


def whole() -> str:
    """Notice, list and every text, each once under the names it is for. Reads half a megabyte: off the window's thread."""
    known = parts()
    texts: dict[str, str] = json.loads((folder() / "texts.json").read_text(encoding="utf-8"))
    users: dict[str, list[str]] = {}
    for one in known:
        for key in one.texts:
            users.setdefault(key, []).append(one.name)
    found = [notice(), "", table(known)]
    for name in COMMON:
        found += _chapter(name, (folder() / f"{name}.txt").read_text(encoding="utf-8"))
    for key, names in sorted(users.items(), key=lambda item: item[1]):
        found += _chapter(", ".join(names), texts[key])
    return "\n".join(found) + "\n"


def _chapter(title: str, text: str) -> list[str]:
    return ["", "=" * 72, title, "=" * 72, "", text.strip("\n")]
