"""Categories, assignments, tags and notes are taken back in the order they were given, with decisions between them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.domain.comment import Comment, IncomingAuthor, IncomingComment
from console.domain.decision import DecisionOutcome
from console.domain.errors import NotAllowed, NotFound, Stale
from console.domain.vocabulary import CommentState, Role
from console.services.assigning import Assigning
from console.services.categorising import categorise_all
from console.services.notes import Notes
from console.services.past import Past, PastDecision
from console.services.roles import Actor
from console.services.tags import Tags
from console.services.taking_back import TakingBack
from console.services.triage import proposal_for
from console.store import DEED_LINES, QueueFilter
from tests.support.bench import ANA, BO, LEA, ZOE, Bench, read_texts
from tests.support.workspaces import take_in


class Hand:
    """What Ctrl+Z does, and the four things beside decisions."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.past = Past(bench.store, bench.policies)
        self.deeds = TakingBack(bench.store, bench.policies)
        self.tags, self.notes, self.assigning = Tags(bench.store), Notes(bench.store), Assigning(bench.store)

    def category(self, comment: Comment, category: str, actor: Actor = ANA, **more: Any) -> object:
        return self.bench.moderation.categorise(int(comment.id), category, "given", actor, **more)

    def coming(self, actor: Actor = ANA) -> PastDecision | None:
        return self.past.next_to_undo(actor)

    def undo(self, actor: Actor = ANA) -> tuple[PastDecision, DecisionOutcome | None]:
        line = self.coming(actor)
        assert line is not None
        return line, self.past.take_back(line, actor, self.bench.moderation, self.deeds)

    def stand(self, comment: Comment) -> tuple[object, ...]:
        """All that these things change about a comment and its author."""
        now = self.bench.again(comment)
        read = self.bench.store.read
        # As every screen and every decision asks for it: a stored one may know of strikes that were lifted since.
        policy = self.bench.policies.active()
        proposal = read(
            lambda r: proposal_for(r, policy, now, r.comments.verdict(comment.id), self.bench.clock.now())
        )
        learnt = [one for one in read(lambda r: r.feedback.of_comment(int(comment.id))) if not one.undone]
        tags = read(lambda r: r.tags.of_author(int(comment.author_id)))
        notes = read(
            lambda r: (
                r.shared.notes(comment_id=int(comment.id)),
                r.shared.notes(author_id=int(comment.author_id)),
            )
        )
        return (
            now.category, now.category_by, now.severity, now.due_at, now.state, now.assignee,
            (proposal.category, proposal.actions, proposal.rules), learnt, tags, notes,
            self.bench.strikes(comment),
        )  # fmt: skip


@pytest.fixture
def hand(bench: Bench) -> Hand:
    """A bench with hands."""
    return Hand(bench)


def events(bench: Bench) -> list[str]:
    """The names of all entries, oldest first."""
    return [str(one["event"]) for one in bench.entries()]


def edit(bench: Bench, comment: Comment) -> None:
    """Its author writes something else, and it is read again."""
    author = IncomingAuthor(comment.author_remote_id, comment.author_handle, comment.author_name)
    now = IncomingComment(
        comment.remote_id, "a thank you to all", author, comment.posted_at, edited_at=bench.clock.now()
    )
    take_in(bench.store, bench.channel_id, now)
    bench.triage.run(read_texts)
    assert bench.again(comment).revision == 2


# ---------------------------------------------------------------------------------------------------- categories


def test_a_category_goes_back_to_what_the_classifier_saw_with_all_that_hangs_on_it(hand: Hand) -> None:
    bench = hand.bench
    one = bench.comment("you idiot")
    before = hand.stand(one)
    hand.category(one, "praise")
    assert hand.stand(one) != before
    assert [row.kind for row in bench.store.read(lambda r: r.feedback.of_comment(int(one.id)))] == [
        "false_alarm"
    ]
    line, outcome = hand.undo()
    assert (line.action, line.former, line.given, line.way.code) == ("category", "insult", "praise", "back")
    assert outcome is not None
    assert (outcome.state, outcome.decision_id, int(outcome.comment_id)) == ("done", None, int(one.id))
    assert hand.stand(one) == before
    assert bench.again(one).category_by is None
    told = [entry for entry in bench.entries(one) if entry["event"] in ("categorised", "category_undone")]
    assert [entry["event"] for entry in told] == ["categorised", "category_undone"]
    assert told[1]["params"] == {"before": "praise", "after": "insult", "entry": told[0]["sequence"]}
    assert hand.coming() is None


