"""What is wrong with a policy is said with file, line, code and hint; nothing wrong is let in; nothing raises."""

from __future__ import annotations

import copy
import tomllib
from datetime import UTC, date, datetime
from datetime import time as datetime_time
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.policy import PolicyError, error_dict, load_policy, say
from console.policy.propose import propose
from tests.policy.helpers import NOW, POLICIES, SMALL, facts, policy

EXAMPLE_RULE = """
[[rule]]
id = "R-X"
category = "insult"
when.all = [{ flagged = true }]
propose = ["hide"]
"""


def faults(text: str) -> list[tuple[int, str]]:
    load = load_policy(text, "p.toml")
    assert load.policy is None
    assert load.errors
    return [(error.line, error.code) for error in load.errors]


def line_of(text: str, needle: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if needle in line)


def rule(old: str, new: str) -> str:
    assert old in EXAMPLE_RULE
    return SMALL + EXAMPLE_RULE.replace(old, new)


def small(old: str, new: str) -> str:
    assert old in SMALL
    return SMALL.replace(old, new, 1)


WRONG = [
    # (text, code, words on the line)
    (small("severity = 3", "severty = 3"), "policy.unknown_key", "severty"),
    (small("severity = 3", "severity = 9"), "policy.range", "severity = 9"),
    (small("severity = 3", "severity = true"), "policy.type", "severity = true"),
    (small("severity = 3\n", ""), "policy.missing", "[category.insult]"),
    (small('decision = "4h"', 'decision = "4m"'), "policy.duration.bare_m", '"4m"'),
    (small('decision = "4h"', 'decision = "4 weeks"'), "policy.duration.unit", "4 weeks"),
    (small('timezone = "Europe/Paris"', 'timezone = "Europe/Pari"'), "policy.timezone", "Pari"),
    (small('holidays = "FR"', 'holidays = "FX"'), "hours.holidays", "FX"),
    (small("mon-fri", "mon-fry"), "hours.day", "mon-fry"),
    (small('"09:00-12:00"', '"09:00-25:00"'), "policy.time.form", "25:00"),
    (small('"09:00-12:00"', '"09:00-15:00"'), "hours.overlap", "15:00"),
    (small("protected = true", "protected = true\nviolation = true"), "category.protected_violation", "protected = true"),
    (small('clause = "2.1"', 'clause = "2.1"\ndsa_category = "X"'), "policy.choice", "dsa_category"),
    (small('ground = "terms"\nviolation = true\nclause', "violation = true\nclause"), "category.no_ground", "violation"),
    (small('words = ["connard"', 'words = ["!!!"'), "list.no_letters", "!!!"),
    (small("words = [", 'match = "prefix"\nwords = ["xx", '), "list.prefix_short", "xx"),
    (small('words = ["connard", "sale con"]', "words = []"), "list.empty", "[list.bad]"),
    (small('words = ["connard"', 'match = "regex"\nwords = ["(a+)+"'), "regex.nested", "(a+)+"),
    (small('words = ["connard"', 'match = "regex"\nwords = ["(a|a)*b"'), "regex.ambiguous", "(a|a)*b"),
    (small('words = ["connard"', 'match = "regex"\nwords = ["[a"'), "regex.form", "[a"),
    (small("words = [", 'file = "../secret"\nwords = ['), "list.outside", "../secret"),
    (small("words = [", 'file = "/etc/passwd"\nwords = ['), "list.outside", "/etc/passwd"),
    (small('"leet"]', '"leat"]'), "policy.choice", "leat"),
    (rule('"insult"', '"insolt"'), "policy.unknown_category", "insolt"),
    (rule("flagged = true", 'list = "bda"'), "policy.unknown_list", "bda"),
    (rule("flagged = true", "flaged = true"), "condition.unknown", "flaged"),
    (rule("flagged = true", 'flagged = true, list = "bad"'), "condition.several", "flagged"),
    (rule("flagged = true", 'score = "insult"'), "condition.no_bound", 'score = "insult" }]'),
    (rule("flagged = true", 'score = "insult", at_least = 1.5'), "policy.range", "1.5"),
    (rule("flagged = true", 'score = "insullt", at_least = 0.5'), "policy.choice", "insullt"),
    (rule("{ flagged = true }", ""), "condition.empty", "when.all = []"),
    (rule("flagged = true", "text_length = { at_least = 9, less_than = 5 }"), "condition.never_range", "text_length"),
    (rule("[{ flagged = true }]", "[{ flagged = true }, { not = { flagged = true } }]"), "rule.never", "when.all"),
    (rule("[{ flagged = true }]", '[{ language = "fr" }, { language = "en" }]'), "rule.never", "when.all"),
    (
        rule("[{ flagged = true }]", '[{ score = "hate", at_least = 0.9 }, { score = "hate", less_than = 0.2 }]'),
        "rule.never",
        "when.all",
    ),
    (rule("[{ flagged = true }]", '[{ author = "allow" }]'), "rule.only_allowed", 'author = "allow"'),
    (rule("propose", "unless = [{ flagged = true }]\npropose"), "rule.unless_always", "unless"),
    (
        rule("[{ flagged = true }]", '[{ score = "insult", at_least = 0.8 }]').replace(
            'propose = ["hide"]\n', 'unless = [{ score = "insult", at_least = 0.5 }]\npropose = ["hide"]\n'
        ),
        "rule.unless_always",
        "unless = [{ score",
    ),
    (rule("flagged = true", 'signal = "reply_bate"'), "policy.choice", "reply_bate"),
    (rule('["hide"]', '["block"]'), "rule.block", "block"),
    (rule('["hide"]', '["hyde"]'), "policy.choice", "hyde"),
    (rule('["hide"]', '["keep", "hide"]'), "rule.keep_and_act", '"keep", "hide"'),
    (rule('propose = ["hide"]', 'propose = ["hide", "delete"]\nauto = "delete"'), "rule.auto_irreversible", 'auto = "delete"'),
    (rule('propose = ["hide"]', 'propose = ["report"]\nauto = "hide"'), "rule.auto_not_proposed", 'auto = "hide"'),
    (rule('category = "insult"', 'category = "constructive_criticism"'), "rule.protected", 'propose = ["hide"]'),
    (rule('category = "insult"', 'category = "troll"').replace('["hide"]\n', '["reply"]\n'), "rule.reply_forbidden", '"reply"]'),
    (rule('"R-X"', '"R-INS"'), "rule.twice", "R-INS"),
    (SMALL + EXAMPLE_RULE + EXAMPLE_RULE.replace("R-X", "R-Y").replace("hide", "report"), "rule.contradicts", "when.all"),
    (rule("propose", "porpose"), "policy.unknown_key", "porpose"),
    (small('{ at = 1, action = "warn" },\n', '{ at = 1, action = "block" },\n'), "ladder.block_first", "at = 1"),
    (small("{ at = 2", "{ at = 1"), "ladder.order", 'at = 1, action = "hide"'),
    (small('counts = ["insult", "threat"]', 'counts = ["insult", "threat", "praise"]'), "ladder.not_violation", "praise"),
    (small("weights = { threat = 2 }", "weights = { trheat = 2 }"), "ladder.weight_uncounted", "trheat"),
    (small('action = "report" }]', 'action = "block" }]'), "ladder.skip_to_block", "skip_to"),
    (small('window = "90d"', 'window = "90d"\nonly_confirmed = false'), "ladder.unconfirmed", "only_confirmed"),
    (small('"category:troll"', '"category:trol"'), "policy.unknown_category", "category:trol"),
    (small('"category:troll"', '"category:constructive_criticism"'), "replies.contradicts", "forbid_when"),
    (small('"author:on_watch"', '"author:watched"'), "replies.condition", "author:watched"),
    (SMALL + "[approval]\nsecond_reviewer = { not_same_person = false }\n", "approval.same_person", "not_same_person"),
    (SMALL + '[channel."facebok:main"]\nauto = "none"\n', "policy.channel_key", "facebok"),
    (SMALL + '[channel."youtube:main"]\nrules.off = ["R-INZ"]\n', "policy.choice", "R-INZ"),
    (SMALL + '[channel."youtube:main"]\nrule."R-THR".when_score.insult = 0.9\n', "channel.no_such_score", "when_score"),
    (SMALL + '[allow]\nauthors = ["practice:raider"]\n', "allow.watched", "authors = ["),
    (SMALL + '[allow]\nphrases = ["Connard"]\n', "allow.cancels", "phrases"),
    (SMALL + '[allow]\nauthors = ["nobody"]\n', "policy.author_key", "nobody"),
    (SMALL + '[retention]\naudit = "12m"\n', "policy.duration.bare_m", "12m"),
    (SMALL + "[crysis]\n", "policy.unknown_key", "crysis"),
    (SMALL + "[gate]\nmin_rule_precision = 3\n", "policy.range", "min_rule_precision"),
    (small("schema = 1", "schema = 2"), "policy.range", "schema"),
    (SMALL + "broken = = 1\n", "policy.toml", "broken"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code", "words"), WRONG, ids=[f"{code}-{words[:16]}" for _, code, words in WRONG]
)
def test_each_fault_has_its_code_and_line(text: str, code: str, words: str) -> None:
    found = faults(text)
    assert code in {each for _, each in found}
    lines = {number for number, each in found if each == code}
    candidates = {number for number, line in enumerate(text.splitlines(), 1) if words in line}
    assert lines & candidates, (found, candidates)


@pytest.mark.parametrize(("text", "code", "words"), WRONG)
def test_each_fault_has_a_sentence_in_both_languages(text: str, code: str, words: str) -> None:
    for error in load_policy(text).errors:
        for language in ("en", "fr"):
            sentence = say(error.code, error.params, language)
            assert sentence != error.code
            assert "{" not in sentence
            assert error.hint is None or say(error.hint.code, error.hint.params, language) != error.hint.code


def first(text: str, code: str) -> PolicyError:
    return next(error for error in load_policy(text).errors if error.code == code)


def test_a_slip_of_the_pen_is_answered_with_the_right_word() -> None:
    hint = first(small("severity = 3", "severty = 3"), "policy.unknown_key").hint
    assert hint is not None
    assert hint.params["word"] == "severity"
    hint = first(rule("flagged = true", 'list = "bda"'), "policy.unknown_list").hint
    assert hint is not None
    assert hint.params["word"] == "bad"


def test_all_faults_are_reported_at_once_in_order() -> None:
    text = small("severity = 3", "severty = 3").replace("severity = 4", "severity = 7")
    found = faults(text)
    assert [code for _, code in found] == ["policy.missing", "policy.unknown_key", "policy.range"]
    assert [line for line, _ in found] == sorted(line for line, _ in found)


def test_a_rule_tests_nothing_without_expect() -> None:
    assert "policy.missing" in dict(
        (b, a) for a, b in faults(SMALL + EXAMPLE_RULE + '[[rule.test]]\ntext = "x"\n')
    )


# ------------------------------------------------------------------ identity


def test_the_id_ignores_name_author_changelog_comments_and_order() -> None:
    base = policy(SMALL).id
    assert base.startswith("sha256:")
    assert len(base) == 7 + 64
    renamed = SMALL.replace('name = "Small"', 'author = "x"\nname = "Other"\nchangelog = "why"\n# a comment')
    assert policy(renamed).id == base
    head, categories, rest = SMALL.partition("[category.praise]\nseverity = 0\n")
    moved = head + rest + categories
    assert policy(moved).id == base
    assert policy(SMALL.replace("at_least = 0.8", "at_least = 0.80")).id == base
    assert policy(SMALL.replace('decision = "4h"', 'decision = "240min"')).id == base


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("at_least = 0.8", "at_least = 0.81"),
        ('"connard"', '"connarde"'),
        ("severity = 3", "severity = 2"),
        ('window = "90d"', 'window = "91d"'),
        ("2026-11-30", "2026-12-01"),
        ('clause = "2.1"', 'clause = "2.2"'),
        ('quiet = ["22:00-07:00"]', 'quiet = ["22:00-07:30"]'),
    ],
)
def test_the_id_changes_with_the_semantics(old: str, new: str) -> None:
    assert policy(small(old, new)).id != policy(SMALL).id


