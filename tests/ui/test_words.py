"""French and English: catalogues complete and compiled, French spaces, live switch, numbers and ages."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import RESOURCES
from ui.i18n import format as say
from ui.i18n import update
from ui.i18n.counted import counted
from ui.i18n.loader import LANGUAGES, PSEUDO, Languages
from ui.i18n.messages import ERRORS, SENTENCES, error_text, known, sentence
from ui.i18n.words import action_word, category_word, join_and, view_word

I18N = RESOURCES / "i18n"
PLACE = re.compile(r"\{[^}]*\}|%n")


def _read(path: Path) -> ET.Element:
    """Parse one of our own catalogues."""
    return ET.parse(path).getroot()  # noqa: S314 - our own file


def _pairs(language: str) -> list[tuple[str, str, str]]:
    """(context, source, translation form) of a catalogue."""
    found = []
    for context in _read(I18N / f"{language}.ts").iter("context"):
        for message in context.iter("message"):
            target = message.find("translation")
            assert target is not None
            assert target.get("type") is None, f"{message.findtext('source')!r} is {target.get('type')}"
            texts = [form.text or "" for form in target.iter("numerusform")] or [target.text or ""]
            found += [
                (context.findtext("name") or "", message.findtext("source") or "", text) for text in texts
            ]
    return found


def _of_one(language: str) -> set[str]:
    """The forms for one thing, which may say so in words: "the other one stays"."""
    messages = _read(I18N / f"{language}.ts").iter("message")
    return {forms[0].text or "" for one in messages if len(forms := list(one.iter("numerusform"))) > 1}


def test_catalogues_hold_every_string_and_match_the_compiled_ones(tmp_path: Path) -> None:
    """lupdate finds nothing new, nothing is unfinished, and the .qm files are those of the .ts files."""
    for name in ("fr.ts", "en.ts"):
        (tmp_path / name).write_bytes((I18N / name).read_bytes())
    update.refresh(tmp_path, sorted((RESOURCES.parent / "ui").rglob("*.py")))
    for language in LANGUAGES:
        assert update.fill(tmp_path / f"{language}.ts", {}) == []
        fresh = {(m.findtext("source")) for m in _read(tmp_path / f"{language}.ts").iter("message")}
        kept = {(m.findtext("source")) for m in _read(I18N / f"{language}.ts").iter("message")}
        assert fresh == kept
    update.compile_catalogues(I18N, tmp_path)
    for language in LANGUAGES:
        assert (tmp_path / f"{language}.qm").read_bytes() == (I18N / f"{language}.qm").read_bytes()


def test_places_are_the_same_in_both_languages() -> None:
    """A translation fills the same places as its source."""
    for language in LANGUAGES:
        in_words = _of_one(language)
        for _, source, text in _pairs(language):
            wanted = sorted(PLACE.findall(source))
            if text in in_words and "%n" not in text:
                wanted = [place for place in wanted if place != "%n"]
            assert sorted(PLACE.findall(text)) == wanted, (source, text)


def test_french_spaces() -> None:
    """U+202F before ? ! ; and inside « », U+00A0 before a colon."""
    for _, source, text in _pairs("fr"):
        if ";;" in text:
            continue  # a file dialog's list of patterns, no sentence
        for match in re.finditer(r"(.)([?!;»])", text):
            assert match[1] in "\u202f?!.…", (source, text)
        for match in re.finditer(r"«(.)", text):
            assert match[1] == "\u202f", (source, text)
        for match in re.finditer(r"(.):(?!//|[0-9]{2}\b)", text):  # nor in 08:30
            assert match[1] == "\u00a0", (source, text)
        assert "'" not in text, (source, text)


def test_plain_words_of_the_house() -> None:
    """Short, calm, no blame: no exclamation mark, no please, no toxic user."""
    texts = [text for language in LANGUAGES for _, _, text in _pairs(language)]
    texts += [source for _, source, _ in _pairs("fr")]
    for text in texts:
        assert "!" not in text, text
        assert "—" not in text, text
        assert not re.search(r"\b(please|oops|successfully|veuillez|svp)\b", text, re.IGNORECASE), text


def test_switch_while_open(qtbot: QtBot, languages: Languages) -> None:
    """Words, plural forms, numbers and Qt's own buttons change language at once."""
    assert (action_word("hide"), view_word("inbox"), counted.new(1)) == ("Hide", "Inbox", "1 new")
    assert say.score(0.94) == "0.94"
    languages.use("fr")
    assert (action_word("hide"), view_word("inbox")) == ("Masquer", "Tout à traiter")
    assert (counted.new(0), counted.new(1), counted.new(12)) == ("0 nouveau", "1 nouveau", "12 nouveaux")
    assert counted.entries(41233) == "41\u202f233 entrées"
    assert say.score(0.94) == "0,94"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Annuler"
    languages.use("en")
    assert counted.comments_word(1) == "comment"
    assert counted.comments_word(14) == "comments"


