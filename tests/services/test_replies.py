"""Saved replies and statements on a real workspace and a real practice network: offered, filled, counted, refused, logged."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from console import paths
from console.domain.errors import NotAllowed, UsageError
from console.domain.vocabulary import CommentState, Role
from console.services.replies import Offer, Replies
from console.services.roles import Actor
from tests.support.bench import ANA, LEA, ZOE, Bench

POL = Actor("pol", Role.SPOKESPERSON, "tester")


def made(bench: Bench) -> Replies:
    """The use cases on a bench."""
    return Replies(bench.store, bench.policies, bench.clock)


@pytest.fixture
def strict(tmp_path: Path) -> Iterator[Bench]:
    """A bench whose policy refuses contradictions and stops nothing else."""
    text = (paths.resources() / "policies" / "default.en.toml").read_text("utf-8")
    start, end = text.index("[replies]"), text.index("# ---- 6.")
    shutil.copytree(paths.resources() / "policies" / "lists", tmp_path / "lists")
    bench = Bench(tmp_path, policy=text[:start] + '[replies]\ncontradictions = "refuse"\n\n' + text[end:])
    try:
        yield bench
        assert bench.holds()
    finally:
        bench.close()


def groups(offer: Offer) -> dict[str, list[str]]:
    """Group -> ids of the replies in it."""
    found: dict[str, list[str]] = {}
    for one in offer.items:
        found.setdefault(one.group, []).append(one.reply.id)
    return found


def test_replies_are_offered_by_rule_category_and_use_and_filled(bench: Bench) -> None:
    replies = made(bench)
    one = bench.comment("Do you deliver to Belgium?", "nina")
    offer = replies.offer(one.id, ANA)
    assert offer.guard is None
    assert groups(offer)["allowed"][-1] == "private.invite"  # for any comment, so after those for questions
    first = offer.items[0]
    assert (first.locked, first.filled.language, first.filled.because) == (False, "en", "verdict")
    assert set(first.filled.others) == {"fr"}
    assert "{author}" not in first.filled.text
    others = [item for item in offer.items if item.group == "other"]
    assert all(not item.locked for item in others if item.reply.scope == "public")
    assert {item.reply.id for item in others if item.locked} == {"private.hidden_why"}
    praise = next(item for item in others if item.reply.id == "thanks.praise")
    assert praise.why is not None
    assert praise.why.params == {"category": ("praise",)}


def test_use_is_counted_ranked_by_and_taken_back_with_the_decision(bench: Bench) -> None:
    replies = made(bench)
    one = bench.comment("Do you deliver to Belgium?")
    before = [item.reply.id for item in replies.offer(one.id, ANA).items if item.group == "allowed"]
    chosen = before[2]
    result = bench.decide(one, "reply", "Yes, we do.", template=chosen, params={"template_language": "en"})
    assert replies.get(chosen).uses == 1
    assert replies.get(chosen).last_used == bench.clock.now()
    two = bench.comment("Do you deliver to Spain?", "other")
    assert replies.offer(two.id, ANA).items[0].reply.id == chosen
    assert bench.entries(one)[-1]["template"] == chosen
    bench.undo(result)
    assert replies.get(chosen).uses == 0
    assert [item.reply.id for item in replies.offer(two.id, ANA).items if item.group == "allowed"] == before


def test_an_open_field_is_refused_where_the_decision_is_made_and_logged(bench: Bench) -> None:
    one = bench.comment("Do you deliver to Belgium?")
    for action in ("reply", "warn"):
        result = bench.decide(one, action, "Hello, see {link} or ask {contact}.")
        assert result.state == "refused"
        assert result.refusal is not None
        assert (result.refusal.code, result.refusal.clause, result.refusal.instead) == (
            "reply_open_field", "replies", ("fill",),
        )  # fmt: skip
        assert result.refusal.why.params["name"] == "link"
        assert bench.entries(one)[-1]["error"] == "reply_open_field"
    assert bench.state(one) is CommentState.OPEN
    assert bench.decide(one, "reply", "Braces { like these } and {3} are ours.").state == "queued"


def test_a_name_that_looks_like_a_field_neither_fills_one_nor_blocks(bench: Bench) -> None:
    one = bench.comment("Do you deliver to Belgium?", "mallory")
    with_name = f"UPDATE authors SET name = '{{case}} @everyone' WHERE id = {one.author_id}"
    bench.store.write(lambda tx: tx._db.execute(with_name)).result()
    filled = made(bench).preview("question.answer", one.id, {"link": "https://lormel.example/be"})
    assert filled.text.startswith("Hello (case) everyone, the answer is here: https://lormel.example/be.")
    assert filled.open == ()
    assert filled.length.fits
    assert bench.decide(one, "reply", filled.text).state == "queued"


def test_fields_languages_and_values_that_do_not_exist_are_refused(bench: Bench) -> None:
    one = bench.comment("Do you deliver to Belgium?")
    replies = made(bench)
    with pytest.raises(UsageError, match="unknown_field"):
        replies.preview("question.answer", one.id, {"lnik": "x"})
    with pytest.raises(UsageError, match="reply_language"):
        replies.preview("question.answer", one.id, language="de")
    with pytest.raises(UsageError, match="unknown_template"):
        replies.preview("no.such", one.id)
    french = replies.preview("question.answer", one.id, language="fr")
    assert (french.language, french.because, french.open) == ("fr", "asked", ("link",))
    assert french.text.startswith("Bonjour ")


def test_the_reply_guard_locks_and_a_lead_has_leave(bench: Bench) -> None:
    replies = made(bench)
    one = bench.comment("Do you deliver to Belgium?", "nina")
    bench.moderation.categorise(one.id, "troll", "given", ANA)
    locked = replies.offer(one.id, ANA)
    assert locked.guard is not None
    assert locked.guard.code == "guard.troll"
    assert not locked.leave
    assert all(item.locked for item in locked.items)
    assert groups(locked)["override"] == ["private.invite"]
    assert "allowed" not in groups(locked)
    assert all(item.why is not None for item in locked.items)
    lead = replies.offer(one.id, LEA)
    assert lead.leave
    assert not [item for item in lead.items if item.locked and item.reply.scope == "public"]


def test_the_warning_that_the_ladder_asks_for_stands_on_top(bench: Bench) -> None:
    one = bench.comment("You are an idiot", "bob")
    offer = made(bench).offer(one.id, ANA)
    assert offer.items[0].group == "ladder"
    assert offer.items[0].reply.id == "warn.first"
    assert offer.items[0].filled.open == ()  # the clause of the category is known


def test_leads_write_replace_remove_and_restore_and_every_change_is_logged(bench: Bench) -> None:
    replies = made(bench)
    saved = replies.save(
        "shop.hours", {"fr": ("Horaires", "Ouvert {days}."), "en": ("Hours", "Open {days}.")}, LEA,
        categories=("question",),
    )  # fmt: skip
    assert (saved.origin, sorted(saved.variants), saved.categories) == ("own", ["en", "fr"], ("question",))
    replaced = replies.save("thanks.praise", {"en": ("Thanks", "Thank you.")}, LEA, categories=("praise",))
    assert (replaced.origin, replaced.variants["en"].text) == ("replaced", "Thank you.")
    assert replaced.variants["fr"].text.startswith("Merci")
    assert replies.remove("thanks.praise", LEA).removed
    assert "thanks.praise" not in {one.id for one in replies.listed()}
    back = replies.restore("thanks.praise", LEA)
    assert (back.removed, back.variants["en"].text) == (False, "Thank you.")
    original = replies.restore("thanks.praise", LEA, original=True)
    assert (original.origin, original.variants["en"].text[:12]) == ("bundled", "Thank you {a")
    gone = replies.remove("question.answer", LEA)
    assert gone.removed
    assert gone.variants["fr"].text.startswith("Bonjour")
    assert replies.restore("question.answer", LEA).origin == "bundled"  # not a word was changed
    left = replies.save("shop.hours", {}, LEA, categories=("question",), drop=("fr",))
    assert list(left.variants) == ["en"]
    entries = [entry for entry in bench.entries() if entry["event"] == "saved_reply_changed"]
    assert [(entry["template"], entry["outcome"]) for entry in entries][:4] == [
        ("shop.hours", "saved"),
        ("thanks.praise", "saved"),
        ("thanks.praise", "removed"),
        ("thanks.praise", "restored"),
    ]
    assert not any("Ouvert" in str(entry) for entry in entries)


@pytest.mark.parametrize(
    ("code", "name", "variants", "more"),
    [
        ("reply_bad_id", "Bad Id", {"fr": ("a", "b")}, {}),
        ("reply_bad_language", "a.b", {"de": ("a", "b")}, {}),
        ("reply_bad_title", "a.b", {"fr": (" ", "b")}, {}),
        ("reply_bad_text", "a.b", {"fr": ("a", "\u202e \n")}, {}),
        ("reply_bad_text", "a.b", {"fr": ("a", "x" * 4001)}, {}),
        ("reply_no_variant", "a.b", {}, {}),
        ("reply_no_variant", "thanks.praise", {}, {"drop": ("fr", "en")}),
        ("unknown_category", "a.b", {"fr": ("a", "b")}, {"categories": ("nonsense",)}),
        ("unknown_rule", "a.b", {"fr": ("a", "b")}, {"rules": ("R-NO",)}),
    ],
)
def test_what_cannot_be_saved_says_why_and_changes_nothing(
    bench: Bench, code: str, name: str, variants: dict[str, tuple[str, str]], more: dict[str, tuple[str, ...]]
) -> None:
    replies = made(bench)
    before = replies.listed(removed=True)
    with pytest.raises(UsageError, match=code):
        replies.save(name, variants, LEA, **more)
    assert replies.listed(removed=True) == before


@pytest.mark.parametrize("actor", [ANA, ZOE, POL])
def test_others_than_leads_read_the_book(bench: Bench, actor: Actor) -> None:
    replies = made(bench)
    with pytest.raises(NotAllowed, match=r"refuse\.role"):
        replies.save("a.b", {"fr": ("a", "b")}, actor)
    with pytest.raises(NotAllowed, match=r"refuse\.role"):
        replies.remove("thanks.praise", actor)
    assert len(replies.listed()) >= 15


def test_statements_are_added_by_lead_or_spokesperson_searched_and_retired(bench: Bench) -> None:
    replies = made(bench)
    for actor in (ANA, ZOE):
        with pytest.raises(NotAllowed, match=r"refuse\.role"):
            replies.add_statement("The warranty is 2 years.", actor)
    first = replies.add_statement(
        "The warranty is 2 years.", POL, language="en", topic="Warranty", place="Press"
    )
    bench.clock.turn(60)
    second = replies.add_statement("Nous livrons en Belgique.", LEA, language="fr", topic="Livraison")
    assert [one.id for one in replies.statements()] == [second.id, first.id]
    assert [one.id for one in replies.statements("warranty")] == [first.id]
    assert [one.id for one in replies.statements("LIVRAISON belgique")] == [second.id]
    with pytest.raises(UsageError, match="statement_known"):
        replies.add_statement("the WARRANTY is  2 years.", LEA)
    with pytest.raises(UsageError, match="statement_future"):
        replies.add_statement("Later.", LEA, said_at=bench.clock.now() + 60)
    gone = replies.retire_statement(first.id, POL)
    assert gone.retired_by == "pol"
    assert [one.id for one in replies.statements()] == [second.id]
    assert len(replies.statements(retired=True)) == 2
    with pytest.raises(UsageError, match="statement_retired"):
        replies.retire_statement(first.id, POL)
    events = [entry["event"] for entry in bench.entries() if entry["event"].startswith("statement")]
    assert events == ["statement_added", "statement_added", "statement_retired"]
    assert not any("warranty" in str(entry).lower() for entry in bench.entries())


def test_a_reply_becomes_a_statement(bench: Bench) -> None:
    replies = made(bench)
    one = bench.comment("Do you deliver to Belgium?")
    with pytest.raises(UsageError, match="statement_no_reply"):
        replies.add_statement("", POL, comment_id=one.id)
    bench.decide(one, "reply", "We deliver to Belgium in 3 days.")
    with pytest.raises(UsageError, match="statement_no_reply"):
        replies.add_statement("", POL, comment_id=one.id)  # it may still be taken back
    bench.dispatch()
    kept = replies.add_statement("", POL, comment_id=one.id, topic="delivery")
    assert (kept.text, kept.comment_id) == ("We deliver to Belgium in 3 days.", one.id)
    assert kept.place == "practice:demo"


def test_what_was_said_is_found_on_its_way_pulled_back_and_in_the_register(bench: Bench) -> None:
    replies = made(bench)
    one = bench.comment("Do you deliver to Belgium?", "nina")
    bench.decide(one, "reply", "We deliver to Belgium in 3 days.")
    two = bench.comment("And how long does it take to Belgium?", "nina")
    other = "Delivery to Belgium takes 8 days."
    (found,) = replies.check(two.id, other)
    assert (found.kind, found.differs, found.said.source, found.said.ref) == (
        "contradiction", "duration", "author", one.id,
    )  # fmt: skip
    bench.dispatch()
    bench.pull()
    (again,) = replies.check(two.id, other)
    assert (again.kind, again.quote) == ("contradiction", "We deliver to Belgium in 3 days.")
    (same,) = replies.check(two.id, "We deliver to Belgium in 72 hours.")
    assert same.kind == "same"
    stranger = bench.comment("Do you deliver to Ireland?", "olaf")
    assert replies.check(stranger.id, "We deliver to Ireland in 9 days.") == ()
    replies.add_statement("We do not deliver to Ireland.", POL, language="en")
    (register,) = replies.check(stranger.id, "We deliver to Ireland.")
    assert (register.differs, register.said.source) == ("negation", "statement")
    replies.retire_statement(register.said.ref, POL)
    assert replies.check(stranger.id, "We deliver to Ireland.") == ()


def test_an_undone_reply_was_never_said(bench: Bench) -> None:
    one = bench.comment("Do you deliver to Belgium?", "nina")
    result = bench.decide(one, "reply", "We deliver to Belgium in 3 days.")
    bench.undo(result)
    assert made(bench).check(one.id, "We deliver to Belgium in 8 days.") == ()


def test_a_policy_that_only_warns_lets_the_reply_leave(bench: Bench) -> None:
    made(bench).add_statement("The warranty is 2 years.", LEA, language="en")
    one = bench.comment("How long is the warranty?")
    assert bench.decide(one, "reply", "The warranty is 3 years.").state == "queued"


def test_a_policy_that_refuses_quotes_what_was_said_and_takes_a_reason_from_those_who_speak(
    strict: Bench,
) -> None:
    made(strict).add_statement("The warranty is 2 years.", LEA, language="en")
    one = strict.comment("How long is the warranty?")
    text = "The warranty is 3 years."
    for reason in ("", "it is so"):
        result = strict.decide(one, "reply", text, reason=reason)
        assert result.refusal is not None
        assert (result.refusal.code, result.refusal.clause) == (
            "guard.contradiction",
            "replies.contradictions",
        )
        assert result.refusal.why.params["quote"] == "The warranty is 2 years"
        assert "ask:spokesperson" in result.refusal.instead
        assert strict.entries(one)[-1]["error"] == "guard.contradiction"
    assert strict.decide(one, "reply", text, POL).state == "refused"  # without a reason nobody does
    assert strict.decide(one, "reply", "The warranty is 2 years.").state == "queued"
    two = strict.comment("How long is the warranty for Spain?")
    assert strict.decide(two, "reply", text, POL, reason="new terms").state == "queued"
