"""Differences of two policies: complete, the right ones, short codes without free text, sentences in both languages."""

from __future__ import annotations

import ast
import dataclasses
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from console.policy import Policy, load_policy
from console.policy.differences import MAX_CODES, codes, differences
from console.policy.differences.effect import say_effect
from console.policy.differences.phrases import CERTAINTY, DIFFERENCES, SECTIONS
from console.policy.differences.phrases_values import VALUES
from console.policy.differences.shape import Difference
from console.policy.differences.words import say_condition, say_difference, section_title
from console.policy.load import policy_id
from console.policy.model import Condition
from tests.policy.helpers import POLICIES, ROOT, SMALL, policy

TEXT = (POLICIES / "default.en.toml").read_text("utf-8")
FILES = {"lists/" + file.name: file.read_bytes() for file in (POLICIES / "lists").iterdir()}
FORM = re.compile(r"[\w.:/@+#~-]{0,200}")


def load(text: str, files: dict[str, bytes] | None = None) -> Policy:
    found = load_policy(text, files=files or FILES)
    assert found.policy is not None, found.errors
    return found.policy


DEFAULT = load(TEXT)


def swap(old: str, new: str, text: str = TEXT) -> Policy:
    assert old in text, old
    return load(text.replace(old, new, 1))


def found(old: str, new: str, text: str = TEXT) -> list[str]:
    """The codes of the differences that one replacement in the text makes, checked in both directions."""
    before, after = load(text), swap(old, new, text)
    there, back = differences(before, after), differences(after, before)
    assert bool(there) == bool(back) == (before.id != after.id)
    for one in (*there, *back):
        for language in ("en", "fr"):
            said = say_difference(one, language, after, before)
            assert said not in {"", one.code}
            assert "{" not in said, said
    return [one.code for one in there]


