"""Calibration layers: what they may change, what they never may, and figures that keep quiet where there is too little."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest

from console.classify.figures import Share, flag_figures, macro_f1, wilson
from console.classify.fitting import Sample, fit
from console.classify.layer import FLAGS, Correction, Layer, apply, from_json, own_version
from console.domain.verdict import Span, Verdict
from console.domain.vocabulary import ABUSE, LABELS


def verdict(categories: tuple[str, ...], **labels: float) -> Verdict:
    """A verdict of engine e 1 with thresholds of one half."""
    found = dict.fromkeys(LABELS, 0.02) | labels
    flagged = bool(FLAGS & set(categories))
    return Verdict(
        "e", "1", "en", found, categories, severity=3 if flagged else 0, flagged=flagged,
        spans=tuple(Span(0, 2, one) for one in categories if one in FLAGS),
        auto_ok=tuple(one for one in categories if found.get(one, 0) >= 0.9),
        thresholds=dict.fromkeys(LABELS, 0.5),
    )  # fmt: skip


def layer(**heads: Correction) -> Layer:
    return Layer("e", "1", {"en": heads}, 4)


INSULT = verdict(("insult",), toxicity=0.95, insult=0.9)
LOWER = Correction(offset=-4.0)
HIGHER = Correction(offset=4.0)


def test_a_flag_comes_off_with_all_that_hangs_on_it() -> None:
    after = apply(layer(insult=LOWER, toxicity=LOWER), INSULT)
    assert (after.flagged, after.categories, after.severity) == (False, ("neutral",), 0)
    assert (after.spans, after.auto_ok) == ((), ())
    assert after.labels["insult"] == 0.1415  # sigmoid(logit(0.9) - 4)
    assert (after.engine, after.engine_version) == ("e", "1+w4")
    assert own_version(after.engine_version) == "1"


def test_toxicity_alone_still_flags() -> None:
    after = apply(layer(insult=LOWER), INSULT)
    assert (after.flagged, after.categories) == (True, ("insult",))
    assert after.auto_ok == ()  # but no machine may hide it


def test_a_threshold_moves_without_the_score() -> None:
    after = apply(layer(insult=Correction(shift=3.0), toxicity=Correction(shift=4.0)), INSULT)
    assert not after.flagged
    assert after.labels == INSULT.labels
    assert after.thresholds["insult"] == 0.9526


def test_what_the_engine_missed_is_flagged() -> None:
    quiet = verdict(("praise",), toxicity=0.3, threat=0.4, praise=0.7)
    after = apply(layer(threat=HIGHER), quiet)
    assert (after.flagged, after.categories, after.severity) == (True, ("threat",), 5)
    assert after.auto_ok == ()
    assert apply(layer(toxicity=HIGHER), verdict(("neutral",), toxicity=0.4, insult=0.3)).categories == (
        "insult",
    )
    assert apply(layer(spam=HIGHER), verdict(("neutral",), spam=0.4)).categories == ("spam",)


def test_what_the_engine_suppressed_stays_suppressed() -> None:
    believed_not = verdict(("neutral",), hate=0.7)  # above its threshold, and yet not called hate
    assert apply(layer(hate=HIGHER), believed_not).categories == ("neutral",)


@pytest.mark.parametrize("protects", [True, False])
def test_criticism_is_never_flagged_by_a_layer(protects: bool) -> None:
    critical = verdict(
        ("constructive_criticism",) if protects else ("neutral",),
        toxicity=0.45, insult=0.45, spam=0.45, constructive_criticism=0.45,
    )  # fmt: skip
    up = layer(**dict.fromkeys(LABELS, replace(HIGHER, shift=-2.0)))
    assert apply(up, critical).flagged is not protects
    if protects:
        assert all(apply(up, critical).labels[one] <= critical.labels[one] for one in LABELS)


def test_a_removed_flag_falls_back_to_criticism() -> None:
    rude = verdict(("insult",), toxicity=0.9, insult=0.8, constructive_criticism=0.4)
    after = apply(layer(insult=LOWER, toxicity=LOWER), rude)
    assert after.categories == ("constructive_criticism",)


@pytest.mark.parametrize(
    "other",
    [
        replace(INSULT, language="de"),
        replace(INSULT, outside_training=True),
        replace(INSULT, failed=True),
        replace(INSULT, engine="detoxify:multilingual"),
        replace(INSULT, engine_version="2"),
    ],
)
def test_what_the_layer_did_not_learn_is_left_alone(other: Verdict) -> None:
    assert apply(layer(insult=LOWER, toxicity=LOWER), other) is other


def test_a_layer_survives_its_json() -> None:
    one = layer(insult=Correction(0.7, -1.25, 0.5, {"hate": 0.11}), spam=Correction(shift=-0.25))
    assert from_json("e", "1", 4, json.loads(json.dumps(one.to_json()))) == one


def test_any_layer_leaves_a_verdict_that_agrees_with_itself() -> None:
    chance = random.Random(7)

    def correction() -> Correction:
        weights = {"toxicity": chance.uniform(-1, 1)} if chance.random() < 0.3 else {}
        return Correction(chance.uniform(0.25, 4), chance.uniform(-5, 5), chance.uniform(-2.5, 2.5), weights)

    changed = 0
    for _ in range(3000):
        heads = {name: correction() for name in LABELS if chance.random() < 0.7}
        given = tuple(chance.sample([*sorted(FLAGS), "constructive_criticism", "question", "neutral"], 2))
        before = verdict(given, **{name: round(chance.random(), 4) for name in LABELS})
        after = apply(Layer("e", "1", {"en": heads}, 1), before)
        if not heads:
            assert after is before
            continue
        changed += after.flagged != before.flagged
        assert after.flagged == bool(FLAGS & set(after.categories))
        assert after.categories
        assert len(set(after.categories)) == len(after.categories)
        assert set(after.auto_ok) <= set(before.auto_ok)
        assert after.flagged or not (after.auto_ok or after.spans)
        assert all(0 <= one <= 1 for one in (*after.labels.values(), *after.thresholds.values()))
        assert set(after.labels) == set(before.labels)
        if "constructive_criticism" in given:
            assert not set(after.categories) & FLAGS - set(given)
            assert all(after.labels[one] <= before.labels[one] for one in LABELS)
        for name in set(after.categories) & ABUSE - set(given) & set(LABELS):
            assert (
                after.labels[name] >= after.thresholds[name]
                or after.labels["toxicity"] >= after.thresholds["toxicity"]
            )
        assert apply(Layer("e", "1", {"en": heads}, 1), before) == after
    assert changed > 100


def _samples(count: int, offset: float, seed: int = 1) -> list[Sample]:
    chance = random.Random(seed)
    found = []
    for number in range(count):
        abusive = chance.random() < 0.3
        score = round(1 / (1 + 2.718281828 ** -(chance.gauss(2 if abusive else -2, 1.2) + offset)), 4)
        categories = ("insult",) if score >= 0.5 else ("neutral",)
        found.append(
            Sample(
                verdict(categories, toxicity=score, insult=score),
                abusive,
                "insult" if abusive else "neutral",
                number,
            )
        )
    return found


def test_a_bias_is_learned_and_noise_is_not() -> None:
    biased = fit(_samples(250, 2.0), "e", "1")
    assert biased.why == ""
    assert (biased.after.macro_f1 or 0) > (biased.before.macro_f1 or 1) + 0.15
    assert set(biased.layer.languages) == {"en"}
    assert "threat" not in biased.layer.languages["en"]  # nobody decided about any
    assert fit(_samples(250, 2.0), "e", "1") == biased  # the same decisions, the same layer
    assert fit(_samples(250, 0.0), "e", "1").why in ("no_gain", "unsure")


def test_chance_alone_makes_no_layer() -> None:
    """Decisions that have nothing to do with the text: whatever is fitted, it is not proposed."""
    chance = random.Random(11)
    random_ones = [
        replace(one, abusive=(said := chance.random() < 0.3), category="insult" if said else "neutral")
        for one in _samples(220, 0.0)
    ]
    assert fit(random_ones, "e", "1").why != ""


def test_one_sided_decisions_make_no_layer() -> None:
    clean = [replace(one, abusive=False, category="neutral") for one in _samples(220, 1.0)]
    assert fit(clean, "e", "1").why == "one_sided"


def test_copies_of_one_text_are_in_one_fold() -> None:
    """A spam wave of one text teaches nothing about other texts, and is not counted as if it did."""
    wave = [Sample(verdict(("neutral",), spam=0.3), True, "spam", 1)] * 60
    rest = [Sample(verdict(("neutral",), spam=0.3), False, "neutral", 10 + number) for number in range(160)]
    assert fit(wave + rest, "e", "1").why != ""


def test_wilson_s_interval() -> None:
    # The worked example of Newcombe (1998): 81 of 263 gives .2553 to .3662.
    low, high = wilson(81, 263)
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(0, 40)[0] == 0.0
    assert wilson(40, 40)[1] == 1.0


def test_too_few_cases_get_no_percentage() -> None:
    assert Share(20, 29).to_json() == {"hits": 20, "n": 29, "few": True}
    assert Share(29, 29).value is None
    assert Share(15, 30).value == 0.5
    figures = flag_figures([(True, True, False)] * 29)
    assert (figures.macro_f1, figures.precision.value) == (None, None)
    assert macro_f1(10, 0, 0, 10) == 1.0
    assert macro_f1(5, 5, 0, 10) == pytest.approx((10 / 15 + 20 / 25) / 2)
