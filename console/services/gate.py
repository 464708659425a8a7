"""The gate: what must hold before a version goes live, judged from what was recorded about it. Pure: no store, no clock.

The gate that counts is the stricter union of the active policy's ``[gate]`` and the new one's: whoever wants an easier
gate has to pass the present one first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from console.domain.errors import DomainError
from console.domain.shares import FEW
from console.domain.vocabulary import ROLE_RANK, Role
from console.policy import Policy, fills

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from console.store import PolicyStep

DAY: Final = 86_400
DEFAULT_WINDOW: Final = 90 * DAY
"""How far a backtest must look back where no policy states a window, seconds."""
FRESH: Final = DAY
"""How old a recorded backtest may be, seconds: what was decided since is not in it."""
_SCALE: Final = 10_000


@dataclass(frozen=True, slots=True)
class Demands:
    """What the active and the new policy ask for together. Shares are x 10,000, ``window`` seconds; None: not asked."""

    tests: bool = True
    window: int | None = None
    decisions: int | None = None
    protected: int | None = None
    precision: int | None = None
    volume: int | None = None
    signature: Role | None = None

    @property
    def backtest(self) -> bool:
        """Whether any point is read from a backtest."""
        figures = (self.window, self.decisions, self.protected, self.precision, self.volume)
        return any(one is not None for one in figures)

    @property
    def days(self) -> int:
        """How many days a backtest must look back."""
        return -(-(self.window or DEFAULT_WINDOW) // DAY)


@dataclass(frozen=True, slots=True)
class GatePoint:
    """One point of the gate.

    ``code`` is check, rule_tests, backtest, min_human_decisions, max_protected_hidden, min_rule_precision,
    max_auto_volume_change or second_signature. ``ok`` is None where too little was decided to say (under 30) or where
    the backtest that would tell is missing: that alone refuses nothing. Shares in ``value`` and ``wanted`` are 0..1.
    ``waivable``: a lead may go on without it, with a reason.
    """

    code: str
    ok: bool | None
    value: Any = None
    wanted: Any = None
    rule: str = ""
    waivable: bool = True

    def to_json(self) -> dict[str, Any]:
        """The point as JSON values."""
        body = {"code": self.code, "ok": self.ok, "value": self.value, "wanted": self.wanted}
        return body | ({"rule": self.rule} if self.rule else {}) | {"waivable": self.waivable}


@dataclass(frozen=True, slots=True)
class GateReport:
    """All points. ``days`` is how far a backtest has to look back, None where none is needed."""

    points: tuple[GatePoint, ...]
    days: int | None = None

    @property
    def ok(self) -> bool:
        """Whether nothing is unmet."""
        return not self.unmet

    @property
    def unmet(self) -> tuple[GatePoint, ...]:
        """The points that do not hold."""
        return tuple(one for one in self.points if one.ok is False)

    def point(self, code: str) -> GatePoint | None:
        """The first point with this code."""
        return next((one for one in self.points if one.code == code), None)

    def to_json(self) -> dict[str, Any]:
        """The report as JSON values."""
        return {"ok": self.ok, "days": self.days, "points": [one.to_json() for one in self.points]}


class GateNotMet(DomainError):
    """A version may not go live; ``report`` says which points are unmet."""

    default_code = "gate_not_met"

    def __init__(self, report: GateReport) -> None:
        self.report = report
        named = [f"{one.code}:{one.rule}" if one.rule else one.code for one in report.unmet]
        super().__init__(points=named, gate=report.to_json())


def demands(active: Policy | None, new: Policy) -> Demands:
    """The stricter union of both gates, and the highest role that either wants as a second signature."""
    gates = [one.gate for one in (active, new) if one is not None]

    def most(key: str) -> int | None:
        return max((int(gate[key]) for gate in gates if key in gate), default=None)

    def least(key: str) -> int | None:
        return min((int(gate[key]) for gate in gates if key in gate), default=None)

    signing = [one.approval.activation for one in (active, new) if one is not None]
    roles = [Role(str(one.get("role", Role.LEAD))) for one in signing if one.get("second_signature")]
    return Demands(
        tests=any(gate.get("rule_tests", "all_pass") == "all_pass" for gate in gates),
        window=most("backtest_window"),
        decisions=most("min_human_decisions"),
        protected=least("max_protected_hidden"),
        precision=most("min_rule_precision"),
        volume=least("max_auto_volume_change"),
        signature=max(roles, key=lambda role: ROLE_RANK[role], default=None),
    )


def judge(
    wanted: Demands,
    steps: Sequence[PolicyStep],
    *,
    sound: bool,
    active_id: str | None,
    now: int,
    oldest: int | None,
    latest: int | None = None,
    actor: str | None = None,
    same: Callable[[str, str], bool],
) -> GateReport:
    """The gate for a version with these ``steps``.

    ``sound``: its text still passes the static check. ``now``, ``oldest`` (the moment of the oldest comment) and
    ``latest`` (when the last one came in) are UTC seconds. ``actor`` is who is about to activate it; their own signature
    does not count. ``same`` says whether two names are one person's.
    """
    points = [GatePoint("check", sound, waivable=False), _tests(wanted, steps)]
    if wanted.backtest:
        step = newest(steps, "backtest")
        why = _fault(wanted, step, active_id, now, oldest, latest)
        body: Mapping[str, Any] = {} if step is None else step.body
        value = {"why": why, "at": None if step is None else step.created_at} | {
            key: body.get(key) for key in ("from", "to", "comments")
        }
        points.append(GatePoint("backtest", why is None, value, wanted.days))
        points += _figures(wanted, body if why is None else None)
    if wanted.signature is not None:
        names = [
            one.actor
            for one in signatures(steps, wanted.signature, same)
            if actor is None or not same(one.actor, actor)
        ]
        points.append(
            GatePoint("second_signature", bool(names), names, wanted.signature.value, waivable=False)
        )
    return GateReport(tuple(points), wanted.days if wanted.backtest else None)


def _tests(wanted: Demands, steps: Sequence[PolicyStep]) -> GatePoint:
    step = newest(steps, "test", since=_text(steps))
    if step is None:
        return GatePoint(
            "rule_tests", None if not wanted.tests else False, None, wanted.tests, waivable=False
        )
    value = {"passed": step.body.get("passed", 0), "failed": step.body.get("failed", 0)}
    return GatePoint(
        "rule_tests", step.ok or (None if not wanted.tests else False), value, wanted.tests, waivable=False
    )


def _figures(wanted: Demands, report: Mapping[str, Any] | None) -> list[GatePoint]:
    points = []
    if wanted.decisions is not None:
        value = None if report is None else int(report.get("decisions", 0))
        points.append(
            GatePoint(
                "min_human_decisions",
                None if value is None else value >= wanted.decisions,
                value,
                wanted.decisions,
            )
        )
    if wanted.protected is not None:
        value = None if report is None else int(report.get("protected_hit", 0))
        points.append(
            GatePoint(
                "max_protected_hidden",
                None if value is None else value <= wanted.protected,
                value,
                wanted.protected,
            )
        )
    if wanted.precision is not None:
        points += _precision(wanted.precision, report)
    if wanted.volume is not None:
        change = None if report is None else volume_change(report)
        points.append(
            GatePoint(
                "max_auto_volume_change",
                None if report is None else change is not None and change * _SCALE <= wanted.volume,
                None if change is None else round(change, 4),
                wanted.volume / _SCALE,
            )
        )
    return points


def _precision(least: int, report: Mapping[str, Any] | None) -> list[GatePoint]:
    """One point for each rule that people decided about; one that says nothing where there is none."""
    found = []
    for rule in () if report is None else report.get("rules", ()):
        judged = int(rule.get("judged", 0))
        if not judged:
            continue
        share = int(rule.get("agreed", 0)) / judged
        ok = None if judged < FEW else share * _SCALE >= least
        value = {
            "judged": judged,
            "agreed": int(rule.get("agreed", 0)),
            "share": None if ok is None else round(share, 4),
        }
        found.append(GatePoint("min_rule_precision", ok, value, least / _SCALE, str(rule.get("rule", ""))))
    return found or [GatePoint("min_rule_precision", None, None, least / _SCALE)]


def volume_change(report: Mapping[str, Any]) -> float | None:
    """By which share automatic hides a day would change against the active policy; None where there were none before."""
    new, old = report.get("automatic_hides_per_day"), report.get("baseline_automatic_hides_per_day")
    if not isinstance(new, (int, float)) or (old is not None and not isinstance(old, (int, float))):
        return None
    if not old:
        return 0.0 if not new else None
    return abs(new - old) / old


# ---------------------------------------------------------------------- what was recorded


def newest(steps: Sequence[PolicyStep], kind: str, since: int = 0) -> PolicyStep | None:
    """The last step of a kind after the step numbered ``since``."""
    return next((one for one in reversed(steps) if one.kind == kind and one.id > since), None)


def _text(steps: Sequence[PolicyStep]) -> int:
    """The step with which the present text came: tests and signatures before it were of another one."""
    step = newest(steps, "check")
    return 0 if step is None else step.id


def signatures(steps: Sequence[PolicyStep], role: Role, same: Callable[[str, str], bool]) -> list[PolicyStep]:
    """The signatures that count: of the present text, since it was last active, by nobody who submitted it.

    ``same`` says whether two names are one person's.
    """
    last = newest(steps, "activate")
    since = max(_text(steps), 0 if last is None else last.id)
    authors = [one.actor for one in steps if one.kind == "check"]
    return [
        one
        for one in steps
        if one.kind == "sign"
        and one.id > since
        and fills(one.role, role)
        and not any(same(one.actor, author) for author in authors)
    ]


def _fault(
    wanted: Demands,
    step: PolicyStep | None,
    active_id: str | None,
    now: int,
    oldest: int | None,
    latest: int | None,
) -> str | None:
    """Why a recorded backtest does not count: missing, baseline, old, window; None where it does."""
    if step is None:
        return "missing"
    baseline = step.body.get("baseline")
    if baseline != active_id and not (baseline is None and wanted.volume is None):
        return "baseline"
    # One over an empty workspace says nothing about what came in since.
    filled = not step.body.get("comments") and latest is not None and latest > step.created_at
    if now - step.created_at > FRESH or filled:
        return "old"
    begin, end = moment(step.body.get("from")), moment(step.body.get("to"))
    # Days count back from the newest comment; a younger workspace has nothing earlier to look at.
    if begin is not None and end is not None and end - begin < (wanted.days - 1) * DAY:
        if oldest is not None and begin > oldest + DAY:
            return "window"
    return None


def moment(text: object) -> int | None:
    """UTC seconds of an RFC 3339 time; None for anything else."""
    if not isinstance(text, str):
        return None
    try:
        return int(datetime.fromisoformat(text).timestamp())
    except ValueError:
        return None
