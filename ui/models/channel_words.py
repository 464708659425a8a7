"""Channels and capabilities in words: state, what to do about it, how each action is done and whether it comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QLocale

from console.domain.decision import Capability
from console.domain.vocabulary import FOLLOWERS
from ui.i18n import format as say
from ui.i18n.connect_counted import connect_counted
from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.i18n.mastodon_messages import MASTODON_NOTES, MASTODON_WARNINGS
from ui.i18n.messages import error_text, known, sentence
from ui.i18n.meta_messages import META_NOTES, META_WARNINGS
from ui.i18n.site_messages import SITE_NOTES, SITE_WARNINGS
from ui.i18n.words import action_word, platform_word
from ui.i18n.x_messages import X_NOTES, X_WARNINGS
from ui.i18n.youtube_messages import YOUTUBE_NOTES, YOUTUBE_WARNINGS
from ui.theme.icon_names import ACTIONS
from ui.widgets.cells import Cell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.comment import Channel
    from console.domain.ports import PlatformSpec

CONTEXT: Final = "Channels"
#: The end of a sign-in is counted down from so many days before, and a warning from so many.
ENDS_COUNTED: Final = 30
ENDS_SOON: Final = 7

NOTES: Final[dict[str, str]] = {
    **MASTODON_NOTES,
    "effect.bluesky_reply": QT_TRANSLATE_NOOP("Channels", "undo deletes our reply"),
    "effect.bluesky_hide": QT_TRANSLATE_NOOP(
        "Channels", "behind “hidden replies” of our own posts, 300 a thread"
    ),
    "effect.bluesky_unhide": QT_TRANSLATE_NOOP("Channels", "back into our thread"),
    "effect.bluesky_delete": QT_TRANSLATE_NOOP("Channels", "our own posts and replies, for good"),
    "effect.bluesky_report": QT_TRANSLATE_NOOP(
        "Channels", "to the moderation service; it cannot be taken back"
    ),
    "effect.bluesky_block_public": QT_TRANSLATE_NOOP("Channels", "anyone can see who we block"),
    "effect.bluesky_unblock": QT_TRANSLATE_NOOP("Channels", "removes our block"),
    "effect.bluesky_mute": QT_TRANSLATE_NOOP("Channels", "only we no longer see them; nobody is told"),
    "effect.bluesky_unmute": QT_TRANSLATE_NOOP("Channels", "we see them again"),
    "effect.bluesky_like": QT_TRANSLATE_NOOP("Channels", "public, in our name"),
    "effect.bluesky_unlike": QT_TRANSLATE_NOOP("Channels", "takes our like away"),
    "effect.practice_reply": QT_TRANSLATE_NOOP("Channels", "stays on this machine"),
    "effect.practice_hide": QT_TRANSLATE_NOOP("Channels", "stays on this machine"),
    "effect.practice_unhide": QT_TRANSLATE_NOOP("Channels", "stays on this machine"),
    "effect.practice_delete": QT_TRANSLATE_NOOP("Channels", "gone until the practice network is reset"),
    "effect.practice_report": QT_TRANSLATE_NOOP("Channels", "nobody receives it"),
    "effect.practice_block": QT_TRANSLATE_NOOP("Channels", "an invented author"),
    "effect.practice_unblock": QT_TRANSLATE_NOOP("Channels", "an invented author"),
    "effect.practice_mute": QT_TRANSLATE_NOOP("Channels", "an invented author"),
    "effect.practice_unmute": QT_TRANSLATE_NOOP("Channels", "an invented author"),
    "effect.practice_like": QT_TRANSLATE_NOOP("Channels", "stays on this machine"),
    "effect.practice_unlike": QT_TRANSLATE_NOOP("Channels", "stays on this machine"),
    **SITE_NOTES,
    **YOUTUBE_NOTES,
    **META_NOTES,
    **X_NOTES,
    "effect.by_hand": QT_TRANSLATE_NOOP("Channels", "Vigie opens the page and asks whether it was done"),
}
"""What an action means on its platform, by the note of its capability."""

WARNINGS: Final[dict[str, str]] = {
    **MASTODON_WARNINGS,
    **YOUTUBE_WARNINGS,
    **SITE_WARNINGS,
    **META_WARNINGS,
    **X_WARNINGS,
    "bluesky_main_password": QT_TRANSLATE_NOOP(
        "Channels",
        "This is the account’s main password. Make an app password instead: it can be taken back alone.",
    ),
    "account_inactive": QT_TRANSLATE_NOOP(
        "Channels", "The account is not active: it may be read, but not act."
    ),
    "bluesky_views_away": QT_TRANSLATE_NOOP(
        "Channels", "The sign-in works, but the server’s views do not answer: nothing can be pulled for now."
    ),
}
"""What the test of an account may point out."""

PLATFORM_TITLES: Final = {
    "practice": QT_TRANSLATE_NOOP("Channels", "Practice network"),
    "file": QT_TRANSLATE_NOOP("Channels", "Imported file"),
}


@dataclass(frozen=True, slots=True)
class StateWords:
    """How a channel is: icon, words, colour role, and what to do where there is something to do."""

    icon: str
    words: str
    color: str
    step: str = ""
    filled: bool = False


def platform_title(spec: PlatformSpec) -> str:
    """The platform's name as a title; marks stay as they are."""
    source = PLATFORM_TITLES.get(spec.kind)
    return QCoreApplication.translate(CONTEXT, source) if source else spec.title


