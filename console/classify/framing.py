"""Frames between the console and its classifier child: four bytes of length, big-endian, then that much JSON."""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

HEADER = struct.Struct(">I")
LARGEST = 32 * 1024 * 1024
"""Bytes. Four letters of stray text read as a length exceed this, so garbage is noticed at once."""


class FrameError(Exception):
    """What came is no frame: too large, cut short, or no JSON object."""


def encode(message: dict[str, Any]) -> bytes:
    """Return one frame. Lone surrogates survive, because JSON escapes them."""
    body = json.dumps(message, separators=(",", ":")).encode("ascii")
    if len(body) > LARGEST:
        raise FrameError("too_large")
    return HEADER.pack(len(body)) + body


def length_of(header: bytes) -> int:
    """Return the length of the body that follows `header`; raises FrameError when it cannot be one."""
    (length,) = HEADER.unpack(header)
    if not 2 <= length <= LARGEST:
        raise FrameError("length")
    return int(length)


def decode(body: bytes) -> dict[str, Any]:
    """Return the message in a frame's body."""
    try:
        message = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise FrameError("json") from error
    if not isinstance(message, dict):
        raise FrameError("object")
    return message


def read_frame(stream: BinaryIO) -> dict[str, Any] | None:
    """Read one frame from a blocking stream; None at its clean end."""
    header = stream.read(HEADER.size)
    if not header:
        return None
    if len(header) < HEADER.size:
        raise FrameError("cut")
    length = length_of(header)
    body = stream.read(length)
    if len(body) < length:
        raise FrameError("cut")
    return decode(body)
