"""Fold a comment to the plain form the classifier reads, keeping a map back to the original code points.

People write round filters: fullwidth letters, Cyrillic look-alikes, `c0nnard`, `c o n n a r d`, `nuuuul`,
zero-width joiners between letters. Folding undoes that so that one weight serves all spellings, and the map
lets a span found in the folded text be shown on the text as it was written.

Folding is idempotent: the stages are repeated until nothing changes, and each change either shortens the
text or removes a disguise, so the loop ends.
"""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Letters that look like a Latin letter. Applied only in a text that also holds Latin letters, so that real
# Russian or Greek stays what it is.
_LOOKALIKES = str.maketrans(
    "авекмнорстухіїјѕһԁԛԝѵьгпԍ" + "αβεικνορτυχωγηϲμ" + "օսհոց",
    "abekmhopctyxiijshdqwvbrng" + "abeikvoptuxwynсu".replace("с", "c") + "ouhng",
)

_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True))

_SPECIAL = {
    "œ": "oe",
    "æ": "ae",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ı": "i",
    "þ": "th",
    "ð": "d",
    "ɑ": "a",
    "ɡ": "g",
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "´": "'",
    "`": "'",
    "′": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "–": "-",
    "—": "-",
    "‑": "-",
    "‐": "-",
    "−": "-",
    "¡": "!",
    "×": "x",
    "∗": "*",
    "•": ".",
    "·": ".",
    "⁎": "*",
    "✱": "*",
    "✻": "*",
    **_SMALL_CAPITALS,
}

# Hangul fillers, the combining grapheme joiner and the braille blank print nothing but are letters or marks.
_INVISIBLE = frozenset("\u034f\u115f\u1160\u3164\uffa0\u2800\u17b4\u17b5")

_LEET = str.maketrans("013457 8@$!€|".replace(" ", ""), "oieastbasiel")
_LEET_HINT = regex.compile(r"[a-z][013458@$!€|7]+[a-z]|(?<![a-z0-9@$€])[01345@$][a-z]")
_LEET_TOKEN = regex.compile(r"[a-z0-9@$!€|]*[a-z][a-z0-9@$!€|]*")
_LEET_INNER = regex.compile(r"(?<=[a-z@$])[013458@$€|7]{1,2}(?=[a-z@$])")
_LEET_BANG = regex.compile(r"(?<=^[a-z]{1,3})!(?=[a-z]{1,4}$)")
_LEET_FRONT = regex.compile(
    r"^(?:[@$]{1,2}|[01345](?!(?:h|er|ere|re|eme|e|st|nd|rd|th|d|g|k|x|m|s|a|min|mn|sec"
    r"|jours?|j|ans?|mois|semaines?|sem|kg|km|cm|mm|euros?|eur|fois|pm|am|star|stars"
    r"|days?|weeks?|years?|months?|hours?|hrs?|mins?|pcs|tb|gb|mb|go|mo|to)(?:[^a-z]|$)))"
    r"(?=[a-z]{2}|[a-z][013457@$!][a-z])"
)
_LEET_BACK = regex.compile(r"(?<=[a-z]{2})[0345$]{1,2}$")

_SPACED = regex.compile(r"(?<![^\W_])[^\W\d_](?:([ .\-_*/,|+~'])[^\W\d_])(?:\1[^\W\d_])+(?![^\W_])")
_SPACED_HINT = regex.compile(r"(?<![^\W_])[^\W\d_][ .\-_*/,|+~'][^\W\d_][ .\-_*/,|+~'][^\W\d_](?![^\W_])")
_STRONG_CONSONANTS = frozenset("bcdfghjklmnpqrsvwxz")

_REPEATS = regex.compile(r"([^\s\d])\1{2,}")
_SHORTENED = frozenset("aiuy")
_SPACES = regex.compile(r" {2,}")
_LATIN = regex.compile(r"[a-z]")
_LOOKALIKE_HINT = regex.compile(r"[\u0370-\u058f]")

_LINK = regex.compile(r"(?:https?://|www\.)[^\s<>\"]+|<url>")
_MENTION = regex.compile(r"(?<![\w.@])@(?!ss|rse|rab|nal|nus|user(?!\w))[a-z_][\w.\-]*")


_MASKED = regex.compile(r"(?<![^\W_])[a-z]*(?:[a-z][*#%]|[*#%][a-z])[a-z*#%]*(?![^\W_])")
_MASK_SIGNS = regex.compile(r"[*#%]")