def state_words(channel: Channel) -> StateWords:
    """The state of a channel."""
    until = channel.state_params.get("until")
    at = say.clock_time(until) if type(until) is int else ""
    if channel.paused:
        return StateWords(
            "pause",
            translate("Channels", "Paused"),
            "text-muted",
            translate("Channels", "Nothing is pulled and nothing is sent until you resume it."),
        )
    if channel.kind == "file":
        return StateWords(
            "tray-arrow-down",
            translate("Channels", "Imported, nothing to pull"),
            "text-muted",
            translate("Channels", "Import the file again to bring in what is new: nothing comes in twice."),
        )
    if channel.state == "limited":
        words = (
            translate("Channels", "Waits for the site until {time}").format(time=at)
            if at
            else translate("Channels", "Waits for the site")
        )
        return StateWords(
            "hourglass-medium",
            words,
            "warning",
            translate("Channels", "It goes on by itself. Other channels run."),
            filled=True,
        )
    if channel.state == "auth":
        text = error_text(
            channel.state_code or "auth_expired", {"channel": channel.name, **channel.state_params}
        )
        step = translate(
            "Channels",
            "Since then nothing comes in. This is not the same as calm. Add the channel again with a new password or token.",
        )
        return StateWords(
            "key", translate("Channels", "Wants a new sign-in"), "danger", f"{text.what} {step}", filled=True
        )
    if channel.state == "error":
        text = error_text(
            channel.state_code or "transient", {"channel": channel.name, **channel.state_params}
        )
        step = translate("Channels", "Tried again at {time}.").format(time=at) if at else ""
        return StateWords(
            "warning-circle",
            translate("Channels", "Does not answer"),
            "danger",
            f"{text.what} {step}".strip(),
            filled=True,
        )
    if channel.last_pull_at is None:
        return StateWords("circle-dashed", translate("Channels", "Not pulled yet"), "text-muted")
    if channel.state_code:
        return StateWords("warning-circle", translate("Channels", "Up to date, with a remark"), "warning")
    return StateWords("cloud-check", translate("Channels", "Up to date"), "ok", filled=True)


def remark_words(channel: Channel) -> list[str]:
    """What the last pull that went well had to remark, each in a sentence."""
    if channel.state != "ok" or not channel.state_code or channel.last_pull_at is None:
        return []
    others = channel.state_params.get("others")
    found = [{**channel.state_params, "code": channel.state_code}]
    found += [one for one in others if isinstance(one, dict)] if isinstance(others, list) else []
    words = [_remark(str(one.get("code", "")), one) for one in found]
    return list(dict.fromkeys(one for one in words if one))


