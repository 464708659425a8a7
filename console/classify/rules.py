"""Phrase and spam rules: transparent evidence beside the model, and signals that text alone can show.

Rules never judge alone. They add to the raw score of a head before calibration (so that the calibrated score
has seen them), or give a signal that policies may use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from console.classify.folding import MaskedWords
from console.domain.errors import EnvironmentFailure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

LANGUAGES = ("fr", "en")
_TOPICS = (
    "threat",
    "self_harm",
    "not_threat",
    "insult",
    "spam",
    "reply_bait",
    "accusation",
    "complaint",
    "concrete",
    "praise",
)
# "vous êtes con" must not be found in "vous êtes contents"; the other lists hold beginnings of words.
_WHOLE_WORDS = frozenset({"threat", "self_harm", "not_threat", "insult", "reply_bait", "accusation"})
_READ_AT_MOST = 6_000
"""Characters of a comment that the phrase rules read: a longer one says what it says before that."""

THREAT_BONUS = 3.0
FIGURE_BONUS = -8.0
"""Large on purpose: the model sees the words of a threat and not that they are a figure of speech."""
INSULT_BONUS = 2.0
SPAM_PHRASE_BONUS = 2.5

# One to one, so that offsets stay valid: phrases are written without apostrophes.
_PLAIN = str.maketrans({"'": " ", "_": " ", "\n": " "})

_URL = re.compile(
    r"(?:https?://|www\.)\S+|\b[a-z0-9-]{2,}\.(?:com|net|org|info|shop|store|xyz|top|online|site|club|biz|ru|cn|tk"
    r"|click|link|live|vip|win|bid)\b(?:/\S*)?",
    re.IGNORECASE,
)
_SHORTENER = re.compile(
    r"\b(?:bit\.ly|tinyurl\.com|t\.me|goo\.gl|ow\.ly|is\.gd|cutt\.ly|rb\.gy|linktr\.ee|wa\.me|shorturl\.at)/\S+",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<!\w)\+?\d(?:[ .\-]?\d){8,13}(?!\w)")
_FLOOD = re.compile(r"(\S)\1{9,}|(\S{1,12})(?:\s+\2){5,}")
_RUN_LEAST = 7
_BAIT_NEAR_PHONE = re.compile(r"whats ?app|telegram|t\.me|snap|sms|dm\b|inbox", re.IGNORECASE)
_MONEY = re.compile(r"[€$£]\s?\d{3,}|\d{3,}\s?(?:[€$£]|euros|dollars|fcfa)", re.IGNORECASE)
_CAPITALS_LEAST = 12

# A quotation of some length that stands inside the writer's own words.
_QUOTED_FOLDED = re.compile(r'"[^"]{3,200}"')
_OWN_WORDS = 4


class LexiconsMissing(EnvironmentFailure):
    """The folder of phrase lists is incomplete (`path`)."""

    default_code = "lexicons_missing"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the rules found in one text; `hits` are [start, end) in the folded text with a label."""

    bonus: Mapping[str, float] = field(default_factory=dict)
    signals: tuple[str, ...] = ()
    hits: tuple[tuple[int, int, str], ...] = ()
    complaint: bool = False
    concrete: bool = False
    praise: bool = False
    question: bool = False


def _entries(path: Path) -> list[str]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise LexiconsMissing(path=str(path)) from error
    return [line.rstrip() for line in lines if line.strip() and not line.startswith("#")]


def _pattern(entries: Iterable[str], *, whole_words: bool) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?=\S)(?:" + "|".join(entries) + ")" + (r"(?!\w)" if whole_words else ""))


def own_words(folded: str) -> str | None:
    """Return a folded text without its quotations, or None when it has none or is little else."""
    if folded.count('"') < 2:
        return None
    rest = _QUOTED_FOLDED.sub(" ", folded)
    if rest == folded or len(rest.split()) < _OWN_WORDS:
        return None
    return rest


def _in_capitals(text: str, share: float) -> bool:
    capitals = sum(map(str.isupper, text))
    return capitals > _CAPITALS_LEAST * share and capitals > share * sum(map(str.isalpha, text))


