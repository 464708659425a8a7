"""A reply's length in words, and where it becomes too long for its site."""

from __future__ import annotations

from collections.abc import Callable

from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.i18n.reply_counted import reply_counted
from ui.models.reply_data import UNITS, Measured

Measure = Callable[[str, str], Measured]


def over(measured: Measured) -> int:
    """By how many units a text is too long; 0 when it fits."""
    return max(measured.used - measured.limit, 0) if measured.limit else 0


def count_words(measured: Measured) -> str:
    """``144 / 300 graphemes``; past the limit also by how much."""
    unit = translate("Units", UNITS[measured.unit]) if measured.unit in UNITS else measured.unit
    if not measured.limit:
        return f"{say.number(measured.used)} {unit}"
    words = f"{say.number(measured.used)} / {say.number(measured.limit)} {unit}"
    return f"{words}, {reply_counted.too_many(over(measured))}" if over(measured) else words


def fits_until(measure: Measure, platform: str, text: str) -> int:
    """How much of a text fits, in code points from its beginning; -1 when all of it does."""
    if not over(measure(platform, text)):
        return -1
    fits, too_far = 0, len(text)
    while too_far - fits > 1:  # a longer beginning is never shorter on the site
        middle = (fits + too_far) // 2
        if over(measure(platform, text[:middle])):
            too_far = middle
        else:
            fits = middle
    return fits
