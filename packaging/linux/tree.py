"""Everything of a package but the program itself: path below the prefix -> content, made from the checkout."""

from __future__ import annotations

import gzip
import sysconfig
import time
from pathlib import Path

import completion
import depends
import documents
import icons
import manual
import stage
from commands import read

from console import __version__
from console.cli.main import vigie

ROOT = Path(__file__).resolve().parents[2]
FILES = Path(__file__).resolve().parent / "files"
MAINTAINER = "Vigie contributors <vigie@example.org>"
#: AppStream's name for the program: a reversed domain name, of the domain that is kept for examples, since none is ours.
COMPONENT = "org.example.vigie"
COMPLETIONS = {
    "bash": "share/bash-completion/completions/vigie",
    "zsh": "share/zsh/vendor-completions/_vigie",
    "fish": "share/fish/vendor_completions.d/vigie.fish",
}


def packed(text: str) -> bytes:
    """Compressed without a time or a name in the header, so that the same text gives the same bytes."""
    return gzip.compress(text.encode(), 9, mtime=0)


def shared(epoch: int) -> dict[str, bytes]:
    """The desktop's files, manual, completions, guides, Python's licence, below ``share``; what both kinds of package hold."""
    day = time.strftime("%Y-%m-%d", time.gmtime(epoch))
    about = (FILES / "vigie.metainfo.xml").read_text("utf-8")
    commands = read(vigie)
    found = {
        "share/applications/vigie.desktop": (FILES / "vigie.desktop").read_bytes(),
        "share/mime/packages/vigie.xml": (FILES / "vigie.xml").read_bytes(),
        f"share/metainfo/{COMPONENT}.metainfo.xml": about.replace("@VERSION@", __version__)
        .replace("@DATE@", day)
        .encode(),
        "share/man/man1/vigie.1.gz": packed(manual.page(commands, __version__, epoch)),
        "share/man/fr/man1/vigie.1.gz": packed(manual.page(commands, __version__, epoch, manual.FRENCH)),
        "share/doc/vigie/python-licence.txt": (
            Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
        ).read_bytes(),
    }
    for shell, path in COMPLETIONS.items():
        found[path] = completion.script(shell, commands, __version__).encode()
    for path, content in icons.files(ROOT / "resources" / "icons" / "app" / "vigie.svg").items():
        found[f"share/icons/hicolor/{path}"] = content
    for path, content in documents.documents().items():
        found[f"share/doc/vigie/{path}"] = content
    return found


def of_libraries(bundle: Path, docs: Path = Path("/usr/share/doc")) -> dict[str, bytes]:
    """The licences of the system's libraries in ``bundle``, as their packages say. FileNotFoundError where one does not."""
    found = {}
    for library in stage.SYSTEM_ON_DEBIAN:
        if (bundle / "_internal" / library).exists():
            package = depends.OTHERS[library]
            named = docs / depends.RENAMED.get(package, package) / "copyright"
            text = named if named.exists() else docs / package / "copyright"
            found[f"share/doc/vigie/{package}-licence.txt"] = text.read_bytes()
    return found


def debian(epoch: int) -> dict[str, bytes]:
    """What a Debian package holds beside: the licences, the changes, and what lintian is told."""
    moment = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(epoch))
    changes = (
        f"vigie ({__version__}) unstable; urgency=medium\n\n"
        "  * Its changes are in CHANGELOG.md beside this file.\n\n"
        f" -- {MAINTAINER}  {moment}\n"
    )
    return {
        "share/doc/vigie/copyright": (FILES / "copyright").read_bytes(),
        "share/doc/vigie/changelog.gz": packed(changes),
        "share/doc/vigie/CHANGELOG.md.gz": packed((ROOT / "CHANGELOG.md").read_text("utf-8")),
        "share/lintian/overrides/vigie": (FILES / "lintian-overrides").read_bytes(),
    }
