"""The user guide speaks as the window does: its bold words are the window's, its keys the default keys of what it names."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path

import pytest

from ui import actions
from ui.action_table import ROWS
from ui.i18n.loader import Languages
from ui.models import help_pages

ROOT = Path(__file__).resolve().parents[2]
GUIDES = {"en": ROOT / "docs" / "GUIDE.md", "fr": ROOT / "docs" / "GUIDE.fr.md"}
#: Of the desktop, not of the table: walking through the fields of a reply.
OF_THE_SYSTEM = {"Tab"}
#: A key, or two one after the other: ``B`` then ``⏎``.
KEY = r"<kbd>([^<]+)</kbd>(?: <kbd>(⏎)</kbd>)?"


@cache
def _words(language: str) -> set[str]:
    """Every text of the catalogue, as it is shown in a language."""
    tree = ET.parse(ROOT / "resources" / "i18n" / "fr.ts")  # noqa: S314 - our own file
    tag = "source" if language == "en" else "translation"
    return {text for message in tree.iter("message") if (text := message.findtext(tag))}


def _keys() -> dict[str, set[str]]:
    """The default keys of the language in force, each with the words of the actions that have it."""
    found: dict[str, set[str]] = {}
    for row in ROWS:
        for sequence in row.keys:
            caps = "+".join(actions.key_words(sequence))
            found.setdefault(caps, set()).add(actions.word(row.id))
            if row.two_keys:
                found.setdefault(f"{caps} ⏎", set()).add(actions.word(row.id))
    return found


@pytest.mark.parametrize("language", GUIDES)
def test_words_and_keys_are_those_of_the_window(language: str, languages: Languages) -> None:
    """**Word** stands in the catalogue; a key behind it is that action's own, by default."""
    languages.use(language)
    text = GUIDES[language].read_text(encoding="utf-8").replace("\n", " ")
    text = re.sub(r" +", " ", text)
    bold = re.findall(r"\*\*(.+?)\*\*", text)
    assert len(bold) > 40
    assert [one for one in bold if one not in _words(language)] == []
    keys = _keys()
    shift = actions.key_words("Shift")[0]
    named = [" ".join(one for one in found if one) for found in re.findall(KEY, text)]
    assert len(named) > 40
    assert [one for one in named if one not in {*keys, *OF_THE_SYSTEM, shift}] == []
    pairs = re.findall(rf"\*\*([^*]+)\*\*,? {KEY}(?! \*\*)", text)
    assert len(pairs) > 20
    wrong = []
    for word, first, second in pairs:
        key = f"{first} {second}".strip()
        if word not in keys[key]:
            wrong.append((word, key))
    assert wrong == []


def test_a_letter_of_the_choice_after_later_is_its_own(languages: Languages) -> None:
    """There the key stands before the word."""
    for language, path in GUIDES.items():
        languages.use(language)
        line = next(one for one in path.read_text(encoding="utf-8").splitlines() if "90m" in one)
        told = dict(re.findall(r"<kbd>(\w)</kbd> \*\*([^*]+)\*\*", line))
        assert told == {
            "+".join(actions.keycaps(one)): actions.word(one)
            for one in ("later.hour", "later.morning", "later.monday")
        }


def test_the_guide_has_the_help_pages_inside(languages: Languages) -> None:
    """What the guide shows of the window by key, the help pages name too: neither forgets a way of working."""
    del languages
    helped = {
        actions.row(name).word
        for path in (ROOT / "resources" / "help" / "en").glob("*.md")
        for kind, name in help_pages.fields(path.read_text(encoding="utf-8"))
        if kind in ("key", "action")
    }
    text = GUIDES["en"].read_text(encoding="utf-8").replace("\n", " ")
    shown = set(re.findall(r"\*\*([^*]+)\*\* <kbd>", text)) & {row.word for row in ROWS}
    assert len(shown) > 20
    # These stand on buttons that show their keys, in rooms of their own.
    assert shown - helped <= {"Verify", "Export", "Go", "Live test"}
