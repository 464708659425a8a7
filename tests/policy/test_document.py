"""The policy's text under the pen: one change touches its own lines, opposites undo each other, bad values change nothing."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st

from console.policy import load_policy
from console.policy.document import DocumentError, PolicyDocument
from console.policy.document.phrases import DOCUMENT, say_document
from console.policy.document.spans import Spans
from console.policy.document.text import TomlText
from console.policy.lines import line_map
from tests.policy.helpers import POLICIES

DEFAULTS = ("default.en.toml", "default.fr.toml")
LISTS = {f"lists/{path.name}": path.read_bytes() for path in (POLICIES / "lists").glob("*.txt")}


def source(name: str = "default.en.toml") -> str:
    return (POLICIES / name).read_text(encoding="utf-8")


@pytest.fixture(params=DEFAULTS)
def document(request: pytest.FixtureRequest) -> PolicyDocument:
    return PolicyDocument(source(request.param), LISTS)


def changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines taken out and the lines put in."""
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    return [line[2:] for line in lines if line[:2] == "- "], [line[2:] for line in lines if line[:2] == "+ "]


def accepted(document: PolicyDocument) -> None:
    load = load_policy(document.text, files=document.files)
    assert load.ok, [(error.line, error.code, dict(error.params)) for error in load.errors]
    assert tomlkit.parse(document.text).unwrap() == tomllib.loads(document.text)


# ---------------------------------------------------------------------- each operation on both default policies

Change = Callable[[PolicyDocument], object]
RULE, LIST = "R-THR-01", "bait"


def words_of(document: PolicyDocument, name: str) -> tuple[str, ...]:
    """The words of a list, none for one that is not there."""
    return next((one.words for one in document.lists() if one.name == name), ())


def plus(document: PolicyDocument, name: str, words: list[str]) -> None:
    """A list with these words behind its own."""
    document.set_words(name, [*words_of(document, name), *words])


def minus(document: PolicyDocument, name: str, words: list[str]) -> None:
    """A list without these words."""
    document.set_words(name, [one for one in words_of(document, name) if one not in words])


PAIRS: dict[str, tuple[Change, Change]] = {
    "list": (
        lambda d: d.add_list("brand_words", "phrase", words=["faux avis", "pub mensongère"]),
        lambda d: d.remove_list("brand_words"),
    ),
    "list renamed": (lambda d: d.rename_list("slurs", "insultes_graves"), lambda d: d.rename_list("insultes_graves", "slurs")),
    "list match": (lambda d: d.set_list_match(LIST, "word"), lambda d: d.set_list_match(LIST, "phrase")),
    "list fold": (
        lambda d: d.set_list_fold("self_harm", ["case", "accents", "confusables", "repeats", "leet"]),
        lambda d: d.set_list_fold("self_harm", ["case", "accents", "confusables", "repeats"]),
    ),
    "word": (lambda d: plus(d, LIST, ["mot neuf", 'avec "guillemets"']), lambda d: minus(d, LIST, ["mot neuf", 'avec "guillemets"'])),
    "word in file": (lambda d: plus(d, "slurs", ["mot neuf"]), lambda d: minus(d, "slurs", ["mot neuf"])),
    "rule": (
        lambda d: d.add_rule("R-NEW-01", "insult", {"list": "bait"}, ["hide"], "Une note"),
        lambda d: d.remove_rule("R-NEW-01"),
    ),
    "rule renamed": (lambda d: d.rename_rule(RULE, "R-T"), lambda d: d.rename_rule("R-T", RULE)),
    "category of a rule": (lambda d: d.set_rule_category(RULE, "insult"), lambda d: d.set_rule_category(RULE, "threat")),
    "propose": (lambda d: d.set_rule_propose(RULE, ["hide", "escalate:lead", "report"]), lambda d: d.set_rule_propose(RULE, ["hide", "escalate:lead"])),
    "condition": (lambda d: d.add_condition("R-INS-01", {"list": "bait"}), lambda d: d.remove_condition("R-INS-01", 3)),
    "exception": (lambda d: d.add_condition(RULE, {"category": "question"}, "unless"), lambda d: d.remove_condition(RULE, 1, "unless")),
    "threshold": (lambda d: d.set_threshold(RULE, 0, 0.75), lambda d: d.set_threshold(RULE, 0, 0.60)),
    "mode": (lambda d: d.set_rule_mode("R-INS-01", "all"), lambda d: d.set_rule_mode("R-INS-01", "any")),
    "test": (lambda d: d.add_test(RULE, "on se retrouvera", True), lambda d: d.remove_test(RULE, 2)),
    "test text": (lambda d: d.set_test(RULE, 0, expect=False), lambda d: d.set_test(RULE, 0, expect=True)),
    "category": (lambda d: d.add_category("advice", "Conseil", "Advice", 1), lambda d: d.remove_category("advice")),
    "severity": (lambda d: d.set_category_severity("insult", 4), lambda d: d.set_category_severity("insult", 3)),
    "deadline": (lambda d: d.set_category_sla("insult", "decision", "5h"), lambda d: d.set_category_sla("insult", "decision", "4h")),
    "deadline more": (lambda d: d.set_category_sla("insult", "first_look", "1h"), lambda d: d.set_category_sla("insult", "first_look", "")),
    "domains": (lambda d: d.set_allowed("domains", ["service-public.fr", "exemple.fr"]), lambda d: d.set_allowed("domains", ["service-public.fr"])),
    "step": (lambda d: d.add_step(9, "block", "90d", ["second_reviewer:lead", "reason"]), lambda d: d.remove_step(5)),
    "step points": (lambda d: d.set_step(4, at=7), lambda d: d.set_step(4, at=6)),
    "weight": (lambda d: d.set_weight("threat", 4), lambda d: d.set_weight("threat", 2)),
    "undo window": (lambda d: d.set_undo_window("40s"), lambda d: d.set_undo_window("20s")),
    "second signature": (lambda d: d.set_second_reviewer("within", "12h"), lambda d: d.set_second_reviewer("within", "24h")),
    "reply limit": (
        lambda d: d.set_reply_limits(["troll", "spam"], True, 2), lambda d: d.set_reply_limits(["troll"], True, 2)
    ),
    "quiet": (lambda d: d.set_quiet(["22:00-07:00"]), lambda d: d.set_quiet([])),
    "channel": (lambda d: d.add_channel("youtube:main"), lambda d: d.remove_channel("youtube:main")),
}  # fmt: skip


