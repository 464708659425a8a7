"""The author's side of a detail: figures, ladder rungs with what each waits for, latest comments, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.policy.ladder import SCALE, block_step, strike_points
from ui.i18n import format as say
from ui.i18n.counted import counted
from ui.i18n.detail_counted import detail_counted
from ui.i18n.mark import translate
from ui.i18n.words import DONE, action_word, category_word
from ui.models.detail_data import AuthorData, LadderStep
from ui.models.masking import shown_of
from ui.models.wording import category_name

if TYPE_CHECKING:
    from console.policy import Policy
    from console.services.desk import Detail

DAY = 86_400


def author_data(detail: Detail, policy: Policy, now: int, mask_all: bool = False) -> AuthorData:
    """What the author panel shows; harsh words of the latest comments are covered."""
    author = detail.author
    states = []
    if author.blocked:
        states.append(translate("Author", "blocked"))
    if author.muted:
        states.append(translate("Author", "muted"))
    ladder = policy.ladder
    days = ladder.window // DAY if ladder is not None else 0
    title = translate("Author", "Ladder, over {days}").format(days=counted.days(days)) if days else ""
    latest = [one for one in detail.author_comments if one.id != detail.comment.id]
    return AuthorData(
        id=int(author.id),
        name=author.name or author.handle,
        line=" · ".join(states),
        handle=author.handle if author.name and author.handle != author.name else "",
        facts=_facts(detail, now),
        comments=detail.author_total,
        kept=detail.author_kept,
        strikes=len(detail.history.strikes),
        ladder_title=title,
        ladder=_steps(detail, policy, now),
        strike_lines=_strikes(detail, policy, now),
        latest=tuple(
            (one.posted_at, shown_of(one, mask_all, detail.verdicts.get(int(one.id)))[:200])
            for one in latest[:5]
        ),
        latest_ids=tuple(int(one.id) for one in latest[:5]),
        notes=tuple((note.text, note.actor, note.created_at) for note in detail.author_notes),
        tags=tuple(one.tag for one in detail.tags),
    )


def _facts(detail: Detail, now: int) -> tuple[str, ...]:
    """Reach, age of the account, first sight; what the site does not say is said to be unknown."""
    author = detail.author
    found = []
    if author.followers is not None:
        found.append(detail_counted.followers(author.followers))
    else:
        found.append(translate("Author", "Reach not known here"))
    if author.created_at is not None:
        age = translate("Author", "Account since {month}").format(month=say.month(author.created_at))
        if now - author.created_at < 30 * DAY:
            age = translate("Author", "New account: {days}").format(
                days=counted.days(max((now - author.created_at) // DAY, 0))
            )
        found.append(age)
    else:
        found.append(translate("Author", "Age of the account not known here"))
    found.append(
        translate("Author", "First seen here {day}").format(day=say.day_word(author.first_seen_at, now))
    )
    return tuple(found)


def _strikes(detail: Detail, policy: Policy, now: int) -> tuple[str, ...]:
    """Each strike with its day and until when it counts, newest first."""
    ladder = policy.ladder
    found = []
    for category, at in reversed(detail.history.strikes):
        word = category_name(policy, category) or category_word(category)
        line = translate("Author", "{category}, {day}").format(category=word, day=say.day(at, now))
        if ladder is not None and category not in ladder.counts:
            line = translate("Author", "{strike}: does not count").format(strike=line)
        elif ladder is not None and now - at >= ladder.window:
            line = translate("Author", "{strike}: no longer counts").format(strike=line)
        elif ladder is not None:
            end = say.day(at + ladder.window, now)
            line = translate("Author", "{strike}: counts until {end}").format(strike=line, end=end)
        found.append(line)
    return tuple(found)


def _steps(detail: Detail, policy: Policy, now: int) -> tuple[LadderStep, ...]:
    """Each rung of the ladder: done when the platform confirmed it, next when this comment would reach it."""
    ladder = policy.ladder
    if ladder is None:
        return ()
    view = detail.ladder
    done = {action: at for action, at in detail.history.actions_done if now - at < ladder.window}
    points = view.points if view is not None else strike_points(ladder, detail.history.strikes, now)
    reached = view.step.action if view is not None and view.step is not None else ""
    if reached == "block" and view is not None and view.missing:
        # Whatever the points say: a block is not next while a step before it is missing.
        reached = view.missing[0]
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