def test_a_due_time_that_a_category_brought_nearer_is_the_old_one_again(hand: Hand) -> None:
    one = hand.bench.comment("hello")
    due = one.due_at
    hand.category(one, "manifestly_illegal")
    assert hand.bench.again(one).due_at < due
    hand.undo()
    assert hand.bench.again(one).due_at == due


def test_it_goes_back_to_the_earlier_persons_category_and_what_that_taught(hand: Hand) -> None:
    bench = hand.bench
    one = bench.comment("you idiot")
    hand.category(one, "neutral", BO)
    taught = hand.stand(one)
    hand.category(one, "threat")
    hand.undo()
    now = bench.again(one)
    assert (now.category, now.category_by) == ("neutral", "bo")
    assert [row.category for row in bench.store.read(lambda r: r.feedback.recent())] == ["neutral"]
    assert hand.stand(one)[:5] == taught[:5]
    hand.undo(BO)
    assert bench.again(one).category_by is None
    assert bench.store.read(lambda r: r.feedback.recent()) == []


def test_a_category_that_another_person_changed_is_not_taken_back_over_their_head(hand: Hand) -> None:
    bench = hand.bench
    one = bench.comment("you idiot")
    hand.category(one, "neutral")
    hand.category(one, "threat", BO)
    line, outcome = hand.undo()
    assert (line.way.code, outcome) == ("undo_changed", None)
    straight = hand.deeds.take_back(line.id - DEED_LINES, ANA)
    assert straight.refusal is not None
    assert straight.refusal.code == "undo_changed"
    assert (bench.again(one).category, bench.again(one).category_by) == ("threat", "bo")
    told = bench.entries(one)[-1]
    assert (told["event"], told["asked"], told["error"]) == ("refusal", "undo", "undo_changed")
    hand.undo(BO)
    line, outcome = hand.undo()
    assert outcome is not None
    assert bench.again(one).category_by is None


def test_the_same_category_again_in_between_is_told_apart(hand: Hand) -> None:
    """insult, spam, insult by one person: the first does not come back while the others stand."""
    one = hand.bench.comment("hello")
    for category in ("insult", "spam", "insult"):
        hand.category(one, category)
    first = hand.past.ids("ana")[-1]
    line = hand.past.line(first, ANA)
    assert line is not None
    assert line.way.code == "undo_changed"
    for expected in ("spam", "insult", "neutral"):
        hand.undo()
        assert hand.bench.again(one).category == expected


def test_an_edited_text_has_been_read_anew_and_nothing_goes_back(hand: Hand) -> None:
    bench = hand.bench
    one = bench.comment("hello")
    hand.category(one, "insult")
    edit(bench, one)
    line = hand.coming()
    assert line is not None
    assert line.way.code == "undo_changed"


def test_a_category_under_which_somebody_decided_goes_back_after_the_decision(hand: Hand) -> None:
    bench = hand.bench
    one = bench.comment("hello")
    hand.category(one, "insult")
    hide = bench.decide(one, "hide", actor=BO)
    line = hand.coming()
    assert line is not None
    assert line.way.code == "undo_rests"
    bench.undo(hide, BO)
    hand.undo()
    assert bench.again(one).category == "neutral"


def test_a_category_given_with_a_decision_goes_back_with_it(hand: Hand) -> None:
    bench = hand.bench
    one = bench.comment("hello")
    before = hand.stand(one)
    hide = bench.decide(one, "hide", category="insult")
    assert bench.strikes(one) == ["insult"]
    assert list(hand.past.ids("ana")) == [hide.decision_id]
    line, outcome = hand.undo()
    assert (line.action, line.deed) == ("hide", False)
    assert outcome is not None
    assert hand.stand(one) == before
    assert events(bench)[-2:] == ["undo", "category_undone"]


