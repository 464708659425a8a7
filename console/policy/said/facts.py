"""One sentence as data: its words of matter and whether they are denied, its facts in plain units, its names.

Units: money in the currency's unit, shares in percent, times in minutes after midnight, spans in hours, days as
``month * 100 + day``, weekdays 0 (Monday) to 6, measures and counts as written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from console.policy.folding import plain
from console.policy.said.words import (
    APART,
    CONCEPTS,
    ENDINGS,
    MONTHS,
    NUMBERS,
    PHRASES,
    STOP,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_SENTENCES: Final = 60

_FOLD: Final = frozenset({"case", "accents"})
_NUM: Final = r"(?:\d{1,3}(?:[ .,]\d{3})+(?!\d)(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)"
_WORDS: Final = "|".join(sorted(NUMBERS, key=len, reverse=True))
_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAYS: Final = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_BREAK: Final = re.compile(
    r"(?<=[.!?…])\s+|[\n;]+|(?<=\w)\s*[:]\s+(?=[^\W\d])|,?\s+(?=(?:mais|but|however|cependant|toutefois)\s)",
    re.I,
)
_GREETING: Final = re.compile(
    r"^\s*(?:bonjour|bonsoir|salut|merci(?: beaucoup)?|cher|chere|hello|hi|hey|dear|thanks|thank you)\b[^,.!?:;]{0,60}[,.!?:;]?\s*",
    re.I,
)
_NAMED: Final = re.compile(r"([^\W\d_][\w’'-]*)[ \u00a0](\d{1,3})\b(?![.,]\d)(?!\s*[%€$£°:/-])")
_CAPITAL: Final = re.compile(r"[^\W\d_][\w-]*")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|(?<!\w)@\w+")
_PHONE: Final = re.compile(r"(?<!\d)(?:\+\d{2} ?\d|0\d)(?:[ .-]?\d{2}){4}(?!\d)")
_ID: Final = re.compile(
    r"(?:\b(?:commande|order|ticket|dossier|case|reference|ref|lot|batch|colis|parcel|suivi|tracking)\s*)"
    r"(?:n[°o]\.?\s*|number\s*|numero\s*|#\s*)?:?\s*([a-z]{0,4}-?\d[\w-]{2,})|\bn(?:°|o\.)\s*([a-z]{0,4}-?\d[\w-]*)|#(\d+)|\b(\d{5,})\b(?!\s*(?:€|eur|%))"
)
_LABEL: Final = re.compile(
    r"\b(lignes?|lines?|tram|bus|vol|flight|modele|model|version|salle|room|quai|platform|gate|porte|chapitre|chapter"
    r"|etage|floor|episode|saison|season|niveau|level|zone|numero)\s+(\d+)\b(?!\s*(?:€|%|h\b|jours?|days?|euros?))"
    r"|\b(tailles?|sizes?)\s+(\d+|x*[sml])\b"
    r"|\b(train|vol|flight|bus|seance|session|ferry)\s+(?:de |of |at )?(\d{1,2}(?:\s*h\s*|:)\d{0,2})"
)
_ALWAYS: Final = {(24, 7), (7, 7)}  # round the clock, every day: no day of July
_ISO: Final = re.compile(r"\b\d{4}-(\d{2})-(\d{2})\b")
_SLASH: Final = re.compile(r"\b(\d{1,2})/(\d{1,2})(?:/\d{2,4})?\b")
_DATES: Final = re.compile(
    rf"\b(?:(\d{{1,2}})(?:er|st|nd|rd|th)?\s*(?:au|et|to|and|-|–)\s*(?:le\s+)?)?(\d{{1,2}})(?:er|st|nd|rd|th)?\s+(?:of\s+)?({_MONTH})\b\.?(?:,?\s*\d{{4}})?"
)
_DATES_EN: Final = re.compile(rf"\b({_MONTH})\b\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s*\d{{4}})?")
_IN_MONTH: Final = re.compile(
    rf"\b(?:en|in|fin|debut|mi-?|by|until|since|depuis|des|early|late|end of|avant|before)\s+({_MONTH})\b"
)
_RELATIVE: Final = re.compile(
    r"\b(apres-demain|apres demain|day after tomorrow|aujourd'hui|today|demain|tomorrow|hier|yesterday)\b"
)
_SHIFT: Final = {"aujourd'hui": 0, "today": 0, "demain": 1, "tomorrow": 1, "hier": -1, "yesterday": -1}
_SEASONS: Final = {
    "printemps": 0, "spring": 0, "ete": 1, "summer": 1, "automne": 2, "autumn": 2, "fall": 2, "hiver": 3, "winter": 3,
}  # fmt: skip
_SEASON: Final = re.compile(
    rf"\b(?:au|en|cet?|cette|l'|in|this|next|by)\s*(?:the\s+)?({'|'.join(_SEASONS)})\b(?:\s+prochaine?)?"
)
_PERCENT: Final = re.compile(rf"({_NUM})\s*(?:%|pour ?cents?\b|per ?cent\b)")
_MONEY: Final = re.compile(
    rf"({_NUM})\s*(?:€|euros?\b|eur\b|\$|dollars?\b|usd\b|£|pounds?\b|gbp\b|chf\b)\s*(\d{{2}}\b(?!\s*(?:h|%|€)))?|[€$£]\s*({_NUM})"
)
_TIME: Final = re.compile(
    r"(?<![\d.,])(\d{1,2})(?:\s*h(?:eures?)?\s*(\d{2})?|:(\d{2}))(?![\d\w])|(?<![\d.,])(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\b\.?|\b(midi|minuit|noon|midnight)\b"
)
_SPAN_BEFORE: Final = re.compile(
    r"(?:sous|en|dans|pendant|within|in|pour|for|apres|after|moins de|plus de|less than|more than|prend|takes?|environ|about|les)\s+(?:les\s+)?(?:\d+\s*(?:a|-|ou|or|to)\s*)?$"
)
_DURATION: Final = re.compile(
    rf"(?:({_NUM}|{_WORDS})\s*(?:a|-|–|ou|or|to|et)\s*)?\b({_NUM}|{_WORDS})\s*(?:business |working |full )?"
    r"(minutes?|min|heures?|hours?|hrs?|h|jours?|j|days?|semaines?|weeks?|mois|months?|ans?|annees?|years?)\b(?:\s+ouvr(?:es?|ables?))?"
)
_HOURS: Final = {
    "minute": 1 / 60, "min": 1 / 60, "heure": 1, "hour": 1, "hr": 1, "h": 1, "jour": 24, "j": 24, "day": 24,
    "semaine": 168, "week": 168, "mois": 730, "month": 730, "an": 8_760, "annee": 8_760, "year": 8_760,
}  # fmt: skip
_MEASURE: Final = re.compile(
    rf"({_NUM})\s*(mm|cm|km|m|mg|kg|g|ml|cl|l|litres?|liters?|kwh|kw|w|watts?|v|volts?|mah|°\s?c|°|go|mo|gb|mb|degres?|degrees?)\b"
)
_COUNT: Final = re.compile(
    rf"(?<![\w-])({_NUM}|{_WORDS})\s+((?!a\b|au\b|et\b|to\b|and\b|ou\b|or\b)[a-z][\w-]+)"
)
_TOKEN: Final = re.compile(r"[^\W_]+")
_NOT_EN: Final = frozenset({"not", "never", "no", "without", "nor", "neither"})
_NOT_FR: Final = frozenset(
    {"pas", "plus", "jamais", "aucun", "aucune", "rien", "guere", "aucunement", "nullement"}
)
_ALONE_FR: Final = frozenset({"pas", "aucun", "aucune", "sans", "jamais"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """``content``: word of matter -> whether it is denied. ``facts``: kind -> values; ``written``: as they stood."""

    text: str
    content: Mapping[str, bool]
    surface: Mapping[str, str]
    facts: Mapping[str, tuple[float, ...]]
    written: Mapping[str, tuple[str, ...]]
    proper: frozenset[str]
    ids: frozenset[str]


class _Reader:
    """Takes facts out of one folded sentence, one kind after the other, so that no figure is read twice."""

    def __init__(self, folded: str, day: date, language: str) -> None:
        self.text = folded
        self.day = day
        self.language = language
        self.facts: dict[str, list[float]] = {}
        self.written: dict[str, list[str]] = {}
        self.ids: set[str] = set()

    def note(self, kind: str, value: float, written: str) -> None:
        values = self.facts.setdefault(kind, [])
        if value not in values:
            values.append(value)
        words = " ".join(written.split())
        if words not in self.written.setdefault(kind, []):
            self.written[kind].append(words)

    def read(self) -> None:
        self.text = _ADDRESS.sub(" ", self.text)
        self._take(_PHONE, self._phone)
        self._take(_ID, self._id)
        self._take(_LABEL, self._label)
        self._take(_ISO, lambda m: self._date(int(m[1]), int(m[2]), m[0]))
        self._take(_SLASH, self._slash)
        self._take(_DATES, self._dates)
        self._take(_DATES_EN, lambda m: self._date(MONTHS[m[1]], int(m[2]), m[0]))
        self._take(_IN_MONTH, lambda m: self._date(MONTHS[m[1]], 0, m[0]))
        self._take(_RELATIVE, self._relative)
        self._take(_SEASON, lambda m: self.note("season", _SEASONS[m[1]], m[0]))
        self._take(re.compile(rf"\b({_DAYS})\b"), self._weekday)
        self._take(_PERCENT, lambda m: self.note("percent", _number(m[1]), m[0]))
        self._take(_MONEY, self._money)
        self._take(_TIME, self._time)
        self._take(_DURATION, self._duration)
        self._take(_MEASURE, self._measure)
        self._take(_COUNT, self._count)

    def _take(self, pattern: re.Pattern[str], use: object) -> None:
        """Let ``use`` read each match; False keeps the words where they are, a string puts others in their place."""

        def one(found: re.Match[str]) -> str:
            kept = use(found)  # type: ignore[operator]
            return found[0] if kept is False else f" {kept} " if isinstance(kept, str) else " "

        self.text = pattern.sub(one, self.text)

    def _phone(self, found: re.Match[str]) -> None:
        digits = re.sub(r"\D", "", found[0])
        self.note("phone", float(digits), found[0])

    def _id(self, found: re.Match[str]) -> str | None:
        self.ids.add(next(group for group in found.groups() if group))
        word = _TOKEN.match(found[0].strip())
        return word[0] if word is not None and word[0].isalpha() else None

    def _label(self, found: re.Match[str]) -> str:
        """A line, a size, the 8:10 train: figures that name a thing and state nothing of it."""
        name, mark = (group for group in found.groups() if group)
        self.ids.add("".join(mark.split()))
        return name

    def _date(self, month: int, day: int, written: str) -> bool | None:
        if not (1 <= month <= 12 and 0 <= day <= 31):
            return False
        self.note("date", month * 100 + day, written)
        return None

    def _slash(self, found: re.Match[str]) -> bool | None:
        first, second = int(found[1]), int(found[2])
        if (first, second) in _ALWAYS:
            return None
        if self.language == "en" and first <= 12 and second <= 12 and first != second:
            return None  # 3/4 is two different days in English: better nothing than a guess
        return self._date(first, second, found[0]) if second > 12 else self._date(second, first, found[0])

    def _dates(self, found: re.Match[str]) -> bool | None:
        month = MONTHS[found[3]]
        if found[1] is not None:
            self._date(month, int(found[1]), found[0])
        return self._date(month, int(found[2]), found[0])

    def _relative(self, found: re.Match[str]) -> None:
        try:
            there = self.day + timedelta(days=_SHIFT.get(found[1], 2))
        except OverflowError:  # the last day of the calendar has no tomorrow
            return
        self.note("date", there.month * 100 + there.day, found[0])

    def _weekday(self, found: re.Match[str]) -> None:
        self.note("weekday", WEEKDAYS[found[1]], found[0])

    def _money(self, found: re.Match[str]) -> None:
        value = _number(found[1] or found[3])
        if found[2]:
            value += int(found[2]) / 100
        self.note("money", value, found[0])

    def _time(self, found: re.Match[str]) -> bool | None:
        if found[7]:
            self.note("time", 720 if found[7] in ("midi", "noon") else 0, found[0])
            return None
        if found[4]:
            hour = int(found[4]) % 12 + (12 if found[6] == "p" else 0)
            self.note("time", hour * 60 + int(found[5] or 0), found[0])
            return None
        hour, minute = int(found[1]), int(found[2] or found[3] or 0)
        spoken = found[3] is None and found[2] is None
        if hour > 24 or minute > 59 or (spoken and _SPAN_BEFORE.search(self.text[: found.start()])):
            return False  # 48 h is a span, and so is "within 2 h"
        self.note("time", hour * 60 + minute, found[0])
        return None

    def _duration(self, found: re.Match[str]) -> None:
        unit = found[3]
        hours = _HOURS.get(unit) or _HOURS[unit.rstrip("s")]
        for number in (found[1], found[2]):
            if number:
                self.note("duration", round(_number(number) * hours, 2), found[0])

    def _measure(self, found: re.Match[str]) -> None:
        unit = found[2].replace(" ", "")
        self.note(f"measure:{unit.rstrip('s') if len(unit) > 3 else unit}", _number(found[1]), found[0])

    def _count(self, found: re.Match[str]) -> str | bool:
        stem, _ = matter(found[2])
        if not stem or found[2] in STOP:
            return False
        self.note(f"count:{stem}", _number(found[1]), found[0])
        return found[2]


def read_sentences(text: str, day: date, language: str, names: tuple[str, ...]) -> tuple[Sentence, ...]:
    """The sentences of ``text`` that state something; questions state nothing. ``names`` carry no matter."""
    passed = {word for name in names for word in _TOKEN.findall(plain(name, _FOLD))}
    found = []
    for part in _BREAK.split(text)[:MAX_SENTENCES]:
        stated = _GREETING.sub("", part or "").strip()
        if stated and not stated.endswith("?"):
            found.append(_sentence(stated, day, language, passed))
    return tuple(one for one in found if one.content)


def _sentence(stated: str, day: date, language: str, passed: set[str]) -> Sentence:
    stated = stated.replace("\u202f", " ").replace("\u00a0", " ")
    proper: set[str] = set()

    def named(found: re.Match[str]) -> str:
        first = plain(found[1], _FOLD)
        if not found[1][0].isupper() or first in STOP or first in WEEKDAYS or first in MONTHS or _unit(found):
            return found[0]
        if found.start() == 0 and first in NUMBERS:
            return found[0]
        proper.add(f"{first}{found[2]}")
        return f"{found[1]}{found[2]}"

    text = _NAMED.sub(named, stated)
    for found in _CAPITAL.finditer(text):
        word = found[0]
        folded = plain(word, _FOLD)
        if found.start() and word[0].isupper() and not word.isupper() and folded not in STOP | passed:
            if folded not in WEEKDAYS and folded not in MONTHS and not _concept(folded):
                proper.add(folded)
    folded = plain(text, _FOLD).replace("n't", " not").replace("cannot", "can not")
    for pattern, instead in PHRASES:
        folded = re.sub(pattern, instead, folded)
    reader = _Reader(folded, day, language)
    reader.read()
    content, surface = _matter(_TOKEN.findall(reader.text), passed)
    return Sentence(
        text=stated,
        content=content,
        surface=surface,
        facts={kind: tuple(values) for kind, values in reader.facts.items()},
        written={kind: tuple(words) for kind, words in reader.written.items()},
        proper=frozenset(proper - passed),
        ids=frozenset(reader.ids),
    )


def _unit(found: re.Match[str]) -> bool:
    """Whether what follows makes the figure a fact and not part of a name: "Comptez 3 jours", "Samedi 14 novembre"."""
    after = plain(found.string[found.end() : found.end() + 16], _FOLD).strip()
    word = _TOKEN.match(after)
    return word is not None and (
        word[0] in MONTHS or word[0].rstrip("s") in _HOURS or word[0] in ("euros", "euro", "h")
    )


def _matter(tokens: list[str], passed: set[str]) -> tuple[dict[str, bool], dict[str, str]]:
    """Words of matter with whether they are denied, and how they stood."""
    denied = _denied(tokens)
    content: dict[str, bool] = {}
    surface: dict[str, str] = {}
    for place, token in enumerate(tokens):
        if token in passed or not _matters(token):
            continue
        word, turned = matter(token)
        if word in content:
            continue
        content[word] = (place in denied) != turned
        surface[word] = f"{denied[place]} … {token}" if place in denied else token
    return content, surface


def _matters(token: str) -> bool:
    return len(token) > 1 and token not in STOP and not token.isdigit()


def _denied(tokens: list[str]) -> dict[int, str]:
    """Place of each denied word -> the word that denies it."""
    found: dict[int, str] = {}
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token in ("ne", "n"):
            mark = next(
                (at for at in range(place + 1, min(place + 8, len(tokens))) if tokens[at] in _NOT_FR), None
            )
            if mark is not None:
                inside = [at for at in range(place + 1, mark) if _matters(tokens[at])]
                for at in inside or _after(tokens, mark):
                    found[at] = tokens[mark]
                place = mark + 1
                continue
        elif token in _NOT_EN or token in _ALONE_FR:
            for at in _after(tokens, place):
                found[at] = token
        place += 1
    return found


def _after(tokens: list[str], place: int) -> list[int]:
    """The first word of matter after ``place``, at most four words on."""
    for at in range(place + 1, min(place + 5, len(tokens))):
        if _matters(tokens[at]):
            return [at]
    return []


def _concept(word: str) -> str:
    if word in APART:
        return ""
    for length in range(min(len(word), 12), 2, -1):
        known = CONCEPTS.get(word[:length])
        if known is not None and (length >= 4 or length == len(word) or len(word) - length <= 2):
            return known
    return ""


def matter(word: str) -> tuple[str, bool]:
    """What a folded word speaks of, and whether it says the opposite: ``fermé`` is (open, True)."""
    known = _concept(word)
    if known:
        return known.lstrip("-"), known.startswith("-")
    stem = word
    for ending in ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) >= 4:
            stem = stem[: -len(ending)]
            break
    return (stem.rstrip("aeiy") if len(stem) > 4 else stem), False


def _number(text: str) -> float:
    """A figure or a number word; blanks, points and commas between groups of three digits are no decimals."""
    known = NUMBERS.get(text)
    if known is not None:
        return float(known)
    if re.fullmatch(r"\d{1,3}(?:[ .,]\d{3})+(?:[.,]\d{1,2})?", text):
        tail = re.search(r"[.,](\d{1,2})$", text)
        whole = re.sub(r"[ .,]", "", text[: tail.start()] if tail else text)
        return float(whole + (f".{tail[1]}" if tail else ""))
    return float(text.replace(" ", "").replace(",", "."))
