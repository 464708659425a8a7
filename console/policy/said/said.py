"""What a reply says against what was said before: the same again, or another figure, day or answer on the same matter.

Deterministic and explained: sentences are compared one by one, by the words of matter that they share, the facts that
they state (amounts, shares, days, times, spans, counts, measures) and the words that they deny. Nothing is understood:
two sentences on one matter that differ are pointed out, and a person reads both.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from console.policy.said.facts import Sentence, read_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

MAX_FINDINGS: Final = 5
#: Facts that say when a sentence holds; two that hold at different times may well differ in the rest.
SCOPES: Final = frozenset({"weekday", "date", "season"})
_SHARE: Final = 0.6
_CLOSE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Said:
    """Something we said in public. ``source``: thread, author, post (under the same post) or statement.

    ``at`` is UTC seconds, ``day`` the local day; ``ref`` the comment's or the statement's id.
    """

    text: str
    at: int
    day: date
    source: str
    ref: int = 0
    place: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing said before that bears on the reply. ``kind``: same or contradiction.

    ``words`` are the words of matter that both share; ``differs`` names what is different (money, percent, date,
    season, weekday, time, duration, measure, count, phone, negation; "" for same) and ``ours``, ``theirs`` how the reply and
    the earlier text put it. ``quote`` is the earlier sentence.
    """

    kind: str
    said: Said
    quote: str
    words: tuple[str, ...]
    differs: str = ""
    ours: str = ""
    theirs: str = ""


def short(quote: str, limit: int = 160) -> str:
    """A quotation on one line without its full stop, cut at ``limit`` characters."""
    line = " ".join(quote.split()).rstrip(" .;,:")
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two sentences on one matter: which kinds of fact agree, which differ, and how close they are."""

    earlier: Sentence
    shared: frozenset[str]
    agree: frozenset[str]
    differ: tuple[tuple[str, str, str, str], ...]  # kind, what a later agreement must be on, ours, theirs
    same: bool


def compare(
    text: str, earlier: Iterable[Said], day: date, *, language: str = "", names: Iterable[str] = ()
) -> tuple[Finding, ...]:
    """What was said before that says the same as ``text`` or something else on the same matter.

    ``day`` is the local day of the reply, for words such as "tomorrow"; ``names`` (the brand, authors) carry no matter.
    Contradictions come first, then the newest; at most five. A later agreement takes back an older contradiction: who
    was corrected once is not told of it again.
    """
    passed = tuple(sorted({name for name in names if name}))
    new = _read(text, day, language, passed)
    if not any(one.content for one in new):
        return ()
    found: list[Finding] = []
    agreed: dict[str, int] = {}
    for said in sorted(earlier, key=lambda one: (-one.at, one.source, one.ref)):
        pairs = _pairs(new, _read(said.text, said.day, said.language, passed))
        for pair in pairs:
            for kind in pair.agree:
                agreed.setdefault(kind, said.at)
        finding = _finding(said, pairs, agreed)
        if finding is not None:
            found.append(finding)
    found.sort(key=lambda one: (one.kind != "contradiction", -one.said.at))
    return tuple(found[:MAX_FINDINGS])


def _read(text: str, day: date, language: str, names: tuple[str, ...]) -> tuple[Sentence, ...]:
    # The day matters only where a relative word is; most texts have none, and the register is read again at each pause.
    return _cached(text[:8_000], day, language, names)


_cached: Callable[[str, date, str, tuple[str, ...]], tuple[Sentence, ...]] = lru_cache(maxsize=8_192)(
    read_sentences
)


def _pairs(new: Sequence[Sentence], old: Sequence[Sentence]) -> list[_Pair]:
    return [pair for one in new for other in old if (pair := _pair(one, other)) is not None]


def _pair(new: Sentence, old: Sentence) -> _Pair | None:
    shared = new.content.keys() & old.content.keys()
    if not _same_matter(new, old, shared):
        return None
    kinds = new.facts.keys() & old.facts.keys()
    differ = [kind for kind in sorted(kinds) if _conflict(kind, new, old)]
    denied = sorted(word for word in shared if new.content[word] != old.content[word])
    agree = {kind for kind in kinds if kind not in differ}
    scoped = [kind for kind in differ if kind in SCOPES]
    one_sided = bool(SCOPES & new.facts.keys()) != bool(SCOPES & old.facts.keys())
    found: list[tuple[str, str, str, str]] = []
    if scoped and not denied and len(scoped) == len(differ):
        found = [(kind, kind, _written(kind, new), _written(kind, old)) for kind in scoped]
    elif not scoped and not one_sided:
        found = [(kind, kind, _written(kind, new), _written(kind, old)) for kind in differ]
        found += [("negation", f"word:{one}", _word(one, new), _word(one, old)) for one in denied]
        agree |= {f"word:{word}" for word in shared - set(denied)}
    union = len(new.content.keys() | old.content.keys())
    equal = new.facts.keys() == old.facts.keys() and all(_equal(kind, new, old) for kind in kinds)
    enough = len(shared) >= 3 or (bool(kinds) and (len(shared) >= 2 or union == 1))
    same = not differ and not denied and equal and enough and len(shared) / union >= _SHARE
    return _Pair(old, frozenset(shared), frozenset(agree), tuple(found), same)


def _same_matter(new: Sentence, old: Sentence, shared: set[str]) -> bool:
    """Whether two sentences speak of the same thing: most of the shorter one's words, and no other name or number."""
    if not shared:
        return False
    for mine, theirs in ((new.proper, old.proper), (new.ids, old.ids)):
        if mine - theirs and theirs - mine:
            return False
    least = min(len(new.content), len(old.content))
    union = len(new.content.keys() | old.content.keys())
    if len(shared) == 1:
        return union <= 2 and (new.facts.keys() & old.facts.keys() != set() or union == 1)
    if len(shared) / least < _SHARE:
        return False
    return len(shared) == least or len(shared) / union > _CLOSE


