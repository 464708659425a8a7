"""Which parts of a reply are words to look up, and in which forms a word may stand in a dictionary. Pure."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST: Final = 60
"""Longer runs of letters are no words of a language."""
_SKIP: Final = re.compile(
    r"""\{[^{}\n]{1,60}\}                                  # an open field
      | (?:https?://|www\.)\S+                             # an address
      | \S+@\S+\.\S+                                       # an e-mail address, a handle with its server
      | [@#]\w[\w.\-]*                                     # a mention, a hashtag
      | \b[\w\-]+(?:\.[\w\-]+)*\.(?:com|org|net|fr|be|ch|ca|de|eu|uk|io|shop|social|example|info)\b\S*
      | \S*\d\S*                                           # numbers, dates, order numbers, 70°C
      | :[a-z_]+:                                          # an emoji by name
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’\-\u2010\u2011][^\W\d_]+)*['’]?")
_ELISION: Final = re.compile(
    r"(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|entr|aujourd)'", re.IGNORECASE
)
_ENDS: Final = re.compile(r"[.!?…:\n]\s*[«“\"(\s]*$")
_BRITISH: Final = (
    ("our", "or"), ("ise", "ize"), ("isa", "iza"), ("isi", "izi"), ("yse", "yze"), ("ogue", "og"), ("ence", "ense"),
    ("lled", "led"), ("lling", "ling"), ("ller", "ler"), ("ould", "old"), ("amme", "am"), ("aeo", "eo"), ("cheque", "check"),
)  # fmt: skip


class Token(NamedTuple):
    """One word of a text: ``[start, end)`` in code points. ``begins``: it stands where a sentence begins."""

    start: int
    end: int
    text: str
    begins: bool


def tokens(text: str) -> Iterator[Token]:
    """The words that a dictionary may be asked for; addresses, mentions, fields and what holds a digit are no words."""
    blanked = _SKIP.sub(lambda found: " " * len(found[0]), text)
    for found in _WORD.finditer(blanked):
        word = found[0].rstrip("'’")
        if 1 < len(word) <= LONGEST and _latin(word):
            before = blanked[max(found.start() - 6, 0) : found.start()]
            first = not any(one.isalnum() for one in blanked[: found.start()])
            begins = first or bool(_ENDS.search(before))
            yield Token(found.start(), found.start() + len(word), word, begins)


def plain(word: str) -> str:
    """A word as the dictionaries write it: lower case, straight apostrophe, oe and ae apart, one kind of hyphen."""
    text = unicodedata.normalize("NFC", word).casefold() if "ß" not in word else word.lower()
    for given, kept in (("’", "'"), ("œ", "oe"), ("æ", "ae"), ("\u2010", "-"), ("\u2011", "-")):
        text = text.replace(given, kept)
    return text


def is_name(token: Token) -> bool:
    """Whether the shape of a word says it is no word of the language: an acronym, a name inside a sentence, mixed case."""
    bare = _ELISION.sub("", token.text.replace("’", "'"), count=1)
    if bare.isupper() and len(bare) <= 5:
        return True
    if any(letter.isupper() for letter in bare[1:]) and not bare.isupper():
        return "-" not in bare or not token.begins  # iPhone, SAVlormel; Saint-Malo
    # Behind an elision the capital is its own: L’Oréal, d’Angers.
    return bare[:1].isupper() and (not token.begins or len(bare) < len(token.text))


def ways(word: str, language: str) -> Iterator[tuple[str, ...]]:
    """The ways to find a word in a dictionary, each a tuple of parts that must all stand there."""
    given = plain(word)
    yield (given,)
    if language == "fr":
        bare = _ELISION.sub("", given, count=1)
        if bare != given:
            yield (bare,)
            given = bare
    elif given.endswith("'s"):
        given = given.removesuffix("'s")
        yield (given,)
    if "-" in given:
        yield tuple(part for part in given.split("-") if len(part) > 1)
    if language == "en":
        for british, american in _BRITISH:
            if british in given:
                yield (given.replace(british, american, 1),)
        if given.endswith(("tre", "tres", "bre", "bres")):
            stem = given.rstrip("s")
            yield (f"{stem[:-2]}er{'s' if given.endswith('s') else ''}",)


def bare_part(word: str, language: str) -> tuple[str, str]:
    """(what stands before, the part that is looked up): an elided article is not part of what is misspelt."""
    if language == "fr":
        found = _ELISION.match(word.replace("’", "'"))
        if found and found.end() < len(word):
            return word[: found.end()], word[found.end() :]
    return "", word


def like(suggestion: str, word: str) -> str:
    """A suggestion in the case of the word it replaces."""
    if word.isupper() and len(word) > 1:
        return suggestion.upper()
    return suggestion[:1].upper() + suggestion[1:] if word[:1].isupper() else suggestion


def names(texts: Iterable[str]) -> frozenset[str]:
    """Every word of some texts, as ``plain`` writes it: what may stand in a reply because it stands there."""
    found: set[str] = set()
    for text in texts:
        for match in _WORD.finditer(text[:4000]):
            word = plain(match[0].rstrip("'’"))
            found.add(word)
            found.add(_ELISION.sub("", word, count=1))
            found.update(word.split("-"))
    return frozenset(found)


def _latin(word: str) -> bool:
    return all(letter < "\u0250" or letter in "'’-\u2010\u2011" for letter in word)
