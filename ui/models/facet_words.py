"""A filter in words: what can be chosen, what is chosen, and what choosing one thing makes of the filter."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QDateTime, QLocale

from console.services.tags import tag_word
from ui.delegates.visible_text import plain_name
from ui.i18n.format import language
from ui.i18n.mark import translate
from ui.i18n.words import category_word, platform_word, role_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from console.services.facets import Facets
    from console.services.narrowing import Narrowing
    from console.services.typed_search import Term

DAYS: Final = (1, 2, 7, 30)
_OWN_NAMES: Final = {"en": "English", "es": "español", "pt": "português", "zh": "中文", "nl": "Nederlands"}
"""Languages that Qt names after a country."""
_MANY: Final = ("categories", "languages", "tags")


@dataclass(frozen=True, slots=True)
class FacetRow:
    """One value that can be chosen. ``count`` is None where none is kept; ``on`` whether it narrows now."""

    facet: str
    value: Any
    word: str
    count: int | None = None
    on: bool = False


def facet_name(facet: str) -> str:
    """The heading of a facet."""
    return {
        "channel": translate("Filter", "Channel"),
        "categories": translate("Filter", "Category"),
        "severity_min": translate("Filter", "Severity"),
        "languages": translate("Filter", "Language"),
        "tags": translate("Filter", "Author tag"),
        "assignee": translate("Filter", "Assigned to"),
        "days": translate("Filter", "Written"),
        "since": translate("Filter", "Written"),
        "until": translate("Filter", "Written"),
        "post": translate("Filter", "Post"),
        "author": translate("Filter", "Author"),
        "followers_min": translate("Filter", "Followers"),
    }.get(facet, facet)


def rows(found: Facets, by: Narrowing, me: str, typed: str = "") -> list[FacetRow]:
    """Every value in the order shown; a date that is being typed is offered too."""
    made: list[FacetRow] = []
    made += _dates(by, typed)
    made += [
        FacetRow("categories", one, category_word(one), n, one in by.categories)
        for one, n in found.categories
    ]
    made += [
        FacetRow("severity_min", one, _severity(one), n, by.severity_min == one)
        for one, n in found.severities
    ]
    if len(found.channels) > 1 or by.channel is not None:
        made += [
            FacetRow("channel", one, _channel(name, kind), n, by.channel == one)
            for one, name, kind, n in found.channels
        ]
    made += [
        FacetRow("languages", one, language_word(one), n, one in by.languages) for one, n in found.languages
    ]
    made += [FacetRow("days", one, _days(one), None, by.days == one and by.since is None) for one in DAYS]
    made += [
        FacetRow("assignee", one, _who(one, me), None, by.assignee == one)
        for one in ("", *found.people, *found.roles)
    ]
    made += [FacetRow("tags", one, one, n, one in by.tags) for one, n in found.tags]
    made += [
        FacetRow("post", one, plain_name(title), None, by.post == one)
        for one, title, _channel_name in found.posts
    ]
    return made


def toggled(by: Narrowing, row: FacetRow) -> Narrowing:
    """The filter after a value was chosen, or chosen again to take it away."""
    if row.facet in _MANY:
        held: tuple[str, ...] = getattr(by, row.facet)
        now = tuple(one for one in held if one != row.value) if row.on else (*held, row.value)
        return _with(by, row.facet, now)
    if row.facet == "severity_min":
        return replace(by, severity_min=None if row.on else row.value, severity_max=None)
    if row.facet == "days":
        return replace(by, days=None if row.on else row.value, since=None, until=None)
    if row.facet in ("since", "until"):
        return replace(_with(by, row.facet, None if row.on else row.value), days=None)
    return _with(by, row.facet, None if row.on else row.value)


def chips(by: Narrowing, found: Facets, me: str) -> list[tuple[str, str]]:
    """(facet, words) of each condition that narrows."""
    return [(facet, chip_word(facet, by, found, me)) for facet in by.facets]


def chip_word(facet: str, by: Narrowing, found: Facets, me: str) -> str:
    """One condition in words."""
    if facet == "categories":
        return ", ".join(category_word(one, short=True) for one in by.categories)
    if facet == "languages":
        return ", ".join(language_word(one) for one in by.languages)
    if facet == "tags":
        return ", ".join(by.tags)
    if facet == "severity_min":
        if by.severity_max is None:
            return _severity(by.severity_min or 0)
        if by.severity_min in (None, by.severity_max):
            return translate("Filter", "Severity {n}").format(n=by.severity_max)
        return translate("Filter", "Severity {low} to {high}").format(
            low=by.severity_min, high=by.severity_max
        )
    if facet == "channel":
        names = {one: _channel(name, kind) for one, name, kind, _n in found.channels}
        return names.get(by.channel or 0, facet_name(facet))
    if facet == "post":
        titles = {one: plain_name(title) for one, title, _channel_name in found.posts}
        return titles.get(by.post or 0, facet_name(facet))
    if facet == "days":
        return _days(by.days or 1)
    if facet == "since":
        parts = []
        if by.since is not None:
            parts.append(translate("Filter", "From {day}").format(day=_day(by.since)))
        if by.until is not None:
            parts.append(translate("Filter", "Before {day}").format(day=_day(by.until)))
        return ", ".join(parts)
    if facet == "assignee":
        return _who(by.assignee or "", me)
    if facet == "followers_min":
        return translate("Filter", "{n} followers or more").format(
            n=QLocale().toString(by.followers_min or 0)
        )
    return facet_name(facet)


def typed_word(term: Term) -> str:
    """A filter that was typed among the words of the search."""
    if term.key == "is":
        return {
            "late": translate("Filter", "Late"),
            "mine": translate("Filter", "Mine"),
            "masked": translate("Filter", "Masked"),
        }[term.value]
    if term.key == "lang":
        return language_word(term.value)
    value = tag_word(term.value, language()) if term.key == "tag" else plain_name(term.value)
    name = facet_name({"tag": "tags"}.get(term.key, term.key))
    return translate("Filter", "{name}: {value}").format(name=name, value=value)


def language_word(code: str) -> str:
    """A language by its own name, as its speakers look for it; the code where it has none."""
    name = _OWN_NAMES.get(code) or (QLocale(code).nativeLanguageName() if len(code) in (2, 3) else "")
    return f"{name} ({code})" if name and QLocale(code).language() != QLocale.Language.C else code


def _dates(by: Narrowing, typed: str) -> Iterator[FacetRow]:
    try:
        day = datetime.datetime.fromisoformat(typed.strip())
        moment = int(day.timestamp())
    except (ValueError, OverflowError, OSError):
        return
    if 0 <= moment < 253_402_300_799:
        for facet, words in (
            ("since", translate("Filter", "From {day}")),
            ("until", translate("Filter", "Before {day}")),
        ):
            yield FacetRow(facet, moment, words.format(day=_day(moment)), None, getattr(by, facet) == moment)


def _day(moment: int) -> str:
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(moment).date(), QLocale.FormatType.ShortFormat)


def _days(number: int) -> str:
    if number == 1:
        return translate("Filter", "Today")
    if number == 2:
        return translate("Filter", "Since yesterday")
    return translate("Filter", "Last {n} days").format(n=number)


def _severity(number: int) -> str:
    if number >= 5:
        return translate("Filter", "Severity {n}").format(n=5)
    return translate("Filter", "Severity {n} and more").format(n=number)


def _who(who: str, me: str) -> str:
    if not who:
        return translate("Filter", "Nobody")
    if who == me:
        return translate("Filter", "Me ({name})").format(name=who)
    return role_word(who)  # a name that is no role is shown as it is


def _channel(name: str, kind: str) -> str:
    return platform_word("practice") if kind == "practice" else name


def _with(by: Narrowing, facet: str, value: Any) -> Narrowing:
    changed: dict[str, Any] = {facet: value}
    return replace(by, **changed)
