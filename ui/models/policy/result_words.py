"""Reports of replay and shadow in words: as runs, cells and entries to read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QLocale

from ui.delegates.interval_bar import IntervalCell
from ui.delegates.visible_text import plain_name
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.i18n.policy_results_counted import counted
from ui.i18n.words import action_done, action_lower, category_word, join_and
from ui.models.masking import softened
from ui.theme.icon_names import ACTIONS, platform_icon
from ui.widgets.cells import Cell
from ui.widgets.reading_list import Piece, ReadItem
from ui.widgets.runs import Run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

NBSP: Final = "\u00a0"


def percent(share: float) -> str:
    """A share 0..1 as a whole percentage: 86 %."""
    return f"{say.number(round(share * 100))}{NBSP}%"


def one_decimal(value: float) -> str:
    """A rate with one decimal where it has one: 0, 2,4."""
    return say.number(round(value)) if round(value, 1) == round(value) else QLocale().toString(value, "f", 1)


def signed(count: int) -> str:
    """A change: + 47, − 3, =."""
    if not count:
        return "="
    return f"{'+' if count > 0 else '−'}{NBSP}{say.number(abs(count))}"


def starred(text: str, strong: str = "text", color: str = "text") -> list[Run]:
    """Runs of a phrase in which stars enclose what is bold, that in the colour ``strong``."""
    return [
        Run(part, strong if place % 2 else color, 600 if place % 2 else 400)
        for place, part in enumerate(text.split("*"))
        if part
    ]


def epoch(moment: object) -> int:
    """UTC seconds of an RFC 3339 time, 0 for anything else."""
    if not isinstance(moment, str):
        return 0
    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        return 0
    return int((found if found.tzinfo is not None else found.replace(tzinfo=UTC)).timestamp())


# ---------------------------------------------------------------------- replay


def replay_sentence(report: Mapping[str, Any]) -> list[Run]:
    """The one sentence that comes first, the protected comments in the danger colour."""
    days = counted.over_days(int(report.get("days", 0)))
    if not report.get("comments"):
        return [Run(translate("PolicyResults", "There is no comment in this time to try the draft on."))]
    if report.get("baseline") == report.get("policy"):
        words = translate(
            "PolicyResults", "{days}, the policy in force: {comments}, {decisions} to compare with."
        )
        runs = starred(
            words.format(
                days=days,
                comments=counted.comments(int(report["comments"])),
                decisions=counted.decisions(int(report["decisions"])),
            )
        )
    else:
        more = counted.more_hidden(int(report["more_hidden"]))
        if report.get("baseline") is None:
            more = counted.hidden(int(report["more_hidden"]))
        words = translate("PolicyResults", "{days}, {more}, {fewer}.")
        runs = starred(
            words.format(days=days, more=more, fewer=counted.no_longer(int(report["no_longer_hidden"])))
        )
    protected = int(report.get("protected_hit", 0))
    if protected:
        runs += [Run(" "), *starred(counted.protected(protected), "danger")]
    return runs


def rule_heads() -> tuple[str, ...]:
    """The heads of the table per rule."""
    return (
        translate("PolicyResults", "Rule"),
        translate("PolicyResults", "Hits"),
        translate("PolicyResults", "Change"),
        translate("PolicyResults", "Agreement with your decisions"),
        translate("PolicyResults", "Protected"),
        translate("PolicyResults", "Auto / day"),
    )


def rule_cells(rule: Mapping[str, Any], mark: float | None) -> tuple[Cell, ...]:
    """One rule: hits, change, agreement with its interval, protected, automatic hides a day."""
    protected = int(rule["protected"])
    change = int(rule["change"])
    return (
        Cell(str(rule["rule"]), weight=600),
        Cell(say.number(int(rule["hits"])), right=True),
        Cell(signed(change), color="text" if change else "text-muted", right=True),
        agreement_cell(rule, mark),
        Cell(
            say.number(protected),
            color="danger" if protected else "text",
            weight=600 if protected else 400,
            right=True,
        ),
        Cell(one_decimal(float(rule["automatic_per_day"])), right=True),
    )


def agreement_cell(rule: Mapping[str, Any], mark: float | None) -> Cell:
    """A share with its interval; words where there is too little to say."""
    found = rule.get("agreement")
    if not found:
        judged = int(rule.get("judged", 0))
        words = (
            translate("PolicyResults", "too few, n = {n}").format(n=say.number(judged))
            if judged
            else translate("PolicyResults", "another rule wins")
            if not rule.get("won", 1)
            else translate("PolicyResults", "none judged")
        )
        return Cell(words.replace(" = ", f"{NBSP}={NBSP}"), color="text-muted")
    return IntervalCell(
        percent(float(found["value"])),
        value=float(found["value"]),
        low=float(found["low"]),
        high=float(found["high"]),
        mark=mark,
    )


def mark_of(gates: Sequence[Mapping[str, Any]]) -> float | None:
    """The strictest ``min_rule_precision`` of some gates as a share; None where none asks for any."""
    asked = [int(gate["min_rule_precision"]) for gate in gates if "min_rule_precision" in gate]
    return max(asked) / 10_000 if asked else None


def shown_rules(report: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The rules that hit anything, with the draft or with the policy in force; the others are named in the footnote."""
    return [one for one in report.get("rules", ()) if one["hits"] or one["change"]]