def test_the_id_depends_on_the_bytes_of_included_lists(tmp_path: Path) -> None:
    text = SMALL.replace('words = ["connard", "sale con"]', 'file = "bad.txt"')
    file = tmp_path / "policy.toml"
    file.write_text(text, "utf-8")
    assert [error.code for error in load_policy(file).errors] == ["list.file"]
    (tmp_path / "bad.txt").write_text("connard\n# comment\nsale con\n", "utf-8")
    one = load_policy(file)
    assert one.policy is not None
    assert one.policy.lists["bad"].words == ("connard", "sale con")
    assert set(one.files) == {"bad.txt"}
    again = load_policy(text, files=one.files)
    assert again.policy is not None
    assert again.policy.id == one.policy.id
    (tmp_path / "bad.txt").write_text("connard\nsale con\n", "utf-8")
    other = load_policy(file)
    assert other.policy is not None
    assert other.policy.id != one.policy.id


def test_faults_in_a_list_file_name_that_file_and_line(tmp_path: Path) -> None:
    text = SMALL.replace('words = ["connard", "sale con"]', 'match = "regex"\nfile = "bad.txt"')
    (tmp_path / "p.toml").write_text(text, "utf-8")
    (tmp_path / "bad.txt").write_text("fine\n\n(x*)*\n", "utf-8")
    errors = load_policy(tmp_path / "p.toml").errors
    assert [(error.file, error.line, error.code) for error in errors] == [("bad.txt", 3, "regex.nested")]
    (tmp_path / "bad.txt").write_bytes(b"caf\xe9\n")
    assert [error.code for error in load_policy(tmp_path / "p.toml").errors][:1] == ["list.encoding"]