class MaskedWords:
    """Words that people write with stars (`c*nnard`, `f**k`), to be read as the words they stand for."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_length: dict[int, list[str]] = {}
        for word in words:
            self._by_length.setdefault(len(word), []).append(word)

    def edits(self, text: str) -> list[tuple[int, int, str]]:
        """Return the masked tokens of a folded text with the first listed word that fits each."""
        if "*" not in text and "#" not in text and "%" not in text:
            return []
        edits: list[tuple[int, int, str]] = []
        for match in _MASKED.finditer(text):
            token = match.group()
            signs = len(_MASK_SIGNS.findall(token))
            if len(token) > 24 or len(token) < 3 or signs > len(token) - 2:
                continue
            pattern = regex.compile("".join("[a-z]" if c in "*#%" else c for c in token))
            for word in self._by_length.get(len(token), ()):
                if pattern.fullmatch(word):
                    edits.append((match.start(), match.end(), word))
                    break
        return edits


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its characters, the code points of the original it stands for.

    `starts[i]` and `ends[i]` bound folded character `i` in the original as [start, end) code points; both are
    non-decreasing. `None` means that the map is the identity. `disguised` says that the original hid its words from
    a filter (look-alikes, spaced letters, digits for letters, invisible characters), not merely wrote them loosely.
    """

    text: str
    length: int
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None
    disguised: bool = False

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original code points [start, end) behind the folded characters [start, end)."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"span [{start}, {end}) outside a folded text of {len(self.text)} characters")
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


@functools.cache
def _visible(character: str) -> str:
    """Return the plain lower-case form of one code point: empty if it prints nothing."""
    category = unicodedata.category(character)
    if category in {"Zs", "Zl", "Zp", "Cc"}:
        return " "
    point = ord(character)
    if category == "Cs":
        return "\ufffd"
    if (
        category == "Cf"
        or character in _INVISIBLE
        or 0xFE00 <= point <= 0xFE0F
        or 0xE0000 <= point <= 0xE01EF
    ):
        return ""
    if 0x1F150 <= point <= 0x1F169:  # negative circled and negative squared capitals have no decomposition
        return chr(point - 0x1F150 + 97)
    if 0x1F170 <= point <= 0x1F189:
        return chr(point - 0x1F170 + 97)
    if 0xAC00 <= point <= 0xD7A3:  # a Hangul syllable is one letter; taking it apart would only lengthen it
        return character
    text = character
    while True:
        folded = "".join(_SPECIAL.get(c, c) for c in text)
        folded = unicodedata.normalize("NFKD", folded).casefold()
        folded = "".join(
            " " if unicodedata.category(c) in {"Zs", "Zl", "Zp", "Cc"} else _SPECIAL.get(c, c)
            for c in folded
            if unicodedata.category(c) not in {"Mn", "Me", "Cf"} and c not in _INVISIBLE
        )
        if folded == text:
            return folded
        text = folded


@functools.cache
def _hides(character: str) -> bool:
    """Whether a code point serves to disguise a letter, or breaks a word unseen."""
    if character in _INVISIBLE or character in _SMALL_CAPITALS:
        return True
    point = ord(character)
    if unicodedata.category(character) == "Cf":
        return character not in "\u200d\u00ad\u200e\u200f" and point < 0xE0000
    if 0x1F130 <= point <= 0x1F189:
        return True
    letter = character.isalpha() and unicodedata.decomposition(character).startswith(
        ("<font>", "<wide>", "<circle>")
    )
    return letter and _visible(character).isascii()


class _Table(dict[str, str]):
    def __missing__(self, character: str) -> str:
        folded = _visible(character)
        if len(self) < 20_000:  # a flood of rare code points must not grow the table for ever
            self[character] = folded
        return folded


_TABLE = _Table()


class _Draft:
    """The text under way and its map; the map is built only when a stage breaks the identity."""

    __slots__ = ("ends", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] | None = None
        self.ends: list[int] | None = None

    def _materialise(self) -> tuple[list[int], list[int]]:
        if self.starts is None or self.ends is None:
            self.starts = list(range(len(self.text)))
            self.ends = list(range(1, len(self.text) + 1))
        return self.starts, self.ends

    def characters(self) -> None:
        """Fold character by character."""
        parts = [_TABLE[c] for c in self.text]
        folded = "".join(parts)
        if len(folded) == len(self.text) and "" not in parts:
            self.text = folded
            return
        starts, ends = self._materialise()
        new_starts: list[int] = []
        new_ends: list[int] = []
        for index, part in enumerate(parts):
            for _ in part:
                new_starts.append(starts[index])
                new_ends.append(ends[index])
        self.text, self.starts, self.ends = folded, new_starts, new_ends

    def replace(self, edits: list[tuple[int, int, str]]) -> None:
        """Apply non-overlapping edits (start, end, new text), in order; new text is never longer than the old."""
        if not edits:
            return
        if all(end - start == len(new) for start, end, new in edits):
            pieces: list[str] = []
            last = 0
            for start, end, new in edits:
                pieces += (self.text[last:start], new)
                last = end
            pieces.append(self.text[last:])
            self.text = "".join(pieces)
            return
        starts, ends = self._materialise()
        text: list[str] = []
        new_starts: list[int] = []
        new_ends: list[int] = []
        last = 0
        for start, end, new in edits:
            text += (self.text[last:start], new)
            new_starts += starts[last:start]
            new_ends += ends[last:start]
            if new:
                keep = len(new) - 1
                new_starts += starts[start : start + keep]
                new_ends += ends[start : start + keep]
                new_starts.append(starts[start + keep])
                new_ends.append(ends[end - 1])
            last = end
        text.append(self.text[last:])
        new_starts += starts[last:]
        new_ends += ends[last:]
        self.text, self.starts, self.ends = "".join(text), new_starts, new_ends