def telling_rule(report: Mapping[str, Any], mark: float | None) -> str:
    """The rule to look at first: one that hits what is protected, agrees too rarely, changes most; "" for none."""

    def order(one: Mapping[str, Any]) -> tuple[bool, bool, int, int]:
        agreement = one.get("agreement")
        low = agreement is not None and mark is not None and float(agreement["value"]) < mark
        wrong = sum(str(item["rule"]) == one["rule"] for item in report.get("disagreements", ()))
        return one["protected"] > 0, low, abs(int(one["change"])), wrong

    rules = shown_rules(report)
    return str(max(rules, key=order)["rule"]) if rules else ""


def footnote(report: Mapping[str, Any], mark: float | None) -> str:
    """What the table rests on, and how to read it."""
    parts = [
        translate("PolicyResults", "{days}, {comments}, {decisions}.").format(
            days=counted.days(int(report.get("days", 0))),
            comments=counted.comments(int(report.get("comments", 0))),
            decisions=counted.decisions(int(report.get("decisions", 0))),
        ),
        translate("PolicyResults", "Line: 95 % interval (Wilson).").replace(" %", f"{NBSP}%"),
    ]
    if mark is not None:
        parts.append(
            translate("PolicyResults", "Mark: share asked for, {share}.").format(share=percent(mark))
        )
    silent = [str(one["rule"]) for one in report.get("rules", ()) if not one["hits"] and not one["change"]]
    if silent:
        parts.append(
            translate("PolicyResults", "Without a hit: {rules}.").format(
                rules=", ".join(silent).replace("-", "\u2011")
            )
        )
    return " ".join(parts)


_WARNINGS: Final[Mapping[str, Callable[[int], str]]] = {
    "few_decisions": counted.few_decisions,
    "older_policy": counted.older_policy,
    "unjudged": counted.unjudged,
    "hidden_fewer_replies": counted.hidden_fewer_replies,
    "other_engines": counted.other_engines,
    "unread": counted.unread,
}


def warnings(report: Mapping[str, Any]) -> list[str]:
    """What the figures cannot say, in sentences."""
    counts = report.get("warning_counts", {})
    return [
        _WARNINGS[code](int(counts.get(code, 0))) for code in report.get("warnings", ()) if code in _WARNINGS
    ]


def ladder_rows(report: Mapping[str, Any]) -> list[tuple[Cell, ...]]:
    """Each rung: how often it was reached as people decided, and as it would have been."""
    ladder = report.get("ladder", {})
    lived, other = ladder.get("as_lived", {}), ladder.get("counterfactual", {})
    rows: list[tuple[Cell, ...]] = []
    for key in dict.fromkeys((*lived, *other)):
        at, _, action = str(key).partition(":")
        words = translate("PolicyResults", "{points}: {action}").format(
            points=counted.points(int(at)) if at.isdigit() else at, action=action_lower(action)
        )
        before, after = int(lived.get(key, 0)), int(other.get(key, 0))
        rows.append(
            (
                Cell(words),
                Cell(say.number(before), right=True),
                Cell(say.number(after), weight=600 if before != after else 400, right=True),
            )
        )
    return rows


