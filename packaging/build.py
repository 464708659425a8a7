"""``make package``: builds the program's folder with PyInstaller and wraps it as a ``.deb`` and a ``.tar.zst``.

Runs with the interpreter of .venv-package and asks the network for nothing. ``--twice`` builds all of it a second time
and compares every file; ``--start`` measures how long the built program takes until its window is painted.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent / "supply"))
sys.path.insert(0, str(Path(__file__).resolve().parent / "linux"))

import archives
import contents
import depends
import shipped
import stage
import tree
from compare import differences, listing
from startup import starts

from console import __version__

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
BILL = "share/doc/vigie/vigie.cdx.json"
MEGABYTE = 1_000_000
DEB_AT_MOST, INSTALLED_AT_MOST, START_AT_MOST = 110.0, 300.0, 700.0
"""Goals: megabytes of the .deb, megabytes installed, milliseconds of a cold start."""


def epoch() -> int:
    """The moment that all files carry: SOURCE_DATE_EPOCH, else that of the last commit, else the lock's."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    command = ["git", "-c", f"safe.directory={ROOT}", "log", "-1", "--format=%ct"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found = told.stdout.strip()
    return int(found) if found.isdigit() else int((ROOT / "requirements.lock").stat().st_mtime)


def bundle(moment: int, work: Path) -> tuple[Path, shipped.Content, set[str]]:
    """The program's folder below ``work``, built from nothing, and what it is made of.

    SystemExit when it holds what may not be shipped, or what nobody answers for.
    """
    shutil.rmtree(work, ignore_errors=True)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(moment), "PYTHONHASHSEED": "1"}
    subprocess.run(
        [
            sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR",
            "--distpath", work / "bundle", "--workpath", work / "work", ROOT / "packaging" / "vigie.spec",
        ],
        cwd=ROOT, env=environment, check=True,
    )  # fmt: skip
    made = work / "bundle" / "vigie"
    bad = contents.refused([path.relative_to(made).as_posix() for path in made.rglob("*")])
    if bad:
        raise SystemExit(f"package: must not be shipped: {', '.join(bad)}")
    lost = stage.broken(made)
    if lost:
        raise SystemExit(f"package: links that lead nowhere: {', '.join(lost)}")
    try:
        content, names = shipped.read(made, work / "work" / "vigie" / "PYZ-00.toc")
    except shipped.UnansweredError as error:
        raise SystemExit(f"package: {error}") from error
    stage.strip(made)
    return made, content, names


def deb(made: Path, work: Path, output: Path, moment: int, shared: dict[str, bytes]) -> tuple[Path, int]:
    """The Debian package, and the KiB that it takes when installed."""
    root = work / "deb"
    stage.copy(made, root / "usr/lib/vigie", without=stage.SYSTEM_ON_DEBIAN)
    stage.write(root / "usr", {**shared, **tree.debian(moment)})
    (root / "usr/bin").mkdir()
    (root / "usr/bin/vigie").symlink_to("../lib/vigie/vigie")
    stage.normalise(root, moment)
    size = stage.kibibytes(root)
    entries = depends.depends(depends.scan(root / "usr/lib/vigie"))
    target = output / f"vigie_{__version__}_{archives.architecture()}.deb"
    archives.deb(root, target, archives.control(__version__, tree.MAINTAINER, entries, size), moment)
    return target, size


def tarball(made: Path, work: Path, output: Path, moment: int, shared: dict[str, bytes]) -> Path:
    """The folder that runs from anywhere, with Python's libraries in it."""
    name = f"vigie-{__version__}-linux-{platform.machine()}"
    root = work / "tar" / name
    root.parent.mkdir(parents=True)
    stage.copy(made, root)
    licences = {**tree.of_libraries(made), "LICENSE": (ROOT / "LICENSE").read_bytes()}
    stage.write(root, {**shared, **licences})
    stage.normalise(root, moment)
    target = output / f"{name}.tar.zst"
    archives.tar_zst(root, target, moment)
    return target


