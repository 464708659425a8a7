"""Frames and verdicts survive the way between the processes; what is no frame is named as such."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.classify import codec, framing
from console.domain.verdict import ClassifyItem, Span, Verdict

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)  # lone surrogates included

VERDICT = Verdict(
    engine="embedded",
    engine_version="2026.12.0",
    language="fr",
    labels={
        "insult": 0.91,
        "toxicity": 0.94,
        "hate": 0.1,
        "threat": 0.0,
        "obscene": 0.2,
        "spam": 0.01,
        "praise": 0.3,
    },
    categories=("insult",),
    signals=("shouting",),
    severity=3,
    flagged=True,
    spans=(Span(3, 9, "insult"),),
    auto_ok=("insult",),
    thresholds={"insult": 0.5},
    read_as="con",
)


@given(ANY_TEXT)
def test_any_text_survives(text: str) -> None:
    item = ClassifyItem("7", text, None, "en")
    frame = framing.encode({"type": "classify", "seq": 1, "items": [codec.item_to_json(item)]})
    message = framing.read_frame(io.BytesIO(frame))
    assert message is not None
    assert codec.item_from_json(message["items"][0]) == item


def test_a_verdict_survives() -> None:
    assert codec.verdict_from_json(json.loads(json.dumps(codec.verdict_to_json(VERDICT)))) == VERDICT


def test_frames_follow_each_other_and_end() -> None:
    stream = io.BytesIO(framing.encode({"a": 1}) + framing.encode({"b": 2}))
    assert [framing.read_frame(stream) for _ in range(3)] == [{"a": 1}, {"b": 2}, None]


@pytest.mark.parametrize(
    "data",
    [
        b"Hello, I am a stray print\n",
        b"\x00\x00\x00\x05{}",
        b"\x00\x00",
        b"\x00\x00\x00\x02[]",
        b"\x00\x00\x00\x02}{",
        b"\x00\x00\x00\x00",
        b"\xff\xff\xff\xff",
    ],
)
def test_garbage_is_noticed(data: bytes) -> None:
    with pytest.raises(framing.FrameError):
        framing.read_frame(io.BytesIO(data))


def test_the_line_of_vigie_classify() -> None:
    line = codec.to_json_line("7", VERDICT)
    assert "\n" not in line
    parsed = json.loads(line)
    assert list(parsed) == [
        "id",
        "language",
        "labels",
        "categories",
        "signals",
        "severity",
        "flagged",
        "spans",
        "engine",
        "engine_version",
    ]
    assert list(parsed["labels"])[:6] == ["toxicity", "hate", "threat", "insult", "obscene", "spam"]
    assert parsed["spans"] == [{"start": 3, "end": 9, "label": "insult"}]
    assert parsed["id"] == "7"
    assert parsed["severity"] == 3


def test_an_odd_id_stays_one_line_of_utf8() -> None:
    for identifier in ("a\u2028b", "\ud800", "é\nè"):
        line = codec.to_json_line(identifier, VERDICT)
        assert len(line.splitlines()) == 1
        assert json.loads(line.encode("utf-8"))["id"] == identifier


def test_a_failed_verdict_has_no_scores() -> None:
    verdict = codec.failed_verdict(ClassifyItem("1", "x", None, "fr"), "embedded", "1")
    assert verdict.failed
    assert not verdict.flagged
    assert json.loads(codec.to_json_line("1", verdict))["failed"] is True
