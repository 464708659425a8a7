"""The real way of a checkpoint: Detoxify's own format and loader, conversion, agreement, prediction, classification.

Needs the extra ``detoxify`` (torch, transformers, detoxify, onnx); the checkpoints are tiny, random and made here.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from console.classify import agreement, converting
from console.classify.client import Client
from console.classify.engines import engine
from console.classify.packinstall import Progress
from console.classify.packs import CATALOGUE, Shelf, digest
from console.classify.scoring import load_scorer
from console.domain.errors import EnvironmentFailure
from console.domain.verdict import ClassifyItem
from console.services.packs import Packs, converter_command
from tests.support import tiny_detoxify

NAME = "detoxify:multilingual"
NEEDED = ("torch", "transformers", "detoxify", "onnx")

pytestmark = [
    pytest.mark.detoxify,
    pytest.mark.skipif(
        any(importlib.util.find_spec(one) is None for one in NEEDED),
        reason='needs the extra: pip install "vigie[detoxify]"',
    ),
    # Deprecations inside torch, transformers and onnx are not ours to mend.
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.timeout(600),
]


def desk(root: Path, checkpoint: Path) -> Packs:
    """Packs whose multilingual checkpoint is the one made here."""
    known = CATALOGUE[NAME].checkpoint
    assert known is not None
    pack = replace(CATALOGUE[NAME], checkpoint=replace(known, prefix=digest(checkpoint)[:8], size=1000))
    return Packs(root / "packs", catalogue={**CATALOGUE, NAME: pack})


@pytest.mark.parametrize("kind", list(tiny_detoxify.KINDS))
def test_a_checkpoint_of_each_architecture_becomes_int8_and_agrees(kind: str, tmp_path: Path) -> None:
    checkpoint = tiny_detoxify.make(tmp_path / "given", kind, outputs=16 if kind == "xlm-roberta" else 6)
    packs = desk(tmp_path, checkpoint)
    steps: list[Progress] = []
    plan = packs.plan(NAME, str(checkpoint), tmp_path / "given" / "tokenizer")
    assert plan.converts
    found = packs.install(plan, steps.append)
    assert (found.runtime, found.precision, found.note) == ("onnx", "int8", "")
    assert found.agreement["ok"]
    assert found.agreement["texts"] == 120
    assert 0 < found.agreement["max_difference"] <= agreement.MAX_DIFFERENCE
    assert found.labels == ("toxicity", "severe_toxicity", "obscene", "threat", "insult", "identity_attack")
    assert found.architecture == tiny_detoxify.KINDS[kind][0]
    assert found.origin["sha256"] == digest(checkpoint)
    assert [one for one in dict.fromkeys(step.step for step in steps)] == [
        "verify", "load", "agree", "export", "quantise", "try",
    ]  # fmt: skip
    # The installed engine against Detoxify itself, asked here in the test's own process.
    texts = ["you are an idiot", "Merci à toute l'équipe", "x" * 3000, "go away"]
    scores = load_scorer(packs.shelf.folder(NAME), found)(texts)
    assert np.abs(scores - _original(checkpoint, tmp_path / "given" / "tokenizer", texts)).max() <= 0.03
    # And through the child, as the console does it.
    run = engine(NAME, packs=packs.shelf.root)
    with Client(run.command, timing=run.timing) as client:
        verdicts = client([ClassifyItem(str(n), text, "fr") for n, text in enumerate(texts)])
    for verdict, row in zip(verdicts, scores, strict=True):
        assert verdict.engine == NAME
        assert abs(verdict.labels["toxicity"] - row[0]) < 1e-3
        assert abs(verdict.labels["hate"] - row[5]) < 1e-3
        assert not verdict.outside_training


def _original(
    checkpoint: Path, tokenizer: Path, texts: list[str]
) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    import torch
    import tqdm
    from detoxify import Detoxify

    tqdm.tqdm.monitor_interval = 0  # its progress bar would leave a thread behind
    content = torch.load(checkpoint, weights_only=True)
    content["config"]["arch"]["args"]["model_type"] = str(tokenizer)
    copy = checkpoint.with_name("original.ckpt")
    torch.save(content, copy)
    said = Detoxify(checkpoint=str(copy)).predict(texts)
    return np.array(list(said.values()), np.float32).T


def test_the_torch_path_keeps_the_original_in_safetensors(tmp_path: Path) -> None:
    checkpoint = tiny_detoxify.make(tmp_path / "given")
    packs = desk(tmp_path, checkpoint)
    found = packs.install(packs.plan(NAME, str(checkpoint), tmp_path / "given" / "tokenizer"), on_torch=True)
    assert (found.runtime, found.note) == ("torch", "torch_asked")
    assert found.version.endswith("+torch")
    assert found.agreement["max_difference"] < 1e-4
    folder = packs.shelf.folder(NAME)
    assert sorted(one.name for one in folder.iterdir()) == [
        "agreement.json", "config.json", "manifest.json", "model.safetensors", "tokenizer.json",
    ]  # fmt: skip
    run = engine(NAME, packs=packs.shelf.root)
    with Client(run.command, timing=run.timing) as client:
        (verdict,) = client([ClassifyItem("1", "you idiot", "en")])
    assert verdict.engine_version == found.version
    assert set(verdict.labels) == {"toxicity", "severe_toxicity", "obscene", "threat", "insult", "hate"}


def test_a_failing_exporter_falls_back_to_torch_and_says_so(tmp_path: Path) -> None:
    checkpoint = tiny_detoxify.make(tmp_path / "given")
    # The real child, in which the exporter breaks as it does with versions that do not fit each other.
    wrapper = tmp_path / "converter.py"
    wrapper.write_text(
        "import os, sys\n"
        "from console.classify import convert\n"
        "def broken(*_):\n    raise RuntimeError('unsupported operator')\n"
        "convert._export = broken\n"
        "convert._OUT = os.fdopen(os.dup(1), 'w')\n"
        "os.dup2(2, 1)\n"
        "sys.exit(convert.main(sys.argv[1:]))\n",
        "utf-8",
    )
    packs = desk(tmp_path, checkpoint)
    packs = Packs(
        tmp_path / "packs", catalogue=packs.shelf.catalogue, converter=[sys.executable, str(wrapper)]
    )
    found = packs.install(packs.plan(NAME, str(checkpoint), tmp_path / "given" / "tokenizer"))
    assert (found.runtime, found.note) == ("torch", "onnx_failed")
    assert "unsupported operator" in json.dumps(found.agreement)
    assert found.agreement["ok"]


class Evil:
    """What a pickle can do when it is loaded without care."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return open, (self.path, "w")


