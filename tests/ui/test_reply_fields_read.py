"""The fields of a saved reply where a person reads them: by their name in the language shown; kept as ``{topic}``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.policy.replies import FREE, KNOWN, PLACEHOLDERS
from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, desk, of, shared  # noqa: F401  fixtures
from ui.app import Preferences
from ui.models.field_words import NAMES, field_word, legend, readable, readable_places, to_fill
from ui.views.reply_preview import ReplyPreview
from ui.views.saved_reply_form import ReplyForm
from ui.views.template_list import RowRole

SAID = {"en": "Hello ‹author’s name›, about ‹topic›.", "fr": "Hello ‹nom de l’auteur›, about ‹sujet›."}


@pytest.fixture
def speaking(qapp: QApplication, tmp_path: Path) -> Iterator[Preferences]:
    """Settings whose language a test may change: it is English again for the next one."""
    made = Preferences(qapp, tmp_path / "settings.toml")
    yield made
    made.change(language="en")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_known_field_has_a_name_of_its_own(speaking: Preferences, language: str) -> None:
    speaking.change(language=language)
    assert set(NAMES) == PLACEHOLDERS
    words = [field_word(name) for name in (*KNOWN, *FREE)]
    assert len(set(words)) == len(words)
    assert not [word for word in words if "_" in word or "{" in word]
    assert readable("Hello {author}, about {topic}.") == SAID[language]
    assert field_word("opening_days") == "opening days"
    assert readable("{ no } {3} {") == "{ no } {3} {"


def test_places_are_those_of_what_is_read(speaking: Preferences) -> None:
    speaking.change(language="fr")
    text = "😀 {topic}, {opening_days} {author}"
    shown = readable(text)
    assert [shown[start:end] for start, end in readable_places(text)] == [
        "‹sujet›", "‹opening days›", "‹nom de l’auteur›",
    ]  # fmt: skip


def test_the_legend_says_what_is_typed_and_what_it_means(speaking: Preferences) -> None:
    speaking.change(language="en")
    assert legend(("date", "topic")) == "{date} day of the comment · {topic} topic"
    assert to_fill(["{author} {link} {topic}", "{topic} {days}"]) == ("link", "topic", "days")


def test_the_preview_names_an_open_field_and_marks_it(speaking: Preferences) -> None:
    speaking.change(language="fr")
    preview = ReplyPreview(speaking.look)
    for platform in ("bluesky", "mastodon", "youtube", "practice", "file"):
        preview.start(platform, "Lormel", "Nathan")
        preview.show_text("Voir {link} sur {topic} : https://lormel.example")
        assert preview.text.toPlainText() == "Voir ‹lien› sur ‹sujet› : https://lormel.example"
        marked = [one.cursor.selectedText() for one in preview.text.extraSelections()]
        assert {"‹lien›", "‹sujet›"} <= set(marked)
        assert set(marked) <= {"‹lien›", "‹sujet›", "https://lormel.example"}
    preview.deleteLater()


def test_the_form_keeps_what_is_typed_and_explains_its_fields(speaking: Preferences) -> None:
    speaking.change(language="fr")
    form = ReplyForm(speaking.look, True)
    form.show_reply(None, form.draft, None)
    form.texts["fr"].setPlainText("Un souci de {topic}.")
    assert form.draft.variants["fr"][1] == "Un souci de {topic}."
    assert "{date} jour du commentaire" in form.fields.text()
    assert "{topic} sujet" in form.fields.text()
    form.texts["fr"].setPlainText("Un souci.")
    assert "{topic}" not in form.fields.text()
    form.deleteLater()


def test_the_list_beside_the_editor_shows_names_and_puts_in_braces(desk: Desk) -> None:  # noqa: F811
    desk.go_to(lambda one: of("question")(one) and not one.draft and not desk.outbox(one.id))
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_R)
    panel, box = desk.queue.templates, desk.queue.reply
    desk.wait(lambda: panel.offer is not None)
    model = panel.list.model()
    rows = [model.index(place, 0) for place in range(model.rowCount())]
    for row in rows:
        assert "{" not in row.data(Qt.ItemDataRole.AccessibleTextRole)
        assert "{" not in (row.data(Qt.ItemDataRole.ToolTipRole) or "")
    texts = [row.data(RowRole).text for row in rows]
    assert [text for text in texts if "‹link›" in text], texts
    desk.press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    desk.type("answer")
    desk.wait(lambda: panel.list.items()[0].reply.id == "question.answer")
    desk.press(Qt.Key.Key_Return)
    assert "{link}" in box.text()
    box.editor.clear()


def test_no_bundled_title_holds_a_field() -> None:
    folder = Path(__file__).resolve().parents[2] / "resources" / "replies"
    for language in ("fr", "en"):
        read = tomllib.loads((folder / f"{language}.toml").read_text("utf-8"))
        assert not [one["title"] for one in read["reply"] if "{" in one["title"]]
