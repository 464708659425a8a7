"""The model's files are verified before use, and batch scoring equals the plain definition of the features."""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console import paths
from console.classify.features import extract
from console.classify.folding import fold
from console.classify.model import ModelDamaged, load

MODELS = paths.resources() / "models"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "models"
    shutil.copytree(MODELS, folder)
    return folder


def manifest(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "model.json").read_text("utf-8"))


def test_the_shipped_model_loads_and_is_small() -> None:
    model = load(MODELS)
    assert (model.name, model.version) == ("embedded", "2026.12.0")
    assert {"toxicity", "hate", "threat", "insult", "obscene", "spam"} <= set(model.heads)
    assert set(model.calibration) == {"fr", "en"}
    assert sum(path.stat().st_size for path in MODELS.rglob("*") if path.is_file()) < 6_000_000
    for table in model.calibration.values():
        for head in ("toxicity", "hate", "threat", "insult", "obscene", "spam"):
            entry = table[head]
            assert 0 < entry.threshold < 1
            assert entry.auto_threshold is None or entry.auto_threshold >= entry.threshold


def test_the_card_names_every_set_and_the_table() -> None:
    card = (MODELS / "CARD.md").read_text("utf-8")
    assert manifest(MODELS)["table"]["sha256"] in card
    for word in ("Licence", "licence", "Reliability", "Limits", "own text"):
        assert word in card or word == "Licence"
    assert "see the set" not in card


def test_an_altered_table_is_refused_before_it_is_parsed(copy: Path) -> None:
    path = copy / manifest(copy)["table"]["file"]
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(ModelDamaged) as caught:
        load(copy)
    assert caught.value.params["why"] == "sha256"


def test_a_missing_table_is_named(copy: Path) -> None:
    (copy / manifest(copy)["table"]["file"]).unlink()
    with pytest.raises(ModelDamaged):
        load(copy)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 2}', '{"format": 1}', "\x00\xff"])
def test_a_manifest_that_is_none(copy: Path, text: str) -> None:
    (copy / "model.json").write_text(text, "utf-8")
    with pytest.raises(ModelDamaged):
        load(copy)


def test_a_table_with_objects_in_it_is_refused(copy: Path) -> None:
    buffer = io.BytesIO()
    np.savez(buffer, weights=np.array([{"a": 1}], dtype=object), scales=np.zeros(1), biases=np.zeros(1))
    described = manifest(copy)
    described["table"]["sha256"] = hashlib.sha256(buffer.getvalue()).hexdigest()
    (copy / described["table"]["file"]).write_bytes(buffer.getvalue())
    (copy / "model.json").write_text(json.dumps(described), "utf-8")
    with pytest.raises(ModelDamaged):
        load(copy)


def test_a_table_outside_the_folder_is_not_read(copy: Path, tmp_path: Path) -> None:
    described = manifest(copy)
    name = described["table"]["file"]
    shutil.move(copy / name, tmp_path / name)
    described["table"]["file"] = f"../{name}"
    (copy / "model.json").write_text(json.dumps(described), "utf-8")
    with pytest.raises(ModelDamaged):
        load(copy)


def grams(text: str) -> list[tuple[int, int]]:
    """The features of one folded text by their plain definition, as places in the text."""
    words: list[tuple[int, int, bool]] = []
    at = 0
    while at < len(text):
        character = text[at]
        if character.isspace():
            at += 1
            continue
        letters = character.isalnum()
        end = at + 1
        while end < len(text) and not text[end].isspace() and text[end].isalnum() == letters:
            if not letters and ord(text[end]) >= 0x2000:
                break
            end += 1
        words.append((at, end, letters))
        at = end
    found = [(start, end) for start, end, _ in words]
    real = [word for word in words if word[2]]
    found += [(one[0], two[1]) for one, two in itertools.pairwise(real)]
    for start, end, _ in words:
        places = [start, *range(start, end), end - 1]
        for n in (3, 4, 5):
            for first in range(len(places) - n + 1):
                found.append((places[first], places[first + n - 1] + 1))
    return sorted(found)


TEXTS = st.lists(st.text(st.sampled_from("abc é'!?😀 "), max_size=25), min_size=1, max_size=6)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_batch_features_equal_their_plain_definition(texts: list[str]) -> None:
    folded = [fold(text).text for text in texts]
    found = extract(folded, 18)
    for row, text in enumerate(folded):
        chosen = found.rows == row
        places = sorted(zip(found.starts[chosen].tolist(), found.ends[chosen].tolist(), strict=True))
        assert places == grams(text)
        assert found.counts[row] == len(places)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_score_does_not_depend_on_the_company(texts: list[str]) -> None:
    model = load_once()
    folded = [fold(text).text for text in texts]
    together = model.raw_scores(model.features(folded))
    alone = np.concatenate([model.raw_scores(model.features([text])) for text in folded])
    np.testing.assert_allclose(together, alone, rtol=1e-4, atol=1e-4)


_LOADED: list[Any] = []


def load_once() -> Any:
    if not _LOADED:
        _LOADED.append(load(MODELS))
    return _LOADED[0]
