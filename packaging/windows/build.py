"""Builds the Windows Installer package on Windows, and signs it where a certificate is named. Never run by us yet.

``python packaging/windows/build.py [--output FOLDER]`` with the interpreter of the packager's environment. Needs the WiX 5
command line (``dotnet tool install --global wix --version 5.0.2``) and, to sign, signtool of the Windows SDK.

``VIGIE_SIGN_THUMBPRINT``: SHA-1 of a certificate in the store of this account or on its token; without it nothing is
signed, and that is said. ``VIGIE_TIMESTAMP_URL``: an RFC 3161 server, needed with it: a signature without a time ends
with its certificate.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from version_resource import numbers

from console import __version__

HERE = Path(__file__).resolve().parent
WIX = HERE / "vigie.wxs"
#: Windows Installer cannot write a path of 260 characters or more: what C:\Program Files\Vigie leaves of them.
LONGEST = 220


def architecture(machine: str) -> str:
    """WiX's name of the machine that this Python is for; SystemExit for one that no package is made for.

    ARM64 is none: not all locked libraries have a build for it. The x64 package runs there, through Windows' emulation.
    """
    if machine.lower() in ("amd64", "x86_64"):
        return "x64"
    raise SystemExit(f"package: no package is made for {machine}; the one for x64 runs on Windows for ARM")


def file_name(version: str) -> str:
    """What the package is called: the name by which a list of versions knows which machine it is for."""
    return f"vigie-{version}-windows-x86_64.msi"


def too_long(names: list[str]) -> list[str]:
    """Those of the files, by their path in the folder, that could not be installed."""
    return sorted(name for name in names if len(name) > LONGEST)


def signed(files: list[Path], thumbprint: str, timestamp: str) -> list[str]:
    """The command that signs ``files``; all at once, so that a token asks once. ValueError without a ``timestamp``."""
    if not timestamp:
        raise ValueError("VIGIE_TIMESTAMP_URL is not set")
    return [
        "signtool", "sign", "/sha1", thumbprint, "/fd", "SHA256", "/tr", timestamp, "/td", "SHA256",
        "/d", "Vigie", *map(str, files),
    ]  # fmt: skip


def wix(dist: Path, icons: Path, target: Path, machine: str) -> list[str]:
    """The command that makes the package. Paths are whole: WiX takes relative ones from the folder of the .wxs."""
    return [
        "wix", "build", str(WIX), "-arch", architecture(machine),
        "-d", f"Version={'.'.join(map(str, numbers(__version__)))}",
        "-wx8600", "-wx8601",  # a folder without files, or none at all, would otherwise be a warning and an empty package
        "-bindpath", f"dist={dist.resolve()}", "-bindpath", f"icons={icons.resolve()}", "-out", str(target.resolve()),
    ]  # fmt: skip


def main() -> int:
    """Build; see the top of this file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--output", type=Path, default=HERE.parents[1] / "dist")
    given = parser.parse_args()
    if sys.platform != "win32":
        raise SystemExit("package: the package for Windows is made on Windows")
    from freeze import WORK, freeze, run, sums
    from icon_files import write_icons

    if shutil.which("wix") is None:
        raise SystemExit("package: wix is missing; dotnet tool install --global wix --version 5.0.2")
    thumbprint = os.environ.get("VIGIE_SIGN_THUMBPRINT", "")
    timestamp = os.environ.get("VIGIE_TIMESTAMP_URL", "")
    dist = freeze() / "vigie"
    long = too_long([one.relative_to(dist).as_posix() for one in dist.rglob("*")])
    if long:
        raise SystemExit(f"package: paths too long for Windows Installer: {', '.join(long)}")
    icons = WORK / "icons"
    write_icons(HERE.parents[1] / "resources" / "icons" / "app" / "vigie.svg", icons)
    given.output.mkdir(parents=True, exist_ok=True)
    target = given.output / file_name(__version__)
    if thumbprint:
        run(signed([dist / "vigie.exe", dist / "vigiew.exe"], thumbprint, timestamp))
    run(wix(dist, icons, target, platform.machine()))
    run(["wix", "msi", "validate", str(target)])
    if thumbprint:
        run(signed([target], thumbprint, timestamp))
        run(["signtool", "verify", "/pa", "/tw", str(target)])
    else:
        print(
            "package: NOT signed: VIGIE_SIGN_THUMBPRINT is not set; Windows warns of it, and some companies refuse it"
        )
    sums([target], given.output / f"{target.name}.sha256")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