@pytest.mark.parametrize("name", PAIRS)
def test_opposites_undo_each_other_to_the_byte(document: PolicyDocument, name: str) -> None:
    text, files = document.text, document.files
    do, undo = PAIRS[name]
    do(document)
    assert (document.text, document.files) != (text, files)
    assert tomlkit.parse(document.text).unwrap() == tomllib.loads(document.text)
    if name not in {
        "list",
        "rule",
        "mode",
    }:  # a list that no rule uses is refused as unused; rules may contradict
        load = load_policy(document.text, files=document.files)
        assert {error.code for error in load.errors} <= {"rule.overruled", "rule.after_protected"}
    taken, put = changed(text, document.text)
    assert len(taken) <= 8
    assert len(put) <= 9
    undo(document)
    if name == "quiet":  # the comment behind the empty array stays; the array is written anew
        assert document.toml.data == tomllib.loads(text)
    else:
        assert document.text == text
        assert document.files == files


@pytest.mark.parametrize("name", PAIRS)
def test_windows_line_ends_and_bom_stay(name: str) -> None:
    text = "\ufeff" + source().replace("\n", "\r\n")
    document = PolicyDocument(text, LISTS)
    PAIRS[name][0](document)
    assert document.text.startswith("\ufeff#")
    assert document.text.count("\n") == document.text.count("\r\n")


def test_a_new_list_stands_with_its_sisters(document: PolicyDocument) -> None:
    before = document.text
    document.add_list("brand_words", words=["faux avis"])
    taken, put = changed(before, document.text)
    assert taken == []
    assert put == [
        "",
        "[list.brand_words]",
        'match = "word"',
        'fold  = ["case", "accents"]',
        'words = ["faux avis"]',
    ]
    block = document.text.index("[list.brand_words]")
    assert document.text.index("[list.bait]") < block < document.text.index("# ---- 3.")
    document.add_condition("R-INS-01", {"list": "brand_words"})
    accepted(document)


