"""The author's side of a detail: figures, ladder rungs with what each waits for, latest comments, notes."""

from __future__ import annotations

from console.policy import Policy
from console.policy.ladder import SCALE, block_step, strike_points
from console.services.desk import Detail
from ui.i18n import format as say
from ui.i18n.counted import counted
from ui.i18n.mark import translate
from ui.i18n.words import DONE, action_word
from ui.models.detail_data import AuthorData, LadderStep

DAY = 86_400


def author_data(detail: Detail, policy: Policy, now: int) -> AuthorData:
    """What the author panel shows."""
    author = detail.author
    since = translate("Author", "seen since {month}").format(month=say.month(author.first_seen_at))
    if author.blocked:
        since = translate("Author", "blocked · {since}").format(since=since)
    elif author.muted:
        since = translate("Author", "muted · {since}").format(since=since)
    ladder = policy.ladder
    days = ladder.window // DAY if ladder is not None else 0
    title = translate("Author", "Ladder, over {days}").format(days=counted.days(days)) if days else ""
    latest = [one for one in detail.author_comments if one.id != detail.comment.id]
    notes = sorted((*detail.comment_notes, *detail.author_notes), key=lambda note: -note.created_at)
    return AuthorData(
        id=int(author.id),
        name=author.name or author.handle,
        line=since,
        comments=detail.author_total,
        kept=detail.author_kept,
        strikes=len(detail.history.strikes),
        ladder_title=title,
        ladder=_steps(detail, policy, now),
        latest=tuple((one.posted_at, one.text[:200]) for one in latest[:3]),
        notes=tuple((note.text, note.actor, note.created_at) for note in notes[:3]),
    )


def _steps(detail: Detail, policy: Policy, now: int) -> tuple[LadderStep, ...]:
    """Each rung of the ladder: done when the platform confirmed it, next when this comment would reach it."""
    ladder = policy.ladder
    if ladder is None:
        return ()
    view = detail.ladder
    done = {action: at for action, at in detail.history.actions_done if now - at < ladder.window}
    points = view.points if view is not None else strike_points(ladder, detail.history.strikes, now)
    reached = view.step.action if view is not None and view.step is not None else ""
    found: list[LadderStep] = []
    next_taken = False
    for step in ladder.steps:
        word = action_word(step.action)
        if step.action in done:
            word = translate("Words", DONE.get(step.action, word))
            found.append(LadderStep("done", word, say.day(done[step.action], now)))
            continue
        if step.action == "block" and step.duration:
            word = f"{word} {counted.days(step.duration // DAY)}"
        second = any(need.startswith("second_reviewer") for need in step.requires)
        line = counted.at_points(step.at)
        if second:
            line = translate("Author", "{line}, two people").format(line=line)
        locked = step.action == "block" and block_step(ladder, points) is step
        locked = locked and bool(view is not None and view.missing)
        if not next_taken and (step.action == reached or (step.at * SCALE > points and not reached)):
            next_taken = True
            found.append(LadderStep("next", word, translate("Author", "next step")))
        else:
            found.append(LadderStep("locked" if locked or step.action == "block" else "later", word, line))
    return tuple(found)
