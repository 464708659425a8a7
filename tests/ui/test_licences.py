"""The licence page: every part with its licence, Qt's notice with how to replace it, each text whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk
from ui.i18n.loader import Languages
from ui.models import licences
from ui.views.team_pages import TeamPages
from ui.views.text_dialog import TextDialog


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    made = Desk(tmp_path, qapp, language="en")
    try:
        yield made
    finally:
        made.close()


def test_the_page_opens_from_about(desk: Desk) -> None:
    pages = TeamPages(desk.window, desk.console, desk.bridge, desk.actor, desk.preferences, "9.9")
    about = pages.open_about()
    shown = about.licences.toPlainText()  # type: ignore[attr-defined]
    for part in licences.parts():
        assert part.name in shown
    about.texts.click()  # type: ignore[attr-defined]
    desk.wait(lambda: bool(desk.window.findChildren(TextDialog)))
    (dialog,) = desk.window.findChildren(TextDialog)
    text = dialog.text.toPlainText()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "You may put your own build of them in their place" in text
    dialog.accept()
    about.accept()
    pages.shut_down()


def test_asked_twice_before_they_are_read_they_stand_in_one_window(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = TeamPages(desk.window, desk.console, desk.bridge, desk.actor, desk.preferences, "9.9")
    held: list[tuple[Any, Any]] = []
    with monkeypatch.context() as patched:
        patched.setattr(desk.bridge, "watch", lambda future, _owner, done: held.append((future, done)))
        pages.open_licences()
        pages.open_licences()
    for future, done in held:
        done(future.result(20))
    (dialog,) = desk.window.findChildren(TextDialog)
    dialog.accept()
    pages.shut_down()


def test_the_notice_says_where_the_libraries_lie(languages: Languages) -> None:
    """Where they really are: whoever wants to replace them must find them."""
    for language in ("en", "fr"):
        languages.use(language)
        assert licences.qt_folder() in licences.notice()
    assert list(Path(licences.qt_folder()).rglob("libQt6Core.so*"))


def test_every_part_says_its_licence_and_every_text_is_used() -> None:
    known = licences.parts()
    assert {one.name for one in known} >= {
        *licences.QT,
        "numpy",
        "onnxruntime",
        "truststore",
        "Phosphor Icons",
    }
    assert all(one.licence and one.version for one in known)
    whole = licences.whole()
    for name in licences.COMMON:
        assert f"\n{name}\n" in whole
    assert "Permission is hereby granted" in whole
