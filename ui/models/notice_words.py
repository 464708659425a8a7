"""A notice of the desktop in words: how many of what, where, how long is left. Never a word of a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.i18n.wellbeing_counted import wellbeing_counted
from ui.i18n.words import join_and, platform_word
from ui.notifications import Event, Kind, Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_HEADS: Final[Mapping[Kind, Callable[[int], str]]] = {
    Kind.ILLEGAL: wellbeing_counted.illegal,
    Kind.INCIDENT: wellbeing_counted.incidents,
    Kind.REVIEW: wellbeing_counted.reviews,
    Kind.SIGN_IN: wellbeing_counted.sign_ins,
}


def notice_words(notice: Notice, now: int) -> tuple[str, str]:
    """Title and body at ``now`` (UTC epoch seconds). Several kinds: one line each."""
    kinds = [kind for kind in Kind if notice.of(kind)]
    lines = [_line(notice.of(kind), now) for kind in kinds]
    heads = [_HEADS[kind](len(notice.of(kind))) for kind in kinds]
    if len(kinds) == 1:
        return heads[0], lines[0]
    return heads[0], "\n".join(
        [lines[0], *(f"{head}. {line}" for head, line in zip(heads[1:], lines[1:], strict=True))]
    )


def _line(events: tuple[Event, ...], now: int) -> str:
    places = list(dict.fromkeys(platform_word(one.platform) for one in events if one.platform))
    parts = [f"{join_and(places)}."] if places else []
    due = [one.due_at for one in events if one.due_at is not None]
    if due:
        left = min(due) - now
        if left <= 0:
            parts.append(f"{say.late(-left)}.")
        elif len(events) == 1:
            parts.append(translate("Notices", "{span} left.").format(span=say.span(left)))
        else:
            parts.append(translate("Notices", "{span} left for the first.").format(span=say.span(left)))
    return " ".join(parts)
