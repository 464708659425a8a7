"""A reply that waits for approval, the whole way: asked, agreed to or not with a note, both names in the log, words kept."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from console import paths
from console.domain.errors import NotAllowed
from console.domain.vocabulary import CommentState, Role
from console.policy import load_policy
from console.services import desk
from console.services.roles import Actor
from tests.support.bench import ANA, BO, LEA, Bench

CLOE = Actor("cloe", Role.MODERATOR, "tester")
ASKING = 'replies.always = { roles = ["moderator"], approver_role = "spokesperson" }\n'
KIM = Actor("kim", Role.SPOKESPERSON, "tester")


def _policy(extra: str = ASKING) -> str:
    text = (paths.resources() / "policies" / "default.en.toml").read_text("utf-8")
    return text.replace("[approval]\n", f"[approval]\n{extra}")


def _write(folder: Path, extra: str) -> Path:
    lists = folder / "other" / "lists"
    if not lists.exists():
        shutil.copytree(paths.resources() / "policies" / "lists", lists)
    path = folder / "other" / "policy.toml"
    path.write_text(_policy(extra), encoding="utf-8")
    return path


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[Bench]:
    shutil.copytree(paths.resources() / "policies" / "lists", tmp_path / "lists")
    bench = Bench(tmp_path, policy=_policy())
    yield bench
    bench.close()


def test_what_a_moderator_writes_waits_and_a_lead_writes_at_once(asking: Bench) -> None:
    one, two = asking.comment("Do you deliver to Belgium?"), asking.comment("And to Spain?", "other")
    asked = asking.decide(one, "reply", "Yes, we do.")
    assert (asked.state, asked.outbox_id) == ("waiting_review", None)
    assert asking.state(one) is CommentState.WAITING
    assert asking.decide(two, "reply", "Yes.", actor=LEA).state == "queued"
    assert asking.dispatch() == 1
    assert [entry["target"] for entry in asking.log("reply")] == [two.remote_id]
    (review,) = asking.store.read(lambda r: r.decisions.reviews())
    assert (review.role, review.clause) == ("spokesperson", "approval.replies.always")
    with pytest.raises(NotAllowed):
        asking.moderation.answer_review(review.id, True, ANA)
    with pytest.raises(NotAllowed):
        asking.moderation.answer_review(review.id, True, CLOE)
    assert asking.moderation.answer_review(review.id, True, KIM).state == "queued"
    assert asking.dispatch() == 1
    assert {entry["target"] for entry in asking.log("reply")} == {one.remote_id, two.remote_id}
    (entry,) = [each for each in asking.entries(one) if each["event"] == "review"]
    assert (entry["actor"], entry["member"], entry["outcome"]) == ("kim", "ana", "approved")
    assert asking.holds()


def test_what_nobody_agreed_to_is_its_authors_draft_again_with_the_note(asking: Bench) -> None:
    one = asking.comment("Do you deliver to Belgium?")
    asking.store.write(lambda tx: tx.shared.keep_draft(int(one.id), "ana", "Yes", tx.now)).result()
    asking.decide(one, "reply", "Yes, we do.")
    assert asking.store.read(lambda r: r.shared.drafts_of(int(one.id))) == []
    (review,) = asking.store.read(lambda r: r.decisions.reviews())
    outcome = asking.moderation.answer_review(review.id, False, LEA, "Say since when.")
    assert outcome.state == "rejected"
    assert asking.state(one) is CommentState.OPEN
    (draft,) = asking.store.read(lambda r: r.shared.drafts_of(int(one.id)))
    assert (draft.by, draft.text) == ("ana", "Yes, we do.")
    (note,) = asking.store.read(lambda r: r.shared.notes(comment_id=int(one.id)))
    assert (note.actor, note.text) == ("lea", "Say since when.")
    events = [(each["event"], each["actor"]) for each in asking.entries(one)]
    assert events == [("decision", "ana"), ("note", "lea"), ("review", "lea")]
    assert "Say since when" not in str(asking.entries(one))  # words stay outside the log
    assert asking.log("reply") == []
    # What the lead makes of it is the lead's own reply; the moderator's words stay theirs.
    assert asking.decide(one, "reply", "Yes, since May.", actor=LEA).state == "queued"
    asking.dispatch()
    assert [each["text"] for each in asking.log("reply")] == ["Yes, since May."]
    shown = asking.store.read(
        lambda r: desk.detail(r, asking.policies.current(r), int(one.id), asking.clock.now())
    )
    assert shown is not None
    assert [each.by for each in shown.drafts] == ["ana"]


def test_a_draft_begun_meanwhile_is_not_written_over(asking: Bench) -> None:
    one = asking.comment("Do you deliver to Belgium?")
    asking.decide(one, "reply", "Yes, we do.")
    asking.store.write(lambda tx: tx.shared.keep_draft(int(one.id), "ana", "Newer", tx.now)).result()
    (review,) = asking.store.read(lambda r: r.decisions.reviews())
    asking.moderation.answer_review(review.id, False, LEA)
    assert asking.store.read(lambda r: r.shared.draft(int(one.id))) == "Newer"


def test_a_draft_begun_while_it_waited_outlives_the_approval(asking: Bench) -> None:
    one = asking.comment("Do you deliver to Belgium?")
    asking.decide(one, "reply", "Yes, we do.")
    asking.store.write(lambda tx: tx.shared.keep_draft(int(one.id), "ana", "And to Spain", tx.now)).result()
    (review,) = asking.store.read(lambda r: r.decisions.reviews())
    assert asking.moderation.answer_review(review.id, True, KIM).state == "queued"
    assert asking.store.read(lambda r: r.shared.draft(int(one.id))) == "And to Spain"


def test_the_words_of_a_reply_that_is_taken_back_are_its_authors_draft_again(bench: Bench) -> None:
    one = bench.comment("Do you deliver to Belgium?")
    sent = bench.decide(one, "reply", "Yes, we do, and a long text follows.")
    assert bench.store.read(lambda r: r.shared.drafts_of(int(one.id))) == []
    assert bench.undo(sent, LEA).state == "done"
    (draft,) = bench.store.read(lambda r: r.shared.drafts_of(int(one.id)))
    assert (draft.by, draft.text) == ("ana", "Yes, we do, and a long text follows.")
    bench.decide(one, "reply", "Yes.")
    assert bench.store.read(lambda r: r.shared.drafts_of(int(one.id))) == []


def test_without_a_word_in_the_policy_nothing_waits_and_its_id_stays(bench: Bench, tmp_path: Path) -> None:
    one = bench.comment("Do you deliver to Belgium?")
    assert bench.decide(one, "reply", "Yes.").state == "queued"
    asking = load_policy(_write(tmp_path, ASKING)).policy
    assert asking is not None
    assert bench.policies.active().id != asking.id
    unasked = load_policy(_write(tmp_path, "")).policy
    assert unasked is not None
    assert unasked.id == bench.policies.active().id
    assert asking.approval.replies_always == {"approver_role": "spokesperson", "roles": ("moderator",)}


@pytest.mark.parametrize("role", ["lead", "auditor", "nobody"])
def test_whose_replies_wait_is_checked(tmp_path: Path, role: str) -> None:
    loaded = load_policy(_write(tmp_path, f'replies.always = {{ roles = ["{role}"] }}\n'))
    assert loaded.policy is None
    assert loaded.errors[0].line


def test_bo_may_not_agree_where_a_spokesperson_is_asked(asking: Bench) -> None:
    one = asking.comment("Do you deliver to Belgium?")
    asking.decide(one, "reply", "Yes, we do.")
    (review,) = asking.store.read(lambda r: r.decisions.reviews())
    with pytest.raises(NotAllowed):
        asking.moderation.answer_review(review.id, True, BO)
