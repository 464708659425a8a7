"""The Detoxify engine on a tiny committed model: scores, verdicts, languages, limits, and the child process."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from console import paths
from console.classify import agreement, scoring
from console.classify.client import Client
from console.classify.detoxify import SEVERE, THRESHOLDS, abuses
from console.classify.engines import LARGE, engine
from console.classify.packs import MANIFEST, Manifest
from console.classify.scoring import Scorer, load_scorer, load_tokenizer, onnx_model
from console.classify.supervisor import Timing
from console.classify.worker import load_engine
from console.domain.errors import ClassifierAway, EnvironmentFailure, UsageError
from console.domain.ports import Classifier
from console.domain.verdict import ClassifyItem, Verdict
from console.services.packs import Packs
from tests.support.make_tinypack import BIAS, FOLDER, LABELS, WORDS
from tests.support.packs import NAME, archive, manifest


def installed(root: Path, made: Manifest | None = None) -> Path:
    """A folder of packs with the tiny engine, put there without an installation."""
    import json

    folder = root / "detoxify-original"
    shutil.copytree(FOLDER, folder)
    (folder / MANIFEST).write_text(json.dumps((made or manifest()).to_json()), "utf-8")
    return root


@pytest.fixture
def tiny(tmp_path: Path) -> Classifier:
    return load_engine(NAME, packs=installed(tmp_path))


def read(classifier: Classifier, *texts: str, language: str | None = "en") -> list[Verdict]:
    return classifier.classify([ClassifyItem(str(n), text, language) for n, text in enumerate(texts)])


def expected(text: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """What the tiny model must say: its words' worth, added up."""
    logits = BIAS + sum(
        (np.array(WORDS.get(word, WORDS["<unk>"])) for word in text.lower().split()), np.zeros(6)
    )
    return np.asarray(1 / (1 + np.exp(-logits)))


def test_scores_are_the_models_own_under_our_labels(tiny: Classifier) -> None:
    said = read(tiny, "you are all idiots", "kill you", "thanks")
    for verdict, text in zip(said, ("you are all idiots", "kill you", "thanks"), strict=True):
        values = dict(zip(LABELS, expected(text), strict=True))
        values["hate"] = values.pop("identity_attack")
        assert set(verdict.labels) == set(values)
        assert all(abs(verdict.labels[label] - value) < 1e-4 for label, value in values.items())
        assert (verdict.engine, verdict.engine_version) == (NAME, "tiny+int8")
    assert [one.flagged for one in said] == [True, True, False]
    assert said[0].categories == ("insult",)
    assert said[0].severity == 3
    assert said[1].categories == ("threat",)
    assert said[1].severity == 5, "severe toxicity adds a step"
    assert said[2].thresholds == dict(THRESHOLDS)
    # Never automatic: nothing is calibrated on anybody's page.
    assert all(one.auto_ok == () and one.spans == () for one in said)


@pytest.mark.parametrize(
    ("text", "categories", "flagged"),
    [
        ("the vermin are all the same", ("hate", "insult"), True),
        ("this is shit", ("obscene",), True),
        ("awful", ("insult",), True),
        ("Where is my parcel?", ("question",), False),
        ("hello", ("neutral",), False),
    ],
)
def test_categories_come_from_the_scores_then_from_the_rules(
    tiny: Classifier, text: str, categories: Sequence[str], flagged: bool
) -> None:
    (verdict,) = read(tiny, text)
    assert set(verdict.categories) == set(categories)
    assert verdict.flagged is flagged


def test_criticism_stays_protected_under_this_engine(tiny: Classifier) -> None:
    (verdict,) = read(tiny, "My parcel arrived broken, still no refund after three weeks, poor service.")
    assert verdict.categories[0] == "constructive_criticism"
    assert not verdict.flagged


def test_toxicity_alone_takes_the_likeliest_category() -> None:
    table = dict(THRESHOLDS)
    scores = {"toxicity": 0.9, "hate": 0.2, "threat": 0.45, "insult": 0.4, "obscene": 0.1}
    assert abuses(scores, table) == ("insult",), "a threat needs its own score"
    assert abuses({**scores, "hate": 0.49}, table) == ("hate",)
    assert abuses({**scores, "threat": 0.6, "hate": 0.8}, table) == ("hate", "threat")
    assert abuses({**scores, "toxicity": 0.49}, table) == ()
    assert abuses({"toxicity": 0.9}, table) == ("insult",)
    assert 0 < SEVERE < 1


def test_a_language_the_model_never_learned_is_marked_and_rarely_flagged(tiny: Classifier) -> None:
    french, english = read(tiny, "idiot", language="fr-CA")[0], read(tiny, "idiot", language="en")[0]
    assert french.outside_training
    assert french.language == "fr"
    assert not english.outside_training
    assert english.flagged
    assert french.flagged == (french.labels["insult"] >= 0.95)
    doubtful = read(tiny, "awful", language="fr")[0]
    assert doubtful.labels["toxicity"] > 0.5
    assert not doubtful.flagged
    guessed = tiny.classify([ClassifyItem("1", "ok", None, "fr"), ClassifyItem("2", "ok", None, "en")])
    assert [one.outside_training for one in guessed] == [True, False]


