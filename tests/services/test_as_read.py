"""The text as read: what folding changed is marked on both sides, case and accents are not."""

from __future__ import annotations

import pytest

from console.services.as_read import LONGEST, as_read


@pytest.mark.parametrize(
    ("text", "read", "changed"),
    [
        ("quel c0nnard ce type", "quel connard ce type", ["connard"]),
        ("c o n n a r d de merde", "connard de merde", ["connard"]),
        ("Espèce de c\u043enn\u0430rd", "espece de connard", ["connard"]),
        ("con\u200bnard va", "connard va", ["connard"]),
        ("nuuuuul", "nul", ["nul"]),
        ("Bonjour à tous, c’est Génial ! Œuvre", "bonjour a tous, c'est genial ! oeuvre", []),
        ("", "", []),
    ],
)
def test_what_was_folded_is_marked(text: str, read: str, changed: list[str]) -> None:
    """Whole words, where a reader would see others."""
    found = as_read(text)
    assert found.text == read
    assert [found.text[a:b] for a, b in found.changed] == changed
    assert all(0 <= a < b <= len(text) for a, b in found.original)
    assert bool(found.original) == bool(changed)


def test_another_engines_reading_wins() -> None:
    """What a verdict kept is shown, with what differs from the original."""
    found = as_read("f**k this", "fuck this")
    assert found.text == "fuck this"
    assert [found.text[a:b] for a, b in found.changed] == ["fuck"]


def test_a_very_long_text_is_cut() -> None:
    """The beginning, said to be one."""
    assert as_read("x " * LONGEST).cut
