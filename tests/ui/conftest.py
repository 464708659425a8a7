"""What window tests share: the look, both languages, and the folder of icons and catalogues."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ui.i18n.loader import Languages
from ui.theme.look import Look

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    """Both catalogues; English in force, and nothing installed once the test is over."""
    made = Languages(RESOURCES / "i18n")
    made.use("en")
    yield made
    for translator in made._installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale.c())


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """The light look at 100 %, applied."""
    made = Look(RESOURCES / "icons")
    made.apply(qapp)
    return made
