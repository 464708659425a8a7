"""What waits, by what it waits for: another person's word under Second reviewer, a hand on the site under To confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.domain.vocabulary import ActionKind, CommentState, Role
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.services.recording import DecisionAsk
from console.services.roles import Actor
from console.services.views import home_of
from tests.support.workspaces import add_channel, comment, take_in

if TYPE_CHECKING:
    from pathlib import Path


def test_a_hand_on_the_site_is_no_second_person(tmp_path: Path) -> None:
    """Hidden on an imported file, deleted with a second person, escalated: each stands in one view, and is counted there."""
    console = Console.open(tmp_path / "w.vigie", secrets=memory_only())
    try:
        export = add_channel(console.store, "file", "export")
        practice = add_channel(console.store, "practice", "demo")
        (by_hand,) = take_in(console.store, export, comment(1, "You are all crooks"))
        asked, escalated, open_one = take_in(
            console.store,
            practice,
            comment(2, "Spam here"),
            comment(3, "Call my lawyer"),
            comment(4, "Hello"),
        )
        kim = Actor("Kim", Role.MODERATOR, "kim")
        states = [
            console.decide(DecisionAsk(one, action, reason="spam"), kim).result(10).state
            for one, action in (
                (by_hand, ActionKind.HIDE),
                (asked, ActionKind.DELETE),
                (escalated, ActionKind.ESCALATE),
            )
        ]
        assert states == ["waiting_person", "waiting_review", "done"]
        stored = console.store.read(lambda r: r.comments.rows([by_hand, asked, escalated]))
        assert {one.state for one in stored} == {CommentState.WAITING}
        views = {name: set(console.ids(name, "Kim")) for name in ("review", "by_hand", "inbox")}
        assert views == {"review": {asked, escalated}, "by_hand": {by_hand}, "inbox": {open_one}}
        home = [
            console.store.read(lambda r, one=one: home_of(r, one)) for one in (by_hand, asked, open_one, 999)
        ]
        assert home == ["by_hand", "review", "inbox", None]
        counts = console.counts("Kim")
        assert (counts["review"], counts["by_hand"]) == (2, 1)
        outbox = console.store.read(lambda r: r.outbox.of_comment(by_hand))[-1]
        console.confirm(outbox.id, True, kim).result(10)
        assert set(console.ids("by_hand", "Kim")) == set()
        assert console.counts("Kim")["by_hand"] == 0
    finally:
        console.close()