def test_a_refused_decision_leaves_no_category_behind_to_take_back(hand: Hand) -> None:
    one = hand.bench.comment("You should publish your prices, they are not clear")
    hand.bench.store.write(lambda tx: tx.shared.claim(int(one.id), "bo", "", tx.now, 600)).result()
    refused = hand.bench.decide(one, "hide", category="insult")
    assert refused.refusal is not None
    assert hand.coming() is None


def test_a_group_is_set_and_taken_back_as_one_each_logged_apart(hand: Hand) -> None:
    bench = hand.bench
    ids = [
        int(bench.comment("Congratulations, your free camera is waiting for you", name).id) for name in "abc"
    ]
    last = int(bench.comment("Congratulations, your free camera is waiting for you", "d").id)
    done = categorise_all(bench.moderation, [*ids, last], "spam", "", ANA, about=ids[0], shown_revision=1)
    assert (done.done, done.refusal) == (4, None)
    line = hand.coming()
    assert line is not None
    assert (line.count, line.standing, bool(line.batch)) == (4, 4, True)
    assert list(hand.past.ids("ana")) == [-line.id]
    assert len(hand.past.of_batch(-line.id)) == 4
    hand.category(bench.again(bench.store.read(lambda r: r.comments.rows([last]))[0]), "troll", BO)
    line, outcome = hand.undo()
    assert outcome is not None
    assert outcome.refusal is None
    now = bench.store.read(lambda r: r.comments.rows([*ids, last]))
    assert [one.category for one in now] == ["neutral"] * 3 + ["troll"]
    assert events(bench).count("category_undone") == 3
    left = hand.coming()
    assert left is not None
    assert (left.standing, left.way.code) == (1, "undo_changed")


# ---------------------------------------------------------------------------------------------------- what it asks


def test_another_ones_claim_refuses_a_category_with_the_words_of_a_decision(hand: Hand) -> None:
    bench = hand.bench
    one = bench.comment("hello")
    bench.store.write(lambda tx: tx.shared.claim(int(one.id), "bo", "", tx.now, 600)).result()
    decided = bench.decide(one, "keep").refusal
    refused = hand.category(one, "insult")
    assert decided is not None
    assert refused == decided
    assert bench.again(one).category == "neutral"
    told = bench.entries(one)[-1]
    assert (told["event"], told["asked"], told["error"]) == ("refusal", "category", "claimed")
    bench.clock.turn(601)
    assert hand.category(one, "insult") is None


def test_a_text_edited_meanwhile_refuses_a_category_as_it_refuses_a_decision(hand: Hand) -> None:
    bench = hand.bench
    one = bench.comment("hello")
    edit(bench, one)
    with pytest.raises(Stale) as stale:
        hand.category(one, "insult", shown_revision=1)
    with pytest.raises(Stale) as decided:
        bench.decide(one, "keep", shown_revision=1)
    assert (stale.value.code, stale.value.params) == (decided.value.code, decided.value.params)
    assert bench.again(one).category_by is None


def test_of_a_group_those_held_by_others_edited_or_gone_since_are_passed_over(hand: Hand) -> None:
    bench = hand.bench
    text = "Congratulations, your free camera is waiting for you"
    shown, held, edited, free, gone = (bench.comment(text, name) for name in "abcde")
    bench.store.write(lambda tx: tx.comments.set_flags(gone.id, state=int(CommentState.GONE))).result()
    bench.store.write(lambda tx: tx.shared.claim(int(held.id), "bo", "", tx.now, 600)).result()
    bench.store.write(
        lambda tx: tx._db.execute("UPDATE comments SET revision = 2 WHERE id = ?", (edited.id,))
    ).result()
    ids = [int(one.id) for one in (shown, held, edited, free, gone)]
    done = categorise_all(bench.moderation, ids, "spam", "", ANA, about=ids[0], shown_revision=1)
    assert done.done == 2
    assert bench.again(gone).category_by is None
    assert [bench.again(one).category_by for one in (shown, held, edited, free)] == ["ana", None, None, "ana"]
    bench.store.write(lambda tx: tx.shared.claim(ids[0], "bo", "", tx.now, 600)).result()
    again = categorise_all(bench.moderation, ids, "troll", "", ANA, about=ids[0], shown_revision=1)
    assert again.done == 0
    assert again.refusal is not None
    assert bench.again(free).category == "spam"


# ---------------------------------------------------------------------------------------------------- the others