EDITS: tuple[tuple[str, str, list[str]], ...] = (
    ("schema    = 1", "schema    = 1\neffective = 2027-01-01T08:00:00+01:00", ["about.effective"]),
    ('languages = ["fr", "en"]', 'languages = ["fr", "de"]', ["about.language_added", "about.language_removed"]),
    ('timezone  = "Europe/Paris"', 'timezone  = "UTC"', ["hours.timezone"]),
    ('"13:30-19:00"], sat', '"13:30-18:00"], sat', ["hours.open"]),
    ("quiet    = []", 'quiet    = ["22:00-07:00"]', ["hours.quiet"]),
    ('holidays = "FR"', 'holidays = "none"', ["hours.holidays"]),
    ('holidays = "FR"', 'holidays = ["FR", 2026-12-31]', ["hours.closed_added"]),
    ('en = "Threat"', 'en = "Menace"', ["category.label"]),
    ("severity     = 4", "severity     = 3", ["category.severity_down"]),
    ('clause       = "house rules 1.2"', 'clause = "1.9"', ["category.clause"]),
    ("STATEMENT_CATEGORY_VIOLENCE", "STATEMENT_CATEGORY_SELF_HARM", ["category.dsa_category"]),
    ('first_look = "30min"', 'first_look = "20min"', ["category.sla_first_look"]),
    ('decision = "24h"', 'decision = "12h"', ["category.sla_decision"]),
    ('decision = "24h", clock = "always"', 'decision = "24h", clock = "hours"', ["category.sla_clock"]),
    ('reply    = "forbidden" #', 'reply    = "" #', ["category.reply"]),
    ("severity = 0\n\n# ---- 2", "severity = 0\nprotected = true\n\n# ---- 2", ["category.protected_on"]),
    ('domains = ["service-public.fr"]', 'domains = ["example.org"]', ["allow.domain_added", "allow.domain_removed"]),
    ('"blague de merde"]', '"blague de merde", "la chienne des voisins"]', ["allow.phrase_added"]),
    ("authors = []                ", 'authors = ["youtube:UC1"]', ["allow.author_added"]),
    ("authors = [] #", 'authors = ["youtube:UC2"] #', ["watch.author_added"]),
    ('"kys", ', "", ["list.words_removed"]),
    ('"kys", ', '"kys", "zz top", ', ["list.words_added"]),
    ('"cry more", "cry about it"', '"cry about it", "cry more"', ["list.order"]),
    ('fold  = ["case", "accents", "confusables", "repeats"]\nwords', 'fold = ["case", "accents"]\nwords', ["list.fold_removed"]),
    ("at_least = 0.80 }]", "at_least = 0.86 }]", ["rule.threshold_up"]),
    ("at_least = 0.80 }]", "at_least = 0.70 }]", ["rule.threshold_down"]),
    ("less_than = 30", "less_than = 14", ["rule.limit_down"]),
    ('{ category = "constructive_criticism", at_least = 0.60 }', '{ category = "constructive_criticism", at_least = 0.70 }', ["rule.threshold_up"]),
    ('{ list = "insults_en" }, ', "", ["rule.no_longer_matches"]),
    ('{ list = "insults_en" }, ', '{ list = "insults_en" }, { signal = "shouting" }, ', ["rule.also_matches"]),
    ('[{ signal = "reply_bait" }, {', '[{ signal = "reply_bait" }, { has_link = true }, {', ["rule.also_asks"]),
    (', { signal = "quotation" }]\npropose  = ["hide"]\n', ']\npropose = ["hide"]\n', ["rule.exception_removed"]),
    ('{ category = "question" }]\npropose  = ["keep"]', '{ category = "praise" }]\npropose  = ["keep"]', ["rule.exception_added", "rule.exception_removed"]),
    ('when.all = [{ score = "obscene"', 'when.any = [{ score = "obscene"', ["rule.rewritten"]),
    ('propose  = ["hide", "escalate:lead"]', 'propose  = ["hide"]', ["rule.no_longer_proposes"]),
    ('propose  = ["hide", "escalate:lead"]', 'propose  = ["hide", "escalate:lead", "report"]', ["rule.proposes"]),
    ('propose  = ["hide", "escalate:lead"]', 'propose  = ["escalate:lead", "hide"]', ["rule.propose_order"]),
    ('id       = "R-OBS-01"', 'id       = "R-OBS-09"', ["rule.added", "rule.removed"]),
    ('window         = "90d"', 'window = "60d"', ["ladder.window"]),
    ("threat = 2, hate = 2", "threat = 3, hate = 2", ["ladder.weight"]),
    ('decay          = "none"', 'decay = "half_every=30d"', ["ladder.half_every"]),
    ("at = 6", "at = 7", ["ladder.step_at"]),
    ('duration = "30d"', 'duration = "20d"', ["ladder.step_duration"]),
    ('"warn.first"', '"warn.second"', ["ladder.step_template"]),
    ('"second_reviewer:lead", "reason"', '"second_reviewer:lead"', ["ladder.step_requires"]),
    ('{ category = "spam", action = "hide" },', "", ["ladder.skip_removed"]),
    ("{ at = 6,", '{ at = 5, action = "report" },\n  { at = 6,', ["ladder.step_added"]),
    ('at = 1, action = "warn"', 'at = 1, action = "mute"', ["ladder.step_action"]),
    ('["block", "delete"]', '["block"]', ["approval.irreversible_removed"]),
    ('within = "24h"', 'within = "12h"', ["approval.second_within"]),
    ('from_role = "reviewer"', 'from_role = "lead"', ["approval.second_role"]),
    ('else = "cancel"', 'else = "escalate"', ["approval.second_otherwise"]),
    ('approver_role = "spokesperson"', 'approver_role = "lead"', ["approval.crisis_approver_role"]),
    ('undo_window     = "20s"', 'undo_window = "30s"', ["approval.undo_window"]),
    ('undo_window     = "20s"', 'undo_window = "20s"\nactivation = { second_signature = true }', ["approval.activation_role", "approval.activation_second_signature"]),
    ('"category:troll", ', "", ["replies.category_removed"]),
    ('"author:on_watch", ', "", ["replies.on_watch"]),
    ("thread_replies_by_us >= 2", "thread_replies_by_us >= 3", ["replies.thread_replies"]),
    ("per_day = 2", "per_day = 4", ["replies.max_per_author_per_day"]),
    ("offer_private_after = 1", "offer_private_after = 2", ["replies.offer_private_after"]),
    ('contradictions = "warn"', 'contradictions = "refuse"', ["replies.contradictions"]),
    ("[replies]", '[permissions]\ndelete = ["lead"]\n\n[replies]', ["permission.changed"]),
    ('# [channel."youtube:main"]', '[channel."youtube:main"]\nauto = "none"\nsla.scale = 0.5', ["channel.added", "channel.auto", "channel.sla_scale"]),
    ('# [channel."youtube:main"]', '[channel."youtube:main"]\nrules.off = ["R-TRL-01"]', ["channel.added", "channel.rule_off"]),
    ('# [channel."youtube:main"]', '[channel."youtube:main"]\nrule."R-INS-01".when_score.insult = 0.9', ["channel.added", "channel.threshold"]),
    ("authors = 20", "authors = 25", ["crisis.set"]),
    ('comment_no_action = "90d"', 'comment_no_action = "60d"', ["retention.kept"]),
    ('"block + 12mo"', '"block + 6mo"', ["retention.block_record"]),
    ("waive = { role", "min_human_decisions = 200\nwaive = { role", ["gate.min_human_decisions"]),
    ("min_rule_precision     = 0.80", "min_rule_precision = 0.90", ["gate.min_rule_precision"]),
    ("max_protected_hidden   = 0", "", ["gate.max_protected_hidden"]),
    ('rule_tests             = "all_pass"', 'rule_tests = "none"', ["gate.rule_tests"]),
)  # fmt: skip


