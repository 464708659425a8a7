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
from console.classify.embedded import EmbeddedEngine
from console.classify.features import extract
from console.classify.folding import fold
from console.classify.model import ModelDamaged, load_linear, read_manifest
from console.domain.verdict import ClassifyItem

MODELS = paths.resources() / "models"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "models"
    shutil.copytree(MODELS, folder)
    return folder


def manifest(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "model.json").read_text("utf-8"))


def load(folder: Path) -> EmbeddedEngine:
    return EmbeddedEngine.load(folder, paths.resources() / "lexicons")


def test_the_shipped_model_loads_and_fits_the_installer() -> None:
    model = load(MODELS).manifest
    assert (model.name, model.version) == ("embedded", "2026.12.1")
    assert {"toxicity", "hate", "threat", "insult", "obscene", "spam"} <= set(model.heads)
    assert set(model.calibration) == {"fr", "en"}
    assert sum(path.stat().st_size for path in MODELS.rglob("*") if path.is_file()) < 40_000_000
    for table in model.calibration.values():
        for head in ("toxicity", "hate", "threat", "insult", "obscene", "spam"):
            entry = table[head]
            assert 0 < entry.threshold < 1
            assert entry.auto_threshold is None or entry.auto_threshold >= entry.threshold


def test_the_card_names_every_set_and_every_file() -> None:
    card = (MODELS / "CARD.md").read_text("utf-8")
    described = manifest(MODELS)
    for entry in (described["linear"], described["neural"], described["neural"]["tokenizer"]):
        assert entry["sha256"] in card
    for word in ("licence", "Reliability", "Limits", "own text", "Rounds", "gets wrong", "HateCheck"):
        assert word in card
    assert "see the set" not in card


FILES = ("embedded.npz", "embedded.onnx", "tokenizer.json")


@pytest.mark.parametrize("name", FILES)
def test_an_altered_file_is_refused_before_it_is_parsed(copy: Path, name: str) -> None:
    data = bytearray((copy / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copy / name).write_bytes(data)
    with pytest.raises(ModelDamaged) as caught:
        load(copy)
    assert caught.value.params["why"] == "sha256"


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(ModelDamaged) as caught:
        load(copy)
    assert name in caught.value.params["path"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 2}', '{"format": 1}', "\x00\xff"])
def test_a_manifest_that_is_none(copy: Path, text: str) -> None:
    (copy / "model.json").write_text(text, "utf-8")
    with pytest.raises(ModelDamaged):
        load(copy)


def test_a_table_with_objects_in_it_is_refused(copy: Path) -> None:
    buffer = io.BytesIO()
    np.savez(buffer, weights=np.array([{"a": 1}], dtype=object), scales=np.zeros(1), biases=np.zeros(1))
    described = manifest(copy)
    described["linear"]["sha256"] = hashlib.sha256(buffer.getvalue()).hexdigest()
    (copy / described["linear"]["file"]).write_bytes(buffer.getvalue())
    (copy / "model.json").write_text(json.dumps(described), "utf-8")
    with pytest.raises(ModelDamaged):
        load(copy)


def test_a_network_that_is_none_is_refused_although_its_hash_is_right(copy: Path) -> None:
    described = manifest(copy)
    described["neural"]["sha256"] = hashlib.sha256(b"no network").hexdigest()
    (copy / described["neural"]["file"]).write_bytes(b"no network")
    (copy / "model.json").write_text(json.dumps(described), "utf-8")
    with pytest.raises(ModelDamaged):
        load(copy)


def test_outputs_that_the_network_does_not_have_are_refused(copy: Path) -> None:
    described = manifest(copy)
    described["neural"]["outputs"].append("sarcasm")
    (copy / "model.json").write_text(json.dumps(described), "utf-8")
    with pytest.raises(ModelDamaged):
        load(copy)


@pytest.mark.parametrize("name", FILES)
def test_a_file_outside_the_folder_is_not_read(copy: Path, tmp_path: Path, name: str) -> None:
    described = manifest(copy)
    shutil.move(copy / name, tmp_path / name)
    for entry in (described["linear"], described["neural"], described["neural"]["tokenizer"]):
        if entry["file"] == name:
            entry["file"] = f"../{name}"
    (copy / "model.json").write_text(json.dumps(described), "utf-8")
    with pytest.raises(ModelDamaged):
        load(copy)


def test_one_insult_in_a_long_comment_counts() -> None:
    calm = (
        "Le magasin était ouvert, les rayons bien rangés et la caisse rapide, rien à signaler ce samedi. " * 8
    )
    verdicts = load_once().classify(
        [ClassifyItem("1", calm, "fr"), ClassifyItem("2", calm + "T'es qu'un gros connard. " + calm, "fr")]
    )
    assert not verdicts[0].flagged
    assert verdicts[1].flagged
    spans = [(calm + "T'es qu'un gros connard. " + calm)[span.start : span.end] for span in verdicts[1].spans]
    assert any("connard" in span for span in spans)


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
    model = load_linear(MODELS, read_manifest(MODELS).linear)
    folded = [fold(text).text for text in texts]
    together = model.raw_scores(model.features(folded))
    alone = np.concatenate([model.raw_scores(model.features([text])) for text in folded])
    np.testing.assert_allclose(together, alone, rtol=1e-4, atol=1e-4)


_LOADED: list[EmbeddedEngine] = []


def load_once() -> EmbeddedEngine:
    if not _LOADED:
        _LOADED.append(load(MODELS))
    return _LOADED[0]
