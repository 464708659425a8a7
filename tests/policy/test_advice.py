"""What is allowed but probably not meant is said with its line; a policy with errors gets those alone."""

from __future__ import annotations

import pytest

from console.policy import advise, load_policy, say
from tests.policy.helpers import POLICIES, SMALL

TESTED = """
[[rule]]
id = "R-BAD"
category = "insult"
when.all = [{ list = "bad" }, { has_link = true }]
propose = ["report"]
"""


def remarks(text: str) -> list[tuple[str, str]]:
    lines = text.splitlines()
    return [(one.code, lines[one.line - 1]) for one in advise(load_policy(text, "p.toml"), "p.toml")]


def test_rules_without_tests_are_named_where_they_stand() -> None:
    found = [one for one in remarks(SMALL) if one[0] == "advice.no_tests"]
    assert len(found) == 2
    assert all(line == "[[rule]]" for _, line in found)


@pytest.mark.parametrize(
    ("expect", "code"), [("match", "advice.never_spared"), ("no_match", "advice.never_matched")]
)
def test_a_test_of_one_kind_only_is_half_a_test(expect: str, code: str) -> None:
    rule = SMALL[SMALL.index("[[rule]]") :].split("[[rule]]")[1]
    tested = SMALL.replace(rule, rule + f'[[rule.test]]\ntext = "x"\nexpect = "{expect}"\n\n', 1)
    assert code in {one[0] for one in remarks(tested)}


def test_a_list_that_no_rule_uses_and_a_violation_without_clause() -> None:
    text = SMALL.replace("[[rule]]", '[list.idle]\nwords = ["abc"]\n\n[[rule]]', 1)
    found = dict(remarks(text))
    assert found["advice.list_unused"] == "[list.idle]"
    assert found["advice.no_clause"] == "[category.threat]"


def test_a_violation_that_nothing_assigns_or_counts() -> None:
    more = '\n[category.doxxing]\nseverity = 4\nground = "terms"\nviolation = true\nclause = "9"\n'
    found = dict(remarks(SMALL + more))
    assert found["advice.no_rule"] == found["advice.not_counted"] == "[category.doxxing]"


def test_errors_come_alone() -> None:
    assert remarks(SMALL.replace("severity = 3", "severty = 3")) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_default_policies_need_no_remark(language: str) -> None:
    load = load_policy(POLICIES / f"default.{language}.toml")
    assert [say(one.code, one.params, language) for one in advise(load)] == []
