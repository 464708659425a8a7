"""The program's icons as Windows (.ico) and macOS (.icns) want them, from our SVG: PNGs of several sizes in one file."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "linux"))

import icons

ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
#: Kinds of picture in an .icns by their code: edge in pixels. The second half are those of twice the density.
ICNS_KINDS = {
    "icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512,
    "ic11": 32, "ic12": 64, "ic13": 256, "ic14": 512, "ic10": 1024,
}  # fmt: skip


def ico(pictures: dict[int, bytes]) -> bytes:
    """An .ico of PNGs by their edge in pixels, at most 256. Windows reads PNGs in it since Vista."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    entries, data = b"", b""
    place = len(head) + 16 * len(pictures)
    for edge, picture in sorted(pictures.items()):
        if not 1 <= edge <= 256:
            raise ValueError(edge)
        # 256 does not fit into a byte and is written as 0.
        entries += struct.pack(
            "<BBBBHHII", edge % 256, edge % 256, 0, 0, 1, 32, len(picture), place + len(data)
        )
        data += picture
    return head + entries + data


def icns(pictures: dict[str, bytes]) -> bytes:
    """An .icns of PNGs by their kind, see ``ICNS_KINDS``."""
    data = b"".join(
        kind.encode("ascii") + struct.pack(">I", 8 + len(picture)) + picture
        for kind, picture in pictures.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(data)) + data


def write_icons(program_svg: Path, folder: Path) -> dict[str, Path]:
    """Draw the program's icon and that of its files into ``folder``; file name -> path."""
    program = program_svg.read_text("utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    found = {}
    for name, svg in (("vigie", program), ("vigie-workspace", icons.workspace_svg(program))):
        drawn = {edge: icons.png(svg, edge) for edge in {*ICO_SIZES, *ICNS_KINDS.values()}}
        for file, content in (
            (f"{name}.ico", ico({edge: drawn[edge] for edge in ICO_SIZES})),
            (f"{name}.icns", icns({kind: drawn[edge] for kind, edge in ICNS_KINDS.items()})),
        ):
            found[file] = folder / file
            found[file].write_bytes(content)
    return found
