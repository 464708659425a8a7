"""What of a reason enters the log: words of the house and of the policy; never what may name a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.domain.vocabulary import ActionKind
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.services.recording import DecisionAsk, reason_code
from tests.services.test_rechecking import filled


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", None),
        ("  ", None),
        ("spam", "spam"),
        ("Dupont", "given"),
        ("he lied", "given"),
        ("R-INS-01", "given"),
    ],
)
def test_a_word_that_may_be_a_name_is_only_given(typed: str, kept: str | None) -> None:
    assert reason_code(typed) == kept


def test_the_policys_own_words_stay(tmp_path: Path) -> None:
    console = Console.open(tmp_path / "w.vigie", secrets=memory_only())
    try:
        policy = console.policy()
        rule = policy.rules[0].id
        assert reason_code(rule, policy) == rule
        (comment,) = filled(console, 1)
        console.decide(DecisionAsk(comment, ActionKind.KEEP, reason="Dupont"), console.actor()).result(10)
        entries = console.store.read(lambda r: [one for one in r.audit.rows()])
        assert "Dupont" not in repr(entries)
        assert any("given" in repr(one) for one in entries)
    finally:
        console.close()
