"""Why, in one line: a verdict as a sentence in the reader's language, and what a second engine says beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.domain.vocabulary import LABELS, Category
from console.services.phrases import sentence, word

if TYPE_CHECKING:
    from console.domain.verdict import Span, Verdict
    from console.store import Opinion

Named = Callable[[str], str]
"""The word of a category or label, as the edge says it; a policy may have names of its own."""

QUOTED: Final = 3
"""Matched words that a line quotes at most."""
_LONGEST: Final = 40  # code points of one quotation
_GAP: Final = 3  # spans this near to each other are one quotation
_NBSP: Final = "\u00a0"

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "colon": {"en": ":", "fr": "\u00a0:"},
    "comma": {"en": "; ", "fr": "\u202f; "},
    "quote": {"en": "“{words}”", "fr": "«\u202f{words}\u202f»"},
    "target.person": {"en": "aimed at a person", "fr": "vise une personne"},
    "target.group": {"en": "aimed at a group", "fr": "vise un groupe"},
    "target.brand": {"en": "aimed at the brand or a product", "fr": "vise la marque ou un produit"},
    "target.nobody": {"en": "aimed at nobody", "fr": "ne vise personne"},
    "sentiment.negative": {"en": "negative tone", "fr": "ton négatif"},
    "sentiment.neutral": {"en": "neutral tone", "fr": "ton neutre"},
    "sentiment.positive": {"en": "positive tone", "fr": "ton positif"},
    "also": {"en": "also {labels}", "fr": "aussi {labels}"},
    "signals": {"en": "signals, not a verdict: {signals}", "fr": "signaux, sans verdict\u00a0: {signals}"},
    "outside": {
        "en": "Outside what the model was trained on.",
        "fr": "Hors de ce que le modèle a appris.",
    },
    "threshold": {"en": "threshold {score}", "fr": "seuil {score}"},
    "second": {"en": "Second opinion: {engine}: {said}", "fr": "Second avis\u00a0: {engine}\u00a0: {said}"},
    "disagrees.flags": {
        "en": "They disagree: this engine would flag it.",
        "fr": "Désaccord\u00a0: ce moteur le relèverait.",
    },
    "disagrees.clears": {
        "en": "They disagree: this engine would not flag it.",
        "fr": "Désaccord\u00a0: ce moteur ne le relèverait pas.",
    },
    "disagrees.category": {
        "en": "They disagree about the category.",
        "fr": "Désaccord sur la catégorie.",
    },
    "agrees": {"en": "They agree.", "fr": "D’accord."},
    "failed": {"en": "could not read this", "fr": "n’a pas pu lire ce texte"},
}


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """One verdict in words: ``head`` (label and percentage), ``said`` (words, target, tone) and ``aside`` (engine).

    ``category`` is the one that ``head`` names, for its icon and colour.
    """

    category: str
    head: str
    said: str
    aside: str

    @property
    def text(self) -> str:
        """The whole line."""
        return " ".join(part for part in (self.head, self.said, self.aside) if part)


@dataclass(frozen=True, slots=True)
class SecondLine:
    """Another engine's verdict in words. ``stand`` is agrees, flags, clears, category or failed: the other against ours."""

    said: str
    stand: str
    stance: str

    @property
    def disagrees(self) -> bool:
        """Whether a person should look twice."""
        return self.stand in ("flags", "clears", "category")

    @property
    def text(self) -> str:
        """The whole line."""
        return f"{self.said} {self.stance}".strip()


def verdict_line(
    verdict: Verdict,
    text: str,
    language: str,
    named: Named | None = None,
    *,
    quote: bool = True,
    chosen: str = "",
) -> VerdictLine:
    """Why a verdict is what it is, in ``fr`` or ``en``. ``text`` is what was read; ``quote`` False keeps its words out.

    ``chosen`` is the comment's category: where several fired, that one leads and the others follow it.

    ``named`` gives categories their names, where a policy has its own.
    """
    lang = "fr" if language == "fr" else "en"
    called = named or (lambda code: word("category", code, lang))
    engine = f"{verdict.engine} {verdict.engine_version}".strip()
    if verdict.failed:
        said = sentence("verdict.failed", {}, lang)
        return VerdictLine(str(Category.NEUTRAL), f"{said}.", "", engine)
    category, label, score = _strongest(verdict, chosen)
    head = _head(category, label, score, called, lang)
    pieces = _pieces(verdict, text, category, label, lang, quote=quote)
    others = [_also(one, verdict, called) for one in verdict.categories if one != category]
    if others and verdict.flagged:
        pieces.append(_word("also", lang).format(labels=", ".join(others)))
    head += _word("colon", lang) if pieces else "."
    said = f"{_word('comma', lang).join(pieces)}." if pieces else ""
    if verdict.outside_training:
        said = f"{said} {_word('outside', lang)}".strip()
    threshold = verdict.thresholds.get(label)
    aside = engine
    # Outside its training an engine asks for more than its threshold: then that would explain nothing.
    if threshold is not None and (verdict.flagged or score is None or score < threshold):
        aside += " · " + _word("threshold", lang).format(score=percent(threshold))
    return VerdictLine(category, head, said, aside)


