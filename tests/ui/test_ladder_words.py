"""The ladder beside a comment never contradicts the reasons: a block is not next while a step before it is missing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from console.runtime.connections import memory_only
from tests.ui.team_desk import TeamDesk
from ui.models.author_adapter import author_data


def test_the_missing_step_is_next_and_the_block_is_locked(tmp_path: Path, qapp: QApplication) -> None:
    """Points enough for a block, but nothing was reported yet: the report is next."""
    desk = TeamDesk(tmp_path, qapp, memory_only())
    try:
        number = desk.seed()[0]
        detail, policy = desk.console.detail(number), desk.console.policy()
        assert detail is not None
        assert detail.ladder is not None
        assert policy.ladder is not None
        block = next(step for step in policy.ladder.steps if step.action == "block")
        enough = replace(detail.ladder, step=block, missing=("report",), with_this=block.at * 10_000)
        now = desk.clock.now()
        steps = author_data(replace(detail, ladder=enough), policy, now).ladder
        assert [(one.state, one.word) for one in steps if one.state == "next"] == [("next", "Report")]
        assert [one.state for one in steps if one.word.startswith("Block")] == ["locked", "locked"]
        ready = author_data(replace(detail, ladder=replace(enough, missing=())), policy, now).ladder
        assert next(one.state for one in ready if one.word.startswith("Block")) == "next"
    finally:
        desk.close()
