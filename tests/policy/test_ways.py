"""Rules in disguise: what can never match, contradicts, hides the critics or acts on everybody is seen through."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.policy import advise, load_policy, say_reason
from console.policy.evaluate import Engine, Look, compile_condition
from console.policy.model import Condition
from console.policy.ways import TooMany, denials, inside, ways
from tests.policy.helpers import NOW, SMALL, facts, policy, verdict

BASE = SMALL[: SMALL.index("[[rule]]")] + '[allow]\nauthors = ["practice:friend"]\n'
CRITIC = 'category = "constructive_criticism"'


def rule(when: str, name: str = "A", propose: str = "hide", more: str = "", category: str = "insult") -> str:
    head = f'[[rule]]\nid = "{name}"\ncategory = "{category}"\npropose = ["{propose}"]\n'
    return f"{head}when.all = [{when}]\n{more}\n"


def codes(text: str) -> list[str]:
    found = load_policy(BASE + text, "p.toml").errors
    for error in found:
        assert say_reason(error.reason, "fr") != say_reason(error.reason, "en") != error.code
    return [error.code for error in found]


@pytest.mark.parametrize(
    "when",
    [
        '{ any = [{ score = "insult", at_least = 0.9 }] }, { score = "insult", at_most = 0.5 }',
        '{ list = "bad" }, { not = { any = [{ list = "bad" }, { has_link = true }] } }',
        '{ list = "bad" }, { not = { not = { not = { list = "bad" } } } }',
        '{ not = { score = "insult", at_least = 0.5 } }, { not = { score = "insult", less_than = 0.5 } }',
        '{ any = [{ list = "bad" }, { has_link = true }] }, { not = { list = "bad" } }, { has_link = false }',
        "{ not = { has_link = true } }, { not = { has_link = false } }",
        '{ channel = ["facebook:*"] }, { channel = ["youtube:a"] }',
        '{ channel = ["facebook:a"] }, { not = { channel = ["facebook:*"] } }',
        '{ target = "person" }, { target = "nobody" }',
        '{ strikes = { at_least = 3 }, category = "insult" }, { strikes = { at_most = 1 } }',
        '{ strikes = { at_least = 3 }, within = "1d" }, { strikes = { at_most = 1 }, within = "30d" }',
    ],
)
def test_a_rule_that_no_comment_can_meet_is_refused(when: str) -> None:
    assert codes(rule(when)) == ["rule.never"]


@pytest.mark.parametrize(
    "when",
    [
        '{ channel = ["facebook:*"] }, { channel = ["facebook:a"] }, { not = { channel = ["facebook:b"] } }',
        '{ language = ["fr"] }, { language = ["fr-CA"] }, { list = "bad" }',
        '{ target = "product" }, { target = "brand" }, { list = "bad" }',
        '{ strikes = { at_least = 3 }, within = "30d" }, { strikes = { at_most = 1 }, within = "1d" }',
        '{ strikes = { at_least = 3 } }, { strikes = { at_most = 1 }, category = "insult" }',
        '{ not = { author = "allow" } }, { list = "bad" }',
        '{ any = [{ author = "allow" }, { list = "bad" }] }',
    ],
)
def test_a_rule_that_some_comment_can_meet_is_let_in(when: str) -> None:
    assert codes(rule(when)) == []


@pytest.mark.parametrize(
    "when",
    [
        '{ any = [{ author = "allow" }, { all = [{ author = "allow" }, { list = "bad" }] }] }',
        '{ not = { not = { author = "allow" } } }',
    ],
)
def test_a_rule_for_exempt_authors_alone_is_refused(when: str) -> None:
    assert codes(rule(when)) == ["rule.only_allowed"]


@pytest.mark.parametrize(
    ("unless", "expected"),
    [
        ("{ text_length = { at_least = 0 } }", ["rule.unless_always"]),
        ("{ has_link = true }, { has_link = false }", ["rule.unless_always"]),
        ('{ any = [{ has_link = true }, { not = { not = { list = "bad" } } }] }', ["rule.unless_always"]),
        # Nobody knows the language of every comment: then neither exception holds and the rule matches.
        ('{ language = ["fr"] }, { not = { language = ["fr"] } }', []),
    ],
)
def test_exceptions_that_let_everything_go_are_refused(unless: str, expected: list[str]) -> None:
    assert codes(rule('{ list = "bad" }', more=f"unless = [{unless}]")) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('{ not = { score = "insult", at_least = 0.5 } }', '{ score = "insult", less_than = 0.5 }'),
        ('{ list = "bad" }, { has_link = false }', '{ list = "bad" }, { not = { has_link = true } }'),
        ('{ list = "bad" }, { text_length = { at_least = 0 } }', '{ list = "bad" }'),
        ('{ list = "bad" }, { language = ["FR"] }', '{ list = "bad" }, { language = ["fr"] }'),
        ('{ list = "bad" }', '{ list = "copy" }'),
        (
            '{ not = { list = "bad" } }, { not = { has_link = true } }',
            '{ not = { any = [{ list = "bad" }, { has_link = true }] } }',
        ),
    ],
)
def test_two_rules_that_contradict_each_other_in_other_words_are_refused(one: str, other: str) -> None:
    copy = '[list.copy]\nfold = ["case", "accents", "repeats", "leet"]\nwords = ["sale con", "connard"]\n'
    assert codes(copy + rule(one) + rule(other, "B", "keep")) == ["rule.contradicts"]


def test_an_exception_and_a_negated_condition_are_the_same() -> None:
    first = rule('{ list = "bad" }', more="unless = [{ has_link = true }]")
    assert codes(first + rule('{ list = "bad" }, { has_link = false }', "B", "keep")) == ["rule.contradicts"]


@pytest.mark.parametrize(
    "when",
    [
        '{ score = "constructive_criticism", at_least = 0.5 }',
        f'{{ {CRITIC} }}, {{ score = "insult", at_least = 0 }}',
        f'{{ {CRITIC} }}, {{ score = "insult", at_most = 0.2 }}',
        f'{{ {CRITIC} }}, {{ score = "insult", at_least = 0.01 }}',
        f'{{ {CRITIC} }}, {{ score = "negative", at_least = 0.5 }}',
        f"{{ {CRITIC} }}, {{ strikes = {{ at_most = 3 }} }}",
        f'{{ {CRITIC} }}, {{ category = "praise" }}',
        f'{{ {CRITIC} }}, {{ target = "brand" }}',
        f"{{ {CRITIC} }}, {{ flagged = false }}",
        f'{{ {CRITIC} }}, {{ signal = "shouting" }}',
        f'{{ {CRITIC} }}, {{ any = [{{ list = "bad" }}, {{ text_length = {{ at_least = 1 }} }}] }}',
        f'{{ any = [{{ {CRITIC} }}, {{ category = "praise" }}] }}, {{ has_link = false }}',
    ],
)
def test_the_critics_are_not_hidden_in_disguise(when: str) -> None:
    assert codes(rule(when)) == ["rule.hides_protected"]


@pytest.mark.parametrize(
    "when",
    [
        f'{{ {CRITIC} }}, {{ score = "threat", at_least = 0.6 }}',
        f'{{ {CRITIC} }}, {{ list = "bad" }}',
        f"{{ {CRITIC} }}, {{ strikes = {{ at_least = 2 }} }}",
        f'{{ {CRITIC} }}, {{ target = "person" }}',
        '{ score = "constructive_criticism", less_than = 0.5 }, { list = "bad" }',
    ],
)
def test_criticism_with_something_against_it_may_be_looked_at(when: str) -> None:
    assert codes(rule(when)) == []


@pytest.mark.parametrize(
    "when", ["{ text_length = { at_least = 0 } }", "{ any = [{ has_link = true }, { has_link = false }] }"]
)
def test_a_rule_that_acts_on_every_comment_is_refused(when: str) -> None:
    assert codes(rule(when)) == ["rule.acts_on_all"]
    assert codes(rule(when, propose="escalate")) == []


def test_a_channel_can_neither_undo_the_protection_nor_leave_a_rule_nothing() -> None:
    both = rule(f'{{ {CRITIC} }}, {{ score = "insult", at_least = 0.9 }}')
    change = '[channel."youtube:*"]\nrule."A".when_score.insult = {}\n'
    assert codes(both + change.format("0.0")) == ["rule.hides_protected"]
    assert codes(both + change.format("0.8")) == []
    span = rule('{ score = "insult", at_least = 0.5, at_most = 0.7 }')
    assert codes(span + change.format("0.9")) == ["channel.never"]
    assert codes(rule('{ score = "insult", at_least = 0.5 }') + change.format("0.0")) == ["rule.acts_on_all"]


def test_a_rule_that_is_off_wherever_it_would_look_is_refused() -> None:
    asked = rule('{ channel = ["youtube:x"] }, { list = "bad" }')
    for key in ("youtube:x", "youtube:*"):
        assert codes(asked + f'[channel."{key}"]\nrules.off = ["A"]\n') == ["rule.off_everywhere"]
    assert codes(asked + '[channel."youtube:y"]\nrules.off = ["A"]\n') == []


def test_a_list_that_is_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "words.txt")
    file = tmp_path / "p.toml"
    file.write_text(BASE + '[list.f]\nfile = "words.txt"\n', encoding="utf-8")
    assert [error.code for error in load_policy(file).errors] == ["list.file"]


def test_a_decay_of_no_time_is_refused() -> None:
    text = SMALL.replace('window = "90d"', 'window = "90d"\ndecay = "half_every=0d"')
    assert [error.code for error in load_policy(text).errors] == ["ladder.decay"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("minor = { p = 0.1, q = 1 }", 2),
        ("minor = { p = 0.1 }\nmajor = { or.chanels = 2 }", 3),
        ("during.moderate = { autos = 'none' }", 2),
        ("signal = { volumes = 'x' }", 2),
        ("alerts = { max_per_day = 2 }", 2),
    ],
)
def test_a_slip_in_the_crisis_section_is_named(text: str, line: int) -> None:
    found = load_policy(SMALL + "[crisis]\n" + text).errors
    assert [(one.code, one.line) for one in found] == [("policy.unknown_key", SMALL.count("\n") + line)]


@pytest.mark.parametrize(
    "quiet", ['"00:00-24:00"', '"00:00-12:00", "12:00-24:00"', '"22:00-07:00", "06:30-22:10"']
)
def test_quiet_hours_that_never_end_are_refused(quiet: str) -> None:
    text = SMALL.replace('quiet = ["22:00-07:00"]', f"quiet = [{quiet}]")
    assert [error.code for error in load_policy(text).errors] == ["hours.always_quiet"]


@pytest.mark.parametrize(
    "when",
    [
        '{ category = "rumour" }',
        '{ score = "rumour", at_least = 0.5 }',
        '{ score = "troll", at_least = 0.5 }',
    ],
)
def test_a_rule_that_waits_for_what_nobody_reports_is_remarked(when: str) -> None:
    loaded = load_policy(BASE + "[category.rumour]\nseverity = 1\n" + rule(when))
    found = [one for one in advise(loaded) if one.code == "advice.never_read"]
    assert len(found) == 1
    assert say_reason(found[0].reason, "fr") != say_reason(found[0].reason, "en")


def test_many_rules_that_say_the_same_are_named_once_each() -> None:
    text = "".join(rule('{ list = "bad" }', f"R{number}") for number in range(300))
    assert codes(text) == ["rule.same"] * 299


LEAVES = st.sampled_from(
    [
        *(
            Condition("score", {"label": "insult", "low": low, "high": high})
            for low, high in ((0, 4999), (0, 10_000), (5000, 10_000), (9000, 10_000))
        ),
        *(Condition("language", {"any": names}) for names in (("fr",), ("FR-ca",), ("de", "en"))),
        *(Condition("channel", {"any": names}) for names in (("practice:*",), ("practice:demo",), ("x:a",))),
        *(Condition("target", {"target": name}) for name in ("person", "product", "brand")),
        *(Condition("strikes", {"low": low, "high": 99, "category": "", "within": 0}) for low in (0, 2)),
        Condition("strikes", {"low": 0, "high": 1, "category": "insult", "within": 60}),
        Condition("category", {"category": "insult", "low": 0}),
        Condition("has_link", {"is": True}),
        Condition("has_link", {"is": False}),
        Condition("flagged", {"is": True}),
        Condition("author", {"is": "allow"}),
    ]
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(lambda a, b: Condition("all", items=(a, b)), inner, inner),
        st.builds(lambda a, b: Condition("any", items=(a, b)), inner, inner),
        st.builds(lambda a: Condition("not", items=(a,)), inner),
    ),
    max_leaves=7,
)
COMMENTS = [
    facts(
        "voir http://a.example" if link else "bonjour",
        channel_key=channel,
        language=language,
        verdict=read,
    )
    for link in (True, False)
    for channel in ("practice:demo", "x:a")
    for language in (None, "fr", "fr-CA", "en")
    for read in (
        None,
        verdict("insult", labels={"insult": 0.95}, flagged=True, target="person"),
        verdict("neutral", labels={"insult": 0.5}, target="brand"),
    )
]
ENGINE = Engine(policy(BASE))


@given(one=TREES, other=TREES)
@settings(max_examples=150, deadline=None)
def test_the_ways_of_a_condition_are_what_the_engine_does(one: Condition, other: Condition) -> None:
    try:
        allowed, denied, wide = ways(one), denials(one), ways(other)
    except TooMany:
        return
    test, against = compile_condition(one), compile_condition(other)
    follows = all(any(inside(way, each) for each in wide) for way in allowed)
    for comment in COMMENTS:
        held = test(Look(ENGINE, comment, NOW))
        assert allowed or held is not True
        assert denied or held is not False
        if follows and held is True:
            assert against(Look(ENGINE, comment, NOW)) is True