def test_an_assignment_goes_back_to_who_had_it(hand: Hand) -> None:
    bench = hand.bench
    one = bench.comment("hello")
    hand.assigning.assign(int(one.id), "reviewer", ANA)
    hand.assigning.assign(int(one.id), "lead", ANA)
    line, _ = hand.undo()
    assert (line.action, line.former, line.given) == ("assign", "reviewer", "lead")
    assert bench.again(one).assignee == "reviewer"
    told = bench.entries(one)[-1]
    assert (told["event"], told["member"], told["former"]) == ("assignment_undone", "reviewer", "lead")
    hand.undo()
    assert bench.again(one).assignee is None
    hand.assigning.assign(int(one.id), "lead", ANA)
    hand.assigning.assign(int(one.id), "reviewer", BO)
    line, outcome = hand.undo()
    assert (line.way.code, outcome) == ("undo_changed", None)
    assert bench.again(one).assignee == "reviewer"


def test_taking_a_snooze_back_leaves_an_assignment_that_came_after_it(hand: Hand) -> None:
    bench = hand.bench
    one = bench.comment("hello")
    later = bench.decide(one, "snooze")
    hand.assigning.assign(int(one.id), "lead", ANA)
    bench.undo(later)
    assert (bench.state(one), bench.again(one).assignee) == (CommentState.OPEN, "lead")


def test_tags_go_and_come_back_with_who_gave_them(hand: Hand) -> None:
    bench = hand.bench
    one = bench.comment("hello")
    author = int(one.author_id)
    hand.tags.tag(author, "vip", BO)
    bench.clock.turn(60)
    given = bench.store.read(lambda r: r.tags.of_author(author))
    hand.tags.untag(author, "vip", ANA)
    hand.tags.tag(author, "grand compte", ANA)
    line, _ = hand.undo()
    assert (line.action, line.given, line.of_author) == ("tag", "grand compte", True)
    line, _ = hand.undo()
    assert (line.action, line.given) == ("untag", "vip")
    assert bench.store.read(lambda r: r.tags.of_author(author)) == given
    told = [entry for entry in bench.entries() if entry["event"] == "tag_undone"]
    assert [entry["params"]["tag"] for entry in told] == ["own", "vip"]
    assert "grand compte" not in str(bench.entries())
    hand.undo(BO)  # what bo gave is bo's again
    assert bench.store.read(lambda r: r.tags.of_author(author)) == []


def test_a_tag_given_anew_by_another_one_is_theirs(hand: Hand) -> None:
    author = int(hand.bench.comment("hello").author_id)
    hand.tags.tag(author, "vip", ANA)
    hand.bench.clock.turn(5)
    hand.tags.untag(author, "vip", BO)
    hand.tags.tag(author, "vip", BO)
    line = hand.coming()
    assert line is not None
    assert line.way.code == "undo_changed"


def test_a_note_goes_from_view_and_search_and_the_log_says_so_without_its_words(hand: Hand) -> None:
    bench = hand.bench
    one = bench.comment("hello")
    hand.notes.add("zebrawort", ANA, comment_id=int(one.id), author_id=None)
    hand.notes.add("quaggawort", ANA, comment_id=None, author_id=int(one.author_id))

    def found(word: str) -> int:
        wanted = QueueFilter(states=tuple(CommentState), text=word)
        return len(bench.store.read(lambda r: r.queues.ids(wanted)))

    assert (found("zebrawort"), found("quaggawort")) == (1, 1)
    line, _ = hand.undo()
    assert (line.action, line.of_author) == ("note", True)
    assert (found("zebrawort"), found("quaggawort")) == (1, 0)
    hand.undo()
    assert found("zebrawort") == 0
    assert bench.store.read(lambda r: r.shared.notes(comment_id=int(one.id))) == []
    assert [name for name in events(bench) if "note" in name] == [
        "note",
        "note",
        "note_withdrawn",
        "note_withdrawn",
    ]
    assert "wort" not in str(bench.entries())
    with pytest.raises(NotFound):
        hand.notes.add("nobody’s", ANA, comment_id=999_999, author_id=None)
    with pytest.raises(NotFound):
        hand.notes.add("nobody’s", ANA, comment_id=None, author_id=999_999)