@pytest.mark.parametrize(("old", "new", "wanted"), EDITS)
def test_each_edit_of_the_default_policy_is_told_as_what_it_is(old: str, new: str, wanted: list[str]) -> None:
    assert found(old, new) == wanted


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('name      = "Starter policy"', 'name = "Another"'),
        ('note     = "Obscene talk"', 'note = "x"'),
        ('text   = "damn that is beautiful"', 'text = "lovely"'),
        ("# ---- 4.", "# ---- IV."),
        ('changelog = "First version."', 'changelog = "Second."'),
    ],
)
def test_what_is_no_semantics_makes_no_difference(old: str, new: str) -> None:
    after = swap(old, new)
    assert after.id == DEFAULT.id
    assert differences(DEFAULT, after) == ()
    assert codes(DEFAULT, after) == ()


def mutations(value: Any) -> Iterator[Any]:
    """The value with one leaf changed, for every leaf below it that enters the policy id."""
    if (
        isinstance(value, Condition) and value.kind == "not"
    ):  # one that denies nothing cannot be read from a file
        for other in mutations(value.items[0]):
            yield dataclasses.replace(value, items=(other,))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            if field.metadata.get("semantic", True) and field.name not in {"id", "schema"}:
                for other in mutations(getattr(value, field.name)):
                    yield dataclasses.replace(value, **{field.name: other})
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield value + 1
    elif isinstance(value, str):
        yield value + "x"
    elif isinstance(value, date):
        yield value.replace(year=value.year + 1)
    elif isinstance(value, dict):
        for key, item in value.items():
            for other in mutations(item):
                yield {**value, key: other}
            if (
                not {"low", "list", "label", "is", "signal", "target", "any"} & value.keys()
            ):  # a condition keeps its parameters
                yield {k: v for k, v in value.items() if k != key}
    elif isinstance(value, frozenset):
        yield value | {"practice:new"}
    elif isinstance(value, tuple):
        for index, item in enumerate(value[:6]):
            for other in mutations(item):
                yield (*value[:index], other, *value[index + 1 :])
            if (
                not isinstance(item, int) and len(value) != 7
            ):  # a pair of minutes and a week keep their length
                yield (*value[:index], *value[index + 1 :])
        if len(value) > 1 and len(set(map(repr, value[:2]))) == 2:
            yield (value[1], value[0], *value[2:])
    elif value is None:
        yield 7


@pytest.mark.parametrize("text", [SMALL, TEXT], ids=["small", "default"])
def test_no_change_of_a_single_field_goes_untold(text: str) -> None:
    base = dataclasses.replace(load(text), id="", cache={})
    base = dataclasses.replace(base, id=policy_id(base, {}))
    tried = 0
    for changed in mutations(base):
        other = dataclasses.replace(changed, id=policy_id(changed, {}), cache={})
        told = differences(base, other)
        assert bool(told) == (other.id != base.id), changed
        tried += 1
        for one in told:
            json.dumps(one.params)
            assert one.section in SECTIONS, one
            assert one.section not in {"files"}, one
            for language in ("en", "fr"):
                assert say_difference(one, language, other, base) not in {"", one.code}, one
        assert all(FORM.fullmatch(code) for code in codes(base, other))
    assert tried > 150