def test_language_change_reaches_widgets(qtbot: QtBot, languages: Languages) -> None:
    """Installing a catalogue sends LanguageChange to what is open."""

    class Probe(QLabel):
        seen = 0

        def changeEvent(self, event: object) -> None:
            """Count the events."""
            Probe.seen += event.type().name == "LanguageChange"  # type: ignore[attr-defined]
            super().changeEvent(event)  # type: ignore[arg-type]

    label = Probe()
    qtbot.addWidget(label)
    label.show()
    languages.use("fr")
    qtbot.waitUntil(lambda: Probe.seen >= 1)


def test_unknown_language_is_refused(languages: Languages, tmp_path: Path) -> None:
    """Another name, or a missing catalogue, is an error and changes nothing."""
    with pytest.raises(ValueError, match="de"):
        languages.use("de")
    with pytest.raises(ValueError, match=r"fr\.qm"):
        Languages(tmp_path).use("fr")
    assert languages.language == "en"


def test_pseudo_language_is_longer_and_keeps_places(languages: Languages) -> None:
    """40 % longer, places untouched."""
    languages.use(PSEUDO)
    stretched = action_word("escalate")
    assert len(stretched) >= round(len("Escalate") * 1.4)
    assert "masquer" not in stretched
    assert sentence("claim", {"name": "Kim", "minutes": 8}).count("Kim") == 1


@pytest.mark.parametrize(
    ("seconds", "english", "french"),
    [(12, "12 s", "12 s"), (1080, "18 min", "18 min"), (6000, "1 h 40", "1 h 40"), (7200, "2 h", "2 h"),
     (97_200, "1 d 3 h", "1 j 3 h"), (864_000, "10 d", "10 j"), (-5, "0 s", "0 s")],
)  # fmt: skip
def test_spans(languages: Languages, seconds: int, english: str, french: str) -> None:
    """Two units at most, never broken across lines."""
    assert say.span(seconds) == english.replace(" ", "\u00a0")
    languages.use("fr")
    assert say.span(seconds) == french.replace(" ", "\u00a0")


def test_ages_and_lateness(languages: Languages) -> None:
    """6 min ago, 12 min late."""
    assert say.age(360).replace("\u00a0", " ") == "6 min ago"
    assert say.late(720).replace("\u00a0", " ") == "12 min late"
    languages.use("fr")
    assert say.age(360).replace("\u00a0", " ") == "il y a 6 min"
    assert say.age(14_400).replace("\u00a0", " ") == "il y a 4 h"
    assert say.age(5) == "à l’instant"
    assert say.late(720).replace("\u00a0", " ") == "en retard 12 min"


def test_moments(languages: Languages) -> None:
    """Today and yesterday by name, then the day, with the year when it is another."""
    now = 1_795_254_420
    assert say.moment(now - 360, now) == "today, 09:41"
    assert say.moment(now - 55_500, now) == "yesterday, 18:22"
    assert say.day(now - 18 * 86_400, now) == "3 Nov"
    assert say.day(now - 400 * 86_400, now) == "17 Oct 2025"
    languages.use("fr")
    assert say.moment(now - 55_500, now) == "hier, 18:22"
    assert say.day(now - 18 * 86_400, now) == "3 nov."


def test_every_code_of_the_error_tree_has_a_sentence() -> None:
    """No public code reaches a person as a code."""
    from console.domain import errors

    codes = {
        kind.default_code
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.VigieError)
    }
    generic = {"error", "environment", "connector", "domain"}
    assert codes - generic <= set(ERRORS)


def test_sentences_are_filled(languages: Languages) -> None:
    """Parameters take the form their name asks for; one that is missing shows as an ellipsis."""
    refusal = sentence("refuse.block", {"missing": ("hide", "report")})
    assert refusal == "Block is not a first step. A hide and a report must come first."
    assert (
        error_text("rate_limited", {"channel": "Instagram", "retry_at": 36_120}).step == "Goes on at 10:02."
    )
    assert "…" in error_text("rate_limited", {}).what
    assert "weird_code" in error_text("weird_code").what
    assert sentence("rule.fired", {"rule": "R-1"}) == "rule: fired (rule R-1)"
    assert known("guard.troll")
    languages.use("fr")
    assert "un masquage et un signalement" in sentence("refuse.block", {"missing": ["hide", "report"]})
    assert set(SENTENCES).isdisjoint(ERRORS)


def test_words_join(languages: Languages) -> None:
    """One, two, three."""
    assert [join_and(["a"]), join_and(["a", "b"]), join_and("abc")] == ["a", "a and b", "a, b and c"]
    assert category_word("troll") == "Troll signals"
    assert category_word("troll", short=True) == "Troll?"
    assert category_word("own_rule") == "own rule"
