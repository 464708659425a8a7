"""``vigie policy backtest``: the workspace's past replayed through a policy, as tables or as one JSON object."""

from __future__ import annotations

import sys
import time
from concurrent.futures import TimeoutError as NotYet
from typing import TYPE_CHECKING, Any, Final

import click

from console.cli.backtest_sentences import WORDS
from console.cli.policy_commands import given, policy, sound
from console.cli.session import Session, common
from console.cli.tables import one_line
from console.domain.errors import UsageError
from console.services.phrases import word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.runtime.app import Console
    from console.runtime.backtester import BacktestRun
    from console.services.backtesting import Words

MOST_DAYS: Final = 36_500
_LOOK: Final = 0.2  # seconds between two looks, so that Ctrl+C is heard on every system
_CARE: Final = {"unjudged": "unjudged_warning"}


@policy.command("backtest")
@click.argument("source", metavar="FILE|vN")
@click.option("--days", type=click.IntRange(1, MOST_DAYS), help="Counted back from the newest comment.")
@click.option("--against", metavar="vN|FILE", help="Compare with this; the active policy if left out.")
@common
@click.pass_obj
def policy_backtest(session: Session, source: str, days: int | None, against: str | None) -> None:
    """What the policy would have proposed over this workspace's past, beside what people decided."""
    found = sound(session, source)
    if found is None:
        return
    baseline = None if against is None else _against(session, against)
    console = session.console(must_exist=True)
    bar = _Bar(session)
    run = console.backtests.start(
        found.loaded.text, found.loaded.files, days=days, baseline=baseline, on_progress=bar.show
    )
    try:
        report = _wait(run)
    except KeyboardInterrupt:
        run.cancel()
        run.join()
        raise
    finally:
        bar.end()
    version = _record(session, console, report)
    session.show(
        as_json(report) | {"recorded": version},
        lambda _value: text_of(report, session.language, version),
    )


def _wait(run: BacktestRun) -> dict[str, Any]:
    while True:
        try:
            return run.future.result(timeout=_LOOK)
        except NotYet:
            if run.future.done():
                raise


def _against(session: Session, source: str) -> Words:
    found = given(session, source)
    if found.loaded.policy is None:
        raise UsageError("backtest_baseline_wrong", name=source)
    return found.loaded.text, found.loaded.files


def _record(session: Session, console: Console, report: Mapping[str, Any]) -> str | None:
    """Keep the report with the version it is about; its number (v3), None where the text is nobody's version."""
    stored = console.store.read(lambda reading: reading.policies.get(str(report["policy"])))
    actor = session.actor()
    if stored is None or not actor.may("decide"):
        return None
    console.lifecycle.record_backtest(stored.id, report, actor)
    return f"v{stored.number}"


class _Bar:
    """How far it is, on standard error: one line painted over on a terminal, else a line for each quarter."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words = WORDS[session.language]
        self._terminal = sys.stderr.isatty()
        self._painted = 0.0
        self._quarter = -1
        self._length = 0

    def show(self, done: int, total: int) -> None:
        """Called from the run's own threads."""
        if self._session.json or not total:
            return
        percent = 100 * done // total
        line = self._words["progress"].format(
            percent=percent,
            done=_number(done, self._session.language),
            total=_number(total, self._session.language),
        )
        if self._terminal:
            if time.monotonic() - self._painted < 0.1 and done < total:
                return
            self._painted = time.monotonic()
            click.echo("\r" + line.ljust(self._length), nl=False, err=True)
            self._length = len(line)
        elif percent // 25 > self._quarter:
            self._quarter = percent // 25
            click.echo(line, err=True)

    def end(self) -> None:
        """Leave the line."""
        if self._length:
            click.echo("", err=True)


# ---------------------------------------------------------------------- printing


def as_json(report: Mapping[str, Any]) -> dict[str, Any]:
    """The report with comment ids as strings, as everywhere in JSON."""
    return dict(report) | {
        name: [one | {"comment_id": str(one["comment_id"])} for one in report[name]]
        for name in ("disagreements", "protected_items")
    }


def text_of(report: Mapping[str, Any], language: str, version: str | None = None) -> str:
    """The report for people."""
    words = WORDS[language]
    lines = _head(report, words, language)
    if report["comments"]:
        lines += ["", *_rules(report, words, language), "", *_ladder(report, words, language)]
        lines += ["", *_load(report, words, language)]
        if report["months"]:
            lines += ["", *_months(report, words, language)]
        for title, key in (("read", "disagreements"), ("unjudged", "protected_items")):
            items = [one for one in report[key] if key == "disagreements" or one["decided"] is None]
            if items:
                lines += ["", f"{words[title]} ({len(items)})"]
                for one in items:
                    lines += _item(one, words, language)
    if report["warnings"]:
        lines += ["", words["care"]]
        lines += [
            "  " + words[_CARE.get(code, code)].format(n=_number(report["warning_counts"][code], language))
            for code in report["warnings"]
        ]
    if version is not None:
        lines += ["", words["recorded"].format(version=version)]
    return "\n".join(lines)