def _unleet(token: str) -> str:
    """Return a token with digits and signs that stand for letters replaced; same length."""
    front = _LEET_FRONT.match(token)
    result = token
    if front:
        result = front.group().translate(_LEET) + result[front.end() :]
    if not (result[0].isdigit()):
        result = _LEET_INNER.sub(lambda m: m.group().translate(_LEET), result)
        result = _LEET_BANG.sub("i", result)
    if result != token:
        result = _LEET_BACK.sub(lambda m: m.group().translate(_LEET), result)
    return result


def _leet(text: str) -> list[tuple[int, int, str]]:
    if not _LEET_HINT.search(text):
        return []
    edits: list[tuple[int, int, str]] = []
    for match in _LEET_TOKEN.finditer(text):
        token = match.group()
        if token.isalpha() or len(token) > 40:
            continue
        plain = _unleet(token)
        if plain != token:
            edits.append((match.start(), match.end(), plain))
    return edits


def _spaced(text: str) -> list[tuple[int, int, str]]:
    if not _SPACED_HINT.search(text):
        return []
    edits: list[tuple[int, int, str]] = []
    for match in _SPACED.finditer(text):
        separator = match.group(1)
        letters = match.group()[::2]
        # "il y a t il" and "l'a t il" are French, not a disguise: three letters need two strong consonants.
        if separator in " '" and len(letters) < 4 and sum(c in _STRONG_CONSONANTS for c in letters) < 2:
            continue
        if separator == "'" and len(letters) < 4:
            continue
        edits.append((match.start(), match.end(), letters))
    return edits


def _repeats(text: str) -> list[tuple[int, int, str]]:
    edits: list[tuple[int, int, str]] = []
    for match in _REPEATS.finditer(text):
        character = match.group()[0]
        edits.append((match.start(), match.end(), character if character in _SHORTENED else character * 2))
    return edits


def _spaces(text: str) -> list[tuple[int, int, str]]:
    return [(m.start(), m.end(), " ") for m in _SPACES.finditer(text)]


def _links(text: str) -> list[tuple[int, int, str]]:
    edits: list[tuple[int, int, str]] = []
    if "://" in text or "www." in text or "<url>" in text:
        edits += [(m.start(), m.end(), "<u>") for m in _LINK.finditer(text)]
    if "@" in text:
        taken = [(start, end) for start, end, _ in edits]
        edits += [
            (m.start(), m.end(), "@u")
            for m in _MENTION.finditer(text)
            if m.end() - m.start() > 2 and not any(start <= m.start() < end for start, end in taken)
        ]
        edits += [
            (m.start(), m.end(), "@u")
            for m in regex.finditer(r"(?<![\w.@])@user(?!\w)", text)
            if not any(start <= m.start() < end for start, end in taken)
        ]
        edits.sort()
    return edits


def fold(text: str, *, mask_links: bool = False, masked: MaskedWords | None = None) -> Folded:
    """Fold `text`; with `mask_links` addresses become `<u>` and mentions `@u`, as in the training text.

    `masked` names the words to read behind stars.

    Any string is accepted, lone surrogates and control characters included.
    """
    draft = _Draft(text)
    disguised = not text.isascii() and any(map(_hides, text))
    draft.characters()
    while True:
        before = draft.text
        if _LOOKALIKE_HINT.search(draft.text) and _LATIN.search(draft.text):
            draft.text = draft.text.translate(_LOOKALIKES)
            disguised = disguised or draft.text != before
        if mask_links:
            draft.replace(_links(draft.text))
        plain = draft.text
        draft.replace(_spaced(draft.text))
        if masked is not None:
            draft.replace(masked.edits(draft.text))
        draft.replace(_leet(draft.text))
        disguised = disguised or draft.text != plain
        draft.replace(_repeats(draft.text))
        draft.replace(_spaces(draft.text))
        if draft.text == before:
            break
    return Folded(draft.text, len(text), draft.starts, draft.ends, disguised)


def accented(folded: Folded, original: str) -> str:
    """Return the folded text with the accents that stand in `original`: what the neural network reads.

    As long as `folded.text`, so that its offsets hold. French without accents is other words: "tue" and "tué".
    """
    if original.isascii():
        return folded.text
    letters = list(folded.text)
    for index, letter in enumerate(letters):
        at = index if folded.starts is None else folded.starts[index]
        written = original[at]
        if written.isascii() or not written.isalpha():
            continue
        small = written.lower()
        if small != letter and len(small) == 1 and _visible(small) == letter and small < "\u0250":
            letters[index] = small
    return "".join(letters)
