"""The undo notice: whose comment it was is read whole, in both languages, at 100 % and 200 % text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.painted import lines_of
from ui import actions
from ui.app import Preferences
from ui.i18n.messages import sentence
from ui.models.queue_model import QueueModel
from ui.views.queue_list import QueueList
from ui.widgets.toast import Toast

DONE = {"en": "Muted", "fr": "Mis en sourdine"}
UNDO = {"en": "Undo", "fr": "Annuler"}
AUTHOR = "Marie-Claude Desrosiers"


@pytest.fixture
def speaking(qapp: QApplication, tmp_path: Path) -> Iterator[Preferences]:
    """Settings whose language and size a test may change."""
    made = Preferences(qapp, tmp_path / "settings.toml")
    yield made
    made.change(language="en", text_size=100)


def _told(toast: Toast, language: str, author: str) -> None:
    head = sentence("undo.queued_by", {"done": DONE[language], "author": author})
    toast.notify("eye-slash", head, UNDO[language], 20.0)


def _shown(toast: Toast, width: int) -> list[str]:
    toast.resize(width, toast.height_for(width))
    lines = lines_of(toast)
    rect = toast.rect()
    assert not [one for one in lines if not rect.contains(one.place.toAlignedRect())]
    for one in lines:
        for other in lines:
            assert one is other or not one.place.intersects(other.place), (one.text, other.text)
    return [one.text for one in lines]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("size", "width"), [(100, 404), (100, 300), (200, 640), (200, 404)])
def test_the_author_is_read_whole(speaking: Preferences, language: str, size: int, width: int) -> None:
    speaking.change(language=language, text_size=size)
    toast = Toast(speaking.look, lambda: 0.0)
    _told(toast, language, AUTHOR)
    words = _shown(toast, width)
    text = " ".join(words)
    assert DONE[language] in text
    assert AUTHOR in text, words
    assert UNDO[language] in words
    assert not [one for one in words if one.endswith("…")]
    toast.deleteLater()


def test_what_fits_in_one_line_stays_in_one(speaking: Preferences) -> None:
    speaking.change(language="fr")
    toast = Toast(speaking.look, lambda: 0.0)
    _told(toast, "fr", "Ana")
    assert toast.height_for(404) == speaking.look.px(40)
    assert toast.lines(404) == []
    toast.deleteLater()


@pytest.mark.parametrize("size", [100, 200])
def test_a_name_without_end_is_shortened_and_the_way_back_is_not(speaking: Preferences, size: int) -> None:
    speaking.change(language="fr", text_size=size)
    toast = Toast(speaking.look, lambda: 0.0)
    for author in ("x" * 400, "nom " * 60):
        _told(toast, "fr", author)
        words = _shown(toast, 404)
        assert "Mis en sourdine" in " ".join(words)
        assert [one for one in words if one.endswith("…")]
        assert "Annuler" in words
        assert toast.height_for(404) <= speaking.look.px(40) + 4 * speaking.look.metrics.line_px("body")
    toast.deleteLater()


def test_the_list_gives_it_the_room_for_each_notice(speaking: Preferences) -> None:
    page = QueueList(speaking.look, QueueModel(lambda ids: {}), lambda: 0.0)
    page.resize(430, 600)
    page.show()
    _told(page.toast, "en", "Ana")
    low = page.toast.geometry()
    _told(page.toast, "en", AUTHOR + " de la Rochefoucauld")
    high = page.toast.geometry()
    assert high.height() > low.height()
    assert high.bottom() == low.bottom()
    assert actions.keycaps("look.undo")
    page.close()
    page.deleteLater()
