"""A comment that is not public says so in the head of its detail, before anything else."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from console.domain.comment import is_private
from console.domain.vocabulary import CommentState
from ui.models.held_words import head_states


@pytest.mark.parametrize(
    ("facts", "private"),
    [({}, False), ({"visibility": "public"}, False), ({"visibility": "unlisted"}, False),
     ({"visibility": "direct"}, True), ({"visibility": "private"}, True), ({"visibility": "local"}, True)],
)  # fmt: skip
def test_the_head_says_what_is_not_public(facts: dict[str, str], private: bool) -> None:
    assert is_private(facts) is private
    comment = SimpleNamespace(facts=facts, state=CommentState.OPEN, assignee=None, hidden=False)
    detail = SimpleNamespace(comment=comment, reviews=(), decisions=(), watch=None)
    icons = [icon for icon, _ in head_states(cast("Any", detail), "me", 0)]
    assert icons == (["lock-simple"] if private else [])