def test_a_checkpoint_that_would_run_code_is_refused_unrun(tmp_path: Path) -> None:
    import torch

    checkpoint = tiny_detoxify.make(tmp_path / "given")
    content = torch.load(checkpoint, weights_only=True)
    marker = tmp_path / "ran"
    content["config"]["more"] = Evil(str(marker))
    torch.save(content, checkpoint)
    packs = desk(tmp_path, checkpoint)
    with pytest.raises(EnvironmentFailure) as caught:
        packs.install(packs.plan(NAME, str(checkpoint), tmp_path / "given" / "tokenizer"))
    assert caught.value.code == "pack_checkpoint_unreadable"
    assert not marker.exists()
    assert packs.shelf.installed() == {}


def test_a_tokeniser_of_another_model_is_refused(tmp_path: Path) -> None:
    from tokenizers import Tokenizer

    checkpoint = tiny_detoxify.make(tmp_path / "given")
    folder = tmp_path / "given" / "tokenizer"
    tool = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tool.add_tokens([f"word{number}" for number in range(300)])
    tool.save(str(folder / "tokenizer.json"))
    packs = desk(tmp_path, checkpoint)
    with pytest.raises(EnvironmentFailure) as caught:
        packs.install(packs.plan(NAME, str(checkpoint), folder))
    assert caught.value.code == "pack_tokenizer_wrong"


def test_the_conversion_writes_nothing_that_is_not_json_to_the_parent(tmp_path: Path) -> None:
    checkpoint = tiny_detoxify.make(tmp_path / "given", "albert")
    (tmp_path / "out").mkdir()
    request = {
        "checkpoint": str(checkpoint),
        "tokenizer": str(tmp_path / "given" / "tokenizer"),
        "out": str(tmp_path / "out"),
    }
    seen: list[tuple[str, int, int]] = []
    converting.probe(converter_command())
    found = converting.convert(
        converter_command(), request, tmp_path, lambda *step: seen.append(step), lambda: False
    )
    assert found["runtime"] == "onnx"
    assert ("agree", 120, 120) in seen
    assert Shelf(tmp_path).installed() == {}
