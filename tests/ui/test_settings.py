"""The settings file and what it does: kept with comments, unreadable ones set aside, each change live."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.runtime.app import Console
from console.runtime.connections import memory_only
from ui import settings_file
from ui.app import Preferences
from ui.settings_file import Settings
from ui.views.settings_view import SettingsView
from ui.widgets.base import Rule


@pytest.fixture
def preferences(qapp: QApplication, tmp_path: Path) -> Iterator[Preferences]:
    """Preferences on a file of their own, English; the application as before when the test is over."""
    made = Preferences(qapp, tmp_path / "settings.toml", "en")
    yield made
    for translator in made.languages._installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale.c())


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """And what a person wrote around it stays."""
    path = tmp_path / "settings.toml"
    path.write_text(
        '# mine\nown = 1\n\n[window]\ntheme = "dark" # at night\nfuture = "kept"\n', encoding="utf-8"
    )
    assert settings_file.load(path).theme == "dark"
    settings_file.save(path, Settings(theme="light", text_size=120, name="Salomé"))
    text = path.read_text(encoding="utf-8")
    assert "# mine" in text
    assert "# at night" in text
    assert 'future = "kept"' in text
    assert settings_file.load(path) == Settings(theme="light", text_size=120, name="Salomé")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Settings()),
        ('[window]\ntheme = "pink"\ntext_size = 900\nlanguage = "de"\n', Settings(text_size=200)),
        ("[window]\ntext_size = true\nname = 7\n", Settings()),
        ("window = 5\n", Settings()),
        ("[window\n", Settings()),
        ('[window]\nname = "  Kim   Lo "\n', Settings(name="Kim Lo")),
    ],
)
def test_nonsense_becomes_the_default(tmp_path: Path, text: str, expected: Settings) -> None:
    """A value of the wrong type or range, or a broken file, never stops the program."""
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    assert settings_file.load(path) == expected


def test_a_broken_file_is_set_aside(tmp_path: Path) -> None:
    """What a person wrote is not lost when the next change is kept."""
    path = tmp_path / "settings.toml"
    path.write_text("[window\nname = 'Kim'", encoding="utf-8")
    settings_file.save(path, Settings(theme="dark"))
    assert settings_file.load(path).theme == "dark"
    assert "Kim" in (tmp_path / "settings.toml.unreadable").read_text(encoding="utf-8")


def test_changes_apply_at_once_and_stay(preferences: Preferences, qapp: QApplication, tmp_path: Path) -> None:
    """Theme, size and language; the next start finds them."""
    preferences.change(theme="dark", text_size=150, language="fr")
    assert preferences.look.theme.name == "dark"
    assert preferences.look.metrics.scale == 150
    assert preferences.languages.language == "fr"
    again = settings_file.load(tmp_path / "settings.toml")
    assert (again.theme, again.text_size, again.language) == ("dark", 150, "fr")
    preferences.step_text_size(100)
    assert preferences.settings.text_size == 200


def test_the_command_line_wins_but_is_not_kept(preferences: Preferences, tmp_path: Path) -> None:
    """``--lang en`` holds for this run; another setting does not write it down."""
    preferences.change(theme="dark")
    assert preferences.language == "en"
    assert settings_file.load(tmp_path / "settings.toml").language == ""


def test_a_full_disk_is_said(preferences: Preferences, qtbot: QtBot, tmp_path: Path) -> None:
    """The change counts, the person hears that it could not be kept."""
    (tmp_path / "settings.toml.part").mkdir()
    with qtbot.waitSignal(preferences.not_kept, timeout=2000):
        preferences.change(theme="dark")
    assert preferences.look.theme.name == "dark"


def test_the_dialog(preferences: Preferences, qtbot: QtBot, tmp_path: Path) -> None:
    """Every choice acts at once, in both languages, and the undo time of the policy is shown."""
    console = Console.open(tmp_path / "w.vigie", secrets=memory_only())
    try:
        view = SettingsView(preferences, console, console.actor(None))
        qtbot.addWidget(view)
        view.show()
        lines = view.general.findChildren(Rule)
        controls = (view.language, view.theme, view.density, view.alike, view.motion, view.name, view.undo)
        assert lines
        assert not any(one.geometry().intersects(line.geometry()) for one in controls for line in lines)
        view.theme.set_key("contrast")
        view.theme.activated.emit(view.theme.currentIndex())
        assert preferences.look.theme.name == "contrast"
        view.slider.setValue(20)
        assert preferences.settings.text_size == 200
        assert "200" in view.size_words.text()
        view.name.setText(" Salomé ")
        view.name.editingFinished.emit()
        assert preferences.settings.name == "Salomé"
        assert "next start" in view.acts.text()
        assert "20" in view.undo.text()
        view.language.set_key("fr")
        view.language.activated.emit(view.language.currentIndex())
        qtbot.waitUntil(lambda: view.title.text() == "Réglages", timeout=2000)
        assert "prochain démarrage" in view.acts.text()
        preferences.change(theme="light", text_size=100)
        assert view.theme.key() == "light"
        assert view.slider.value() == 10
    finally:
        console.close()


class _Wide:
    """A screen of this many pixels, seen by a dialog."""

    def __init__(self, width: int) -> None:
        self._rect = QRect(0, 0, width, 600)

    def availableGeometry(self) -> QRect:
        """All of it."""
        return self._rect


class _Page(QWidget):
    resized = Signal()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_pages_are_a_list_where_tabs_have_no_room(
    preferences: Preferences, qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    """On 960 pixels at 200 % no tab lies behind an arrow: a list holds all of them, and keys reach it."""
    console = Console.open(tmp_path / "w.vigie", secrets=memory_only())
    try:
        preferences.change(language=language, text_size=100)
        made: Any = _Page
        view = SettingsView(
            preferences, console, console.actor(None), None, made, made, made, made
        )  # fmt: skip
        qtbot.addWidget(view)
        screen: Any = _Wide(960)
        view.screen = lambda: screen  # type: ignore[method-assign]
        view.show()
        assert view.tabs.isVisible()
        assert not view.pages.isVisible()
        assert view.tabs.width() >= view.tabs.sizeHint().width()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.tabs.setFocus()
        preferences.change(text_size=200)
        assert view.pages.isVisible()
        assert not view.tabs.isVisible()
        assert view.focusWidget() is view.pages
        words = [view.pages.itemText(place) for place in range(view.pages.count())]
        assert words == [view.tabs.tabText(place) for place in range(view.tabs.count())]
        qtbot.keyClick(view.pages, Qt.Key.Key_Down)
        assert view.tabs.currentIndex() == 1
        assert view.classifier is not None
        view.show_page("updates")
        assert view.pages.key() == "updates"
        view.pages.setFocus()
        preferences.change(text_size=100)
        assert view.tabs.isVisible()
        assert view.focusWidget() is view.tabs
    finally:
        console.close()
