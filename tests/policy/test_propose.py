"""Proposals: strongest wins, protection and allow-lists beat all, unknown facts are listed, the same facts say the same."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.decision import AuthorHistory, Proposal
from console.domain.verdict import Verdict
from console.domain.vocabulary import NO_DUE
from console.policy import Facts, ThreadFacts, deadlines, load_policy, say_reason
from console.policy.propose import propose
from tests.policy.helpers import AUTHOR, DAY, NOW, POLICIES, ROOT, SMALL, add, facts, history, policy, verdict

P = policy()
DEFAULT = load_policy(POLICIES / "default.fr.toml").policy
assert DEFAULT is not None

CRITICISM_RULE = """
[[rule]]
id = "R-CRI"
category = "constructive_criticism"
when.all = [{ category = "constructive_criticism" }]
unless = [{ score = "threat", at_least = 0.5 }]
propose = ["reply"]
"""


def codes(proposal: Proposal) -> list[str]:
    return [reason.code for reason in proposal.reasons]


def test_a_rule_that_matches_says_why() -> None:
    proposal = propose(P, facts("gros C0nnard", verdict=verdict("insult", labels={"insult": 0.913})), NOW)
    assert (proposal.category, proposal.severity, proposal.rules) == ("insult", 3, ("R-INS",))
    assert proposal.policy_id == P.id
    assert proposal.revision == 1
    assert (proposal.clause, proposal.ground) == ("2.1", "terms")
    assert proposal.reasons[0].params == {"rule": "R-INS", "category": "insult", "severity": 3}
    assert proposal.reasons[1].params == {"rule": "R-INS", "list": "bad", "words": ("connard",)}
    assert proposal.reasons[2].params == {
        "rule": "R-INS",
        "label": "insult",
        "score": 9130,
        "threshold": 8000,
    }
    assert say_reason(proposal.reasons[2], "fr", P) == "insult 0,91 (seuil 0,80)"


def test_the_strongest_rule_wins_and_every_match_is_recorded() -> None:
    proposal = propose(P, facts("connard", verdict=verdict("threat", labels={"threat": 0.7})), NOW)
    assert proposal.category == "threat"
    assert proposal.rules == ("R-THR", "R-INS")
    assert proposal.actions[:2] == ("hide", "report")
    assert "fact.list" in codes(proposal)


def test_of_two_equals_the_first_in_the_file_wins() -> None:
    extra = '[[rule]]\nid = "R-2"\ncategory = "insult"\nwhen.all = [{ text_length = { at_least = 1 } }]\npropose = ["report"]\n'
    assert propose(add(extra), facts("connard"), NOW).rules == ("R-INS", "R-2")


def test_an_exception_silences_a_rule() -> None:
    rules = policy(SMALL.replace('auto = "hide"', 'unless = [{ signal = "quotation" }]', 1))
    assert propose(rules, facts("connard"), NOW).rules == ("R-INS",)
    assert (
        propose(rules, facts("connard", verdict=verdict("neutral", signals=("quotation",))), NOW).rules == ()
    )


def test_protected_beats_a_stronger_rule_and_says_so() -> None:
    rules = add(CRITICISM_RULE)
    seen = verdict("insult", "constructive_criticism")
    proposal = propose(rules, facts("connard de colis", verdict=seen), NOW)
    assert proposal.category == "constructive_criticism"
    assert proposal.protected
    assert proposal.actions == ("reply",)
    assert not proposal.auto_hide
    assert proposal.reasons[0].code == "protected.beats"
    assert proposal.reasons[0].params["rules"] == ("R-INS",)
    assert set(proposal.rules) == {"R-CRI", "R-INS"}
    assert [item.action for item in proposal.forbidden] == ["block", "delete", "hide"]
    angry = verdict("insult", "constructive_criticism", labels={"threat": 0.55})
    assert propose(rules, facts("connard", verdict=angry), NOW).category == "insult"


def test_without_a_rule_of_its_own_a_protected_category_holds_when_the_verdict_puts_it_first() -> None:
    assert propose(P, facts("connard", verdict=verdict("constructive_criticism")), NOW).protected
    assert not propose(
        P, facts("connard", verdict=verdict("insult", "constructive_criticism")), NOW
    ).protected


def test_nobody_on_the_allow_list_is_proposed_anything_but_keep() -> None:
    rules = add(f'[allow]\nauthors = ["{AUTHOR}"]\n')
    proposal = propose(rules, facts("connard"), NOW)
    assert proposal.actions == ("keep",)
    assert not proposal.auto_hide
    assert proposal.reasons[0].code == "allow.author"
    assert (proposal.category, proposal.severity) == ("insult", 3)


def test_a_persons_category_is_never_contradicted() -> None:
    proposal = propose(P, facts("connard", person_category="praise"), NOW)
    assert (proposal.category, proposal.actions, proposal.auto_hide) == ("praise", ("keep",), False)
    assert codes(proposal)[0] == "category.by_person"


@pytest.mark.parametrize(
    ("seen", "category", "actions", "code"),
    [
        (verdict("insult"), "insult", (), "category.from_verdict"),
        (verdict("constructive_criticism"), "constructive_criticism", ("reply",), "category.from_verdict"),
        (verdict("praise"), "praise", ("keep",), "category.from_verdict"),
        (
            verdict("obscene", "praise"),
            "praise",
            ("keep",),
            "category.from_verdict",
        ),  # the policy knows no obscene
        (verdict(), "neutral", ("keep",), "category.none"),
        (None, "neutral", ("keep",), "verdict.missing"),
        (verdict("insult", failed=True), "neutral", ("keep",), "verdict.failed"),
    ],
)
def test_without_a_rule_the_verdict_gives_the_category(
    seen: Verdict | None, category: str, actions: tuple[str, ...], code: str
) -> None:
    proposal = propose(P, facts(verdict=seen), NOW)
    assert (proposal.category, proposal.actions) == (category, actions)
    assert proposal.severity == P.severity(category)
    assert code in codes(proposal)


def test_what_would_be_refused_is_not_proposed() -> None:
    asked = verdict("constructive_criticism")
    assert propose(P, facts(verdict=asked), NOW).actions == ("reply",)
    third = propose(P, facts(verdict=asked, history=history(replies_by_us_in_thread=2)), NOW)
    assert third.actions == ("keep",)
    assert "reply" in {item.action for item in third.forbidden}


# ------------------------------------------------------------------ conditions


def holds(condition: str, seen: Facts, head: str = SMALL) -> tuple[bool, tuple[str, ...]]:
    extra = f'[[rule]]\nid = "T"\ncategory = "praise"\nwhen.all = [{condition}]\npropose = ["keep"]\n'
    proposal = propose(policy(head + extra), seen, NOW)
    return "T" in proposal.rules, proposal.unknown


YOUNG = history(
    account_created_at=NOW - 3 * DAY, followers=4, strikes=(("insult", NOW - DAY), ("threat", NOW - 40 * DAY))
)


@pytest.mark.parametrize(
    ("condition", "changes", "expected"),
    [
        ('{ score = "hate", at_least = 0.5 }', {"verdict": verdict(labels={"hate": 0.5})}, True),
        ('{ score = "hate", at_least = 0.5 }', {"verdict": verdict(labels={"hate": 0.4999})}, False),
        ('{ score = "hate", less_than = 0.5 }', {"verdict": verdict(labels={"hate": 0.5})}, False),
        ('{ category = "insult" }', {"verdict": verdict("insult")}, True),
        ('{ category = "insult", at_least = 0.6 }', {"verdict": verdict(labels={"insult": 0.7})}, True),
        ('{ category = "praise", at_least = 0.6 }', {"verdict": verdict("praise")}, True),
        ('{ signal = "reply_bait" }', {"verdict": verdict(signals=("reply_bait",))}, True),
        ('{ target = "person" }', {"verdict": verdict(target="person")}, True),
        ('{ target = "person" }', {"verdict": verdict(target="brand")}, False),
        ('{ target = "product" }', {"verdict": verdict(target="brand")}, True),
        ('{ target = "brand" }', {"verdict": verdict(target="brand")}, True),
        ('{ author = "watch" }', {"author_key": "practice:raider"}, True),
        ('{ author = "watch" }', {}, False),
        ("{ author_age_days = { less_than = 30 } }", {"history": YOUNG}, True),
        ("{ author_age_days = { at_least = 4 } }", {"history": YOUNG}, False),
        ("{ followers = { at_most = 4 } }", {"history": YOUNG}, True),
        ("{ strikes = { at_least = 2 } }", {"history": YOUNG}, True),
        ('{ strikes = { at_least = 2 }, within = "30d" }', {"history": YOUNG}, False),
        ('{ strikes = { at_least = 1 }, category = "threat" }', {"history": YOUNG}, True),
        ('{ language = "fr" }', {"language": "fr-CA"}, True),
        ('{ language = ["en", "de"] }', {}, False),
        ('{ channel = "practice:*" }', {}, True),
        ('{ channel = ["practice:other"] }', {}, False),
        ("{ text_length = { at_least = 7 } }", {}, True),
        ("{ has_link = true }", {"text": "voir https://exemple.test/x"}, True),
        ("{ has_link = true }", {"text": "voir exemple.com"}, True),
        ("{ has_link = true }", {"text": "fin.Suite. a.b jean@exemple.com"}, False),
        ("{ has_link = false }", {}, True),
        ('{ relation = "mention" }', {"relation": "mention"}, True),
        ("{ flagged = true }", {"verdict": verdict("insult", flagged=True)}, True),
        (
            "{ thread_replies_by_us = { at_least = 2 } }",
            {"history": history(replies_by_us_in_thread=2)},
            True,
        ),
        ("{ thread_replies_by_us = { at_least = 2 } }", {"history": None, "thread": ThreadFacts(2)}, True),
        ('{ any = [{ language = "en" }, { not = { has_link = true } }] }', {}, True),
        ('{ all = [{ language = "fr" }, { relation = "comment" }] }', {}, True),
    ],
)
def test_each_condition(condition: str, changes: dict[str, object], expected: bool) -> None:
    seen = facts(**({"text": "bonjour"} | changes))  # type: ignore[arg-type]
    assert holds(condition, seen)[0] is expected


@pytest.mark.parametrize(
    ("condition", "name"),
    [
        ("{ author_age_days = { less_than = 30 } }", "author_age_days"),
        ("{ not = { author_age_days = { less_than = 30 } } }", "author_age_days"),
        ("{ followers = { at_least = 0 } }", "followers"),
        ('{ target = "person" }', "target"),
        ('{ score = "praise", at_least = 0.5 }', "label:praise"),
        ("{ any = [{ followers = { at_least = 1 } }, { has_link = true }] }", "followers"),
    ],
)
def test_an_unknown_fact_is_neither_true_nor_false_and_is_listed(condition: str, name: str) -> None:
    matched, unknown = holds(condition, facts())
    assert not matched
    assert name in unknown


def test_an_unknown_fact_that_does_not_matter_is_not_listed() -> None:
    assert holds("{ any = [{ followers = { at_least = 1 } }, { has_link = false }] }", facts()) == (True, ())
    assert holds("{ all = [{ followers = { at_least = 1 } }, { has_link = true }] }", facts()) == (False, ())


def test_links_to_allowed_domains_do_not_count() -> None:
    head = SMALL + '[allow]\ndomains = ["exemple.fr"]\n'
    assert not holds(
        "{ has_link = true }", facts("https://www.exemple.fr/a et http://aide.exemple.fr"), head
    )[0]
    assert holds("{ has_link = true }", facts("https://exemple.fr.pirate.test/"), head)[0]
    assert holds("{ has_link = true }", facts("https://pas-exemple.fr/"), head)[0]


def test_the_watch_list_ends_with_its_day() -> None:
    raider = facts(author_key="practice:raider")
    extra = '[[rule]]\nid = "T"\ncategory = "praise"\nwhen.all = [{ author = "watch" }]\npropose = ["keep"]\n'
    rules = add(extra)
    assert propose(rules, raider, NOW + 11 * 3600).rules == ("T",)  # 23:00 in Paris
    assert propose(rules, raider, NOW + 12 * 3600).rules == ()


# ------------------------------------------------------------------ channels, deadlines, automatic hiding, ladder

CHANNEL = """
[channel."practice:*"]
sla.scale = 0.5
[channel."practice:demo"]
rules.off = ["R-THR"]
rule."R-INS".when_score.insult = 0.95
auto = "none"
"""


def test_channels_change_rules_thresholds_automation_and_times() -> None:
    rules = add(CHANNEL)
    seen = verdict("insult", labels={"insult": 0.9, "threat": 0.9}, auto_ok=("insult",))
    here = propose(rules, facts("toi", verdict=seen), NOW)
    other = propose(rules, facts("toi", verdict=seen, channel_key="practice:second"), NOW)
    third = propose(rules, facts("toi", verdict=seen, channel_key="file:x"), NOW)
    assert here.rules == ()
    assert other.rules == third.rules == ("R-THR", "R-INS")
    assert third.due_at - NOW == 2 * (other.due_at - NOW)
    assert not propose(rules, facts("connard"), NOW).auto_hide
    assert propose(rules, facts("connard", channel_key="file:x"), NOW).auto_hide


def test_deadlines_start_when_posted_or_when_first_seen_if_imported() -> None:
    seen = verdict(labels={"threat": 0.9})
    pulled = facts(posted_at=NOW - 9000, verdict=seen)
    imported = facts(posted_at=NOW - 9000, verdict=seen, from_import=True)
    assert propose(P, pulled, NOW).due_at == NOW - 9000 + 3600
    assert propose(P, imported, NOW).due_at == NOW + 3600
    assert propose(P, facts(), NOW).due_at == NO_DUE
    assert deadlines(P, "insult", facts()) == {
        "decision": NOW + 6 * 3600
    }  # 12:00, lunch until 14:00, then 4 h


def test_the_earliest_promise_counts() -> None:
    rules = policy(
        SMALL.replace('sla = { decision = "1h" }', 'sla = { first_look = "30min", decision = "1h" }')
    )
    assert propose(rules, facts(verdict=verdict(labels={"threat": 0.9})), NOW).due_at == NOW + 1800


@pytest.mark.parametrize(
    ("text", "changes", "expected"),
    [
        ("connard", {}, True),
        ("toi", {"verdict": verdict(labels={"insult": 0.9}, auto_ok=("insult",))}, True),
        ("toi", {"verdict": verdict(labels={"insult": 0.9})}, False),
        (
            "toi",
            {"verdict": verdict(labels={"insult": 0.9}, auto_ok=("insult",), outside_training=True)},
            False,
        ),
        ("connard", {"from_import": True}, False),
        ("connard", {"ours": True}, False),
        ("connard", {"person_category": "insult"}, False),  # a person is on it
        (
            "connard",
            {"verdict": verdict(labels={"threat": 0.9})},
            False,
        ),  # the stronger rule has no automation
    ],
)
def test_hiding_alone_needs_firm_evidence(text: str, changes: dict[str, object], expected: bool) -> None:
    assert propose(P, facts(text, **changes), NOW).auto_hide is expected


def test_the_ladder_adds_its_rung() -> None:
    def rung(*strikes: tuple[str, int], done: tuple[str, ...] = (), text: str = "connard") -> tuple[str, ...]:
        past = history(strikes=strikes, actions_done=tuple((name, NOW - DAY) for name in done))
        return propose(P, facts(text, history=past), NOW).actions

    one = ("insult", NOW - DAY)
    assert rung() == ("hide", "warn")
    assert rung(one) == ("hide",)
    assert rung(one, one) == ("hide", "report")
    assert rung(one, one, one) == ("hide", "warn")  # a block is due, but nobody was warned yet
    assert rung(one, one, one, done=("warn", "hide", "report")) == ("hide", "block")
    assert rung(("insult", NOW - 91 * DAY)) == ("hide", "warn")


# ------------------------------------------------------------------ total, pure, the same everywhere

labels = st.dictionaries(
    st.sampled_from(["toxicity", "hate", "threat", "insult", "obscene", "spam", "praise"]),
    st.floats(allow_nan=True, allow_infinity=True),
)
verdicts = st.builds(
    Verdict,
    st.just("e"),
    st.just("1"),
    st.sampled_from(["fr", "en", "und", ""]),
    labels,
    st.lists(
        st.sampled_from(["insult", "spam", "constructive_criticism", "question", "martian"]), max_size=3
    ).map(tuple),
    st.lists(st.sampled_from(["reply_bait", "quotation", "factual_accusation"]), max_size=2).map(tuple),
    flagged=st.booleans(),
    failed=st.booleans(),
    outside_training=st.booleans(),
)
times = st.integers(-(2**50), 2**50)
histories = st.builds(
    AuthorHistory,
    st.just(AUTHOR),
    st.none() | times,
    st.none() | st.integers(0, 10**9),
    strikes=st.lists(st.tuples(st.sampled_from(["insult", "spam", "martian"]), times), max_size=3).map(tuple),
    actions_done=st.lists(st.tuples(st.sampled_from(["warn", "hide", "reply"]), times), max_size=3).map(
        tuple
    ),
)
any_facts = st.builds(
    Facts,
    st.text(max_size=60)
    | st.sampled_from(["connard", "je vais te tuer", "http://", "\ud800", "a" * 5000, "ouin ouin"]),
    st.sampled_from(["practice:demo", "", "::", "youtube:x"]),
    st.sampled_from([AUTHOR, "", "?"]),
    language=st.none() | st.sampled_from(["fr", "en-GB", ""]),
    posted_at=times,
    first_seen_at=times,
    from_import=st.booleans(),
    verdict=st.none() | verdicts,
    history=st.none() | histories,
    person_category=st.none() | st.sampled_from(["praise", "martian"]),
)


@settings(max_examples=200, deadline=None)
@given(any_facts, times)
def test_every_comment_gets_a_proposal_and_always_the_same(seen: Facts, now: int) -> None:
    assert DEFAULT is not None
    proposal = propose(DEFAULT, seen, now)
    assert proposal == propose(DEFAULT, seen, now)
    assert proposal.category in DEFAULT.categories
    assert 0 <= proposal.severity <= 5
    assert not (proposal.protected and {"hide", "delete", "block"} & set(proposal.actions))
    text = json.dumps(asdict(proposal))
    assert "." not in "".join(character for character in _numbers(json.loads(text)))
    for reason in proposal.reasons:
        assert say_reason(reason, "fr", DEFAULT) != reason.code


def _numbers(value: object) -> list[str]:
    if isinstance(value, dict):
        return [number for item in value.values() for number in _numbers(item)]
    if isinstance(value, list):
        return [number for item in value for number in _numbers(item)]
    return [repr(value)] if isinstance(value, float) else []


SCRIPT = """
import json, sys
from dataclasses import asdict
from tests.policy.helpers import POLICIES, NOW, facts, verdict
from console.policy import load_policy
from console.policy.propose import propose
policy = load_policy(POLICIES / "default.fr.toml").policy
for text in ("gros c0nnard", "je vais te tuer", "argent facile http://x.test", "merci"):
    seen = facts(text, verdict=verdict("insult", "spam", labels={"insult": 0.9, "hate": 0.3}, signals=("reply_bait",)))
    print(json.dumps(asdict(propose(policy, seen, NOW)), sort_keys=True))
"""


def test_two_processes_write_identical_bytes() -> None:
    outputs = []
    for seed in ("1", "2"):
        environment = {"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin"}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            timeout=60,
            check=True,
        )
        outputs.append(done.stdout)
    assert outputs[0] == outputs[1]
    assert outputs[0].count(b"\n") == 4
