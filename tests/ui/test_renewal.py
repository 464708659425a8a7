"""The notice that Vigie was updated while its window stood open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk
from ui import renewal
from ui.renewal import Renewal


def test_an_update_is_said_once_and_stays_in_the_strip(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a sentence, then as an entry, in the language shown; nothing is looked for any more."""
    found = []
    monkeypatch.setattr(renewal, "replaced", lambda: bool(found))
    desk = Desk(tmp_path, qapp, language="fr")
    try:
        desk.start()
        watch = Renewal(desk.window.status, desk.window)
        watch.look()
        assert watch.timer.isActive()
        assert "mis à jour" not in desk.strip()
        found.append(True)
        watch.look()
        assert not watch.timer.isActive()
        words = "Vigie a été mis à jour\u00a0: fermez-le et rouvrez-le."
        assert desk.window.status.strip.message == words
        desk.window.status.say("")
        assert desk.strip().startswith(words)
        desk.preferences.change(language="en")
        desk.window.status.read()
        desk.wait(lambda: desk.strip().startswith("Vigie was updated: close it and open it again."))
        desk.window.resize(960, 600)
        assert desk.window.status.strip.isVisibleTo(desk.window)
        entry = desk.window.status.strip._widgets[0]
        assert entry.isVisibleTo(desk.window)
        assert entry.geometry().right() <= desk.window.status.strip.width()
    finally:
        desk.close()