def test_a_rule_tied_to_a_list_with_a_test(document: PolicyDocument) -> None:
    document.add_list("brand_words", words=["faux avis"])
    document.add_rule("R-BRD-01", "accusation", {"list": "brand_words"}, ["escalate:lead"])
    document.add_test("R-BRD-01", "encore un faux avis", True)
    document.add_test("R-BRD-01", "un avis sincère", False, "fr")
    accepted(document)
    rule = document.rules()[-1]
    assert (rule.id, rule.mode, rule.auto) == ("R-BRD-01", "any", "none")
    assert [(test.text, test.expect, test.language) for test in rule.tests] == [
        ("encore un faux avis", True, ""),
        ("un avis sincère", False, "fr"),
    ]
    assert 'when.any = [{ list = "brand_words" }]' in document.text


def test_one_line_changes_when_a_threshold_does(document: PolicyDocument) -> None:
    before = document.text
    document.set_threshold("R-OBS-01", 0, 0.7)
    assert changed(before, document.text) == (
        ['when.all = [{ score = "obscene", at_least = 0.85 }]'],
        ['when.all = [{ score = "obscene", at_least = 0.70 }]'],
    )


def test_automatic_hiding_is_written_with_its_limits_and_taken_back(document: PolicyDocument) -> None:
    document.set_rule_auto("R-INS-01", "hide", per_hour=12, stop_pct=10)
    rule = next(rule for rule in document.rules() if rule.id == "R-INS-01")
    assert (rule.auto, rule.per_hour, rule.stop_pct) == ("hide", 12, 10)
    accepted(document)
    document.set_rule_auto("R-INS-01", "none")
    assert "auto_limits" not in document.table("rule", 5)
    accepted(document)


def test_nested_conditions_are_shown_and_left_alone(document: PolicyDocument) -> None:
    rule = next(rule for rule in document.rules() if rule.id == "R-TRL-01")
    assert [condition.rich for condition in rule.when] == [False, True]
    assert rule.when[1].source.startswith("{ all = [")
    with pytest.raises(DocumentError) as refused:
        document.set_condition("R-TRL-01", 1, {"list": "bait"})
    assert refused.value.code == "document.rich"


def test_words_of_an_included_file_keep_its_comments() -> None:
    data = b"# heading\r\n\r\nalpha\r\n  beta  \r\n# between\r\ngamma"
    text = source().replace("lists/slurs.txt", "lists/own.txt")
    document = PolicyDocument(text, {**LISTS, "lists/own.txt": data})
    document.set_words("slurs", ["alpha", "gamma", "delta"])
    assert document.files["lists/own.txt"] == b"# heading\r\n\r\nalpha\r\n# between\r\ngamma\r\ndelta\r\n"
    assert document.text == text


def test_a_list_in_use_and_a_missing_file_are_refused() -> None:
    document = PolicyDocument(source(), {})
    with pytest.raises(DocumentError) as refused:
        document.remove_list("slurs")
    assert refused.value.code == "document.in_use"
    assert refused.value.params["rules"] == ("R-ILL-02", "R-HAT-01", "R-CRI-01")
    with pytest.raises(DocumentError) as refused:
        document.set_words("slurs", ["x"])
    assert refused.value.code == "list.file"
    assert not document.lists()[2].file_known


def test_a_category_that_a_score_names_is_in_use() -> None:
    """The score of a category of one's own goes with it; the classifier's own scores stay."""
    text = """schema = 1
[category.rumour]
severity = 1
[category.spam]
severity = 1
[category.insult]
severity = 3
[[rule]]
id = "R"
category = "insult"
when.all = [{ not = { score = "rumour", at_least = 0.5 } }, { score = "spam", at_least = 0.5 }]
propose = ["hide"]
"""
    document = PolicyDocument(text)
    assert document.category_users("rumour") == ("R",)
    document.remove_category("spam")
    with pytest.raises(DocumentError, match=r"document\.in_use"):
        document.remove_category("rumour")


def test_watched_authors(document: PolicyDocument) -> None:
    document.add_watched("instagram:raider42", date(2027, 1, 31), "raid")
    document.add_watched("x:other")
    assert [(w.author, w.until, w.reason) for w in document.watched()] == [
        ("instagram:raider42", date(2027, 1, 31), "raid"),
        ("x:other", None, ""),
    ]
    accepted(document)
    document.remove_watched("instagram:raider42")
    document.remove_watched("x:other")
    assert document.watched() == ()
    accepted(document)