def test_a_policy_from_text_cannot_read_files() -> None:
    text = SMALL.replace('words = ["connard", "sale con"]', 'file = "bad.txt"')
    assert "list.no_folder" in [error.code for error in load_policy(text).errors]


def test_unknown_templates_are_refused_when_the_known_ones_are_given() -> None:
    text = SMALL.replace('action = "warn" }', 'action = "warn", template = "warn.frist" }')
    assert load_policy(text).ok
    assert [error.code for error in load_policy(text, templates={"warn.first"}).errors] == ["ladder.template"]


# ------------------------------------------------------------------ bad content never raises


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe",
        b"a = " + b"[" * 5000,
        b"\x00",
        b"a = 9" + b"9" * 6000,
        b"",
        b"x" * 2_100_000,
        b"a = 1e999",
    ],
)
def test_rubbish_is_an_error_not_a_crash(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "p.toml"
    file.write_bytes(data)
    load = load_policy(file)
    assert load.policy is None
    assert load.errors


@given(st.text(max_size=300))
def test_any_text_gets_an_answer(text: str) -> None:
    assert load_policy(text).errors


LINES = (POLICIES / "default.en.toml").read_text("utf-8").splitlines()
VALUES = [
    "1",
    "-1",
    "true",
    '"x"',
    "[]",
    "{}",
    "[[]]",
    "[{}]",
    "nan",
    "1e400",
    '""',
    "2020-01-01",
    "{ a = { b = 1 } }",
    '["", 3]',
]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(0, len(LINES) - 1),
    st.sampled_from(VALUES),
    st.sampled_from(["value", "drop", "double", "key"]),
)
def test_a_policy_with_one_line_broken_gets_an_answer(index: int, value: str, how: str) -> None:
    lines = list(LINES)
    key, equals, _ = lines[index].partition("=")
    if how == "value" and equals:
        lines[index] = f"{key}= {value}"
    elif how == "drop":
        del lines[index]
    elif how == "double":
        lines.insert(index, lines[index])
    elif how == "key" and equals:
        lines[index] = "wrong_" + lines[index].strip()
    load = load_policy(
        "\n".join(lines), files={"lists/" + f.name: f.read_bytes() for f in (POLICIES / "lists").iterdir()}
    )
    assert (load.policy is None) == bool(load.errors)