class Rules:
    """The phrase lists, compiled once."""

    def __init__(self, folder: Path) -> None:
        """Read all lists of `folder`; raises LexiconsMissing when one is not there."""
        # Both languages are searched in every text: people mix them, and short texts have no language.
        self._patterns = {
            topic: _pattern(
                (entry for language in LANGUAGES for entry in _entries(folder / f"{topic}_{language}.txt")),
                whole_words=topic in _WHOLE_WORDS,
            )
            for topic in _TOPICS
        }
        self.masked = MaskedWords(_entries(folder / "masked_words.txt"))

    def _threats(self, text: str) -> tuple[list[tuple[int, int, str]], bool, bool]:
        """Return the threat phrases, whether one urges self-harm, and whether a figure of speech was found."""
        hits: list[tuple[int, int, str]] = []
        self_harm = False
        for topic in ("threat", "self_harm"):
            for match in self._patterns[topic].finditer(text):
                hits.append((match.start(), match.end(), "threat"))
                self_harm = self_harm or topic == "self_harm"
        cancelled = [match.span() for match in self._patterns["not_threat"].finditer(text)]
        if cancelled:
            hits = [
                hit for hit in hits if not any(start < hit[1] and hit[0] < end for start, end in cancelled)
            ]
        return hits, self_harm and bool(hits), bool(cancelled)

    def _spam(self, original: str, plain: str) -> float:
        bonus = 0.0
        if self._patterns["spam"].search(plain):
            bonus += SPAM_PHRASE_BONUS
        links = len(_URL.findall(original))
        if _SHORTENER.search(original):
            bonus += 2.0
        elif links:
            bonus += 0.5
        if links > 2:
            bonus += 1.0
        if _PHONE.search(original) and _BAIT_NEAR_PHONE.search(original):
            bonus += 2.0
        if bonus and _MONEY.search(original):
            bonus += 0.5
        words = plain.split()
        # Looking for repetition is slow: only where folding shortened a run, or words come back often.
        shortened = len(original) - len(plain) > _RUN_LEAST
        if (shortened or len(set(words)) * 2 < len(words)) and _FLOOD.search(original):
            bonus += 1.5
        if bonus and _in_capitals(original, 0.7):
            bonus += 0.5
        return bonus

    def read(self, original: str, folded: str) -> Evidence:
        """Return the evidence of one text, given as written and as folded (with links masked)."""
        original, plain = original[:_READ_AT_MOST], folded[:_READ_AT_MOST].translate(_PLAIN)
        bonus: dict[str, float] = {}
        signals: list[str] = []
        # What is quoted is reported, not said: phrases inside quotation marks of a longer text do not count.
        rest = own_words(plain)
        spoken = plain if rest is None else _QUOTED_FOLDED.sub(lambda m: " " * len(m.group()), plain)
        hits, self_harm, figure = self._threats(spoken)
        if hits:
            bonus["threat"] = THREAT_BONUS
            bonus["toxicity"] = THREAT_BONUS / 2
        elif figure:
            bonus["threat"], bonus["toxicity"] = FIGURE_BONUS, FIGURE_BONUS / 3
        if self_harm:
            signals.append("self_harm_incitement")
        insults = [(m.start(), m.end(), "insult") for m in self._patterns["insult"].finditer(spoken)]
        if insults:
            bonus["insult"] = INSULT_BONUS
            # "My lawyer will write to you, you moron": the figure clears the threat, not the insult beside it.
            bonus["toxicity"] = max(bonus.get("toxicity", 0.0), 0.0) + INSULT_BONUS / 2
        # A scam that is quoted to warn of it is no spam.
        spam = self._spam(original, spoken)
        if spam:
            bonus["spam"] = spam
        if self._patterns["reply_bait"].search(spoken):
            signals.append("reply_bait")
        if self._patterns["accusation"].search(spoken):
            signals.append("factual_accusation")
        if _in_capitals(original, 0.8):
            signals.append("shouting")
        if rest is not None:
            signals.append("quotation")
        complaint = self._patterns["complaint"].search(spoken) is not None
        return Evidence(
            bonus=bonus,
            signals=tuple(signals),
            hits=tuple(hits + insults),
            complaint=complaint,
            concrete=self._patterns["concrete"].search(spoken) is not None,
            praise=not complaint and self._patterns["praise"].search(spoken) is not None,
            question="?" in original or "？" in original or "؟" in original,
        )