def test_hours_by_day(document: PolicyDocument) -> None:
    week = list(document.week())
    assert week[0] == ("08:30-12:30", "13:30-19:00")
    assert week[6] == ()
    document.set_week(week)
    before = document.text
    week[4] = ("08:30-12:00",)
    document.set_week(week)
    assert document.week() == tuple(week)
    assert set(document.table("hours", "open")) == {"mon-thu", "fri", "sat"}
    assert len(changed(before, document.text)[0]) == 1
    document.set_timezone("Europe/Brussels")
    document.set_french_holidays(False)
    accepted(document)


def test_approval_and_replies(document: PolicyDocument) -> None:
    document.set_second_signature(True)
    document.set_crisis_replies("major", "lead")
    document.set_irreversible(["block"])
    document.set_reply_limits([], False, None)
    document.set_reply_number("offer_private_after", None)
    document.set_reply_override("spokesperson", False)
    policy = load_policy(document.text, files=document.files).policy
    assert policy is not None
    assert policy.approval.activation["second_signature"] is True
    assert policy.approval.replies_crisis["level"] == "major"
    assert policy.approval.irreversible == ("block",)
    assert policy.replies.override_role == "spokesperson"
    assert policy.replies.offer_private_after is None


def test_channel_exceptions_written_with_dotted_keys(document: PolicyDocument) -> None:
    text = document.text.replace(
        "# ---- 7.",
        '[channel."youtube:main"]\nrules.off = ["R-TRL-01"] # ours\nrule."R-INS-01".when_score.insult = 0.90\n\n# ---- 7.',
    )
    document = PolicyDocument(text, LISTS)
    document.set_channel_threshold("youtube:main", "R-INS-01", "insult", 0.95)
    document.set_channel_off("youtube:main", ["R-TRL-01", "R-SPM-01"])
    document.set_channel_sla("youtube:main", 0.5)
    document.rename_rule("R-INS-01", "R-INS-9")
    document.rename_rule("R-TRL-01", "R-TRL-9")
    accepted(document)
    assert 'rules.off = ["R-TRL-9", "R-SPM-01"] # ours' in document.text
    assert 'rule."R-INS-9".when_score.insult = 0.95' in document.text or "rule.R-INS-9." in document.text
    document.set_channel_threshold("youtube:main", "R-INS-9", "insult", None)
    document.set_channel_sla("youtube:main", 1.0)
    document.set_channel_off("youtube:main", [])
    view = document.channels()[0]
    assert (view.off, view.thresholds, view.sla_scale) == ((), {}, 1.0)


def test_the_other_ways_to_write_the_same() -> None:
    text = """schema = 1
name = 'x'
category.insult = { severity = 3, ground = "terms", violation = true }
list = { bad = { words = ['a', "b"] } }

[[rule]]
id = "R1"
category = "insult"
when = { list = "bad" }
propose = [
  "hide",   # first
  "report"  # second
]
test = [ { text = "a", expect = "match" } ]
[rule.auto_limits] # none yet
"""
    document = PolicyDocument(text)
    document.set_words("bad", ["a", "b", "c"])
    document.add_condition("R1", {"score": "insult", "at_least": 0.9})
    document.set_rule_propose("R1", ["hide", "report", "mute"])
    document.add_test("R1", "b", True)
    document.set_category_severity("insult", 4)
    document.set_rule_auto("R1", "hide", 5, 20)
    assert 'list = { bad = { words = [\'a\', "b", "c"] } }' in document.text
    assert '  "report",  # second\n  "mute"\n]' in document.text
    assert 'when = { any = [{ list = "bad" }, { score = "insult", at_least = 0.90 }] }' in document.text
    assert "category.insult = { severity = 4," in document.text
    assert load_policy(document.text).ok
    document.set_rule_propose("R1", ["report"])
    assert "first" not in document.text
    assert '"report"  # second' in document.text.replace('",', '"')


