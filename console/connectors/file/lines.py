"""Physical lines of a file of any size, in blocks: constant memory, real line numbers, damaged bytes marked.

A line ends at the plan's newline and nowhere else: U+2028, vertical tabs and form feeds belong to the text.
"""

from __future__ import annotations

import codecs
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK: Final = 512 * 1024  # bytes read at once
MAX_LINE: Final = 2 * 1024 * 1024  # bytes; a longer line is passed over
# Undecodable bytes come out as these code points (PEP 383), which valid text cannot contain.
DAMAGE: Final = re.compile("[\udc80-\udcff]")
NUL: Final = "\0"

_WIDE: Final = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive lines with their newlines. ``first`` is the number of the first one, from 1.

    ``suspect``: at least one line holds NUL or undecodable bytes. ``overlong``: instead of lines, one line that was
    too long to be kept.
    """

    first: int
    lines: list[str]
    suspect: bool = False
    overlong: bool = False


def is_wide(encoding: str) -> bool:
    """Whether a newline in this encoding is more than one byte."""
    return encoding in _WIDE


def blocks(file: BinaryIO, encoding: str, newline: str) -> Iterator[Block]:
    """The lines of ``file`` from its present position on."""
    if is_wide(encoding):
        yield from _wide_blocks(file, encoding, newline)
    else:
        yield from _narrow_blocks(file, encoding, newline)


def _split(text: str, newline: str) -> list[str]:
    return list(io.StringIO(text, newline=newline))


def _decode(data: bytes, encoding: str) -> tuple[str, bool]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        try:
            return data.decode(encoding, "surrogateescape"), True
        except UnicodeDecodeError:
            # Multi-byte codecs may object to an ASCII byte, which that handler cannot carry.
            return data.decode("ascii", "surrogateescape"), True
    return text, NUL in text


def _narrow_blocks(file: BinaryIO, encoding: str, newline: str) -> Iterator[Block]:
    end = newline.encode("ascii")
    first, carry = 1, b""
    while data := file.read(BLOCK):
        cut = data.rfind(end)
        if cut < 0:
            carry += data
            if len(carry) > MAX_LINE:
                carry = _skip_line(file, end)
                yield Block(first, [], overlong=True)
                first += 1
            continue
        text, suspect = _decode(carry + data[: cut + 1], encoding)
        carry = data[cut + 1 :]
        lines = _split(text, newline)
        yield Block(first, lines, suspect)
        first += len(lines)
    if carry:
        text, suspect = _decode(carry, encoding)
        yield Block(first, [text], suspect)


def _skip_line(file: BinaryIO, end: bytes) -> bytes:
    """Read past the end of the present line; what was read beyond it."""
    while data := file.read(BLOCK):
        cut = data.find(end)
        if cut >= 0:
            rest = data[cut + 1 :]
            # The caller expects what precedes the last newline of a block to be handed out: read on from there.
            file.seek(-len(rest), io.SEEK_CUR)
            return b""
    return b""


def _keep_or_mark(error: UnicodeError) -> tuple[str, int]:
    """Keep lone surrogates, which some exports hold; mark what is no code unit at all."""
    assert isinstance(error, UnicodeDecodeError)
    try:
        found, end = codecs.lookup_error("surrogatepass")(error)
    except UnicodeDecodeError:
        return "\udcff", max(error.end, error.start + 1)
    return str(found), end


codecs.register_error("vigie.keep_or_mark", _keep_or_mark)


def _wide_blocks(file: BinaryIO, encoding: str, newline: str) -> Iterator[Block]:
    decoder = codecs.getincrementaldecoder(encoding)("vigie.keep_or_mark")
    first, carry, skipping = 1, "", False
    while True:
        data = file.read(BLOCK)
        carry += decoder.decode(data, final=not data)
        if skipping:
            cut = carry.find(newline)
            carry = carry[cut + 1 :] if cut >= 0 else ""
            skipping = cut < 0
        cut = carry.rfind(newline) + 1 if data else len(carry)
        if cut:
            text, carry = carry[:cut], carry[cut:]
            lines = _split(text, newline)
            yield Block(first, lines, NUL in text or "\udcff" in text)
            first += len(lines)
        elif len(carry) > MAX_LINE:
            yield Block(first, [], overlong=True)
            first, carry, skipping = first + 1, "", True
        if not data:
            return
