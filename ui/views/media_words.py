"""The words of attached pictures: what is attached, how it is shown, what its key does, and why it did not come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from console.domain.errors import (
    AuthExpired,
    AuthMissingScope,
    ForbiddenByPlatform,
    Gone,
    NotFound,
    QuotaExhausted,
    RateLimited,
    SecretMissing,
    Transient,
    Unsupported,
    VigieError,
)
from ui import actions
from ui.delegates.visible_text import plain_name
from ui.errors import describe
from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.views.thread_words import media_words

if TYPE_CHECKING:
    from ui.models.detail_data import Medium

CONTEXT: Final = "Media"
_ON_SITE: Final = QT_TRANSLATE_NOOP("Media", "Open the comment on the site ({open}).")
_AGAIN: Final = QT_TRANSLATE_NOOP("Media", "{key} tries again.")
_SIGN_IN: Final = QT_TRANSLATE_NOOP("Media", "Sign in again in Channels.")

#: Class of the error -> what happened, what to do next. The first that fits; others say what they say everywhere.
_TROUBLES: Final[tuple[tuple[type[VigieError], str, str], ...]] = (
    (Gone, QT_TRANSLATE_NOOP("Media", "This picture is no longer on the site."), ""),
    (NotFound, QT_TRANSLATE_NOOP("Media", "This comment is no longer in the workspace."), ""),
    (AuthExpired, QT_TRANSLATE_NOOP("Media", "The site asks for a new sign-in."), _SIGN_IN),
    (SecretMissing, QT_TRANSLATE_NOOP("Media", "The site asks for a sign-in."), _SIGN_IN),
    (AuthMissingScope, QT_TRANSLATE_NOOP("Media", "Our sign-in may not see this picture."), _ON_SITE),
    (ForbiddenByPlatform, QT_TRANSLATE_NOOP("Media", "The site does not show us this picture."), _ON_SITE),
    (RateLimited, QT_TRANSLATE_NOOP("Media", "The site asks us to wait a little."), _AGAIN),
    (QuotaExhausted, QT_TRANSLATE_NOOP("Media", "Today’s share of requests is used up."), _ON_SITE),
    (Unsupported, QT_TRANSLATE_NOOP("Media", "Pictures of this channel cannot be shown here."), _ON_SITE),
)
_OFFLINE: Final = QT_TRANSLATE_NOOP("Media", "No way to the site: the network does not answer.")
_BROKEN: Final = QT_TRANSLATE_NOOP("Media", "The picture did not come whole.")
_TELLING: Final = frozenset({"picture_too_large", "picture_not_one", "picture_elsewhere"})


def trouble_words(error: Exception) -> tuple[str, str]:
    """What happened and what to do next, in words short enough for a tile."""
    if isinstance(error, Transient):
        return _said(_OFFLINE if error.code in ("offline", "timeout", "proxy_failed") else _BROKEN), _said(
            _AGAIN
        )
    for kind, what, step in _TROUBLES:
        if isinstance(error, kind):
            return _said(what), _said(step)
    words = describe(error)
    telling = isinstance(error, VigieError) and error.code in _TELLING
    return words.what, _said(_ON_SITE) if telling else words.step


def _said(source: str) -> str:
    return (
        QCoreApplication.translate(CONTEXT, source).format(
            key=actions.keycap("look.picture"), open=actions.keycap("look.open")
        )
        if source
        else ""
    )


def hint_words(what: str) -> str:
    """What the key does now, said behind its keycap; what is loading has none, and what failed has sentences."""
    return {
        "load": translate("Media", "loads it"),
        "site": translate("Media", "opens it on the site"),
        "show": translate("Media", "shows it"),
        "colours": translate("Media", "shows its colours"),
        "cover": translate("Media", "covers it again"),
        "away": translate("Media", "puts it away"),
    }[what]


def spoken_tile(one: Medium, what: str, grey: bool, trouble: tuple[str, str] = ("", "")) -> str:
    """One tile as a screen reader says it: kind, description, state, and what its key does (``TileState.key_does``)."""
    head = ", ".join(part for part in (media_words(one), plain_name(one.alt)) if part)
    key = actions.keycap("look.open" if what == "site" else "look.picture")
    if what == "loading":
        state = translate("Media", "Loading")
    elif what == "failed":
        return ". ".join(part.rstrip(".") for part in (head, *trouble) if part)
    elif what == "load":
        state = translate("Media", "not loaded; {key} loads it").format(key=key)
    elif what == "site":
        state = translate("Media", "not shown here; {key} opens it on the site").format(key=key)
    elif what == "show":
        state = (
            translate("Media", "blurred and without colour; {key} shows it")
            if grey
            else translate("Media", "blurred; {key} shows it")
        ).format(key=key)
    elif what == "colours":
        state = translate("Media", "without colour; {key} shows its colours").format(key=key)
    elif what == "cover":
        state = translate("Media", "shown; {key} covers it again").format(key=key)
    else:
        state = translate("Media", "shown; {key} puts it away").format(key=key)
    return f"{head}. {state}"


def state_words(does: str) -> str:
    """What the status strip says after the key was pressed; ``does`` is what it does next."""
    return {
        "show": translate("Media", "The picture is blurred. {key} shows it."),
        "colours": translate("Media", "The picture is without colour. {key} shows its colours."),
        "cover": translate("Media", "The picture is shown, for this comment alone. {key} covers it again."),
        "away": translate("Media", "The picture is there. {key} puts it away."),
        "load": translate("Media", "The picture is put away. {key} brings it back."),
    }[does].format(key=actions.keycap("look.picture"))