def test_rule_conditions_written_as_tables() -> None:
    text = 'schema=1\nname="x"\n[category.a]\nseverity=1\n[list.l]\nwords=["w"]\n[[rule]]\nid="R"\ncategory="a"\npropose=["keep"]\n[[rule.when.any]]\nlist="l"\n[[rule.when.any]]\nscore="spam"\nat_least=0.5\n'
    document = PolicyDocument(text)
    document.add_condition("R", {"category": "a"})
    document.set_threshold("R", 1, 0.75)
    document.remove_condition("R", 0)
    assert [c.kind for c in document.rules()[0].when] == ["score", "category"]
    assert document.toml.get(("rule", 0, "when", "any", 0, "at_least")) == 0.75
    assert load_policy(document.text).errors[0].code if not load_policy(document.text).ok else True


# ---------------------------------------------------------------------- bad values

BAD: list[tuple[str, Change]] = [
    ("document.list_name", lambda d: d.add_list("Été")),
    ("document.exists", lambda d: d.add_list("slurs")),
    ("policy.choice", lambda d: d.add_list("x1", "substring")),
    ("policy.choice", lambda d: d.set_list_fold("bait", ["upper"])),
    ("policy.empty", lambda d: plus(d, "bait", ["  "])),
    ("document.control", lambda d: plus(d, "bait", ["a\nb"])),
    ("document.control", lambda d: plus(d, "bait", ["a\ud800"])),
    ("document.hash", lambda d: plus(d, "slurs", ["#hashtag"])),
    ("policy.long", lambda d: plus(d, "bait", ["a" * 500])),
    ("policy.unknown_list", lambda d: plus(d, "nope", ["a"])),
    ("policy.unknown_rule", lambda d: d.set_rule_note("nope", "x")),
    ("rule.id", lambda d: d.rename_rule("R-THR-01", "a b")),
    ("rule.twice", lambda d: d.rename_rule("R-THR-01", "R-INS-01")),
    ("policy.unknown_category", lambda d: d.set_rule_category("R-THR-01", "nope")),
    ("rule.block", lambda d: d.set_rule_propose("R-THR-01", ["block"])),
    ("policy.empty", lambda d: d.set_rule_propose("R-THR-01", [])),
    ("rule.auto_not_proposed", lambda d: d.set_rule_auto("R-PRA-01", "hide")),
    ("policy.range", lambda d: d.set_rule_auto("R-INS-01", "hide", 0)),
    ("policy.choice", lambda d: d.set_rule_auto("R-INS-01", "delete")),
    ("policy.range", lambda d: d.set_threshold("R-THR-01", 0, 1.2)),
    ("policy.type", lambda d: d.set_threshold("R-THR-01", 0, float("nan"))),
    ("policy.range", lambda d: d.set_threshold("R-THR-01", 9, 0.5)),
    ("document.last_condition", lambda d: d.remove_condition("R-OBS-01", 0)),
    ("document.condition", lambda d: d.add_condition("R-THR-01", {"all": []})),
    ("policy.unknown_list", lambda d: d.add_condition("R-THR-01", {"list": "nope"})),
    ("policy.range", lambda d: d.remove_test("R-THR-01", 5)),
    ("category.name", lambda d: d.add_category("Mon Avis", "a", "b", 1)),
    ("policy.range", lambda d: d.set_category_severity("insult", 6)),
    ("policy.duration.bare_m", lambda d: d.set_category_sla("insult", "decision", "5m")),
    ("document.in_use", lambda d: d.remove_category("insult")),
    ("policy.author_key", lambda d: d.set_allowed("authors", ["someone"])),
    ("policy.author_key", lambda d: d.add_watched("someone")),
    ("document.missing", lambda d: d.remove_watched("x:y")),
    ("document.step_taken", lambda d: d.add_step(4, "hide")),
    ("document.step_order", lambda d: d.set_step(0, at=5)),
    ("policy.choice", lambda d: d.add_step(9, "delete")),
    ("ladder.weight_uncounted", lambda d: d.set_weight("praise", 2)),
    ("policy.time.form", lambda d: d.set_quiet(["25:00-26:00"])),
    ("hours.crossing", lambda d: d.set_week([["22:00-07:00"], *[[]] * 6])),
    ("policy.timezone", lambda d: d.set_timezone("Paris")),
    ("policy.channel_key", lambda d: d.add_channel("nowhere")),
    ("document.missing", lambda d: d.set_channel_auto("x:y", "none")),
]  # fmt: skip