def load_sentence(report: Mapping[str, Any]) -> str:
    """When most falls due."""
    sla = report.get("sla", {})
    hours, peak = sla.get("hours", ()), sla.get("peak", {})
    total = sum(hours)
    if not total:
        return translate("PolicyResults", "Nothing falls due in this time.")
    words = translate("PolicyResults", "Most falls due between {start} and {end}: {due} of {all}.").format(
        start=f"{int(peak['hour']):02d}:00",
        end=f"{(int(peak['hour']) + 1) % 24:02d}:00",
        due=say.number(int(peak["due"])),
        all=say.number(total),
    )
    busiest = sla.get("busiest")
    if busiest:
        at = epoch(busiest["at"])
        words += " " + translate("PolicyResults", "The fullest hour: {day}, {time}, {due}.").format(
            day=say.day(at), time=say.clock_time(at), due=counted.due(int(busiest["due"]))
        )
    return words


# ---------------------------------------------------------------------- comments to read


def action_pieces(actions: Sequence[str]) -> str:
    """Actions in a row: hide and report."""
    return join_and(action_lower(str(one).partition(":")[0]) for one in actions)


def disagreement(item: Mapping[str, Any]) -> ReadItem:
    """One comment on which rule and person differ."""
    decided = item.get("decided")
    actions = [str(one) for one in item.get("proposed", ())]
    first = actions[0].partition(":")[0] if actions else ""
    right = []
    if decided:
        you = translate("PolicyResults", "you: {action}").format(action=_done(str(decided)))
        right.append(Piece(you, ACTIONS.get(str(decided), "check")))
    rule = translate("PolicyResults", "rule: {actions}").format(
        actions=action_pieces(actions) or translate("PolicyResults", "nothing")
    )
    right.append(
        Piece(
            rule, ACTIONS.get(first, ""), "danger" if first in ("hide", "delete", "report") else "text", 600
        )
    )
    score = item.get("score")
    if score is not None:
        right.append(Piece(say.score(float(score))))
    return ReadItem(
        _text(item), int(item["comment_id"]), _icon(item), left=_who(item), right=tuple(right),
        color="text" if item.get("text") else "text-muted",
    )  # fmt: skip


def shadow_item(item: Mapping[str, Any]) -> ReadItem:
    """One comment that the shadow treats otherwise."""
    right = []
    if item.get("decided"):
        decided = str(item["decided"])
        right.append(
            Piece(
                translate("PolicyResults", "you: {action}").format(action=_done(decided)),
                ACTIONS.get(decided, "check"),
            )
        )
    for side, words, color, weight in (
        ("active", translate("PolicyResults", "in force: {what}"), "text-muted", 400),
        ("shadow", translate("PolicyResults", "shadow: {what}"), "accent", 600),
    ):
        one = item[side]
        what = f"{category_word(str(one['category']))} {int(one['severity'])}/5"
        actions = action_pieces(one["actions"])
        right.append(
            Piece(words.format(what=f"{what}, {actions}" if actions else what), color=color, weight=weight)
        )
    return ReadItem(
        _text(item), int(item["comment_id"]), _icon(item), left=_who(item), right=tuple(right),
        color="text" if item.get("text") else "text-muted",
    )  # fmt: skip


def _done(action: str) -> str:
    """What was done, in the middle of a sentence: kept."""
    word = action_done(action)
    return word[:1].lower() + word[1:]


def _text(item: Mapping[str, Any]) -> str:
    text = softened(str(item.get("text") or "").strip())
    return text or translate("PolicyResults", "The words of this comment are no longer here.")


def _icon(item: Mapping[str, Any]) -> str:
    return platform_icon(str(item.get("channel", "")).partition(":")[0])


def _who(item: Mapping[str, Any]) -> tuple[Piece, ...]:
    pieces = [
        Piece(
            plain_name(str(item.get("author") or "")) or translate("PolicyResults", "without a name"),
            weight=400,
        )
    ]
    if item.get("protected"):
        pieces.append(Piece(translate("PolicyResults", "protected"), "shield-check", "danger"))
    return tuple(pieces)
