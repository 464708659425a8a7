"""Backtests: the workspace's own past read in order and replayed through a policy; nothing in it is changed."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any, Final

from console.connectors import registry
from console.domain.errors import EnvironmentFailure, VigieError
from console.policy import Facts, Policy, load_policy
from console.policy.replay import Past, Replay, Tally
from console.policy.replay.history import Event
from console.policy.replay.labels import PastDecision, judge, label_of
from console.policy.replay.report import from_json, merge, report, to_json
from console.services.policies import invalid
from console.services.versions import find
from console.store import Bounds, History, PastRow, Reading

PAGE: Final = 256
DAY: Final = 86_400
Words = tuple[str, Mapping[str, bytes]]


@dataclass(frozen=True, slots=True)
class Plan:
    """One backtest: the two policies as text with their lists, and how far to read. ``total`` counts the comments."""

    text: str
    files: Mapping[str, bytes]
    baseline: Words | None
    since: int | None
    bounds: Bounds
    total: int

    def to_json(self) -> dict[str, Any]:
        """The plan as JSON values, for the pipe to a child process."""
        return {
            "policy": _packed((self.text, self.files)),
            "baseline": None if self.baseline is None else _packed(self.baseline),
            "since": self.since,
            "bounds": asdict(self.bounds),
            "total": self.total,
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Plan:
        """The plan that ``to_json`` wrote."""
        text, files = _unpacked(value["policy"])
        baseline = value["baseline"]
        return cls(
            text,
            files,
            None if baseline is None else _unpacked(baseline),
            value["since"],
            Bounds(**value["bounds"]),
            value["total"],
        )

    def policies(self) -> tuple[Policy, Policy | None]:
        """The two policies, read. UsageError ``policy_invalid`` for the first, ``policy_unreadable`` for the other."""
        return _read(self.text, self.files), None if self.baseline is None else _read_baseline(self.baseline)


def prepare(
    reading: Reading,
    text: str,
    files: Mapping[str, bytes],
    *,
    days: int | None = None,
    baseline: str | Words | None = None,
) -> Plan:
    """Plan a backtest of a policy text against a baseline: a version (``v3``, an id or its beginning), a text with its
    lists, or (None) the active policy.

    ``days`` are counted back from the newest comment, not from today: the same workspace gives the same report.
    Raises UsageError ``policy_invalid`` or ``policy_ambiguous``, NotFound ``policy_not_found``, EnvironmentFailure
    ``policy_unreadable``.
    """
    _read(text, files)
    against: Words | None
    if baseline is None:
        active = reading.policies.active()
        against = None if active is None else (active.source, active.files)
    elif isinstance(baseline, str):
        version = find(reading, baseline)
        against = (version.source, version.files)
    else:
        against = baseline
    if against is not None:
        _read_baseline(against)
    bounds = reading.history.bounds()
    since = None
    if days is not None and bounds.newest is not None:
        since = bounds.newest - days * DAY + 1
    return Plan(text, files, against, since, bounds, reading.history.count(bounds, since))


def replay_part(
    history: History,
    plan: Plan,
    part: int = 0,
    parts: int = 1,
    on_progress: Callable[[int], object] | None = None,
) -> Tally:
    """Replay the comments of one part of the authors; ``on_progress`` hears how many are done and may raise to stop."""
    policy, baseline = plan.policies()
    replay = Replay(policy, baseline, plan.since)
    ids = history.order(plan.bounds, plan.since, part, parts)
    events = (Event(*one) for one in history.events(plan.bounds, part, parts))
    for done in replay.run(_pages(history, plan.bounds, ids), events):
        if on_progress is not None and (done % PAGE == 0 or done == len(ids)):
            on_progress(done)
    return replay.tally


def finish(plan: Plan, parts: Sequence[Tally]) -> dict[str, Any]:
    """The report of all parts; the same whatever their number and order."""
    policy, baseline = plan.policies()
    left_out = plan.total < plan.bounds.comments
    return report(policy, baseline, merge(parts), plan.since if left_out else None)


def pack_tally(tally: Tally) -> dict[str, Any]:
    """A tally as JSON values."""
    return to_json(tally)


def unpack_tally(value: Mapping[str, Any]) -> Tally:
    """The tally that ``pack_tally`` wrote."""
    return from_json(value)


def _pages(history: History, bounds: Bounds, ids: Sequence[int]) -> Iterator[Past]:
    for start in range(0, len(ids), PAGE):
        for row in history.rows(ids[start : start + PAGE], bounds):
            yield _past(row)


def _past(row: PastRow) -> Past:
    decisions = [PastDecision(*one) for one in row.decisions]
    telling = [one for one in decisions if label_of(one.action) is not None]
    verdict = row.verdict
    facts = Facts(
        text=row.text,
        channel_key=row.channel_key,
        author_key=row.author_key,
        language=(verdict.language if verdict is not None and verdict.language else None) or row.language,
        relation=row.relation,
        posted_at=row.posted_at,
        # Deadlines of an archive run from when it was written: all of it falling due within the hour of its import
        # would say nothing about the load.
        first_seen_at=row.moment,
        revision=row.revision,
        from_import=row.imported,
        verdict=verdict,
    )
    return Past(
        id=row.id,
        moment=row.moment,
        author_id=row.author_id,
        post=row.post_id,
        facts=facts,
        author=row.author,
        account_created_at=row.account_created_at,
        followers=row.followers,
        judgement=judge(decisions),
        decisions=len(telling),
        policies=frozenset(one.policy_id for one in telling),
        person_category=row.chosen,
        may_hide=partial(_may_hide, row.kind, row.facts),
    )


def _may_hide(kind: str, facts: str) -> bool:
    """Whether the platform lets the console hide it and take that back."""
    try:
        capability = registry.spec(kind).capability("hide", json.loads(facts), False)
    except VigieError:
        return False  # a channel of a kind that this version has no connector for
    return capability.mode == "api" and capability.reversible


def _read(text: str, files: Mapping[str, bytes]) -> Policy:
    loaded = load_policy(text, files=files)
    if loaded.policy is None:
        raise invalid(loaded, "policy.toml")
    return loaded.policy


def _read_baseline(words: Words) -> Policy:
    loaded = load_policy(words[0], files=words[1])
    if loaded.policy is None:
        raise EnvironmentFailure("policy_unreadable", name="baseline", errors=len(loaded.errors))
    return loaded.policy


def _packed(words: Words) -> dict[str, Any]:
    text, files = words
    return {
        "text": text,
        "files": {name: base64.b64encode(data).decode("ascii") for name, data in files.items()},
    }


def _unpacked(value: Mapping[str, Any]) -> Words:
    return value["text"], {name: base64.b64decode(data) for name, data in value["files"].items()}