@pytest.mark.parametrize(("code", "change"), BAD)
def test_bad_values_are_refused_with_a_code_and_change_nothing(code: str, change: Change) -> None:
    document = PolicyDocument(source(), LISTS)
    with pytest.raises(DocumentError) as refused:
        change(document)
    assert refused.value.code == code
    assert document.text == source()
    assert document.files == LISTS
    for language in ("en", "fr"):
        sentence = say_document(refused.value, language)
        assert sentence != code
        assert "{" not in sentence


def test_a_text_that_is_no_toml_says_where() -> None:
    with pytest.raises(DocumentError) as refused:
        PolicyDocument("a = 1\nb = = 2\n")
    assert (refused.value.code, refused.value.params["line"]) == ("document.toml", 2)


def test_an_unforeseen_shape_is_refused_not_crashed_on() -> None:
    for text in (
        'rule = "x"\n',
        "list = 3\n",
        "[ladder]\ndefault = 1\n",
        "[[hours]]\nopen = 1\n",
        "category = []\n",
    ):
        document = PolicyDocument(text)
        for do, undo in PAIRS.values():
            for change in (do, undo):
                try:
                    change(document)
                except DocumentError:
                    assert document.text == text
                else:
                    tomllib.loads(document.text)
                    document = PolicyDocument(text)
        assert isinstance(document.rules(), tuple)
        assert isinstance(document.lists(), tuple)


def test_every_sentence_is_there_in_both_languages() -> None:
    for forms in DOCUMENT.values():
        assert set(forms) == {"en", "fr"}
        assert all(f"{space}{sign}" not in forms["fr"] for space in " " for sign in ":;!?»")


# ---------------------------------------------------------------------- properties


def test_spans_agree_with_the_line_map() -> None:
    for path in (*POLICIES.glob("*.toml"), Path(__file__).parents[2] / "pyproject.toml"):
        text = path.read_text(encoding="utf-8")
        spans, lines = Spans(text), line_map(text)
        for key, value in spans.values.items():
            entry = spans.entries.get(key)
            assert spans.line_number(entry.start if entry else value.start) == lines.line(key)
            said = tomllib.loads("v = " + text[value.start : value.end])["v"]
            assert said == TomlText(text).get(key)


WORDS = st.lists(
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=12).filter(
        str.strip
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(
    words=WORDS,
    keep=st.sets(st.integers(0, 20)),
    layout=st.sampled_from(["one", "lines", "rows", "comments"]),
)
def test_any_array_takes_any_words_and_keeps_the_rest(words: list[str], keep: set[int], layout: str) -> None:
    start = [f"w{i}" for i in range(6)]
    quoted = [f'"{word}"' for word in start]
    body = {
        "one": "[" + ", ".join(quoted) + "]",
        "lines": "[\n" + "".join(f"  {q},\n" for q in quoted) + "]",
        "rows": "[\n  " + ", ".join(quoted[:3]) + ",\n  " + ", ".join(quoted[3:]) + "\n]",
        "comments": "[ # head\n" + "".join(f"  {q}, # about {q[1:-1]}\n" for q in quoted) + "  # tail\n]",
    }[layout]
    text = f"before = 1 # b\nv = {body} # after\nlast = 2\n"
    wanted = [word for i, word in enumerate(start) if i in keep] + [
        w for w in dict.fromkeys(words) if w not in start
    ]
    toml = TomlText(text)
    toml.set_texts(("v",), wanted)
    assert tomllib.loads(toml.text) == {"before": 1, "v": wanted, "last": 2}
    assert toml.text.startswith("before = 1 # b\nv = [")
    assert toml.text.endswith("] # after\nlast = 2\n")
    if layout == "comments":
        assert "# head" in toml.text
        assert "# tail" in toml.text
        assert all((f"# about {word}" in toml.text) == (word in wanted) for word in start)


@settings(max_examples=25, deadline=None)
@given(steps=st.lists(st.sampled_from(sorted(PAIRS)), min_size=1, max_size=5, unique=True), data=st.data())
def test_any_sequence_of_operations_keeps_every_comment(steps: list[str], data: st.DataObject) -> None:
    del data
    text = source()
    document = PolicyDocument(text, LISTS)
    for name in steps:
        try:
            PAIRS[name][0](document)
        except DocumentError:
            continue
        assert tomlkit.parse(document.text).unwrap() == tomllib.loads(document.text)
    comments = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    kept = [line for line in document.text.splitlines() if line.lstrip().startswith("#")]
    assert kept == comments
