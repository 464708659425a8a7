"""From what was counted to the report: tallies added up, shares with intervals, comments to read, what to be wary of."""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from console.domain.shares import FEW, Share
from console.domain.utc import utc
from console.policy.replay.auto import Automatic, Candidate, automatic
from console.policy.replay.replay import SHOWN, RuleTally, Tally

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.policy.model import Policy

DAY: Final = 86_400
_LATEST: Final = 253_402_300_799
_SUMS: Final = (
    "comments", "judged", "decisions", "older", "hidden", "unread", "more_hidden", "no_longer_hidden", "protected",
)  # fmt: skip
_COUNTS: Final = ("lived", "counterfactual", "engines", "due")
Kept = tuple[tuple[int, int, int], dict[str, Any]]


def to_json(tally: Tally) -> dict[str, Any]:
    """A tally as JSON values, for the pipe between two processes."""
    return asdict(tally)


def from_json(value: Mapping[str, Any]) -> Tally:
    """The tally that ``to_json`` wrote, also after a trip through JSON (where keys became strings)."""
    tally = Tally(**value)
    tally.rules = {name: RuleTally(**counts) for name, counts in value["rules"].items()}
    tally.due = {int(hour): count for hour, count in value["due"].items()}
    tally.candidates = [Candidate(*one) for one in value["candidates"]]
    tally.baseline_candidates = [Candidate(*one) for one in value["baseline_candidates"]]
    tally.disagreements = {name: _kept(items) for name, items in value["disagreements"].items()}
    tally.protected_items = _kept(value["protected_items"])
    return tally


def _kept(items: Sequence[Any]) -> list[Kept]:
    return [((rank[0], rank[1], rank[2]), item) for rank, item in items]


def merge(parts: Sequence[Tally]) -> Tally:
    """One tally from those of disjoint sets of authors; the order of ``parts`` makes no difference."""
    whole = Tally()
    for part in parts:
        for name in _SUMS:
            setattr(whole, name, getattr(whole, name) + getattr(part, name))
        for name in _COUNTS:
            into = getattr(whole, name)
            for key, count in getattr(part, name).items():
                into[key] = into.get(key, 0) + count
        whole.hours = [one + other for one, other in zip(whole.hours, part.hours, strict=True)]
        whole.held = [one + other for one, other in zip(whole.held, part.held, strict=True)]
        for month, counts in part.months.items():
            held = whole.months.setdefault(month, [0, 0])
            whole.months[month] = [held[0] + counts[0], held[1] + counts[1]]
        for rule, found in part.rules.items():
            sums = whole.rules.setdefault(rule, RuleTally())
            for name, count in asdict(found).items():
                setattr(sums, name, getattr(sums, name) + count)
        for rule, items in part.disagreements.items():
            whole.disagreements[rule] = _first([*whole.disagreements.get(rule, []), *items])
        whole.protected_items = _first([*whole.protected_items, *part.protected_items])
        whole.candidates += part.candidates
        whole.baseline_candidates += part.baseline_candidates
    firsts = [one.first for one in parts if one.first is not None]
    lasts = [one.last for one in parts if one.last is not None]
    whole.first, whole.last = min(firsts, default=None), max(lasts, default=None)
    return whole


def _first(items: list[Kept]) -> list[Kept]:
    return sorted(items, key=lambda one: one[0])[:SHOWN]


def report(policy: Policy, baseline: Policy | None, tally: Tally, since: int | None = None) -> dict[str, Any]:
    """The report as JSON values (comment ids are numbers), a pure function of its arguments.

    It begins at ``since`` (UTC seconds; comments before it were left out), else with the first comment.

    Per rule: ``hits`` are all its matches, ``change`` those against the baseline's rule of the same id, ``judged``
    and ``agreed`` count comments on which its proposal was the one that counted and a person decided; ``agreement``
    is None below 30 of them. ``protected`` must be 0. ``automatic_per_day`` is after cap and circuit breaker.
    """
    begin = tally.first if since is None else since
    days = _days(begin, tally.last)
    hides = automatic(policy, tally.candidates)
    before = {} if baseline is None else automatic(baseline, tally.baseline_candidates)
    if baseline is not None and baseline.id == policy.id:
        before = hides
    counts = _warnings(tally)
    return {
        "policy": policy.id,
        "baseline": None if baseline is None else baseline.id,
        "from": moment(begin),
        "to": moment(tally.last),
        "days": days,
        "timezone": policy.hours.timezone,
        "comments": tally.comments,
        "judged": tally.judged,
        "decisions": tally.decisions,
        "automatic_hides_per_day": _per_day(hides, days),
        "baseline_automatic_hides_per_day": _per_day(before, days),
        "more_hidden": tally.more_hidden,
        "no_longer_hidden": tally.no_longer_hidden,
        "protected_hit": tally.protected,
        "rules": [_rule(rule.id, tally.rules[rule.id], hides, days) for rule in policy.rules],
        "rules_gone": [
            {"rule": name, "hits": tally.rules[name].before}
            for name in sorted(set(tally.rules) - {rule.id for rule in policy.rules})
        ],
        "ladder": {
            "as_lived": _rungs(policy, tally.lived),
            "counterfactual": _rungs(policy, tally.counterfactual),
        },
        "ladder_held": {"as_lived": tally.held[0], "counterfactual": tally.held[1]},
        "sla": _sla(tally),
        "months": [
            {"month": month, "more_hidden": more, "no_longer_hidden": fewer}
            for month, (more, fewer) in sorted(tally.months.items())
        ],
        "disagreements": _spread(policy, tally.disagreements),
        "protected_items": [_item(one) for _, one in tally.protected_items],
        "warnings": list(counts),
        "warning_counts": counts,
    }