def test_bytes_of_list_files_alone_are_a_difference() -> None:
    files = dict(FILES)
    files["lists/slurs.txt"] += b"\n# a remark\n"
    after = load(TEXT, files)
    assert after.id != DEFAULT.id
    assert [one.code for one in differences(DEFAULT, after)] == ["files.changed"]
    files["lists/slurs.txt"] += b"zzword\n"
    assert [one.code for one in differences(DEFAULT, load(TEXT, files))] == ["list.words_added"]


def test_thresholds_speak_of_certainty() -> None:
    (up,) = differences(DEFAULT, swap("at_least = 0.80 }]", "at_least = 0.86 }]"))
    assert (up.section, up.subject) == ("rule", "R-INS-01")
    assert say_difference(up, "en") == "R-INS-01: insult must now be 86\u00a0% certain, before 80\u00a0%"
    assert say_difference(up, "fr") == (
        "R-INS-01\u00a0: il faut désormais 86\u00a0% de certitude pour «\u202finsulte\u202f», avant 80\u00a0%"
    )
    (down,) = differences(DEFAULT, swap("less_than = 30", "less_than = 14"))
    assert say_difference(down, "en") == (
        "R-TRL-01: now the account is at most 13 days old; before the account is at most 29 days old"
    )


def test_a_rule_that_moved_is_the_only_one_named() -> None:
    rules = DEFAULT.rules
    moved = dataclasses.replace(DEFAULT, id="x", rules=(*rules[1:5], rules[0], *rules[5:]), cache={})
    (one,) = differences(DEFAULT, moved)
    assert one == Difference("rule.moved", {"rule": rules[0].id, "old": 1, "new": 5})
    assert codes(DEFAULT, moved) == ("rule.moved:R-ILL-01:1:5",)


def test_many_words_are_counted_and_the_first_ten_named() -> None:
    extra = "".join(f'"zword{number}", ' for number in range(25))
    after = swap('"kys", ', f'"kys", {extra}')
    (one,) = differences(DEFAULT, after)
    assert one.params["count"] == 25
    assert len(one.params["words"]) == 10
    assert say_difference(one, "en").endswith("“zword9” and 15 more")
    assert codes(DEFAULT, after) == ("list.words_added:self_harm:25",)


def test_automatic_hiding_on_off_and_its_limits() -> None:
    on = SMALL.replace(
        'auto = "hide"', 'auto = "hide"\nauto_limits = { per_hour = 5, stop_if_overturned_pct = 9 }'
    )
    assert [one.code for one in differences(policy(SMALL), policy(on))] == [
        "rule.auto_per_hour",
        "rule.auto_stop",
    ]
    off = SMALL.replace('auto = "hide"', "")
    assert [one.code for one in differences(policy(on), policy(off))] == ["rule.auto_off"]
    (one,) = differences(policy(off), policy(on))
    assert say_difference(one, "en") == (
        "R-INS: now hides by itself, at most 5 an hour, stops when people overturn more than 9\u00a0%"
    )


def test_codes_hold_no_free_text_and_are_bounded() -> None:
    text = SMALL + '\n[list."free text, très libre"]\nwords = ["abcd"]\n'
    (code,) = codes(policy(SMALL), policy(text))
    assert FORM.fullmatch(code)
    assert " " not in code
    rules = "".join(
        f'\n[[rule]]\nid = "R-{number}"\ncategory = "insult"\nwhen.all = [{{ score = "insult", at_least = 0.{number + 100} }}]\n'
        'propose = ["hide", "escalate:Jean Dupont"]\n'
        for number in range(150)
    )
    many = codes(load_any(SMALL), load_any(SMALL + rules))
    assert len(many) == MAX_CODES
    assert many[-1] == "more:51"
    assert all(FORM.fullmatch(code) and "Dupont" not in code for code in many)


def load_any(text: str) -> Policy:
    """The policy of a text even where it would be refused for rules that overlap."""
    sound = load_policy(text).policy
    if sound is not None:
        return sound
    base = policy(SMALL)
    rules = tuple(
        dataclasses.replace(base.rules[0], id=f"R-{number}", propose=("hide", "escalate:Jean Dupont"))
        for number in range(150)
    )
    return dataclasses.replace(base, id="other", rules=(*base.rules, *rules), cache={})