def test_a_note_is_its_writers_alone_and_roles_count_as_for_decisions(hand: Hand) -> None:
    bench = hand.bench
    one = bench.comment("hello")
    hand.notes.add("between us", ANA, comment_id=int(one.id), author_id=None)
    (note,) = hand.past.ids("ana")
    hand.category(one, "insult", LEA)
    (led,) = hand.past.ids("lea")
    for number, actor in ((note, LEA), (led, ANA)):
        line = hand.past.line(number, actor)
        assert line is not None
        assert line.way.code == "undo_other"
        refused = hand.deeds.take_back(number - DEED_LINES, actor)
        assert refused.refusal is not None
        assert refused.refusal.code == "undo_other"
    with pytest.raises(NotAllowed):
        hand.deeds.take_back(note - DEED_LINES, ZOE)
    with pytest.raises(NotFound):
        hand.deeds.take_back(999, ANA)
    assert hand.deeds.take_back(led - DEED_LINES, Actor("max", Role.LEAD, "tester")).state == "done"


def test_the_console_hides_nothing_alone_that_a_person_had_in_hand(bench: Bench) -> None:
    hand = Hand(bench)
    one = bench.comment("you idiot")
    hand.category(one, "praise")
    hand.undo()
    assert bench.again(one).category_by is None
    assert bench.store.read(lambda r: r.automation.touched(int(one.id), bench.clock.now()))


# ---------------------------------------------------------------------------------------------------- one order


def test_whatever_was_done_last_is_undone_first(hand: Hand) -> None:
    bench = hand.bench
    one, two = bench.comment("you idiot"), bench.comment("hello", "other")
    start = hand.stand(one), hand.stand(two)
    hand.category(one, "threat")
    bench.decide(two, "keep")
    hand.tags.tag(int(one.author_id), "vip", ANA)
    hand.assigning.assign(int(one.id), "lead", ANA)
    hand.category(two, "praise", BO)  # another one's is none of ana's
    hand.notes.add("called", ANA, comment_id=int(one.id), author_id=None)
    kinds = ["note", "assign", "tag", "keep", "category"]
    shown = [hand.past.line(number, ANA) for number in hand.past.ids("ana")]
    assert [line.action for line in shown if line is not None] == kinds
    assert [hand.undo()[0].action for _ in kinds] == kinds
    assert hand.coming() is None
    hand.undo(BO)
    assert (hand.stand(one), hand.stand(two)) == start


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["keep", "hide", "snooze", "escalate", "category", "assign", "tag", "untag", "note", "with"]
        ),
        st.integers(0, 1),
        st.integers(0, 3),
    ),
    max_size=9,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_mix_undone_in_order_is_as_if_nothing_was_done(
    hand: Hand, steps: list[tuple[str, int, int]]
) -> None:
    bench = hand.bench
    both = [bench.comment("you idiot", "gus"), bench.comment("hello", "ann")]
    while (line := hand.coming()) is not None and line.way.open:  # what an earlier example left behind
        raise AssertionError(line)
    start = [hand.stand(one) for one in both]
    for kind, place, number in steps:
        one = both[place]
        category = ("insult", "threat", "praise", "spam")[number]
        if kind == "category":
            hand.category(one, category)
        elif kind == "assign":
            if bench.state(one) in (CommentState.OPEN, CommentState.WAITING, CommentState.SNOOZED):
                hand.assigning.assign(int(one.id), (None, "lead", "reviewer", "ana")[number], ANA)
        elif kind == "note":
            hand.notes.add("x", ANA, comment_id=int(one.id) if number else None, author_id=int(one.author_id))
        elif kind in ("tag", "untag"):
            (hand.tags.tag if kind == "tag" else hand.tags.untag)(
                int(one.author_id), ("vip", "customer", "press", "own word")[number], ANA
            )
        else:
            with_it: dict[str, Any] = {"category": category, "reason": "given"} if kind == "with" else {}
            bench.decide(one, "hide" if kind == "with" else kind, **with_it)
        bench.clock.turn(1 + number)
    for _ in range(2 * len(steps)):
        if hand.coming() is None:
            break
        line, outcome = hand.undo()
        assert outcome is not None, line
        assert outcome.refusal is None, (line, outcome)
    assert hand.coming() is None
    for one, then in zip(both, start, strict=True):
        assert hand.stand(one) == then
