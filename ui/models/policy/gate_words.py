"""The points of the gate in words: how each stands, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ui.delegates.visible_text import plain_name
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.i18n.policy_results_counted import counted
from ui.i18n.words import join_and, role_word
from ui.models.policy.result_words import NBSP, percent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from console.services.gate import GatePoint


@dataclass(frozen=True, slots=True)
class GateRow:
    """One line of the green light: ``ok`` None is not known yet; ``missing`` says what to do about it."""

    word: str
    value: str
    ok: bool | None
    missing: str = ""


def gate_rows(points: Sequence[GatePoint], *, stored: bool = True) -> list[GateRow]:
    """The points in words; rules that hold share one line, and so do those with too few decisions."""
    rows: list[GateRow] = []
    rules = [one for one in points if one.code == "min_rule_precision" and one.rule]
    replayed = any(one.code == "backtest" and one.ok for one in points)
    for point in points:
        if point.code == "min_rule_precision" and point.rule:
            continue
        row = _gate_row(point, stored)
        if point.code == "min_rule_precision" and replayed:
            missing = translate("PolicyResults", "Nobody has decided yet on a comment the rules touch.")
            row = GateRow(row.word, row.value, row.ok, missing)
        rows.append(row)
    return rows + _rule_rows(rules)


def _rule_rows(rules: Sequence[GatePoint]) -> list[GateRow]:
    if not rules:
        return []
    wanted = percent(float(rules[0].wanted or 0))
    rows = [
        GateRow(
            one.rule,
            translate("PolicyResults", "{value}, min {wanted}").format(
                value=percent(float(one.value["share"])), wanted=wanted
            ),
            False,
            translate("PolicyResults", "{rule} agrees too rarely with you: read its disagreements.").format(
                rule=one.rule
            ),
        )
        for one in rules
        if one.ok is False
    ]
    held = sum(one.ok is True for one in rules)
    few = sum(one.ok is None for one in rules)
    if held:
        words = translate("PolicyResults", "{n}, min {wanted}").format(n=say.number(held), wanted=wanted)
        rows.append(GateRow(translate("PolicyResults", "Rules that agree"), words, True))
    if few:
        rows.append(
            GateRow(
                translate("PolicyResults", "Too few decisions"),
                say.number(few),
                None,
                translate("PolicyResults", "Under 30 decisions a share says nothing: that refuses nothing."),
            )
        )
    return rows


def _gate_row(point: GatePoint, stored: bool) -> GateRow:
    return _GATE_ROWS.get(point.code, _other_row)(point, stored)


def _other_row(point: GatePoint, _stored: bool) -> GateRow:
    return GateRow(point.code, "" if point.value is None else str(point.value), point.ok)


def _check_row(point: GatePoint, _stored: bool) -> GateRow:
    words = translate("PolicyResults", "sound") if point.ok else translate("PolicyResults", "has errors")
    return GateRow(
        translate("PolicyResults", "Check"),
        words,
        point.ok,
        "" if point.ok else translate("PolicyResults", "Mend what the check names."),
    )


def _tests_row(point: GatePoint, stored: bool) -> GateRow:
    word = translate("PolicyResults", "Tests")
    if not point.value:
        if not stored:
            return GateRow(word, translate("PolicyResults", "not yet"), None, _tests_later())
        return GateRow(word, translate("PolicyResults", "not yet"), point.ok, _tests_later())
    passed, failed = int(point.value["passed"]), int(point.value["failed"])
    missing = "" if point.ok else translate("PolicyResults", "Some tests fail: see the tab Tests.")
    return GateRow(word, f"{say.number(passed)}/{say.number(passed + failed)}", point.ok, missing)


def _tests_later() -> str:
    return translate(
        "PolicyResults", "The tests are noted with a version, and run again before it goes live."
    )


def _backtest_row(point: GatePoint, _stored: bool) -> GateRow:
    value = point.value or {}
    why = value.get("why")
    days = counted.days(int(point.wanted or 0))
    if not why:
        return GateRow(translate("Policy", "Replay"), days, True)
    words, missing = {
        "missing": (
            translate("PolicyResults", "not yet"),
            translate("PolicyResults", "Replay the draft over {days}.").format(days=days),
        ),
        "baseline": (
            translate("PolicyResults", "out of date"),
            translate("PolicyResults", "The replay compares with an earlier policy: replay it again."),
        ),
        "old": (
            translate("PolicyResults", "out of date"),
            translate("PolicyResults", "The replay is older than a day: replay it again."),
        ),
        "window": (
            translate("PolicyResults", "too short"),
            translate("PolicyResults", "The replay must look back over {days}.").format(days=days),
        ),
    }.get(str(why), (str(why), ""))
    return GateRow(translate("Policy", "Replay"), words, point.ok, missing)


def _counted_row(point: GatePoint, _stored: bool) -> GateRow:
    least = point.code == "min_human_decisions"
    word = translate("PolicyResults", "Decisions") if least else translate("PolicyResults", "Protected hit")
    bound = translate("PolicyResults", "min {n}") if least else translate("PolicyResults", "max {n}")
    bound = bound.format(n=say.number(int(point.wanted or 0)))
    if point.value is None:
        return GateRow(word, bound, point.ok, _replay_tells())
    value = say.number(int(point.value))
    if point.ok:
        return GateRow(word, value, True)
    missing = (
        translate("PolicyResults", "Too few decisions to judge the draft by: decide in the queue first.")
        if least
        else translate("PolicyResults", "A rule would hide what a protected category shelters.")
    )
    return GateRow(word, f"{value}, {bound}", point.ok, missing)


def _volume_row(point: GatePoint, _stored: bool) -> GateRow:
    word = translate("PolicyResults", "Automatic volume")
    bound = translate("PolicyResults", "max {n}").format(n=percent(float(point.wanted or 0)))
    if point.value is None:
        if point.ok is None:
            return GateRow(word, bound, None, _replay_tells())
        return GateRow(
            word,
            bound,
            point.ok,
            translate("PolicyResults", "Nothing was hidden automatically before: any is new."),
        )
    value = f"±{NBSP}{percent(float(point.value))}"
    if point.ok:
        return GateRow(word, value, True)
    return GateRow(
        word,
        f"{value}, {bound}",
        point.ok,
        translate("PolicyResults", "Automatic hides would change more than the gate lets them."),
    )


def _precision_row(point: GatePoint, _stored: bool) -> GateRow:
    word = translate("PolicyResults", "Agreement")
    bound = translate("PolicyResults", "min {n}").format(n=percent(float(point.wanted or 0)))
    return GateRow(word, bound, point.ok, _replay_tells() if point.ok is None else "")


def _signature_row(point: GatePoint, _stored: bool) -> GateRow:
    word = translate("PolicyResults", "Second signature")
    names = [plain_name(str(one)) for one in point.value or ()]
    if point.ok:
        return GateRow(word, join_and(names), True)
    role = role_word(str(point.wanted))
    missing = translate("PolicyResults", "Another person signs first ({role}).").format(role=role)
    return GateRow(word, translate("PolicyResults", "not yet"), point.ok, missing)


def _replay_tells() -> str:
    return translate("PolicyResults", "A replay tells.")


_GATE_ROWS: Final[Mapping[str, Callable[[GatePoint, bool], GateRow]]] = {
    "check": _check_row,
    "rule_tests": _tests_row,
    "backtest": _backtest_row,
    "min_human_decisions": _counted_row,
    "max_protected_hidden": _counted_row,
    "min_rule_precision": _precision_row,
    "max_auto_volume_change": _volume_row,
    "second_signature": _signature_row,
}
