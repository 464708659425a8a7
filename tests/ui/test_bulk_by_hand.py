"""A bulk decision on a channel where a person acts on the site promises no undo that the console cannot do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from console.domain.vocabulary import ActionKind
from console.runtime.connections import memory_only
from tests.support.workspaces import add_channel, comment, take_in
from tests.ui.team_desk import TeamDesk
from ui.models import bulk_words


def test_by_hand_is_undone_on_the_site(tmp_path: Path, qapp: QApplication) -> None:
    """An imported file beside the practice network: each row says its own way back."""
    desk = TeamDesk(tmp_path, qapp, memory_only())
    try:
        store = desk.console.store
        imported = take_in(store, add_channel(store, "file", "export"), comment(7, "You are all crooks"))
        practice = take_in(store, add_channel(store, "practice", "demo"), comment(8, "You are all fools"))
        preview = desk.console.bulk.preview([*imported, *practice], ActionKind.HIDE, desk.actor)
        backs = {row[0].text: row[3].text for row in bulk_words.rows(preview)}
        assert preview.by_hand == 1
        assert dict(preview.by_category) == {"": 2}
        assert bulk_words.categories(preview, desk.console.policy()) == "No category 2"
        assert bulk_words.categories(preview.without(practice[0]), None) == "No category 1"
        assert backs["export"] == "undo on the site"
        assert "can be undone" in backs.values()
    finally:
        desk.close()
