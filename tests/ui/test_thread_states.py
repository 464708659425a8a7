"""What a thread says of each part beside its words: gone from the site, hidden there, still to be sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.domain.comment import Comment
from console.domain.vocabulary import CommentState
from console.services import desk
from tests.support.bench import Bench
from ui.models.thread_adapter import thread_parts
from ui.views.thread_words import meta


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """A workspace beside the practice network."""
    made = Bench(tmp_path)
    try:
        yield made
        assert made.holds()
    finally:
        made.close()


def _parts(bench: Bench, one: Comment, kind: str) -> list[tuple[str, str]]:
    """Words and state of the parts of a kind in a comment's thread."""
    shown = bench.store.read(
        lambda r: desk.detail(r, bench.policies.active(), int(one.id), bench.clock.now())
    )
    assert shown is not None
    return [(part.text, part.state) for part in thread_parts(shown, one.text, False) if part.kind == kind]


def test_a_reply_taken_back_before_it_was_pulled_is_in_no_thread(bench: Bench) -> None:
    """It stands nowhere: neither on the site nor among the comments."""
    one = bench.comment("Does it run on induction?")
    said = bench.decide(one, "reply", text="It does.")
    bench.dispatch()
    assert _parts(bench, one, "ours") == [("It does.", "")]
    bench.undo(said)
    bench.dispatch()
    assert _parts(bench, one, "ours") == []


def test_a_reply_taken_back_once_pulled_is_said_to_be_gone(bench: Bench) -> None:
    one = bench.comment("Does it run on induction?")
    said = bench.decide(one, "reply", text="It does.")
    bench.dispatch()
    bench.pull()
    assert _parts(bench, one, "ours") == [("It does.", "")]
    bench.undo(said)
    bench.dispatch()
    assert _parts(bench, one, "ours") == [("It does.", "gone")]


def test_a_neighbour_says_that_it_is_hidden_or_gone(bench: Bench) -> None:
    """So that nobody answers, in public, a comment that no reader sees any more."""
    before = bench.comment("you idiot", handle="before")
    one = bench.comment("Does it run on induction?", handle="asks")
    after = bench.comment("you fool", handle="after")
    bench.decide(before, "hide")
    bench.dispatch()
    gone = int(CommentState.GONE)
    bench.store.write(lambda tx: tx.comments.set_flags(after.id, state=gone)).result()
    assert [state for _text, state in _parts(bench, one, "before")] == ["hidden"]
    assert [state for _text, state in _parts(bench, one, "after")] == ["gone"]
    shown = bench.store.read(
        lambda r: desk.detail(r, bench.policies.active(), int(one.id), bench.clock.now())
    )
    assert shown is not None
    spoken = [meta(part, bench.clock.now()) for part in thread_parts(shown, one.text, False)]
    assert any(line.endswith("hidden") for line in spoken)
    assert any(line.endswith("gone from the site") for line in spoken)
