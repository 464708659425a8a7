"""Connecting a platform in words: what it gives, what to have at hand, what each field wants, how it was tested."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.models.connect_tables import (
    ASIDES,
    BEFORE,
    BEFORE_ANY,
    CALLBACKS,
    CHOICES,
    FIELDS,
    GIVES,
    GIVES_ANY,
    OFFERS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from console.domain.errors import UsageError
    from console.domain.ports import Need, PlatformSpec

CONTEXT: Final = "Connect"

LAST: Final = "file"
FIRST: Final = "practice"

TESTED: Final[dict[str, str]] = {
    "real": QT_TRANSLATE_NOOP("Connect", "This module was tested against the platform’s own server."),
    "simulator": QT_TRANSLATE_NOOP(
        "Connect",
        "This module was tested against a simulator of the platform, not against the platform itself.",
    ),
    "local": QT_TRANSLATE_NOOP(
        "Connect",
        "This module was tested against a server of ours that speaks as the platform’s documents say, not against the platform itself.",
    ),
}

_KINDS_OF_TERM: Final[dict[str, str]] = {
    "keyword": QT_TRANSLATE_NOOP("Connect", "a word or phrase"),
    "hashtag": QT_TRANSLATE_NOOP("Connect", "#word for a hashtag"),
    "account": QT_TRANSLATE_NOOP("Connect", "@name for an account"),
}

REASONS: Final[dict[str, str]] = {
    "need_missing": QT_TRANSLATE_NOOP("Connect", "This is needed."),
    "secret_needed": QT_TRANSLATE_NOOP("Connect", "This is needed."),
    "bad_channel_name": QT_TRANSLATE_NOOP("Connect", "A name has letters, and no colon."),
    "channel_taken": QT_TRANSLATE_NOOP(
        "Connect", "A channel of this name belongs to another account. Give another name."
    ),
    "watch_bad": QT_TRANSLATE_NOOP(
        "Connect", "A term has 1 to 100 characters; a hashtag or an account has no space."
    ),
    "watch_not_offered": QT_TRANSLATE_NOOP("Connect", "This platform cannot search for that."),
    "watch_too_many": QT_TRANSLATE_NOOP(
        "Connect", "A channel watches at most {most} terms. Take one away first."
    ),
}


def _tr(source: str) -> str:
    return QCoreApplication.translate(CONTEXT, source)


def offered(kinds: Iterable[str]) -> list[str]:
    """The platforms as they are offered: practice first, then the networks as registered, a file last."""
    return sorted(kinds, key=lambda kind: (kind == LAST, kind != FIRST))


def gives(kind: str) -> str:
    """What connecting this platform brings, in a line."""
    return _tr(GIVES.get(kind, GIVES_ANY))


def before(kind: str) -> list[str]:
    """What to have at hand before starting, two to four points."""
    address = CALLBACKS.get(kind, "")
    return [_tr(point).replace("{address}", address) for point in BEFORE.get(kind, BEFORE_ANY)]


def aside(kind: str) -> str:
    """What this module cannot see or do however well it is connected; empty where nothing is to be said."""
    source = ASIDES.get(kind)
    return _tr(source) if source else ""


def field_words(kind: str, need: Need) -> tuple[str, str]:
    """The label of a field and its line of help; one that nobody has words for is called by its own name."""
    label, help_ = FIELDS.get(f"{kind}.{need.name}") or FIELDS.get(need.name) or ("", "")
    shown = _tr(label) if label else need.name.replace("_", " ").capitalize()
    if not need.required and not need.default:
        shown = translate("Connect", "{field} (optional)").format(field=shown)
    if not help_ and need.kind == "secret":
        return shown, translate("Connect", "Kept in the system keyring, never in a file")
    return shown, _tr(help_) if help_ else ""


class OfferWords(NamedTuple):
    """An option that some accounts may have, in words."""

    label: str
    off: str
    on: str
    means_off: str
    means_on: str


def offer_words(kind: str, option: str) -> OfferWords | None:
    """What an option of some accounts is called; None where nobody has words for it: it is not offered then."""
    found = OFFERS.get(f"{kind}.{option}")
    return None if found is None else OfferWords(*(_tr(one) for one in found))


def choice_words(kind: str, need: Need) -> list[tuple[str, str]]:
    """(value, word) of a field that is chosen from."""
    blank = [] if need.required or need.default else [("", translate("Connect", "Not set"))]
    found = [
        (one, CHOICES.get(f"{kind}.{need.name}.{one}") or CHOICES.get(one) or "") for one in need.choices
    ]
    return blank + [(one, _tr(word) if word else one.replace("_", " ").capitalize()) for one, word in found]


def tested_words(spec: PlatformSpec) -> str:
    """Plainly, against what the module was tried."""
    return _tr(TESTED.get(spec.tested, TESTED["local"]))


def reason_words(error: UsageError) -> str:
    """Why a field cannot be taken as it is written."""
    if error.code == "need_bad":
        if str(error.params.get("known")) == "0-9":
            return translate("Connect", "Write a whole number.")
        if str(error.params.get("known", "")).replace("-", "").isdigit():
            return translate("Connect", "Write a number within {known}.").format(known=error.params["known"])
        return translate("Connect", "Choose one of: {known}.").format(known=error.params.get("known", ""))
    source = REASONS.get(error.code)
    if source is None:
        return translate("Connect", "This cannot be taken as it is.")
    return _tr(source).replace("{most}", str(error.params.get("most", "")))


def term_words(term: Mapping[str, str]) -> str:
    """A watch term as it is shown: “late parcel”, #word, @name."""
    sign = {"hashtag": "#", "account": "@"}.get(term["kind"], "")
    if sign:
        return f"{sign}{term['text']}"
    return translate("Connect", "“{text}”").format(text=term["text"])


def term_help(kinds: Sequence[str]) -> str:
    """What may be written as a term on this platform."""
    return ", ".join(_tr(_KINDS_OF_TERM[one]) for one in kinds if one in _KINDS_OF_TERM)
