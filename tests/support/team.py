"""An invented team's history: comments, an engine that errs in a known way, and what the team decided about them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from console.classify.layer import sigmoid
from console.domain.verdict import ClassifyItem, Span, Verdict
from console.domain.vocabulary import LABELS, ActionKind
from console.services.moderation import Moderation
from console.services.recording import DecisionAsk
from console.services.roles import Actor
from console.services.triage import Triage
from console.store import Store
from tests.support.workspaces import add_channel, comment, take_in

SHARES = {
    "insult": 0.16,
    "hate": 0.06,
    "spam": 0.06,
    "constructive_criticism": 0.30,
    "praise": 0.14,
    "neutral": 0.28,
}
WORDS = {
    "insult": "you fool",
    "hate": "those people",
    "spam": "cheap watches",
    "constructive_criticism": "parcel late",
    "praise": "great team",
    "neutral": "hello there",
}
CLEAN = ("constructive_criticism", "praise", "neutral")


@dataclass(frozen=True)
class Written:
    """One invented comment and what it really is."""

    text: str
    truth: str
    language: str


def written(count: int, seed: int = 1) -> list[Written]:
    """``count`` comments in two languages, mostly clean, as under a brand's posts."""
    chance = random.Random(seed)
    kinds = chance.choices(list(SHARES), list(SHARES.values()), k=count)
    return [
        Written(f"{WORDS[kind]} {seed}-{number}", kind, chance.choice(("fr", "en")))
        for number, kind in enumerate(kinds)
    ]


def engine(
    bias: float, *, noise: float = 1.2, version: str = "7"
) -> Callable[[Sequence[ClassifyItem]], list[Verdict]]:
    """An engine whose toxicity and insult scores stand ``bias`` logits too high; the same text always reads the same."""

    def read(item: ClassifyItem) -> Verdict:
        chance = random.Random(item.text)
        truth = next(kind for kind, words in WORDS.items() if item.text.startswith(words))
        middle = {
            "toxicity": (2.0 if truth in ("insult", "hate") else -2.0) + bias,
            "insult": (2.0 if truth == "insult" else -2.2) + bias,
            "hate": 2.0 if truth == "hate" else -3.0,
            "threat": -4.0,
            "obscene": -3.5,
            "spam": 3.0 if truth == "spam" else -3.5,
        }
        labels = {name: round(sigmoid(middle[name] + chance.gauss(0, noise)), 4) for name in LABELS}
        found = [name for name in ("insult", "hate", "spam") if labels[name] >= 0.5]
        if not found and labels["toxicity"] >= 0.5:
            found = ["insult"]
        return Verdict(
            "test",
            version,
            item.language or "en",
            labels,
            tuple(found) or (truth if truth in CLEAN else "neutral",),
            severity=3 if found else 0,
            flagged=bool(found),
            spans=(Span(0, 3, found[0]),) if found else (),
            auto_ok=tuple(name for name in found if labels[name] >= 0.9),
            thresholds=dict.fromkeys(LABELS, 0.5),
        )

    return lambda items: [read(item) for item in items]


def arrive(
    store: Store,
    triage: Triage,
    texts: Sequence[Written],
    classify: Callable[[Sequence[ClassifyItem]], list[Verdict]],
    channel: int | None = None,
    kind: str = "file",
) -> list[int]:
    """Take comments in and read them; their ids."""
    where = channel if channel is not None else add_channel(store, kind, f"{kind}{len(texts)}")
    ids = take_in(
        store,
        where,
        *(comment(one.text, one.text, language=one.language) for one in texts),
        kind=kind,
    )
    triage.run(classify)
    return ids


def decide(moderation: Moderation, ids: Sequence[int], texts: Sequence[Written], actor: Actor) -> list[int]:
    """The team decides about every comment by what it really is; the decisions' ids."""
    made = []
    for number, one in zip(ids, texts, strict=True):
        action = ActionKind.KEEP if one.truth in CLEAN else ActionKind.HIDE
        outcome = moderation.decide(
            DecisionAsk(number, action, category=one.truth, reason="looked_at"), actor
        )
        assert outcome.decision_id is not None, outcome
        made.append(outcome.decision_id)
    return made