def test_conditions_in_words() -> None:
    node = {
        "kind": "any",
        "params": {},
        "items": (
            {"kind": "list", "params": {"list": "slurs"}, "items": ()},
            {
                "kind": "all",
                "params": {},
                "items": (
                    {
                        "kind": "score",
                        "params": {"label": "insult", "low": 8600, "high": 10_000},
                        "items": (),
                    },
                    {"kind": "target", "params": {"target": "person"}, "items": ()},
                ),
            },
        ),
    }
    assert say_condition(node, "en") == (
        "a word of the list “slurs” or (“insult” at least 86\u00a0% certain and aimed at: a person)"
    )
    for rule in DEFAULT.rules:
        for language in ("en", "fr"):
            assert "{" not in say_condition(plain(rule.when), language, DEFAULT)


def plain(condition: Condition) -> dict[str, Any]:
    from console.policy.differences.rules import plain_condition

    return plain_condition(condition)


def test_sentences_are_paired_and_french_signs_carry_their_spaces() -> None:
    every = [words for section in DIFFERENCES.values() for words in section.values()]
    every += [*CERTAINTY.values(), *SECTIONS.values(), *VALUES.values()]
    for words in every:
        assert set(words) == {"en", "fr"}
        assert set(re.findall(r"\{(\w*)\}", words["en"])) == set(re.findall(r"\{(\w*)\}", words["fr"])), words
        assert not re.search(r"[^\u202f\W][?!;»]|«[^\u202f]| [?!;»:]", words["fr"]), words
        assert not re.search(r"\w'\w", words["fr"]), words
    assert DIFFERENCES.keys() == SECTIONS.keys()
    assert section_title("rule", "fr") == "Règles"


def test_every_code_of_a_difference_has_a_sentence() -> None:
    code = re.compile(rf"(?:{'|'.join(SECTIONS)})\.[a-z_]+")
    for name in ("compare", "people", "rules"):
        tree = ast.parse((ROOT / "console" / "policy" / "differences" / f"{name}.py").read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and code.fullmatch(node.value):
                section, _, what = node.value.partition(".")
                known = DIFFERENCES[section]
                prefix = what.endswith("_") and any(each.startswith(what) for each in known)
                assert what in known or {f"{what}_added", f"{what}_removed"} <= known.keys() or prefix, (
                    node.value
                )


def test_same_policies_differ_in_nothing_whatever_their_files(tmp_path: Path) -> None:
    file = tmp_path / "p.toml"
    file.write_text(SMALL, encoding="utf-8")
    assert differences(policy(SMALL), policy(SMALL + "\n# a remark\n")) == ()
    from_file = load_policy(file).policy
    assert from_file is not None
    assert differences(policy(SMALL), from_file) == ()


def test_the_effect_is_told_month_by_month() -> None:
    months = [
        {"month": "2026-09", "more_hidden": 0, "no_longer_hidden": 0},
        {"month": "2026-10", "more_hidden": 12, "no_longer_hidden": 3},
        {"month": "2026-11", "more_hidden": 0, "no_longer_hidden": 1},
    ]
    report = {"comments": 1248, "months": months, "protected_hit": 2}
    assert say_effect(report, "en") == (
        "12 comments of October would now be hidden, 3 no longer.",
        "1 comment of November would no longer be hidden.",
        "2 protected comments would be proposed for hiding.",
    )
    assert say_effect(report, "fr") == (
        "12 commentaires d’octobre seraient désormais masqués, 3 ne le seraient plus.",
        "1 commentaire de novembre ne serait plus masqué.",
        "2 commentaires protégés seraient proposés au masquage.",
    )
    two_years = [*months, {"month": "2025-04", "more_hidden": 1, "no_longer_hidden": 0}]
    assert (
        say_effect({"months": two_years}, "fr")[-1] == "1 commentaire d’avril 2025 serait désormais masqué."
    )
    assert say_effect({"comments": 1248, "months": []}, "en") == (
        "In 1,248 comments of the past, nothing would be hidden otherwise.",
    )
    assert say_effect({"comments": 0, "months": []}, "en")[0].startswith("This workspace holds no comments")
