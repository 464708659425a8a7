"""Lines of the history and of the outbox as cells: what was done, to whose words, what became of it, the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.delegates.visible_text import plain_name
from ui.i18n import format as say
from ui.i18n.history_counted import history
from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.i18n.messages import error_text, sentence
from ui.i18n.words import action_done, action_lower, platform_word, state_word
from ui.models import deed_words
from ui.models.masking import is_covered, shown_of
from ui.theme.icon_names import ACTIONS, STATES, platform_icon
from ui.widgets.cells import Cell

if TYPE_CHECKING:
    from console.services.leaving import LeavingLine
    from console.services.past import PastDecision
    from console.services.ways_back import Way

START: Final = 60
"""Letters of a comment in a line."""

_STATES: Final[dict[str, tuple[str, str, str]]] = {
    "queued": ("queued", QT_TRANSLATE_NOOP("History", "waits to be sent"), "warning"),
    "sending": ("queued", QT_TRANSLATE_NOOP("History", "being sent"), "text-muted"),
    "unknown": ("unsure", QT_TRANSLATE_NOOP("History", "sent, no answer yet"), "warning"),
    "done": ("done", QT_TRANSLATE_NOOP("History", "done"), "ok"),
    "failed": ("failed", QT_TRANSLATE_NOOP("History", "failed"), "danger"),
    "waiting_person": ("waiting_person", QT_TRANSLATE_NOOP("History", "waits for your word"), "warning"),
    "waiting_review": (
        "waiting_review",
        QT_TRANSLATE_NOOP("History", "waits for a second person"),
        "text-muted",
    ),
    "closed": ("refused", QT_TRANSLATE_NOOP("History", "never carried out"), "text-muted"),
}
_OPPOSITE: Final[dict[str, str]] = {
    "unhide": QT_TRANSLATE_NOOP("History", "Shows it again on {platform}"),
    "hide": QT_TRANSLATE_NOOP("History", "Hides it again on {platform}"),
    "delete": QT_TRANSLATE_NOOP("History", "Deletes our reply on {platform}"),
    "unblock": QT_TRANSLATE_NOOP("History", "Lifts the block on {platform}"),
    "block": QT_TRANSLATE_NOOP("History", "Blocks again on {platform}"),
    "unmute": QT_TRANSLATE_NOOP("History", "Hears the author again on {platform}"),
    "mute": QT_TRANSLATE_NOOP("History", "Mutes again on {platform}"),
    "unlike": QT_TRANSLATE_NOOP("History", "Takes the like back on {platform}"),
    "like": QT_TRANSLATE_NOOP("History", "Likes again on {platform}"),
}
_NO_WAY: Final[dict[str, str]] = {
    "undo_in_flight": QT_TRANSLATE_NOOP("History", "Being sent: wait for the answer"),
    "undo_unconfirmed": QT_TRANSLATE_NOOP("History", "Say first whether it was done"),
    "undo_closed": QT_TRANSLATE_NOOP("History", "Nothing to undo"),
    "undo_other": QT_TRANSLATE_NOOP("History", "For them or for a lead to undo"),
}


def way_words(way: Way, action: str, kind: str, undone_by: str = "") -> str:
    """One line on how it comes back, and until when; or why it does not."""
    if way.code == "cancel" and way.until is not None:
        words = translate("History", "Takes it back before it leaves, until {time}")
        return words.format(time=say.clock_seconds(way.until))
    if way.code == "close":
        return translate("History", "Closes it: nothing reached the site")
    if way.code == "reopen":
        if way.until is not None:
            return translate("History", "Opens it again, before {time}").format(
                time=say.clock_time(way.until)
            )
        return translate("History", "Opens it again, here alone")
    if way.code == "by_hand":
        return translate("History", "You undo it on the site, then say so")
    if way.code == "opposite":
        template = _OPPOSITE.get(way.action, "")
        return translate("History", template).format(platform=platform_word(kind)) if template else ""
    if way.code == "undo_already":
        return translate("History", "Undone by {name}").format(name=plain_name(undone_by))
    if way.code == "undo_none":
        return translate("History", "Cannot be undone: {done}").format(done=action_done(action).lower())
    return translate("History", _NO_WAY.get(way.code, _NO_WAY["undo_closed"]))


def history_heads(everybody: bool) -> tuple[str, ...]:
    """The heads of the history."""
    heads = (
        translate("History", "When"),
        translate("History", "What"),
        translate("History", "Whose words"),
        translate("History", "State"),
        translate("History", "U takes it back"),
    )
    return (heads[0], translate("History", "Who"), *heads[1:]) if everybody else heads


def history_cells(
    line: PastDecision,
    now: int,
    *,
    everybody: bool,
    mask_all: bool,
    inside: bool = False,
    open_: bool = False,
) -> tuple[Cell, ...]:
    """One line; ``inside`` an opened batch, ``open_`` when it is a batch that is open."""
    muted = "text-muted" if line.state == "undone" else "text"
    when = Cell(_when(line.at, now), color="text-muted")
    icon = deed_words.ICONS[line.action] if line.deed else ACTIONS.get(line.action, "check")
    done = deed_words.done_words(line) if line.deed else action_done(line.action)
    if line.batch:
        what = translate("History", "{action}: {comments}").format(
            action=done, comments=history.comments(line.count)
        )
        words = history.standing(line.standing) if line.standing else state_word("undone")
        way = history.takes_back(line.standing) if line.standing else ""
        icon = "caret-down" if open_ else "caret-right"
        cells = (
            Cell(what, icon, weight=600),
            Cell(
                translate("History", "Done together; → opens the list")
                if line.deed
                else translate("History", "Decided together; → opens the list")
            ),
            Cell(words, STATES["alike"], "text-muted", "text-muted"),
            Cell(way, "arrow-u-up-left" if way else "", "accent"),
        )
    else:
        way = deed_words.way_words(line) if line.deed else ""
        way = way or way_words(line.way, line.action, line.comment.kind, line.undone_by)
        author = plain_name(line.comment.author_name or line.comment.author_handle)
        about = author if line.of_author else whose(line, mask_all)
        cells = (
            Cell(("    " if inside else "") + done, icon, muted, muted),
            Cell(about, platform_icon(line.comment.kind), color=muted),
            _state(line, now),
            Cell(
                way,
                "arrow-u-up-left" if line.way.open else "minus-circle",
                "accent" if line.way.open else "text-muted",
                "text" if line.way.open else "text-muted",
            ),
        )
    return (when, Cell(plain_name(line.actor)), *cells) if everybody else (when, *cells)


def whose(line: PastDecision | LeavingLine, mask_all: bool) -> str:
    """Author and the start of the comment, masked as everywhere."""
    comment = line.comment
    words = shown_of(comment, mask_all)
    if is_covered(words):
        name = plain_name(comment.author_name or comment.author_handle)
        return translate("History", "{author}: text masked").format(author=name)
    text = " ".join(plain_name(words).split())
    start = text if len(text) <= START else text[:START].rstrip() + "…"
    name = plain_name(comment.author_name or comment.author_handle)
    return translate("History", "{author}: “{start}”").format(author=name, start=start)


def _when(at: int, now: int) -> str:
    return say.clock_seconds(at) if say.days_between(at, now) == 0 else say.moment(at, now)


def _state(line: PastDecision, now: int) -> Cell:
    if line.state == "undone":
        return Cell(state_word("undone"), "arrow-u-up-left", "text-muted", "text-muted")
    if line.state == "leaving" and line.leaves_at is not None:
        left = line.leaves_at - now
        if left > 0:
            return Cell(_leaves(left, line.leaves_at), STATES["queued"], "text-muted")
        return Cell(translate("History", "leaves now"), STATES["queued"], "text-muted")
    name, words, color = _STATES.get(line.state, _STATES["closed"])
    text = translate("History", words)
    if line.state == "failed" and line.error:
        text = translate("History", "{state}: {why}").format(state=text, why=error_text(line.error).what)
    return Cell(text, STATES[name], color, filled=color != "text-muted")


def _leaves(left: int, at: int) -> str:
    if left < 100:
        return sentence("undo.leaves", {"n": left})
    return translate("History", "leaves at {time}").format(time=say.clock_time(at))


# ---------------------------------------------------------------------- the outbox


def outbox_heads() -> tuple[str, ...]:
    """The heads of the outbox."""
    return (
        translate("History", "What"),
        translate("History", "Whose words"),
        translate("History", "Decided"),
        translate("History", "State"),
        translate("History", "What it waits for"),
    )


def outbox_cells(line: LeavingLine, now: int, mask_all: bool) -> tuple[Cell, ...]:
    """One line of the outbox."""
    what = action_done(line.action) if not line.undoes else translate("History", "Undo: {action}").format(
        action=action_lower(line.action)
    )  # fmt: skip
    name, words, color = _STATES.get(line.state, _STATES["closed"])
    if line.state == "queued" and not line.error:
        color = "text-muted"  # its undo window runs: nothing is the matter
    by = translate("History", "{name}, {time}").format(name=plain_name(line.actor), time=_when(line.at, now))
    return (
        Cell(what, ACTIONS.get(line.action, "check")),
        Cell(whose(line, mask_all), platform_icon(line.comment.kind)),
        Cell(by, color="text-muted"),
        Cell(translate("History", words), STATES[name], color, filled=color != "text-muted"),
        Cell(waits_for(line, now), color="text"),
    )


def waits_for(line: LeavingLine, now: int) -> str:
    """Why it is still here, in one sentence."""
    params = {"channel": platform_word(line.comment.kind), **line.error_params}
    if line.state == "queued":
        if line.paused:
            return translate("History", "The channel is paused")
        if not line.error:
            left = line.not_before - now
            return _leaves(left, line.not_before) if left > 0 else translate("History", "leaves now")
        again = translate("History", "Tried again at {time}.").format(time=say.clock_time(line.not_before))
        return f"{error_text(line.error, params).what} {again}"
    if line.state == "unknown":
        return translate("History", "Looked up on the site before anything is sent again")
    if line.state == "waiting_person":
        if line.error:
            return translate("History", "The site does not tell: look there, then say whether it was done")
        return translate("History", "Done by hand on the site: say whether it was done")
    if line.state == "failed":
        return error_text(line.error or "connector", params).what
    return ""
