"""The audit chain's canonical form and hashes: pure functions, the one definition of what is hashed.

An entry is a JSON object without floats, serialised with sorted keys, no spaces and UTF-8 letters kept. Its hash is
``SHA-256("vigie-audit-1" LF sequence LF segment LF previous LF entry)`` with numbers in decimal and hashes in
lower-case hex, so that verification needs nothing but the rows themselves. A commitment is
``SHA-256("vigie-commit-1" LF field LF salt LF value)``: it proves a value that is shown later and says nothing once
value and salt are erased.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

GENESIS: Final = "0" * 64
CHAIN_TAG: Final = b"vigie-audit-1"
COMMIT_TAG: Final = b"vigie-commit-1"
SALT_BYTES: Final = 16


def canonical(entry: Mapping[str, Any]) -> str:
    """Serialise ``entry``; raises TypeError on floats and ValueError on text that is not valid Unicode."""
    _refuse_floats(entry, "entry")
    text = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    text.encode("utf-8")  # a lone surrogate raises here, before anything is written
    return text


def _refuse_floats(value: Any, where: str) -> None:
    if isinstance(value, float):
        raise TypeError(f"float at {where}: scores in the chain are integers x 10,000")
    if isinstance(value, Mapping):
        for key, item in value.items():
            if not isinstance(key, str):
                raise TypeError(f"key {key!r} at {where} is not text")
            _refuse_floats(item, f"{where}.{key}")
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            _refuse_floats(item, f"{where}[{index}]")


def entry_hash(sequence: int, segment: int, previous: str, entry: str) -> str:
    """The hash of one entry over its exact stored text."""
    head = b"%b\n%d\n%d\n%b\n" % (CHAIN_TAG, sequence, segment, previous.encode())
    return hashlib.sha256(head + entry.encode("utf-8", "surrogatepass")).hexdigest()


def commitment(field: str, salt: bytes, value: str) -> str:
    """A salted commitment to one clear value; ``salt`` must be at least 16 random bytes."""
    if len(salt) < SALT_BYTES:
        raise ValueError("a commitment needs a salt of at least 16 bytes")
    raw = value.encode("utf-8", "surrogatepass")
    return hashlib.sha256(
        b"%b\n%b\n%b\n" % (COMMIT_TAG, field.encode(), salt.hex().encode()) + raw
    ).hexdigest()


def score_to_int(score: float) -> int:
    """A probability 0..1 as the integer x 10,000 that the chain stores."""
    return round(score * 10_000)
