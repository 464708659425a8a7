"""Print the Debian packages of the system libraries that Qt needs and this machine lacks, one a line.

Run with the interpreter of the virtual environment. It asks the loader (``ldd``) what the installed Qt cannot
find, so it is right on any distribution whose libraries have the usual names; exit code 0 in any case.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

#: What Qt links to, and who brings it on Debian. The second half is needed by a real window only.
DEBIAN = {
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
OBJECTS = ("QtWidgets.abi3.so", "Qt/plugins/platforms/libqoffscreen.so", "Qt/plugins/platforms/libqxcb.so")
FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


def not_found() -> set[str]:
    """Names of the libraries that the loader looks for in vain."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise SystemExit("PySide6 is not installed in this environment")
    folder = Path(spec.origin).parent
    missing = set()
    for name in OBJECTS:
        answer = subprocess.run(["ldd", folder / name], capture_output=True, text=True, check=False)
        missing |= {line.split()[0] for line in answer.stdout.splitlines() if "not found" in line}
    return missing


def missing_fonts() -> list[str]:
    """A font package where there is no font at all, and one where no emoji could be drawn."""
    files = [path.name.lower() for root in FONTS for path in Path(root).expanduser().rglob("*.[ot]t[fc]")]
    wanted = [] if files else ["fonts-noto-core"]
    if not any("emoji" in name for name in files):
        wanted.append("fonts-noto-color-emoji")
    return wanted


def main() -> int:
    """Print what is missing; nothing on other systems than Linux, where Qt brings all it needs."""
    if not sys.platform.startswith("linux"):
        return 0
    missing = not_found()
    for name in sorted(missing - DEBIAN.keys()):
        print(f"set-up: Qt misses {name}, for which no Debian package is known here", file=sys.stderr)
    packages = {DEBIAN[name] for name in missing & DEBIAN.keys()}
    # The loader stops naming what lies behind a missing library, so one gap means asking for the whole set.
    if packages:
        packages = set(DEBIAN.values())
    for package in sorted(packages) + missing_fonts():
        print(package)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
