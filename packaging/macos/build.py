"""Builds, signs and notarises the installer package on macOS. Never run by us yet.

``python packaging/macos/build.py [--output FOLDER]`` with the interpreter of the packager's environment, on a Mac with
Apple silicon and Xcode's command line tools.

``VIGIE_CODESIGN_IDENTITY``: "Developer ID Application: …"; without it the signature is one of nobody ("ad hoc").
``VIGIE_INSTALLER_IDENTITY``: "Developer ID Installer: …"; without it the package is not signed.
``VIGIE_NOTARY_PROFILE``: a profile kept by ``xcrun notarytool store-credentials``; without it nothing is notarised.
What is left out is said.
"""

from __future__ import annotations

import argparse
import os
import platform
import plistlib
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import bundle_info

HERE = Path(__file__).resolve().parent
ENTITLEMENTS = HERE / "entitlements.plist"
COMMAND = HERE / "vigie.sh"
#: How a Mach-O file begins: 64 bits in either order, and one of several architectures.
_MACH_O = (b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa\xcf", b"\xca\xfe\xba\xbe", b"\xca\xfe\xba\xbf")


def file_name(version: str) -> str:
    """What the package is called: the name by which a list of versions knows which machine it is for."""
    return f"vigie-{version}-macos-{bundle_info.ARCHITECTURE}.pkg"


def is_code(path: Path) -> bool:
    """Whether it is a program or a library, by its first bytes."""
    with path.open("rb") as file:
        return file.read(4) in _MACH_O


def signing_order(app: Path) -> list[Path]:
    """What is signed, one after the other: from the inside out, since a signature covers what lies in it.

    Libraries, then frameworks (each version's folder), then the program for terminals, then the bundle, with which its
    own program is signed. Never ``--deep``: it signs in an order of its own and with one set of entitlements.
    """
    programs = app / "Contents" / "MacOS"
    code = [one for one in app.rglob("*") if one.is_file() and not one.is_symlink() and is_code(one)]
    inside = [one for one in code if one.parent != programs]
    frameworks = {
        one.parent
        for one in inside
        if one.parent.parent.name == "Versions" and ".framework" in str(one.parent)
    }
    libraries = [one for one in inside if one.parent not in frameworks]
    deepest = sorted(libraries, key=lambda one: (-len(one.parts), str(one)))
    others = sorted(one for one in code if one.parent == programs and one.name != "vigiew")
    return [*deepest, *sorted(frameworks, key=lambda one: (-len(one.parts), str(one))), *others, app]


def signed(path: Path, app: Path, identity: str) -> list[str]:
    """The command that signs one of them. ``identity`` is empty for a signature of nobody, which takes no time stamp."""
    command = ["codesign", "--force", "--sign", identity or "-"]
    if identity:
        command += ["--timestamp", "--options", "runtime"]
        # Programs carry entitlements; a library takes those of the program that loads it.
        if path == app or path.parent == app / "Contents" / "MacOS":
            command += ["--entitlements", str(ENTITLEMENTS)]
    return [*command, str(path)]


def stage(app: Path, root: Path) -> None:
    """What the package puts on the disk: the bundle, and the command for terminals."""
    shutil.rmtree(root, ignore_errors=True)
    (root / "Applications").mkdir(parents=True)
    shutil.copytree(app, root / "Applications" / "Vigie.app", symlinks=True)
    (root / "usr" / "local" / "bin").mkdir(parents=True)
    shutil.copy(COMMAND, root / "usr" / "local" / "bin" / "vigie")
    (root / "usr" / "local" / "bin" / "vigie").chmod(0o755)


def packed(root: Path, work: Path, target: Path, identity: str) -> list[list[str]]:
    """The two commands that make the installer from the staged ``root``; writes what they read into ``work``."""
    (work / "components.plist").write_bytes(plistlib.dumps(bundle_info.components()))
    (work / "distribution.xml").write_text(bundle_info.distribution("vigie-component.pkg"), "utf-8")
    sign = ["--sign", identity, "--timestamp"] if identity else []
    return [
        [
            "pkgbuild", "--root", str(root), "--identifier", bundle_info.IDENTIFIER, "--version", bundle_info.VERSION,
            "--install-location", "/", "--ownership", "recommended", "--component-plist", str(work / "components.plist"),
            str(work / "vigie-component.pkg"),
        ],
        [
            "productbuild", "--distribution", str(work / "distribution.xml"), "--package-path", str(work), *sign, str(target),
        ],
    ]  # fmt: skip


def notarised(target: Path, profile: str) -> list[list[str]]:
    """The commands that have Apple look through the package and fasten its answer to it, for machines without a network."""
    return [
        ["xcrun", "notarytool", "submit", str(target), "--keychain-profile", profile, "--wait"],
        ["xcrun", "stapler", "staple", str(target)],
        ["spctl", "--assess", "--type", "install", "--verbose", str(target)],
    ]


def main() -> int:
    """Build; see the top of this file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--output", type=Path, default=HERE.parents[1] / "dist")
    given = parser.parse_args()
    if sys.platform != "darwin":
        raise SystemExit("package: the package for macOS is made on a Mac")
    if platform.machine() != bundle_info.ARCHITECTURE:
        raise SystemExit(
            "package: made on Apple silicon alone; the locked onnxruntime has no build for Intel"
        )
    from freeze import WORK, freeze, run, sums
    from icon_files import write_icons

    application = os.environ.get("VIGIE_CODESIGN_IDENTITY", "")
    installer = os.environ.get("VIGIE_INSTALLER_IDENTITY", "")
    profile = os.environ.get("VIGIE_NOTARY_PROFILE", "")
    app = freeze() / "Vigie.app"
    drawn = write_icons(HERE.parents[1] / "resources" / "icons" / "app" / "vigie.svg", WORK / "icons")
    shutil.copy(drawn["vigie-workspace.icns"], app / "Contents" / "Resources")
    for one in signing_order(app):
        run(signed(one, app, application))
    run(["codesign", "--verify", "--strict", "--deep", "--verbose=1", str(app)])
    stage(app, WORK / "root")
    given.output.mkdir(parents=True, exist_ok=True)
    target = given.output / file_name(bundle_info.VERSION)
    for command in packed(WORK / "root", WORK, target, installer):
        run(command)
    if application and installer and profile:
        for command in notarised(target, profile):
            run(command)
    else:
        print(
            "package: NOT notarised: macOS refuses it on a double click; an administrator's installer command takes it"
        )
        for name, value in (
            ("VIGIE_CODESIGN_IDENTITY", application),
            ("VIGIE_INSTALLER_IDENTITY", installer),
            ("VIGIE_NOTARY_PROFILE", profile),
        ):
            if not value:
                print(f"package:   {name} is not set")
    sums([target], given.output / f"{target.name}.sha256")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