def second_lines(
    verdict: Verdict | None, opinions: Iterable[Opinion], language: str, named: Named | None = None
) -> tuple[SecondLine, ...]:
    """What other engines say of the same text: each engine's newest verdict, measured against ``verdict``.

    Earlier versions of the same engine, and what a calibration layer made of its verdict, are no second opinion.
    """
    if verdict is None:
        return ()
    lang = "fr" if language == "fr" else "en"
    called = named or (lambda code: word("category", code, lang))
    seen = {verdict.engine}
    found: list[SecondLine] = []
    for one in opinions:
        other = one.verdict
        if other.engine in seen:
            continue
        seen.add(other.engine)
        stand = _stand(verdict, other)
        if other.failed:
            said = _word("failed", lang)
        else:
            category, label, score = _strongest(other)
            said = _head(category, label, score, called, lang)
            said = said[:1].lower() + said[1:]
        engine = f"{other.engine} {other.engine_version}".strip()
        line = _word("second", lang).format(engine=engine, said=said) + "."
        stance = (
            "" if stand == "failed" else _word("agrees" if stand == "agrees" else f"disagrees.{stand}", lang)
        )
        if other.outside_training and not other.failed:
            line = f"{line} {_word('outside', lang)}"
        found.append(SecondLine(line, stand, stance))
    return tuple(found)


def percent(score: float) -> str:
    """A probability as a whole percentage, 94 %, in both languages; 99 % at most, because no model is certain."""
    return f"{min(round(max(score, 0.0) * 100), 99)}{_NBSP}%"


def _stand(ours: Verdict, other: Verdict) -> str:
    if other.failed or ours.failed:
        return "failed"
    if other.flagged != ours.flagged:
        return "flags" if other.flagged else "clears"
    if ours.flagged and not set(ours.categories) & set(other.categories):
        return "category"
    return "agrees"


def _strongest(verdict: Verdict, chosen: str = "") -> tuple[str, str, float | None]:
    """Category, the label that carries it, and its score: toxicity where that alone reached its threshold.

    ``chosen`` goes before the strongest where the verdict has it too. Without any category, the strongest of the
    labels that could have flagged the text.
    """
    category = verdict.categories[0] if verdict.categories else str(Category.NEUTRAL)
    if chosen in verdict.categories:
        category = chosen
    for label in (category, "toxicity") if verdict.flagged else (category,):
        score, threshold = verdict.labels.get(label), verdict.thresholds.get(label)
        if score is not None and (threshold is None or score >= threshold):
            return category, label, score
    if category in verdict.labels:
        return category, category, verdict.labels[category]
    if category == Category.NEUTRAL:
        able = [one for one in (*LABELS, *verdict.thresholds) if one in verdict.labels]
        if able:
            label = max(able, key=verdict.labels.__getitem__)
            return category, label, verdict.labels[label]
    return category, category, None


def _head(category: str, label: str, score: float | None, called: Named, lang: str) -> str:
    name = called(category)
    if score is None:
        return name
    if label == category:
        return f"{name} {percent(score)}"
    other = word("category", label, lang)
    return f"{name} ({other[:1].lower() + other[1:]} {percent(score)})"


def _also(category: str, verdict: Verdict, called: Named) -> str:
    name = called(category)
    name = name[:1].lower() + name[1:]
    score = verdict.labels.get(category)
    return name if score is None else f"{name} {percent(score)}"


def _pieces(verdict: Verdict, text: str, category: str, label: str, lang: str, *, quote: bool) -> list[str]:
    pieces = []
    if quote and verdict.spans:
        quoted = [
            _word("quote", lang).format(words=one)
            for one in quotations(verdict.spans, text, (category, label))
        ]
        pieces += [", ".join(quoted)] if quoted else []
    if verdict.target is not None and f"target.{verdict.target}" in WORDS:
        pieces.append(_word(f"target.{verdict.target}", lang))
    # That abuse is negative goes without saying.
    if verdict.sentiment is not None and not (verdict.flagged and verdict.sentiment == "negative"):
        pieces.append(_word(f"sentiment.{verdict.sentiment}", lang))
    if verdict.signals:
        named = ", ".join(word("signal", one, lang) for one in verdict.signals)
        pieces.append(_word("signals", lang).format(signals=named))
    return pieces


def quotations(spans: Iterable[Span], text: str, preferred: Iterable[str] = ()) -> list[str]:
    """The words that weighed, as they stand in ``text``, neighbours joined, each once, at most three.

    Spans of the ``preferred`` labels go first where there are any. Characters that cannot be printed are replaced.
    """
    known = [one for one in spans if 0 <= one.start < one.end <= len(text)]
    wanted = set(preferred)
    own = [one for one in known if one.label in wanted] or known
    joined: list[tuple[int, int]] = []
    for one in sorted(own, key=lambda span: (span.start, span.end)):
        gap = text[joined[-1][1] : one.start] if joined else "-"
        if not gap.strip() and len(gap) <= _GAP:
            joined[-1] = (joined[-1][0], max(joined[-1][1], one.end))
        else:
            joined.append((one.start, one.end))
    found: dict[str, str] = {}
    for start, end in joined:
        words = _plain(text[start:end])
        if words:
            found.setdefault(words.casefold(), words)
    return list(found.values())[:QUOTED]


def _plain(text: str) -> str:
    shown = "".join(
        one if one.isprintable() or one.isspace() else "\N{REPLACEMENT CHARACTER}" for one in text
    )
    flat = " ".join(shown.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"


def _word(key: str, lang: str) -> str:
    found = WORDS.get(key)
    return key if found is None else found[lang]
