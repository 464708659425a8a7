"""A preview of a bulk decision in words: title, figures, what happens on each channel, what stays and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.domain.vocabulary import LOCAL_ACTIONS
from ui.i18n import format as say
from ui.i18n.bulk_counted import bulk_counted
from ui.i18n.mark import translate
from ui.i18n.messages import sentence
from ui.i18n.words import action_done, action_lower, action_word, category_word, platform_word
from ui.models.wording import category_name, clause_words, reason_words
from ui.theme.icon_names import ACTIONS, platform_icon
from ui.widgets.cells import Cell

if TYPE_CHECKING:
    from console.policy import Policy
    from console.services.bulk import BulkPreview, Share, Stay
    from console.services.bulk_worker import BulkProgress

STAY_ICONS = {
    "policy": "shield-check",
    "platform": "hand-palm",
    "held": "user",
    "decided": "check-circle",
    "gone": "minus-circle",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the four figures; ``role`` is the colour of its bar."""

    value: str
    words: str
    role: str


@dataclass(frozen=True, slots=True)
class StayWords:
    """One reason why comments stay."""

    icon: str
    count: str
    title: str
    line: str


def title(preview: BulkPreview) -> str:
    """``Hide 1,248 comments?``"""
    return translate("Bulk", "{action} {comments}?").format(
        action=action_word(preview.action.value), comments=bulk_counted.title(preview.go)
    )


def go_words(preview: BulkPreview) -> str:
    """The button: the action with its number."""
    return f"{action_word(preview.action.value)} {say.number(preview.go)}"


def figures(preview: BulkPreview) -> tuple[Figure, ...]:
    """What goes, what stays, what has no way back, and how long it takes or what it costs."""
    channels = len({one.channel_id for one in preview.shares})
    if preview.seconds:
        slowest = max(preview.shares, key=lambda one: one.seconds or 0)
        pace = translate("Bulk", "at the pace of {platform}").format(platform=platform_word(slowest.kind))
        last = Figure(say.span(preview.seconds), pace, "text-muted")
    else:
        given = bulk_counted.strikes(preview.authors) if preview.strikes else translate("Bulk", "strikes")
        last = Figure(say.number(preview.strikes), given, "text-muted")
    reach = bulk_counted.here(channels) if preview.action in LOCAL_ACTIONS else bulk_counted.leave(channels)
    return (
        Figure(say.number(preview.go), reach, "accent"),
        Figure(
            say.number(preview.stay),
            translate("Bulk", "stay, see below") if preview.stay else translate("Bulk", "stay"),
            "warning" if preview.stay else "ok",
        ),
        Figure(
            say.number(preview.final),
            translate("Bulk", "with no way back"),
            "danger" if preview.final else "ok",
        ),
        last,
    )


def remarks(preview: BulkPreview) -> str:
    """What else is so: second persons, by hand, strikes where the figure is taken, a reason that would help."""
    parts = []
    if preview.review:
        parts.append(bulk_counted.review(preview.review))
    if preview.by_hand:
        parts.append(bulk_counted.by_hand(preview.by_hand))
    if preview.strikes and preview.seconds:
        parts.append(f"{say.number(preview.strikes)} {bulk_counted.strikes(preview.authors)}")
    if preview.reason_needed:
        parts.append(bulk_counted.reason(preview.reason_needed))
    return " · ".join(parts)


def categories(preview: BulkPreview, policy: Policy | None) -> str:
    """What kind of comments go: ``Question 82 · Praise 80``. Praise hidden by the dozen must not go unseen."""
    return " · ".join(
        f"{category_name(policy, category) or category_word(category or 'neutral')} {say.number(number)}"
        for category, number in preview.by_category
    )


def heads() -> tuple[str, ...]:
    """Heads of the table of what goes."""
    return (
        translate("Bulk", "Channel"),
        translate("Bulk", "Comments"),
        translate("Bulk", "What happens"),
        translate("Bulk", "Way back"),
        translate("Bulk", "Time"),
    )


def rows(preview: BulkPreview) -> list[tuple[Cell, ...]]:
    """One row a channel and way."""
    return [_row(preview, one) for one in preview.shares]


def _row(preview: BulkPreview, share: Share) -> tuple[Cell, ...]:
    done = action_done(preview.action.value)
    if share.mode == "link":
        what = translate("Bulk", "by hand, one page after the other")
    elif share.units:
        what = f"{done}, {bulk_counted.units(share.units)}"
    else:
        what = done
    back = Cell(translate("Bulk", "can be undone"), "arrow-u-up-left", "ok")
    if not share.reversible:
        back = Cell(translate("Bulk", "cannot be undone"), "x-circle", "danger", filled=True)
    elif share.mode == "link":
        back = Cell(translate("Bulk", "undo on the site"), "arrow-square-out", "text-muted")
    name = share.channel if share.kind != "practice" else platform_word("practice")
    return (
        Cell(name, platform_icon(share.kind)),
        Cell(say.number(share.count), weight=600, right=True),
        Cell(what),
        back,
        Cell(say.span(share.seconds) if share.seconds else "", color="text-muted", right=True),
    )


