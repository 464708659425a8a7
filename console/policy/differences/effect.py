"""What another policy would have done to a workspace's past, in plain sentences from a backtest's report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.policy.replies import MONTHS

if TYPE_CHECKING:
    from collections.abc import Mapping

_NARROW: Final = "\u202f"

EFFECTS: Final[Mapping[str, Mapping[str, str]]] = {
    "more.one": {
        "en": "1 comment of {month} would now be hidden",
        "fr": "1 commentaire {month} serait désormais masqué",
    },
    "more.many": {
        "en": "{count} comments of {month} would now be hidden",
        "fr": "{count} commentaires {month} seraient désormais masqués",
    },
    "and_fewer.one": {"en": "{sentence}, 1 no longer.", "fr": "{sentence}, 1 ne le serait plus."},
    "and_fewer.many": {
        "en": "{sentence}, {count} no longer.",
        "fr": "{sentence}, {count} ne le seraient plus.",
    },
    "fewer.one": {
        "en": "1 comment of {month} would no longer be hidden.",
        "fr": "1 commentaire {month} ne serait plus masqué.",
    },
    "fewer.many": {
        "en": "{count} comments of {month} would no longer be hidden.",
        "fr": "{count} commentaires {month} ne seraient plus masqués.",
    },
    "same.one": {
        "en": "In 1 comment of the past, nothing would be hidden otherwise.",
        "fr": "Sur 1 commentaire passé, rien ne serait masqué autrement.",
    },
    "same.many": {
        "en": "In {count} comments of the past, nothing would be hidden otherwise.",
        "fr": "Sur {count} commentaires passés, rien ne serait masqué autrement.",
    },
    "empty": {
        "en": "This workspace holds no comments to try it on.",
        "fr": "Cet espace ne contient aucun commentaire sur lequel l’essayer.",
    },
    "protected.one": {
        "en": "1 protected comment would be proposed for hiding.",
        "fr": "1 commentaire protégé serait proposé au masquage.",
    },
    "protected.many": {
        "en": "{count} protected comments would be proposed for hiding.",
        "fr": "{count} commentaires protégés seraient proposés au masquage.",
    },
}


def say_month(month: str, more: int, fewer: int, language: str = "en", *, year: bool = True) -> str:
    """One month's effect, such as "12 comments of October 2026 would now be hidden, 3 no longer."; "" for none.

    ``month`` is ``2026-10``.
    """
    lang = "fr" if language == "fr" else "en"
    name = _month(month, lang, year)
    if more:
        sentence = _counted("more", more, lang, month=name)
        return _counted("and_fewer", fewer, lang, sentence=sentence) if fewer else f"{sentence}."
    return _counted("fewer", fewer, lang, month=name) if fewer else ""


def say_effect(report: Mapping[str, Any], language: str = "en") -> tuple[str, ...]:
    """A backtest's effect month by month, then what it does to protected comments; one sentence where there is none."""
    lang = "fr" if language == "fr" else "en"
    months = list(report.get("months", ()))
    years = {str(one["month"])[:4] for one in months}
    said = [
        say_month(
            str(one["month"]),
            int(one["more_hidden"]),
            int(one["no_longer_hidden"]),
            lang,
            year=len(years) > 1,
        )
        for one in months
    ]
    found = [sentence for sentence in said if sentence]
    if not found:
        comments = int(report.get("comments", 0))
        found = [_counted("same", comments, lang) if comments else EFFECTS["empty"][lang]]
    protected = int(report.get("protected_hit", 0))
    if protected:
        found.append(_counted("protected", protected, lang))
    return tuple(found)


def _counted(code: str, count: int, lang: str, **values: str) -> str:
    words = EFFECTS[f"{code}.{'one' if count == 1 else 'many'}"][lang]
    return words.format(count=f"{count:,}".replace(",", _NARROW if lang == "fr" else ","), **values)


def _month(month: str, lang: str, year: bool) -> str:
    written, _, number = month.partition("-")
    names = MONTHS[lang]
    name = names[int(number) - 1] if number.isdigit() and 1 <= int(number) <= len(names) else number
    if lang == "fr":
        name = f"d’{name}" if name[:1] in "ao" else f"de {name}"
    return f"{name} {written}" if year else name
