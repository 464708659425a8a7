"""Which Debian packages a bundle needs: read off its ELF files, named by a table; an unknown library is an error."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "setup"))
from missing_libraries import DEBIAN as QT

#: Beside what Qt needs: the C and C++ libraries, those that Python stands on, and Wayland.
OTHERS = {
    "libc.so.6": "libc6",
    "libm.so.6": "libc6",
    "libdl.so.2": "libc6",
    "librt.so.1": "libc6",
    "libutil.so.1": "libc6",
    "libpthread.so.0": "libc6",
    "libresolv.so.2": "libc6",
    "ld-linux-x86-64.so.2": "libc6",
    "ld-linux-aarch64.so.1": "libc6",
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
    "libbz2.so.1.0": "libbz2-1.0",
    "liblzma.so.5": "liblzma5",
    "libffi.so.8": "libffi8",
    "libuuid.so.1": "libuuid1",
    "libssl.so.3": "libssl3",
    "libcrypto.so.3": "libssl3",
    "libsqlite3.so.0": "libsqlite3-0",
    "libexpat.so.1": "libexpat1",
    "libbrotlidec.so.1": "libbrotli1",
    "libbrotlicommon.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libdrm.so.2": "libdrm2",
}
#: Renamed when time became 64 bits wide (Debian 13, Ubuntu 24.04).
RENAMED = {"libglib2.0-0": "libglib2.0-0t64", "libssl3": "libssl3t64"}
#: Opened by name at run time, where no ELF header tells: the screen's drawing, time zones, the certificates.
OPENED = ("libegl1", "libgl1", "tzdata", "ca-certificates")
#: libstdc++ by the newest symbol version asked for: the GCC that brought it.
_GCC = {28: "8", 29: "11", 30: "12", 31: "13.1", 32: "13.2", 33: "14", 34: "15"}


class UnknownLibraryError(Exception):
    """The bundle needs libraries that no package, or no version of it, is known for; the message names them."""


@dataclass
class Needs:
    """What the files of a bundle ask for: library name -> one file that asks, and the newest symbol versions."""

    libraries: dict[str, str] = field(default_factory=dict)
    glibc: tuple[int, ...] = (2, 17)
    glibcxx: int = 0


def is_elf(path: Path) -> bool:
    """Whether it is a program or a library."""
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def add(needs: Needs, name: str, headers: str) -> None:
    """Take over what ``objdump -p`` printed of the file ``name``."""
    for library in re.findall(r"^\s+NEEDED\s+(\S+)", headers, re.MULTILINE):
        needs.libraries.setdefault(library, name)
    for found in re.findall(r"\bGLIBC_(\d+(?:\.\d+)+)", headers):
        needs.glibc = max(needs.glibc, tuple(map(int, found.split("."))))
    for found in re.findall(r"\bGLIBCXX_3\.4\.(\d+)", headers):
        needs.glibcxx = max(needs.glibcxx, int(found))


def scan(folder: Path) -> Needs:
    """What the bundle in ``folder`` needs from the system: what it asks for and does not hold itself."""
    needs = Needs()
    held = set()
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        if path.is_symlink() or is_elf(path):
            held.add(path.name)
        if not path.is_symlink() and is_elf(path):
            told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True)
            add(needs, str(path.relative_to(folder)), told.stdout)
    for name in held:
        needs.libraries.pop(name, None)
    return needs


def depends(needs: Needs) -> list[str]:
    """The entries of ``Depends``, sorted. UnknownLibraryError for a library that the tables do not name."""
    table = QT | OTHERS
    unknown = sorted(needs.libraries.keys() - table.keys())
    if unknown:
        raise UnknownLibraryError(", ".join(f"{name} (for {needs.libraries[name]})" for name in unknown))
    packages = {table[name] for name in needs.libraries} | set(OPENED)
    least = {"libc6": ".".join(map(str, needs.glibc))}
    if needs.glibcxx:
        if needs.glibcxx > max(_GCC):
            raise UnknownLibraryError(f"libstdc++.so.6 with GLIBCXX_3.4.{needs.glibcxx}")
        least["libstdc++6"] = _GCC.get(needs.glibcxx, "5")
    entries = []
    for package in sorted(packages):
        entry = f"{package} (>= {least[package]})" if package in least else package
        entries.append(f"{entry} | {RENAMED[package]}" if package in RENAMED else entry)
    return entries
