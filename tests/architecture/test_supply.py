"""What the program is made of: every locked part has a licence under which it may be shipped, is listed, and in the bill."""

from __future__ import annotations

import json
import subprocess
import sys
from email.message import Message
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

sys.path.insert(0, str(ROOT / "packaging" / "supply"))  # its scripts are no package: they never ship

import licences
import parts
import sbom

LOCK = ROOT / "requirements.lock"


def test_nothing_locked_is_under_the_gpl_alone() -> None:
    """Qt's libraries are under the LGPL too, and stand as files of their own; nothing else may ask for that."""
    found = parts.read_lock(LOCK)
    assert len(found) > 50
    assert parts.refused(found) == []


@pytest.mark.parametrize(
    ("name", "expression", "may"),
    [
        ("a", "MIT", True),
        ("a", "GPL-3.0-only", False),
        ("a", "GPL-2.0-or-later OR MIT", True),
        ("a", "MIT AND GPL-3.0-only", False),
        ("a", "(MIT OR GPL-3.0-only) AND Zlib", True),
        ("a", "AGPL-3.0-only", False),
        ("a", "LGPL-3.0-only", False),
        ("pyside6-essentials", "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("pyside6-essentials", "GPL-3.0-only", False),
        ("a", "", False),
        ("a", "Something of our own", False),
        ("a", "MIT OR", True),
    ],
)
def test_what_may_be_shipped(name: str, expression: str, may: bool) -> None:
    assert parts.may_ship(name, expression) is may


def test_a_gpl_part_in_a_lock_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "requirements.lock"
    digest = "0" * 64
    lock.write_text(
        f"alpha==1.0 \\\n    --hash=sha256:{digest}\n    # via vigie (pyproject.toml)\n"
        f"beta==2.0 ; sys_platform == 'win32' \\\n    --hash=sha256:{digest}\n    # via\n    #   alpha\n    #   vigie (pyproject.toml)\n",
        encoding="utf-8",
    )
    monkeypatch.setitem(parts.BY_HAND, "alpha", "MIT")
    monkeypatch.setitem(parts.BY_HAND, "beta", "GPL-3.0-only")
    alpha, beta = parts.read_lock(lock)
    assert (alpha.hashes, alpha.parents) == ([digest], ["vigie (pyproject.toml)"])
    assert (beta.only, beta.parents) == ("sys_platform == 'win32'", ["alpha", "vigie (pyproject.toml)"])
    assert parts.refused([alpha, beta]) == ["beta 2.0: GPL-3.0-only"]
    bill = sbom.bill("1.0", [alpha, beta], lock.read_bytes())
    below = {one["ref"]: one["dependsOn"] for one in bill["dependencies"]}
    assert below["pkg:pypi/alpha@1.0"] == ["pkg:pypi/beta@2.0"]
    assert {"pkg:pypi/alpha@1.0", "pkg:pypi/beta@2.0"} <= set(below["pkg:generic/vigie@1.0"])


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("License-Expression", "GPL-3.0-or-later"),
        ("License", "GNU General Public License v3\nand its text"),
        ("Classifier", "License :: OSI Approved :: GNU Affero General Public License v3"),
    ],
)
def test_a_licence_read_by_hand_does_not_outlive_a_change_to_the_gpl(
    monkeypatch: pytest.MonkeyPatch, header: str, value: str
) -> None:
    now = Message()
    now[header] = value
    monkeypatch.setattr(parts.importlib.metadata, "metadata", lambda _name: now)
    told = parts.refused([parts.Part("colorlog", "9", licence="MIT")])
    assert len(told) == 1
    assert "MIT by hand, but it now says" in told[0]
    assert (
        parts.refused([parts.Part("pyside6-essentials", "9", licence=parts.BY_HAND["pyside6-essentials"])])
        == []
    )


def test_the_licence_page_is_of_this_lock() -> None:
    assert licences.stale(ROOT / "resources" / "licences") == []


def test_another_lock_is_noticed(tmp_path: Path) -> None:
    for name in ("parts.json", "texts.json"):
        (tmp_path / name).write_bytes((ROOT / "resources" / "licences" / name).read_bytes())
    listed = json.loads((tmp_path / "parts.json").read_text(encoding="utf-8"))
    gone = listed.pop(0)
    listed[0]["version"] = "0"
    (tmp_path / "parts.json").write_text(json.dumps(listed), encoding="utf-8")
    said = licences.stale(tmp_path)
    assert any(gone["name"] in line for line in said)
    assert any(line.split()[1] == "0" for line in said if " " in line)
    assert licences.stale(tmp_path / "nowhere") != []


def test_the_bill_names_every_part_once_and_is_the_same_each_time() -> None:
    found = parts.read_lock(LOCK)
    first, second = (sbom.bill("1.0", found, LOCK.read_bytes()) for _ in range(2))
    assert first == second
    refs = [one["bom-ref"] for one in first["components"]]
    assert len(refs) == len(set(refs)) == len(found) + len(parts.EXTRAS)
    assert {ref for one in first["dependencies"] for ref in one["dependsOn"]} <= set(refs)
    assert all(one["scope"] == "excluded" for one in first["components"] if one["name"] == "setuptools")
    assert (first["bomFormat"], first["specVersion"]) == ("CycloneDX", "1.6")


def test_the_check_runs_as_make_lint_runs_it() -> None:
    ran = subprocess.run(
        [sys.executable, "packaging/supply/licences.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_what_a_new_lock_changes_is_told() -> None:
    """What came, what went, what took a step; the same lock tells nothing; several versions for several Pythons are one."""
    import changed

    before = "a==1.2 \\\n    --hash=sha256:0\nb==2.0 ; sys_platform == 'win32' \\\nn==2.4 ; python_version < '3.12'\nn==2.5\n"
    now = "a==2.0 \\\n    # via x\nc==1.0\nn==2.4 ; python_version < '3.12'\nn==2.6\n"
    assert changed.differences(before, before) == []
    assert changed.differences(before, now) == [
        ("a", "1.2", "2.0"), ("b", "2.0", ""), ("c", "", "1.0"), ("n", "2.4 and 2.5", "2.4 and 2.6"),
    ]  # fmt: skip
    assert changed.is_step("1.2", "2.0")
    assert not changed.is_step("1.2", "1.3")
    assert changed.notes("httpx").startswith("https://")
    assert changed.notes("never-heard-of-it") == ""
    locked = changed.versions(LOCK.read_text(encoding="utf-8"))
    assert set(locked) == {one.name for one in parts.read_lock(LOCK)}
