"""What window tests share: the look, both languages, and the folder of icons and catalogues."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from ui import layout_items, parking
from ui.i18n.loader import Languages
from ui.retiring import bury
from ui.theme.look import Look

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(autouse=True, scope="module")
def _collector_stands_still() -> Iterator[None]:
    """As in the program (ui/garbage): no worker thread collects, or it would destroy widgets there."""
    gc.disable()
    layout_items.make_safe()
    yield
    parking.clear()
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def _collected_between_tests() -> Iterator[None]:
    yield
    gc.disable()  # a test of the collector itself may have let it go
    parking.let_go()
    bury()
    if gc.get_count()[0] > gc.get_threshold()[0]:
        gc.collect(1)


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
