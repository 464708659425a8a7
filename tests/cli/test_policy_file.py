"""``policy check`` and ``policy propose`` on files alone: remarks with their line, and the same bytes each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Vigie

DEFAULT = ROOT / "resources" / "policies" / "default.fr.toml"
INSULT = "gros connaaard va"


def test_remarks_stand_beside_a_sound_policy(vigie: Vigie, tmp_path: Path) -> None:
    text = DEFAULT.read_text(encoding="utf-8")
    (tmp_path / "lists").mkdir()
    for file in (DEFAULT.parent / "lists").iterdir():
        (tmp_path / "lists" / file.name).write_bytes(file.read_bytes())
    idle = tmp_path / "idle.toml"
    idle.write_text(
        text.replace("# ---- 3.", '[list.idle]\nwords = ["abc"]\n\n# ---- 3.', 1), encoding="utf-8"
    )
    body = vigie.json("policy", "check", str(idle))
    assert body["ok"]
    assert body["errors"] == []
    (remark,) = body["warnings"]
    assert (remark["code"], remark["file"]) == ("advice.list_unused", str(idle))
    assert idle.read_text(encoding="utf-8").splitlines()[remark["line"] - 1] == "[list.idle]"
    assert f"{idle}:{remark['line']}: " in vigie("policy", "check", str(idle), code=0).out


def test_the_same_text_and_policy_give_the_same_bytes(vigie: Vigie) -> None:
    words = ("policy", "propose", str(DEFAULT), "--text", INSULT, "--strikes", "3", "--json")
    first, again = vigie(*words, code=0), vigie(*words, code=0)
    assert first.out == again.out
    assert first.json["due_at"] is None
    assert first.json["sla"]["decision"] == 4 * 3600
    block = next(one for one in first.json["forbidden"] if one["action"] == "block")
    assert (block["clause"], block["instead"]) == ("ladder.default", ["warn", "hide", "report"])


def test_what_is_supposed_of_the_author_counts(vigie: Vigie) -> None:
    words = ("policy", "propose", str(DEFAULT), "--text", INSULT)
    assert vigie.json(*words)["unknown"] == ["strikes"]
    due = vigie.json(*words, "--strikes", "0", "--at", "2026-11-23T10:00:00+01:00")
    assert due["unknown"] == []
    assert due["due_at"] == "2026-11-23T14:00:00Z"  # four opening hours: 10:00-12:30, 13:30-15:00 in Paris


@pytest.mark.parametrize("moment", ["yesterday", "2026-13-40", "2026-11-23T10:00:00"])
def test_a_moment_that_is_none_is_wrong_use(vigie: Vigie, moment: str) -> None:
    words = ("policy", "propose", str(DEFAULT), "--text", "x", "--at", moment, "--json")
    assert vigie(*words, code=2).error["code"] == "bad_moment"
