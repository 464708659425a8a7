"""Channels and capabilities in words: state, what to do about it, how each action is done and whether it comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from console.domain.comment import Channel
from console.domain.decision import Capability
from console.domain.ports import PlatformSpec
from ui.i18n import format as say
from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.i18n.messages import error_text, known, sentence
from ui.i18n.words import action_word, platform_word
from ui.theme.icon_names import ACTIONS
from ui.widgets.cells import Cell

CONTEXT: Final = "Channels"

NOTES: Final[dict[str, str]] = {
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
    "effect.by_hand": QT_TRANSLATE_NOOP("Channels", "Vigie opens the page and asks whether it was done"),
}
"""What an action means on its platform, by the note of its capability."""

WARNINGS: Final[dict[str, str]] = {
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
            "Since then nothing comes in. This is not the same as calm. Add the channel again with a new app password.",
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
        said = (
            sentence(channel.state_code, channel.state_params)
            if known(channel.state_code)
            else channel.state_code.replace("_", " ")
        )
        return StateWords(
            "warning-circle", translate("Channels", "Up to date, with a remark"), "warning", said
        )
    return StateWords("cloud-check", translate("Channels", "Up to date"), "ok", filled=True)


def moment_words(at: int | None, now: int) -> str:
    """A time as a person says it; a dash when there is none."""
    return say.moment(at, now) if at else "—"


def next_words(channel: Channel, now: int) -> str:
    """When the next pull is due."""
    if channel.paused or channel.kind == "file":
        return "—"
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


def undo_cell(capability: Capability) -> Cell:
    """Whether it comes back."""
    if capability.mode == "none":
        return Cell("—", color="text-muted")
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


def capability_rows(spec: PlatformSpec) -> list[tuple[Cell, ...]]:
    """The capability table of a platform: action, how, undo, cost, meaning."""
    known_of = {one.action: one for one in spec.capabilities}
    rows: list[tuple[Cell, ...]] = []
    for action in SHOWN:
        # Of the platform as a whole: one comment may allow less.
        capability = known_of.get(action, Capability(action, "none"))
        if action in ("warn", "unhide", "unblock", "unmute", "unlike") and capability.mode == "none":
            continue  # the way back of something that is not possible says nothing
        rows.append(
            (
                Cell(action_word(action), ACTIONS.get(action, "circle"), "text", weight=600),
                how_cell(capability),
                undo_cell(capability),
                Cell(say.number(capability.cost) if capability.cost else "", color="text-muted"),
                Cell(note_words(capability), color="text-muted"),
            )
        )
    return rows


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