def test_the_sentences_reach_scripts_in_one_shape() -> None:
    error = first(small("severity = 3", "severty = 3"), "policy.unknown_key")
    assert error_dict(error, "en") == {
        "file": "policy.toml",
        "line": line_of(small("severity = 3", "severty = 3"), "severty"),
        "code": "policy.unknown_key",
        "message": "unknown key “severty” in category.insult",
        "hint": "did you mean “severity”?",
    }


# ------------------------------------------------------------------ any value at any place

ODD: list[Any] = [
    1, -1, 2**62, True, "", "x", "hide", "block", "5m", [], {}, [[]], [{}], [1], {"a": 1}, 1.5, float("nan"), date(2026, 1, 1),
    datetime(2026, 1, 1, tzinfo=UTC), datetime_time(1, 2), {"not": {"flagged": True}}, {"all": []}, "category:insult", "(a+)+",
]  # fmt: skip
TREE = tomllib.loads(SMALL)


def places(value: Any, base: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [base] if base else []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        found += places(item, (*base, key))
    return found


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(places(TREE)), st.sampled_from(ODD)), min_size=1, max_size=3))
def test_any_value_at_any_place_gets_an_answer(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    tree = copy.deepcopy(TREE)
    for path, value in changes:
        spot: Any = tree
        try:
            for key in path[:-1]:
                spot = spot[key]
            if isinstance(spot, dict) != isinstance(path[-1], str):
                continue  # a list became a table or the other way round: this place is gone
            spot[path[-1]] = copy.deepcopy(value)
        except (TypeError, KeyError, IndexError):
            continue  # an earlier change has replaced the branch that this one meant
    load = load_policy(tomlkit.dumps(tree))
    assert (load.policy is None) == bool(load.errors)
    for error in load.errors:
        assert error.line >= 1
        assert error_dict(error, "fr")["message"] != error.code
    if load.policy is not None:
        propose(load.policy, facts("connard", author_key="practice:raider"), NOW)