def _remark(code: str, params: Mapping[str, Any]) -> str:
    return sentence(code, params) if known(code) else code.replace("_", " ")


def budget_words(channel: Channel, now: int) -> str:
    """What is left of the account's rate budget and until when; empty where nothing is known of it."""
    budget = channel.budget
    used, limit, unit = budget.get("used"), budget.get("limit"), str(budget.get("unit") or "")
    if not isinstance(used, (int, float)) or not isinstance(limit, (int, float)):
        return ""
    left = max(limit - used, 0)
    if unit == "percent":
        words = translate("Channels", "{n} % of the budget left").format(n=say.number(round(left)))
    elif unit.startswith("usd"):
        # ``usd_e4`` counts ten-thousandths of a dollar.
        one = 10 ** int(unit.removeprefix("usd_e")) if unit.startswith("usd_e") else 1
        words = translate("Channels", "{spent} $ of {most} $ spent").format(
            spent=QLocale().toString(used / one, "f", 2), most=QLocale().toString(limit / one, "f", 2)
        )
    elif not limit:
        words = translate("Channels", "{n} requests so far").format(n=say.number(round(used)))
    else:
        words = translate("Channels", "{left} of {limit} {unit} left").format(
            left=say.number(round(left)), limit=say.number(round(limit)), unit=_unit_word(unit)
        )
    resets = budget.get("resets_at")
    if isinstance(resets, int) and resets > now:
        words += translate("Channels", ", renewed {moment}").format(moment=say.moment(resets, now))
    return words


def _unit_word(unit: str) -> str:
    if unit == "requests":
        return translate("Channels", "requests")
    return translate("Channels", "units") if unit == "units" else unit.replace("_", " ")


def moment_words(at: int | None, now: int) -> str:
    """A time as a person says it, or that there is none yet."""
    return say.moment(at, now) if at else translate("Channels", "not yet")


def next_words(channel: Channel, now: int) -> str:
    """When the next pull is due; nothing where none is meant."""
    if channel.paused or channel.kind == "file":
        return ""
    if channel.next_pull_at is None or channel.next_pull_at <= now:
        return translate("Channels", "now")
    return say.clock_time(channel.next_pull_at)


def how_cell(capability: Capability) -> Cell:
    """From here, on the site, our own only, not possible."""
    if capability.mode == "api":
        return Cell(translate("Channels", "From here"), "check-circle", "ok", filled=True)
    if capability.mode == "link":
        return Cell(translate("Channels", "On the site"), "arrow-square-out", "warning")
    if capability.mode == "own_only":
        return Cell(translate("Channels", "Our own only"), "user", "warning")
    return Cell(
        translate("Channels", "Not possible"), "minus-circle", "text-muted", "text-muted", filled=True
    )


def lacks_cell(permission: str) -> Cell:
    """That this account's token does not have the permission for an action."""
    return Cell(
        translate("Channels", "Lacks: {permission}").format(permission=permission), "lock-simple", "warning"
    )


def ends_words(expires_at: int | None, now: int) -> StateWords | None:
    """Until when a sign-in holds, counted down from 30 days and a warning from 7; None where nothing is known."""
    if expires_at is None:
        return None
    left = expires_at - now
    if left <= 0:
        words = translate("Channels", "The sign-in has ended: connect the channel again.")
        return StateWords("key", words, "danger", filled=True)
    days = say.days_between(now, expires_at)
    if left > ENDS_COUNTED * 86_400:
        words = translate("Channels", "The sign-in holds until {day}").format(day=say.day(expires_at, now))
        return StateWords("clock", words, "text-muted")
    if days == 0:
        time = say.clock_time(expires_at)
        words = translate("Channels", "The sign-in ends today at {time}").format(time=time)
    else:
        words = connect_counted.ends_in(days)
    if left > ENDS_SOON * 86_400:
        return StateWords("clock", words, "text-muted")
    return StateWords(
        "clock-countdown",
        words,
        "warning",
        translate("Channels", "Connect the channel again before: nothing comes in after that."),
        filled=True,
    )


