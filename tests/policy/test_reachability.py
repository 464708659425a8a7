"""Rules that can never decide, and rules after the critics, are refused with the line they stand on; others are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.verdict import Verdict
from console.policy import load_policy
from console.policy.model import Condition
from console.policy.propose import propose
from console.policy.reachability import entails, normal
from tests.policy.helpers import NOW, SMALL, facts

BASE = SMALL[: SMALL.index("[[rule]]")]


def policy_of(*rules: str) -> str:
    return BASE + "\n".join(f"[[rule]]\n{one}" for one in rules)


def one(name: str, category: str, when: str, propose: str, more: str = "") -> str:
    return f'id = "{name}"\ncategory = "{category}"\nwhen.all = [{when}]\npropose = ["{propose}"]\n{more}'


def faults(text: str) -> list[tuple[str, str]]:
    return [(error.code, str(error.params.get("id"))) for error in load_policy(text, "p.toml").errors]


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        # The later of two rules of one category, narrower than the first.
        (
            (
                one("A", "insult", '{ score = "insult", at_least = 0.8 }', "hide"),
                one("B", "insult", '{ score = "insult", at_least = 0.9 }', "report"),
            ),
            [("rule.overruled", "B")],
        ),
        # A weaker category, wherever it stands in the file.
        (
            (
                one("A", "troll", '{ list = "bad" }, { has_link = true }', "keep"),
                one("B", "insult", '{ list = "bad" }', "hide"),
            ),
            [("rule.overruled", "A")],
        ),
        # The exception of the stronger one is the weaker one's exception too.
        (
            (
                one("A", "insult", '{ list = "bad" }', "hide", "unless = [{ has_link = true }]"),
                one(
                    "B",
                    "troll",
                    '{ list = "bad" }, { flagged = true }',
                    "keep",
                    "unless = [{ has_link = true }]",
                ),
            ),
            [("rule.overruled", "B")],
        ),
        # The same written differently contradicts.
        (
            (
                one("A", "insult", '{ list = "bad" }, { has_link = true }', "hide"),
                one("B", "insult", '{ has_link = true }, { all = [{ list = "bad" }] }', "report"),
            ),
            [("rule.contradicts", "B")],
        ),
        (
            (one("A", "insult", '{ category = "constructive_criticism" }', "hide"),),
            [("rule.hides_protected", "A")],
        ),
        (
            (one("A", "insult", '{ category = "constructive_criticism" }, { language = "fr" }', "hide"),),
            [("rule.hides_protected", "A")],
        ),
        (
            (
                one(
                    "A",
                    "insult",
                    '{ any = [{ list = "bad" }, { category = "constructive_criticism" }] }',
                    "hide",
                ),
            ),
            [("rule.hides_protected", "A")],
        ),
    ],
)
def test_what_never_decides_is_refused(rules: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert faults(policy_of(*rules)) == expected


@pytest.mark.parametrize(
    "rules",
    [
        # Narrower and stronger first, wider and weaker after it.
        (
            one("A", "threat", '{ score = "threat", at_least = 0.9 }', "hide"),
            one("B", "insult", '{ score = "threat", at_least = 0.6 }', "hide"),
        ),
        # The stronger rule lets go what the weaker one takes.
        (
            one("A", "insult", '{ list = "bad" }', "hide", "unless = [{ has_link = true }]"),
            one("B", "troll", '{ list = "bad" }', "keep"),
        ),
        # Narrower, but of the same outcome: harmless.
        (
            one("A", "insult", '{ score = "insult", at_least = 0.8 }', "hide"),
            one("B", "insult", '{ score = "insult", at_least = 0.9 }', "hide"),
        ),
        # Criticism that threatens is not criticism alone.
        (
            one(
                "A",
                "threat",
                '{ category = "constructive_criticism" }, { score = "threat", at_least = 0.8 }',
                "hide",
            ),
        ),
        (one("A", "praise", '{ category = "constructive_criticism" }', "reply"),),
        (one("A", "insult", '{ not = { category = "constructive_criticism" } }, { list = "bad" }', "hide"),),
    ],
)
def test_what_decides_somewhere_is_let_in(rules: tuple[str, ...]) -> None:
    assert faults(policy_of(*rules)) == []


def test_a_rule_that_a_channel_switches_off_overrules_nothing_there() -> None:
    rules = (
        one("A", "insult", '{ score = "insult", at_least = 0.8 }', "hide"),
        one("B", "insult", '{ score = "insult", at_least = 0.9 }', "report"),
    )
    text = policy_of(*rules) + '\n[channel."youtube:main"]\nrules.off = ["A"]\n'
    assert faults(text) == []


LEAVES = st.sampled_from(
    [
        Condition("score", {"label": "insult", "low": low, "high": high})
        for low in (0, 5000, 9000)
        for high in (4000, 10_000)
        if low <= high
    ]
    + [Condition("list", {"list": "bad"}), Condition("has_link", {"is": True}), Condition("flagged", {"is": True})]
)  # fmt: skip
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(lambda a, b: Condition("all", items=(a, b)), inner, inner),
        st.builds(lambda a, b: Condition("any", items=(a, b)), inner, inner),
        st.builds(lambda a: Condition("not", items=(a,)), inner),
    ),
    max_leaves=6,
)


@given(one=TREES, other=TREES, score=st.integers(0, 10_000), bits=st.tuples(*[st.booleans()] * 3))
@settings(max_examples=300, deadline=None)
def test_what_is_said_to_follow_does_follow(
    one: Condition, other: Condition, score: int, bits: tuple[bool, bool, bool]
) -> None:
    def holds(condition: Condition) -> bool:
        if condition.kind == "all":
            return all(map(holds, condition.items))
        if condition.kind == "any":
            return any(map(holds, condition.items))
        if condition.kind == "not":
            return not holds(condition.items[0])
        if condition.kind == "score":
            return bool(condition.params["low"] <= score <= condition.params["high"])
        return bits[("list", "has_link", "flagged").index(condition.kind)]

    assert holds(normal(one)) is holds(one)
    if entails(normal(one), normal(other)) and holds(one):
        assert holds(other)


def test_an_overruled_rule_would_indeed_never_have_decided() -> None:
    strong = one("A", "insult", '{ score = "insult", at_least = 0.8 }', "hide")
    wide = one("B", "insult", '{ score = "insult", at_least = 0.7 }', "report")
    loaded = load_policy(policy_of(strong, wide), "p.toml").policy
    assert loaded is not None
    for score, winner in ((0.75, "B"), (0.85, "A")):
        verdict = Verdict("embedded", "1", "fr", {"insult": score}, ("insult",))
        assert propose(loaded, facts("x", verdict=verdict), NOW).rules[0] == winner
