"""Which encoding a file is in, judged from bounded pieces of it; the whole is never read."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

from console.domain.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

HEAD: Final = 256 * 1024
PIECES: Final = 12  # further places looked at, spread over the file
PIECE: Final = 16 * 1024

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What exports are really written in. The detector knows a hundred codecs, and short texts fit many of them.
_CANDIDATES: Final = [
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "iso8859_2",
    "iso8859_15",
    "koi8_r",
    "mac_roman",
    "cp850",
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
]
_WESTERN: Final = frozenset({"cp1252", "cp1254", "cp1250", "cp1257", "iso8859_15", "iso8859_2", "latin_1"})
_DEFINED: Final = bytes(byte for byte in range(256) if byte not in b"\x81\x8d\x8f\x90\x9d")
_ENOUGH: Final = 32 * 1024  # bytes of non-ASCII lines that are shown to the detector


def sample(path: Path, size: int) -> list[bytes]:
    """The first 256 KiB and twelve pieces of 16 KiB spread over the rest, so that a late accent is not missed."""
    with path.open("rb") as file:
        found = [file.read(HEAD)]
        room = size - HEAD
        if room > 0:
            for number in range(1, PIECES + 1):
                offset = HEAD + (room - PIECE) * number // PIECES
                file.seek(max(HEAD, offset) & ~3)  # aligned, for encodings of two and four bytes
                found.append(file.read(PIECE))
    return found


def detect(pieces: list[bytes]) -> tuple[str, int]:
    """``(codec, length of the byte order mark)``. UTF-8 unless the bytes say otherwise."""
    head = pieces[0]
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name, len(mark)
    wide = _wide(head)
    if wide is not None:
        return wide, 0
    lines = _telling_lines(pieces)
    if not lines:
        return "utf-8", 0
    good = sum(_is_utf8(line) for line in lines)
    # A few damaged lines in a UTF-8 file stay a UTF-8 file with damaged lines.
    if good * 2 >= len(lines):
        return "utf-8", 0
    lines = [line for line in lines if not _is_utf8(line)]
    # Bytes that cp1252 leaves undefined stand in a few damaged lines, or all over a file in another alphabet.
    western = [line for line in lines if not line.translate(None, _DEFINED)]
    return _narrow(b"\n".join(western if len(western) >= 0.95 * len(lines) else lines)[:_ENOUGH]), 0


def check_name(encoding: str) -> str:
    """The codec name of what a person asked for; UsageError ``import_unknown_encoding``."""
    try:
        found = codecs.lookup(encoding)
        if not getattr(found, "_is_text_encoding", True):
            raise LookupError(encoding)
    except LookupError:
        raise UsageError("import_unknown_encoding", encoding=encoding) from None
    name = found.name
    return {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(name, name)


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: in European text every second byte is NUL."""
    part = head[:4096]
    if len(part) < 4:
        return None
    even, odd = part[0::2].count(0), part[1::2].count(0)
    half = len(part) // 2
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.1:
        return "utf-16-be"
    return None


def _telling_lines(pieces: list[bytes]) -> list[bytes]:
    """The whole lines that hold at least one byte beyond ASCII; cut ends of a piece are left out."""
    found: list[bytes] = []
    for number, piece in enumerate(pieces):
        lines = piece.split(b"\n")
        if number:
            del lines[0]
        if len(pieces) > 1 or len(piece) >= HEAD:
            del lines[-1:]
        found.extend(line for line in lines if not line.isascii())
    return found


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _narrow(data: bytes) -> str:
    # Imported here: it is needed for few files, and every command would pay for it.
    from charset_normalizer import from_bytes

    matches = from_bytes(data, cp_isolation=list(_CANDIDATES), steps=10, chunk_size=2048)
    best = matches.best()
    if best is None:
        return "cp1252"
    if best.encoding in _WESTERN:
        # These differ in a handful of letters, and what cp1252 reads as well is cp1252.
        for match in matches:
            if match.encoding == "cp1252" and match.chaos <= best.chaos + 0.02:
                return "cp1252"
        if "cp1252" in best.could_be_from_charset:
            return "cp1252"
    return str(best.encoding)
