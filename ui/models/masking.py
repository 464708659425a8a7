"""The one way from a comment's words to words on a screen: what is harsh is covered here, before any view has it.

A covered word is one private letter, of three that say short, middling or long. ``make_visible`` paints it as a block,
``plain_name`` and ``in_words`` write three dots for a run of them. Data made for a view never holds the words behind it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from console import paths
from console.domain.verdict import Span
from console.services.exposure import MASK_FROM, harsh
from ui.models.card_data import CardSpan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from console.domain.comment import Comment
    from console.domain.verdict import Verdict

COVERS: Final = ("\ue0f0", "\ue0f1", "\ue0f2")
"""What stands for a covered word: up to 5 letters, up to 9, longer. Private letters: no font and no person writes them."""
DOTS: Final = "•••"
_FOREIGN: Final = str.maketrans(dict.fromkeys(COVERS, "\ufffd"))
_TO_DOTS: Final = str.maketrans(dict.fromkeys(COVERS, DOTS))
_RUN: Final = re.compile(f"{DOTS}(?:\\s+{DOTS})+")
_WORD: Final = re.compile(r"[^\W_]+")


def hides(category: str, severity: int, everywhere: bool) -> bool:
    """Whether the words of such a comment are masked until a person asks for them."""
    return severity >= MASK_FROM or (everywhere and harsh(category, severity))


def masked_now(comment: Comment, everywhere: bool, revealed: frozenset[int] = frozenset()) -> bool:
    """Whether ``comment`` is masked in a window that shows ``revealed``. Our own words never are.

    What the classifier has not read yet has no severity: it is masked where it holds a listed harsh word.
    """
    if comment.ours or int(comment.id) in revealed:
        return False
    return hides(comment.category, comment.severity, everywhere) or bool(unread_spans(comment))


def shown(text: str, spans: Sequence[CardSpan] = (), *, masked: bool) -> str:
    """The words as a view may have them. ``spans`` are stretches in code points; none: every word is covered."""
    return cover(text, spans) if masked else text.translate(_FOREIGN)


def shown_of(comment: Comment, everywhere: bool, verdict: Verdict | None = None) -> str:
    """The words of a comment beside the one being decided: its parents, answers and the author's others.

    ``verdict`` says which of them are harsh; without one every word of a masked comment is covered.
    """
    spans = unread_spans(comment) if verdict is None else spans_of(verdict.spans)
    return shown(comment.text, spans, masked=masked_now(comment, everywhere))


def spans_of(spans: Iterable[object]) -> tuple[CardSpan, ...]:
    """A verdict's stretches as views have them."""
    return tuple(CardSpan(one.start, one.end, one.label) for one in spans if isinstance(one, Span))


def unread_spans(comment: Comment) -> tuple[CardSpan, ...]:
    """The listed harsh words of a comment without a verdict: what stands for its spans until it is read."""
    if comment.verdict_id is not None or comment.category:
        return ()
    return tuple(CardSpan(*one.span(), "") for one in _listed(comment.text))


def _listed(text: str) -> list[re.Match[str]]:
    known = listed_words()
    return [one for one in _WORD.finditer(text) if _folded(one.group()) in known]


def softened(text: str) -> str:
    """The words of a list about comments, where no severity is known: listed harsh words alone are covered."""
    text = text.translate(_FOREIGN)
    return _covered(text, [one.span() for one in _listed(text)])


def is_covered(text: str) -> bool:
    """Whether words of ``text`` are covered."""
    return any(one in text for one in COVERS)


def in_words(text: str) -> str:
    """Shown words where nothing can be painted: a name for a screen reader, a tooltip, a line of a menu."""
    return _RUN.sub(DOTS, text.translate(_TO_DOTS))


def cover(text: str, spans: Sequence[CardSpan] = ()) -> str:
    """``text`` with the words of ``spans`` and all listed words covered; without spans every word is."""
    text = text.translate(_FOREIGN)
    stretches = [(max(one.start, 0), min(one.end, len(text))) for one in spans]
    stretches = [one for one in stretches if one[0] < one[1]]
    if stretches:
        stretches += [one.span() for one in _listed(text)]
    else:
        stretches = [(0, len(text))]
    return _covered(text, stretches)


def _covered(text: str, stretches: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in _words(text, stretches):
        size = end - start
        pieces += (text[done:start], COVERS[0 if size <= 5 else 1 if size <= 9 else 2])
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def _words(text: str, stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words that the stretches touch, whole, in order, without overlap."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        at = max(start, found[-1][1]) if found else start
        # Half a word told would tell the word.
        while at > (found[-1][1] if found else 0) and at < end and _joined(text, at):
            at -= 1
        while at < end:
            while at < end and text[at].isspace():
                at += 1
            first = at
            while at < len(text) and not text[at].isspace() and (at < end or _joined(text, at)):
                at += 1
            if at > first:
                found.append((first, at))
    return found


def _joined(text: str, at: int) -> bool:
    """Whether the letters on both sides of ``at`` belong to one word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


@cache
def listed_words() -> frozenset[str]:
    """Harsh words of the classifier's list, folded; read once, when the first comment is masked."""
    lines = (paths.resources() / "lexicons" / "masked_words.txt").read_text("utf-8").splitlines()
    words = (line.strip() for line in lines)
    return frozenset(_folded(word) for word in words if word and not word.startswith("#"))


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(one for one in plain if not unicodedata.combining(one))