def test_order_length_and_strange_text_do_not_matter(tiny: Classifier) -> None:
    texts = [
        "idiot",
        "",
        "the " * 500 + "idiot",  # beyond the model's 32 tokens: not read
        "idiot " + "the " * 500,
        "merci \ud800 idiot",
        "\x00 👩‍👩‍👧‍👦 idiot",
        "x" * 100_000,
        "kill",
        *["the " * (n % 40) + "idiot" for n in range(40)],
    ]
    said = read(tiny, *texts)
    alone = [read(tiny, text)[0] for text in texts]
    assert len(said) == len(texts)
    for together, single in zip(said, alone, strict=True):
        assert all(abs(together.labels[label] - value) < 1e-3 for label, value in single.labels.items())
    assert [one.flagged for one in said[:8]] == [True, False, False, True, True, True, False, True]
    assert tiny.classify([]) == []


def test_batches_are_bounded_and_grouped_by_length(tmp_path: Path) -> None:
    shapes: list[tuple[int, int]] = []
    inner = onnx_model(FOLDER / "model.onnx")

    def model(ids: scoring.Ids, mask: scoring.Ids) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
        shapes.append(ids.shape)
        return inner(ids, mask)  # type: ignore[return-value]

    score = Scorer(model, load_tokenizer(FOLDER / "tokenizer.json"), outputs=6, max_tokens=512, pad_id=0)
    score(["the " * 500] * 9 + ["the"] * 40)
    assert sum(rows for rows, _ in shapes) == 49
    assert all(rows * tokens <= 2048 and rows <= 16 for rows, tokens in shapes)
    assert {tokens for _, tokens in shapes} == {1, 500}, "short texts are not padded to long ones"


def test_a_pack_whose_file_changed_is_not_loaded(tmp_path: Path) -> None:
    root = installed(tmp_path)
    tokenizer = root / "detoxify-original" / "tokenizer.json"
    tokenizer.write_text(tokenizer.read_text("utf-8").replace("idiot", "idiom"), "utf-8")
    with pytest.raises(EnvironmentFailure) as caught:
        load_engine(NAME, packs=root)
    assert caught.value.code == "pack_hash_mismatch"
    assert caught.value.params["file"] == "tokenizer.json"


def test_files_that_are_no_models_are_named(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"no model")
    (tmp_path / "tokenizer.json").write_text("{}", "utf-8")
    for load, name in ((onnx_model, "model.onnx"), (load_tokenizer, "tokenizer.json")):
        with pytest.raises(EnvironmentFailure) as caught:
            load(tmp_path / name)  # type: ignore[operator]
        assert caught.value.code == "pack_damaged"
        assert caught.value.params["file"] == name


def test_a_pack_that_runs_on_torch_says_what_it_needs(tmp_path: Path) -> None:
    import importlib.util

    folder = tmp_path / "pack"
    shutil.copytree(FOLDER, folder)
    (folder / "model.onnx").rename(folder / "model.safetensors")
    from console.classify.packs import stamp

    files = {name: stamp(folder / name) for name in ("model.safetensors", "tokenizer.json", "config.json")}
    made = manifest(runtime="torch", precision="float32", files=files)
    if importlib.util.find_spec("torch") is None:
        with pytest.raises(EnvironmentFailure) as caught:
            load_scorer(folder, made)
        assert caught.value.code == "pack_extra_missing"
    with pytest.raises(EnvironmentFailure) as other:
        load_scorer(folder, manifest(runtime="torch", files=files, architecture="Evil"))
    assert other.value.code == "pack_damaged"


def test_engines_that_are_not_there_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIGIE_HOME", str(tmp_path / "home"))
    for name, code in (("detoxify:multilingual", "pack_not_installed"), ("perspective", "pack_unknown")):
        with pytest.raises(UsageError) as caught:
            engine(name)
        assert caught.value.code == code
    with pytest.raises(UsageError) as loading:
        load_engine("detoxify:multilingual")
    assert loading.value.code == "pack_not_installed"
    embedded = engine("embedded")
    assert embedded.command == tuple(paths.worker_command())
    assert embedded.timing == Timing()


# ---------------------------------------------------------------------- with the real child


@pytest.fixture
def packs(tmp_path: Path) -> Packs:
    return Packs(tmp_path / "packs")


