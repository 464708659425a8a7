"""``vigie bench classify``: its figures are measured on real processes, and what is not measured says so."""

from __future__ import annotations

import importlib.util
import json
import shutil
from pathlib import Path

import pytest

from console.classify.packs import slug
from console.cli import bench, bench_classify
from console.domain.verdict import ClassifyItem
from tests.support import packs


def test_it_is_one_of_the_benches() -> None:
    assert bench.FIGURES["classify"] is bench_classify.bench_classify
    found = bench_classify.texts(600)
    assert len(found) == 600
    assert len(set(found)) > 300


def test_the_child_says_what_it_cost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIGIE_HOME", str(tmp_path))
    pack = tmp_path / "packs" / slug(packs.NAME)
    pack.mkdir(parents=True)
    for name in packs.FILES:
        shutil.copy(packs.FOLDER / name, pack / name)
    (pack / "manifest.json").write_text(json.dumps(packs.manifest().to_json()), encoding="utf-8")
    items = [ClassifyItem(str(number), text) for number, text in enumerate(bench_classify.texts(200))]
    wall, cpu, peak, loaded = bench_classify._child(packs.NAME, items)
    assert wall > 0
    assert cpu > 0
    assert 20 < peak < 700
    assert loaded > 0


def test_without_torch_the_published_figure_is_called_published(monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(
        bench_classify.importlib.util, "find_spec", lambda name: None if name == "torch" else real(name)
    )
    (row,) = bench_classify._against_detoxify(340.0)
    assert "published" in row.peer
    assert "torch" in row.peer
    assert row.as_dict()["ratio"] == 20


@pytest.mark.skipif(
    any(importlib.util.find_spec(one) is None for one in ("torch", "detoxify", "onnx")),
    reason="needs the extra detoxify",
)
def test_with_torch_detoxify_itself_is_measured() -> None:
    found = bench_classify.measure_detoxify(bench_classify.texts(16), small=True)
    assert found["predict"] > 0
    assert found["int8"] > found["predict"]
