"""``vigie policy diff`` as scripts see it: files alone, versions, the effect on the workspace's past, what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.conftest import ROOT, Vigie

POLICIES = ROOT / "resources" / "policies"


def draft(folder: Path, *changes: tuple[str, str], name: str = "new.toml") -> Path:
    """The default policy with some words replaced, beside its lists."""
    text = (POLICIES / "default.en.toml").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    if not (folder / "lists").exists():
        shutil.copytree(POLICIES / "lists", folder / "lists")
    file = folder / name
    file.write_text(text, "utf-8")
    return file


HIGHER = ("at_least = 0.80 }]", "at_least = 0.86 }]")
NO_INSULTS = ('category    = "insult"\nwhen.any    = [{ list = "insults_fr" }, { list = "insults_en" }, { score = "insult", at_least = 0.80 }]',
              'category    = "insult"\nwhen.any    = [{ score = "insult", at_least = 0.9999 }]')  # fmt: skip


def test_two_files_need_no_workspace(empty: Vigie, tmp_path: Path) -> None:
    new = draft(tmp_path, HIGHER)
    old = str(POLICIES / "default.en.toml")
    body = empty.json("policy", "diff", old, str(new))
    assert not empty.workspace.exists()
    assert body["same"] is False
    assert body["effect"] is None
    assert body["from"] != body["to"]
    (one,) = body["differences"]
    assert one["code"] == "rule.threshold_up"
    assert one["params"]["rule"] == "R-INS-01"
    assert one["text"] == "R-INS-01: insult must now be 86\u00a0% certain, before 80\u00a0%"
    assert [line[0] for line in body["lines"] if "at_least = 0.8" in line] == ["-", "+"]
    french = empty("policy", "diff", old, str(new), env={"VIGIE_LANG": "fr"}, code=0)
    assert "il faut désormais 86\u00a0% de certitude pour «\u202finsulte\u202f»" in french.out
    assert french.err.startswith("Pas d’espace de travail")


def test_equal_policies_are_the_same_whatever_their_remarks(empty: Vigie, tmp_path: Path) -> None:
    new = draft(tmp_path, ("# ---- 4.", "# ---- IV."), ('name      = "Starter policy"', 'name = "Other"'))
    body = empty.json("policy", "diff", str(POLICIES / "default.en.toml"), str(new))
    assert (body["same"], body["differences"], body["effect"]) == (True, [], None)
    assert body["from"] == body["to"]
    assert body["lines"] != []


def test_a_wrong_policy_is_shown_as_check_shows_it(empty: Vigie, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("schema = 1\n", "utf-8")
    body = empty.json("policy", "diff", str(bad), str(POLICIES / "default.en.toml"), code=1)
    assert body == empty.json("policy", "check", str(bad), code=1)
    for missing in ("nowhere.toml", "v1", "active"):
        empty("policy", "diff", missing, str(POLICIES / "default.en.toml"), code=2)
    assert not empty.workspace.exists()


def test_the_effect_on_the_past_month_by_month(vigie: Vigie, tmp_path: Path) -> None:
    new = draft(tmp_path, NO_INSULTS)
    body = vigie.json("policy", "diff", "active", str(new))
    codes = {one["code"] for one in body["differences"]}
    assert "rule.no_longer_matches" in codes
    effect = body["effect"]
    assert effect["comments"] == 8
    assert effect["no_longer_hidden"] >= 1
    assert effect["more_hidden"] == 0
    assert [one["month"] for one in effect["months"]] == ["2026-09"]
    assert "of September would no longer be hidden." in effect["text"][0]
    plain = vigie("policy", "diff", "v1", str(new), code=0)
    assert effect["text"][0] in plain.out
    assert "policy diff" not in plain.err
    back = vigie.json("policy", "diff", str(new), "active")
    assert back["effect"]["more_hidden"] == effect["no_longer_hidden"]
    assert back["effect"]["months"][0]["text"].endswith("would now be hidden.")
    quiet = vigie.json("policy", "diff", "v1", str(new), "--no-effect")
    assert quiet["effect"] is None
    assert quiet["differences"] == body["differences"]
    recent = vigie.json("policy", "diff", "active", str(new), "--days", "1")
    assert recent["effect"]["days"] == 1


def test_versions_and_ids_name_stored_texts(vigie: Vigie) -> None:
    body = vigie.json("policy", "diff", "v1", "active")
    assert body["same"] is True
    again = vigie.json("policy", "diff", body["from"], "1")
    assert again["same"] is True
    vigie("policy", "diff", "v99", "active", code=2)
