"""The outputs of the neural classifier, and how a row's known labels become training targets."""

from __future__ import annotations

from pool import HEADS, Row

LONGEST_TOKENS = 96
"""Tokens of a window, the two special ones included: nearly every comment fits one."""
SENTIMENTS = ("negative", "neutral", "positive")
TARGETS = ("person", "group", "brand", "nobody")
OUTPUTS = (*HEADS, *(f"sentiment:{s}" for s in SENTIMENTS), *(f"target:{t}" for t in TARGETS))
"""Column order of the network: the yes-or-no heads, then two choices of one among several."""


def sentiment_of(row: Row) -> str | None:
    """Return the sentiment that a row's other labels imply, or None."""
    heads = row.heads
    if row.sentiment is not None:
        return row.sentiment
    if heads.get("praise") == 1:
        return "positive"
    if heads.get("criticism") == 1 or any(heads.get(h) == 1 for h in ("hate", "insult", "threat")):
        return "negative"
    if row.kind in ("question", "not_spam", "spam"):
        return "neutral"
    return None


def target_of(row: Row) -> str | None:
    """Return whom a row speaks at, where it is written down or implied by its labels, or None."""
    heads = row.heads
    if row.target is not None:
        return row.target
    if heads.get("hate") == 1:
        return "group"
    if heads.get("insult") == 1 and row.own:
        return "person"
    if heads.get("criticism") == 1 or (heads.get("praise") == 1 and row.kind == "praise"):
        return "brand"
    if row.kind in ("chatter", "swearing") and heads.get("toxicity") == 0:
        return "nobody"
    return None