def _head(report: Mapping[str, Any], words: Mapping[str, str], language: str) -> list[str]:
    if not report["comments"]:
        return [words["nothing"]]
    numbers = {key: _number(report[key], language) for key in ("days", "comments", "judged", "decisions")}
    lines = [words["span"].format(begin=str(report["from"])[:10], end=str(report["to"])[:10], **numbers)]
    if report["baseline"] in {None, report["policy"]}:
        lines.append(words["same"])
    else:
        lines.append(
            words["hidden"].format(
                more=_number(report["more_hidden"], language),
                fewer=_number(report["no_longer_hidden"], language),
            )
        )
    if report["protected_hit"]:
        lines.append(_counted(words["protected"], report["protected_hit"], language))
    new, old = report["automatic_hides_per_day"], report["baseline_automatic_hides_per_day"]
    if new or old:
        lines.append(words["automatic"].format(new=_decimal(new, language), old=_decimal(old, language)))
    return lines


def _rules(report: Mapping[str, Any], words: Mapping[str, str], language: str) -> list[str]:
    rows = [[words[key] for key in ("rule", "hits", "change", "agreement", "judged", "shielded", "auto")]]
    for one in report["rules"]:
        share = one["agreement"]
        said = words["few"]
        if share is not None:
            said = f"{share['value']:.0%} ({share['low']:.0%}-{share['high']:.0%})".replace("%", "\u00a0%")
        change = f"{one['change']:+d}".replace("-", "\u2212") if one["change"] else "="
        rows.append(
            [
                one["rule"], _number(one["hits"], language), change, said, _number(one["judged"], language),
                _number(one["protected"], language), _decimal(one["automatic_per_day"], language),
            ]
        )  # fmt: skip
    lines = _table(rows)
    for row, one in zip(range(1, len(lines)), report["rules"], strict=True):
        if one["automatic_stopped"]:
            lines[row] += f"  {words['stopped']}"
    if report["rules_gone"]:
        gone = ", ".join(f"{one['rule']} ({_number(one['hits'], language)})" for one in report["rules_gone"])
        lines.append("  " + words["gone"].format(rules=gone))
    return lines


def _ladder(report: Mapping[str, Any], words: Mapping[str, str], language: str) -> list[str]:
    lived, other = report["ladder"]["as_lived"], report["ladder"]["counterfactual"]
    rows = [[words["ladder"], words["lived"], words["counterfactual"]]]
    for rung in lived:
        at, _, action = rung.partition(":")
        rows.append(
            [
                f"{at}. {word('action', action, language)}",
                _number(lived[rung], language),
                _number(other[rung], language),
            ]
        )
    held = report["ladder_held"]
    if any(held.values()):
        rows.append(
            [
                words["held"],
                _number(held["as_lived"], language),
                _number(held["counterfactual"], language),
            ]
        )
    return _table(rows)


def _load(report: Mapping[str, Any], words: Mapping[str, str], language: str) -> list[str]:
    hours: Sequence[int] = report["sla"]["hours"]
    peak = report["sla"]["peak"]
    title = words["sla"].format(
        zone=report["timezone"], hour=_hour(peak["hour"], language), due=_number(peak["due"], language)
    )
    return [
        title,
        *(
            "  "
            + "  ".join(
                f"{_hour(hour, language)} {_number(hours[hour], language):>7}"
                for hour in range(start, start + 6)
            )
            for start in range(0, 24, 6)
        ),
    ]


def _months(report: Mapping[str, Any], words: Mapping[str, str], language: str) -> list[str]:
    rows = [[words["months"], words["more"], words["fewer"]]]
    rows += [
        [
            one["month"],
            _number(one["more_hidden"], language),
            _number(one["no_longer_hidden"], language),
        ]
        for one in report["months"]
    ]
    return _table(rows)


def _item(one: Mapping[str, Any], words: Mapping[str, str], language: str) -> list[str]:
    told = words["line"].format(
        proposed=", ".join(word("action", action, language) for action in one["proposed"]),
        decided=words["nobody"] if one["decided"] is None else word("action", one["decided"], language),
    )
    marks = [one["rule"], told]
    if one["score"] is not None:
        marks.append(f"{one['score']:.2f}")
    if one["protected"]:
        marks.append(words["is_protected"])
    return [
        f"  {one['comment_id']:>7}  {str(one['posted_at'])[:10]}  {one['channel']}  {one_line(one['author'], 24)}",
        f"           {one_line(one['text'], 100)}",
        f"           {'  '.join(marks)}",
    ]


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns as wide as their content, the first to the left, the others to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  "
        + "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _counted(forms: str, count: int, language: str) -> str:
    """``one|many`` by the language's own rule: none is singular in French."""
    one, _, many = forms.partition("|")
    single = count < 2 if language == "fr" else count == 1
    return (one if single else many).format(n=_number(count, language))


def _number(value: int, language: str) -> str:
    return f"{value:,}".replace(",", "\u202f" if language == "fr" else ",")


def _decimal(value: float, language: str) -> str:
    text = f"{value:.1f}"
    return text.replace(".", ",") if language == "fr" else text


def _hour(hour: int, language: str) -> str:
    return f"{hour:02d}\u00a0h" if language == "fr" else f"{hour:02d}:00"
