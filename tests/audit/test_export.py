"""The log on its way out: nothing is lost, nothing becomes a formula, nobody is named in a statement."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest

from console.audit.entry import build
from console.audit.export import CSV_COLUMNS, FORMATS, PRIVATE_COLUMNS, export, neutral
from console.audit.statements import COLUMNS, MAX_EXPLANATION, statement
from console.domain.audit import AuditDraft, AuditRow
from console.domain.chain import GENESIS, canonical, commitment, entry_hash
from console.domain.errors import UsageError
from tests.audit.logbook import AT, Logbook


@dataclass(frozen=True)
class Clear:
    salt: bytes
    value: str


def chained(*drafts: AuditDraft) -> tuple[list[AuditRow], dict[int, dict[str, Clear]]]:
    """Rows and their clear values, as a workspace would hold them."""
    rows, private, previous = [], {}, GENESIS
    for number, draft in enumerate(drafts, 1):
        entry, secrets = build(
            draft, sequence=number, segment=1, at=AT + number, offset=-300, os_user="cam", app_version="0.1.0"
        )
        previous, before = entry_hash(number, 1, previous, entry), previous
        rows.append(AuditRow(number, 1, before, previous, entry))
        private[number] = {name: Clear(salt, value) for name, salt, value in secrets}
    return rows, private


def text(
    rows: list[AuditRow], format: str, private: Mapping[int, Mapping[str, Clear]] | None = None, **more: str
) -> str:
    out = io.StringIO(newline="")
    count = export(iter(rows), None if private is None else private.__getitem__, format, out, **more)
    assert count >= 0
    return out.getvalue()


def restriction(event: str, **fields: object) -> AuditDraft:
    base = {
        "action": "hide", "decision": 5, "category": "insult", "severity": 3, "posted_at": AT - 90_000,
        "language": "fr", "rules": ["R-INS-02"], "clause": "charte 2.1", "ground": "terms", "auto_detection": True,
    }  # fmt: skip
    return AuditDraft(
        event, "cam", "lead", {**base, **fields}, {"text": "espèce de =truc", "author": "@zoe"}, 77
    )


def test_json_lines_hold_everything(log: Logbook) -> None:
    rows = list(log.rows())
    lines = [json.loads(line) for line in text(rows, "jsonl").splitlines()]
    assert len(lines) == 30
    for row, line in zip(rows, lines, strict=True):
        assert set(line) == {"sequence", "segment", "previous", "hash", "entry"}
        assert canonical(line["entry"]) == row.entry
        assert (line["sequence"], line["segment"], line["previous"]) == (
            row.sequence,
            row.segment,
            row.previous,
        )
        assert (
            entry_hash(line["sequence"], line["segment"], line["previous"], canonical(line["entry"]))
            == line["hash"]
        )


def test_clear_values_only_when_asked_for() -> None:
    rows, private = chained(restriction("decision"))
    assert "espèce" not in text(rows, "jsonl")
    line = json.loads(text(rows, "jsonl", private))
    shown = line["private"]["text"]
    assert shown["value"] == "espèce de =truc"
    assert (
        commitment("text", bytes.fromhex(shown["salt"]), shown["value"])
        == line["entry"]["commitments"]["text"]
    )
    assert json.loads(text(rows, "jsonl", {1: {}}))["private"] == {}


@pytest.mark.parametrize("format", FORMATS)
def test_damaged_entries_do_not_stop_an_export(format: str) -> None:
    rows, _ = chained(restriction("decision"), restriction("dispatch", outcome="done"))
    rows[0] = replace(rows[0], entry="no json \ud800")
    found = text(rows, format)
    found.encode("utf-8")
    if format == "jsonl":
        assert json.loads(found.splitlines()[0])["entry_text"] == "no json \ud800"
    if format == "csv":
        assert "no json \ufffd" in found


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\u00a0=1",
        "＝1",
        "＋1",
        "－1",
        "＠a",
        "\0=1",
        "-",
        "\t",
    ],
)
def test_formulas_are_neutralised(cell: str) -> None:
    assert neutral(cell).startswith("'")
    rows, private = chained(AuditDraft("decision", "cam", "lead", {}, {"text": cell, "author": cell}, 1))
    for line in csv.reader(io.StringIO(text(rows, "csv", private), newline="")):
        assert not any(re.match(r"[=+\-@\t\r]", value) for value in line)


def test_ordinary_cells_stay_as_they_are() -> None:
    assert [neutral(cell) for cell in ("a=b", "1-2", "", None, -5, 7, True, "é\ud800")] == [
        "a=b", "1-2", "", "", "-5", "7", "true", "é\ufffd",
    ]  # fmt: skip


def test_csv(log: Logbook) -> None:
    rows = list(csv.DictReader(io.StringIO(text(list(log.rows()), "csv"), newline="")))
    assert tuple(rows[0]) == CSV_COLUMNS
    assert rows[1]["time"] == "2026-11-18T11:06:42Z"
    assert (rows[1]["sequence"], rows[1]["action"], rows[1]["rules"]) == ("2", "keep", "R-INS-02")
    assert json.loads(rows[1]["details"])["scores"] == {"insult": 9100, "toxicity": 9400}
    made, private = chained(restriction("decision"))
    (row,) = csv.DictReader(io.StringIO(text(made, "csv", private), newline=""))
    assert tuple(row) == CSV_COLUMNS + PRIVATE_COLUMNS
    assert (row["author"], row["text"]) == ("'@zoe", "espèce de =truc")


def test_statements_of_reasons() -> None:
    rows, private = chained(
        restriction("decision", auto_decision="partially", dsa_category="STATEMENT_CATEGORY_CYBER_VIOLENCE"),
        restriction("dispatch", outcome="done"),
        restriction("decision", decision=6, action="delete", category="manifestly_illegal", ground="illegal",
                    legal_basis="Loi 29/07/1881 art. 24"),
        restriction("dispatch", decision=6, action="delete", category="manifestly_illegal", ground="illegal",
                    outcome="confirmed_by_person"),
    )  # fmt: skip
    found = json.loads(text(rows, "dsa"))["statements"]
    assert len(found) == 2
    assert found[0] == {
        "decision_visibility": ["DECISION_VISIBILITY_CONTENT_DISABLED"],
        "decision_ground": "DECISION_GROUND_INCOMPATIBLE_CONTENT",
        "incompatible_content_ground": "charte 2.1",
        "incompatible_content_explanation": "Category under the policy: insult. Clause of the policy: charte 2.1. "
        "Rules of the policy that matched: R-INS-02. Severity: 3 of 5.",
        "content_type": ["CONTENT_TYPE_TEXT"],
        "category": "STATEMENT_CATEGORY_CYBER_VIOLENCE",
        "content_language": "FR",
        "content_date": "2026-11-17",
        "application_date": "2026-11-18",
        "decision_facts": found[0]["decision_facts"],
        "source_type": "SOURCE_VOLUNTARY",
        "automated_detection": "Yes",
        "automated_decision": "AUTOMATED_DECISION_PARTIALLY",
        "puid": f"vigie-{rows[1].hash}",
    }
    assert found[1]["decision_visibility"] == ["DECISION_VISIBILITY_CONTENT_REMOVED"]
    assert found[1]["decision_ground"] == "DECISION_GROUND_ILLEGAL_CONTENT"
    assert found[1]["illegal_content_legal_ground"] == "Loi 29/07/1881 art. 24"
    assert found[1]["automated_decision"] == "AUTOMATED_DECISION_NOT_AUTOMATED"
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,500}", found[1]["puid"])
    for format in ("dsa", "dsa-csv"):
        assert "zoe" not in text(rows, format, private)
        assert "espèce" not in text(rows, format, private)
    french = json.loads(text(rows, "dsa", language="fr"))["statements"][0]
    assert french["decision_facts"].startswith("Un commentaire a été apprécié")
    lines = list(csv.DictReader(io.StringIO(text(rows, "dsa-csv"), newline="")))
    assert tuple(lines[0]) == COLUMNS
    assert lines[1]["decision_visibility"] == "DECISION_VISIBILITY_CONTENT_REMOVED"


@pytest.mark.parametrize(
    "drafts",
    [
        [],
        [restriction("decision")],
        [restriction("decision"), restriction("dispatch", outcome="refused_by_platform")],
        [restriction("decision"), restriction("dispatch", outcome="cannot_tell")],
        [restriction("decision", action="reply"), restriction("dispatch", action="reply", outcome="done")],
        [restriction("dispatch", action="unhide", outcome="done", undoes=5)],
        [restriction("decision", drill=True), restriction("dispatch", drill=True, outcome="done")],
    ],
)
def test_what_makes_no_statement(drafts: list[AuditDraft]) -> None:
    rows, _ = chained(*drafts)
    assert json.loads(text(rows, "dsa")) == {"statements": []}


def test_limits_of_the_database() -> None:
    made = statement("ab" * 32, {"action": "hide", "clause": "c" * 900, "rules": ["r" * 100] * 100, "at": AT})
    assert len(made["incompatible_content_ground"]) == 500
    assert len(made["incompatible_content_explanation"]) == MAX_EXPLANATION
    assert len(made["decision_facts"]) <= 5000
    assert made["category"] == "STATEMENT_CATEGORY_OTHER_VIOLATION_TC"
    assert set(made) <= set(COLUMNS)


def test_unknown_format() -> None:
    with pytest.raises(UsageError) as caught:
        text([], "xml")
    assert caught.value.code == "audit_unknown_format"
