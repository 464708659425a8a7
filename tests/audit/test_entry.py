"""What an entry holds, and what cannot get into it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.audit.entry import FIELDS, OWN_FIELDS, PRIVATE_FIELDS, FieldRefused, build, proves
from console.domain.audit import AuditDraft
from console.domain.chain import canonical, commitment
from tests.audit.logbook import draft


def made(found: AuditDraft) -> tuple[dict[str, object], str, list[tuple[str, bytes, str]]]:
    text, private = build(
        found, sequence=8, segment=2, at=1_795_000_000, offset=60, os_user="cam", app_version="0.1.0"
    )
    return json.loads(text), text, private


def test_an_entry(  # the whole of it, field by field
) -> None:
    entry, text, private = made(draft(3))
    commitments = entry.pop("commitments")
    assert entry == {
        "action": "hide", "actor": "lead:camille", "app": "0.1.0", "at": 1_795_000_000, "category": "insult",
        "channel": "practice:démo", "comment": 1003, "event": "decision", "masked": False, "offset": 60,
        "os_user": "cam", "outcome": "queued", "role": "lead", "rules": ["R-INS-02"],
        "scores": {"insult": 9100, "toxicity": 9400}, "segment": 2, "sequence": 8, "severity": 3,
        "spans": [[3, 9, "insult"]],
    }  # fmt: skip
    assert [name for name, _, _ in private] == ["author", "remote_id", "text"]
    assert commitments == {name: commitment(name, salt, value) for name, salt, value in private}
    assert "Où est" not in text
    assert "handle-3" not in text


def test_salts_are_fresh() -> None:
    one, two = made(draft(3))[2], made(draft(3))[2]
    assert all(len(salt) == 16 for _, salt, _ in one)
    assert {salt for _, salt, _ in one}.isdisjoint({salt for _, salt, _ in two})


def test_segment_and_sequence_stand_side_by_side() -> None:
    """Verification relies on it to be fast: no field name sorts between the two."""
    names = {*FIELDS, *OWN_FIELDS}
    assert not [name for name in names if "segment" < name < "sequence"]
    everything = sorted(names)
    assert everything.index("sequence") == everything.index("segment") + 1
    assert '"segment":2,"sequence":8,' in made(draft(1))[1]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("note", "a word of mine"),
        ("text", "what they wrote"),
        ("sequence", 4),
        ("actor", "someone"),
        ("reason", "because they were rude"),
        ("category", "insult\n"),
        ("category", 7),
        ("severity", 2.5),
        ("severity", "3"),
        ("severity", True),
        ("masked", 1),
        ("scores", {"insult": 0.91}),
        ("scores", {"insult": 10_001}),
        ("scores", {"a b": 1}),
        ("rules", "R-1"),
        ("rules", ["R 1"]),
        ("spans", [[1, 2]]),
        ("spans", [[1, 2, "some words"]]),
        ("channel", "x" * 300),
        ("channel", "a\u2028b"),
        ("params", {"why": "free text here"}),
        ("counts", {"read": "many"}),
        ("answer", "it said no"),
    ],
)
def test_nothing_else_enters_the_chain(name: str, value: object) -> None:
    with pytest.raises(FieldRefused) as caught:
        made(AuditDraft("decision", "cam", "lead", {name: value}))
    assert str(value) not in str(caught.value) or len(str(value)) < 5, "the refusal does not repeat the value"


def test_only_four_private_fields() -> None:
    assert {"remote_id", "permalink", "author", "text"} == PRIVATE_FIELDS
    with pytest.raises(FieldRefused):
        made(AuditDraft("decision", "cam", "lead", private={"email": "a@example.org"}))


@pytest.mark.parametrize("event", ["", "two words", "a\n"])
def test_events_are_codes(event: str) -> None:
    with pytest.raises(FieldRefused):
        made(AuditDraft(event, "cam"))


def test_actors_are_short_and_printable() -> None:
    for actor in ("a\nb", "x" * 300, "\ud800"):
        with pytest.raises(FieldRefused):
            made(AuditDraft("decision", actor))
    assert made(AuditDraft("decision", "Zoé d'Arc (équipe 2)"))[0]["actor"] == "Zoé d'Arc (équipe 2)"


def test_none_and_empty_are_left_out() -> None:
    entry, _, private = made(
        AuditDraft("decision", "cam", fields={"second": None}, private={"permalink": ""})
    )
    assert set(entry) == {"actor", "app", "at", "event", "offset", "os_user", "segment", "sequence"}
    assert private == []


def test_policy_text_is_shortened_and_spans_are_counted_out() -> None:
    spans = [[n, n + 1, "insult"] for n in range(900)]
    entry, _, _ = made(AuditDraft("decision", "cam", fields={"clause": "2.1\n" + "x" * 900, "spans": spans}))
    assert str(entry["clause"]).startswith("2.1 xxx")
    assert len(str(entry["clause"])) == 200
    assert entry["spans"] == spans[:500]


def test_proves() -> None:
    entry, _, private = made(draft(3))
    assert proves(entry, private) == {"author": True, "remote_id": True, "text": True}
    name, salt, value = private[2]
    assert proves(entry, [(name, salt, value + "!")]) == {"text": False}
    assert proves({}, private[:1]) == {"author": False}


@given(text=st.text(st.characters(), min_size=1, max_size=40))
def test_any_text_can_be_committed_to_and_never_shows(text: str) -> None:
    entry, written, private = made(AuditDraft("decision", "cam", private={"text": text}))
    assert proves(entry, private) == {"text": True}
    assert canonical(entry) == written
