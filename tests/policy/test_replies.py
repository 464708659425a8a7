"""Fields of saved replies: what is one, what fills it, what a commenter's name may bring along; the book; the ranking."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.policy import fill, load_policy
from console.policy.replies import (
    ReplyTemplate,
    book,
    clean_name,
    day_words,
    known_values,
    open_fields,
    pick,
    rank,
)


def one(name: str, language: str = "fr", text: str = "x", **more: object) -> ReplyTemplate:
    """A template."""
    return ReplyTemplate(name, name.title(), language, text, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Bonjour {author}, {prénom_usuel}", ("author", "prénom_usuel")),
        ("{a} {a} {b}", ("a", "b")),
        ("{{name}}", ("name",)),  # a double brace is a slip, not a way to write one: it must not be sent
        ("function() { return 1 }", ()),
        ("{ name }", ()),
        ("{3} {a1} {a b} {a-b} {} {_a} :{ }:", ()),
        ("{" + "a" * 41 + "}", ()),
        ("{" + "a" * 40 + "}", ("a" * 40,)),
        ("{nom", ()),
        ("{a\n}", ()),
        ("{pre\u0301nom}", ("pre\u0301nom",)),
    ],
)
def test_a_field_is_letters_and_underscores_in_braces(text: str, fields: tuple[str, ...]) -> None:
    assert open_fields(text) == fields


def test_values_are_put_in_once_and_never_read_again() -> None:
    text, opened = fill("{author}: {case}", {"author": "{case}", "case": "V-7"})
    assert text == "{case}: V-7"  # not "V-7: V-7"
    assert opened == ()
    # As the console fills it, a name cannot hold a field at all.
    values = known_values(
        author="{case}", channel="main", clause="", comment_id=7, posted=date(2026, 11, 12), today=date(2026, 11, 20),
        language="fr",
    )  # fmt: skip
    text, opened = fill("{author}, {date}, {today}, {case}, {clause}", values)
    assert text == "(case), 12 novembre, 20 novembre, V-7, {clause}"
    assert [reason.params["name"] for reason in opened] == ["clause"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Odile Fournier", "Odile Fournier"),
        ("{case}", "(case)"),
        ("@everyone", "everyone"),
        ("Bob @here #win", "Bob here win"),
        ("a\nb\r\n\tc", "a b c"),
        ("\u202eevil\u202c\u200b", "evil"),
        ("<b>Bob</b>", "bBob/b"),
        ("Bob https://spam.example/x", "Bob"),
        ("www.spam.example", ""),
        ("\u3164\u2800", ""),
        ("", ""),
        ("😀😀", ""),
        ("\ud800Bob", "Bob"),
        ("x" * 500, "x" * 59 + "…"),
        ("word " * 100, ("word " * 11).strip() + "…"),
        ("Zoë 👩‍👩‍👧", "Zoë 👩‍👩‍👧"),
    ],
)
def test_a_name_is_cleaned_before_it_stands_in_our_words(name: str, kept: str) -> None:
    assert clean_name(name) == kept


@given(st.text(max_size=300))
def test_no_name_brings_a_field_a_line_or_a_call(name: str) -> None:
    cleaned = clean_name(name)
    assert len(cleaned) <= 60
    assert open_fields(cleaned) == ()
    assert "\n" not in cleaned
    assert not any(sign in cleaned for sign in "{}<>`")
    assert not cleaned.startswith(("@", "#")) or not cleaned[1:2].isalnum()


def test_days_are_written_as_people_write_them() -> None:
    today = date(2026, 11, 20)
    assert day_words(date(2026, 12, 1), "fr", today) == "1er décembre"
    assert day_words(date(2026, 12, 1), "en", today) == "1 December"
    assert day_words(date(2025, 8, 12), "fr", today) == "12 août 2025"


def test_the_workspaces_own_replace_bundled_ones_and_what_is_removed_can_come_back() -> None:
    bundled = [
        one("a.b", "fr", "vieux"),
        one("a.b", "en", "old"),
        one("c.d", "fr", purpose="warn", scope="private"),
    ]
    own = [one("a.b", "fr", "neuf", categories=("question",)), one("e.f", "en")]
    found = book(bundled, own, [("c.d", "fr")], {"a.b": (3, 99)})
    assert {name: (each.origin, each.removed) for name, each in found.items()} == {
        "a.b": ("replaced", False),
        "c.d": ("bundled", True),
        "e.f": ("own", False),
    }
    assert (found["a.b"].variants["fr"].text, found["a.b"].variants["en"].text) == ("neuf", "old")
    assert (found["a.b"].uses, found["a.b"].last_used, found["a.b"].categories) == (3, 99, ("question",))
    assert (found["c.d"].purpose, found["c.d"].scope) == ("warn", "private")


def test_rank_is_rule_then_category_then_general_then_use() -> None:
    replies = book(
        [
            one("general"),
            one("often", categories=("question",)),
            one("seldom", categories=("question",)),
            one("ruled", rules=("R-1",)),
            one("other", categories=("praise",)),
        ],
        [],
        uses={"often": (5, 10), "general": (50, 99)},
    ).values()
    ranked = rank(replies, "question", ("R-1",))
    assert [(reply.id, fits) for reply, fits in ranked] == [
        ("ruled", 0),
        ("often", 1),
        ("seldom", 1),
        ("general", 2),
        ("other", 3),
    ]


def test_the_language_is_the_first_that_the_reply_has() -> None:
    both = book([one("a", "fr"), one("a", "en")], [])["a"]
    order = (("verdict", "de"), ("channel", None), ("workspace", "en-GB"))
    found, why = pick(both, order)
    assert found is not None
    assert (found.language, why) == ("en", "workspace")
    alone = book([one("a", "fr")], [])["a"]
    found, why = pick(alone, (("verdict", "en"),))
    assert found is not None
    assert (found.language, why) == ("fr", "only")


POLICY = 'schema = 1\nname = "x"\nlanguages = ["fr"]\n[category.question]\nlabel = "Q"\nseverity = 0\n'


def test_contradictions_is_a_word_of_the_policy_and_changes_its_id_only_where_it_changes_something() -> None:
    plain = load_policy(POLICY).policy
    warn = load_policy(POLICY + '[replies]\ncontradictions = "warn"\n').policy
    refuse = load_policy(POLICY + '[replies]\ncontradictions = "refuse"\n').policy
    assert plain is not None
    assert warn is not None
    assert refuse is not None
    assert plain.id == warn.id != refuse.id
    (error,) = load_policy(POLICY + '[replies]\ncontradictions = "refused"\n').errors
    assert (error.line, error.code) == (8, "policy.choice")
    assert error.hint is not None
    assert error.hint.params["word"] == "refuse"
