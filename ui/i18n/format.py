"""Numbers, ages, spans and dates in the language shown: times as 08:05, spans as 1 h 40."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QDateTime, QLocale

from ui.i18n.mark import translate

NBSP: Final = "\u00a0"
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def language() -> str:
    """The language in force, as the console names it."""
    return "fr" if QLocale().language() == QLocale.Language.French else "en"


def number(value: int) -> str:
    """A whole number with the language's grouping: 1,248 or 1 248."""
    return QLocale().toString(value)


def score(value: float) -> str:
    """A score 0 to 1 with two decimals: 0.94 or 0,94."""
    return QLocale().toString(value, "f", 2)


def clock_time(epoch: int) -> str:
    """Local time of day of a UTC epoch second: 09:41, in both languages."""
    return QDateTime.fromSecsSinceEpoch(epoch).toString("HH:mm")


def clock_seconds(epoch: int) -> str:
    """Local time of day with seconds: 09:41:07."""
    return QDateTime.fromSecsSinceEpoch(epoch).toString("HH:mm:ss")


def day(epoch: int, now: int | None = None) -> str:
    """Local day: 19 Nov, with the year when it is not the year of ``now``."""
    moment = QDateTime.fromSecsSinceEpoch(epoch)
    current = QDateTime.fromSecsSinceEpoch(now) if now is not None else QDateTime.currentDateTime()
    pattern = "d MMM" if moment.date().year() == current.date().year() else "d MMM yyyy"
    return QLocale().toString(moment.date(), pattern)


def days_between(first: int, second: int) -> int:
    """How many local days from one UTC epoch second to another; 0 on the same day."""
    start = QDateTime.fromSecsSinceEpoch(first).date()
    return start.daysTo(QDateTime.fromSecsSinceEpoch(second).date())


def month(epoch: int) -> str:
    """Local month and year: March 2025."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(epoch).date(), "MMMM yyyy")


def day_word(epoch: int, now: int) -> str:
    """``today``, ``yesterday`` or the day."""
    gap = QDateTime.fromSecsSinceEpoch(epoch).date().daysTo(QDateTime.fromSecsSinceEpoch(now).date())
    if gap == 0:
        return translate("Format", "today")
    if gap == 1:
        return translate("Format", "yesterday")
    return day(epoch, now)


def moment(epoch: int, now: int) -> str:
    """Day and time as a person says it: today, 09:41."""
    return translate("Format", "{day}, {time}").format(day=day_word(epoch, now), time=clock_time(epoch))


def span(seconds: int) -> str:
    """A length of time, two units at most: 40 s, 18 min, 1 h 40, 2 d 3 h. Negative counts as zero."""
    left = max(seconds, 0)
    if left < _MINUTE:
        return translate("Format", "{n} s").format(n=left).replace(" ", NBSP)
    if left < _HOUR:
        text = translate("Format", "{n} min").format(n=left // _MINUTE)
    elif left < _DAY:
        hours, minutes = left // _HOUR, left % _HOUR // _MINUTE
        text = f"{hours} h {minutes:02d}" if minutes else f"{hours} h"
    else:
        days, hours = left // _DAY, left % _DAY // _HOUR
        text = translate("Format", "{n} d").format(n=days)
        if hours and days < 3:
            text += f" {hours} h"
    return text.replace(" ", NBSP)


def minutes(seconds: int) -> str:
    """A length of time in whole minutes, however many: where every one of them counts. Negative counts as zero."""
    text = translate("Format", "{n} min").format(n=number(max(seconds, 0) // _MINUTE))
    return text.replace(" ", NBSP)


def age(seconds: int) -> str:
    """How long ago, one unit: just now, 6 min ago, 4 h ago, 3 d ago."""
    past = max(seconds, 0)
    if past < _MINUTE:
        return translate("Format", "just now")
    if past < _HOUR:
        unit = translate("Format", "{n} min").format(n=past // _MINUTE)
    elif past < _DAY:
        unit = f"{past // _HOUR} h"
    else:
        unit = translate("Format", "{n} d").format(n=past // _DAY)
    return translate("Format", "{span} ago").format(span=unit.replace(" ", NBSP))


def late(seconds: int) -> str:
    """How late: 12 min late."""
    return translate("Format", "{span} late").format(span=span(seconds))


def size(count: int) -> str:
    """A file size in the language's units: 214 kB."""
    return QLocale().formattedDataSize(count, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