def effects(preview: BulkPreview) -> str:
    """What the platforms make of it, each sentence once."""
    found: dict[str, None] = {}
    for one in preview.shares:
        if one.note:
            found[sentence(one.note, {"platform": platform_word(one.kind)})] = None
    return " ".join(found)


def stay_words(stay: Stay, policy: Policy | None) -> StayWords:
    """Why these stay, and what that means."""
    icon = STAY_ICONS.get(stay.kind, "hand-palm")
    line = translate("Bulk", "By {clause}.").format(clause=clause_words(stay.clause)) if stay.clause else ""
    if stay.code == "claimed":
        head = translate("Bulk", "Held by {holder}").format(holder=stay.why.params.get("holder", ""))
        line = translate("Bulk", "Open at another seat just now.")
    elif stay.code == "already_decided":
        head = translate("Bulk", "Decided by a person already")
        line = translate("Bulk", "A bulk decision contradicts nobody's decision.")
    elif stay.code == "already_queued":
        head = translate("Bulk", "On their way already")
    elif stay.code == "ours":
        head = translate("Bulk", "Our own words")
    elif stay.code == "gone":
        head = translate("Bulk", "Gone from the site")
    elif stay.code == "comment_not_found":
        head = translate("Bulk", "No longer in this workspace")
    else:
        head = reason_words(stay.why, policy)
    return StayWords(icon, say.number(stay.count), head, line)


def code_words(code: str) -> str:
    """Why a comment was refused when its turn came, or not taken back, by its code alone."""
    known = {
        "stale_revision": translate("Bulk", "The text was changed since the preview"),
        "claimed": translate("Bulk", "Held by somebody else"),
        "already_decided": translate("Bulk", "Decided by a person meanwhile"),
        "decided_meanwhile": translate("Bulk", "Decided by a person meanwhile"),
        "already_queued": translate("Bulk", "On its way already"),
        "gone": translate("Bulk", "Gone from the site"),
        "comment_not_found": translate("Bulk", "No longer in this workspace"),
        "ours": translate("Bulk", "Our own words"),
        "undo_in_flight": translate("Bulk", "On its way just now: try again in a moment"),
        "undo_none": translate("Bulk", "The site has no way back"),
        "undo_unconfirmed": translate("Bulk", "A person must first say whether it was done"),
        "refuse.undo_other": translate(
            "Bulk", "Decided by somebody whose decision only a reviewer takes back"
        ),
        "refuse.protected": translate("Bulk", "Protected by the policy"),
        "refuse.block": translate("Bulk", "The ladder asks for other steps first"),
        "refuse.role": translate("Bulk", "Your role may not do this"),
        "refuse.unsupported": translate("Bulk", "The site has no such action"),
        "refuse.own_only": translate("Bulk", "The site allows it for our own comments alone"),
    }
    return known.get(code) or translate("Bulk", "Refused by the policy ({code})").format(code=code)


def told(action: str, what: str) -> str:
    """``Hide: 12 comments decided``: the verb, for some may still wait to leave, for a hand or for a second person."""
    return translate("Bulk", "{action}: {what}").format(action=action_word(action), what=what)


def running(progress: BulkProgress, paused: bool) -> str:
    """The title while it runs and at its end."""
    comments = bulk_counted.title(progress.total)
    if progress.state == "undone":
        return translate("Bulk", "Taken back: {comments}").format(
            comments=bulk_counted.title(progress.undone)
        )
    if progress.state == "done":
        return told(progress.action, bulk_counted.decided(progress.done + progress.review))
    if progress.state == "stopped":
        head = translate("Bulk", "Stopped after {done} of {comments}")
    elif paused or progress.state == "paused":
        head = translate("Bulk", "Paused after {done} of {comments}")
    else:
        head = translate("Bulk", "{done} of {comments}")
    return head.format(done=say.number(progress.worked), comments=comments)


def interrupted(progress: BulkProgress) -> str:
    """What the window says at its start."""
    return translate("Bulk", "A bulk decision ({action}) was interrupted after {done} of {total}.").format(
        action=action_lower(progress.action),
        done=say.number(progress.worked),
        total=say.number(progress.total),
    )


def icon(action: str) -> str:
    """The action's glyph."""
    return ACTIONS.get(action, "stack")