def build(output: Path, work: Path, moment: int) -> list[Path]:
    """Both packages, made below ``work``, with their sizes printed beside the goals."""
    begin = time.monotonic()
    output.mkdir(parents=True, exist_ok=True)
    made, content, names = bundle(moment, work)
    shared = tree.shared(moment)
    bills = [
        shipped.text(shipped.document(__version__, LOCK, content, names, without))
        for without in (stage.SYSTEM_ON_DEBIAN, ())
    ]
    package, size = deb(made, work, output, moment, {**shared, BILL: bills[0]})
    archive = tarball(made, work, output, moment, {**shared, BILL: bills[1]})
    archive.with_name(archive.name.replace(".tar.zst", ".cdx.json")).write_bytes(bills[1])
    weight = package.stat().st_size / MEGABYTE
    installed = size * 1024 / MEGABYTE
    print(f"package: built in {time.monotonic() - begin:.0f} s")
    print(
        f"  {package.name:<40} {weight:6.1f} MB   goal <= {DEB_AT_MOST:.0f} MB    {_kept(weight <= DEB_AT_MOST)}"
    )
    print(f"  {'installed':<40} {installed:6.1f} MB   goal <= {INSTALLED_AT_MOST:.0f} MB    "
          f"{_kept(installed <= INSTALLED_AT_MOST)}")  # fmt: skip
    print(f"  {archive.name:<40} {archive.stat().st_size / MEGABYTE:6.1f} MB")
    return [package, archive]


def twice(output: Path, work: Path) -> int:
    """Build again from nothing and compare what the packages hold, then the packages themselves. 0 when all is the same."""
    moment = epoch()
    first = build(output, work, moment)
    kept = listing(work / "deb") | listing(work / "tar")
    second = build(work.parent / "second", work, moment)
    again = listing(work / "deb") | listing(work / "tar")
    found = differences(kept, again) + [
        f"{one.name}: the packages differ"
        for one, other in zip(first, second, strict=True)
        if one.read_bytes() != other.read_bytes()
    ]
    for line in found:
        print(f"  differs: {line}")
    print(f"package: built twice, {len(kept)} files, {len(found)} differences")
    return 1 if found else 0


def start(made: Path) -> None:
    """Print how long the built program takes to its first painted window, cold and warm.

    A missed goal is no failed build: what else the machine does at that moment counts too.
    """
    before = os.getloadavg()[0]
    cold, warm = starts(made / "vigie")
    print(f"  {'cold start to the painted queue':<40} {cold.median:6.0f} ms   goal <= {START_AT_MOST:.0f} ms    {_kept(cold.median <= START_AT_MOST)}"
          f"  (worst {cold.worst:.0f} ms; {cold.how})")  # fmt: skip
    print(
        f"  {'warm start':<40} {warm.median:6.0f} ms   (worst {warm.worst:.0f} ms; load of the machine {before:.1f})"
    )


def _kept(ok: bool) -> str:
    return "kept" if ok else "MISSED"


def main() -> int:
    """Build; see the options."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--output", type=Path, default=ROOT / "dist")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "package", help="made anew each time")
    parser.add_argument("--twice", action="store_true", help="build a second time and compare")
    parser.add_argument("--start", action="store_true", help="measure the start of what was built")
    given = parser.parse_args()
    given.output, given.work = given.output.resolve(), given.work.resolve()
    if not sys.platform.startswith("linux"):
        raise SystemExit(
            "package: these are the packages for Linux; see packaging/windows/build.py and packaging/macos/build.py"
        )
    code = 0
    if given.twice:
        code = twice(given.output, given.work)
    else:
        build(given.output, given.work, epoch())
    if given.start:
        start(given.work / "bundle" / "vigie")
    return code


if __name__ == "__main__":
    raise SystemExit(main())