def undo_cell(capability: Capability) -> Cell:
    """Whether it comes back; nothing where it cannot be done."""
    if capability.mode == "none":
        return Cell("")
    if capability.mode == "link" and capability.reversible:
        return Cell(translate("Channels", "undo on the site"), "arrow-square-out", "warning")
    if capability.reversible:
        return Cell(translate("Channels", "can be undone"), "arrow-u-up-left", "ok")
    return Cell(translate("Channels", "cannot be undone"), "lock-simple", "danger")


def note_words(capability: Capability) -> str:
    """What it means there."""
    source = NOTES.get(capability.note)
    if source is not None:
        return QCoreApplication.translate(CONTEXT, source)
    return sentence(capability.note) if capability.note and known(capability.note) else ""


SHOWN: Final = (
    "reply",
    "warn",
    "hide",
    "unhide",
    "delete",
    "report",
    "block",
    "unblock",
    "mute",
    "unmute",
    "like",
    "unlike",
)


def capability_rows(
    spec: PlatformSpec, lacking: Mapping[str, str] | None = None, options: Mapping[str, Any] | None = None
) -> list[tuple[Cell, ...]]:
    """The capability table of a platform: action, how, undo, cost, meaning; ``lacking`` as ``AccountInfo`` has it.

    ``options`` are the channel's: what is switched on there may change what an action means.
    """
    lacks = lacking or {}
    facts: dict[str, Any] = {one: True for one, value in (options or {}).items() if value in (1, "1", True)}
    known_of = {one.action: one for one in spec.capabilities}
    rows: list[tuple[Cell, ...]] = []
    for action in SHOWN:
        # Of the platform as a whole: one comment may allow less.
        capability = known_of.get(action, Capability(action, "none"))
        if facts and capability.mode != "none":
            meant = spec.capability(action, facts)
            if meant.mode == capability.mode:
                capability = meant
        if action in ("warn", "unhide", "unblock", "unmute", "unlike") and capability.mode == "none":
            continue  # the way back of something that is not possible says nothing
        by_program = capability.mode in ("api", "own_only")
        rows.append(
            (
                Cell(action_word(action), ACTIONS.get(action, "circle"), "text", weight=600),
                lacks_cell(lacks[action]) if lacks.get(action) and by_program else how_cell(capability),
                undo_cell(capability),
                Cell(cost_words(capability), color="text-muted"),
                Cell(note_words(capability), color="text-muted"),
            )
        )
    if need := lacks.get(FOLLOWERS):
        name = translate("Channels", "Followers of authors")
        note = translate("Channels", "they are not read, so nothing can be sorted by reach")
        first, last = Cell(name, "users", "text", weight=600), Cell(note, color="text-muted")
        rows.append((first, lacks_cell(need), Cell(""), Cell(""), last))
    return rows


def cost_words(capability: Capability) -> str:
    """What one action takes of the platform's budget; empty where nothing is known of that."""
    if not capability.cost or capability.carries == 1:
        return say.number(capability.cost) if capability.cost else ""
    return translate("Channels", "{units} for up to {count}").format(
        units=say.number(capability.cost), count=say.number(capability.carries)
    )


def capability_heads(spec: PlatformSpec) -> tuple[str, ...]:
    """The heads of the capability table."""
    return (
        translate("Channels", "Action"),
        translate("Channels", "How"),
        translate("Channels", "Way back"),
        translate("Channels", "Units"),
        translate("Channels", "On {platform} this means").format(platform=platform_word(spec.kind)),
    )


def warning_words(code: str) -> str:
    """A remark of the test of an account."""
    source = WARNINGS.get(code)
    return QCoreApplication.translate(CONTEXT, source) if source else code.replace("_", " ")
