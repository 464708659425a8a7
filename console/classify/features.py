"""Hashed n-grams of folded texts, computed for a whole batch at once with numpy.

Features of one text: each word, each pair of neighbouring words, and each run of 3 to 5 characters inside a
word padded with one space on each side. A word is a run of letters and digits; signs and emoji are words of
their own. Hashes are multiplicative over code points and mixed to 64 bits; the bucket is the top bits, so a
table of 2**b buckets is a prefix of the same hash whatever b is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_SALT = {n: np.uint64(0xC2B2AE3D27D4EB4F * n & 0xFFFFFFFFFFFFFFFF) for n in range(1, 8)}
_WORD, _PAIR = 1, 2
_MAX_WORD = 64
_PAD = 32
_POWERS = np.array([pow(0x9E3779B97F4A7C15, k, 2**64) for k in range(_MAX_WORD + 2)], dtype=np.uint64)
# 0 space, 1 letter or digit, 2 sign, of the Basic Multilingual Plane; what lies above is a sign (emoji) or a letter
# of a script that the model has not learned, which may be read as signs too.
_CLASS = np.full(0x110000, 2, dtype=np.uint8)
_CLASS[:0x30000] = np.fromiter(
    (1 if chr(c).isalnum() else 0 if chr(c).isspace() else 2 for c in range(0x30000)), np.uint8, 0x30000
)
_SIGN_STANDS_ALONE = 0x2000  # emoji and dingbats: each one is a word; below, runs such as "!!" stay together

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Features:
    """The features of a batch: `buckets[i]` belongs to text `rows[i]`; `starts`, `ends` bound it in that folded text.

    Rows are in no particular order. `counts[r]` is the number of features of text `r`.
    """

    buckets: Ints
    rows: NDArray[np.int32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    counts: Ints


def _bucket(hashes: NDArray[np.uint64], salt: int, bits: int) -> Ints:
    mixed = (hashes ^ (hashes >> np.uint64(31)) ^ _SALT[salt]) * _MIX
    return (mixed >> np.uint64(64 - bits)).astype(np.int64)


def extract(texts: Sequence[str], bits: int) -> Features:
    """Return the features of folded `texts` in a table of 2**`bits` buckets."""
    size = len(texts)
    lengths = np.fromiter((len(text) for text in texts), np.int64, size)
    joined = " ".join(texts)
    empty = np.zeros(0, np.int64)
    if not joined.strip():
        small = np.zeros(0, np.int32)
        return Features(empty, small, small, small, np.zeros(size, np.int64))
    points = np.frombuffer(joined.encode("utf-32-le"), dtype=np.uint32)
    row_starts = np.concatenate(([0], np.cumsum(lengths + 1)[:-1]))
    row_of = np.repeat(np.arange(size, dtype=np.int32), lengths + 1)[: len(points)]

    kind = _CLASS[points]
    # A word begins where the kind changes, at a new text, and at each emoji.
    begin = np.empty(len(points), dtype=bool)
    begin[0] = kind[0] != 0
    begin[1:] = (kind[1:] != 0) & (
        (kind[1:] != kind[:-1]) | ((kind[1:] == 2) & (points[1:] >= _SIGN_STANDS_ALONE))
    )
    word_at = np.flatnonzero(begin)
    inside = kind != 0
    word_id = np.cumsum(begin) - 1
    word_len = np.bincount(word_id[inside], minlength=len(word_at))

    # The padded words, one after the other: a space, the word, a space.
    padded_len = word_len + 2
    padded_at = np.concatenate(([0], np.cumsum(padded_len)[:-1]))
    padded = np.full(int(padded_len.sum()), _PAD, dtype=np.uint64)
    source = np.zeros(len(padded), dtype=np.int32)  # offset in the folded text of the character at this place
    positions = np.flatnonzero(inside)
    ids = word_id[positions]
    target = padded_at[ids] + 1 + (positions - word_at[ids])
    padded[target] = points[positions]
    local = (positions - row_starts[row_of[positions]]).astype(np.int32)
    source[target] = local
    word_row = row_of[word_at]
    word_start = (word_at - row_starts[word_row]).astype(np.int32)
    word_end = (word_start + word_len).astype(np.int32)
    padded_word = np.repeat(np.arange(len(word_at)), padded_len)
    source[padded_at] = word_start
    source[padded_at + padded_len - 1] = word_end - 1

    buckets: list[Ints] = []
    rows: list[NDArray[np.int32]] = []
    starts: list[NDArray[np.int32]] = []
    ends: list[NDArray[np.int32]] = []

    within = np.minimum(np.arange(len(padded)) - padded_at[padded_word], _MAX_WORD)
    word_hash = np.add.reduceat(padded * _POWERS[within], padded_at)
    buckets.append(_bucket(word_hash, _WORD, bits))
    rows.append(word_row)
    starts.append(word_start)
    ends.append(word_end)

    real = np.flatnonzero(kind[word_at] == 1)
    if len(real) > 1:
        first, second = real[:-1], real[1:]
        same = word_row[first] == word_row[second]
        first, second = first[same], second[same]
        buckets.append(_bucket(word_hash[first] * _BASE + word_hash[second], _PAIR, bits))
        rows.append(word_row[first])
        starts.append(word_start[first])
        ends.append(word_end[second])

    rolling = padded * _BASE + np.roll(padded, -1)
    last = np.arange(len(padded))
    for n in (3, 4, 5):
        count = len(padded) - n + 1
        if count <= 0:
            break
        rolling = rolling[:count] * _BASE + padded[n - 1 :][:count]
        last = np.arange(n - 1, n - 1 + count)
        same = padded_word[:count] == padded_word[last]
        at = np.flatnonzero(same)
        buckets.append(_bucket(rolling[at], n, bits))
        owner = padded_word[at]
        rows.append(word_row[owner])
        starts.append(source[at])
        ends.append(source[at + n - 1] + 1)

    all_rows = np.concatenate(rows)
    return Features(
        np.concatenate(buckets),
        all_rows,
        np.concatenate(starts),
        np.concatenate(ends),
        np.bincount(all_rows, minlength=size).astype(np.int64),
    )
