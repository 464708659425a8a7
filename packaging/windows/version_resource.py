"""The version that Windows shows in a program's properties, as PyInstaller reads it, from the version of the project."""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from console import __version__

_RESOURCE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      StringStruct('CompanyName', 'Vigie contributors'),
      StringStruct('FileDescription', 'Vigie'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', 'vigie'),
      StringStruct('LegalCopyright', 'Vigie contributors, MIT licence'),
      StringStruct('ProductName', 'Vigie'),
      StringStruct('ProductVersion', '{version}'),
    ])]),
    VarFileInfo([VarStruct('Translation', [1033, 1200])]),
  ]
)
"""


def numbers(version: str) -> tuple[int, int, int]:
    """The three numbers of ``version``. ValueError for anything else: Windows Installer compares no more than these."""
    found = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", version)
    if found is None:
        raise ValueError(f"{version}: a package for Windows needs a version of three numbers")
    first, second, third = (int(one) for one in found.groups())
    if first > 255 or second > 255 or third > 65_535:
        raise ValueError(f"{version}: Windows Installer takes numbers up to 255.255.65535")
    return first, second, third


def resource(version: str) -> str:
    """The text of the resource."""
    return _RESOURCE.format(four=(*numbers(version), 0), version=version)


def write_resource(folder: Path) -> Path:
    """Write the resource of this version into ``folder``."""
    path = folder / "version_resource.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(resource(__version__), "utf-8")
    return path