def without_words(found: Mapping[str, Any]) -> dict[str, Any]:
    """The report without anybody's words and names: what may be kept where an erasure does not reach."""
    kept = dict(found)
    for name in ("disagreements", "protected_items"):
        kept[name] = [
            {key: value for key, value in one.items() if key not in {"text", "author"}}
            for one in found.get(name, ())
        ]
    return kept


def moment(at: int | None) -> str | None:
    """UTC seconds as RFC 3339."""
    if at is None:
        return None
    return utc(min(max(at, 0), _LATEST)).strftime("%Y-%m-%dT%H:%M:%SZ")


def _days(begin: int | None, end: int | None) -> int:
    if begin is None or end is None:
        return 0
    return max(1, math.ceil((end - begin + 1) / DAY))


def _per_day(hides: Mapping[str, Automatic], days: int) -> float:
    return round(sum(one.hidden for one in hides.values()) / days, 2) if days else 0.0


def _rule(name: str, counts: RuleTally, hides: Mapping[str, Automatic], days: int) -> dict[str, Any]:
    share = Share(counts.agreed, counts.judged)
    auto = hides.get(name, Automatic())
    return {
        "rule": name,
        "hits": counts.hits,
        "change": counts.hits - counts.before,
        "won": counts.won,
        "judged": counts.judged,
        "agreed": counts.agreed,
        "agreement": None
        if share.value is None or share.low is None or share.high is None
        else {"value": round(share.value, 4), "low": round(share.low, 4), "high": round(share.high, 4)},
        "protected": counts.protected,
        "automatic_per_day": round(auto.hidden / days, 2) if days else 0.0,
        "automatic_capped": auto.capped,
        "automatic_stopped": auto.stopped,
    }


def _rungs(policy: Policy, counts: Mapping[str, int]) -> dict[str, int]:
    """Every rung of the ladder in its order, also those that nobody reached."""
    steps = policy.ladder.steps if policy.ladder is not None else ()
    return {f"{step.at}:{step.action}": counts.get(f"{step.at}:{step.action}", 0) for step in steps}


def _sla(tally: Tally) -> dict[str, Any]:
    most = max(tally.hours)
    busiest = min(tally.due.items(), key=lambda one: (-one[1], one[0]), default=None)
    return {
        "hours": tally.hours,
        "peak": {"hour": tally.hours.index(most), "due": most},
        "busiest": None if busiest is None else {"at": moment(busiest[0]), "due": busiest[1]},
    }


def _spread(policy: Policy, found: Mapping[str, Sequence[Kept]]) -> list[dict[str, Any]]:
    """At most ``SHOWN`` comments, as many rules as possible among them, in the order of the rules."""
    queues = {rule.id: list(found.get(rule.id, ())) for rule in policy.rules}
    taken: dict[str, int] = dict.fromkeys(queues, 0)
    left = min(SHOWN, sum(len(queue) for queue in queues.values()))
    while left:
        for name, queue in queues.items():
            if left and taken[name] < len(queue):
                taken[name] += 1
                left -= 1
    return [_item(one) for name, queue in queues.items() for _, one in queue[: taken[name]]]


def _item(one: Mapping[str, Any]) -> dict[str, Any]:
    return {**one, "posted_at": moment(one["posted_at"])}


def _warnings(tally: Tally) -> dict[str, int]:
    """Code -> how many: what the figures cannot say."""
    found: dict[str, int] = {}
    if not tally.comments:
        found["empty"] = 0
    if tally.judged < FEW:
        found["few_decisions"] = tally.judged
    if tally.older:
        found["older_policy"] = tally.older
    if tally.comments > tally.judged:
        found["unjudged"] = tally.comments - tally.judged
    if tally.hidden:
        found["hidden_fewer_replies"] = tally.hidden
    if len(tally.engines) > 1:
        found["other_engines"] = tally.comments - tally.unread - max(tally.engines.values())
    if tally.unread:
        found["unread"] = tally.unread
    return found