def _within(kind: str, values: Iterable[float], others: Sequence[float]) -> bool:
    """Whether each value is one of the others; spans of time may be 3 % apart: two months are sixty days."""
    near = 0.03 if kind == "duration" else 0.0
    return all(any(abs(a - b) <= near * max(abs(a), abs(b)) for b in others) for a in values)


def _equal(kind: str, new: Sentence, old: Sentence) -> bool:
    mine, theirs = new.facts[kind], old.facts[kind]
    return _within(kind, mine, theirs) and _within(kind, theirs, mine)


def _conflict(kind: str, new: Sentence, old: Sentence) -> bool:
    """Whether the values of one kind of fact cannot both be meant."""
    mine, theirs = new.facts[kind], old.facts[kind]
    if _equal(kind, new, old):
        return False
    if len(mine) == len(theirs):
        return True
    wide, narrow = (mine, theirs) if len(mine) > len(theirs) else (theirs, mine)
    if len(wide) == 2 and min(wide) <= min(narrow) and max(narrow) <= max(wide):
        return False
    return not any(_within(kind, (value,), wide) for value in narrow)


def _written(kind: str, one: Sentence) -> str:
    return ", ".join(one.written.get(kind, ()))


def _word(word: str, one: Sentence) -> str:
    """The word as the sentence has it; one that is denied stands with the word that denies it."""
    return one.surface.get(word, word)


def _finding(said: Said, pairs: Sequence[_Pair], agreed: Mapping[str, int]) -> Finding | None:
    for pair in pairs:
        for kind, about, ours, theirs in pair.differ:
            if said.source != "statement" and agreed.get(about, said.at) > said.at:
                continue  # said anew since, as the reply says it; an approved statement holds until it is retired
            words = tuple(sorted(pair.shared))
            return Finding(
                "contradiction", said, pair.earlier.text, words, kind.partition(":")[0], ours, theirs
            )
    for pair in pairs:
        if pair.same and (said.source != "post" or pair.earlier.facts):
            return Finding("same", said, pair.earlier.text, tuple(sorted(pair.shared)))
    return None