def test_a_pack_file_is_installed_tried_in_the_child_and_then_reads(packs: Packs, tmp_path: Path) -> None:
    steps: list[str] = []
    plan = packs.plan(NAME, str(archive(tmp_path / "tiny.vigiepack")))
    assert (plan.converts, plan.replaces, plan.download) == (False, "", 0)
    found = packs.install(plan, lambda one: steps.append(one.step))
    assert steps[0] == "unpack"
    assert steps[-1] == "try"
    assert found.speed > 0
    run = engine(NAME, packs=packs.shelf.root)
    assert run.timing == LARGE
    with Client(run.command, timing=run.timing) as client:
        said = client([ClassifyItem("1", "you idiot", "en"), ClassifyItem("2", "thanks", "en")])
    assert [one.flagged for one in said] == [True, False]
    assert {(one.engine, one.engine_version) for one in said} == {(NAME, "tiny+int8")}
    states = {one.pack.name: one for one in packs.states()}
    assert states[NAME].usable
    assert states[NAME].installed == found
    assert states["embedded"].usable
    assert not states["detoxify:multilingual"].usable
    # Handed on to a colleague, it is the same engine.
    again = Packs(tmp_path / "colleague")
    assert packs.export(NAME, tmp_path / "mine.vigiepack") > 1000
    assert again.install(again.plan(NAME, str(tmp_path / "mine.vigiepack"))).files == found.files


def test_a_model_that_onnxruntime_cannot_run_is_not_installed(packs: Packs, tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    shutil.copytree(FOLDER, folder)
    (folder / "model.onnx").write_bytes(b"\x08\x09garbage")
    from console.classify import packarchive

    path = tmp_path / "broken.vigiepack"
    files = {name: folder / name for name in ("model.onnx", "tokenizer.json", "config.json")}
    packarchive.write(path, manifest(folder).to_json(), files)
    with pytest.raises(EnvironmentFailure) as caught:
        packs.install(packs.plan(NAME, str(path)))
    assert caught.value.code == "pack_does_not_run"
    assert caught.value.params["detail"] == "pack_damaged"
    assert packs.shelf.installed() == {}


@pytest.mark.parametrize(("error", "code"), [(0.0, None), (0.2, "pack_disagrees"), (None, "pack_damaged")])
def test_a_pack_is_held_against_the_original_again_where_it_arrives(
    packs: Packs, tmp_path: Path, error: float | None, code: str | None
) -> None:
    import json

    from console.classify import packarchive
    from console.classify.packs import stamp

    folder = tmp_path / "folder"
    shutil.copytree(FOLDER, folder)
    score = load_scorer(FOLDER, manifest())
    said = score(agreement.sample())
    said[5, 2] += error or 0.0
    body = {"labels": list(LABELS), "scores": said.tolist()} if error is not None else {"labels": 7}
    (folder / "agreement.json").write_text(json.dumps(body), "utf-8")
    files = {one.name: one for one in folder.iterdir()}
    made = manifest(folder, files={name: stamp(one) for name, one in files.items()})
    path = tmp_path / "held.vigiepack"
    packarchive.write(path, made.to_json(), files)
    plan = packs.plan(NAME, str(path))
    if code is None:
        assert "agreement.json" in packs.install(plan).files
        return
    with pytest.raises(EnvironmentFailure) as caught:
        packs.install(plan)
    assert caught.value.code == code
    assert packs.shelf.installed() == {}


def test_the_child_says_which_pack_is_missing(tmp_path: Path) -> None:
    command = [*paths.worker_command(), "--engine", NAME, "--packs", str(tmp_path)]
    with Client(command) as client, pytest.raises(ClassifierAway) as caught:
        client([ClassifyItem("1", "hello")])
    assert caught.value.params["why"] == "pack_not_installed"


# ---------------------------------------------------------------------- the agreement check


def test_the_sample_is_what_the_docs_say() -> None:
    sample = agreement.sample()
    assert len(sample) == len(set(sample)) == 120
    assert max(map(len, sample)) > 3_000, "one text is longer than any model reads"
    assert sum("é" in one or "è" in one or "ç" in one for one in sample) > 25


def test_agreement_is_judged_by_the_worst_score_and_by_flipped_flags() -> None:
    truth = np.linspace(0, 1, 720, dtype=np.float32).reshape(120, 6)
    assert agreement.compare(truth, truth).ok
    near = agreement.compare(truth, truth + np.float32(0.02))
    assert near.ok == (near.flipped <= 0.01)
    assert abs(near.max_difference - 0.02) < 1e-6
    far = truth.copy()
    far[3, 2] += 0.04
    assert not agreement.compare(truth, far).ok
    # All differences small, but many flags on the other side.
    edge = np.full((120, 6), 0.499, np.float32)
    flipped = agreement.compare(edge, edge + np.float32(0.002))
    assert flipped.max_difference < 0.03
    assert not flipped.ok
    broken = truth.copy()
    broken[0, 0] = np.nan
    assert not agreement.compare(truth, broken).ok
    assert not agreement.compare(truth, truth[:, :5]).ok
